"""Reads a Markdown table as sentences, cell by cell, each said of the product of its row or of its column."""

from collections.abc import Iterator

from app.llm.proof.allusions import NADIE, Tema
from app.llm.proof.facts_index import Indice
from app.llm.proof.quotes import leer_frase
from app.llm.proof.sentence import Frase


def celdas_como_frases(tabla: str, indice: Indice) -> Iterator[Frase]:
    """Yields one Frase per cell, with its heading before it and its product as subject."""
    filas = [_celdas(linea) for linea in tabla.strip().splitlines()]
    filas = [fila for fila in filas if not all(set(celda) <= set("-: ") for celda in fila)]
    if not filas:
        return
    cabecera = [leer_frase(celda, indice) for celda in filas[0]]
    yield from cabecera
    columnas = [frase.tema_propio for frase in cabecera]
    for fila in filas[1:]:
        yield leer_frase(fila[0], indice)
        yield from _fila(fila, filas[0], columnas, indice)


def _fila(fila: list[str], titulos: list[str], columnas: list[Tema], indice: Indice) -> Iterator[Frase]:
    por_columnas = any(c.todos for c in columnas)
    de_la_fila = leer_frase(fila[0], indice).tema_propio
    for i, celda in enumerate(fila[1:], start=1):
        if por_columnas:
            yield leer_frase(f"{fila[0]}: {celda}", indice, columnas[i] if i < len(columnas) else NADIE)
        else:
            de_la_celda = leer_frase(celda, indice).tema_propio
            titulo = titulos[i] if i < len(titulos) else ""
            yield leer_frase(f"{titulo}: {celda}", indice, de_la_fila if de_la_fila.todos else de_la_celda)


def _celdas(linea: str) -> list[str]:
    return [celda.strip() for celda in linea.strip().strip("|").split("|")]
