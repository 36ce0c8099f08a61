"""Proves who is said to have more: "más RAM que", "la de mayor capacidad", "el doble de almacenamiento"."""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.proof.facts_index import FichaIndexada
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import sujetos, unidos

_RAM: Final = re.compile(r"(\S+) GB V?RAM")
_DISCO: Final = re.compile(r"(\S+) [GT]B(?: SSD| HDD| almacenamiento)?")
_BATERIA: Final = re.compile(r"(\S+) (?:mAh|horas?)")
_CARGA: Final = re.compile(r"(\S+) (?:kg|litros?)")
_CAMARA: Final = re.compile(r"(\S+) MP")
# What is said -> the quantity it compares, and whether more is "more".
_MAGNITUDES: Final = tuple(
    (re.compile(rf"\b(?:{dicho})\b"), cantidad, mas)
    for dicho, cantidad, mas in (
        (r"(?:mas|mayor) (?:memoria )?ram|mas memoria", _RAM, True),
        (r"(?:mas|mayor) (?:almacenamiento|espacio|disco)|en almacenamiento gana|gana en almacenamiento", _DISCO, True),
        (r"(?:pantalla )?mas (?:grande|pulgadas)|mayor pantalla", re.compile(r"(\S+) pulgadas"), True),
        (r"(?:mayor|mas) capacidad|mas kilos|mas litros", _CARGA, True),
        (r"mas (?:megapixeles|mp)|mejor resolucion de camara", _CAMARA, True),
        (r"mas (?:horas|bateria|autonomia)|mayor (?:bateria|autonomia)|mas duran?|duran? mas", _BATERIA, True),
        (r"mas (?:hz|fluid[oa])|mayor (?:tasa|frecuencia)", re.compile(r"(\S+) Hz"), True),
        (r"mas (?:livian|liger)[oa]s?|menos peso|pesa menos", re.compile(r"(\S+) g"), False),
        (r"mas rpm|mayor centrifugado|centrifuga mas", re.compile(r"(\S+) rpm"), True),
        (r"mas (?:potente|potencia|watts)|mayor potencia", re.compile(r"(\S+) W"), True),
    )
)
_RAZON: Final = re.compile(
    r"\b(?P<casi>casi )?(?:el )?(?P<razon>doble|triple|mitad|\d veces)(?: mas)?(?: de)?(?: la)? "
    r"(?P<que>ram|memoria|almacenamiento|espacio|disco|bateria|capacidad|megapixeles|resolucion)"
)
_CERCA: Final = 0.03  # 1 TB is twice 512 GB
_CASI: Final = 0.12  # "casi el triple"
_RAZONES: Final = {"doble": 2.0, "triple": 3.0, "mitad": 0.5}
_CANTIDADES: Final = {
    "ram": _RAM, "memoria": _RAM, "bateria": _BATERIA, "capacidad": _CARGA, "megapixeles": _CAMARA,
    "resolucion": _CAMARA,
}  # fmt: skip


def prove_spec_comparisons(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for each comparison of quantities that the facts contradict, and each ratio they do not give."""
    if frase.pregunta:
        return
    for patron, cantidad, mas in _MAGNITUDES:
        for match in patron.finditer(frase.plano):
            if not frase.condicional(match.start()) and not _no_lo_contradicen(frase, match, cantidad, mas):
                yield Motivo.COMPARACION
    for match in _RAZON.finditer(frase.plano):
        if not _razon_cierta(frase, match):
            yield Motivo.COMPARACION


def _no_lo_contradicen(frase: Frase, match: re.Match[str], cantidad: re.Pattern[str], mas: bool) -> bool:
    """Returns False when the quantities of the products spoken of contradict the comparison."""
    antes = [m.ids for m in frase.menciones if m.end <= match.start()]
    tras = [m.ids for m in frase.menciones if m.start >= match.end()]
    solo = frase.tema.sujetos if len(frase.tema.sujetos) == 1 else ()
    quien = (antes[-1:] or tras[:1] or list(solo[:1]) or [frozenset[int]()])[0]
    if antes and tras and re.match(r"[^.;]*\bque\b", frase.plano[match.end() :]):
        return all(a > b if mas else a < b for a, b in _valores(frase, quien, tras[0], cantidad))
    hablados = unidos(frase.hablados)
    rivales = (hablados if len(hablados) > 1 else frase.indice.todos) - quien
    return all(a >= b if mas else a <= b for a, b in _valores(frase, quien, rivales, cantidad))


def _razon_cierta(frase: Frase, match: re.Match[str]) -> bool:
    razon = _RAZONES.get(match["razon"]) or float(match["razon"].split()[0])
    quien = unidos(sujetos(frase, match.start()))
    pares = _valores(frase, quien, frase.indice.todos - quien, _CANTIDADES.get(match["que"], _DISCO))
    conocidos = list(pares)
    cerca = _CASI if match["casi"] else _CERCA
    return not conocidos or any(abs(a / b - razon) < cerca * razon for a, b in conocidos)


def _valores(
    frase: Frase, unos: frozenset[int], otros: frozenset[int], cantidad: re.Pattern[str]
) -> Iterator[tuple[float, float]]:
    """Yields the two values of every pair in which both products state one."""
    for uno in unos:
        for otro in otros:
            a, b = (_valor(frase.indice.fichas[i], cantidad) for i in (uno, otro))
            if a is not None and b is not None:
                yield a, b


def _valor(ficha: FichaIndexada, cantidad: re.Pattern[str]) -> float | None:
    """Returns the product's quantity of one kind, None when it states none or several."""
    valores = set()
    for medida in ficha.medidas:
        match = cantidad.fullmatch(" ".join(medida).strip())
        if match and re.fullmatch(r"\d+(?:,\d+)?", match[1]):
            valores.add(float(match[1].replace(",", ".")) * (1000 if " TB" in match[0] else 1))
    return valores.pop() if len(valores) == 1 else None
