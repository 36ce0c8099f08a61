"""Finds which products of the turn a sentence names, and the names in it that belong to none of them.

A mention is a run of words of one product's name ("el Lenovo"). A run that no product bears ("IdeaPad 5"), or another
capitalised word that neither the facts nor the language explains, is an invented name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.llm.proof.facts_index import PALABRA, FichaIndexada, Indice, partir_medida
from app.llm.proof.figures import numeros
from app.llm.proof.lexicon_names import GENERICOS, MARCAS, SUFIJOS
from app.llm.proof.vocabulary import es_comun, es_frecuente, es_nombre_propio
from app.nlu.measures import Atributo

# What may stand between two words of one name.
_UNION: Final = re.compile(r"[ *_\"'\-/°º]{0,6}|[ *_]{0,3}[(][ *_]{0,2}|[ ,]{1,2}de (?:la )?|[*_ ]{1,4}de (?:la )?")
_JUNTO: Final = re.compile(r"[ *_\-°º]{1,3}")
_CON: Final = re.compile(r" (?:con|de) ")
_HASTA_MEDIDA: Final = re.compile(r"[ *_(]*(?:de )?")
# Where a capital says nothing: the start of a sentence, of an item, after a quotation mark or an emoji.
_INICIO: Final = re.compile(r"(?:^|[.!?:¿¡|\n(\"*_•>+]|^\s*-|\d[.)])[\s*_\"¿¡(]*$|(?:^|\s)[^\w\s,;]+\s*$")
# A number after a name with one of these after it is the name's; with another noun, it counts that noun.
_SIN_CONTADO: Final = (
    "y|e|o|u|a|al|con|por|de|del|en|es|se|que|esta|cuesta|vale|sale|tiene|trae|viene|para|como|si|no|ya|las?|los?|el|"
    "fue|ofrece|incluye|resulta|te|parece|seria|puede|son"
)
_CONTADO: Final = re.compile(rf"\s(?!(?:{_SIN_CONTADO})\b)[a-zñ]{{3,}}")
# After a verb an ordinary word is what it means, and names nothing: "cuida la vista".
_OTRA_COSA: Final = re.compile(
    r"\b(?!(?:pero|como|con|por|para|entre|sobre|mientras|aunque|elegiria|iria|y|o|que)\b)"
    r"[a-zñ]{4,}[ao] (?:el|la|los|las) $"
)
_TRAS: Final = re.compile(r"[ *]+(?!\d)(\w{4,})")
_LARGO_CODIGO: Final = 3  # digits that tell a product by themselves: "DeskJet 2775"
_ANTES: Final = re.compile(r"\b([a-zñ]{4,}) $")
_CIFRA_ANTES: Final = re.compile(r"\d[^.;]*(?:,|\by|\be)\s(?:\w+\s){0,2}$")
_FIN_DE_CLAUSULA: Final = re.compile(r"(?:[.,]\d+)*(?:[,.;)!]|$| y\b)")
_ARTICULOS: Final = (["el"], ["la"], ["los"], ["las"], ["del"], ["al"])
# Suffixes that are also ordinary words or parts: only a capital makes them one.
_SUFIJOS_DUDOSOS: Final = frozenset({"mini", "oled", "x", "s", "air", "se", "plus", "note"})


@dataclass(frozen=True, slots=True)
class Nombrado:
    """A run of naming words. `ids` are the products that bear it, none when it is invented or the person's own."""

    start: int
    end: int
    ids: frozenset[int]
    palabras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Palabra:
    """One word of the folded sentence. `tapada`: inside a figure, hence no name."""

    start: int
    end: int
    texto: str
    mayuscula: bool
    inicio: bool
    tapada: bool

    @property
    def con_cifra(self) -> bool:
        """Returns whether the word mixes letters and digits, as models do."""
        return not self.texto.isdigit() and any(c.isdigit() for c in self.texto)


def leer_palabras(plano: str, mayusculas: Sequence[bool], figuras: Sequence[tuple[int, int]]) -> list[Palabra]:
    """Returns the words of a folded sentence; `mayusculas[i]` says whether character i was a capital."""
    return [
        Palabra(
            m.start(),
            m.end(),
            m[0],
            any(mayusculas[m.start() : m.end()]),
            _INICIO.search(plano[: m.start()]) is not None,
            any(a < m.end() and m.start() < b for a, b in figuras),
        )
        for m in PALABRA.finditer(plano)
    ]


