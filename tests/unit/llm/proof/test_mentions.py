"""Names in a sentence: whose they are, and the ones that are nobody's."""

import pytest

from tests.support.pruebas import leer


@pytest.mark.parametrize(
    ("conjunto", "texto", "ids"),
    [
        ("notebooks_lenovo", "El IdeaPad Slim 3 sirve", [{11}]),
        ("notebooks_lenovo", "el slim 3 y el flex 5", [{11}, {14}]),
        ("notebooks_lenovo", "El Lenovo V15 G4 de Lenovo", [{13}]),
        ("notebooks_lenovo", "cualquier Lenovo", [{11, 12, 13, 14}]),
        ("notebooks_lenovo", 'Notebook Lenovo IdeaPad Slim 3 15.6" Ryzen 5', [{11}]),
        ("notebooks_lenovo", "el segundo", [{11}]),
        ("notebooks_lenovo", "la opción 4", [{14}]),
        ("notebooks_lenovo", "el último", [{14}]),
        ("notebooks_lenovo", "El más barato", [{12}]),
        ("notebooks_lenovo", "la opción más cara", [{14}]),
        ("iphone14", "El 13 y el 15", [{61}, {62}]),
        ("consolas", "la digital", [{122}]),
        ("consolas", "la versión con lector", [{121}]),
        ("teles_55", 'La TCL 55" QLED C655', [{31}]),
        ("perfumes", "el 1 Million", [{331}]),
        ("parlantes", "Flip 6", [{412}]),
        ("xps", "Dell XPS 13 9340", [{361}]),
        ("notebooks_lenovo", "trae Ryzen 5 y Core i5", []),
        ("audifonos", "poco menos de nada", []),
    ],
)
def test_mentions(conjunto: str, texto: str, ids: list[set[int]]) -> None:
    """By name, part of a name, position or price; a chip is no name."""
    assert [set(m.ids) for m in leer(conjunto, texto).menciones] == ids


def test_the_other_one_is_whoever_was_not_spoken_of() -> None:
    """ "La otra" points at the rest."""
    frase = leer("compara_celus", "El A54 es caro.", "El otro cuesta menos.")
    assert [set(m.ids) for m in frase.menciones] == [{22}]


@pytest.mark.parametrize(
    ("conjunto", "texto"),
    [
        ("info_a54", "el Galaxy A54 Ultra"),
        ("info_a54", "el galaxy a54 ultra"),
        ("info_a54", "el Galaxy A55"),
        ("info_a54", "el Galaxy A54 de Xiaomi"),
        ("notebooks_lenovo", "el IdeaPad 5"),
        ("notebooks_lenovo", "el IdeaPad 5 Pro"),
        ("notebooks_lenovo", "un ThinkPad E14"),
        ("notebooks_lenovo", "los asus vivobook"),
        ("notebooks_lenovo", "Kindle Paperwhite"),
        ("tablets", "la Tab A9+"),
        ("relojes_hombre", "el Casio G-Shock"),
        ("compara_celus", "el Redmi Note 13 Pro"),
    ],
)
def test_names_that_are_nobodys(conjunto: str, texto: str) -> None:
    """A known name with something more, a foreign brand, a model that is not here."""
    frase = leer(conjunto, texto)
    assert frase.foraneos or any(not n.ids for n in frase.nombres)


@pytest.mark.parametrize(
    "texto",
    [
        "Excelente Relación Precio Calidad para Estudiantes",
        "Para Word, Excel y videollamadas por Zoom",
        "¡Dale! Mira estas Opciones Recomendadas:",
        "Bacán, te cuento los Detalles Técnicos",
    ],
)
def test_capitals_that_are_no_names(texto: str) -> None:
    """Models write ordinary words with a capital."""
    frase = leer("notebooks_lenovo", texto)
    assert not frase.foraneos
    assert not frase.nombres
