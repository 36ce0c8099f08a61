"""Blanks what a sentence need not prove: whole product names, the product's own words, the shop's example messages."""

from collections.abc import Iterator

from app.llm.proof.allusions import NADIE, Alusion, Tema
from app.llm.proof.facts_index import LARGO_CITA, PALABRA_DE_CITA, FichaIndexada, Indice
from app.llm.proof.lexicon_joints import ANTES_DE_OBJETO, NEGACION
from app.llm.proof.mentions import leer_palabras, nombrados
from app.llm.proof.sentence import Frase

_ALCANCE_NEGACION = 30  # characters before a quotation in which "no" turns it round


def leer_frase(texto: str, indice: Indice, tema: Tema = NADIE) -> Frase:
    """Returns the sentence, ready to be checked, with what needs no proof blanked."""
    frase = Frase(texto, indice, tema)
    for ejemplo in indice.ejemplos:
        while ejemplo and (start := frase.plano.find(ejemplo)) >= 0:
            frase.tapar(start, start + len(ejemplo))
    _tapar_nombres(frase)
    frase.dicho = frase.plano
    _tapar_citado(frase)
    return frase


def _tapar_nombres(frase: Frase) -> None:
    """Finds the whole product names, longest first, and blanks them: their words and numbers are no claims."""
    fichas = frase.indice.fichas.values()
    for nombre, producto_id in sorted(((n, f.id) for f in fichas for n in f.nombres), key=lambda x: -len(x[0])):
        start = frase.plano.find(nombre)
        while start >= 0:
            end = start + len(nombre)
            if not frase.plano[end : end + 1].isalnum() and not frase.plano[:start][-1:].isalnum():
                objeto = ANTES_DE_OBJETO.search(frase.plano[:start]) is not None
                frase.completos.append(Alusion(start, end, frozenset({producto_id}), objeto))
                frase.tapar(start, end)
            start = frase.plano.find(nombre, end)


def _tapar_citado(frase: Frase) -> None:
    """Blanks five words or more that stand in a row in the text of the one product spoken of, unless denied."""
    palabras = list(PALABRA_DE_CITA.finditer(frase.plano))
    grupos = [palabras[i : i + LARGO_CITA] for i in range(len(palabras) - LARGO_CITA + 1)]
    for ficha in _de_quien(frase) if grupos else ():
        citados = {i for i, g in enumerate(grupos) if " ".join(p[0] for p in g) in ficha.tiras}
        for i in citados:
            # A word beside a number that is not quoted goes with it: "3 | litros con luz", "Bluetooth | 79".
            antes = palabras[i - 1][0][-1].isdigit() if i and i - 1 not in citados else False
            fin = i + LARGO_CITA
            despues = palabras[fin][0][0].isdigit() if fin < len(palabras) and i + 1 not in citados else False
            start, end = grupos[i][1 if antes else 0].start(), grupos[i][-2 if despues else -1].end()
            if not NEGACION.search(frase.plano, max(0, start - _ALCANCE_NEGACION), start):
                frase.tapar(start, end)
        if citados:
            return


def _de_quien(frase: Frase) -> Iterator[FichaIndexada]:
    """Yields the one product that the sentence is about, by each way to tell before reading it."""
    if frase.completos:
        yield from _unica(frozenset[int]().union(*(a.ids for a in frase.completos)), frase.indice)
        return
    yield from _unica(frozenset[int]().union(*frase.tema.sujetos), frase.indice)
    palabras = leer_palabras(frase.plano, frase.mayusculas, ())
    nombres = [n.ids for n in nombrados(frase.plano, palabras, (), frase.indice) if n.ids]
    yield from _unica(nombres[0] if nombres else frase.indice.todos, frase.indice)


def _unica(ids: frozenset[int], indice: Indice) -> Iterator[FichaIndexada]:
    """Yields the product when there is just one."""
    if len(ids) == 1:
        yield indice.fichas[next(iter(ids))]
