"""`python -m training.lint`: checks the data against the guidelines, and says where it does not follow them."""

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import Indel

from app.models.dominio import Intencion, TipoEntidad
from app.nlu.lexicon import AMBIGUA, CATEGORIA, key
from app.nlu.normalize import fold, normalize
from app.nlu.words import WORD
from training.context import Context
from training.frames import frame_of, sentence_of
from training.paths import Paths
from training.rasa_yaml import DataError, Mensaje, read_data
from training.values import alternatives, read_rango

# What guidelines leave out at the start of a kind or an attribute.
_LEADING: Final = frozenset("el la los las de del con para pa por que color".split())
_TRIMMED: Final = frozenset({TipoEntidad.CATEGORIA, TipoEntidad.CARACTERISTICAS})
NEAR: Final = 0.93  # share of letters in common from which two messages are the same one
_NEAR_FROM: Final = 12  # characters; in shorter ones a letter makes the difference ("y la 2", "y la 3")

Frame: TypeAlias = Callable[[Mensaje], str]


def lint(paths: Paths) -> list[str]:
    """Returns one line for each thing wrong in `data/`, as `file:line: what`. Raises: DataError."""
    parts = [read_data([folder]).mensajes for folder in (paths.train, paths.valid, paths.test)]
    leaves = catalog_categories(paths.catalog)
    problems = [p for part in parts for m in part for p in check_message(m, leaves)]
    for part in parts:
        problems += check_duplicates(part)
    ambiguous = read_data([paths.lists[1]]).listas["lookup"].get(AMBIGUA, [])
    problems += check_labels_of_phrases(parts[0], ambiguous)
    problems += check_near_duplicates(parts[0])
    train, valid, test = parts
    problems += check_shared_frames(train, valid, frame=sentence_of)
    problems += check_shared_frames([*train, *valid], test, frame=frame_of)
    return problems + list(check_synonyms(paths.lists[0], leaves))


def check_message(m: Mensaje, leaves: frozenset[str]) -> Iterator[str]:
    """Yields what is wrong with one message by itself."""
    if m.intent not in set(Intencion):
        yield _at(m, f"unknown intent {m.intent!r}")
    bounds = _word_bounds(m.text)
    last = 0
    for e in sorted(m.entidades, key=lambda e: e.start):
        words = m.text[e.start : e.end]
        if e.entity not in set(TipoEntidad):
            yield _at(m, f"unknown entity {e.entity!r}")
        if e.start < last:
            yield _at(m, f"{words!r} overlaps the span before it")
        if e.start not in bounds or e.end not in bounds or words != words.strip():
            yield _at(m, f"{words!r} does not start and end with a word")
        first, _, rest = fold(words).partition(" ")
        if e.entity in _TRIMMED and first in _LEADING and rest and not rest.startswith("a "):  # "de a dos" is one
            yield _at(m, f"{words!r} starts with an article or a preposition")
        if e.entity == TipoEntidad.CATEGORIA and not leaves.issuperset(alternatives(e.value)):
            yield _at(m, f"{e.value!r} is no category of the catalogue")
        if e.entity == TipoEntidad.RANGO_PRECIO and e.value is not None and read_rango(str(e.value)) is None:
            yield _at(m, f"{e.value!r} is not a range such as '200000..500000' or '..300 USD'")
        last = e.end


def check_duplicates(mensajes: Sequence[Mensaje]) -> Iterator[str]:
    """Yields messages that say the same, and frames that two intents share."""
    texts: dict[str, Mensaje] = {}
    frames: dict[str, Mensaje] = {}
    for m in mensajes:
        first = texts.setdefault(_plain(m.text), m)
        if first is not m:
            yield _at(m, f"same text as {first.file}:{first.line}")
            continue
        frame = sentence_of(m)
        other = frames.setdefault(frame, m) if frame else m
        if other.intent != m.intent:
            yield _at(m, f"same frame as {other.file}:{other.line} ({other.intent}): {frame!r}")


def check_labels_of_phrases(mensajes: Sequence[Mensaje], ambiguous: Iterable[str]) -> Iterator[str]:
    """Yields names that are a brand here and something else there, save brands that are also words ("Polar").

    Kinds, attributes and lines may change with what is asked ("disco duro" alone, a notebook "con disco duro").
    """
    words = {key(word) for word in ambiguous}
    seen: dict[str, dict[str, Mensaje]] = defaultdict(dict)
    for m in mensajes:
        for e in m.entidades:
            phrase = key(m.text[e.start : e.end])
            seen[phrase].setdefault(e.entity, m)
    for phrase, labels in sorted(seen.items()):
        if TipoEntidad.MARCA in labels and len(labels) > 1 and phrase not in words:
            (one, first), (two, second), *_ = labels.items()
            yield _at(second, f"{phrase!r} is {two} here and {one} at {first.file}:{first.line}")


