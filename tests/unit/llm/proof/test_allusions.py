"""What points at products without naming them."""

import pytest

from tests.support.pruebas import leer, motivos


def textos(conjunto: str, *frases: str) -> list[tuple[str, int, bool]]:
    frase = leer(conjunto, *frases)
    return [(frase.plano[a.start : a.end], len(a.ids), a.objeto) for a in frase.menciones]


def test_by_a_part_of_the_name() -> None:
    """A chip that only one product's name has."""
    assert textos("gpus_e", "La RTX 3050 cuesta $189.990.") == [("rtx 3050", 1, False)]


def test_the_others_are_set_against() -> None:
    """After "tan … como" they are compared with, not spoken of."""
    antes = "La Bianchi Stone Mountain es una MTB."
    assert textos("bicis_b", antes, "No es tan urbana como las otras dos.") == [("las otras", 2, True)]


def test_each_of_the_others() -> None:
    """ "Todas" after them is each of them, and not the one spoken of before."""
    antes = "La Midea Condensación es la indicada."
    assert motivos("secadoras_b", antes, "Las otras tres son más baratas, todas por debajo de los 260 mil.") == []
    assert motivos("secadoras_b", antes, "Las otras tres son más baratas, todas por debajo de los 220 mil.") != []


@pytest.mark.parametrize(
    ("frase", "proved"),
    [
        ("La de 65 pulgadas tiene wifi 6; la de 43, 8 GB de almacenamiento.", True),
        ("La de 65 pulgadas tiene wifi 6; la de 43, 64 GB de almacenamiento.", False),
    ],
)
def test_by_a_quantity(frase: str, proved: bool) -> None:
    """The unit may be left out the second time."""
    assert (motivos("minileds_g", frase) == []) is proved


@pytest.mark.parametrize(
    ("conjunto", "frase"),
    [
        ("samsung_refri_h", "El RT38K cuesta $549.990."),
        ("asics_b", "Ojo con la talla: la Kayano es 43 y la Resolution 42."),
        ("control_ps5_a", "Del Edge quedan 8 y del DualSense blanco 42."),
        ("running_g", "Elegiría según la talla: 38 las Asics, 39 las Adidas."),
        ("sillas_c", "Con tus 105 kilos te conviene la Sihoo M18."),
        ("soundbars_c", "Potencia: Samsung 300 W, Sony 120 W y JBL 80 W."),
        ("pcs_d", "Tres ThinkCentre Neo 50s saldrían $1.259.970."),
        ("bailar_g", "Minecraft vale $34.990."),
    ],
)
def test_said_briefly(conjunto: str, frase: str) -> None:
    """Shortened codes, figures without their unit, the person's own measures, several of one."""
    assert motivos(conjunto, frase) == []


@pytest.mark.parametrize(
    ("conjunto", "frase"),
    [
        ("samsung_refri_h", "El RT38K cuesta $629.990."),
        ("asics_b", "Ojo con la talla: la Kayano es 43 y la Resolution 41."),
        ("control_ps5_a", "Del Edge quedan 8 y del DualSense blanco 40."),
        ("soundbars_c", "Potencia: Samsung 300 W, Sony 80 W y JBL 120 W."),
        ("pcs_d", "Tres ThinkCentre Neo 50s saldrían $1.159.970."),
        ("bailar_g", "Minecraft vale $39.990."),
        ("motos_i", "El Pixel 8 Pro también está."),
    ],
)
def test_said_briefly_and_false(conjunto: str, frase: str) -> None:
    """The same forms with another figure."""
    assert motivos(conjunto, frase) != []
