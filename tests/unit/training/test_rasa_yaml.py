"""Rasa's training data in its several writings; what is broken is named by file and line."""

from pathlib import Path

import pytest

from training.rasa_yaml import Anotacion, DataError, Mensaje, format_example, parse_example, read_data, write_messages

ALL_FORMS = """version: "3.1"
nlu:
- intent: buscar_producto
  examples: |
    - busco un [notebook](categoria) [Lenovo](marca)
    - un [celu]{"entity": "categoria", "value": "Celulares"} hasta [$250.000]{"entity": "rango_precio", "role": "max"}
    - en [negro]("caracteristicas")
- intent: saludo
  examples:
  - text: |
      hola
    metadata: {fuente: real}
- synonym: Celulares
  examples: |
    - celu
    - smartphone
- lookup: marca
  examples: |
    - Samsung
- regex: rango_precio
  examples: |
    - \\$\\d+
"""


def write(folder: Path, text: str, name: str = "nlu.yml") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_form_is_read(tmp_path: Path) -> None:
    """Short, full and quoted annotations, example lists with metadata, synonyms, lookups and regexes."""
    file = write(tmp_path, ALL_FORMS)
    datos = read_data([file])
    first, second, third, last = datos.mensajes
    entidades = (Anotacion(9, 17, "categoria"), Anotacion(18, 24, "marca"))
    assert first == Mensaje("busco un notebook Lenovo", "buscar_producto", entidades, str(file), 5)
    assert second.entidades == (Anotacion(3, 7, "categoria", "Celulares"), Anotacion(14, 22, "rango_precio"))
    assert (third.text, third.entidades[0].entity, third.line) == ("en negro", "caracteristicas", 7)
    assert (last.text, last.intent) == ("hola", "saludo")
    assert datos.listas["synonym"] == {"Celulares": ["celu", "smartphone"]}
    assert datos.listas["lookup"] == {"marca": ["Samsung"]}
    assert datos.listas["regex"] == {"rango_precio": ["\\$\\d+"]}


@pytest.mark.parametrize("version", ['"2.0"', "2.0", '"3.1"', "3.1"])
def test_versions_of_rasa_2_and_3_are_read(tmp_path: Path, version: str) -> None:
    """Quoted or not."""
    file = write(tmp_path, f"version: {version}\nnlu:\n- intent: a\n  examples: |\n    - hola\n")
    assert [m.text for m in read_data([file]).mensajes] == ["hola"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("nlu:\n- intent: a\n  examples: |\n    - hola\n   - chao\n", 5, "YAML"),
        ('nlu:\n- intent: a\n  examples: "hola\n', 4, "YAML"),
        ("nlu:\n- intent: a\n  examples: |\n    - hola\n    chao\n", 5, "- example"),
        ('nlu:\n- intent: a\n  examples: |\n    - un [celu](\n    - un [celu]{"entity": 3}\n', 5, "entity"),
        ('nlu:\n- intent: a\n  examples: |\n    - un [celu]{"entity" "categoria"}\n', 4, "broken annotation"),
        ("nlu:\n- intent: a\n", 2, "examples"),
        ("nlu:\n- intencion: a\n  examples: |\n    - hola\n", 2, "intent"),
        ("nlu: hola\n", 1, "list"),
        ('version: "9.0"\nnlu: []\n', 1, "version"),
        ("- hola\n", 1, "key: value"),
    ],
)
def test_broken_data_is_named_by_file_and_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    """The error says which line of which file, and what is wrong with it."""
    file = write(tmp_path, text)
    with pytest.raises(DataError) as error:
        read_data([file])
    assert (error.value.file, error.value.line) == (file, line)
    assert reason in str(error.value)
    assert str(error.value).startswith(f"{file}:{line}: ")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    """Bytes that are not UTF-8."""
    file = tmp_path / "nlu.yml"
    file.write_bytes(b"nlu:\n- intent: \xff\xfe\n")
    with pytest.raises(DataError, match="UTF-8"):
        read_data([file])


def test_one_broken_file_spoils_its_folder(tmp_path: Path) -> None:
    """Nothing is read from half of the data."""
    write(tmp_path, "nlu:\n- intent: a\n  examples: |\n    - hola\n", "a.yml")
    write(tmp_path, "nlu:\n- intent: b\n  examples: |\n    chao\n", "b.yml")
    with pytest.raises(DataError, match=r"b\.yml:4"):
        read_data([tmp_path])


@pytest.mark.parametrize(
    "example",
    [
        "hola",
        "[notebook](categoria)",
        'un [celu]{"entity": "categoria", "value": "Celulares"} [HP](marca)',
        "ñandú 😀 [a](b)",
    ],
)
def test_writing_undoes_reading(example: str) -> None:
    """A line read and written again is the same line."""
    assert format_example(*parse_example(example)) == example


def test_messages_written_are_read_back(tmp_path: Path) -> None:
    """A file that was written has the messages that it was given."""
    mensajes = [Mensaje("un celu HP", "buscar_producto", (Anotacion(3, 7, "categoria"),)), Mensaje("hola", "saludo")]
    write_messages(tmp_path / "out.yml", mensajes)
    read = read_data([tmp_path / "out.yml"]).mensajes
    assert [(m.text, m.intent, m.entidades) for m in read] == [(m.text, m.intent, m.entidades) for m in mensajes]
