"""What the served NLU says about annotated messages, laid out for counting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from app.models.dominio import Entidad, Intencion, Parse, RangoPrecio, TipoEntidad
from app.nlu.pipeline import Nlu
from training.metrics import Floats, Ints, Span, SpanCounts, count_spans, spans_of
from training.rasa_yaml import Anotacion, Mensaje
from training.report.right_values import is_right

LABELS = tuple(intent.value for intent in Intencion)
FALLBACK = LABELS.index(Intencion.NO_RECONOCIDA)
ASKED_FOR = ("marca", "categoria", "rango_precio", "caracteristicas")  # the four labels; `producto` is our addition
ALL_FIVE = tuple(tipo.value for tipo in TipoEntidad)


@dataclass(frozen=True)
class Predictions:
    """n messages and their parses: labels as numbers (n,), probabilities (n, n_labels) in the order of LABELS."""

    mensajes: Sequence[Mensaje]
    parses: Sequence[Parse]
    gold: Ints = field(init=False)
    decided: Ints = field(init=False)
    confidence: Floats = field(init=False)
    probs: Floats = field(init=False)

    def __post_init__(self) -> None:
        number = {label: i for i, label in enumerate(LABELS)}
        rankings = [dict(parse.ranking) for parse in self.parses]
        made = {
            "gold": np.array([number[m.intent] for m in self.mensajes], dtype=np.int64),
            "decided": np.array([number[p.intencion] for p in self.parses], dtype=np.int64),
            "confidence": np.array([p.confianza for p in self.parses], dtype=np.float64),
            "probs": np.array([[row[Intencion(label)] for label in LABELS] for row in rankings], dtype=np.float64),
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    @property
    def right(self) -> np.ndarray:
        """Returns (n,) whether the decision is right."""
        return np.asarray(self.gold == self.decided)

    @property
    def out_of_scope(self) -> np.ndarray:
        """Returns (n,) whether the message is out of scope."""
        return np.asarray(self.gold == FALLBACK)

    def span_counts(self, labels: Iterable[str]) -> list[SpanCounts]:
        """Returns the counts of spans of these labels, by message."""
        wanted = tuple(labels)
        return [
            count_spans(spans_of(m.entidades, wanted), found_spans(p, wanted))
            for m, p in zip(self.mensajes, self.parses, strict=True)
        ]

    def values_right(self, label: str) -> list[tuple[bool, ...]]:
        """Returns for each message whether each annotated value of a label was found; () where it has none."""
        return [
            tuple(_value_found(p, e, m.text) for e in m.entidades if e.entity == label and _has_value(e))
            for m, p in zip(self.mensajes, self.parses, strict=True)
        ]

    def false_prices(self) -> list[int]:
        """Returns for each message how many prices were seen where none is annotated."""
        return [
            sum(not any(_overlap(found, e) for e in m.entidades if e.entity == "rango_precio") for found in _prices(p))
            for m, p in zip(self.mensajes, self.parses, strict=True)
        ]

    def some(self, chosen: Sequence[int]) -> "Predictions":
        """Returns these messages only."""
        return Predictions([self.mensajes[i] for i in chosen], [self.parses[i] for i in chosen])


def predict(nlu: Nlu, mensajes: Sequence[Mensaje]) -> Predictions:
    """Returns what the NLU says about these messages."""
    return Predictions(mensajes, nlu.parse_all([m.text for m in mensajes]))


def found_spans(parse: Parse, labels: Sequence[str]) -> list[Span]:
    """Returns the entities found, of these labels."""
    return [(e.start, e.end, e.entity.value) for e in parse.entidades if e.entity.value in labels]


def _value_found(parse: Parse, gold: Anotacion, text: str) -> bool:
    return any(e.entity == gold.entity and _overlap(e, gold) and is_right(e, gold, text) for e in parse.entidades)


def _has_value(e: Anotacion) -> bool:
    return e.entity == TipoEntidad.MARCA or e.value is not None


def _overlap(found: Entidad, gold: Anotacion) -> bool:
    return found.start < gold.end and gold.start < found.end


def _prices(parse: Parse) -> list[Entidad]:
    return [e for e in parse.entidades if isinstance(e.valor, RangoPrecio)]
