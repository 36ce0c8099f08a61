"""Proves that an answer promises and shows nothing it may not: discounts, delivery, ratings, links, the prompt."""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.proof.figures import numeros
from app.llm.proof.lexicon_claims import CONDICIONES, OTRA_ESCRITURA, OTRO_IDIOMA, PROHIBIDO
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import con_sujeto, cumple

_TIRA: Final = 7  # words in a row of the instructions that no honest answer repeats
_RAIZ: Final = 6  # letters by which a condition is looked up in a product's text


def prove_conditions(frase: Frase) -> Iterator[Motivo]:
    """Yields one motive per promise that no fact backs, and per thing that no answer may hold."""
    for motivo, patron in PROHIBIDO.items():
        if patron.search(frase.dicho):
            yield Motivo(motivo)
    if _en_otro_idioma(frase):
        yield Motivo.IDIOMA
    for motivo, patron in CONDICIONES.items():
        if not all(_condicion_probada(frase, match) for match in patron.finditer(frase.plano)):
            yield Motivo(motivo)


def repite(plano: str, instrucciones: str) -> bool:
    """Returns whether a folded text has seven words in a row in common with the folded instructions."""
    palabras = re.findall(r"\w+", plano)
    buscadas = " ".join(re.findall(r"\w+", instrucciones))
    return any(" ".join(palabras[i : i + _TIRA]) in buscadas for i in range(len(palabras) - _TIRA + 1))


def _en_otro_idioma(frase: Frase) -> bool:
    if OTRA_ESCRITURA.search(frase.plano):
        return True
    ajenas = len(OTRO_IDIOMA.findall(frase.plano))
    return ajenas >= 3 and ajenas >= len(frase.palabras) / 4


def _condicion_probada(frase: Frase, match: re.Match[str]) -> bool:
    """Returns whether the product's own text has the word, or the sentence only denies, doubts or asks."""
    pos = match.start()
    if any(n.start <= pos < n.end for n in frase.nombres):
        return True
    if con_sujeto(frase) and cumple(frase, pos, lambda f: match[0][:_RAIZ] in f.texto):
        return True
    if frase.dudosa(pos) or frase.negada(pos):
        return True
    return frase.pregunta and not list(numeros(frase.plano))
