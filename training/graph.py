"""The declared graph of training: each step reruns only when its data, config or code changed."""

import ast
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from training.paths import ROOT, Config, Paths

if TYPE_CHECKING:  # Context brings spaCy along, which a check for staleness should not wait for.
    from training.context import Context

STAMPS: Final = "stamps.json"
SECONDS: Final = "seconds.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is for, the files it reads, the module it is made of (and all that imports), what it writes."""

    name: str
    help: str
    inputs: Callable[[Paths], Sequence[Path]]
    module: str
    outputs: Callable[[Paths], Sequence[Path]]
    run: Callable[["Context"], None]


def run_steps(steps: Sequence[Step], context: "Context") -> list[str]:
    """Runs the steps that are not fresh, in order; returns their names."""
    context.paths.work.mkdir(parents=True, exist_ok=True)
    ran = []
    for number, step in enumerate(steps, 1):
        head = f"[{number}/{len(steps)}] {step.name}: {step.help}"
        if is_fresh(step, context.paths, context.config):
            context.say(f"{head} (unchanged)")
            continue
        context.say(head)
        began = time.perf_counter()
        made_of = _made_of(step, context.paths, context.config)
        step.run(context)
        _stamp(step, context.paths, made_of)
        seconds = time.perf_counter() - began
        _write(context.paths.work / SECONDS, {**read_seconds(context.paths), step.name: round(seconds, 1)})
        context.say(f"      {seconds:.1f} s")
        ran.append(step.name)
    return ran


def forget(step: Step, paths: Paths) -> None:
    """Makes a step stale."""
    stamps = _read(paths.work / STAMPS)
    if stamps.pop(step.name, None):
        _write(paths.work / STAMPS, stamps)


def read_seconds(paths: Paths) -> dict[str, float]:
    """Returns how long each step took when it last ran, in seconds."""
    return _read(paths.work / SECONDS)


def is_fresh(step: Step, paths: Paths, config: Config) -> bool:
    """Returns whether a step's outputs are there and come from these very inputs, config and code."""
    if not all(p.exists() for p in step.outputs(paths)):
        return False
    known = _read(paths.work / STAMPS).get(step.name)
    return bool(known == [_made_of(step, paths, config), tree_hash(step.outputs(paths))])


def tree_hash(paths: Iterable[Path]) -> str:
    """Returns the hash of the names and contents of these files and folders; a missing one counts as empty."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def code_of(module: str) -> list[Path]:
    """Returns the files of a module of ours and of every module of ours that it imports, directly or not."""
    found: dict[str, Path] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        path = _file_of(name)
        if name in found or path is None:
            continue
        found[name] = path
        waiting += _imports_of(path)
    return [found[name] for name in sorted(found)]


@lru_cache(maxsize=512)
def _imports_of(path: Path) -> tuple[str, ...]:
    """Returns the names of what a file imports, names within modules too."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return tuple(names)


@lru_cache(maxsize=2048)
def _file_of(module: str) -> Path | None:
    """Returns the file of a module of ours, None for any other."""
    if module.partition(".")[0] not in ("app", "training"):
        return None
    path = ROOT.joinpath(*module.split("."))
    return next((p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file()), None)


def _made_of(step: Step, paths: Paths, config: Config) -> str:
    """Returns the hash of what a step's result depends on: inputs, config and code."""
    code = tree_hash(code_of(step.module))
    return hashlib.sha256(f"{tree_hash(step.inputs(paths))}{config!r}{code}".encode()).hexdigest()


def _stamp(step: Step, paths: Paths, made_of: str) -> None:
    """Notes what a step was made of when it began, and its outputs: a file edited by hand is not fresh."""
    stamps = _read(paths.work / STAMPS)
    _write(paths.work / STAMPS, {**stamps, step.name: [made_of, tree_hash(step.outputs(paths))]})


def _read(path: Path) -> dict[str, Any]:
    """Returns a JSON file's content; nothing where there is no readable file."""
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
