"""What a product is said to come with."""

import pytest

from tests.support.pruebas import motivos

LENOVO = "notebooks_lenovo"


@pytest.mark.parametrize(
    "frase",
    [
        "El V15 G4 trae un puerto de red RJ-45.",
        "El Slim 3 tiene buena relación entre precio y memoria.",
        "El IdeaPad 1 tiene sentido si solo navegas.",
        "El Slim 3 trae 8 gigas de RAM.",
        "Si buscas uno que traiga lápiz, dime.",
        "La ficha del Slim 3 no dice que incluya funda.",
    ],
)
def test_backed(frase: str) -> None:
    """It stands in the text, is a quality, a figure, a manner of speaking, or is not asserted."""
    assert motivos(LENOVO, frase) == []


@pytest.mark.parametrize(
    "frase",
    [
        "El Slim 3 incluye funda.",
        "El V15 G4 trae un lápiz.",
        "El IdeaPad 1 viene con mochila y mouse.",
        "El Flex 5 tiene altavoces Harman.",
        "El Slim 3 dispone de ranura para chip.",
    ],
)
def test_not_backed(frase: str) -> None:
    """Whatever the thing is: no list has to know it."""
    assert "rasgo" in motivos(LENOVO, frase)
