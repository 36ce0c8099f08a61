"""Reads the attributes of the loaded products again, once the lists or the code that reads them have changed.

Without it a person's "carga frontal" would be compared with what an older list made of the descriptions.
"""

import hashlib
import json
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select, text
from sqlalchemy.dialects.postgresql import insert as upsert

from app.catalog.derived import refresh_lexico
from app.models.database import Ajuste
from app.nlu import attributes, measures, parts, phrases
from app.nlu.attributes import Frases, atributos_de_producto

BATCH: Final = 5_000
LECTURA: Final = "lectura"  # the row of `ajustes` that says what the attributes were read with

_PRODUCTOS: Final = text("""
    SELECT id, nombre, coalesce(descripcion, '') AS descripcion, coalesce(atributos, '{}') AS atributos
    FROM productos WHERE activo AND id > :after ORDER BY id LIMIT :batch
""")
_SET: Final = text("""
    UPDATE productos p SET atributos = ARRAY(SELECT jsonb_array_elements_text(nuevos.atributos))
    FROM jsonb_to_recordset(CAST(:nuevos AS jsonb)) AS nuevos(id integer, atributos jsonb) WHERE p.id = nuevos.id
""")


def reading_hash(frases: Frases) -> str:
    """Returns the hash of what attributes are read with: the lexicon and the code."""
    digest = hashlib.sha256(json.dumps(frases, sort_keys=True).encode())
    for module in (attributes, measures, parts, phrases):
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest.hexdigest()


def note_reading(connection: Connection, frases: Frases) -> None:
    """Remembers what the attributes in the catalogue were read with."""
    statement = upsert(Ajuste).values(clave=LECTURA, valor=reading_hash(frases))
    connection.execute(
        statement.on_conflict_do_update(index_elements=["clave"], set_={"valor": statement.excluded.valor})
    )


def is_read_otherwise(connection: Connection, frases: Frases) -> bool:
    """Returns whether the attributes in the catalogue were read with another lexicon or other code."""
    known = connection.execute(select(Ajuste.valor).where(Ajuste.clave == LECTURA)).scalar_one_or_none()
    return known != reading_hash(frases)


def reread(connection: Connection, frases: Frases) -> int:
    """Returns how many products have other attributes now; the caller makes the new version known."""
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    after = changed = 0
    while rows := connection.execute(_PRODUCTOS, {"after": after, "batch": BATCH}).all():
        read = ((row, atributos_de_producto(row.nombre, row.descripcion, frases)) for row in rows)
        nuevos = [{"id": row.id, "atributos": found} for row, found in read if list(found) != row.atributos]
        if nuevos:
            connection.execute(_SET, {"nuevos": json.dumps(nuevos)})
        after, changed = rows[-1].id, changed + len(nuevos)
    refresh_lexico(connection)
    note_reading(connection, frases)
    return changed
