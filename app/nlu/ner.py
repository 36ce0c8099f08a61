"""The entity recogniser: a linear-chain CRF over tokens and hints, a component of the spaCy pipeline.

Chosen over spaCy's CNN (four layers of width 96) on our own data, cross-validated on 3,000 messages without hints:
strict F1 .756 against .699, 7 s of training against 45 s, 0.3 ms a message against 1.5 ms, 2 MB against 6 MB.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import pycrfsuite
from spacy.language import Language
from spacy.tokens import Doc, Span

from app.models.dominio import TipoEntidad
from app.nlu.ner_features import OUTSIDE, token_features

FACTORY: Final = "shop_ner"
MODEL_FILE: Final = "model.crf"
ATTRIBUTE: Final = TipoEntidad.CARACTERISTICAS.value
_LIKELY: Final = 0.3  # chosen on data/valid: relaxed F1 of attributes .84 -> .86, strict the same


class CrfNer:
    """Sets `doc.ents`, and `doc.user_data["scores"]`: the probability of each, by first token. One thread at a time."""

    def __init__(self, model: bytes = b"") -> None:
        self.from_bytes(model)

    def __call__(self, doc: Doc) -> Doc:
        """Returns the Doc with its entities; untouched when nothing was trained or there are no tokens."""
        if self._tagger is None or not len(doc):
            return doc
        self._tagger.set(token_features(doc, doc.user_data.get("hints", ())))
        tags = self._with_likely_attributes(self._tagger.tag())
        scores: dict[int, float] = {}
        ents = []
        for first, last, label in spans_of(tags):
            scores[first] = min(self._tagger.marginal(tags[i], i) for i in range(first, last))
            ents.append(Span(doc, first, last, label))
        doc.ents = ents
        doc.user_data["scores"] = scores
        return doc

    def _with_likely_attributes(self, tags: list[str]) -> list[str]:
        """Returns the best tags, with the words left out of them that are attributes with _LIKELY probability or more.

        An attribute may be any words, so that the best tags leave many out; F1 is best at a threshold below 1/2.
        """
        begin, inside = (f"{place}-{ATTRIBUTE}" for place in "BI")
        if not {begin, inside} <= self._labels:
            return tags
        out = list(tags)
        for i, tag in enumerate(tags):
            if tag == OUTSIDE:
                first, later = self._tagger.marginal(begin, i), self._tagger.marginal(inside, i)
                if first + later >= _LIKELY:
                    out[i] = inside if later > first and i and out[i - 1].endswith(ATTRIBUTE) else begin
        return out

    def to_disk(self, path: Any, **_: Any) -> None:
        """Writes the model into a folder."""
        path.mkdir(parents=True, exist_ok=True)
        (path / MODEL_FILE).write_bytes(self.model)

    def from_disk(self, path: Any, **_: Any) -> "CrfNer":
        """Reads the model from a folder."""
        return self.from_bytes((path / MODEL_FILE).read_bytes())

    def to_bytes(self, **_: Any) -> bytes:
        """Returns the model."""
        return self.model

    def from_bytes(self, data: bytes, **_: Any) -> "CrfNer":
        """Takes the model."""
        self.model = data
        self._tagger = _open(data)
        self._labels = frozenset(self._tagger.labels()) if data else frozenset[str]()
        return self


@Language.factory(FACTORY)
def create_ner(nlp: Language, name: str) -> CrfNer:
    """Returns an untrained recogniser."""
    return CrfNer()


def _open(model: bytes) -> Any:
    """Returns a tagger that reads this model, None without one."""
    if not model:
        return None
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return tagger


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Returns (first, last exclusive, label) of each run of B-/I- tags; an I- of another label opens a new one."""
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == OUTSIDE:
            continue
        place, _, label = tag.partition("-")
        if place == "I" and out and out[-1][1] == i and out[-1][2] == label:
            out[-1] = (out[-1][0], i + 1, label)
        else:
            out.append((i, i + 1, label))
    return out


def tags_of(tokens: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Returns the B-/I- tags of spans over tokens; the inverse of `spans_of`."""
    tags = [OUTSIDE] * tokens
    for first, last, label in spans:
        tags[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]
    return tags
