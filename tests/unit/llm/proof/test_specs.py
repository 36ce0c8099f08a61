"""Specifications, proved or not."""

import pytest

from tests.support.pruebas import motivos

LENOVO = "notebooks_lenovo"


@pytest.mark.parametrize(
    ("conjunto", "frase"),
    [
        (LENOVO, "El Slim 3 trae 8 gigas de RAM y disco SSD de 512 GB."),
        (LENOVO, 'El Slim 3 tiene pantalla de 15.6".'),
        (LENOVO, "El Slim 3 tiene casi 16 pulgadas."),
        (LENOVO, "El V15 trae ocho gigas más de RAM que el Slim 3."),
        (LENOVO, "El Slim 3 no tiene 16 GB de RAM."),
        (LENOVO, "El Slim 3 trae un Ryzen 5 y pantalla Full HD."),
        (LENOVO, "El V15 trae HDMI; de los demás no tengo el dato."),
        (LENOVO, "¿Necesitas pantalla táctil?"),
        (LENOVO, "Si no necesitas pantalla táctil, el V15 basta."),
        ("lenovo_300", "No hay Lenovo con 16 GB de RAM."),
        ("drones", "El DJI Flip pesa menos de 250 gramos."),
        ("audifonos", "Los Shokz resisten el agua (IP67)."),
        ("audifonos", "Los Sony cancelan el ruido."),
    ],
)
def test_proved(conjunto: str, frase: str) -> None:
    """Said of whom it is true, rounded with a word that says so, denied, asked, or what the search was for."""
    assert motivos(conjunto, frase) == []


@pytest.mark.parametrize(
    ("conjunto", "frase", "motivo"),
    [
        (LENOVO, "El Slim 3 trae 16 GB de RAM.", "especificacion"),
        (LENOVO, "El Slim 3 trae 512 GB de RAM.", "especificacion"),
        (LENOVO, "El Slim 3 tiene 14 pulgadas.", "especificacion"),
        (LENOVO, "El Slim 3 trae un Ryzen 7.", "especificacion"),
        (LENOVO, "El Slim 3 viene con Windows 11.", "especificacion"),
        (LENOVO, "El Slim 3 tiene pantalla táctil.", "rasgo"),
        (LENOVO, "El Slim 3 es negro.", "rasgo"),
        (LENOVO, "El V15 no trae HDMI.", "rasgo"),
        ("info_a54", "Sí, trae NFC.", "rasgo"),
        ("info_a54", "No trae NFC.", "rasgo"),
        ("teles_55", "La TCL es OLED.", "rasgo"),
        ("drones", "El DJI Flip pesa menos de 200 gramos.", "especificacion"),
        ("drones", "El DJI Flip graba en 8K.", "especificacion"),
    ],
)
def test_not_proved(conjunto: str, frase: str, motivo: str) -> None:
    """Another product's figure, RAM for storage, a chip or feature not in the text, a denial without ground."""
    assert motivo in motivos(conjunto, frase)


def test_a_line_of_a_data_sheet_belongs_to_the_product_above_it() -> None:
    """ "Uso: trail" under the running shoe is the other shoe's."""
    assert motivos("zapatillas_42", "**Nike Pegasus 41**\n", "- Uso: trail\n") == ["rasgo"]
    assert motivos("zapatillas_42", "**Nike Pegasus 41**\n", "- Uso: Running diario\n") == []
