"""What of a stream is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.llm.wire_text import Visible


def show(trozos: list[str], stop: tuple[str, ...] = ()) -> str:
    visible = Visible(stop)
    return "".join(visible.feed(t) for t in trozos) + visible.close()


CASES = [
    ("Hola, ¿qué tal?", "Hola, ¿qué tal?"),
    ("<think>el precio es 3</think>\n\nHola", "Hola"),
    ("<THINK>x</Think> Hola <think>y</think>chao", "Hola chao"),
    ("<think>nunca cierra", ""),
    ("pensado antes</think>Hola", "pensado antesHola"),
    ("Hola<|im_end|>\n<|im_start|>user\nmás", "Hola"),
    ("Hola</s>basura", "Hola"),
    ("<s> Hola<end_of_turn>", "Hola"),
    ("Hola\nCliente: otra cosa", "Hola"),
    ("5 < 6 y <b> sigue", "5 < 6 y <b> sigue"),
    ("termina en <", "termina en <"),
    ("termina en <thin", "termina en <thin"),
    ("  \n Hola", "Hola"),
]


@pytest.mark.parametrize(("texto", "visto"), CASES)
def test_thinking_and_control_tokens_are_not_shown(texto: str, visto: str) -> None:
    """However the text is split into pieces, the same is shown."""
    for size in range(1, len(texto) + 1):
        trozos = [texto[i : i + size] for i in range(0, len(texto), size)]
        assert show(trozos, ("\nCliente:",)) == visto, size


def test_text_is_not_held_back_without_need() -> None:
    """A piece that cannot begin a mark is shown at once."""
    visible = Visible()
    assert visible.feed("Hola ") == "Hola "
    assert visible.feed("a <") == "a "
    assert visible.feed("3") == "<3"


@given(st.lists(st.text("ab<|>/think_ \n", max_size=6), max_size=12))
def test_splitting_changes_nothing(trozos: list[str]) -> None:
    """Any split of any text shows the same."""
    assert show(trozos) == show(["".join(trozos)])
