"""Finds products by the name of a model: candidates from the index of names, ranked in memory."""

from collections.abc import Sequence

from sqlalchemy import Connection
from text_to_num import alpha2digit

from app.database.names import Candidato, has_line, interpretaciones, nearness, palabras, rank
from app.database.queries import build_nombres_query
from app.database.vocabulary import Vocabulario


def resolve(
    connection: Connection, vocabulario: Vocabulario, nombre: str, *, marca: str | None, limite: int
) -> tuple[int, ...]:
    """Returns the ids of the products that a name can mean, best first; none when the model is not there.

    The digits may be dictated ("iphone trece"). A brand said with it has to be the product's, unless the name says the
    line itself ("Samsung Redmi Note 13" is a slip, "Samsung A54" is no other brand's A54).
    """
    for written in dict.fromkeys((nombre, alpha2digit(nombre, "es"))):
        readings = interpretaciones(written, vocabulario)
        if not readings:
            continue
        branded = [(*reading, *palabras(marca or "")) for reading in readings]
        found = rank(_candidates(connection, branded), branded)
        if not found and marca:
            lines = [reading for reading in readings if has_line(reading)]
            found = rank(_candidates(connection, lines), lines) if lines else []
        if found:
            return tuple(found[:limite])
    return ()


def nearest(
    connection: Connection,
    vocabulario: Vocabulario,
    nombre: str,
    *,
    marca: str | None,
    categorias: Sequence[int] | None,
    limite: int,
) -> tuple[int, ...]:
    """Returns the ids of products in stock that share the line of a name, those with the nearest number first."""
    asked = interpretaciones(nombre, vocabulario)
    words = [w for reading in asked[:1] for w in reading]
    known = [w for w in words if w.isalpha() and w in vocabulario.palabras and has_line([w])]
    rare_first = sorted(known, key=lambda w: vocabulario.palabras[w])
    readings = [tuple(known), *((word,) for word in rare_first)] if known else []
    if marca:
        readings += [tuple(palabras(marca))]
    for reading in [*readings, *asked]:
        found = [c for c in _candidates(connection, [reading], categorias) if c.stock > 0]
        if found:
            found.sort(key=lambda candidato: nearness(nombre, candidato))
            return tuple(candidato.id for candidato in found[:limite])
    return ()


def _candidates(
    connection: Connection, readings: Sequence[Sequence[str]], categorias: Sequence[int] | None = None
) -> list[Candidato]:
    rows = connection.execute(build_nombres_query(readings, categorias=categorias))
    return [Candidato(r.id, r.nombre, r.marca, r.categoria, r.stock, r.posicion) for r in rows]
