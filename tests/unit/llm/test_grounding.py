"""What is shown of an answer while it is proved."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.llm.grounding import LARGO_MAX, Verificador
from app.llm.plantillas import redactar
from app.llm.proof.motives import Motivo
from benchmarks.grounding_cases import leer_casos, leer_conjuntos

PLANTILLA = "Encontré 4 opciones; la más económica cuesta $249.990."
CIERTA = "El Slim 3 cuesta $449.990."
FALSA = " El V15 cuesta $99.990."
SIN_NOMBRE = " Hay despacho gratis."
CONJUNTOS = leer_conjuntos()


def verificar(respuesta: str, conjunto: str = "notebooks_lenovo", **opciones: str) -> tuple[str, Verificador]:
    verificador = Verificador(*CONJUNTOS[conjunto], PLANTILLA, **opciones)
    piezas = verificador.feed(respuesta) + verificador.close()
    return "".join(piezas), verificador


def test_a_proved_answer_is_shown_as_it_was_written() -> None:
    """Not a character changes."""
    respuesta = f"¡Hola! 😊\n\n- **{CIERTA}**\n\n¿Te sirve?\n"
    mostrado, verificador = verificar(respuesta)
    assert mostrado == respuesta
    assert verificador.incidentes == []


def test_a_sentence_is_held_until_it_is_proved_and_no_longer() -> None:
    """Nothing of a sentence is shown before its end; with the next character it is."""
    verificador = Verificador(*CONJUNTOS["notebooks_lenovo"], PLANTILLA)
    assert verificador.feed(CIERTA) == []
    assert verificador.feed(" ") == [CIERTA]


def test_with_nothing_useful_shown_the_template_answers_once() -> None:
    """The greeting stays; the false sentence and all after it give way to the template."""
    mostrado, verificador = verificar(f"¡Hola!{FALSA} {CIERTA}{FALSA}")
    assert mostrado == f"¡Hola! {PLANTILLA}"
    assert verificador.sustituido
    assert [i.motivos for i in verificador.incidentes] == [(Motivo.MONTO,)]
    assert verificador.incidentes[0].frase == FALSA.strip()


def test_after_something_true_a_false_price_becomes_the_true_one_once() -> None:
    """The product's own line takes the place of the sentence; said again, it is left out."""
    mostrado, verificador = verificar(f"{CIERTA}{FALSA}{FALSA} ¿Cuál te gusta?")
    assert mostrado == f"{CIERTA} **Notebook Lenovo V15 G4 Intel Core i5**: $529.990. ¿Cuál te gusta?"
    assert len(verificador.incidentes) == 2
    assert not verificador.sustituido


def test_a_false_sentence_about_no_product_is_left_out() -> None:
    """There is nothing true to put in its place."""
    assert verificar(f"{CIERTA}{SIN_NOMBRE} ¿Te sirve?")[0] == f"{CIERTA} ¿Te sirve?"


def test_a_product_out_of_stock_says_so_in_its_line() -> None:
    """The line that replaces "disponibles"."""
    mostrado, _ = verificar("Los JBL Tune 520BT cuestan $39.990. Los Redmi Buds 6 Pro están disponibles.", "audifonos")
    assert mostrado.endswith(" **Audífonos Xiaomi Redmi Buds 6 Pro**: $59.990, por ahora sin stock.")


def test_the_template_may_be_made_when_it_is_needed() -> None:
    """A callable is called once, and only after an incident."""
    llamadas: list[str] = []

    def plantilla() -> str:
        llamadas.append("x")
        return PLANTILLA

    verificador = Verificador(*CONJUNTOS["notebooks_lenovo"], plantilla)
    assert verificador.feed(f"{CIERTA} ") == [CIERTA]
    assert llamadas == []
    otro = Verificador(*CONJUNTOS["notebooks_lenovo"], plantilla)
    assert "".join(otro.feed(f"{FALSA} {FALSA} ") + otro.close()).strip() == PLANTILLA
    assert llamadas == ["x"]


def test_reciting_the_instructions_is_an_incident() -> None:
    """The system text shows nowhere."""
    sistema = "Escribes al cliente en español de Chile, natural y cercano, tuteando."
    mostrado, verificador = verificar(f"{CIERTA} {sistema}", instrucciones=sistema)
    assert mostrado == CIERTA
    assert Motivo.INSTRUCCIONES in verificador.incidentes[0].motivos


def test_a_line_without_end_is_not_proved() -> None:
    """Its proof would take the square of its length."""
    mostrado, verificador = verificar("$1 " * LARGO_MAX)
    assert mostrado.strip() == PLANTILLA
    assert verificador.incidentes[0].motivos == (Motivo.LARGO,)


@pytest.mark.parametrize("conjunto", CONJUNTOS)
@pytest.mark.parametrize("semilla", range(3))
def test_the_templates_own_answers_are_proved(conjunto: str, semilla: int) -> None:
    """Both wordings stand on the same facts: what one says, the other lets through."""
    hechos, pregunta = CONJUNTOS[conjunto]
    verificador = Verificador(hechos, pregunta, "")
    respuesta = redactar(hechos, semilla)
    assert "".join(verificador.feed(respuesta) + verificador.close()) == respuesta
    assert verificador.incidentes == []


def _partir(texto: str, cortes: list[int]) -> Iterator[str]:
    marcas = [0, *sorted(c % (len(texto) + 1) for c in cortes), len(texto)]
    return (texto[a:b] for a, b in pairwise(marcas))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(leer_casos("dev")), st.lists(st.integers(0, 2_000), max_size=8))
def test_how_the_stream_is_split_changes_nothing(caso: object, cortes: list[int]) -> None:
    """The same answer in other pieces shows the same text."""
    respuesta, conjunto = caso.respuesta, caso.conjunto  # type: ignore[attr-defined]
    verificador = Verificador(*CONJUNTOS[conjunto], PLANTILLA)
    mostrado = [pieza for trozo in _partir(respuesta, cortes) for pieza in verificador.feed(trozo)]
    assert "".join(mostrado + verificador.close()) == verificar(respuesta, conjunto)[0]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(CONJUNTOS)),
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(
                '$449.990|450 lucas|El Slim 3|ambos|16 GB de RAM|más barato que|el segundo|(|)|:|,|y|no|% menos|15,6"|'
                "| a | b |\n|quedan 3 unidades|medio millón|\n- |**|contra|el otro|0 GB|$|1️⃣|de 8 a 16|La cara".split(
                    "|"
                )
            ),
        ),
        max_size=14,
    ),
)
def test_any_text_is_read_without_failing(conjunto: str, partes: list[str]) -> None:
    """Whatever a model writes, there is an answer."""
    mostrado, verificador = verificar(" ".join(partes), conjunto)
    assert verificador.incidentes or mostrado == " ".join(partes)
