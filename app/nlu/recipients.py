"""Who something is for, as a message tells: it ranks products that say for whom they are, and filters none.

Source: nlu-guidelines, Entities ("who a gift is for is no entity").
"""

import re
from collections.abc import Sequence
from typing import Final

from app.models.dominio import ProductoFicha
from app.nlu.normalize import fold
from app.nlu.reading import Lectura

MUJER, HOMBRE, PEQUE = "mujer", "hombre", "niño"

_SUYO: Final = r"(?:(?:mis?|tus?|sus?|el|la|los|las|al|un|una|unos|unas|nuestr[oa])(?: \w+)? )?"
_QUIEN: Final = {
    PEQUE: r"niñ[oa]s?|niñit[oa]s?|guagua|bebes?|(?:hij|niet|sobrin|ahijad|herman)it[oa]s?|peque\w*|crios?",
    MUJER: r"mama|mami|madre|abuela|abuelita|abue|esposa|señora|polola|novia|hermana|tia|amiga|hija|sobrina|prima|"
    r"suegra|nuera|jefa|nieta|mujer|chica|ella",
    HOMBRE: r"papa|papi|padre|viejo|abuelo|abuelito|tata|esposo|marido|pololo|novio|hermano|tio|amigo|hijo|sobrino|"
    r"primo|suegro|yerno|jefe|nieto|hombre|chico",
}
_PARA: Final = {who: re.compile(rf"\b(?:para|a|al|de) {_SUYO}(?:{words})\b") for who, words in _QUIEN.items()}
_SOLO: Final = re.compile(
    rf"(?:(?:y|o|pero|mejor|ya|ahora|que|tal|algo|es|,) )*(?:para|a|al) {_SUYO}(?:{'|'.join(_QUIEN.values())})(?: ,)*"
)
_EDAD: Final = re.compile(r"\bde (\d{1,2}|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?:añit|añ|mes)[oe]s?\b")
_EDAD_ADULTA: Final = 12  # years; from then on a son is no child to a shop
_DICE: Final = {
    MUJER: re.compile(r"\b(?:mujer(?:es)?|femenin\w*|damas?|women|woman|señoras?)\b"),
    HOMBRE: re.compile(r"\b(?:hombres?|masculin\w*|caballeros?|varon(?:es)?|men|man)\b"),
    PEQUE: re.compile(r"\b(?:niñ[oa]s?|infantil(?:es)?|kids?|bebes?|junior|escolar(?:es)?)\b"),
}


def recipient(lectura: Lectura) -> str:
    """Returns who the message says it is for: MUJER, HOMBRE or PEQUE, "" where it does not say."""
    plano = lectura.plano
    found = next((who for who, pattern in _PARA.items() if pattern.search(plano)), "")
    age = _EDAD.search(plano) if found else None
    young = age is not None and (not age[1].isdigit() or int(age[1]) < _EDAD_ADULTA)
    return PEQUE if young else found


def only_names_recipient(lectura: Lectura) -> bool:
    """Returns whether the message says nothing but who it is for: "¿y para mi papá?"."""
    return _SOLO.fullmatch(lectura.plano) is not None


def suits(ficha: ProductoFicha, para: str) -> int:
    """Returns 1 for a product that says it is for such a person, -1 for one for others only, 0 for all others."""
    texto = fold(f"{ficha.nombre}. {ficha.descripcion}")
    said = {who for who, pattern in _DICE.items() if pattern.search(texto)}
    return 1 if para in said else -1 if said else 0


def suited_first(fichas: Sequence[ProductoFicha], para: str) -> tuple[ProductoFicha, ...]:
    """Returns the products with those for such a person first and those for others last, else in their order."""
    return tuple(sorted(fichas, key=lambda ficha: -suits(ficha, para))) if para else tuple(fichas)


def best_suited(fichas: Sequence[ProductoFicha], para: str, *, least: int) -> tuple[ProductoFicha, ...]:
    """Returns what to choose among for such a person: what says so, where there is enough; then what says nothing."""
    for worst in (1, 0):
        kept = tuple(f for f in fichas if suits(f, para) >= worst) if para else ()
        if len(kept) >= least:
            return kept
    return tuple(fichas)