def nombrados(plano: str, palabras: Sequence[Palabra], medidas: Sequence[Atributo], indice: Indice) -> list[Nombrado]:
    """Returns the runs of naming words, in order."""
    corridas: list[list[Palabra]] = []
    for i, palabra in enumerate(palabras):
        if palabra.tapada:
            continue
        if corridas and _sigue(plano, corridas[-1], palabra, palabras, indice):
            corridas[-1].append(palabra)
        elif _empieza(palabra, palabras[max(0, i - 2) : i], plano, indice) or _con_su_numero(
            palabras[i : i + 2], indice
        ):
            corridas.append([*_numero_inicial(plano, palabras[:i], palabra, indice), palabra])
    corridas = [c for c in corridas if len(c) > 1 or len(c[0].texto) > 2 or not es_frecuente(c[0].texto)]
    return [_resolver(plano, corrida, medidas, indice) for corrida in corridas]


def foraneos(palabras: Sequence[Palabra], nombres: Sequence[Nombrado], indice: Indice) -> Iterator[Palabra]:
    """Yields the words that look like names, in no mention, that neither facts nor language explain."""
    conocidas = indice.palabras | indice.generales
    for palabra, siguiente in zip(palabras, [*palabras[1:], None], strict=False):
        if palabra.tapada or palabra.texto.isdigit() or any(n.start <= palabra.start < n.end for n in nombres):
            continue
        if palabra.texto in conocidas or palabra.texto.removesuffix("s") in conocidas:
            continue
        if _parece_nombre(palabra, siguiente):
            yield palabra


def _parece_nombre(palabra: Palabra, siguiente: Palabra | None) -> bool:
    """Returns whether a word must be a name: a known brand, a code, a capital that grammar does not ask for."""
    if palabra.texto in MARCAS or palabra.con_cifra:
        return True
    if not palabra.mayuscula or es_comun(palabra.texto) or palabra.texto in GENERICOS:
        return False
    if not palabra.inicio:
        return len(palabra.texto) > 1
    if siguiente is None or siguiente.start != palabra.end + 1:
        return False
    return siguiente.con_cifra or (siguiente.mayuscula and len(siguiente.texto) > 1 and not es_comun(siguiente.texto))


def _empieza(palabra: Palabra, previas: Sequence[Palabra], plano: str, indice: Indice) -> bool:
    """Returns whether a word opens a mention. An ordinary word does so only with a capital ("Trust", "Poco")."""
    dichas = [p.texto for p in previas]
    if palabra.texto.isdigit():  # "el 13 y el 15", "la 4070": a number names by itself after an article only
        chip = any(palabra.texto in f.chips for f in indice.fichas.values())
        solo = len(palabra.texto) > 1 and len(_propietarios(palabra, indice)) == 1
        return dichas[-1:] in _ARTICULOS and (chip or solo)
    fuerte = any(palabra.texto in f.fuertes for f in indice.fichas.values())
    if not fuerte and _distingue(palabra, dichas, plano, indice):
        return True
    if any(palabra.texto in f.marca for f in indice.fichas.values()):
        return palabra.mayuscula or not es_frecuente(palabra.texto)
    if fuerte and not palabra.mayuscula and _OTRA_COSA.search(plano[: palabra.start]):
        return False
    if palabra.texto in SUFIJOS or (es_comun(palabra.texto) and not es_nombre_propio(palabra.texto)):
        return fuerte and palabra.mayuscula and not palabra.inicio
    return fuerte


def _con_su_numero(palabras: Sequence[Palabra], indice: Indice) -> bool:
    """Returns whether a doubtful word is told to be a name by the number after it: "Flip 6", "Go 4"."""
    if len(palabras) < 2 or not palabras[1].texto.isdigit() or palabras[1].tapada:
        return False
    palabra, numero = palabras
    return any(palabra.texto in f.identidad.get(numero.texto, ()) for f in indice.fichas.values())


