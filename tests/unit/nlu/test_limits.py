"""app/nlu/limits.py and said_limits.py: "más de 10 kilos" is a limit on a measure, and no measure of 10 kg."""

import pytest

from app.nlu.kinds import kind_of, merge_features
from app.nlu.limits import MINIMO, known_within, limited, of_its_unit, read_limite, within
from app.nlu.reading import read
from app.nlu.said_limits import features_said, without_cues
from tests.support.charla import Charla, entender, shelf

TEXTOS = [
    ("más de [10 kg](caracteristicas)", ("más de 10 kg",)),
    ("sobre [300 litros](caracteristicas)", ("más de 300 litros",)),
    ("al menos [50 pulgadas](caracteristicas)", ("mínimo 50 pulgadas",)),
    ("con mínimo [16 GB RAM](caracteristicas|16 GB RAM)", ("mínimo 16 GB RAM",)),
    ("de [12 kg](caracteristicas) o más", ("mínimo 12 kg",)),
    ("de [55 pulgadas](caracteristicas) para arriba, 4k", ("mínimo 55 pulgadas",)),
    ("hasta [5 litros](caracteristicas)", ("hasta 5 litros",)),
    ("no más de [5 litros](caracteristicas)", ("hasta 5 litros",)),
    ("que no pase de [2 kg](caracteristicas)", ("hasta 2 kg",)),
    ("de menos de [2 kg](caracteristicas)", ("menos de 2 kg",)),
    ("entre 20 y [30 litros](caracteristicas)", ("mínimo 20 litros", "hasta 30 litros")),
    ("de 20 a [30 litros](caracteristicas)", ("mínimo 20 litros", "hasta 30 litros")),
    ("una de [10 kg](caracteristicas)", ("10 kg",)),
    ("en [negro](caracteristicas) o más clara", ("negro",)),
    ("más de [samsung](caracteristicas)", ("samsung",)),
]


@pytest.mark.parametrize(("anotado", "said"), TEXTOS)
def test_the_words_around_a_measure_make_a_limit_of_it(anotado: str, said: tuple[str, ...]) -> None:
    """Words before or after a measure limit it; they leave features that are no measure alone."""
    lectura = read(entender(anotado))
    assert features_said(lectura, lectura.parse.entidades[0]) == said


CUMPLEN = [
    ("más de 10 kg", ("10 kg",), False),
    ("más de 10 kg", ("10,5 kg", "7 kg"), True),
    ("mínimo 10 kg", ("10 kg",), True),
    ("menos de 2 kg", ("168 g",), True),
    ("hasta 5 litros", ("5 litros",), True),
    ("hasta 5 litros", ("5,2 litros",), False),
    ("menos de 2 litros", ("1 litro",), True),
    ("mínimo 16 GB RAM", ("512 GB SSD", "512 GB", "8 GB RAM"), False),
    ("mínimo 512 GB", ("1 TB",), True),
    ("más de 50 pulgadas", ("55 Hz",), False),
]


@pytest.mark.parametrize(("limite", "atributos", "met"), CUMPLEN)
def test_a_limit_is_met_by_measures_of_its_own_unit(limite: str, atributos: tuple[str, ...], met: bool) -> None:
    """Grams are counted as kilos, RAM is never storage, and the number itself is in only where the words let it."""
    assert bool(within(atributos, limite)) is met
    assert bool(known_within(frozenset(atributos), (limite,))) is met


def test_of_its_unit_tells_what_a_question_is_about() -> None:
    """ "¿Pesa menos de 2 kilos?" is answered by the weight, whether it is less or not."""
    assert of_its_unit(("2,4 kg", "16 GB RAM"), "menos de 2 kg") == ("2,4 kg",)
    assert of_its_unit(("2,4 kg",), "negro") == ()


def test_what_is_no_measure_has_no_limit() -> None:
    """Colours and sizes in words are never limits."""
    assert limited("negro", "mas de", "") == ()
    assert read_limite("menos ruido") is None
    assert kind_of(f"{MINIMO} 55 pulgadas") == kind_of("65 pulgadas")


MERGES = [
    (("más de 10 kg",), ("menos de 15 kg",), ("más de 10 kg", "menos de 15 kg")),
    (("más de 10 kg",), ("menos de 10 kg",), ("menos de 10 kg",)),
    (("más de 10 kg",), ("más de 12 kg",), ("más de 12 kg",)),
    (("más de 10 kg",), ("8 kg",), ("8 kg",)),
    (("55 pulgadas", "4k"), ("mínimo 65 pulgadas",), ("4k", "mínimo 65 pulgadas")),
]


@pytest.mark.parametrize(("old", "new", "merged"), MERGES)
def test_a_new_limit_replaces_its_end(old: tuple[str, ...], new: tuple[str, ...], merged: tuple[str, ...]) -> None:
    """As bounds of the price do: the other end stays where they agree, and goes where they contradict."""
    assert merge_features(old, new) == merged


@pytest.mark.parametrize(
    ("categoria", "meant"),
    [("Notebooks", "mínimo 16 GB RAM"), ("Celulares", "mínimo 16 GB RAM"), ("Almacenamiento", "mínimo 16 GB")],
)
def test_bare_gigabytes_are_the_memory_of_their_kind(categoria: str, meant: str) -> None:
    """ "Mínimo 16 GB" of a notebook is RAM, of a USB stick storage."""
    assert merge_features((), ("mínimo 16 GB",), categoria=categoria) == (meant,)


def test_at_least_rules_nothing_out() -> None:
    """ "Al menos" is no negation, and "sobre" before litres no brand."""
    charla = Charla(shelf())
    charla.say("una [tele](categoria|Televisores) de al menos [55 pulgadas](caracteristicas)")
    assert charla.filtros.caracteristicas == ("mínimo 55 pulgadas",)
    assert charla.plan.avisos == ()
    parse = entender("[refri](categoria|Refrigeradores) [sobre](marca|Sobre) [300 litros](caracteristicas)")
    assert [e.value for e in without_cues(parse).entidades] == ["refri", "300 litros"]
