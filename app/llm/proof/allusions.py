"""What in a sentence points at products: a name, "el segundo", "el más barato", "la de 65 litros", "la otra".

Each function yields the stretches that it finds, with the ids of the products they may mean.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.llm.proof.facts_index import Indice, partir_medida
from app.llm.proof.lexicon_joints import ANTES_DE_OBJETO
from app.llm.proof.lexicon_names import MAS_BARATO, MAS_CARO, ORDINALES
from app.llm.proof.mentions import Nombrado
from app.llm.proof.roots import raiz_de
from app.llm.proof.vocabulary import es_frecuente
from app.nlu.measures import Atributo

Grupos = tuple[frozenset[int], ...]

_EL_O_LA: Final = re.compile(r"\b(?:el|la|al|del)\s[*_]*$")
_ULTIMA: Final = re.compile(r"(\w+) $")
# "Frente a los 256 GB de la Switch 2": what was said before is not of it.
_FRENTE_A_LO_DE: Final = re.compile(
    r"\b(?:frente a|contra|versus|vs|que|respecto a|comparado con)(?: l[oa]s| el| la)? \$?\d[\d.,]*(?: [a-zñ]+){0,2} "
    r"(?:del|de la|de los|de las|de) $"
)
_DE_CANTIDAD: Final = re.compile(
    r"\b(?:el|la) de (\d+(?:[.,]\d+)?)(?=[,;.)]? |[;.)]|$)(?! [a-zñ]+(?<!cuesta)(?<!tiene)(?<!trae))"
)
_EL_DE_CLASE: Final = re.compile(r"\b(?:el|la|los|las) (?:de|con) ([a-zñ]{4,})(?= |[,;:.)])")
_EL_DE: Final = re.compile(r"\b(?:el|la|los|las) de $")
_MAS_BARATO: Final = re.compile(rf"[\s*]*(?:{MAS_BARATO}|{MAS_CARO})")
_POR_PRECIO: Final = re.compile(
    rf"\b(?:el|la|opcion|alternativa|modelo)(?: \w+)? (?:{MAS_BARATO}|(?P<caro>{MAS_CARO}))\b(?! que| por)"
)
_LOS_PRIMEROS: Final = re.compile(r"\bl[oa]s (?:([2345]) primer[oa]s|primer[oa]s ([2345]))\b")
_LOS_OTROS: Final = re.compile(
    r"\b(?<!es )(?<!son )(?:el|la|(?P<varios>los|las)) (?:otr[oa]s?|demas|normal(?:es)?|estandar|clasic[oa]s?)\b"
    r"(?! (?:mundo|lado|cosa))"
)


@dataclass(frozen=True, slots=True)
class Alusion:
    """Products that a stretch of the sentence points at: by name, or by "el segundo"."""

    start: int
    end: int
    ids: frozenset[int]
    objeto: bool = False  # compared with: "más que el Flex 5"
    vaga: bool = False  # only the brand, a quantity, or the rank in price, is said
    varios: bool = False  # each of them: "las otras tres"


@dataclass(frozen=True, slots=True)
class Tema:
    """Whom a sentence spoke of: `sujetos` without those it only compared with."""

    sujetos: Grupos = ()
    todos: Grupos = ()


NADIE: Final = Tema()


def por_su_nombre(plano: str, nombre: Nombrado, indice: Indice) -> Alusion:
    """Returns what a name points at."""
    marcas = frozenset[str]().union(*(indice.fichas[i].marca for i in nombre.ids))
    propias = {p for i in nombre.ids for p in indice.fichas[i].nombres[0].split()} - {"de", "con"}
    antes = plano[: nombre.start]
    while (previa := _ULTIMA.search(antes)) and previa[1] in propias:
        antes = antes[: previa.start(1)]  # "que la Smart | Band 8"
    objeto = ANTES_DE_OBJETO.search(antes) is not None or _FRENTE_A_LO_DE.search(antes) is not None
    de_uno = _EL_O_LA.search(plano[: nombre.start]) and not _MAS_BARATO.match(plano, nombre.end)
    vaga = marcas.issuperset(nombre.palabras) and not de_uno
    return Alusion(nombre.start, nombre.end, nombre.ids, objeto, vaga)


def por_posicion(plano: str, indice: Indice, tema: Tema, dichas: Iterable[Alusion]) -> Iterator[Alusion]:
    """Yields "el segundo": the second shown, or the second just spoken of."""
    mostrados = [frozenset({i}) for i in indice.fichas]
    hablados = tema.todos if len(tema.todos) > 1 else ()
    for start, end, posicion in ordinales(plano):
        ids = _en(mostrados, posicion) | _en(hablados, posicion)
        if ids and not any(n.start < end and start < n.end for n in dichas):
            yield Alusion(start, end, ids)


def los_primeros(plano: str, indice: Indice) -> Iterator[Alusion]:
    """Yields "las dos primeras": so many of those shown."""
    for match in _LOS_PRIMEROS.finditer(plano):
        ids = frozenset(list(indice.fichas)[: int(match[1] or match[2])])
        yield Alusion(match.start(), match.end(), ids, varios=True)


def por_precio(plano: str, indice: Indice) -> Iterator[Alusion]:
    """Yields "el más barato" (dearest): of all, or of those in stock."""
    fichas = indice.fichas.values()
    for match in _POR_PRECIO.finditer(plano):
        extremo = max if match["caro"] else min
        grupos = (list(fichas), [f for f in fichas if f.stock > 0])
        precios = {extremo(f.precio for f in grupo) for grupo in grupos if grupo}
        yield Alusion(match.start(), match.end(), frozenset(f.id for f in fichas if f.precio in precios), vaga=True)


def por_medida(plano: str, medidas: Iterable[Atributo], indice: Indice) -> Iterator[Alusion]:
    """Yields "la de 65 litros", where that tells some from others."""
    for medida in medidas:
        cantidad = partir_medida(medida.valor)[0]
        ids = frozenset(f.id for f in indice.fichas.values() if any(cantidad == m[0] for m in f.medidas))
        if ids and ids != indice.todos and _EL_DE.search(plano[: medida.start]):
            yield Alusion(medida.start, medida.end, ids, vaga=True)


def por_parte(plano: str, partes: Iterable[re.Match[str]], indice: Indice) -> Iterator[Alusion]:
    """Yields "la RTX 3050", where that part is in the names of some and not of others."""
    for parte in partes:
        dicha = re.compile(rf"(?<!\w){re.escape(parte[0])}(?!\w)")
        ids = frozenset(f.id for f in indice.fichas.values() if dicha.search(f.nombres[0]))
        if ids and ids != indice.todos and _EL_O_LA.search(plano[: parte.start()]):
            objeto = ANTES_DE_OBJETO.search(plano[: parte.start()]) is not None
            yield Alusion(parte.start(), parte.end(), ids, objeto)


def por_clase(plano: str, indice: Indice) -> Iterator[Alusion]:
    """Yields "la de filtro", where that word tells some from others."""
    for match in _EL_DE_CLASE.finditer(plano):
        raiz = raiz_de(match[1])
        ids = frozenset(f.id for f in indice.fichas.values() if raiz in f.raices)
        if ids and ids != indice.todos and not es_frecuente(match[1]):
            yield Alusion(match.start(1), match.end(1), ids, vaga=True)


def por_cantidad(plano: str, indice: Indice) -> Iterator[Alusion]:
    """Yields "la de 43", whose unit was said before, where that tells some from others."""
    for match in _DE_CANTIDAD.finditer(plano):
        valor = match[1].replace(".", ",")
        ids = frozenset(f.id for f in indice.fichas.values() if any(m[0].split(" ")[0] == valor for m in f.medidas))
        if ids and ids != indice.todos:
            yield Alusion(match.start(1), match.end(1), ids, vaga=True)


def los_otros(plano: str, indice: Indice, tema: Tema, dichas: Sequence[Alusion]) -> Iterator[Alusion]:
    """Yields "la otra", "la normal": whatever has not just been spoken of."""
    for match in _LOS_OTROS.finditer(plano):
        antes = [a.ids for a in dichas if a.end <= match.start()] or list(tema.sujetos)
        resto = indice.todos - frozenset[int]().union(*antes)
        if antes and resto and not any(a.start < match.end() and match.start() < a.end for a in dichas):
            objeto = ANTES_DE_OBJETO.search(plano[: match.start()]) is not None
            yield Alusion(match.start(), match.end(), resto, objeto, varios=match["varios"] is not None)


def ordinales(plano: str) -> Iterator[tuple[int, int, int]]:
    """Yields (start, end, index) for "el segundo", "la opción 3", "el último" (-1)."""
    for patron, posicion in ORDINALES:
        for match in patron.finditer(plano):
            yield match.start(), match.end(), posicion


def _en(grupos: Sequence[frozenset[int]], posicion: int) -> frozenset[int]:
    return grupos[posicion] if -len(grupos) <= posicion < len(grupos) else frozenset()
