"""Finds the words and phrases of the attribute lexicon in folded text, in any number and gender.

What a text denies ("sin bluetooth", "control no incluido") is no attribute of the product, nor is the colour of a part
("detalles rojos", "LED azul").
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from app.nlu.literal_words import LITERALES
from app.nlu.measures import Atributo
from app.nlu.normalize import fold

# First word -> (number of words, {phrase: (attribute, whether it means that in a description too)}), longest first.
Frases = Mapping[str, tuple[tuple[int, Mapping[str, tuple[str, bool]]], ...]]

WORD: Final = re.compile(r"[^\W_]+")

COLORES: Final = frozenset(
    "negro blanco gris rojo azul verde amarillo naranjo naranja rosado rosa morado cafe beige celeste plateado dorado "
    "turquesa burdeo crema lila violeta purpura marron fucsia grafito plata".split()
)
_RAICES: Final = frozenset(color.removesuffix("o") for color in COLORES)
_TERMINACION: Final = re.compile(r"(?:os?|as?|e?s)$")
_ENLACES: Final = frozenset("en de color colores y".split())
_PARTES: Final = frozenset(
    "detalle detalles led luz luces switch switches interruptor interruptores franja franjas costura costuras tinta "
    "logo borde bordes ribete ribetes laser acento acentos iluminacion tecla boton botones".split()
)
# Colours that are things too: "color café", not "para café molido".
_COSAS: Final = frozenset(
    "cafe cafes rosa rosas violeta violetas naranja naranjas crema cremas oliva olivas vino vinos mostaza menta "
    "lavanda chocolate".split()
)
_ANTES_DE_COSA: Final = frozenset("para de del el la los las un una su tu con acepta al y o mas cada".split())
_LITERAL_ROOTS: Final = frozenset(_TERMINACION.sub("", word) for word in LITERALES)
_IMPRIME: Final = re.compile(r"\bpaginas\b|\bimpres|\bimprim|\bmonocrom")
_NIEGAN: Final = frozenset("sin no ni excepto salvo".split())
_AJENO: Final = re.compile(r"\s*(?:no (?:viene |esta )?inclu|se venden? (?:por separado|aparte))")
_INVARIABLES: Final = frozenset("a al con de del el en la las los o para por sin y no".split())
_CONTENT_MAX: Final = 3  # longer phrases are set expressions: they are listed as people write them


def build_frases(sinonimos: Mapping[str, str]) -> Frases:
    """Returns the lexicon ready for reading.

    Args:
        sinonimos: phrase as people write it -> canonical attribute. Plurals and feminines need not be listed.
    """
    listed = {_words(frase): valor for frase, valor in sinonimos.items()}
    for valor in sinonimos.values():
        listed.setdefault(_words(valor), valor)
    found = {words: (valor, _is_literal(words, valor)) for words, valor in listed.items()}
    for words, entry in tuple(found.items()):
        for form in _inflections(words):
            found.setdefault(form, entry)
    by_first: dict[str, dict[int, dict[str, tuple[str, bool]]]] = {}
    for words, entry in found.items():
        if words:
            by_first.setdefault(words[0], {}).setdefault(len(words), {})[" ".join(words)] = entry
    return {first: tuple(sorted(sizes.items(), reverse=True)) for first, sizes in by_first.items()}


def read_frases(texto: str, frases: Frases, *, wish: bool = False) -> Iterator[Atributo]:
    """Yields the phrases of a folded text, the longest at each word.

    A wish is read in all of people's words and keeps what it denies ("sin cable"); a description is read literally.
    """
    matches = list(WORD.finditer(texto))
    words = [match[0] for match in matches]
    i = 0
    while i < len(words):
        size, valor = _longest(words, i, frases, wish=wish)
        if not size:
            i += 1
            continue
        start, end = matches[i].start(), matches[i + size - 1].end()
        if wish or not (_denied(words, i) or _AJENO.match(texto, end) or _of_a_part(texto, words, i, valor)):
            yield Atributo(valor, start, end)
        i += size


@lru_cache(maxsize=4096)
def is_color(valor: str) -> bool:
    """Returns whether an attribute is a basic colour."""
    return fold(valor) in COLORES


def _words(frase: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold(frase)))


def _longest(words: list[str], i: int, frases: Frases, *, wish: bool) -> tuple[int, str]:
    for size, phrases in frases.get(words[i], ()):
        valor, literal = phrases.get(" ".join(words[i : i + size]), ("", False))
        if valor and (wish or literal):
            return size, valor
    return 0, ""


def _is_literal(words: tuple[str, ...], valor: str) -> bool:
    """Returns whether a phrase means its attribute in a description too."""
    content = [word for word in words if word not in _INVARIABLES]
    if len(content) > 1:
        return True
    own = tuple(_root(word) for word in _words(valor)) == tuple(_root(word) for word in words)
    return (own and bool(content) and len(content[0]) > 1) or any(_root(word) in _LITERAL_ROOTS for word in content)


def _root(word: str) -> str:
    return _TERMINACION.sub("", word)


def _denied(words: list[str], i: int) -> bool:
    """Returns whether one of the two words before denies it: "sin bluetooth", "no incluye control"."""
    return any(word in _NIEGAN for word in words[max(0, i - 2) : i])


def _of_a_part(texto: str, words: list[str], i: int, valor: str) -> bool:
    """Returns whether a colour is a part's, what a printer prints, or no colour at all, and so not the product's."""
    if not is_color(valor.split(" ")[0]):
        return False
    if words[i] in _COSAS and (i == 0 or words[i - 1] in _ANTES_DE_COSA):
        return True
    if {"blanco", "y", "negro"} <= set(words[max(0, i - 2) : i + 3]) and _IMPRIME.search(texto):
        return True
    while i > 0 and (words[i - 1] in _ENLACES or _root(words[i - 1]) in _RAICES):
        i -= 1
    return i > 0 and words[i - 1] in _PARTES


def _inflections(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yields a phrase in the plural and the feminine: all its words, the first one, the last one."""
    content = [i for i, word in enumerate(words) if word not in _INVARIABLES]
    if not content or len(content) > _CONTENT_MAX:
        return
    for change in (_plural, _feminine, lambda word: _plural(_feminine(word))):
        for places in (content, content[:1], content[-1:]):
            yield tuple(change(word) if i in places else word for i, word in enumerate(words))


def _plural(word: str) -> str:
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    if word[-1:].isdigit() or word.endswith("s"):
        return word
    return f"{word}s" if word[-1:] in "aeiou" else f"{word}es"


def _feminine(word: str) -> str:
    return f"{word[:-1]}a" if len(word) > 3 and word.endswith("o") else word
