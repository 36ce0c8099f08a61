"""Why a product is in an answer, in a few words: what it meets of the wish, and what it does not. Pure."""

from collections.abc import Collection, Sequence
from typing import Final

from app.database.queries import is_structured
from app.models.dominio import Filtros, Orden, ProductoFicha
from app.models.formato import enumerar, pesos, piso, tope
from app.nlu.attributes import cumple
from app.nlu.kinds import beyond_categoria
from app.nlu.limits import within, without_limit

MOTIVO_PARTS: Final = 4  # the most things that one reason names
BARELY: Final = 0.01  # of a bound: a difference that nobody counts
RELAJADO_MARCAS: Final = "marcas"
RELAJADO_PRECIO_MIN: Final = "precio_min"
RELAJADO_PRECIO_MAX: Final = "precio_max"


def motivo(ficha: ProductoFicha, filtros: Filtros, conocidas: Collection[str], *, primero: bool = False) -> str:
    """Returns the reason: "cumple todo: 16 GB RAM y bajo $500.000"; with something loosened, what is missing too.

    Args:
        filtros: the wish; `relajados` names what was loosened to find this product.
        conocidas: as in `queries.build_productos_query`.
        primero: it heads the whole list, so that it is the cheapest or dearest of it.
    """
    if not ficha.disponible:
        return "agotado por ahora"
    met, missing = _met(ficha, filtros, conocidas), _missing(ficha, filtros, conocidas)
    reasons = []
    if met:
        told = enumerar(met[:MOTIVO_PARTS])
        reasons.append(told if missing else f"cumple todo: {told}")
    reasons += missing[:MOTIVO_PARTS]
    if primero and filtros.orden != Orden.RELEVANCIA and not missing:
        reasons.insert(0, "el menor precio" if filtros.orden == Orden.PRECIO_ASC else "el mayor precio")
    return "; ".join(reasons) or _plain(ficha, filtros)


def _met(ficha: ProductoFicha, filtros: Filtros, conocidas: Collection[str]) -> list[str]:
    """Returns what of the wish the product meets; what is searched as text only says that the words are there."""
    met = [ficha.marca] if ficha.marca in filtros.marcas and ficha.marca is not None else []
    stated = [c for c in filtros.caracteristicas if cumple(ficha.atributos, c)]
    loose = (c for c in beyond_categoria(filtros) if c not in (*stated, *filtros.relajados))
    met += _told(ficha, stated)
    met += [f"menciona «{c}»" for c in loose if not is_structured(c, conocidas)]
    low, high = sorted_bounds(filtros)
    low_met, high_met = low is not None and ficha.precio >= low, high is not None and ficha.precio <= high
    if low_met and high_met and low is not None and high is not None:
        met.append(f"entre {pesos(low)} y {pesos(high)}")
    elif high_met and high is not None and low is None:
        met.append(tope(high).replace("hasta", "bajo"))
    elif low_met and low is not None and high is None:
        met.append(piso(low))
    return met


def _told(ficha: ProductoFicha, stated: Sequence[str]) -> list[str]:
    """Returns the features that the product has; of limits, the measure that meets them: "15 kg (más de 10 kg)"."""
    limits: dict[str, list[str]] = {}
    for caracteristica in stated:
        measure = next(iter(within(ficha.atributos, caracteristica)), caracteristica)
        limits.setdefault(measure, []).append(caracteristica)
    return [m if m in map(without_limit, said) else f"{m} ({', '.join(said)})" for m, said in limits.items()]


def _missing(ficha: ProductoFicha, filtros: Filtros, conocidas: Collection[str]) -> list[str]:
    """Returns what of the wish the product lacks, as far as its card tells."""
    lacks = [c for c in filtros.relajados if c in filtros.caracteristicas and not cumple(ficha.atributos, c)]
    missing = [f"no indica {enumerar(lacks, 'ni')}"] if lacks else []
    if filtros.marcas and ficha.marca not in filtros.marcas:
        missing.append(f"es {ficha.marca}, no {enumerar(filtros.marcas, 'ni')}" if ficha.marca else "es de otra marca")
    low, high = sorted_bounds(filtros)
    if high is not None and ficha.precio > high:
        over = ficha.precio - high
        barely = over <= BARELY * high
        missing.append("apenas sobre tu tope" if barely else f"cuesta {pesos(over)} más que tu tope")
    if low is not None and ficha.precio < low:
        under = low - ficha.precio
        barely = under <= BARELY * low
        missing.append("apenas bajo tu mínimo" if barely else f"cuesta {pesos(under)} menos que tu mínimo")
    return missing


def _plain(ficha: ProductoFicha, filtros: Filtros) -> str:
    """Returns the reason of a product that nothing but its kind was asked of."""
    if filtros.texto:
        return f"coincide con «{filtros.texto}»"
    return f"disponible en {ficha.categoria}" if ficha.categoria else "disponible"


def sorted_bounds(filtros: Filtros) -> tuple[int | None, int | None]:
    """Returns the bounds of the price, those of a swapped interval in order."""
    low, high = filtros.precio_min, filtros.precio_max
    return (high, low) if low is not None and high is not None and low > high else (low, high)
