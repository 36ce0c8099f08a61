"""One sentence of an answer taken apart: its figures, its names, its clauses.

`plano` is the sentence folded, with number words as digits, and with what needs no proof blanked (quotes.py). Offsets
are characters of `plano`. Of whom a claim is made: subjects.py.
"""

import re
from dataclasses import replace
from functools import cached_property
from typing import Final

from app.llm.proof.allusions import (
    NADIE,
    Alusion,
    Grupos,
    Tema,
    los_otros,
    los_primeros,
    por_cantidad,
    por_clase,
    por_medida,
    por_parte,
    por_posicion,
    por_precio,
    por_su_nombre,
)
from app.llm.proof.facts_index import Indice, limpiar
from app.llm.proof.figures import Cifra, Lugar, Porcentaje, read_cifras, read_porcentajes
from app.llm.proof.lexicon_cards import RAICES
from app.llm.proof.lexicon_features import PARTES
from app.llm.proof.lexicon_joints import (
    CLAVE,
    CONDICIONAL,
    DUDA,
    FUERTE,
    NEGACION,
    NINGUNA_FICHA,
    SE_IGNORA,
    SEPARADOR,
    TOPICO,
)
from app.llm.proof.mentions import Nombrado, Palabra, foraneos, leer_palabras, nombrados
from app.llm.proof.number_words import en_cifras
from app.llm.proof.roots import raiz_de
from app.llm.proof.vocabulary import es_comun, es_frecuente
from app.nlu.measures import Atributo, read_medidas
from app.nlu.normalize import normalize

_TECLA: Final = re.compile("[0-9#*]\ufe0f?\u20e3")  # 1️⃣ is a bullet, not a number
_AFIRMA: Final = re.compile(r"\b[Ss]í\b(?!,)")  # "sí trae": without its accent it would suppose
_UNO: Final = re.compile(r"un[oa]?\b|medi[oa]\b")
_PUNTEO: Final = re.compile(r"^\s*(?:[-*•>#]+\s+|\d{1,2}[.)]\s+|\*\*\d{1,2}[.)]\s*)")
_ENLACE_DE_LISTA: Final = re.compile(
    r"[\s*_\"]*(?:,|y|e|,? ?y|ni|con|o)?[\s*_\"]*(?:(?:el|la|los|las|al|del|con)\s)?[\s*_\"]*"
)
_ARTICULO: Final = re.compile(r"(?:^|\b(?:el|la|los|las|del|al|un|una|que|y)\s)[*_\"]*$|[-*•.):]\s*[*_]*$")
_ARTICULO_O_NEGRITA: Final = re.compile(
    r"\b(?:el|la|los|las|del|al)\s[*_\"]*$|\*\*$|\b(?:version|modelo) (?:con|sin|de) $"
)
_TRAS_NOMBRE: Final = re.compile(
    r"\*{0,2}(?:[:,(]| [-|($]| (?:cuesta|tiene|es|esta|sale|vale|trae|gana|viene|ofrece|pesa|dura)n?\b)"
)


