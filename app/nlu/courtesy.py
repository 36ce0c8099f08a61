"""Tells one courtesy from another (a hello, thanks, a goodbye, an acknowledgement), and one call for help from another.

Source: nlu-guidelines, `saludo` and `ayuda`.
"""

import re
from typing import Final

from app.models.dominio import Ayuda, Cortesia
from app.nlu.normalize import fold

# The first that is found wins: "gracias, chao" says goodbye, "hola, gracias" gives thanks.
_CUES: Final = (
    (
        Cortesia.DESPEDIDA,
        re.compile(
            r"\b(?:cha(?:o|ito|u)|ad(?:ios|io)|bye|hasta (?:luego|pronto|la proxima|manana|otra)|nos vemos|nos estamos"
            r" viendo|cuidate|que estes? bien|buen (?:dia|finde) (?:para|igual)|me (?:voy|despido)|"
            r"eso (?:era|seria) todo)\b"
        ),
    ),
    (
        Cortesia.GRACIAS,
        re.compile(r"\b(?:gra(?:cias|x|cia)|grax|agrade\w+|te pasaste|muy amable|thanks|thank you|merci|un siete)\b"),
    ),
    (
        Cortesia.HOLA,
        re.compile(
            r"\b(?:ho+l[aio]+\w*|wen[ao]s?|buen[ao]s?|buen dia|alo|hey|holi\w*|hi|hello|que tal|"
            r"como (?:estas?|va|andas?)|que onda|quiubo|saludos)\b"
        ),
    ),
)


def courtesy_of(texto: str) -> Cortesia:
    """Returns what kind of courtesy a message is; one without any cue acknowledges what was said."""
    folded = fold(texto)
    return next((kind for kind, cue in _CUES if cue.search(folded)), Cortesia.ACUSE)


_PERSONA: Final = re.compile(
    r"\b(?:person(?:a|al|as)|human[oa]s?|ejecutiv[oa]s?|vendedor(?:a|es)?|agentes?|operador(?:a|es)?|asesor(?:a|es)?|"
    r"alguien|telefono|llamar|bot|robot|maquina)\b"
)
_MALENTENDIDO: Final = re.compile(
    r"\bno (?:era|es|fue|quise|queria|me refer\w+|me entend\w+|entend\w+ (?:lo que|bien)|te pedi|dije|pedi)\b|"
    r"\b(?:me )?entendiste mal\b|\bte equivoca\w*\b|\beso no\b"
)


def help_of(texto: str) -> Ayuda:
    """Returns what kind of help a message calls for."""
    folded = fold(texto)
    if _PERSONA.search(folded):
        return Ayuda.PERSONA
    return Ayuda.MALENTENDIDO if _MALENTENDIDO.search(folded) else Ayuda.GENERAL
