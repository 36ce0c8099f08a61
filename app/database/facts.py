"""Plan -> facts: asks the catalogue what the answer of this turn may say.

Every product, price and count in a Hechos was read from the database in this transaction.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.database.alike import find_alike
from app.database.narrowing import POOL as RECOMMEND_POOL
from app.database.narrowing import findable, kinds_of_brand, least, lets_go_of_all, looked_at, of_kind
from app.database.recommender import Recommender, with_reasons
from app.database.repository import Repository
from app.llm.detalles import leaders, stands_out
from app.llm.frases import en_frase
from app.models.dominio import Accion, Aviso, Filtros, Hechos, Mencion, Plan, ProductoFicha, Resultado
from app.nlu.attributes import cumple
from app.nlu.comparison import compare
from app.nlu.kinds import is_wish, merge_features
from app.nlu.recipients import best_suited, suited_first

COMPARE_MAX = 4
COMPARE_BEST = 3  # how many of a search are set against each other when no side is named
# A recommendation leaves a choice.
RECOMMEND_LEAST = 3
# Examples come from kinds of product that lie far apart.
EXAMPLE_POOL = 60
EXAMPLE_CATEGORIES = 5


@dataclass(frozen=True, slots=True)
class Fuentes:
    """Where facts come from in one transaction; `limite` is the number of products an answer shows."""

    repo: Repository
    recommender: Recommender
    limite: int


def gather_facts(plan: Plan, fuentes: Fuentes) -> Hechos:
    """Returns the facts for one plan."""
    hechos = GATHERERS[plan.accion](plan, fuentes)
    told = replace(hechos, avisos=(*plan.avisos, *hechos.avisos), pregunta=plan.pregunta, extremo=plan.extremo)
    if plan.con_mas is None or hechos.comparacion is None:
        return told
    return replace(
        told, con_mas=plan.con_mas, destaca=stands_out(hechos.productos, plan.pregunta[0], con_mas=plan.con_mas)
    )


def example_messages(repo: Repository) -> tuple[str, ...]:
    """Returns messages that work on the catalogue as it is now, for greetings, help and the empty page."""
    muestra = repo.muestra_por_categoria(EXAMPLE_POOL)
    spread = muestra[:: max(1, len(muestra) // EXAMPLE_CATEGORIES)]
    return tuple(example(p) for example, p in zip(EXAMPLES, spread, strict=False))


def _talk(plan: Plan, fuentes: Fuentes) -> Hechos:
    repo, filtros = fuentes.repo, plan.estado.filtros
    return Hechos(
        plan.accion,
        filtros,
        total=0 if filtros.vacio else repo.buscar(replace(filtros, relajados=()), limite=1).total,
        ejemplos=example_messages(repo),
        categorias=repo.categorias_principales(),
    )


def _search(plan: Plan, fuentes: Fuentes) -> Hechos:
    unknown = _unknown(plan.menciones)
    if unknown:
        return _nearest(plan, fuentes, unknown)
    return _list(plan, fuentes, limite=fuentes.limite)


def _list(plan: Plan, fuentes: Fuentes, *, limite: int) -> Hechos:
    """Returns the products of the search, loosened where nothing meets all of it."""
    wish = findable(plan.estado.filtros, fuentes.repo)
    filtros, resultado, alternativas = fuentes.repo.buscar_relajando(wish, limite=looked_at(wish, limite))
    if lets_go_of_all(filtros):
        filtros, resultado, alternativas = wish, Resultado(), ()
    resultado = of_kind(filtros, resultado)
    resultado = replace(resultado, productos=suited_first(resultado.productos, wish.para)[:limite])
    return Hechos(
        plan.accion,
        filtros,
        productos=resultado.productos,
        total=resultado.total,
        alternativas=alternativas,
        categorias=() if resultado.productos else fuentes.repo.categorias_principales(),
        de_la_marca=kinds_of_brand(filtros, fuentes.repo),
        precio_minimo=None
        if filtros.relajados
        else least(fuentes.repo, filtros, resultado.total, len(resultado.productos)),
    )


def _more(plan: Plan, fuentes: Fuentes) -> Hechos:
    seen = plan.estado.vistos
    wish = findable(plan.estado.filtros, fuentes.repo)
    limite = looked_at(wish, fuentes.limite)
    filtros, resultado, _ = fuentes.repo.buscar_relajando(wish, limite=limite, excluir=seen)
    resultado = replace(resultado, productos=suited_first(resultado.productos, wish.para)[: fuentes.limite])
    avisos = () if resultado.productos else (Aviso.SIN_MAS,)
    return Hechos(
        plan.accion,
        filtros,
        productos=resultado.productos,
        total=resultado.total,
        avisos=avisos,
        precio_minimo=least(fuentes.repo, wish, resultado.total, len(resultado.productos)),
    )


def _recommend(plan: Plan, fuentes: Fuentes) -> Hechos:
    """Returns a choice among those pointed at, what is like one product, or the best of the search, varied."""
    unknown = _unknown(plan.menciones)
    if unknown:
        return _nearest(plan, fuentes, unknown)
    ids = [*plan.referidos, *(i for m in plan.menciones for i in m.candidatos[:1])]
    if len(ids) == 1:
        return _alike(plan, fuentes, ids[0])
    if ids:
        shown = [p for p in fuentes.repo.por_ids(ids) if p.disponible]
        found = Hechos(plan.accion, plan.estado.filtros, productos=tuple(shown), total=len(shown))
        chosen = fuentes.recommender.choose(shown, found.filtros, n=fuentes.limite)
        best = leaders(chosen, plan.pregunta[0], con_mas=True) if plan.pregunta else ()
        return replace(found, productos=tuple(sorted(chosen, key=lambda p: p.id not in best)))
    if plan.estado.filtros.vacio:  # A present: something of everything.
        ideas = fuentes.repo.muestra_por_categoria(RECOMMEND_POOL)
        ideas = best_suited(ideas, plan.estado.filtros.para, least=fuentes.limite)
        chosen = fuentes.recommender.choose(ideas, plan.estado.filtros, n=fuentes.limite, ranked=False)
        return Hechos(plan.accion, plan.estado.filtros, productos=chosen, total=len(chosen))
    found = _list(plan, fuentes, limite=RECOMMEND_POOL)
    pool = fuentes.recommender.pool(Resultado(found.productos, found.total), found.filtros, fuentes.repo)
    pool = best_suited(pool, found.filtros.para, least=RECOMMEND_LEAST)
    chosen = fuentes.recommender.choose(pool, found.filtros, n=fuentes.limite)
    return _with_others(replace(found, productos=chosen), fuentes)


def _with_others(found: Hechos, fuentes: Fuentes) -> Hechos:
    """Returns a short recommendation with more to choose from: a use is a wish, which few cards state.

    The uses that the others do not state are told in `relajados`; every other part of the search is met by all.
    """
    uses = tuple(filter(is_wish, found.filtros.caracteristicas))
    if not uses or not found.productos or found.filtros.relajados or len(found.productos) >= RECOMMEND_LEAST:
        return found
    rest = tuple(c for c in found.filtros.caracteristicas if c not in uses)
    wider = fuentes.repo.buscar(replace(found.filtros, caracteristicas=rest), limite=RECOMMEND_POOL).productos
    known = {p.id for p in found.productos}
    pool = [p for p in wider if p.id not in known]
    others = fuentes.recommender.choose(pool, found.filtros, n=RECOMMEND_LEAST - len(found.productos))
    if not others:
        return found
    lacking = tuple(u for u in uses if not all(cumple(p.atributos, u) for p in others))
    chosen = with_reasons((*found.productos, *others), found.filtros)
    return replace(found, productos=chosen, filtros=replace(found.filtros, relajados=lacking))


def _alike(plan: Plan, fuentes: Fuentes, producto_id: int) -> Hechos:
    productos = fuentes.repo.por_ids([producto_id])
    if not productos:
        return Hechos(plan.accion, plan.estado.filtros, avisos=(Aviso.YA_NO_ESTA,))
    wish = plan.estado.filtros
    filtros, found = find_alike(productos[0], wish, fuentes.repo, fuentes.recommender, limite=fuentes.limite)
    alike = tuple(replace(p, motivo=f"se parece a {productos[0].nombre}") for p in found)
    return Hechos(plan.accion, filtros, productos=alike, total=len(alike), parecido_a=productos[0].nombre)


def _compare(plan: Plan, fuentes: Fuentes) -> Hechos:
    unknown = _unknown(plan.menciones)
    if unknown:
        found = _nearest(plan, fuentes, unknown)
        nearest = found.productos[: fuentes.limite - 1]
        known = tuple(p for p in _sides(plan, fuentes.repo) if p not in nearest)
        return replace(found, productos=(*nearest, *known)[: fuentes.limite])
    sided = plan.referidos or plan.menciones or plan.marcas or plan.categorias or plan.caracteristicas
    if plan.extremo is not None and not sided:
        return _list(plan, fuentes, limite=1)
    productos = _sides(plan, fuentes.repo) if sided else _list(plan, fuentes, limite=COMPARE_BEST).productos
    if len(productos) < 2:
        return _list(plan, fuentes, limite=fuentes.limite)
    filtros = replace(plan.estado.filtros, relajados=_unmet(plan, productos))
    return Hechos(
        plan.accion, filtros, productos=tuple(productos), total=len(productos), comparacion=compare(productos)
    )


def _unmet(plan: Plan, productos: Sequence[ProductoFicha]) -> tuple[str, ...]:
    """Returns the features of the search that a product of a compared brand or kind does not meet."""
    if plan.referidos or plan.menciones:
        return plan.estado.filtros.relajados
    wished = plan.estado.filtros.caracteristicas
    return tuple(c for c in wished if not all(cumple(p.atributos, c) for p in productos))


def _sides(plan: Plan, repo: Repository) -> list[ProductoFicha]:
    """Returns the products set against each other: those pointed at and named, and the best of each group."""
    named = [i for m in plan.menciones for i in m.candidatos[:1]]
    products = repo.por_ids([*plan.referidos, *named])
    base = plan.estado.filtros
    if products and base.categoria is None:
        base = Filtros(categoria=products[0].categoria)
    groups: list[Filtros] = [_of_brand(base, marca, plan) for marca in plan.marcas]
    groups += [replace(base, categoria=categoria) for categoria in plan.categorias]
    groups += [replace(base, caracteristicas=(*base.caracteristicas, c)) for c in plan.caracteristicas]
    chosen = {p.id: p for p in (*products, *(p for wish in groups for p in _best(wish, repo)))}
    limit = len(plan.referidos) if plan.extremo is not None or plan.pregunta else COMPARE_MAX
    return list(chosen.values())[: max(limit, COMPARE_MAX)]


def _of_brand(base: Filtros, marca: str, plan: Plan) -> Filtros:
    """Returns the search for one brand's side, with the features that were said of it: "con el LG de 22"."""
    own = tuple(feature for brand, feature in plan.de_marca if brand == marca)
    merged = merge_features(base.caracteristicas, own, categoria=base.categoria)
    return replace(base, marcas=(marca,), caracteristicas=merged)


