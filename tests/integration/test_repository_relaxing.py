"""When nothing meets a wish, the nearest thing is found and what was loosened is named, with counts from SQL."""

import pytest
from sqlalchemy import Connection, update

from app.database.repository import Repository
from app.models.database import Producto
from app.models.dominio import Filtros
from app.nlu.attributes import cumple


@pytest.fixture
def repo(connection: Connection) -> Repository:
    return Repository(connection)


def test_what_meets_the_wish_is_not_loosened(repo: Repository) -> None:
    """While something meets it all, nothing is let go and nothing else is offered."""
    wish, found, others = repo.buscar_relajando(Filtros(categoria="Notebooks", marcas=("Lenovo",)), limite=5)
    assert found.productos
    assert (wish.relajados, others) == ((), ())


def test_the_cheapest_beyond_a_budget(repo: Repository) -> None:
    """Nothing so cheap: the price is loosened, the nearest comes first, and what there is has its count and price."""
    wish, found, others = repo.buscar_relajando(
        Filtros(categoria="Notebooks", marcas=("Apple",), precio_max=200_000), limite=3
    )
    assert wish.relajados == ("precio_max",)
    assert wish.precio_max == 200_000
    assert [p.marca for p in found.productos] == ["Apple"] * len(found.productos)
    assert found.productos[0].precio == min(p.precio for p in found.productos)
    assert others[0].relajado == "precio_max"
    assert others[0].precio_min == found.productos[0].precio
    assert others[0].cantidad == found.total


def test_another_brand_within_the_budget(repo: Repository) -> None:
    """The brand goes before the price, and the answer can still say what the brand costs."""
    wish, found, others = repo.buscar_relajando(
        Filtros(categoria="Notebooks", marcas=("Apple",), precio_max=300_000), limite=3
    )
    assert wish.relajados == ("marcas",)
    assert all(p.precio <= 300_000 for p in found.productos)
    assert {o.relajado for o in others} == {"marcas", "precio_max"}
    apple = next(o for o in others if o.relajado == "precio_max")
    assert apple.precio_min is not None
    assert apple.precio_min > 300_000


def test_features_go_first_and_as_few_as_can_be(repo: Repository) -> None:
    """The features that can be met together stay, and each product says what it lacks."""
    asked = Filtros(categoria="Zapatillas", caracteristicas=("talla 42", "trail", "con motor"))
    wish, found, _ = repo.buscar_relajando(asked, limite=5)
    assert wish.relajados == ("con motor",)
    assert all(cumple(p.atributos, "talla 42") and cumple(p.atributos, "trail") for p in found.productos)
    assert all("no indica con motor" in p.motivo for p in found.productos)


def test_two_hundred_features(repo: Repository) -> None:
    """A message full of features still gets the category, with every feature named."""
    asked = Filtros(categoria="Drones", caracteristicas=tuple(f"cosa {n}" for n in range(200)))
    wish, found, _ = repo.buscar_relajando(asked, limite=5)
    assert len(wish.relajados) == 200
    assert {p.categoria for p in found.productos} == {"Drones"}


def test_the_category_is_never_loosened(repo: Repository, connection: Connection) -> None:
    """A category that is sold out gives nothing, and no other category."""
    ids = [p.id for p in repo.buscar(Filtros(categoria="Drones"), limite=100).productos]
    connection.execute(update(Producto).where(Producto.id.in_(ids)).values(stock=0))
    wish, found, others = Repository(connection).buscar_relajando(
        Filtros(categoria="Drones", marcas=("DJI",)), limite=5
    )
    assert (wish.relajados, found.productos, found.total, others) == ((), (), 0, ())


def test_more_of_a_loosened_list_has_no_repeats(repo: Repository) -> None:
    """The next page is loosened as the first was, and shows others."""
    asked = Filtros(categoria="Notebooks", precio_max=1_000)
    _, first, _ = repo.buscar_relajando(asked, limite=5)
    seen = tuple(p.id for p in first.productos)
    wish, more, _ = repo.buscar_relajando(asked, limite=5, excluir=seen)
    assert wish.relajados == ("precio_max",)
    assert not set(seen) & {p.id for p in more.productos}
    assert min(p.precio for p in more.productos) >= max(p.precio for p in first.productos)


def test_the_end_of_a_list_loosens_nothing(repo: Repository) -> None:
    """Having seen everything that meets the wish is no reason to offer what does not."""
    asked = Filtros(categoria="Notebooks", marcas=("Lenovo",))
    everything = tuple(p.id for p in repo.buscar(asked, limite=100).productos)
    wish, more, _ = repo.buscar_relajando(asked, limite=5, excluir=everything)
    assert (wish.relajados, more.productos, more.total) == ((), (), len(everything))
