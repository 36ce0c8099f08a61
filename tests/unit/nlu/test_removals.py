"""What people take back is gone, what they rule out is not searched for, and nothing else changes."""

from dataclasses import replace
from typing import Any

import pytest

from app.models.dominio import Accion, Aviso, Filtros, Intencion, Orden
from app.nlu.dialogue import plan_turn
from app.nlu.reading import read
from app.nlu.references import Vista
from app.nlu.refinements import refine
from app.nlu.removals import without_value
from tests.support.charla import entender, shelf, viendo

ESTANTE = {p.id: p for p in shelf()}
TODO = Filtros(
    categoria="Notebooks",
    marcas=("Lenovo", "HP"),
    precio_min=100_000,
    precio_max=600_000,
    caracteristicas=("negro", "16 GB RAM", "estudiar"),
    orden=Orden.PRECIO_ASC,
)


def changed(anotado: str, filtros: Filtros = TODO, shown: tuple[int, ...] = (1, 2)) -> dict[str, Any]:
    """Returns just the fields that a message changed."""
    vista = Vista(shown, None, ESTANTE)
    new = refine(filtros, read(entender(anotado)), vista, {}, vista.visibles).filtros
    names = Filtros.__dataclass_fields__
    return {name: getattr(new, name) for name in names if getattr(new, name) != getattr(filtros, name)}


SIN_PRECIO = {"precio_min": None, "precio_max": None}


@pytest.mark.parametrize(
    ("anotado", "changes"),
    [
        ("sin límite de precio", SIN_PRECIO),
        ("sin tope", SIN_PRECIO),
        ("no tengo límite de presupuesto", SIN_PRECIO),
        ("sin importar el precio", SIN_PRECIO),
        ("no importa el precio", SIN_PRECIO),
        ("me da lo mismo el precio", SIN_PRECIO),
        ("el precio me da igual", SIN_PRECIO),
        ("la plata da lo mismo", SIN_PRECIO),
        ("quita el precio", SIN_PRECIO),
        ("olvida el presupuesto", SIN_PRECIO),
        ("a cualquier precio", SIN_PRECIO),
        ("quita el precio máximo", {"precio_max": None}),
        ("sácale el máximo", {"precio_max": None}),
        ("quita el precio mínimo", {"precio_min": None}),
        ("elimina el tope de precio máximo", {"precio_max": None}),
        ("quita [bajo 600 lucas](rango_precio|:600000)", SIN_PRECIO),
    ],
)
def test_prices_taken_back(anotado: str, changes: dict[str, Any]) -> None:
    """Both bounds, or the one that is named."""
    assert changed(anotado) == changes


@pytest.mark.parametrize(
    ("anotado", "changes"),
    [
        ("cualquier marca", {"marcas": ()}),
        ("de cualquier marca", {"marcas": ()}),
        ("da lo mismo la marca", {"marcas": ()}),
        ("me da igual la marca", {"marcas": ()}),
        ("sin importar la marca", {"marcas": ()}),
        ("la marca no importa", {"marcas": ()}),
        ("la marca me da lo mismo", {"marcas": ()}),
        ("de la marca que sea", {"marcas": ()}),
        ("de todas las marcas", {"marcas": ()}),
        ("todas las marcas", {"marcas": ()}),
        ("quita la marca", {"marcas": ()}),
        ("quita la marca Lenovo", {"marcas": ("HP",)}),
        ("quita la marca [Lenovo](marca)", {"marcas": ("HP",)}),
        ("quita [lenovo](marca|Lenovo)", {"marcas": ("HP",)}),
        ("sin [HP](marca)", {"marcas": ("Lenovo",)}),
        ("saca los [HP](marca)", {"marcas": ("Lenovo",)}),
        ("ya no quiero [lenovo](marca|Lenovo)", {"marcas": ("HP",)}),
    ],
)
def test_brands_taken_back(anotado: str, changes: dict[str, Any]) -> None:
    """All brands, or the one that is named, whether or not it was recognised as an entity."""
    assert changed(anotado) == changes


