"""What each kind of message makes the assistant do, given what was said and shown before."""

from dataclasses import replace

import pytest

from app.models.dominio import Accion, Aviso, Estado, Filtros, Intencion, Mencion, Orden, Plan
from app.nlu.dialogue import after_answer, plan_turn
from tests.support.charla import (
    AYUDA,
    BUSCAR,
    COMPARAR,
    FUERA,
    INFO,
    RECOMENDAR,
    SALUDO,
    entender,
    shelf,
    viendo,
)
from tests.support.fichas import ficha, hechos

NADA = Estado()
LISTA = viendo(1, 2, 3, 4, 5, categoria="Notebooks", precio_max=900_000)
TELES = viendo(11, 12, 13, 14, 15, categoria="Televisores")
COMPARADOS = replace(viendo(11, 12, categoria="Televisores"), ultima_accion=Accion.COMPARAR)


def plan(anotado: str, intencion: Intencion, estado: Estado = LISTA) -> Plan:
    """Returns the plan for one message in a state."""
    return plan_turn(estado, entender(anotado, intencion), shelf())


@pytest.mark.parametrize("estado", [NADA, LISTA, replace(LISTA, foco=3)])
@pytest.mark.parametrize(
    ("anotado", "intencion", "accion"),
    [
        ("hola", SALUDO, Accion.SALUDAR),
        ("muchas gracias", SALUDO, Accion.SALUDAR),
        ("ya, chao", SALUDO, Accion.SALUDAR),
        ("qué puedes hacer", AYUDA, Accion.AYUDAR),
        ("no era eso", AYUDA, Accion.AYUDAR),
        ("cuál es la capital de francia", FUERA, Accion.FUERA_DE_ALCANCE),
        ("dónde está mi pedido del [notebook](categoria|Notebooks)", FUERA, Accion.FUERA_DE_ALCANCE),
        ("borra todos mis datos", FUERA, Accion.FUERA_DE_ALCANCE),
    ],
)
def test_interruptions_leave_the_search(estado: Estado, anotado: str, intencion: Intencion, accion: Accion) -> None:
    """Courtesies, help and what is out of scope change nothing at all."""
    assert plan(anotado, intencion, estado) == Plan(accion, estado)
    assert after_answer(estado, hechos(accion)) == estado


@pytest.mark.parametrize("intencion", [AYUDA, SALUDO, FUERA, BUSCAR])
@pytest.mark.parametrize(
    "anotado",
    [
        "empecemos de nuevo",
        "Empezar de nuevo porfa",
        "olvida eso",
        "olvida todo eso y empecemos de nuevo",
        "borra todo",
        "partamos de cero",
        "ya, mejor partamos de cero",
        "comencemos otra vez",
        "reiniciar",
        "nueva búsqueda",
        "olvídalo",
    ],
)
def test_starting_over_clears_everything(anotado: str, intencion: Intencion) -> None:
    """Whatever the classifier made of it, nothing of the conversation is left."""
    assert plan(anotado, intencion, replace(LISTA, foco=3)) == Plan(Accion.REINICIAR, Estado())


def test_starting_over_in_other_words() -> None:
    """With more words around it, the label of a call for help is enough."""
    assert plan("a ver, mejor olvida lo anterior porque me enredé", AYUDA).accion == Accion.REINICIAR


def test_starting_over_with_a_new_wish() -> None:
    """ "Olvida eso, busco una tele" is a search that knows nothing of the old one."""
    made = plan("olvida eso, busco [tele](categoria|Televisores)", BUSCAR)
    assert (made.accion, made.estado) == (Accion.BUSCAR, Estado(Filtros(categoria="Televisores")))


@pytest.mark.parametrize(
    "anotado",
    [
        "muéstrame más",
        "muestrame mas porfa",
        "otros",
        "otro",
        "más",
        "q mas hay",
        "qué otros tienes",
        "hay más?",
        "siguiente",
        "pásame la siguiente página de resultados",
        "ver más",
        "dame 5 más",
        "otras opciones",
        "tienes otro modelo?",
        "y los demás?",
        "muéstrame otros [notebooks](categoria|Notebooks)",
        "más [notebooks](categoria|Notebooks)",
        "no me gusta ninguno",
        "esos no me convencen",
        "no tienes más opciones?",
        "qué más tienes",
        "muéstrame otras alternativas",
        "algo más?",
    ],
)
def test_more_continues_the_list(anotado: str) -> None:
    """The search stays as it is and so does what was seen, so that nothing repeats."""
    assert plan(anotado, BUSCAR) == Plan(Accion.MOSTRAR_MAS, LISTA)


