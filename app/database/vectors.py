"""Product vectors in PostgreSQL (pgvector, HNSW). Without the extension everything works, recommending by relevance.

The vectors follow the catalogue: `sync_vectors` embeds what is new or changed, in batches, after an import.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from pgvector import Vector
from pgvector.sqlalchemy import VECTOR
from sqlalchemy import ColumnElement, Connection, Integer, Select, TextClause, and_, column, select, table, text, true
from sqlalchemy.exc import OperationalError

from app.database.bounded import materialized
from app.database.queries import P
from app.nlu.vectors import VECTOR_SIZE, VectorModel, Vectors, product_text

BATCH = 2_000
_LITERAL: Final = f"[{','.join(['%.6g'] * VECTOR_SIZE)}]"
# Enough neighbours that the filters of a search leave some; pgvector walks on until it has them.
WALK_ON: Final = text(
    "SELECT set_config('hnsw.iterative_scan', 'relaxed_order', TRUE), set_config('hnsw.max_scan_tuples', '20000', TRUE)"
)

EXISTS = text("SELECT to_regclass('productos_vectores') IS NOT NULL")
_IS_FRESH: Final = "v.modelo = :modelo AND v.huella = md5(p.nombre || coalesce(p.descripcion, ''))"
STALE: Final = text(
    f"""
    SELECT p.id, p.nombre, c.nombre AS categoria, p.descripcion, p.atributos,
        md5(p.nombre || coalesce(p.descripcion, '')) AS huella
    FROM productos p LEFT JOIN categorias c ON c.id = p.categoria_id
    LEFT JOIN productos_vectores v ON v.producto_id = p.id
    WHERE p.activo AND p.id > :after AND ({_IS_FRESH}) IS NOT TRUE
    ORDER BY p.id LIMIT :batch
    """
)
COUNT_STALE: Final = text(
    f"""
    SELECT count(*) FROM productos p LEFT JOIN productos_vectores v ON v.producto_id = p.id
    WHERE p.activo AND ({_IS_FRESH}) IS NOT TRUE
    """
)
_INSERT: Final = """
    INSERT INTO {} (producto_id, vector, modelo, huella)
    SELECT * FROM unnest(
        CAST(:ids AS int[]), CAST(:vectors AS vector[]), CAST(:modelos AS text[]), CAST(:huellas AS text[])
    )
    ON CONFLICT {}
