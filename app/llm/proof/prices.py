"""Proves the amounts of money of a sentence.

An amount is backed when it is the price of the product it is said of, a bound that is true of it, the person's own
budget in a budget's place, or a difference or sum that recomputing gives (differences.py).
"""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.proof.differences import (
    anuncia_diferencia,
    diferencia_probada,
    habla_de_suma,
    multiplo_probado,
    porcentaje_probado,
    suma_probada,
    tras_por,
)
from app.llm.proof.facts_index import FichaIndexada
from app.llm.proof.figures import Cifra, es_precio, holgura
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import adelante, cumple, repartidas

_DETERMINANTES: Final = r"(?: l?os| tus?| un| el| de)*\s*$"
_TOPE: Final = re.compile(
    r"\b(?:hasta|bajo|menos de|maximo|tope|no (?:supera|pasa|excede|llega)\w*(?: de| a)?|(?:por )?debajo de|dentro de|"
    rf"inferior(?:es)? a|limite de|no mas de|llega a){_DETERMINANTES}"
)
_PISO: Final = re.compile(
    r"\b(?:mas de|sobre|por (?:encima|sobre) de|supera\w*|pasa(?:n|r)?(?: de)?|excede\w*|minimo|superior(?:es)? a|"
    rf"arriba de|por sobre|se va a){_DETERMINANTES}"
)
_NIEGA_EL_LIMITE: Final = re.compile(r"\bno (?:supera|pasa|excede|llega|mas de)")
_ES_PISO: Final = re.compile(r"\b(?:se pasa|por encima)")
_DESDE: Final = re.compile(
    r"\b(?:desde|part(?:e|en|iendo) (?:en|de|desde)|comienzan? en|a partir de|va[n]? (?:de|desde))(?: los)?\s*$"
)
_RANGO: Final = re.compile(
    r"\bentre(?: los)?\s*$|"
    r"\b(?:entre|desde|de) (?:los )?\$?[\d.]+(?: (?:mil|lucas|millones))? (?:y|a|hasta)(?: los)?\s*$"
)
_ABRE: Final = re.compile(r"\b(?:entre|desde|de)(?: los)?\s*$")
_PRESUPUESTO: Final = re.compile(
    r"\b(?:presupuesto|tope|limite|rango|maximo|(?:tus?|esos|esas|los) $|pediste|buscas|dentro de|entre|subes|hasta|"
    r"bajo|menos de|sobre|mas de|con (?:los |tus )?$|pides|querias)"
)
_VERBO_DE_PRECIO: Final = re.compile(
    r"\b(?:cuesta|vale|sale|precio|esta|estan|queda|son)n?(?: a| en| de| solo)*[\s:*]*$"
)
_SOBRA_CERCA: Final = 0.15  # "más de $100.000" for the $110.010 that are left
_FIN_DE_PRECIO: Final = 990  # shops price at …990; differences seldom end so
_TODOS_O_NADIE: Final = re.compile(r"\bningun[oa]?\b|\btod[oa]s\b")


def prove_prices(frase: Frase) -> Iterator[Motivo]:
    """Yields one motive per amount or percentage that the facts do not back."""
    repartos = {cifra.start: ids for cifra, ids in repartidas(frase)}
    de_todos = _lista_de_precios(frase)
    for cifra in () if de_todos else frase.cifras:
        if cifra.moneda != "CLP":
            if (cifra.valor, cifra.moneda) not in frase.indice.ajenas:
                yield Motivo.MONEDA
        elif cifra.start in repartos and not anuncia_diferencia(frase, cifra):
            if not any(_cuesta(frase.indice.fichas[i], cifra) for i in repartos[cifra.start]):
                yield Motivo.MONTO
        elif not _probada(frase, cifra):
            yield Motivo.MONTO
    for porcentaje in frase.porcentajes:
        if not porcentaje_probado(frase, porcentaje):
            yield Motivo.DERIVADO


def _lista_de_precios(frase: Frase) -> bool:
    """Returns whether the sentence names nobody and tells several prices, each a different product's."""
    precios = {f.precio for f in frase.indice.fichas.values()}
    dichos = [c.valor for c in frase.cifras if c.valor not in frase.indice.presupuestos or c.moneda != "CLP"]
    return not frase.menciones and 1 < len(dichos) == len(precios & set(dichos))


