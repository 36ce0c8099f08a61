"""Puts the rows of an import into the temporary table `entrada`, by COPY; the catalogue itself is not touched yet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import Any, Final, NamedTuple, cast

import psycopg2
from sqlalchemy import Connection, text

from app.catalog.reader import Rechazo
from app.catalog.rows import Fila
from app.errors import DatabaseUnavailable
from app.nlu.attributes import fold_words

_BATCH_ROWS: Final = 5_000
_CREATE: Final = text("""
    CREATE TEMPORARY TABLE entrada (
        linea integer PRIMARY KEY, sku text, nombre text NOT NULL, categoria text NOT NULL, categoria_padre text,
        marca text, precio integer NOT NULL, descripcion text NOT NULL, stock integer NOT NULL,
        atributos text[] NOT NULL, id integer, categoria_id integer, nuevo boolean NOT NULL DEFAULT FALSE
    ) ON COMMIT DROP
""")
_COPY: Final = (
    "COPY entrada (linea, sku, nombre, categoria, categoria_padre, marca, precio, descripcion, stock, atributos) "
    "FROM STDIN (FORMAT csv, FORCE_NOT_NULL (descripcion))"
)


class FilaLeida(NamedTuple):
    """A usable row with the attributes that its name and description state."""

    fila: Fila
    atributos: Sequence[str]


class Duplicados:
    """Tells the rows that a file has twice: the same sku, or the same name and brand where a sku does not differ."""

    def __init__(self) -> None:
        self._skus: dict[str, int] = {}
        self._nombres: dict[tuple[str, str], tuple[int, bool]] = {}

    def check(self, fila: Fila) -> Rechazo | None:
        """Returns why this row is a duplicate of an earlier one, None when it is not."""
        if fila.sku is not None:
            first = self._skus.setdefault(fila.sku, fila.linea)
            if first != fila.linea:
                return Rechazo(fila.linea, f"sku {fila.sku} was on line {first} already")
        clave = (fold_words(fila.nombre), fold_words(fila.marca or ""))
        first, had_sku = self._nombres.setdefault(clave, (fila.linea, fila.sku is not None))
        if first != fila.linea and not (had_sku and fila.sku is not None):
            return Rechazo(fila.linea, f"the same nombre and marca were on line {first} already")
        return None


def create_entrada(connection: Connection) -> None:
    """Makes the temporary table; it goes away with the transaction."""
    connection.execute(_CREATE)


def drop_entrada(connection: Connection) -> None:
    """Removes the temporary tables of an import before the transaction ends."""
    connection.execute(text("DROP TABLE IF EXISTS entrada, posiciones"))


def copy_entrada(connection: Connection, filas: Iterable[FilaLeida]) -> int:
    """Returns how many rows were copied into `entrada`.

    Raises:
        DatabaseUnavailable: the server was lost on the way.
    """
    copied = 0
    source = iter(filas)
    with closing(connection.connection.cursor()) as raw:
        cursor = cast(Any, raw)  # psycopg2's own cursor: COPY is not part of the DBAPI
        while batch := list(islice(source, _BATCH_ROWS)):
            buffer = io.StringIO()
            csv.writer(buffer).writerows(_cells(batch))
            buffer.seek(0)
            try:
                cursor.copy_expert(_COPY, buffer)
            except psycopg2.OperationalError as error:
                raise DatabaseUnavailable from error
            copied += len(batch)
    return copied


def _cells(batch: Sequence[FilaLeida]) -> Iterator[tuple[object, ...]]:
    for fila, atributos in batch:
        yield (
            fila.linea,
            fila.sku,
            fila.nombre,
            fila.categoria,
            fila.categoria_padre,
            fila.marca,
            fila.precio,
            fila.descripcion,
            fila.stock,
            _array(atributos),
        )


def _array(values: Sequence[str]) -> str:
    """Returns a text[] in PostgreSQL's own writing."""
    quoted = (value.replace("\\", "\\\\").replace('"', '\\"') for value in values)
    return "{" + ",".join(f'"{value}"' for value in quoted) + "}"
