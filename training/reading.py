"""Messages through the models as the server reads them: lists, entities, views."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from app.nlu.attributes import build_frases
from app.nlu.entity_extractor import Hallazgo, extract
from app.nlu.evidence import add_components, know
from app.nlu.features import Vista, build_vista, tokens_in
from app.nlu.lexicon import CARACTERISTICAS, Lexico, Listas, join_names, read_lexicon
from app.nlu.tokens import blank_pipeline
from training.corpus import Leido
from training.rasa_yaml import Mensaje


def hint_pipeline(lexicon_file: Path) -> Language:
    """Returns the pipeline up to the hints, with the compiled lists: what the recogniser is trained on."""
    nlp = blank_pipeline()
    add_components(nlp)
    teach(nlp, *read_lexicon(json.loads(lexicon_file.read_text(encoding="utf-8"))))
    return nlp


def trained_pipeline(lexicon_file: Path, nlp_folder: Path) -> Language:
    """Returns the trained pipeline, with the compiled lists."""
    nlp = spacy.load(nlp_folder)
    teach(nlp, *read_lexicon(json.loads(lexicon_file.read_text(encoding="utf-8"))))
    return nlp


def teach(nlp: Language, listas: Listas, lexico: Lexico) -> None:
    """Makes a pipeline know these lists, as `Nlu` does."""
    know(nlp, join_names(listas, lexico), build_frases(listas.sinonimos.get(CARACTERISTICAS, {})))


def read_views(nlp: Language, textos: Iterable[str]) -> list[Vista]:
    """Returns the classifier's view of each text, by the server's own functions."""
    return [view_of(*extract_words(nlp, texto)) for texto in textos]


def extract_words(nlp: Language, texto: str) -> tuple[list[str], list[tuple[int, int]], tuple[Hallazgo, ...]]:
    """Returns folded tokens, their characters and the entities of a text."""
    doc, hallazgos = extract(nlp, texto)
    return [token.norm_ for token in doc], doc.user_data["spans"], hallazgos


def view_of(words: Sequence[str], spans: Sequence[tuple[int, int]], hallazgos: Iterable[Hallazgo]) -> Vista:
    """Returns the classifier's view of these tokens with these entities."""
    return build_vista(words, [(*tokens_in(spans, h.start, h.end), h.tipo) for h in hallazgos])


def only_tokens(mensajes: Iterable[Mensaje]) -> list[Leido]:
    """Returns the messages as tokens, without any hints; what masking needs, and quick."""
    nlp = blank_pipeline()
    return [Leido(mensaje, nlp(mensaje.text), ()) for mensaje in mensajes]
