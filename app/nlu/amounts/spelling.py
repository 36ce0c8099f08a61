"""Reads words through the typos of a chat. Short words have their misspellings listed; long ones are compared."""

from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import groupby
from typing import Final

from rapidfuzz.distance import OSA

from app.nlu.amounts.lexicon import CANONICAS, CANONICAS_LARGAS, CENTENAS, DECENAS, DIECES, UNIDADES

# Below 7 letters ordinary words lie one slip away from numbers: "siento" (ciento), "cuarto" (cuatro), "doce".
_LONG: Final = 7
_VERY_LONG: Final = 10  # From here two slips still mean one word only.

# Sounds that are written in several ways: "kinientos", "dosientos", "nobecientos", "setesientos".
_SOUNDS: Final = (("qu", "k"), ("ce", "se"), ("ci", "si"), ("z", "s"), ("v", "b"), ("h", ""), ("ñ", "n"))

NUMEROS: Final = {**UNIDADES, **DIECES, **DECENAS, **CENTENAS}
_NUMEROS_LARGOS: Final = frozenset(word for word in NUMEROS if len(word) >= _LONG)


@lru_cache(maxsize=4096)
def number_word(word: str) -> int | None:
    """Returns the value of a folded number word from 1 to 900, typos included; None for any other word."""
    exact = NUMEROS.get(word)
    if exact is not None or len(word) < _LONG:
        return exact
    meant = _closest(word, _NUMEROS_LARGOS)
    return NUMEROS[meant] if meant else None


@lru_cache(maxsize=4096)
def canonical(word: str) -> str:
    """Returns the spelling by which a folded word is looked up in the cues."""
    known = CANONICAS.get(word)
    if known is not None or len(word) < _LONG:
        return known or word
    return _closest(word, CANONICAS_LARGAS) or word


def _closest(word: str, candidates: AbstractSet[str]) -> str | None:
    """Returns the one candidate that the word is a misspelling of; None when none is near or two mean other things."""
    sound = _sound(word)
    allowed = 2 if len(word) >= _VERY_LONG else 1
    alike = [c for c in candidates if _sound(c)[0] == sound[0]]
    near = sorted((OSA.distance(sound, _sound(c), score_cutoff=allowed), c) for c in alike)
    ranked = [pair for pair in near if pair[0] <= allowed]
    if not ranked:
        return None
    rivals = {NUMEROS.get(c, c) for distance, c in ranked if distance == ranked[0][0]}
    return ranked[0][1] if len(rivals) == 1 else None


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """Returns the word with one letter for each sound and no letter doubled."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return "".join(char for char, _ in groupby(word))
