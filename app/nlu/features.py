"""A message as the intent classifier sees it: the one feature path of training and serving.

Every entity is replaced by its label, so that "busco MARCA" is learnt once for all brands. Of what is left there are
roots ("recomiendas" and "rekomiendan" are one), classes of meaning ("<pedir> un CATEGORIA"), sounds for pieces of
words, the words as they stand, and a few signals.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from spacy.tokens import Doc

from app.nlu.words import phonetic

_DIGIT: Final = re.compile(r"\d")
_RUN: Final = re.compile(r"(.)\1{2,}")
_QUESTION: Final = frozenset(
    "que cual cuales cuanto cuanta cuantos cuantas como donde cuando quien q k ke kual cuant".split()
)
_REFERENCE: Final = frozenset(
    "ese esa eso esos esas este esta esto estos estas primero primera segundo segunda tercero tercera ultimo ultima "
    "cuarto cuarta quinto quinta otro otra otros otras ambos ambas".split()
)
_MANY: Final = 3  # entities of one label from which on more make no difference
_LONG: Final = 6  # powers of two of words from which on more make no difference

Spans = Sequence[tuple[int, int, str]]  # first token, last token exclusive, label; in order, without overlaps


@dataclass(frozen=True, slots=True)
class Vista:
    """One message as features; the first two are sequences of words, the last one is a set of them."""

    raices: tuple[str, ...]
    clases: tuple[str, ...]
    sonido: str
    crudo: str
    senales: tuple[str, ...]


def build_vista(doc: Doc, spans: Spans) -> Vista:
    """Returns the features of a Doc that went through ruler and hints, with these entities."""
    words = [_RUN.sub(r"\1", _DIGIT.sub("0", token.norm_)) for token in doc]
    roots = [_DIGIT.sub("0", root) for root in doc.user_data["roots"]]
    classes: list[tuple[str, ...]] = doc.user_data["classes"]
    named = [f"<{row[0]}>" if row else root for row, root in zip(classes, roots, strict=True)]
    outside = _mask(range(len(words)), spans)
    return Vista(
        tuple(roots[i] if isinstance(i, int) else i for i in outside),
        tuple(named[i] if isinstance(i, int) else i for i in outside),
        " ".join(phonetic(words[i]) if isinstance(i, int) else i for i in outside),
        " ".join(words),
        tuple(_signals(words, classes, outside, [label for _, _, label in spans])),
    )


def _mask(tokens: Sequence[int], spans: Spans) -> list[int | str]:
    """Returns the tokens outside every entity, and each entity's label in capitals in its place."""
    out: list[int | str] = []
    position = 0
    for first, last, label in spans:
        out += [*tokens[position:first], label.upper()]
        position = last
    return out + list(tokens[position:])


def _signals(
    words: Sequence[str], classes: Sequence[tuple[str, ...]], outside: Sequence[int | str], labels: Sequence[str]
) -> Iterator[str]:
    """Yields the pseudo-words that say what kind of message this is."""
    for label in sorted(set(labels)):
        yield f"hay_{label}_{min(labels.count(label), _MANY)}"
    yield "tipos_" + ("+".join(sorted(set(labels))) or "ninguno")
    yield f"largo_{min(len(words).bit_length(), _LONG)}"
    yield f"resto_{min((len(outside) - len(labels)).bit_length(), _LONG)}"
    if "?" in words or any(word in _QUESTION for word in words):
        yield "pregunta"
    if any(word in _REFERENCE for word in words):
        yield "referencia"
    yield from (f"clase_{name}" for name in sorted({n for i in outside if isinstance(i, int) for n in classes[i]}))


def word_ngrams(vista: Vista, *, view: str, longest: int) -> list[str]:
    """Returns the runs of up to `longest` words of one view."""
    words = ("^", *getattr(vista, view), "$")
    out = list(words[1:-1])
    for size in range(2, longest + 1):
        out += [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]
    return out


def skip_bigrams(vista: Vista, *, farthest: int) -> list[str]:
    """Returns the pairs of roots that stand two to `farthest` words apart."""
    words = vista.raices
    return [f"{words[i]}~{words[i + d]}" for d in range(2, farthest + 1) for i in range(len(words) - d)]


def letter_ngrams(vista: Vista, *, view: str, sizes: tuple[int, int]) -> list[str]:
    """Returns the pieces of `sizes` letters of each word of one view, its edges marked by spaces."""
    out: list[str] = []
    for word in getattr(vista, view).split(" "):
        padded = f" {word} "
        for size in range(sizes[0], sizes[1] + 1):
            out += [padded[i : i + size] for i in range(max(len(padded) - size, 0) + 1)]
    return out


def signals(vista: Vista) -> tuple[str, ...]:
    """Returns the pseudo-words."""
    return vista.senales


def tokens_in(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Returns the first and last (exclusive) token that touch these characters; (0, 0) when none does."""
    touched = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)


Analyzer = Callable[[Vista], Sequence[str]]

VIEWS: Final[Mapping[str, Analyzer]] = {
    "raices": partial(word_ngrams, view="raices", longest=2),
    "saltos": partial(skip_bigrams, farthest=4),
    "clases": partial(word_ngrams, view="clases", longest=4),
    "sonido": partial(letter_ngrams, view="sonido", sizes=(3, 5)),
    "crudo": partial(letter_ngrams, view="crudo", sizes=(2, 5)),
    "senales": signals,
}