def test_more_of_nothing() -> None:
    """Before any list there is nothing to continue."""
    assert plan("muéstrame más", BUSCAR, NADA) == Plan(Accion.PRECISAR, NADA, avisos=(Aviso.SIN_LISTA,))


@pytest.mark.parametrize("intencion", [FUERA, SALUDO, AYUDA])
@pytest.mark.parametrize(
    ("anotado", "accion"),
    [
        ("más", Accion.MOSTRAR_MAS),
        ("otros", Accion.MOSTRAR_MAS),
        ("el segundo", Accion.INFORMAR),
        ("2", Accion.INFORMAR),
        ("el del medio?", Accion.INFORMAR),
        ("dame detalles de la primera", Accion.INFORMAR),
        ("quita el precio máximo", Accion.BUSCAR),
        ("sin importar la categoría", Accion.BUSCAR),
    ],
)
def test_buttons_work_whatever_the_classifier_says(anotado: str, accion: Accion, intencion: Intencion) -> None:
    """What the page sends for a tap has one meaning."""
    assert plan(anotado, intencion).accion == accion


@pytest.mark.parametrize(
    ("anotado", "filtros"),
    [
        ("muéstrame más [baratos](caracteristicas|barato)", None),
        ("otros de [Samsung](marca)", ("Samsung",)),
        ("más [notebooks](categoria|Notebooks) [HP](marca)", ("HP",)),
    ],
)
def test_more_with_a_new_wish_is_a_search(anotado: str, filtros: tuple[str, ...] | None) -> None:
    """What is named anew makes it a refinement."""
    made = plan(anotado, BUSCAR)
    assert made.accion == Accion.BUSCAR
    assert filtros is None or made.estado.filtros.marcas == filtros


@pytest.mark.parametrize(
    ("anotado", "intencion"),
    [
        ("el segundo", BUSCAR),
        ("muéstrame el segundo", BUSCAR),
        ("quiero ver el 2", BUSCAR),
        ("me interesa el 2, cuéntame más porfa", INFO),
        ("el segundo trae cargador?", INFO),
        ("el [HP](marca) cuánto vale", INFO),
        ("el [HP](marca)", BUSCAR),
        ("y el [hp](marca|HP)?", BUSCAR),
        ("el de [16 GB](caracteristicas|16 GB RAM) [negro](caracteristicas)", BUSCAR),
        ("me recomiendas el segundo?", RECOMENDAR),
        ("es bueno el 2?", RECOMENDAR),
        ("cuánto cuesta el [notebook](categoria|Notebooks) [hp](marca|HP)", INFO),
        ("el [HP 15](producto|2) tiene wifi?", INFO),
    ],
)
def test_pointing_at_one_explains_it(anotado: str, intencion: Intencion) -> None:
    """A product of the list is explained, whether the message was taken for a search or a question."""
    made = plan(anotado, intencion)
    assert (made.accion, made.referidos, made.estado) == (Accion.INFORMAR, (2,), LISTA)


@pytest.mark.parametrize(
    ("anotado", "estado", "expected"),
    [
        ("y trae cargador?", replace(LISTA, foco=3), (3,)),
        ("cuánto pesa?", viendo(5, categoria="Notebooks"), (5,)),
        ("y en qué colores viene", replace(LISTA, foco=3), (3,)),
        ("tiene [NFC](caracteristicas)?", replace(LISTA, foco=3), (3,)),
        ("cuánto cuesta el más barato?", LISTA, (1,)),
        ("el más caro de esos por qué vale tanto?", LISTA, (5,)),
        ("y la altura de ese [notebook](categoria|Notebooks)?", replace(LISTA, foco=3), (3,)),
        ("el [notebook](categoria|Notebooks) trae funda?", replace(LISTA, foco=3), (3,)),
        ("y ese último tiene reseñas?", LISTA, (5,)),
    ],
)
def test_a_question_about_the_one_in_focus(anotado: str, estado: Estado, expected: tuple[int, ...]) -> None:
    """Without a name, the question is about the product talked about, the only one, or an extreme of those shown."""
    made = plan(anotado, INFO, estado)
    assert (made.accion, made.referidos) == (Accion.INFORMAR, expected)


