"""A model is found by its name through typos and partial names; another model never is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.database.names import Candidato, interpretaciones, nearness, palabras, rank
from app.database.vocabulary import Vocabulario

CATALOGO = (
    Candidato(1, "Celular Apple iPhone 13 128GB", "Apple", "Celulares", 3, 1),
    Candidato(2, "Celular Apple iPhone 15 128GB", "Apple", "Celulares", 3, 2),
    Candidato(3, "Celular Apple iPhone 16 Pro 256GB", "Apple", "Celulares", 3, 3),
    Candidato(4, "Celular Samsung Galaxy A54 5G 128GB", "Samsung", "Celulares", 3, 4),
    Candidato(5, "Funda para iPhone 13", "Genérica", "Accesorios", 3, 1),
    Candidato(6, "Consola Sony PlayStation 5 Slim (PS5)", "Sony", "Consolas", 3, 1),
    Candidato(7, "Videojuego God of War Ragnarök PS5", "Sony", "Videojuegos", 3, 1),
    Candidato(8, "Audífonos Sony WH-1000XM5", "Sony", "Audífonos", 3, 1),
    Candidato(9, "Freidora de Aire Philips Air Fryer XXL HD9650", "Philips", "Freidoras de aire", 3, 1),
    Candidato(10, 'Notebook Apple MacBook Air 13" M2 256GB', "Apple", "Notebooks", 3, 1),
    Candidato(11, "Consola Xbox Series X 1TB", "Microsoft", "Consolas", 3, 2),
    Candidato(12, "Consola Xbox Series S 512GB", "Microsoft", "Consolas", 3, 3),
    Candidato(13, "Celular Xiaomi Redmi Note 13 Pro 256GB", "Xiaomi", "Celulares", 0, 9),
)


def words_of(candidato: Candidato) -> set[str]:
    return {*palabras(candidato.nombre), *palabras(candidato.marca or "")}


VOCABULARIO = Vocabulario(
    {w: sum(w in words_of(c) for c in CATALOGO) for c in CATALOGO for w in words_of(c) if not w.isdigit()}, frozenset()
)


def resolve(nombre: str) -> list[int]:
    readings = interpretaciones(nombre, VOCABULARIO)
    found = [c for c in CATALOGO if any(set(reading) <= words_of(c) for reading in readings)]
    return rank(found, readings)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("iPhone 13", [1]),
        ("iphone13", [1]),
        ("ipone 13", [1]),
        ("iphone 13 128gb", [1]),
        ("el iphone 13 nuevo", [1]),
        ("galxy a54", [4]),
        ("galaxy a 54", [4]),
        ("a54", [4]),
        ("ps5", [6]),
        ("play 5", [6]),
        ("playstation 5", [6]),
        ("wh1000xm5", [8]),
        ("wh-1000xm5", [8]),
        ("xm5", [8]),
        ("airfryer hd9650", [9]),
        ("macbook air m2", [10]),
        ("mac book air m2", [10]),
        ("xbox series x", [11]),
        ("redmi note 13 pro", [13]),
        ("iphone", [1, 2, 3]),
    ],
)
def test_names_as_people_write_them(name: str, ids: list[int]) -> None:
    """Typos, glued and split words, and parts of a name lead to the product, plain models before variants."""
    assert resolve(name) == ids


@pytest.mark.parametrize(
    "name",
    [
        "iPhone 16",
        "iPhone 14",
        "iphone 1",
        "galaxy a55",
        "galaxy a5",
        "redmi note 13",
        "xm4",
        "zorbex 3000",
        "",
        '"',
        "5g",
    ],
)
def test_a_model_that_is_not_there(name: str) -> None:
    """The digits and the version of a model are exact: the 16 Pro is no iPhone 16, and the 15 neither."""
    assert resolve(name) == []


def test_a_better_stock_decides_between_equals() -> None:
    """Of two products that fit as well, the one in stock comes first."""
    twins = [
        Candidato(1, "Mouse Logitech G502", "Logitech", "Mouse", 0, 1),
        Candidato(2, "Mouse Logitech G502", "Logitech", "Mouse", 5, 2),
    ]
    assert rank(twins, [("g502",)]) == [2, 1]


def test_the_nearest_number_of_the_line_is_nearest() -> None:
    """For a model that is not there, the same line comes before others, and the nearest number first."""
    near = sorted(CATALOGO, key=lambda c: nearness("iPhone 14", c))
    assert [c.id for c in near[:2]] == [1, 2]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_name(texto: str) -> None:
    """Whatever is asked for, there is an answer, and a bounded number of readings."""
    assert len(interpretaciones(texto, VOCABULARIO)) <= 16
    resolve(texto)
