"""Who is said to cost less."""

import pytest

from tests.support.pruebas import motivos


@pytest.mark.parametrize(
    ("conjunto", "frase", "cierta"),
    [
        ("notebooks_lenovo", "El más barato es el IdeaPad 1.", True),
        ("notebooks_lenovo", "El más barato es el Slim 3.", False),
        ("notebooks_lenovo", "El IdeaPad 1 es el más económico y el Flex 5 el más caro.", True),
        ("notebooks_lenovo", "El más caro es el V15.", False),
        ("notebooks_lenovo", "El V15 es más barato que el Flex 5.", True),
        ("notebooks_lenovo", "El V15 es más barato que el IdeaPad 1.", False),
        ("notebooks_lenovo", "¿El más barato es el Slim 3?", True),
        ("compara_celus", "Los dos tienen el mismo precio.", False),
        ("compara_celus", "No tienen el mismo precio.", True),
        ("lavadoras", "Midea gana en precio.", True),
        ("lavadoras", "La LG gana en precio.", False),
        ("audifonos", "El más barato es el JBL Tune 520BT.", True),
        ("consolas", "La más barata es la PS5 digital.", True),  # of those in stock
        ("consolas", "La más barata es la PS5 con lector.", False),
        ("teles_55", "La LG cuesta casi el doble.", True),
        ("compara_celus", "El A54 cuesta el doble.", False),
    ],
)
def test_who_costs_less(conjunto: str, frase: str, cierta: bool) -> None:
    """Superlatives among all or among what is in stock, comparatives, equal prices, ratios."""
    assert ("comparacion" not in motivos(conjunto, frase)) is cierta
