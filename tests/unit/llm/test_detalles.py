"""What is answered from cards: one part of one product, and one part of several side by side."""

from app.llm.detalles import lado_a_lado, responde
from tests.support.fichas import ficha

LIGERO = ficha(1, nombre="A", atributos=("980 g", "256 GB"))
PESADO = ficha(2, nombre="B", atributos=("1,4 kg", "1 TB"))
CALLADO = ficha(3, nombre="C", atributos=())


def test_several_side_by_side_in_one_unit() -> None:
    """The least comes first, grams and kilos counted alike; a card that is silent says nothing."""
    assert lado_a_lado((PESADO, CALLADO, LIGERO), "peso") == (
        "Peso: **A**, 980 g; **B**, 1,4 kg. **C** no lo indica en su ficha."
    )
    assert lado_a_lado((PESADO, LIGERO), "almacenamiento") == "Almacenamiento: **A**, 256 GB; **B**, 1 TB."


def test_nothing_is_claimed_where_no_card_tells() -> None:
    """Without a value nobody wins."""
    assert lado_a_lado((CALLADO, CALLADO), "peso") == (
        "Ninguna de sus fichas menciona «peso», así que eso no te lo puedo asegurar."
    )


def test_units_asked_for() -> None:
    """ "¿Cuántos litros?" is answered with the litres."""
    assert responde(ficha(atributos=("328 litros",)), "litros") == "Litros: 328."
