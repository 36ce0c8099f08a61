"""The declared graph of training: each step reruns only when its data, config or code changed."""

import ast
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from training.context import Context
from training.paths import ROOT, Config, Paths

STAMPS: Final = "stamps.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is for, the files it reads, the module it is made of (and all that imports), what it writes."""

    name: str
    help: str
    inputs: Callable[[Paths], Sequence[Path]]
    module: str
    outputs: Callable[[Paths], Sequence[Path]]
    run: Callable[[Context], None]


def run_steps(steps: Sequence[Step], context: Context) -> list[str]:
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
        step.run(context)
        _stamp(step, context.paths, context.config)
        context.say(f"      {time.perf_counter() - began:.1f} s")
        ran.append(step.name)
    return ran


def is_fresh(step: Step, paths: Paths, config: Config) -> bool:
    """Returns whether a step's outputs are there and come from these very inputs, config and code."""
    known = _read_stamps(paths).get(step.name)
    return all(p.exists() for p in step.outputs(paths)) and known == _stamp_of(step, paths, config)


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
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                waiting += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                waiting += [alias.name for alias in node.names]
    return [found[name] for name in sorted(found)]


def _file_of(module: str) -> Path | None:
    """Returns the file of a module of ours, None for any other."""
    if module.partition(".")[0] not in ("app", "training"):
        return None
    path = ROOT.joinpath(*module.split("."))
    return next((p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file()), None)


def _stamp_of(step: Step, paths: Paths, config: Config) -> list[str]:
    """Returns the hashes of inputs with config and code, and of outputs: a file edited by hand is not fresh."""
    code = tree_hash(code_of(step.module))
    made = hashlib.sha256(f"{tree_hash(step.inputs(paths))}{config!r}{code}".encode()).hexdigest()
    return [made, tree_hash(step.outputs(paths))]


def _stamp(step: Step, paths: Paths, config: Config) -> None:
    stamps = _read_stamps(paths)
    stamps[step.name] = _stamp_of(step, paths, config)
    (paths.work / STAMPS).write_text(json.dumps(stamps, indent=1), encoding="utf-8")


def _read_stamps(paths: Paths) -> dict[str, list[str]]:
    """Returns the stamps of earlier runs; none when there is no readable file."""
    try:
        stamps: dict[str, list[str]] = json.loads((paths.work / STAMPS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps
