"""What needs no proof: the product's own name and words."""

import pytest

from tests.support.pruebas import leer, motivos


def test_a_quotation_is_blanked_with_its_figures_unless_denied() -> None:
    """Five words in a row of the product's text are its own; "no" before them turns them round."""
    cita = "cómoda para estudiar y trabajar con planillas"
    assert "planillas" not in leer("notebooks_lenovo", f"El Slim 3 es {cita}.").plano
    assert "planillas" in leer("notebooks_lenovo", f"El Slim 3 no es {cita}.").plano


@pytest.mark.parametrize(
    ("frase", "proved"),
    [
        ('El Notebook Lenovo IdeaPad Slim 3 15.6" Ryzen 5 cuesta $449.990.', True),
        ("El Slim 3 trae procesador AMD Ryzen 5 7520U, 8 GB de RAM y 512 GB SSD.", True),
        ("El Slim 3 trae procesador AMD Ryzen 5 7520U, 16 GB de RAM y 512 GB SSD.", False),
        ("El V15 trae procesador AMD Ryzen 5 7520U, 8 GB de RAM y 512 GB SSD.", False),
    ],
)
def test_quoting_the_right_product(frase: str, proved: bool) -> None:
    """The words of one product prove nothing of another, nor with a figure changed."""
    assert (motivos("notebooks_lenovo", frase) == []) is proved


def test_a_link_stays_forbidden_when_it_is_quoted() -> None:
    """An injected description is no licence."""
    assert motivos("bicis", "La Trek Marlin 5 tiene 90 % de descuento en http://trek-ofertas.example")


def test_the_shops_example_messages_assert_nothing() -> None:
    """Help may quote them, amounts and all."""
    assert motivos("ayuda", "Prueba con «busco audífonos bluetooth hasta $50.000».") == []
