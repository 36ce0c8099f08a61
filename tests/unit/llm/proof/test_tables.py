"""A table's cells are said of the product of their row or column."""

import pytest

from app.llm.proof.proofs import no_probado
from app.llm.proof.tables import celdas_como_frases
from tests.support.pruebas import indice


@pytest.mark.parametrize(
    ("tabla", "probada"),
    [
        ("| | A54 | Redmi Note 13 |\n|---|---|---|\n| Precio | $279.990 | $179.990 |\n| RAM | 8 GB | 8 GB |\n", True),
        ("| | A54 | Redmi Note 13 |\n|---|---|---|\n| Precio | $179.990 | $279.990 |\n", False),
        ("| | A54 | Redmi Note 13 |\n|---|---|---|\n| RAM | 8 GB | 256 GB |\n", False),
        ("| Modelo | Precio |\n|:--|--:|\n| Galaxy A54 | $279.990 |\n| Redmi Note 13 | $179.990 |\n", True),
        ("| Modelo | Precio |\n|:--|--:|\n| Galaxy A54 | $179.990 |\n", False),
        ("| Modelo | RAM |\n|---|---|\n| Galaxy A99 | 8 GB |\n", False),
        ("|---|\n", True),
    ],
)
def test_tables(tabla: str, probada: bool) -> None:
    """By columns or by rows; the heading says what the figure measures."""
    frases = list(celdas_como_frases(tabla, indice("compara_celus")))
    assert all(not no_probado(frase) for frase in frases) is probada
