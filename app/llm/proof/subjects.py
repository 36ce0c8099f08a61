"""Of which products a claim is made.

The answer is a tuple of groups: a claim holds when, in every group, at least one product meets it. "Ambos" makes one
group per product; an ambiguous name ("el Lenovo", with three of them) one group of three.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from app.llm.proof.allusions import Alusion, Grupos
from app.llm.proof.facts_index import FichaIndexada
from app.llm.proof.figures import Cifra, Lugar
from app.llm.proof.lexicon_joints import CONTRASTE, FUERTE, GRUPO, PLURAL, TODOS
from app.llm.proof.sentence import Frase

_OFRECE: Final = re.compile(r"\s*(?:con|por|a|en)\s")
_ARTICULOS: Final = re.compile(r"\s*(?:(?:tienes|te llevas|esta|estan|va|van) )?(?:el|la|los|las)?[\s*]*")
# A name joined to the figure before it: "108 MP del Redmi", "$329.990 la LG".
_PEGADA: Final = re.compile(r"^[^.,;:()]{0,30} (?:el|la|los|las|del|de la|de los|en el|en la|al|para el)[\s*]+$")
_SEGUIDA: Final = re.compile(r"[\s,*(:–-]*(?:(?:por|a|con|de|en|cuesta|vale|sale|son|es) )?")
_PASA_DE: Final = re.compile(r"\b(?:pasa|pasas|sube|subes|salta|saltas) de\b")
_DEL: Final = re.compile(r"\$?\d+(?:[.,]\d+)*(?: (?!(?:y|e|o|u)\b)[a-zñ]+){0,3} (?:del|de la|de los|de las|de)[\s*]+")
_OTRA_ORACION: Final = re.compile(r";|\b(?:mientras|pero|en cambio)\b")
_SOLO_CIFRAS: Final = re.compile(r"[\s,y$\d.]*")


def sujetos(frase: Frase, pos: int) -> Grupos:
    """Returns the groups that a claim at `pos` is about; one group of all products when nothing says."""
    if adelantada := adelante(frase, pos):
        return (adelantada.ids,)
    start, end = frase.tramo(pos)
    if siguiente := _de_quien_sigue(frase, pos):
        return (siguiente.ids,)
    if grupo := _grupo(frase, pos):
        return grupo
    cercana = _cercana(frase, start, end, pos)
    if cercana is None and _contrasta(frase, start):
        return (_los_demas(frase, start),)
    if cercana := cercana or _tras_coma(frase, start, end) or _antes_del_parentesis(frase, start):
        return _con_su_lista(frase, cercana, pos)
    anteriores = [m for m in frase.menciones if m.end <= pos]
    propias = [m for m in anteriores if not m.objeto]
    if propias or (anteriores and not frase.tema.todos):
        sujeto = (propias or anteriores)[-1]
        return _con_su_lista(frase, sujeto, pos)
    if frase.tema.todos and frase.menciones and _OTRA_ORACION.search(frase.plano, pos, frase.menciones[0].start):
        return _del_tema(frase, pos)  # "Es gris; la otra es negra"
    if any(not m.objeto for m in frase.menciones) or (frase.menciones and not frase.tema.todos):
        return _anunciados(frase, pos)
    return _del_tema(frase, pos)


def cumple(frase: Frase, pos: int, prueba: Callable[[FichaIndexada], bool]) -> bool:
    """Returns whether, in every group that `pos` is about, some product meets the test.

    Where the sentence speaks of several and its grammar leaves open which, any of them may meet it.
    """
    fichas = frase.indice.fichas
    if not fichas:
        return False
    if all(any(prueba(fichas[i]) for i in grupo) for grupo in sujetos(frase, pos)):
        return True
    en_juego = unidos((*frase.hablados, *frase.tema.todos)) | frase.aludidos
    return not _es_claro(frase, pos) and any(prueba(fichas[i]) for i in en_juego)


def _es_claro(frase: Frase, pos: int) -> bool:
    """Returns whether grammar settles of whom a claim is made: one product in play, or a name right beside it."""
    start, end = frase.tramo(pos, FUERTE)
    if _grupo(frase, pos) or (frase.menciones and ":" in frase.plano[pos : frase.menciones[0].start]):
        return True
    if not frase.menciones:
        return len(frase.tema.todos) < 2 and not frase.aludidos
    if len(frase.menciones) == 1:
        unica = frase.menciones[0]
        hay_otro = unidos(frase.tema.todos) - unica.ids
        return not hay_otro or (not unica.objeto and unica.start < frase.plano.find(" ", pos) % (len(frase.plano) + 1))
    antes = [m for m in frase.menciones if start <= m.start and m.end <= pos and not m.objeto]
    if _PASA_DE.search(frase.plano, start, end):
        return False
    if antes and not CONTRASTE.search(frase.plano, antes[-1].end, pos):
        return True
    if any(not m.objeto and m.end <= pos and _SEGUIDA.fullmatch(frase.plano[m.end : pos]) for m in frase.menciones):
        return True
    tras = next((m for m in frase.menciones if m.start > pos), None)
    return tras is not None and tras.start < end and _PEGADA.search(frase.plano[pos : tras.start]) is not None


def unidos(grupos: Grupos) -> frozenset[int]:
    """Returns all products of some groups."""
    return frozenset[int]().union(*grupos)


def con_sujeto(frase: Frase) -> bool:
    """Returns whether some product is named or carried over, or there is just one."""
    return bool(frase.hablados or len(frase.indice.fichas) == 1)


def repartidas(frase: Frase) -> Iterator[tuple[Cifra, frozenset[int]]]:
    """Yields each amount with its product where a list of products is followed by a list as long of amounts."""
    for lista in frase.listas:
        siguientes = [c for c in frase.cifras if c.start >= lista[-1].end]
        if len(lista) < 2 or len(siguientes) != len(lista) or any(m.start >= lista[-1].end for m in frase.menciones):
            continue
        if _SOLO_CIFRAS.fullmatch(frase.plano[siguientes[0].end : siguientes[-1].start]):
            yield from ((c, m.ids) for c, m in zip(siguientes, lista, strict=True))


def adelante(frase: Frase, pos: int) -> Alusion | None:
    """Returns the mention after `pos` where figures come first: "108 MP el Xiaomi, 50 MP el Samsung"."""
    desde = max(frase.plano.rfind(corte, 0, pos) for corte in ":;") + 1
    de_dinero = any(c.start == pos for c in frase.cifras)
    leidas: tuple[Lugar, ...] = frase.cifras if de_dinero else frase.medidas
    propias = {c.start for c in frase.cifras if c.valor in frase.indice.presupuestos}
    figuras = sorted(x.start for x in leidas if x.start >= desde and x.start not in propias)
    nombradas = [m for m in frase.menciones if m.start >= desde]
    if len(nombradas) < 2 or pos not in figuras or figuras[0] > nombradas[0].start:
        return None
    siguiente = next((f for f in figuras if f > pos), len(frase.plano))
    siguiente = min(siguiente, frase.plano.find(":", pos) % (len(frase.plano) + 1))
    return next((m for m in nombradas if pos < m.start < siguiente and not m.objeto), None)


def _de_quien_sigue(frase: Frase, pos: int) -> Alusion | None:
    """Returns whose figure it is by what follows it: "24 unidades del Timex"."""
    tras = next((m for m in frase.menciones if m.start > pos), None)
    return tras if tras and _DEL.fullmatch(frase.plano, pos, tras.start) else None


def _grupo(frase: Frase, pos: int) -> Grupos:
    """Returns one group per product for "ambos", "todos", "los tres"; () when nothing of the kind is said."""
    matches = list(GRUPO.finditer(frase.plano, frase.plano.rfind(";", 0, pos) + 1, pos))
    if not matches or any(matches[-1].end() <= m.start < pos for m in frase.menciones):
        return ()
    match = matches[-1]
    antes = [m for m in frase.menciones if m.end <= match.start() or match.end() <= m.start <= match.end() + 4]
    if antes and antes[-1].varios:
        return tuple(frozenset({i}) for i in antes[-1].ids)
    if len(frase.hablados) > 1 and match[0].endswith(str(len(frase.hablados))):
        return frase.hablados  # "las 3" just named, of five
    if len(frase.hablados) > 1 and not TODOS.search(match[0]):
        return frase.hablados
    if len(frase.hablados) == 1 and match[0].startswith("cada un"):
        return frase.hablados  # of several of the same: "tres Neo 50s… Cada uno cuesta"
    de_aqui = tuple(m.ids for m in frase.menciones if m.end <= match.start())
    return de_aqui if len(de_aqui) > 1 else tuple(frozenset({i}) for i in frase.indice.fichas)


def _cercana(frase: Frase, start: int, end: int, pos: int) -> Alusion | None:
    """Returns the mention of this stretch: the last one before `pos`, otherwise the first after it."""
    aqui = [m for m in frase.menciones if start <= m.start < end or m.start < start < m.end]
    antes = [m for m in aqui if m.end <= pos or m.start <= pos < m.end]
    antes = [m for m in antes if not m.objeto] or ([] if any(m.start > pos and not m.objeto for m in aqui) else antes)
    return antes[-1] if antes else next((m for m in aqui if m.start > pos and not m.objeto), None)


def _tras_coma(frase: Frase, start: int, end: int) -> Alusion | None:
    """Returns whom "con 115, las Mizuno" offers: the mention right after the comma."""
    if not _OFRECE.match(frase.plano, start) or frase.plano[end : end + 1] != ",":
        return None
    siguientes = (m for m in frase.menciones if m.start > end)
    return next((m for m in siguientes if _ARTICULOS.fullmatch(frase.plano[end + 1 : m.start])), None)


def _antes_del_parentesis(frase: Frase, start: int) -> Alusion | None:
    """Returns whom "más que la Essenza ($79.990)" gives the figure of: the mention that the bracket follows."""
    if frase.plano[start - 1 : start] != "(":
        return None
    return next(
        (m for m in frase.menciones if frase.plano[m.end : start - 1].strip(" *") == "" and m.end < start), None
    )


def _con_su_lista(frase: Frase, mencion: Alusion, pos: int) -> Grupos:
    """Returns the mention's group, or those of its whole list when a plural verb speaks of all of them."""
    lista = next(lista for lista in frase.listas if mencion in lista)
    if len(lista) > 1 and lista[-1].end <= pos and PLURAL.search(frase.plano, lista[-1].end, pos):
        return tuple(m.ids for m in lista)
    return (mencion.ids,)


