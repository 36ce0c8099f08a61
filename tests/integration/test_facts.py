"""Plans become facts of the default catalogue: searches, advice, comparisons, one product, and what is not there."""

import pytest
from sqlalchemy import Connection

from app.database.facts import Fuentes, example_messages, gather_facts
from app.database.recommender import Recommender
from app.database.repository import Repository
from app.models.dominio import Accion, Aviso, Estado, Filtros, Hechos, Mencion, Orden, Plan
from app.nlu.artifacts import load_vector_model
from app.nlu.attributes import cumple
from app.nlu.vectors import VectorModel
from app.settings import Settings


@pytest.fixture(scope="module")
def model() -> VectorModel:
    return load_vector_model(Settings().artifacts_dir)


@pytest.fixture
def repo(connection: Connection) -> Repository:
    return Repository(connection)


@pytest.fixture
def fuentes(connection: Connection, repo: Repository, model: VectorModel) -> Fuentes:
    return Fuentes(repo, Recommender(connection, model), limite=5)


def facts(fuentes: Fuentes, accion: Accion, filtros: Filtros | None = None, **fields: object) -> Hechos:
    estado = Estado(filtros or Filtros(), **fields.pop("estado", {}))  # type: ignore[arg-type]
    return gather_facts(Plan(accion, estado, **fields), fuentes)  # type: ignore[arg-type]


def test_a_search_meets_its_filters(fuentes: Fuentes) -> None:
    """Nothing is loosened while something meets all of it."""
    found = facts(fuentes, Accion.BUSCAR, Filtros("Notebooks", ("Lenovo",), precio_max=600_000))
    assert found.productos
    assert found.filtros.relajados == ()
    for producto in found.productos:
        assert (producto.categoria, producto.marca) == ("Notebooks", "Lenovo")
        assert producto.precio <= 600_000
        assert producto.disponible


def test_more_of_a_list_repeats_nothing_and_ends(fuentes: Fuentes) -> None:
    """Page after page until the list is over, which is said."""
    filtros, seen = Filtros("Televisores"), []
    while True:
        page = facts(fuentes, Accion.MOSTRAR_MAS, filtros, estado={"vistos": tuple(seen)})
        if not page.productos:
            break
        ids = [p.id for p in page.productos]
        assert not set(ids) & set(seen)
        seen += ids
    assert page.avisos == (Aviso.SIN_MAS,)
    assert len(seen) == page.total


def test_advice_for_a_use_leaves_a_choice(fuentes: Fuentes) -> None:
    """What states the use comes first; the others meet the rest, and the use is named as not met by all."""
    wish = Filtros("Notebooks", ("HP",), precio_max=600_000, caracteristicas=("estudiar",))
    found = facts(fuentes, Accion.RECOMENDAR, wish)
    assert len(found.productos) >= 2
    assert cumple(found.productos[0].atributos, "estudiar")
    assert all(p.marca == "HP" and p.precio <= 600_000 for p in found.productos)
    meets = all(cumple(p.atributos, "estudiar") for p in found.productos)
    assert found.filtros.relajados == (() if meets else ("estudiar",))
    assert all(p.motivo for p in found.productos)


def test_advice_is_varied(fuentes: Fuentes) -> None:
    """Five televisions are not five of the same brand, nor of one price."""
    found = facts(fuentes, Accion.RECOMENDAR, Filtros("Televisores"))
    assert len({p.marca for p in found.productos}) >= 3
    prices = [p.precio for p in found.productos]
    assert max(prices) > 1.5 * min(prices)


def test_a_present_is_something_of_everything(fuentes: Fuentes) -> None:
    """Without any wish, ideas come from different kinds of product."""
    found = facts(fuentes, Accion.RECOMENDAR)
    assert len({p.categoria for p in found.productos}) == len(found.productos) == 5


def test_like_one_product(fuentes: Fuentes, repo: Repository) -> None:
    """Others of its kind, not itself."""
    (one,) = repo.buscar(Filtros("Zapatillas"), limite=1).productos
    found = facts(fuentes, Accion.RECOMENDAR, referidos=(one.id,))
    assert found.productos
    assert all(p.categoria == "Zapatillas" and p.id != one.id and p.disponible for p in found.productos)


def test_two_products_are_compared_in_the_order_named(fuentes: Fuentes, repo: Repository) -> None:
    """With the difference of their prices."""
    dos, uno = repo.buscar(Filtros("Notebooks"), limite=2).productos
    found = facts(fuentes, Accion.COMPARAR, referidos=(uno.id, dos.id))
    assert found.comparacion is not None
    assert found.comparacion.ids == (uno.id, dos.id)
    assert found.comparacion.diferencia == abs(uno.precio - dos.precio)


def test_brand_against_brand(fuentes: Fuentes) -> None:
    """The best of each, within the kind of product in force."""
    found = facts(fuentes, Accion.COMPARAR, Filtros("Televisores"), marcas=("LG", "Samsung"))
    assert [p.marca for p in found.productos] == ["LG", "Samsung"]
    assert {p.categoria for p in found.productos} == {"Televisores"}


def test_the_cheapest_of_a_kind(fuentes: Fuentes, repo: Repository) -> None:
    """It is the cheapest that can be bought."""
    wish = Filtros("Lavadoras", orden=Orden.PRECIO_ASC)
    found = facts(fuentes, Accion.COMPARAR, wish, extremo=Orden.PRECIO_ASC)
    everything = repo.buscar(Filtros("Lavadoras"), limite=50).productos
    assert [p.precio for p in found.productos] == [min(p.precio for p in everything)]


def test_one_product_by_name(fuentes: Fuentes, repo: Repository) -> None:
    """A name with one candidate is explained; with several, they are offered."""
    ids = repo.resolver_producto("galxy a54", marca="Samsung")
    found = facts(fuentes, Accion.INFORMAR, menciones=(Mencion("galxy a54", ids),))
    assert "A54" in found.productos[0].nombre
    many = repo.resolver_producto("iphone")
    assert facts(fuentes, Accion.INFORMAR, menciones=(Mencion("iphone", many),)).candidatos


def test_a_model_that_is_not_sold(fuentes: Fuentes) -> None:
    """It is named as unknown, with the nearest ones."""
    found = facts(fuentes, Accion.INFORMAR, menciones=(Mencion("iphone 99"),))
    assert found.desconocidos == ("iphone 99",)
    assert all("iPhone" in p.nombre for p in found.productos)
    assert found.productos


def test_a_product_that_left_between_two_turns(fuentes: Fuentes) -> None:
    """An id that no longer exists is told, not failed on."""
    found = facts(fuentes, Accion.INFORMAR, referidos=(2_000_000_000,))
    assert found.productos == ()
    assert Aviso.YA_NO_ESTA in found.avisos


def test_examples_come_from_the_catalogue(repo: Repository) -> None:
    """Each is a message that this catalogue can answer."""
    ejemplos = example_messages(repo)
    assert len(ejemplos) == 5
    assert len(set(ejemplos)) == 5


@pytest.mark.parametrize("accion", Accion)
def test_every_action_has_facts(fuentes: Fuentes, accion: Accion) -> None:
    """An empty state breaks nothing."""
    assert facts(fuentes, accion).accion == accion
