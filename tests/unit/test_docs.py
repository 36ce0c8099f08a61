"""The README lists every setting and every dependency, no more and no less."""

import re
from pathlib import Path

from app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_lists_every_setting() -> None:
    """The table of settings is that of the class."""
    listed = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)


def test_readme_gives_a_reason_for_every_dependency() -> None:
    """Each pinned library stands in the table of dependencies."""
    table = README.split("## Dependencies")[1].split("## Deployment")[0]
    for file in ("requirements.txt", "requirements-train.txt", "requirements-model.txt", "requirements-dev.txt"):
        for name in re.findall(r"^([A-Za-z0-9-]+)==", (ROOT / file).read_text(), re.MULTILINE):
            assert re.search(rf"\b{re.escape(name)}\b", table), f"{name} ({file}) has no line in the README"


def test_every_setting_says_what_it_is() -> None:
    """Each field has a description."""
    assert all(field.description for field in Settings.model_fields.values())