"""
STORE: Final = text(
    _INSERT.format(
        "productos_vectores",
        "(producto_id) DO UPDATE SET vector = excluded.vector, modelo = excluded.modelo, huella = excluded.huella",
    )
)
STORE_ANEW: Final = text(_INSERT.format("productos_vectores_nueva", "DO NOTHING"))
# A whole catalogue's vectors are put into a table beside the one in use, which is then replaced: building the index
# at the end takes a fifth of the time of filling it row by row (100,000 products: 9 s, not 40), and nobody waits.
ANEW: Final = 20_000
_BESIDE: Final = (
    "CREATE TABLE productos_vectores_nueva (LIKE productos_vectores)",
    f"""
    INSERT INTO productos_vectores_nueva
    SELECT v.* FROM productos_vectores v JOIN productos p ON p.id = v.producto_id WHERE p.activo AND {_IS_FRESH}
    """,
)
_INDEX: Final = text("CREATE INDEX nuevo_vector ON productos_vectores_nueva USING hnsw (vector vector_cosine_ops)")
_REPLACE: Final = (
    "ALTER TABLE productos_vectores_nueva ADD CONSTRAINT nueva_pkey PRIMARY KEY (producto_id)",
    "DROP TABLE productos_vectores",
    "ALTER TABLE productos_vectores_nueva RENAME TO productos_vectores",
    "ALTER TABLE productos_vectores RENAME CONSTRAINT nueva_pkey TO productos_vectores_pkey",
    "ALTER INDEX nuevo_vector RENAME TO ix_productos_vectores_vector",
    """
    ALTER TABLE productos_vectores ADD CONSTRAINT productos_vectores_producto_id_fkey
        FOREIGN KEY (producto_id) REFERENCES productos (id) ON DELETE CASCADE
    """,
)
# In binary, which is read six times as fast as text.
VECTORS_OF = text(
    "SELECT producto_id, vector_send(vector) AS vector FROM productos_vectores WHERE producto_id = ANY(:ids)"
)
# Of its own category: likeness across categories is a coincidence of words.
NEIGHBOURS = text(
    """
    SELECT p.id FROM productos_vectores v JOIN productos p ON p.id = v.producto_id
    WHERE p.activo AND p.stock > 0 AND p.id <> :id
        AND p.categoria_id = (SELECT categoria_id FROM productos WHERE id = :id)
    ORDER BY v.vector <=> (SELECT vector FROM productos_vectores WHERE producto_id = :id) LIMIT :limite
    """
)
# How many of the whole catalogue's nearest are looked at for those that meet a search: bounded work at any size.
NEAREST: Final = 60
V: Final = table("productos_vectores", column("producto_id", Integer), column("vector", VECTOR(VECTOR_SIZE)))


def vectors_available(connection: Connection) -> bool:
    """Returns whether this database has pgvector and so the table of vectors; asked once a connection."""
    if "vectores" not in connection.info:
        connection.info["vectores"] = bool(connection.execute(EXISTS).scalar_one())
    return bool(connection.info["vectores"])


def count_stale(connection: Connection, model: VectorModel) -> int:
    """Returns how many active products have no vector of this model and of their present text."""
    return int(connection.execute(COUNT_STALE, {"modelo": model.version}).scalar_one())


def sync_vectors(connection: Connection, model: VectorModel, *, anew: bool = False) -> Iterator[int]:
    """Embeds what is new or changed; yields the number of products done after each batch.

    Args:
        anew: into a table that then replaces the one in use; quicker from ANEW products on.
    """
    if not anew:
        yield from _embed_stale(connection, model, STORE)
        return
    for statement in _BESIDE:
        connection.execute(text(statement), {"modelo": model.version} if ":modelo" in statement else {})
    yield from _embed_stale(connection, model, STORE_ANEW)
    _build_index(connection)
    for statement in _REPLACE:
        connection.execute(text(statement))


def _build_index(connection: Connection) -> None:
    """Builds the index of the new table, with two processes where the server has the shared memory for them."""
    connection.execute(text("SET LOCAL maintenance_work_mem = '128MB'"))
    try:
        with connection.begin_nested():
            connection.execute(_INDEX)
    except OperationalError:  # "could not resize shared memory segment": a container with little of it
        connection.execute(text("SET LOCAL max_parallel_maintenance_workers = 0"))
        connection.execute(_INDEX)


def _embed_stale(connection: Connection, model: VectorModel, store: TextClause) -> Iterator[int]:
    after, done = 0, 0
    while True:
        query = {"after": after, "modelo": model.version, "batch": BATCH}
        rows = connection.execute(STALE, query).all()
        if not rows:
            return
        textos = [product_text(r.nombre, r.categoria or "", r.descripcion, r.atributos or ()) for r in rows]
        vectors = model.embed(textos)
        connection.execute(
            store,
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
    return {row.producto_id: Vector.from_binary(row.vector).to_numpy() for row in rows}


def similar_to(connection: Connection, producto_id: int, *, limite: int) -> tuple[int, ...]:
    """Returns the available products of its category most like one, best first; none when it has no vector."""
    connection.execute(WALK_ON)
    return tuple(connection.execute(NEIGHBOURS, {"id": producto_id, "limite": limite}).scalars())


def build_cercanos_query(wish: Vectors, meets: Sequence[ColumnElement[bool]], *, limite: int) -> Select[tuple[int]]:
    """Returns the select of the products nearest to a wish that meet these conditions too, best first.

    Read from the HNSW index: the NEAREST of all products, and of those what meets the conditions. Each is looked up by
    its id: the planner, who took "soporte lumbar" on sofas for one product, read all 3,944 of them 60 times.
    """
    away = V.c.vector.cosine_distance(wish).label("lejos")
    near = materialized(select(V.c.producto_id, away).order_by(away).limit(NEAREST), "cercanos")
    columns = (P.id, near.c.lejos, and_(true(), *meets).label("cumple"))
    looked_up = materialized(select(*columns).join(near, near.c.producto_id == P.id), "vistos")
    found = select(looked_up.c.id).where(looked_up.c.cumple)
    return found.order_by(looked_up.c.lejos, looked_up.c.id).limit(limite)


def _literal(vector: Vectors) -> str:
    return _LITERAL % tuple(vector)
