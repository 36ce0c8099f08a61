"""A row that a file has twice is told with the line of the first."""

from dataclasses import replace

from app.catalog.rows import Fila
from app.catalog.staging import Duplicados

FILA = Fila(2, "Tele LG", "TV", None, "LG", 100_000, "", 1, None)


def test_the_same_sku_twice() -> None:
    """A sku is one product."""
    duplicados = Duplicados()
    assert duplicados.check(replace(FILA, sku="A")) is None
    assert (
        str(duplicados.check(replace(FILA, linea=5, nombre="Otra", sku="A"))) == "line 5: sku A was on line 2 already"
    )


def test_the_same_name_and_brand_twice() -> None:
    """Capitals and accents do not make another product."""
    duplicados = Duplicados()
    assert duplicados.check(FILA) is None
    assert duplicados.check(replace(FILA, linea=3, nombre="TELÉ  lg")) is not None
    assert duplicados.check(replace(FILA, linea=4, marca="Samsung")) is None


def test_two_skus_may_share_a_name() -> None:
    """Variants of one product differ by their sku."""
    duplicados = Duplicados()
    assert duplicados.check(replace(FILA, sku="A")) is None
    assert duplicados.check(replace(FILA, linea=3, sku="B")) is None
    assert duplicados.check(replace(FILA, linea=4)) is not None
