"""A shop that nobody taught: its categories by their own names, and what its products are called, make a search."""

from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.catalog.importer import import_catalog, load_frases
from app.catalog.reader import open_archivo
from app.database.narrowing import findable
from app.database.own_words import read_own_words
from app.database.repository import Repository
from app.models.dominio import Entidad, Filtros, Intencion, Parse, TipoEntidad
from app.settings import Settings

SHOP = """nombre,categoria,categoria_padre,marca,precio,descripcion,stock
Ibuprofeno 400 mg x 20 comprimidos,DOLOR Y FIEBRE,MEDICAMENTOS,Mintlab,1990,Para el dolor muscular y de cabeza,5
Omeprazol 20 mg x 30 cápsulas,DIGESTIVO,MEDICAMENTOS,Opko,2990,Para acidez y reflujo,5
Pasta Dental Blanqueadora 90 g,Higiene Bucal,Cuidado Personal,Colgate,1990,Pasta de dientes con flúor,5
Alimento Gato Adulto 3 kg,Alimento para Gatos,Mascotas,Whiskas,9990,Alimento seco para gatos,5
Taladro Percutor 20 V,Taladros,Herramientas Eléctricas,Bosch,59990,Con maletín,5
Martillo Carpintero 16 oz,Martillos,Herramientas Manuales,Stanley,9990,Mango de fibra,5
Caja de clavos 2 pulgadas,Fijaciones,Herramientas Manuales,,1990,Clavo corriente,5
Alimento Perro Adulto 15 kg,Alimento para Perros,Mascotas,Master Dog,24990,Carne y arroz,5
Aceite de Oliva 500 ml,Aceites,Despensa,Olave,5990,Extra virgen,5
Vino Tinto Carmenere 750 ml,Vinos,Despensa,Santa Rita,4990,Reserva,5
Vino Blanco 750 ml,Vinos,Despensa,Santa Rita,4990,Reserva,5
Lija al Agua Grano 220,Lijas,Herramientas Manuales,3M,490,Pliego,5
Paracetamol 500 mg x 16 comprimidos,DOLOR Y FIEBRE,MEDICAMENTOS,Kitadol,1490,Para la fiebre,5
El Principito,Infantil,Libros,Salamandra,8990,Antoine de Saint-Exupéry. Tapa blanda,5
Resma Papel Oficio,Papel,Papelería,Chamex,5690,500 hojas,5
Crema Hidratante Corporal 400 ml,Cremas Hidratantes,Dermocosmética,Vichy,9990,Para piel seca,5
"""


@pytest.fixture
def repo(connection: Connection, tmp_path: Path) -> Repository:
    path = tmp_path / "tienda.csv"
    path.write_text(SHOP, encoding="utf-8")
    import_catalog(connection, open_archivo(path), load_frases(Settings().artifacts_dir))
    return Repository(connection)


def parse_of(texto: str, intencion: Intencion, *spans: tuple[TipoEntidad, str, str | None]) -> Parse:
    """Returns a parse with these spans, each found in the text."""
    entidades = [
        Entidad(tipo, span, texto.index(span), texto.index(span) + len(span), 0.9, "crf", valor)
        for tipo, span, valor in spans
    ]
    return Parse(texto, intencion, 0.9, ((intencion, 0.9),), tuple(entidades))


NADA, BUSCA = Intencion.NO_RECONOCIDA, Intencion.BUSCAR_PRODUCTO
CATEGORIA, MARCA, RASGO = TipoEntidad.CATEGORIA, TipoEntidad.MARCA, TipoEntidad.CARACTERISTICAS


@pytest.mark.parametrize(
    ("parse", "words", "categoria"),
    [
        (parse_of("¿Qué hay en dermocosmética?", NADA), "dermocosmética", "Dermocosmética"),
        (parse_of("qué medicamentos tienen", NADA), "medicamentos", "MEDICAMENTOS"),
        (parse_of("algo para dolor y fiebre", NADA), "dolor y fiebre", "DOLOR Y FIEBRE"),
        (
            parse_of(
                "herramientas eléctricas", BUSCA, (CATEGORIA, "herramientas", None), (RASGO, "eléctricas", "eléctrico")
            ),
            "herramientas eléctricas",
            "Herramientas Eléctricas",
        ),
        (
            parse_of("alimento para gatos", BUSCA, (CATEGORIA, "alimento", None), (RASGO, "gatos", "pelo de mascotas")),
            "alimento para gatos",
            "Alimento para Gatos",
        ),
        (parse_of("tienen clavos?", NADA), "clavos", None),
        (parse_of("ibuprofeno", NADA), "ibuprofeno", None),
        (parse_of("omeprasol", NADA), "omeprasol", None),
        (parse_of("pasta de dientes", NADA), "pasta de dientes", None),
        (parse_of("busco algo para el dolor de cabeza", NADA), "dolor de cabeza", None),
        (
            parse_of("el martillo carpintero stanley", BUSCA, (MARCA, "stanley", "Stanley")),
            "martillo carpintero",
            "Martillos",
        ),
    ],
)
def test_the_shops_own_words_are_a_search(repo: Repository, parse: Parse, words: str, categoria: str | None) -> None:
    """The words are one `categoria`, with the category where they name one, and what overlapped it is gone."""
    read = read_own_words(parse, repo, Filtros())
    (found,) = read.de_tipo(CATEGORIA)
    assert (found.value, found.valor) == (words, categoria)
    assert parse.text[found.start : found.end] == words
    assert read.intencion == BUSCA
    assert not read.de_tipo(RASGO)


