"""Proves the words that describe: what cards say of products is said of one only when its own card has it.

No list can hold every feature that a model may invent, but shops describe products in a vocabulary of their own
("giratoria", "jazmín", "doble techo"), which talk about them hardly uses. A word of it that is said of a product must
be in that product's card, in any form. A part ("batería") may be in it as its measure ("5.000 mAh").
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from app.llm.proof.facts_index import FichaIndexada
from app.llm.proof.figures import Lugar
from app.llm.proof.lexicon_cards import RAICES
from app.llm.proof.lexicon_families import PARIENTES
from app.llm.proof.lexicon_parts import PARTES_DE
from app.llm.proof.mentions import Palabra
from app.llm.proof.motives import Motivo
from app.llm.proof.roots import raiz_de, tiene_pariente
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import cumple

# What the person will do with it ("ideal para llevarlo a la playa"), and what is theirs ("tu escritorio"), is no claim.
_PARA: Final = re.compile(
    r"(?:(?:^|[.,;:(¿¡*-]|\b(?:y|o|ideal|perfect[oa]|buen[oa]?|mejor|sirven?|alcanza|basta|va|anda|pensad[oa]|comod[oa]|"
    r"opcion|alternativa|conveniente|elegiria|recomiendo|conviene|util|suficiente|sobra|quieres|quiere)s?)[\s*]*"
    r"para|\b(?:para|en|de|con|a|sobre|por|si) tus?) (?:\w+ ){0,3}$|\ben $|\bbajo (?:el|la) $|"
    r"\b(?:vas|voy|vamos|puedes|podrias|quieres|necesitas|sueles) (?:a )?$|"
    r"^\W*sobre\W+(?:\w+\W+){0,3}$|^\W*(?:de|entre) (?:l[oa]s )?$"
)

_INCLUYE: Final = re.compile(r"\b(?:incluyen?|traen?|vienen? con) (?:el |la |un |una |su )?$")


def prove_card_words(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for the first describing word that nothing in the card of whom it is said of backs."""
    for palabra in frase.palabras if frase.indice.fichas else ():
        if palabra.tapada or not palabra.texto.isalpha():
            continue
        respaldo = _respaldo(palabra.texto)
        if respaldo is not None and not _permitida(frase, palabra) and not cumple(frase, palabra.start, respaldo):
            yield Motivo.RASGO
            return


def _respaldo(palabra: str) -> Callable[[FichaIndexada], bool] | None:
    """Returns what a card must have for this word to be said of its product; None for a word that claims nothing."""
    raiz = raiz_de(palabra)
    if parte := PARTES_DE.get(raiz):
        return lambda ficha: parte.search(ficha.afirmado) is not None
    if raiz not in RAICES:
        return None
    familia = PARIENTES.get(raiz, frozenset({raiz}))
    return lambda ficha: not familia.isdisjoint(ficha.raices) or tiene_pariente(raiz, ficha.raices)


def _permitida(frase: Frase, palabra: Palabra) -> bool:
    """Returns whether the word is no claim: in a name, asked, supposed, denied, doubted, or the person's purpose."""
    pos = palabra.start
    nombradas: tuple[Lugar, ...] = (*frase.nombres, *frase.menciones)
    if any(x.start <= pos < x.end for x in nombradas):
        return True
    if any(frase.plano[palabra.end : m.start].strip(" *") == "" and palabra.end <= m.start for m in frase.menciones):
        return True  # the kind of thing before its name: "la superautomática De'Longhi"
    del_tema = {palabra.texto, palabra.texto.removesuffix("s")} & frase.indice.generales
    if del_tema and not _INCLUYE.search(frase.plano[:pos]):
        return True  # "tengo 3 cables", but not "incluye cable"
    if frase.condicional(pos) or frase.dudosa(pos) or frase.negada(pos):
        return True
    return _PARA.search(frase.plano[:pos]) is not None
