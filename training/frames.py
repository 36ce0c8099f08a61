"""What two messages have in common when only their products differ: the masked frame. Pure."""

import re
from typing import Final

from app.models.dominio import TipoEntidad
from app.nlu.normalize import fold
from training.rasa_yaml import Mensaje

_DIGITS: Final = re.compile(r"\d+")
_NO_WORD: Final = re.compile(r"[\W_]+")
_LABEL_WORDS: Final = frozenset(word for tipo in TipoEntidad for word in tipo.value.upper().split("_"))


def frame_of(mensaje: Mensaje) -> str:
    """Returns a message with its entities as labels, digits as 0, folded and without punctuation."""
    parts: list[str] = []
    position = 0
    for e in sorted(mensaje.entidades, key=lambda e: e.start):
        parts += [fold(mensaje.text[position : e.start]), f" {e.entity.upper()} "]
        position = e.end
    parts.append(fold(mensaje.text[position:]))
    return _NO_WORD.sub(" ", _DIGITS.sub("0", "".join(parts))).strip()


def sentence_of(mensaje: Mensaje) -> str:
    """Returns a message's frame, "" where nothing but entities is in it: "galaxy a54" has no sentence to share."""
    frame = frame_of(mensaje)
    return "" if _LABEL_WORDS.issuperset(frame.split()) else frame
