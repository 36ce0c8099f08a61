"""Price ranges of one message, and over several, always make sense."""

from hypothesis import given
from hypothesis import strategies as st

from app.models.dominio import Aviso, Filtros, Orden, RangoPrecio
from app.nlu.bounds import PRECIO_MAX_POSIBLE, beyond, combine, in_pesos, merge_range
from tests.support.fichas import ficha

ENDS = st.none() | st.integers(0, 10**12)
RANGES = st.builds(RangoPrecio, ENDS, ENDS, st.sampled_from(["CLP", "USD", "EUR"]))


@given(rangos=st.lists(RANGES, max_size=4), low=st.none() | st.integers(1, 500), more=st.none() | st.integers(0, 500))
def test_whatever_is_said_the_ends_stay_in_order(rangos: list[RangoPrecio], low: int | None, more: int | None) -> None:
    """Any ranges after any search leave bounds in order, within what a price can be."""
    filtros = Filtros(precio_min=low, precio_max=None if more is None else (low or 0) + more)
    usable = [r for r in (in_pesos(r, {"USD": 950.0})[0] for r in rangos) if r is not None]
    rango, _ = combine(usable)
    after = merge_range(filtros, rango) if rango else filtros
    assert after.precio_min is None or after.precio_max is None or after.precio_min <= after.precio_max
    assert all(end is None or 0 <= end <= PRECIO_MAX_POSIBLE for end in ((rango.min, rango.max) if rango else ()))
    if rango and rango.max is not None:
        assert after.precio_max == rango.max


def test_other_currencies() -> None:
    """With a rate an amount becomes whole pesos, without one it bounds nothing; both are said."""
    assert in_pesos(RangoPrecio(100, 300, "USD"), {"USD": 950.5}) == (
        RangoPrecio(95_050, 285_150),
        Aviso.MONEDA_CONVERTIDA,
    )
    assert in_pesos(RangoPrecio(None, 300, "USD"), {}) == (None, Aviso.MONEDA_NO_CONVERTIDA)
    assert in_pesos(RangoPrecio(None, 300), {}) == (RangoPrecio(None, 300), None)


def test_cheaper_than_the_cheapest_possible() -> None:
    """Below a product of one peso there is nothing, and the bound says so without going to zero."""
    assert beyond(Filtros(), [ficha(precio=1)], Orden.PRECIO_ASC).precio_max == 1
