"""No question to a large catalogue reads the table of products from end to end."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, Engine, event, text

from app.catalog.derived import refresh_lexico, refresh_statistics
from app.catalog.importer import bump_version, vacuum
from app.database.connection import build_engine
from app.database.recommender import Recommender
from app.database.repository import Repository
from app.database.vectors import similar_to
from app.models.database import CABEZA_MAX
from app.models.dominio import Filtros, Orden
from app.nlu.artifacts import load_vector_model
from app.settings import Settings

PRODUCTS = 100_000
EMBEDDED = 20_000
FIRST = 2_001  # the first product of these; those of the default catalogue come before
FILL = text(
    """
    INSERT INTO productos (nombre, categoria_id, precio, descripcion, marca, stock, atributos, posicion)
    SELECT 'Equipo Marca' || n % 300 || ' Linea' || n % 700 || ' X' || n, hojas.id, 990 + (n * 7919) % 900000,
        'Modelo confiable de uso diario', 'Marca' || n % 300, n % 20,
        ARRAY[(ARRAY['negro', 'blanco', 'gris'])[1 + n % 3], n % 53 || ' kg', 'wifi'], n / hojas.cuantas
    FROM generate_series(1, :products) AS n
    JOIN (
        SELECT id, row_number() OVER (ORDER BY id) - 1 AS lugar, count(*) OVER () AS cuantas
        FROM categorias WHERE categoria_padre_id IS NOT NULL
    ) AS hojas ON hojas.lugar = n % hojas.cuantas
    """
)
EMBED = text(
    """
    INSERT INTO productos_vectores (producto_id, vector, modelo, huella)
    SELECT id, (SELECT array_agg(sin(id * n * 0.37)) FROM generate_series(1, 64) AS n)::vector, 'prueba', '-'
    FROM productos WHERE id >= :first ORDER BY id LIMIT :embedded
    """
)


def recommend(repo: Repository, wish: Filtros) -> object:
    """Returns what a recommendation for a use chooses."""
    recommender = Recommender(repo.connection, load_vector_model(Settings().artifacts_dir))
    wish, found, _ = repo.buscar_relajando(wish, limite=40)
    return recommender.choose(recommender.pool(found, wish, repo), wish, n=5)


QUESTIONS: dict[str, Callable[[Repository], object]] = {
    "everything": lambda repo: repo.buscar(Filtros(), limite=5),
    "category": lambda repo: repo.buscar(Filtros(categoria="Notebooks"), limite=5),
    "department by price": lambda repo: repo.buscar(
        Filtros(categoria="Computación", orden=Orden.PRECIO_ASC, caracteristicas=("negro",)), limite=5
    ),
    "brand": lambda repo: repo.buscar(Filtros(marcas=("Marca7",), orden=Orden.PRECIO_DESC), limite=5),
    "brands in a category": lambda repo: repo.buscar(
        Filtros(categoria="Mouse", marcas=("Marca7", "Marca8"), precio_max=300_000, orden=Orden.PRECIO_ASC), limite=5
    ),
    "dense attribute": lambda repo: repo.buscar(Filtros(caracteristicas=("negro", "wifi")), limite=5),
    "rare attribute": lambda repo: repo.buscar(Filtros(categoria="Mouse", caracteristicas=("7 kg",)), limite=5),
    "price alone": lambda repo: repo.buscar(Filtros(precio_min=100_000, precio_max=101_000), limite=5),
    "free words": lambda repo: repo.buscar(Filtros(texto="equipo confiable"), limite=5),
    "a word and an attribute of very many": lambda repo: repo.buscar(
        Filtros(texto="confiables", caracteristicas=("negro",)), limite=5
    ),
    "free words by price": lambda repo: repo.buscar(Filtros(texto="confiable", orden=Orden.PRECIO_DESC), limite=5),
    "unknown attribute": lambda repo: repo.buscar(Filtros(caracteristicas=("letra ñ",)), limite=5),
    "next page": lambda repo: repo.buscar(Filtros(categoria="Mouse"), limite=5, excluir=range(1, 200)),
    "nothing found": lambda repo: repo.buscar_relajando(
        Filtros(categoria="Mouse", marcas=("Sony",), precio_max=10, caracteristicas=("7 kg", "negro")), limite=5
    ),
    "by id": lambda repo: repo.por_ids((5, 50, 500)),
    "named and narrowed": lambda repo: repo.buscar(Filtros(productos=(5, 50), precio_max=10**6), limite=5),
    "model by name": lambda repo: repo.resolver_producto("linea7 x1407"),
    "model with a typo": lambda repo: repo.resolver_producto("equipp x1407", marca="Marca7"),
    "missing model": lambda repo: repo.cercanos("equipo x99999999", categoria="Mouse"),
    "examples": lambda repo: repo.muestra_por_categoria(6),
    "names for the lists": lambda repo: repo.lexico(),
    "text lookup": lambda repo: repo.buscar(Filtros(categoria="Mouse", texto="modelo confiable"), limite=5),
    "nothing found for a use": lambda repo: repo.buscar_relajando(
        Filtros(categoria="Computación", precio_max=10**6, caracteristicas=("negro", "estudiar", "letra ñ")), limite=5
    ),
    "recommendation": lambda repo: recommend(repo, Filtros(categoria="Mouse", caracteristicas=("oficina",))),
    "comparison": lambda repo: [
        repo.buscar_relajando(Filtros(categoria="Mouse", marcas=(marca,), caracteristicas=("wifi",)), limite=1)
        for marca in ("Marca7", "Marca8")
    ],
    "cheapest of a kind": lambda repo: repo.buscar_relajando(
        Filtros(categoria="Mouse", orden=Orden.PRECIO_ASC), limite=1
    ),
}
LIKENESS: dict[str, Callable[[Repository], object]] = {
    "recommendation": QUESTIONS["recommendation"],
    "similar products": lambda repo: similar_to(repo.connection, FIRST, limite=5),
}


INDEX = text("SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_productos_vectores_vector'")


@pytest.fixture(scope="module")
def large(new_database: Callable[[], str]) -> Iterator[Engine]:
    """A catalogue of 100,000 products beside the default one."""
    engine = build_engine(new_database(), Settings())
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(FILL, {"products": PRODUCTS})
        index = connection.execute(INDEX).scalar_one()
        connection.execute(text("DROP INDEX ix_productos_vectores_vector"))
        connection.execute(EMBED, {"first": FIRST, "embedded": EMBEDDED})
        connection.execute(text(index))
        connection.execute(text("ANALYZE productos_vectores"))
        refresh_lexico(connection)
        refresh_statistics(connection)
        bump_version(connection, None)
    vacuum(engine)
    yield engine
    engine.dispose()


def plans(connection: Connection, question: Callable[[Repository], object]) -> Iterator[str]:
    """Yields the plan of every statement that a question runs, in the same transaction and settings."""
    repo = Repository(connection)
    ran: list[str] = []

    def note(_c: object, cursor: object, *_: object) -> None:
        ran.append(cursor.query.decode())  # type: ignore[attr-defined]

    event.listen(connection, "after_cursor_execute", note)
    question(repo)
    event.remove(connection, "after_cursor_execute", note)
    for statement in ran:
        if "productos" in statement:
            rows = connection.exec_driver_sql("EXPLAIN " + statement.replace("%", "%%")).scalars()
            yield "\n".join(rows)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_sequential_scan_of_productos(large: Engine, question: str) -> None:
    """Every statement of every question reaches the products through an index."""
    with large.begin() as connection:
        found = list(plans(connection, QUESTIONS[question]))
    assert found
    for plan in found:
        assert "Seq Scan on productos" not in plan, plan


@pytest.mark.parametrize("question", LIKENESS)
def test_likeness_is_read_from_its_index(large: Engine, question: str) -> None:
    """What is like a wish, or like a product, comes from the HNSW index and not from every vector."""
    with large.begin() as connection:
        found = list(plans(connection, LIKENESS[question]))
    assert any("Index Scan using ix_productos_vectores_vector" in plan for plan in found), found
    assert not any("Seq Scan on productos_vectores" in plan for plan in found), found


def test_the_nearest_are_looked_up_by_id(large: Engine) -> None:
    """What a search asks of the nearest is asked of them alone, however few products the planner takes it to leave."""
    wish = Filtros(categoria="Mouse", caracteristicas=("oficina", "7 kg", "wifi"))
    model = load_vector_model(Settings().artifacts_dir)
    with large.begin() as connection:
        (plan,) = plans(connection, lambda repo: repo.cercanos_a(model.embed(["oficina"])[0], wish, limite=20))
    assert "pk_productos" in plan
    assert "ix_productos_busqueda" not in plan


def test_the_large_catalogue_answers(large: Engine) -> None:
    """The questions above are answered by products, so their plans are those of real work."""
    with large.begin() as connection:
        repo = Repository(connection)
        assert repo.buscar(Filtros(caracteristicas=("negro", "wifi")), limite=5).total == 1_000
        assert repo.resolver_producto("linea7 x1407")
        found = repo.buscar(Filtros(categoria="Mouse", caracteristicas=("7 kg",), orden=Orden.PRECIO_ASC), limite=50)
        prices = [p.precio for p in found.productos]
        assert prices == sorted(prices)
        assert prices


COUNT = text(
    """
    SELECT count(*) FROM productos
    WHERE activo AND stock > 0 AND atributos @> ARRAY['7 kg', 'negro']
        AND busqueda @@ plainto_tsquery('spanish', 'equipo')
    """
)


def test_what_lies_behind_the_heads_is_found_too(large: Engine) -> None:
    """Up to TOTAL_MAX matches are all found, wherever they lie in their categories, and where they have no place."""
    with large.connect() as connection:
        connection.execute(text("UPDATE productos SET posicion = posicion + 2048 WHERE id % 3 = 0"))
        connection.execute(text("UPDATE productos SET posicion = NULL WHERE id % 7 = 0"))
        repo = Repository(connection)
        found = repo.buscar(Filtros(texto="equipos", caracteristicas=("7 kg", "negro")), limite=1_000)
        assert 100 < found.total == len(found.productos) == connection.execute(COUNT).scalar_one()
        connection.rollback()


def test_what_very_many_have_is_shown_from_the_heads(large: Engine) -> None:
    """Of a word that is everywhere the best placed are shown, and not those that lie first in the table."""
    with large.begin() as connection:
        found = Repository(connection).buscar(Filtros(texto="confiable"), limite=20)
        places = text("SELECT max(posicion) FROM productos WHERE id = ANY(:ids)")
        assert connection.execute(places, {"ids": [p.id for p in found.productos]}).scalar_one() <= CABEZA_MAX
        assert found.total == 1_000


CHEAPEST = text(
    """
    SELECT precio FROM productos WHERE activo AND stock > 0 AND busqueda @@ plainto_tsquery('spanish', 'confiable')
    ORDER BY precio LIMIT 5
    """
)


def test_the_cheapest_by_words_that_very_many_have_is_the_cheapest(large: Engine) -> None:
    """By price a list is exact, however many products meet it, free words too."""
    with large.begin() as connection:
        found = Repository(connection).buscar(Filtros(texto="confiable", orden=Orden.PRECIO_ASC), limite=5)
        assert found.total == 1_000
        assert [p.precio for p in found.productos] == list(connection.execute(CHEAPEST).scalars())
