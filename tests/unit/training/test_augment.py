"""Noise changes the writing of a message and keeps its annotations on the same words; one seed, one noise."""

import random

import pytest

from app.nlu.normalize import fold
from training.augment import KINDS, add_noise, swap_names
from training.rasa_yaml import Mensaje, parse_example

EXAMPLE = (
    '¿Tienen [teléfonos]{"entity": "categoria", "value": "Celulares"} [Samsung](marca) de [6 pulgadas](caracteristicas)'
    ", "
    "por favor, [hasta 300 lucas](rango_precio)?"
)
TEXT, ENTIDADES = parse_example(EXAMPLE)
MENSAJE = Mensaje(TEXT, "buscar_producto", ENTIDADES, "data.yml", 3)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(5))
def test_spans_move_with_their_words(kind: str, seed: int) -> None:
    """Labels, values and order stay; no span takes a blank at its ends or overlaps the one before."""
    noisy = add_noise(MENSAJE, kind, random.Random(seed))
    assert [(e.entity, e.value) for e in noisy.entidades] == [(e.entity, e.value) for e in ENTIDADES]
    last = 0
    for e in noisy.entidades:
        words = noisy.text[e.start : e.end]
        assert last <= e.start < e.end <= len(noisy.text)
        assert words == words.strip()
        last = e.end


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_noise(kind: str) -> None:
    """Training is repeatable."""
    assert add_noise(MENSAJE, kind, random.Random(4)) == add_noise(MENSAJE, kind, random.Random(4))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("sin_tildes", "¿Tienen telefonos Samsung de 6 pulgadas, por favor, hasta 300 lucas?"),
        ("mayusculas", "¿TIENEN TELÉFONOS SAMSUNG DE 6 PULGADAS, POR FAVOR, HASTA 300 LUCAS?"),
        ("sin_puntuacion", "Tienen teléfonos Samsung de 6 pulgadas por favor hasta 300 lucas"),
    ],
)
def test_what_each_kind_does(kind: str, text: str) -> None:
    """Accents, capitals and punctuation, all over the message."""
    assert add_noise(MENSAJE, kind, random.Random(1)).text == text


def test_dictation_spells_numbers() -> None:
    """No digit is left, and no capital."""
    text = add_noise(MENSAJE, "dictado", random.Random(1)).text
    assert not any(char.isdigit() or char.isupper() for char in text)


def test_thumbs_slip_but_not_much() -> None:
    """Over many seeds most letters stay."""
    texts = [add_noise(MENSAJE, "dedos", random.Random(seed)).text for seed in range(20)]
    assert any(text != TEXT for text in texts)
    assert all(abs(len(text) - len(TEXT)) < 10 for text in texts)


def test_names_are_swapped_where_their_spans_are() -> None:
    """Another brand in place of the annotated one; everything else stays."""
    swapped = swap_names(MENSAJE, {"marca": ["Zorbex"]}, random.Random(1))
    assert swapped.text == TEXT.replace("Samsung", "Zorbex")
    assert [fold(swapped.text[e.start : e.end]) for e in swapped.entidades] == [
        "telefonos", "zorbex", "6 pulgadas", "hasta 300 lucas",
    ]  # fmt: skip
