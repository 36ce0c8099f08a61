"""The drawing of the house is a test: imports go downwards only, and the core does no I/O."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

# Lower floors first. A module's floor is that of its longest matching prefix.
FLOORS = {
    "app.models": 0,
    "app.errors": 0,
    "app.settings": 0,
    "app.nlu": 1,
    "app.llm": 1,
    "app.database.bounded": 1,
    "app.database.queries": 1,
    "app.metrics": 1,
    "app.nlu.artifacts": 2,
    "app.nlu.holder": 2,
    "app.llm.llm_answer": 2,
    "app.llm.ollama_client": 2,
    "app.llm.pantalla": 2,
    "app.llm.redaccion": 2,
    "app.database": 2,
    "app.catalog": 3,
    "app.chat": 3,
    "app.limits": 3,
    "app": 4,
}
CORE_MAY_NOT_IMPORT = {
    "socket",
    "asyncio",
    "datetime",
    "httpx",
    "pathlib",
    "random",
    "requests",
    "subprocess",
    "time",
    "fastapi",
    "starlette",
    "psycopg2",
}
MODULES = sorted((ROOT / "app").rglob("*.py")) + sorted((ROOT / "training").rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def floor_of(name: str) -> int:
    parts = name.split(".")
    for size in range(len(parts), 0, -1):
        if (floor := FLOORS.get(".".join(parts[:size]))) is not None:
            return floor
    raise AssertionError(f"{name} stands on no floor")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_downwards(path: Path) -> None:
    """A module imports from its own floor or a lower one; app never imports training."""
    name = name_of(path)
    for imported in imports_of(path):
        if name.startswith("training"):
            assert not imported.startswith("app.") or imported.split(".")[1] in {"nlu", "models", "errors", "settings"}
        else:
            assert not imported.startswith("training"), f"{name} imports {imported}"
            if imported.startswith("app."):
                assert floor_of(imported) <= floor_of(name), f"{name} imports {imported}, which stands above it"


@pytest.mark.parametrize("path", [p for p in MODULES if p.parts[-2] != "training"], ids=name_of)
def test_core_does_no_io(path: Path) -> None:
    """No session, no socket, no clock, no file in the core."""
    name = name_of(path)
    if name.startswith("app.") and floor_of(name) <= 1 and name not in {"app.settings", "app.models.database"}:
        touched = {module.split(".")[0] for module in imports_of(path)} & CORE_MAY_NOT_IMPORT
        assert not touched, f"{name} imports {touched}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_identifiers_are_ascii(path: Path) -> None:
    """What people read has its accents and its ñ; names of the code do not."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    named = [getattr(node, field, "") for node in nodes for field in ("id", "name", "arg", "attr")]
    assert [name for name in named if isinstance(name, str) and not name.isascii()] == []
