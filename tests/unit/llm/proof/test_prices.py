"""Amounts of money, proved or not."""

import pytest

from tests.support.pruebas import motivos

LENOVO = "notebooks_lenovo"


@pytest.mark.parametrize(
    ("conjunto", "frase"),
    [
        (LENOVO, "El Slim 3 cuesta $449.990."),
        (LENOVO, "El Slim 3 sale 450 lucas."),
        (LENOVO, "El Slim 3 sale cerca de $450.000."),
        (LENOVO, "El Slim 3 cuesta menos de medio millón."),
        (LENOVO, "Todos están bajo los $600.000."),
        (LENOVO, "Ninguno pasa de tus 600 lucas."),
        (LENOVO, "Van desde $249.990 hasta $599.990."),
        (LENOVO, "Entre $400.000 y $600.000 están el Slim 3, el V15 y el Flex 5."),
        (LENOVO, "Con tu presupuesto de $600.000 te alcanza."),
        ("lenovo_300", "No hay Lenovo de 16 GB bajo $300.000; los que existen parten en $529.990."),
        ("lenovo_300", "El Lenovo más barato con 16 GB cuesta $529.990."),
        ("compara_celus", "El A54 y el Redmi Note 13 cuestan $279.990 y $179.990."),
    ],
)
def test_proved(conjunto: str, frase: str) -> None:
    """The price of whom it is said, a true bound, the ends of the range, the budget, what exists beyond."""
    assert motivos(conjunto, frase) == []


@pytest.mark.parametrize(
    ("conjunto", "frase", "motivo"),
    [
        (LENOVO, "El Slim 3 cuesta $399.990.", "monto"),
        (LENOVO, "El Slim 3 cuesta $450.000.", "monto"),
        (LENOVO, "El Slim 3 cuesta $44.999.", "monto"),
        (LENOVO, "El Slim 3 cuesta $529.990.", "monto"),
        (LENOVO, "El Slim 3 cuesta $600.000.", "monto"),
        (LENOVO, "El Slim 3 sale 400 lucas.", "monto"),
        (LENOVO, "Todos están bajo los $400.000.", "monto"),
        (LENOVO, "Van desde $199.990.", "monto"),
        (LENOVO, "El Slim 3 cuesta 449 dólares.", "moneda"),
        (LENOVO, "El más barato cuesta $449.990.", "monto"),
        ("lenovo_300", "No hay Lenovo de 16 GB; parten en $399.990.", "monto"),
        ("compara_celus", "El A54 y el Redmi Note 13 cuestan $179.990 y $279.990.", "monto"),
        ("ayuda", "Tenemos notebooks desde $199.990.", "monto"),
    ],
)
def test_not_proved(conjunto: str, frase: str, motivo: str) -> None:
    """Another product's price, a rounding in full digits, a false bound, another currency."""
    assert motivo in motivos(conjunto, frase)
