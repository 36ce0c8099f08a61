"""A report as a list of blocks, written as Markdown with plots beside it, or as one HTML page that holds everything."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is the page's."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head; all but the first column stand to the right when `numbers`."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class Plot:
    """A PNG, its file name without ending, and what it shows."""

    name: str
    png: bytes
    caption: str


Block: TypeAlias = Heading | Text | Table | Plot

_STYLE: Final = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; color: #1d2129; }
table { border-collapse: collapse; margin: 1rem 0; font-size: .9rem; display: block; overflow-x: auto; }
th, td { border-bottom: 1px solid #d8dce3; padding: .3rem .7rem; text-align: left; vertical-align: top; }
table.numbers td:not(:first-child), table.numbers th:not(:first-child) { text-align: right; white-space: nowrap; }
figure { display: inline-block; margin: 1rem 1rem 1rem 0; } figcaption { color: #555c68; font-size: .85rem; }
img { max-width: 100%; }
@media (prefers-color-scheme: dark) { body { background: #15181d; color: #e6e8ec; } img { background: #fff; } }
"""


def write_markdown(blocks: Iterable[Block], folder: Path, name: str) -> None:
    """Writes `name`.md, and its plots into plots/."""
    (folder / "plots").mkdir(parents=True, exist_ok=True)
    parts = []
    for block in blocks:
        if isinstance(block, Plot):
            (folder / "plots" / f"{block.name}.png").write_bytes(block.png)
        parts.append(_markdown(block))
    (folder / f"{name}.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def write_html(blocks: Sequence[Block], folder: Path, name: str) -> None:
    """Writes `name`.html, which needs no other file."""
    title = next(b.text for b in blocks if isinstance(b, Heading))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    body = "\n".join(map(_html, blocks))
    page = (
        f'<!doctype html>\n<html lang="en"><head>{head}<style>{_STYLE}</style></head>\n<body>\n{body}\n</body></html>\n'
    )
    (folder / f"{name}.html").write_text(page, encoding="utf-8")


def _markdown(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {text}"
        case Text(text):
            return text
        case Plot(name, _, caption):
            return f"![{caption}](plots/{name}.png)"
        case Table(head, rows, numbers):
            rule = ["---", *(["--:" if numbers else "---"] * (len(head) - 1))]
            lines = [head, rule, *([cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows)]
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _html(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Text(text):
            return f"<p>{escape(text)}</p>"
        case Plot(_, png, caption):
            data = b64encode(png).decode("ascii")
            return (
                f'<figure><img alt="{escape(caption)}" src="data:image/png;base64,{data}">'
                f"<figcaption>{escape(caption)}</figcaption></figure>"
            )
        case Table(head, rows, numbers):
            top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
            body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
            kind = "numbers" if numbers else "words"
            return f'<table class="{kind}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'
