"""Proves what a sentence says without figures: names and brands, stock, conditions of the sale; and what is forbidden."""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.claims import Frase
from app.llm.facts_index import numeros
from app.llm.lexicon import CONDICIONES, ECO, MARCAS, NO_ESTA, OTRA_ESCRITURA, OTRO_IDIOMA, PROHIBIDO
from app.llm.mentions import Nombrado, Palabra
from app.llm.motives import Motivo

_POCAS: Final = 5  # "quedan pocas"
_HAY: Final = re.compile(
    r"\b(?:(?:esta|estan|se encuentra\w*|siguen?) (?:\w+ )?disponibles?|disponibles?\b|en stock|hay stock|tiene(?:n|mos)? stock|con stock|stock disponible|hay disponibilidad|lo tenemos|la tenemos)"
)
_NO_HAY: Final = re.compile(
    r"\b(?:agotad[oa]s?|sin stock|sin unidades|fuera de stock|no (?:hay|queda|tiene|tenemos|tienen|quedan) (?:mas )?(?:stock|unidades|disponibilidad|disponible)|no (?:esta|estan|se encuentra\w*) disponibles?|no disponibles?|descontinuad[oa]s?)"
)
_ULTIMAS: Final = re.compile(r"\b(?:ultim[oa]s (?:unidades|piezas|\d+)|poc[oa]s unidades|quedan? poc[oa]s|se (?:esta |estan )?agota\w*|apurate|vuelan|quedan solo|sol[oa] queda\b|ultim[oa]s? (?:que|en)\b|es (?:el|la) ultim[oa]\b|queda (?:solo )?un[oa]?\b)")
_UNIDADES: Final = re.compile(r"(?P<cota>mas de|menos de|sobre|casi|al menos|cerca de)?\s*(?:las |los )?(?:ultim[oa]s )?(?P<n>\d+)\s*(?:unidades|unidad|piezas|disponibles|en stock|ultimas)|"
                              r"(?:stock|disponibilidad|unidades|quedan?|ultim[oa]s)(?: de| disponibles?| solo| en stock| las)?[\s:*|]*(?P<cota2>mas de|menos de|sobre)?\s*(?:ultim[oa]s )?(?P<m>\d+)(?![\d.,]*\d| ?(?:gb|horas|pulgadas|opciones|modelos|alternativas))")
_PALABRAS_SISTEMA: Final = 7  # words in a row of the instructions that no honest answer repeats


def prove_words(frase: Frase) -> Iterator[Motivo]:
    """Yields one motive per name, stock claim or condition that the facts do not back."""
    for motivo, patron in PROHIBIDO.items():
        if patron.search(frase.dicho):
            yield Motivo(motivo)
    if _extranjera(frase):
        yield Motivo.IDIOMA
    yield from _nombres(frase)
    yield from _condiciones(frase)
    yield from _stock(frase)


def repite(plano: str, instrucciones: str) -> bool:
    """Returns whether a folded sentence has seven words in a row in common with the folded instructions."""
    palabras = re.findall(r"\w+", plano)
    tiras = (" ".join(palabras[i : i + _PALABRAS_SISTEMA]) for i in range(len(palabras) - _PALABRAS_SISTEMA + 1))
    buscadas = " ".join(re.findall(r"\w+", instrucciones))
    return any(tira in buscadas for tira in tiras)


def _extranjera(frase: Frase) -> bool:
    if OTRA_ESCRITURA.search(frase.plano):
        return True
    ajenas = sum(1 for _ in OTRO_IDIOMA.finditer(frase.plano))
    return ajenas >= 3 and ajenas >= len(frase.palabras) / 4


