"""Runs every benchmark of this folder, one after the other, each in a process of its own: `python -m benchmarks`."""

import ast
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def benchmarks() -> list[str]:
    """Returns the names of the modules that measure something: those with a `main`."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_") and _has_main(path))


def _has_main(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body)


def main() -> int:
    """Returns 0, or 1 when a benchmark failed; the others are run all the same."""
    failed = []
    for name in benchmarks():
        print(f"\n== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=FOLDER.parent, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"\nfailed: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    raise SystemExit(main())
