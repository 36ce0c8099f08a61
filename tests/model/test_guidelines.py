"""The trained models read the guidelines' own examples by the guidelines, in whatever dress they come."""

from pathlib import Path

import pytest

from app.nlu.artifacts import load_artifacts
from app.nlu.normalize import fold
from app.nlu.pipeline import Nlu

ROOT = Path(__file__).resolve().parent.parent.parent

INTENTS = {
    "saludo": ["hola", "wena wena", "buenas tardes", "muchas gracias", "ya, chao", "ok perfecto"],
    "ayuda": [
        "¿qué puedes hacer?",
        "no entiendo",
        "no era eso",
        "cómo busco algo aquí",
        "quiero hablar con una persona",
        "empecemos de nuevo",
        "olvida eso",
    ],
    "buscar_producto": [
        "hola, busco una tele",
        "busco notebook lenovo bajo 500 lucas",
        "tienen sillas gamer?",
        "audífonos bluetooth negros",
        "y en rojo?",
        "muéstrame más",
        "algo más barato",
        "busco el notebook más barato",
        "iphone 13 128gb",
        "¿tienen PS5 o consolas?",
        "¿cuánto sale un notebook?",
        "para estudiar",
        "en negro",
        "algo de Samsung",
    ],
    "recomendar_categoria": [
        "qué celular me recomiendas para fotos",
        "cuál es el mejor notebook para estudiar",
        "necesito ideas de regalo para mi papá",
        "qué tele me conviene",
    ],
    "comparar_precios": [
        "compara el iPhone 13 con el Galaxy S22",
        "qué sale más barato, ¿LG o Samsung?",
        "ps5 vs xbox series x",
        "¿cuál es la lavadora más barata que tienen?",
        "¿cuál me conviene, el A54 o el Redmi Note 13?",
    ],
    "info_producto": [
        "cuánto cuesta el Galaxy A54",
        "¿el segundo trae cargador?",
        "ficha técnica del MacBook Air M2",
        "tienen stock de la PS5?",
        "¿tienen el iPhone 15?",
        "cuánto sale la PS5",
    ],
    "no_reconocida": [
        "va a llover mañana?",
        "cuéntame un chiste",
        "por quién vas a votar",
        "asdfghjkl qwe",
        "prende la luz del living",
        "dónde está mi pedido",
        "quiero devolver lo que compré",
        "aceptan tarjeta de crédito?",
        "están contratando gente?",
    ],
}
ENTITIES = {
    "busco notebook lenovo bajo 500 lucas": [
        ("categoria", "notebook"),
        ("marca", "lenovo"),
        ("rango_precio", "bajo 500 lucas"),
    ],
    "audífonos bluetooth negros": [
        ("categoria", "audífonos"),
        ("caracteristicas", "bluetooth"),
        ("caracteristicas", "negros"),
    ],
    "busco el Samsung Galaxy A54": [("marca", "Samsung"), ("producto", "Galaxy A54")],
    "tienen la aspiradora robot xiomi?": [("categoria", "aspiradora robot"), ("marca", "xiomi")],
    "iphone 13 128gb": [("producto", "iphone 13"), ("caracteristicas", "128gb")],
    "refrigerador no frost entre 200 y 300 mil": [
        ("categoria", "refrigerador"),
        ("caracteristicas", "no frost"),
        ("rango_precio", "entre 200 y 300 mil"),
    ],
    "busco regalo para mi papá": [],
    "¿cuánta RAM trae el segundo?": [],
    "un apple watch": [("marca", "apple"), ("producto", "watch")],
}
CASES = [(text, intent) for intent, texts in INTENTS.items() for text in texts]


@pytest.fixture(scope="module")
def nlu() -> Nlu:
    """The trained models."""
    return load_artifacts(ROOT / "models_artifacts")


@pytest.fixture(scope="module")
def loaded_again() -> Nlu:
    """The same models, loaded once more."""
    return load_artifacts(ROOT / "models_artifacts")


@pytest.mark.parametrize(("text", "intent"), CASES)
def test_an_example_has_its_intent(nlu: Nlu, text: str, intent: str) -> None:
    """As written, without accents, in capitals and without signs."""
    dresses = {text, fold(text), text.upper(), text.strip("¿?¡!")}
    assert {dress: nlu.parse(dress).intencion.value for dress in dresses} == dict.fromkeys(dresses, intent)


@pytest.mark.parametrize("text", ENTITIES)
def test_an_example_has_its_entities(nlu: Nlu, text: str) -> None:
    """Spans as typed, in order."""
    found = [(e.entity.value, text[e.start : e.end]) for e in nlu.parse(text).entidades]
    assert found == ENTITIES[text]


def test_the_same_message_is_read_the_same(nlu: Nlu, loaded_again: Nlu) -> None:
    """Bit for bit, after other messages in another order, by these models loaded once more."""
    here = {text: nlu.parse(text) for text, _ in CASES}
    assert {text: loaded_again.parse(text) for text, _ in reversed(CASES)} == here


def test_more_money_or_another_brand_is_the_same_wish(nlu: Nlu) -> None:
    """Values inside entities do not change what is asked for."""
    texts = [
        "busco notebook hp hasta 300 lucas",
        "busco lavadora mademsa hasta 250 lucas",
        "busco parlante jbl hasta 90 lucas",
        "busco bicicleta trek hasta 900 lucas",
    ]
    assert {nlu.parse(text).intencion.value for text in texts} == {"buscar_producto"}
