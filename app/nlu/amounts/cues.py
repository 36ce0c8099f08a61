"""Finds the cues of a message: a trie of the patterns in cue_words, longest match, bounded work per token."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import product
from typing import Final

from app.nlu.amounts import cue_words as palabras
from app.nlu.amounts.spelling import canonical
from app.nlu.amounts.tokens import Tokens, is_number, word_at


class Sentido(Enum):
    """What a cue makes of its amount."""

    MAX = auto()
    MIN = auto()
    ENTRE = auto()  # opens an interval
    PRESUPUESTO = auto()  # what the person has: a maximum
    CERCA = auto()  # 0.8 to 1.2 times the amount
    SUELTO = auto()  # "de/a 200 lucas", or no cue at all: read as CERCA


EXPLICITOS: Final = frozenset({Sentido.MAX, Sentido.MIN, Sentido.ENTRE})


class Fuerza(Enum):
    """How much a cue tells that the bare number beside it is money."""

    DEBIL = auto()  # "con 300", "de 300"
    MEDIA = auto()  # "tengo 300", "cerca de 300"
    FUERTE = auto()  # "menos de 300", "presupuesto 300"


@dataclass(frozen=True, slots=True)
class Senal:
    """What a cue means.

    `nombre`: a noun, where the span starts. `cede`: left out before a clearer cue ("por | menos de").
    """

    sentido: Sentido
    fuerza: Fuerza
    nombre: bool = False
    cede: bool = False

    @property
    def es_preposicion(self) -> bool:
        """Returns whether the cue is a bare preposition, beside which a verb says something else."""
        return self.cede and self.fuerza is Fuerza.DEBIL


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at `tokens[start:end]`."""

    start: int
    end: int
    senal: Senal


_BEFORE: Final = (
    (palabras.NOMBRE_PRESUPUESTO, Senal(Sentido.PRESUPUESTO, Fuerza.FUERTE, nombre=True)),
    (palabras.NOMBRE_TOPE, Senal(Sentido.MAX, Fuerza.FUERTE, nombre=True)),
    (palabras.MAXIMO, Senal(Sentido.MAX, Fuerza.FUERTE)),
    (palabras.MINIMO, Senal(Sentido.MIN, Fuerza.FUERTE)),
    (palabras.MINIMO_DEBIL, Senal(Sentido.MIN, Fuerza.DEBIL)),
    (palabras.ENTRE, Senal(Sentido.ENTRE, Fuerza.FUERTE)),
    (palabras.CERCA, Senal(Sentido.CERCA, Fuerza.MEDIA)),
    (palabras.CERCA_DEBIL, Senal(Sentido.CERCA, Fuerza.DEBIL)),
    (palabras.PRESUPUESTO, Senal(Sentido.PRESUPUESTO, Fuerza.MEDIA)),
    (palabras.GASTO, Senal(Sentido.PRESUPUESTO, Fuerza.MEDIA, cede=True)),
    (palabras.PREPOSICION, Senal(Sentido.PRESUPUESTO, Fuerza.DEBIL, cede=True)),
    (palabras.SUELTA, Senal(Sentido.SUELTO, Fuerza.DEBIL, cede=True)),
)
_AFTER: Final = (
    (palabras.TRAS_MAXIMO, Senal(Sentido.MAX, Fuerza.FUERTE)),
    (palabras.TRAS_MINIMO, Senal(Sentido.MIN, Fuerza.FUERTE)),
    (palabras.TRAS_PRESUPUESTO, Senal(Sentido.PRESUPUESTO, Fuerza.FUERTE)),
    (palabras.TRAS_CERCA, Senal(Sentido.CERCA, Fuerza.MEDIA)),
)


@dataclass(slots=True)
class _Node:
    branches: dict[str, "_Node"] = field(default_factory=dict)
    senal: Senal | None = None


def cues_before(tokens: Tokens) -> dict[int, Cue]:
    """Returns the cues that may stand before an amount, by where they end; the longest of those that end together."""
    ending: dict[int, Cue] = {}
    for i in range(len(tokens)):
        if word_at(tokens, i) == "max" and word_at(tokens, i - 1) in palabras.NOMBRES_CON_MAX:
            continue
        for cue in _matches(tokens, i, _trie_before()):
            ending.setdefault(cue.end, cue)
    return ending


def cue_after(tokens: Tokens, i: int) -> Cue | None:
    """Returns the longest cue that starts at i, just behind an amount."""
    found = list(_matches(tokens, i, _trie_after()))
    return found[-1] if found else None


def _matches(tokens: Tokens, i: int, root: _Node) -> Iterator[Cue]:
    """Returns every cue that starts at i, shortest first. A pattern is at most ten words long."""
    at, reached = i, [root]
    while reached and at < len(tokens) and not is_number(tokens, at):
        symbols = _symbols(tokens[at].texto)
        reached = [node.branches[s] for node in reached for s in symbols if s in node.branches]
        at += 1
        for node in reached:
            if node.senal is not None:
                yield Cue(i, at, node.senal)
                break


@lru_cache(maxsize=4096)
def _symbols(word: str) -> tuple[str, ...]:
    """Returns the names by which patterns know a word: its canonical spelling and its classes."""
    known = canonical(word)
    return (known, *_classes().get(known, ()))


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    by_word: dict[str, tuple[str, ...]] = {}
    for name, words in palabras.CLASES.items():
        for word in words.split():
            by_word[word] = (*by_word.get(word, ()), name)
    return by_word


@cache
def _trie_before() -> _Node:
    return _trie(_BEFORE)


@cache
def _trie_after() -> _Node:
    return _trie(_AFTER)


def _trie(meanings: tuple[tuple[str, Senal], ...]) -> _Node:
    """Returns the patterns as one trie; where two write the same words, the first meaning stays."""
    root = _Node()
    for patterns, senal in meanings:
        for pattern in patterns.replace("\n", ";").split(";"):
            for words in product(*(_choices(part) for part in pattern.split())):
                _grow(root, [word for word in words if word], senal)
    return root


def _grow(root: _Node, words: list[str], senal: Senal) -> None:
    node = root
    for word in words:
        node = node.branches.setdefault(word, _Node())
    if node is not root and node.senal is None:
        node.senal = senal


def _choices(part: str) -> list[str]:
    """Returns the symbols of one place in a pattern; the empty one where it is optional."""
    words = part.removesuffix("?").split("|")
    return [*words, ""] if part.endswith("?") else words
