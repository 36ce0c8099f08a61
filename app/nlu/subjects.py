"""What a search is about after a message: a kind of thing, a product by name, or words that no list knows.

A new kind starts afresh; the same one, or the first after a search without any, refines.
Source: nlu-guidelines, Over several turns.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.models.dominio import Entidad, Filtros, ProductoFicha, TipoEntidad
from app.nlu.reading import Lectura, candidates, of_type, plain_words, roots, value_of
from app.nlu.references import Vista

_PARA: Final = re.compile(r"\b(?P<antes>para|de|con) (?:(?:el|la|mi|un|una|marca#\d+) )*(?P<tag>producto#\d+)")
_TODOS_LOS: Final = re.compile(r"\btod[oa]s l[oa]s categoria#")
_SOLO_PARA: Final = re.compile(
    r"(?:(?:y|pero|que sean?|,) )*para (?:(?:el|la|mi|un|una|marca#\d+) )*producto#\d+(?: ,)*"
)
_CON: Final = re.compile(
    r"\b(?:con|tengan?|traigan?|trae|incluyan?|quepan?|cab[ae]n?|sirvan? para|(?:^|(?:y|que sean?|pero) )para) "
    r"(?:(?:el|la|su|mi|un|una|buen|buena) )?(?P<tag>categoria#\d+)"
)
_SOLO_PARTES: Final = frozenset({"ssd", "disco ssd", "disco solido"})  # "y ssd de 512", said of a notebook
_PREPOSICIONES: Final = frozenset("de del para con a en y o por".split())
_ENUMERA: Final = re.compile(r"categoria#\d+(?: \S+)? (?:,|o|u|y) (?:(?:un|el|l[oa]|un[oa])s? )?categoria#\d+")


def as_meant(lectura: Lectura, filtros: Filtros, vista: Vista) -> dict[Entidad, Entidad]:
    """Returns, as features, the names that only describe what is asked for: "juegos para PS5", "con teclado"."""
    kinds = lectura.parse.de_tipo(TipoEntidad.CATEGORIA)
    described = _what_for(lectura, filtros, {value_of(e) for e in kinds}, vista)
    if filtros.categoria is not None and len(kinds) == 1:
        described += _parts(lectura, filtros.categoria)
    feature = TipoEntidad.CARACTERISTICAS
    return {e: replace(e, entity=feature, valor=e.value.strip().lower()) for e in described}


def subject(filtros: Filtros, lectura: Lectura, entidades: tuple[Entidad, ...], vista: Vista) -> Filtros:
    """Returns the search after what the message says of the kind of thing, or of one product by name."""
    kinds = of_type(entidades, TipoEntidad.CATEGORIA)
    filtros = _kind_of_thing(filtros, lectura, kinds, vista)
    named = of_type(entidades, TipoEntidad.PRODUCTO)
    if not named:
        return filtros
    ids = tuple(dict.fromkeys(i for e in named for i in candidates(e)))
    before = {filtros.categoria} if filtros.categoria else kinds_of(filtros.productos, vista)
    unknown = filtros.texto and filtros.categoria is None
    if unknown or (not filtros.vacio and before and not before & kinds_of(ids, vista)):
        filtros = Filtros(categoria=filtros.categoria if kinds else None)
    return replace(filtros, productos=ids, marcas=(), texto="")


def names_several_kinds(lectura: Lectura, entidades: tuple[Entidad, ...]) -> bool:
    """Returns whether several kinds of thing are asked for at once: "un refri, un hervidor"."""
    return len(of_type(entidades, TipoEntidad.CATEGORIA)) > 1 and lectura.has(_ENUMERA)


def release_products(filtros: Filtros, shown: Vista | Sequence[ProductoFicha]) -> Filtros:
    """Returns a search for the kind of thing instead of the products that were named: "más barato", "en Samsung"."""
    if not filtros.productos:
        return filtros
    fichas = shown.visibles if isinstance(shown, Vista) else shown
    kinds = {p.categoria for p in fichas}
    categoria = filtros.categoria or (kinds.pop() if len(kinds) == 1 else None)
    return replace(filtros, productos=(), categoria=categoria)


def kinds_of(ids: Sequence[int], vista: Vista) -> set[str | None]:
    """Returns the categories of those products that are known."""
    return {vista.fichas[i].categoria for i in ids if i in vista.fichas}


def _kind_of_thing(filtros: Filtros, lectura: Lectura, named: tuple[Entidad, ...], vista: Vista) -> Filtros:
    if not named:
        return filtros
    first = named[0]
    if first.valor is None and len(named) > 1 and lectura.has(_ENUMERA):
        first = next((e for e in named if e.valor is not None), first)
    if first.valor is None:
        texto = first.value.strip()
        return filtros if plain_words(texto) == plain_words(filtros.texto) else Filtros(texto=texto)
    categoria, texto = value_of(first), modifier(first.value, value_of(first))
    if filtros.productos:
        same = categoria in kinds_of(filtros.productos, vista)
        return replace(filtros if same else Filtros(), categoria=categoria, texto=texto)
    if lectura.has(_TODOS_LOS):
        return Filtros(categoria=categoria, texto=texto)  # "muéstrame todas las carpas"
    if categoria == filtros.categoria or (filtros.categoria is None and not filtros.texto):
        return replace(filtros, categoria=categoria, texto=texto or filtros.texto)
    return Filtros(categoria=categoria, texto=texto)


def modifier(words: str, categoria: str) -> str:
    """Returns what a name of a kind says beyond the category's: "aspiradora robot" of Aspiradoras is "robot".

    "" where it is another name for all of it ("computador portátil") or joins its words ("cargador de celular").
    """
    said, known = words.split(), set(roots(categoria))
    plain = plain_words(words).split()
    if len(said) < 2 or not set(roots(said[0])) <= known or _PREPOSICIONES.intersection(plain):
        return ""
    return " ".join(w.lower() for w in said[1:] if not set(roots(w)) <= known)


def _what_for(lectura: Lectura, filtros: Filtros, kinds: set[str], vista: Vista) -> list[Entidad]:
    """Returns the products that say what a kind of thing goes with: "juegos para PS5", "cargador de iPhone"."""
    if _SOLO_PARA.fullmatch(lectura.texto) and filtros.categoria is not None:
        kinds = {filtros.categoria}  # "para la PS5", said of games
        found = [("de", e) for e in lectura.parse.de_tipo(TipoEntidad.PRODUCTO)]
        return [e for _, e in found if not kinds & kinds_of(candidates(e), vista)]
    found = [(m["antes"], lectura.entidad(m["tag"])) for m in _PARA.finditer(lectura.texto)] if kinds else []
    return [e for antes, e in found if antes == "para" or not kinds & kinds_of(candidates(e), vista)]


def _parts(lectura: Lectura, categoria: str) -> list[Entidad]:
    """Returns the kinds of thing that are only a part of what is searched for: "con teclado", "y ssd de 512"."""
    found = [lectura.entidad(m["tag"]) for m in _CON.finditer(lectura.texto)]
    found += [e for e in lectura.parse.de_tipo(TipoEntidad.CATEGORIA) if plain_words(e.value) in _SOLO_PARTES]
    return [e for e in found if e.valor != categoria]
