"""Price bounds and order over several turns: what a new bound does to the old ones, and "algo más barato".

Source: nlu-guidelines, Over several turns; protocol ("algo más barato" sets precio_max just under the cheapest shown).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.models.dominio import Aviso, Filtros, Orden, ProductoFicha, RangoPrecio, TipoEntidad
from app.nlu.reading import TAG, Lectura, plain_words
from app.nlu.references import EXTREMO_ASC, EXTREMO_DESC

CLP: Final = "CLP"
PRECIO_MAX_POSIBLE: Final = 99_999_999  # pesos; what the prices' column can hold

# "el más barato", "la tele Samsung de 55 más barata", "el modelo más barato", but not "los quiero más baratos".
_ENTE: Final = (
    rf"\b(?:el|la|los|las|lo|del|al) (?:(?:(?:de |con |para )?{TAG} ){{1,4}}|"
    r"que (?:sean?|este|salgan?|cuesten?) |(?!quiero|prefiero|necesito|busco|tienen?|hay|veo|ver|quisiera|que\b)\w+ )?"
)
_SUPERLATIVO_ASC: Final = re.compile(
    rf"{_ENTE}(?:{EXTREMO_ASC})|\b(?:mas barat|economic)\w+ primero|primero l[oa]s? (?:mas )?(?:barat|economic)|"
    r"menor a mayor|\borden\w* por precios?\b"
)
_SUPERLATIVO_DESC: Final = re.compile(
    rf"{_ENTE}(?:{EXTREMO_DESC})|\b(?:mas )?car[oa]s primero|primero l[oa]s? (?:mas )?car|mayor a menor"
)
_MUY: Final = r"(?:mu[yi]|super|demasiado|re|algo|un poco|bien|harto)"
_MENOS: Final = re.compile(
    r"\bmas (?:barat|economic|accesibl|asequibl)\w*|\bmenos car[oa]s?\b|\bno (?:sean? )?tan car[oa]s?\b|"
    r"\b(?:algo|un[oa]|otr[oa]) de menor precio\b|\bmas bajo de precio\b|\bque (?:cuesten?|valgan?|salgan?) menos\b|"
    rf"\b(?:es|esta|estan|son|salen?|parecen?|encuentro|encontre) (?:{_MUY} )?car[oa]s?\b|\b{_MUY} car[oa]s?\b|"
    r"\bno me alcanza\b|\bse (?:me )?(?:pasan?|escapan?|van?) del? (?:mi |el )?presupuesto\b|"
    r"\bbaja(?:le|r|rle|me)?(?: un poco)? (?:el|al|de) precio\b"
)
_MAS: Final = re.compile(
    r"\bmas car[oa]s?\b|\bde mayor precio\b|\bque (?:cuesten?|valgan?|salgan?) mas\b|"
    r"\bsub(?:e|ele|ir|irle)(?: un poco)? (?:el|al|de) precio\b"
)
_HASTA_DONDE: Final = re.compile(
    r"\b(?:sub\w*|baj\w*|aument\w*|estir\w*|alarg\w*|llegar?|llego|amplia\w*)(?: \w+){0,4} rango_precio#"
)
_MUEVE_TOPE: Final = re.compile(
    r"(?:(?:y|si|ya|ok|bueno|pero|mejor|le|lo|,) )*(?:sub|baj|aument|estir|alarg|lleg|ampli)\w*(?: \w+){0,3}? "
    r"(?:a|hasta) (?:l[oa]s )?(?P<n>\d+)(?: ,)*"
)
_MILES_DESDE: Final = 1_000  # a smaller amount of a budget is in thousands
_BARATO: Final = re.compile(
    r"\b(?:barat\w*|economic\w*|ofertas?|oferton\w*|rebajas?|rebajad\w*|descuentos?|liquidacion|promocion\w*|gama baja|"
    r"gama de entrada|no (?:tan|muy|sean?|sean? tan|sean? muy) car[oa]s?|(?:menor|mejor) precio|low cost)\b"
)
_CARO: Final = re.compile(r"\b(?:gama alta|alta gama|premium|tope de (?:gama|linea)|de lujo|car[oa]s?|high end)\b")


def moved_limit(lectura: Lectura) -> RangoPrecio | None:
    """Returns the new limit of a budget that is moved by a bare number: "¿y si subo a 800?"; None for others."""
    match = _MUEVE_TOPE.fullmatch(lectura.plano)
    if match is None or any(not e.value.isdigit() for e in lectura.parse.entidades):
        return None
    amount = int(match["n"]) * (1_000 if int(match["n"]) < _MILES_DESDE else 1)
    return RangoPrecio(None, amount)


def merge_range(filtros: Filtros, rango: RangoPrecio) -> Filtros:
    """Returns the search with a new range: its ends replace theirs; an old end that contradicts it goes.

    Args:
        rango: in pesos, at least one end given.
    """
    low, high = rango.min, rango.max
    if low is None and high is not None and filtros.precio_min is not None and filtros.precio_min < high:
        low = filtros.precio_min
    if high is None and low is not None and filtros.precio_max is not None and filtros.precio_max > low:
        high = filtros.precio_max
    return replace(filtros, precio_min=low, precio_max=high)


def as_said(lectura: Lectura, rango: RangoPrecio) -> RangoPrecio:
    """Returns a range as the sentence means it: "sube a 500 lucas" is a limit, where "de 500 lucas" is around it."""
    around = rango.min is not None and rango.max is not None and 3 * rango.min == 2 * rango.max
    if not around or not lectura.has(_HASTA_DONDE) or rango.max is None:
        return rango
    return replace(rango, min=None, max=round(rango.max / 1.2))


def in_pesos(rango: RangoPrecio, tasas: Mapping[str, float]) -> tuple[RangoPrecio | None, Aviso | None]:
    """Returns a range in pesos, with what must be said of it; None where it cannot bound a search.

    Args:
        tasas: pesos for one unit of each other currency; without a rate an amount is not converted.
    """
    aviso = None
    if rango.moneda != CLP:
        rate = tasas.get(rango.moneda)
        if rate is None:
            return None, Aviso.MONEDA_NO_CONVERTIDA
        rango = RangoPrecio(_convert(rango.min, rate), _convert(rango.max, rate))
        aviso = Aviso.MONEDA_CONVERTIDA
    low, high = rango.min, rango.max
    if low is not None and high is not None and low > high:
        low, high = high, low
    if high is not None and high <= 0:
        return None, Aviso.RANGO_IMPOSIBLE
    low = None if low is None or low <= 0 else min(low, PRECIO_MAX_POSIBLE)
    high = None if high is None else min(high, PRECIO_MAX_POSIBLE)
    return (RangoPrecio(low, high), aviso) if (low, high) != (None, None) else (None, aviso)


def combine(rangos: Iterable[RangoPrecio]) -> tuple[RangoPrecio | None, Aviso | None]:
    """Returns several ranges of one message as one ("más de 200", "menos de 500"); contradictory ones put in order."""
    low = high = None
    for rango in rangos:
        low = rango.min if rango.min is not None else low
        high = rango.max if rango.max is not None else high
    if low is None and high is None:
        return None, None
    if low is not None and high is not None and low > high:
        return RangoPrecio(high, low), Aviso.RANGO_IMPOSIBLE
    return RangoPrecio(low, high), None


def relative(lectura: Lectura) -> Orden | None:
    """Returns PRECIO_ASC for "algo más barato", PRECIO_DESC for "más caro"; None otherwise, as for "el más barato"."""
    texto = lectura.texto
    if _SUPERLATIVO_ASC.search(texto) or _SUPERLATIVO_DESC.search(texto):
        return None
    if _MENOS.search(texto):
        return Orden.PRECIO_ASC
    return Orden.PRECIO_DESC if _MAS.search(texto) else None


def wanted_order(lectura: Lectura) -> Orden | None:
    """Returns the order that words of price ask for: "barato", "el más caro", "de gama alta"; None without any."""
    tagged = [e for e in lectura.parse.de_tipo(TipoEntidad.CARACTERISTICAS) if orders(e.value)]
    texto = " ".join((lectura.texto, *(plain_words(e.value) for e in tagged)))
    first_asc, first_desc = _SUPERLATIVO_ASC.search(texto), _SUPERLATIVO_DESC.search(texto)
    if first_asc and first_desc:
        return Orden.PRECIO_ASC if first_asc.start() <= first_desc.start() else Orden.PRECIO_DESC
    if first_asc or first_desc:
        return Orden.PRECIO_ASC if first_asc else Orden.PRECIO_DESC
    if _MENOS.search(texto) or _BARATO.search(texto):
        return Orden.PRECIO_ASC
    return Orden.PRECIO_DESC if _CARO.search(texto) or _MAS.search(texto) else None


def orders(words: str) -> bool:
    """Returns whether words order by price instead of naming a feature: "gama alta", "económico"."""
    plain = plain_words(words)
    return bool(_BARATO.fullmatch(plain) or _CARO.fullmatch(plain))


def beyond(filtros: Filtros, shown: Sequence[ProductoFicha], way: Orden) -> Filtros:
    """Returns the search just under the cheapest shown, or just above the dearest, nearest price steps first.

    Args:
        way: PRECIO_ASC for cheaper, PRECIO_DESC for dearer.
        shown: at least one product.
    """
    if way == Orden.PRECIO_ASC:
        rango = RangoPrecio(None, max(min(p.precio for p in shown) - 1, 1))
    else:
        rango = RangoPrecio(max(p.precio for p in shown) + 1, None)
    return replace(merge_range(filtros, rango), orden=Orden.PRECIO_ASC)


def _convert(amount: int | None, rate: float) -> int | None:
    return None if amount is None else round(amount * rate)
