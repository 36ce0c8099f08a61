"""Words that point at the list find the right products, typos and all, and nothing else does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.dominio import Aviso, ProductoFicha
from app.nlu.reading import read
from app.nlu.references import Referencia, Vista, point, whole_list
from tests.support.charla import entender, shelf

ESTANTE = {p.id: p for p in shelf()}
CINCO = (1, 2, 3, 4, 5)  # Lenovo, HP, Asus, Acer, Apple


def vista(*ids: int, foco: int | None = None, anteriores: tuple[int, ...] = ()) -> Vista:
    """Returns what somebody sees who was shown these products."""
    return Vista(ids, foco, ESTANTE, anteriores)


def pointed(anotado: str, seen: Vista) -> Referencia:
    """Returns what a message points at."""
    return point(read(entender(anotado)), seen)


@pytest.mark.parametrize(
    ("anotado", "ids"),
    [
        ("el primero", (1,)),
        ("muéstrame la segunda", (2,)),
        ("y el tercero cuánto vale", (3,)),
        ("EL CUARTO", (4,)),
        ("el quinto tiene wifi?", (5,)),
        ("el segubdo trae cargador", (2,)),
        ("el primro", (1,)),
        ("el tersero q tal", (3,)),
        ("el 2do", (2,)),
        ("la 3ra", (3,)),
        ("el 1ero", (1,)),
        ("el 1°", (1,)),
        ("el 2", (2,)),
        ("el número 3", (3,)),
        ("el nro 3", (3,)),
        ("n° 4", (4,)),
        ("la opción 2", (2,)),
        ("el #5", (5,)),
        ("2", (2,)),
        ("segundo", (2,)),
        ("ya, el 2 porfa", (2,)),
        ("el dos", (2,)),
        ("me das mas info del 4?", (4,)),
        ("el último", (5,)),
        ("la ultima", (5,)),
        ("el ultmo", (5,)),
        ("el penúltimo", (4,)),
        ("el de al medio", (3,)),
        ("la del medio", (3,)),
        ("ese de arriba versus el de abajo", (1, 5)),
        ("compara el 1 y el 3", (1, 3)),
        ("1 y 3", (1, 3)),
        ("compara 2 y 4", (2, 4)),
        ("el 1 con el 3 compáralos", (1, 3)),
        ("el tercero y el primero", (3, 1)),
        ("entre el uno, el dos y el tres", (1, 2, 3)),
        ("entre la opcion 2 y la 5", (2, 5)),
        ("los dos primeros", (1, 2)),
        ("las dos primeras que salen", (1, 2)),
        ("los primeros 3", (1, 2, 3)),
        ("los dos últimos", (4, 5)),
        ("el segundo con el último, compáramelos", (2, 5)),
        ("el segundo [notebook](categoria|Notebooks)", (2,)),
        ("la [lavadora](categoria|Lavadoras) segunda es muy alta?", (2,)),
        ("el [hp](marca|HP) que salió de segundo", (2,)),
        ("el que me mostraste primero", (1,)),
        ("el primero que me listaste", (1,)),
        ("primero o tercero?", (1, 3)),
    ],
)
def test_places(anotado: str, ids: tuple[int, ...]) -> None:
    """A place, however it is written, is that product of the list."""
    assert pointed(anotado, vista(*CINCO)).ids == ids


@pytest.mark.parametrize(
    "anotado",
    [
        "lo último en [celulares](categoria|Celulares)",
        "es de segunda mano?",
        "para la tercera edad",
        "vivo en el quinto piso",
        "el primer piso",
        "la primera vez que compro",
        "primero muéstrame los baratos",
        "algo para mi cuarto",
        "espera un segundo",
        "el 2 en 1",
        "la 2 plazas",
        "el 5g",
        "en 3 cuotas",
        "2 [notebooks](categoria|Notebooks)",
        "el 54",
        "cuánto cuesta",
        "el último modelo",
        "el último precio",
        "tienen 3 colores?",
        "para los 2 niños",
        "por eso mismo",
        "en ese color",
        "a ese precio",
        "de esa marca",
        "esta disponible?",
        "cuál está más barato",
    ],
)
def test_ordinary_words_point_at_nothing(anotado: str) -> None:
    """Numbers and ordinals that count something else are not places."""
    assert pointed(anotado, vista(*CINCO)).vacia


@pytest.mark.parametrize(
    ("anotado", "seen", "ids"),
    [
        ("ese", vista(*CINCO, foco=3), (3,)),
        ("ese trae cargador?", vista(*CINCO, foco=3), (3,)),
        ("esa me gusta", vista(*CINCO, foco=3), (3,)),
        ("este tiene android tv??", vista(2), (2,)),
        ("compáralo con el segundo", vista(*CINCO, foco=4), (4, 2)),
        ("ese con el primero", vista(*CINCO, foco=4), (4, 1)),
        ("esta con la segunda", vista(*CINCO, foco=4), (4, 2)),
        ("ese [HP](marca) es rápido?", vista(*CINCO, foco=4), (2,)),
        ("el [hp](marca|HP) ese", vista(*CINCO, foco=4), (2,)),
        ("ese [notebook](categoria|Notebooks) trae parlantes?", vista(*CINCO, foco=4), (4,)),
        ("ese último", vista(*CINCO, foco=1), (5,)),
        ("el otro", vista(1, 2, foco=1), (2,)),
        ("y el otro cuánto vale", vista(*CINCO, foco=1, anteriores=(3,)), (3,)),
        ("y ese cuánto más que el anterior", vista(*CINCO, foco=2, anteriores=(5,)), (2, 5)),
    ],
)
def test_demonstratives(anotado: str, seen: Vista, ids: tuple[int, ...]) -> None:
    """ "Ese" is the product talked about, or the only one shown; with a name it is the one so called."""
    assert pointed(anotado, seen).ids == ids


@pytest.mark.parametrize(
    ("anotado", "ids"),
    [
        ("el más caro de esos", (5,)),
        ("el mas barato de la lista", (1,)),
        ("el más económico de los que mostraste", (1,)),
        ("compara el más barato con el más caro", (1, 5)),
        ("entre el mas barato y el mas caro de la lista q cambia", (1, 5)),
    ],
)
def test_extremes_of_the_list(anotado: str, ids: tuple[int, ...]) -> None:
    """The dearest and the cheapest are taken from the products shown."""
    assert pointed(anotado, vista(*CINCO)).ids == ids


@pytest.mark.parametrize(
    ("anotado", "ids"),
    [
        ("el [Lenovo](marca)", (1,)),
        ("y la [asus](marca|Asus) cuánto sale", (3,)),
        ("el [notebook](categoria|Notebooks) [hp](marca|HP) trae mouse?", (2,)),
        ("el [negro](caracteristicas)", (2,)),
        ("el de [16 GB](caracteristicas|16 GB RAM) [negro](caracteristicas)", (2,)),
        ("el [plateado](caracteristicas) de [acer](marca|Acer)", (4,)),
        ("el de [Apple](marca) o el [Acer](marca)", (5, 4)),
        ("el que tiene color [negro](caracteristicas)", ()),
        ("el que es [negro](caracteristicas)", (2,)),
        ("el [MacBook Air](producto|5)", (5,)),
        ("el [Air M2](producto|24)", (5,)),
        ("y el [aspire](producto|)?", (4,)),
    ],
)
def test_traits(anotado: str, ids: tuple[int, ...]) -> None:
    """A brand, colour or feature points when just one of those shown has it."""
    assert pointed(anotado, vista(*CINCO)).ids == ids


def test_a_name_that_fits_another_product_better_is_not_pointing() -> None:
    """ "El Galaxy A54" is the A54, though the A54 256 GB Plus is the only one on screen."""
    plus = replace(ESTANTE[22], id=99, nombre="Celular Samsung Galaxy A54 Plus 256 GB Edición Especial")
    seen = Vista((99, 23), None, {**ESTANTE, 99: plus})
    assert pointed("el [Galaxy A54](producto|21,99)", seen).vacia
    assert pointed("el [Galaxy A54](producto|99)", seen).ids == (99,)


def test_a_trait_of_several_asks_which() -> None:
    """Two products fit "el plateado": both are doubtful, none is chosen."""
    found = pointed("el [plateado](caracteristicas)", vista(*CINCO))
    assert (found.ids, found.dudosos) == ((), (3, 4))


def test_names_without_an_article_do_not_point() -> None:
    """ "de Lenovo" and "en negro" narrow a search."""
    narrowing = ("de [Lenovo](marca)", "en [negro](caracteristicas)", "los [Lenovo](marca)", "de la marca [HP](marca)")
    for anotado in narrowing:
        assert pointed(anotado, vista(*CINCO)).vacia


@pytest.mark.parametrize("anotado", ["el séptimo", "el 6", "el número 9", "el primero y el octavo"])
def test_beyond_the_list(anotado: str) -> None:
    """A place that the list does not have is said, not guessed."""
    assert pointed(anotado, vista(*CINCO)).aviso == Aviso.FUERA_DE_LISTA


def test_more_than_were_shown() -> None:
    """ "Los tres primeros" of two is beyond the list."""
    assert pointed("los tres primeros", vista(1, 2)).aviso == Aviso.FUERA_DE_LISTA


def test_nothing_shown_yet() -> None:
    """Pointing at an empty list is said."""
    assert pointed("el segundo", vista()).aviso == Aviso.SIN_LISTA
    assert pointed("ese", vista()).aviso == Aviso.SIN_LISTA


def test_even_lists_have_no_middle() -> None:
    """Of four products, none is the one in the middle."""
    assert pointed("el de al medio", vista(1, 2, 3, 4)).aviso == Aviso.FUERA_DE_LISTA


def test_a_product_that_left_the_catalogue_keeps_its_place() -> None:
    """The second is still the second as shown; it cannot be explained any more, and the third is not moved up."""
    fichas = {i: p for i, p in ESTANTE.items() if i != 2}
    seen = Vista(CINCO, None, fichas)
    assert pointed("el segundo", seen).aviso == Aviso.YA_NO_ESTA
    assert pointed("el tercero", seen).ids == (3,)


@pytest.mark.parametrize(
    ("anotado", "seen", "ids"),
    [
        ("compáralos", vista(*CINCO), CINCO),
        ("entre esos cuál sale menos", vista(*CINCO), CINCO),
        ("CUAL ES EL MAS BARATO DE ESOS CINCO", vista(*CINCO), CINCO),
        ("cuál de los dos", vista(1, 2), (1, 2)),
        ("compara los dos", vista(*CINCO, foco=3, anteriores=(1,)), (1, 3)),
        ("compáralos", vista(1, foco=4, anteriores=(1,)), (1, 4)),
        ("compáralos", vista(*CINCO, foco=24, anteriores=(23,)), (23, 24)),
        ("cuál de los dos", vista(*CINCO), CINCO),
        ("de todos, cuál conviene", vista(*CINCO), CINCO),
        ("muéstrame más", vista(*CINCO), ()),
        ("estas buscando?", vista(*CINCO), ()),
    ],
)
def test_the_whole_list(anotado: str, seen: Vista, ids: tuple[int, ...]) -> None:
    """ "Esos" are all of those shown; "los dos" the two shown or the two just talked about."""
    assert whole_list(read(entender(anotado)), seen) == ids


WORDS = st.sampled_from(
    "el la los las ese esa de con y o primero segundo tercera último 1 2 3 7 15 más caro barato que muestra compara "
    "dos medio arriba otro esos lista [HP](marca) [negro](caracteristicas) [A54](producto|21,22) "
    "[tele](categoria|Televisores)".split()
)


@given(
    words=st.lists(WORDS, max_size=12),
    ids=st.lists(st.sampled_from(sorted(ESTANTE)), max_size=6, unique=True),
    foco=st.none() | st.sampled_from(sorted(ESTANTE)),
    gone=st.sets(st.sampled_from(sorted(ESTANTE)), max_size=4),
)
def test_pointing_never_leaves_what_was_shown(
    words: list[str], ids: list[int], foco: int | None, gone: set[int]
) -> None:
    """Whatever is said, only products shown or talked about that still exist are pointed at, each once."""
    fichas: dict[int, ProductoFicha] = {i: p for i, p in ESTANTE.items() if i not in gone}
    seen = Vista(tuple(ids), foco, fichas)
    found = pointed(" ".join(words), seen)
    allowed = {*ids, *(() if foco is None else (foco,))}
    assert set(found.ids) <= allowed & set(fichas)
    assert set(found.dudosos) <= allowed
    assert len(set(found.ids)) == len(found.ids)
