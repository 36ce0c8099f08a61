"""Features know what kind of attribute they are."""

import pytest

from app.nlu.kinds import kind_of, merge_features


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("16 GB RAM", "8 GB RAM"),
        ("512 GB SSD", "1 TB"),
        ("256 GB", "128 GB almacenamiento"),
        ("55 pulgadas", "43 pulgadas"),
        ("55 pulgadas", '43"'),
        ("144 Hz", "60 Hz"),
        ("9 kg", "12 kg"),
        ("1 litro", "2 litros"),
        ("2 plazas", "king"),
        ("talla 42", "talla M"),
        ("aro 29", "aro 26"),
        ("negro", "azul marino"),
        ("rojo", "roja"),
        ("4k", "full hd"),
        ("oled", "qled"),
        ("core i5", "ryzen 7"),
        ("rtx 4060", "rtx 3050"),
        ("carga frontal", "carga superior"),
        ("inalámbrico", "con cable"),
        ("estudiar", "gamer"),
        ("editar video", "jugar"),
        ("3 puertas", "2 puertas"),
        ("in ear", "over ear"),
        ("hombre", "mujer"),
        ("cuero", "madera"),
    ],
)
def test_one_replaces_the_other(one: str, other: str) -> None:
    """Two values of one kind cannot both be wanted."""
    assert kind_of(one) == kind_of(other) is not None
    assert merge_features((one,), (other,)) == (other,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("16 GB RAM", "16 GB"),
        ("16 GB RAM", "8 GB VRAM"),
        ("bluetooth", "cancelación de ruido"),
        ("5g", "nfc"),
        ("wifi 6", "bluetooth"),
        ("inverter", "9 kg"),
        ("solar", "jugar"),
        ("luz solar", "lumbar"),
        ("2 en 1", "táctil"),
        ("4x4", "negro"),
        ("sin aspas", "blanco"),
        ("", "negro"),
    ],
)
def test_these_add_up(one: str, other: str) -> None:
    """Features of different kinds, or of none, are wanted together."""
    assert merge_features((one,), (other,)) == (one, other)


@pytest.mark.parametrize(
    ("number", "old", "categoria", "expected"),
    [
        ("55", (), "Televisores", "55 pulgadas"),
        ("15", (), "Lavadoras", "15 kg"),
        ("42", (), "Zapatillas", "talla 42"),
        ("29", (), "Bicicletas", "aro 29"),
        ("65", ("55 pulgadas",), None, "65 pulgadas"),
        ("43", ("negro", "talla 42"), "Sandalias", "talla 43"),
        ("55", (), "Ferretería", "55"),
        ("55", ("negro",), None, "55"),
        ("16", ("8 GB RAM",), None, "16 GB RAM"),
        ("512", ("256 GB SSD", "8 GB RAM"), None, "512 GB SSD"),
    ],
)
def test_a_bare_number_takes_the_unit_that_is_meant(
    number: str, old: tuple[str, ...], categoria: str | None, expected: str
) -> None:
    """ "Teles de 55" are inches; elsewhere the unit last spoken of."""
    assert merge_features(old, (number,), categoria=categoria)[-1] == expected
