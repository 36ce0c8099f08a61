"""Every number has to be explained."""

import pytest

from tests.support.pruebas import motivos

LENOVO = "notebooks_lenovo"


@pytest.mark.parametrize(
    ("conjunto", "frase"),
    [
        (LENOVO, "Encontré 4 notebooks."),
        (LENOVO, "De los cuatro, dos traen 16 GB: el V15 y el Flex 5."),
        (LENOVO, "Te muestro dos caminos."),
        (LENOVO, "Mi top 3."),
        (LENOVO, "El Flex 5 gira en 360 grados."),
        (LENOVO, "Comparado con el IdeaPad 1, el Slim 3 trae cuatro veces más almacenamiento."),
        ("lavadoras", "Ranking: Midea (1°), LG (2°), Electrolux (3°)."),
        ("lavadoras", "Si son 5 en casa, la Midea."),
        ("zapatillas_42", "Con 90 lucas te llevas las Adidas; con 115, las Mizuno; y con 130, las Nike."),
        ("tablets", "La Tab M9 pesa 344 gramos, apenas 12 más que la Tab A9."),
        ("consolas", "La Xbox quedó en cero."),
        ("monitores", "Hay 7 monitores; te muestro 3."),
    ],
)
def test_explained(conjunto: str, frase: str) -> None:
    """A count the facts give, an ordinal, a figure of the text, thousands with the unit said before."""
    assert motivos(conjunto, frase) == []


@pytest.mark.parametrize(
    ("conjunto", "frase"),
    [
        (LENOVO, "Encontré siete notebooks."),
        (LENOVO, "El Slim 3 tiene 3 años de uso."),
        (LENOVO, "El Slim 3 obtuvo 92 en las pruebas."),
        ("monitores", "Hay 20 monitores."),
        ("teclados", "El Kumara tiene 104 teclas."),
    ],
)
def test_not_explained(conjunto: str, frase: str) -> None:
    """Numbers from nowhere."""
    assert "cantidad" in motivos(conjunto, frase)
