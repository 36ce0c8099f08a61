"""What a folder imports is installed by the requirements of that folder, not by those of another."""

import ast
import re
import sys
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SERVER = ("requirements.txt",)
TRAINING = (*SERVER, "requirements-train.txt", "requirements-model.txt")
OURS = {"app", "training", "benchmarks", "tests"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(files: tuple[str, ...]) -> set[str]:
    lines = "\n".join((ROOT / file).read_text() for file in files)
    return {normal(name) for name in re.findall(r"^([A-Za-z0-9-]+)==", lines, re.MULTILINE)}


def needed_by(names: set[str]) -> set[str]:
    """`names` and what they ask for themselves, extras left out."""
    found, waiting = set(), list(names)
    while waiting:
        name = waiting.pop()
        if name in found or name not in INSTALLED:
            continue
        found.add(name)
        asked = [line for line in requires(name) or [] if "extra ==" not in line]
        waiting += [normal(match[0]) for line in asked if (match := re.match(r"[A-Za-z0-9._-]+", line))]
    return found


def imported(folder: str) -> set[str]:
    """Top-level modules of other people's that `folder` imports."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / folder).rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.split(".")[0] for name in names} - OURS - sys.stdlib_module_names


DISTRIBUTIONS = packages_distributions()
INSTALLED = {normal(name) for names in DISTRIBUTIONS.values() for name in names}


@pytest.mark.parametrize(("folder", "files"), [("app", SERVER), ("training", TRAINING)])
def test_what_is_imported_is_installed(folder: str, files: tuple[str, ...]) -> None:
    """`make run` on a new machine installs the server's and training's requirements only."""
    there = needed_by(pinned(files))
    missing = {name for name in imported(folder) if not there & {normal(each) for each in DISTRIBUTIONS.get(name, [])}}
    assert missing == set()
