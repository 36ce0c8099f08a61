"""Normalised values as the held-out files write them: "..500000", "200..300 USD", "Notebooks|Tablets"."""

import re
from typing import Final

from app.models.dominio import Entidad, RangoPrecio, TipoEntidad
from app.nlu.lexicon import key
from training.rasa_yaml import Anotacion

_RANGO: Final = re.compile(r"(\d*)\.\.(\d*)(?: ([A-Z]{3}))?")


def parse_rango(value: str) -> RangoPrecio:
    """Returns the interval of "min..max CUR"; either end and the currency may be left out. Raises: ValueError."""
    match = _RANGO.fullmatch(value)
    if not match or not (match[1] or match[2]):
        raise ValueError(f"not an interval like 200000..300000 or ..300 USD: {value!r}")
    low, high = (int(end) if end else None for end in (match[1], match[2]))
    if low is not None and high is not None and low > high:
        raise ValueError(f"interval with its ends reversed: {value!r}")
    return RangoPrecio(low, high, match[3] or "CLP")


def parse_categorias(value: str) -> tuple[str | None, ...]:
    """Returns the categories that are right: "A|B" either, "" none of the catalogue's."""
    return tuple(value.split("|")) if value else (None,)


def is_right(found: Entidad, gold: Anotacion, text: str) -> bool | None:
    """Returns whether a found entity has the annotated value; None where the annotation implies none."""
    if gold.entity == TipoEntidad.RANGO_PRECIO:
        return None if gold.value is None else found.valor == parse_rango(str(gold.value))
    if gold.entity == TipoEntidad.CATEGORIA:
        return None if gold.value is None else found.valor in parse_categorias(str(gold.value))
    if gold.entity == TipoEntidad.MARCA:
        wanted = text[gold.start : gold.end] if gold.value is None else str(gold.value)
        return _same_name(str(found.valor), wanted)
    return None


def _same_name(one: str, other: str) -> bool:
    """Returns whether two writings of a brand differ in nothing but capitals, accents, spaces and hyphens."""
    return _squeeze(one) == _squeeze(other)


def _squeeze(name: str) -> str:
    return re.sub(r"\W", "", key(name))
