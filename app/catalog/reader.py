"""Reads a catalogue file as a stream of rows, each with its line: CSV in any usual dialect, or JSON lines.

Raises CatalogError when the file as a whole cannot be used; a bad row comes out as a Rechazo and reading goes on.
"""

import codecs
import csv
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.catalog.rows import COLUMNAS, OBLIGATORIAS, SKU, Fila, FilaInvalida, read_fila
from app.errors import CatalogError
from app.nlu.normalize import fold

_CHUNK_BYTES: Final = 1 << 20
_HEAD_BYTES: Final = 4096
_DELIMITERS: Final = ",;\t|"
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Rechazo:
    """A row that was left out: its line in the file, from 1, and why."""

    linea: int
    motivo: str

    def __str__(self) -> str:
        return f"line {self.linea}: {self.motivo}"


@dataclass(frozen=True, slots=True)
class Archivo:
    """A catalogue file that can be read. `avisos` are things its owner should know."""

    path: Path
    encoding: str
    avisos: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Yields the lines of the file with their ends."""
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            yield from file

    def count_lines(self) -> int:
        """Returns how many lines there are, about, for a progress bar."""
        with self.path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK_BYTES), b""))


def open_archivo(path: Path) -> Archivo:
    """Returns the file with its encoding found out.

    Raises:
        CatalogError: there is no such file, or it is no text.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise CatalogError(f"{path}: {error.strerror or error}") from error
    if not head.strip():
        raise CatalogError(f"{path}: the file is empty")
    if head.startswith(b"PK\x03\x04") or head.startswith(b"\xd0\xcf\x11\xe0"):
        raise CatalogError(f"{path}: this is a workbook or archive, not CSV; save it as 'CSV UTF-8' and try again")
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return Archivo(path, encoding)
    if b"\0" in head:
        raise CatalogError(f"{path}: this is not a text file")
    if _is_utf8(path):
        return Archivo(path, "utf-8")
    note = "the file is not UTF-8: it was read as Windows-1252 (Latin-1); save it as UTF-8 if accents look wrong"
    return Archivo(path, "cp1252", (note,))


def read_filas(archivo: Archivo) -> Iterator[Fila | Rechazo]:
    """Yields every row of the file, usable or not, in its order.

    Raises:
        CatalogError: the header lacks a column that is needed.
    """
    first = next((line for line in archivo.lines() if line.strip()), "")
    records = _read_json(archivo) if first.lstrip().startswith("{") else _read_csv(archivo)
    for linea, cells in records:
        if isinstance(cells, str):
            yield Rechazo(linea, cells)
            continue
        try:
            yield read_fila(linea, cells)
        except FilaInvalida as error:
            yield Rechazo(linea, str(error))


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK_BYTES):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _read_json(archivo: Archivo) -> Iterator[tuple[int, Mapping[str, str] | str]]:
    """Yields the cells of each line that is a JSON object, or what is wrong with the line."""
    for linea, line in enumerate(archivo.lines(), start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            yield linea, "is not JSON"
            continue
        if not isinstance(data, dict):
            yield linea, "is not a JSON object"
            continue
        yield linea, {_column(name): _json_cell(value) for name, value in data.items()}


def _json_cell(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else str(value)


def _read_csv(archivo: Archivo) -> Iterator[tuple[int, Mapping[str, str] | str]]:
    """Yields the cells of each record with the line that it starts on, or what is wrong with it."""
    source = _Lines(archivo.lines())
    linea, columns, delimiter = _read_header(source, archivo.path)
    reader = csv.reader(source, delimiter=delimiter)
    while True:
        source.taken.clear()
        try:
            cells = next(reader, None)
        except csv.Error:
            cells = []
        if cells is None:
            return
        start, taken = linea + 1, source.taken.copy()
        if len(taken) > 1 and len(cells) != len(columns):
            # A quote that is never closed swallows the lines after it: they are read again without this one.
            source.give_back(taken[1:])
            reader = csv.reader(source, delimiter=delimiter)
            linea = start
            yield start, "a quotation mark that opens on this line is not closed"
            continue
        linea += len(taken)
        yield from _record(start, cells, columns)


def _record(start: int, cells: list[str], columns: list[str]) -> Iterator[tuple[int, Mapping[str, str] | str]]:
    """Yields one record, nothing for an empty one."""
    while len(cells) > len(columns) and not cells[-1].strip():
        cells = cells[:-1]
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) != len(columns):
        yield start, f"has {len(cells)} columns, the header has {len(columns)}"
        return
    yield start, dict(zip(columns, cells, strict=True))


def _read_header(source: "_Lines", path: Path) -> tuple[int, list[str], str]:
    """Returns the header's line, its column names and the delimiter: the one that makes most columns known."""
    linea, line = 0, ""
    while not line.strip() or line.lower().startswith("sep="):  # a spreadsheet's own note of its delimiter
        linea, line = linea + 1, next(source, "nombre")
    known = {*COLUMNAS, SKU}
    choices = [(delimiter, _split_header(line, delimiter)) for delimiter in _DELIMITERS]
    delimiter, columns = max(choices, key=lambda choice: len(known.intersection(choice[1])))
    missing = [column for column in OBLIGATORIAS if column not in columns]
    if missing:
        raise CatalogError(
            f"{path}: the header lacks {', '.join(missing)}; expected {','.join(COLUMNAS)} and optionally {SKU}"
        )
    twice = sorted({column for column in columns if column in known and columns.count(column) > 1})
    if twice:
        raise CatalogError(f"{path}: the header names {', '.join(twice)} more than once")
    return linea, columns, delimiter


def _split_header(line: str, delimiter: str) -> list[str]:
    columns = [_column(name) for name in next(csv.reader([line], delimiter=delimiter))]
    while columns and not columns[-1]:
        columns.pop()
    return columns


def _column(name: str) -> str:
    """Returns a column's name however it is written: " Categoría Padre " is categoria_padre."""
    return re.sub(r"[^a-z0-9ñ]+", "_", fold(name)).strip("_")


class _Lines(Iterator[str]):
    """Lines that can be given back. `taken` holds those handed out since it was last cleared."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._back: deque[str] = deque()
        self.taken: list[str] = []

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._lines)
        self.taken.append(line)
        return line

    def give_back(self, lines: list[str]) -> None:
        """Hands these lines out again, before the rest."""
        self._back.extendleft(reversed(lines))
