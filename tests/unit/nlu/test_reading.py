"""A message reads as folded words and tags; only the words that steer are mended."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.nlu.noun_phrases import noun_phrases
from app.nlu.reading import read
from app.nlu.unknown_words import unknown_subject
from tests.support.charla import entender


@pytest.mark.parametrize(
    ("anotado", "texto"),
    [
        ("El 2° o el [Lenovo](marca)?", "el 2 o el marca#0 ,"),
        ("el #3 y el nro 4", "el numero 3 y el numero 4"),
        ("MUESTRAME MÁS, porfa", "muestrame mas ,"),
        ("el segubdo q tal", "el segundo que tal"),
        ("algo mas varato", "algo mas barato"),
        ("muestrme otros", "muestrame otros"),
        ("compra uno", "compra uno"),
        ("nuestra maestra", "nuestra maestra"),
        ("el a54 de 5g", "el a54 de 5 g"),
        ("la 3ra", "la 3ra"),
        ("algo + barato", "algo mas barato"),
        ("quita [16 GB](caracteristicas) marca#9", "quita caracteristicas#0 marca numero 9"),
        ("", ""),
    ],
)
def test_reading(anotado: str, texto: str) -> None:
    """Accents, capitals, chat spelling and typos are gone; entities are tags that nobody can type."""
    assert read(entender(anotado)).texto == texto


@given(st.text(max_size=200))
def test_no_text_makes_a_tag(texto: str) -> None:
    """A tag always stands for an entity of the parse."""
    assert "#" not in read(replace(entender(""), text=texto)).texto


@pytest.mark.parametrize(
    ("anotado", "texts"),
    [
        ("[notebook](categoria) [HP](marca) de [16 GB](caracteristicas)", ["notebook HP de 16 GB"]),
        ("el [LG](marca) con el [Samsung](marca)", ["LG", "Samsung"]),
        ("[iphone 13](producto) con [galaxy s22](producto)", ["iphone 13", "galaxy s22"]),
        ("[Good Girl](producto) de [Carolina Herrera](marca)", ["Good Girl de Carolina Herrera"]),
        ("[Sony](marca) [XM5](producto), [Bose](marca) [QC](producto)", ["Sony XM5", "Bose QC"]),
        ("[hp](marca) o [asus](marca) en [negro](caracteristicas)", ["hp", "asus en negro"]),
        ("[tele](categoria) [bajo 300](rango_precio|:300000)", ["tele", "bajo 300"]),
    ],
)
def test_noun_phrases(anotado: str, texts: list[str]) -> None:
    """Entities beside each other name one thing; joins and articles part them."""
    assert [s.texto for s in noun_phrases(read(entender(anotado)))] == texts


@pytest.mark.parametrize(
    ("anotado", "subject"),
    [
        ("venden chupallas?", "chupallas"),
        ("busco una mesa de ping pong", "mesa ping pong"),
        ("busco algo bueno, bonito y barato", ""),
        ("hola, necesito ayuda para comprar", ""),
        ("quiero ver qué tienen", ""),
        ("qué me recomiendas?", ""),
        ("mi perro se comió ayer toda la tarea del colegio", ""),
    ],
)
def test_the_subject_that_no_list_knows(anotado: str, subject: str) -> None:
    """What is left of a request without its usual words, unless it is a story."""
    assert unknown_subject(read(entender(anotado))) == subject
