"""Products as vectors of meaning, and a varied choice among them. Pure.

TF-IDF over a product's words, reduced by SVD to VECTOR_SIZE numbers of length 1, so that the inner product of two of
them is their likeness. The same model reads what a person wants ("para estudiar"). Trained on the default catalogue
by `training.vectors`; a new catalogue is embedded with it, without training.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.models.dominio import ProductoFicha
from app.nlu.attributes import fold_words

VECTOR_SIZE: Final = 64
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class VectorModel:
    """The fitted pipeline; `version` names it, so that vectors of another one are known to be stale."""

    pipeline: Any
    version: str

    def embed(self, textos: Sequence[str]) -> Vectors:
        """Returns (n, VECTOR_SIZE) unit rows; a text without any known word is a row of zeros."""
        if not textos:
            return np.zeros((0, VECTOR_SIZE), dtype=np.float32)
        rows = self.pipeline.transform([fold_words(texto) for texto in textos]).astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 1e-6)
        return unit


def product_text(nombre: str, categoria: str, descripcion: str | None, atributos: Sequence[str]) -> str:
    """Returns what a product's vector is made of."""
    return " ".join((nombre, categoria, descripcion or "", *atributos))


def choose_varied(
    productos: Sequence[ProductoFicha],
    vectors: Vectors,
    relevance: NDArray[np.float64],
    *,
    n: int,
    balance: float = 0.7,
) -> list[ProductoFicha]:
    """Returns up to n products, each relevant and unlike those before it (maximal marginal relevance).

    Likeness is that of the vectors, of the brand and of the price level, so that five of the same do not fill the
    list. Ties go to the earlier product.

    Args:
        productos: candidates.
        vectors: (m, d) unit rows of the candidates.
        relevance: (m,) from 0 to 1.
        balance: 1 looks at relevance alone, 0 at variety alone.
    """
    likeness = _likeness(productos, vectors)
    chosen: list[int] = []
    rest = list(range(len(productos)))
    while rest and len(chosen) < n:
        closest = likeness[:, chosen].max(axis=1) if chosen else np.zeros(len(productos))
        best = max(rest, key=lambda i: (balance * relevance[i] - (1 - balance) * closest[i], -i))
        chosen.append(best)
        rest.remove(best)
    return [productos[i] for i in chosen]


def _likeness(productos: Sequence[ProductoFicha], vectors: Vectors) -> NDArray[np.float64]:
    """Returns (m, m) from 0 to 1: half what they are, a quarter whose they are, a quarter what they cost."""
    meaning = np.clip(vectors @ vectors.T, 0, 1)
    brands = np.array([p.marca or f"#{p.id}" for p in productos])
    same_brand = (brands[:, None] == brands[None, :]).astype(float)
    levels = np.log([max(p.precio, 1) for p in productos])
    # Twice the price is another level.
    same_level = np.exp2(-np.abs(levels[:, None] - levels[None, :]) / np.log(2))
    return np.asarray(0.5 * meaning + 0.25 * same_brand + 0.25 * same_level)
