"""Money is read exactly as written."""

import pytest

from app.llm.proof.figures import (
    Cifra,
    es_precio,
    holgura,
    juntar_miles,
    numero,
    numeros,
    read_cifras,
    read_porcentajes,
)
from app.llm.proof.number_words import en_cifras
from app.nlu.normalize import fold


def leer(texto: str) -> list[tuple[float, str]]:
    return [(c.valor, c.moneda) for c in read_cifras(juntar_miles(fold(en_cifras(texto))))]


@pytest.mark.parametrize(
    ("texto", "cifras"),
    [
        ("$449.990", [(449_990, "CLP")]),
        ("$ 449 990", [(449_990, "CLP")]),
        ("449,990 pesos", [(449_990, "CLP")]),
        ("$1.099.990,00", [(1_099_990, "CLP")]),
        ("450 lucas y 250k", [(450_000, "CLP"), (250_000, "CLP")]),
        ("450 mil", [(450_000, "CLP")]),
        ("un palo", [(1_000_000, "CLP")]),
        ("dos palos y medio", [(2_500_000, "CLP")]),
        ("medio millón", [(500_000, "CLP")]),
        ("pasa el millón", [(1_000_000, "CLP")]),
        ("vale un peso", [(1, "CLP")]),
        ("$1", [(1, "CLP")]),
        ("279.990.", [(279_990, "CLP")]),
        ("US$529", [(529, "USD")]),
        ("$300 dólares", [(300, "USD")]),
        ("279,99 €", [(279.99, "EUR")]),
        ("500 pesos mexicanos", [(500, "MXN")]),
        ("5.000 mAh", []),
        ("6 mil páginas", []),
        ("60 millones de clics", []),
        ("4K a 144 Hz", []),
        ("37 unidades", []),
    ],
)
def test_money(texto: str, cifras: list[tuple[float, str]]) -> None:
    """An amount has its value and its currency; a number of anything else is none."""
    assert leer(texto) == cifras


@pytest.mark.parametrize(
    ("escrito", "valor"),
    [
        ("449.990", 449_990),
        ("15,6", 15.6),
        ("15.6", 15.6),
        ("1.099.990", 1_099_990),
        ("1.234,5", 1_234.5),
        ("0.500", 0.5),
    ],
)
def test_digits(escrito: str, valor: float) -> None:
    """Points group thousands, a comma or a short tail are decimals."""
    assert numero(escrito) == valor


def test_percentages_and_loose_numbers() -> None:
    """Percentages are read with or without a space; numbers inside words are none."""
    assert [p.valor for p in read_porcentajes("un 36 % o 12,5% o 5 por ciento")] == [36, 12.5, 5]
    assert [n for _, _, n in numeros("a54, 8 y 2.5")] == [8, 2.5]


@pytest.mark.parametrize(
    ("texto", "antes", "vale"),
    [
        ("$450.000", "cuesta ", False),
        ("450 lucas", "cuesta ", True),
        ("445 lucas", "cuesta ", False),
        ("$460.000", "cuesta cerca de ", True),
        ("$480.000", "cuesta cerca de ", False),
    ],
)
def test_how_far_an_amount_may_lie_from_a_price(texto: str, antes: str, vale: bool) -> None:
    """Digits are exact, money words may round to the thousand, "cerca de" reaches 5 %."""
    cifra: Cifra = read_cifras(texto)[0]
    assert es_precio(449_990, cifra, holgura(cifra, antes)) is vale
