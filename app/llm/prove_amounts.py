"""Proves what a sentence says about money: prices, bounds, differences, sums, percentages, and who costs less.

An amount is backed when it is the price of the product it is said of, a bound that is true, the person's own budget in
a budget's place, or a figure that recomputing gives. Everything else is yielded as unproved.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from app.llm.claims import Frase, repartidas
from app.llm.facts_index import FichaIndexada
from app.llm.figures import Cifra
from app.llm.lexicon import FUERTE
from app.llm.motives import Motivo

_APROX: Final = re.compile(
    r"\b(?:cerca de|casi|alrededor de(?: los)?|un[oa]s|aprox\w*|mas o menos|en torno a(?: los)?|bordea\w*|rond\w+|poco (?:menos|mas) de|como)(?: un[oa]s| los)?\s*$|~\s*$"
)
_APROX_DESPUES: Final = re.compile(r"^\s*(?:aprox\w*|mas o menos|y (?:algo|tantos))")
_TOPE: Final = re.compile(
    r"\b(?:hasta|bajo|menos de|maximo|tope|no (?:supera|pasa|excede)\w*(?: de)?|(?:por )?debajo de|dentro de|inferior(?:es)? a|limite de|no mas de|llega a)"
    r"(?: l?os| tus?| un| el| de)*\s*$"
)
_PISO: Final = re.compile(
    r"\b(?:mas de|sobre|por (?:encima|sobre) de|supera\w*|pasan?(?: de)?|excede\w*|minimo|superior(?:es)? a|arriba de|por sobre|se va a)(?: l?os| tus?| un| el| de)*\s*$"
)
_DESDE: Final = re.compile(r"\b(?:desde|part(?:e|en|iendo) (?:en|de|desde)|comienzan? en|a partir de|va[n]? (?:de|desde))(?: los)?\s*$")
_PRESUPUESTO: Final = re.compile(
    r"\b(?:presupuesto|tope|limite|rango|maximo|(?:tus?|esos|esas|los) $|pediste|buscas|dentro de|entre|subes|hasta|bajo|menos de|sobre|mas de|con (?:los |tus )?$|pides|querias)"
)
_DIFERENCIA_ANTES: Final = re.compile(
    r"\b(?:diferencia|ahorr\w+|sobra\w*|sobran|margen|te quedan?|te deja\w*|te faltan?|se pasa\w*|pasa de tu|excede\w*|de mas|separan?|aparte de|te quedarian)\b(?=[^.]*)"
)
_VERBO_DE_PRECIO: Final = re.compile(r"\b(?:vale|sale|cuesta|esta a|precio)n?\b")
_DIFERENCIA_DESPUES: Final = re.compile(
    r"^\s*(?:pesos )?(?:mas|menos|adicional\w*|extra|de (?:diferencia|ahorro|margen|mas|sobra)|a favor|entre (?:un|amb|l[oa]s|el|la|est)\w*|que (?:te )?(?:ahorr|sobra|queda)\w*|bajo (?:el|los|tu)|por (?:debajo|encima|sobre)|sobre (?:el|los|tu|lo))\b"
)
_DIFERENCIA_POR: Final = re.compile(r"\b(?:mas (?:barat|car|economic|costos)\w+|menos|mas) por (?:solo )?$|\bpor (?:solo )?$")
_SUMA: Final = re.compile(r"\b(?:en total|juntos|juntas|suman?|sumando|sumarian|total de|serian en total|por (?:los|las) (?:2|dos|tres|3))\b")
_MAS_BARATO: Final = r"(?:mas (?:barat|economic|accesible|conveniente en precio)\w*|menor precio|precio mas bajo|de menor (?:precio|costo|valor))"
_MAS_CARO: Final = r"(?:mas (?:car|costos)[oa]s?|mayor precio|precio mas (?:alto|elevado)|de mayor (?:precio|costo|valor))"
_SUPERLATIVO: Final = re.compile(
    rf"\b(?:el|la|los|las|lo|opcion|opciones|alternativa|modelo|es|son|quien|gana en precio|cual)(?: \w+)? (?:(?P<barato>{_MAS_BARATO})|(?P<caro>{_MAS_CARO}))(?! que| por|\s+\$)|(?P<gana>\b(?:gana|mejor) en precio)"
)
_COMPARATIVO: Final = re.compile(
    rf"(?:(?P<barato>{_MAS_BARATO}|cuesta menos|sale menos|vale menos|\d menos|% menos|pesos menos)|(?P<caro>{_MAS_CARO}|cuesta mas|sale mas|vale mas|\d mas\b(?! (?:de|gb))|pesos mas))\s*(?:que|respecto|comparad|frente)"
)
_MISMO_PRECIO: Final = re.compile(r"\b(?:mismo precio|(?:cuestan|valen|salen) lo mismo|igual(?:es)? de (?:car|barat)\w+|precio (?:es )?(?:identico|igual))")
_DOBLE_PRECIO: Final = re.compile(r"\b(?:cuesta|vale|sale) (?:casi )?(?:el doble|la mitad|el triple)\b|\b(?:doble|mitad) (?:del|de) precio")

_CERCA: Final = 0.05  # "cerca de 450 lucas" for $449.990
_REDONDEO: Final = 0.006  # "450 lucas" for $449.990; not 445 for it
_POR_CIENTO: Final = 1.0  # a percentage may be rounded either way


def prove_amounts(frase: Frase) -> Iterator[Motivo]:
    """Yields one motive per statement about money that the facts do not back."""
    pares = dict((c.start, ids) for c, ids in repartidas(frase, frase.cifras))
    for cifra in frase.cifras:
        if cifra.moneda != "CLP":
            if (cifra.valor, cifra.moneda) not in frase.indice.ajenas:
                yield Motivo.MONEDA
        elif not _probada(frase, cifra, pares.get(cifra.start)):
            yield Motivo.MONTO
    for porcentaje in frase.porcentajes:
        if not _porcentaje_probado(frase, porcentaje.start, porcentaje.end, porcentaje.valor):
            yield Motivo.DERIVADO
    yield from _comparaciones(frase)


def _probada(frase: Frase, cifra: Cifra, repartida: frozenset[int] | None) -> bool:
    """Returns whether one amount in pesos is backed."""
    if repartida is not None:
        return any(_es_precio(frase.indice.fichas[i].precio, cifra, _REDONDEO if cifra.redonda else 0) for i in repartida)
    antes, despues = frase.antes(cifra.start), frase.despues(cifra.end)
    if frase.adelante(cifra.start) and _precio_probado(frase, cifra, antes, despues):
        return True
    if _anuncia_diferencia(frase, cifra) or _ENTRE_HAY.search(frase.plano[: cifra.start]) or _DIFERENCIA_DESPUES.match(despues):
        return _diferencia_probada(frase, cifra)
    if _SUMA.search(frase.plano):
        return _suma_probada(frase, cifra) or _precio_probado(frase, cifra, antes, despues)
    if _DIFERENCIA_POR.search(antes) and _diferencia_probada(frase, cifra):
        return True
    if _ABRE_RANGO.search(antes) and frase.menciones:
        return _dentro_de_rango(frase, cifra, antes)
    if _DESDE.search(antes) or _ABRE_RANGO.search(antes):
        return _extremo_probado(frase, cifra)
    if _TOPE.search(antes) or _PISO.search(antes):
        return _limite_probado(frase, cifra, antes)
    return _precio_probado(frase, cifra, antes, despues) or _es_presupuesto(frase, cifra, antes)


_ABRE_RANGO: Final = re.compile(r"\bentre(?: los)?\s*$|\b(?:entre|desde|de) (?:los )?\$?[\d.]+(?: (?:mil|lucas|millones))? (?:y|a|hasta)(?: los)?\s*$")


def _precio_probado(frase: Frase, cifra: Cifra, antes: str, despues: str) -> bool:
    """Returns whether the amount is the price of the product it is said of, or of none of them where it is denied."""
    aprox = _APROX.search(antes) or _APROX_DESPUES.match(despues)
    holgura = _CERCA if aprox else _REDONDEO if cifra.redonda else 0
    if frase.indice.alternativas and _de_alternativas(frase, cifra, holgura):
        return True
    es = frase.cumple(cifra.start, lambda f: _es_precio(f.precio, cifra, holgura))
    if frase.negada(cifra.start) and not es:
        return cifra.valor in frase.indice.presupuestos
    return es


def _es_precio(precio: int, cifra: Cifra, holgura: float) -> bool:
    return abs(precio - cifra.valor) <= precio * holgura


def _de_alternativas(frase: Frase, cifra: Cifra, holgura: float) -> bool:
    """Returns whether it is the price of what exists beyond the search, said of no product shown here."""
    if not any(_es_precio(int(a), cifra, holgura) for a in frase.indice.alternativas):
        return False
    return not frase.menciones or any(f.marca for f in frase.indice.fichas.values())


def _es_presupuesto(frase: Frase, cifra: Cifra, antes: str) -> bool:
    """Returns whether the amount is the person's own, in a budget's place and not as a price."""
    return cifra.valor in frase.indice.presupuestos and _PRESUPUESTO.search(antes) is not None


def _limite_probado(frase: Frase, cifra: Cifra, antes: str) -> bool:
    """Returns whether "menos de X" or "sobre X" is true of whom it is said, or merely repeats the person's bound."""
    propio = cifra.valor in frase.indice.presupuestos or cifra.valor in frase.indice.alternativas
    negado = frase.negada(cifra.start) and not re.search(r"\bno (?:supera|pasa|excede|mas de)", antes)
    tope = bool(_TOPE.search(antes)) and not re.search(r"\b(?:se pasa|por encima)", antes)
    if propio and (negado or frase.condicional(cifra.start) or not frase.indice.fichas):
        return True
    if negado and not propio and not _TODOS_O_NADIE.search(frase.clausula(cifra.start)):
        return False
    if _TODOS_O_NADIE.search(frase.clausula(cifra.start)):
        negado = "ningun" in frase.clausula(cifra.start)
    cumple = frase.cumple(cifra.start, lambda f: _respeta(f, cifra, tope) != negado)
    return cumple or (propio and not frase.menciones and not frase.tema.todos and _PRESUPUESTO.search(antes) is not None
                      and "presupuesto" in frase.plano)


