"""Proves who is said to cost less or more: superlatives, comparatives, equal prices, "el doble"."""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.proof.differences import precios_hablados
from app.llm.proof.lexicon_names import MAS_BARATO, MAS_CARO
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import unidos

_SUPERLATIVO: Final = re.compile(
    r"(?<!\buna )(?<!\botra )\b(?:el|la|los|las|lo|opcion|opciones|alternativa|modelo|quien|cual)(?: \w+)? "
    rf"(?:(?P<barato>{MAS_BARATO})|(?P<caro>{MAS_CARO}))\b(?! que| por|\s+\$)|(?P<gana>\b(?:gana|mejor) en precio)"
)
_ES_MAS: Final = re.compile(
    rf"\b(?:es|son|sale|resulta)n?(?: \w+)? (?:(?P<barato>{MAS_BARATO})|(?P<caro>{MAS_CARO}))\b(?! que|\s+\$)"
)
_COMPARATIVO: Final = re.compile(
    rf"(?:(?P<barato>{MAS_BARATO}|(?:cuesta|sale|vale) menos|% menos|(?:pesos|lucas|mil) menos|\$[\d.]+ menos)|"
    rf"(?P<caro>{MAS_CARO}|(?:cuesta|sale|vale) mas|(?:pesos|lucas|mil) mas|\$[\d.]+ mas))"
    r"\s*(?:que|respecto|comparad|frente)"
)
_MISMO: Final = re.compile(
    r"\b(?:mismo precio|(?:cuesta|vale|sale)n? lo mismo|igual(?:es)? de (?:car|barat)\w+|"
    r"precio (?:es )?(?:identico|igual))"
)
_VECES: Final = re.compile(
    r"\b(?:cuesta|vale|sale)n? (?:casi )?(?:el )?(?P<veces>doble|mitad|triple)\b|"
    r"\b(?P<de>doble|mitad) (?:del|de) precio"
)
_ENTRE_DOS: Final = re.compile(r"\b(?:de|entre) l?[oa]s (?:2|dos)\b|\bde ambos\b")
_ENLACE: Final = re.compile(r"\b(?:es|son|seria|sigue)\b|:|,|\(|^\s*(?:el|la|los|las)?\s*$")
_ES: Final = re.compile(r"[\s*]*(?:\([^)]*\) )?(?:es|son|resulta|sigue siendo)\b")
_LEJOS: Final = 60  # characters: further on, the name belongs to something else
_VECES_CERCA: Final = 0.1


def prove_who_costs_less(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for each false statement about who costs less."""
    if frase.pregunta or not frase.indice.fichas:
        return
    for match in _SUPERLATIVO.finditer(frase.plano):
        if any(m.start < match.end() and match.start() < m.end for m in frase.menciones):
            continue  # it stands for the product itself: "el más barato cuesta…"
        if not _superlativo_cierto(frase, match):
            yield Motivo.COMPARACION
    for match in _ES_MAS.finditer(frase.plano):
        if not _mas_que_alguno(frase, match):
            yield Motivo.COMPARACION
    for match in _COMPARATIVO.finditer(frase.plano):
        if not _comparativo_cierto(frase, match):
            yield Motivo.COMPARACION
    precios = precios_hablados(frase)
    mismo = _MISMO.search(frase.plano)
    if mismo and not frase.negada(mismo.start()) and len(set(precios)) != 1:
        yield Motivo.COMPARACION
    if match_veces := _VECES.search(frase.plano):
        veces = 3 if match_veces["veces"] == "triple" else 2
        if not any(abs(a / b - veces) < _VECES_CERCA * veces for a in precios for b in precios):
            yield Motivo.COMPARACION


def _superlativo_cierto(frase: Frase, match: re.Match[str]) -> bool:
    """Returns whether the product called the cheapest (dearest) is so among those it is compared with.

    Products out of stock may be left out of the comparison.
    """
    quien = _de_quien(frase, match)
    if quien is None:
        return True
    fichas = frase.indice.fichas
    grupo = frase.indice.todos
    if _ENTRE_DOS.search(frase.plano) and len(frase.hablados) > 1:
        grupo = unidos(frase.hablados)
    disponibles = frozenset(i for i in grupo if fichas[i].stock > 0)
    lista = next((lista for lista in frase.listas if quien in [m.ids for m in lista]), [])
    cuantos = len(lista) if re.search(r"\b(?:los|las|son)\b", match[0]) else 1
    if re.search(r"\bsegund[oa]\b", match[0]):
        cuantos = 2
    for entre in (grupo, disponibles):
        primeros = sorted((fichas[i].precio for i in entre), reverse=match["caro"] is not None)[:cuantos]
        if any(fichas[i].precio in primeros for i in quien):
            return True
    return False


def _mas_que_alguno(frase: Frase, match: re.Match[str]) -> bool:
    """Returns whether "es más barata" is true against some other product."""
    quien = _de_quien(frase, match)
    if quien is None or re.search(r"\b(?:el|la|los|las|lo)\b", match[0]):
        return True
    fichas = frase.indice.fichas
    menor = match["barato"] is not None
    otros = [fichas[i].precio for i in frase.indice.todos - quien]
    return not otros or any((fichas[i].precio < p) == menor and fichas[i].precio != p for i in quien for p in otros)


def _de_quien(frase: Frase, match: re.Match[str]) -> frozenset[int] | None:
    """Returns whom a superlative names: the mention after it ("la más barata es la LG"), or the one before."""
    antes = [m for m in frase.menciones if m.end <= match.start()]
    if antes and _ES.match(frase.plano, antes[-1].end, match.end()):
        return antes[-1].ids
    tras = next((m for m in frase.menciones if m.start >= match.end() and not m.objeto), None)
    if tras is not None and match.groupdict().get("gana") is None:
        hueco = frase.plano[match.end() : tras.start]
        if len(hueco) < _LEJOS and not re.search(r"[.;]", hueco) and _ENLACE.search(hueco):
            return tras.ids
    if antes:
        return antes[-1].ids
    if frase.menciones:
        return None
    return frase.tema.todos[0] if len(frase.tema.todos) == 1 else None


def _comparativo_cierto(frase: Frase, match: re.Match[str]) -> bool:
    """Returns whether, of the two compared, the right one costs less."""
    antes = [m.ids for m in frase.menciones if m.end <= match.start() and not m.objeto]
    otro = next((m.ids for m in frase.menciones if m.start >= match.end() - 1), None)
    uno = antes[-1] if antes else unidos(frase.tema.sujetos)
    if not uno or otro is None:
        return True
    fichas = frase.indice.fichas
    menor = match["barato"] is not None
    return any((fichas[a].precio < fichas[b].precio) == menor for a in uno for b in otro if a != b)
