"""What short messages mean in a conversation: going on about one product, about several, about the search."""

from dataclasses import replace

import pytest

from app.models.dominio import Accion, Aviso, Estado, Filtros, Intencion, Orden, Plan
from app.nlu.dialogue import plan_turn
from tests.support.charla import AYUDA, BUSCAR, COMPARAR, FUERA, INFO, RECOMENDAR, entender, shelf, viendo

LISTA = viendo(1, 2, 3, 4, 5, categoria="Notebooks", precio_max=900_000)
EXPLICADO = replace(viendo(1, 2, 3, foco=2, categoria="Notebooks"), ultima_accion=Accion.INFORMAR)
COMPARADOS = replace(viendo(11, 12, categoria="Televisores"), ultima_accion=Accion.COMPARAR)
TELES = viendo(11, 12, 13, 14, 15, categoria="Televisores")


def plan(anotado: str, intencion: Intencion, estado: Estado = LISTA) -> Plan:
    """Returns the plan for one message in a state."""
    return plan_turn(estado, entender(anotado, intencion), shelf())


@pytest.mark.parametrize("intencion", [FUERA, BUSCAR, INFO])
def test_a_part_asked_on(intencion: Intencion) -> None:
    """ "¿Y de disco?" after one product is asked of that one."""
    made = plan("¿y de disco?", intencion, EXPLICADO)
    assert (made.accion, made.referidos, made.pregunta) == (Accion.INFORMAR, (2,), ("disco",))
    assert made.intencion in (None, INFO)


@pytest.mark.parametrize("intencion", [RECOMENDAR, COMPARAR, BUSCAR])
def test_which_has_least_of_a_part(intencion: Intencion) -> None:
    """ "¿Cuál pesa menos?" sets all that is shown side by side, and the search stays."""
    made = plan("¿cuál pesa menos?", intencion)
    assert (made.accion, made.referidos, made.pregunta, made.estado) == (
        Accion.COMPARAR,
        LISTA.mostrados,
        ("peso",),
        LISTA,
    )


def test_a_part_of_those_compared() -> None:
    """ "¿Y de pantalla?" after a comparison goes on comparing."""
    made = plan("¿y de pantalla?", FUERA, COMPARADOS)
    assert (made.accion, made.referidos, made.pregunta) == (Accion.COMPARAR, (11, 12), ("pantalla",))


@pytest.mark.parametrize(
    ("anotado", "ids"), [("el más barato de esos", (15,)), ("cuál es el más caro de esos?", (14,))]
)
def test_the_extreme_of_those_shown_is_one(anotado: str, ids: tuple[int, ...]) -> None:
    """ "El más caro de esos" points at one of them."""
    made = plan(anotado, COMPARAR, TELES)
    assert (made.accion, made.referidos, made.estado) == (Accion.INFORMAR, ids, TELES)


@pytest.mark.parametrize(
    ("anotado", "filtros"),
    [
        ("solo [Samsung](marca) o [LG](marca)", Filtros(categoria="Televisores", marcas=("Samsung", "LG"))),
        ("y uno de [65](caracteristicas) o más?", Filtros(categoria="Televisores", caracteristicas=("65 pulgadas",))),
        (
            "[roja](caracteristicas|rojo) o [negra](caracteristicas|negro)",
            Filtros(categoria="Televisores", caracteristicas=("rojo", "negro")),
        ),
        ("la [LG](marca) más barata", Filtros(categoria="Televisores", marcas=("LG",), orden=Orden.PRECIO_ASC)),
        (
            "y más barata?",
            Filtros(categoria="Televisores", precio_max=249_989, orden=Orden.PRECIO_ASC),
        ),
    ],
)
def test_refinements_that_look_like_comparisons(anotado: str, filtros: Filtros) -> None:
    """Nothing is set against anything: the search is refined, and is reported as one."""
    made = plan(anotado, COMPARAR, TELES)
    assert (made.accion, made.estado.filtros, made.intencion) == (Accion.BUSCAR, filtros, BUSCAR)


def test_an_unknown_model_leaves_the_search() -> None:
    """A model that the shop does not have is told of; what was searched for stands."""
    made = plan("tienen el [iphone 99](producto)?", BUSCAR)
    assert (made.accion, made.estado, made.menciones[0].texto) == (Accion.INFORMAR, LISTA, "iphone 99")


def test_a_size_without_a_measure() -> None:
    """ "Uno más grande" says no measure: the list stays, and the answer asks for one."""
    made = plan("y uno más grande?", BUSCAR)
    assert (made.accion, made.estado, made.avisos) == (Accion.BUSCAR, LISTA, (Aviso.SIN_MEDIDA,))


@pytest.mark.parametrize(
    ("anotado", "filtros"),
    [
        ("y [celulares](categoria|Celulares) de la misma marca?", Filtros(categoria="Celulares", marcas=("HP",))),
        (
            "[celulares](categoria|Celulares) con ese mismo presupuesto",
            Filtros(categoria="Celulares", precio_max=900_000),
        ),
        ("y [celulares](categoria|Celulares)?", Filtros(categoria="Celulares")),
    ],
)
def test_the_same_brand_or_budget_for_another_kind(anotado: str, filtros: Filtros) -> None:
    """A new kind starts afresh, but for what the message says stays the same."""
    estado = viendo(2, 7, categoria="Notebooks", marcas=("HP",), precio_max=900_000)
    assert plan(anotado, BUSCAR, estado).estado.filtros == filtros


def test_a_kind_that_only_has_to_fit() -> None:
    """ "Que le quepa un notebook", said of backpacks, describes them."""
    estado = viendo(1, 2, categoria="Mochilas")
    made = plan("que le quepa un [notebook](categoria|Notebooks)", BUSCAR, estado)
    assert made.estado.filtros == Filtros(categoria="Mochilas", caracteristicas=("notebook",))


def test_the_product_asked_to_be_seen_whatever_is_around_it() -> None:
    """A wrong intent does not hide what the message points at."""
    made = plan("volviendo a la lista, muéstrame el último", AYUDA, LISTA)
    assert (made.accion, made.referidos, made.intencion) == (Accion.INFORMAR, (5,), INFO)


@pytest.mark.parametrize("anotado", ["¿la más cara es [digital](caracteristicas)?", "la más cara tiene garantía?"])
def test_a_question_on_the_extreme(anotado: str) -> None:
    """It is asked of the dearest of those shown."""
    made = plan(anotado, COMPARAR, TELES)
    assert (made.accion, made.referidos, made.intencion) == (Accion.INFORMAR, (14,), INFO)


def test_a_thing_of_no_list_is_asked_for() -> None:
    """ "¿Tiene mopa?" is answered, if only with that the card does not say."""
    assert plan("tiene mopa?", INFO, EXPLICADO).pregunta == ("mopa",)
    assert plan("tienen stock?", INFO, EXPLICADO).pregunta == ()


@pytest.mark.parametrize("anotado", ["olvida el precio", "saca el precio máximo", "ya da lo mismo el precio"])
def test_taking_back_whatever_the_intent(anotado: str) -> None:
    """A condition in force is taken off even where the classifier gave up."""
    made = plan(anotado, FUERA, LISTA)
    assert (made.accion, made.estado.filtros, made.intencion) == (Accion.BUSCAR, Filtros(categoria="Notebooks"), BUSCAR)


def test_the_two_talked_about() -> None:
    """ "Compáralas" after talking of two of a longer list are those two."""
    estado = replace(EXPLICADO, mostrados=(1, 2, 3, 4), anteriores=(1,))
    assert plan("compáralas", COMPARAR, estado).referidos == (1, 2)