_TODOS_O_NADIE: Final = re.compile(r"\bningun[oa]?\b|\btod[oa]s\b")


def _respeta(ficha: FichaIndexada, cifra: Cifra, tope: bool) -> bool:
    return ficha.precio <= cifra.valor if tope else ficha.precio >= cifra.valor


def _extremo_probado(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether an end of a range is a real one: lowest or highest price, an alternative's, the person's own."""
    precios = [f.precio for f in frase.indice.fichas.values()]
    reales = {*frase.indice.presupuestos, *frase.indice.alternativas, *(float(x) for x in (min(precios, default=0), max(precios, default=0)))}
    holgura = _REDONDEO if cifra.redonda else 0
    propio = any(_es_precio(int(x), cifra, holgura) for x in reales if x)
    return propio or (bool(frase.menciones) and _precio_probado(frase, cifra, "", ""))


def _anuncia_diferencia(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether a word before the amount calls it a difference, with no other figure or price verb between."""
    match = None
    for match in _DIFERENCIA_ANTES.finditer(frase.plano, 0, cifra.start):
        pass
    if match is None or any(match.start() < c.start < cifra.start for c in frase.cifras):
        return False
    return _VERBO_DE_PRECIO.search(frase.plano, match.end(), cifra.start) is None


def _dentro_de_rango(frase: Frase, cifra: Cifra, antes: str) -> bool:
    """Returns whether every product named lies on the right side of this end of "entre X e Y"."""
    piso = re.search(r"\bentre(?: los)?\s*$|\b(?:desde|de)(?: los)?\s*$", antes) is not None
    fichas = frase.indice.fichas
    dentro = all(any(_respeta(fichas[i], cifra, not piso) for i in m.ids) for m in frase.menciones)
    return dentro or _extremo_probado(frase, cifra)


def _grupo_de_precios(frase: Frase) -> list[int]:
    """Returns the prices that differences and sums may be drawn from: those spoken of, otherwise all."""
    hablados = frozenset().union(*frase.hablados()) if frase.hablados() else frozenset()
    if len(frase.menciones) == 1:
        hablados = hablados.union(*frase.tema.todos)
    if len(hablados) < 2:
        hablados = frase.indice.todos
    return [frase.indice.fichas[i].precio for i in hablados]


def _diferencia_probada(frase: Frase, cifra: Cifra) -> bool:
    """Returns whether the amount is a difference of two prices, or between a price and the person's budget."""
    fichas = frase.indice.fichas
    pares = {abs(fichas[a].precio - fichas[b].precio) for a, b in _parejas(frase, cifra.start)}
    sujetos = frozenset().union(*(frase.sujetos(cifra.start) if frase.hablados() else (frase.indice.todos,)))
    pares |= {abs(fichas[i].precio - int(x)) for i in sujetos for x in frase.indice.presupuestos}
    holgura = _CERCA if _APROX.search(frase.antes(cifra.start)) else _REDONDEO if cifra.redonda else 0
    return any(_es_precio(p, cifra, holgura) for p in pares)


def _parejas(frase: Frase, pos: int) -> set[tuple[int, int]]:
    """Returns the pairs of products that a difference at `pos` may be between.

    "A … menos que B": those two. "Entre A y B", "entre los dos": the ones listed or spoken of. Otherwise whom it is
    said of, and any other product.
    """
    start, end = frase.tramo(pos, FUERTE)
    objeto = next((m for m in frase.menciones if m.objeto and pos <= m.start < end), None)
    todos = frase.indice.todos
    if objeto is not None:
        sujetos = frozenset().union(*frase.sujetos(pos))
        return {(a, b) for a in sujetos for b in objeto.ids if a != b}
    if _ENTRE.search(frase.plano):
        aqui = [m.ids for m in frase.menciones] or list(frase.tema.todos) or [todos]
        grupo = frozenset().union(*aqui)
        grupo = grupo if len(grupo) > 1 else todos
        return {(a, b) for a in grupo for b in grupo if a != b}
    sujetos = frozenset().union(*frase.sujetos(pos)) if frase.menciones else todos
    return {(a, b) for a in sujetos for b in todos if a != b}


_ENTRE_HAY: Final = re.compile(r"\bentre [^.;:]*\b(?:hay|son|existen?)(?: solo| apenas| un[oa]s)?\s*$")
_ENTRE: Final = re.compile(r"\bentre\b|\bl[oa]s (?:2|dos)\b|\bambos\b|\bambas\b")


def _suma_probada(frase: Frase, cifra: Cifra) -> bool:
    precios = _grupo_de_precios(frase)
    sumas = {a + b for a, b in combinations(precios, 2)} | {sum(precios)} | ({2 * p for p in precios} if len(frase.hablados()) == 1 else set())
    holgura = _CERCA if _APROX.search(frase.antes(cifra.start)) else _REDONDEO if cifra.redonda else 0
    return any(_es_precio(s, cifra, holgura) for s in sumas)


def _porcentaje_probado(frase: Frase, start: int, end: int, valor: float) -> bool:
    """Returns whether a percentage stands in the product's text or is the difference of two prices."""
    escrito = re.sub(r"\s", "", frase.plano[start:end])
    if frase.cumple(start, lambda f: escrito in re.sub(r"(?<=\d) (?=%)", "", f.texto)):
        return True
    if not re.match(r"\s*(?:mas|menos|superior|inferior|por (?:debajo|encima))\b", frase.plano[end:]) and not re.search(
        r"\b(?:diferencia|ahorr\w+)", frase.plano
    ):
        return False
    precios = _grupo_de_precios(frase)
    pares = [(a, b) for a in precios for b in precios if a != b]
    return any(abs(100 * abs(a - b) / a - valor) <= _POR_CIENTO for a, b in pares)


def _comparaciones(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for each false statement about who costs less."""
    if frase.pregunta or not frase.indice.fichas:
        return
    for match in _SUPERLATIVO.finditer(frase.plano):
        if not _superlativo_cierto(frase, match):
            yield Motivo.COMPARACION
    for match in _COMPARATIVO.finditer(frase.plano):
        if not _comparativo_cierto(frase, match):
            yield Motivo.COMPARACION
    if _MISMO_PRECIO.search(frase.plano) and not frase.negada(_MISMO_PRECIO.search(frase.plano).start()):  # type: ignore[union-attr]
        if len(set(_grupo_de_precios(frase))) != 1:
            yield Motivo.COMPARACION
    if match := _DOBLE_PRECIO.search(frase.plano):
        razon = 3 if "triple" in match[0] else 2
        if not any(abs(a / b - razon) < 0.1 for a in _grupo_de_precios(frase) for b in _grupo_de_precios(frase)):
            yield Motivo.COMPARACION


def _superlativo_cierto(frase: Frase, match: re.Match[str]) -> bool:
    """Returns whether the product called the cheapest (dearest) is so among those it is compared with."""
    barato = match["caro"] is None
    cercana = _mas_cercana(frase, match.start(), match.end())
    if cercana is None:
        return True
    grupo = frase.indice.todos
    if re.search(r"\b(?:de|entre) l?[oa]s (?:2|dos)\b|\bde ambos\b", frase.plano) and len(frase.hablados()) > 1:
        grupo = frozenset().union(*frase.hablados())
    disponibles = frozenset(i for i in grupo if frase.indice.fichas[i].stock > 0)
    lista = next((x for x in frase.listas if cercana in [m.ids for m in x]), [])
    cuantos = len(lista) if re.search(r"\b(?:los|las|son)\b", match[0]) else 1
    if re.search(r"\bsegund[oa]\b", match[0]):
        cuantos = 2
    return any(
        frase.indice.fichas[i].precio in sorted((frase.indice.fichas[j].precio for j in g), reverse=not barato)[:cuantos]
        for i in cercana
        for g in (grupo, disponibles)
    )


def _mas_cercana(frase: Frase, start: int, end: int) -> frozenset[int] | None:
    """Returns whom a superlative names: the mention after it ("la más barata es la LG"), or the one before."""
    tras = [m for m in frase.menciones if m.start >= end and not m.objeto]
    if tras and re.fullmatch(r"[^.,;()]*?\b(?:es|son|seria|:|\(|esta|sigue siendo)?[^.;]*", frase.plano[end : tras[0].start]) and len(
        frase.plano[end : tras[0].start]
    ) < 60 and re.search(r"\b(?:es|son|seria|sigue)\b|:|,|\(|^\s*(?:el|la|los|las)?\s*$", frase.plano[end : tras[0].start]):
        return tras[0].ids
    antes = [m for m in frase.menciones if m.end <= start]
    if antes:
        return antes[-1].ids
    if frase.cifras and not tras:  # "El más barato cuesta $249.990"
        return None
    return frase.tema.todos[0] if len(frase.tema.todos) == 1 and not tras else None


def _comparativo_cierto(frase: Frase, match: re.Match[str]) -> bool:
    """Returns whether, of the two compared, the right one costs less."""
    antes = [m.ids for m in frase.menciones if m.end <= match.start()]
    despues = [m.ids for m in frase.menciones if m.start >= match.end() - 1]
    uno = antes[-1] if antes else frozenset().union(*frase.tema.sujetos) if frase.tema.sujetos else None
    if uno is None or not despues:
        return True
    fichas = frase.indice.fichas
    menor = match["barato"] is not None
    return any((fichas[a].precio < fichas[b].precio) == menor for a in uno for b in despues[0] if a != b)
