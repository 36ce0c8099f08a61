"""What shoppers say of a list without the words of a question: parts, limits moved, one of several, more of a brand."""

import pytest

from app.llm.detalles import lado_a_lado, stands_out
from app.models.dominio import Accion, Filtros
from app.nlu.asked import asks_unlisted, asks_which, wants_most
from app.nlu.bounds import moved_limit
from app.nlu.reading import read
from tests.support.charla import BUSCAR, COMPARAR, FUERA, INFO, SALUDO, Charla, entender, shelf, viendo
from tests.support.fichas import ficha


def charla(*turns: tuple[str, str]) -> Charla:
    """Returns a conversation after these messages."""
    talk = Charla(shelf())
    for anotado, intencion in turns:
        talk.say(anotado, intencion)  # type: ignore[arg-type]
    return talk


TELES = ("[teles](categoria|Televisores)", BUSCAR)


@pytest.mark.parametrize(
    ("texto", "limit"),
    [("y si subo a 800?", 800_000), ("ya, sube a 1200000", 1_200_000), ("baja hasta 90", 90_000), ("subo al 3", None)],
)
def test_a_budget_is_moved_by_a_bare_number(texto: str, limit: int | None) -> None:
    """A small number of a budget is in thousands."""
    moved = moved_limit(read(entender(texto)))
    assert (moved.max if moved else None) == limit


def test_a_moved_budget_goes_on_with_the_search() -> None:
    """The classifier sees nothing in it; a search with a price does."""
    talk = charla(TELES, ("[hasta 400 lucas](rango_precio|:400000)", BUSCAR), ("y si subo a 700?", FUERA))
    assert talk.filtros == Filtros(categoria="Televisores", precio_max=700_000)


@pytest.mark.parametrize(
    ("anotado", "parts"),
    [
        ("cuál trae control?", ("control",)),
        ("cuáles tienen [hdmi](caracteristicas)?", ("hdmi",)),
        ("cuál es más liviano?", ()),
        ("cuál es el mejor?", ()),
    ],
)
def test_asks_which_has_something(anotado: str, parts: tuple[str, ...]) -> None:
    """Which of several has a thing; not which is more, nor which is best."""
    assert asks_which(read(entender(anotado))) == parts


@pytest.mark.parametrize(
    ("texto", "most"), [("cuál pesa menos?", False), ("cuál tiene más hz?", True), ("cuál es más liviano?", False)]
)
def test_wants_most(texto: str, most: bool) -> None:
    """The lightest is the one of least weight."""
    assert wants_most(read(entender(texto))) is most


def test_who_stands_out_is_told_of_next() -> None:
    """ "Esa", after "¿cuál pesa menos?", is the lightest; without weights on the cards nobody stands out."""
    fichas = [ficha(1, atributos=("2,3 kg",)), ficha(2, atributos=("900 g",)), ficha(3, atributos=())]
    assert stands_out(fichas, "peso", con_mas=False) == 2
    assert stands_out(fichas, "color", con_mas=False) is None
    assert stands_out([ficha(1, atributos=("full hd",)), ficha(2, atributos=("4k",))], "resolución", con_mas=True) == 2


def test_who_has_it_is_named_and_who_does_not_say() -> None:
    """A thing without a value is had or not."""
    fichas = [ficha(1, nombre="Uno", descripcion="Con lente 18-55."), ficha(2, nombre="Dos", descripcion="Compacta.")]
    assert lado_a_lado(fichas, "lente") == "Con «lente» en su ficha: **Uno**. **Dos** no lo indica en su ficha."


def test_a_question_on_one_of_the_list_is_no_search() -> None:
    """ "La Samsung de 65 cuánto pesa?" asks of it, whatever the classifier read."""
    talk = charla(TELES, ("la [TCL](marca) cuánto pesa?", BUSCAR))
    assert (talk.plan.accion, talk.plan.referidos, talk.plan.pregunta) == (Accion.INFORMAR, (13,), ("peso",))
    assert talk.plan.intencion == INFO
    talk = charla(TELES, ("la [Samsung](marca) más barata qué pantalla tiene?", INFO))
    assert talk.plan.referidos == (11,)


def test_a_part_alone_is_asked_of_the_one_talked_about() -> None:
    """ "¿Y cámara?" after a phone asks for its camera, and "y cámaras" for cameras."""
    phone = ("[A54](producto|21)", INFO)
    assert charla(phone, ("y [cámara](categoria|Cámaras)?", BUSCAR)).plan.pregunta == ("cámara",)
    assert charla(phone, ("y [cámaras](categoria|Cámaras)?", BUSCAR)).filtros.categoria == "Cámaras"


def test_brands_alone_keep_to_them_and_a_courtesy_may_rule_one_out() -> None:
    """ "Samsung o LG" narrows a list; asked with a question mark they are compared."""
    named = "[Samsung](marca) o [LG](marca)"
    assert charla(TELES, (named, COMPARAR)).plan.accion == Accion.BUSCAR
    assert charla(TELES, (f"¿{named}?", COMPARAR)).plan.accion == Accion.COMPARAR
    assert charla(TELES, ("[LG](marca) no, gracias", SALUDO)).filtros.marcas_excluidas == ("LG",)


def test_what_else_there_is_of_a_brand() -> None:
    """A brand without anything of the kind is asked for at large."""
    talk = charla(("[notebooks](categoria|Notebooks) [Samsung](marca)", BUSCAR))
    talk.estado = viendo(1, 2, categoria="Notebooks", marcas=("Samsung",))
    talk.say("y qué tienen de [Samsung](marca) entonces?")
    assert talk.filtros == Filtros(marcas=("Samsung",))


def test_a_thing_of_no_list_is_asked_of_what_is_shown() -> None:
    """ "¿Tiene mopa?" is a question on a product, "¿tiene despacho?" on the shop."""
    assert asks_unlisted(read(entender("tiene mopa?")))
    assert not asks_unlisted(read(entender("tiene despacho?")))


def test_all_of_a_kind_is_without_conditions() -> None:
    """ "Muéstrame todas las teles" lets go of the price."""
    talk = charla(TELES, ("[hasta 300 lucas](rango_precio|:300000)", BUSCAR))
    talk.say("muéstrame todas las [teles](categoria|Televisores)")
    assert talk.filtros == Filtros(categoria="Televisores")


def test_which_has_more_of_the_only_one_is_told_of_it() -> None:
    """ "¿Cuál tiene más RAM?", said of one product, asks for its RAM and for no more of the list."""
    talk = charla(("[teles](categoria|Televisores) [TCL](marca)", BUSCAR), ("cuál tiene más ram?", INFO))
    assert (talk.plan.accion, talk.plan.referidos, talk.plan.pregunta) == (Accion.INFORMAR, (13,), ("RAM",))
