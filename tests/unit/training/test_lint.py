"""Each kind of mistake in the data is found, on the line where it stands; what only looks like one is left alone."""

from pathlib import Path

import pytest

from training import lint as rules
from training.frames import frame_of, sentence_of
from training.paths import Paths
from training.rasa_yaml import Mensaje, parse_example

LEAVES = frozenset({"Notebooks", "Tablets", "Computación"})


def message(example: str, intent: str = "buscar_producto", line: int = 1) -> Mensaje:
    """A message written as in the data."""
    text, entidades = parse_example(example)
    return Mensaje(text, intent, entidades, "data.yml", line)


@pytest.mark.parametrize(
    ("example", "intent", "reason"),
    [
        ("hola", "despedida", "unknown intent 'despedida'"),
        ("un [notebook](tipo)", "buscar_producto", "unknown entity 'tipo'"),
        ("un [notebook ](categoria)barato", "buscar_producto", "start and end with a word"),
        ("un [note](categoria)book", "buscar_producto", "start and end with a word"),
        ("quiero [un notebook](categoria)", "buscar_producto", None),
        ("quiero [el notebook](categoria)", "buscar_producto", "article or a preposition"),
        ("algo [para estudiar](caracteristicas)", "buscar_producto", "article or a preposition"),
        ('un [note]{"entity": "categoria", "value": "Laptops"}', "buscar_producto", "no category of the catalogue"),
        ('un [note]{"entity": "categoria", "value": "Notebooks|Tablets"}', "buscar_producto", None),
        ('una [sopaipilla]{"entity": "categoria", "value": ""}', "buscar_producto", None),
        ('[bajo 5 lucas]{"entity": "rango_precio", "value": "5000"}', "buscar_producto", "is not a range"),
        ('[bajo 5 lucas]{"entity": "rango_precio", "value": "..5000"}', "buscar_producto", None),
        ('tele de [55"](caracteristicas)', "buscar_producto", None),
    ],
)
def test_one_message(example: str, intent: str, reason: str | None) -> None:
    """What is wrong with a message by itself, and nothing where it is right."""
    found = list(rules.check_message(message(example, intent, line=7), LEAVES))
    assert len(found) == (0 if reason is None else 1)
    assert all(line.startswith("data.yml:7: ") and reason and reason in line for line in found)


def test_spans_that_overlap() -> None:
    """Two annotations on the same characters."""
    one = message("un [notebook](categoria) rojo")
    (span,) = one.entidades
    twice = Mensaje(one.text, one.intent, (span, span), one.file, 3)
    assert any("overlaps" in line for line in rules.check_message(twice, LEAVES))


def test_the_same_text_twice() -> None:
    """Capitals, accents and punctuation make no other message."""
    found = list(rules.check_duplicates([message("¿Qué más hay?"), message("que mas hay", line=2)]))
    assert found == ["data.yml:2: same text as data.yml:1"]


def test_one_sentence_with_two_intents() -> None:
    """The same words around other products cannot mean two things."""
    pair = [
        message("cuánto vale el [A54](producto)", "info_producto"),
        message("cuanto vale el [S22](producto)", line=2),
    ]
    assert ["same frame" in line for line in rules.check_duplicates(pair)] == [True]


@pytest.mark.parametrize(
    ("other", "found"),
    [("necesito una ayuda por favor!", 1), ("necesito una ayudita porfa", 0), ("nada que ver con lo otro", 0)],
)
def test_near_duplicates_across_intents(other: str, found: int) -> None:
    """Messages of two intents that differ in a few letters only; short ones and those of one intent may."""
    pair = [message("necesito una ayuda, por favor", "ayuda"), message(other, "saludo", line=2)]
    assert len(list(rules.check_near_duplicates(pair))) == found
    assert not list(rules.check_near_duplicates([pair[0], message(other, "ayuda")]))
    assert not list(rules.check_near_duplicates([message("y la 2", "info_producto"), message("y la 3", "ayuda")]))


def test_one_name_with_two_labels() -> None:
    """A name is a brand or a line, not both, unless the lists say that it is also a word."""
    pair = [message("una [polar](marca)"), message("una [polar](producto)", line=2)]
    assert list(rules.check_labels_of_phrases(pair, [])) == [
        "data.yml:2: 'polar' is producto here and marca at data.yml:1"
    ]
    assert not list(rules.check_labels_of_phrases(pair, ["Polar"]))


def test_held_out_messages_with_a_known_frame() -> None:
    """Another product in the same sentence is no other message, and neither is another number."""
    known = [message("busco [tele](categoria) de [55 pulgadas](caracteristicas)"), message("tengo 2 perros", "saludo")]
    others = [
        message("Busco [notebook](categoria) de [16GB](caracteristicas)!", line=2),
        message("tengo 3 perros", line=3),
    ]
    found = list(rules.check_shared_frames(known, [*others, message("ando tras una tele")], frame=frame_of))
    assert [line.split(": ")[0] for line in found] == ["data.yml:2", "data.yml:3"]


@pytest.mark.parametrize(
    ("example", "frame", "sentence"),
    [
        ("¿Busco un [Notebook](categoria) de [16 GB](caracteristicas)?", "busco un CATEGORIA de CARACTERISTICAS", None),
        ("tele 55, ¡ya!", "tele 0 ya", None),
        ("[bajo 50 lucas](rango_precio)", "RANGO PRECIO", ""),
        ("[HP](marca) [Pavilion](producto)", "MARCA PRODUCTO", ""),
    ],
)
def test_frames(example: str, frame: str, sentence: str | None) -> None:
    """Entities become labels, digits 0; accents, capitals and punctuation go. Labels alone are no sentence."""
    assert frame_of(message(example)) == frame
    assert sentence_of(message(example)) == (frame if sentence is None else sentence)


def test_synonyms(tmp_path: Path) -> None:
    """A category that does not exist, and a phrase that stands for two values, each with its line."""
    lines = ["nlu:", "- synonym: Notebooks", "  examples: |", "    - portátil", "- synonym: Naves", "  examples: |"]
    (tmp_path / "categoria.yml").write_text("\n".join([*lines, "    - portatil\n"]), encoding="utf-8")
    found = list(rules.check_synonyms(tmp_path, LEAVES))
    assert [line.removeprefix(f"{tmp_path}/") for line in found] == [
        "categoria.yml:5: synonyms of 'Naves', which is no category of the catalogue",
        "categoria.yml:7: 'portatil' stands for 'Notebooks' and for 'Naves'",
    ]


def test_main_prints_findings_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken line is named and the exit status is 1."""
    (tmp_path / "nlu").mkdir()
    (tmp_path / "nlu" / "a.yml").write_text("nlu:\n- intent: saludo\n  examples: |\n    hola\n", encoding="utf-8")
    monkeypatch.setattr(rules, "Paths", lambda: Paths(data=tmp_path))
    assert rules.main() == 1
    assert f"{tmp_path}/nlu/a.yml:4: expected" in capsys.readouterr().err
