"""What is like one product: of its kind, within the search in force as far as that goes, and near its price."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.database.motivos import RELAJADO_MARCAS, RELAJADO_PRECIO_MAX, RELAJADO_PRECIO_MIN
from app.database.recommender import Recommender
from app.database.repository import Repository
from app.models.dominio import Filtros, ProductoFicha
from app.nlu.attributes import cumple

POOL: Final = 40
NEAR_PRICE: Final = (0.5, 2.0)  # of the product's price: what a person takes for the same level
LEAST_NEAR: Final = 2  # fewer at its level are no choice: the nearest in price follow


def find_alike(
    producto: ProductoFicha, wish: Filtros, repo: Repository, recommender: Recommender, *, limite: int
) -> tuple[Filtros, tuple[ProductoFicha, ...]]:
    """Returns the search with what had to be loosened, and the products in stock most like one, best first.

    Args:
        producto: what they are to be like; it is left out.
        wish: the search in force; features go first, then the brand, then the price, as in every search.
    """
    kind = Filtros(categoria=producto.categoria)
    pool = repo.buscar(replace(wish, productos=(), relajados=()), limite=POOL).productos
    others = repo.buscar(kind, limite=POOL).productos
    known = {p.id: p for p in (*pool, *others)}
    ids = recommender.similar(producto, tuple(known.values()), n=POOL)
    ranked = [p for p in repo.por_ids((*ids, *known)) if p.disponible and p.id != producto.id]
    for step in _steps(wish):
        found = [p for p in ranked if _meets(p, step)]
        if found:
            break
    chosen = tuple(_by_level(found, producto.precio)[:limite]) if ranked else ()
    return replace(wish, relajados=tuple(_unmet(chosen, wish))), chosen


def _steps(wish: Filtros) -> Iterator[Filtros]:
    yield wish
    wish = replace(wish, caracteristicas=())
    yield wish
    wish = replace(wish, marcas=())
    yield wish
    yield replace(wish, precio_min=None, precio_max=None)


def _meets(ficha: ProductoFicha, filtros: Filtros) -> bool:
    low, high = filtros.precio_min, filtros.precio_max
    return (
        (not filtros.marcas or ficha.marca in filtros.marcas)
        and ficha.marca not in filtros.marcas_excluidas
        and (low is None or ficha.precio >= low)
        and (high is None or ficha.precio <= high)
        and all(cumple(ficha.atributos, c) for c in filtros.caracteristicas)
    )


def _by_level(fichas: Sequence[ProductoFicha], precio: int) -> list[ProductoFicha]:
    """Returns those of the same price level in their order; where they are too few, the nearest in price after them."""
    low, high = (share * precio for share in NEAR_PRICE)
    near = [p for p in fichas if low <= p.precio <= high]
    far = sorted((p for p in fichas if p not in near), key=lambda p: max(p.precio / precio, precio / p.precio))
    return near if len(near) >= LEAST_NEAR else [*near, *far]


def _unmet(fichas: Sequence[ProductoFicha], wish: Filtros) -> Iterator[str]:
    """Yields the parts of the search that one of the products does not meet."""
    yield from (c for c in wish.caracteristicas if not all(cumple(p.atributos, c) for p in fichas))
    if wish.marcas and any(p.marca not in wish.marcas for p in fichas):
        yield RELAJADO_MARCAS
    if wish.precio_min is not None and any(p.precio < wish.precio_min for p in fichas):
        yield RELAJADO_PRECIO_MIN
    if wish.precio_max is not None and any(p.precio > wish.precio_max for p in fichas):
        yield RELAJADO_PRECIO_MAX