def test_a_question_without_a_focus_asks_which() -> None:
    """Several were shown and none was talked about."""
    made = plan("y trae cargador?", INFO)
    assert (made.accion, made.referidos, made.avisos) == (Accion.PRECISAR, (1, 2, 3, 4, 5), (Aviso.CUAL_PRODUCTO,))
    made = plan("el [Samsung](marca) cuánto sale", INFO, TELES)
    assert (made.accion, made.referidos, made.avisos) == (Accion.PRECISAR, (11, 14), (Aviso.CUAL_PRODUCTO,))
    assert plan("trae cargador?", INFO, NADA).avisos == (Aviso.FALTA_BUSQUEDA,)


@pytest.mark.parametrize(
    ("anotado", "pregunta"),
    [
        ("el segundo trae cargador?", ("cargador",)),
        ("¿el segundo tiene [NFC](caracteristicas)?", ("nfc",)),
        ("cuánta ram trae el segundo", ("RAM",)),
        ("cuánto cuesta el segundo", ()),
        ("hay stock del segundo?", ()),
        ("el segundo tiene [bluetooth](caracteristicas) y garantía?", ("bluetooth", "garantía")),
        ("el [negro](caracteristicas) de [HP](marca) trae mouse?", ("mouse",)),
    ],
)
def test_what_was_asked_of_it(anotado: str, pregunta: tuple[str, ...]) -> None:
    """Attributes and parts asked about go along; those that only describe which product do not."""
    assert plan(anotado, INFO).pregunta == pregunta


def test_the_question_carries_over() -> None:
    """ "¿El segundo trae cargador?" … "¿y el tercero?" asks the same of the third."""
    asked = replace(LISTA, foco=2, pregunta=("cargador",), ultima_accion=Accion.INFORMAR)
    assert plan("y el tercero?", INFO, asked).pregunta == ("cargador",)
    assert plan("cuánto cuesta el tercero?", INFO, asked).pregunta == ()
    which = replace(LISTA, pregunta=("cargador",), ultima_accion=Accion.PRECISAR)
    assert plan("el segundo", BUSCAR, which).pregunta == ("cargador",)


@pytest.mark.parametrize(
    ("anotado", "intencion", "aviso"),
    [
        ("el séptimo", BUSCAR, Aviso.FUERA_DE_LISTA),
        ("el séptimo trae cargador?", INFO, Aviso.FUERA_DE_LISTA),
        ("compara el 1 con el 9", COMPARAR, Aviso.FUERA_DE_LISTA),
    ],
)
def test_beyond_the_list_is_said(anotado: str, intencion: Intencion, aviso: Aviso) -> None:
    """ "El séptimo" of five is asked about, not guessed."""
    made = plan(anotado, intencion)
    assert (made.accion, made.avisos, made.estado) == (Accion.PRECISAR, (aviso,), LISTA)


def test_a_product_deactivated_between_two_turns() -> None:
    """The second as shown is gone: this is said, and the third is still the third."""
    left = [p for p in shelf() if p.id != 2]
    gone = plan_turn(LISTA, entender("el segundo cuánto vale", INFO), left)
    assert (gone.accion, gone.avisos) == (Accion.PRECISAR, (Aviso.YA_NO_ESTA,))
    assert plan_turn(LISTA, entender("el tercero cuánto vale", INFO), left).referidos == (3,)
    focus = plan_turn(replace(LISTA, foco=2), entender("trae cargador?", INFO), left)
    assert focus.avisos == (Aviso.YA_NO_ESTA,)


@pytest.mark.parametrize(
    ("anotado", "mencion"),
    [
        ("cuánto cuesta el [galaxy a54](producto|21,22)", Mencion("galaxy a54", (21, 22))),
        ("cuánto cuesta el [Samsung](marca) [Galaxy A54](producto|21,22)", Mencion("Samsung Galaxy A54", (21, 22))),
        ("hay stock de la [ps5](producto|)?", Mencion("ps5", ())),
        ("[Good Girl](producto|) de [Carolina Herrera](marca) es original?", Mencion("Carolina Herrera Good Girl", ())),
    ],
)
def test_a_question_by_name(anotado: str, mencion: Mencion) -> None:
    """A named product is explained and the search stands; unknown words go along to be said."""
    made = plan(anotado, INFO)
    words = set(made.menciones[0].texto.split())
    assert (made.accion, made.estado) == (Accion.INFORMAR, LISTA)
    assert (words, made.menciones[0].candidatos) == (set(mencion.texto.split()), mencion.candidatos)


