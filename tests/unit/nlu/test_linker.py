"""Words of an entity become the value they stand for, through typos."""

import pytest

from app.models.dominio import TipoEntidad
from app.nlu.attributes import build_frases
from app.nlu.entity_extractor import Hallazgo
from app.nlu.lexicon import Nombres
from app.nlu.linker import Linker

LINKER = Linker(
    Nombres({}, ordinarias=frozenset({"plegaria"})),
    build_frases(
        {"cancelación de ruido": "cancelación de ruido", "plegable": "plegable", "inalambrico": "inalámbrico"}
    ),
)


@pytest.mark.parametrize(
    ("words", "valor"),
    [
        ("cancelasion de ruido", "cancelación de ruido"),
        ("inalanbricos", "inalámbrico"),
        ("plegables", "plegable"),
        ("plegaria", "plegaria"),
        ("plisado", "plisado"),
        ("256 gb", "256 GB"),
    ],
)
def test_features_through_typos(words: str, valor: str) -> None:
    """A misspelt feature is the known one; an ordinary word, or one further off, stays itself."""
    found = Hallazgo(0, len(words), TipoEntidad.CARACTERISTICAS, 1.0, "test")
    assert LINKER.link(words, found).valor == valor
