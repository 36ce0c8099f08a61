"""Differences, sums and percentages are recomputed."""

import pytest

from tests.support.pruebas import motivos

LENOVO = "notebooks_lenovo"


@pytest.mark.parametrize(
    ("conjunto", "frase"),
    [
        (LENOVO, "El V15 cuesta $80.000 más que el Slim 3."),
        (LENOVO, "Con el Slim 3 te sobran $150.010."),
        (LENOVO, "Entre el más barato y el más caro hay $350.000 de diferencia."),
        (LENOVO, "El Slim 3 es un 15 % más barato que el V15."),
        ("compara_celus", "La diferencia es de $100.000."),
        ("compara_celus", "Si compras los dos, en total serían $459.980."),
        ("compara_celus", "El Redmi sale cien lucas menos."),
        ("compara_celus", "Es harta la diferencia: $279.990 el A54 y $179.990 el Redmi, o sea $100.000."),
        ("drones", "Con el SJRC te sobran $270.010 de tu presupuesto."),
        ("aires", "El Midea ahorra hasta un 60 % de energía."),
    ],
)
def test_proved(conjunto: str, frase: str) -> None:
    """Between two prices, between a price and the budget, of two prices together, or as the description says."""
    assert motivos(conjunto, frase) == []


@pytest.mark.parametrize(
    ("conjunto", "frase", "motivo"),
    [
        (LENOVO, "El V15 cuesta $50.000 más que el Slim 3.", "monto"),
        (LENOVO, "Con el Slim 3 te sobran $100.010.", "monto"),
        (LENOVO, "El Slim 3 es un 30 % más barato que el V15.", "derivado"),
        ("compara_celus", "La diferencia es de $80.000.", "monto"),
        ("compara_celus", "Si compras los dos, en total serían $559.980.", "monto"),
        ("aires", "El Midea ahorra hasta un 70 % de energía.", "derivado"),
    ],
)
def test_not_proved(conjunto: str, frase: str, motivo: str) -> None:
    """What recomputing does not give."""
    assert motivo in motivos(conjunto, frase)