def _numero_inicial(plano: str, previas: Sequence[Palabra], palabra: Palabra, indice: Indice) -> Sequence[Palabra]:
    """Returns the number that a name begins with, if it does: the 1 of "1 Million"."""
    if not previas or not previas[-1].texto.isdigit() or plano[previas[-1].end : palabra.start] != " ":
        return ()
    numero = previas[-1]
    suyo = any(numero.texto in f.identidad.get(palabra.texto, ()) for f in indice.fichas.values())
    return (numero,) if suyo and not numero.tapada else ()


def _distingue(palabra: Palabra, previas: list[str], plano: str, indice: Indice) -> bool:
    """Returns whether an article makes a name of what tells some products from the rest: "la digital"."""
    propietarios = _propietarios(palabra, indice)
    tras_articulo = previas[-1:] in _ARTICULOS
    tras_version = previas in (["version", "con"], ["modelo", "con"], ["version", "sin"], ["version", "de"])
    if not (tras_articulo or tras_version) or not propietarios or propietarios == indice.todos:
        return False
    if palabra.mayuscula and not palabra.inicio:
        return True  # "la A Pro"
    return len(palabra.texto) > 2 and (tras_version or _OTRA_COSA.search(plano[: palabra.start]) is None)


def _sigue(
    plano: str, corrida: Sequence[Palabra], palabra: Palabra, palabras: Sequence[Palabra], indice: Indice
) -> bool:
    """Returns whether a word goes on the run before it."""
    entre = plano[corrida[-1].end : palabra.start]
    propietarios = _propietarios(palabra, indice)
    if _CON.fullmatch(entre):
        return bool(propietarios) and bool(_resolver(plano, [*corrida, palabra], (), indice).ids)
    if "," in entre and propietarios and not _resolver(plano, [*corrida, palabra], (), indice).ids:
        return False  # "Samsung 300 W, Sony 120 W"
    hueco = _sin_figuras(entre, corrida[-1].end, palabras)
    if not _UNION.fullmatch(hueco):
        return False
    if " de " in hueco:
        return any(palabra.texto in f.marca for f in indice.fichas.values()) or palabra.texto in MARCAS
    junto = _JUNTO.fullmatch(entre) is not None
    if palabra.texto.isdigit():
        return junto and _numero_de_modelo(plano, corrida, palabra, indice)
    if junto and any(_en_el_nombre(corrida[-1], palabra, f) for f in indice.fichas.values()):
        return True
    if propietarios and (palabra.mayuscula or not es_comun(palabra.texto)):
        return True
    if not junto or palabra.texto in indice.generales:
        return False
    if palabra.texto in SUFIJOS and (palabra.mayuscula or palabra.texto not in _SUFIJOS_DUDOSOS):
        return True
    if palabra.mayuscula and not palabra.inicio and _ante_numero(plano, palabra, palabras):
        return True  # "Apple Watch Series 11"
    return _parece_nombre(palabra, None) and palabra.texto not in indice.palabras


def _ante_numero(plano: str, palabra: Palabra, palabras: Sequence[Palabra]) -> bool:
    siguiente = next((p for p in palabras if p.start > palabra.start), None)
    return siguiente is not None and siguiente.texto.isdigit() and plano[palabra.end : siguiente.start] == " "


def _sin_figuras(entre: str, start: int, palabras: Sequence[Palabra]) -> str:
    """Returns what stands between two words, quantities and parts blanked: they do not break a name."""
    letras = list(entre)
    for palabra in palabras:
        if palabra.tapada and start <= palabra.start < start + len(entre):
            letras[palabra.start - start : palabra.end - start] = " " * (palabra.end - palabra.start)
    tapado = "".join(letras)
    return entre if tapado == entre else re.sub(r"(?<= )de (?= )|[\".,]|\s+", " ", tapado)