class Frase:
    """A sentence ready to be checked. `tema`: whom the sentence before it spoke of."""

    def __init__(self, texto: str, indice: Indice, tema: Tema = NADIE) -> None:
        escrito = en_cifras(_AFIRMA.sub("ok", _TECLA.sub("•", texto)))
        plano = normalize(escrito)
        self.indice, self.tema = indice, tema
        self.mayusculas = [escrito[i].isupper() for i in plano.mapa]
        self.plano = limpiar(plano.texto)
        self.dicho = self.plano  # with the product's own words: what is forbidden stays so when it is quoted
        self.completos: list[Alusion] = []
        self._uniones: dict[re.Pattern[str], list[tuple[int, int]]] = {}

    def tapar(self, start: int, end: int) -> None:
        """Blanks a stretch that needs no proof; to be done before anything is read."""
        self.plano = self.plano[:start] + " " * (end - start) + self.plano[end:]

    # --- what it says ------------------------------------------------------------------------------------------------

    @cached_property
    def cifras(self) -> tuple[Cifra, ...]:
        """Returns the amounts of money."""
        escritas = (c for c in read_cifras(self.plano) if not any(p.start() <= c.start < p.end() for p in self.partes))
        return tuple(c for c in escritas if c.con_moneda or not self._en_ficha(self.plano[c.start : c.end]))

    @cached_property
    def porcentajes(self) -> tuple[Porcentaje, ...]:
        """Returns the percentages."""
        return read_porcentajes(self.plano)

    @cached_property
    def medidas(self) -> tuple[Atributo, ...]:
        """Returns the quantities with a unit that are no money; "una persona" is none."""
        dinero: tuple[Lugar, ...] = (*self.cifras, *self.porcentajes)
        leidas = (m for m in read_medidas(self.plano) if m.valor[:1].isdigit() and not _UNO.match(self.plano, m.start))
        return tuple(m for m in leidas if not any(c.start < m.end and m.start < c.end for c in dinero))

    @cached_property
    def partes(self) -> tuple[re.Match[str], ...]:
        """Returns the chips and standards: "Ryzen 5", "HDMI 2.1"."""
        return tuple(PARTES.finditer(self.plano))

    @cached_property
    def figuras(self) -> tuple[tuple[int, int], ...]:
        """Returns the stretches that are figures, and so hold no names and no joints."""
        leidas: tuple[Lugar, ...] = (*self.cifras, *self.porcentajes, *self.medidas)
        return (*((x.start, x.end) for x in leidas), *(m.span() for m in self.partes))

    @cached_property
    def palabras(self) -> list[Palabra]:
        """Returns the words, each with its case."""
        leidas = leer_palabras(self.plano, self.mayusculas, self.figuras)
        return [replace(p, texto=self.indice.codigo_entero(p.texto)) if p.con_cifra else p for p in leidas]

    @cached_property
    def nombres(self) -> list[Nombrado]:
        """Returns the runs of naming words, invented ones too."""
        leidos = nombrados(self.plano, self.palabras, self.medidas, self.indice)
        nombres: list[Nombrado] = []
        for nombre in leidos:
            if not self._de_la_ficha(nombre, nombres[-1].ids if nombres else frozenset()):
                nombres.append(self._precisar(nombre))
        return nombres

    @cached_property
    def foraneos(self) -> list[Palabra]:
        """Returns the words that look like names and are nobody's."""
        return list(foraneos(self.palabras, self.nombres, self.indice))

    @cached_property
    def menciones(self) -> list[Alusion]:
        """Returns what points at products of the turn, in order."""
        por_nombre = [*self.completos, *(por_su_nombre(self.plano, n, self.indice) for n in self.nombres if n.ids)]
        por_nombre += por_parte(self.plano, self.partes, self.indice)
        dichas = [*por_nombre, *por_posicion(self.plano, self.indice, self.tema, por_nombre)]
        vagas = [*por_precio(self.plano, self.indice)] if not dichas else []
        if not por_nombre:
            vagas += [*por_medida(self.plano, self.medidas, self.indice), *por_cantidad(self.plano, self.indice)]

        vagas += [
            c
            for c in por_clase(self.plano, self.indice)
            if not any(c.start < n.end and n.start < c.end for n in por_nombre)
        ]
        otros = (*los_otros(self.plano, self.indice, self.tema, dichas), *los_primeros(self.plano, self.indice))
        return sorted((*dichas, *otros, *vagas), key=lambda m: m.start)

    @cached_property
    def aludidos(self) -> frozenset[int]:
        """Returns the products that a sentence without a mention may name all the same: a capital and their word."""
        if self.menciones:
            return frozenset()
        dichas = {p.texto for p in self.palabras if p.mayuscula and not p.tapada and not es_frecuente(p.texto)}
        return frozenset(f.id for f in self.indice.fichas.values() if dichas & f.identidad.keys())

    @cached_property
    def listas(self) -> list[list[Alusion]]:
        """Returns the mentions grouped as people list them: "el A, el B y el C" is one list."""
        listas: list[list[Alusion]] = []
        for mencion in self.menciones:
            if listas and _ENLACE_DE_LISTA.fullmatch(self._hueco(listas[-1][-1].end, mencion.start)):
                listas[-1].append(mencion)
            else:
                listas.append([mencion])
        return listas

    @cached_property
    def tema_propio(self) -> Tema:
        """Returns whom this sentence itself speaks of."""
        return Tema(tuple(m.ids for m in self.menciones if not m.objeto), tuple(m.ids for m in self.menciones))

    @cached_property
    def hablados(self) -> Grupos:
        """Returns the groups of this sentence's mentions, or those carried over from before."""
        return self.tema_propio.todos or self.tema.todos

    @cached_property
    def punteo(self) -> int:
        """Returns where the text after a bullet or list number starts."""
        match = _PUNTEO.match(self.plano)
        return match.end() if match else 0

    @cached_property
    def pregunta(self) -> bool:
        """Returns whether the sentence asks."""
        return "?" in self.plano

    # --- where a claim stands ----------------------------------------------------------------------------------------

    def tramo(self, pos: int, separador: re.Pattern[str] = SEPARADOR) -> tuple[int, int]:
        """Returns the stretch around `pos` between two joints; joints inside figures and name lists do not count."""
        if separador not in self._uniones:
            uniones = [m.span() for m in separador.finditer(self.plano) if not self._dentro(m.start())]
            self._uniones[separador] = uniones
        start, end = 0, len(self.plano)
        for desde, hasta in self._uniones[separador]:
            if hasta <= pos:
                start = hasta
            elif desde >= pos:
                end = desde
                break
        return start, end

    def clausula(self, pos: int) -> str:
        """Returns the clause around `pos`."""
        return self.plano[slice(*self.tramo(pos, FUERTE))]

    def antes(self, pos: int, letras: int = 90) -> str:
        """Returns the clause's text just before `pos`."""
        return self.plano[max(self.tramo(pos, FUERTE)[0], pos - letras) : pos]

    def despues(self, pos: int, letras: int = 45) -> str:
        """Returns the clause's text just after `pos`."""
        return self.plano[pos : min(self.tramo(pos, FUERTE)[1], pos + letras)]

    def negada(self, pos: int) -> bool:
        """Returns whether a negation governs what stands at `pos`; it reaches into the bracket after it."""
        start, _ = self.tramo(pos, FUERTE)
        if self.plano[start - 1 : start] == "(" and start > 1:
            start, _ = self.tramo(start - 2, FUERTE)
        return NEGACION.search(self.plano, start, pos) is not None

    def dudosa(self, pos: int) -> bool:
        """Returns whether the sentence says that the matter is not known."""
        if (ninguna := NINGUNA_FICHA.match(self.plano)) and pos < ninguna.end():
            return True
        if DUDA.search(self.clausula(pos)) or SE_IGNORA.match(self.plano, pos):
            return True
        if not DUDA.search(self.plano, pos):
            return False
        return TOPICO.search(self.antes(pos)) is not None or CLAVE.match(self.plano, pos) is not None

    def condicional(self, pos: int) -> bool:
        """Returns whether it is asked or supposed rather than said."""
        return self.pregunta or CONDICIONAL.search(self.plano, self.tramo(pos, FUERTE)[0], pos) is not None

    # --- reading the names -------------------------------------------------------------------------------------------

    def _precisar(self, nombre: Nombrado) -> Nombrado:
        """Returns the name narrowed to the product already spoken of, where it may be that one."""
        hablado = frozenset[int]().union(*self.tema.sujetos)
        if not (len(nombre.ids) > 1 and len(hablado) == 1 and hablado < nombre.ids):
            return nombre
        return nombre if _ARTICULO.search(self.plano[: nombre.start]) else replace(nombre, ids=hablado)

    def _de_la_ficha(self, nombre: Nombrado, previo: frozenset[int]) -> bool:
        """Returns whether a word is part of what the product spoken of has: "cápsulas Air Zoom", "sin Google".

        `previo`: whom the sentence named just before.
        """
        fichas = self.indice.fichas
        antes = self.plano[: nombre.start]
        if self._es_descripcion(nombre):
            return True
        if len(nombre.palabras) == 1 and nombre.ids and not _ARTICULO_O_NEGRITA.search(antes):
            palabra = nombre.palabras[0]
            propia = any(c.isdigit() for c in palabra) or any(palabra in fichas[i].marca for i in nombre.ids)
            de_otra = any(palabra in f.palabras for f in fichas.values() if f.id not in nombre.ids)
            if not propia and (de_otra or not self._con_mayuscula(nombre)):
                return True
        dichos = (a.ids for a in self.completos) if self.completos else self.tema.sujetos
        ids = frozenset[int]().union(*dichos) or previo
        if len(ids) != 1 or ids <= nombre.ids or _ARTICULO.search(antes):
            return False
        return all(raiz_de(p) in fichas[next(iter(ids))].raices for p in nombre.palabras)

    def _es_descripcion(self, nombre: Nombrado) -> bool:
        """Returns whether words that stand in a name say here what a thing is like: "es de bomba de calor"."""
        if any(self.mayusculas[nombre.start : nombre.end]) or _ARTICULO_O_NEGRITA.search(self.plano[: nombre.start]):
            return False
        return all(raiz_de(p) in RAICES or es_comun(p) for p in nombre.palabras)

    def _con_mayuscula(self, nombre: Nombrado) -> bool:
        """Returns whether a capital marks the word as a name; at the start of a sentence, what follows must tell."""
        if not self.mayusculas[nombre.start]:
            return False
        inicio = re.search(r"[a-zñ0-9,] $", self.plano[: nombre.start]) is None
        return not inicio or _TRAS_NOMBRE.match(self.plano, nombre.end) is not None

    def _en_ficha(self, escrito: str) -> bool:
        """Returns whether a bare number stands so in a product's text, and hence is no price: "25k", "10.000 ppp"."""
        return any(re.search(rf"(?<![\w.,]){re.escape(escrito)}(?!\w)", f.texto) for f in self.indice.fichas.values())

    def _hueco(self, start: int, end: int) -> str:
        """Returns what stands between two mentions, less quantities and parts; money stays, it ends a list."""
        hueco = self.plano[start:end]
        dinero = {c.start for c in self.cifras}
        for a, b in self.figuras:
            if start <= a < end and a not in dinero:
                hueco = hueco[: a - start] + " " * (b - a) + hueco[b - start :]
        return re.sub(r"\bde (?=\s)|\(\s*\)", "", hueco)

    def _dentro(self, pos: int) -> bool:
        if any(a <= pos < b for a, b in self.figuras):
            return True
        return any(lista[0].start < pos < lista[-1].end for lista in self.listas if len(lista) > 1)