@pytest.mark.parametrize(
    ("anotado", "estado", "filtros"),
    [
        ("¿cuánto sale un [notebook](categoria|Notebooks)?", NADA, Filtros(categoria="Notebooks")),
        ("¿cuánto sale un [notebook](categoria|Notebooks)?", TELES, Filtros(categoria="Notebooks")),
        ("cuánto cuesta la [tele](categoria|Televisores) [philips](marca|Philips)", TELES,
         Filtros(categoria="Televisores", marcas=("Philips",))),
        ("cuánto cuestan los [taladros](categoria|)", LISTA, Filtros(texto="taladros")),
        ("algo más barato?", LISTA,
         Filtros(categoria="Notebooks", precio_max=399_989, orden=Orden.PRECIO_ASC)),
    ],
)  # fmt: skip
def test_a_question_about_a_kind_is_a_search(anotado: str, estado: Estado, filtros: Filtros) -> None:
    """The classifier said `info_producto`; the person asks for a type of product."""
    made = plan(anotado, INFO, estado)
    assert (made.accion, made.estado.filtros) == (Accion.BUSCAR, filtros)


@pytest.mark.parametrize(
    ("anotado", "expected"),
    [
        ("compara el primero con el segundo", (1, 2)),
        ("compara el 1 y el 3", (1, 3)),
        ("el primero o el tercero, cuál sale menos", (1, 3)),
        ("y el segundo es más caro que el cuarto?", (2, 4)),
        ("compáralos", (1, 2, 3, 4)),
        ("comparalos porfa", (1, 2, 3, 4)),
        ("cuál es la diferencia?", (1, 2, 3, 4)),
        ("el [Lenovo](marca) o el [HP](marca)?", (1, 2)),
        ("el segundo con el último, compáramelos", (2, 5)),
        ("compara los dos primeros", (1, 2)),
        ("compara el más barato con el más caro", (1, 5)),
        ("el [macbook](producto|5) con el [vivobook](producto|3)", (5, 3)),
        ("compara los [plateados](caracteristicas|plateado)", (3, 4)),
        ("cuánto más caro es el [negro](caracteristicas) que el de [Apple](marca)", (2, 5)),
    ],
)
def test_comparing_products_shown(anotado: str, expected: tuple[int, ...]) -> None:
    """By place, by name, by trait, or all of them, four at most; the search stands."""
    made = plan(anotado, COMPARAR)
    assert (made.accion, made.referidos, made.estado) == (Accion.COMPARAR, expected, LISTA)


@pytest.mark.parametrize(
    ("anotado", "estado", "referidos", "menciones"),
    [
        ("ese con el [Galaxy A54](producto|21,22)", replace(LISTA, foco=3), (3,), ("Galaxy A54",)),
        ("compáralo con el [Galaxy A54](producto|21,22)", replace(LISTA, foco=3), (3,), ("Galaxy A54",)),
        ("compara el 2 con el [Galaxy A54](producto|21,22)", LISTA, (2,), ("Galaxy A54",)),
        ("compáralo con el segundo", replace(LISTA, foco=3), (3, 2), ()),
        ("y con el segundo?", replace(LISTA, foco=3), (3, 2), ()),
        ("[iPhone 13](producto|24) con [Galaxy A54](producto|21,22)", NADA, (), ("iPhone 13", "Galaxy A54")),
        ("[ps5](producto|) vs [xbox](producto|)", NADA, (), ("ps5", "xbox")),
        ("y con el [Galaxy A54](producto|21,22)?", COMPARADOS, (11, 12), ("Galaxy A54",)),
    ],
)
def test_comparing_with_a_product_by_name(
    anotado: str, estado: Estado, referidos: tuple[int, ...], menciones: tuple[str, ...]
) -> None:
    """What was talked about or just compared stands against what is named."""
    made = plan(anotado, COMPARAR, estado)
    assert made.accion == Accion.COMPARAR
    assert (made.referidos, tuple(m.texto for m in made.menciones)) == (referidos, menciones)


