"""Places in a list, as people name them: "el segundo", "la 3ra", "el número 4", "1 y 3", "los dos últimos".

Source: nlu-guidelines, Over several turns ("el primero", "el 2", "el último").
"""

import re
from collections.abc import Sequence
from typing import Final

from app.nlu.reading import Lectura

FUERA: Final = -1  # a place that the list does not have

_ORDINALES: Final = ("primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim")
_CARDINALES: Final = ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")
_ABREVIADO: Final = re.compile(r"(\d+)(?:ero|era|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|er)")
_MAX_PLACE: Final = 20  # "el 54" is a model, not the 54th of a list

_ARTICULOS: Final = frozenset("el la al del ese esa este esta aquel aquella".split())
_NOMBRES: Final = frozenset("numero numeros opcion opciones producto productos alternativa item lugar posicion".split())
_UNE: Final = frozenset(", y e o u con versus contra a".split())
_CORTES_DE_NUMERO: Final = frozenset("ya ok okey dale bueno si por".split())
_COMPARA: Final = frozenset("con contra versus o".split())
_ABRE: Final = frozenset("compara comparame comparar compare entre versus".split())
_MOSTRADO: Final = frozenset(
    "mostraste muestras listaste enseñaste mandaste vimos salio sale aparecio aparece esta".split()
)
# What may stand beside a place in a message that only points: "dame detalles del 2".
_CORTES: Final = frozenset(
    "ya ok okey dale bueno perfecto genial entonces si quiero muestrame mostrame muestra enseñame mandame mejor por "
    "dame dime ver de detalle detalles cuentame mas sobre info  ficha informacion tecnica me "
    "interesa gusta abre que tal mira".split()
)
# What an ordinal or a number counts when it points at nothing shown.
_CUENTA: Final = frozenset(
    "vez mano piso edad generacion basico medio lugar plano hora modelo precio año ano mes version tiempo momento gb "
    "tb gigas giga teras tera mb pulgadas pulgada hz ghz kg kgs kilo kilos litro litros lts l w watts kw cm mts m mm "
    "metro metros mp mpx megapixeles mah lucas luca lukas mil k palo palos pesos millon millones dolares euros años "
    "meses dias dia horas personas persona puertas plazas cuotas g en x ciento btu niños hijos unidades veces primeros "
    "primeras ultimos ultimas marcas grados cuerpos pies tazas quemadores p".split()
)
_N: Final = "dos|tres|cuatro|[234]"
_RANGO: Final = re.compile(
    rf"\b(?:l[oa]s|est[oa]s|es[oa]s) (?:(?P<n>{_N}) (?P<a>primer|ultim)[oa]s|(?P<b>primer|ultim)[oa]s (?P<m>{_N}))\b"
)
_LEJOS: Final = (
    (re.compile(r"\b(?:el|la|al) (?:que esta )?(?:de|del|en) (?:al |el )?(?:medio|centro)\b"), "medio"),
    (re.compile(r"\b(?:el|la|ese|esa|este|esta) (?:que esta )?(?:de )?(?:mas )?arriba\b"), "arriba"),
    (re.compile(r"\b(?:el|la|ese|esa|este|esta) (?:que esta )?(?:de )?(?:mas )?abajo\b"), "abajo"),
)


def positions(lectura: Lectura, shown: int) -> list[int]:
    """Returns the places that a message names, 0-based in the order named; FUERA for one beyond `shown`."""
    found = _range(lectura.texto, shown) or _places(lectura.tokens, shown) + _far(lectura.texto, shown)
    return [i if 0 <= i < shown else FUERA for i in dict.fromkeys(found)]


def only_places(tokens: Sequence[str], shown: int) -> bool:
    """Returns whether the words are places, articles and courtesies, and at least one place; "con el 2" compares."""
    if any(pattern.fullmatch(" ".join(tokens).strip(" ,")) for pattern, _ in _LEJOS):
        return True
    if not _places(tokens, shown) or _COMPARA.intersection(tokens):
        return False
    return all(_beside(t) or _place(t, shown) is not None for t in tokens)


def _places(tokens: Sequence[str], shown: int) -> list[int]:
    found: list[int] = []
    last = -2
    for i, token in enumerate(tokens):
        place = _place(token, shown)
        if place is not None and _points(tokens, i, last):
            found.append(place)
            last = i
    return found


def _points(tokens: Sequence[str], i: int, last: int) -> bool:
    """Returns whether the place at `i` points at the list; `last` is the index of the place before it."""
    before = tokens[i - 1] if i else ""
    after = tokens[i + 1] if i + 1 < len(tokens) else ""
    if after in _CUENTA or before == "lo" or (tokens[i].startswith("ultim") and after.startswith("producto#")):
        return False
    if before in _ARTICULOS or before in _NOMBRES or before in _ABRE or (before in _UNE and 0 <= last >= i - 2):
        return True
    if not _counts(tokens[i]) and (before.startswith("categoria#") or {before, *tokens[max(i - 2, 0) : i]} & _MOSTRADO):
        return True
    others = (*tokens[:i], *tokens[i + 1 :])
    if _counts(tokens[i]):  # "2", "1 y 3, porfa", not "dame 5 más"
        return all(_joins(t) or t in _CORTES_DE_NUMERO or _place(t, 1) is not None for t in others)
    alone = all(_beside(t) or _place(t, 1) is not None for t in others)
    return alone or (i == 0 and after in _UNE and after not in (",", "a"))


def _counts(token: str) -> bool:
    """Returns whether a word is a plain number, which also counts things."""
    return token.isdigit() or token in _CARDINALES


def _beside(token: str) -> bool:
    """Returns whether a word may stand beside places in a message that only points."""
    return _joins(token) or token in _CORTES


def _joins(token: str) -> bool:
    return token in _ARTICULOS or token in _NOMBRES or token in _UNE


def _place(token: str, shown: int) -> int | None:
    """Returns the 0-based place that a word or number names; the last one is `shown - 1`."""
    if token in ("ultimo", "ultima"):
        return shown - 1
    if token in ("penultimo", "penultima"):
        return shown - 2
    short = _ABREVIADO.fullmatch(token)
    if short or token.isdigit():
        number = int(short[1] if short else token)
        return number - 1 if 1 <= number <= _MAX_PLACE else None
    if token in _CARDINALES:
        return _CARDINALES.index(token)
    if token in ("primer", "tercer"):
        return _ORDINALES.index(token)
    return _ORDINALES.index(token[:-1]) if token[:-1] in _ORDINALES and token[-1] in "oa" else None


def _range(texto: str, shown: int) -> list[int]:
    """Returns the places of "los dos primeros", "los últimos 3"."""
    match = _RANGO.search(texto)
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
    return [places[where] for pattern, where in _LEJOS if pattern.search(texto)]
