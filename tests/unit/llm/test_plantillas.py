"""Templates say what the facts hold, in natural Spanish, and nothing else."""

import re

import pytest

from app.llm.plantillas import POR_ACCION, redactar
from app.models.dominio import Accion, Alternativa, Aviso, Filtros, Hechos, Orden
from app.nlu.comparison import compare
from tests.support.fichas import ficha, hechos

NOTEBOOKS = Filtros(categoria="Notebooks", marcas=("Lenovo",), precio_max=600_000)


@pytest.mark.parametrize("accion", Accion)
@pytest.mark.parametrize("semilla", range(6))
def test_every_action_has_words_even_without_products(accion: Accion, semilla: int) -> None:
    """Each situation gives a whole sentence, never an empty or broken one."""
    texto = redactar(hechos(accion), semilla)
    assert texto[0] in "¡¿" or texto[0].isupper()
    assert texto.rstrip()[-1] in ".?!:»"
    assert "None" not in texto
    assert "  " not in texto


def test_every_action_is_worded() -> None:
    """A new action cannot be forgotten."""
    assert set(POR_ACCION) == set(Accion)


CASES: list[tuple[str, Hechos, list[str]]] = [
    (
        "a search tells how many, of what, and the cheapest",
        hechos(Accion.BUSCAR, filtros=NOTEBOOKS, productos=(ficha(1), ficha(2, precio=299_990)), total=12),
        ["12 opciones", "notebooks Lenovo hasta $600.000", "**Notebook Lenovo IdeaPad 2**", "$299.990"],
    ),
    (
        "one result is told as one",
        hechos(Accion.BUSCAR, filtros=NOTEBOOKS, productos=(ficha(1),), total=1),
        ["una opción", "$399.990"],
    ),
    (
        "what was loosened is named, with what there is instead",
        hechos(
            Accion.BUSCAR,
            filtros=Filtros("Notebooks", ("Lenovo",), precio_max=300_000, relajados=("precio_max",)),
            productos=(ficha(1),),
            total=4,
            alternativas=(Alternativa("precio_max", 4, 349_990),),
        ),
        ["No hay notebooks Lenovo hasta $300.000; lo más barato cuesta $349.990."],
    ),
    (
        "loosened features are named, with how many there are without them",
        hechos(
            Accion.BUSCAR,
            filtros=Filtros("Televisores", caracteristicas=("oled",), relajados=("oled",)),
            productos=(ficha(1),),
            total=4,
            alternativas=(Alternativa("oled", 4, 349_990),),
        ),
        ["Ninguna ficha de televisores indica «oled». Sin exigirlo, hay 4 opciones, desde $349.990."],
    ),
    (
        "a product that is sold out is not offered",
        hechos(Accion.INFORMAR, productos=(ficha(1, stock=0),), total=1),
        ["$399.990", "agotado"],
    ),
    (
        "a question that the card answers",
        hechos(Accion.INFORMAR, productos=(ficha(1),), total=1, pregunta=("8 GB RAM",)),
        ["Sí, su ficha indica 8 GB RAM"],
    ),
    (
        "a question that the card does not answer",
        hechos(Accion.INFORMAR, productos=(ficha(1),), total=1, pregunta=("nfc",)),
        ["no menciona «NFC»", "no te lo puedo asegurar"],
    ),
    (
        "several candidates: asks which",
        hechos(Accion.INFORMAR, productos=(ficha(1), ficha(2)), total=2, candidatos=True),
        ["IdeaPad 1** o **Notebook Lenovo IdeaPad 2**", "¿De cuál"],
    ),
    (
        "a model that is not sold is said so, with the nearest",
        hechos(Accion.INFORMAR, productos=(ficha(1),), desconocidos=("iPhone 99",)),
        ["No tengo «iPhone 99»", "Lo más parecido", "$399.990"],
    ),
    (
        "an extreme",
        hechos(Accion.COMPARAR, filtros=Filtros("Lavadoras", orden=Orden.PRECIO_ASC), productos=(ficha(1),), total=17),
        ["más barata en lavadoras", "$399.990"],
    ),
    (
        "a currency that is not converted",
        hechos(Accion.BUSCAR, filtros=NOTEBOOKS, productos=(ficha(1),), total=1, avisos=(Aviso.MONEDA_NO_CONVERTIDA,)),
        ["pesos chilenos", "no convierto"],
    ),
]


@pytest.mark.parametrize("aviso", Aviso)
@pytest.mark.parametrize("accion", [Accion.BUSCAR, Accion.PRECISAR])
def test_every_notice_is_said_or_asked_about(aviso: Aviso, accion: Accion) -> None:
    """No notice breaks a sentence, whatever it comes with."""
    texto = redactar(hechos(accion, avisos=(aviso,)), 0)
    assert texto[0] in "¡¿" or texto[0].isupper()
    assert "None" not in texto


@pytest.mark.parametrize(("what", "datos", "partes"), CASES, ids=[c[0] for c in CASES])
@pytest.mark.parametrize("semilla", range(3))
def test_wording(what: str, datos: Hechos, partes: list[str], semilla: int) -> None:
    """Each wording of a situation carries its facts."""
    texto = redactar(datos, semilla)
    for parte in partes:
        assert parte in texto, texto


def test_comparison_tells_the_difference_in_pesos_and_per_cent() -> None:
    """The cheaper one is named first."""
    uno, dos = ficha(1, precio=400_000), ficha(2, precio=500_000)
    texto = redactar(hechos(Accion.COMPARAR, productos=(dos, uno), total=2, comparacion=compare((dos, uno))), 0)
    assert texto.index("IdeaPad 1") < texto.index("IdeaPad 2")
    assert "$100.000 más (25 %)" in texto


@pytest.mark.parametrize("accion", [Accion.BUSCAR, Accion.RECOMENDAR, Accion.INFORMAR])
def test_every_amount_is_in_the_facts(accion: Accion) -> None:
    """No price is said that the database did not give."""
    datos = hechos(accion, filtros=NOTEBOOKS, productos=(ficha(1), ficha(2, precio=299_990)), total=2)
    for semilla in range(6):
        amounts = {int(a.replace(".", "")) for a in re.findall(r"\$([\d.]*\d)", redactar(datos, semilla))}
        assert amounts <= {600_000, 399_990, 299_990}


def test_the_same_seed_gives_the_same_words_and_another_one_others() -> None:
    """A conversation does not repeat itself, and a test can name what it expects."""
    datos = hechos(Accion.SALUDAR, ejemplos=("Busco teles",))
    assert redactar(datos, 3) == redactar(datos, 3)
    assert len({redactar(datos, semilla) for semilla in range(6)}) > 1
