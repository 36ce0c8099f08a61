"""What holds for any conversation at all."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.dominio import Accion, Estado, Filtros, Intencion, Orden
from app.nlu.dialogue import after_answer, plan_turn
from app.nlu.suggestions import MAX_SUGERENCIAS, suggest
from tests.support.charla import AYUDA, BUSCAR, COMPARAR, FUERA, INFO, SALUDO, Charla, entender, gather, shelf

ESTANTE = shelf()
IDS = st.sampled_from([p.id for p in ESTANTE])
MARCAS = ("Lenovo", "HP", "Samsung", "LG", "Apple")
RASGOS = ("negro", "16 GB RAM", "55 pulgadas", "estudiar", "5g")
PRECIO = st.none() | st.integers(1, 1_000_000)

MENSAJES = st.lists(
    st.sampled_from(
        "hola busco un el la los de y o que no sea más menos barato caro sin cualquier marca precio quita color "
        "primero segundo último 2 7 ese esos otro otros muéstrame compara versus trae cargador recomiendas regalo "
        "olvida eso  empecemos nuevo también solo parecido límite ? ,  [tele](categoria|Televisores) "
        "[notebook](categoria|Notebooks) [taladro](categoria|) [HP](marca) [LG](marca)  [philco](marca|) "
        "[negro](caracteristicas) [16GB](caracteristicas|16_GB) [65](caracteristicas)  [A54](producto|21,22) "
        "[ps6](producto|) [bajo_300](rango_precio|:300000) [sobre_500](rango_precio|500000:) "
        "[300_usd](rango_precio|:300) [nada](rango_precio|0:0)".split()
    ),
    max_size=9,
).map(" ".join)


@st.composite
def filters(draw: st.DrawFn) -> Filtros:
    """Returns searches of every shape, their bounds in order."""
    low, high = draw(PRECIO), draw(PRECIO)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Filtros(
        categoria=draw(st.sampled_from([None, "Notebooks", "Televisores", "Celulares"])),
        marcas=tuple(draw(st.lists(st.sampled_from(MARCAS), max_size=2, unique=True))),
        precio_min=low,
        precio_max=high,
        caracteristicas=tuple(draw(st.lists(st.sampled_from(RASGOS), max_size=3, unique=True))),
        orden=draw(st.sampled_from(list(Orden))),
    )


@st.composite
def states(draw: st.DrawFn) -> Estado:
    """Returns states as they arise: what is on screen was seen."""
    shown = tuple(draw(st.lists(IDS, max_size=5, unique=True)))
    return Estado(
        draw(filters()),
        mostrados=shown,
        vistos=shown,
        foco=draw(st.none() | IDS),
        anteriores=tuple(draw(st.lists(IDS, max_size=2, unique=True))),
        pregunta=draw(st.sampled_from([(), ("cargador",)])),
        ultima_accion=draw(st.none() | st.sampled_from(list(Accion))),
    )


@settings(deadline=None)
@given(estado=states(), texto=MENSAJES, intencion=st.sampled_from(list(Intencion)), gone=st.sets(IDS, max_size=3))
def test_any_message_in_any_state(estado: Estado, texto: str, intencion: Intencion, gone: set[int]) -> None:
    """Bounds stay in order; what is referred to was shown or talked about; there are suggestions; nothing is raised."""
    fichas = [p for p in ESTANTE if p.id not in gone]
    plan = plan_turn(estado, entender(texto, intencion), fichas)
    low, high = plan.estado.filtros.precio_min, plan.estado.filtros.precio_max
    assert low is None or high is None or low <= high
    before = {*estado.mostrados, *estado.anteriores} | ({estado.foco} - {None})
    named = {i for e in entender(texto).entidades if isinstance(e.valor, tuple) for i in e.valor}
    assert set(plan.referidos) <= before | named
    assert len(set(plan.referidos)) == len(plan.referidos)
    assert len(set(plan.estado.filtros.caracteristicas)) == len(plan.estado.filtros.caracteristicas)
    facts = gather(plan, fichas, 5)
    found = suggest(facts, after_answer(plan.estado, facts))
    assert len(found) <= MAX_SUGERENCIAS


@settings(deadline=None)
@given(estado=states(), texto=st.text(max_size=300), intencion=st.sampled_from(list(Intencion)))
def test_any_characters(estado: Estado, texto: str, intencion: Intencion) -> None:
    """Any Unicode, tags of ours included, is only text."""
    for text in (texto, f"{texto} marca#7 producto#0", "#" + texto):
        parse = replace(entender("", intencion), text=text)
        plan_turn(estado, parse, ESTANTE)


@given(estado=states(), intencion=st.sampled_from([SALUDO, AYUDA, FUERA]))
def test_interruptions_change_nothing(estado: Estado, intencion: Intencion) -> None:
    """Courtesy, help and out of scope leave the whole state equal, after the answer too."""
    plan = plan_turn(estado, entender("buenas tardes, y usted cómo está?", intencion), ESTANTE)
    assert plan.estado == estado
    assert after_answer(plan.estado, gather(plan, ESTANTE, 5)) == estado


@given(estado=states(), intencion=st.sampled_from(list(Intencion)))
def test_starting_over_is_complete(estado: Estado, intencion: Intencion) -> None:
    """Nothing of the old conversation is left."""
    assert plan_turn(estado, entender("empecemos de nuevo", intencion), ESTANTE).estado == Estado()


@given(
    estado=states(),
    marca=st.sampled_from(MARCAS),
    intencion=st.sampled_from([BUSCAR, Intencion.RECOMENDAR_CATEGORIA]),
)
def test_a_refinement_loses_no_filter(estado: Estado, marca: str, intencion: Intencion) -> None:
    """Naming a brand changes the brands and nothing else that was asked for."""
    estado = replace(estado, ultima_accion=Accion.BUSCAR)
    after = plan_turn(estado, entender(f"de [{marca}](marca)", intencion), ESTANTE).estado.filtros
    assert after == replace(estado.filtros, marcas=(marca,))


@settings(deadline=None)
@given(estado=states(), texto=MENSAJES)
def test_questions_and_comparisons_of_products_leave_the_search(estado: Estado, texto: str) -> None:
    """Explaining a product, or asking which one, never changes what is searched for."""
    for intencion in (INFO, COMPARAR):
        plan = plan_turn(estado, entender(texto, intencion), ESTANTE)
        if plan.accion == Accion.INFORMAR and "olvida" not in texto and "empecemos" not in texto:
            assert plan.estado == estado


@settings(deadline=None)  # A whole conversation is one example.
@given(texts=st.lists(st.tuples(MENSAJES, st.sampled_from(list(Intencion))), max_size=8))
def test_more_never_repeats(texts: list[tuple[str, Intencion]]) -> None:
    """However the conversation went, continuing the list shows only what was not seen since the search changed."""
    charla = Charla(ESTANTE, limite=2)
    for texto, intencion in texts:
        charla.say(texto, intencion)
        seen = charla.estado.vistos
        charla.say("muéstrame más", BUSCAR)
        if charla.plan.accion == Accion.MOSTRAR_MAS:
            assert not {p.id for p in charla.hechos.productos} & set(seen)


@given(filtros=filters())
def test_cheaper_and_dearer_keep_their_word(filtros: Filtros) -> None:
    """After "más barato" everything that meets the search costs less than all that was shown, after "más caro" more."""
    shown = ESTANTE[:5]
    estado = Estado(filtros, mostrados=tuple(p.id for p in shown), ultima_accion=Accion.BUSCAR)
    cheaper = plan_turn(estado, entender("algo más barato"), ESTANTE).estado.filtros
    dearer = plan_turn(estado, entender("algo más caro"), ESTANTE).estado.filtros
    assert cheaper.precio_max == min(p.precio for p in shown) - 1
    assert dearer.precio_min == max(p.precio for p in shown) + 1
