"""Finds which products of the turn a sentence speaks of, and the names in it that belong to none of them.

A mention is a run of words that all stand in one product's name: "Galaxy A54", "el Lenovo", "la TCL C655". A run that no
single product bears ("Galaxy A54 Ultra", "IdeaPad 5") is an invented name; so is any other capitalised word that neither
the facts nor the language explains.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.llm.proof.facts_index import Indice, partir_medida
from app.llm.proof.lexicon_names import GENERICOS, MARCAS, ORDINALES, SUFIJOS
from app.llm.proof.vocabulary import es_comun, es_frecuente
from app.nlu.measures import Atributo

_PALABRA: Final = re.compile(r"[a-z0-9ñ]+")
_UNION: Final = re.compile(r"[ *_\"'\-/]{0,6}|[ *_]{0,3}[(][ *_]{0,2}|[ ,]{1,2}de (?:la )?|[*_ ]{1,4}de (?:la )?")
_HASTA_MEDIDA: Final = re.compile(r"[ *_(]*(?:de )?")
_CON: Final = re.compile(r" (?:con|de) ")
_JUNTO: Final = re.compile(r"[ *_\-]{1,3}")
_INICIO: Final = re.compile(r"(?:^|[.!?:¿¡|\n(\"*_•>+]|^\s*-|\d[.)])[\s*_\"¿¡(]*$|[^\w\s,;]\s*$")
_TRAS_NUMERO: Final = re.compile(r"\s(?!(?:y|e|o|u|a|al|con|por|de|del|en|es|se|que|esta|cuesta|vale|sale|tiene|trae|viene|para|como|si|no|ya|las?|los?|el|fue|ofrece|incluye|resulta|te|parece|seria|puede|son)\b)[a-zñ]{3,}")


@dataclass(frozen=True, slots=True)
class Nombrado:
    """A run of naming words. `ids` are the products that bear it, none when it is invented or the person's own."""

    start: int
    end: int
    ids: frozenset[int]
    palabras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Palabra:
    """One word of the folded sentence. `tapada`: inside an amount or a quantity, hence no name."""

    start: int
    end: int
    texto: str
    mayuscula: bool
    inicio: bool
    tapada: bool


def leer_palabras(plano: str, mayusculas: Sequence[bool], tapados: Sequence[tuple[int, int]]) -> list[Palabra]:
    """Returns the words of a folded sentence; `mayusculas[i]` says whether character i was a capital."""
    return [
        Palabra(
            m.start(),
            m.end(),
            m[0],
            any(mayusculas[m.start() : m.end()]),
            _INICIO.search(plano[: m.start()]) is not None,
            any(a < m.end() and m.start() < b for a, b in tapados),
        )
        for m in _PALABRA.finditer(plano)
    ]


def nombrados(
    plano: str, palabras: Sequence[Palabra], medidas: Sequence[Atributo], indice: Indice
) -> list[Nombrado]:
    """Returns the runs of naming words, in order."""
    corridas: list[list[Palabra]] = []
    for i, palabra in enumerate(palabras):
        if palabra.tapada:
            continue
        corrida = corridas[-1] if corridas else []
        if corrida and _sigue(plano, corrida, palabra, palabras, i, indice):
            corrida.append(palabra)
        elif _empieza(palabra, palabras, i, indice):
            corridas.append([palabra])
    return [_resolver(plano, c, medidas, indice) for c in corridas]


def ordinales(plano: str) -> Iterator[tuple[int, int, int]]:
    """Yields (start, end, index) for "el segundo", "la opción 3", "el último" (-1)."""
    for patron, posicion in ORDINALES:
        for match in patron.finditer(plano):
            yield match.start(), match.end(), posicion


def extraños(palabras: Sequence[Palabra], nombres: Sequence[Nombrado], indice: Indice) -> Iterator[Palabra]:
    """Yields the words that look like names, in no mention, that neither facts nor language explain."""
    conocidas = indice.palabras | indice.generales
    for i, palabra in enumerate(palabras):
        if palabra.tapada or palabra.texto.isdigit() or any(n.start <= palabra.start < n.end for n in nombres):
            continue
        if palabra.texto in conocidas or palabra.texto.removesuffix("s") in conocidas:
            continue
        if _parece_nombre(palabra, palabras[i + 1] if i + 1 < len(palabras) else None):
            yield palabra


def _parece_nombre(palabra: Palabra, siguiente: Palabra | None) -> bool:
    """Returns whether a word must be a name: a known brand, a code, a capital that grammar does not ask for."""
    if palabra.texto in MARCAS:
        return True
    if any(c.isdigit() for c in palabra.texto):
        return any(c.isalpha() for c in palabra.texto)
    if not palabra.mayuscula or es_comun(palabra.texto) or palabra.texto in GENERICOS:
        return False
    if not palabra.inicio:
        return len(palabra.texto) > 1
    return siguiente is not None and siguiente.start == palabra.end + 1 and (
        siguiente.mayuscula and not es_comun(siguiente.texto)
        or any(c.isdigit() for c in siguiente.texto) and not siguiente.texto.isdigit()
    )


def _empieza(palabra: Palabra, palabras: Sequence[Palabra], i: int, indice: Indice) -> bool:
    """Returns whether a word opens a mention. An ordinary word does so only with a capital ("Trust", "Poco")."""
    if palabra.texto.isdigit():  # "el 13 y el 15": a number names by itself after an article only
        previa = palabras[i - 1].texto if i else ""
        return previa in ("el", "del", "al") and len(palabra.texto) > 1 and len(_duenos(palabra.texto, indice)) == 1
    fuerte = any(palabra.texto in f.fuertes for f in indice.fichas.values())
    if not fuerte and _distingue(palabra, palabras, i, indice):
        return True
    if any(palabra.texto in f.marca for f in indice.fichas.values()):
        return palabra.mayuscula or not es_frecuente(palabra.texto)
    if palabra.texto in SUFIJOS or es_comun(palabra.texto):
        return fuerte and palabra.mayuscula and not palabra.inicio
    return fuerte


