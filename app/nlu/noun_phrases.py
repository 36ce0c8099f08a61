"""Entities that stand together as one noun phrase: "el [notebook] [Lenovo] de [16 GB]" names one thing, not three.

Source: nlu-guidelines, Over several turns ("el Lenovo" points into the products just shown).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.models.dominio import Entidad, ProductoFicha, TipoEntidad
from app.nlu.attributes import cumple
from app.nlu.reading import Lectura, candidates, plain_words, stems, value_of

_DETERMINANTE: Final = re.compile(
    r"\b(?:el|la|al|del|ese|esa|este|esta|aquel|aquella)"
    r"(?: (?:primer|segund|tercer|cuart|ultim)[oa]?)?(?: (?:modelo|equipo|producto|aparato))?"
    r"(?: (?:de|con|en|de color|que (?:es|tiene|trae|viene)(?: con| en)?))?$"
)
_PLURAL: Final = re.compile(r"\b(?:l[oa]s|es[oa]s|est[oa]s)(?: (?:dos|tres|cuatro|[234]))?$")
_INDEFINIDO: Final = re.compile(r"\b(?:un[oa]?|algun[oa]?)(?: (?:de|con|en|de color|que (?:sea|tenga|traiga)))?$")
_PREPOSICION: Final = re.compile(r"\b(?:en|con|por|para|de|sobre|a|sin) (?:el|la)$")
_JUNTO: Final = frozenset({"", "de", "de color", "color", "en", "en color", "con"})


@dataclass(frozen=True, slots=True)
class Sintagma:
    """One noun phrase: its entities, its words as typed, and whether an article singles it out ("el", "ese")."""

    entidades: tuple[Entidad, ...]
    texto: str
    antes: str  # the tagged words before it, for its article

    @property
    def determinado(self) -> bool:
        """Returns whether it is singled out: "el Lenovo", "la de 16 GB", not "Lenovo" nor "los Lenovo"."""
        return _DETERMINANTE.search(self.antes) is not None

    @property
    def indefinido(self) -> bool:
        """Returns whether it means any such thing: "una de 50", "un rojo"."""
        return _INDEFINIDO.search(self.antes) is not None

    @property
    def plural(self) -> bool:
        """Returns whether it means several at once: "los dos Samsung", "las negras"."""
        return _PLURAL.search(self.antes) is not None

    @property
    def con_preposicion(self) -> bool:
        """Returns whether the article follows a preposition: "en la talla 42"."""
        return _PREPOSICION.search(self.antes) is not None

    @property
    def producto(self) -> Entidad | None:
        """Returns the product named in it, if any."""
        return self.first(TipoEntidad.PRODUCTO)

    @property
    def distingue(self) -> bool:
        """Returns whether it says something by which products of one kind differ."""
        return any(e.entity not in (TipoEntidad.CATEGORIA, TipoEntidad.RANGO_PRECIO) for e in self.entidades)

    def first(self, tipo: TipoEntidad) -> Entidad | None:
        """Returns its first entity of one label."""
        return next((e for e in self.entidades if e.entity == tipo), None)

    def fits(self, ficha: ProductoFicha) -> bool:
        """Returns whether a product has everything that the phrase says."""
        return all(_fits(e, ficha) for e in self.entidades)


def noun_phrases(lectura: Lectura) -> list[Sintagma]:
    """Returns the noun phrases of a message, in the order of the text."""
    return list(_build(lectura, _groups(lectura.tokens)))


def is_named(ficha: ProductoFicha, words: str) -> bool:
    """Returns whether a product's name holds all of these words: "Air M2" names the "MacBook Air 13 M2"."""
    return set(stems(words).split()) <= set(stems(ficha.nombre).split()) and bool(stems(words).strip())


def says(ficha: ProductoFicha, caracteristica: str) -> bool:
    """Returns whether a product has a feature as an attribute, or says it in its own words."""
    return cumple(ficha.atributos, caracteristica) or _has_words(ficha, caracteristica)


def _groups(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """Yields start and end (exclusive) in the tokens of entities that stand together."""
    start = end = -1
    for i, token in enumerate(tokens):
        if "#" not in token:
            continue
        if start >= 0 and _joined(tokens[start:end], " ".join(tokens[end:i]), token):
            end = i + 1
            continue
        if start >= 0:
            yield start, end
        start, end = i, i + 1
    if start >= 0:
        yield start, end


def _joined(group: list[str], gap: str, token: str) -> bool:
    tipo = token.partition("#")[0]
    if gap not in _JUNTO or tipo == TipoEntidad.RANGO_PRECIO:
        return False
    if tipo == TipoEntidad.CARACTERISTICAS:
        return True
    if gap in ("con", "en"):
        return False
    return not any(t.startswith(f"{tipo}#") or t.startswith("rango_precio#") for t in group)


def _build(lectura: Lectura, groups: Iterator[tuple[int, int]]) -> Iterator[Sintagma]:
    tokens = lectura.tokens
    for start, end in groups:
        entidades = tuple(lectura.entidad(t) for t in tokens[start:end] if "#" in t)
        words = lectura.parse.text[entidades[0].start : max(e.end for e in entidades)]
        yield Sintagma(entidades, words.strip(), " ".join(tokens[max(0, start - 4) : start]))


def _fits(entidad: Entidad, ficha: ProductoFicha) -> bool:
    if entidad.entity == TipoEntidad.MARCA:
        return plain_words(value_of(entidad)) == plain_words(ficha.marca or "")
    if entidad.entity == TipoEntidad.CATEGORIA:
        return entidad.valor == ficha.categoria or _has_words(ficha, entidad.value)
    if entidad.entity == TipoEntidad.PRODUCTO:
        return ficha.id in candidates(entidad) or is_named(ficha, entidad.value)
    if entidad.entity == TipoEntidad.CARACTERISTICAS:
        return says(ficha, value_of(entidad)) or _has_words(ficha, entidad.value)
    return True


def _has_words(ficha: ProductoFicha, value: str) -> bool:
    """Returns whether name, description or attributes hold these words, endings of gender and number aside."""
    text = stems(" ".join((ficha.nombre, ficha.descripcion, *ficha.atributos)))
    return stems(value) in text
