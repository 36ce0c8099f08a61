"""Reads the money and the percentages that a sentence asserts, exactly as written and without any direction.

`app.nlu.amounts` reads what a person may mean by "unos 300"; here "$449.990" must be 449990 and nothing near it. Works
on folded text whose number words have become digits (`en_cifras`). Amounts are whole units of `moneda`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from text_to_num import text2num

from app.nlu.normalize import normalize

_NUMERALES: Final = (
    "cero uno una un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintiun veintiuna veintidos veintitres veinticuatro veinticinco "
    "veintiseis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien "
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos doscientas "
    "trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas mil millon millones"
).split()
_COMO_SE_ESCRIBE: Final = {
    "dieciseis": "dieciséis", "veintidos": "veintidós", "veintitres": "veintitrés", "veintiseis": "veintiséis",
    "veintiun": "veintiuno", "veintiuna": "veintiuno", "millon": "millón", "una": "uno",
}  # fmt: skip
_PALABRA: Final = rf"(?:{'|'.join(sorted(_NUMERALES, key=len, reverse=True))})"
_CORRIDA: Final = re.compile(rf"(?<![\w$])(?:(medio) millon\b|{_PALABRA}\b(?: (?:y )?{_PALABRA}\b)*)(?: (y medi[oa])\b)?")
_SOLO_ARTICULO: Final = frozenset({"un", "una", "uno", "mil", "millon", "millones"})
_COMA: Final = re.compile(r"(\d) coma (\d)")

_NUM: Final = r"\d{1,3}(?:[.,'\u2009\u202f]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?![\d])"
_ESCALAS: Final = {
    "mil": 1_000, "miles": 1_000, "k": 1_000, "luca": 1_000, "lucas": 1_000, "luka": 1_000, "lukas": 1_000,
    "palo": 1_000_000, "palos": 1_000_000, "millon": 1_000_000, "millones": 1_000_000,
    "gamba": 100, "gambas": 100,
}  # fmt: skip
_DE_DINERO: Final = frozenset({"luca", "lucas", "luka", "lukas", "palo", "palos", "gamba", "gambas"})
_SIGNOS: Final = {
    "$": "CLP", "clp": "CLP", "clp$": "CLP", "us$": "USD", "u$s": "USD", "usd": "USD", "usd$": "USD", "€": "EUR",
    "eur": "EUR", "£": "GBP", "s/": "PEN", "s/.": "PEN", "mx$": "MXN", "mxn": "MXN", "ar$": "ARS", "ars": "ARS",
    "r$": "BRL", "cop": "COP",
}  # fmt: skip
_NOMBRES: Final = {
    "pesos": "CLP", "peso": "CLP", "clp": "CLP", "pesos chilenos": "CLP", "pesos mexicanos": "MXN", "pesos argentinos": "ARS",
    "pesos colombianos": "COP", "pesos uruguayos": "UYU", "dolares": "USD", "dolar": "USD", "usd": "USD", "us$": "USD",
    "dolares americanos": "USD", "euros": "EUR", "euro": "EUR", "eur": "EUR", "€": "EUR", "soles": "PEN", "mxn": "MXN",
    "reales": "BRL", "bolivares": "VES", "libras": "GBP", "ars": "ARS", "$": "CLP", "yenes": "JPY", "uf": "UF",
}  # fmt: skip


def _alternativas(palabras: dict[str, str] | dict[str, int]) -> str:
    return "|".join(re.escape(p) for p in sorted(palabras, key=len, reverse=True))


_MONTO: Final = re.compile(
    rf"(?:(?P<signo>(?<![a-z])(?:{_alternativas(_SIGNOS)}))\s?)?(?<![\w.,])(?P<num>{_NUM}|medi[oa](?= (?:palo|millon|luca))|(?:una?|el)(?= (?:palo|luca|millon))|un(?= peso\b))"
    rf"(?:\s?(?P<escala>{_alternativas(_ESCALAS)})\b)?(?P<medio> y medi[oa]\b)?"
    rf"(?:\s?(?:de )?(?P<moneda>{_alternativas(_NOMBRES)})(?!\w))?"
)
_PORCENTAJE: Final = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s?(?:%|por ?ciento)")
_MENOR_PRECIO: Final = 10_000  # a bare number below this is no price of anything
# What may follow a bare amount; another noun there is what is being counted ("6 mil páginas").
_TRAS_MONTO: Final = frozenset(
    "y e o u a al de del en es el la los las lo un una por para con sin si que como cada mas menos contra versus vs pero "
    "aunque mientras esta estan tienes puedes te se le tu mi su ya hoy aprox aproximadamente exactos justos iva total "
    "tenemos tengo hay llevas queda quedan frente respecto segun ambos este esta ese esa cuesta sale vale".split()
)


CERCA: Final = 0.05  # "cerca de 450 lucas" for $449.990
_REDONDEO: Final = 0.006  # "450 lucas" for $449.990, and not 445
_APROX: Final = re.compile(
    r"(?:\b(?:cerca de|casi|alrededor de(?: los)?|un[oa]s|aprox\w*|mas o menos|en torno a(?: los)?|bordea\w*|rond\w+|"
    r"poco (?:menos|mas) de|como)(?: un[oa]s| los)?|~)\s*$"
)
_APROX_DESPUES: Final = re.compile(r"\s*(?:aprox\w*|mas o menos|y (?:algo|tantos))")


@dataclass(frozen=True, slots=True)
class Cifra:
    """Money as written. `redonda`: in thousands or millions, so people round it."""

    start: int
    end: int
    valor: float
    moneda: str
    redonda: bool
    con_moneda: bool  # a sign, a currency or a money word beside it


@dataclass(frozen=True, slots=True)
class Porcentaje:
    """A percentage as written."""

    start: int
    end: int
    valor: float


def en_cifras(texto: str) -> str:
    """Returns the text with its number words as digits: "treinta y siete unidades" is "37 unidades".

    "un", "una" and "uno" alone stay: they are articles.
    """
    plano = normalize(texto)
    partes: list[str] = []
    ultimo = 0
    for match in _CORRIDA.finditer(plano.texto):
        valor = _valor(match, plano.texto)
        if valor is None:
            continue
        start, end = plano.span(*match.span())
        partes += [texto[ultimo:start], str(valor)]
        ultimo = end
    return _COMA.sub(r"\1,\2", "".join([*partes, texto[ultimo:]]))


def read_cifras(plano: str) -> tuple[Cifra, ...]:
    """Returns the amounts of money of a folded text, in order."""
    return tuple(cifra for match in _MONTO.finditer(plano) if (cifra := _cifra(match, plano)))


def read_porcentajes(plano: str) -> tuple[Porcentaje, ...]:
    """Returns the percentages of a folded text, in order."""
    return tuple(Porcentaje(m.start(), m.end(), numero(m[1])) for m in _PORCENTAJE.finditer(plano))


def holgura(cifra: Cifra, antes: str = "", despues: str = "") -> float:
    """Returns how far from a price the amount may lie, as a part of it: 0 unless it is said to be round or near."""
    if _APROX.search(antes) or _APROX_DESPUES.match(despues):
        return CERCA
    return _REDONDEO if cifra.redonda else 0.0


def es_precio(precio: float, cifra: Cifra, margen: float) -> bool:
    """Returns whether the amount stands for this price."""
    return abs(precio - cifra.valor) <= precio * margen


def numero(escrito: str) -> float:
    """Returns the value of digits as Chile writes them: "449.990" is 449990, "15,6" and "15.6" are 15.6."""
    escrito = re.sub(r"['\u2009\u202f]", ".", escrito)
    entero, coma, decimales = escrito.rpartition(",") if re.search(r"\.\d{3},\d", escrito) else (escrito, "", "")
    if coma:
        return float(f"{entero.replace('.', '')}.{decimales}")
    grupos = re.split(r"[.,]", escrito)
    if len(grupos) > 1 and all(len(g) == 3 for g in grupos[1:]) and grupos[0] != "0":
        return float("".join(grupos))
    return float(escrito.replace(",", "."))


def _valor(match: re.Match[str], plano: str) -> int | None:
    medio = 500_000 if match[2] and "millon" in match[0] else 0
    if match[1]:
        return 500_000
    palabras = re.sub(r" y medi[oa]$", "", match[0]).split()
    if palabras[0] in ("mil", "millon", "millones") and re.search(r"[\d.,] ?$", plano[: match.start()]):
        return None  # "450 mil", "1,5 millones": the digits before it are the number.
    if len(palabras) == 1 and palabras[0] in _SOLO_ARTICULO and not medio:
        return None if palabras[0] not in ("mil",) else 1_000
    if match[2] and not medio:
        return None  # "dos palos y medio" is read as money, "tres y medio" is left alone
    try:
        return int(text2num(" ".join(_COMO_SE_ESCRIBE.get(p, p) for p in palabras), "es")) + medio
    except ValueError:
        return None


def _cifra(match: re.Match[str], plano: str) -> Cifra | None:
    escala, signo, moneda = match["escala"], match["signo"], match["moneda"]
    valor = {"m": 0.5, "u": 1.0, "e": 1.0}.get(match["num"][0]) or numero(match["num"])
    if match["medio"]:
        valor += 0.5
    valor *= _ESCALAS[escala] if escala else 1
    despues = re.match(r"\s?([^\W\d_]+)", plano[match.end() :])
    contado = despues is not None and despues[1] not in _TRAS_MONTO
    if not (signo or moneda or escala in _DE_DINERO):
        if contado or valor < _MENOR_PRECIO or (escala and re.match(r" de (?!pesos)[a-zñ]{4,}", plano[match.end() :])):
            return None  # 4K is a resolution, 60 millones de clics are no money
    cual = _NOMBRES.get(moneda or "", "") or _SIGNOS.get(signo or "", "CLP")
    if signo and _SIGNOS[signo] != "CLP":
        cual = _SIGNOS[signo]
    en_palabras = not signo and match["num"].isdigit() and valor >= 10_000 and valor % 1_000 == 0
    return Cifra(match.start(), match.end(), valor, cual, bool(escala) or en_palabras, bool(signo or moneda or escala in _DE_DINERO))


def numeros(plano: str) -> Iterator[tuple[int, int, float]]:
    """Yields every number written in digits that is no part of a word: (start, end, value)."""
    for match in re.finditer(rf"(?<![\w.,])(?:{_NUM})(?![\w])", plano):
        yield match.start(), match.end(), numero(match[0])
