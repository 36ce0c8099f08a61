"""Annotated messages as the models see them: tokens with hints, tags, and views for the classifier."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from app.nlu.entity_extractor import Hallazgo, token_spans
from app.nlu.evidence import Pista
from app.nlu.features import Vista, build_vista, tokens_in
from app.nlu.ner import tags_of
from training.rasa_yaml import Mensaje


@dataclass(frozen=True, slots=True)
class Leido:
    """One message, its tokens and the hints on them."""

    mensaje: Mensaje
    doc: Doc
    pistas: tuple[Pista, ...]

    @property
    def words(self) -> list[str]:
        """Folded tokens."""
        return [token.norm_ for token in self.doc]

    def gold_spans(self) -> list[tuple[int, int, str]]:
        """Returns the annotated entities over tokens."""
        spans = self.doc.user_data["spans"]
        out = [(*tokens_in(spans, e.start, e.end), e.entity) for e in self.mensaje.entidades]
        return sorted(span for span in out if span[0] < span[1])

    def gold_tags(self) -> list[str]:
        """Returns the annotated entities as B-/I- tags."""
        return tags_of(len(self.doc), self.gold_spans())


def read_all(nlp: Language, mensajes: Iterable[Mensaje]) -> list[Leido]:
    """Returns the messages read by a pipeline up to its hints (one without NER)."""
    out = []
    for mensaje in mensajes:
        doc = nlp(mensaje.text)
        out.append(Leido(mensaje, doc, tuple(doc.user_data["hints"])))
    return out


def view(leido: Leido, hallazgos: Sequence[Hallazgo]) -> Vista:
    """Returns the classifier's view of a message with these entities."""
    return build_vista(leido.doc, token_spans(leido.doc, hallazgos))
