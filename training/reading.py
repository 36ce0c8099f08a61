"""Messages through the pipeline as the server reads them: lists, entities, features."""

import json
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language

from app.nlu import tokens as _tokens  # registers the language of the pipeline
from app.nlu.attributes import build_frases
from app.nlu.entity_extractor import extract, token_spans
from app.nlu.evidence import add_components, know
from app.nlu.features import Vista, build_vista
from app.nlu.lexicon import CARACTERISTICAS, Lexico, Listas, join_names, read_lexicon
from app.nlu.word_classes import WordClasses


def hint_pipeline(lexicon_file: Path) -> Language:
    """Returns the pipeline up to the hints, with the compiled lists: what the recogniser is trained on."""
    nlp = _tokens.blank_pipeline()
    add_components(nlp)
    teach(nlp, *open_lexicon(lexicon_file))
    return nlp


def trained_pipeline(lexicon_file: Path, nlp_folder: Path) -> Language:
    """Returns the trained pipeline, with the compiled lists."""
    nlp = spacy.load(nlp_folder)
    teach(nlp, *open_lexicon(lexicon_file))
    return nlp


def open_lexicon(lexicon_file: Path) -> tuple[Listas, Lexico]:
    """Returns the compiled lists."""
    return read_lexicon(json.loads(lexicon_file.read_text(encoding="utf-8")))


def teach(nlp: Language, listas: Listas, lexico: Lexico) -> None:
    """Makes a pipeline know these lists, as `Nlu` does."""
    frases = build_frases(listas.sinonimos.get(CARACTERISTICAS, {}))
    know(nlp, join_names(listas, lexico), frases, WordClasses(listas.palabras))


def read_views(nlp: Language, textos: Iterable[str]) -> list[Vista]:
    """Returns the features of each text, by the server's own functions."""
    vistas = []
    for texto in textos:
        doc, hallazgos = extract(nlp, texto)
        vistas.append(build_vista(doc, token_spans(doc, hallazgos)))
    return vistas
