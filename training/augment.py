"""Writes a message again the way thumbs, dictation or a hurry would, with its annotation kept: seeded, for training
and for the report's slices.

Each kind of noise rewrites the pieces of a message, between and inside its entities, so that spans follow by themselves.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Final, TypeAlias

from num2words import num2words

from training.rasa_yaml import Anotacion, Mensaje

Piece: TypeAlias = tuple[str, Anotacion | None]
Noise: TypeAlias = Callable[[str, Random], str]

# The neighbours of each letter on a Spanish phone keyboard.
_ROWS: Final = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_TYPO_EVERY: Final = 14  # letters
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_NUMBER: Final = re.compile(r"(?<![\w.,-])\$?\s?(\d{1,3}(?:\.\d{3})+|\d{1,7})(?![\w.,-]*\d)(?!\w)")
_FEMININE: Final = re.compile(r"\s*(?:luca|luka|gamba|pulgada|puerta|persona|hora|talla|plaza)", re.IGNORECASE)
_PUNCTUATION: Final = re.compile(r"""[¿?¡!;:"'«»…()]+|(?<!\d)[.,]|[.,](?!\d)""")
_EMOJIS: Final = ("🙏", "😊", "😅", "👍", "🔥", "😭", "❤️", "🤔", "👀", "💸", "🛒", "🎁", "😍", "🙌🏽", "👨‍👩‍👧")
_CHAT: Final[Mapping[str, Sequence[str]]] = {
    "que": ("q", "ke", "k"), "qué": ("q", "ke"), "por": ("x",), "porque": ("xq", "pq"), "para": ("pa", "xa"),
    "también": ("tb", "tmb"), "quiero": ("kiero", "qiero"), "quisiera": ("kisiera",), "estoy": ("toy",), "de": ("d",),
    "está": ("ta",), "hola": ("ola", "holi"), "favor": ("fa",), "cuál": ("cual", "kual"), "cuánto": ("cuanto", "kuanto"),
    "busco": ("vusco", "busko"), "necesito": ("nesesito", "necesto"), "me": ("m",), "te": ("t",), "mensaje": ("msj",),
    "gracias": ("grax", "grcias"), "bueno": ("weno", "wno"), "buenas": ("wenas",), "algo": ("alg",), "como": ("komo",),
    "más": ("mas", "+"), "tienen": ("tienn", "tienne"), "con": ("cn", "kn"), "aquí": ("aki",), "mejor": ("mjr",),
}  # fmt: skip


def drop_accents(text: str, rng: Random) -> str:
    """Returns the text without accents; ñ stays, as it does on a Spanish keyboard."""
    return "".join(c if c in "ñÑ" else _bare(c) for c in text)


def add_typos(text: str, rng: Random) -> str:
    """Returns the text with a slip of the thumb about every 14 letters of its longer words."""
    return _WORD.sub(lambda word: _slip(word[0], rng) if rng.random() < len(word[0]) / _TYPO_EVERY else word[0], text)


def shout(text: str, rng: Random) -> str:
    """Returns the text in capitals."""
    return text.upper()


def drop_punctuation(text: str, rng: Random) -> str:
    """Returns the text without punctuation, except inside numbers."""
    return re.sub(r"  +", " ", _PUNCTUATION.sub(" ", text)) if _PUNCTUATION.search(text) else text


def chat(text: str, rng: Random) -> str:
    """Returns the text in chat spelling: "q", "xfa", "tb", "kiero"."""
    text = re.sub(r"\bpor favor\b", lambda m: rng.choice(("xfa", "porfa", "xfavor")), text, flags=re.IGNORECASE)
    return re.sub(r"[^\W\d_]+", lambda m: _in_chat(m[0], rng), text)


def dictate(text: str, rng: Random) -> str:
    """Returns the text as dictation writes it: lower case, no punctuation, free-standing numbers in words."""
    return drop_punctuation(_NUMBER.sub(lambda m: _spell(m, text), text.lower()), rng)


def keep(text: str, rng: Random) -> str:
    """Returns the text as it is."""
    return text


