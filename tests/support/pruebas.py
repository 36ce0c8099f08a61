"""Reads and proves single sentences over the written facts of tests/data/grounding_facts.yml."""

from app.llm.proof.allusions import NADIE
from app.llm.proof.facts_index import Indice, indexar
from app.llm.proof.proofs import no_probado
from app.llm.proof.quotes import leer_frase
from app.llm.proof.sentence import Frase
from benchmarks.grounding_cases import leer_conjuntos


def indice(conjunto: str) -> Indice:
    """Returns the index of one set of facts."""
    return indexar(*leer_conjuntos()[conjunto])


def leer(conjunto: str, *frases: str) -> Frase:
    """Returns the last sentence, read after the ones before it."""
    tema, frase = NADIE, None
    for texto in frases:
        frase = leer_frase(texto, indice(conjunto), tema)
        tema = frase.tema_propio if frase.tema_propio.todos else tema
    assert frase is not None
    return frase


def motivos(conjunto: str, *frases: str) -> list[str]:
    """Returns why the last sentence is not proved, nothing when it is."""
    return [str(motivo) for motivo in no_probado(leer(conjunto, *frases))]
