"""Noise as thumbs and dictation make it, on annotated messages; spans move with their text. Seeded, so repeatable."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from num2words import num2words

from app.nlu.normalize import fold
from training.rasa_yaml import Anotacion, Mensaje

Piece = Callable[[str, random.Random], str]

_ROWS: Final = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_CHAT: Final = {
    "que": "q", "qué": "q", "por favor": "xfa", "porque": "pq", "también": "tb", "para": "pa", "quiero": "kiero",
    "por": "x", "te": "t", "de": "d", "más": "+", "bien": "bn", "hola": "ola", "mucho": "muxo", "cuál": "kual",
    "está": "sta", "estoy": "toy", "algo": "algo", "muchas": "muxas", "gracias": "grax", "tienen": "tienn",
    "aquí": "aki", "quería": "keria", "busco": "vusco", "buenas": "wenas", "bueno": "weno", "con": "cn",
}  # fmt: skip
_CHAT_WORDS: Final = re.compile(rf"\b(?:{'|'.join(sorted(_CHAT, key=len, reverse=True))})\b", re.IGNORECASE)
_EMOJIS: Final = ("😊", "🙏", "😅", "👀", "🔥", "😭", "👍", "🤔", "🥺", "❤️", "😍", "🙈", "👌🏽", "🎮", "💻")
_PLAIN_NUMBER: Final = re.compile(r"(?<![\w.,])\d{1,3}(?![\w.,%\"])")
_ACCENTED: Final = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")


def _without_accents(text: str, rng: random.Random) -> str:
    return text.translate(_ACCENTED)


def _capitals(text: str, rng: random.Random) -> str:
    return text.upper()


def _lower(text: str, rng: random.Random) -> str:
    return text.lower()


def _without_punctuation(text: str, rng: random.Random) -> str:
    return re.sub(r"[¿?¡!,;:…]+|\.(?=\s|$)", "", text)


def _chat(text: str, rng: random.Random) -> str:
    return _CHAT_WORDS.sub(lambda m: _CHAT[m[0].lower()] if rng.random() < 0.7 else m[0], text)


def _dictated(text: str, rng: random.Random) -> str:
    spoken = _PLAIN_NUMBER.sub(lambda m: str(num2words(int(m[0]), lang="es")), text)
    return _without_punctuation(spoken, rng).lower()


def _thumbs(text: str, rng: random.Random) -> str:
    """Returns the text with about one slip in every fourth longer word."""
    return re.sub(r"[^\W\d_]{4,}", lambda m: _slip(m[0], rng) if rng.random() < 0.25 else m[0], text)


def _slip(word: str, rng: random.Random) -> str:
    """Returns a word with one letter missed, doubled, swapped with the next, or hit beside its key."""
    i = rng.randrange(1, len(word))
    kind = rng.randrange(4)
    if kind == 0:
        return word[:i] + word[i + 1 :]
    if kind == 1:
        return word[:i] + word[i] + word[i:]
    if kind == 2 and i + 1 < len(word):
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    row = next((r for r in _ROWS if fold(word[i]) in r), "")
    if not row:
        return word
    at = row.index(fold(word[i]))
    return word[:i] + row[max(0, min(len(row) - 1, at + rng.choice((-1, 1))))] + word[i + 1 :]


NOISE: Final[Mapping[str, Piece]] = {
    "sin_tildes": _without_accents,
    "mayusculas": _capitals,
    "minusculas": _lower,
    "sin_puntuacion": _without_punctuation,
    "chat": _chat,
    "dictado": _dictated,
    "dedos": _thumbs,
}
EMOJI: Final = "emojis"
KINDS: Final = (*NOISE, EMOJI)


def add_noise(mensaje: Mensaje, kind: str, rng: random.Random) -> Mensaje:
    """Returns the message with one kind of noise all over; its annotations cover the same words."""
    if kind == EMOJI:
        return replace(mensaje, text=f"{mensaje.text} {rng.choice(_EMOJIS)}")
    change = NOISE[kind]
    return _rebuild(mensaje, [(change(text, rng), e) for text, e in _pieces(mensaje)])


def swap_names(mensaje: Mensaje, names: Mapping[str, Sequence[str]], rng: random.Random) -> Mensaje:
    """Returns the message with each entity that `names` has alternatives for replaced by one of them."""
    return _rebuild(
        mensaje,
        [
            (rng.choice(names[e.entity]), replace(e, value=None)) if e and names.get(e.entity) else (text, e)
            for text, e in _pieces(mensaje)
        ],
    )


def _pieces(mensaje: Mensaje) -> list[tuple[str, Anotacion | None]]:
    """Returns the message cut at its spans: text, and the annotation that covers it."""
    out: list[tuple[str, Anotacion | None]] = []
    position = 0
    for e in sorted(mensaje.entidades, key=lambda e: e.start):
        out += [(mensaje.text[position : e.start], None), (mensaje.text[e.start : e.end], e)]
        position = e.end
    return [*out, (mensaje.text[position:], None)]


def _rebuild(mensaje: Mensaje, pieces: Sequence[tuple[str, Anotacion | None]]) -> Mensaje:
    """Returns the message of these pieces; a span left empty or blank loses its annotation."""
    text, entidades = "", []
    for piece, e in pieces:
        if e and (bare := piece.strip()):
            start = len(text) + piece.index(bare)
            entidades.append(replace(e, start=start, end=start + len(bare)))
        text += piece
    return replace(mensaje, text=text, entidades=tuple(entidades))
