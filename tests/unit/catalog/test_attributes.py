"""The rows of a file get their attributes in the file's order, however many processes read them."""

import pytest

from app.catalog import attributes
from app.catalog.rows import Fila
from app.catalog.staging import FilaLeida
from app.nlu.attributes import build_frases

FRASES = build_frases({"negro": "negro"})
FILAS = [Fila(n, f"Taladro {n} V", "Taladros", None, None, 1_000, "Negro", 1, None) for n in range(2, 13)]
READ = [FilaLeida(fila, (f"{fila.linea} V", "negro")) for fila in FILAS]


def test_a_small_file_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is started for a few rows."""
    monkeypatch.setattr(attributes, "ProcessPoolExecutor", None)
    assert list(attributes.read_attributes(FILAS, FRASES)) == READ
    assert list(attributes.read_attributes([], FRASES)) == []


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("rows", [2, 3, 11])
def test_a_large_file_is_read_by_several(monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    """Batches come back in order, the last one whole."""
    monkeypatch.setattr(attributes, "BATCH", 2)
    monkeypatch.setattr(attributes, "_cores", lambda: 2)
    assert list(attributes.read_attributes(iter(FILAS[:rows]), FRASES)) == READ[:rows]
