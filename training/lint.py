"""Checks `data/`: `python -m training.lint`. Prints one line a finding, file:line first; exit status 1 when there are any."""

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Indel

from app.models.dominio import Intencion, TipoEntidad
from app.nlu.lexicon import key
from app.nlu.normalize import fold
from training.errors import TrainingError
from training.frames import frame_of
from training.paths import ROOT, Paths
from training.rasa_yaml import Anotacion, Datos, Mensaje, read_data
from training.values import parse_categorias, parse_rango

NEAR: Final = 0.95  # share of letters in common from which two messages are the same one
_NEAR_FROM: Final = 12  # characters; shorter messages differ in meaning by a letter ("y la 2", "y la 3")
_OPENERS: Final = frozenset("$(+-.")  # signs that a span may begin with
_CLOSERS: Final = frozenset("\"'%+°€$!.)”″²³*#&")  # ... and end with


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with one line of a file."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


def lint(paths: Paths) -> list[Finding]:
    """Returns everything that is wrong with the data. Raises: DataError for a file that cannot be read."""
    train, valid, test = (read_data([folder]).mensajes for folder in (paths.train, paths.valid, paths.test))
    everything = [*train, *valid, *test]
    categorias = catalog_categories(paths.catalog)
    synonyms = {file: read_data([file]) for file in sorted(paths.lists[0].glob("*.yml"))}
    return [
        *check_labels(everything),
        *check_spans(everything),
        *check_values([*valid, *test], categorias),
        *check_synonyms(synonyms, categorias),
        *check_repeats(train),
        *check_repeats([*valid, *test]),
        *check_near_duplicates(train),
        *check_contradictions(everything),
        *check_held_out(test, [*train, *valid]),
    ]


def check_labels(mensajes: Iterable[Mensaje]) -> Iterator[Finding]:
    """Yields the labels that the guidelines do not have."""
    intents, entities = set(Intencion), set(TipoEntidad)
    for m in mensajes:
        if m.intent not in intents:
            yield _at(m, f"unknown intent {m.intent!r}")
        yield from (_at(m, f"unknown entity {e.entity!r}") for e in m.entidades if e.entity not in entities)


def check_spans(mensajes: Iterable[Mensaje]) -> Iterator[Finding]:
    """Yields empty messages, and spans that overlap, reach outside, or have blanks, punctuation or half a word at an end."""
    for m in mensajes:
        if not m.text.strip():
            yield _at(m, "empty message")
        for e in m.entidades:
            if reason := _wrong_ends(m.text, e):
                yield _at(m, f"{e.entity} {m.text[e.start : e.end]!r} {reason}")
        ordered = sorted(m.entidades, key=lambda e: e.start)
        for one, other in zip(ordered, ordered[1:], strict=False):
            if other.start < one.end:
                yield _at(m, f"{one.entity} and {other.entity} overlap")


def check_values(mensajes: Iterable[Mensaje], categorias: frozenset[str]) -> Iterator[Finding]:
    """Yields values of held-out messages that cannot be: unknown categories, amounts not of the form min..max."""
    for m in mensajes:
        for e in m.entidades:
            if e.entity == TipoEntidad.CATEGORIA:
                unknown = {c for c in parse_categorias(str(e.value or "")) if c is not None} - categorias
                yield from (_at(m, f"category that does not exist: {name!r}") for name in sorted(unknown))
            if e.entity == TipoEntidad.RANGO_PRECIO and e.value is not None:
                try:
                    parse_rango(str(e.value))
                except ValueError as error:
                    yield _at(m, str(error))
            if e.entity in (TipoEntidad.CATEGORIA, TipoEntidad.RANGO_PRECIO) and e.value is None:
                yield _at(m, f"{e.entity} {m.text[e.start : e.end]!r} without value")


def check_synonyms(files: dict[Path, Datos], categorias: frozenset[str]) -> Iterator[Finding]:
    """Yields synonyms of categories that do not exist, and phrases that stand for two values."""
    for file, datos in files.items():
        values: dict[str, str] = {}
        for value, phrases in datos.listas["synonym"].items():
            if file.stem == TipoEntidad.CATEGORIA and value not in categorias:
                yield Finding(_short(file), _line_of(file, value), f"category that does not exist: {value!r}")
            for phrase in phrases:
                if values.setdefault(key(phrase), value) != value:
                    reason = f"{phrase!r} stands for {values[key(phrase)]!r} and for {value!r}"
                    yield Finding(_short(file), _line_of(file, phrase), reason)


