"""Tells one courtesy from another: a hello, thanks, a goodbye, an acknowledgement. Source: nlu-guidelines, `saludo`."""

import re
from typing import Final

from app.models.dominio import Cortesia
from app.nlu.normalize import fold

# The first that is found wins: "gracias, chao" says goodbye, "hola, gracias" gives thanks.
_CUES: Final = (
    (
        Cortesia.DESPEDIDA,
        re.compile(
            r"\b(?:cha(?:o|ito|u)|ad(?:ios|io)|bye|hasta (?:luego|pronto|la proxima|manana|otra)|nos vemos|nos estamos"
            r" viendo|cuidate|que estes? bien|buen (?:dia|finde) (?:para|igual)|me (?:voy|despido)|eso (?:era|seria) todo)\b"
        ),
    ),
    (
        Cortesia.GRACIAS,
        re.compile(r"\b(?:gra(?:cias|x|cia)|grax|agrade\w+|te pasaste|muy amable|thanks|thank you|merci|un siete)\b"),
    ),
    (
        Cortesia.HOLA,
        re.compile(
            r"\b(?:ho+l[aio]+\w*|wen[ao]s?|buen[ao]s?|buen dia|alo|hey|holi\w*|hi|hello|que tal|como (?:estas?|va|andas?)|"
            r"que onda|quiubo|saludos)\b"
        ),
    ),
)


def courtesy_of(texto: str) -> Cortesia:
    """Returns what kind of courtesy a message is; one without any cue acknowledges what was said."""
    folded = fold(texto)
    return next((kind for kind, cue in _CUES if cue.search(folded)), Cortesia.ACUSE)
