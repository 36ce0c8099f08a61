"""app/database/alike.py on the default catalogue: what is like one product keeps to the search and to its price."""

import pytest
from sqlalchemy import Connection

from app.database.alike import NEAR_PRICE, find_alike
from app.database.recommender import Recommender
from app.database.repository import Repository
from app.models.dominio import Filtros, ProductoFicha


@pytest.fixture
def repo(connection: Connection) -> Repository:
    return Repository(connection)


def named(repo: Repository, nombre: str) -> ProductoFicha:
    return repo.por_ids(repo.resolver_producto(nombre))[0]


def test_what_is_alike_costs_about_the_same(repo: Repository) -> None:
    """ "Algo parecido" to earphones of $150.000 is neither $15.000 nor $400.000."""
    airpods = named(repo, "AirPods 4")
    filtros, found = find_alike(
        airpods, Filtros(categoria="Audífonos"), repo, Recommender(repo.connection, None), limite=5
    )
    assert filtros.relajados == ()
    assert len(found) >= 3
    assert airpods not in found
    assert all(NEAR_PRICE[0] <= p.precio / airpods.precio <= NEAR_PRICE[1] for p in found)


def test_it_stays_within_the_search_as_far_as_that_goes(repo: Repository) -> None:
    """Another one of the brand and under the limit; where there is none, what was let go is named."""
    galaxy, recommender = named(repo, "Galaxy A54"), Recommender(repo.connection, None)
    wish = Filtros(categoria="Celulares", marcas=("Samsung",), precio_max=400_000)
    filtros, found = find_alike(galaxy, wish, repo, recommender, limite=5)
    assert filtros.relajados == ()
    assert found
    assert all(p.marca == "Samsung" and p.precio <= 400_000 for p in found)
    only = named(repo, "Redmi Pad SE")
    wish = Filtros(categoria="Tablets", marcas=("Xiaomi",), precio_min=120_000, precio_max=180_000)
    filtros, found = find_alike(only, wish, repo, recommender, limite=5)
    assert filtros.relajados == ("marcas",)
    assert all(120_000 <= p.precio <= 180_000 for p in found)
