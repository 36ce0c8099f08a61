"""What kind of attribute a feature is, so that "y en rojo?" replaces "negro" and leaves "16 GB RAM" alone.

A kind has one value at a time: another size, another colour, another use takes the place of the old one. Features
without a kind ("bluetooth", "cancelación de ruido") add up.
Source: nlu-guidelines, Over several turns.
"""

import re
from functools import lru_cache
from typing import Final

from app.models.dominio import Filtros
from app.nlu.limits import read_limite, without_limit
from app.nlu.normalize import fold
from app.nlu.reading import roots

_MEASURE: Final = re.compile(r"(\d+(?:[.,]\d+)?)(?: x \d+)? ?(\"|''|[a-zñ²/]+(?: [a-z ]+)?)$")
# What people mean by a bare number of these kinds: "una tele de 55", "zapatillas 42".
_NUMBER_OF_KIND: Final = (
    ("televisor", "{} pulgadas"), ("monitor", "{} pulgadas"), ("lavadora", "{} kg"), ("secadora", "{} kg"),
    ("zapatilla", "talla {}"), ("bicicleta", "aro {}"), ("refrigerador", "{} litros"), ("freidora", "{} litros"),
    ("carpa", "{} personas"), ("colchon", "{} plazas"), ("lavavajilla", "{} cubiertos"),
)  # fmt: skip
_RAM_MAX_GB: Final = 64
# Up to how many GB a limit without more ("mínimo 16 GB") is of RAM, by kind of thing.
_RAM_OF_KIND: Final = (("notebook", 64), ("computador", 64), ("celular", 24), ("tablet", 24))
_NETWORK: Final = re.compile(r"[345]g")
_SIZED: Final = re.compile(r"(?:talla|aro) \d|\d+(?:[.,]\d+)? ?\D")
_STORAGE: Final = frozenset({"gb", "tb", "ssd", "hdd"})

_WORDS: Final = {
    "color": "negro blanco gris plateado plata rojo azul celeste verde amarillo naranja naranjo rosado rosa morado "
    "lila violeta cafe marron beige crema dorado cobre burdeo turquesa fucsia grafito titanio medianoche "
    "transparente champagne acero antracita mostaza terracota coral menta lavanda camel caqui nude ocre "
    "petroleo cromado",
    "talla": "xs s m l xl xxl xxxl talla talle",
    "tamaño": "chico pequeño compacto mediano grande gigante mini",
    "resolucion": "4k 8k 2k hd fhd uhd qhd wqhd 1080p 1440p 720p",
    "panel": "oled qled led amoled ips va nanocell qned miniled lcd",
    "energia": "gas electrico parafina pellet leña bencina induccion bateria",
    "apertura": "frontal superior",
    "genero": "hombre mujer unisex niño niña dama varon",
    "material": "cuero ecocuero tela lino terciopelo madera vidrio aluminio plastico lona",
    "ajuste": "in-ear on-ear over-ear",
    "impresion": "laser tinta sublimacion termica",
    "sistema": "windows macos linux chromeos",
    "plaza": "king queen matrimonial",
    "uso": "gamer gaming estudio estudios oficina universidad colegio trabajo teletrabajo fotos fotografia video "
    "videos streaming diseño arquitectura ingenieria juegos deporte deportes gimnasio viajes viaje hogar "
    "camping montaña trail running fiesta cocina musica peliculas clases zoom playa invierno verano nieve",
}  # fmt: skip
_KIND_OF_WORD: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_PATTERNS: Final = (
    ("talla", re.compile(r"(?:talla|talle|numero) ")),
    ("resolucion", re.compile(r"(?:full|ultra|quad) hd")),
    ("panel", re.compile(r"(?:neo |mini )(?:qled|led)|super amoled")),
    ("carga", re.compile(r"carga (?:frontal|superior)")),
    ("conexion", re.compile(r"(?:con|sin) (?:cable|hilos)|inalambric|alambric|cablead|wireless")),
    ("procesador", re.compile(r"(?:intel )?(?:core )?(?:i[3579]|ultra [3579])\b|(?:amd )?ryzen \d")),
    ("procesador", re.compile(r"(?:chip |apple )?m[1-5]\b|celeron|pentium|snapdragon|mediatek|helio|dimensity")),
    ("grafica", re.compile(r"(?:nvidia )?(?:geforce )?[rg]tx\b|(?:radeon )?rx ?\d")),
    ("aro", re.compile(r"aro \d")),
    ("ajuste", re.compile(r"(?:in|on|over) ear|intraural|supraaural|circumaural")),
)  # fmt: skip
_VERB: Final = re.compile(r"(?:no )?[a-zñ]{2,}(?:[aei]r|[aei]rse|[aei]rl[oa]s?)(?: .+)?")
_NO_VERB: Final = frozenset("solar lumbar regular modular familiar particular bar multijugador".split())


