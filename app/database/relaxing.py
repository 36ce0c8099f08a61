"""Loosens a wish that nothing meets: features first, then brand, then price; never the category. Pure.

`relajados` names what was let go: a feature by its own text, "marcas", "precio_min", "precio_max".
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from app.database.motivos import RELAJADO_MARCAS, RELAJADO_PRECIO_MAX, RELAJADO_PRECIO_MIN, sorted_bounds
from app.models.dominio import Filtros, Orden
from app.nlu.kinds import is_wish

FEATURES_TRIED: Final = 12  # of a longer list the rest is let go without a try

Exists = Callable[[Filtros], bool]
FirstPrice = Callable[[Filtros], int | None]
Step = tuple[Filtros, tuple[str, ...]]


def relax(filtros: Filtros, exists: Exists, first_price: FirstPrice) -> Step | None:
    """Returns the nearest search that finds something, and what was loosened for it; None when nothing can help.

    One thing is let go at a time: first only features, then the brand, then the price instead of the brand, then both.
    At each step as many features stay as can be met together: facts before uses, those named first before the others.

    Args:
        exists: whether any product in stock meets a search.
        first_price: the price of the first product of a search, in the order that it asks for.
    """
    for base, loosened in _steps(filtros, first_price):
        bare = replace(base, caracteristicas=())
        if exists(bare):
            kept = _most_features(base, exists)
            dropped = tuple(c for c in filtros.caracteristicas if c not in kept)
            return replace(base, caracteristicas=kept), (*dropped, *loosened)
    return None


def without_relaxed(filtros: Filtros) -> Filtros:
    """Returns the search that a loosened wish came down to: what `relajados` names is gone from it."""
    gone = filtros.relajados
    return replace(
        filtros,
        marcas=() if RELAJADO_MARCAS in gone else filtros.marcas,
        precio_min=None if RELAJADO_PRECIO_MIN in gone else filtros.precio_min,
        precio_max=None if RELAJADO_PRECIO_MAX in gone else filtros.precio_max,
        caracteristicas=tuple(c for c in filtros.caracteristicas if c not in gone),
        relajados=(),
    )


def loosen_price(filtros: Filtros, first_price: FirstPrice) -> Step:
    """Returns the search with the end of its price open that has the nearest product, which comes first."""
    low, high = sorted_bounds(filtros)
    above = replace(filtros, precio_min=low, precio_max=None, orden=Orden.PRECIO_ASC)
    below = replace(filtros, precio_min=None, precio_max=high, orden=Orden.PRECIO_DESC)
    if low is None or high is None:
        return (above, (RELAJADO_PRECIO_MAX,)) if low is None else (below, (RELAJADO_PRECIO_MIN,))
    dearer = first_price(replace(above, caracteristicas=()))
    cheaper = first_price(replace(below, caracteristicas=()))
    if cheaper is None or (dearer is not None and dearer - high <= low - cheaper):
        return above, (RELAJADO_PRECIO_MAX,)
    return below, (RELAJADO_PRECIO_MIN,)


def _steps(filtros: Filtros, first_price: FirstPrice) -> Iterator[Step]:
    priced = filtros.precio_min is not None or filtros.precio_max is not None
    unbranded = replace(filtros, marcas=())
    yield filtros, ()
    if filtros.marcas:
        yield unbranded, (RELAJADO_MARCAS,)
    if priced:
        yield loosen_price(filtros, first_price)
    if priced and filtros.marcas:
        base, loosened = loosen_price(unbranded, first_price)
        yield base, (RELAJADO_MARCAS, *loosened)


def _most_features(filtros: Filtros, exists: Exists) -> tuple[str, ...]:
    """Returns as many features as some product has together, the firm ones added first, each in the order named.

    A use ("para el living") is a wish that few cards state; 65 inches are a fact that people insist on.
    """
    kept: tuple[str, ...] = ()
    for caracteristica in sorted(filtros.caracteristicas, key=is_wish)[:FEATURES_TRIED]:
        if exists(replace(filtros, caracteristicas=(*kept, caracteristica))):
            kept = (*kept, caracteristica)
    return kept
