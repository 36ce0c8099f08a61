"""What the person asks for after a message: the search so far, with only what the message names anew replaced.

Source: nlu-guidelines, Over several turns.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.models.dominio import Aviso, Entidad, Filtros, Mencion, ProductoFicha, RangoPrecio, TipoEntidad
from app.nlu.bounds import as_said, beyond, combine, in_pesos, merge_range, moved_limit, orders, relative, wanted_order
from app.nlu.cues import bare_number
from app.nlu.kinds import merge_features
from app.nlu.noun_phrases import Sintagma, noun_phrases
from app.nlu.reading import Lectura, candidates, of_type, value_of
from app.nlu.recipients import recipient
from app.nlu.references import Vista
from app.nlu.removals import Retiro, other_brands, remove
from app.nlu.said_limits import features_said
from app.nlu.subjects import as_meant, names_several_kinds, release_products, subject

MAX_CARACTERISTICAS: Final = 12  # more than this in one search says nothing to anybody
MAX_MARCAS: Final = 12

_O_MARCA: Final = re.compile(r"o (?:de |en |si no )?marca#\d+(?: ,)*")
_SOLO_MARCAS: Final = re.compile(
    r"(?:(?:y|ya|bueno|mejor|pero|ok|quiero|muestrame) )*(?:solo|solamente|unicamente|nada mas|que sean?|de|en)"
    r" (?:l[oa]s |de )*marca#\d+(?: (?:,|o|y|u|de|en) (?:(?:de|en|l[oa]s) )*marca#\d+)*(?: ,)*"
)
_MARCAS_SOLAS: Final = re.compile(r"(?:ya |mejor |, )*marca#\d+(?: (?:,|o|u|y|e) marca#\d+)+(?: ,)*")
_MISMA_MARCA: Final = re.compile(r"\b(?:misma|esa|dicha) marca\b(?!#)")
_QUE_HAY_DE: Final = re.compile(
    r"\bque (?:mas |otras? |otros |cosas |productos )*(?:tienen?|tienes|hay|venden?|manejan|tendran?) (?:mas )?"
    r"(?:de|en) (?:la |esa )?(?:marca(?!#) )?(?:marca#\d+|esa marca|ell[oa]s)"
)
_MISMO_PRECIO: Final = re.compile(r"\b(?:mism[oa]|ese|esa|dicho) (?:presupuesto|precio|plata|rango|monto|valor)\b")
_SUMA: Final = re.compile(
    rf"^{_O_MARCA.pattern}$|\b(?:tambien|ademas|sum(?:a|ale|emos)|agreg\w*|inclu\w*|añad\w*|igual de)\b"
)


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
    if wants_brand_at_large(filtros, lectura, vista):
        filtros = Filtros()
    retiro = remove(replace(filtros, relajados=()), lectura)
    meant = as_meant(lectura, filtros, vista)
    entidades = tuple(meant.get(e, e) for e in lectura.parse.entidades if e not in retiro.fuera)
    if _moves_price(filtros, lectura):
        entidades = ()  # "¿y si subo a [950]?" speaks of the price, whatever the number was taken for
    after = subject(retiro.filtros, lectura, entidades, vista)
    fresh = (after.categoria, after.texto, after.productos) != (filtros.categoria, filtros.texto, filtros.productos)
    after, avisos = (
        _brands(_with_the_same(after, filtros, lectura, vista), lectura, entidades, retiro, vista),
        list[Aviso](),
    )
    after, more = _features(after, lectura, entidades, retiro)
    avisos += more
    after, more = _prices(after, lectura, entidades, tasas, () if fresh else medidos)
    avisos += more
    after = replace(after, para=recipient(lectura) or after.para)
    if names_several_kinds(lectura, entidades):
        avisos.append(Aviso.VARIAS_CATEGORIAS)
    named = any(e.entity != TipoEntidad.RANGO_PRECIO for e in entidades) or after != replace(filtros, relajados=())
    spent = retiro.fuera | meant.keys()
    menciones = tuple(m for s in noun_phrases(lectura) if s.producto not in spent for m in mentions_in(s))
    return Refinamiento(after, menciones, tuple(dict.fromkeys(avisos)), named or retiro.quito)


def adds_brand(lectura: Lectura) -> bool:
    """Returns whether the message only adds a brand to a search: "o [Dell]"."""
    return _O_MARCA.fullmatch(lectura.texto) is not None


def narrows_to_brands(lectura: Lectura) -> bool:
    """Returns whether the message only says which brands to keep to: "solo [Samsung] o [LG]", "[Nike] o [Adidas]"."""
    if "?" not in lectura.parse.text and _MARCAS_SOLAS.fullmatch(lectura.texto) is not None:
        return True
    return _SOLO_MARCAS.fullmatch(lectura.texto) is not None


def wants_brand_at_large(filtros: Filtros, lectura: Lectura, vista: Vista) -> bool:
    """Returns whether the message asks what else there is of a brand that had nothing of the kind asked for.

    "¿Tienen notebooks Samsung?" "No…" "¿Y qué tienen de Samsung entonces?"
    """
    of_brand = any(p.marca in filtros.marcas for p in vista.visibles)
    return bool(filtros.marcas and vista.visibles) and not of_brand and lectura.has(_QUE_HAY_DE)


def mentions_in(sintagma: Sintagma) -> tuple[Mencion, ...]:
    """Returns the product that a noun phrase names, with the brand beside the name; () when it names none."""
    producto = sintagma.producto
    if producto is None:
        return ()
    brands = [e for e in sintagma.entidades if e.entity == TipoEntidad.MARCA]
    words = " ".join(e.value.strip() for e in sorted([*brands, producto], key=lambda e: e.start))
    return (Mencion(words, candidates(producto)),)


def _with_the_same(after: Filtros, before: Filtros, lectura: Lectura, vista: Vista) -> Filtros:
    """Returns the search with what it takes over into another kind of thing: "¿y móviles de la misma marca?"."""
    if lectura.has(_MISMA_MARCA):
        seen = [vista.fichas[vista.foco]] if vista.foco in vista.fichas else vista.visibles
        brands = before.marcas or tuple({p.marca for p in seen if p.marca})
        after = replace(after, marcas=brands if len(brands) == 1 or before.marcas else ())
    if lectura.has(_MISMO_PRECIO):
        after = replace(after, precio_min=before.precio_min, precio_max=before.precio_max)
    return after


def _brands(
    filtros: Filtros, lectura: Lectura, entidades: tuple[Entidad, ...], retiro: Retiro, vista: Vista
) -> Filtros:
    named = tuple(dict.fromkeys(value_of(e) for e in of_type(entidades, TipoEntidad.MARCA)))[:MAX_MARCAS]
    ruled_out = tuple(value_of(e) for e in retiro.negados if e.entity == TipoEntidad.MARCA)
    if other_brands(lectura):
        seen = [vista.fichas[vista.foco]] if vista.foco in vista.fichas else vista.visibles
        shown = () if ruled_out else tuple(dict.fromkeys(p.marca for p in seen if p.marca))  # "otra que no sea JBL"
        ruled_out += filtros.marcas or shown
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
    tagged = [e for e in of_type(entidades, TipoEntidad.CARACTERISTICAS) if not orders(e.value)]
    named = [c for e in tagged for c in (features_said(lectura, e) if e in lectura.parse.entidades else (value_of(e),))]
    named += [f"sin {value_of(e)}" for e in retiro.sin]
    named += _bare_measure(lectura, filtros)
    suma = lectura.has(_SUMA)
    merged = merge_features(filtros.caracteristicas, tuple(named), categoria=filtros.categoria, suma=suma)
    avisos = [Aviso.CARACTERISTICAS_DE_MAS] if len(merged) > MAX_CARACTERISTICAS else []
    if any(e.entity == TipoEntidad.CARACTERISTICAS for e in retiro.negados):
        avisos.append(Aviso.NO_SE_PUEDE_EXCLUIR)
    return replace(filtros, caracteristicas=merged[:MAX_CARACTERISTICAS]), avisos


def _moves_price(filtros: Filtros, lectura: Lectura) -> bool:
    """Returns whether the message moves the price of the search by a bare number."""
    priced = filtros.precio_max is not None or filtros.precio_min is not None
    return priced and moved_limit(lectura) is not None


def _bare_measure(lectura: Lectura, filtros: Filtros) -> list[str]:
    """Returns the size that a lone number means beside one in force: "y en la 41?" after "talla 42"."""
    number = "" if lectura.parse.entidades else bare_number(lectura)
    merged = merge_features(filtros.caracteristicas, (number,), categoria=filtros.categoria) if number else ()
    return [c for c in merged if c not in filtros.caracteristicas and c != number]


def _prices(
    filtros: Filtros,
    lectura: Lectura,
    entidades: tuple[Entidad, ...],
    tasas: Mapping[str, float],
    medidos: Sequence[ProductoFicha],
) -> tuple[Filtros, list[Aviso]]:
    read = [in_pesos(as_said(lectura, e.valor), tasas) for e in entidades if isinstance(e.valor, RangoPrecio)]
    moved = moved_limit(lectura) if _moves_price(filtros, lectura) else None
    rango, contradiction = combine([*(r for r, _ in read if r is not None), *([moved] if moved else [])])
    avisos = [a for a in (*(aviso for _, aviso in read), contradiction) if a is not None]
    way, order = relative(lectura), wanted_order(lectura)
    if rango is not None:
        filtros = merge_range(filtros, rango)
    elif way is not None and medidos and not read:
        return beyond(release_products(filtros, medidos), medidos, way), avisos
    return (replace(filtros, orden=order) if order is not None else filtros), avisos
