"""The migrations build what the tables in code say, and several processes may start together."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text

from app.database.connection import build_engine, run_migrations
from app.models.database import Base
from app.settings import Settings

ASKED_FOR = {
    "categorias": "id nombre descripcion categoria_padre_id activo",
    "productos": "id nombre categoria_id precio descripcion marca stock activo fecha_creacion",
    "usuarios_sesiones": "id session_id ip_address user_agent fecha_inicio fecha_ultimo_acceso activo",
    "conversaciones": "id session_id mensaje_usuario respuesta_bot intencion_detectada entidades_extraidas contexto_bd "
    "tiempo_respuesta_ms fecha_creacion",
    "intenciones_detectadas": "id session_id intencion confianza entidades mensaje_original productos_consultados "
    "resultado_exitoso fecha_deteccion",
}


def test_migrations_and_tables_agree(catalog_engine: Engine) -> None:
    """Nothing in code is missing in the database, and the other way round."""
    with catalog_engine.connect() as connection:
        # The vectors' table exists only where pgvector does, so it is not among the tables in code.
        known = {"compare_type": True, "include_name": lambda name, kind, _: name != "productos_vectores"}
        context = MigrationContext.configure(connection, opts=known)
        assert compare_metadata(context, Base.metadata) == []


def test_the_five_tables_have_the_columns_asked_for(catalog_engine: Engine) -> None:
    """Every further column may stay empty."""
    schema = inspect(catalog_engine)
    for table, asked in ASKED_FOR.items():
        columns = {column["name"]: column for column in schema.get_columns(table)}
        assert set(asked.split()) <= set(columns)
        assert all(column["nullable"] for name, column in columns.items() if name not in asked.split())


def test_ids_count_by_themselves(catalog_engine: Engine) -> None:
    """SERIAL keys: PostgreSQL hands out the ids."""
    with catalog_engine.connect() as connection:
        for table in ASKED_FOR:
            query = text("SELECT pg_get_serial_sequence(:table, 'id')")
            assert connection.execute(query, {"table": table}).scalar_one() == f"public.{table}_id_seq"


def test_processes_that_start_together_migrate_one_at_a_time(postgres_url: str) -> None:
    """Four at once on an empty database: all of them end on the same schema."""
    admin = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE migraciones"))
    admin.dispose()
    before, _, query = postgres_url.partition("?")
    url = f"{before.rsplit('/', 1)[0]}/migraciones?{query}"
    engines = [build_engine(url, Settings()) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run_migrations, engines))
    assert set(inspect(engines[0]).get_table_names()) >= set(ASKED_FOR)
    for engine in engines:
        engine.dispose()


def test_a_connection_speaks_utc(new_database: Callable[[], str]) -> None:
    """Times in the tables are UTC wherever the server stands."""
    engine = build_engine(new_database(), Settings())
    with engine.connect() as connection:
        assert connection.execute(text("SHOW timezone")).scalar_one() == "UTC"
    engine.dispose()
