"""A shop's file becomes the catalogue in one transaction: added, updated, deactivated, and reported line by line."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text

from app.catalog.importer import import_catalog, load_frases, run
from app.catalog.reader import open_archivo
from app.database.connection import Database, build_engine
from app.database.repository import Repository
from app.errors import CatalogError
from app.models.dominio import Filtros, Orden
from app.nlu.attributes import Frases, build_frases
from app.settings import Settings

HEADER = "sku,nombre,categoria,categoria_padre,marca,precio,descripcion,stock"
ROWS = (
    "T-1,Taladro Percutor 13 mm,Taladros,Ferretería,Bosch,$ 59.990,De 700 W con maletín azul,5",
    "T-2,Taladro Inalámbrico 20 V,Taladros,Ferretería,bosch,89.990,Negro con dos baterías,3",
    "T-3,Martillo Carpintero,Martillos,Ferretería,Stanley,12990,Mango de madera,0",
)


@pytest.fixture(scope="session")
def frases() -> Frases:
    return load_frases(Settings().artifacts_dir)


@pytest.fixture
def engine(new_database: Callable[[], str]) -> Iterator[Engine]:
    """A database of the test's own, with the default catalogue, where things may be committed."""
    engine = build_engine(new_database(), Settings())
    yield engine
    engine.dispose()


@pytest.fixture
def load(tmp_path: Path, connection: Connection, frases: Frases) -> Callable[..., tuple[object, ...]]:
    """Imports rows in the test's transaction; returns (added, updated, deactivated, rejected)."""

    def import_rows(*rows: str, extend: bool = False, header: str = HEADER) -> tuple[object, ...]:
        path = tmp_path / "tienda.csv"
        path.write_text("\n".join([header, *rows]), encoding="utf-8")
        informe = import_catalog(connection, open_archivo(path), frases, extend=extend)
        cambios = informe.cambios
        return cambios.agregados, cambios.actualizados, cambios.desactivados, [str(r) for r in informe.rechazos]

    return import_rows


def active(connection: Connection) -> dict[str, int]:
    rows = connection.execute(text("SELECT sku, precio::int FROM productos WHERE activo ORDER BY sku"))
    return {sku: precio for sku, precio in rows}


def test_a_full_import_replaces_the_catalogue(load: Callable[..., object], connection: Connection) -> None:
    """The file is the catalogue: what it does not name is deactivated, and found no more."""
    assert load(*ROWS) == (3, 0, 1_048, [])
    assert active(connection) == {"T-1": 59_990, "T-2": 89_990, "T-3": 12_990}
    repo = Repository(connection)
    assert repo.categorias_principales() == ("Ferretería",)
    assert repo.buscar(Filtros(categoria="Notebooks"), limite=5).total == 0
    assert repo.resolver_producto("iphone 13") == ()


def test_an_empty_stock_is_told_and_never_offered(tmp_path: Path, connection: Connection, frases: Frases) -> None:
    """A row without stock counts as sold out, which the report says; a file without any is refused."""
    path = tmp_path / "tienda.csv"
    path.write_text("\n".join([HEADER, *ROWS, "T-4,Sierra 7 1/4,Sierras,Ferretería,Skil,69990,De 1400 W,"]), "utf-8")
    informe = import_catalog(connection, open_archivo(path), frases)
    assert informe.avisos == ("stock is empty in 1 rows, which count as sold out (line 5)",)
    assert Repository(connection).buscar(Filtros(categoria="Sierras"), limite=5).total == 0
    path.write_text(f"{HEADER}\nT-4,Sierra,Sierras,Ferretería,Skil,69990,De 1400 W,", "utf-8")
    with pytest.raises(CatalogError, match="stock is empty in every row"):
        import_catalog(connection, open_archivo(path), frases)


