"""Brings the forms of a word together: "giratoria" and "giratorios" have one root, "pliega" and "plegable" are kin."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from Stemmer import Stemmer  # type: ignore[import-not-found]

_STEMMER: Final = Stemmer("spanish")  # its calls hold the interpreter's lock, so threads may share it
# Words that Snowball gives the root of another: "solar" that of "solo", "cámara" that of "cama".
_CONFUNDIDAS: Final = {
    "solar": "solar", "solares": "solar", "suelo": "suelo", "suelos": "suelo", "preparaciones": "preparacion",
    "camara": "camara", "camaras": "camara", "laser": "laser", "vaso": "vaso", "vasos": "vaso",
}  # fmt: skip
_DIPTONGO: Final = re.compile(r"(?<=[^aeiou])(?:ie|ue)(?=[^aeiou])")
_COMIENZO: Final = 5  # letters by which two roots are kin
_CORTA: Final = 3  # a shorter root is kin to itself only


@lru_cache(maxsize=8192)
def raiz_de(palabra: str) -> str:
    """Returns the root of a folded word (Snowball)."""
    return _CONFUNDIDAS.get(palabra) or str(_STEMMER.stemWord(palabra))


def tiene_pariente(raiz: str, otras: Iterable[str]) -> bool:
    """Returns whether a root of the same family is among the others: "muel" and "mol", "trapead" and "trapeador"."""
    una = _infinitivo(raiz)
    return any(_emparentadas(una, _infinitivo(otra)) for otra in otras)


@lru_cache(maxsize=8192)
def _infinitivo(raiz: str) -> str:
    """Returns the root with the vowel of its infinitive: "pliega" comes from "plegar"."""
    return _DIPTONGO.sub(lambda m: "e" if m[0] == "ie" else "o", raiz)


def _emparentadas(una: str, otra: str) -> bool:
    """Returns whether the longer goes on with a suffix, which begins with a vowel, or both begin alike for long."""
    corta, larga = sorted((una, otra), key=len)
    if corta == larga or (len(corta) >= _COMIENZO and larga.startswith(corta[:_COMIENZO])):
        return True
    return len(corta) >= _CORTA and larga.startswith(corta) and larga[len(corta)] in "aeiou"
