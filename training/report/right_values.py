"""Whether a found entity has the value that the annotation asks for. Source: nlu-guidelines, Normalised values."""

import re

from app.models.dominio import Entidad, TipoEntidad
from app.nlu.lexicon import key
from training.rasa_yaml import Anotacion
from training.values import alternatives, read_rango


def is_right(found: Entidad, gold: Anotacion, text: str) -> bool:
    """Returns whether the value is right; a brand annotated without one is spelt by its own words in `text`."""
    if gold.entity == TipoEntidad.RANGO_PRECIO:
        return found.valor == read_rango(str(gold.value))
    if gold.entity == TipoEntidad.CATEGORIA:
        return found.valor in (alternatives(gold.value) or (None,))
    wanted = text[gold.start : gold.end] if gold.value is None else str(gold.value)
    return _squeeze(str(found.valor)) == _squeeze(wanted)


def _squeeze(name: str) -> str:
    """Returns a name without capitals, accents, spaces and hyphens: "De'Longhi" and "delonghi" are one brand."""
    return re.sub(r"\W", "", key(name))
