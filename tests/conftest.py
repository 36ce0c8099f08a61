"""Real parts for every test: one PostgreSQL server a run, built by the real migrations, with the default catalogue."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from app.catalog.importer import import_catalog, load_frases
from app.catalog.reader import open_archivo
from app.database.connection import build_engine, run_migrations, start_embedded
from app.settings import ROOT, Settings
from tests.support.server import Server

_names = (f"prueba_{n}" for n in itertools.count())


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running server; the URL of its maintenance database."""
    server = start_embedded(tmp_path_factory.mktemp("pg") / "postgres")
    yield server.get_uri(driver="psycopg2")
    server.cleanup()


@pytest.fixture(scope="session")
def seeded_template(postgres_url: str) -> str:
    """A database with the real schema and the default catalogue, to be copied by each that needs one of its own."""
    url = _create(postgres_url, "plantilla")
    engine = build_engine(url, Settings())
    run_migrations(engine)
    with engine.begin() as connection:
        frases = load_frases(Settings().artifacts_dir)
        import_catalog(connection, open_archivo(ROOT / "seeds" / "catalogo.csv"), frases)
    engine.dispose()
    return "plantilla"


@pytest.fixture(scope="session")
def new_database(postgres_url: str, seeded_template: str) -> Callable[[], str]:
    """Makes a database with the default catalogue; returns its URL."""
    return lambda: _create(postgres_url, next(_names), template=seeded_template)


@pytest.fixture(scope="session")
def catalog_engine(new_database: Callable[[], str]) -> Iterator[Engine]:
    """An engine on the default catalogue; tests that write roll back."""
    engine = build_engine(new_database(), Settings())
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def live_server(new_database: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The whole service on its own database and port."""
    server = Server({"DATABASE_URL": _plain(new_database()), "TURNS_PER_MINUTE": "100000"}, _log(tmp_path_factory))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_server(new_database: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service of the test's own, to be killed and started again."""
    server = Server({"DATABASE_URL": _plain(new_database()), "TURNS_PER_MINUTE": "100000"}, _log(tmp_path_factory))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def own_slow_server(new_database: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service that lets a session send three messages a minute."""
    server = Server({"DATABASE_URL": _plain(new_database()), "TURNS_PER_MINUTE": "3"}, _log(tmp_path_factory))
    server.start()
    yield server
    server.stop()


def _log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server") / "server.log"


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg2://", "postgresql://")


def _create(postgres_url: str, name: str, *, template: str | None = None) -> str:
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        source = f" TEMPLATE {template}" if template else ""
        connection.execute(text(f"CREATE DATABASE {name}{source}"))
    engine.dispose()
    # The embedded server speaks over a socket folder in the query string; only the database's name changes.
    before, _, query = postgres_url.partition("?")
    return f"{before.rsplit('/', 1)[0]}/{name}?{query}"
