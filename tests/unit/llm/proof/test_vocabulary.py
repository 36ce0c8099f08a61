"""What is ordinary Spanish, and so no name."""

import pytest

from app.llm.proof.vocabulary import es_comun, es_frecuente


@pytest.mark.parametrize(
    ("palabra", "comun", "frecuente"),
    [
        ("pantalla", True, True),
        ("opciones", True, True),
        ("recomendacion", True, False),
        ("silenciosos", True, False),
        ("adidas", True, False),  # its ending deceives: brands are looked up before
        ("vivobook", False, False),
        ("galaxy", False, False),
    ],
)
def test_ordinary_words(palabra: str, comun: bool, frecuente: bool) -> None:
    """A word is ordinary by the list or by its ending."""
    assert (es_comun(palabra), es_frecuente(palabra)) == (comun, frecuente)
