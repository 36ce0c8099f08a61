"""Words of a folded text, and how they sound: shared by the tokeniser, the lists and the classifier."""

import re
from functools import lru_cache
from typing import Final

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


@lru_cache(maxsize=8192)
def phonetic(word: str) -> str:
    """Returns how a folded word sounds, so that "kiero", "quiero" and "qiero" are one: "kiero"."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word