def _probada(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether one amount in pesos is backed, as the words around it call it."""
    antes = frase.antes(cifra.start)
    if multiplo_probado(frase, cifra):
        return True
    if adelante(frase, cifra.start) and _precio_probado(frase, cifra):
        return True
    if anuncia_diferencia(frase, cifra):
        return diferencia_probada(frase, cifra) or _sobra_probada(frase, cifra, antes)
    if habla_de_suma(frase):
        return suma_probada(frase, cifra) or _precio_probado(frase, cifra) or _es_presupuesto(frase, cifra, antes)
    if tras_por(frase, cifra) and diferencia_probada(frase, cifra):
        return True
    if _RANGO.search(antes) and frase.menciones:
        return _dentro_de_rango(frase, cifra, antes)
    if _DESDE.search(antes) or _RANGO.search(antes):
        return _extremo_probado(frase, cifra)
    if _TOPE.search(antes) or _PISO.search(antes):
        return _limite_probado(frase, cifra, antes)
    if _precio_probado(frase, cifra) or _es_presupuesto(frase, cifra, antes):
        return True
    return not _dicho_como_precio(frase, cifra, antes) and diferencia_probada(frase, cifra)


def _cuesta(ficha: FichaIndexada, cifra: Cifra) -> bool:
    return es_precio(ficha.precio, cifra, holgura(cifra))


def _precio_probado(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether the amount is the price of the product it is said of, or denied of it and the person's own."""
    margen = holgura(cifra, frase.antes(cifra.start), frase.despues(cifra.end))
    if any(es_precio(a, cifra, margen) for a in frase.indice.alternativas) and _sin_producto(frase):
        return True
    if cumple(frase, cifra.start, lambda f: es_precio(f.precio, cifra, margen)):
        return True
    return frase.negada(cifra.start) and cifra.valor in frase.indice.presupuestos


def _dicho_como_precio(frase: Frase, cifra: Cifra, antes: str) -> bool:
    """Returns whether an amount can only be a price: a verb says so, it ends as prices do, or no difference is told."""
    return _VERBO_DE_PRECIO.search(antes) is not None or cifra.valor % 1_000 == _FIN_DE_PRECIO


def _sin_producto(frase: Frase) -> bool:
    """Returns whether the sentence names no product in particular: it may speak of what exists beyond those shown."""
    return all(m.vaga for m in frase.menciones)


def _es_presupuesto(frase: Frase, cifra: Cifra, antes: str) -> bool:
    """Returns whether the amount is the person's own, in a budget's place and not as a price."""
    return cifra.valor in frase.indice.presupuestos and _PRESUPUESTO.search(antes) is not None


def _limite_probado(frase: Frase, cifra: Cifra, antes: str) -> bool:
    """Returns whether "menos de X" or "sobre X" is true of whom it is said, or merely repeats the person's bound."""
    clausula = frase.clausula(cifra.start)
    propio = cifra.valor in frase.indice.presupuestos | frase.indice.alternativas
    negado = frase.negada(cifra.start) and not _NIEGA_EL_LIMITE.search(antes)
    if propio and (negado or frase.condicional(cifra.start) or not frase.indice.fichas):
        return True
    if _TODOS_O_NADIE.search(clausula):
        negado = "ningun" in clausula
    elif negado:
        return False
    tope = _TOPE.search(antes) is not None and not _ES_PISO.search(antes)
    if cumple(frase, cifra.start, lambda f: _respeta(f.precio, cifra, tope) != negado):
        return True
    if not tope and _sobra_probada(frase, cifra, antes):
        return True
    if _sin_producto(frase) and not _TODOS_O_NADIE.search(clausula):
        return any(_respeta(a, cifra, tope) for a in frase.indice.alternativas) or _de_presupuesto(frase, propio)
    return False


def _sobra_probada(frase: Frase, cifra: Cifra, antes: str) -> bool:
    """Returns whether a little more than the amount is left of the budget: "te deja más de $380.000"."""
    return _PISO.search(antes) is not None and cumple(frase, cifra.start, lambda f: _sobra_mas(frase, f, cifra))


def _sobra_mas(frase: Frase, ficha: FichaIndexada, cifra: Cifra) -> bool:
    sobras = (limite - ficha.precio for limite in frase.indice.presupuestos)
    return any(cifra.valor <= sobra <= cifra.valor * (1 + _SOBRA_CERCA) for sobra in sobras)


def _de_presupuesto(frase: Frase, propio: bool) -> bool:
    return propio and not frase.hablados and "presupuesto" in frase.plano


def _respeta(precio: float, cifra: Cifra, tope: bool) -> bool:
    return precio <= cifra.valor if tope else precio >= cifra.valor


def _dentro_de_rango(frase: Frase, cifra: Cifra, antes: str) -> bool:
    """Returns whether every product named lies on the right side of this end of "entre X e Y"."""
    es_tope = _ABRE.search(antes) is None
    dentro = cumple(frase, cifra.start, lambda f: _respeta(f.precio, cifra, es_tope))
    return dentro or _extremo_probado(frase, cifra)


def _extremo_probado(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether an end of a range is a real one: lowest or highest price, an alternative's, the person's own."""
    precios = [float(f.precio) for f in frase.indice.fichas.values()]
    extremos = {min(precios), max(precios)} if precios else set[float]()
    reales = extremos | frase.indice.presupuestos | frase.indice.alternativas
    if any(es_precio(x, cifra, holgura(cifra)) for x in reales):
        return True
    return bool(frase.menciones) and cumple(frase, cifra.start, lambda f: es_precio(f.precio, cifra, holgura(cifra)))
