"""Proves names: each one a sentence utters is a product's of this turn, or the person's own and not offered."""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.proof.lexicon_joints import ECO, NO_ESTA
from app.llm.proof.lexicon_names import MARCAS
from app.llm.proof.mentions import Nombrado, Palabra
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.stock import NO_HAY

_SIRVE_EN: Final = re.compile(
    r"\b(?:(?:esta|sirve|es|viene|funciona|corre|anda|juega)n? (?:tambien )?(?:para|en|con)|compatibles? con) "
    r"(?:el |la |tu )?$"
)
_SI_TIENES: Final = re.compile(r"\bsi (?:ya )?(?:tienes|usas|vienes de|eres de) (?:un |una |el |la |tu )?$")


def prove_names(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for each name that no product of the turn bears."""
    for nombre in frase.nombres:
        if not nombre.ids and not _nombre_permitido(frase, nombre):
            yield Motivo.PRODUCTO
    yield from _plataformas(frase)
    for palabra in frase.foraneos:
        if not _palabra_permitida(frase, palabra):
            yield Motivo.MARCA if palabra.texto in MARCAS else Motivo.PRODUCTO


def _plataformas(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for "también está para Xbox" when what it is said of has not that name in its card."""
    for nombre in frase.nombres:
        if not nombre.ids or not _SIRVE_EN.search(frase.plano[: nombre.start]):
            continue
        antes = [m.ids for m in frase.menciones if m.end <= nombre.start]
        quien = antes[-1] if antes else frozenset[int]().union(*frase.tema.sujetos)
        suyas = (frase.indice.fichas[i].palabras for i in quien)
        if quien and not any(palabras.issuperset(nombre.palabras) for palabras in suyas):
            yield Motivo.RASGO


def _nombre_permitido(frase: Frase, nombre: Nombrado) -> bool:
    """Returns whether a name that is no product's is the person's own, and not offered as if the shop had it."""
    dichas = frase.indice.palabras_pregunta | frase.indice.generales
    return all(p in dichas for p in nombre.palabras) and _no_se_ofrece(frase, nombre.start)


def _palabra_permitida(frase: Frase, palabra: Palabra) -> bool:
    if _SI_TIENES.search(frase.plano[: palabra.start]):
        return True  # "si tienes iPhone": the person's, not the shop's
    if palabra.texto not in frase.indice.palabras_pregunta:
        return False
    es_modelo = palabra.texto in MARCAS or any(c.isdigit() for c in palabra.texto)
    return _no_se_ofrece(frase, palabra.start) or not (es_modelo or frase.indice.hechos.desconocidos)


def _no_se_ofrece(frase: Frase, pos: int) -> bool:
    """Returns whether the clause denies having it or only repeats the question."""
    if frase.negada(pos) or frase.dudosa(pos) or frase.condicional(pos):
        return True
    clausula = frase.clausula(pos)
    return any(patron.search(clausula) for patron in (ECO, NO_HAY, NO_ESTA))