def _nombres(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for each name that no product of the turn bears."""
    for nombre in frase.nombres:
        if not nombre.ids and not _nombre_permitido(frase, nombre):
            yield Motivo.PRODUCTO
    for palabra in frase.extraños:
        if not _palabra_permitida(frase, palabra):
            yield Motivo.MARCA if palabra.texto in MARCAS else Motivo.PRODUCTO


def _nombre_permitido(frase: Frase, nombre: Nombrado) -> bool:
    """Returns whether a name that is no product's is the person's own, and not offered as if the shop had it."""
    dichas = frase.indice.palabras_pregunta | frase.indice.generales
    return all(p in dichas for p in nombre.palabras) and _no_se_ofrece(frase, nombre.start)


def _palabra_permitida(frase: Frase, palabra: Palabra) -> bool:
    return palabra.texto in frase.indice.palabras_pregunta and (
        _no_se_ofrece(frase, palabra.start) or palabra.texto not in MARCAS and not any(c.isdigit() for c in palabra.texto)
        and not frase.indice.hechos.desconocidos
    )


def _no_se_ofrece(frase: Frase, pos: int) -> bool:
    """Returns whether the clause denies having it or only repeats the question."""
    return frase.negada(pos) or frase.dudosa(pos) or ECO.search(frase.clausula(pos)) is not None or frase.condicional(pos) or _NO_HAY.search(frase.clausula(pos)) is not None or NO_ESTA.search(frase.clausula(pos)) is not None


def _condiciones(frase: Frase) -> Iterator[Motivo]:
    for motivo, patron in CONDICIONES.items():
        for match in patron.finditer(frase.plano):
            raiz = match[0][:6]
            if any(n.start <= match.start() < n.end for n in frase.nombres):
                continue
            if frase.con_sujeto(match.start()) and frase.cumple(match.start(), lambda f, r=raiz: r in f.texto):  # type: ignore[misc]
                continue
            if not (frase.dudosa(match.start()) or frase.negada(match.start()) or (frase.pregunta and not list(numeros(frase.plano)))):
                yield Motivo(motivo)


def _stock(frase: Frase) -> Iterator[Motivo]:
    if frase.condicional(0) and not list(numeros(frase.plano)):
        return
    contadas = [(m.start(), m["cota"] or m["cota2"], int(m["n"] or m["m"])) for m in _UNIDADES.finditer(frase.plano)]
    if contadas and (repartidos := _repartidos(frase)):
        if not all(any(frase.indice.fichas[i].stock == n for i in g) for n, g in repartidos):
            yield Motivo.STOCK
        return
    for pos, cota, cuantas in contadas:
        if not frase.cumple(pos, lambda f, c=cota, n=cuantas: _cuadra(f.stock, c, n)):  # type: ignore[misc]
            yield Motivo.STOCK
    negados = [m.span() for m in _NO_HAY.finditer(frase.plano)]
    for start, _ in negados:
        if frase.menciones or frase.tema.todos or not frase.nombres and not frase.extraños:
            if not _dicho_de_ajeno(frase, start) and not frase.cumple(start, lambda f: f.stock == 0):
                yield Motivo.STOCK
    for match in _HAY.finditer(frase.plano):
        if any(a <= match.start() < b for a, b in negados) or frase.negada(match.start()) or not _predica(frase, match):
            continue
        if not frase.cumple(match.start(), lambda f: f.stock > 0):
            yield Motivo.STOCK
    for match in _ULTIMAS.finditer(frase.plano):
        if not contadas and not frase.cumple(match.start(), lambda f: 0 < f.stock <= _POCAS):
            yield Motivo.STOCK


def _repartidos(frase: Frase) -> list[tuple[int, frozenset[int]]]:
    """Returns each count with its product in "39 y 16 unidades respectivamente"."""
    lista = re.search(r"((?:\d+, )*\d+ y \d+) unidades", frase.plano)
    numeros_dichos = [int(n) for n in re.findall(r"\d+", lista[1])] if lista else []
    grupos = frase.hablados()
    return list(zip(numeros_dichos, grupos, strict=True)) if len(numeros_dichos) == len(grupos) > 1 else []


def _cuadra(stock: int, cota: str | None, cuantas: int) -> bool:
    if cota in ("mas de", "sobre", "al menos"):
        return stock >= cuantas
    if cota == "menos de":
        return stock < cuantas
    return abs(stock - cuantas) <= (2 if cota in ("casi", "cerca de") else 0)


def _dicho_de_ajeno(frase: Frase, pos: int) -> bool:
    """Returns whether the stretch speaks of something that is no product of the turn."""
    start, end = frase.tramo(pos)
    ajenos = [n for n in frase.nombres if not n.ids and start <= n.start < end]
    return bool(ajenos) or any(start <= p.start < end for p in frase.extraños)


def _predica(frase: Frase, match: re.Match[str]) -> bool:
    """Returns whether "disponible" says something of a product, and is not just "las opciones disponibles"."""
    if re.search(r"\b(?:l[oa]s|opciones|alternativas|modelos|productos|unidades|colores|informacion|de)\s*$", frase.plano[: match.start()]):
        return False
    return frase.con_sujeto(match.start()) or bool(re.search(r"\btod[oa]s\b", frase.plano))