def _anunciados(frase: Frase, pos: int) -> Grupos:
    """Returns the list that a colon announces ("dos tienen 16 GB: el V15 y el Flex 5"), or the first mention."""
    lista = frase.listas[0]
    return tuple(m.ids for m in lista) if ":" in frase.plano[pos : lista[0].start] else (lista[0].ids,)


def _contrasta(frase: Frase, start: int) -> bool:
    """Returns whether the stretch that starts here is set against the one before it: "contra 128 GB"."""
    return any(start - 1 <= m.end() <= start + 1 for m in CONTRASTE.finditer(frase.plano))


def _los_demas(frase: Frase, start: int) -> frozenset[int]:
    """Returns whom the products spoken of are set against."""
    antes = [m for m in frase.menciones if m.end <= start] or frase.menciones[:1]
    if not antes and len(frase.tema.todos) > 1:
        return unidos(frase.tema.todos)
    antes = [m for m in antes if not m.objeto] or antes
    nombrados = antes[-1].ids if antes else unidos(frase.tema.todos)
    return (frase.indice.todos - nombrados) or frase.indice.todos


def _del_tema(frase: Frase, pos: int) -> Grupos:
    if not frase.tema.todos:
        return (frase.indice.todos,)
    if len(frase.tema.todos) > 1 and PLURAL.search(frase.clausula(pos)):
        return frase.tema.todos
    return (unidos(frase.tema.todos),)
