"""Makes a file the catalogue: `python -m app.catalog.importer FILE [--mode full|extend] [--if-empty]`.

One transaction: an import that fails halfway changes nothing, and two imports wait for each other. A running server
notices the new version and follows.
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.dialects.postgresql import insert as upsert
from tqdm import tqdm

from app.catalog import categories, derived, staging, sync
from app.catalog.attributes import read_attributes
from app.catalog.following import follow_vectors
from app.catalog.reader import Archivo, Rechazo, open_archivo, read_filas
from app.catalog.rereading import is_read_otherwise, note_reading, reading_hash, reread
from app.catalog.rows import Fila
from app.database.connection import Database, open_database
from app.errors import ArtifactMissing, CatalogError, ChatError
from app.models.database import VersionCatalogo
from app.nlu.artifacts import LEXICON_FILE, load_vector_model, read_lexicon
from app.nlu.attributes import Frases, build_frases
from app.nlu.lexicon import CARACTERISTICAS
from app.settings import get_settings

Progress = Callable[[Iterator[Fila | Rechazo]], Iterable[Fila | Rechazo]]

# Imports wait for each other; the number is arbitrary but must not change.
IMPORT_LOCK: Final = 7_201_834
_REJECTS_SHOWN: Final = 1_000
_LINES_SHOWN: Final = 5  # of a note about many rows
UNCHANGED: Final = "Nothing was changed."
# New words wait in the lists of the GIN indexes and enter them at once at the end, sorted, not product by product.
BULK: Final = {
    "statement_timeout": "0",
    "gin_pending_list_limit": "128MB",
    "maintenance_work_mem": "128MB",
    "work_mem": "32MB",
}


@dataclass(frozen=True, slots=True)
class Informe:
    """What an import did. `rechazos` are the rows left out, `avisos` what the owner of the file should know."""

    filas: int
    cambios: sync.Cambios
    rechazos: tuple[Rechazo, ...]
    avisos: tuple[str, ...]
    version: int


def import_catalog(
    connection: Connection, archivo: Archivo, frases: Frases, *, extend: bool = False, progress: Progress = iter
) -> Informe:
    """Returns what changed; the caller's transaction decides whether it stays.

    Args:
        frases: the attribute lexicon that names and descriptions are read with.
        extend: only add and update; otherwise products that are not in the file are deactivated.
        progress: wraps the reading, for a progress bar.

    Raises:
        CatalogError: the file cannot be used, or holds no usable row or no stock; the caller rolls back, and nothing is
            changed.
        DatabaseUnavailable: the server was lost; nothing was changed.
    """
    rechazos: list[Rechazo] = []
    sin_stock: list[int] = []
    usable = read_attributes(_usable(progress(read_filas(archivo)), rechazos, sin_stock), frases)
    filas, cambios, avisos = load_filas(connection, usable, extend=extend)
    if not filas:
        detail = "".join(f"\n  {rechazo}" for rechazo in rechazos[:5])
        raise CatalogError(f"{archivo.path}: no usable row. {UNCHANGED}{detail}")
    if len(sin_stock) == filas:
        raise CatalogError(f"{archivo.path}: stock is empty in every row; write 1 where you do not count. {UNCHANGED}")
    note_reading(connection, frases)
    version = bump_version(connection, fingerprint(archivo.path, frases, extend=extend))
    return Informe(filas, cambios, tuple(rechazos), (*archivo.avisos, *avisos, *_no_stock(sin_stock)), version)


def load_filas(
    connection: Connection, filas: Iterable[staging.FilaLeida], *, extend: bool
) -> tuple[int, sync.Cambios, tuple[str, ...]]:
    """Returns the number of rows, what they changed, and what their owner should know. No rows change nothing."""
    connection.execute(select(*(func.set_config(name, value, True) for name, value in BULK.items())))
    connection.execute(select(func.pg_advisory_xact_lock(IMPORT_LOCK)))
    staging.create_entrada(connection)
    copied = staging.copy_entrada(connection, filas)
    if not copied:
        staging.drop_entrada(connection)
        return 0, sync.Cambios(0, 0, 0), ()
    avisos = categories.sync_categorias(connection, rename=not extend)
    sync.match_productos(connection, extend=extend)
    derived.place_productos(connection, extend=extend)
    cambios = sync.write_productos(connection, extend=extend)
    derived.move_productos(connection)
    categories.set_activas(connection)
    derived.refresh_lexico(connection)
    derived.refresh_statistics(connection)
    staging.drop_entrada(connection)
    return copied, cambios, avisos


def bump_version(connection: Connection, huella: str | None) -> int:
    """Returns the new version of the catalogue."""
    statement = upsert(VersionCatalogo).values(id=1, version=1, huella=huella)
    newer = {"version": VersionCatalogo.version + 1, "huella": huella, "fecha": func.clock_timestamp()}
    statement = statement.on_conflict_do_update(index_elements=["id"], set_=newer)
    return connection.execute(statement.returning(VersionCatalogo.version)).scalar_one()


def vacuum(engine: Engine) -> None:
    """Lets the lists be read from their indexes alone; outside the import, since VACUUM takes no part in one."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("VACUUM productos"))
        connection.execute(text("RESET statement_timeout"))


