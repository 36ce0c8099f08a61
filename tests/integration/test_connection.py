"""The embedded server is set up for a catalogue in memory, and an operator's own settings stay."""

from pathlib import Path

from sqlalchemy import create_engine, text

from app.database.connection import SHARED_MB_MAX, SHARED_MB_MIN, start_embedded

SETTINGS = text("SELECT name, setting FROM pg_settings WHERE name IN ('io_method', 'shared_buffers')")
PAGES_IN_MB = 128  # shared_buffers counts pages of 8 kB


def settings(folder: Path, change: str = "") -> dict[str, str]:
    """Returns what a start of the server on this folder has, changed by a statement before it stops."""
    server = start_embedded(folder)
    engine = create_engine(server.get_uri(driver="psycopg2"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        found = {name: setting for name, setting in connection.execute(SETTINGS)}
        if change:
            connection.execute(text(change))
    engine.dispose()
    server.cleanup()
    return found


def test_embedded_server_is_set_up_from_its_second_start_on(tmp_path: Path) -> None:
    """Reading is direct and memory a share of the machine's; what an operator sets is not set back."""
    settings(tmp_path / "postgres")
    tuned = settings(tmp_path / "postgres", change="ALTER SYSTEM SET shared_buffers = '130MB'")
    assert tuned["io_method"] == "sync"
    assert SHARED_MB_MIN <= int(tuned["shared_buffers"]) // PAGES_IN_MB <= SHARED_MB_MAX
    assert int(settings(tmp_path / "postgres")["shared_buffers"]) == 130 * PAGES_IN_MB


def test_each_data_folder_has_a_lock_of_its_own(tmp_path: Path) -> None:
    """Nothing that another user of the machine may own stands in the way of a start."""
    settings(tmp_path / "postgres")
    assert (tmp_path / ".postgres.lock").is_file()
