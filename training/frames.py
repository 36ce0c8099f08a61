"""What two messages have in common when only their products differ: the masked frame. Pure."""

import re
from typing import Final

from app.nlu.normalize import fold
from training.rasa_yaml import Mensaje

_DIGITS: Final = re.compile(r"\d+")
_NO_WORD: Final = re.compile(r"[\W_]+")


def frame_of(mensaje: Mensaje) -> str:
    """Returns a message with its entities as labels, digits as 0, folded and without punctuation."""
    parts: list[str] = []
    position = 0
    for e in sorted(mensaje.entidades, key=lambda e: e.start):
        parts += [fold(mensaje.text[position : e.start]), f" {e.entity.upper()} "]
        position = e.end
    parts.append(fold(mensaje.text[position:]))
    return _NO_WORD.sub(" ", _DIGITS.sub("0", "".join(parts))).strip()
