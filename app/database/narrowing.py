"""Searches by words that are no category: a variety of a kind ("aspiradora robot"), and kinds that no list knows.

Also the least price of a search, which tells whether anything cheaper can be offered.
"""

from dataclasses import replace
from typing import Final

from app.database.motivos import RELAJADO_MARCAS
from app.database.relaxing import without_relaxed
from app.database.repository import Repository
from app.models.dominio import Filtros, Orden, ProductoFicha, Resultado
from app.nlu.normalize import fold
from app.nlu.reading import roots

# Candidates that a page or a recommendation is chosen from; enough for several price levels and brands.
POOL: Final = 40
KINDS_TOLD: Final = 3  # of a brand that has nothing of the kind asked for
HEAD_WORDS: Final = 3  # of a name tell its kind, where no brand ends them


def findable(filtros: Filtros, repo: Repository) -> Filtros:
    """Returns the search with its free words as the catalogue has them.

    Typos in them are mended where as typed they find nothing. Beside a category they are a variety of it: they go
    where no product of the kind has them ("aspiradora atómica"), or its own name says them ("cremas hidratantes").
    """
    if not filtros.texto:
        return filtros
    if filtros.categoria and set(roots(filtros.texto)) <= set(roots(filtros.categoria)):
        return replace(filtros, texto="")
    for texto in dict.fromkeys((filtros.texto, repo.corregir(filtros.texto))):
        if repo.buscar(Filtros(categoria=filtros.categoria, texto=texto), limite=1).total:
            return replace(filtros, texto=texto)
    return replace(filtros, texto="") if filtros.categoria else filtros


def of_kind(filtros: Filtros, resultado: Resultado) -> Resultado:
    """Returns what an unknown kind of thing finds: only what is called so, before its brand and model.

    "Motos" is no phone named moto g84; "frigobar" is what a product's name begins with.
    """
    kind = roots(filtros.texto)
    if filtros.categoria is not None or len(kind) != 1 or not resultado.productos:
        return resultado
    named = [p for p in resultado.productos if kind[0] in _head(p)]
    if len(named) == len(resultado.productos):
        return resultado
    return Resultado(tuple(named), len(named))


def _head(producto: ProductoFicha) -> list[str]:
    """Returns the words of a name that tell what the thing is, in their stems."""
    nombre = fold(producto.nombre)
    before = nombre.split(fold(producto.marca), 1)[0] if producto.marca else nombre
    return roots(before if before.strip() else nombre)[:HEAD_WORDS]


def least(repo: Repository, filtros: Filtros, total: int, shown: int) -> int | None:
    """Returns the least price of all that a search finds; None when all of it is shown or there is none."""
    if total <= shown:
        return None
    cheapest = repo.buscar(replace(filtros, orden=Orden.PRECIO_ASC, relajados=()), limite=1).productos
    return cheapest[0].precio if cheapest else None


def lets_go_of_all(filtros: Filtros) -> bool:
    """Returns whether nothing but a price is left of a search for features or a brand: anything would do."""
    wished = {*filtros.relajados} <= {RELAJADO_MARCAS, *filtros.caracteristicas}
    left = replace(without_relaxed(filtros), precio_min=None, precio_max=None)
    return bool(filtros.relajados) and wished and left.vacio


def kinds_of_brand(filtros: Filtros, repo: Repository) -> tuple[str, ...]:
    """Returns the kinds of thing that there are of the brand asked for, where there is none of the kind asked for."""
    if filtros.categoria is None or filtros.texto or filtros.relajados != (RELAJADO_MARCAS,):
        return ()
    found = repo.buscar(Filtros(marcas=filtros.marcas), limite=POOL).productos
    kinds = dict.fromkeys(p.categoria for p in found)
    return () if filtros.categoria in kinds else tuple(kinds)[:KINDS_TOLD]


def looked_at(filtros: Filtros, limite: int) -> int:
    """Returns how many products to read for a page: more where they are sifted by kind, or by who they are for."""
    sifted = (filtros.para and filtros.orden == Orden.RELEVANCIA) or (filtros.texto and filtros.categoria is None)
    return max(limite, POOL) if sifted else limite