@pytest.mark.parametrize(
    ("anotado", "estado", "marcas", "filtros"),
    [
        ("[LG](marca) o [Samsung](marca)?", TELES, ("LG", "Samsung"),
         Filtros(categoria="Televisores", marcas=("LG", "Samsung"))),
        ("qué sale más barato, ¿[LG](marca) o [Samsung](marca)?", TELES, ("LG", "Samsung"),
         Filtros(categoria="Televisores", marcas=("LG", "Samsung"), orden=Orden.PRECIO_ASC)),
        ("[hp](marca|HP) o [asus](marca|Asus)? hablando de [notebooks](categoria|Notebooks)", TELES, ("HP", "Asus"),
         Filtros(categoria="Notebooks", marcas=("HP", "Asus"))),
        ("y contra [LG](marca)?", replace(TELES, filtros=Filtros(categoria="Televisores", marcas=("Sony",))),
         ("Sony", "LG"), Filtros(categoria="Televisores", marcas=("Sony", "LG"))),
    ],
)  # fmt: skip
def test_comparing_brands(anotado: str, estado: Estado, marcas: tuple[str, ...], filtros: Filtros) -> None:
    """Brand against brand within the kind named or in force."""
    made = plan(anotado, COMPARAR, estado)
    assert (made.accion, made.marcas, made.estado.filtros) == (Accion.COMPARAR, marcas, filtros)


def test_comparing_the_product_in_focus_with_a_brand() -> None:
    """ "Y contra un TCL?" sets the product talked about against that brand."""
    made = plan("contra un [Sony](marca) cómo queda?", COMPARAR, replace(TELES, foco=12))
    assert (made.accion, made.referidos, made.marcas) == (Accion.COMPARAR, (12,), ("Sony",))


@pytest.mark.parametrize(
    ("anotado", "estado", "extremo", "referidos", "filtros"),
    [
        ("cuál es la [tele](categoria|Televisores) más barata que tienen", LISTA, Orden.PRECIO_ASC, (),
         Filtros(categoria="Televisores", orden=Orden.PRECIO_ASC)),
        ("cuál es el [celular](categoria|Celulares) con [5G](caracteristicas) más caro", NADA, Orden.PRECIO_DESC, (),
         Filtros(categoria="Celulares", caracteristicas=("5g",), orden=Orden.PRECIO_DESC)),
        ("cuál es la más barata", TELES, Orden.PRECIO_ASC, (),
         Filtros(categoria="Televisores", orden=Orden.PRECIO_ASC)),
        ("entre esos cuál sale menos", TELES, Orden.PRECIO_ASC, (11, 12, 13, 14, 15), TELES.filtros),
        ("y cuál de los dos es más barato", COMPARADOS, Orden.PRECIO_ASC, (11, 12), COMPARADOS.filtros),
        ("cuál es más barata?", COMPARADOS, Orden.PRECIO_ASC, (11, 12), COMPARADOS.filtros),
        ("el segundo es el más barato de todos?", TELES, Orden.PRECIO_ASC, (11, 12, 13, 14, 15), TELES.filtros),
        ("y de los dos ultimos cual es mas barato", TELES, Orden.PRECIO_ASC, (14, 15), TELES.filtros),
        ("cuál es el más barato", viendo(1, 2), Orden.PRECIO_ASC, (1, 2), Filtros()),
    ],
)  # fmt: skip
def test_extremes(anotado: str, estado: Estado, extremo: Orden, referidos: tuple[int, ...], filtros: Filtros) -> None:
    """The cheapest or dearest of a kind, of the search in force, or of what was just shown or compared."""
    made = plan(anotado, COMPARAR, estado)
    assert (made.accion, made.extremo, made.referidos) == (Accion.COMPARAR, extremo, referidos)
    assert made.estado.filtros == filtros


def test_comparing_kinds_and_features() -> None:
    """Categories or features of one kind can be the two sides."""
    kinds = plan("[notebook](categoria|Notebooks) o [tablet](categoria|Tablets)?", COMPARAR, NADA)
    assert (kinds.categorias, kinds.avisos) == (("Notebooks", "Tablets"), ())
    sizes = plan("[55](caracteristicas|55 pulgadas) o [65 pulgadas](caracteristicas)", COMPARAR, TELES)
    assert (sizes.accion, sizes.caracteristicas) == (Accion.COMPARAR, ("55 pulgadas", "65 pulgadas"))
    assert sizes.estado.filtros == TELES.filtros


@pytest.mark.parametrize(
    ("anotado", "estado"),
    [
        ("compara", NADA),
        ("compáralo", NADA),
        ("compara el [Galaxy A54](producto|21,22)", NADA),
        ("cuál sale menos?", NADA),
        ("compara el segundo", LISTA),
    ],
)
def test_a_comparison_needs_two_sides(anotado: str, estado: Estado) -> None:
    """With one side or none, the other is asked for."""
    made = plan(anotado, COMPARAR, estado)
    assert (made.accion, made.estado) == (Accion.PRECISAR, estado)
    assert made.avisos[0] in (Aviso.FALTA_COMPARAR, Aviso.SIN_LISTA)


