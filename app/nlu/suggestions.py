"""Short next messages for the person to tap: each is understood by this dialogue and leads somewhere.

Source: protocol (`sugerencias`).
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from app.models.dominio import Accion, Estado, Filtros, Hechos

MAX_SUGERENCIAS: Final = 4

_ORDINALES: Final = ("primero", "segundo", "tercero", "cuarto")


def suggest(hechos: Hechos, estado: Estado) -> tuple[str, ...]:
    """Returns two to four next messages, the likeliest first.

    Args:
        hechos: what the answer says.
        estado: the conversation after the answer (`dialogue.after_answer`).
    """
    ideas = _IDEAS.get(hechos.accion, _start)(hechos, estado)
    return tuple(islice(dict.fromkeys([*ideas, *_start(hechos, estado)]), MAX_SUGERENCIAS))


def _start(hechos: Hechos, estado: Estado) -> Iterator[str]:
    """Yields ways to begin."""
    if not estado.filtros.vacio:
        yield "Empecemos de nuevo"
    yield from hechos.ejemplos[:3]
    yield from (f"Muéstrame {_lower(c)}" for c in hechos.categorias[:3])
    yield "¿Qué puedes hacer?"
    if estado.filtros.vacio:
        yield "Necesito ideas para un regalo"


def _resume(hechos: Hechos, estado: Estado) -> Iterator[str]:
    """Yields ways back to a search that stands, after a courtesy or something out of scope."""
    if estado.filtros.vacio or not estado.mostrados:
        return
    if hechos.total > len(estado.vistos):
        yield "Muéstrame más"
    yield "Cuéntame del primero" if len(estado.mostrados) > 1 else "Cuéntame más de ese"
    if len(estado.mostrados) > 1:
        yield "¿Cuál me recomiendas?"


def _list(hechos: Hechos, estado: Estado) -> Iterator[str]:
    """Yields what people say to a list: more, cheaper, one against another, another brand."""
    if not hechos.productos:
        yield from _loosen(estado.filtros)
        return
    if len(hechos.productos) == 1:
        yield "Cuéntame más de ese"
    unseen = hechos.total > len(estado.vistos)
    if unseen and not estado.filtros.vacio:
        yield "Muéstrame más"
    if _is_cheaper(hechos):
        yield "Más baratos"
    kinds = list(dict.fromkeys(p.categoria for p in hechos.productos))
    if len(kinds) > 2:  # Ideas of all sorts: the next step is one of those kinds.
        yield "Cuéntame del primero"
        yield from (f"Muéstrame {_lower(kind)}" for kind in kinds[:2])
        return
    if len(hechos.productos) > 1:
        yield "Compara el primero con el segundo"
        yield "Cuéntame del primero"
    yield from _brands(hechos, estado.filtros)
    yield from _loosen(estado.filtros)


def _after_comparison(hechos: Hechos, estado: Estado) -> Iterator[str]:
    if hechos.comparacion is None:
        yield from _list(hechos, estado)
        return
    for place, producto in zip(_ORDINALES, hechos.productos, strict=False):
        if producto.disponible:
            yield f"Cuéntame del {place}"
    if len(hechos.productos) > 1:
        yield "¿Cuál me recomiendas de esos?"


def _after_explaining(hechos: Hechos, estado: Estado) -> Iterator[str]:
    if len(hechos.productos) > 1:
        yield from (f"Cuéntame del {place}" for place, _ in zip(_ORDINALES[:3], hechos.productos, strict=False))
        return
    if not hechos.productos:
        return
    yield "Muéstrame algo parecido a ese"
    others = [i for i in estado.mostrados if i != hechos.productos[0].id]
    if others and hechos.productos[0].id in estado.mostrados:
        other = estado.mostrados.index(others[0])
        if other < len(_ORDINALES):
            yield f"Compáralo con el {_ORDINALES[other]}"
    if _is_cheaper(hechos):
        yield "Algo más barato"


def _is_cheaper(hechos: Hechos) -> bool:
    """Returns whether there is anything cheaper than all that is shown."""
    shown = [p.precio for p in hechos.productos]
    return bool(shown) and hechos.precio_minimo is not None and hechos.precio_minimo < min(shown)


def _ask(hechos: Hechos, estado: Estado) -> Iterator[str]:
    yield from (f"El {place}" for place, _ in zip(_ORDINALES[:3], estado.mostrados, strict=False))


def _brands(hechos: Hechos, filtros: Filtros) -> Iterator[str]:
    """Yields refinements to a brand among several shown."""
    brands = list(dict.fromkeys(p.marca for p in hechos.productos if p.marca))
    if len(brands) > 1 and len(filtros.marcas) != 1:
        yield from (f"Solo {brand}" for brand in brands[:1])


def _loosen(filtros: Filtros) -> Iterator[str]:
    """Yields what takes one condition off a search."""
    if filtros.precio_max is not None or filtros.precio_min is not None:
        yield "Sin límite de precio"
    if (filtros.marcas or filtros.marcas_excluidas) and not filtros.productos:
        yield "De cualquier marca"
    yield from (f"Quita {c}" for c in filtros.caracteristicas[:1])


def _lower(categoria: str) -> str:
    """Returns a category's name inside a sentence: "Notebooks" -> "notebooks", "TV y audio" stays."""
    return categoria if categoria[:2].isupper() else categoria[:1].lower() + categoria[1:]


_IDEAS: Final[dict[Accion, Callable[[Hechos, Estado], Iterator[str]]]] = {
    Accion.BUSCAR: _list,
    Accion.MOSTRAR_MAS: _list,
    Accion.RECOMENDAR: _list,
    Accion.COMPARAR: _after_comparison,
    Accion.INFORMAR: _after_explaining,
    Accion.PRECISAR: _ask,
    Accion.SALUDAR: _resume,
    Accion.AYUDAR: _resume,
    Accion.FUERA_DE_ALCANCE: _resume,
}
