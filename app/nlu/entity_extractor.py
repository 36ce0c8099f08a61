"""A message's entities as spans: the amount grammar, the lists and the NER, and the one rule for who wins.

1. An amount that the grammar is sure of is a `rango_precio`; nothing else may touch its characters.
2. An amount it is unsure of counts where the NER sees a `rango_precio` too; the span is the grammar's.
3. A `rango_precio` of the NER without a reading of the grammar is dropped: no price where there is none.
4. All other spans are the NER's, which has weighed the lists' hints in their context, less the words that
   guidelines leave out at their ends (articles, prepositions, "color").
5. Who asks the shop for nothing asks for no attribute: "estudiaste en la universidad?" (`asked_for`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc

from app.models.dominio import Intencion, RangoPrecio, TipoEntidad
from app.nlu.amounts import Monto
from app.nlu.evidence import add_components
from app.nlu.features import tokens_in
from app.nlu.ner import FACTORY
from app.nlu.tokens import blank_pipeline

GRAMMAR, NER = "amount_grammar", "ner"
_PRICE: Final = TipoEntidad.RANGO_PRECIO.value
_LEADING: Final = frozenset(
    "el la los las lo un una unos unas de del al a en con para pa pal por y e o u que q color su mi tu sus es sea "
    "tenga marca modelo".split()
)
# 17 of the 4,774 training messages of these intents have an attribute; the NER finds one in every tenth.
_NEVER: Final[Mapping[str, frozenset[str]]] = {
    Intencion.NO_RECONOCIDA: frozenset({TipoEntidad.CARACTERISTICAS, TipoEntidad.RANGO_PRECIO}),
    Intencion.SALUDO: frozenset({TipoEntidad.CARACTERISTICAS}),
    Intencion.AYUDA: frozenset({TipoEntidad.CARACTERISTICAS}),
}
_TRAILING: Final = frozenset("el la los las de del con para pa por y e o que q en un una".split())


@dataclass(frozen=True, slots=True)
class Hallazgo:
    """A span found: characters as typed, label, probability, who found it, and its reading when it is an amount."""

    start: int
    end: int
    tipo: TipoEntidad
    score: float
    extractor: str
    rango: RangoPrecio | None = None


def build_nlp(model: bytes) -> Language:
    """Returns the spaCy pipeline, tokens -> ruler -> hints -> NER, with this NER model and empty lists."""
    nlp = blank_pipeline()
    add_components(nlp)
    component: Any = nlp.add_pipe(FACTORY, name=NER)
    component.from_bytes(model)
    return nlp


def ner_model(nlp: Language) -> bytes:
    """Returns the NER model of a pipeline."""
    component: Any = nlp.get_pipe(NER)
    return bytes(component.model)


def extract(nlp: Language, texto: str) -> tuple[Doc, tuple[Hallazgo, ...]]:
    """Returns the tokens of a message and its entities, in order, without overlaps."""
    doc = nlp(texto)
    return doc, resolve(doc)


def asked_for(intent: str, label: str) -> bool:
    """Returns whether an entity of this label means anything in a message of this intent (rule 5)."""
    return label not in _NEVER.get(intent, ())


def token_spans(doc: Doc, hallazgos: Iterable[Hallazgo]) -> list[tuple[int, int, str]]:
    """Returns the spans as (first token, last token exclusive, label)."""
    spans = doc.user_data["spans"]
    return [(*tokens_in(spans, h.start, h.end), h.tipo.value) for h in hallazgos]


def resolve(doc: Doc) -> tuple[Hallazgo, ...]:
    """Returns the entities of a Doc that went through the pipeline, by the rule above."""
    prices = list(_prices(doc))
    taken = [(p.start, p.end) for p in prices]
    others = [h for h in _others(doc) if not any(h.start < end and start < h.end for start, end in taken)]
    return tuple(sorted([*prices, *others], key=lambda h: h.start))


def _prices(doc: Doc) -> Iterator[Hallazgo]:
    """Yields the amounts that count."""
    spans, scores = doc.user_data["spans"], doc.user_data.get("scores", {})
    seen = [(spans[e.start][0], spans[e.end - 1][1], scores[e.start]) for e in doc.ents if e.label_ == _PRICE]
    for monto in doc.user_data["amounts"]:
        score = _agreement(monto, seen)
        if monto.seguro or score is not None:
            yield Hallazgo(
                monto.start, monto.end, TipoEntidad.RANGO_PRECIO, 1.0 if score is None else score, GRAMMAR, monto.rango
            )


def _agreement(monto: Monto, seen: Iterable[tuple[int, int, float]]) -> float | None:
    """Returns the probability of the NER's price that overlaps this amount, None where it sees none."""
    return next((score for start, end, score in seen if start < monto.end and monto.start < end), None)


def _others(doc: Doc) -> Iterator[Hallazgo]:
    """Yields the NER's spans that are no prices, trimmed."""
    spans, scores = doc.user_data["spans"], doc.user_data.get("scores", {})
    for ent in doc.ents:
        if ent.label_ == _PRICE:
            continue
        first, last = trim([token.norm_ for token in doc[ent.start : ent.end]])
        if first < last:
            start, end = spans[ent.start + first][0], spans[ent.start + last - 1][1]
            yield Hallazgo(start, end, TipoEntidad(ent.label_), scores[ent.start], NER)


def trim(words: list[str]) -> tuple[int, int]:
    """Returns the first and last (exclusive) of these folded tokens that belong to the span."""
    first, last = 0, len(words)
    while first < last and (words[first] in _LEADING or not words[first][0].isalnum()):
        first += 1
    while last > first and (words[last - 1] in _TRAILING or not _closes(words, last - 1)):
        last -= 1
    return first, last


def _closes(words: list[str], i: int) -> bool:
    """Returns whether a span may end with this token: a word, or a unit's sign after a number (55", 100%)."""
    return words[i][0].isalnum() or (words[i] in "\"'%+°" and i > 0 and words[i - 1][-1].isalnum())