@pytest.mark.parametrize(
    "parse",
    [
        parse_of("quién ganó el partido", NADA),
        parse_of("me duele el martillo", NADA),
        parse_of("tienen paraguas?", NADA),
        parse_of("hola gatos", Intencion.SALUDO),
        parse_of("regalo para un taladro", NADA),
        parse_of("y con martillo?", BUSCA),
        parse_of("taladros de bosch", BUSCA, (CATEGORIA, "taladros", "Taladros"), (MARCA, "bosch", "Bosch")),
    ],
)
def test_other_words_stay_as_they_were(repo: Repository, parse: Parse) -> None:
    """What this shop does not sell, talk, and what the models read already are left alone."""
    assert read_own_words(parse, repo, Filtros()) == parse


def test_a_search_that_goes_on_is_left_to_itself(repo: Repository) -> None:
    """Words said to refine a search begin no new one."""
    parse = parse_of("la caja", BUSCA)
    assert read_own_words(parse, repo, Filtros(categoria="Taladros")) == parse


def test_free_words_are_mended(repo: Repository) -> None:
    """A slip in a product's name finds it; a word that the category says already goes."""
    assert findable(Filtros(texto="omeprasol"), repo).texto == "omeprazol"
    assert findable(Filtros(categoria="Cremas Hidratantes", texto="hidratante"), repo).texto == ""


FEATURES = [
    (parse_of("aceite de oliva", BUSCA, (CATEGORIA, "aceite", "Aceites"), (RASGO, "oliva", "verde oliva")), "oliva"),
    (parse_of("lija grano 220", BUSCA, (CATEGORIA, "lija", "Lijas"), (RASGO, "grano", "café en grano")), "grano"),
    (parse_of("remedio para la acidez", NADA), "acidez"),
    (parse_of("aceite negro", BUSCA, (CATEGORIA, "aceite", "Aceites"), (RASGO, "negro", "negro")), "negro"),
]


@pytest.mark.parametrize(("parse", "valor"), FEATURES)
def test_a_word_means_what_this_shops_products_say(repo: Repository, parse: Parse, valor: str) -> None:
    """Where the lists mean what no product has, the word typed counts; what products are for is a feature."""
    read = read_own_words(parse, repo, Filtros())
    assert [e.valor for e in read.de_tipo(RASGO)] == [valor]


VARIETIES = [
    (parse_of("vino tinto", BUSCA, (CATEGORIA, "vino tinto", None)), "vino tinto", "Vinos"),
    (parse_of("vino blanco por favor", BUSCA, (CATEGORIA, "vino", "Vinos")), "vino blanco", "Vinos"),
    (parse_of("crema para piel seca", BUSCA, (RASGO, "crema", "beige")), "crema", "Cremas Hidratantes"),
]


@pytest.mark.parametrize(("parse", "words", "categoria"), VARIETIES)
def test_a_variety_belongs_to_its_kind(repo: Repository, parse: Parse, words: str, categoria: str) -> None:
    """What follows the name of a kind tells its variety, where a product of the kind says so."""
    (found,) = read_own_words(parse, repo, Filtros()).de_tipo(CATEGORIA)
    assert (found.value, found.valor) == (words, categoria)


def test_things_by_names_of_the_shop_are_compared(repo: Repository) -> None:
    """ "Compara el paracetamol con el ibuprofeno" names two products, whatever the models made of it."""
    read = read_own_words(parse_of("compara el paracetamol con el ibuprofeno", NADA), repo, Filtros())
    assert read.intencion == Intencion.COMPARAR_PRECIOS
    assert [e.value for e in read.de_tipo(TipoEntidad.PRODUCTO)] == ["paracetamol", "ibuprofeno"]


def test_a_search_goes_on_in_the_shops_own_words(repo: Repository) -> None:
    """ "¿Y para gatos?" after food for dogs is food for cats; "y clavos", taken for a courtesy, is a search."""
    parse = parse_of("y para gatos?", BUSCA, (RASGO, "gatos", "pelo de mascotas"))
    (found,) = read_own_words(parse, repo, Filtros(categoria="Alimento para Perros")).entidades
    assert (found.entity, found.valor) == (CATEGORIA, "Alimento para Gatos")
    courtesy = read_own_words(parse_of("y clavos", Intencion.SALUDO), repo, Filtros(categoria="Martillos"))
    assert courtesy.intencion == Intencion.BUSCAR_PRODUCTO


def test_a_product_is_asked_for_by_the_shops_own_name(repo: Repository) -> None:
    """ "¿El principito tiene tapa dura?" names a product that no list knows."""
    read = read_own_words(parse_of("el principito tiene tapa dura?", Intencion.INFO_PRODUCTO), repo, Filtros())
    assert [(e.entity, e.value) for e in read.entidades] == [(TipoEntidad.PRODUCTO, "principito")]
    assert read_own_words(parse_of("el clima está raro?", NADA), repo, Filtros()).entidades == ()


def test_a_category_with_what_its_products_say(repo: Repository) -> None:
    """ "Libros de Saint-Exupéry" is the category and a name on the card; an unknown kind takes the next word too."""
    read = read_own_words(parse_of("tienes libros de saint exupéry", NADA), repo, Filtros())
    assert [(e.entity, e.valor) for e in read.entidades] == [(CATEGORIA, "Libros"), (RASGO, "saint exupery")]
    (found,) = read_own_words(parse_of("resma oficio", BUSCA, (CATEGORIA, "resma", None)), repo, Filtros()).entidades
    assert found.value == "resma oficio"