@pytest.mark.parametrize(
    ("anotado", "estado", "filtros"),
    [
        ("cuál me recomiendas para [estudiar](caracteristicas)", LISTA,
         Filtros(categoria="Notebooks", precio_max=900_000, caracteristicas=("estudiar",))),
        ("cuál me recomiendas", LISTA, LISTA.filtros),
        ("qué [celular](categoria|Celulares) me recomiendas para [fotos](caracteristicas)", LISTA,
         Filtros(categoria="Celulares", caracteristicas=("fotos",))),
        ("recomiéndame algo económico", LISTA, replace(LISTA.filtros, orden=Orden.PRECIO_ASC)),
        ("necesito ideas de regalo para mi papá", NADA, Filtros(para="hombre")),
        ("necesito ideas de regalo para mi papá", LISTA, Filtros(para="hombre")),
        (
            "qué le regalo a mi mamá [hasta 50 lucas](rango_precio|:50000)",
            LISTA,
            Filtros(precio_max=50_000, para="mujer"),
        ),
        ("cuál de esos es mejor para regalar", LISTA, LISTA.filtros),
    ],
)  # fmt: skip
def test_advice(anotado: str, estado: Estado, filtros: Filtros) -> None:
    """Advice keeps the search and adds the use; a present for somebody is a new quest."""
    made = plan(anotado, RECOMENDAR, estado)
    assert (made.accion, made.estado.filtros) == (Accion.RECOMENDAR, filtros)


def test_advice_among_those_shown() -> None:
    """ "De esos" chooses among the list; two options named are a comparison."""
    assert plan("cuál de esos me conviene", RECOMENDAR).referidos == (1, 2, 3, 4, 5)
    two = plan("cuál me conviene, el 1 o el 3?", RECOMENDAR)
    assert (two.accion, two.referidos) == (Accion.COMPARAR, (1, 3))


@pytest.mark.parametrize(
    ("anotado", "intencion", "referidos", "menciones"),
    [
        ("algo parecido al segundo", BUSCAR, (2,), ()),
        ("muéstrame algo similar al [Galaxy A54](producto|21,22)", BUSCAR, (), ("Galaxy A54",)),
        ("recomiéndame algo parecido al primero", RECOMENDAR, (1,), ()),
        ("hay algo parecido al segundo?", INFO, (2,), ()),
        ("muéstrame algo parecido", BUSCAR, (3,), ()),
    ],
)
def test_something_like_it(
    anotado: str, intencion: Intencion, referidos: tuple[int, ...], menciones: tuple[str, ...]
) -> None:
    """Wanting something like a product recommends by similarity."""
    made = plan(anotado, intencion, replace(LISTA, foco=3))
    assert (made.accion, made.referidos) == (Accion.RECOMENDAR, referidos)
    assert tuple(m.texto for m in made.menciones) == menciones


def test_something_like_what() -> None:
    """Like "ese" or "el otro" of several shown asks which one is meant."""
    for anotado in ("algo parecido a ese", "quiero ese", "y el otro?"):
        made = plan(anotado, BUSCAR)
        assert (made.accion, made.referidos) == (Accion.PRECISAR, LISTA.mostrados)
    assert plan("y el otro?", INFO, replace(LISTA, foco=2)).referidos == (1, 3, 4, 5)


@pytest.mark.parametrize(
    ("anotado", "intencion", "accion"),
    [
        ("muéstrame el 1 y el 3", BUSCAR, Accion.COMPARAR),
        ("cuánto cuestan el 1 y el 3?", INFO, Accion.COMPARAR),
        ("recomiéndame otro", RECOMENDAR, Accion.MOSTRAR_MAS),
        ("el [Lenovo](marca) más barato", BUSCAR, Accion.BUSCAR),
        ("el [Lenovo](marca) [bajo 300 lucas](rango_precio|:300000)", BUSCAR, Accion.BUSCAR),
        ("[teles](categoria|Televisores)", RECOMENDAR, Accion.RECOMENDAR),
        ("es bueno el [iPhone 13](producto|24) para [fotos](caracteristicas)?", RECOMENDAR, Accion.INFORMAR),
    ],
)
def test_what_the_words_say_goes_before_the_label(anotado: str, intencion: Intencion, accion: Accion) -> None:
    """Two products are set side by side, another piece of advice continues, a wish beside a name is a search."""
    assert plan(anotado, intencion).accion == accion


