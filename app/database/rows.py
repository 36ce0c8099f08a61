"""Rows of the catalogue's queries as values of the domain. Pure."""

from dataclasses import replace

from sqlalchemy import RowMapping

from app.models.dominio import Alternativa, Filtros, Orden, ProductoFicha


def key_of(filtros: Filtros) -> Filtros:
    """Returns what decides which products meet the filters."""
    return replace(filtros, orden=Orden.RELEVANCIA, para="", relajados=())


def alternativa_of(row: RowMapping) -> Alternativa:
    """Returns how many products a row of SUMMARY counted, and between which prices."""
    ends = (None if end is None else int(end) for end in (row["precio_min"], row["precio_max"]))
    return Alternativa("", row["total"], *ends)


def ficha_of(row: RowMapping) -> ProductoFicha:
    """Returns the product of a row, without a reason yet."""
    return ProductoFicha(
        id=row["id"],
        nombre=row["nombre"],
        marca=row["marca"],
        categoria=row["categoria"],
        precio=int(row["precio"]),
        stock=row["stock"],
        descripcion=row["descripcion"],
        atributos=tuple(row["atributos"] or ()),
    )
