"""Words that describe products: said of one, they must be in its card."""

import pytest

from tests.support.pruebas import motivos

LENOVO = "notebooks_lenovo"


@pytest.mark.parametrize(
    "frase",
    [
        "El Flex 5 gira en 360 grados y es gris.",
        "El IdeaPad 1 es liviano, de 14 pulgadas.",
        "La pantalla del Slim 3 es cómoda.",
        "Si lo quieres con teclado retroiluminado, dime.",
        "¿Lo prefieres con lector de huella?",
        "El Slim 3 no menciona lector de huella en su ficha.",
        "Ninguna ficha indica que sea impermeable.",
        "Para tu gimnasio o para la piscina te da lo mismo.",
        "El V15 G4 tiene salida para un monitor, HDMI.",
    ],
)
def test_backed(frase: str) -> None:
    """It stands in the card in some form, is told as a measure, or is not asserted."""
    assert motivos(LENOVO, frase) == []


@pytest.mark.parametrize(
    "frase",
    [
        "El Slim 3 trae teclado retroiluminado.",
        "La batería del Slim 3 dura todo el día.",
        "El V15 G4 es plegable y de madera.",
        "Al Flex 5 lo enfría un ventilador doble.",
        "El IdeaPad 1 sí trae carga inalámbrica.",
        "El Slim 3 lava con agua caliente.",
    ],
)
def test_not_backed(frase: str) -> None:
    """Whatever verb says it, the card of that product has not the word."""
    assert "rasgo" in motivos(LENOVO, frase)


def test_what_the_card_denies_is_not_backed() -> None:
    """The card says "Sin cámara": that gives it none."""
    assert "rasgo" in motivos("turno_2_11", "El Holy Stone HS210 tiene cámara.")
    assert motivos("turno_2_11", "El Holy Stone HS210 no tiene cámara.") == []


def test_a_wish_that_no_card_states_is_no_claim() -> None:
    """The whole of such a sentence tells what is not known, the brackets in it too."""
    assert motivos("turno_1_11", "Ninguna ficha de audífonos (inalámbrico) indica «correr».") == []


def test_a_platform_must_be_in_the_card() -> None:
    """Another product of the turn is for Xbox; this one is not."""
    assert "rasgo" in motivos("turno_1_41", "God of War Ragnarök también está para Xbox.")
