"""Models of parts and sizes of clothes are read in their usual writing."""

import pytest

from app.nlu.parts import read_modelos, read_tallas


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("intel core i5-13420h", "core i5"),
        ("core ultra 7", "core ultra 7"),
        ("amd ryzen 5 7520u", "ryzen 5"),
        ("geforce rtx 4070 super", "rtx 4070 super"),
        ("radeon rx 7800 xt", "rx 7800 xt"),
        ("macbook air m2", "chip m2"),
        ("wi-fi 6e", "wifi 6e"),
        ("bluetooth 5,3", "bluetooth 5.3"),
        ("hdmi 2.1", "hdmi 2.1"),
        ("resistente ip68", "ip68"),
        ("ram ddr5", "ddr5"),
        ("celular 5g", "5g"),
        ("windows 11", "windows 11"),
        ("aro 29", "aro 29"),
    ],
)
def test_models_of_parts(text: str, model: str) -> None:
    """A part's model is one attribute."""
    assert [a.valor for a in read_modelos(text)] == [model]


@pytest.mark.parametrize("text", ["roomba i3+ evo", "grabado a 150 g/m2", "ultra 5hz", "barco", "wifi"])
def test_words_that_are_no_model(text: str) -> None:
    """Pieces of other words are no models of parts."""
    assert not list(read_modelos(text))


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("talla 42", ["talla 42"]),
        ("tallas 38 a 41", ["talla 38", "talla 39", "talla 40", "talla 41"]),
        ("talla l/xl", ["talla L", "talla XL"]),
        ("tallas s, m y l", ["talla S", "talla M", "talla L"]),
        ("pañales talla xg", ["talla XG"]),
        ("talla g", ["talla G"]),
        ("numero 37,5", ["talla 37,5"]),
        ("pantalla mate", []),
        ("talla grande", []),
    ],
)
def test_sizes(text: str, sizes: list[str]) -> None:
    """Every size that is offered counts."""
    assert [valor for a in read_tallas(text) for valor in (a.valor, *a.implica)] == sizes
