"""Folds a message for reading and keeps the way back to the characters as typed.

"AUDÍFONOS para Ñuñoa" reads as "audifonos para ñuñoa". Offsets found in the folded text return to the text as
typed through `Normalizado.span`. One pass over the characters, each folded by itself: linear in the message.
Source: nlu-guidelines, Language; protocol, /model/parse (offsets are characters of the text as typed).
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_TILDE: Final = "\u0303"  # n + this is the letter ñ, as some keyboards and macOS file names write it
_MARKS: Final = frozenset({"Mn", "Me"})  # accents, variation selectors, keycap frames
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs"})  # NUL and controls, zero-width and bidi marks, lone surrogates

# Characters whose compatibility form would mislead: "Nº" must not become the word "no".
_EXCEPTIONS: Final = {
    "ñ": "ñ", "Ñ": "ñ", "º": "°", "ª": "°", "™": "", "℠": "", "⁄": "/", "´": "'", "″": '"', "“": '"', "”": '"',
    "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'", "′": "'", "‐": "-", "‑": "-", "‒": "-",
    "–": "-", "—": "-", "―": "-", "−": "-",
}  # fmt: skip


@dataclass(frozen=True)
class Normalizado:
    """A folded text. `mapa[i]`/`fines[i]`: where character i of it starts and ends (exclusive) in the text as typed."""

    texto: str
    mapa: tuple[int, ...]
    fines: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the offsets in the text as typed of `texto[start:end]`, with the combining marks that follow it.

        Raises: IndexError when start or end lie outside the folded text, or end comes before start.
        """
        if not 0 <= start <= end <= len(self.texto):
            raise IndexError(f"span {start}:{end} of a text of {len(self.texto)} characters")
        if start < end:
            return self.mapa[start], self.fines[end - 1]
        here = self.mapa[start] if start < len(self.mapa) else (self.fines[-1] if self.fines else 0)
        return here, here


def normalize(texto: str) -> Normalizado:
    """Returns the text in lower case without accents (ñ stays), with the map back to the characters as typed."""
    if texto.isascii() and texto.isprintable() and "`" not in texto:
        return Normalizado(texto.lower(), tuple(range(len(texto))), tuple(range(1, len(texto) + 1)))
    folded: list[str] = []
    mapa: list[int] = []
    fines: list[int] = []
    for i, char in enumerate(texto):
        piece = _fold_char(char)
        if piece is None:  # A mark belongs to the character that it is written on.
            if fines and fines[-1] == i:
                fines[-1] = i + 1
                if char == _TILDE and folded[-1] == "n":
                    folded[-1] = "ñ"
            continue
        for folded_char in piece:
            folded.append(folded_char)
            mapa.append(i)
            fines.append(i + 1)
    return Normalizado("".join(folded), tuple(mapa), tuple(fines))


def fold(texto: str) -> str:
    """Returns just the folded text, for comparing words with lists."""
    return normalize(texto).texto


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str | None:
    """Returns what one character folds to: "" when it is dropped, None when it is a mark on the one before it."""
    if char in _EXCEPTIONS:
        return _EXCEPTIONS[char]
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category in _MARKS:
        return None
    if category in _DROPPED:
        return ""
    apart = unicodedata.normalize("NFKD", char.lower())
    bare = "".join(_EXCEPTIONS.get(c, c) for c in apart if unicodedata.category(c) not in _MARKS)
    return unicodedata.normalize("NFC", bare).lower()
