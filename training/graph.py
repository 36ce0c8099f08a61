"""The declared graph of training: what each step reads, writes and depends on, and whether it is fresh.

A step is fresh when neither its inputs, its settings, the libraries nor any code that it imports changed since it ran,
and its outputs are still the files that it wrote. Only the standard library is imported here: the second `make run`
asks whether anything is stale, and should not wait for spaCy to be told no.
"""

import ast
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from training.paths import ROOT, Config, Paths

LIBRARIES: Final = ("numpy", "python-crfsuite", "scikit-learn", "spacy")
_PACKAGES: Final = ("app", "training")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `run(paths, config)` of `module` turns `inputs` into `outputs`.

    `settings` names the fields of Config that it reads; `serving` says whether the server needs what it writes.
    """

    name: str
    help: str
    inputs: tuple[Path, ...]
    outputs: tuple[Path, ...]
    settings: tuple[str, ...] = ()
    serving: bool = True

    @property
    def module(self) -> str:
        """Where its code is."""
        return f"training.steps.{self.name}"


def declare_steps(paths: Paths) -> tuple[Step, ...]:
    """Returns the steps in the order in which they run."""
    p = paths
    models = (p.lexicon_file, p.nlp_folder, p.intents_file, p.vectors_file)
    ner = ("crf_c1", "crf_c2", "crf_iterations", "folds")
    views = ("lr_c", "view_weights")
    noise = ("seed", "noisy_copies", "swapped_copies")
    return (
        Step("data", "checks the labels of data/ and counts it", (p.data,), (p.counts_file,)),
        Step("lexicon", "compiles synonyms, lookups and catalogue names", (*p.lists, p.train, p.catalog), (p.lexicon_file,)),
        Step(
            "entities", "trains the entity recogniser, and reads each message with one that never saw it",
            (p.train, p.lexicon_file), (p.nlp_folder, p.found_file), (*noise, *ner),
        ),
        Step(
            "intents", "trains the intent classifier", (p.train, p.lexicon_file, p.found_file), (p.classifier_file,),
            (*noise, *views),
        ),
        Step(
            "calibrate", "chooses calibration and fallback threshold on data/valid",
            (p.valid, p.lexicon_file, p.nlp_folder, p.classifier_file), (p.intents_file, p.calibration_file),
            ("seed", "cost_wrong", "max_false_fallback"),
        ),
        Step("vectors", "trains the vectors of products", (p.catalog,), (p.vectors_file,), ("seed",)),
        Step("manifest", "writes the manifest", (*models, p.calibration_file, p.counts_file, p.train, p.valid, *p.lists, p.catalog), (p.manifest_file,), ("seed",)),
        Step(
            "experiments", "ablations, learning curve and baselines", (p.train, p.valid, p.test, *p.lists, p.catalog),
            (p.experiments_file,), (*noise, *ner, *views), serving=False,
        ),
        Step(
            "evaluate", "measures the models on held-out messages and writes the report",
            (p.manifest_file, p.valid, p.test, p.real, p.experiments_file, p.calibration_file),
            (p.report, p.measured_file), ("seed", "view_weights"), serving=False,
        ),
        Step("gate", "compares the metrics with the committed ones", (p.measured_file, p.metrics_file), (), serving=False),
    )  # fmt: skip


class Stamps:
    """What each step looked like when it last ran, kept in one JSON file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows: dict[str, dict[str, str]] = _read_json(path)

    def is_fresh(self, step: Step, config: Config) -> bool:
        """Returns whether a step need not run again."""
        row = self._rows.get(step.name)
        return row is not None and row == self._row(step, config)

    def remember(self, step: Step, key: str) -> None:
        """Notes that a step just ran; `key` is the `key_of` that it had before it ran."""
        self._rows[step.name] = {"key": key, "outputs": hash_paths(step.outputs)}
        self._save()

    def forget(self, step: Step) -> None:
        """Makes a step stale: it is about to run, and may not come to its end."""
        if self._rows.pop(step.name, None):
            self._save()

    def _row(self, step: Step, config: Config) -> dict[str, str]:
        return {"key": key_of(step, config), "outputs": hash_paths(step.outputs)}

    def _save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(self._rows, indent=1), encoding="utf-8")


def key_of(step: Step, config: Config) -> str:
    """Returns the hash of all that a step's result depends on: inputs, settings, libraries and code."""
    parts = [
        hash_paths(step.inputs),
        json.dumps({name: getattr(config, name) for name in step.settings}, sort_keys=True),
        " ".join(f"{name} {version(name)}" for name in LIBRARIES),
        hash_paths(code_of(step.module)),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def hash_paths(paths: Iterable[Path]) -> str:
    """Returns the hash of names and contents of files and folders; a missing one counts as such."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(f for f in path.rglob("*") if f.is_file()) if path.is_dir() else [path]
        for file in files:
            name = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file.name
            content = file.read_bytes() if file.is_file() else b"\0missing"
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def code_of(module: str) -> list[Path]:
    """Returns the files of a module and of everything of ours that it imports, however far, sorted."""
    found: set[Path] = set()
    waiting = [module]
    while waiting:
        path = _file_of(waiting.pop())
        if path and path not in found:
            found.add(path)
            waiting += _imports_of(path)
    return sorted(found)


@lru_cache(maxsize=512)
def _imports_of(path: Path) -> tuple[str, ...]:
    """Returns the names of our modules that a file may import."""
    return tuple(_imported(ast.parse(path.read_text(encoding="utf-8"))))


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        yield from (name for name in names if name.partition(".")[0] in _PACKAGES)


@lru_cache(maxsize=512)
def _file_of(module: str) -> Path | None:
    """Returns the file of one of our modules; None when the name is not a module's."""
    base = ROOT.joinpath(*module.split("."))
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)


def _read_json(path: Path) -> Any:
    """Returns a JSON file's content, an empty mapping when there is none or it is cut."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