def _best(wish: Filtros, repo: Repository) -> tuple[ProductoFicha, ...]:
    """Returns the best product of one side, features loosened where nothing meets them, the brand never."""
    _, resultado, _ = repo.buscar_relajando(wish, limite=1)
    return tuple(p for p in resultado.productos if not wish.marcas or p.marca in wish.marcas)


def _explain(plan: Plan, fuentes: Fuentes) -> Hechos:
    unknown = _unknown(plan.menciones)
    if unknown:
        return _nearest(plan, fuentes, unknown)
    ids = list(plan.referidos) or [i for m in plan.menciones for i in m.candidatos]
    productos = fuentes.repo.por_ids(ids[: fuentes.limite])
    return Hechos(
        plan.accion,
        plan.estado.filtros,
        productos=productos,
        total=len(productos),
        candidatos=len(productos) > 1,
        avisos=() if productos else (Aviso.YA_NO_ESTA,),
        ya_contado=plan.estado.ultima_accion == Accion.INFORMAR and ids[:1] == [plan.estado.foco],
        precio_minimo=least(fuentes.repo, Filtros(categoria=productos[0].categoria), 1, 0) if productos else None,
    )


def _ask(plan: Plan, fuentes: Fuentes) -> Hechos:
    doubtful = fuentes.repo.por_ids(plan.referidos)
    return Hechos(
        plan.accion, plan.estado.filtros, productos=doubtful, categorias=fuentes.repo.categorias_principales()
    )


