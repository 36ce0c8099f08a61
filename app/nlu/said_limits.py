"""The limits that a message puts on its measures: "al menos [16 GB de RAM]" says "mínimo 16 GB RAM".

The words of a limit stand outside the entity as often as in it, so they are read from what is around its tag.
"""

from dataclasses import replace
from typing import Final

from app.models.dominio import Entidad, Parse, TipoEntidad
from app.nlu.limits import limited
from app.nlu.normalize import fold
from app.nlu.reading import Lectura, value_of

# Words of a limit that are taken for a name: "refrigerador [sobre](marca) [300 litros](caracteristicas)".
_PALABRAS_DE_LIMITE: Final = frozenset("sobre bajo hasta desde minimo maximo tope mas menos".split())


def features_said(lectura: Lectura, entidad: Entidad) -> tuple[str, ...]:
    """Returns what a `caracteristicas` of the message asks for: its value, or the limits that are put on it."""
    antes, _, despues = lectura.texto.partition(_tag(lectura, entidad))
    return limited(value_of(entidad), antes.strip(), despues.strip()) or (value_of(entidad),)


def is_limit(lectura: Lectura, entidad: Entidad) -> bool:
    """Returns whether the words around a measure make a limit of it: "no más de [5 litros]" rules nothing out."""
    return entidad.entity == TipoEntidad.CARACTERISTICAS and features_said(lectura, entidad) != (value_of(entidad),)


def without_cues(parse: Parse) -> Parse:
    """Returns the parse without the entities that are only the words of a limit right before a measure."""
    kinds = (TipoEntidad.MARCA, TipoEntidad.CARACTERISTICAS)
    cues = [e for e in parse.entidades if e.entity in kinds and _is_cue(e, parse)]
    return replace(parse, entidades=tuple(e for e in parse.entidades if e not in cues)) if cues else parse


def _tag(lectura: Lectura, entidad: Entidad) -> str:
    return f"{entidad.entity}#{lectura.parse.entidades.index(entidad)}"


def _is_cue(entidad: Entidad, parse: Parse) -> bool:
    if fold(entidad.value).strip() not in _PALABRAS_DE_LIMITE:
        return False
    after = [e for e in parse.de_tipo(TipoEntidad.CARACTERISTICAS) if e.start >= entidad.end]
    return any(limited(value_of(e), fold(parse.text[entidad.start : e.start]).strip(), "") for e in after[:1])
