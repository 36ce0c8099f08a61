"""Limits on a measure: "más de 10 kg", "mínimo 16 GB RAM", "hasta 5 litros". Pure.

A limit is a feature with one writing, as any other; a product meets it by a measure that it states in the same kind of
unit. "Más de" and "menos de" leave the number itself out, "mínimo" and "hasta" let it in.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

MAS_DE, MINIMO, MENOS_DE, HASTA = "más de", "mínimo", "menos de", "hasta"

_LIMITE: Final = re.compile(rf"^({MAS_DE}|{MINIMO}|{MENOS_DE}|{HASTA}) (\d+(?:,\d+)?) (\S.*)$")
_MEDIDA: Final = re.compile(r"^(\d+(?:,\d+)?) ([^\W\d]\S*(?: \w+)?)$")
# First word of a unit -> the one it is counted in beside others, and how many of those it is.
_UNIDADES: Final = {
    "TB": ("GB", 1000.0), "g": ("kg", 0.001), "mg": ("kg", 0.000_001), "ml": ("litros", 0.001), "mm": ("cm", 0.1),
    "m": ("cm", 100.0), "kW": ("W", 1000.0), "GHz": ("Hz", 1e9), "litro": ("litros", 1.0), "hora": ("horas", 1.0),
    "minuto": ("horas", 1 / 60), "minutos": ("horas", 1 / 60),
}  # fmt: skip
_PLURAL: Final = re.compile(r"(?<=[a-zñ]{4})(?:es|s)$")

# How people say each limit, before a number and after it (folded).
_ANTES: Final = {
    MINIMO: r"(?:al|por lo|a lo) menos|minimo|desde|a partir de|no menos de|no baje de|como poco",
    HASTA: r"hasta|maximo|como mucho|no mas de|no (?:pase|supere|exceda)n?(?: de)?|tope|a lo (?:mas|sumo)",
    MAS_DE: r"mas (?:grande )?(?:de|que)|sobre|por encima de|arriba de|superior(?:es)? a|mayor(?:es)? (?:a|de|que)"
    r"|(?:pas|super)en? de",
    MENOS_DE: r"menos (?:de|que)|bajo|(?:por )?debajo de|inferior(?:es)? a|menor(?:es)? (?:a|de|que)",
}
_DESPUES: Final = {
    MINIMO: r"[oy] mas|(?:para|pa|hacia) arriba|(?:como )?minimo|al menos|por lo menos|en adelante|o superior",
    HASTA: r"[oy] menos|(?:para|pa|hacia) abajo|(?:como )?maximo|como mucho|o inferior",
}
_CUES_ANTES: Final = {
    cue: re.compile(rf"(?:^|\s)(?:{ways})(?: (?:de|con|un[oa]?s?|l[oa]s))?$") for cue, ways in _ANTES.items()
}
_CUES_DESPUES: Final = {cue: re.compile(rf"(?:{ways})(?!\S)") for cue, ways in _DESPUES.items()}
_INTERVALO: Final = re.compile(
    r"(?:^|\s)(?:entre|de|desde)(?: l[oa]s)? (?P<n>\d+(?:[.,]\d+)?)(?: [a-z]+)? (?:y|a|hasta)(?: l[oa]s)?$"
)


class Limite(NamedTuple):
    """A limit in its base unit. `estricto` leaves the number itself out."""

    unidad: str
    valor: float
    minimo: bool
    estricto: bool

    def admite(self, valor: float) -> bool:
        """Returns whether a measure in the base unit is within the limit."""
        if valor == self.valor:
            return not self.estricto
        return (valor > self.valor) == self.minimo


def read_limite(caracteristica: str) -> Limite | None:
    """Returns the limit that a feature says, None for a feature that is none."""
    match = _LIMITE.match(caracteristica)
    if match is None:
        return None
    measured = _measure(f"{match[2]} {match[3]}")
    if measured is None:
        return None
    return Limite(*measured, match[1] in (MAS_DE, MINIMO), match[1] in (MAS_DE, MENOS_DE))


def without_limit(caracteristica: str) -> str:
    """Returns the measure of a limit ("más de 10 kg": "10 kg"); any other feature as it is."""
    match = _LIMITE.match(caracteristica)
    return f"{match[2]} {match[3]}" if match else caracteristica


def limited(medida: str, antes: str, despues: str) -> tuple[str, ...]:
    """Returns the limits that the folded words around a measure make of it; () where they make none.

    Args:
        medida: "10 kg".
        antes: what is said right before it: "lavadora de mas de".
        despues: right after it: "o mas , en blanco".
    """
    if _measure(medida) is None:
        return ()
    if interval := _INTERVALO.search(antes):
        least = re.sub(r"^\d+(?:,\d+)?", interval["n"].replace(".", ","), medida)
        return (f"{MINIMO} {least}", f"{HASTA} {medida}")
    said = [cue for cue, pattern in _CUES_DESPUES.items() if pattern.match(despues)]
    said += [cue for cue, pattern in _CUES_ANTES.items() if pattern.search(antes)]
    return (f"{said[0]} {medida}",) if said else ()


def within(atributos: Iterable[str], caracteristica: str) -> tuple[str, ...]:
    """Returns those of a product's attributes that meet a limit; () when none does, or it is no limit."""
    limite = read_limite(caracteristica)
    if limite is None:
        return ()
    measured = ((a, _measure(a)) for a in atributos)
    return tuple(a for a, m in measured if m is not None and m[0] == limite.unidad and limite.admite(m[1]))


def known_within(conocidas: Collection[str], limites: Sequence[str]) -> tuple[str, ...]:
    """Returns every known attribute that meets all of these limits of one kind; quick for those of a catalogue."""
    read = [limite for limite in map(read_limite, limites) if limite is not None]
    measures = _by_unit(frozenset(conocidas)).get(read[0].unidad, ()) if read else ()
    return tuple(a for valor, a in measures if all(limite.admite(valor) for limite in read))


def of_its_unit(atributos: Iterable[str], caracteristica: str) -> tuple[str, ...]:
    """Returns those of a product's attributes that a limit is about, within it or not."""
    limite = read_limite(caracteristica)
    measured = ((a, _measure(a)) for a in atributos)
    return tuple(a for a, m in measured if limite is not None and m is not None and m[0] == limite.unidad)


@lru_cache(maxsize=4)
def _by_unit(conocidas: frozenset[str]) -> dict[str, tuple[tuple[float, str], ...]]:
    found: dict[str, list[tuple[float, str]]] = {}
    for atributo in sorted(conocidas):
        measured = _measure(atributo)
        if measured is not None:
            found.setdefault(measured[0], []).append((measured[1], atributo))
    return {unit: tuple(measures) for unit, measures in found.items()}


@lru_cache(maxsize=8192)
def _measure(atributo: str) -> tuple[str, float] | None:
    """Returns base unit and number of a measure in it: "512 GB SSD" is ("GB SSD", 512.0); None for no measure."""
    match = _MEDIDA.match(atributo)
    if match is None:
        return None
    first, _, rest = match[2].partition(" ")
    unit, factor = _UNIDADES.get(first, (first, 1.0))
    return f"{_PLURAL.sub('', unit)} {rest}".rstrip(), round(float(match[1].replace(",", ".")) * factor, 9)
