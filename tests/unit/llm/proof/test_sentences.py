"""An answer is cut into sentences, list lines and tables, the same however it arrives."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.llm.proof.sentences import Cortador


def cortar(*trozos: str) -> list[str]:
    cortador = Cortador()
    piezas = [pieza for trozo in trozos for pieza in cortador.feed(trozo)]
    return piezas + cortador.close()


@pytest.mark.parametrize(
    ("texto", "piezas"),
    [
        ("Cuesta $449.990. Es negro.", ["Cuesta $449.990.", " Es negro."]),
        ("¡Hola! 😊 ¿Qué buscas?", ["¡Hola!", " 😊 ¿Qué buscas?"]),
        ('Tiene 15.6" y 8 GB.', ['Tiene 15.6" y 8 GB.']),
        ("Sale 450 lucas aprox. y trae funda.", ["Sale 450 lucas aprox. y trae funda."]),
        ("1. IdeaPad 1\n2. Slim 3\n", ["1. IdeaPad 1\n", "2. Slim 3\n"]),
        ("**1. IdeaPad 1** cuesta poco. Fin", ["**1. IdeaPad 1** cuesta poco.", " Fin"]),
        ("- uno\n\n- dos", ["- uno\n", "\n- dos"]),
        ("Mira:\n| a | b |\n|---|---|\n| 1 | 2 |\nListo.", ["Mira:\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "Listo."]),
        ("«El más barato.» Y otro", ["«El más barato.»", " Y otro"]),
        ("Espera… sigue", ["Espera…", " sigue"]),
        ("", []),
    ],
)
def test_where_an_answer_is_cut(texto: str, piezas: list[str]) -> None:
    """Stops inside figures, abbreviations and list numbers cut nothing; lines and whole tables do."""
    assert cortar(texto) == piezas


def test_a_sentence_is_let_go_with_the_next_character() -> None:
    """The delay is one sentence: the piece comes out as soon as its end is certain."""
    cortador = Cortador()
    assert cortador.feed("Cuesta $449.990.") == []
    assert cortador.feed(" ") == ["Cuesta $449.990."]


@given(st.text('aA1.$?!…|\n -*"»', max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_cut_anywhere_the_pieces_are_the_same(texto: str, cortes: list[int]) -> None:
    """How the text arrives changes nothing, and no character is lost."""
    marcas = [0, *sorted(min(c, len(texto)) for c in cortes), len(texto)]
    trozos = [texto[a:b] for a, b in pairwise(marcas)]
    assert cortar(*trozos) == cortar(texto)
    assert "".join(cortar(texto)) == texto
