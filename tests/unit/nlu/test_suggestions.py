"""What the page offers to tap is short, fits the answer, and is understood by this very dialogue."""

from dataclasses import replace

import pytest

from app.models.dominio import Accion, Estado, Filtros, Intencion, Orden
from app.nlu.comparison import compare
from app.nlu.dialogue import after_answer, plan_turn
from app.nlu.suggestions import MAX_SUGERENCIAS, suggest
from tests.support.charla import AYUDA, BUSCAR, COMPARAR, INFO, RECOMENDAR, entender, shelf
from tests.support.fichas import hechos

ESTANTE = shelf()
NOTEBOOKS = Filtros(categoria="Notebooks", marcas=("Lenovo", "HP"), precio_max=900_000, caracteristicas=("16 GB RAM",))
EJEMPLOS = ("Busco notebooks hasta 400 lucas", "¿Cuánto cuesta Notebook HP 15?")
CATEGORIAS = ("Computación", "TV y audio", "Hogar")


def shown(
    accion: Accion, count: int, filtros: Filtros = NOTEBOOKS, total: int | None = None, least: int = 1
) -> tuple[str, ...]:
    """Returns the suggestions after an answer that shows this many products."""
    facts = hechos(accion, filtros=filtros, productos=ESTANTE[:count], total=total or count, ejemplos=EJEMPLOS)
    facts = replace(facts, precio_minimo=least)
    if accion == Accion.COMPARAR and count > 1:
        facts = replace(facts, comparacion=compare(ESTANTE[:count]))
    return suggest(facts, after_answer(Estado(filtros), facts))


@pytest.mark.parametrize("accion", Accion)
@pytest.mark.parametrize("count", [0, 1, 2, 5])
@pytest.mark.parametrize("filtros", [Filtros(), NOTEBOOKS])
def test_two_to_four_short_ones(accion: Accion, count: int, filtros: Filtros) -> None:
    """Every answer offers a few, each once, each short enough for a button."""
    found = shown(accion, count, filtros)
    assert 2 <= len(found) <= MAX_SUGERENCIAS
    assert len(set(found)) == len(found)
    assert all(0 < len(text) <= 60 for text in found)


# How each kind of suggestion is understood: its intent, and what it must lead to.
LEADS_TO: dict[str, tuple[Intencion, Accion]] = {
    "Muéstrame más": (BUSCAR, Accion.MOSTRAR_MAS),
    "Más baratos": (BUSCAR, Accion.BUSCAR),
    "Algo más barato": (BUSCAR, Accion.BUSCAR),
    "Compara el primero con el segundo": (COMPARAR, Accion.COMPARAR),
    "Compáralo con el primero": (COMPARAR, Accion.COMPARAR),
    "Compáralo con el segundo": (COMPARAR, Accion.COMPARAR),
    "Cuéntame del primero": (INFO, Accion.INFORMAR),
    "Cuéntame del segundo": (INFO, Accion.INFORMAR),
    "Cuéntame del tercero": (INFO, Accion.INFORMAR),
    "Cuéntame del cuarto": (INFO, Accion.INFORMAR),
    "El primero": (INFO, Accion.INFORMAR),
    "El segundo": (INFO, Accion.INFORMAR),
    "El tercero": (INFO, Accion.INFORMAR),
    "Cuéntame más de ese": (INFO, Accion.INFORMAR),
    "Muéstrame algo parecido a ese": (BUSCAR, Accion.RECOMENDAR),
    "¿Cuál me recomiendas de esos?": (RECOMENDAR, Accion.RECOMENDAR),
    "¿Cuál me recomiendas?": (RECOMENDAR, Accion.RECOMENDAR),
    "Sin límite de precio": (BUSCAR, Accion.BUSCAR),
    "De cualquier marca": (BUSCAR, Accion.BUSCAR),
    "Quita 16 GB RAM": (BUSCAR, Accion.BUSCAR),
    "Solo [Lenovo](marca)": (BUSCAR, Accion.BUSCAR),
    "Empecemos de nuevo": (AYUDA, Accion.REINICIAR),
    "¿Qué puedes hacer?": (AYUDA, Accion.AYUDAR),
    "Necesito ideas para un regalo": (RECOMENDAR, Accion.RECOMENDAR),
    "Muéstrame [computación](categoria|Computación)": (BUSCAR, Accion.BUSCAR),
    "Muéstrame [TV y audio](categoria)": (BUSCAR, Accion.BUSCAR),
    "Muéstrame [hogar](categoria|Hogar)": (BUSCAR, Accion.BUSCAR),
}
AS_SHOWN = {"".join(entender(text).text): text for text in LEADS_TO}


@pytest.mark.parametrize("accion", Accion)
@pytest.mark.parametrize("count", [0, 1, 2, 5])
@pytest.mark.parametrize("orden", Orden)
@pytest.mark.parametrize("searching", [True, False])
def test_each_is_understood_and_leads_somewhere(accion: Accion, count: int, orden: Orden, searching: bool) -> None:
    """Tapping one does what it says, from the state that the answer left."""
    filtros = replace(NOTEBOOKS, orden=orden) if searching else Filtros()
    facts = hechos(
        accion, filtros=filtros, productos=ESTANTE[:count], total=count + 3, ejemplos=(), categorias=CATEGORIAS
    )
    if accion == Accion.COMPARAR and count > 1:
        facts = replace(facts, comparacion=compare(ESTANTE[:count]))
    before = Estado(filtros, mostrados=(1, 2, 3), vistos=(1, 2, 3)) if searching else Estado()
    estado = after_answer(before, facts)
    for text in suggest(facts, estado):
        annotated = AS_SHOWN[text]
        intencion, expected = LEADS_TO[annotated]
        plan = plan_turn(estado, entender(annotated, intencion), ESTANTE)
        assert plan.accion == expected, text
        assert not plan.avisos, text
        if expected == Accion.BUSCAR:
            assert plan.estado.filtros != estado.filtros, text


def test_they_fit_the_answer() -> None:
    """A list offers more and cheaper while something is unseen; nothing found offers to loosen."""
    found = shown(Accion.BUSCAR, 5, total=9)
    assert found[:3] == ("Muéstrame más", "Más baratos", "Compara el primero con el segundo")
    assert "Muéstrame más" not in shown(Accion.BUSCAR, 5)
    assert "Más baratos" not in shown(Accion.BUSCAR, 5, total=9, least=min(p.precio for p in ESTANTE[:5]))
    assert shown(Accion.BUSCAR, 0)[:3] == ("Sin límite de precio", "De cualquier marca", "Quita 16 GB RAM")
    assert shown(Accion.SALUDAR, 0, Filtros())[:2] == EJEMPLOS


def test_after_explaining_one_of_a_list() -> None:
    """The other of the list is offered for comparison, or a product like it."""
    estado = Estado(NOTEBOOKS, mostrados=(1, 2), vistos=(1, 2))
    facts = replace(hechos(Accion.INFORMAR, productos=ESTANTE[1:2], filtros=NOTEBOOKS), precio_minimo=1)
    found = suggest(facts, after_answer(estado, facts))
    assert found[:3] == ("Muéstrame algo parecido a ese", "Compáralo con el primero", "Algo más barato")
    cheapest = replace(facts, precio_minimo=ESTANTE[1].precio)
    assert "Algo más barato" not in suggest(cheapest, after_answer(estado, cheapest))