def _distingue(palabra: Palabra, palabras: Sequence[Palabra], i: int, indice: Indice) -> bool:
    """Returns whether an article makes a name of what tells some products from the rest: "la digital"."""
    duenos = _duenos(palabra.texto, indice)
    previas = [p.texto for p in palabras[max(0, i - 2) : i]]
    tras_articulo = previas[-1:] in (["el"], ["la"], ["los"], ["las"], ["del"])
    tras_version = previas in (["version", "con"], ["modelo", "con"], ["version", "sin"], ["version", "de"])
    return (tras_articulo or tras_version) and bool(duenos) and duenos != indice.todos and len(palabra.texto) > 2


def _sigue(
    plano: str, corrida: list[Palabra], palabra: Palabra, palabras: Sequence[Palabra], i: int, indice: Indice
) -> bool:
    """Returns whether a word goes on the run before it."""
    if _CON.fullmatch(plano[corrida[-1].end : palabra.start]):
        return bool(_duenos(palabra.texto, indice)) and bool(_resolver(plano, [*corrida, palabra], (), indice).ids)
    hueco = _hueco(plano, corrida[-1].end, palabra.start, palabras)
    if not _UNION.fullmatch(hueco):
        return False
    junto = _JUNTO.fullmatch(plano[corrida[-1].end : palabra.start]) is not None
    if " de " in hueco:
        return any(palabra.texto in f.marca for f in indice.fichas.values()) or palabra.texto in MARCAS
    if palabra.texto.isdigit():
        return _numero_de_modelo(plano, corrida, palabra, junto, indice)
    if _duenos(palabra.texto, indice) and (palabra.mayuscula or not es_comun(palabra.texto)):
        return True
    if not junto or palabra.texto in indice.generales:
        return False
    if palabra.texto in SUFIJOS and (palabra.mayuscula or palabra.texto not in ("mini", "oled", "x", "s", "air", "se")):
        return palabra.texto not in ("plus", "note")or palabra.mayuscula
    return _parece_nombre(palabra, None) and palabra.texto not in indice.palabras


def _hueco(plano: str, start: int, end: int, palabras: Sequence[Palabra]) -> str:
    """Returns what stands between two words, quantities and parts blanked: they do not break a name."""
    letras = list(plano[start:end])
    for palabra in palabras:
        if palabra.tapada and start <= palabra.start < end:
            letras[palabra.start - start : palabra.end - start] = " " * (palabra.end - palabra.start)
    return re.sub(r"(?<= )de (?= )|[\".,]|\s+", " ", "".join(letras)) if "".join(letras) != plano[start:end] else plano[start:end]


def _numero_de_modelo(plano: str, corrida: list[Palabra], palabra: Palabra, junto: bool, indice: Indice) -> bool:
    """Returns whether a number belongs to the name before it, as "3" in "Slim 3" or, invented, "5" in "IdeaPad 5"."""
    if not junto or corrida[-1].texto.isdigit():
        return False
    if any(_alcanza(corrida, palabra.texto, identidad) for identidad in (f.identidad for f in indice.fichas.values())):
        return True
    tras = _TRAS_NUMERO.match(plano, palabra.end)
    return tras is None or tras[0].strip() in SUFIJOS


def _duenos(palabra: str, indice: Indice) -> frozenset[int]:
    return frozenset(f.id for f in indice.fichas.values() if palabra in f.identidad)


def _alcanza(corrida: Sequence[Palabra], numero: str, identidad: Mapping[str, frozenset[str]]) -> bool:
    """Returns whether, in one product's name, this number comes right after a word of the run."""
    cadena = identidad.get(numero)
    return cadena is not None and corrida[-1].texto in cadena


def _resolver(
    plano: str, corrida: Sequence[Palabra], medidas: Sequence[Atributo], indice: Indice
) -> Nombrado:
    """Returns the run with the products that bear all of it: those named in full if any, those of its size if any."""
    start, end = corrida[0].start, corrida[-1].end
    ids = frozenset(f.id for f in indice.fichas.values() if _lleva(corrida, f.identidad))
    if plano[end : end + 1] == "+" and not any(f"{corrida[-1].texto}+" in f.texto for f in indice.fichas.values()):
        ids = frozenset()
    dichas = {p.texto for p in corrida}
    if len(ids) > 1:
        ids = frozenset(i for i in ids if dichas >= indice.fichas[i].identidad.keys()) or ids
    if len(ids) > 1:
        cerca = {m.valor for m in medidas if start <= m.start <= end + 5 and _HASTA_MEDIDA.fullmatch(plano[end : m.start])}
        dentro = {partir_medida(m.valor)[0] for m in medidas if start < m.start < end} | {partir_medida(v)[0] for v in cerca}
        ids = frozenset(i for i in ids if dentro and dentro <= {q for q, _ in indice.fichas[i].medidas}) or ids
    return Nombrado(start, end, ids, tuple(p.texto for p in corrida))


def _lleva(corrida: Sequence[Palabra], identidad: Mapping[str, frozenset[str]]) -> bool:
    for i, palabra in enumerate(corrida):
        cadena = identidad.get(palabra.texto)
        if cadena is None:
            return False
        if palabra.texto.isdigit() and i and corrida[i - 1].texto not in cadena:
            return False
    return True
