"""A message replaces only what it names anew. One table for each rule of nlu-guidelines, Over several turns."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.models.dominio import Aviso, Filtros, Orden
from app.nlu.reading import read
from app.nlu.references import Vista
from app.nlu.refinements import MAX_CARACTERISTICAS, Refinamiento, refine
from tests.support.charla import entender, shelf

ESTANTE = {p.id: p for p in shelf()}
CAROS = (2, 3, 7)  # HP 449990, Asus 479990, HP 549990
NOTEBOOKS = Filtros(categoria="Notebooks", marcas=("HP",), precio_max=600_000, caracteristicas=("estudiar",))


def after(
    anotado: str,
    filtros: Filtros = NOTEBOOKS,
    shown: tuple[int, ...] = CAROS,
    tasas: Mapping[str, float] | None = None,
) -> Refinamiento:
    """Returns the search after a message of somebody who sees these products."""
    vista = Vista(shown, None, ESTANTE)
    return refine(filtros, read(entender(anotado)), vista, tasas or {}, vista.visibles)


def changed(anotado: str, filtros: Filtros = NOTEBOOKS, shown: tuple[int, ...] = CAROS) -> dict[str, Any]:
    """Returns just the fields that a message changed."""
    new = after(anotado, filtros, shown).filtros
    names = Filtros.__dataclass_fields__
    return {name: getattr(new, name) for name in names if getattr(new, name) != getattr(filtros, name)}


@pytest.mark.parametrize(
    ("anotado", "changes"),
    [
        ("y en [lenovo](marca|Lenovo)?", {"marcas": ("Lenovo",)}),
        ("de [Samsung](marca) mejor", {"marcas": ("Samsung",)}),
        ("los mismos pero [xiaomi](marca|Xiaomi)", {"marcas": ("Xiaomi",)}),
        ("[asus](marca|Asus) o [acer](marca|Acer)", {"marcas": ("Asus", "Acer")}),
        ("también de [LG](marca)", {"marcas": ("HP", "LG")}),
        ("agrega [Asus](marca)", {"marcas": ("HP", "Asus")}),
        ("y de [Acer](marca) tambien", {"marcas": ("HP", "Acer")}),
        ("solo [Lenovo](marca)", {"marcas": ("Lenovo",)}),
        ("tienen [philco](marca|)?", {"marcas": ("philco",)}),
        ("[notebooks](categoria|Notebooks) [lenovo](marca|Lenovo)", {"marcas": ("Lenovo",)}),
    ],
)
def test_brands_replace_and_also_adds(anotado: str, changes: dict[str, Any]) -> None:
    """A brand takes the place of the old one; "también" keeps both; the rest stays."""
    assert changed(anotado) == changes


@pytest.mark.parametrize(
    ("before", "anotado", "features"),
    [
        (("estudiar",), "con [16 GB de RAM](caracteristicas|16 GB RAM)", ("estudiar", "16 GB RAM")),
        (("16 GB RAM", "negro"), "mejor [8 gb de ram](caracteristicas|8 GB RAM)", ("negro", "8 GB RAM")),
        (("negro", "16 GB RAM"), "y en [rojo](caracteristicas)?", ("16 GB RAM", "rojo")),
        (("256 GB SSD",), "con [512 GB](caracteristicas|512 GB)", ("512 GB",)),
        (("256 GB SSD",), "con [16 GB de RAM](caracteristicas|16 GB RAM)", ("256 GB SSD", "16 GB RAM")),
        (("55 pulgadas", "4k"), "subele a [65 pulgadas](caracteristicas)", ("4k", "65 pulgadas")),
        (("55 pulgadas",), "y de [65](caracteristicas)?", ("65 pulgadas",)),
        (("9 kg",), "mejor de [12](caracteristicas)", ("12 kg",)),
        (("talla 42",), "y en [talla 40](caracteristicas)", ("talla 40",)),
        (("4k",), "que sea [full hd](caracteristicas)", ("full hd",)),
        (("bluetooth",), "con [cancelación de ruido](caracteristicas)", ("bluetooth", "cancelación de ruido")),
        (("inalámbrico",), "[con cable](caracteristicas) mejor", ("con cable",)),
        (("estudiar",), "y para [jugar](caracteristicas)?", ("jugar",)),
        (("estudiar",), "y también para [jugar](caracteristicas)", ("estudiar", "jugar")),
        ((), "[rojas](caracteristicas|rojo) o [cromadas](caracteristicas|cromado)", ("rojo", "cromado")),
        (("2 plazas",), "y [king](caracteristicas)?", ("king",)),
        (("core i5",), "con [i7](caracteristicas|core i7)", ("core i7",)),
        (("aro 26",), "[aro 29](caracteristicas)", ("aro 29",)),
        (("144 Hz",), "[27 pulgadas](caracteristicas)", ("144 Hz", "27 pulgadas")),
        (("negro",), "en [negro](caracteristicas)", ("negro",)),
    ],
)
def test_features_replace_their_own_kind(before: tuple[str, ...], anotado: str, features: tuple[str, ...]) -> None:
    """Another RAM, size, colour or use takes the place of the old one; another kind of feature adds up."""
    filtros = Filtros(categoria="Notebooks", caracteristicas=before)
    assert changed(anotado, filtros) == ({"caracteristicas": features} if features != before else {})


@pytest.mark.parametrize(
    ("anotado", "expected"),
    [
        ("ahora muéstrame [tablets](categoria|Tablets)", Filtros(categoria="Tablets")),
        ("y [celulares](categoria|Celulares)?", Filtros(categoria="Celulares")),
        ("[teles](categoria|Televisores) [LG](marca)", Filtros(categoria="Televisores", marcas=("LG",))),
        (
            "busco [tele](categoria|Televisores) [bajo 300 lucas](rango_precio|:300000)",
            Filtros(categoria="Televisores", precio_max=300_000),
        ),
        (
            "quiero la [tele](categoria|Televisores) más barata",
            Filtros(categoria="Televisores", orden=Orden.PRECIO_ASC),
        ),
        ("un [celular](categoria|Celulares) más barato", Filtros(categoria="Celulares", orden=Orden.PRECIO_ASC)),
        ("busco [chupallas](categoria|)", Filtros(texto="chupallas")),
        ("[funda](categoria|) para [notebook](categoria|Notebooks)", Filtros(texto="funda")),
        ("un [plotter](categoria|) o [impresora](categoria|Impresoras)", Filtros(categoria="Impresoras")),
    ],
)
def test_a_new_category_starts_afresh(anotado: str, expected: Filtros) -> None:
    """Another kind of thing keeps nothing of the old search; an unknown kind is searched as text."""
    assert after(anotado).filtros == expected


@pytest.mark.parametrize(
    ("filtros", "anotado", "expected"),
    [
        (NOTEBOOKS, "muéstrame [notebooks](categoria|Notebooks)", NOTEBOOKS),
        (
            NOTEBOOKS,
            "[laptops](categoria|Notebooks) en [negro](caracteristicas)",
            replace(NOTEBOOKS, caracteristicas=("estudiar", "negro")),
        ),
        (
            Filtros(marcas=("Samsung",)),
            "[celulares](categoria|Celulares)",
            Filtros(categoria="Celulares", marcas=("Samsung",)),
        ),
        (
            Filtros(precio_max=300_000),
            "un [notebook](categoria|Notebooks)",
            Filtros(categoria="Notebooks", precio_max=300_000),
        ),
        (Filtros(texto="chupallas"), "busco [chupallas](categoria|)", Filtros(texto="chupallas")),
        (Filtros(texto="chupallas"), "y [poleras](categoria|Poleras)", Filtros(categoria="Poleras")),
    ],
)
def test_the_same_category_or_the_first_one_refines(filtros: Filtros, anotado: str, expected: Filtros) -> None:
    """Naming the category again keeps the rest; after a search without one, naming it refines."""
    assert after(anotado, filtros).filtros == expected


@pytest.mark.parametrize(
    ("before", "anotado", "low", "high"),
    [
        ((None, 500_000), "[sobre 200 lucas](rango_precio|200000:)", 200_000, 500_000),
        ((200_000, None), "[bajo 500 lucas](rango_precio|:500000)", 200_000, 500_000),
        ((200_000, 500_000), "[hasta 400 lucas](rango_precio|:400000)", 200_000, 400_000),
        ((200_000, 500_000), "[desde 300 lucas](rango_precio|300000:)", 300_000, 500_000),
        ((200_000, 500_000), "[bajo 100 lucas](rango_precio|:100000)", None, 100_000),
        ((200_000, 500_000), "[sobre 800 lucas](rango_precio|800000:)", 800_000, None),
        ((None, 500_000), "[desde 500 lucas](rango_precio|500000:)", 500_000, None),
        ((200_000, 500_000), "[entre 1 y 2 palos](rango_precio|1000000:2000000)", 1_000_000, 2_000_000),
        ((None, None), "[entre 300 y 200](rango_precio|300000:200000)", 200_000, 300_000),
        ((None, None), "[más de 200](rango_precio|200000:) y [menos de 500](rango_precio|:500000)", 200_000, 500_000),
        ((None, 600_000), "algo más barato, [bajo 200 lucas](rango_precio|:200000)", None, 200_000),
        ((100_000, 600_000), "sin límite de precio", None, None),
        ((100_000, 600_000), "quita el precio máximo", 100_000, None),
        ((100_000, 600_000), "quita el precio mínimo", None, 600_000),
    ],
)
def test_price_bounds(before: tuple[int | None, int | None], anotado: str, low: int | None, high: int | None) -> None:
    """A new end replaces its own and keeps the other where they agree; a contradicting old end goes."""
    filtros = after(anotado, replace(NOTEBOOKS, precio_min=before[0], precio_max=before[1])).filtros
    assert (filtros.precio_min, filtros.precio_max) == (low, high)
    assert (filtros.categoria, filtros.marcas) == ("Notebooks", ("HP",))


@pytest.mark.parametrize(
    "anotado",
    [
        "algo más barato",
        "más baratos",
        "mas varato",
        "uno más económico",
        "hay más barato?",
        "los quiero más baratos",
        "algo menos caro",
        "uf está muy caro",
        "muy caros",
        "no me alcanza",
        "que no sea tan caro",
        "se me pasa del presupuesto",
        "otro más baratito",
    ],
)
def test_cheaper_is_below_the_cheapest_shown(anotado: str) -> None:
    """ "Más barato" without an amount sets the maximum just under the cheapest and orders by price."""
    assert changed(anotado) == {"precio_max": 449_989, "orden": Orden.PRECIO_ASC}


@pytest.mark.parametrize("anotado", ["algo más caro", "más caros", "unos más caros porfa", "que cuesten más"])
def test_dearer_is_above_the_dearest_shown(anotado: str) -> None:
    """ "Más caro" sets the minimum just above the dearest shown."""
    assert changed(anotado) == {"precio_min": 549_991, "orden": Orden.PRECIO_ASC}


def test_dearer_than_the_old_maximum_drops_it() -> None:
    """The dearest shown costs what the maximum allows, so the maximum goes."""
    filtros = after("más caro", replace(NOTEBOOKS, precio_max=549_990)).filtros
    assert (filtros.precio_min, filtros.precio_max) == (549_991, None)


def test_relative_price_before_anything_was_shown_only_orders() -> None:
    """There is nothing to be cheaper than."""
    assert changed("algo más barato", shown=()) == {"orden": Orden.PRECIO_ASC}


@pytest.mark.parametrize(
    ("anotado", "orden"),
    [
        ("el más barato", Orden.PRECIO_ASC),
        ("los más baratos", Orden.PRECIO_ASC),
        ("lo más barato que haya", Orden.PRECIO_ASC),
        ("el [notebook](categoria|Notebooks) más barato", Orden.PRECIO_ASC),
        ("el [notebook](categoria|Notebooks) [HP](marca) más económico", Orden.PRECIO_ASC),
        ("la que sea más barata", Orden.PRECIO_ASC),
        ("baratitos", Orden.PRECIO_ASC),
        ("algo económico", Orden.PRECIO_ASC),
        ("el de mejor precio", Orden.PRECIO_ASC),
        ("en oferta", Orden.PRECIO_ASC),
        ("ordénalos del más barato al más caro", Orden.PRECIO_ASC),
        ("ordénalos del más caro al más barato", Orden.PRECIO_DESC),
        ("de menor a mayor precio", Orden.PRECIO_ASC),
        ("los más económicos primero", Orden.PRECIO_ASC),
        ("el más caro", Orden.PRECIO_DESC),
        ("de gama alta", Orden.PRECIO_DESC),
        ("uno premium", Orden.PRECIO_DESC),
    ],
)
def test_words_of_price_order(anotado: str, orden: Orden) -> None:
    """ "El más barato", "económico", "de gama alta" order the results and bound nothing."""
    assert changed(anotado) == {"orden": orden}


@pytest.mark.parametrize(
    ("anotado", "expected"),
    [
        ("[iphone 13](producto|24)", Filtros(productos=(24,))),
        ("[samsung](marca|Samsung) [galaxy a54](producto|21,22)", Filtros(productos=(21, 22), marcas=("Samsung",))),
        (
            "[iphone 13](producto|24) [128gb](caracteristicas|128 GB)",
            Filtros(productos=(24,), caracteristicas=("128 GB",)),
        ),
        ("[ps5](producto|)", Filtros()),
        (
            "[hp 15](producto|2)",
            Filtros(categoria="Notebooks", precio_max=600_000, caracteristicas=("estudiar",), productos=(2,)),
        ),
    ],
)
def test_a_product_by_name(anotado: str, expected: Filtros) -> None:
    """A model of another kind starts afresh; one of the kind in force narrows the search, and frees the brand."""
    assert after(anotado).filtros == expected


@pytest.mark.parametrize(
    ("anotado", "expected"),
    [
        ("[juegos](categoria|Videojuegos) para [ps5](producto|24)",
         Filtros(categoria="Videojuegos", caracteristicas=("ps5",))),
        ("[cargador](categoria|Cargadores y cables) de [iPhone 13](producto|24)",
         Filtros(categoria="Cargadores y cables", caracteristicas=("iphone 13",))),
        ("[celular](categoria|Celulares) de [Samsung](marca) [Galaxy A54](producto|21,22)",
         Filtros(categoria="Celulares", productos=(21, 22), marcas=("Samsung",))),
    ],
)  # fmt: skip
def test_what_a_thing_goes_with(anotado: str, expected: Filtros) -> None:
    """ "Para PS5" describes the games asked for; it does not ask for the console."""
    found = after(anotado, Filtros())
    assert found.filtros == expected
    assert bool(found.menciones) == bool(expected.productos)


def test_another_brand_after_a_product_searches_its_kind() -> None:
    """After "iphone 13", "y en samsung?" is about phones, and "algo más barato" too."""
    named = Filtros(productos=(24,))
    assert after("y en [samsung](marca|Samsung)?", named, (24,)).filtros == Filtros(
        categoria="Celulares", marcas=("Samsung",)
    )
    cheaper = after("algo más barato", named, (24,)).filtros
    assert cheaper == Filtros(categoria="Celulares", precio_max=549_989, orden=Orden.PRECIO_ASC)


@pytest.mark.parametrize(
    ("anotado", "expected"),
    [
        ("con [teclado](categoria|Teclados)", (*NOTEBOOKS.caracteristicas, "teclado")),
        ("que tenga [ssd](categoria|Almacenamiento)", (*NOTEBOOKS.caracteristicas, "ssd")),
        ("y [ssd](categoria|Almacenamiento) de [512 GB](caracteristicas|512 GB)",
         (*NOTEBOOKS.caracteristicas, "ssd", "512 GB")),
    ],
)  # fmt: skip
def test_parts_of_what_is_searched_for(anotado: str, expected: tuple[str, ...]) -> None:
    """A kind of thing that the notebook should come with is a feature of the notebook."""
    assert changed(anotado) == {"caracteristicas": expected}


def test_a_kind_after_a_product() -> None:
    """Its own kind keeps the product, another one starts afresh."""
    named = Filtros(productos=(24,), caracteristicas=("rojo",))
    same = after("un [celular](categoria|Celulares)", named, (24,)).filtros
    assert same == Filtros(categoria="Celulares", productos=(24,), caracteristicas=("rojo",))
    assert after("una [tele](categoria|Televisores)", named, (24,)).filtros == Filtros(categoria="Televisores")


def test_a_colour_after_a_product_keeps_it() -> None:
    """After "galaxy a54", "en negro" is that model in black."""
    assert after("y en [negro](caracteristicas)?", Filtros(productos=(21, 22)), (21, 22)).filtros == Filtros(
        productos=(21, 22), caracteristicas=("negro",)
    )


@pytest.mark.parametrize(
    ("anotado", "tasas", "high", "aviso"),
    [
        ("[menos de 300 dólares](rango_precio|:300 USD)", {}, 600_000, Aviso.MONEDA_NO_CONVERTIDA),
        ("[menos de 300 dólares](rango_precio|:300 USD)", {"EUR": 1000.0}, 600_000, Aviso.MONEDA_NO_CONVERTIDA),
        ("[menos de 300 dólares](rango_precio|:300 USD)", {"USD": 950.5}, 285_150, Aviso.MONEDA_CONVERTIDA),
        ("[bajo 0](rango_precio|:0)", {}, 600_000, Aviso.RANGO_IMPOSIBLE),
        (
            "[más de 500](rango_precio|500000:) y [menos de 200](rango_precio|:200000)",
            {},
            500_000,
            Aviso.RANGO_IMPOSIBLE,
        ),
    ],
)
def test_amounts_that_cannot_be_used_as_said(anotado: str, tasas: dict[str, float], high: int, aviso: Aviso) -> None:
    """Foreign money stays out unless there is a rate; impossible ranges are not applied; both are said."""
    found = after(anotado, tasas=tasas)
    assert found.filtros.precio_max == high
    assert found.filtros.moneda == "CLP"
    assert found.avisos == (aviso,)


def test_a_price_beyond_any_product_is_a_price() -> None:
    """What no column could hold is brought down to what it can."""
    filtros = after("[hasta un trillón](rango_precio|:1000000000000000000)").filtros
    assert filtros.precio_max == 99_999_999


def test_too_many_features_at_once() -> None:
    """Two hundred features leave the first ones, and say so."""
    found = after(" ".join(f"[rasgo {chr(97 + i // 26)}{chr(97 + i % 26)}](caracteristicas)" for i in range(200)))
    assert len(found.filtros.caracteristicas) == MAX_CARACTERISTICAS
    assert found.avisos == (Aviso.CARACTERISTICAS_DE_MAS,)


def test_several_kinds_at_once_begin_with_the_first() -> None:
    """A shopping list of kinds cannot be one search; the answer says so."""
    found = after("un [refri](categoria|Refrigeradores), un [hervidor](categoria|Hervidores)")
    assert (found.filtros.categoria, found.avisos) == ("Refrigeradores", (Aviso.VARIAS_CATEGORIAS,))
    alone = after("un [cable](categoria|Cargadores y cables) para el [celular](categoria|Celulares)")
    assert (alone.filtros.categoria, alone.avisos) == ("Cargadores y cables", ())


@pytest.mark.parametrize(
    ("anotado", "filtros", "changes"),
    [
        ("y en la 41?", Filtros("Zapatillas", caracteristicas=("talla 42",)), {"caracteristicas": ("talla 41",)}),
        ("y en la 41?", Filtros("Perfumes", caracteristicas=("rojo",)), {}),
        ("sube [a 1 palo y medio](rango_precio|1200000:1800000)", NOTEBOOKS, {"precio_max": 1_500_000}),
        ("un [gama alta](caracteristicas)", Filtros("Celulares"), {"orden": Orden.PRECIO_DESC}),
        ("o [Dell](marca)", NOTEBOOKS, {"marcas": ("HP", "Dell")}),
        ("[aspiradora robot](categoria|Aspiradoras)", Filtros(), {"categoria": "Aspiradoras", "texto": "robot"}),
        ("[sillas gamer](categoria|Sillas gamer)", Filtros(), {"categoria": "Sillas gamer"}),
        ("[computador portátil](categoria|Notebooks)", Filtros(), {"categoria": "Notebooks"}),
        ("[cargador de celular](categoria|Cargadores y cables)", Filtros(), {"categoria": "Cargadores y cables"}),
    ],
)
def test_short_words_for_more(anotado: str, filtros: Filtros, changes: dict[str, Any]) -> None:
    """A lone number is a size, "sube a" a limit, "gama alta" an order, and a variety of a kind is looked for."""
    assert changed(anotado, filtros) == changes
