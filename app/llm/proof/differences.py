"""Proves amounts and percentages that no product costs: differences, sums, what is left of a budget. By recomputing."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from app.llm.proof.figures import Cifra, Porcentaje, es_precio, holgura, numeros
from app.llm.proof.lexicon_joints import FUERTE
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import cumple, sujetos, unidos

_ANTES: Final = re.compile(
    r"\b(?:diferencia|ahorr\w+|sobra\w*|margen|te quedan?|te deja\w*|te faltan?|se pasa\w*|"
    r"pasan? (?:de )?(?:tu|el|la)|excede\w*|de mas|separan?|aparte de|te quedarian)\b"
)
_ENTRE_DOS: Final = re.compile(r"diferencia|separa|ahorra(?:s|rias)\b")
_Y: Final = re.compile(r"\s*(?:,|y)\s*")
_VERBO_DE_PRECIO: Final = re.compile(r"\b(?:vale|sale|cuesta|esta a|precio)n?\b")
_DESPUES: Final = re.compile(
    r"\s*(?:pesos )?(?:mas|menos|adicional\w*|extra|de (?:diferencia|ahorro|margen|mas|sobra)|a favor|"
    r"entre (?:un|amb|l[oa]s|el|la|est)\w*|que (?:te )?(?:ahorr|sobra|queda)\w*|bajo (?:el|los|tu)|"
    r"por (?:debajo|encima|sobre)|sobre (?:el|los|tu|lo))\b"
)
_ENTRE_HAY: Final = re.compile(r"\bentre [^.;:]*\b(?:hay|son|existen?)(?: solo| apenas| un[oa]s)?\s*$")
_POR: Final = re.compile(r"\bpor (?:solo )?$")
_ENTRE: Final = re.compile(r"\bentre\b|\bl[oa]s (?:2|dos)\b|\bamb[oa]s\b")
_SUMA: Final = re.compile(
    r"\b(?:en total|junt[oa]s|suman?|sumando|sumarian|total de|serian en total|por l[oa]s (?:2|dos|tres|3)|"
    r"(?:amb[oa]s|l[oa]s (?:2|3)) (?:saldrian|costarian|quedarian|valdrian))\b"
)
_EN_DIFERENCIA: Final = re.compile(r"\b(?:diferencia|ahorr\w+|mas|menos|superior|inferior|por (?:debajo|encima))\b")
_CUANTOS: Final = 50  # units of one product that a person may ask the price of
_REDONDEO_PORCENTUAL: Final = 1.0  # percentage points: a percentage may be rounded either way


def anuncia_diferencia(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether the words around an amount call it a difference, not a price."""
    antes = frase.plano[: cifra.start]
    if _DESPUES.match(frase.despues(cifra.end)) or _ENTRE_HAY.search(antes):
        return True
    avisos = list(_ANTES.finditer(antes))
    if not avisos:
        return False
    desde = avisos[-1].start()
    otras = [
        c for c in frase.cifras if desde < c.start < cifra.start and not _Y.fullmatch(frase.plano, c.end, cifra.start)
    ]
    entre_dos = _ENTRE_DOS.match(avisos[-1][0]) is not None
    if otras or (not entre_dos and any(desde < m.start < cifra.start for m in frase.menciones)):
        return False
    return _VERBO_DE_PRECIO.search(antes, avisos[-1].end()) is None


def tras_por(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether "por" stands before it: "más barato por $70.000", or a price, "por $449.990 tienes…"."""
    return _POR.search(frase.antes(cifra.start)) is not None


def habla_de_suma(frase: Frase) -> bool:
    """Returns whether the sentence adds prices up."""
    return _SUMA.search(frase.plano) is not None


def diferencia_probada(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether the amount is a difference of two prices, or between a price and the person's budget."""
    fichas = frase.indice.fichas
    margen = holgura(cifra, frase.antes(cifra.start))
    quienes = unidos(sujetos(frase, cifra.start)) if frase.hablados else frase.indice.todos
    diferencias = {float(abs(fichas[a].precio - fichas[b].precio)) for a, b in _parejas(frase, cifra.start)}
    diferencias |= {abs(fichas[i].precio - limite) for i in quienes for limite in frase.indice.presupuestos}
    return any(es_precio(d, cifra, margen) for d in diferencias)


def suma_probada(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether the amount is the sum of the prices spoken of, or of two of them."""
    precios = precios_hablados(frase)
    sumas = {sum(precios), *(a + b for a, b in combinations(precios, 2))}
    if len(frase.hablados) == 1:
        sumas |= {2 * p for p in precios}
    return any(es_precio(s, cifra, holgura(cifra, frase.antes(cifra.start))) for s in sumas)


def multiplo_probado(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether the amount is what several of one product cost: "3 de ellos saldrían $1.259.970"."""
    sueltos = {n for start, _, n in numeros(frase.plano) if start < cifra.start and 2 <= n <= _CUANTOS}
    dichos = sueltos | {n for n in frase.indice.numeros_pregunta if 2 <= n <= _CUANTOS}
    return cumple(frase, cifra.start, lambda f: any(n * f.precio == cifra.valor for n in dichos))


def porcentaje_probado(frase: Frase, porcentaje: Porcentaje) -> bool:
    """Returns whether a percentage stands in the product's text, or is how far two prices are apart."""
    escrito = _junto(frase.plano[porcentaje.start : porcentaje.end])
    if cumple(frase, porcentaje.start, lambda f: escrito in _junto(f.texto)):
        return True
    if not _EN_DIFERENCIA.search(frase.plano):
        return False
    precios = precios_hablados(frase)
    posibles = (100 * abs(a - b) / a for a in precios for b in precios if a != b)
    return any(abs(posible - porcentaje.valor) <= _REDONDEO_PORCENTUAL for posible in posibles)


def precios_hablados(frase: Frase) -> list[int]:
    """Returns the prices of the products spoken of, those of all when fewer than two are."""
    hablados = unidos(frase.hablados)
    if len(frase.menciones) == 1:
        hablados |= unidos(frase.tema.todos)
    return [frase.indice.fichas[i].precio for i in (hablados if len(hablados) > 1 else frase.indice.todos)]


def _junto(texto: str) -> str:
    return re.sub(r"(?<=\d) (?=%)", "", texto)


def _parejas(frase: Frase, pos: int) -> Iterator[tuple[int, int]]:
    """Yields the pairs of products that a difference at `pos` may be between.

    "A … menos que B": those two. "Entre A y B", "entre los dos": the ones listed or spoken of. Otherwise whom it is
    said of, and any other product.
    """
    _, end = frase.tramo(pos, FUERTE)
    unos = otros = frase.indice.todos
    objeto = next((m for m in frase.menciones if m.objeto and pos <= m.start < end), None)
    if objeto is not None:
        unos, otros = unidos(sujetos(frase, pos)), objeto.ids
    elif _ENTRE.search(frase.plano):
        hablados = unidos(frase.hablados)
        unos = otros = hablados if len(hablados) > 1 else frase.indice.todos
    elif frase.menciones:
        unos = unidos(sujetos(frase, pos))
    yield from ((a, b) for a in unos for b in otros if a != b)
