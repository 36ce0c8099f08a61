"""Proves that a product is not described in the words of another one: five of them in a row are no coincidence."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from app.llm.proof.facts_index import LARGO_CITA, PALABRA_DE_CITA, FichaIndexada
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import con_sujeto, cumple

_LARGA: Final = re.compile(r"[a-zñ]{4,}")
_LARGAS: Final = 3
_BASTA: Final = LARGO_CITA - 1  # the last word of a row; what follows is another row


def prove_borrowed(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive when words that stand in a row in one product's text are said of another."""
    palabras = list(PALABRA_DE_CITA.finditer(frase.plano)) if con_sujeto(frase) else []
    for i in range(len(palabras) - _BASTA):
        grupo = palabras[i : i + LARGO_CITA]
        dicho = " ".join(p[0] for p in grupo)
        if len(_LARGA.findall(dicho)) < _LARGAS or frase.condicional(grupo[0].start()):
            continue  # "8 GB de RAM y" is what half of the catalogue says
        ajena = any(dicho in f.tiras for f in frase.indice.fichas.values())
        if ajena and not cumple(frase, grupo[_BASTA].start(), _lo_dice(dicho)):
            yield Motivo.RASGO
            return


def _lo_dice(dicho: str) -> Callable[[FichaIndexada], bool]:
    return lambda ficha: dicho in ficha.tiras