def _numero_de_modelo(plano: str, corrida: Sequence[Palabra], numero: Palabra, indice: Indice) -> bool:
    """Returns whether a number belongs to the name before it, as "3" in "Slim 3" or, invented, "5" in "IdeaPad 5"."""
    previa = corrida[-1].texto
    if any(previa in f.identidad.get(numero.texto, ()) for f in indice.fichas.values()):
        return True
    if previa.isdigit():
        return False
    propietarios = [indice.fichas[i] for i in _propietarios(corrida[0], indice)]
    numerado = any(p.isdigit() and previa in antes for f in propietarios for p, antes in f.identidad.items())
    tras = re.match(r" (\w+)", plano[numero.end :])
    if tras is not None and tras[1] in SUFIJOS - _SUFIJOS_DUDOSOS:
        return True  # "Pixel 8 Pro"
    sueltos = "valores" if _FIN_DE_CLAUSULA.match(plano, numero.end) else "numeros"
    if not numerado and any(float(numero.texto) in getattr(f, sueltos) for f in propietarios):
        return False  # its unit was said before: "19 bares y la Dedica 15"
    if _sin_su_unidad(plano, corrida, numero, indice):
        return False
    contado = _CONTADO.match(plano, numero.end)
    return contado is None or contado[0].strip() in SUFIJOS


def _sin_su_unidad(plano: str, corrida: Sequence[Palabra], numero: Palabra, indice: Indice) -> bool:
    """Returns whether the number is a figure whose unit was said before: "la Kayano es 43 y la Resolution 42"."""
    if not _CIFRA_ANTES.search(plano[: corrida[0].start]) or not _FIN_DE_CLAUSULA.match(plano, numero.end):
        return False
    escrito = next(valor for start, _, valor in numeros(plano) if start == numero.start)
    ids = _resolver(plano, corrida, (), indice).ids
    return any(escrito in indice.fichas[i].valores for i in ids)


def _propietarios(palabra: Palabra, indice: Indice) -> frozenset[int]:
    fichas = indice.fichas.values()
    return frozenset(f.id for f in fichas if palabra.texto in f.identidad or palabra.texto in f.chips)


def _resolver(plano: str, corrida: Sequence[Palabra], medidas: Sequence[Atributo], indice: Indice) -> Nombrado:
    """Returns the run with the products that bear all of it: those named in full if any, those of its size if any."""
    start, end = corrida[0].start, corrida[-1].end
    fichas = indice.fichas
    ids = frozenset(f.id for f in fichas.values() if _lleva(corrida, f))
    if plano[end : end + 1] == "+" and not any(f"{corrida[-1].texto}+" in f.texto for f in fichas.values()):
        ids = frozenset()  # "Tab A9+" is another tablet
    if len(ids) > 1:
        ids = frozenset(i for i in ids if {p.texto for p in corrida} >= fichas[i].identidad.keys()) or ids
    if len(ids) > 1:
        vecinas = {p for p in (_TRAS.match(plano, end), _ANTES.search(plano[:start])) if p}
        ids = frozenset(i for i in ids if any(f" {p[1]} " in f" {fichas[i].nombres[0]} " for p in vecinas)) or ids
    if len(ids) > 1:
        juntas = {
            partir_medida(m.valor)[0]
            for m in medidas
            if start < m.start < end or (m.start >= end and _HASTA_MEDIDA.fullmatch(plano, end, m.start))
        }
        ids = frozenset(i for i in ids if juntas and juntas <= {q for q, _ in fichas[i].medidas}) or ids
    return Nombrado(start, end, ids, tuple(p.texto for p in corrida))


def _en_el_nombre(previa: Palabra, palabra: Palabra, ficha: FichaIndexada) -> bool:
    """Returns whether two words stand in a name in this order, a number right after its word: "Pulse RX 7600"."""
    nombre = f" {ficha.nombres[0]} "
    if palabra.texto.isdigit():
        return f" {previa.texto} {palabra.texto} " in nombre
    donde = nombre.find(f" {previa.texto} ")
    return donde >= 0 and nombre.find(f" {palabra.texto} ", donde + 1) >= 0


def _lleva(corrida: Sequence[Palabra], ficha: FichaIndexada) -> bool:
    """Returns whether a product's name has every word of the run, and each number after the same word."""
    for previa, palabra in zip([None, *corrida], corrida, strict=False):
        if palabra.texto in ficha.chips or (previa is not None and previa.texto in ficha.chips):
            continue  # "la 4070 Super"
        if previa is not None and _en_el_nombre(previa, palabra, ficha):
            continue
        antes = ficha.identidad.get(palabra.texto)
        modelo = palabra.texto.isdigit() and len(palabra.texto) < _LARGO_CODIGO
        if antes is None or (previa is not None and modelo and previa.texto not in antes):
            return False
    return True
