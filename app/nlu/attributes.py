"""Reads the attributes of a product from text: the same code for a person's message and for a product's description.

An attribute has one writing: "16 gigas de ram" is "16 GB RAM", "negras" is "negro", "inalámbricos" is "inalámbrico".
Quantities come from `measures`, models of parts from patterns here, words from the lexicon of `data/`, which is a
parameter. Source: nlu-guidelines, Normalised values.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from app.nlu.measures import read_medidas
from app.nlu.normalize import fold, normalize


class Atributo(NamedTuple):
    """One attribute of a text: its usual writing, its characters as typed, and what else is true then."""

    valor: str
    start: int
    end: int
    implica: tuple[str, ...] = ()


Frases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

_WORD: Final = re.compile(r"[^\W_]+")

# Models of parts, with the words that a template fills from the groups, and what they imply.
_MODELOS: Final = tuple(
    (re.compile(pattern), template, implica)
    for pattern, template, implica in (
        (r"\b(?:intel )?core ultra ([3579])\b|\bultra ([579])(?! ?\w*hz)\b", "core ultra {}", ()),
        (r"\b(?:intel )?(?:core )?i([3579])\b(?!\+)", "core i{}", ()),
        (r"\b(?:amd )?ryzen (?:ai )?([3579])\b", "ryzen {}", ()),
        (r"\b(?:geforce )?(rtx|gtx) ?(\d{4}(?: ?ti)?(?: super)?)\b", "{} {}", ()),
        (r"\b(?:radeon )?rx ?(\d{4}(?: xtx| xt)?)\b", "rx {}", ()),
        (r"\bchip (m[1-5](?: pro| max| ultra)?)\b|\b(m[1-5](?: pro| max| ultra)?)\b(?! ?[\d/])", "chip {}", ()),
        (r"\bwi-? ?fi ?([4-7]e?)\b", "wifi {}", ("wifi",)),
        (r"\bbluetooth ?v?(\d(?:[.,]\d)?)\b", "bluetooth {}", ("bluetooth",)),
        (r"\bhdmi (\d[.,]\d)\b", "hdmi {}", ("hdmi",)),
        (r"\busb (\d[.,]\d)\b", "usb {}", ("usb",)),
        (r"\b(ipx?\d{1,2}k?)\b", "{}", ()),
        (r"\b(l?p?ddr[345]x?)\b", "{}", ()),
        (r"\b([345]g)\b(?! ?(?:quemador|hz))", "{}", ()),
        (r"\b(\d{3,4}p)\b", "{}", ()),
        (r"\b(?:windows|win) ?(\d{1,2})\b", "windows {}", ("windows",)),
        (r"\baro ?(\d{2}(?:[.,]5)?)\b", "aro {}", ()),
    )
)
_TALLA: Final = r"(?:x{0,3}[sl]|[sm]l|m|\d{1,2}(?:[.,]5)?|unica)"
_TALLAS: Final = re.compile(
    rf"\b(?:tallas?|talles?|numero|nro\.?|n°|calzo) (?:de la )?({_TALLA})\b(?:((?:/|, ?| y | o | a (?:la )?)){_TALLA}\b)*"
)
_TALLA_RE: Final = re.compile(rf"{_TALLA}(?=\b)")
_LETRAS: Final = ("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl")

_COLORES: Final = frozenset(
    "negro blanco gris rojo azul verde amarillo naranjo naranja rosado rosa morado cafe beige celeste plateado dorado "
    "turquesa burdeo crema lila violeta purpura marron fucsia grafito plata".split()
)
# "detalles rojos", "LED azul", "switches rojos", "tinta negra": the colour of a part, not of the product.
_PARTES: Final = frozenset(
    "detalle detalles led luz luces switch switches interruptor interruptores franja franjas costura costuras tinta "
    "linea lineas logo borde bordes ribete ribetes acento acentos iluminacion tecla boton botones".split()
)
_RAICES: Final = frozenset(color.removesuffix("o") for color in _COLORES)
_ENLACES: Final = frozenset("en de color colores y".split())
_NIEGAN: Final = frozenset("sin no ni excepto salvo".split())
_MONOCROMO: Final = re.compile(r"\b(?:paginas|imprime|impresion|imprimir)\b[^.]*\ben blanco y negro\b|\bmonocromatic[oa]\b")
_AJENO: Final = re.compile(r"\s*(?:no (?:viene |esta )?inclu|se venden? (?:por separado|aparte))")

# Words that carry an attribute without adding to it: "pantalla de 15,6 pulgadas", "color negro", "puerto HDMI".
_PORTADORES: Final = frozenset(
    "a al con de del el en la las lo los o para por que se su tenga traiga sea un una y muy bien color tono acabado "
    "pantalla panel puerto puertos entrada salida conexion conectividad tecnologia sistema procesador motor material "
    "tela tipo funcion modo bateria camara memoria disco almacenamiento capacidad resolucion soporte certificacion "
    "carga peso grafica tarjeta tasa refresco hecho version talla".split()
)
_COMPARA: Final = re.compile(r"^(?:menos|mas|maximo|minimo|hasta|sobre|no pes|pese)\b")
_ARTICULOS: Final = re.compile(r"^(?:(?:con|de|del|en|para|que tengan?|que sean?|color|el|la|los|las|un|una)\s+)+")
_SOLA_GB: Final = re.compile(r"^(\d+) GB$")
_MEDIDA: Final = re.compile(r"^(?:\d+(?:,\d+)?|\d+ x \d+) (?:[^\W\d]|²)[\w²/]*(?: (?:RAM|VRAM|SSD|HDD|almacenamiento))?$|^talla \S+$")
_RAM_POSIBLE_GB: Final = 64


def build_frases(sinonimos: Mapping[str, str]) -> Frases:
    """Returns the lexicon ready for reading: first word -> (words, canonical attribute), longest phrase first.

    Args:
        sinonimos: phrase as people write it -> canonical attribute. Plurals and feminines need not be listed.
    """
    found: dict[tuple[str, ...], str] = {}
    for frase, valor in [*sinonimos.items(), *((v, v) for v in sinonimos.values())]:
        words = tuple(_WORD.findall(fold(frase)))
        for form in _inflections(words):
            found.setdefault(form, valor)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, valor in found.items():
        by_first.setdefault(words[0], []).append((words, valor))
    return {first: tuple(sorted(group, key=lambda g: (-len(g[0]), g))) for first, group in by_first.items()}


def read_atributos(texto: str, frases: Frases) -> tuple[Atributo, ...]:
    """Returns the attributes that a text states, in its order and without overlaps; what it denies is left out.

    Args:
        texto: as typed; offsets are characters of it.
        frases: from `build_frases`.
    """
    normal = normalize(texto)
    found = [
        Atributo(valor, *normal.span(start, end), implica) for valor, start, end, implica in _read(normal.texto, frases)
    ]
    return tuple(sorted(found, key=lambda a: a.start))


def atributos_de_producto(nombre: str, descripcion: str, frases: Frases) -> tuple[str, ...]:
    """Returns every attribute that a product may be searched by, each once: what it states and what that implies."""
    texto = fold(f"{nombre}. {descripcion}")
    found: dict[str, None] = {}
    read = sorted(_read(texto, frases), key=lambda a: a[1])
    for valor, _, _, implica in read:
        found.update(dict.fromkeys((valor, *implica)))
    for valor in tuple(found):
        found.update(dict.fromkeys(_implied(valor, found)))
    return tuple(found)


def canonical_atributo(texto: str, frases: Frases) -> str:
    """Returns the usual writing of one attribute as a person wrote it: "color negras" -> "negro".

    An attribute that no list knows comes back in lower case and singular, with its accents.
    """
    folded = fold(texto).strip()
    found = [] if _COMPARA.match(folded) else _read(folded, frases, negated=True)
    medidas = [a for a in found if es_medida(a[0])]
    if len(medidas) == 1:
        return medidas[0][0]
    if found and (len(found) == 1 or not medidas):
        valor, start, end, _ = max(found, key=lambda a: a[2] - a[1])
        rest = _WORD.findall(folded[:start] + " " + folded[end:])
        if all(word in _PORTADORES for word in rest):
            return valor
    return _plain(texto)


def alternativas(caracteristica: str) -> tuple[str, ...]:
    """Returns the stored attributes that meet a wished one: a bare "16 GB" may be meant as RAM or as storage."""
    match = _SOLA_GB.match(caracteristica)
    if match and int(match[1]) <= _RAM_POSIBLE_GB:
        return (caracteristica, f"{caracteristica} RAM")
    if caracteristica.endswith(" almacenamiento"):
        return (caracteristica, caracteristica.removesuffix(" almacenamiento"))
    return (caracteristica,)


def es_medida(caracteristica: str) -> bool:
    """Returns whether an attribute is a quantity or a size, which is never searched as loose words."""
    return _MEDIDA.match(caracteristica) is not None


def _read(texto: str, frases: Frases, *, negated: bool = False) -> list[tuple[str, int, int, tuple[str, ...]]]:
    """Returns (attribute, start, end, implied) of a folded text; `negated` keeps what a "sin" denies."""
    found = [(m.valor, m.start, m.end, m.implica) for m in read_medidas(texto)]
    taken = bytearray(len(texto))
    for _, start, end, _ in found:
        taken[start:end] = b"\1" * (end - start)
    for reader in (_tallas(texto), _modelos(texto), _frases(texto, frases, negated=negated)):
        for attribute in reader:
            _, start, end, _ = attribute
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(attribute)
    return found


def _tallas(texto: str) -> Iterable[tuple[str, int, int, tuple[str, ...]]]:
    """Yields "talla 42"; every size of "tallas 40, 41 y 42", "talla L/XL" and "tallas S a XL"."""
    for match in _TALLAS.finditer(texto):
        head, *rest = _TALLA_RE.findall(match[0][match.start(1) - match.start() :])
        sizes = _range(head, rest[-1]) if match[2] and match[2].startswith(" a ") and rest else [head, *rest]
        valores = [f"talla {size.upper() if size.isalpha() else size.replace('.', ',')}" for size in sizes]
        yield valores[0], match.start(), match.end(), tuple(valores[1:])


def _range(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first), int(last) + 1)]
    if first in _LETRAS and last in _LETRAS:
        return list(_LETRAS[_LETRAS.index(first) : _LETRAS.index(last) + 1])
    return [first, last]


def _modelos(texto: str) -> Iterable[tuple[str, int, int, tuple[str, ...]]]:
    for pattern, template, implica in _MODELOS:
        for match in pattern.finditer(texto):
            groups = [g for g in match.groups() if g]
            yield template.format(*groups).replace(",", "."), match.start(), match.end(), implica


def _frases(
    texto: str, frases: Frases, *, negated: bool
) -> Iterable[tuple[str, int, int, tuple[str, ...]]]:
    """Yields the phrases of the lexicon, the longest at each word."""
    matches = list(_WORD.finditer(texto))
    words = [m[0] for m in matches]
    monochrome = _MONOCROMO.search(texto) is not None
    i = 0
    while i < len(words):
        size, valor = _longest(words, i, frases)
        if not size:
            i += 1
            continue
        start, end = matches[i].start(), matches[i + size - 1].end()
        if negated or not (_denied(words, i) or _AJENO.match(texto, end) or _of_a_part(words, i, valor, monochrome)):
            yield valor, start, end, ()
        i += size


def _longest(words: list[str], i: int, frases: Frases) -> tuple[int, str]:
    for phrase, valor in frases.get(words[i], ()):
        if tuple(words[i : i + len(phrase)]) == phrase:
            return len(phrase), valor
    return 0, ""


def _denied(words: list[str], i: int) -> bool:
    """Returns whether one of the two words before denies it: "sin bluetooth", "no incluye control"."""
    before = words[max(0, i - 2) : i]
    return any(word in _NIEGAN for word in before) and not (len(before) == 2 and before[0] == "no" and before[1] == "solo")


def _of_a_part(words: list[str], i: int, valor: str, monochrome: bool) -> bool:
    """Returns whether a colour belongs to a part of the product and not to the product."""
    if fold(valor).split()[0] not in _COLORES:
        return False
    if monochrome and words[max(0, i - 2) : i + 3].count("y") and valor in ("blanco", "negro"):
        return True
    while i > 0 and (words[i - 1] in _ENLACES or _color(words[i - 1])):
        i -= 1
    return i > 0 and words[i - 1] in _PARTES


def _color(word: str) -> bool:
    return word in _COLORES or (word.endswith(("s", "a", "as", "es")) and re.sub("(?:as?|e?s)$", "", word) in _RAICES)


def _implied(valor: str, found: Mapping[str, None]) -> tuple[str, ...]:
    """Returns what an attribute implies within its product."""
    first, _, rest = valor.partition(" ")
    if rest and fold(first) in _COLORES:
        return (first,)
    if valor.endswith(" VRAM") and not any(other.endswith(" RAM") for other in found):
        return (valor.removesuffix(" VRAM"),)  # A video card's own memory is what "8 GB" asks for.
    if valor.endswith((" HDD", " almacenamiento")):
        return (valor.rsplit(" ", 1)[0],)
    return ()


def _plain(texto: str) -> str:
    """Returns an unknown attribute in lower case and singular, without leading articles or prepositions."""
    words = " ".join(texto.lower().split())
    words = _ARTICULOS.sub("", words) or words
    return " ".join(_singular(word) for word in words.split(" "))


def _singular(word: str) -> str:
    """Returns a Spanish word without its plural ending; short words and "-is"/"-us" stay."""
    if len(word) <= 4 or not word.endswith("s") or word.endswith(("is", "us", "ss")):
        return word
    if word.endswith("ces"):
        return f"{word[:-3]}z"
    if word.endswith("es") and word[-3] in "lnrdsj" and word[-4] in "aeiouáéíóú":
        return word[:-2]
    return word[:-1]


def _inflections(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Yields a phrase as listed, then in the plural and the feminine: all its words, and only the first one."""
    yield words
    if not words or len(words) > 4:
        return
    for change in (_plural, _feminine, lambda w: _plural(_feminine(w))):
        yield tuple(change(word) for word in words)
        yield (change(words[0]), *words[1:])


def _plural(word: str) -> str:
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    if word[-1:].isdigit() or word.endswith("s"):
        return word
    return f"{word}s" if word[-1:] in "aeiou" else f"{word}es"


def _feminine(word: str) -> str:
    return f"{word[:-1]}a" if len(word) > 3 and word.endswith("o") else word