@pytest.mark.parametrize(
    ("anotado", "changes"),
    [
        ("quita el color", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("de cualquier color", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("el color da lo mismo", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("da lo mismo el color", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("en otro color", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("quita el color [negro](caracteristicas)", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("quita [negro](caracteristicas)", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("quita negro", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("que no sean [negros](caracteristicas|negro)", {"caracteristicas": ("16 GB RAM", "estudiar")}),
        ("quita 16 GB RAM", {"caracteristicas": ("negro", "estudiar")}),
        ("quita [16 GB RAM](caracteristicas)", {"caracteristicas": ("negro", "estudiar")}),
        ("da lo mismo la ram", {"caracteristicas": ("negro", "estudiar")}),
        ("quita estudiar", {"caracteristicas": ("negro", "16 GB RAM")}),
        ("quita las características", {"caracteristicas": ()}),
    ],
)
def test_features_taken_back(anotado: str, changes: dict[str, Any]) -> None:
    """By their kind ("el color") or by their value, as the page's chips send them."""
    assert changed(anotado) == changes


@pytest.mark.parametrize(
    ("anotado", "filtros", "expected"),
    [
        ("sin importar la categoría", TODO, replace(TODO, categoria=None)),
        ("sin [Notebooks](categoria)", TODO, replace(TODO, categoria=None)),
        ("quita Notebooks", TODO, replace(TODO, categoria=None)),
        ("quita chupallas", Filtros(texto="chupallas", precio_max=9), Filtros(precio_max=9)),
        ("quita todos los filtros", TODO, Filtros(categoria="Notebooks")),
        ("sin filtros", TODO, Filtros(categoria="Notebooks")),
        ("quita el orden", TODO, replace(TODO, orden=Orden.RELEVANCIA)),
        ("quita la marca y el precio", TODO, replace(TODO, marcas=(), precio_min=None, precio_max=None)),
        (
            "sin límite de precio y de cualquier marca",
            TODO,
            replace(TODO, marcas=(), precio_min=None, precio_max=None),
        ),
        (
            "sin importar la marca, que sea [rosada](caracteristicas|rosado)",
            TODO,
            replace(TODO, marcas=(), caracteristicas=("16 GB RAM", "estudiar", "rosado")),
        ),
        ("quita la marca [HP](marca) y muéstrame [Asus](marca)", TODO, replace(TODO, marcas=("Asus",))),
        ("olvídate de [Lenovo](marca), quiero ver [Asus](marca)", TODO, replace(TODO, marcas=("Asus",))),
        ("quita [hasta 600 lucas](rango_precio|:600000) y pon [hasta 800](rango_precio|:800000)", TODO,
         replace(TODO, precio_min=None, precio_max=800_000)),
    ],
)  # fmt: skip
def test_other_parts_and_several_at_once(anotado: str, filtros: Filtros, expected: Filtros) -> None:
    """Category, text, order, everything; and a removal beside a new wish."""
    vista = Vista((1, 2), None, ESTANTE)
    assert refine(filtros, read(entender(anotado)), vista, {}, vista.visibles).filtros == expected


@pytest.mark.parametrize(
    ("anotado", "excluded"),
    [
        ("que no sea [Samsung](marca)", ("Samsung",)),
        ("que no sean [samsung](marca|Samsung) ni [lg](marca|LG)", ("Samsung", "LG")),
        ("menos [HP](marca)", ("HP",)),
        ("excepto [LG](marca)", ("LG",)),
        ("sin [Samsung](marca)", ("Samsung",)),
        ("no quiero [Samsung](marca)", ("Samsung",)),
        ("no me gusta [LG](marca)", ("LG",)),
        ("nada de [Samsung](marca)", ("Samsung",)),
        ("[samsung](marca|Samsung) no", ("Samsung",)),
        ("distinta de [Samsung](marca)", ("Samsung",)),
        ("pero no [LG](marca)", ("LG",)),
        ("saca los [LG](marca)", ("LG",)),
    ],
)
def test_brands_ruled_out(anotado: str, excluded: tuple[str, ...]) -> None:
    """A brand that is not wanted is left out of the search from now on."""
    filtros = Filtros(categoria="Televisores", precio_max=500_000)
    assert changed(anotado, filtros) == {"marcas_excluidas": excluded}


def test_ruled_out_brands_add_up_and_come_back() -> None:
    """A second one joins the first; "cualquier marca" or naming a brand ends it."""
    filtros = Filtros(categoria="Televisores", marcas_excluidas=("Samsung",))
    assert changed("tampoco, que no sea [LG](marca)", filtros) == {"marcas_excluidas": ("Samsung", "LG")}
    assert changed("cualquier marca", filtros) == {"marcas_excluidas": ()}
    assert changed("ya, de [Samsung](marca)", filtros) == {"marcas": ("Samsung",), "marcas_excluidas": ()}


def test_another_brand_rules_out_the_ones_in_force() -> None:
    """ "De otra marca" keeps the search and leaves out its brand."""
    filtros = Filtros(categoria="Notebooks", marcas=("Lenovo",))
    assert changed("y de otra marca?", filtros) == {"marcas": (), "marcas_excluidas": ("Lenovo",)}
    assert changed("otras marcas", Filtros(categoria="Notebooks"), (1, 6)) == {"marcas_excluidas": ("Lenovo",)}
    assert changed("otras marcas", Filtros(categoria="Notebooks"), (1, 2)) == {"marcas_excluidas": ("Lenovo", "HP")}
    said = changed("y de otra marca que no sea [Asus](marca)", Filtros(categoria="Notebooks"), (1, 2))
    assert said == {"marcas_excluidas": ("Asus",)}


def test_without_a_feature_is_a_feature() -> None:
    """ "Sin cable" is something a product can state; what else is not wanted cannot be left out, and this is said."""
    filtros = Filtros(categoria="Aspiradoras")
    assert changed("sin [cable](caracteristicas)", filtros) == {"caracteristicas": ("sin cable",)}
    vista = Vista((), None, ESTANTE)
    found = refine(filtros, read(entender("que no sea [roja](caracteristicas|rojo)")), vista, {}, ())
    assert (found.filtros, found.avisos) == (filtros, (Aviso.NO_SE_PUEDE_EXCLUIR,))


@pytest.mark.parametrize(
    ("anotado", "changes"),
    [
        ("no tienen [Samsung](marca)?", {"marcas": ("Samsung",)}),
        ("no hay de [LG](marca)?", {"marcas": ("LG",)}),
        ("¿no habrá en [talla 40](caracteristicas)?", {"caracteristicas": ("talla 40",)}),
        ("no, de [LG](marca)", {"marcas": ("LG",)}),
        ("no, mejor [Samsung](marca)", {"marcas": ("Samsung",)}),
        ("todos los [Samsung](marca)", {"marcas": ("Samsung",)}),
        ("cualquier [tele](categoria|Televisores) [LG](marca)", {"marcas": ("LG",)}),
        ("me da lo mismo si es [LG](marca) o [TCL](marca)", {"marcas": ("LG", "TCL")}),
        ("que no pese mucho", {}),
        ("sin duda", {}),
    ],
)
def test_what_only_sounds_like_a_removal(anotado: str, changes: dict[str, Any]) -> None:
    """Questions, corrections and "todos los" still ask for what they name."""
    assert changed(anotado, Filtros(categoria="Televisores")) == changes


RAROS = ("4k", "con ruedas", "bajo consumo", "5.1", "jack 3.5 mm", "compatible con PS5", "para zurdos", "frío/calor")


@pytest.mark.parametrize("valor", RAROS)
def test_a_chip_takes_its_own_value_away(valor: str) -> None:
    """A value in force named letter by letter goes alone, whatever else its words could mean."""
    filtros = replace(TODO, caracteristicas=("negro", valor))
    assert without_value(filtros, f"quita {valor}") == replace(TODO, caracteristicas=("negro",))
    estado = replace(viendo(1, 2), filtros=filtros)
    plan = plan_turn(estado, entender(f"quita {valor}", Intencion.NO_RECONOCIDA), tuple(ESTANTE.values()))
    assert plan.accion == Accion.BUSCAR
    assert plan.intencion == Intencion.BUSCAR_PRODUCTO
    assert plan.estado.filtros == replace(filtros, caracteristicas=("negro",))


@pytest.mark.parametrize("texto", ["quita", "quita rojo", "quita negro y 16 GB RAM", "no quites negro", "negro"])
def test_only_an_exact_value_is_a_chips(texto: str) -> None:
    """Anything else is read as any other message."""
    assert without_value(TODO, texto) is None


def test_the_last_condition_taken_away_leaves_a_question() -> None:
    """An empty search asks what to look for."""
    estado = viendo(1, 2, marcas=("Lenovo",))
    plan = plan_turn(estado, entender("quita la marca Lenovo"), tuple(ESTANTE.values()))
    assert plan.accion == Accion.PRECISAR
    assert plan.estado.filtros.vacio


@pytest.mark.parametrize("anotado", ["sin importar el modelo", "cualquier modelo", "da lo mismo el modelo"])
def test_models_taken_back(anotado: str) -> None:
    """The search is no longer held to the products that were named."""
    assert changed(anotado, replace(TODO, productos=(1, 6))) == {"productos": ()}
