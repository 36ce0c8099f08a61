"""Searches by words that are no category: a variety of a kind ("aspiradora robot"), and kinds that no list knows.

Also the least price of a search, which tells whether anything cheaper can be offered.
"""

from dataclasses import replace
from typing import Final

from app.database.repository import Repository
from app.models.dominio import Filtros, Orden, ProductoFicha, Resultado
from app.nlu.normalize import fold
from app.nlu.reading import stems

HEAD_WORDS: Final = 3  # of a name tell its kind, where no brand ends them


def findable(filtros: Filtros, repo: Repository) -> Filtros:
    """Returns the search; without the word for a variety of its kind where no product of the kind has it."""
    if not (filtros.categoria and filtros.texto):
        return filtros
    variety = Filtros(categoria=filtros.categoria, texto=filtros.texto)
    return filtros if repo.buscar(variety, limite=1).total else replace(filtros, texto="")


def of_kind(filtros: Filtros, resultado: Resultado) -> Resultado:
    """Returns what an unknown kind of thing finds: only what is called so, before its brand and model.

    "Motos" is no phone named moto g84; "frigobar" is what a product's name begins with.
    """
    kind = stems(filtros.texto).split()
    if filtros.categoria is not None or len(kind) != 1 or not resultado.productos:
        return resultado
    named = [p for p in resultado.productos if kind[0] in _head(p)]
    if len(named) == len(resultado.productos):
        return resultado
    return Resultado(tuple(named), len(named))


def _head(producto: ProductoFicha) -> list[str]:
    """Returns the words of a name that tell what the thing is, in their stems."""
    before, found, _ = fold(producto.nombre).partition(fold(producto.marca or ""))
    words = stems(before if found and before.strip() else producto.nombre).split()
    return words[:HEAD_WORDS]


def least(repo: Repository, filtros: Filtros, total: int, shown: int) -> int | None:
    """Returns the least price of all that a search finds; None when all of it is shown or there is none."""
    if total <= shown:
        return None
    cheapest = repo.buscar(replace(filtros, orden=Orden.PRECIO_ASC, relajados=()), limite=1).productos
    return cheapest[0].precio if cheapest else None
