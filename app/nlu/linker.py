"""The words of an entity to the value they stand for, through typos: never an ordinary word to a brand."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.models.dominio import Entidad, TipoEntidad, Valor
from app.nlu.attributes import Frases, canonical_atributo
from app.nlu.entity_extractor import Hallazgo
from app.nlu.lexicon import AMBIGUA, CATEGORIA, MARCA, Nombres, key, number_variants
from app.nlu.normalize import fold
from app.nlu.words import phonetic

_LEAST_SIMILAR: Final = 0.75
# Features are ordinary words more often than names are: only one letter in six or seven may differ.
_RASGO_SIMILAR: Final = 0.85
_RASGO_MIN: Final = 6


class Linker:
    """Links the spans of messages to the values of one catalogue. Thread-safe."""

    def __init__(self, nombres: Nombres, frases: Frases) -> None:
        self._nombres = nombres
        self._marcas = {**nombres.frases.get(MARCA, {}), **nombres.frases.get(AMBIGUA, {})}
        self._categorias = nombres.frases.get(CATEGORIA, {})
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
        found = self._marcas.get(frase) or self._marcas.get(frase.replace(" ", "")) or self._similar_marca(frase)
        return found or _tidy(words)

    def _similar_marca(self, frase: str) -> str | None:
        """Returns the brand that a misspelt one was meant to be, by its letters or by its sound."""
        if frase in self._nombres.ordinarias or len(frase) < 4:
            return None
        found = _closest(frase, tuple(self._marcas))
        return self._marcas[found] if found else None

    def _caracteristica(self, words: str) -> str:
        """Returns the attribute as the catalogue's cards have it, a misspelt one included; else the words tidied up."""
        frase, valor = key(words), canonical_atributo(words, self._frases)
        tidied = fold(valor) in (frase, *number_variants(frase))
        known = not tidied or frase in self._rasgos or frase in self._nombres.ordinarias
        if known or len(frase) < _RASGO_MIN or not frase.replace(" ", "").isalpha():
            return valor
        found = process.extractOne(frase, self._rasgos, scorer=OSA.normalized_similarity, score_cutoff=_RASGO_SIMILAR)
        return canonical_atributo(found[0], self._frases) if found and found[0][0] == frase[0] else valor

    def _categoria(self, words: str) -> str | None:
        """Returns the catalogue's category for a kind of product; None for a kind that this shop does not have."""
        frase = key(words)
        for form in number_variants(frase):
            if form in self._categorias:
                return self._categorias[form]
        parts = frase.split()
        for size in range(len(parts) - 1, 0, -1):
            for first in range(len(parts) - size + 1):
                found = self._categorias.get(" ".join(parts[first : first + size]))
                if found:
                    return found
        found = _closest(frase, tuple(self._categorias)) or _closest(parts[0], tuple(self._categorias))
        return self._categorias[found] if found else None


def _closest(frase: str, names: tuple[str, ...]) -> str | None:
    """Returns the name closest to a folded phrase in letters, or in sound, None when none is close."""
    if len(frase) < 4:
        return None
    found = process.extractOne(frase, names, scorer=OSA.normalized_similarity, score_cutoff=_LEAST_SIMILAR)
    if found:
        return str(found[0])
    sound = phonetic(frase)
    heard = process.extractOne(
        sound, names, scorer=OSA.normalized_similarity, processor=phonetic, score_cutoff=_LEAST_SIMILAR
    )
    return str(heard[0]) if heard else None


def _tidy(words: str) -> str:
    """Returns a brand that is in no list the way a shop would print it: "  zorbex " -> "Zorbex"."""
    words = " ".join(words.split())
    return words.title() if words.islower() else words
