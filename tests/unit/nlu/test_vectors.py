"""Vectors are unit rows, and a choice among products is varied."""

import numpy as np
import pytest

from app.nlu.vectors import VECTOR_SIZE, VectorModel, choose_varied
from tests.support.fichas import ficha


class Pairs:
    """A stand-in for the fitted pipeline: one axis for each first letter."""

    def transform(self, textos: list[str]) -> np.ndarray:
        rows = np.zeros((len(textos), VECTOR_SIZE))
        for row, texto in zip(rows, textos, strict=True):
            if texto:
                row[ord(texto[0]) % VECTOR_SIZE] = len(texto)
        return rows


MODEL = VectorModel(Pairs(), "1")


def test_rows_have_length_one_and_unknown_texts_none() -> None:
    """So that an inner product is a likeness from 0 to 1."""
    rows = MODEL.embed(["árbol grande", "b", ""])
    assert rows.shape == (3, VECTOR_SIZE)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 0])


def test_nothing_gives_nothing() -> None:
    """An empty list has its shape."""
    assert MODEL.embed([]).shape == (0, VECTOR_SIZE)


def test_the_most_relevant_comes_first_and_its_twin_last() -> None:
    """A product like one already chosen waits, even when it is more relevant."""
    productos = [
        ficha(1, marca="LG", precio=100_000),
        ficha(2, marca="LG", precio=101_000),
        ficha(3, marca="Sony", precio=400_000),
    ]
    vectors = np.eye(3, dtype=np.float32)[[0, 0, 1]]
    chosen = choose_varied(productos, vectors, np.array([1.0, 0.9, 0.6]), n=3)
    assert [p.id for p in chosen] == [1, 3, 2]


def test_without_variety_relevance_alone_decides() -> None:
    """Balance 1 is the order of relevance; ties keep the order given."""
    productos = [ficha(1), ficha(2), ficha(3)]
    vectors = np.eye(3, dtype=np.float32)
    chosen = choose_varied(productos, vectors, np.array([0.5, 0.9, 0.5]), n=2, balance=1.0)
    assert [p.id for p in chosen] == [2, 1]
