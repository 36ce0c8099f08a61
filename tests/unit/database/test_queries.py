"""Filters become fixed statements: what people write is only ever a parameter."""

import pytest
from sqlalchemy import Select
from sqlalchemy.dialects import postgresql

from app.database.lists import build_lista_query
from app.database.queries import (
    TOTAL_MAX,
    build_ids_query,
    build_productos_query,
    is_structured,
    words_of,
)
from app.models.dominio import Filtros, Orden
from app.nlu.kinds import beyond_categoria

CONOCIDAS = frozenset({"negro"})


def compiled(statement: Select[tuple[object, ...]]) -> tuple[str, dict[str, object]]:
    done = statement.compile(dialect=postgresql.dialect())
    return " ".join(str(done).split()), dict(done.params)


def search(filtros: Filtros, categorias: tuple[int, ...] | None = (7,)) -> tuple[str, dict[str, object]]:
    return compiled(build_productos_query(filtros, categorias=categorias, conocidas=CONOCIDAS, limite=5))


@pytest.mark.parametrize("build", [build_productos_query, build_lista_query])
@pytest.mark.parametrize("orden", list(Orden))
def test_what_people_write_is_a_parameter(build: object, orden: Orden) -> None:
    """SQL in any field stays text: it is in the parameters and not in the statement."""
    evil = "'; DROP TABLE productos; --"
    filtros = Filtros(marcas=(evil, "b"), caracteristicas=(evil,), texto=evil, precio_max=1, orden=orden)
    statement, params = compiled(build(filtros, categorias=(1, 2), conocidas=frozenset({evil}), limite=5))  # type: ignore[operator]
    assert "DROP" not in statement
    assert any(evil in str(value) for value in params.values())


def test_the_statement_does_not_depend_on_the_values() -> None:
    """Two wishes of the same form are the same statement."""
    one = search(Filtros(marcas=("LG",), precio_max=1_000, caracteristicas=("16 GB RAM",)))
    other = search(Filtros(marcas=("HP",), precio_max=9_000, caracteristicas=("8 GB RAM",)), categorias=(9,))
    assert one[0] == other[0]
    assert one[1] != other[1]


@pytest.mark.parametrize(
    ("filtros", "contains"),
    [
        (Filtros(), "productos.activo AND productos.stock > 0"),
        (Filtros(productos=(1, 2)), "productos.id IN"),
        (Filtros(precio_min=1), "productos.precio >="),
        (Filtros(precio_max=1), "productos.precio <="),
        (Filtros(marcas=("LG",)), "productos.marca = any"),
        (Filtros(marcas_excluidas=("LG",)), "NOT IN"),
        (Filtros(caracteristicas=("negro",)), "productos.atributos @>"),
        (Filtros(caracteristicas=("16 GB",)), "productos.atributos &&"),
        (Filtros(caracteristicas=("letra ñ",)), "productos.busqueda @@ plainto_tsquery('spanish'"),
        (Filtros(texto="martillo"), "ts_rank("),
        (Filtros(orden=Orden.PRECIO_ASC), "ORDER BY pagina.precio, pagina.id"),
        (Filtros(orden=Orden.PRECIO_DESC), "ORDER BY pagina.precio DESC, pagina.id DESC"),
        (Filtros(orden=Orden.RELEVANCIA), "pagina.posicion, pagina.id"),
    ],
)
def test_each_filter_has_its_condition(filtros: Filtros, contains: str) -> None:
    """Every filter narrows the search."""
    assert contains in search(filtros)[0]


def test_products_asked_for_by_id_may_be_sold_out() -> None:
    """Only a search leaves out what is not in stock."""
    assert "stock > 0" not in search(Filtros(productos=(1,)))[0]


def test_swapped_bounds_are_put_in_order() -> None:
    """An interval with its ends swapped is the interval that was meant."""
    assert sorted(v for v in search(Filtros(precio_min=9, precio_max=4))[1].values() if v in (4, 9)) == [4, 9]
    statement, params = search(Filtros(precio_min=9, precio_max=4))
    assert statement == search(Filtros(precio_min=4, precio_max=9))[0]
    assert params == search(Filtros(precio_min=4, precio_max=9))[1]


def test_at_most_total_max_matches_are_ranked() -> None:
    """A search looks at a bounded number of matches."""
    assert TOTAL_MAX + 1 in search(Filtros())[1].values()


@pytest.mark.parametrize("ids", [(-1, 0), (2**31, 10**30)])
def test_ids_that_no_product_can_have(ids: tuple[int, ...]) -> None:
    """Ids outside the column's range never reach the database."""
    assert [] in compiled(build_ids_query(ids))[1].values()


@pytest.mark.parametrize(("caracteristica", "structured"), [("16 GB RAM", True), ("negro", True), ("letra ñ", False)])
def test_known_attributes_are_compared_and_others_searched(caracteristica: str, structured: bool) -> None:
    """A quantity, or an attribute that products have, is no free text."""
    assert is_structured(caracteristica, CONOCIDAS) is structured


def test_two_of_one_kind_are_either() -> None:
    """ "Rojas o azules" finds both; a colour and a size must both be met."""
    where = words_of(Filtros(caracteristicas=("rojo", "azul", "55 pulgadas")), {"rojo", "azul"})
    kinds = [str(condition.compile(dialect=postgresql.dialect())) for condition in where]
    assert sum("&&" in condition for condition in kinds) == 1
    alone = words_of(Filtros(caracteristicas=("rojo",)), {"rojo", "azul"})
    assert not any("&&" in str(condition.compile(dialect=postgresql.dialect())) for condition in alone)
    assert len(words_of(Filtros(caracteristicas=("estudiar", "jugar")), {"estudiar", "jugar"})) == 1


@pytest.mark.parametrize(
    ("categoria", "caracteristica", "asked"),
    [
        ("Sillas de oficina", "oficina", False),
        ("Hornos eléctricos", "eléctrico", False),
        ("Sillas de oficina", "negro", True),
        ("Notebooks", "oficina", True),
        (None, "oficina", True),
    ],
)
def test_what_the_category_says_is_not_asked_again(categoria: str | None, caracteristica: str, asked: bool) -> None:
    """Any of "Sillas de oficina" is for the office, whatever its card says."""
    filtros = Filtros(categoria=categoria, caracteristicas=(caracteristica,))
    assert beyond_categoria(filtros) == ([caracteristica] if asked else [])
