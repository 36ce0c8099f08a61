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
        (parse_of("el martillo carpintero stanley", BUSCA, (MARCA, "stanley", "Stanley")), "martillo", "Martillos"),
    ],
)
def test_the_shops_own_words_are_a_search(repo: Repository, parse: Parse, words: str, categoria: str | None) -> None:
    """The words are one `categoria`, with the category where they name one, and what overlapped it is gone."""
    read = read_own_words(parse, repo, fresh=True)
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
    assert read_own_words(parse, repo, fresh=True) == parse


def test_a_search_that_goes_on_is_left_to_itself(repo: Repository) -> None:
    """Words said to refine a search begin no new one."""
    parse = parse_of("la caja", BUSCA)
    assert read_own_words(parse, repo, fresh=False) == parse


def test_free_words_are_mended(repo: Repository) -> None:
    """A slip in a product's name finds it; a word that the category says already goes."""
    assert findable(Filtros(texto="omeprasol"), repo).texto == "omeprazol"
    assert findable(Filtros(categoria="Cremas Hidratantes", texto="hidratante"), repo).texto == ""