def test_a_category_nobody_taught_works_by_its_own_name(load: Callable[..., object], connection: Connection) -> None:
    """Brands, categories, attributes and words of a shop's own catalogue are found after the import."""
    load(*ROWS)
    repo = Repository(connection)
    found = repo.buscar(Filtros(categoria="Ferretería", orden=Orden.PRECIO_ASC), limite=5)
    assert [p.nombre for p in found.productos] == ["Taladro Percutor 13 mm", "Taladro Inalámbrico 20 V"]
    assert repo.buscar(Filtros(categoria="Taladros", caracteristicas=("negro", "20 V")), limite=5).total == 1
    assert repo.lexico().marcas == ("Bosch", "Stanley")
    assert repo.lexico().categorias == (
        ("Ferretería", None),
        ("Taladros", "Ferretería"),
        ("Martillos", "Ferretería"),
    )
    assert [p.nombre for p in repo.por_ids(repo.resolver_producto("taladro percutr"))] == ["Taladro Percutor 13 mm"]


def test_importing_again_changes_nothing(load: Callable[..., object]) -> None:
    """The same file twice doubles nothing and writes nothing."""
    load(*ROWS)
    assert load(*ROWS) == (0, 0, 0, [])


def test_a_sku_is_updated_in_place(load: Callable[..., object], connection: Connection) -> None:
    """With a sku an import is an upsert: the product keeps its id under a new name and price."""
    load(*ROWS)
    before = connection.execute(text("SELECT id FROM productos WHERE sku = 'T-1'")).scalar_one()
    assert load(ROWS[0].replace("Percutor", "Demoledor").replace("59.990", "49.990"), extend=True)[:3] == (0, 1, 0)
    after = connection.execute(text("SELECT id, nombre, precio::int FROM productos WHERE sku = 'T-1'")).one()
    assert tuple(after) == (before, "Taladro Demoledor 13 mm", 49_990)


def test_without_a_sku_name_and_brand_are_the_product(load: Callable[..., object], connection: Connection) -> None:
    """A file without skus is repeatable too, whatever its capitals and accents."""
    header = HEADER.removeprefix("sku,")
    load("Taladro Percutor,Taladros,,Bosch,59990,,5", header=header)
    assert load("TALADRO PERCUTÓR,Taladros,,BOSCH,49990,,5", header=header)[:3] == (0, 1, 0)
    assert load("S-9,Taladro Percutor,Taladros,,Bosch,49990,,5")[:3] == (0, 1, 0)
    assert active(connection) == {"S-9": 49_990}


def test_extending_leaves_the_rest(load: Callable[..., object], connection: Connection) -> None:
    """An extension only adds and updates."""
    assert load(*ROWS, extend=True) == (3, 0, 0, [])
    assert len(active(connection)) == 1_051
    assert Repository(connection).buscar(Filtros(categoria="Notebooks"), limite=5).total > 0


def test_what_comes_back_is_reactivated(load: Callable[..., object], connection: Connection) -> None:
    """A product that returns keeps its id; its category returns with it."""
    load(*ROWS)
    before = connection.execute(text("SELECT id FROM productos WHERE sku = 'T-3'")).scalar_one()
    load(ROWS[0])
    assert "Martillos" not in dict(Repository(connection).lexico().categorias)
    assert load(*ROWS)[:3] == (0, 2, 0)
    assert connection.execute(text("SELECT id FROM productos WHERE sku = 'T-3'")).scalar_one() == before
    assert "Martillos" in dict(Repository(connection).lexico().categorias)


def test_bad_rows_are_told_and_the_rest_is_loaded(load: Callable[..., object], connection: Connection) -> None:
    """Every bad or doubled row has its line and reason."""
    result = load(
        ROWS[0],
        "X-1,,Taladros,,Bosch,1000,,1",
        "X-2,Sin precio,Taladros,,Bosch,gratis,,1",
        "X-3,Negativo,Taladros,,Bosch,-5,,1",
        ROWS[0],
        "X-4,Largo " + "x" * 300 + ",Taladros,,Bosch,1000,,1",
        ROWS[1],
    )
    assert result == (
        2,
        0,
        1_048,
        [
            "line 3: nombre is empty",
            "line 4: precio is not an amount in pesos: 'gratis'",
            "line 5: precio is negative: '-5'",
            "line 6: sku T-1 was on line 2 already",
            "line 7: nombre has 306 characters, the most is 255",
        ],
    )
    assert set(active(connection)) == {"T-1", "T-2"}