KINDS: Final[Mapping[str, Noise]] = {
    "no_accents": drop_accents,
    "typos": add_typos,
    "capitals": shout,
    "no_punctuation": drop_punctuation,
    "chat_spelling": chat,
    "dictated_numbers": dictate,
    "emojis": keep,
}


def add_noise(mensaje: Mensaje, kind: str, rng: Random) -> Mensaje:
    """Returns a message with one kind of noise; its spans and labels stay on the same words."""
    noise = KINDS[kind]
    pieces: list[Piece] = [(noise(text, rng), entidad) for text, entidad in _split(mensaje)]
    if kind == "emojis":
        pieces.append((" " + " ".join(rng.choices(_EMOJIS, k=rng.choice((1, 1, 2)))), None))
    return _join(mensaje, pieces)


def swap_names(mensaje: Mensaje, names: Mapping[str, Sequence[str]], rng: Random) -> Mensaje:
    """Returns a message with each entity that `names` has a list for replaced by another name of its kind."""
    pieces: list[Piece] = []
    for text, entidad in _split(mensaje):
        others = names.get(entidad.entity) if entidad else None
        pieces.append((rng.choice(others) if others else text, entidad))
    return _join(mensaje, pieces)


def augment(mensaje: Mensaje, names: Mapping[str, Sequence[str]], rng: Random) -> Mensaje:
    """Returns a noisy copy of a training message: half of the time other names, then one or two kinds of noise."""
    if rng.random() < 0.5:
        mensaje = swap_names(mensaje, names, rng)
    for kind in rng.sample(sorted(KINDS), k=rng.choice((1, 2))):
        mensaje = add_noise(mensaje, kind, rng)
    return mensaje


def _split(mensaje: Mensaje) -> list[Piece]:
    """Returns the pieces of a message, those between its entities without annotation."""
    pieces: list[Piece] = []
    position = 0
    for entidad in sorted(mensaje.entidades, key=lambda e: e.start):
        pieces.append((mensaje.text[position : entidad.start], None))
        pieces.append((mensaje.text[entidad.start : entidad.end], entidad))
        position = entidad.end
    return [*pieces, (mensaje.text[position:], None)]


def _join(mensaje: Mensaje, pieces: Sequence[Piece]) -> Mensaje:
    """Returns the message of these pieces; an entity takes no spaces at its ends, and none that became empty stays."""
    text = ""
    entidades: list[Anotacion] = []
    for piece, entidad in pieces:
        inner = piece.strip()
        if entidad and inner:
            start = len(text) + piece.index(inner)
            entidades.append(replace(entidad, start=start, end=start + len(inner)))
        text += piece
    return replace(mensaje, text=text, entidades=tuple(entidades))


def _bare(char: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))


def _slip(word: str, rng: Random) -> str:
    """Returns a word with one slip: a neighbour's key, two letters the other way round, one left out or doubled."""
    i = rng.randrange(1, len(word) - 1)
    here, after = word[i], word[i + 1]
    kind = rng.randrange(4)
    if kind == 0:
        return word[:i] + rng.choice(_neighbours(here)) + word[i + 1 :]
    if kind == 1:
        return word[:i] + after + here + word[i + 2 :]
    return word[:i] + word[i + 1 :] if kind == 2 else word[:i] + here + word[i:]


def _neighbours(letter: str) -> str:
    """Returns the keys beside a letter's, the letter itself when it has no key of its own."""
    for row in _ROWS:
        at = row.find(letter.lower())
        if at >= 0:
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return letter


def _in_chat(word: str, rng: Random) -> str:
    short = _CHAT.get(word.lower())
    return rng.choice(short) if short and rng.random() < 0.7 else word


def _spell(match: re.Match[str], text: str) -> str:
    """Returns a number in words: "trescientas" before "lucas", with "pesos" when it had a $."""
    number = int(match[1].replace(".", ""))
    words = str(num2words(number, lang="es"))
    if _FEMININE.match(text, match.end()):
        words = re.sub(r"ientos\b", "ientas", re.sub(r"\buno$", "una", words))
    elif number % 10 == 1:
        words = re.sub(r"uno$", "un", words)
    return f"{words} pesos" if "$" in match[0] else words
