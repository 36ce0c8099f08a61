"""Proves what a sentence says of stock: how many are left, that there are some, that there are none."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from app.llm.proof.facts_index import FichaIndexada
from app.llm.proof.figures import numeros
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import con_sujeto, cumple

POCAS: Final = 5  # "quedan pocas" is said of this many at most
NO_HAY: Final = re.compile(
    r"\b(?:agotad[oa]s?|sin stock|sin unidades|fuera de stock|"
    r"no (?:hay|queda|tiene|tenemos|tienen|quedan) (?:mas )?(?:stock|unidades|disponibilidad|disponible)|"
    r"no (?:esta|estan|se encuentra\w*) disponibles?|no disponibles?|descontinuad[oa]s?)"
)
_HAY: Final = re.compile(
    r"\b(?:(?:esta|estan|se encuentra\w*|siguen?) (?:\w+ )?disponibles?|disponibles?\b|en stock|hay stock|"
    r"tiene(?:n|mos)? stock|con stock|hay disponibilidad|lo tenemos|la tenemos)"
)
_ULTIMAS: Final = re.compile(
    r"\b(?:ultim[oa]s (?:unidades|piezas|\d+)|poc[oa]s unidades|quedan? poc[oa]s|"
    r"se (?:esta |estan )?agota(?:n|ndo)?\b|apurate|"
    r"vuelan|quedan solo|sol[oa] queda\b|ultim[oa]s? (?:que|en)\b|es (?:el|la) ultim[oa]\b|"
    r"queda (?:solo )?un[oa]?\b(?! opcion| alternativa))"
)
_MUCHAS: Final = re.compile(r"\b(?:much[oa]s|hart[oa]s|de sobra)\b.{0,12}\b(?:unidades|stock)")
_UNIDADES: Final = re.compile(
    r"(?P<cota>mas de|menos de|sobre|casi|al menos|cerca de)?\s*(?:las |los )?(?:ultim[oa]s )?(?P<n>\d+)\s*"
    r"(?:unidades|unidad|pares|par|disponibles|en stock|ultimas)\b|"
    r"(?:stock|disponibilidad|unidades|quedan?|ultim[oa]s)(?: de| disponibles?| solo| en stock| las)?[\s:*|]*"
    r"(?P<cota2>mas de|menos de|sobre)?\s*(?:ultim[oa]s )?(?P<m>\d+)"
    r"(?![\d.,]*\d| ?(?:gb|horas|pulgadas|opciones|modelos|alternativas))"
)
_TENGO_PARES: Final = re.compile(r".{0,8}?\b(?:tengo|hay|son|encontre) ?\d+ pares")
_VARIAS: Final = re.compile(r"((?:\d+, )*\d+ y \d+) unidades")
_GENERICO: Final = re.compile(
    r"\b(?:l[oa]s|opciones|alternativas|modelos|productos|unidades|colores|informacion|de)\s*$"
)


def prove_stock(frase: Frase) -> Iterator[Motivo]:
    """Yields one motive per statement about stock that the facts do not back."""
    if frase.condicional(0) and not list(numeros(frase.plano)):
        return
    contadas = list(_UNIDADES.finditer(frase.plano))
    if repartidas := _repartidas(frase):
        if not all(any(frase.indice.fichas[i].stock == n for i in grupo) for n, grupo in repartidas):
            yield Motivo.STOCK
        return
    for contada in contadas:
        if (
            _TENGO_PARES.match(frase.plano, max(0, contada.start() - 8))
            and int(contada["n"] or 0) in frase.indice.cantidades
        ):
            continue
        pos = contada.start("n" if contada["n"] else "m")
        if contada["n"] and cumple(frase, pos, _consiste_en(contada["n"])):
            continue  # what one of them consists of: "dos unidades que cubren 300 m²"
        if not cumple(frase, pos, _con_cuantas(contada)):
            yield Motivo.STOCK
    yield from _hay_o_no(frase)
    for patron, desde, hasta in ((_ULTIMAS, 1, POCAS), (_MUCHAS, POCAS + 1, None)):
        match = patron.search(frase.plano)
        if match and not contadas and not _entre(frase, match.start(), desde, hasta):
            yield Motivo.STOCK


def _hay_o_no(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for each false "disponible" or "agotado"."""
    negados = [m.span() for m in NO_HAY.finditer(frase.plano)]
    for start, _ in negados:
        de_alguien = frase.hablados or not (frase.nombres or frase.foraneos)
        if de_alguien and not _de_un_ajeno(frase, start) and not _entre(frase, start, 0, 0):
            yield Motivo.STOCK
    for match in _HAY.finditer(frase.plano):
        if any(a <= match.start() < b for a, b in negados) or frase.negada(match.start()):
            continue
        if _predica(frase, match) and not _entre(frase, match.start(), 1, None):
            yield Motivo.STOCK


def _entre(frase: Frase, pos: int, desde: int, hasta: int | None) -> bool:
    """Returns whether whom it is said of has between so many units and so many."""
    return cumple(frase, pos, lambda f: desde <= f.stock and (hasta is None or f.stock <= hasta))


def _repartidas(frase: Frase) -> list[tuple[int, frozenset[int]]]:
    """Returns each count with its product in "39 y 16 unidades respectivamente"."""
    match = _VARIAS.search(frase.plano)
    cuantas = [int(n) for n in re.findall(r"\d+", match[1])] if match else []
    return list(zip(cuantas, frase.hablados, strict=True)) if len(cuantas) == len(frase.hablados) > 1 else []


def _con_cuantas(contada: re.Match[str]) -> Callable[[FichaIndexada], bool]:
    """Returns the test that a product's stock is what "37 unidades" or "más de 30" says."""
    cota, cuantas = contada["cota"] or contada["cota2"], int(contada["n"] or contada["m"])
    return lambda ficha: _cuadra(ficha.stock, cota, cuantas)


def _consiste_en(cuantas: str) -> Callable[[FichaIndexada], bool]:
    return lambda ficha: f" {cuantas} unidades" in ficha.texto


def _cuadra(stock: int, cota: str | None, cuantas: int) -> bool:
    if cota in ("mas de", "sobre", "al menos"):
        return stock >= cuantas
    if cota == "menos de":
        return stock < cuantas
    return abs(stock - cuantas) <= (2 if cota in ("casi", "cerca de") else 0)


def _de_un_ajeno(frase: Frase, pos: int) -> bool:
    """Returns whether the stretch speaks of something that is no product of the turn."""
    start, end = frase.tramo(pos)
    ajenos = [n.start for n in frase.nombres if not n.ids] + [p.start for p in frase.foraneos]
    return any(start <= ajeno < end for ajeno in ajenos)


def _predica(frase: Frase, match: re.Match[str]) -> bool:
    """Returns whether "disponible" says something of a product, and is not just "las opciones disponibles"."""
    if _GENERICO.search(frase.plano[: match.start()]):
        return False
    return con_sujeto(frase) or re.search(r"\btod[oa]s\b", frase.plano) is not None
