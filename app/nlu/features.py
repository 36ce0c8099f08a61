"""A message as the intent classifier sees it: the one feature path of training and serving.

Four views of the same tokens: the words with every entity replaced by its label, so that "busco MARCA" is learnt once
for all brands; the same by their sound ("kiero" is "quiero"); the words as they stand; and a few signals.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.models.dominio import TipoEntidad
from app.nlu.words import phonetic

_NUMBER: Final = re.compile(r"\d")
_RUN: Final = re.compile(r"(.)\1{2,}")
_QUESTION: Final = frozenset("que cual cuales cuanto cuanta cuantos cuantas como donde cuando quien q k ke kual cuant".split())
_REFERENCE: Final = frozenset(
    "ese esa eso esos esas este esta esto estos estas primero primera segundo segunda tercero tercera ultimo ultima "
    "cuarto cuarta quinto quinta otro otra otros otras ambos ambas".split()
)


@dataclass(frozen=True, slots=True)
class Vista:
    """One message as features; `senales` are pseudo-words."""

    tapado: str
    sonido: str
    crudo: str
    senales: tuple[str, ...]


def build_vista(words: Sequence[str], spans: Iterable[tuple[int, int, TipoEntidad]]) -> Vista:
    """Returns the views of a message.

    Args:
        words: its folded tokens.
        spans: entities as (first token, last token exclusive, label), in order, without overlaps.
    """
    labels: list[str] = []
    masked: list[str] = []
    position = 0
    for first, last, tipo in spans:
        masked += words[position:first]
        masked.append(tipo.value.upper())
        labels.append(tipo.value)
        position = last
    masked += words[position:]
    plain = [_RUN.sub(r"\1", _NUMBER.sub("0", word)) for word in words]
    masked = [w if w.isupper() else _RUN.sub(r"\1", _NUMBER.sub("0", w)) for w in masked]
    sounds = [w if w.isupper() else phonetic(w) for w in masked]
    return Vista(" ".join(masked), " ".join(sounds), " ".join(plain), tuple(_signals(plain, masked, labels)))


def _signals(plain: Sequence[str], masked: Sequence[str], labels: Sequence[str]) -> Iterable[str]:
    """Yields the pseudo-words that say what kind of message this is."""
    for label in sorted(set(labels)):
        yield f"hay_{label}_{min(labels.count(label), 3)}"
    yield "tipos_" + ("+".join(sorted(set(labels))) or "ninguno")
    yield f"largo_{min(len(plain).bit_length(), 6)}"
    yield f"resto_{min((len(masked) - len(labels)).bit_length(), 6)}"
    if any(word in _QUESTION for word in plain) or "?" in plain:
        yield "pregunta"
    if any(word in _REFERENCE for word in plain):
        yield "referencia"
    if masked:
        yield f"empieza_{masked[0]}"
        yield f"termina_{masked[-1]}"


def tokens_in(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Returns the first and last (exclusive) token that touch these characters."""
    touched = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)
