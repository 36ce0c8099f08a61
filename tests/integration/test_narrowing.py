"""Words that are no category, on the real catalogue."""

import pytest
from sqlalchemy import Engine

from app.database.narrowing import findable, least, of_kind
from app.database.repository import Repository
from app.models.dominio import Filtros, ProductoFicha, Resultado


@pytest.mark.parametrize(
    ("filtros", "texto"),
    [
        (Filtros(categoria="Aspiradoras", texto="robot"), "robot"),
        (Filtros(categoria="Aspiradoras", texto="atomica"), ""),
        (Filtros(texto="chupallas"), "chupallas"),
    ],
)
def test_a_variety_is_kept_only_where_it_exists(catalog_engine: Engine, filtros: Filtros, texto: str) -> None:
    """A word that no product of the kind has would find nothing; a kind that is unknown is told so instead."""
    with catalog_engine.connect() as connection:
        assert findable(filtros, Repository(connection)).texto == texto


@pytest.mark.parametrize(("texto", "found"), [("motos", False), ("frigobar", True), ("taburete", True)])
def test_an_unknown_kind_is_what_a_name_begins_with(catalog_engine: Engine, texto: str, found: bool) -> None:
    """A phone named "moto g84" is no motorcycle."""
    filtros = Filtros(texto=texto)
    with catalog_engine.connect() as connection:
        resultado = of_kind(filtros, Repository(connection).buscar(filtros, limite=20))
    assert bool(resultado.productos) is found
    assert resultado.total == len(resultado.productos)


def test_a_kind_is_known_without_a_brand() -> None:
    """A product without a brand is called what its name begins with."""
    clavos = ProductoFicha(1, "Clavos 2 pulgadas", None, "Fijaciones", 2_490, 80, "")
    assert of_kind(Filtros(texto="clavos"), Resultado((clavos,), 1)).productos == (clavos,)
    assert of_kind(Filtros(texto="tuercas"), Resultado((clavos,), 1)).productos == ()


def test_the_least_price_of_what_is_not_shown(catalog_engine: Engine) -> None:
    """It is known where something is left to show, and only there."""
    filtros = Filtros(categoria="Notebooks")
    with catalog_engine.connect() as connection:
        repo = Repository(connection)
        prices = [p.precio for p in repo.buscar(filtros, limite=100).productos]
        assert least(repo, filtros, len(prices), 5) == min(prices)
        assert least(repo, filtros, len(prices), len(prices)) is None


def test_either_colour_is_found(catalog_engine: Engine) -> None:
    """Two colours in one search are alternatives."""
    with catalog_engine.connect() as connection:
        repo = Repository(connection)
        both, red, blue = (
            {p.id for p in repo.buscar(Filtros("Bicicletas", caracteristicas=colours), limite=50).productos}
            for colours in (("rojo", "azul"), ("rojo",), ("azul",))
        )
    assert both == red | blue
    assert red
    assert blue
