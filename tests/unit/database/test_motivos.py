"""The reason of a product says only what its card says: what it meets, and what it lacks."""

import pytest

from app.database.motivos import motivo
from app.models.dominio import Filtros, Orden, ProductoFicha

FICHA = ProductoFicha(1, "Notebook Lenovo", "Lenovo", "Notebooks", 449_990, 3, "", ("16 GB RAM", "negro"))
CONOCIDAS = frozenset({"negro", "rojo", "bluetooth"})


@pytest.mark.parametrize(
    ("filtros", "reason"),
    [
        (Filtros(categoria="Notebooks"), "disponible en Notebooks"),
        (Filtros(texto="liviano"), "coincide con «liviano»"),
        (Filtros(caracteristicas=("16 GB RAM",), precio_max=500_000), "cumple todo: 16 GB RAM y bajo $500.000"),
        (Filtros(caracteristicas=("16 GB",)), "cumple todo: 16 GB"),
        (Filtros(precio_min=400_000), "cumple todo: desde $400.000"),
        (Filtros(precio_max=449_989, relajados=("precio_max",)), "apenas sobre tu tope"),
        (Filtros(precio_min=450_000, relajados=("precio_min",)), "apenas bajo tu mínimo"),
        (Filtros(precio_min=500_000, precio_max=400_000), "cumple todo: entre $400.000 y $500.000"),
        (Filtros(marcas=("Lenovo", "HP")), "cumple todo: Lenovo"),
        (Filtros(caracteristicas=("letra ñ",)), "cumple todo: menciona «letra ñ»"),
        (
            Filtros(caracteristicas=("16 GB RAM", "bluetooth"), relajados=("bluetooth",)),
            "16 GB RAM; no indica bluetooth",
        ),
        (Filtros(marcas=("HP",), relajados=("marcas",)), "es Lenovo, no HP"),
        (Filtros(precio_max=400_000, relajados=("precio_max",)), "cuesta $49.990 más que tu tope"),
        (Filtros(precio_min=500_000, relajados=("precio_min",)), "cuesta $50.010 menos que tu mínimo"),
    ],
)
def test_reasons(filtros: Filtros, reason: str) -> None:
    """Each part of the wish has its words."""
    assert motivo(FICHA, filtros, CONOCIDAS) == reason


def test_the_first_by_price_is_called_so() -> None:
    """Only the head of a whole list by price is the cheapest or dearest."""
    assert motivo(FICHA, Filtros(orden=Orden.PRECIO_ASC), CONOCIDAS, primero=True).startswith("el menor precio")
    assert motivo(FICHA, Filtros(orden=Orden.PRECIO_DESC), CONOCIDAS, primero=True).startswith("el mayor precio")
    assert "precio" not in motivo(FICHA, Filtros(orden=Orden.PRECIO_ASC), CONOCIDAS)


def test_what_is_sold_out_is_called_so() -> None:
    """A product without stock is never offered as anything else."""
    sold_out = ProductoFicha(2, "Notebook", "Lenovo", "Notebooks", 1, 0, "")
    assert motivo(sold_out, Filtros(marcas=("Lenovo",)), CONOCIDAS) == "agotado por ahora"
