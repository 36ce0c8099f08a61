"""A hello, thanks, a goodbye and an acknowledgement are told apart."""

import pytest

from app.models.dominio import Ayuda, Cortesia
from app.nlu.courtesy import courtesy_of, help_of


@pytest.mark.parametrize(
    ("texto", "cortesia"),
    [
        ("hola", Cortesia.HOLA),
        ("HOLAAA 👋", Cortesia.HOLA),
        ("wena wena", Cortesia.HOLA),
        ("buenas tardes", Cortesia.HOLA),
        ("muchas gracias", Cortesia.GRACIAS),
        ("hola, gracias por todo", Cortesia.GRACIAS),
        ("grax", Cortesia.GRACIAS),
        ("ya, chao", Cortesia.DESPEDIDA),
        ("gracias, hasta luego", Cortesia.DESPEDIDA),
        ("adiós", Cortesia.DESPEDIDA),
        ("ok perfecto", Cortesia.ACUSE),
        ("dale", Cortesia.ACUSE),
        ("👍", Cortesia.ACUSE),
    ],
)
def test_courtesies(texto: str, cortesia: Cortesia) -> None:
    """The most final one wins."""
    assert courtesy_of(texto) == cortesia


@pytest.mark.parametrize(
    ("texto", "ayuda"),
    [
        ("quiero hablar con una persona", Ayuda.PERSONA),
        ("pásame con un ejecutivo", Ayuda.PERSONA),
        ("no era eso", Ayuda.MALENTENDIDO),
        ("me entendiste mal", Ayuda.MALENTENDIDO),
        ("¿qué puedes hacer?", Ayuda.GENERAL),
        ("no entiendo cómo funciona esto", Ayuda.GENERAL),
    ],
)
def test_help(texto: str, ayuda: Ayuda) -> None:
    """Who wants a person, or was misunderstood, is answered so."""
    assert help_of(texto) == ayuda
