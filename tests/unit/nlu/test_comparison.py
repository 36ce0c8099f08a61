"""Products are set against each other attribute by attribute."""

from app.nlu.comparison import SIN_DATO, compare
from tests.support.fichas import ficha


def rows(*productos: object) -> dict[str, tuple[str, ...]]:
    return {fila.atributo: fila.valores for fila in compare(productos).filas}  # type: ignore[arg-type]


def test_attributes_stand_in_the_row_of_their_unit() -> None:
    """The exact writing wins over the general one, and what is not stated is a dash."""
    uno = ficha(1, atributos=("8 GB RAM", "256 GB", "256 GB SSD", "15,6 pulgadas"))
    dos = ficha(2, atributos=("16 GB RAM", "512 GB", "512 GB SSD"))
    table = rows(uno, dos)
    assert table["Memoria RAM"] == ("8 GB RAM", "16 GB RAM")
    assert table["Almacenamiento"] == ("256 GB SSD", "512 GB SSD")
    assert table["Tamaño en pulgadas"] == ("15,6 pulgadas", SIN_DATO)


def test_what_all_share_is_left_out_of_the_last_row() -> None:
    """Only differences are worth a row."""
    table = rows(ficha(1, atributos=("negro", "bluetooth")), ficha(2, atributos=("blanco", "bluetooth")))
    assert table["Otras características"] == ("negro", "blanco")


def test_price_difference() -> None:
    """In pesos, and in per cent of the cheaper one."""
    comparacion = compare((ficha(1, precio=300_000), ficha(2, precio=200_000)))
    assert (comparacion.mas_barato, comparacion.diferencia, comparacion.diferencia_pct) == (2, 100_000, 50.0)


def test_equal_prices_have_no_cheapest() -> None:
    """Nothing is claimed that is not so."""
    comparacion = compare((ficha(1), ficha(2)))
    assert (comparacion.mas_barato, comparacion.diferencia, comparacion.diferencia_pct) == (None, 0, 0.0)
