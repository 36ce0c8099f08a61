"""Reads sizes of clothes and models of parts from folded text: "talla 42", "core i5", "wifi 6", "rtx 4060"."""

import re
from collections.abc import Iterator
from typing import Final

from app.nlu.measures import Atributo

# A pattern that starts where a word starts, what a template makes of its groups, and what that implies. The start of
# the word is checked in code: patterns that open with their own letters are several times faster to search.
_MODELOS: Final = tuple(
    (re.compile(pattern), template, implica)
    for pattern, template, implica in (
        (r"ultra ([579])\b(?! ?\w*hz)", "core ultra {}", ()),
        (r"i([3579])\b(?!\+)", "core i{}", ()),
        (r"ryzen (?:ai )?([3579])\b", "ryzen {}", ()),
        (r"([rg]tx) ?(\d{4}(?: ?ti)?(?: super)?)\b", "{} {}", ()),
        (r"rx ?(\d{4}(?: xtx| xt)?)\b", "rx {}", ()),
        (r"(m[1-5](?: pro| max| ultra)?)\b(?!/)", "chip {}", ()),
        (r"wi-? ?fi ?([4-7]e?)\b", "wifi {}", ("wifi",)),
        (r"bluetooth ?v?(\d(?:[.,]\d)?)\b", "bluetooth {}", ("bluetooth",)),
        (r"hdmi (\d[.,]\d)\b", "hdmi {}", ("hdmi",)),
        (r"usb (\d[.,]\d)\b", "usb {}", ("usb",)),
        (r"(ipx?\d{1,2}k?)\b", "{}", ()),
        (r"(lpddr[345]x?)\b", "{}", ()),
        (r"(ddr[345]x?)\b", "{}", ()),
        (r"([345]g)\b(?! ?(?:quemador|hz))", "{}", ()),
        (r"(\d{3,4}p)\b", "{}", ()),
        (r"win(?:dows)? ?(\d{1,2})\b", "windows {}", ("windows",)),
        (r"aro ?(\d{2}(?:[.,]5)?)\b", "aro {}", ()),
    )
)

_TALLA: Final = r"(?:x{0,3}[slg]|[sm]l|[mp]|rn|\d{1,2}(?:[.,]5)?|unica)"  # P, G, XG, RN: of nappies
_TALLAS: Final = re.compile(
    rf"\b(?:tallas?|talles?|numero|nro\.?|n°|calzo) (?:de la )?({_TALLA})\b"
    rf"(?:((?:/|, ?| y | o | a (?:la )?)){_TALLA}\b)*"
)
_UNA_TALLA: Final = re.compile(rf"{_TALLA}\b")
_LETRAS: Final = ("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl")


def read_modelos(texto: str) -> Iterator[Atributo]:
    """Yields the models of parts in a folded text."""
    for pattern, template, implica in _MODELOS:
        for match in pattern.finditer(texto):
            start = match.start()
            if start and (texto[start - 1].isalnum() or texto[start - 1] == "/"):
                continue  # the middle of a word, or "g/m2"
            valor = template.format(*(group or "" for group in match.groups()))
            yield Atributo(valor.replace(",", "."), start, match.end(), implica)


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
