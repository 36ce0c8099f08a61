"""The money grammar: finds the prices of a message and what they bound.

    text -> tokens -> numerals -> quantities ("300 lucas") + cues ("menos de") -> phrases -> judgement -> Monto

Every step is linear and pure. Source: nlu-guidelines, Amounts and Direction.
"""

from dataclasses import dataclass

from app.models.dominio import RangoPrecio
from app.nlu.amounts.judgement import judge
from app.nlu.amounts.phrases import read_phrases
from app.nlu.amounts.tokens import tokenize
from app.nlu.normalize import normalize

__all__ = ["Monto", "read_amounts"]


@dataclass(frozen=True, slots=True)
class Monto:
    """A price in a message: its characters as typed (end exclusive), cue and unit included, and its meaning.

    `seguro` is False where the reading rests on little ("con 300"): what else is known of the message may drop it.
    """

    start: int
    end: int
    rango: RangoPrecio
    seguro: bool


def read_amounts(texto: str) -> tuple[Monto, ...]:
    """Returns the prices of a message in the order of the text, without overlaps."""
    folded = normalize(texto)
    tokens = tokenize(folded, texto)
    montos: list[Monto] = []
    for phrase in read_phrases(tokens):
        meaning = judge(tokens, phrase)
        if meaning is not None:
            start, end = folded.span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
            montos.append(Monto(start, end, *meaning))
    return tuple(montos)