def _nearest(plan: Plan, fuentes: Fuentes, unknown: Sequence[str]) -> Hechos:
    """Returns what is closest to a model that the catalogue does not have, which the answer says first."""
    filtros = plan.estado.filtros
    # A search was renewed by this very message; a question leaves an older one standing, which says nothing of it.
    searched = plan.accion == Accion.BUSCAR
    marca = filtros.marcas[0] if searched and filtros.marcas else None
    categoria = filtros.categoria if searched else None
    ids = fuentes.repo.cercanos(unknown[0], marca=marca, categoria=categoria, limite=fuentes.limite)
    productos = fuentes.repo.por_ids(ids)
    return Hechos(plan.accion, filtros, productos=productos, total=len(productos), desconocidos=tuple(unknown))


def _unknown(menciones: Sequence[Mencion]) -> tuple[str, ...]:
    return tuple(m.texto for m in menciones if not m.candidatos)


def _kind(producto: ProductoFicha) -> str:
    return en_frase(producto.categoria)


def _round_up(precio: int) -> str:
    """Returns an amount above the price as a person would say it: 349990 -> "400 lucas"."""
    step = 10_000 if precio < 100_000 else 100_000
    lucas = (precio // step + 1) * step // 1_000
    return f"{lucas} lucas"


EXAMPLES: tuple[Callable[[ProductoFicha], str], ...] = (
    lambda p: f"Busco {_kind(p)} hasta {_round_up(p.precio)}",
    lambda p: f"¿Qué me recomiendas en {_kind(p)}?",
    lambda p: f"¿Cuál es la opción más barata en {_kind(p)}?",
    lambda p: f"Muéstrame {_kind(p)} bajo {_round_up(p.precio)}",
    lambda p: f"Precio de {p.nombre}",
)
GATHERERS: dict[Accion, Callable[[Plan, Fuentes], Hechos]] = {
    Accion.SALUDAR: _talk,
    Accion.AYUDAR: _talk,
    Accion.REINICIAR: _talk,
    Accion.FUERA_DE_ALCANCE: _talk,
    Accion.BUSCAR: _search,
    Accion.MOSTRAR_MAS: _more,
    Accion.RECOMENDAR: _recommend,
    Accion.COMPARAR: _compare,
    Accion.INFORMAR: _explain,
    Accion.PRECISAR: _ask,
}