def check_shared_frames(known: Iterable[Mensaje], others: Iterable[Mensaje], *, frame: Frame) -> Iterator[str]:
    """Yields messages of `others` whose frame, or whole text, is that of a known one."""
    frames = {frame(m): m for m in known} | {key(m.text): m for m in known}
    frames.pop("", None)
    for m in others:
        if other := frames.get(frame(m)) or frames.get(key(m.text)):
            yield _at(m, f"shares its frame with {other.file}:{other.line}")


def check_near_duplicates(mensajes: Sequence[Mensaje], near: float = NEAR) -> Iterator[str]:
    """Yields messages of different intents that differ in a few letters only."""
    by_intent: dict[str, list[tuple[str, Mensaje]]] = defaultdict(list)
    for m in mensajes:
        if len(text := fold(m.text)) >= _NEAR_FROM:
            by_intent[m.intent].append((text, m))
    for one, other in combinations(sorted(by_intent), 2):
        left, right = by_intent[one], by_intent[other]
        texts = [text for text, _ in left], [text for text, _ in right]
        scores = process.cdist(*texts, scorer=Indel.normalized_similarity, score_cutoff=near, workers=-1)
        for i, j in zip(*scores.nonzero(), strict=True):
            a, b = left[i][1], right[j][1]
            yield _at(b, f"{other}, but nearly the same as {a.file}:{a.line}, which is {one}: {b.text!r}")


def check_synonyms(folder: Path, leaves: frozenset[str]) -> Iterator[str]:
    """Yields synonyms of a category that does not exist, and phrases that stand for two values."""
    for file in sorted(folder.glob("*.yml")):
        values: dict[str, str] = {}
        for value, phrases in read_data([file]).listas["synonym"].items():
            if file.stem == CATEGORIA and value not in leaves:
                yield f"{file}:{_line_of(file, value)}: synonyms of {value!r}, which is no category of the catalogue"
            for phrase in phrases:
                if values.setdefault(key(phrase), value) != value:
                    first = values[key(phrase)]
                    yield f"{file}:{_line_of(file, phrase)}: {phrase!r} stands for {first!r} and for {value!r}"


def catalog_categories(path: Path) -> frozenset[str]:
    """Returns the categories of a catalogue file, parents included."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return frozenset(name for row in csv.DictReader(file) for name in (row["categoria"], row["categoria_padre"]))


def check_data(context: Context) -> None:
    """Raises: DataError with the first problem, so that nothing is trained from broken data."""
    problems = lint(context.paths)
    if problems:
        file, line, reason = problems[0].split(":", 2)
        raise DataError(Path(file), int(line), f"{reason.strip()} (and {len(problems) - 1} more: make lint-data)")


def _plain(text: str) -> str:
    """Returns the folded words of a text without punctuation; a text of nothing else stays as it is."""
    return " ".join(word for word in WORD.findall(fold(text)) if word[0].isalnum()) or text


def _line_of(file: Path, words: str) -> int:
    """Returns the first line of a file that holds these words."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if words in line), 1)


def _word_bounds(text: str) -> set[int]:
    """Returns the places where a span may start or end."""
    normal = normalize(text)
    return {place for match in WORD.finditer(normal.texto) for place in normal.span(*match.span())}


def _at(m: Mensaje, what: str) -> str:
    return f"{m.file}:{m.line}: {what}"


def counts(mensajes: Iterable[Mensaje]) -> Mapping[str, int]:
    """Returns how many messages each intent has."""
    out: dict[str, int] = defaultdict(int)
    for m in mensajes:
        out[m.intent] += 1
    return dict(sorted(out.items()))


def main() -> int:
    """Prints every problem; returns 1 if there is one."""
    paths = Paths()
    try:
        problems = lint(paths)
    except DataError as error:
        problems = [str(error)]
    print("\n".join(problems) or "data: nothing wrong", file=sys.stderr if problems else sys.stdout)
    for folder in (paths.train, paths.valid, paths.test) if not problems else ():
        found = counts(read_data([folder]).mensajes)
        print(f"{folder.name}: {sum(found.values())} messages, " + ", ".join(f"{k} {n}" for k, n in found.items()))
    return int(bool(problems))


if __name__ == "__main__":
    raise SystemExit(main())
