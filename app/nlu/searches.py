"""Searches and advice: what the person asks for now, and whether they only point at what they see.

Source: nlu-guidelines, Intents (`buscar_producto`, `recomendar_categoria`) and Over several turns.
"""

from dataclasses import replace

from app.models.dominio import Accion, Aviso, Estado, Filtros, Intencion, Plan, TipoEntidad
from app.nlu import cues
from app.nlu.asked import asked, asked_parts
from app.nlu.bounds import relative, wanted_order
from app.nlu.comparisons import plan_comparison
from app.nlu.noun_phrases import noun_phrases
from app.nlu.questions import plan_explanation
from app.nlu.references import Referencia, extremes
from app.nlu.refinements import Refinamiento
from app.nlu.turn import Turno
from app.nlu.unknown_words import unknown_subject


def plan_search(turno: Turno) -> Plan:
    """Returns the plan of a search, a refinement, more of the list, or of looking at one product of it."""
    pointed = plan_pointing(turno)
    if pointed is not None:
        return pointed
    if (unknown := _unknown_model(turno)) is not None:
        return unknown
    refinamiento = turno.refine()
    if cues.wants_more(turno.lectura) and turno.keeps(refinamiento.filtros):
        return plan_more(turno)
    if cues.wants_gift(turno.lectura) and not turno.has(TipoEntidad.CATEGORIA):
        return plan_advice(turno)
    of_list = not turno.estado.filtros.vacio or bool(turno.estado.mostrados)
    if cues.wants_other_size(turno.lectura) and of_list:
        return Plan(Accion.BUSCAR, turno.estado, avisos=(Aviso.SIN_MEDIDA,))
    refinamiento = _with_unknown_words(turno, refinamiento)
    filtros = refinamiento.filtros
    nothing = filtros.vacio and not filtros.marcas_excluidas and not refinamiento.menciones
    if nothing or (not refinamiento.nuevo and cues.opens_search(turno.lectura)):
        avisos = (*refinamiento.avisos, Aviso.FALTA_BUSQUEDA)
        return Plan(Accion.PRECISAR, turno.with_filtros(filtros), avisos=avisos)
    estado = turno.with_filtros(filtros)
    return Plan(Accion.BUSCAR, estado, menciones=refinamiento.menciones, avisos=refinamiento.avisos)


def plan_taken_back(estado: Estado, filtros: Filtros) -> Plan:
    """Returns the plan of the search that is left once a condition was taken off it."""
    estado = replace(estado, filtros=filtros, vistos=())
    if filtros.vacio and not filtros.marcas_excluidas:
        return Plan(Accion.PRECISAR, estado, avisos=(Aviso.FALTA_BUSQUEDA,), intencion=Intencion.BUSCAR_PRODUCTO)
    return Plan(Accion.BUSCAR, estado, intencion=Intencion.BUSCAR_PRODUCTO)


def plan_pointing(turno: Turno) -> Plan | None:
    """Returns the plan when a search only points at what was shown: "muéstrame el segundo", "algo parecido al 2"."""
    lectura, referencia = turno.lectura, turno.reference()
    if relative(lectura) is not None:
        return None
    if (alike := turno.alike()) is not None:
        return alike
    if referencia.dudosos and (cues.wants_similar(lectura) or _says_nothing_else(turno)):
        return plan_explanation(turno, referencia)
    if _asks_for_more(turno, referencia):
        return None
    if len(referencia.ids) >= 2:
        return Plan(Accion.COMPARAR, turno.estado, referidos=referencia.ids)
    return plan_explanation(turno, referencia)


def plan_more(turno: Turno) -> Plan:
    """Returns the plan for continuing the list; there must have been one."""
    if turno.estado.filtros.vacio and not turno.estado.vistos:
        return Plan(Accion.PRECISAR, turno.estado, avisos=(Aviso.SIN_LISTA,))
    return Plan(Accion.MOSTRAR_MAS, turno.estado)


