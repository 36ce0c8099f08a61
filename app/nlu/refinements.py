"""What the person asks for after a message: the search so far, with only what the message names anew replaced.

Source: nlu-guidelines, Over several turns.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.models.dominio import Aviso, Entidad, Filtros, Mencion, ProductoFicha, RangoPrecio, TipoEntidad
from app.nlu.bounds import beyond, combine, in_pesos, merge_range, relative, wanted_order
from app.nlu.kinds import merge_features
from app.nlu.noun_phrases import noun_phrases
from app.nlu.reading import Lectura, candidates, of_type, plain_words, value_of
from app.nlu.references import Vista
from app.nlu.removals import Retiro, other_brands, remove

MAX_CARACTERISTICAS: Final = 12  # more than this in one search says nothing to anybody
MAX_MARCAS: Final = 12

_SUMA: Final = re.compile(r"\b(?:tambien|ademas|sum(?:a|ale|emos)|agreg\w*|inclu\w*|añad\w*|igual de)\b")
_PARA: Final = re.compile(r"\b(?P<antes>para|de|con) (?:(?:el|la|mi|un|una|marca#\d+) )*(?P<tag>producto#\d+)")
_CON: Final = re.compile(
    r"\b(?:con|tengan?|traigan?|trae|incluyan?) (?:(?:el|la|su|un|una|buen|buena) )?(?P<tag>categoria#\d+)"
)
_SOLO_PARTES: Final = frozenset({"ssd", "disco ssd", "disco solido"})  # "y ssd de 512", said of a notebook
_ENUMERA: Final = re.compile(r"categoria#\d+(?: \S+)? (?:,|o|u|y) (?:(?:un|el|l[oa]|un[oa])s? )?categoria#\d+")


@dataclass(frozen=True, slots=True)
class Refinamiento:
    """A search after a message. `nuevo` says whether the message named anything to search by or took anything back."""

    filtros: Filtros
    menciones: tuple[Mencion, ...] = ()
    avisos: tuple[Aviso, ...] = ()
    nuevo: bool = False


def refine(
    filtros: Filtros, lectura: Lectura, vista: Vista, tasas: Mapping[str, float], medidos: Sequence[ProductoFicha]
) -> Refinamiento:
    """Returns the search that a message leads to.

    Args:
        filtros: what was asked for so far.
        tasas: pesos per unit of other currencies.
        medidos: the products that "más barato" compares with; empty when nothing was shown.
    """
    retiro = remove(replace(filtros, relajados=()), lectura)
    what_for = _what_for(lectura, vista) | _parts(lectura, filtros)
    entidades = tuple(what_for.get(e, e) for e in lectura.parse.entidades if e not in retiro.fuera)
    after = _subject(retiro.filtros, lectura, entidades, vista)
    fresh = (after.categoria, after.texto, after.productos) != (filtros.categoria, filtros.texto, filtros.productos)
    after, avisos = _brands(after, lectura, entidades, retiro, vista), list[Aviso]()
    after, more = _features(after, lectura, entidades, retiro)
    avisos += more
    after, more = _prices(after, lectura, entidades, tasas, () if fresh else medidos)
    avisos += more
    kinds = of_type(entidades, TipoEntidad.CATEGORIA)
    if len(kinds) > 1 and lectura.has(_ENUMERA):
        avisos.append(Aviso.VARIAS_CATEGORIAS)
    named = any(e.entity != TipoEntidad.RANGO_PRECIO for e in entidades) or after != replace(filtros, relajados=())
    menciones = mentions(lectura, retiro.fuera | what_for.keys())
    return Refinamiento(after, menciones, tuple(dict.fromkeys(avisos)), named or retiro.quito)


def mentions(lectura: Lectura, fuera: frozenset[Entidad] = frozenset()) -> tuple[Mencion, ...]:
    """Returns the products that a message names, with the brand beside the name."""
    named = ((s.producto, s) for s in noun_phrases(lectura))
    return tuple(_mention(p, s.entidades) for p, s in named if p is not None and p not in fuera)


def _mention(producto: Entidad, entidades: Sequence[Entidad]) -> Mencion:
    brands = [e for e in entidades if e.entity == TipoEntidad.MARCA]
    words = " ".join(e.value.strip() for e in sorted([*brands, producto], key=lambda e: e.start))
    return Mencion(words, candidates(producto))


def _what_for(lectura: Lectura, vista: Vista) -> dict[Entidad, Entidad]:
    """Returns the products that only say what a kind of thing goes with, as features: "juegos para PS5"."""
    kinds = {value_of(e) for e in lectura.parse.de_tipo(TipoEntidad.CATEGORIA)}
    found: dict[Entidad, Entidad] = {}
    for match in _PARA.finditer(lectura.texto) if kinds else ():
        producto = lectura.entidad(match["tag"])
        if match["antes"] == "para" or not kinds & kinds_of(candidates(producto), vista):
            words = producto.value.strip().lower()
            found[producto] = replace(producto, entity=TipoEntidad.CARACTERISTICAS, valor=words)
    return found


def _parts(lectura: Lectura, filtros: Filtros) -> dict[Entidad, Entidad]:
    """Returns the kinds of thing that are only a part of what is searched for, as features: "con ssd", "con teclado"."""
    if filtros.categoria is None:
        return {}
    tags = (m["tag"] for m in _CON.finditer(lectura.texto))
    parts = [lectura.entidad(tag) for tag in tags]
    parts += [e for e in lectura.parse.de_tipo(TipoEntidad.CATEGORIA) if plain_words(e.value) in _SOLO_PARTES]
    return {
        e: replace(e, entity=TipoEntidad.CARACTERISTICAS, valor=e.value.strip().lower())
        for e in parts
        if e.valor != filtros.categoria
    }


def _subject(filtros: Filtros, lectura: Lectura, entidades: tuple[Entidad, ...], vista: Vista) -> Filtros:
    """Returns the search after what the message says of the kind of thing, or of one product by name."""
    kinds = of_type(entidades, TipoEntidad.CATEGORIA)
    filtros = _kind_of_thing(filtros, lectura, kinds, vista)
    named = of_type(entidades, TipoEntidad.PRODUCTO)
    if not named:
        return filtros
    ids = tuple(dict.fromkeys(i for e in named for i in candidates(e)))
    before = {filtros.categoria} if filtros.categoria else kinds_of(filtros.productos, vista)
    if filtros.texto or (not filtros.vacio and before and not before & kinds_of(ids, vista)):
        filtros = Filtros(categoria=filtros.categoria if kinds else None)
    return replace(filtros, productos=ids, marcas=())


def _kind_of_thing(filtros: Filtros, lectura: Lectura, named: tuple[Entidad, ...], vista: Vista) -> Filtros:
    if not named:
        return filtros
    first = named[0]
    if first.valor is None and len(named) > 1 and lectura.has(_ENUMERA):
        first = next((e for e in named if e.valor is not None), first)
    if first.valor is None:
        texto = first.value.strip()
        return filtros if plain_words(texto) == plain_words(filtros.texto) else Filtros(texto=texto)
    categoria = value_of(first)
    if filtros.productos:
        same = categoria in kinds_of(filtros.productos, vista)
        return replace(filtros, categoria=categoria) if same else Filtros(categoria=categoria)
    if categoria == filtros.categoria or (filtros.categoria is None and not filtros.texto):
        return replace(filtros, categoria=categoria)
    return Filtros(categoria=categoria)


def kinds_of(ids: Sequence[int], vista: Vista) -> set[str | None]:
    """Returns the categories of those products that are known."""
    return {vista.fichas[i].categoria for i in ids if i in vista.fichas}


def _brands(
    filtros: Filtros, lectura: Lectura, entidades: tuple[Entidad, ...], retiro: Retiro, vista: Vista
) -> Filtros:
    named = tuple(dict.fromkeys(value_of(e) for e in of_type(entidades, TipoEntidad.MARCA)))[:MAX_MARCAS]
    ruled_out = tuple(value_of(e) for e in retiro.negados if e.entity == TipoEntidad.MARCA)
    if other_brands(lectura):
        seen = [vista.fichas[vista.foco]] if vista.foco in vista.fichas else vista.visibles
        ruled_out += filtros.marcas or tuple(dict.fromkeys(p.marca for p in seen if p.marca))
        filtros = replace(release_products(filtros, vista), marcas=())
    if named:
        if filtros.productos and not of_type(entidades, TipoEntidad.PRODUCTO):
            filtros = release_products(filtros, vista)
        kept = filtros.marcas if lectura.has(_SUMA) else ()
        return replace(filtros, marcas=tuple(dict.fromkeys((*kept, *named)))[:MAX_MARCAS], marcas_excluidas=())
    if ruled_out:
        excluded = tuple(dict.fromkeys((*filtros.marcas_excluidas, *ruled_out)))[:MAX_MARCAS]
        rest = tuple(m for m in filtros.marcas if m not in excluded)
        return replace(filtros, marcas=rest, marcas_excluidas=() if rest else excluded)
    return filtros


def _features(
    filtros: Filtros, lectura: Lectura, entidades: tuple[Entidad, ...], retiro: Retiro
) -> tuple[Filtros, list[Aviso]]:
    named = [value_of(e) for e in of_type(entidades, TipoEntidad.CARACTERISTICAS)]
    named += [f"sin {value_of(e)}" for e in retiro.sin]
    suma = lectura.has(_SUMA)
    merged = merge_features(filtros.caracteristicas, tuple(named), categoria=filtros.categoria, suma=suma)
    avisos = [Aviso.CARACTERISTICAS_DE_MAS] if len(merged) > MAX_CARACTERISTICAS else []
    if any(e.entity == TipoEntidad.CARACTERISTICAS for e in retiro.negados):
        avisos.append(Aviso.NO_SE_PUEDE_EXCLUIR)
    return replace(filtros, caracteristicas=merged[:MAX_CARACTERISTICAS]), avisos


def _prices(
    filtros: Filtros,
    lectura: Lectura,
    entidades: tuple[Entidad, ...],
    tasas: Mapping[str, float],
    medidos: Sequence[ProductoFicha],
) -> tuple[Filtros, list[Aviso]]:
    read = [in_pesos(e.valor, tasas) for e in entidades if isinstance(e.valor, RangoPrecio)]
    rango, contradiction = combine(r for r, _ in read if r is not None)
    avisos = [a for a in (*(aviso for _, aviso in read), contradiction) if a is not None]
    way, order = relative(lectura), wanted_order(lectura)
    if rango is not None:
        filtros = merge_range(filtros, rango)
    elif way is not None and medidos and not read:
        return beyond(release_products(filtros, medidos), medidos, way), avisos
    return (replace(filtros, orden=order) if order is not None else filtros), avisos


def release_products(filtros: Filtros, shown: Vista | Sequence[ProductoFicha]) -> Filtros:
    """Returns a search for the kind of thing instead of the products that were named: "más barato", "en Samsung"."""
    if not filtros.productos:
        return filtros
    fichas = shown.visibles if isinstance(shown, Vista) else shown
    kinds = {p.categoria for p in fichas}
    categoria = filtros.categoria or (kinds.pop() if len(kinds) == 1 else None)
    return replace(filtros, productos=(), categoria=categoria)