@pytest.mark.parametrize(
    ("anotado", "intencion"),
    [
        ("busco una cosa para", BUSCAR),
        ("qué me recomiendas?", RECOMENDAR),
        ("quiero ver ofertas", BUSCAR),
        ("necesito ayuda para comprar algo bueno", BUSCAR),
        ("[menos de 300 dólares](rango_precio|:300 USD)", BUSCAR),
    ],
)
def test_too_little_to_search_by(anotado: str, intencion: Intencion) -> None:
    """With nothing to go on, the assistant asks."""
    made = plan(anotado, intencion, NADA)
    assert made.accion == Accion.PRECISAR
    assert Aviso.FALTA_BUSQUEDA in made.avisos


@pytest.mark.parametrize(
    ("anotado", "estado", "filtros"),
    [
        ("venden chupallas?", NADA, Filtros(texto="chupallas")),
        ("busco chupallas", LISTA, Filtros(texto="chupallas")),
        ("busco chupallas [bajo 20 lucas](rango_precio|:20000)", LISTA, Filtros(texto="chupallas", precio_max=20_000)),
        ("muéstrame", LISTA, LISTA.filtros),
        ("a ver", LISTA, LISTA.filtros),
    ],
)
def test_words_that_no_list_knows(anotado: str, estado: Estado, filtros: Filtros) -> None:
    """A search for an unknown thing looks for its words; a message without content shows the search again."""
    made = plan(anotado, BUSCAR, estado)
    assert (made.accion, made.estado.filtros) == (Accion.BUSCAR, filtros)


def test_a_new_search_forgets_what_was_seen() -> None:
    """What was seen counts for "muéstrame más" of the same search only."""
    assert plan("de [HP](marca)", BUSCAR).estado.vistos == ()
    assert plan("[notebooks](categoria|Notebooks)", BUSCAR).estado.vistos == LISTA.vistos


@pytest.mark.parametrize(
    ("anotado", "filtros"),
    [
        ("algo más barato", Filtros(categoria="Celulares", precio_max=299_989, orden=Orden.PRECIO_ASC)),
        ("y en [negro](caracteristicas)?", replace(LISTA.filtros, caracteristicas=("negro",))),
    ],
)
def test_after_talking_of_another_kind(anotado: str, filtros: Filtros) -> None:
    """Cheaper than the phone just priced is a phone; other refinements go on with the search for notebooks."""
    estado = replace(LISTA, foco=21, ultima_accion=Accion.INFORMAR)
    assert plan(anotado, BUSCAR, estado).estado.filtros == filtros


def test_cheaper_than_the_one_just_priced() -> None:
    """After the price of the third, "más barato" is below the third; "más barato que el quinto" is below the fifth."""
    estado = replace(LISTA, foco=3, ultima_accion=Accion.INFORMAR)
    assert plan("algo más barato", BUSCAR, estado).estado.filtros.precio_max == 479_989
    assert plan("más barato que el quinto", BUSCAR).estado.filtros.precio_max == 899_989


def test_the_answer_moves_the_state() -> None:
    """A list becomes what is on screen; the only product becomes the focus; explaining keeps the list."""
    listed = after_answer(NADA, hechos(Accion.BUSCAR, productos=(ficha(1), ficha(2))))
    assert (listed.mostrados, listed.vistos, listed.foco) == ((1, 2), (1, 2), None)
    more = after_answer(listed, hechos(Accion.MOSTRAR_MAS, productos=(ficha(3), ficha(4))))
    assert (more.mostrados, more.vistos) == ((3, 4), (1, 2, 3, 4))
    told = after_answer(more, hechos(Accion.INFORMAR, productos=(ficha(4),), pregunta=("peso",)))
    assert (told.mostrados, told.foco, told.pregunta) == ((3, 4), 4, ("peso",))
    again = after_answer(told, hechos(Accion.INFORMAR, productos=(ficha(3),)))
    assert (again.foco, again.anteriores) == (3, (4,))
    cheapest = after_answer(more, hechos(Accion.COMPARAR, productos=(ficha(3),)))
    assert (cheapest.mostrados, cheapest.foco) == ((3,), 3)
    single = after_answer(NADA, hechos(Accion.BUSCAR, productos=(ficha(7),)))
    assert (single.mostrados, single.foco) == ((7,), 7)
    nothing = after_answer(more, hechos(Accion.BUSCAR))
    assert (nothing.mostrados, nothing.ultima_accion) == ((3, 4), Accion.BUSCAR)
    candidates = after_answer(NADA, hechos(Accion.INFORMAR, productos=(ficha(1), ficha(2)), candidatos=True))
    assert (candidates.mostrados, candidates.foco) == ((1, 2), None)