def fingerprint(path: Path, frases: Frases, *, extend: bool) -> str:
    """Returns the hash of everything that an import depends on: file, mode, lexicon and the code that reads."""
    digest = hashlib.sha256(f"{extend}\n{reading_hash(frases)}\n".encode())
    digest.update(path.read_bytes())
    return digest.hexdigest()


def load_frases(artifacts_dir: Path) -> Frases:
    """Returns the attribute lexicon of the trained artefacts.

    Raises:
        ArtifactMissing: nothing was trained yet.
    """
    path = artifacts_dir / LEXICON_FILE
    if not path.is_file():
        raise ArtifactMissing(LEXICON_FILE, f"not found in {artifacts_dir}")
    listas, _ = read_lexicon(json.loads(path.read_text(encoding="utf-8")))
    return build_frases(listas.sinonimos.get(CARACTERISTICAS, {}))


def main(argv: list[str] | None = None) -> None:
    """Imports the file that the command line names, and prints what happened."""
    parser = argparse.ArgumentParser(prog="python -m app.catalog.importer", description=__doc__)
    parser.add_argument("file", type=Path, help="CSV or JSON lines")
    parser.add_argument("--mode", choices=("full", "extend"), default="full", help="extend only adds and updates")
    parser.add_argument("--if-empty", action="store_true", help="keep a catalogue that was loaded before")
    args = parser.parse_args(argv)
    settings = get_settings()
    try:
        frases = load_frases(settings.artifacts_dir)
        database = open_database(settings)
        try:
            run(database, args.file, frases, extend=args.mode == "extend", if_empty=args.if_empty)
            follow_vectors(database, load_vector_model(settings.artifacts_dir))
        finally:
            database.close()
    except ChatError as error:
        sys.exit(f"catalogue: {error}")


def run(database: Database, path: Path, frases: Frases, *, extend: bool, if_empty: bool = False) -> Informe | None:
    """Returns what the import did, None when there was nothing to do; prints it either way."""
    with database.transaction() as connection:
        columns = select(VersionCatalogo.version, VersionCatalogo.huella)
        last = connection.execute(columns).one_or_none()
    if last is not None and if_empty:
        version = follow_reading(database, frases) or last.version
        print(f"catalogue: version {version} is loaded")
        return None
    archivo = open_archivo(path)
    if last is not None and last.huella == fingerprint(path, frases, extend=extend):
        print(f"catalogue: {path} is version {last.version} already")
        return None
    started = time.perf_counter()
    bar = tqdm(total=archivo.count_lines(), desc="catalogue", unit=" rows", mininterval=0.5, disable=None)
    with bar, database.transaction() as connection:
        informe = import_catalog(connection, archivo, frases, extend=extend, progress=lambda rows: _advance(rows, bar))
    vacuum(database.engine)
    _print(informe, seconds=time.perf_counter() - started)
    return informe


def follow_reading(database: Database, frases: Frases) -> int | None:
    """Returns the new version of a catalogue that had to be read again, None when it was read as it is now."""
    with database.transaction() as connection:
        if not is_read_otherwise(connection, frases):
            return None
        connection.execute(select(func.pg_advisory_xact_lock(IMPORT_LOCK)))
        changed = reread(connection, frases)
        print(f"catalogue: attributes read again, {changed} products changed")
        return bump_version(connection, None)


def _no_stock(lines: list[int]) -> tuple[str, ...]:
    """Returns the note on rows whose stock is empty: unknown is not offered as available."""
    if not lines:
        return ()
    shown = ", ".join(str(line) for line in lines[:_LINES_SHOWN]) + (", …" if len(lines) > _LINES_SHOWN else "")
    return (f"stock is empty in {len(lines)} rows, which count as sold out (line {shown})",)


def _usable(records: Iterable[Fila | Rechazo], rechazos: list[Rechazo], sin_stock: list[int]) -> Iterator[Fila]:
    """Yields the rows to load; collects the others, and the lines of those without a stock."""
    duplicados = staging.Duplicados()
    for record in records:
        rechazo = record if isinstance(record, Rechazo) else duplicados.check(record)
        if rechazo is not None:
            rechazos.append(rechazo)
        elif isinstance(record, Fila):
            if record.sin_stock:
                sin_stock.append(record.linea)
            yield record


def _advance(records: Iterator[Fila | Rechazo], bar: "tqdm[None]") -> Iterator[Fila | Rechazo]:
    """Yields the records and moves the bar to the line of each."""
    for record in records:
        bar.update(record.linea - bar.n)
        yield record
    bar.set_description("catalogue: writing")


def _print(informe: Informe, *, seconds: float) -> None:
    for rechazo in informe.rechazos[:_REJECTS_SHOWN]:
        print(f"  left out, {rechazo}", file=sys.stderr)
    if len(informe.rechazos) > _REJECTS_SHOWN:
        print(f"  … and {len(informe.rechazos) - _REJECTS_SHOWN} more", file=sys.stderr)
    for aviso in informe.avisos:
        print(f"  note: {aviso}", file=sys.stderr)
    cambios = informe.cambios
    print(
        f"catalogue version {informe.version}: {informe.filas} rows in {seconds:.1f} s; {cambios.agregados} added, "
        f"{cambios.actualizados} updated, {cambios.desactivados} deactivated, {len(informe.rechazos)} left out"
    )


if __name__ == "__main__":
    main()
