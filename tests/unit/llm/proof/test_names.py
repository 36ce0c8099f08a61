"""Names may be denied or repeated, not offered."""

import pytest

from tests.support.pruebas import motivos


@pytest.mark.parametrize(
    ("conjunto", "frase", "proved"),
    [
        ("iphone14", "No tenemos el iPhone 14.", True),
        ("iphone14", "El iPhone 14 no está en el catálogo.", True),
        ("iphone14", "Preguntas por el iPhone 14.", True),
        ("iphone14", "¡Sí, tenemos el iPhone 14!", False),
        ("iphone14", "El iPhone 16 es mejor.", False),
        ("freidoras", "No tengo Oster.", True),
        ("freidoras", "Sí, tenemos Oster.", False),
        ("lenovo_300", "Los Lenovo parten en $529.990.", True),
        ("notebooks_lenovo", "Un Acer te serviría.", False),
        ("notebooks_lenovo", "los asus son mejores", False),
        ("saludo", "Tengo celulares, mouse, perfumes y drones.", True),
    ],
)
def test_names(conjunto: str, frase: str, proved: bool) -> None:
    """What the person named and the shop lacks may only be denied or echoed."""
    assert (motivos(conjunto, frase) == []) is proved