def check_repeats(mensajes: Iterable[Mensaje]) -> Iterator[Finding]:
    """Yields messages that stand twice, whatever their capitals and accents."""
    first: dict[str, Mensaje] = {}
    for m in mensajes:
        before = first.setdefault(fold(m.text).strip(), m)
        if before is not m:
            yield _at(m, f"repeats {_where(before)}: {m.text[:60]!r}")


def check_near_duplicates(mensajes: Sequence[Mensaje], near: float = NEAR) -> Iterator[Finding]:
    """Yields messages of different intents that are the same but for a few letters."""
    by_intent: dict[str, list[tuple[str, Mensaje]]] = {}
    for m in mensajes:
        if len(text := fold(m.text)) >= _NEAR_FROM:
            by_intent.setdefault(m.intent, []).append((text, m))
    for one, other in combinations(sorted(by_intent), 2):
        left, right = by_intent[one], by_intent[other]
        texts = [text for text, _ in left], [text for text, _ in right]
        scores = process.cdist(*texts, scorer=Indel.normalized_similarity, score_cutoff=near, workers=-1)
        for i, j in zip(*scores.nonzero(), strict=True):
            a, b = left[i][1], right[j][1]
            yield _at(b, f"{other}, but nearly {_where(a)}, which is {one}: {b.text[:60]!r}")


def check_contradictions(mensajes: Iterable[Mensaje]) -> Iterator[Finding]:
    """Yields phrases that have two labels between the same two words on either side."""
    first: dict[tuple[str, str, str], tuple[str, Mensaje]] = {}
    for m in mensajes:
        for e in m.entidades:
            before, after = _words(m.text[: e.start])[-2:], _words(m.text[e.end :])[:2]
            phrase = key(m.text[e.start : e.end])
            if len(before) + len(after) < 2:
                continue
            label, other = first.setdefault((" ".join(before), phrase, " ".join(after)), (e.entity, m))
            if label != e.entity:
                yield _at(m, f"{phrase!r} is {e.entity} here and {label} in {_where(other)}, between the same words")


def check_held_out(held_out: Iterable[Mensaje], known: Iterable[Mensaje]) -> Iterator[Finding]:
    """Yields held-out messages that share their masked frame with a message that the models were made with."""
    frames = {frame_of(m): m for m in known}
    for m in held_out:
        if other := frames.get(frame_of(m)):
            yield _at(m, f"held out, but has the frame of {_where(other)}: {m.text[:60]!r}")


def catalog_categories(path: Path) -> frozenset[str]:
    """Returns the categories of a catalogue file and their parents."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return frozenset(name for row in csv.DictReader(file) for name in (row["categoria"], row["categoria_padre"]) if name)


def _wrong_ends(text: str, e: Anotacion) -> str:
    """Returns what is wrong with the ends of a span, "" when nothing is."""
    if not 0 <= e.start < e.end <= len(text):
        return f"reaches outside of its message ({e.start}:{e.end})"
    first, last = text[e.start], text[e.end - 1]
    if first.isspace() or last.isspace():
        return "begins or ends with a blank"
    if not (first.isalnum() or first in _OPENERS) or not (last.isalnum() or last in _CLOSERS):
        return "begins or ends with punctuation"
    if e.start and text[e.start - 1].isalpha() and first.isalpha():
        return "begins inside a word"
    return "ends inside a word" if e.end < len(text) and text[e.end].isalpha() and last.isalpha() else ""


def _at(m: Mensaje, reason: str) -> Finding:
    """Returns a finding about a message."""
    return Finding(_short(Path(m.file)), m.line, reason)


def _words(text: str) -> list[str]:
    return key(text).split()


def _where(m: Mensaje) -> str:
    return f"{_short(Path(m.file))}:{m.line}"


def _short(file: Path) -> str:
    return str(file.relative_to(ROOT)) if file.is_relative_to(ROOT) else str(file)


def _line_of(file: Path, words: str) -> int:
    """Returns the first line of a file that holds these words."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return next((n for n, line in enumerate(lines, 1) if words in line), 1)


def main() -> int:
    """Returns the exit status."""
    try:
        findings = lint(Paths())
    except TrainingError as error:
        print(error)
        return 1
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings" if findings else "data/ is clean", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
