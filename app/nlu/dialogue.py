"""One turn of the conversation, decided: state + what was understood + what was shown -> what to do, and the new state.

Pure. `plan_turn` before the facts are fetched, `after_answer` once they are known.
Source: nlu-guidelines, Over several turns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.models.dominio import (
    Accion,
    Aviso,
    Estado,
    Filtros,
    Hechos,
    Intencion,
    Mencion,
    Parse,
    Plan,
    ProductoFicha,
    TipoEntidad,
)
from app.nlu import cues
from app.nlu.bounds import relative, wanted_order
from app.nlu.comparisons import plan_comparison
from app.nlu.reading import Lectura, read, value_of
from app.nlu.references import Referencia, Vista, point, whole_list
from app.nlu.refinements import Refinamiento, mentions, refine
from app.nlu.unknown_words import unknown_subject
from app.nlu.noun_phrases import noun_phrases

_INTERRUPCIONES: Final = {
    Intencion.SALUDO: Accion.SALUDAR,
    Intencion.AYUDA: Accion.AYUDAR,
    Intencion.NO_RECONOCIDA: Accion.FUERA_DE_ALCANCE,
}
_LISTAS: Final = frozenset({Accion.BUSCAR, Accion.MOSTRAR_MAS, Accion.RECOMENDAR, Accion.COMPARAR, Accion.INFORMAR})
_SIN_EFECTO: Final = frozenset({Accion.SALUDAR, Accion.AYUDAR, Accion.FUERA_DE_ALCANCE})


@dataclass(frozen=True, slots=True)
class Turno:
    """What a turn is decided from."""

    estado: Estado
    lectura: Lectura
    vista: Vista
    tasas: Mapping[str, float]

    def refine(self) -> Refinamiento:
        """Returns the search that this message leads to."""
        return refine(self.estado.filtros, self.lectura, self.vista, self.tasas, self.measured())

    def measured(self) -> tuple[ProductoFicha, ...]:
        """Returns the products that "más barato" compares with: the one pointed at or last explained, or all shown."""
        pointed = point(self.lectura, self.vista).ids
        if not pointed and self.estado.ultima_accion == Accion.INFORMAR and self.estado.foco is not None:
            pointed = (self.estado.foco,)
        return tuple(self.vista.fichas[i] for i in pointed if i in self.vista.fichas) or self.vista.visibles

    def with_filtros(self, filtros: Filtros) -> Estado:
        """Returns the state with this search; what was seen is forgotten when the search is another one."""
        same = replace(filtros, relajados=()) == replace(self.estado.filtros, relajados=())
        return replace(self.estado, filtros=filtros, vistos=self.estado.vistos if same else ())


def plan_turn(
    estado: Estado, parse: Parse, fichas: Sequence[ProductoFicha], tasas: Mapping[str, float] | None = None
) -> Plan:
    """Returns what to do and the state after it.

    Args:
        fichas: the products of `estado.mostrados` (and `estado.foco`, and the candidates of named products, where the
            caller has them); those that left the catalogue are missing.
        tasas: pesos per unit of other currencies ({"USD": 950.0}); without one, such amounts stay out of the search.
    """
    lectura = read(parse)
    if cues.only_starts_over(lectura):
        return Plan(Accion.REINICIAR, Estado())
    interruption = _INTERRUPCIONES.get(parse.intencion)
    if cues.starts_over(lectura) and interruption is None:
        estado = Estado()
    vista = Vista(estado.mostrados, estado.foco, {p.id: p for p in fichas})
    turno = Turno(estado, lectura, vista, tasas or {})
    if interruption is not None:
        return _command(turno) or _interrupt(turno, interruption)
    return _HANDLERS[parse.intencion](turno)


def after_answer(estado: Estado, hechos: Hechos) -> Estado:
    """Returns the state once the person has seen an answer: what was shown, what was seen, what is talked about."""
    if hechos.accion in _SIN_EFECTO:
        return estado
    ids = tuple(p.id for p in hechos.productos) if hechos.accion in _LISTAS else ()
    estado = replace(estado, ultima_accion=hechos.accion)
    if not ids:
        return estado
    if hechos.accion == Accion.INFORMAR and len(ids) == 1:
        return replace(estado, foco=ids[0], mostrados=estado.mostrados or ids)
    vistos = tuple(dict.fromkeys((*estado.vistos, *ids)))
    return replace(estado, mostrados=ids, vistos=vistos, foco=ids[0] if len(ids) == 1 else None)


def _command(turno: Turno) -> Plan | None:
    """Returns the plan for messages that mean one thing whatever the classifier made of them, None for others.

    The page's chips send removals, its buttons ask for more: a wrong intent must not break them.
    """
    if turno.estado.filtros.vacio:
        return None
    if cues.only_more(turno.lectura):
        return Plan(Accion.MOSTRAR_MAS, turno.estado)
    if turno.lectura.parse.intencion == Intencion.NO_RECONOCIDA and turno.lectura.plano.startswith(("quita ", "sin importar ")):
        refinamiento = turno.refine()
        if refinamiento.filtros != replace(turno.estado.filtros, relajados=()):
            return _search(turno)
    return None


def _interrupt(turno: Turno, accion: Accion) -> Plan:
    return Plan(accion, turno.estado)


def _search(turno: Turno) -> Plan:
    lectura, vista = turno.lectura, turno.vista
    shown = _search_points(turno)
    if shown is not None:
        return shown
    refinamiento = turno.refine()
    if cues.wants_more(lectura) and refinamiento.filtros == replace(turno.estado.filtros, relajados=()):
        return _more(turno)
    if cues.wants_gift(lectura) and not lectura.parse.de_tipo(TipoEntidad.CATEGORIA):
        return _recommend(turno)
    filtros = refinamiento.filtros
    if not refinamiento.nuevo:
        subject = unknown_subject(lectura)
        if subject and (turno.estado.filtros.vacio or cues.opens_search(lectura)):
            filtros = replace(Filtros(texto=subject), orden=filtros.orden)
        elif cues.opens_search(lectura):
            return Plan(Accion.PRECISAR, turno.estado, avisos=(*refinamiento.avisos, Aviso.FALTA_BUSQUEDA))
    if filtros.vacio and not filtros.marcas_excluidas and not refinamiento.menciones:
        estado = turno.with_filtros(filtros)
        return Plan(Accion.PRECISAR, estado, avisos=(*refinamiento.avisos, Aviso.FALTA_BUSQUEDA))
    return Plan(
        Accion.BUSCAR, turno.with_filtros(filtros), menciones=refinamiento.menciones, avisos=refinamiento.avisos
    )


def _search_points(turno: Turno) -> Plan | None:
    """Returns the plan when a search only points at what was shown: "muéstrame el segundo", "algo parecido al 2"."""
    lectura, vista = turno.lectura, turno.vista
    if relative(lectura) is not None:
        return None
    referencia = point(lectura, vista)
    named = mentions(lectura)
    if cues.wants_similar(lectura) and (len(referencia.ids) == 1 or named):
        return Plan(Accion.RECOMENDAR, turno.estado, referidos=referencia.ids[:1], menciones=named[:1])
    if _asks_for_more_than(lectura, referencia, vista):
        return None
    if len(referencia.ids) >= 2:
        return Plan(Accion.COMPARAR, turno.estado, referidos=referencia.ids)
    return None if referencia.vacia else _inform_on(turno, referencia)


def _asks_for_more_than(lectura: Lectura, referencia: Referencia, vista: Vista) -> bool:
    """Returns whether entities of the message go beyond describing the product that it points at."""
    if not referencia.ids and referencia.aviso is None:
        return True
    spent = [e for s in noun_phrases(lectura) if s.determinado and not s.con_preposicion for e in s.entidades]
    return any(e not in spent for e in lectura.parse.entidades)


def _more(turno: Turno) -> Plan:
    if turno.estado.filtros.vacio and not turno.estado.vistos:
        return Plan(Accion.PRECISAR, turno.estado, avisos=(Aviso.SIN_LISTA,))
    return Plan(Accion.MOSTRAR_MAS, turno.estado)


def _recommend(turno: Turno) -> Plan:
    lectura, vista = turno.lectura, turno.vista
    referencia, listed, named = point(lectura, vista), whole_list(lectura, vista), mentions(lectura)
    if len(referencia.ids) + len(named) >= 2:
        return plan_comparison(turno.estado, lectura, vista, turno.refine())
    if cues.wants_similar(lectura) and (referencia.ids or named):
        return Plan(Accion.RECOMENDAR, turno.estado, referidos=referencia.ids[:1], menciones=named[:1])
    if referencia.ids:
        return _inform_on(turno, referencia)
    refinamiento = turno.refine()
    if cues.wants_more(lectura) and refinamiento.filtros == replace(turno.estado.filtros, relajados=()):
        return _more(turno)
    if named and not lectura.parse.de_tipo(TipoEntidad.CATEGORIA):
        return Plan(Accion.INFORMAR, turno.estado, menciones=named, pregunta=_question(lectura))
    gift = cues.wants_gift(lectura) and not lectura.parse.de_tipo(TipoEntidad.CATEGORIA)
    if gift:
        turno = replace(turno, estado=Estado())
        refinamiento = turno.refine()
    estado = turno.with_filtros(refinamiento.filtros)
    if refinamiento.filtros.vacio and not gift:
        subject = unknown_subject(lectura)
        if not subject:
            return Plan(Accion.PRECISAR, estado, avisos=(*refinamiento.avisos, Aviso.FALTA_BUSQUEDA))
        estado = turno.with_filtros(replace(refinamiento.filtros, texto=subject))
    return Plan(Accion.RECOMENDAR, estado, referidos=listed if len(listed) > 1 else (), avisos=refinamiento.avisos)


def _compare(turno: Turno) -> Plan:
    return plan_comparison(turno.estado, turno.lectura, turno.vista, turno.refine())


def _inform(turno: Turno) -> Plan:
    lectura, vista = turno.lectura, turno.vista
    referencia, named = point(lectura, vista), _named(turno)
    if cues.wants_similar(lectura) and (referencia.ids or named):
        return Plan(Accion.RECOMENDAR, turno.estado, referidos=referencia.ids[:1], menciones=named[:1])
    if len(referencia.ids) + len(named) >= 2:
        return Plan(Accion.COMPARAR, turno.estado, referidos=referencia.ids, menciones=named)
    if not referencia.vacia and not named:
        return _inform_on(turno, referencia)
    if named:
        return Plan(Accion.INFORMAR, turno.estado, menciones=named, pregunta=_question(lectura))
    if _is_about_a_type(turno):
        return _search(turno)
    return _inform_current(turno)


def _named(turno: Turno) -> tuple[Mencion, ...]:
    """Returns the products named, each narrowed to those on screen where the words fit one of them."""
    shown = set(turno.vista.mostrados)
    out: list[Mencion] = []
    for mencion in mentions(turno.lectura):
        on_screen = tuple(i for i in mencion.candidatos if i in shown)
        out.append(replace(mencion, candidatos=on_screen) if len(on_screen) == 1 else mencion)
    return tuple(out)


def _is_about_a_type(turno: Turno) -> bool:
    """Returns whether a question speaks of a kind of product or narrows the search, not of one product."""
    lectura, estado = turno.lectura, turno.estado
    if relative(lectura) is not None or cues.wants_more(lectura):
        return True
    if lectura.parse.de_tipo(TipoEntidad.RANGO_PRECIO) or lectura.parse.de_tipo(TipoEntidad.MARCA):
        return True
    for sintagma in noun_phrases(lectura):
        categoria = sintagma.first(TipoEntidad.CATEGORIA)
        if categoria is None:
            continue
        about_current = sintagma.determinado and turno.vista.actual is not None
        if not (about_current and value_of(categoria) in (estado.filtros.categoria, _kind_of_current(turno))):
            return True
    nothing_shown = not turno.vista.mostrados and turno.vista.foco is None
    return nothing_shown and bool(lectura.parse.entidades or wanted_order(lectura))


def _kind_of_current(turno: Turno) -> str | None:
    current = turno.vista.fichas.get(turno.vista.actual or 0)
    return current.categoria if current else None


def _inform_current(turno: Turno) -> Plan:
    """Returns the plan for a question that names no product: the one talked about, the only one shown, or which?"""
    vista = turno.vista
    if vista.actual is not None:
        return _inform_on(turno, Referencia((vista.actual,)))
    if not vista.mostrados:
        return Plan(Accion.PRECISAR, turno.estado, avisos=(Aviso.FALTA_BUSQUEDA,))
    return _inform_on(turno, Referencia(dudosos=vista.mostrados))


def _inform_on(turno: Turno, referencia: Referencia) -> Plan:
    """Returns the plan for the product pointed at, or the question which one was meant."""
    pregunta = _question(turno.lectura)
    if len(referencia.ids) == 1 and referencia.ids[0] in turno.vista.fichas:
        return Plan(Accion.INFORMAR, turno.estado, referidos=referencia.ids, pregunta=pregunta)
    aviso = referencia.aviso or (Aviso.YA_NO_ESTA if len(referencia.ids) == 1 else Aviso.CUAL_PRODUCTO)
    return Plan(
        Accion.PRECISAR, turno.estado, referidos=referencia.dudosos or referencia.ids, pregunta=pregunta, avisos=(aviso,)
    )


def _question(lectura: Lectura) -> tuple[str, ...]:
    """Returns what is asked of a product: attributes named ("NFC") and parts without a value ("cargador")."""
    named = [
        value_of(e)
        for s in noun_phrases(lectura)
        if not (s.determinado and s.producto is None)
        for e in s.entidades
        if e.entity == TipoEntidad.CARACTERISTICAS
    ]
    return tuple(dict.fromkeys((*named, *cues.asked_parts(lectura))))


_HANDLERS: Final = {
    Intencion.BUSCAR_PRODUCTO: _search,
    Intencion.RECOMENDAR_CATEGORIA: _recommend,
    Intencion.COMPARAR_PRECIOS: _compare,
    Intencion.INFO_PRODUCTO: _inform,
}
