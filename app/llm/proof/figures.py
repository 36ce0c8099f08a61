"""Reads the money, the percentages and the numbers that a sentence asserts, exactly as written and without direction.

`app.nlu.amounts` reads what a person may mean by "unos 300"; here "$449.990" must be 449990 and nothing near it. Works
on folded text whose number words have become digits (number_words.py). Amounts are whole units of `moneda`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

CERCA: Final = 0.05  # "cerca de 450 lucas" for $449.990
REDONDEO: Final = 0.006  # "450 lucas" for $449.990, and not 445
_MENOR_PRECIO: Final = 10_000  # a bare number below this is no price of anything

_NUM: Final = r"\d{1,3}(?:[.,']\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_ESCALAS: Final = {
    **dict.fromkeys(("mil", "miles", "k", "luca", "lucas", "luka", "lukas"), 1_000),
    **dict.fromkeys(("palo", "palos", "millon", "millones"), 1_000_000),
    **dict.fromkeys(("gamba", "gambas"), 100),
}
_DE_DINERO: Final = frozenset({"luca", "lucas", "luka", "lukas", "palo", "palos", "gamba", "gambas"})
_SIGNOS: Final = {
    "$": "CLP", "clp": "CLP", "clp$": "CLP", "us$": "USD", "u$s": "USD", "usd": "USD", "usd$": "USD", "€": "EUR",
    "eur": "EUR", "£": "GBP", "s/": "PEN", "s/.": "PEN", "mx$": "MXN", "mxn": "MXN", "ar$": "ARS", "ars": "ARS",
    "r$": "BRL", "cop": "COP",
}  # fmt: skip
_NOMBRES: Final = {
    **dict.fromkeys(("pesos", "peso", "clp", "pesos chilenos", "$"), "CLP"),
    **dict.fromkeys(("dolares", "dolar", "usd", "us$", "dolares americanos"), "USD"),
    **dict.fromkeys(("euros", "euro", "eur", "€"), "EUR"),
    **dict.fromkeys(("pesos mexicanos", "mxn"), "MXN"),
    **dict.fromkeys(("pesos argentinos", "ars"), "ARS"),
    "pesos colombianos": "COP", "pesos uruguayos": "UYU", "soles": "PEN", "reales": "BRL", "bolivares": "VES",
    "libras": "GBP", "yenes": "JPY", "uf": "UF",
}  # fmt: skip


def _cualquiera(palabras: Mapping[str, object]) -> str:
    return "|".join(re.escape(p) for p in sorted(palabras, key=len, reverse=True))


_MONTO: Final = re.compile(
    rf"(?:(?P<signo>(?<![a-z])(?:{_cualquiera(_SIGNOS)}))\s?)?(?<![\w.,])"
    rf"(?P<num>{_NUM}|medi[oa](?= (?:palo|millon|luca))|(?:una?|el)(?= (?:palo|luca|millon))|un(?= peso\b))"
    rf"(?:\s?(?P<escala>{_cualquiera(_ESCALAS)})\b)?(?P<medio> y medi[oa]\b)?"
    rf"(?:\s?(?:de )?(?P<moneda>{_cualquiera(_NOMBRES)})(?!\w))?"
)
_PORCENTAJE: Final = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s?(?:%|por ?ciento)")
_NUMERO: Final = re.compile(rf"(?<![\w.,])(?:{_NUM})(?!\w)")
_CON_CENTAVOS: Final = re.compile(r"(.*\.\d{3}),(\d{1,2})")
# What may follow a bare amount; another noun there is what is being counted ("6 mil páginas").
_TRAS_MONTO: Final = frozenset(
    """
    y e o u a al de del en es el la los las lo un una por para con sin si que como cada mas menos contra versus vs pero
    aunque mientras esta estan tienes puedes te se le tu mi su ya hoy aprox aproximadamente exactos justos iva total
    maximo minimo tope tenemos tengo hay llevas queda quedan frente respecto segun ambos este ese esa cuesta sale vale
    """.split()
)
_DE_ALGO: Final = re.compile(r" de (?!pesos)[a-zñ]{4,}")
_APROX: Final = re.compile(
    r"(?:\b(?:cerca de|casi|alrededor de(?: los)?|un[oa]s|aprox\w*|mas o menos|en torno a(?: los)?|bordea\w*|rond\w+|"
    r"poco (?:menos|mas) de|como)(?: un[oa]s| los| en| a)?|~)\s*$"
)
_APROX_DESPUES: Final = re.compile(r"\s*(?:aprox\w*|mas o menos|y (?:algo|tantos))")
_CON_ESPACIOS: Final = re.compile(r"(?<=\$)\s?\d{1,3}(?: \d{3})+(?!\d)")


class Lugar(Protocol):
    """Anything that stands somewhere in a text: characters, end exclusive."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Cifra:
    """Money as written. `redonda`: in thousands, millions or words, so people round it."""

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


