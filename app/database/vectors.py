"""Product vectors in PostgreSQL (pgvector, HNSW). Without the extension everything works, recommending by relevance.

The vectors follow the catalogue: `sync_vectors` embeds what is new or changed, in batches, after an import.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from sqlalchemy import Connection, text

from app.nlu.vectors import VectorModel, Vectors, product_text

BATCH = 2_000
# Enough neighbours that the filters of a search leave some; pgvector walks on until it has them.
SCAN_TUPLES = 20_000

EXISTS = text("SELECT to_regclass('productos_vectores') IS NOT NULL")
STALE = text(
    """
    SELECT p.id, p.nombre, c.nombre AS categoria, p.descripcion, p.atributos,
        md5(p.nombre || coalesce(p.descripcion, '')) AS huella
    FROM productos p LEFT JOIN categorias c ON c.id = p.categoria_id
    LEFT JOIN productos_vectores v ON v.producto_id = p.id
    WHERE p.activo AND p.id > :after AND (v.producto_id IS NULL OR v.modelo <> :modelo
        OR v.huella <> md5(p.nombre || coalesce(p.descripcion, '')))
    ORDER BY p.id LIMIT :batch
    """
)
COUNT_STALE = text(
    """
    SELECT count(*) FROM productos p LEFT JOIN productos_vectores v ON v.producto_id = p.id
    WHERE p.activo AND (v.producto_id IS NULL OR v.modelo <> :modelo
        OR v.huella <> md5(p.nombre || coalesce(p.descripcion, '')))
    """
)
STORE = text(
    """
    INSERT INTO productos_vectores (producto_id, vector, modelo, huella)
    SELECT * FROM unnest(
        CAST(:ids AS int[]), CAST(:vectors AS vector[]), CAST(:modelos AS text[]), CAST(:huellas AS text[])
    )
    ON CONFLICT (producto_id) DO UPDATE SET vector = excluded.vector, modelo = excluded.modelo, huella = excluded.huella
    """
)
VECTORS_OF = text("SELECT producto_id, vector::text AS vector FROM productos_vectores WHERE producto_id = ANY(:ids)")
# Of its own category: likeness across categories is a coincidence of words.
NEIGHBOURS = text(
    """
    SELECT p.id FROM productos_vectores v JOIN productos p ON p.id = v.producto_id
    WHERE p.activo AND p.stock > 0 AND p.id <> :id
        AND p.categoria_id = (SELECT categoria_id FROM productos WHERE id = :id)
    ORDER BY v.vector <=> (SELECT vector FROM productos_vectores WHERE producto_id = :id) LIMIT :limite
    """
)


def vectors_available(connection: Connection) -> bool:
    """Returns whether this database has pgvector and so the table of vectors."""
    return bool(connection.execute(EXISTS).scalar_one())


def count_stale(connection: Connection, model: VectorModel) -> int:
    """Returns how many active products have no vector of this model and of their present text."""
    return int(connection.execute(COUNT_STALE, {"modelo": model.version}).scalar_one())


def sync_vectors(connection: Connection, model: VectorModel) -> Iterator[int]:
    """Embeds what is new or changed; yields the number of products done after each batch."""
    after, done = 0, 0
    while True:
        query = {"after": after, "modelo": model.version, "batch": BATCH}
        rows = connection.execute(STALE, query).all()
        if not rows:
            return
        textos = [product_text(r.nombre, r.categoria or "", r.descripcion, r.atributos or ()) for r in rows]
        vectors = model.embed(textos)
        connection.execute(
            STORE,
            {
                "ids": [r.id for r in rows],
                "vectors": [_literal(v) for v in vectors],
                "modelos": [model.version] * len(rows),
                "huellas": [r.huella for r in rows],
            },
        )
        after, done = rows[-1].id, done + len(rows)
        yield done


def load_vectors(connection: Connection, ids: Sequence[int]) -> dict[int, Vectors]:
    """Returns the stored vector of each product that has one."""
    rows = connection.execute(VECTORS_OF, {"ids": list(ids)}).all()
    return {row.producto_id: np.array(row.vector[1:-1].split(","), dtype=np.float32) for row in rows}


def similar_to(connection: Connection, producto_id: int, *, limite: int) -> tuple[int, ...]:
    """Returns the available products of its category most like one, best first; none when it has no vector."""
    connection.execute(text("SET LOCAL hnsw.iterative_scan = relaxed_order"))
    connection.execute(text(f"SET LOCAL hnsw.max_scan_tuples = {SCAN_TUPLES}"))
    return tuple(connection.execute(NEIGHBOURS, {"id": producto_id, "limite": limite}).scalars())


def _literal(vector: Vectors) -> str:
    return "[" + ",".join(f"{x:.6g}" for x in vector) + "]"
