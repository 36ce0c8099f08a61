"""Questions about one product: which one is meant, and what is asked of it.

Source: nlu-guidelines, Intents (`info_producto`) and Over several turns.
"""

from app.models.dominio import Accion, Aviso, Plan, TipoEntidad
from app.nlu import cues
from app.nlu.bounds import relative, wanted_order
from app.nlu.noun_phrases import noun_phrases
from app.nlu.reading import Lectura, value_of
from app.nlu.references import Referencia, extreme_of, only_points, superlative
from app.nlu.turn import Turno


def plan_question(turno: Turno) -> Plan | None:
    """Returns the plan for a question about a product, None when it is about a kind of product: a search."""
    referencia, named = turno.reference(), turno.named()
    if cues.wants_similar(turno.lectura) and (referencia.ids or named):
        return Plan(Accion.RECOMENDAR, turno.estado, referidos=referencia.ids[:1], menciones=named[:1])
    if len({*referencia.ids, *(m.texto for m in named)}) >= 2 and not _same(referencia, named_ids(turno)):
        return Plan(Accion.COMPARAR, turno.estado, referidos=referencia.ids, menciones=named)
    if not referencia.vacia:
        return plan_explanation(turno, referencia)
    if named:
        return Plan(Accion.INFORMAR, turno.estado, menciones=named, pregunta=asked(turno.lectura))
    if _about_a_kind(turno):
        return None
    return _explain_current(turno)


def plan_explanation(turno: Turno, referencia: Referencia) -> Plan:
    """Returns the plan for the product pointed at, or for asking which one was meant."""
    pregunta = asked(turno.lectura)
    asked_before = turno.estado.ultima_accion in (Accion.INFORMAR, Accion.PRECISAR)
    if not pregunta and asked_before and only_points(turno.lectura, turno.vista):
        pregunta = turno.estado.pregunta
    if len(referencia.ids) == 1 and referencia.ids[0] in turno.vista.fichas:
        return Plan(Accion.INFORMAR, turno.estado, referidos=referencia.ids, pregunta=pregunta)
    aviso = referencia.aviso or (Aviso.YA_NO_ESTA if len(referencia.ids) == 1 else Aviso.CUAL_PRODUCTO)
    doubtful = referencia.dudosos or referencia.ids
    return Plan(Accion.PRECISAR, turno.estado, referidos=doubtful, pregunta=pregunta, avisos=(aviso,))


def asked(lectura: Lectura) -> tuple[str, ...]:
    """Returns what is asked of a product: attributes named ("NFC") and parts without a value ("cargador")."""
    named = [
        value_of(e)
        for s in noun_phrases(lectura)
        if not s.determinado or s.producto is not None
        for e in s.entidades
        if e.entity == TipoEntidad.CARACTERISTICAS
    ]
    return tuple(dict.fromkeys((*named, *cues.asked_parts(lectura))))


def named_ids(turno: Turno) -> tuple[int, ...]:
    """Returns the first candidate of each product named."""
    return tuple(m.candidatos[0] for m in turno.named() if m.candidatos)


def _same(referencia: Referencia, named: tuple[int, ...]) -> bool:
    """Returns whether what is pointed at is what is named: "el Galaxy A54", which is on screen."""
    return len(referencia.ids) == 1 and referencia.ids == named


def _about_a_kind(turno: Turno) -> bool:
    """Returns whether a question speaks of a kind of product or narrows the search, not of one product."""
    lectura = turno.lectura
    if relative(lectura) is not None or cues.wants_more(lectura):
        return True
    if turno.has(TipoEntidad.RANGO_PRECIO) or turno.has(TipoEntidad.MARCA):
        return True
    if any(not _about_current(turno, s.determinado, value_of(c)) for s, c in _kinds(lectura)):
        return True
    nothing_shown = not turno.vista.mostrados and turno.vista.foco is None
    return nothing_shown and bool(lectura.parse.entidades or wanted_order(lectura))


def _kinds(lectura: Lectura):  # type: ignore[no-untyped-def]
    for sintagma in noun_phrases(lectura):
        categoria = sintagma.first(TipoEntidad.CATEGORIA)
        if categoria is not None:
            yield sintagma, categoria


def _about_current(turno: Turno, determinado: bool, categoria: str) -> bool:
    """Returns whether "la tele" means the one talked about."""
    current = turno.vista.fichas.get(turno.vista.actual or 0)
    return determinado and current is not None and categoria in (current.categoria, turno.estado.filtros.categoria)


def _explain_current(turno: Turno) -> Plan:
    """Returns the plan for a question that names no product: an extreme, the one talked about, the only one, or which?"""
    vista = turno.vista
    extreme = superlative(turno.lectura)
    if extreme is not None and vista.visibles:
        return plan_explanation(turno, Referencia((extreme_of(vista.visibles, extreme),)))
    if vista.actual is not None:
        return plan_explanation(turno, Referencia((vista.actual,)))
    if not vista.mostrados:
        return Plan(Accion.PRECISAR, turno.estado, pregunta=asked(turno.lectura), avisos=(Aviso.FALTA_BUSQUEDA,))
    return plan_explanation(turno, Referencia(dudosos=vista.mostrados))
