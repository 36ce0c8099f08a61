"""Whole conversations as people hold them, over a small shop: what is done, searched, shown and talked about."""

from typing import Any

from app.models.dominio import Accion, Aviso, Filtros, Orden
from tests.support.charla import AYUDA, BUSCAR, COMPARAR, FUERA, INFO, RECOMENDAR, SALUDO, Charla, shelf


def walk(*turns: tuple[Any, ...]) -> Charla:
    """Says each message and checks the action and, where given, what is on screen; returns the conversation."""
    charla = Charla(shelf())
    for anotado, intencion, accion, *rest in turns:
        charla.say(anotado, intencion)
        assert charla.plan.accion == accion, anotado
        if rest:
            assert tuple(p.id for p in charla.hechos.productos) == rest[0], anotado
    return charla


def test_the_conversation_of_the_readme() -> None:
    """Search, another brand, advice, comparison, a model by name, help, out of scope: the search stands at the end."""
    charla = walk(
        ("hola", SALUDO, Accion.SALUDAR),
        ("busco un [notebook](categoria|Notebooks) [lenovo](marca|Lenovo) [bajo 600 lucas](rango_precio|:600000)",
         BUSCAR, Accion.BUSCAR, (1, 8)),
        ("y en [hp](marca|HP)?", BUSCAR, Accion.BUSCAR, (2, 7)),
        ("cuál me recomiendas para [estudiar](caracteristicas)", RECOMENDAR, Accion.RECOMENDAR, (2, 7)),
        ("compara el primero con el segundo", COMPARAR, Accion.COMPARAR, (2, 7)),
        ("cuánto cuesta el [galaxy a54](producto|21,22)", INFO, Accion.INFORMAR, (21,)),
        ("qué puedes hacer", AYUDA, Accion.AYUDAR),
        ("cuál es la capital de francia", FUERA, Accion.FUERA_DE_ALCANCE),
    )  # fmt: skip
    assert charla.filtros == Filtros(
        categoria="Notebooks", marcas=("HP",), precio_max=600_000, caracteristicas=("estudiar",)
    )


def test_narrowing_then_questions_about_two_of_them() -> None:
    """ "Y el primero?" repeats the question; "compara los dos" are the two talked about."""
    charla = walk(
        ("quiero una [tele](categoria|Televisores)", BUSCAR, Accion.BUSCAR, (11, 12, 13, 14, 15)),
        ("[hasta 450 lucas](rango_precio|:450000)", BUSCAR, Accion.BUSCAR, (11, 12, 13, 15)),
        ("el segundo trae control?", INFO, Accion.INFORMAR, (12,)),
        ("y el primero?", INFO, Accion.INFORMAR, (11,)),
        ("compara los dos", COMPARAR, Accion.COMPARAR, (12, 11)),
        ("y cuál es más barato?", COMPARAR, Accion.COMPARAR, (12, 11)),
        ("la [LG](marca) tiene garantía?", INFO, Accion.INFORMAR, (12,)),
        ("gracias!", SALUDO, Accion.SALUDAR),
    )
    assert charla.estado.foco == 12
    assert charla.filtros == Filtros(categoria="Televisores", precio_max=450_000)


def test_the_question_is_carried_to_the_next_product() -> None:
    """What was asked of the second is asked of the first."""
    charla = walk(
        ("[teles](categoria|Televisores)", BUSCAR, Accion.BUSCAR),
        ("el segundo trae control?", INFO, Accion.INFORMAR, (12,)),
        ("y el primero?", INFO, Accion.INFORMAR, (11,)),
    )
    assert charla.plan.pregunta == ("control",)


def test_asking_which_then_answering() -> None:
    """A question without a product asks which; pointing answers the question that was open."""
    charla = walk(
        ("[notebooks](categoria|Notebooks)", BUSCAR, Accion.BUSCAR, (1, 2, 3, 4, 5)),
        ("trae cargador?", INFO, Accion.PRECISAR),
        ("el segundo", BUSCAR, Accion.INFORMAR, (2,)),
    )
    assert charla.plan.pregunta == ("cargador",)
    assert (
        walk(
            ("[celulares](categoria|Celulares)", BUSCAR, Accion.BUSCAR),
            ("el [Galaxy A54](producto|21,22) cuánto vale?", INFO, Accion.PRECISAR),
            ("el [blanco](caracteristicas)", BUSCAR, Accion.INFORMAR, (22,)),
        ).estado.foco
        == 22
    )


def test_cheaper_and_cheaper_until_nothing_is_left() -> None:
    """Each "más barato" goes below what was shown; nothing repeats; taking the limit back brings all of it."""
    charla = walk(
        ("[notebooks](categoria|Notebooks) [lenovo](marca|Lenovo)", BUSCAR, Accion.BUSCAR, (1, 6, 8)),
        ("algo más barato", BUSCAR, Accion.BUSCAR, ()),
    )
    assert (charla.filtros.precio_max, charla.filtros.orden) == (329_989, Orden.PRECIO_ASC)
    charla.say("sin límite de precio")
    assert charla.estado.mostrados == (8, 1, 6)


