"""Plan -> facts: asks the catalogue what the answer of this turn may say. Source: issue rules in docs/turn.md.

Every product, price and count in a Hechos was read from the database in this transaction.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.database.repository import Repository
from app.models.dominio import Accion, Filtros, Hechos, Mencion, Orden, Plan, ProductoFicha
from app.nlu.comparison import compare

COMPARE_MAX = 4
# Candidates that a recommendation chooses among; enough for several price levels and brands.
RECOMMEND_POOL = 40
EXAMPLE_CATEGORIES = 6


def gather_facts(plan: Plan, repo: Repository, *, limite: int) -> Hechos:
    """Returns the facts for one plan, with at most `limite` products."""
    hechos = GATHERERS[plan.accion](plan, repo, limite)
    return replace(hechos, avisos=(*plan.avisos, *hechos.avisos), pregunta=plan.pregunta)


def example_messages(repo: Repository) -> tuple[str, ...]:
    """Returns messages that work on the catalogue as it is now, for greetings, help and the empty page."""
    muestra = repo.muestra_por_categoria(EXAMPLE_CATEGORIES)
    if not muestra:
        return ()
    ejemplos = [f"Busco {_kind(p)} hasta {_round_up(p.precio)}" for p in muestra[:2]]
    if len(muestra) > 2:
        ejemplos.append(f"¿Qué me recomiendas en {_kind(muestra[2])}?")
    if len(muestra) > 3:
        ejemplos.append(f"¿Cuánto cuesta {muestra[3].nombre}?")
    if len(muestra) > 4:
        ejemplos.append(f"¿Cuál es la opción más barata en {_kind(muestra[4])}?")
    return tuple(ejemplos)


def _talk(plan: Plan, repo: Repository, limite: int) -> Hechos:
    return Hechos(
        plan.accion, plan.estado.filtros, ejemplos=example_messages(repo), categorias=repo.categorias_principales()
    )


def _search(plan: Plan, repo: Repository, limite: int) -> Hechos:
    unknown = _unknown(plan.menciones)
    if unknown:
        return _nearest(plan, repo, limite, unknown)
    filtros, resultado, alternativas = repo.buscar_relajando(plan.estado.filtros, limite=limite)
    return Hechos(
        plan.accion,
        filtros,
        productos=resultado.productos,
        total=resultado.total,
        alternativas=alternativas,
        categorias=() if resultado.productos else repo.categorias_principales(),
    )


def _more(plan: Plan, repo: Repository, limite: int) -> Hechos:
    filtros = plan.estado.filtros
    excluir = plan.estado.vistos
    _, resultado, _ = repo.buscar_relajando(filtros, limite=limite, excluir=excluir)
    return Hechos(plan.accion, filtros, productos=resultado.productos, total=resultado.total)


def _recommend(plan: Plan, repo: Repository, limite: int) -> Hechos:
    filtros, resultado, alternativas = repo.buscar_relajando(plan.estado.filtros, limite=RECOMMEND_POOL)
    return Hechos(
        plan.accion,
        filtros,
        productos=resultado.productos[:limite],
        total=resultado.total,
        alternativas=alternativas,
        categorias=() if resultado.productos else repo.categorias_principales(),
    )


def _compare(plan: Plan, repo: Repository, limite: int) -> Hechos:
    unknown = _unknown(plan.menciones)
    if unknown:
        return _nearest(plan, repo, limite, unknown)
    if plan.extremo is not None:
        return _extreme(plan, repo, plan.extremo)
    ids = [*plan.referidos, *(m.candidatos[0] for m in plan.menciones)]
    productos = [*repo.por_ids(ids), *_best_of_each(plan, repo)][:COMPARE_MAX]
    if len(productos) < 2:
        return replace(_search(plan, repo, limite), accion=Accion.COMPARAR)
    return Hechos(
        plan.accion,
        plan.estado.filtros,
        productos=tuple(productos),
        total=len(productos),
        comparacion=compare(productos),
    )


def _best_of_each(plan: Plan, repo: Repository) -> list[ProductoFicha]:
    """Returns the best product of each brand or category that was set against another."""
    base = plan.estado.filtros
    sides: list[Filtros] = [replace(base, marcas=(marca,)) for marca in plan.marcas]
    sides += [replace(base, categoria=categoria) for categoria in plan.categorias]
    found = (repo.buscar(filtros, limite=1).productos for filtros in sides)
    return [productos[0] for productos in found if productos]


def _extreme(plan: Plan, repo: Repository, extremo: Orden) -> Hechos:
    """Returns the cheapest or dearest product, of those referred to or of the whole search."""
    filtros = replace(plan.estado.filtros, orden=extremo)
    if plan.referidos:
        sign = -1 if extremo == Orden.PRECIO_DESC else 1
        productos = sorted(repo.por_ids(plan.referidos), key=lambda p: (sign * p.precio, p.id))
        return Hechos(plan.accion, filtros, productos=tuple(productos[:1]), total=len(productos))
    filtros, resultado, alternativas = repo.buscar_relajando(filtros, limite=1)
    return Hechos(
        plan.accion, filtros, productos=resultado.productos, total=resultado.total, alternativas=alternativas
    )


def _explain(plan: Plan, repo: Repository, limite: int) -> Hechos:
    unknown = _unknown(plan.menciones)
    if unknown:
        return _nearest(plan, repo, limite, unknown)
    ids = list(plan.referidos) or [i for m in plan.menciones for i in m.candidatos]
    productos = repo.por_ids(ids[:limite])
    return Hechos(
        plan.accion,
        plan.estado.filtros,
        productos=productos,
        total=len(productos),
        candidatos=len(productos) > 1,
    )


def _ask(plan: Plan, repo: Repository, limite: int) -> Hechos:
    shown = repo.por_ids(plan.estado.mostrados)
    return Hechos(plan.accion, plan.estado.filtros, productos=shown, categorias=repo.categorias_principales())


def _nearest(plan: Plan, repo: Repository, limite: int, unknown: Sequence[str]) -> Hechos:
    """Returns what is closest to a model that the catalogue does not have, which the answer says first."""
    marca = plan.estado.filtros.marcas[0] if plan.estado.filtros.marcas else None
    ids = repo.cercanos(unknown[0], marca=marca, categoria=plan.estado.filtros.categoria, limite=limite)
    productos = repo.por_ids(ids)
    return Hechos(
        plan.accion, plan.estado.filtros, productos=productos, total=len(productos), desconocidos=tuple(unknown)
    )


def _unknown(menciones: Sequence[Mencion]) -> tuple[str, ...]:
    return tuple(m.texto for m in menciones if not m.candidatos)


def _kind(producto: ProductoFicha) -> str:
    return producto.categoria[0].lower() + producto.categoria[1:]


def _round_up(precio: int) -> str:
    """Returns an amount above the price as a person would say it: 349990 -> "400 lucas"."""
    step = 10_000 if precio < 100_000 else 100_000
    lucas = (precio // step + 1) * step // 1_000
    return f"{lucas} lucas"


GATHERERS: dict[Accion, Callable[[Plan, Repository, int], Hechos]] = {
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