@pytest.mark.parametrize(
    ("anotado", "accion", "intencion"),
    [
        ("que soporte [120 kilos](caracteristicas|120 kg)", Accion.BUSCAR, BUSCAR),
        ("y en [rojo](caracteristicas)?", Accion.BUSCAR, BUSCAR),
        ("[hp](marca|HP) no, gracias", Accion.BUSCAR, BUSCAR),
        ("quita el precio máximo", Accion.BUSCAR, BUSCAR),
        ("no me gusta ninguno", Accion.MOSTRAR_MAS, BUSCAR),
        ("mostrame el segubdo", Accion.INFORMAR, INFO),
        ("cuéntame del más barato", Accion.INFORMAR, INFO),
        ("ideas de regalo para mi papá", Accion.RECOMENDAR, RECOMENDAR),
        ("se me rompió la vieja, necesito una [tele](categoria|Televisores)", Accion.BUSCAR, BUSCAR),
    ],
)
def test_a_conversation_tells_what_a_short_message_is(anotado: str, accion: Accion, intencion: Intencion) -> None:
    """What the classifier alone would call out of scope is understood from what was said and shown."""
    made = plan(anotado, FUERA)
    assert (made.accion, made.intencion) == (accion, intencion)


@pytest.mark.parametrize(
    "anotado",
    [
        "necesito devolver un regalo",
        "necesito cambiar mi [notebook](categoria|Notebooks) que llegó malo",
        "cuánto demora el despacho a Temuco",
        "tráeme la boleta de mi [tele](categoria|Televisores)",
    ],
)
def test_what_is_out_of_scope_stays_so(anotado: str) -> None:
    """Words of the catalogue in a matter outside it start no search."""
    assert plan(anotado, FUERA) == Plan(Accion.FUERA_DE_ALCANCE, LISTA)


@pytest.mark.parametrize("leido", [COMPARAR, BUSCAR, FUERA])
def test_the_next_one_is_asked_the_same(leido: Intencion) -> None:
    """ "¿Y el tercero de la marca X?" after explaining one is a question about it, however it was classified."""
    estado = replace(LISTA, foco=1, ultima_accion=Accion.INFORMAR)
    lone = next(p for p in shelf() if [q.marca for q in shelf() if q.id in LISTA.mostrados].count(p.marca) == 1)
    made = plan(f"y el [{lone.marca}](marca)?", leido, estado)
    assert (made.accion, made.referidos, made.intencion) == (Accion.INFORMAR, (lone.id,), INFO)


def test_doubt_between_the_intents_of_the_shop() -> None:
    """A conversation about products is believed to go on where only its kind of question is unsure."""
    parse = entender("y el más caro?", FUERA)
    doubtful = ((COMPARAR, 0.55), (BUSCAR, 0.4), (FUERA, 0.05))
    made = plan_turn(LISTA, replace(parse, ranking=doubtful), shelf())
    assert (made.accion, made.intencion) == (Accion.COMPARAR, COMPARAR)
    sure = plan_turn(LISTA, replace(parse, ranking=((FUERA, 0.6), (COMPARAR, 0.4))), shelf())
    assert sure.accion == Accion.FUERA_DE_ALCANCE


def test_a_choice_among_those_compared() -> None:
    """ "¿Cuál me recomiendas?" after a comparison chooses among what was compared, and the search stays."""
    made = plan("y cuál tiene mejor pantalla?", RECOMENDAR, COMPARADOS)
    assert (made.accion, made.referidos, made.estado) == (Accion.RECOMENDAR, COMPARADOS.mostrados, COMPARADOS)
    assert made.pregunta == ("pantalla",)


def test_a_question_about_any_such_thing_is_a_search() -> None:
    """ "¿Cuánto sale una de 50?" asks for a kind of thing, not for the one talked about."""
    made = plan("cuánto sale una de [50](caracteristicas)?", INFO, TELES)
    assert (made.accion, made.intencion) == (Accion.BUSCAR, BUSCAR)
    assert made.estado.filtros.caracteristicas == ("50 pulgadas",)
