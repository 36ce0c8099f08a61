"""Reads the name of a model as people write it, and ranks the products that it may be. Pure.

The digits of a model are what it is: "iPhone 16" is never the iPhone 15, nor the 16 Pro. Its words may have typos, be
glued or split: "galxy a54", "iphone13", "wh1000xm5", "airfryer hd9650", "galaxy a 54".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from app.database.vocabulary import Vocabulario
from app.nlu.normalize import fold

INTERPRETACIONES_MAX: Final = 16
WORDS_MAX: Final = 8
FAR: Final = 1_000_000  # how far a name without a number is from one with it

_WORD: Final = re.compile(r"[a-z0-9ñ]+")
_RUN: Final = re.compile(r"[a-zñ]+|\d+")
_RELLENO: Final = frozenset(
    "el la los las un una de del con y o para modelo nuevo nueva original celular telefono".split()
)
# Words that tell a version without naming another model: they rank, but need not be in the name.
_OPCIONAL: Final = re.compile(r"^(?:\d+(?:gb|tb)|gb|tb|5g|4g|lte|wifi)$")
_ALIAS: Final = {
    "ps": "playstation", "play": "playstation", "aifon": "iphone", "ifon": "iphone", "aifone": "iphone",
    "ifone": "iphone",
}  # fmt: skip
# After a number they make another model: the iPhone 16 Pro is no iPhone 16.
_OTRO_MODELO: Final = frozenset("pro max plus ultra mini lite fe".split())
_VARIANTES: Final = frozenset("slim digital oled se xl neo classic edge air elite".split())
_AJENO: Final = frozenset("para compatible".split())
_BEFORE_TOLERANCE: Final = 2  # how many more words than the best may stand before the model


@dataclass(frozen=True, slots=True)
class Candidato:
    """A product whose name has all the words asked for."""

    id: int
    nombre: str
    marca: str | None
    categoria: str
    stock: int
    posicion: int | None


def palabras(texto: str) -> list[str]:
    """Returns the words of a name as the index of names has them."""
    return _WORD.findall(fold(texto))


def interpretaciones(nombre: str, vocabulario: Vocabulario) -> list[tuple[str, ...]]:
    """Returns the sets of words that a name may stand for, likeliest first; every word of one has to be there."""
    words = [w for w in palabras(nombre) if w not in _RELLENO][:WORDS_MAX]
    required = [w for w in words if not _OPCIONAL.match(w)]
    if not required:
        return []
    readings: dict[tuple[str, ...], None] = {}
    for grouped in _groupings(required, vocabulario):
        options = [_options(word, vocabulario) for word in grouped]
        for choice in islice(product(*options), INTERPRETACIONES_MAX):
            reading = tuple(dict.fromkeys(w for option in choice for w in option))
            if reading:
                readings.setdefault(reading)
    return list(readings)[:INTERPRETACIONES_MAX]


def has_line(reading: Sequence[str]) -> bool:
    """Returns whether a reading names a line by a word ("redmi", "playstation"), and not by a code alone."""
    return any(word.isalpha() and len(word) >= 4 for word in reading)


def rank(candidatos: Sequence[Candidato], readings: Sequence[Sequence[str]]) -> list[int]:
    """Returns the ids of the products that the name means, best first.

    What only goes with the product ("Funda para iPhone 13") and what is another model (the 13 Pro) is left out; so are
    lesser matches: categories with fewer of them, and variants where the plain model is there.
    """
    fits = [fit for c in candidatos if (fit := _best_fit(c, readings)) is not None]
    if not fits:
        return []
    least = min(fit.antes for fit in fits)
    sizes = Counter(fit.candidato.categoria for fit in fits if fit.antes == least)
    main = {categoria for categoria, size in sizes.items() if 2 * size > max(sizes.values())}
    fits = [f for f in fits if f.candidato.categoria in main and f.antes <= least + _BEFORE_TOLERANCE]
    if any(fit.variantes == 0 and fit.numbered for fit in fits):
        fits = [fit for fit in fits if fit.variantes == 0]
    return [fit.candidato.id for fit in sorted(fits, key=_Fit.key)]


def nearness(nombre: str, candidato: Candidato) -> tuple[float, ...]:
    """Returns how far a product is from a name that the catalogue does not have; less is nearer."""
    asked, has = palabras(nombre), palabras(candidato.nombre)
    letters = {run for word in has for run in _RUN.findall(word)}
    shared = sum(run in letters for word in asked for run in _RUN.findall(word) if run.isalpha())
    gap = min((abs(n - w) for w in _numbers(asked)[:1] for n in _numbers(has)), default=FAR)
    return (any(word in _AJENO for word in has), -shared, gap, len(has), candidato.id)


@dataclass(frozen=True, slots=True)
class _Fit:
    candidato: Candidato
    antes: int
    variantes: int
    huecos: int
    sobran: int
    numbered: bool

    def key(self) -> tuple[int, ...]:
        posicion = self.candidato.posicion
        return (
            self.variantes,
            self.antes,
            self.huecos,
            self.candidato.stock <= 0,
            self.sobran,
            10**9 if posicion is None else posicion,
            self.candidato.id,
        )


def _groupings(words: list[str], vocabulario: Vocabulario) -> Iterator[list[str]]:
    """Yields the words as typed, then with each pair of neighbours as one: "a 54" is a54, "mac book" is macbook."""
    yield words
    for i in range(len(words) - 1):
        glued = words[i] + words[i + 1]
        if glued in vocabulario.palabras or not glued.isalpha():
            yield [*words[:i], glued, *words[i + 2 :]]
    if len(words) > 2 and "".join(words) in vocabulario.palabras:
        yield ["".join(words)]


def _options(word: str, vocabulario: Vocabulario) -> list[tuple[str, ...]]:
    """Returns the ways to read one word, each as words of the index."""
    if word.isalpha():
        options: list[tuple[str, ...]] = [(w,) for w in (*vocabulario.corregir(word), *vocabulario.completar(word))]
        if word in _ALIAS:
            options.append((_ALIAS[word],))
        if word not in vocabulario.palabras and (cut := vocabulario.partir(word)):
            options.insert(0, cut)
        return options or [(word,)]
    codes: list[tuple[str, ...]] = [(word,)]
    runs = _RUN.findall(word)
    if len(runs) > 1:
        codes += [_spelled(parts, vocabulario) for parts in ((runs[0], "".join(runs[1:])), tuple(runs))]
        codes.append(("".join(runs[:-1]), runs[-1]))
    if word not in vocabulario.palabras:
        codes += [(code,) for code in vocabulario.terminadas_en(word)]
    return list(dict.fromkeys(codes))


def _spelled(parts: Sequence[str], vocabulario: Vocabulario) -> tuple[str, ...]:
    """Returns the parts of a code with its words corrected: "ipone13" is iphone 13, "ps5" playstation 5."""
    first = _ALIAS.get(parts[0]) or next(iter(vocabulario.corregir(parts[0])), parts[0])
    return (first, *parts[1:])


def _best_fit(candidato: Candidato, readings: Sequence[Sequence[str]]) -> _Fit | None:
    fits = [fit for reading in readings if (fit := _fit(candidato, reading)) is not None]
    return min(fits, key=_Fit.key, default=None)


def _fit(candidato: Candidato, reading: Sequence[str]) -> _Fit | None:
    """Returns how a product's name has the words of a reading, None when it is not what is meant."""
    known = {*palabras(candidato.marca or ""), *_kind_words(candidato.categoria)}
    name = [w for w in palabras(candidato.nombre) if w not in known or w in reading]
    places = [name.index(w) for w in reading if w in name]
    if len(places) < len([w for w in reading if w not in known]):
        return None
    if not places:  # the brand alone, or the kind alone
        return _Fit(candidato, 0, 0, 0, len(name), False)
    first, last = min(places), max(places)
    if any(word in _AJENO for word in name[:first]):
        return None
    numbered = any(char.isdigit() for word in reading for char in word)
    after = [w for w in name[last + 1 :] if not _OPCIONAL.match(w) and w not in reading][:1]
    between = [w for w in name[first:last] if w not in reading]
    if numbered and any(w in _OTRO_MODELO for w in (*after, *between)):
        return None
    variantes = sum(w in _VARIANTES or w in _OTRO_MODELO for w in name if w not in reading)
    return _Fit(candidato, first, variantes, len(between), len(name) - len(places), numbered)


def _kind_words(categoria: str) -> Iterator[str]:
    """Yields the words of a category, singular too: "Televisores" gives televisores, televisore, televisor."""
    for word in palabras(categoria):
        yield from (word, word.removesuffix("s"), word.removesuffix("es"))


def _numbers(words: Sequence[str]) -> list[int]:
    """Returns the numbers in words: 54 of "a54"; capacities and sizes are left out."""
    return [int(run) for word in words if not _OPCIONAL.match(word) for run in _RUN.findall(word) if run.isdigit()]
