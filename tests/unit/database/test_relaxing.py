"""A wish that nothing meets is loosened one thing at a time: features, then brand, then price; never the category."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.database.relaxing import FEATURES_TRIED, loosen_price, relax
from app.models.dominio import Filtros, Orden


@dataclass(frozen=True)
class Cosa:
    """A product, as far as loosening knows it."""

    marca: str
    precio: int
    atributos: frozenset[str] = frozenset()


TIENDA = (
    Cosa("Lenovo", 349_990, frozenset({"16 GB RAM", "negro"})),
    Cosa("Lenovo", 599_990, frozenset({"16 GB RAM", "gris"})),
    Cosa("HP", 249_990, frozenset({"8 GB RAM", "negro"})),
    Cosa("Apple", 999_990, frozenset({"16 GB RAM", "gris", "oled"})),
)


def meeting(filtros: Filtros, tienda: tuple[Cosa, ...] = TIENDA) -> list[Cosa]:
    low, high = filtros.precio_min or 0, filtros.precio_max or 10**9
    return [
        c
        for c in tienda
        if (not filtros.marcas or c.marca in filtros.marcas)
        and low <= c.precio <= high
        and set(filtros.caracteristicas) <= c.atributos
    ]


def exists(filtros: Filtros) -> bool:
    return bool(meeting(filtros))


def first_price(filtros: Filtros) -> int | None:
    prices = [c.precio for c in meeting(filtros)]
    return (max if filtros.orden == Orden.PRECIO_DESC else min)(prices, default=None)


@pytest.mark.parametrize(
    ("wish", "relajados"),
    [
        (Filtros(marcas=("Lenovo",), caracteristicas=("16 GB RAM", "oled")), ("oled",)),
        (Filtros(marcas=("Lenovo",), caracteristicas=("oled", "negro")), ("oled",)),
        (Filtros(marcas=("HP",), caracteristicas=("negro", "oled", "gris")), ("oled", "gris")),
        (Filtros(marcas=("Lenovo",), precio_max=300_000), ("marcas",)),
        (Filtros(marcas=("Lenovo",), precio_max=300_000, caracteristicas=("negro",)), ("marcas",)),
        (Filtros(marcas=("Lenovo",), precio_max=300_000, caracteristicas=("gris", "negro")), ("gris", "marcas")),
        (Filtros(marcas=("Lenovo",), precio_max=200_000), ("precio_max",)),
        (Filtros(precio_max=200_000), ("precio_max",)),
        (Filtros(precio_min=2_000_000), ("precio_min",)),
        (Filtros(precio_min=610_000, precio_max=700_000), ("precio_min",)),
        (Filtros(precio_min=900_000, precio_max=990_000), ("precio_max",)),
        (Filtros(marcas=("Sony",), precio_max=200_000), ("marcas", "precio_max")),
        (Filtros(marcas=("Sony",), caracteristicas=("oled",)), ("marcas",)),
    ],
)
def test_what_is_loosened(wish: Filtros, relajados: tuple[str, ...]) -> None:
    """The first step of the documented order that finds something is taken, and names what it let go."""
    step = relax(wish, exists, first_price)
    assert step is not None
    assert step[1] == relajados
    assert exists(step[0])


def test_nothing_helps_an_empty_category() -> None:
    """Where there is nothing at all, nothing is loosened."""
    assert relax(Filtros(marcas=("Lenovo",), precio_max=1), lambda _: False, lambda _: None) is None


def test_the_nearest_price_comes_first() -> None:
    """Above an upper bound the cheapest comes first, below a lower one the dearest."""
    assert loosen_price(Filtros(precio_max=100_000), first_price)[0].orden == Orden.PRECIO_ASC
    assert loosen_price(Filtros(precio_min=2_000_000), first_price)[0].orden == Orden.PRECIO_DESC


def test_two_hundred_features_are_not_all_tried() -> None:
    """A message full of features costs a bounded number of questions to the catalogue."""
    asked: list[Filtros] = []

    def count(filtros: Filtros) -> bool:
        asked.append(filtros)
        return exists(filtros)

    step = relax(Filtros(caracteristicas=tuple(f"cosa {n}" for n in range(200))), count, first_price)
    assert step is not None
    assert len(step[1]) == 200
    assert len(asked) <= FEATURES_TRIED + 1


cosas = st.builds(
    Cosa,
    st.sampled_from(["A", "B", "C"]),
    st.integers(1, 20),
    st.frozensets(st.sampled_from(["x", "y", "z"])),
)
deseos = st.builds(
    Filtros,
    marcas=st.lists(st.sampled_from(["A", "B", "D"]), unique=True, max_size=2).map(tuple),
    precio_min=st.none() | st.integers(1, 20),
    precio_max=st.none() | st.integers(1, 20),
    caracteristicas=st.lists(st.sampled_from(["x", "y", "z", "w"]), unique=True).map(tuple),
)


@settings(deadline=None)
@given(st.lists(cosas, min_size=1).map(tuple), deseos)
def test_every_filter_is_met_or_named(tienda: tuple[Cosa, ...], wish: Filtros) -> None:
    """A filter, once given, is met by everything that is found, or named in what was loosened."""
    if wish.precio_min is not None and wish.precio_max is not None and wish.precio_min > wish.precio_max:
        wish = replace(wish, precio_min=wish.precio_max, precio_max=wish.precio_min)

    def prices(filtros: Filtros) -> int | None:
        found = [c.precio for c in meeting(filtros, tienda)]
        return (max if filtros.orden == Orden.PRECIO_DESC else min)(found, default=None)

    step = relax(wish, lambda f: bool(meeting(f, tienda)), prices)
    assert step is not None
    search, relajados = step
    found = meeting(search, tienda)
    assert found
    for cosa in found:
        assert "marcas" in relajados or not wish.marcas or cosa.marca in wish.marcas
        assert "precio_max" in relajados or wish.precio_max is None or cosa.precio <= wish.precio_max
        assert "precio_min" in relajados or wish.precio_min is None or cosa.precio >= wish.precio_min
        assert all(c in relajados or c in cosa.atributos for c in wish.caracteristicas)
    if meeting(wish, tienda):
        assert not relajados
