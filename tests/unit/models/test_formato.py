"""Values are written as people in Chile read them."""

import pytest

from app.models.formato import enumerar, pesos, piso, porcentaje, tope


@pytest.mark.parametrize(
    ("monto", "texto"), [(0, "$0"), (990, "$990"), (499990, "$499.990"), (1_250_000, "$1.250.000"), (-5000, "-$5.000")]
)
def test_pesos(monto: int, texto: str) -> None:
    """Dots between thousands, no decimals."""
    assert pesos(monto) == texto


@pytest.mark.parametrize(("valor", "texto"), [(12.0, "12 %"), (12.54, "12,5 %"), (0.0, "0 %")])
def test_porcentaje(valor: float, texto: str) -> None:
    """A comma, one decimal at most."""
    assert porcentaje(valor) == texto


@pytest.mark.parametrize(
    ("partes", "conjuncion", "texto"),
    [
        ([], "y", ""),
        (["LG"], "y", "LG"),
        (["LG", "Sony"], "y", "LG y Sony"),
        (["LG", "Sony", "Iiyama"], "y", "LG, Sony e Iiyama"),
        (["teles", "hielo"], "y", "teles y hielo"),
        (["LG", "Oster"], "o", "LG u Oster"),
        (["a", "b"], "ni", "a ni b"),
    ],
)
def test_enumerar(partes: list[str], conjuncion: str, texto: str) -> None:
    """The conjunction follows the sound of what comes after it."""
    assert enumerar(partes, conjuncion) == texto


@pytest.mark.parametrize(
    ("monto", "hasta", "desde"),
    [
        (500_000, "hasta $500.000", "desde $500.000"),
        (349_989, "bajo $349.990", "desde $349.989"),
        (349_991, "hasta $349.991", "sobre $349.990"),
    ],
)
def test_bounds_set_just_beyond_a_price(monto: int, hasta: str, desde: str) -> None:
    """ "Algo más barato" is told by the price it goes under, not by one peso less."""
    assert (tope(monto), piso(monto)) == (hasta, desde)
