"""One turn of the conversation, decided: state + what was understood + what was shown -> what to do, and the new state.

Pure. `plan_turn` before the facts are fetched, `after_answer` once they are known.
Source: nlu-guidelines, Over several turns.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.models.dominio import Accion, Estado, Hechos, Intencion, Orden, Parse, Plan, ProductoFicha, TipoEntidad
from app.nlu import cues
from app.nlu.asked import asked_parts, asks_unlisted, asks_which, only_asks_part, sets_apart, wants_most, without_parts
from app.nlu.bounds import moved_limit
from app.nlu.comparisons import plan_comparison, sets_nothing_apart
from app.nlu.full_names import named_in_full, without_name
from app.nlu.questions import plan_explanation, plan_question
from app.nlu.reading import read
from app.nlu.recipients import only_names_recipient
from app.nlu.references import (
    Referencia,
    Vista,
    asks_of_extreme,
    asks_of_one,
    extreme_of,
    names_one,
    only_points,
    points_by_word,
    superlative,
)
from app.nlu.refinements import adds_brand, narrows_to_brands
from app.nlu.removals import rules_out, without_value
from app.nlu.said_limits import without_cues
from app.nlu.searches import plan_advice, plan_more, plan_pointing, plan_search, plan_taken_back
from app.nlu.turn import Turno

MAX_ANTERIORES: Final = 3
# How probable the intents of the shop must be, together, for one of them to be taken when none stands out.
SEGURO_DE_TIENDA: Final = 0.8

_INTERRUPCIONES: Final = {
    Intencion.SALUDO: Accion.SALUDAR,
    Intencion.AYUDA: Accion.AYUDAR,
    Intencion.NO_RECONOCIDA: Accion.FUERA_DE_ALCANCE,
}
_LISTAS: Final = frozenset({Accion.BUSCAR, Accion.MOSTRAR_MAS, Accion.RECOMENDAR, Accion.COMPARAR, Accion.INFORMAR})
_DE_BUSQUEDA: Final = frozenset({Accion.BUSCAR, Accion.MOSTRAR_MAS, Accion.RECOMENDAR})
_SIN_EFECTO: Final = frozenset(_INTERRUPCIONES.values())


def plan_turn(
    estado: Estado, parse: Parse, fichas: Sequence[ProductoFicha], tasas: Mapping[str, float] | None = None
) -> Plan:
    """Returns what to do and the state after it.

    Args:
        fichas: the products of `estado.mostrados`, and `estado.foco`, `estado.anteriores` and the candidates of named
            products where the caller has them; those that left the catalogue are missing.
        tasas: pesos per unit of other currencies ({"USD": 950.0}); without one, such amounts stay out of the search.
    """
    if (fewer := without_value(estado.filtros, parse.text)) is not None:
        return plan_taken_back(estado, fewer)
    parse = without_cues(parse)
    lectura = read(without_parts(parse, goes_on=estado.ultima_accion == Accion.INFORMAR) if estado.mostrados else parse)
    interruption = _INTERRUPCIONES.get(parse.intencion)
    if cues.only_starts_over(lectura):
        return Plan(Accion.REINICIAR, Estado())
    if cues.starts_over(lectura) and interruption != Accion.FUERA_DE_ALCANCE:
        if not parse.entidades:
            return Plan(Accion.REINICIAR, Estado())
        estado = Estado()
    vista = Vista(estado.mostrados, estado.foco, {p.id: p for p in fichas}, estado.anteriores)
    turno = Turno(estado, lectura, vista, tasas or {})
    if (plan := _of_full_name(turno)) is not None:
        return plan
    if only_points(lectura, vista) or points_by_word(lectura, vista):
        plan = plan_pointing(turno)
        if plan is not None:
            searched = parse.intencion == Intencion.BUSCAR_PRODUCTO and plan.accion == Accion.INFORMAR
            return _as(Intencion.INFO_PRODUCTO, plan, turno) if interruption is not None or searched else plan
    if interruption is not None:
        return _command(turno) or _unsure(turno) or Plan(interruption, estado)
    plan = _elliptic(turno) or _HANDLERS[parse.intencion](turno)
    if plan.accion == Accion.COMPARAR and (parts := sets_apart(lectura)):
        plan = replace(plan, pregunta=parts, con_mas=wants_most(lectura))
    pointed = bool(plan.referidos) and parse.intencion == Intencion.BUSCAR_PRODUCTO
    told = plan.accion == Accion.INFORMAR and (pointed or cues.wants_told(lectura))
    return _as(Intencion.INFO_PRODUCTO, plan, turno) if told else plan


def after_answer(estado: Estado, hechos: Hechos) -> Estado:
    """Returns the state once the person has seen an answer: what was shown, what was seen, what is talked about."""
    if hechos.accion in _SIN_EFECTO:
        return estado
    asks = hechos.accion in (Accion.INFORMAR, Accion.PRECISAR)
    estado = replace(estado, ultima_accion=hechos.accion, pregunta=hechos.pregunta if asks else ())
    ids = tuple(p.id for p in hechos.productos) if hechos.accion in _LISTAS else ()
    if not ids:
        return estado
    if len(ids) > 1:
        vistos = tuple(dict.fromkeys((*estado.vistos, *ids)))
        chosen = hechos.accion == Accion.RECOMENDAR and not hechos.filtros.vacio and not hechos.parecido_a
        foco = ids[0] if chosen else hechos.destaca
        return replace(estado, mostrados=ids, vistos=vistos, foco=foco, anteriores=())
    before = [*estado.anteriores, *(() if estado.foco is None else (estado.foco,))]
    anteriores = tuple(i for i in dict.fromkeys(before) if i != ids[0])[-MAX_ANTERIORES:]
    estado = replace(estado, foco=ids[0], anteriores=anteriores)
    if hechos.accion == Accion.INFORMAR:
        return replace(estado, mostrados=estado.mostrados or ids)
    return replace(estado, mostrados=ids, vistos=tuple(dict.fromkeys((*estado.vistos, *ids))))


def _of_full_name(turno: Turno) -> Plan | None:
    """Returns the plan for a question on the one shown product that it names in full, None for other messages.

    Tapping a card says such a name, whose parts ("V15", "Core i5") may look like two products to compare.
    """
    parse, fichas = turno.lectura.parse, turno.vista.fichas
    ficha = named_in_full(parse, [fichas[i] for i in turno.vista.mostrados if i in fichas])
    if ficha is None or parse.intencion not in (Intencion.INFO_PRODUCTO, Intencion.COMPARAR_PRECIOS):
        return None
    rest = replace(turno, lectura=read(without_name(parse, ficha)))
    compared = parse.intencion == Intencion.COMPARAR_PRECIOS and (rest.lectura.parse.entidades or rest.reference().ids)
    if compared:
        return None
    return _as(Intencion.INFO_PRODUCTO, plan_explanation(rest, Referencia(ids=(ficha.id,))), turno)


def _command(turno: Turno) -> Plan | None:
    """Returns the plan for messages that mean one thing whatever the classifier made of them, None for others.

    The page's chips send removals, its buttons ask for more: a wrong intent must not break them.
    """
    lectura, outside = turno.lectura, turno.lectura.parse.intencion == Intencion.NO_RECONOCIDA
    courtesy = turno.lectura.parse.intencion == Intencion.SALUDO
    if not courtesy and cues.asks_to_see(lectura) and len(turno.reference().ids) == 1:
        return _as(Intencion.INFO_PRODUCTO, plan_explanation(turno, turno.reference()), turno)
    if outside and (elliptic := _elliptic(turno)) is not None:
        return elliptic
    if outside and cues.asks_for_gift(lectura):
        return _as(Intencion.RECOMENDAR_CATEGORIA, plan_advice(turno), turno)
    if outside and turno.estado.mostrados and asks_unlisted(lectura):
        return _as(Intencion.INFO_PRODUCTO, plan_question(turno) or plan_search(turno), turno)
    kinds = lectura.parse.de_tipo(TipoEntidad.CATEGORIA)
    if outside and cues.asks_for_kind(lectura) and any(e.valor is not None for e in kinds):
        return _as(Intencion.BUSCAR_PRODUCTO, plan_search(turno), turno)
    if turno.estado.filtros.vacio:
        return None
    changes = not turno.keeps(turno.refine().filtros)
    if cues.only_more(lectura) and not changes:
        return _as(Intencion.BUSCAR_PRODUCTO, plan_more(turno), turno)
    refines = outside and (cues.only_refines(lectura) or cues.bare_number(lectura))
    refines = refines or (outside and only_names_recipient(lectura)) or (courtesy and rules_out(lectura))
    refines = refines or (outside and moved_limit(lectura) is not None)
    if changes and (refines or cues.only_takes_back(lectura)):
        return _as(Intencion.BUSCAR_PRODUCTO, plan_search(turno), turno)
    return None


def _unsure(turno: Turno) -> Plan | None:
    """Returns the plan where only the classifier's doubt among the shop's own intents made it give up, None elsewhere.

    "¿y el más caro?" may search or compare, and a conversation about products tells that it is about one of them.
    """
    lectura, ranking = turno.lectura, dict(turno.lectura.parse.ranking)
    if lectura.parse.intencion != Intencion.NO_RECONOCIDA:
        return None
    shop = sum(p for label, p in ranking.items() if label in _HANDLERS)
    told = cues.wants_told(lectura) and len(turno.reference().ids) == 1
    talking = bool(turno.estado.mostrados) or not turno.estado.filtros.vacio
    if not told and (shop < SEGURO_DE_TIENDA or not (talking or lectura.parse.entidades)):
        return None
    best = Intencion.INFO_PRODUCTO if told else max(_HANDLERS, key=lambda label: ranking.get(label, 0.0))
    plan = _elliptic(turno) or _HANDLERS[best](turno)
    if plan.accion == Accion.PRECISAR and best == Intencion.INFO_PRODUCTO and lectura.parse.entidades:
        best, plan = Intencion.BUSCAR_PRODUCTO, plan_search(turno)  # "¿hay en blanco?", said of a list
    return plan if plan.intencion is not None else _as(best, plan, turno)


def _elliptic(turno: Turno) -> Plan | None:
    """Returns the plan for what is misread only because it is short, None for whole sentences.

    "¿y el Asus?" after explaining another one asks the same of it; "o Dell" after a search adds a brand.
    """
    lectura = turno.lectura
    if (part := _about_part(turno)) is not None:
        return part
    if turno.estado.ultima_accion in (Accion.INFORMAR, Accion.PRECISAR) and names_one(lectura):
        plan = plan_question(turno)
        if plan is not None and plan.accion == Accion.INFORMAR:
            return _as(Intencion.INFO_PRODUCTO, plan, turno)
    if lectura.parse.intencion == Intencion.BUSCAR_PRODUCTO and (about_one := _about_one(turno)) is not None:
        return about_one
    if asks_of_extreme(lectura) and turno.vista.visibles and not turno.has(TipoEntidad.CATEGORIA):
        extreme = extreme_of(turno.vista.visibles, superlative(lectura) or Orden.PRECIO_ASC)
        return _as(Intencion.INFO_PRODUCTO, plan_explanation(turno, Referencia((extreme,))), turno)
    advised = lectura.parse.intencion == Intencion.RECOMENDAR_CATEGORIA
    if advised and cues.asks_data(lectura) and turno.has(TipoEntidad.CATEGORIA):
        return _as(Intencion.BUSCAR_PRODUCTO, plan_search(turno), turno)
    compares = lectura.parse.intencion == Intencion.COMPARAR_PRECIOS
    to_brands = turno.estado.ultima_accion in _DE_BUSQUEDA and (adds_brand(lectura) or narrows_to_brands(lectura))
    if compares and (to_brands or sets_nothing_apart(turno)):
        return _as(Intencion.BUSCAR_PRODUCTO, plan_search(turno), turno)
    return None


def _about_one(turno: Turno) -> Plan | None:
    """Returns the plan for a question on one product that was read as a search, None for other messages.

    "La Mademsa cuánto pesa?", said of a list; "¿cuánto cuestan los AirPods 4?" (nlu-guidelines: price or stock of a
    particular model).
    """
    lectura, referencia = turno.lectura, turno.reference()
    if asks_of_one(lectura) and len(referencia.ids) == 1:
        return _as(Intencion.INFO_PRODUCTO, plan_explanation(turno, referencia), turno)
    named, kinds = turno.named(), {e.entity for e in lectura.parse.entidades}
    if asks_of_one(lectura) and asked_parts(lectura) and TipoEntidad.MARCA in kinds and not named:
        return _ask(turno)  # "la Xiaomi cuánta memoria tiene?", which is not among those shown
    of_model = len(named) == 1 and kinds <= {TipoEntidad.PRODUCTO, TipoEntidad.MARCA}
    if of_model and cues.asks_price_or_stock(lectura):
        return _as(Intencion.INFO_PRODUCTO, plan_question(turno) or plan_search(turno), turno)
    return None


def _about_part(turno: Turno) -> Plan | None:
    """Returns the plan for a part asked of what is talked about: "¿y de disco?", "¿cuál pesa menos?"."""
    lectura, last, vista = turno.lectura, turno.estado.ultima_accion, turno.vista
    goes_on = only_asks_part(lectura)
    if goes_on and last == Accion.INFORMAR and vista.actual in vista.fichas:
        return _as(Intencion.INFO_PRODUCTO, plan_explanation(turno, Referencia((vista.actual,))), turno)
    parts = sets_apart(lectura) or (asked_parts(lectura) if goes_on and last == Accion.COMPARAR else ())
    listed = turno.listed() or tuple(p.id for p in vista.visibles)
    parts = parts or (asks_which(lectura) if last in _LISTAS else ())
    wishes = any(e.entity != TipoEntidad.CARACTERISTICAS for e in lectura.parse.entidades)
    if parts and not wishes and len(listed) == 1 and not turno.listed() and vista.actual in vista.fichas:
        return _as(Intencion.INFO_PRODUCTO, plan_explanation(turno, Referencia(listed)), turno)
    if not parts or wishes or len(listed) < 2 or turno.reference().ids:
        return None
    plan = Plan(Accion.COMPARAR, turno.estado, referidos=listed, pregunta=parts, con_mas=wants_most(lectura))
    return _as(Intencion.COMPARAR_PRECIOS, plan, turno)


def _as(intencion: Intencion, plan: Plan, turno: Turno) -> Plan:
    """Returns the plan with what the message is in this conversation, where the classifier read it otherwise."""
    return plan if turno.lectura.parse.intencion == intencion else replace(plan, intencion=intencion)


def _ask(turno: Turno) -> Plan:
    """Returns the plan of a question; what is asked of a kind or a brand is a search, told of what it finds."""
    if (plan := plan_question(turno)) is not None:
        return plan
    plan, parts = plan_search(turno), asked_parts(turno.lectura)
    if plan.accion != Accion.BUSCAR or not parts:
        return _as(Intencion.BUSCAR_PRODUCTO, plan, turno)
    of_one = asks_of_one(turno.lectura)
    return _as(Intencion.INFO_PRODUCTO if of_one else Intencion.BUSCAR_PRODUCTO, replace(plan, pregunta=parts), turno)


_HANDLERS: Final[dict[Intencion, Callable[[Turno], Plan]]] = {
    Intencion.BUSCAR_PRODUCTO: plan_search,
    Intencion.RECOMENDAR_CATEGORIA: plan_advice,
    Intencion.COMPARAR_PRECIOS: plan_comparison,
    Intencion.INFO_PRODUCTO: _ask,
}
