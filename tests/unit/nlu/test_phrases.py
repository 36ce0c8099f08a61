"""The lexicon is found in any number and gender, and descriptions only by words that mean it."""

import pytest

from app.nlu.phrases import build_frases, read_frases

FRASES = build_frases({"negro": "negro", "columna": "ortopédico", "gamer": "jugar", "resistente al agua": "sumergible"})


@pytest.mark.parametrize("text", ["negro", "negra", "negros", "negras"])
def test_inflections_are_found(text: str) -> None:
    """The lexicon lists one form; all four are read."""
    assert [a.valor for a in read_frases(text, FRASES)] == ["negro"]


@pytest.mark.parametrize(
    ("text", "wish", "valores"),
    [
        ("para la columna", True, ["ortopédico"]),
        ("para la columna", False, []),
        ("silla gamer", False, ["jugar"]),
        ("resistentes al agua", False, ["sumergible"]),
        ("sin negro", True, ["negro"]),
        ("sin negro", False, []),
        ("no trae negro", False, []),
    ],
)
def test_wishes_are_read_freely_and_descriptions_literally(text: str, wish: bool, valores: list[str]) -> None:
    """People's words count in a wish; a description has to say the thing itself, and not deny it."""
    assert [a.valor for a in read_frases(text, FRASES, wish=wish)] == valores
