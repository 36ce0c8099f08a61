"""One sentence taken apart: its amounts, quantities and mentions, and which products each of them is said of.

Subjects are groups: a claim holds when, in every group, at least one product meets it. "Ambos" makes one group per
product, an ambiguous name ("el Lenovo", with three of them) one group of three. Pure.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from app.llm.facts_index import FICHA_DE_CITA, LARGO_CITA, FichaIndexada, Indice, quitar_citas
from app.llm.figures import Cifra, Porcentaje, en_cifras, read_cifras, read_porcentajes
from app.llm.lexicon import (
    CONDICIONAL,
    CONTRASTE,
    DUDA,
    FUERTE,
    GRUPO,
    NEGACION,
    PARTES,
    PLURAL,
    SEPARADOR,
    TODOS,
    TOPICO,
)  # fmt: skip
from app.llm.mentions import Nombrado, Palabra, extraños, leer_palabras, nombrados, ordinales
from app.nlu.measures import Atributo, read_medidas
from app.nlu.normalize import normalize

Grupos = tuple[frozenset[int], ...]

_ENLACE_DE_LISTA: Final = re.compile(r"[\s*_\"]*(?:,|y|e|,? ?y|ni|con|o)?[\s*_\"]*(?:(?:el|la|los|las|al|del|con)\s)?[\s*_\"]*")
_OBJETO: Final = re.compile(r"\b(?:que|contra|versus|vs|frente al?|comparad[oa] con|respecto (?:a|al|del?)|a diferencia de(?:l)?)(?: el| la| los| las| l)?[\s*_\"]*$")
_ARTICULO: Final = re.compile(r"(?:^|\b(?:el|la|los|las|del|al|un|una|que|y)\s)[*_\"]*$|[-*•.):]\s*[*_]*$")
_ARTICULO_ANTES: Final = re.compile(r"\b(?:el|la|los|las|del|al)\s[*_\"]*$|\*\*$")
_TRAS_NOMBRE: Final = re.compile(r"\*{0,2}(?:[:,(]| [-|(]| (?:cuesta|tiene|es|esta|sale|vale|trae|gana|viene|ofrece|pesa|dura)n?\b)")
_OFRECE: Final = re.compile(r"\s*(?:con|por|a|en)\s")
_ARTICULOS: Final = re.compile(r"\s*(?:(?:tienes|te llevas|esta|estan|va|van) )?(?:el|la|los|las)?[\s*]*")
_SE_IGNORA: Final = re.compile(r"[\w -]{2,20}\*{0,2}:\*{0,2} (?:sin (?:informacion|dato)|no (?:informad|especificad|indicad|disponible|se indica)|desconocid)")
_TECLA: Final = re.compile("[0-9#*]\ufe0f?\u20e3")  # 1️⃣ is a bullet, not a number
_LOS_OTROS: Final = re.compile(r"\b(?:el|la|los|las) (?:otr[oa]s?|normal(?:es)?|estandar|clasic[oa]s?)\b(?! (?:\d|mundo|lado|cosa))")
_UNO: Final = re.compile(r"un[oa]?\b|medi[oa]\b")
_VIÑETA: Final = re.compile(r"^\s*(?:[-*•>#]+\s+|\d{1,2}[.)]\s+|\*\*\d{1,2}[.)]\s*)")


@dataclass(frozen=True, slots=True)
class Alusion:
    """Products a stretch of the sentence points at: by name, or by "el segundo"."""

    start: int
    end: int
    ids: frozenset[int]
    objeto: bool = False  # compared with: "más que el Flex 5"
    de_marca: bool = False


@dataclass(frozen=True, slots=True)
class Tema:
    """Whom a sentence spoke of: `sujetos` without those it only compared with."""

    sujetos: Grupos = ()
    todos: Grupos = ()


NADIE: Final = Tema()


class Frase:
    """A sentence ready to be checked. `tema`: whom the sentence before it spoke of, group by group."""

    def __init__(self, texto: str, indice: Indice, tema: Tema = NADIE) -> None:
        self.indice, self.tema = indice, tema
        escrito = en_cifras(_TECLA.sub("•", texto))
        plano = normalize(escrito)
        self._mayusculas = [escrito[i].isupper() for i in plano.mapa]
        self.plano = _tapar(quitar_citas(plano.texto), indice.citas)
        self.dicho = self.plano  # before anything is blanked: what is forbidden stays so when it is quoted
        self.completos = self._nombres_completos()
        self._tapar_citado()

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
        """Returns the quantities with a unit that are no money."""
        dinero = [(c.start, c.end) for c in (*self.cifras, *self.porcentajes)]
        leidas = (m for m in read_medidas(self.plano) if m.valor[:1].isdigit() and not _UNO.match(self.plano, m.start))
        return tuple(m for m in leidas if not any(a < m.end and m.start < b for a, b in dinero))

    @cached_property
    def partes(self) -> tuple[re.Match[str], ...]:
        """Returns the chips and standards: "Ryzen 5", "HDMI 2.1"."""
        return tuple(PARTES.finditer(self.plano))

    @cached_property
    def tapados(self) -> tuple[tuple[int, int], ...]:
        """Returns the stretches that are figures, and so hold no names."""
        figuras = [(x.start, x.end) for x in (*self.cifras, *self.porcentajes, *self.medidas)]
        return (*figuras, *(m.span() for m in self.partes))

    @cached_property
    def palabras(self) -> list[Palabra]:
        """Returns the words, each with its case."""
        return leer_palabras(self.plano, self._mayusculas, self.tapados)

    @cached_property
    def nombres(self) -> list[Nombrado]:
        """Returns the runs of naming words, invented ones too."""
        leidos = nombrados(self.plano, self.palabras, self.medidas, self.indice)
        return [self._precisar(n) for n in leidos if not self._de_la_ficha(n)]

    @cached_property
    def extraños(self) -> list[Palabra]:
        """Returns the words that look like names and are nobody's."""
        return list(extraños(self.palabras, self.nombres, self.indice))

    @cached_property
    def menciones(self) -> list[Alusion]:
        """Returns what points at products of the turn, in order."""
        por_nombre = [self._alusion(n) for n in self.nombres if n.ids]
        por_orden = [
            Alusion(start, end, ids)
            for start, end, i in ordinales(self.plano)
            if (ids := self._en_posicion(i)) and not any(n.start < end and start < n.end for n in por_nombre)
        ]
        dichas = sorted((*self.completos, *por_nombre, *por_orden), key=lambda m: m.start)
        return sorted((*dichas, *self._los_otros(dichas)), key=lambda m: m.start)

    @cached_property
    def vineta(self) -> int:
        """Returns where the text after a bullet or list number starts."""
        match = _VIÑETA.match(self.plano)
        return match.end() if match else 0

    @cached_property
    def pregunta(self) -> bool:
        """Returns whether the sentence asks."""
        return "?" in self.plano

    # --- where a claim stands ------------------------------------------------------------------------------------------

    def tramo(self, pos: int, separador: re.Pattern[str] = SEPARADOR) -> tuple[int, int]:
        """Returns the stretch around `pos` between two joints; joints inside figures and name lists do not count."""
        start, end = 0, len(self.plano)
        for match in separador.finditer(self.plano):
            if self._dentro(match.start()):
                continue
            if match.end() <= pos:
                start = match.end()
            elif match.start() >= pos:
                end = match.start()
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
        """Returns whether a negation governs what stands at `pos`."""
        start, _ = self.tramo(pos, FUERTE)
        return NEGACION.search(self.plano, start, pos) is not None

    def dudosa(self, pos: int) -> bool:
        """Returns whether the clause says that the matter is not known."""
        if DUDA.search(self.clausula(pos)) or _SE_IGNORA.match(self.plano, pos):
            return True
        return DUDA.search(self.plano, pos) is not None and TOPICO.search(self.antes(pos)) is not None

    def condicional(self, pos: int) -> bool:
        """Returns whether it is asked or supposed rather than said."""
        start, _ = self.tramo(pos, FUERTE)
        return self.pregunta or CONDICIONAL.search(self.plano, start, pos) is not None

    # --- of whom it is said --------------------------------------------------------------------------------------------

    def sujetos(self, pos: int) -> Grupos:
        """Returns the groups that a claim at `pos` is about; one group of all products when nothing says."""
        if adelante := self.adelante(pos):
            return (adelante.ids,)
        start, end = self.tramo(pos)
        if grupo := self._grupo(start, pos):
            return grupo
        if self._contrasta(start) and not self._mencion(start, end, pos):
            return (self._otros(start),)
        if mencion := self._mencion(start, end, pos) or self._tras_coma(start, end):
            return self._con_su_lista(mencion, pos)
        anteriores = [m for m in self.menciones if m.end <= pos]
        if anteriores:
            return self._con_su_lista(next((m for m in reversed(anteriores) if not m.objeto), anteriores[-1]), pos)
        if any(not m.objeto for m in self.menciones) or (self.menciones and not self.tema.todos):
            return self._anunciados(pos)
        return self._del_tema(pos)

    def cumple(self, pos: int, prueba: Callable[[FichaIndexada], bool]) -> bool:
        """Returns whether, in every group that `pos` is about, some product meets the test."""
        fichas = self.indice.fichas
        return bool(fichas) and all(any(prueba(fichas[i]) for i in grupo) for grupo in self.sujetos(pos))

    @cached_property
    def tema_propio(self) -> Tema:
        """Returns whom this sentence itself speaks of."""
        return Tema(tuple(m.ids for m in self.menciones if not m.objeto), tuple(m.ids for m in self.menciones))

    def hablados(self) -> Grupos:
        """Returns the groups of this sentence's mentions, or those carried over from before."""
        return self.tema_propio.todos or self.tema.todos

    def con_sujeto(self, pos: int) -> bool:
        """Returns whether some product is named, or carried over, for a claim at `pos`."""
        return bool(self.menciones or self.tema.todos or len(self.indice.fichas) == 1)

    # --- what needs no proof -------------------------------------------------------------------------------------------

    def _nombres_completos(self) -> list[Alusion]:
        """Returns the whole product names of the sentence, and blanks them: their words and numbers are no claims."""
        hallados: list[Alusion] = []
        nombres = sorted(((n, f.id) for f in self.indice.fichas.values() for n in f.nombres), key=lambda x: -len(x[0]))
        for nombre, producto_id in nombres:
            start = self.plano.find(nombre)
            while start >= 0:
                end = start + len(nombre)
                if not self.plano[end : end + 1].isalnum() and not self.plano[:start][-1:].isalnum():
                    objeto = _OBJETO.search(self.plano[:start]) is not None
                    hallados.append(Alusion(start, end, frozenset({producto_id}), objeto))
                    self._tapar(start, end)
                start = self.plano.find(nombre, end)
        return hallados

    def _tapar_citado(self) -> None:
        """Blanks five words or more that stand in a row in the text of the one product spoken of, unless denied."""
        palabras = list(FICHA_DE_CITA.finditer(self.plano))
        grupos = [palabras[i : i + LARGO_CITA] for i in range(len(palabras) - LARGO_CITA + 1)]
        for quien in self._candidatos() if grupos else ():
            citados = {i for i, g in enumerate(grupos) if " ".join(p[0] for p in g) in quien.tiras}
            for i in citados:
                # The first word may be the unit of a number that is not quoted: "3 | litros con luz indicadora y".
                suelto = i and i - 1 not in citados and palabras[i - 1][0][-1].isdigit()
                start = grupos[i][1 if suelto else 0].start()
                if not NEGACION.search(self.plano, max(0, start - 30), start):
                    self._tapar(start, grupos[i][-1].end())
            if citados:
                return

    def _candidatos(self) -> Iterator[FichaIndexada]:
        """Yields the one product that the sentence is about, by each way to tell before reading it."""
        fichas = self.indice.fichas
        if self.completos:
            yield from _unica(frozenset().union(*(a.ids for a in self.completos)), fichas)
            return
        yield from _unica(frozenset().union(*self.tema.sujetos), fichas)
        palabras = leer_palabras(self.plano, self._mayusculas, ())
        nombres = [n.ids for n in nombrados(self.plano, palabras, (), self.indice) if n.ids]
        yield from _unica(nombres[0] if nombres else self.indice.todos, fichas)

    def _tapar(self, start: int, end: int) -> None:
        self.plano = self.plano[:start] + " " * (end - start) + self.plano[end:]

    # --- internal ------------------------------------------------------------------------------------------------------

    @cached_property
    def listas(self) -> list[list[Alusion]]:
        """Returns the mentions grouped as people list them: "el A, el B y el C" is one list."""
        listas: list[list[Alusion]] = []
        for mencion in self.menciones:
            hueco = self.plano[listas[-1][-1].end : mencion.start] if listas else ""
            if listas and _ENLACE_DE_LISTA.fullmatch(self._sin_figuras(listas[-1][-1].end, hueco)):
                listas[-1].append(mencion)
            else:
                listas.append([mencion])
        return listas

    def _precisar(self, nombre: Nombrado) -> Nombrado:
        """Returns the name with its products narrowed to the one already spoken of, where it may be that one."""
        hablado = frozenset().union(*self.tema.sujetos)
        if len(nombre.ids) > 1 and len(hablado) == 1 and hablado < nombre.ids and not _ARTICULO.search(self.plano[: nombre.start]):
            return replace(nombre, ids=hablado)
        return nombre

    def _de_la_ficha(self, nombre: Nombrado) -> bool:
        """Returns whether a lone word is part of what the product spoken of has: "cápsulas Air Zoom", "sin Google"."""
        fichas = self.indice.fichas
        if len(nombre.palabras) == 1 and nombre.ids and _ARTICULO_ANTES.search(self.plano[: nombre.start]) is None:
            palabra = nombre.palabras[0]
            propia = any(palabra in fichas[i].marca for i in nombre.ids) or any(c.isdigit() for c in palabra)
            if not propia and not self._con_mayuscula(nombre):
                return True
            if not propia and any(palabra in f.palabras for f in fichas.values() if f.id not in nombre.ids):
                return True
        ids = frozenset().union(*(a.ids for a in self.completos)) or frozenset().union(*self.tema.sujetos)
        if len(ids) != 1 or ids <= nombre.ids or _ARTICULO.search(self.plano[: nombre.start]):
            return False
        return all(p in fichas[next(iter(ids))].palabras for p in nombre.palabras)

    def _con_mayuscula(self, nombre: Nombrado) -> bool:
        """Returns whether a capital marks the word as a name; at the start of a sentence, what follows must tell."""
        if not self._mayusculas[nombre.start]:
            return False
        inicio = re.search(r"[a-zñ0-9,] $", self.plano[: nombre.start]) is None
        return not inicio or _TRAS_NOMBRE.match(self.plano, nombre.end) is not None

    def _en_ficha(self, escrito: str) -> bool:
        """Returns whether a bare number stands so in a product's text, and hence is no price: "25k", "10.000 ppp"."""
        return any(re.search(rf"(?<![\w.,]){re.escape(escrito)}(?!\w)", f.texto) for f in self.indice.fichas.values())

    def _los_otros(self, dichas: list[Alusion]) -> Iterator[Alusion]:
        """Yields "la otra", "la normal": whatever has not just been spoken of."""
        for match in _LOS_OTROS.finditer(self.plano):
            antes = [a.ids for a in dichas if a.end <= match.start()] or list(self.tema.sujetos)
            resto = self.indice.todos - frozenset().union(*antes)
            if antes and resto and not any(a.start < match.end() and match.start() < a.end for a in dichas):
                yield Alusion(match.start(), match.end(), resto)

    def _sin_figuras(self, start: int, hueco: str) -> str:
        dinero = {c.start for c in self.cifras}
        for a, b in self.tapados:
            if start <= a < start + len(hueco) and a not in dinero:
                hueco = hueco[: a - start] + " " * (b - a) + hueco[b - start :]
        return re.sub(r"\bde (?=\s)|\(\s*\)", "", hueco)

    def _dentro(self, pos: int) -> bool:
        return any(a <= pos < b for a, b in self.tapados) or any(
            lista[0].start < pos < lista[-1].end for lista in self.listas if len(lista) > 1
        )

    def _mencion(self, start: int, end: int, pos: int) -> Alusion | None:
        """Returns the mention of this stretch: the last one before `pos`, otherwise the first after it."""
        aqui = [m for m in self.menciones if start <= m.start < end or m.start < start < m.end]
        antes = [m for m in aqui if m.end <= pos or m.start <= pos < m.end]
        return antes[-1] if antes else next((m for m in aqui if m.start > pos and not m.objeto), None)

    def adelante(self, pos: int) -> Alusion | None:
        """Returns the mention after `pos` where the sentence names figures first: "108 MP el Xiaomi, 50 MP el Samsung"."""
        desde = max(self.plano.rfind(corte, 0, pos) for corte in (":", ";")) + 1
        figuras = sorted(x.start for x in (*self.cifras, *self.medidas) if x.start >= desde)
        nombradas = [m for m in self.menciones if m.start >= desde]
        if len(nombradas) < 2 or pos not in figuras or figuras[0] > nombradas[0].start:
            return None
        siguiente = next((f for f in figuras if f > pos), len(self.plano))
        return next((m for m in nombradas if pos < m.start < siguiente and not m.objeto), None)

    def _tras_coma(self, start: int, end: int) -> Alusion | None:
        """Returns whom "con 115, las Mizuno" offers: the mention right after the comma."""
        if not _OFRECE.match(self.plano, start) or self.plano[end : end + 1] != ",":
            return None
        return next((m for m in self.menciones if end < m.start and _ARTICULOS.fullmatch(self.plano[end + 1 : m.start])), None)

    def _con_su_lista(self, mencion: Alusion, pos: int) -> Grupos:
        """Returns the mention's group, or those of its whole list when a plural verb speaks of all of them."""
        lista = next(lista for lista in self.listas if mencion in lista)
        if len(lista) > 1 and lista[-1].end <= pos and PLURAL.search(self.plano, lista[-1].end, pos):
            return tuple(m.ids for m in lista)
        return (mencion.ids,)

    def _anunciados(self, pos: int) -> Grupos:
        """Returns the list that a colon announces ("dos tienen 16 GB: el V15 y el Flex 5"), or the first mention."""
        lista = self.listas[0]
        if ":" in self.plano[pos : lista[0].start]:
            return tuple(m.ids for m in lista)
        return (lista[0].ids,)

    def _alusion(self, nombre: Nombrado) -> Alusion:
        marcas = frozenset().union(*(self.indice.fichas[i].marca for i in nombre.ids))
        objeto = _OBJETO.search(self.plano[: nombre.start]) is not None
        return Alusion(nombre.start, nombre.end, nombre.ids, objeto, marcas.issuperset(nombre.palabras))

    def _grupo(self, start: int, pos: int) -> Grupos:
        """Returns one group per product for "ambos", "todos", "los tres"; () when nothing of the kind is said."""
        match = None
        for match in GRUPO.finditer(self.plano, self.plano.rfind(";", 0, pos) + 1, pos):
            pass
        if match is None or any(match.end() <= m.start < pos for m in self.menciones):
            return ()
        return self.grupo_de(match)

    def grupo_de(self, match: re.Match[str]) -> Grupos:
        """Returns the products that a group word stands for."""
        hablados = self.hablados()
        if TODOS.search(match.group()) or len(hablados) < 2:
            de_aqui = tuple(m.ids for m in self.menciones if m.end <= match.start())
            if len(de_aqui) > 1:
                return de_aqui
            return tuple(frozenset({i}) for i in self.indice.fichas)
        return hablados

    def _contrasta(self, start: int) -> bool:
        """Returns whether the stretch that starts here is set against the one before it: "contra 128 GB"."""
        return any(start - 1 <= m.end() <= start + 1 for m in CONTRASTE.finditer(self.plano))

    def _otros(self, start: int) -> frozenset[int]:
        antes = [m for m in self.menciones if m.end <= start]
        if not antes and len(self.tema.todos) > 1:
            return frozenset().union(*self.tema.todos)
        antes = [m for m in antes if not m.objeto] or antes
        nombrado = antes[-1].ids if antes else frozenset().union(*self.tema.todos)
        return (self.indice.todos - nombrado) or self.indice.todos

    def _del_tema(self, pos: int) -> Grupos:
        if not self.tema.todos:
            return (self.indice.todos,)
        if len(self.tema.todos) > 1 and PLURAL.search(self.clausula(pos)):
            return self.tema.todos
        return (frozenset().union(*self.tema.todos),)

    def _en_posicion(self, posicion: int) -> frozenset[int]:
        """Returns what "el segundo" may mean: the second shown, or the second just spoken of."""
        mostrados = list(self.indice.fichas)
        ids = {mostrados[posicion]} if -len(mostrados) <= posicion < len(mostrados) else set()
        hablados = self.tema.todos
        if len(hablados) > 1 and -len(hablados) <= posicion < len(hablados):
            ids |= hablados[posicion]
        return frozenset(ids)


def _unica(ids: frozenset[int], fichas: Mapping[int, FichaIndexada]) -> Iterator[FichaIndexada]:
    """Yields the product when there is just one."""
    if len(ids) == 1:
        yield fichas[next(iter(ids))]


def _tapar(plano: str, citas: tuple[str, ...]) -> str:
    """Returns the text with the shop's own example messages blanked: quoting them asserts nothing."""
    for cita in citas:
        plano = plano.replace(cita, " " * len(cita)) if cita else plano
    return plano


def repartidas(frase: Frase, cifras: tuple[Cifra, ...]) -> Iterator[tuple[Cifra, frozenset[int]]]:
    """Yields each amount with its product where a list of products is followed by a list as long of amounts."""
    for lista in frase.listas:
        siguientes = [c for c in cifras if c.start >= lista[-1].end]
        if len(lista) > 1 and len(siguientes) == len(lista):
            hueco = frase.plano[siguientes[0].end : siguientes[-1].start]
            if not any(m.start >= lista[-1].end for m in frase.menciones) and re.fullmatch(r"[\s,y$\d.]*", hueco):
                yield from ((c, m.ids) for c, m in zip(siguientes, lista, strict=True))