def read_cifras(plano: str) -> tuple[Cifra, ...]:
    """Returns the amounts of money of a folded text, in order."""
    return tuple(cifra for match in _MONTO.finditer(plano) if (cifra := _cifra(match, plano)))


def read_porcentajes(plano: str) -> tuple[Porcentaje, ...]:
    """Returns the percentages of a folded text, in order."""
    return tuple(Porcentaje(m.start(), m.end(), numero(m[1])) for m in _PORCENTAJE.finditer(plano))


def numeros(plano: str) -> Iterator[tuple[int, int, float]]:
    """Yields every number written in digits that is no part of a word: (start, end, value)."""
    for match in _NUMERO.finditer(plano):
        yield match.start(), match.end(), numero(match[0])


def juntar_miles(plano: str) -> str:
    """Returns the folded text, same length, with "$449 990" written "$449.990"."""
    return _CON_ESPACIOS.sub(lambda m: m[0][:1] + m[0][1:].replace(" ", "."), plano)


def holgura(cifra: Cifra, antes: str = "", despues: str = "") -> float:
    """Returns how far from a price the amount may lie, as a part of it: 0 unless it is said to be round or near."""
    if _APROX.search(antes) or _APROX_DESPUES.match(despues):
        return CERCA
    return REDONDEO if cifra.redonda else 0.0


def es_precio(precio: float, cifra: Cifra, margen: float) -> bool:
    """Returns whether the amount stands for this price."""
    return abs(precio - cifra.valor) <= precio * margen


def numero(escrito: str) -> float:
    """Returns the value of digits as Chile writes them: "449.990" is 449990, "15,6" and "15.6" are 15.6."""
    if match := _CON_CENTAVOS.fullmatch(escrito):
        return float(f"{match[1].replace('.', '')}.{match[2]}")
    grupos = re.split(r"[.,']", escrito)
    if len(grupos) > 1 and all(len(g) == 3 for g in grupos[1:]) and grupos[0] != "0":
        return float("".join(grupos))
    return float(".".join(grupos))


def _cifra(match: re.Match[str], plano: str) -> Cifra | None:
    escala, signo, moneda = match["escala"], match["signo"], match["moneda"]
    valor = {"m": 0.5, "u": 1.0, "e": 1.0}.get(match["num"][0]) or numero(match["num"])
    valor = (valor + (0.5 if match["medio"] else 0)) * _ESCALAS.get(escala, 1)
    con_moneda = bool(signo or moneda or escala in _DE_DINERO)
    if not con_moneda:
        tras = re.match(r"\s?([^\W\d_]+)", plano[match.end() :])
        if valor < _MENOR_PRECIO or (tras is not None and tras[1] not in _TRAS_MONTO):
            return None  # 4K is a resolution, 6 mil páginas are no money
        if escala and _DE_ALGO.match(plano, match.end()):
            return None  # 60 millones de clics
    en_palabras = not signo and match["num"].isdigit() and valor >= _MENOR_PRECIO and valor % 1_000 == 0
    return Cifra(match.start(), match.end(), valor, _moneda(signo, moneda), bool(escala) or en_palabras, con_moneda)


def _moneda(signo: str | None, nombre: str | None) -> str:
    """Returns the currency that the sign or the word names; a plain $ gives way to the word ("$300 dólares")."""
    del_signo = _SIGNOS.get(signo or "", "CLP")
    return _NOMBRES.get(nombre or "", del_signo) if del_signo == "CLP" else del_signo
