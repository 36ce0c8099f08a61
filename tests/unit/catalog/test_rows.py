"""A row of a shop's file becomes values, or says in one line why it cannot."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalog.rows import PRECIO_MAX, FilaInvalida, read_fila, read_precio, read_stock

CELDAS = {
    "nombre": "Notebook  Lenovo V15 ",
    "categoria": "Notebooks",
    "categoria_padre": "Computación",
    "marca": "Lenovo",
    "precio": "$ 499.990",
    "descripcion": "16 GB de RAM\ny 512 GB SSD",
    "stock": "12",
}


@pytest.mark.parametrize(
    ("written", "pesos"),
    [
        ("$ 499.990", 499990),
        ("499.990,00", 499990),
        ("499990.00", 499990),
        ("499,990", 499990),
        ("499990", 499990),
        ("CLP 499.990", 499990),
        ("$499.990.-", 499990),
        ("1.499.990", 1499990),
        ("1,499,990.50", 1499991),
        ("499 990", 499990),
        ("\u00a0$499.990\u00a0", 499990),
        ("9990 pesos", 9990),
        ("12,5", 13),
    ],
)
def test_prices_as_shops_write_them(written: str, pesos: int) -> None:
    """The same price in any usual writing is the same whole pesos."""
    assert read_precio(written) == pesos


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("0", "zero"),
        ("$0,00", "zero"),
        ("-500", "negative"),
        ("(500)", "negative"),
        ("US$ 300", "not an amount"),
        ("300 EUR", "not an amount"),
        ("gratis", "not an amount"),
        ("1e6", "not an amount"),
        ("499.99.0", "not an amount"),
        ("1.2345", "not an amount"),
        ("999.999.999.999", "above"),
    ],
)
def test_prices_that_are_none(written: str, reason: str) -> None:
    """What is no price in pesos is refused with its reason."""
    with pytest.raises(FilaInvalida, match=reason):
        read_precio(written)


@settings(deadline=None)
@given(st.integers(1, PRECIO_MAX))
def test_every_price_is_read_back(pesos: int) -> None:
    """A price written with points, with commas or plain is read as itself."""
    assert {read_precio(str(pesos)), read_precio(f"{pesos:,}"), read_precio(f"${pesos:,}".replace(",", "."))} == {pesos}


@pytest.mark.parametrize(("written", "units"), [("12", 12), ("12.0", 12), ("", 0), (" 7 ", 7), ("0", 0)])
def test_stock(written: str, units: int) -> None:
    """Stock is whole units; an empty cell is none."""
    assert read_stock(written) == units


@pytest.mark.parametrize("written", ["-1", "1.5", "muchos", "99999999999"])
def test_stock_that_is_none(written: str) -> None:
    """What counts no units is refused."""
    with pytest.raises(FilaInvalida, match="stock"):
        read_stock(written)


def test_a_row_is_tidied() -> None:
    """Spaces are single and line ends gone; a missing sku is none."""
    fila = read_fila(7, CELDAS)
    assert (fila.linea, fila.nombre, fila.precio, fila.sku) == (7, "Notebook Lenovo V15", 499990, None)
    assert fila.descripcion == "16 GB de RAM y 512 GB SSD"


def test_a_category_is_not_its_own_parent() -> None:
    """A parent of the same name, written otherwise, is no parent."""
    assert read_fila(1, {**CELDAS, "categoria": "Jardín", "categoria_padre": "JARDIN"}).categoria_padre is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"nombre": ""}, "nombre is empty"),
        ({"nombre": "\x00 \u200b"}, "nombre is empty"),
        ({"nombre": "---"}, "no letters"),
        ({"nombre": "x" * 256}, "256 characters"),
        ({"categoria": " "}, "categoria is empty"),
        ({"categoria": "x" * 101}, "101 characters"),
        ({"marca": "x" * 101}, "marca has 101"),
        ({"sku": "x" * 65}, "sku has 65"),
        ({"descripcion": "x" * 10_001}, "descripcion has 10001"),
        ({"precio": "gratis"}, "precio"),
        ({"stock": "-3"}, "stock"),
    ],
)
def test_rows_that_cannot_be_used(change: dict[str, str], reason: str) -> None:
    """Each fault has its own reason."""
    with pytest.raises(FilaInvalida, match=reason):
        read_fila(1, {**CELDAS, **change})


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(list(CELDAS)), st.text(max_size=300)))
def test_no_text_breaks_a_row(change: dict[str, str]) -> None:
    """Whatever the cells hold, the row is read or refused."""
    try:
        fila = read_fila(1, {**CELDAS, **change})
    except FilaInvalida:
        return
    assert "\x00" not in fila.nombre + fila.descripcion
    assert 0 < fila.precio <= PRECIO_MAX


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>Con malet&iacute;n</p><ul><li>2 bater&#237;as.</li></ul>", "Con maletín. 2 baterías."),
        ("Corte y desbaste.<br/>11.000 rpm", "Corte y desbaste. 11.000 rpm"),
        ("Black &amp;amp; Decker", "Black & Decker"),
        ("<style>p {color: red}</style><!-- nota -->Rojo", "Rojo"),
        ("pesa <5 kg y R&D", "pesa <5 kg y R&D"),
        ('<a href="x" onclick="y()">Ficha</a> técnica', "Ficha técnica"),
    ],
)
def test_html_is_read_as_a_browser_shows_it(written: str, shown: str) -> None:
    """Descriptions pasted from a web shop lose their tags and entities, and nothing else."""
    assert read_fila(2, {**CELDAS, "descripcion": written}).descripcion == shown
