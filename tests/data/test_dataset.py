"""The messages of data/ are what the dataset card says: enough of each kind, well annotated, nothing shared."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from app.models.dominio import Intencion, TipoEntidad
from app.nlu.lexicon import key, number_variants
from training.frames import frame_of
from training.lint import catalog_categories, lint
from training.paths import Paths
from training.rasa_yaml import Mensaje, format_example, parse_example, read_data

PATHS = Paths()
TRAIN = read_data([PATHS.train]).mensajes
VALID = read_data([PATHS.valid]).mensajes
TEST = read_data([PATHS.test]).mensajes
EVERYTHING = [*TRAIN, *VALID, *TEST]


def synonyms(name: str) -> dict[str, str]:
    """Folded phrase -> value of one synonyms file."""
    lists = read_data([PATHS.lists[0] / f"{name}.yml"]).listas["synonym"]
    return {key(phrase): value for value, phrases in lists.items() for phrase in [*phrases, value]}


def named(mensajes: list[Mensaje], entity: str) -> set[str]:
    """Folded phrases annotated with an entity."""
    return {key(m.text[e.start : e.end]) for m in mensajes for e in m.entidades if e.entity == entity}


def test_lint_finds_nothing() -> None:
    """`make lint-data` passes on the data as it is."""
    assert lint(PATHS) == []


@pytest.mark.parametrize(
    ("mensajes", "least"), [(TRAIN, 3_500), (TEST, 900), (VALID, 400)], ids=["train", "test", "valid"]
)
def test_there_are_enough_messages(mensajes: list[Mensaje], least: int) -> None:
    """Training, held-out and validation messages reach their numbers."""
    assert len(mensajes) >= least


def test_there_is_enough_out_of_scope() -> None:
    """At least 800 training messages are no request that the shop can meet."""
    assert Counter(m.intent for m in TRAIN)[Intencion.NO_RECONOCIDA] >= 800


@pytest.mark.parametrize("mensajes", [TRAIN, VALID, TEST], ids=["train", "valid", "test"])
def test_every_label_occurs(mensajes: list[Mensaje]) -> None:
    """Each part has all seven intents and all five entities."""
    assert {m.intent for m in mensajes} == set(Intencion)
    assert {e.entity for m in mensajes for e in m.entidades} == set(TipoEntidad)


def test_every_leaf_category_is_named_in_training() -> None:
    """Each leaf of the default catalogue is asked for by some of the words that people use for it."""
    known = synonyms("categoria")
    values = {known.get(form) for phrase in named(TRAIN, "categoria") for form in number_variants(phrase)}
    with PATHS.catalog.open(encoding="utf-8-sig", newline="") as file:
        leaves = {row["categoria"] for row in csv.DictReader(file)}
    assert leaves - values == set()


def test_training_names_many_brands() -> None:
    """At least 250 different brands are named, spellings of one brand counted once."""
    known = synonyms("marca")
    assert len({known.get(phrase, phrase) for phrase in named(TRAIN, "marca")}) >= 250


def test_synonyms_stand_for_categories_of_the_catalogue() -> None:
    """No word leads to a category that the default catalogue does not have."""
    assert set(synonyms("categoria").values()) <= catalog_categories(PATHS.catalog)


def test_no_held_out_message_shares_its_frame() -> None:
    """With its entities masked, no held-out message is a sentence of training or validation."""
    known = {frame_of(m) for m in [*TRAIN, *VALID]}
    assert [f"{Path(m.file).name}:{m.line} {m.text}" for m in TEST if frame_of(m) in known] == []


def test_no_two_training_messages_say_the_same() -> None:
    """Training messages are written one by one: none stands twice."""
    assert [text for text, n in Counter(key(m.text) or m.text for m in TRAIN).items() if n > 1] == []


def test_annotations_survive_writing() -> None:
    """Every message, written and read back, has the same text and the same spans."""
    for m in EVERYTHING:
        assert parse_example(format_example(m.text, m.entidades)) == (m.text, m.entidades)
