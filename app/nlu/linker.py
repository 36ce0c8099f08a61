"""The words of an entity to the value they stand for, through typos: never an ordinary word to a brand."""

from collections.abc import Callable, Container, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.models.dominio import Entidad, TipoEntidad, Valor
from app.nlu.attributes import Frases, canonical_atributo, es_medida
from app.nlu.entity_extractor import Hallazgo
from app.nlu.lexicon import AMBIGUA, CATEGORIA, MARCA, Nombres, key, number_variants
from app.nlu.normalize import fold
from app.nlu.words import phonetic

_LEAST_SIMILAR: Final = 0.75  # one slip in four letters, two in eight
_SHORTEST: Final = 4  # letters; in a shorter word one slip makes another word
_LONGEST: Final = 60  # letters; no name is longer, and a monster of a word costs nothing
_BEFORE_KIND: Final = frozenset(
    "mini super smart buen buena gran nuevo nueva otro otra algun alguna set kit pack".split()
)
# Features are ordinary words more often than names are: only one letter in six or seven may differ.
_RASGO_SIMILAR: Final = 0.85
_RASGO_MIN: Final = 6


class Linker:
    """Links the spans of messages to the values of one catalogue. Thread-safe."""

    def __init__(self, nombres: Nombres, frases: Frases) -> None:
        marcas = {**nombres.frases.get(MARCA, {}), **nombres.frases.get(AMBIGUA, {})}
        self._ordinarias = nombres.ordinarias
        self._marcas = _Names(marcas, nombres.ordinarias)
        self._categorias = _Names(nombres.frases.get(CATEGORIA, {}), nombres.ordinarias)
        self._frases = frases
        self._rasgos = tuple(
            f for sizes in frases.values() for _, group in sizes for f in group if len(f) >= _RASGO_MIN
        )
        self._by_type: dict[TipoEntidad, Callable[[str], Valor]] = {
            TipoEntidad.MARCA: lru_cache(maxsize=2048)(self._marca),
            TipoEntidad.CATEGORIA: lru_cache(maxsize=2048)(self._categoria),
            TipoEntidad.CARACTERISTICAS: lru_cache(maxsize=2048)(self._caracteristica),
            TipoEntidad.PRODUCTO: lambda words: (),
        }

    def link(self, texto: str, hallazgo: Hallazgo) -> Entidad:
        """Returns the entity of a span, with its normalised value."""
        words = texto[hallazgo.start : hallazgo.end]
        valor: Valor = hallazgo.rango or self._by_type[hallazgo.tipo](words)
        return Entidad(
            hallazgo.tipo, words, hallazgo.start, hallazgo.end, round(hallazgo.score, 4), hallazgo.extractor, valor
        )

    def _marca(self, words: str) -> str:
        """Returns the brand as the catalogue writes it, else as the lists do, else the words tidied up."""
        frase = key(words)
        found = self._marcas.exact(frase) or self._marcas.similar(frase)
        return (self._marcas.values[found] if found else None) or _tidy(words)

    def _caracteristica(self, words: str) -> str:
        """Returns the attribute as the catalogue's cards have it, a misspelt one included; else the words tidied up."""
        frase, valor = key(words), canonical_atributo(words, self._frases)
        tidied = fold(valor) in (frase, *number_variants(frase))
        known = not tidied or es_medida(valor) or frase in self._rasgos or frase in self._ordinarias
        if known or len(frase) < _RASGO_MIN or not frase.replace(" ", "").isalpha():
            return valor
        found = process.extractOne(frase, self._rasgos, scorer=OSA.normalized_similarity, score_cutoff=_RASGO_SIMILAR)
        return canonical_atributo(found[0], self._frases) if found and found[0][0] == frase[0] else valor

    def _categoria(self, words: str) -> str | None:
        """Returns the catalogue's category for a kind of product; None for a kind that this shop does not have.

        A kind is named by its first words ("funda de notebook" is no notebook), so the longest known beginning counts.
        """
        parts = key(words).split()
        while len(parts) > 1 and parts[0] in _BEFORE_KIND and not self._categorias.exact(" ".join(parts)):
            parts = parts[1:]
        for size in range(len(parts), 0, -1):
            for frase in number_variants(" ".join(parts[:size])):
                if found := self._categorias.exact(frase):
                    return self._categorias.values[found]
        similar = self._categorias.similar(" ".join(parts)) or (self._categorias.similar(parts[0]) if parts else None)
        return self._categorias.values[similar] if similar else None


class _Names:
    """Known phrases with their values, found as written, run together, or misspelt."""

    def __init__(self, values: Mapping[str, str | None], ordinarias: Container[str]) -> None:
        self.values = values
        self._ordinarias = ordinarias
        self._joined = {_join(frase): frase for frase in values}
        self._names = tuple(values)
        self._sounds = {phonetic(frase): frase for frase in values}
        self._heard = tuple(self._sounds)

    def exact(self, frase: str) -> str | None:
        """Returns the known phrase that this folded one is, spaces and hyphens aside ("tp link", "micro ondas")."""
        return frase if frase in self.values else self._joined.get(_join(frase))

    def similar(self, frase: str) -> str | None:
        """Returns the known phrase that a misspelt one was meant to be, by its letters or by its sound.

        Words of everyday Spanish are not misspelt: they are no name at all.
        """
        if not _SHORTEST <= len(frase) <= _LONGEST or all(word in self._ordinarias for word in frase.split()):
            return None
        scorer = OSA.normalized_similarity
        if found := process.extractOne(frase, self._names, scorer=scorer, score_cutoff=_LEAST_SIMILAR):
            return str(found[0])
        heard = process.extractOne(phonetic(frase), self._heard, scorer=scorer, score_cutoff=_LEAST_SIMILAR)
        return self._sounds[heard[0]] if heard else None


def _join(frase: str) -> str:
    """Returns the letters and digits of a phrase."""
    return "".join(char for char in frase if char.isalnum())


def _tidy(words: str) -> str:
    """Returns a brand that is in no list the way a shop would print it: "  zorbex " -> "Zorbex"."""
    words = " ".join(words.split())
    return words.title() if words.islower() else words
