"""Writes the numbers that an answer spells out as digits: "treinta y siete unidades" is "37 unidades"."""

import re
from typing import Final

from text_to_num import text2num

from app.nlu.normalize import normalize

_NUMERALES: Final = """
    cero uno una un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete
    dieciocho diecinueve veinte veintiuno veintiun veintiuna veintidos veintitres veinticuatro veinticinco veintiseis
    veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos
    trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos doscientas trescientas
    cuatrocientas quinientas seiscientas setecientas ochocientas novecientas mil millon millones
    """.split()
# The library knows the spelling with accents, and no apocope.
_COMO_SE_ESCRIBE: Final = {
    "dieciseis": "dieciséis",
    "veintidos": "veintidós",
    "veintitres": "veintitrés",
    "veintiseis": "veintiséis",
    "veintiun": "veintiuno",
    "veintiuna": "veintiuno",
    "millon": "millón",
    "una": "uno",
}
_PALABRA: Final = rf"(?:{'|'.join(sorted(_NUMERALES, key=len, reverse=True))})"
_CORRIDA: Final = re.compile(
    rf"(?<![\w$])(?:(?P<medio>medio) millon\b|{_PALABRA}\b(?: (?:y )?{_PALABRA}\b)*)(?P<y_medio> y medi[oa]\b)?"
)
_SOLOS: Final = frozenset({"un", "una", "uno", "millon", "millones"})
_TRAS_CIFRAS: Final = re.compile(r"[\d.,] ?$")
_COMA: Final = re.compile(r"(\d) coma (\d)")


def en_cifras(texto: str) -> str:
    """Returns the text with its number words as digits; "un", "una" and "uno" alone stay: they are articles."""
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


def _valor(match: re.Match[str], plano: str) -> int | None:
    """Returns the number that a run of words writes, None where it is left as it stands."""
    if match["medio"]:
        return 500_000
    palabras = match[0].removesuffix(match["y_medio"] or "").split()
    de_millon = bool(match["y_medio"]) and "millon" in match[0]
    if match["y_medio"] and not de_millon:
        return None  # "dos palos y medio" is read as money
    if palabras[0] in ("mil", "millon", "millones") and _TRAS_CIFRAS.search(plano[: match.start()]):
        return None  # "450 mil", "1,5 millones": the digits before it are the number
    if len(palabras) == 1 and palabras[0] in _SOLOS and not de_millon:
        return None
    try:
        entero = text2num(" ".join(_COMO_SE_ESCRIBE.get(p, p) for p in palabras), "es")
    except ValueError:
        return None
    return int(entero) + (500_000 if de_millon else 0)
