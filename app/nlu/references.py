"""Words that point at products just shown, as ids: "el segundo", "el 2", "el último", "ese", "el más caro de esos".

Positions count in the order the person saw the list, products that have since left the catalogue included.
Source: nlu-guidelines, Over several turns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.models.dominio import Aviso, Orden, ProductoFicha
from app.nlu.noun_phrases import Sintagma, noun_phrases
from app.nlu.reading import Lectura

FUERA: Final = -1  # a position that the list does not have

_ORDINALES: Final = ("primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim")
_CARDINALES: Final = ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")
_ABREVIADO: Final = re.compile(r"(\d+)(?:ero|era|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|er)")
_MAX_POSITION: Final = 20  # "el 54" is a model, not the 54th of a list

_ARTICULOS: Final = frozenset("el la al del ese esa este esta aquel aquella".split())
_ANTES: Final = _ARTICULOS | frozenset("numero opcion producto alternativa item lugar".split())
_UNE: Final = frozenset(", y e o u con versus contra a".split())
_ABRE: Final = frozenset("compara comparame comparar compare entre versus".split())
_MOSTRADO: Final = frozenset("mostraste muestras listaste enseñaste mandaste vimos salio sale aparecio aparece esta".split())
_NO_POSICION: Final = frozenset(
    # What an ordinal or a number counts when it points at nothing shown.
    "vez mano piso edad generacion basico medio lugar plano hora modelo precio año ano mes version tiempo momento "
    "gb tb gigas giga teras tera mb pulgadas pulgada hz ghz kg kgs kilo kilos litro litros lts l w watts kw cm mts m mm "
    "metro metros mp mpx megapixeles mah lucas luca lukas mil k palo palos pesos millon millones dolares euros años "
    "meses dias dia horas personas puertas plazas cuotas g en x por ciento btu personas niños hijos unidades veces "
    "primeros primeras ultimos ultimas marcas".split()
)
_LEJANIA: Final = (
    (re.compile(r"\b(?:el|la|al) (?:que esta )?(?:de|del|en) (?:al |el )?(?:medio|centro)\b"), "medio"),
    (re.compile(r"\b(?:el|la|ese|esa|este|esta) (?:que esta )?(?:de )?(?:mas )?arriba\b"), "arriba"),
    (re.compile(r"\b(?:el|la|ese|esa|este|esta) (?:que esta )?(?:de )?(?:mas )?abajo\b"), "abajo"),
)
_N: Final = r"(?P<n>dos|tres|cuatro|[234])"
_PRIMEROS: Final = re.compile(
    rf"\b(?:l[oa]s|est[oa]s|es[oa]s) (?:{_N} (?P<a>primer|ultim)[oa]s|(?P<b>primer|ultim)[oa]s (?P<m>dos|tres|cuatro|[234]))\b"
)
_TODOS: Final = re.compile(
    r"\b(?:es[oa]s|estos|ell[oa]s|amb[oa]s|tod[oa]s|(?:l[oa]s|de|entre|est[oa]s|amb[oa]s) (?:dos|tres|cuatro|cinco|[2345])|"
    r"(?:de|entre) estas|l[oa]s que (?:me )?(?:mostraste|muestras|diste|enseñaste|ofreces)|(?:de|en) (?:la|tu|esa|esta) lista|"
    r"compara(?:me)?l[oa]s|comparamel[oa]s|ponl[oa]s)\b"
)
_ESE: Final = re.compile(
    r"\b(?:ese|esa|este|aquel|aquella|eso|(?:de|con|a|por|y|o|compara|entre|versus|contra) esta|esta (?:o|con|versus))\b"
    r"(?! (?:color|precio|marca|presupuesto|rango|monto|valor|tipo|estilo|caso|idea|momento|plata|tamaño|talla|no|otr))"
)
_CLITICO: Final = re.compile(r"\b(?:compara(?:me)?l[oa]|comparamel[oa]|ponl[oa]|lo comparas|la comparas)\b")
_OTRO: Final = re.compile(r"\b(?:el|la) otr[oa]\b(?! (?:color|marca|tamaño|talla|modelo|dia|vez))")
EXTREMO_ASC: Final = r"mas (?:barat|economic|convenient|accesibl|asequibl)\w*|menos car[oa]s?|(?:de )?menor(?:es)? precio"
EXTREMO_DESC: Final = r"mas car[oa]s?|de mayor(?:es)? precio|menos barat\w*"
_EXTREMO: Final = re.compile(
    rf"\b(?:el|la|al|del) (?:categoria#\d+ )?(?:que (?:es|sale|cuesta) )?(?:(?P<asc>{EXTREMO_ASC})|(?P<desc>{EXTREMO_DESC}))(?! que\b)"
)
_DE_ESOS: Final = re.compile(
    r"\bde (?:todos )?(?:es[oa]s|est[oa]s|ell[oa]s|l[oa]s (?:que|dos|tres|cuatro|cinco|[2345])|la lista|tod[oa]s)\b|\bde (?:la|esa|esta) lista\b"
)


@dataclass(frozen=True, slots=True)
class Vista:
    """What the person has before them: ids in the order shown, the product last talked about, and what is known.

    `fichas` may hold further products (the focus, candidates of a name); those that left the catalogue are missing.
    """

    mostrados: tuple[int, ...]
    foco: int | None
    fichas: dict[int, ProductoFicha]

    @property
    def visibles(self) -> tuple[ProductoFicha, ...]:
        """Returns the products shown that still exist, in order."""
        return tuple(self.fichas[i] for i in self.mostrados if i in self.fichas)

    @property
    def actual(self) -> int | None:
        """Returns the product that "ese" means: the focus, or the only one shown."""
        if self.foco is not None:
            return self.foco
        return self.mostrados[0] if len(self.mostrados) == 1 else None


@dataclass(frozen=True, slots=True)
class Referencia:
    """What a message points at. `dudosos` are several that fit where one was meant; `aviso` says what went wrong."""

    ids: tuple[int, ...] = ()
    dudosos: tuple[int, ...] = ()
    aviso: Aviso | None = None

    @property
    def vacia(self) -> bool:
        """Returns whether the message points at nothing."""
        return not self.ids and not self.dudosos and self.aviso is None


def point(lectura: Lectura, vista: Vista) -> Referencia:
    """Returns the products that a message points at by place, by "ese", by extreme among those shown, or by trait."""
    placed = positions(lectura, len(vista.mostrados))
    if FUERA in placed:
        return Referencia(aviso=Aviso.FUERA_DE_LISTA if vista.mostrados else Aviso.SIN_LISTA)
    ids = [vista.mostrados[i] for i in placed]
    ids += extremes(lectura, vista)
    dudosos: tuple[int, ...] = ()
    for sintagma in noun_phrases(lectura):
        fitting = described(sintagma, vista) if sintagma.determinado else ()
        ids += fitting if len(fitting) == 1 else ()
        dudosos = dudosos or (fitting if len(fitting) > 1 else ())
    if _OTRO.search(lectura.texto) and vista.foco in vista.mostrados and len(vista.mostrados) == 2:
        ids += [i for i in vista.mostrados if i != vista.foco]
    wants_ese = _ESE.search(lectura.texto) or _CLITICO.search(lectura.texto)
    if wants_ese and vista.actual is not None and not (ids and _is_noun_of(lectura)):
        ids = [vista.actual, *ids]
    ids = list(dict.fromkeys(ids))
    if any(i not in vista.fichas for i in ids):
        return Referencia(aviso=Aviso.YA_NO_ESTA)
    if wants_ese and not ids and not dudosos:
        return Referencia(dudosos=vista.mostrados, aviso=None if vista.mostrados else Aviso.SIN_LISTA)
    return Referencia(tuple(ids), () if ids else dudosos)


def _is_noun_of(lectura: Lectura) -> bool:
    """Returns whether "ese" only goes with what was found already: "ese Lenovo", "ese último"."""
    return re.search(r"\b(?:ese|esa|este|aquel|aquella) (?:marca#|caracteristicas#|producto#|categoria#\d+ marca#|ultim|de )", lectura.texto) is not None or (
        re.search(r"marca#\d+ ese\b|producto#\d+ ese\b", lectura.texto) is not None
    )


def whole_list(lectura: Lectura, vista: Vista) -> tuple[int, ...]:
    """Returns everything shown when the message speaks of all of it: "esos", "los dos", "compáralos"."""
    return tuple(p.id for p in vista.visibles) if _TODOS.search(lectura.texto) else ()


def extremes(lectura: Lectura, vista: Vista) -> list[int]:
    """Returns the cheapest and dearest of those shown, where the message says "el más caro de esos"."""
    found = [m for m in _EXTREMO.finditer(lectura.texto)]
    if not found or not vista.visibles or not (_DE_ESOS.search(lectura.texto) or len(found) > 1):
        return []
    return [extreme_of(vista.visibles, Orden.PRECIO_ASC if m["asc"] else Orden.PRECIO_DESC) for m in found]


def extreme_of(fichas: Sequence[ProductoFicha], orden: Orden) -> int:
    """Returns the id of the cheapest (PRECIO_ASC) or dearest product; the first of equals."""
    sign = -1 if orden == Orden.PRECIO_DESC else 1
    return min(fichas, key=lambda p: sign * p.precio).id


def superlative(lectura: Lectura) -> Orden | None:
    """Returns the extreme that "el más caro", "la más barata" names, None without one."""
    match = _EXTREMO.search(lectura.texto)
    if match is None:
        return None
    return Orden.PRECIO_ASC if match["asc"] else Orden.PRECIO_DESC


def positions(lectura: Lectura, shown: int) -> list[int]:
    """Returns the places that a message names, 0-based in the order named; FUERA for one beyond `shown`."""
    found = _ranges(lectura.texto, shown) or _places(lectura.tokens, shown) + _far(lectura.texto, shown)
    return [i if 0 <= i < shown else FUERA for i in dict.fromkeys(found)]


def described(sintagma: Sintagma, vista: Vista) -> tuple[int, ...]:
    """Returns the products shown that have everything a noun phrase says; () when it says nothing they can have."""
    return tuple(p.id for p in vista.visibles if sintagma.fits(p)) if sintagma.distingue else ()


def _places(tokens: Sequence[str], shown: int) -> list[int]:
    found: list[int] = []
    last = -2
    for i, token in enumerate(tokens):
        place = _place(token, shown)
        if place is None or not _points(tokens, i, last):
            continue
        found.append(place)
        last = i
    return found


def _points(tokens: Sequence[str], i: int, last: int) -> bool:
    """Returns whether the place at `i` points at the list; `last` is the index of the place before it."""
    before = tokens[i - 1] if i else ""
    after = tokens[i + 1] if i + 1 < len(tokens) else ""
    if after in _NO_POSICION or before == "lo":
        return False
    ordinal = not (tokens[i].isdigit() or tokens[i] in _CARDINALES)
    if before in _ANTES or before in _ABRE:
        return True
    if before in _UNE and last >= 0 and i - last <= 2:
        return True
    if ordinal and (before.startswith("categoria#") or before in _MOSTRADO or tokens[max(i - 2, 0)] in _MOSTRADO):
        return True
    follows = all(t in _UNE or t in _ANTES or _place(t, 1) is not None for t in tokens[i + 1 :])
    return i == 0 and after not in ("de", "a") and (follows or ordinal and after in _UNE) or before in _UNE and i == 1 and follows


def _place(token: str, shown: int) -> int | None:
    """Returns the 0-based place that a word or number names; the last one is `shown - 1`."""
    if token in ("ultimo", "ultima"):
        return shown - 1
    if token in ("penultimo", "penultima"):
        return shown - 2
    short = _ABREVIADO.fullmatch(token)
    if short or token.isdigit():
        number = int(short[1] if short else token)
        return number - 1 if 1 <= number <= _MAX_POSITION else None
    if token in _CARDINALES:
        return _CARDINALES.index(token)
    if token in _ORDINALES:
        return _ORDINALES.index(token) if token in ("primer", "tercer") else None
    return _ORDINALES.index(token[:-1]) if token[:-1] in _ORDINALES and token[-1] in "oa" else None


def _ranges(texto: str, shown: int) -> list[int]:
    """Returns the places of "los dos primeros", "los últimos 3"."""
    match = _PRIMEROS.search(texto)
    if match is None:
        return []
    word = match["n"] or match["m"]
    count = int(word) if word.isdigit() else _CARDINALES.index(word) + 1
    if count > shown:
        return [FUERA]
    first = (match["a"] or match["b"]) == "primer"
    return list(range(count)) if first else list(range(shown - count, shown))


def _far(texto: str, shown: int) -> list[int]:
    """Returns the places of "el de al medio" (of an odd list), "el de arriba", "el de abajo"."""
    places = {"arriba": 0, "abajo": shown - 1, "medio": shown // 2 if shown % 2 else FUERA}
    return [places[where] for pattern, where in _LEJANIA if pattern.search(texto)]
