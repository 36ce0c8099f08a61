"""Rasa NLU training data (YAML 2.0 to 3.1) to values and back, every message with the line it stands on.

Source: Rasa's nlu-training-data documentation (entity short and full form, synonyms, lookups, regexes).
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from training.errors import TrainingError

_SPAN = re.compile(r"\[(?P<text>[^\[\]]+)\](?:\((?P<short>[^()]+)\)|(?P<full>\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}))")
_MAJORS = ("2", "3")
_LISTS = ("synonym", "lookup", "regex")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataError(TrainingError):
    """Training data that cannot be read. Names file and line, so that nothing is trained from half a file."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        self.file, self.line, self.reason = file, line, reason

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Anotacion:
    """One annotated span: characters of the message as typed, 0-based, end exclusive; `value` if the data gives one."""

    start: int
    end: int
    entity: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Mensaje:
    """One annotated message and where it was written."""

    text: str
    intent: str
    entidades: tuple[Anotacion, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(slots=True)
class Datos:
    """What a set of files holds: messages, and the lists `synonym`, `lookup` and `regex` by name."""

    mensajes: list[Mensaje] = field(default_factory=list)
    listas: dict[str, dict[str, list[str]]] = field(default_factory=lambda: {kind: {} for kind in _LISTS})


def read_data(paths: Iterable[Path]) -> Datos:
    """Returns everything in these files and folders (their *.yml, sorted by name). Raises: DataError."""
    datos = Datos()
    for path in paths:
        files = sorted([*path.rglob("*.yml"), *path.rglob("*.yaml")]) if path.is_dir() else [path]
        for file in files:
            _read_file(file, datos)
    return datos


def parse_example(example: str) -> tuple[str, tuple[Anotacion, ...]]:
    """Returns an example's plain text and its spans. Raises: ValueError saying what is wrong."""
    parts: list[str] = []
    spans: list[Anotacion] = []
    length = position = 0
    for match in _SPAN.finditer(example):
        before = example[position : match.start()]
        parts += [before, match["text"]]
        length += len(before)
        entity, value = _label(match)
        spans.append(Anotacion(length, length + len(match["text"]), entity, value))
        length += len(match["text"])
        position = match.end()
    parts.append(example[position:])
    if left := re.search(r"\](?:\(\w+\)|\{\")", "".join(parts)):
        raise ValueError(f"unbalanced annotation near {left.group()!r}")
    return "".join(parts), tuple(spans)


def format_example(text: str, entidades: Iterable[Anotacion]) -> str:
    """Returns the example line for a message; the inverse of `parse_example`."""
    out, position = [], 0
    for e in sorted(entidades, key=lambda e: e.start):
        meta = {"entity": e.entity, "value": e.value}
        label = f"({e.entity})" if e.value is None else json.dumps(meta, ensure_ascii=False)
        out += [text[position : e.start], f"[{text[e.start : e.end]}]{label}"]
        position = e.end
    return "".join([*out, text[position:]])


def write_messages(path: Path, mensajes: Iterable[Mensaje]) -> None:
    """Writes messages as one Rasa 3.1 file, grouped by intent in the order of first appearance."""
    groups: dict[str, list[str]] = {}
    for m in mensajes:
        groups.setdefault(m.intent, []).append(f"    - {format_example(m.text, m.entidades)}\n")
    body = "".join(f"- intent: {intent}\n  examples: |\n{''.join(lines)}" for intent, lines in groups.items())
    path.write_text(f'version: "3.1"\nnlu:\n{body}', encoding="utf-8")


def _label(match: re.Match[str]) -> tuple[str, object]:
    """Returns entity and explicit value of one span."""
    if match["short"]:
        return match["short"].strip().strip('"'), None
    try:
        meta = json.loads(match["full"])
    except json.JSONDecodeError as error:
        raise ValueError(f"broken annotation {match['full']!r}: {error.msg}") from error
    if not isinstance(meta.get("entity"), str):
        raise ValueError(f"annotation without entity: {match['full']!r}")
    return meta["entity"], meta.get("value")


def _read_file(file: Path, datos: Datos) -> None:
    """Adds one file's content to `datos`."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(file, line, f"not valid YAML: {error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(file, 1, f"not valid UTF-8 YAML: {error}") from error
    top = _mapping(file, root)
    version = top.get("version")
    if version is not None and str(version.value).split(".")[0] not in _MAJORS:
        raise DataError(file, version.start_mark.line + 1, f"unknown version {version.value!r}")
    nlu = top.get("nlu")
    if nlu is None:
        return
    if not isinstance(nlu, yaml.SequenceNode):
        raise DataError(file, nlu.start_mark.line + 1, "`nlu` is not a list")
    for item in nlu.value:
        _read_item(file, _mapping(file, item), item.start_mark.line + 1, datos)


def _mapping(file: Path, node: yaml.Node | None) -> dict[str, yaml.Node]:
    """Returns a mapping node's values by key."""
    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line + 1 if node else 1
        raise DataError(file, line, "expected `key: value`")
    return {str(key.value): value for key, value in node.value}


def _read_item(file: Path, item: dict[str, yaml.Node], line: int, datos: Datos) -> None:
    """Adds one list item of `nlu` to `datos`."""
    kind = next((k for k in ("intent", *_LISTS) if k in item), None)
    if kind is None or "examples" not in item:
        raise DataError(file, line, "expected `intent`, `synonym`, `lookup` or `regex` with `examples`")
    name = str(item[kind].value)
    for number, example in _examples(file, item["examples"]):
        if kind != "intent":
            datos.listas[kind].setdefault(name, []).append(example)
            continue
        try:
            text, entidades = parse_example(example)
        except ValueError as error:
            raise DataError(file, number, str(error)) from error
        datos.mensajes.append(Mensaje(text, name, entidades, str(file), number))


def _examples(file: Path, node: yaml.Node) -> Iterator[tuple[int, str]]:
    """Yields line number and text of each example, whether one block of "- " lines or a list."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            text = _mapping(file, item).get("text") if isinstance(item, yaml.MappingNode) else item
            if text is None:
                raise DataError(file, item.start_mark.line + 1, "example without `text`")
            yield item.start_mark.line + 1, str(text.value).strip().removeprefix("- ")
        return
    first = node.start_mark.line + (2 if getattr(node, "style", None) in ("|", ">") else 1)
    for offset, row in enumerate(str(node.value).split("\n")):
        if not row.strip():
            continue
        if not row.startswith("- "):
            raise DataError(file, first + offset, f"expected `- example`, found {row[:60]!r}")
        yield first + offset, row[2:].strip()
