"""The catalogue answers searches with what meets them, in stock, in a stable order, and by name through typos."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, text, update

from app.database.queries import TOTAL_MAX
from app.database.repository import Repository
from app.models.database import Producto
from app.models.dominio import Filtros, Orden, ProductoFicha
from app.nlu.attributes import cumple


@pytest.fixture
def repo(connection: Connection) -> Repository:
    return Repository(connection)


SEARCHES = [
    Filtros(),
    Filtros(categoria="Notebooks"),
    Filtros(categoria="notebooks", marcas=("Lenovo", "HP")),
    Filtros(categoria="Computación", precio_max=100_000),
    Filtros(categoria="Televisores", caracteristicas=("55 pulgadas",), orden=Orden.PRECIO_ASC),
    Filtros(categoria="Notebooks", caracteristicas=("16 GB RAM", "512 GB SSD"), precio_max=900_000),
    Filtros(categoria="Notebooks", caracteristicas=("16 GB",)),
    Filtros(caracteristicas=("negro",), precio_min=50_000, precio_max=100_000, orden=Orden.PRECIO_DESC),
    Filtros(marcas=("Samsung",), marcas_excluidas=("LG",), orden=Orden.PRECIO_ASC),
    Filtros(categoria="Zapatillas", caracteristicas=("talla 42",)),
    Filtros(categoria="Televisores", caracteristicas=("mínimo 50 pulgadas",)),
    Filtros(categoria="Mochilas", caracteristicas=("mínimo 20 litros", "hasta 30 litros")),
    Filtros(precio_min=900_000, precio_max=300_000),
]


def meets(ficha: ProductoFicha, filtros: Filtros, repo: Repository) -> bool:
    bounds = sorted(b for b in (filtros.precio_min, filtros.precio_max) if b is not None)
    low = filtros.precio_min if len(bounds) < 2 else bounds[0]
    high = filtros.precio_max if len(bounds) < 2 else bounds[1]
    return (
        (not filtros.marcas or ficha.marca in filtros.marcas)
        and ficha.marca not in filtros.marcas_excluidas
        and (low is None or ficha.precio >= low)
        and (high is None or ficha.precio <= high)
        and all(cumple(ficha.atributos, c) for c in filtros.caracteristicas)
    )


@pytest.mark.parametrize("filtros", SEARCHES)
def test_everything_found_meets_the_search(repo: Repository, filtros: Filtros) -> None:
    """Every product meets every filter, is in stock and says why it is there."""
    found = repo.buscar(filtros, limite=50)
    assert found.productos
    assert all(meets(p, filtros, repo) and p.disponible and p.motivo for p in found.productos)
    assert len(found.productos) == min(50, found.total)


@pytest.mark.parametrize("filtros", SEARCHES)
def test_pages_do_not_overlap_and_end(repo: Repository, filtros: Filtros) -> None:
    """Leaving out what was seen goes through the whole list once, in the order of one long page."""
    whole = [p.id for p in repo.buscar(filtros, limite=60).productos]
    seen: list[int] = []
    while (page := repo.buscar(filtros, limite=7, excluir=seen)).productos and len(seen) < 60:
        seen += [p.id for p in page.productos]
    assert seen[: len(whole)] == whole[: len(seen)]
    assert len(set(seen)) == len(seen)


def test_the_total_stays_when_all_was_seen(repo: Repository) -> None:
    """After the last page the list is empty and its total is known still."""
    filtros = Filtros(categoria="Drones")
    everything = tuple(p.id for p in repo.buscar(filtros, limite=100).productos)
    end = repo.buscar(filtros, limite=5, excluir=everything)
    assert (end.productos, end.total) == ((), len(everything))


def test_a_parent_category_holds_its_children(repo: Repository) -> None:
    """A department finds the products of all its leaves, however its name is written."""
    found = repo.buscar(Filtros(categoria="COMPUTACION"), limite=300)
    assert {"Notebooks", "Mouse", "Routers"} <= {p.categoria for p in found.productos}


@pytest.mark.parametrize("orden", [Orden.PRECIO_ASC, Orden.PRECIO_DESC])
def test_by_price_is_strictly_by_price(repo: Repository, orden: Orden) -> None:
    """A list by price has no product out of place, and its first is called what it is."""
    found = repo.buscar(Filtros(categoria="Celulares", orden=orden), limite=100).productos
    prices = [p.precio for p in found]
    assert prices == sorted(prices, reverse=orden == Orden.PRECIO_DESC)
    assert found[0].motivo.startswith("el menor precio" if orden == Orden.PRECIO_ASC else "el mayor precio")


def test_without_a_wish_the_first_page_is_varied(repo: Repository) -> None:
    """A bare category shows several brands, not the five cheapest."""
    found = repo.buscar(Filtros(categoria="Notebooks"), limite=5).productos
    cheapest = repo.buscar(Filtros(categoria="Notebooks", orden=Orden.PRECIO_ASC), limite=5).productos
    assert len({p.marca for p in found}) == 5
    assert {p.id for p in found} != {p.id for p in cheapest}


def test_memory_is_not_storage_and_inches_are_not_hertz(repo: Repository) -> None:
    """Attributes are compared as they are, not by their numbers."""
    ram = repo.buscar(Filtros(caracteristicas=("64 GB RAM",)), limite=50).productos
    assert not any("64 GB" in p.atributos for p in ram)
    assert repo.buscar(Filtros(categoria="Televisores", caracteristicas=("55 Hz",)), limite=5).total == 0


def test_two_colours_are_either_of_them(repo: Repository) -> None:
    """A product has one colour: asking for two finds both kinds, and a colour with a size narrows."""
    found = repo.buscar(Filtros(categoria="Poleras", caracteristicas=("negro", "blanco")), limite=50).productos
    assert all({"negro", "blanco"} & {*p.atributos} for p in found)
    assert {"negro", "blanco"} <= {a for p in found for a in p.atributos}
    sized = repo.buscar(Filtros(categoria="Poleras", caracteristicas=("negro", "talla M")), limite=50).productos
    assert all({"negro", "talla M"} <= {*p.atributos} for p in sized)


def test_free_words_find_names_before_descriptions(repo: Repository) -> None:
    """Words that no list knows are searched as Spanish text, whatever their form, and names count most."""
    found = repo.buscar(Filtros(texto="cámaras instantáneas"), limite=5).productos
    assert "instantánea" in found[0].nombre.lower()
    assert repo.buscar(Filtros(texto="camara instantanea"), limite=5).productos == tuple(
        replace(p, motivo="coincide con «camara instantanea»") for p in found
    )


def test_what_is_sold_out_is_not_found(repo: Repository, connection: Connection) -> None:
    """A product without stock is in no list and in no total."""
    filtros = Filtros(categoria="Drones", orden=Orden.PRECIO_ASC)
    before = repo.buscar(filtros, limite=100)
    first = before.productos[0].id
    connection.execute(update(Producto).where(Producto.id == first).values(stock=0))
    after = repo.buscar(filtros, limite=100)
    assert first not in {p.id for p in after.productos}
    assert after.total == before.total - 1


def test_a_named_product_that_is_sold_out_comes_last_and_says_so(repo: Repository, connection: Connection) -> None:
    """Products asked for by name are shown all the same, but never as available, and are not counted."""
    sold_out, other = (p.id for p in repo.buscar(Filtros(categoria="Drones"), limite=2).productos)
    connection.execute(update(Producto).where(Producto.id == sold_out).values(stock=0))
    found = repo.buscar(Filtros(productos=(sold_out, other)), limite=5)
    assert [p.id for p in found.productos] == [other, sold_out]
    assert found.productos[1].motivo == "agotado por ahora"
    assert found.total == 1


def test_products_by_id_keep_their_order_and_lose_who_left(repo: Repository, connection: Connection) -> None:
    """Ids that are gone, inactive or impossible are left out; the others come as asked for."""
    a, b, c = (p.id for p in repo.buscar(Filtros(), limite=3).productos)
    connection.execute(update(Producto).where(Producto.id == b).values(activo=False))
    assert [p.id for p in repo.por_ids((c, b, 10**12, -1, a, c))] == [c, a]
    assert repo.por_ids(()) == ()


@pytest.mark.parametrize(
    "filtros",
    [
        Filtros(precio_min=10**30),
        Filtros(precio_max=-5),
        Filtros(caracteristicas=tuple(f"cosa {n}" for n in range(200))),
        Filtros(categoria="no hay tal categoría"),
        Filtros(categoria="'; DROP TABLE productos; --"),
        Filtros(marcas=("No' existe",), texto="<script>\x00%_\\"),
        Filtros(caracteristicas=("\x00", "")),
        Filtros(productos=(10**12, -3, 0)),
        Filtros(texto="de la que"),
        Filtros(texto="\U0001f600 " * 500),
    ],
)
def test_wishes_that_nothing_can_meet(repo: Repository, filtros: Filtros) -> None:
    """An impossible wish is an empty answer."""
    assert repo.buscar(filtros, limite=5).total == 0


@pytest.mark.parametrize(
    ("name", "brand", "contains"),
    [
        ("galxy a54", None, "Galaxy A54"),
        ("iphone13", None, "iPhone 13 "),
        ("ps5", None, "PlayStation 5"),
        ("wh1000xm5", None, "WH-1000XM5"),
        ("macbook air m2", None, "MacBook Air"),
        ("airfryer hd9650", None, "HD9650"),
        ("iphone trece", None, "iPhone 13 "),
        ("galaxy a cincuenta y cuatro", "Samsung", "Galaxy A54"),
        ("redmi note 13", "Samsung", "Redmi Note 13"),
    ],
)
def test_a_model_by_name(repo: Repository, name: str, brand: str | None, contains: str) -> None:
    """Typos, glued words, partial names and dictated numbers lead to the product."""
    found = repo.por_ids(repo.resolver_producto(name, marca=brand))
    assert found
    assert all(contains in p.nombre + " " for p in found)


@pytest.mark.parametrize(
    ("name", "brand"),
    [("iPhone 14", None), ("galaxy a55", "Samsung"), ("a54", "Oppo"), ("zorbex 3000", None), ("", None)],
)
def test_a_model_that_is_not_there(repo: Repository, name: str, brand: str | None) -> None:
    """Another number, another brand or nonsense is no product of the catalogue."""
    assert repo.resolver_producto(name, marca=brand) == ()


def test_a_bare_line_is_all_of_it(repo: Repository) -> None:
    """The name of a line alone means every product of it."""
    names = [p.nombre for p in repo.por_ids(repo.resolver_producto("iphone"))]
    assert len(names) >= 3
    assert all("iPhone" in name for name in names)


def test_what_is_nearest_to_a_missing_model(repo: Repository, connection: Connection) -> None:
    """The same line first, in stock only; without one, what the shop has of the brand or the category."""
    near = repo.por_ids(repo.cercanos("iPhone 14"))
    assert "iPhone" in near[0].nombre
    connection.execute(update(Producto).where(Producto.id == near[0].id).values(stock=0))
    assert near[0].id not in repo.cercanos("iPhone 14")
    brand = repo.por_ids(repo.cercanos("zorbex 3000", marca="LG", categoria="Televisores"))
    assert {(p.marca, p.categoria) for p in brand} == {("LG", "Televisores")}
    assert repo.cercanos("zorbex 3000") == ()


def test_the_names_for_the_nlu(repo: Repository) -> None:
    """Brands, categories with their parents, and the names of all products."""
    lexico = repo.lexico()
    assert "Samsung" in lexico.marcas[:5]
    assert ("Notebooks", "Computación") in lexico.categorias
    assert ("Computación", None) in lexico.categorias
    assert len(lexico.productos) == 1_048


def test_examples_are_of_several_categories(repo: Repository) -> None:
    """Examples for a greeting come one from each category."""
    sample = repo.muestra_por_categoria(6)
    assert len({p.categoria for p in sample}) == 6
    assert repo.categorias_principales()[:2] == ("Computación", "Telefonía")


def test_a_large_total_is_told_as_its_cap(repo: Repository, connection: Connection) -> None:
    """Counting stops at the cap; by price the list stays exact."""
    columns = "nombre, categoria_id, precio, marca, stock, atributos, posicion"
    connection.execute(
        text(
            f"INSERT INTO productos ({columns}) SELECT 'Copia ' || n, categoria_id, 1000 + n, marca, 1, atributos, n "
            "FROM generate_series(1, 3000) AS n, (SELECT * FROM productos WHERE sku = 'NB-LEN-001') AS p"
        )
    )
    cheapest = Filtros(categoria="Notebooks", marcas=("Lenovo",), orden=Orden.PRECIO_ASC)
    found = repo.buscar(cheapest, limite=3)
    assert found.total == TOTAL_MAX
    assert [p.precio for p in found.productos] == [1001, 1002, 1003]
    dearest = repo.buscar(replace(cheapest, orden=Orden.PRECIO_DESC, caracteristicas=("8 GB RAM",)), limite=2)
    assert dearest.productos[0].precio == 449_990
    assert len(repo.buscar(replace(cheapest, orden=Orden.RELEVANCIA), limite=5).productos) == 5


def test_a_limit_finds_every_measure_within_it(repo: Repository) -> None:
    """ "Más de 10 kilos" is 10,5 and 18 kg, never 10, and the reason tells the measure."""
    found = repo.buscar(Filtros(categoria="Lavadoras", caracteristicas=("más de 10 kg",)), limite=50).productos
    stated = {a for p in found for a in p.atributos}
    assert {"18 kg", "10,5 kg"} <= stated
    assert "10 kg" not in stated
    assert found[0].motivo.endswith("(más de 10 kg)")
