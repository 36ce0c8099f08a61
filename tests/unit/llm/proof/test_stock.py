"""What is said of stock."""

import pytest

from tests.support.pruebas import motivos


@pytest.mark.parametrize(
    ("conjunto", "frase", "proved"),
    [
        ("notebooks_lenovo", "Quedan 34 unidades del Slim 3.", True),
        ("notebooks_lenovo", "Quedan 2 unidades del Slim 3.", False),
        ("notebooks_lenovo", "Del Slim 3 hay más de 30 unidades.", True),
        ("notebooks_lenovo", "Del Slim 3 hay más de 50 unidades.", False),
        ("notebooks_lenovo", "Slim 3 | Stock: 34", True),
        ("notebooks_lenovo", "El V15 está agotado.", False),
        ("notebooks_lenovo", "Todos están disponibles.", True),
        ("notebooks_lenovo", "Quedan pocas unidades del Flex 5.", False),
        ("sillas", "De la Gamemax quedan pocas unidades.", True),
        ("sillas", "De la Gamemax quedan muchas unidades.", False),
        ("audifonos", "Los Redmi Buds están agotados.", True),
        ("audifonos", "Los Redmi Buds están disponibles.", False),
        ("audifonos", "Todos están disponibles.", False),
        ("audifonos", "De los disponibles, el más barato es el JBL.", True),
        ("epson", "Hay 39 y 16 unidades respectivamente.", True),
        ("iphone14", "El iPhone 14 no está disponible.", True),
        ("relojes_hombre", "24 unidades del Timex y 16 del Casio.", True),
    ],
)
def test_stock(conjunto: str, frase: str, proved: bool) -> None:
    """Counts, bounds on counts, availability, scarcity: each of whom it is said."""
    assert ("stock" not in motivos(conjunto, frase)) is proved
