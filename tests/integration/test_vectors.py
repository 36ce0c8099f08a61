"""Product vectors follow the catalogue and find what is alike."""

import pytest
from sqlalchemy import Connection, text

from app.database.repository import Repository
from app.database.vectors import count_stale, load_vectors, similar_to, sync_vectors, vectors_available
from app.models.dominio import Filtros
from app.nlu.artifacts import load_vector_model
from app.nlu.vectors import VectorModel
from app.settings import Settings

STORED = text("SELECT producto_id, vector::text, modelo, huella FROM productos_vectores ORDER BY producto_id")
SHAPE = text(
    """
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'productos_vectores'::regclass
    UNION SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'productos_vectores' ORDER BY 1
    """
)


@pytest.fixture(scope="module")
def model() -> VectorModel:
    return load_vector_model(Settings().artifacts_dir)


@pytest.fixture
def synced(connection: Connection, model: VectorModel) -> Connection:
    list(sync_vectors(connection, model))
    return connection


def test_the_embedded_server_has_vectors(connection: Connection) -> None:
    """The migration made the table."""
    assert vectors_available(connection)


def test_every_active_product_gets_one_once(synced: Connection, model: VectorModel) -> None:
    """After a sync nothing is stale; a changed text is, and only it."""
    assert count_stale(synced, model) == 0
    synced.execute(text("UPDATE productos SET descripcion = 'Otra cosa' WHERE id = (SELECT min(id) FROM productos)"))
    assert count_stale(synced, model) == 1
    assert list(sync_vectors(synced, model)) == [1]


def test_a_whole_catalogue_is_embedded_beside_the_table_in_use(connection: Connection, model: VectorModel) -> None:
    """The new table has the same vectors, keys and index as the one that it replaces, which keeps what was fresh."""
    first = text("SELECT min(id) FROM productos WHERE activo")
    kept = connection.execute(first).scalar_one()
    list(sync_vectors(connection, model))
    before, shape = connection.execute(STORED).all(), connection.execute(SHAPE).all()
    connection.execute(text("DELETE FROM productos_vectores WHERE producto_id <> :kept"), {"kept": kept})
    assert list(sync_vectors(connection, model, anew=True))[-1] == len(before) - 1
    assert connection.execute(STORED).all() == before
    assert connection.execute(SHAPE).all() == shape


def test_alike_is_of_the_same_kind_and_for_sale(synced: Connection) -> None:
    """Neighbours share the category, are in stock, and are not the product itself."""
    repo = Repository(synced)
    (one,) = repo.buscar(Filtros("Freidoras de aire"), limite=1).productos
    ids = similar_to(synced, one.id, limite=5)
    assert len(ids) == 5
    assert one.id not in ids
    assert all(p.categoria == one.categoria and p.disponible for p in repo.por_ids(ids))


def test_stored_vectors_are_those_of_the_model(synced: Connection, model: VectorModel) -> None:
    """Unit length, and nobody's for an unknown id."""
    repo = Repository(synced)
    (one,) = repo.buscar(Filtros("Drones"), limite=1).productos
    stored = load_vectors(synced, [one.id, 2_000_000_000])
    assert list(stored) == [one.id]
    assert float(stored[one.id] @ stored[one.id]) == pytest.approx(1, abs=1e-4)


def test_a_product_without_a_vector_has_no_neighbours(connection: Connection) -> None:
    """The caller then looks elsewhere."""
    connection.execute(text("DELETE FROM productos_vectores"))
    assert similar_to(connection, 1, limite=5) == ()
