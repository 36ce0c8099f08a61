"""Chooses what to recommend: what fits the wish best, varied in kind, brand and price, or what is like a product."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import numpy as np
from sqlalchemy import Connection

from app.database.relaxing import without_relaxed
from app.database.repository import Repository
from app.database.vectors import load_vectors, similar_to, vectors_available
from app.models.dominio import Filtros, ProductoFicha, Resultado
from app.models.formato import enumerar
from app.nlu.attributes import cumple
from app.nlu.comparison import main_features
from app.nlu.kinds import is_wish
from app.nlu.vectors import VectorModel, Vectors, choose_varied, product_text

# How much of the relevance is likeness to the wish; the rest is the order of the search.
LIKENESS_SHARE = 0.5
REASONS_MAX = 3


@dataclass(frozen=True, slots=True)
class Recommender:
    """Works on one transaction. Without a model, the order of the search decides."""

    connection: Connection
    model: VectorModel | None

    def choose(
        self, productos: Sequence[ProductoFicha], filtros: Filtros, *, n: int, ranked: bool = True
    ) -> tuple[ProductoFicha, ...]:
        """Returns up to n of the candidates, best first, each with its reason.

        Args:
            productos: candidates in the order of the search.
            ranked: that order says which is better; otherwise variety alone decides.
        """
        if len(productos) < 2:
            return with_reasons(productos[:n], filtros)
        order = np.linspace(1, 0, len(productos)) if ranked else np.ones(len(productos))
        if self.model is None:
            vectors = np.eye(len(productos), dtype=np.float32)
            relevance = order
        else:
            vectors = self._vectors(self.model, productos)
            wish = self.model.embed([" ".join((*filtros.caracteristicas, filtros.texto))])[0]
            likeness = np.clip(vectors @ wish, 0, 1)
            relevance = LIKENESS_SHARE * likeness + (1 - LIKENESS_SHARE) * order
        return with_reasons(choose_varied(productos, vectors, relevance, n=n), filtros)

    def pool(self, found: Resultado, filtros: Filtros, repo: Repository) -> tuple[ProductoFicha, ...]:
        """Returns the candidates for a wish: what the search lists first and, of a longer list, what is most like it.

        The two take turns. "Para estudiar" is on few cards; its neighbours are products whose words go with it.
        Facts ("16 GB RAM") need no likeness: all that is found has them.

        Args:
            found: what the search shows of all that it found.
            filtros: the wish; what it had to loosen does not bind its neighbours either.
        """
        words = " ".join((*filter(is_wish, filtros.caracteristicas), filtros.texto)).strip()
        longer = found.total > len(found.productos)
        if self.model is None or not words or not longer or not vectors_available(self.connection):
            return found.productos
        wish = self.model.embed([f"{filtros.categoria or ''} {words}"])[0]
        if not wish.any():
            return found.productos
        size = len(found.productos)
        near = repo.por_ids(repo.cercanos_a(wish, without_relaxed(filtros), limite=size // 2))
        turns = (p for pair in zip_longest(found.productos, near) for p in pair if p is not None)
        return tuple({p.id: p for p in turns}.values())[:size]

    def similar(self, producto: ProductoFicha, candidatos: Sequence[ProductoFicha], *, n: int) -> tuple[int, ...]:
        """Returns the ids of the available products most like one, best first.

        Args:
            candidatos: where to look when this database keeps no vectors.
        """
        if self.model is not None and vectors_available(self.connection):
            found = similar_to(self.connection, producto.id, limite=n)
            if found:
                return found
        others = [p for p in candidatos if p.id != producto.id and p.disponible]
        if self.model is None or not others:
            return tuple(p.id for p in others[:n])
        vectors = self._vectors(self.model, [producto, *others])
        likeness = vectors[1:] @ vectors[0]
        return tuple(others[i].id for i in np.argsort(-likeness, kind="stable")[:n])

    def _vectors(self, model: VectorModel, productos: Sequence[ProductoFicha]) -> Vectors:
        """Returns one row a product: the stored vector, or one made now for a product too new to have one."""
        stored = load_vectors(self.connection, [p.id for p in productos]) if vectors_available(self.connection) else {}
        missing = [p for p in productos if p.id not in stored]
        made = model.embed([product_text(p.nombre, p.categoria, p.descripcion, p.atributos) for p in missing])
        stored.update(zip((p.id for p in missing), made, strict=True))
        return np.stack([stored[p.id] for p in productos])


def with_reasons(chosen: Sequence[ProductoFicha], filtros: Filtros) -> tuple[ProductoFicha, ...]:
    """Returns the products with why each was chosen among them."""
    return tuple(replace(p, motivo=_reason(p, chosen, filtros)) for p in chosen)


def _reason(producto: ProductoFicha, chosen: Sequence[ProductoFicha], filtros: Filtros) -> str:
    """Returns why this one, from what its card says: what was asked for, what it has, and its place in price."""
    asked = [c for c in filtros.caracteristicas if cumple(producto.atributos, c)]
    reasons = [f"su ficha menciona {enumerar([f'«{c}»' for c in asked[:REASONS_MAX]])}"] if asked else []
    features = [a for a in main_features(producto, REASONS_MAX) if a not in asked]
    if features and len(asked) < REASONS_MAX:
        reasons.append(f"tiene {enumerar(features)}")
    prices = [p.precio for p in chosen]
    if len(prices) > 1 and producto.precio == min(prices):
        reasons.append("es la opción más económica de estas")
    elif len(prices) > 2 and producto.precio == max(prices):
        reasons.append("es la de mayor precio de estas")
    return "; ".join(reasons)
