"""Filters -> SELECT for searches that very much meets: the first matches read from an index in the wanted order. Pure.

The walk is bounded: HEAD_ROWS rows from the heads of the lists, one list for each category and, by price, each brand.
What it finds is exact; where the matches all lie further back it finds too few, and the caller takes the other way.
"""

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, or_, select, true

from app.database.bounded import materialized
from app.database.queries import (
    DISPONIBLE,
    PRODUCTOS,
    P,
    exclusions_of,
    ids_array,
    int32,
    marcas_array,
    order_of,
    prices_of,
    select_fichas,
    words_of,
)
from app.models.dominio import Filtros, Orden

HEAD_ROWS: Final = 1_000
HEAD_MIN: Final = 50  # of each list, however many there are


def build_lista_query(
    filtros: Filtros,
    *,
    categorias: Sequence[int] | None,
    conocidas: Collection[str],
    limite: int,
    excluir: Sequence[int] = (),
) -> Select[Any]:
    """Returns the select of the first matches in the wanted order, fewer than `limite` when the heads hold no more.

    Arguments as in `queries.build_productos_query`.
    """
    by_price = filtros.orden != Orden.RELEVANCIA
    marcas = filtros.marcas if by_price else ()
    cells = _cells(categorias, marcas)
    meets = [*words_of(filtros, conocidas), *exclusions_of(filtros)]
    if not by_price:
        meets += [*prices_of(filtros), *([P.marca == func.any(marcas_array(filtros.marcas))] if filtros.marcas else ())]
    if excluir:
        meets.append(P.id.notin_(int32(excluir)))
    lists = len(categorias or (0,)) * len(marcas or ("",))
    head_rows = max(HEAD_MIN, HEAD_ROWS // lists) if meets else limite
    key = {Orden.RELEVANCIA: P.posicion, Orden.PRECIO_ASC: P.precio, Orden.PRECIO_DESC: -P.precio}[filtros.orden]
    columns = (P.id, P.precio, P.posicion, key.label("clave"), and_(true(), *meets).label("cumple"))
    head = select(*columns).where(DISPONIBLE, *(prices_of(filtros) if by_price else ()), *_alone(categorias, marcas))
    head = head.order_by(*order_of(PRODUCTOS, filtros.orden)).limit(head_rows)
    if cells is None:
        return select_fichas(_first_of_one(head, filtros.orden, limite), filtros.orden)
    heads = materialized(_of_cells(head, cells), "cabezas")
    return select_fichas(_sure(heads, filtros.orden, head_rows, limite), filtros.orden)


def _first_of_one(head: Select[Any], orden: Orden, limite: int) -> FromClause:
    """Returns the first matches of a single list, which is in order: it is read no further than they reach."""
    rows = head.subquery("lista")
    return select(*rows.c).where(rows.c.cumple).order_by(*order_of(rows, orden)).limit(limite).subquery("pagina")


def _alone(categorias: Sequence[int] | None, marcas: Sequence[str]) -> list[ColumnElement[bool]]:
    """Returns the condition of the only category and brand, as constants: the planner knows how many they have."""
    category = [P.categoria_id == categorias[0]] if categorias is not None and len(categorias) == 1 else []
    return category + ([P.marca == marcas[0]] if len(marcas) == 1 else [])


def _cells(categorias: Sequence[int] | None, marcas: Sequence[str]) -> FromClause | None:
    """Returns the rows (categoria_id, marca) of which each has a list, where there are several of one; else None."""
    tables: list[FromClause] = []
    if categorias is not None and len(categorias) > 1:
        tables.append(func.unnest(ids_array(categorias)).table_valued("categoria_id").render_derived("c"))
    if len(marcas) > 1:
        tables.append(func.unnest(marcas_array(marcas)).table_valued("marca").render_derived("m"))
    if not tables:
        return None
    joined = tables[0] if len(tables) == 1 else tables[0].join(tables[1], true())
    number = func.row_number().over().label("celda")
    return select(number, *(column for t in tables for column in t.c)).select_from(joined).subquery("celdas")


def _of_cells(head: Select[Any], cells: FromClause) -> Select[Any]:
    """Returns the select of the head of every list, each row with the number of its list."""
    of_cell = head.where(*(P[name] == column for name, column in cells.c.items() if name != "celda")).lateral("lista")
    return select(cells.c.celda, *of_cell.c).select_from(cells.join(of_cell, true()))


def _sure(heads: FromClause, orden: Orden, head_rows: int, limite: int) -> FromClause:
    """Returns the first matches of the heads, none beyond the end of a head that has more rows behind it."""
    full = case((func.count() >= head_rows, func.max(heads.c.clave)))
    ends = select(full.label("fin")).group_by(heads.c.celda).subquery("finales")
    end: ColumnElement[Any] = select(func.min(ends.c.fin)).scalar_subquery()
    sure = or_(end.is_(None), heads.c.clave <= end)
    return (
        select(*heads.c).where(heads.c.cumple, sure).order_by(*order_of(heads, orden)).limit(limite).subquery("pagina")
    )
