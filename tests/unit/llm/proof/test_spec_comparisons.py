"""Who is said to have more."""

import pytest

from tests.support.pruebas import motivos


@pytest.mark.parametrize(
    ("conjunto", "frase", "cierta"),
    [
        ("notebooks_lenovo", "El Flex 5 tiene más RAM que el Slim 3.", True),
        ("notebooks_lenovo", "El Slim 3 tiene más RAM que el Flex 5.", False),
        ("notebooks_lenovo", "El V15 trae el doble de RAM que el Slim 3.", True),
        ("compara_celus", "El Redmi trae el doble de almacenamiento.", True),
        ("compara_celus", "El A54 trae el doble de almacenamiento.", False),
        ("compara_celus", "La pantalla del Redmi es más grande.", True),
        ("lavadoras", "La Midea es la de mayor capacidad.", True),
        ("lavadoras", "La LG es la de mayor capacidad.", False),
        ("tablets", "La Tab A9 es la más liviana.", True),
        ("tablets", "La Tab M9 es la más liviana.", False),
        ("compara_celus", "¿Quieres más RAM?", True),
    ],
)
def test_who_has_more(conjunto: str, frase: str, cierta: bool) -> None:
    """Checked where both products state the quantity."""
    assert ("comparacion" not in motivos(conjunto, frase)) is cierta
