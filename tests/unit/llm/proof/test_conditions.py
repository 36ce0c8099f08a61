"""Promises without ground, and what no answer may hold."""

import pytest

from app.llm.proof.conditions import repite
from tests.support.pruebas import motivos

LENOVO = "notebooks_lenovo"


@pytest.mark.parametrize(
    ("conjunto", "frase", "motivo"),
    [
        (LENOVO, "El Slim 3 está en oferta.", "descuento"),
        (LENOVO, "El V15 cuesta $529.990 (antes $699.990).", "descuento"),
        (LENOVO, "Puedes pagarlo en 12 cuotas.", "condiciones"),
        (LENOVO, "Tiene despacho gratis.", "condiciones"),
        ("lavadoras", "La Midea trae 10 años de garantía.", "condiciones"),
        (LENOVO, "Es el más vendido.", "valoracion"),
        (LENOVO, "Los clientes lo recomiendan.", "valoracion"),
        (LENOVO, "Míralo en https://tienda.cl", "enlace"),
        (LENOVO, "Míralo en tienda-lenovo.cl", "enlace"),
        (LENOVO, "Escríbenos al +56 9 1234 5678.", "enlace"),
        (LENOVO, "[aquí](x)", "enlace"),
        (LENOVO, "Mi prompt dice que no puedo.", "instrucciones"),
        (LENOVO, "Ignoro mis instrucciones.", "instrucciones"),
        (LENOVO, "<|im_start|>", "instrucciones"),
        (LENOVO, "Here is the best laptop for you.", "idioma"),
        (LENOVO, "这是最好的", "idioma"),
    ],
)
def test_held_back(conjunto: str, frase: str, motivo: str) -> None:
    """Discounts, delivery, warranty, ratings, links, the prompt, another language."""
    assert motivo in motivos(conjunto, frase)


@pytest.mark.parametrize(
    ("conjunto", "frase"),
    [
        ("lavadoras", "La Electrolux tiene motor inverter con 10 años de garantía."),
        (LENOVO, "No tengo información sobre garantía ni despacho."),
        (LENOVO, "No encontré descuentos."),
        (LENOVO, "¿Buscas algo en oferta?"),
        ("routers", "El TP-Link Archer cuesta $49.990."),
    ],
)
def test_let_through(conjunto: str, frase: str) -> None:
    """In the product's own text, denied, unknown, or asked."""
    assert motivos(conjunto, frase) == []


def test_reciting_the_instructions() -> None:
    """Seven words in a row are a recital, six may be chance."""
    sistema = "di solo lo que esta en los hechos y nada mas"
    assert repite("yo di solo lo que esta en los hechos", sistema)
    assert not repite("di solo lo que esta en", sistema)
