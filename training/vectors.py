"""Trains the model that turns products into vectors: TF-IDF over their words, reduced by SVD."""

import csv
import hashlib
from pathlib import Path
from typing import Final

import joblib
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import Pipeline

from app.nlu.normalize import fold
from app.nlu.vectors import VECTOR_SIZE, VectorModel, product_text

# Words that say nothing about a product; the rest of the weighting is left to TF-IDF.
STOP_WORDS: Final = (
    "a al con de del el en es la las lo los o para por que se sin su sus un una y tiene trae incluye ideal color hasta"
).split()


def train_vectors(catalog: Path, *, seed: int) -> VectorModel:
    """Returns the model fitted on a catalogue file; the same file and seed give the same numbers."""
    with catalog.open(encoding="utf-8-sig", newline="") as file:
        textos = [
            fold(product_text(row["nombre"], row["categoria"], row["descripcion"], ())) for row in csv.DictReader(file)
        ]
    pipeline = Pipeline(
        [
            ("tfidf", TfidfVectorizer(sublinear_tf=True, min_df=2, stop_words=STOP_WORDS, ngram_range=(1, 2))),
            ("svd", TruncatedSVD(VECTOR_SIZE, random_state=seed)),
        ]
    )
    pipeline.fit(textos)
    return VectorModel(pipeline, hashlib.sha256(f"{seed}\n{''.join(textos)}".encode()).hexdigest()[:16])


def write_vectors(model: VectorModel, path: Path) -> None:
    """Writes the model."""
    joblib.dump(model, path)