def test_a_brand_has_one_spelling(load: Callable[..., object], connection: Connection) -> None:
    """A brand written in two ways is the one that most rows have."""
    load(*ROWS, "T-4,Sierra,Sierras,,Bosch,1000,,1")
    assert set(connection.execute(text("SELECT DISTINCT marca FROM productos WHERE activo")).scalars()) == {
        "Bosch",
        "Stanley",
    }


def test_categories_that_contradict_each_other(load: Callable[..., object], connection: Connection) -> None:
    """A category under two parents, or under its own child, is put in one place."""
    load(
        "1,A,Taladros,Ferretería,,1000,,1",
        "2,B,Taladros,Jardín,,1000,,1",
        "3,C,Ferretería,Taladros,,1000,,1",
        "4,D,Jardín,Jardin,,1000,,1",
    )
    assert dict(Repository(connection).lexico().categorias) == {
        "Ferretería": None,
        "Taladros": "Ferretería",
        "Jardín": None,
    }


def test_nothing_usable_changes_nothing(load: Callable[..., object], connection: Connection) -> None:
    """A file without one usable row is refused."""
    with pytest.raises(CatalogError, match="no usable row"):
        load("X,,,,,,,")
    assert len(active(connection)) == 1_048


def test_an_import_that_dies_halfway_changes_nothing(engine: Engine, frases: Frases, tmp_path: Path) -> None:
    """Whatever interrupts it, the catalogue is as it was."""
    path = tmp_path / "tienda.csv"
    path.write_text("\n".join([HEADER, *ROWS]), encoding="utf-8")

    def dies(connection: Connection) -> None:
        import_catalog(connection, open_archivo(path), frases)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), engine.begin() as connection:
        dies(connection)
    with engine.begin() as connection:
        assert len(active(connection)) == 1_048
        assert Repository(connection).version_catalogo() == 1


def test_imports_wait_for_each_other(engine: Engine, frases: Frases, tmp_path: Path) -> None:
    """Two imports at once leave the catalogue of one of them, whole, and two versions."""
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path, row in zip(paths, ROWS, strict=False):
        path.write_text(f"{HEADER}\n{row}", encoding="utf-8")
    runs = [
        threading.Thread(target=run, args=(Database(engine), path, frases), kwargs={"extend": False}) for path in paths
    ]
    for thread in runs:
        thread.start()
    for thread in runs:
        thread.join()
    with engine.begin() as connection:
        assert list(active(connection)) in (["T-1"], ["T-2"])
        assert Repository(connection).version_catalogo() == 3


def test_the_command_knows_what_is_loaded(
    engine: Engine, frases: Frases, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same file is not read again, unless something else was loaded since; `--if-empty` never replaces."""
    path = tmp_path / "tienda.csv"
    path.write_text("\n".join([HEADER, *ROWS, "malo"]), encoding="utf-8")
    database = Database(engine)
    assert run(database, path, frases, extend=False, if_empty=True) is None
    assert "version 1 is loaded" in capsys.readouterr().out
    assert run(database, path, frases, extend=False) is not None
    report = capsys.readouterr()
    assert "version 2: 3 rows" in report.out
    assert "left out, line 5: has 1 columns, the header has 8" in report.err
    assert run(database, path, frases, extend=False) is None
    assert run(database, path, frases, extend=True) is not None


def test_attributes_follow_the_lists(
    engine: Engine, frases: Frases, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a catalogue is kept, its attributes are read again with new lists, once, in a new version."""
    path = tmp_path / "tienda.csv"
    path.write_text("\n".join([HEADER, *ROWS]), encoding="utf-8")
    database = Database(engine)
    run(database, path, frases, extend=False)
    newer = build_frases({"maletin": "maletín"})
    capsys.readouterr()
    assert run(database, path, newer, extend=False, if_empty=True) is None
    assert "attributes read again, 3 products changed\ncatalogue: version 3 is loaded" in capsys.readouterr().out
    with engine.begin() as connection:
        found = Repository(connection).buscar(Filtros(caracteristicas=("maletín",)), limite=5).productos
        assert [p.nombre for p in found] == ["Taladro Percutor 13 mm"]
        assert found[0].atributos == ("13 mm", "700 W", "maletín")
    run(database, path, newer, extend=False, if_empty=True)
    assert capsys.readouterr().out == "catalogue: version 3 is loaded\n"