def plan_advice(turno: Turno) -> Plan:
    """Returns the plan for advice within the search, among what is shown, or like one product."""
    lectura, referencia, named = turno.lectura, turno.reference(), turno.named()
    if len(referencia.ids) + len(named) >= 2:
        return plan_comparison(turno)
    if (alike := turno.alike()) is not None:
        return alike
    if referencia.ids or referencia.aviso:
        return plan_explanation(turno, referencia)
    if named and not turno.has(TipoEntidad.CATEGORIA):
        return Plan(Accion.INFORMAR, turno.estado, menciones=named, pregunta=asked(lectura))
    refinamiento = turno.refine()
    if cues.wants_more(lectura) and turno.keeps(refinamiento.filtros):
        return plan_more(turno)
    return _advise(turno, refinamiento)


def _advise(turno: Turno, refinamiento: Refinamiento) -> Plan:
    gift = cues.wants_gift(turno.lectura) and not turno.has(TipoEntidad.CATEGORIA)
    if gift:  # A present for somebody is a new quest.
        turno = replace(turno, estado=Estado())
        refinamiento = turno.refine()
    listed = turno.listed() or _just_compared(turno) or _asked_by_part(turno)
    if len(listed) > 1 and not gift and not turno.lectura.parse.entidades:
        return Plan(Accion.RECOMENDAR, turno.estado, referidos=listed, pregunta=asked(turno.lectura))
    estado = turno.with_filtros(refinamiento.filtros)
    if refinamiento.filtros.vacio and not gift:
        return Plan(Accion.PRECISAR, estado, avisos=(*refinamiento.avisos, Aviso.FALTA_BUSQUEDA))
    return Plan(Accion.RECOMENDAR, estado, referidos=listed if len(listed) > 1 else (), avisos=refinamiento.avisos)


def _just_compared(turno: Turno) -> tuple[int, ...]:
    """Returns the products set against each other last, which "¿cuál me recomiendas?" then chooses among."""
    compared = turno.estado.ultima_accion == Accion.COMPARAR and not turno.has(TipoEntidad.CATEGORIA)
    return tuple(p.id for p in turno.vista.visibles) if compared else ()


def _asked_by_part(turno: Turno) -> tuple[int, ...]:
    """Returns the products shown, where the advice asked for is on a part of them: "¿cuál tiene mejor resolución?"."""
    plain = not turno.lectura.parse.entidades and bool(asked_parts(turno.lectura))
    return tuple(p.id for p in turno.vista.visibles) if plain else ()


def _unknown_model(turno: Turno) -> Plan | None:
    """Returns the plan for a model that the shop does not have, said amid a search: that search stands."""
    named, kinds = turno.named(), {e.entity for e in turno.lectura.parse.entidades}
    only_names = kinds <= {TipoEntidad.PRODUCTO, TipoEntidad.MARCA}
    if turno.estado.filtros.vacio or not only_names or not named or any(m.candidatos for m in named):
        return None
    return Plan(Accion.INFORMAR, turno.estado, menciones=named)


def _asks_for_more(turno: Turno, referencia: Referencia) -> bool:
    """Returns whether the message asks for more than the product that it points at."""
    if not referencia.ids and referencia.aviso is None:
        return True
    if wanted_order(turno.lectura) is not None and not extremes(turno.lectura, turno.vista):
        return True
    phrases = noun_phrases(turno.lectura)
    spent = [e for s in phrases if s.determinado and not s.con_preposicion for e in s.entidades]
    return any(e not in spent for e in turno.lectura.parse.entidades)


def _says_nothing_else(turno: Turno) -> bool:
    """Returns whether a message that points at nothing in particular asks for nothing else: "quiero ese"."""
    lectura = turno.lectura
    return not lectura.parse.entidades and wanted_order(lectura) is None and not cues.wants_more(lectura)


def _with_unknown_words(turno: Turno, refinamiento: Refinamiento) -> Refinamiento:
    """Returns the search with the words that name its subject, where no list knows them: "venden chupallas?"."""
    named = [e for e in turno.lectura.parse.entidades if e.entity != TipoEntidad.RANGO_PRECIO]
    begins = turno.estado.filtros.vacio or cues.opens_search(turno.lectura)
    subject = unknown_subject(turno.lectura) if begins and not named and relative(turno.lectura) is None else ""
    if not subject:
        return refinamiento
    fresh = replace(turno, estado=Estado()).refine()
    return replace(fresh, filtros=replace(fresh.filtros, texto=subject), nuevo=True)
