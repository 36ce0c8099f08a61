"""Normalised values as the annotated data writes them.

A range is `200000..500000`, `..300 USD` or `100000..`; a category its name, `A|B` where both are right, and the empty
string for a kind of product that the default catalogue does not have.
"""

import re
from typing import Final

from app.models.dominio import RangoPrecio

_RANGO: Final = re.compile(r"(?P<min>\d*)\.\.(?P<max>\d*)(?: (?P<moneda>[A-Z]{3}))?")


def read_rango(text: str) -> RangoPrecio | None:
    """Returns the range that a text writes, None when it is not of that form."""
    match = _RANGO.fullmatch(text)
    if match is None or not (match["min"] or match["max"]):
        return None
    low, high = (int(match[end]) if match[end] else None for end in ("min", "max"))
    return RangoPrecio(low, high, match["moneda"] or "CLP")


def alternatives(value: object) -> tuple[str, ...]:
    """Returns the values that are right: none for a missing or empty one."""
    return tuple(str(value).split("|")) if value else ()
