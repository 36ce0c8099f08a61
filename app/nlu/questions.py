"""Questions about one product: which one is meant, and what is asked of it.

Source: nlu-guidelines, Intents (`info_producto`) and Over several turns.
"""

import re
from typing import Final

from app.models.dominio import Accion, Aviso, Mencion, Plan, TipoEntidad
from app.nlu import cues
from app.nlu.asked import asked
from app.nlu.bounds import relative, wanted_order
from app.nlu.noun_phrases import Sintagma, noun_phrases
from app.nlu.reading import value_of
from app.nlu.references import Referencia, extreme_of, only_points, superlative
from app.nlu.turn import Turno

_HAY_CON: Final = re.compile(
    r"\b(?:hay|habra|tienen|tienes|tenes|tendran|queda\w*|venden)(?: algun[oa]s?)?(?: que (?:sean?|tengan?|vengan?))?"
    r"(?: (?:de|en|con|para))? caracteristicas#"
)


def plan_question(turno: Turno) -> Plan | None:
    """Returns the plan for a question about a product, None when it is about a kind of product: a search."""
    referencia, named = turno.reference(), _unpointed(turno)
    if (alike := turno.alike()) is not None:
        return alike
    if len(referencia.ids) + len(named) >= 2:
        return Plan(Accion.COMPARAR, turno.estado, referidos=referencia.ids, menciones=named)
    if not referencia.vacia:
        return plan_explanation(turno, referencia)
    if named:
        return Plan(Accion.INFORMAR, turno.estado, menciones=named, pregunta=asked(turno.lectura))
    return None if _about_a_kind(turno) else _explain_current(turno)


def plan_explanation(turno: Turno, referencia: Referencia) -> Plan:
    """Returns the plan for the product pointed at, or for asking which one was meant."""
    pregunta = asked(turno.lectura)
    asked_before = turno.estado.ultima_accion in (Accion.INFORMAR, Accion.PRECISAR)
    if not pregunta and asked_before and only_points(turno.lectura, turno.vista):
        pregunta = turno.estado.pregunta
    if len(referencia.ids) == 1 and referencia.ids[0] in turno.vista.fichas:
        return Plan(Accion.INFORMAR, turno.estado, referidos=referencia.ids, pregunta=pregunta)
    aviso = referencia.aviso or (Aviso.YA_NO_ESTA if len(referencia.ids) == 1 else Aviso.CUAL_PRODUCTO)
    only = turno.vista.mostrados if aviso == Aviso.FUERA_DE_LISTA and len(turno.vista.mostrados) == 1 else ()
    doubtful = referencia.dudosos or referencia.ids or only
    return Plan(Accion.PRECISAR, turno.estado, referidos=doubtful, pregunta=pregunta, avisos=(aviso,))


def _unpointed(turno: Turno) -> tuple[Mencion, ...]:
    """Returns the products named that are not pointed at as well: "el Galaxy A54", which is on screen."""
    pointed = turno.reference().ids
    return tuple(m for m in turno.named() if not set(m.candidatos) & set(pointed))


def _about_a_kind(turno: Turno) -> bool:
    """Returns whether a question speaks of a kind of product or narrows the search, not of one product."""
    lectura = turno.lectura
    if relative(lectura) is not None or cues.wants_more(lectura):
        return True
    if turno.vista.actual is None and lectura.has(_HAY_CON):
        return True  # "¿hay de resortes?"
    of_search = turno.vista.actual is None or turno.estado.ultima_accion in (Accion.BUSCAR, Accion.RECOMENDAR)
    if of_search and cues.only_refines(lectura) and "tiene" not in lectura.tokens:
        return True  # "¿y aro 26?", said of what a search found
    if turno.has(TipoEntidad.RANGO_PRECIO) or turno.has(TipoEntidad.MARCA):
        return True
    if any(s.indefinido for s in noun_phrases(lectura)):
        return True
    if any(s.first(TipoEntidad.CATEGORIA) and not _about_current(turno, s) for s in noun_phrases(lectura)):
        return True
    nothing_shown = not turno.vista.mostrados and turno.vista.foco is None
    return nothing_shown and bool(lectura.parse.entidades or wanted_order(lectura))


def _about_current(turno: Turno, sintagma: Sintagma) -> bool:
    """Returns whether "la tele" means the one talked about."""
    current, categoria = turno.vista.fichas.get(turno.vista.actual or 0), sintagma.first(TipoEntidad.CATEGORIA)
    if current is None or categoria is None or not sintagma.determinado:
        return False
    return value_of(categoria) in (current.categoria, turno.estado.filtros.categoria)


def _explain_current(turno: Turno) -> Plan:
    """Returns the plan for a question that names no product: an extreme, the one talked about, or which?"""
    vista = turno.vista
    extreme = superlative(turno.lectura)
    if extreme is not None and vista.visibles:
        return plan_explanation(turno, Referencia((extreme_of(vista.visibles, extreme),)))
    if vista.actual is not None:
        return plan_explanation(turno, Referencia((vista.actual,)))
    if not vista.mostrados:
        return Plan(Accion.PRECISAR, turno.estado, pregunta=asked(turno.lectura), avisos=(Aviso.FALTA_BUSQUEDA,))
    return plan_explanation(turno, Referencia(dudosos=vista.mostrados))
