"""Reads the attributes of a product from text: the same code for a person's message and for a product's description.

An attribute has one writing: "16 gigas de ram" is "16 GB RAM", "negras" is "negro", "inalámbricos" is "inalámbrico".
Quantities come from `measures`, sizes and models from `parts`, words from the lexicon of `data/`, which is a parameter
(`phrases.build_frases`). Source: nlu-guidelines, Normalised values.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import chain
from typing import Final

from app.nlu.limits import limited, read_limite, within
from app.nlu.measures import UNIDADES, Atributo, read_medidas
from app.nlu.normalize import fold, normalize
from app.nlu.parts import read_modelos, read_tallas
from app.nlu.phrases import WORD, Frases, build_frases, is_color, read_frases

__all__ = [
    "Atributo",
    "Frases",
    "alternativas",
    "atributos_de_producto",
    "build_frases",
    "canonical_atributo",
    "cumple",
    "es_medida",
    "fold_words",
    "read_atributos",
    "singular_word",
]

# Words that carry an attribute without adding to it: "pantalla de 15,6 pulgadas", "color negro", "puerto HDMI".
_PORTADORES: Final = frozenset(
    "a al con de del el en la las lo los o para por que se su tenga traiga sea un una y muy bien color tono acabado "
    "pantalla panel puerto puertos entrada salida conexion conectividad tecnologia sistema procesador motor material "
    "tela tipo funcion modo bateria camara memoria disco almacenamiento capacidad resolucion soporte certificacion "
    "carga peso grafica tarjeta tasa refresco hecho version talla intel amd core geforce nvidia radeon chip".split()
)
_COMPARA: Final = re.compile(r"^(?:(?:que )?(?:no )?pes[ea]n?|menos|mas|maximo|minimo|hasta|sobre)\b")
_ARTICULOS: Final = re.compile(
    r"^(?:(?:con|de|del|en|para|que tengan?|que sean?|color|muy|bien|el|la|los|las|un|una)\s+)+"
)
_GB: Final = re.compile(r"^(\d+) GB$")
_SOLO_TALLA: Final = re.compile(r"^(?:x{0,3}[sl]|m)$")
_RAM_MAX_GB: Final = 64  # what a bare "64 GB" may still mean as RAM
_MEDIDA: Final = re.compile(
    r"^(?:\d+(?:,\d+)?|\d+ x \d+|(?:\d+ )?\d+/\d+) (?P<unidad>[^\W\d][\w²/]*)"
    r"(?: (?:RAM|VRAM|SSD|HDD|almacenamiento))?$|^talla \S+$"
)

RESISTE_AGUA: Final = "resistente al agua"
_IP: Final = re.compile(r"ip[x\d][4-9]k?$")  # splashes and more (IEC 60529)

_LAVA: Final = re.compile(r"(?:lavadora|lavasecadora|secadora)\b")
_CARGA: Final = re.compile(r"\b(?<!panel )(?<!parte )(?<!tapa )(?<!visor )(?<!puerta )(frontal|superior)\b")

_fold_word: Final = lru_cache(maxsize=65_536)(fold)


def read_atributos(texto: str, frases: Frases) -> tuple[Atributo, ...]:
    """Returns the attributes that a message names, in its order and without overlaps.

    Args:
        texto: as typed; the offsets are characters of it.
        frases: from `phrases.build_frases`.
    """
    normal = normalize(texto)
    found = []
    for atributo in _read(normal.texto, frases, wish=True):
        start, end = normal.span(atributo.start, atributo.end)
        found.append(atributo._replace(start=start, end=end))
    return tuple(sorted(found, key=lambda a: a.start))


def atributos_de_producto(nombre: str, descripcion: str, frases: Frases) -> tuple[str, ...]:
    """Returns every attribute that a product may be searched by, each once: what it states and what that implies.

    What its description denies ("sin lector de discos"), and the colour of its parts, are left out.
    """
    texto = fold_words(f"{nombre}. {descripcion}")
    found: dict[str, None] = {}
    for atributo in sorted(_read(texto, frases, wish=False), key=lambda a: a.start):
        found.update(dict.fromkeys((atributo.valor, *atributo.implica)))
    found.update(dict.fromkeys(_carga(texto)))
    has_ram = any(valor.endswith(" RAM") for valor in found)
    for valor in tuple(found):
        found.update(dict.fromkeys(_implied(valor, has_ram=has_ram)))
    return tuple(found)


def canonical_atributo(texto: str, frases: Frases) -> str:
    """Returns the usual writing of one attribute as a person wrote it: "color negras" -> "negro".

    An attribute that no list knows comes back in lower case and singular, with its accents.
    """
    folded = fold(texto).strip()
    if _SOLO_TALLA.match(folded):
        return f"talla {folded.upper()}"
    found = _read(folded, frases, wish=True)
    medidas = [a for a in found if es_medida(a.valor)]
    if len(medidas) == 1 and (said := limited(medidas[0].valor, *_around(folded, medidas[0]))):
        return said[0]
    if _COMPARA.match(folded):
        return _plain(texto)
    if len(medidas) == 1:
        return medidas[0].valor
    if found and not medidas:
        best = max(found, key=lambda a: a.end - a.start)
        rest = WORD.findall(folded[: best.start] + " " + folded[best.end :])
        if all(word in _PORTADORES for word in rest):
            return best.valor
    whole = _read(f"a {folded}", frases, wish=True)  # "prueba de agua", of "a prueba de agua"
    if not found and len(whole) == 1 and whole[0].start == 0 and whole[0].end == len(folded) + 2:
        return whole[0].valor
    return _plain(texto)


def alternativas(caracteristica: str) -> tuple[str, ...]:
    """Returns the stored attributes that meet a wished one: a bare "16 GB" may be meant as RAM or as storage."""
    match = _GB.match(caracteristica)
    if match and int(match[1]) <= _RAM_MAX_GB:
        return (caracteristica, f"{caracteristica} RAM")
    if caracteristica.endswith(" almacenamiento"):
        return (caracteristica, caracteristica.removesuffix(" almacenamiento"))
    return (caracteristica,)


def cumple(atributos: Collection[str], caracteristica: str) -> bool:
    """Returns whether a product with these attributes meets a wished one, a limit ("más de 10 kg") too."""
    stated = any(alternativa in atributos for alternativa in alternativas(caracteristica))
    return stated or bool(within(atributos, caracteristica))


def es_medida(caracteristica: str) -> bool:
    """Returns whether an attribute is a quantity, a size or a limit, which is never searched as loose words."""
    match = _MEDIDA.match(caracteristica)
    if match is None:
        return read_limite(caracteristica) is not None
    return match["unidad"] is None or match["unidad"] in UNIDADES  # "100 cuescos" are words


def _around(folded: str, atributo: Atributo) -> tuple[str, str]:
    """Returns what stands before and after an attribute in a folded text."""
    return folded[: atributo.start].strip(), folded[atributo.end :].strip()


def fold_words(texto: str) -> str:
    """Returns a folded text with single spaces; quick on many texts, because they repeat their words."""
    return " ".join(map(_fold_word, texto.split()))


def _read(texto: str, frases: Frases, *, wish: bool) -> list[Atributo]:
    """Returns the attributes of a folded text; quantities come before words where both could be read."""
    found: list[Atributo] = []
    taken = bytearray(len(texto))
    readers = (read_medidas(texto), read_tallas(texto), read_modelos(texto), read_frases(texto, frases, wish=wish))
    for atributo in chain.from_iterable(readers):
        if not any(taken[atributo.start : atributo.end]):
            taken[atributo.start : atributo.end] = b"\1" * (atributo.end - atributo.start)
            found.append(atributo)
    return found


def _implied(valor: str, *, has_ram: bool) -> tuple[str, ...]:
    """Returns what an attribute implies within its product."""
    first, _, rest = valor.partition(" ")
    if rest and is_color(first):
        return (first,)
    if valor.endswith(" VRAM") and not has_ram:
        return (valor.removesuffix(" VRAM"),)  # A video card's own memory is what a bare "8 GB" asks for.
    if _IP.match(valor):
        return (RESISTE_AGUA,)
    if valor.endswith((" HDD", " almacenamiento")):
        return (valor.rsplit(" ", 1)[0],)
    return ()


def _carga(texto: str) -> tuple[str, ...]:
    """Returns how a washing machine or dryer is loaded, which its card may say in one word: "Frontal de 10 kg"."""
    found = _CARGA.search(texto) if _LAVA.match(texto) else None
    return (f"carga {found[1]}",) if found else ()


def _plain(texto: str) -> str:
    """Returns an unknown attribute in lower case and singular, without leading articles or prepositions."""
    words = " ".join(texto.lower().split())
    words = _ARTICULOS.sub("", words) or words
    return words if _COMPARA.match(fold(words)) else " ".join(singular_word(word) for word in words.split(" "))


def singular_word(word: str) -> str:
    """Returns a Spanish word without its plural ending; short words and "-is"/"-us" stay."""
    if len(word) <= 4 or not word.endswith("s") or word.endswith(("is", "us", "ss")):
        return word
    if word.endswith("ces"):
        return f"{word[:-3]}z"
    if word.endswith("es") and word[-3] in "lnrdsj" and word[-4] in "aeiouáéíóú":
        return word[:-2]
    return word[:-1]