@lru_cache(maxsize=4096)
def kind_of(caracteristica: str) -> str | None:
    """Returns the kind of a canonical feature ("55 pulgadas": "pulgada", "negro": "color"), None when it adds up."""
    text = fold(without_limit(caracteristica)).strip().removeprefix("a ")
    if text in _KIND_OF_WORD or _NETWORK.fullmatch(text):
        return _KIND_OF_WORD.get(text)
    measure = _MEASURE.match(text)
    if measure:
        return _kind_of_unit(measure[2])
    for kind, pattern in _PATTERNS:
        if pattern.match(text):
            return kind
    words = text.split()
    if not words:
        return None
    if _VERB.fullmatch(text) and words[0] not in _NO_VERB:
        return "uso"
    return _KIND_OF_WORD.get(words[0]) or _KIND_OF_WORD.get(re.sub(r"a$", "o", words[0]))


def is_wish(caracteristica: str) -> bool:
    """Returns whether a feature is a use or an impression ("para estudiar", "buena cámara"), which few cards state."""
    return kind_of(caracteristica) in ("uso", None) and not caracteristica[:1].isdigit()


def merge_features(
    old: tuple[str, ...], new: tuple[str, ...], *, categoria: str | None = None, suma: bool = False
) -> tuple[str, ...]:
    """Returns the features asked for so far with those just named.

    Args:
        old: canonical features in force.
        new: canonical features of this message; two of one kind in one message both count.
        categoria: the kind of thing, which tells what a bare number measures.
        suma: the message says "también": uses add up instead of replacing each other.
    """
    new = tuple(_with_memory(_with_unit(c, old, categoria), categoria) for c in new)
    replaced = {kind_of(c) for c in new} - ({"uso"} if suma else set()) - {None}
    kept = tuple(c for c in old if kind_of(c) not in replaced or _is_other_end(c, new))
    return tuple(dict.fromkeys((*kept, *new)))


def _is_other_end(old: str, new: tuple[str, ...]) -> bool:
    """Returns whether a limit in force is the other end of the new ones of its kind, and agrees with them."""
    kept, limits = read_limite(old), [read_limite(c) for c in new if kind_of(c) == kind_of(old)]
    if kept is None:
        return False
    return all(
        limit is not None and limit.minimo != kept.minimo and (kept.valor < limit.valor) == kept.minimo
        for limit in limits
    )


def _with_memory(caracteristica: str, categoria: str | None) -> str:
    """Returns "mínimo 16 GB" as the memory that is meant of this kind: RAM of a notebook, storage of a USB stick."""
    limit, kind = read_limite(caracteristica), fold(categoria or "")
    most = next((most for start, most in _RAM_OF_KIND if kind.startswith(start)), 0)
    is_ram = limit is not None and limit.unidad == "GB" and limit.valor <= most
    return f"{caracteristica} RAM" if is_ram else caracteristica


def _kind_of_unit(unit: str) -> str:
    words = unit.split()
    if words[-1] in ("ram", "vram"):
        return words[-1]
    if words[0] in _STORAGE:
        return "almacenamiento"
    if words[0] in ('"', "''"):
        return "pulgada"
    return re.sub(r"(?<=...)(?:es|s)$", "", words[0]) + "".join(f" {w}" for w in words[1:])


def _with_unit(caracteristica: str, old: tuple[str, ...], categoria: str | None) -> str:
    """Returns a bare number as the measure that it means: "teles de 55", and "65" after "55 pulgadas"."""
    if not caracteristica.isdigit():
        return caracteristica
    kind = fold(categoria or "")
    of_kind = next((form for start, form in _NUMBER_OF_KIND if kind.startswith(start)), None)
    if of_kind is not None:
        return of_kind.format(caracteristica)
    if int(caracteristica) > _RAM_MAX_GB:
        old = tuple(c for c in old if kind_of(c) != "ram")
    sized = [c for c in old if _SIZED.match(fold(c))]
    return re.sub(r"\d+(?:[.,]\d+)?", caracteristica, sized[-1], count=1) if sized else caracteristica


def beyond_categoria(filtros: Filtros) -> list[str]:
    """Returns the features that the category's own name does not say: any of "Sillas de oficina" is for the office."""
    said = set(roots(filtros.categoria or ""))
    return [c for c in filtros.caracteristicas if not (words := roots(c)) or not said.issuperset(words)]
