"""Reads sizes of clothes and models of parts from folded text: "talla 42", "core i5", "wifi 6", "rtx 4060"."""

import re
from collections.abc import Iterator
from typing import Final

from app.nlu.measures import Atributo

# A piece of text without which the pattern cannot match, the pattern, what a template makes of its groups, and what
# that implies. The piece of text saves most of the searching in 100,000 descriptions.
_MODELOS: Final = tuple(
    (piece, re.compile(pattern), template, implica)
    for piece, pattern, template, implica in (
        ("ultra", r"\b(?:intel )?core ultra ([3579])\b|\bultra ([579])(?! ?\w*hz)\b", "core ultra {}", ()),
        ("i", r"\b(?:intel )?(?:core )?i([3579])\b(?!\+)", "core i{}", ()),
        ("ryzen", r"\b(?:amd )?ryzen (?:ai )?([3579])\b", "ryzen {}", ()),
        ("tx", r"\b(?:geforce )?(rtx|gtx) ?(\d{4}(?: ?ti)?(?: super)?)\b", "{} {}", ()),
        ("rx", r"\b(?:radeon )?rx ?(\d{4}(?: xtx| xt)?)\b", "rx {}", ()),
        ("m", r"(?<![/\w])(?:chip )?(m[1-5](?: pro| max| ultra)?)\b(?! ?[\d/])", "chip {}", ()),
        ("fi", r"\bwi-? ?fi ?([4-7]e?)\b", "wifi {}", ("wifi",)),
        ("bluetooth", r"\bbluetooth ?v?(\d(?:[.,]\d)?)\b", "bluetooth {}", ("bluetooth",)),
        ("hdmi", r"\bhdmi (\d[.,]\d)\b", "hdmi {}", ("hdmi",)),
        ("usb", r"\busb (\d[.,]\d)\b", "usb {}", ("usb",)),
        ("ip", r"\b(ipx?\d{1,2}k?)\b", "{}", ()),
        ("ddr", r"\b(l?p?ddr[345]x?)\b", "{}", ()),
        ("g", r"\b([345]g)\b(?! ?(?:quemador|hz))", "{}", ()),
        ("p", r"\b(\d{3,4}p)\b", "{}", ()),
        ("win", r"\b(?:windows|win) ?(\d{1,2})\b", "windows {}", ("windows",)),
        ("aro", r"\baro ?(\d{2}(?:[.,]5)?)\b", "aro {}", ()),
    )
)

_TALLA: Final = r"(?:x{0,3}[sl]|[sm]l|m|\d{1,2}(?:[.,]5)?|unica)"
_TALLAS: Final = re.compile(
    rf"\b(?:tallas?|talles?|numero|nro\.?|n°|calzo) (?:de la )?({_TALLA})\b"
    rf"(?:((?:/|, ?| y | o | a (?:la )?)){_TALLA}\b)*"
)
_UNA_TALLA: Final = re.compile(rf"{_TALLA}\b")
_LETRAS: Final = ("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl")


def read_modelos(texto: str) -> Iterator[Atributo]:
    """Yields the models of parts in a folded text."""
    for piece, pattern, template, implica in _MODELOS:
        for match in pattern.finditer(texto) if piece in texto else ():
            groups = [group for group in match.groups() if group]
            yield Atributo(template.format(*groups).replace(",", "."), match.start(), match.end(), implica)


def read_tallas(texto: str) -> Iterator[Atributo]:
    """Yields "talla 42"; "tallas 40, 41 y 42", "talla L/XL" and "tallas S a XL" imply each of their sizes."""
    for match in _TALLAS.finditer(texto):
        sizes = _UNA_TALLA.findall(texto, match.start(1), match.end())
        if match[2] and match[2].startswith(" a "):
            sizes = _between(sizes[0], sizes[-1])
        valores = [f"talla {_usual(size)}" for size in sizes]
        yield Atributo(valores[0], match.start(), match.end(), tuple(valores[1:]))


def _usual(size: str) -> str:
    return size.replace(".", ",") if size[0].isdigit() else size if size == "unica" else size.upper()


def _between(first: str, last: str) -> list[str]:
    """Returns every size from one to another."""
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first), int(last) + 1)] or [first, last]
    if first in _LETRAS and last in _LETRAS:
        return list(_LETRAS[_LETRAS.index(first) : _LETRAS.index(last) + 1]) or [first, last]
    return [first, last]