def test_more_until_the_end() -> None:
    """The list goes on without repeats, across an interruption, and a refinement begins it anew."""
    charla = walk(
        ("busco [notebook](categoria|Notebooks)", BUSCAR, Accion.BUSCAR, (1, 2, 3, 4, 5)),
        ("muéstrame más", BUSCAR, Accion.MOSTRAR_MAS, (6, 7, 8)),
        ("qué hora es", FUERA, Accion.FUERA_DE_ALCANCE),
        ("el primero", BUSCAR, Accion.INFORMAR, (6,)),
        ("otros", BUSCAR, Accion.MOSTRAR_MAS, ()),
        ("los [HP](marca)", BUSCAR, Accion.BUSCAR, (2, 7)),
    )
    assert charla.estado.vistos == (2, 7)


def test_changing_the_subject_and_back() -> None:
    """A new category keeps nothing; coming back begins afresh; starting over clears even that."""
    charla = walk(
        ("[notebook](categoria|Notebooks) [hp](marca|HP) [negro](caracteristicas)", BUSCAR, Accion.BUSCAR, (2,)),
        ("mejor una [tele](categoria|Televisores)", BUSCAR, Accion.BUSCAR, (11, 12, 13, 14, 15)),
        ("de [LG](marca)", BUSCAR, Accion.BUSCAR, (12, 15)),
        ("y [notebooks](categoria|Notebooks)?", BUSCAR, Accion.BUSCAR, (1, 2, 3, 4, 5)),
    )
    assert charla.filtros == Filtros(categoria="Notebooks")
    charla.say("olvida eso", AYUDA)
    assert (charla.plan.accion, charla.filtros, charla.estado.mostrados) == (Accion.REINICIAR, Filtros(), ())
    charla.say("muéstrame más")
    assert charla.plan.avisos == (Aviso.SIN_LISTA,)


def test_from_a_budget_to_a_product() -> None:
    """First the money, then the kind, then the rest; a swap of bounds keeps what agrees."""
    charla = walk(
        ("[tengo 500 lucas](rango_precio|:500000)", BUSCAR, Accion.BUSCAR),
        ("para un [celular](categoria|Celulares)", BUSCAR, Accion.BUSCAR, (21, 22, 23)),
        ("[sobre 250 lucas](rango_precio|250000:)", BUSCAR, Accion.BUSCAR, (21, 22)),
        ("con [256 gb](caracteristicas|256 GB)", BUSCAR, Accion.BUSCAR, (22,)),
        ("tiene [5g](caracteristicas)?", INFO, Accion.INFORMAR, (22,)),
        ("mejor [128](caracteristicas|128 GB)", BUSCAR, Accion.BUSCAR, (21,)),
    )
    assert charla.filtros == Filtros(
        categoria="Celulares", precio_min=250_000, precio_max=500_000, caracteristicas=("128 GB",)
    )


def test_brands_in_and_out() -> None:
    """Ruled out, against each other, added and set free."""
    charla = walk(
        ("[teles](categoria|Televisores)", BUSCAR, Accion.BUSCAR, (11, 12, 13, 14, 15)),
        ("que no sea [Samsung](marca)", BUSCAR, Accion.BUSCAR, (12, 13, 15)),
        ("solo [LG](marca)", BUSCAR, Accion.BUSCAR, (12, 15)),
        ("también de [TCL](marca)", BUSCAR, Accion.BUSCAR, (12, 13, 15)),
        ("¿[LG](marca) o [Samsung](marca)?", COMPARAR, Accion.COMPARAR),
        ("de cualquier marca", BUSCAR, Accion.BUSCAR, (11, 12, 13, 14, 15)),
    )
    assert charla.filtros == Filtros(categoria="Televisores")


def test_a_product_that_is_not_sold() -> None:
    """The words of an unknown model go along; the conversation goes on from there."""
    charla = walk(
        ("tienen la [ps6](producto|)?", INFO, Accion.INFORMAR, ()),
        (
            "compara el [iphone 13](producto|24) con el [galaxy a54](producto|21,22)",
            COMPARAR,
            Accion.COMPARAR,
            (24, 21),
        ),
        ("cuál sale menos?", COMPARAR, Accion.COMPARAR, (24, 21)),
        ("y el segundo trae cargador?", INFO, Accion.INFORMAR, (21,)),
        ("algo más barato", BUSCAR, Accion.BUSCAR, (23,)),
    )
    assert charla.filtros == Filtros(categoria="Celulares", precio_max=299_989, orden=Orden.PRECIO_ASC)


def test_two_prices_then_which_is_cheaper() -> None:
    """After asking about two by name, "cuál es más barato" sets those two against each other."""
    walk(
        ("[notebooks](categoria|Notebooks)", BUSCAR, Accion.BUSCAR),
        ("cuánto cuesta el [iphone 13](producto|24)", INFO, Accion.INFORMAR, (24,)),
        ("y el [redmi note 13](producto|23)?", INFO, Accion.INFORMAR, (23,)),
        ("cuál es más barato?", COMPARAR, Accion.COMPARAR, (24, 23)),
    )
