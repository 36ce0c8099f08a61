"""Words of a folded text: how they sound and what they come from. Shared by tokeniser, lists, NER and classifier."""

import re
from functools import lru_cache
from typing import Final

from Stemmer import Stemmer  # type: ignore[import-not-found]

# A word may hold an apostrophe, hyphen, dot or ampersand between its letters: "de'longhi", "tp-link", "199.990".
WORD: Final = re.compile(r"[^\W_]+(?:['\-.&+,][^\W_]+)*|[^\s]")

_SOUNDS: Final = (
    (re.compile(r"(.)\1+"), r"\1"),  # "holaaa", "perro", "calle": runs become one letter
    (re.compile(r"qu(?=[ei])|q|c(?=[^ehi]|$)"), "k"),
    (re.compile(r"ch"), "x"),
    (re.compile(r"c|z"), "s"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"h"), ""),
    (re.compile(r"v|w"), "b"),
    (re.compile(r"y(?=[aeiou])"), "l"),  # yeísmo: "ll" has become "l" above
    (re.compile(r"m(?=[bp])"), "n"),
)


_STEMMER: Final = Stemmer("spanish")  # Snowball in C; its calls hold the interpreter's lock, so threads may share it.


@lru_cache(maxsize=8192)
def phonetic(word: str) -> str:
    """Returns how a folded word sounds, so that "kiero", "quiero" and "qiero" are one: "kiero"."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Returns the stem of a folded word as it sounds, so that "recomiendas" and "rekomiendan" are one; others as is."""
    return phonetic(_STEMMER.stemWord(word)) if word.isalpha() else word
