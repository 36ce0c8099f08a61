"""Reads a Markdown table as sentences, cell by cell, each said of the product of its row or of its column."""

from collections.abc import Iterator

from app.llm.claims import NADIE, Frase, Tema
from app.llm.proof.facts_index import Indice


def celdas_como_frases(tabla: str, indice: Indice) -> Iterator[Frase]:
    """Yields one Frase per cell, with its heading before it and its product as subject."""
    filas = [_celdas(linea) for linea in tabla.strip().splitlines()]
    filas = [fila for fila in filas if not all(set(celda) <= set("-: ") for celda in fila)]
    if not filas:
        return
    cabecera = filas[0]
    columnas = [_productos(celda, indice) for celda in cabecera]
    yield from (Frase(celda, indice) for celda in cabecera)
    for fila in filas[1:]:
        yield from _fila(fila, cabecera, columnas, indice)


def _fila(fila: list[str], cabecera: list[str], columnas: list[Tema], indice: Indice) -> Iterator[Frase]:
    de_columnas = any(c.todos for c in columnas)
    de_la_fila = _productos(fila[0], indice) if fila else NADIE
    yield Frase(fila[0], indice)
    for i, celda in enumerate(fila[1:], start=1):
        titulo = fila[0] if de_columnas else cabecera[i] if i < len(cabecera) else ""
        propio = de_la_fila if de_la_fila.todos else _productos(celda, indice)
        sujeto = columnas[i] if de_columnas and i < len(columnas) else propio
        yield Frase(f"{titulo}: {celda}", indice, sujeto)


def _celdas(linea: str) -> list[str]:
    return [celda.strip() for celda in linea.strip().strip("|").split("|")]


def _productos(celda: str, indice: Indice) -> Tema:
    return Frase(celda, indice).tema_propio
