"""What a question asks of a product: parts, units, and which of several stands out by one."""

import pytest

from app.nlu.asked import asked_parts, only_asks_part, sets_apart, without_parts
from app.nlu.reading import read
from tests.support.charla import INFO, entender


@pytest.mark.parametrize(
    ("texto", "partes"),
    [
        ("¿cuántos litros tiene?", ("litros",)),
        ("de cuántas pulgadas es", ("pulgadas",)),
        ("cuanto pesa y de qué color es", ("peso", "color")),
        ("trae cargador y control?", ("cargador", "control")),
        ("soporta litros de agua", ()),
        ("imprime a color", ()),
    ],
)
def test_parts(texto: str, partes: tuple[str, ...]) -> None:
    """A part counts by its name, a unit only after "cuántos"."""
    assert asked_parts(read(entender(texto, INFO))) == partes


@pytest.mark.parametrize(
    ("texto", "partes"),
    [
        ("¿cuál pesa menos?", ("peso",)),
        ("cuál es la más [liviana](caracteristicas)", ("peso",)),
        ("cuál tiene más ram", ("RAM",)),
        ("cuál es más grande?", ("tamaño",)),
        ("cuál me conviene por la batería", ()),
        ("cuál tiene mejor pantalla", ()),
        ("pesa menos?", ()),
    ],
)
def test_sets_apart(texto: str, partes: tuple[str, ...]) -> None:
    """Most or least of a part can be told from the cards; which one is better is advice."""
    assert sets_apart(read(entender(texto, INFO))) == partes


@pytest.mark.parametrize(
    ("texto", "solo"),
    [("¿y de disco?", True), ("y la batería qué tal", True), ("y en [negro](caracteristicas)?", False)],
)
def test_only_asks_part(texto: str, solo: bool) -> None:
    """Who goes on asking names only the part."""
    assert only_asks_part(read(entender(texto, INFO))) is solo


@pytest.mark.parametrize(
    ("anotado", "quedan"),
    [
        ("cuánta [memoria ram](categoria|Almacenamiento) trae", 0),
        ("trae [cargador](categoria|Cargadores y cables)?", 1),
        ("cuánto cuesta el [notebook](categoria|Notebooks)", 1),
    ],
)
def test_a_part_is_no_kind(anotado: str, quedan: int) -> None:
    """A part asked of a product opens no search for such parts."""
    assert len(without_parts(entender(anotado, INFO)).entidades) == quedan
