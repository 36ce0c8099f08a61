"""Decides whether a phrase is a price, how sure that is, and which interval it means.

Source: nlu-guidelines, Amounts (a bare number from 10 to 999 beside a price cue means thousands) and Direction.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from app.models.dominio import RangoPrecio
from app.nlu.amounts.cues import Fuerza, Sentido
from app.nlu.amounts.lexicon import CIFRAS_TECNICAS, MEDIDAS, NO_ES_COMPRA, NO_SON_PRECIO, TRAS_MONTO, words
from app.nlu.amounts.other_units import belongs_elsewhere, is_series_name
from app.nlu.amounts.phrases import Frase
from app.nlu.amounts.quantities import Cantidad
from app.nlu.amounts.tokens import Clase, Tokens, is_number, word_at

_MIL: Final = 1_000
_MILLON: Final = 1_000_000
_PRICE_MAX: Final = 1_000_000_000  # pesos; above it nothing is sold here
_RACE: Final = 50_000  # "para correr 42k", "de 6k": a "k" alone also stands for kilometres and kilos
_YEARS: Final = range(1990, 2036)
_AROUND: Final = (Fraction(8, 10), Fraction(12, 10))
_SKIPPED: Final = words("de del que con un una el la lo los las tenga tengan sea su mi mis me en para y a o d q")
_LOOK_BACK: Final = 4  # words before a cue where a dimension may be named: "que soporte un peso de hasta 120"


def judge(tokens: Tokens, phrase: Frase) -> tuple[RangoPrecio, bool] | None:
    """Returns what a phrase means and whether that is sure; None when it is no price."""
    if word_at(tokens, phrase.start - 1) in NO_SON_PRECIO:
        return None
    sure = _interval_is_sure(tokens, phrase) if phrase.es_intervalo else _single_is_sure(tokens, phrase)
    if sure is None:
        return None
    rango = _rango(phrase)
    if (rango.max or rango.min or 0) > _PRICE_MAX:
        return None
    return rango, sure and not _names(tokens, phrase, NO_ES_COMPRA) and not _is_converted(tokens, phrase)


# --- Is it a price? True: sure. False: perhaps. None: no ------------------------------------------------------------


def _single_is_sure(tokens: Tokens, phrase: Frase) -> bool | None:
    cantidad = phrase.cantidades[0]
    if cantidad.dudosa:
        return _dubious_is_sure(tokens, phrase, cantidad)
    if cantidad.es_dinero:
        return _money_is_sure(tokens, phrase, cantidad)
    if not phrase.con_cue:
        return _uncued_is_sure(tokens, phrase, cantidad)
    return _bare_is_sure(tokens, phrase, cantidad)


def _dubious_is_sure(tokens: Tokens, phrase: Frase, cantidad: Cantidad) -> bool | None:
    """Judges what is money only beside a cue: "el millón", "1.2M", "mil", "300 verdes"."""
    if cantidad.moneda is not None:
        return phrase.fuerza is not Fuerza.DEBIL
    if phrase.fuerza is Fuerza.DEBIL or belongs_elsewhere(tokens, cantidad.end):
        return None
    return cantidad.escala == _MILLON


def _money_is_sure(tokens: Tokens, phrase: Frase, cantidad: Cantidad) -> bool | None:
    """Judges "300 lucas", "$300.000", "200 mil", "un millón", "500 pesos"."""
    value = _single_value(cantidad)
    if value < 1 or (cantidad.abierta and value < 10 and not cantidad.decimal):
        return None
    if cantidad.moneda == "CLP" and value < 100:
        return False
    if cantidad.signo or _is_slang(tokens, cantidad):
        return True
    if word_at(tokens, cantidad.end - 1) == "k" and value < _RACE and phrase.fuerza is Fuerza.DEBIL:
        return False
    counted = belongs_elsewhere(tokens, phrase.end)
    if cantidad.escala == _MIL:
        return phrase.con_cue or not counted
    return not counted and (phrase.con_cue or _following(tokens, phrase.end) is True)


def _is_slang(tokens: Tokens, cantidad: Cantidad) -> bool:
    return word_at(tokens, cantidad.end - 1)[:2] in {"lu", "lk", "pa", "ga", "qu"}


def _uncued_is_sure(tokens: Tokens, phrase: Frase, cantidad: Cantidad) -> bool | None:
    """Judges a number with nothing beside it: "notebook 300.000" may be a price, "RTX 4060" is none."""
    if cantidad.decimal or cantidad.valor % 10 or is_series_name(word_at(tokens, phrase.start - 1)):
        return None
    return False if cantidad.valor >= 10 * _MIL or (cantidad.grupos and cantidad.valor >= _MIL) else None


def _bare_is_sure(tokens: Tokens, phrase: Frase, cantidad: Cantidad) -> bool | None:
    """Judges a bare number beside a cue: "menos de 500" is sure, "con 300" is not, "con 512" is no price."""
    value = cantidad.valor
    if value < 10 or value.denominator > 1 or _is_measured(tokens, phrase) or _is_reference(tokens, phrase, cantidad):
        return None
    following = _following(tokens, phrase.end)
    if following is None or (phrase.fuerza is not Fuerza.FUERTE and following is False):
        return None
    if value < _MIL:
        return _small_is_sure(phrase, int(value), names_follow=not following)
    if value in _YEARS and not cantidad.grupos:
        return None
    if value < 10 * _MIL and not cantidad.grupos:
        plain = value % 100 == 0 and value >= 2 * _MIL
        return None if phrase.fuerza is Fuerza.DEBIL else phrase.fuerza is Fuerza.FUERTE and plain
    return phrase.fuerza is not Fuerza.DEBIL or value >= 100 * _MIL


def _small_is_sure(phrase: Frase, value: int, *, names_follow: bool) -> bool | None:
    """Judges 10 to 999 beside a cue; such numbers are also inches, gigabytes and hertz."""
    if phrase.fuerza is Fuerza.DEBIL:
        if phrase.sentido is Sentido.SUELTO or value < 20 or value % 10 or value in CIFRAS_TECNICAS:
            return None
        return False
    if phrase.sentido is Sentido.MIN:
        return None if value in CIFRAS_TECNICAS else value >= 100 and not names_follow
    if phrase.fuerza is Fuerza.MEDIA:
        return None if value < 50 and value % 5 else value >= 50 and value % 5 == 0
    return value not in CIFRAS_TECNICAS and (value >= 100 or value % 5 == 0)


def _interval_is_sure(tokens: Tokens, phrase: Frase) -> bool | None:
    first, second = phrase.cantidades
    if first.es_dinero or second.es_dinero:
        return not (first.dudosa or second.dudosa)
    low, high = sorted((first.valor, second.valor))
    thousands = low >= 1 and (first.grupos or second.grupos)  # "entre 8 y 12.000"
    if (low < 10 and not thousands) or low.denominator > 1 or high.denominator > 1 or _is_measured(tokens, phrase):
        return None
    if any(_is_reference(tokens, phrase, cantidad) for cantidad in phrase.cantidades):
        return None
    if not _following(tokens, phrase.end) and phrase.fuerza is not Fuerza.FUERTE:
        return None
    if _following(tokens, phrase.end) is None or high in _YEARS or high - low < 5:
        return None
    if high >= 10 * _MIL:
        return phrase.fuerza is Fuerza.FUERTE or low >= 10 * _MIL
    if phrase.fuerza is Fuerza.FUERTE:
        return None if {low, high} <= CIFRAS_TECNICAS else low % 5 == 0 and high % 5 == 0 and low >= 20
    round_numbers = low % 10 == 0 and high % 10 == 0 and low >= 50 and high < _MIL
    return False if round_numbers else None


def _following(tokens: Tokens, end: int) -> bool | None:
    """Returns what stands behind a bare number: True an end or a linking word, False a name, None what it counts."""
    if belongs_elsewhere(tokens, end):
        return None
    if end >= len(tokens) or tokens[end].clase is not Clase.PALABRA:
        return True
    return tokens[end].texto in TRAS_MONTO


def _is_measured(tokens: Tokens, phrase: Frase) -> bool:
    """Returns whether a dimension is named just before the cue: "talla entre 40 y 45", "que soporte hasta 120"."""
    return _names(tokens, phrase, MEDIDAS)


def _is_converted(tokens: Tokens, phrase: Frase) -> bool:
    """Returns whether the amount is asked in another currency: "cuántos pesos colombianos son cien euros"."""
    asked = (word_at(tokens, i) for i in range(phrase.start - 1 - _LOOK_BACK, phrase.start - 1))
    return word_at(tokens, phrase.start - 1) in {"son", "es"} and any(word.startswith("cuant") for word in asked)


def _names(tokens: Tokens, phrase: Frase, nouns: frozenset[str]) -> bool:
    """Returns whether one of the nouns stands before a phrase, with nothing but linking words between them.

    A noun with its number already is none: "144 hz menos de 200" names a frequency, and then a price.
    """
    for i in range(phrase.start - 1, max(phrase.start - 1 - _LOOK_BACK, -1), -1):
        word = word_at(tokens, i)
        if word in nouns:
            return not is_number(tokens, i - 1)
        if word not in _SKIPPED:
            return False
    return False


def _is_reference(tokens: Tokens, phrase: Frase, cantidad: Cantidad) -> bool:
    """Returns whether a number points at something shown or at an hour: "entre el 1 y el 3", "hasta las 10"."""
    article = word_at(tokens, cantidad.start - 1)
    if article in {"el", "este", "ese", "al", "la", "del"}:
        return True
    hour = word_at(tokens, phrase.start) in {"hasta", "asta", "desde", "a", "entre", "de"}
    return article == "las" and hour and cantidad.valor <= 24


# --- What does it mean? ----------------------------------------------------------------------------------------------


def _rango(phrase: Frase) -> RangoPrecio:
    """Returns the interval in whole units of its currency."""
    if phrase.es_intervalo:
        low, high = (round(end) for end in sorted(_shared(*phrase.cantidades)))
        named = phrase.cantidades[1].moneda or phrase.cantidades[0].moneda or "CLP"
        if phrase.sentido is Sentido.ENTRE:
            return RangoPrecio(low, high, named)
        return RangoPrecio(low, None, named) if phrase.sentido is Sentido.MIN else RangoPrecio(None, high, named)
    cantidad = phrase.cantidades[0]
    value, moneda = _single_value(cantidad), cantidad.moneda or "CLP"
    if phrase.sentido is Sentido.MIN:
        return RangoPrecio(round(value), None, moneda)
    if phrase.sentido in {Sentido.MAX, Sentido.PRESUPUESTO}:
        return RangoPrecio(None, round(value), moneda)
    return RangoPrecio(round(value * _AROUND[0]), round(value * _AROUND[1]), moneda)


def _single_value(cantidad: Cantidad) -> Fraction:
    """Returns a quantity's value; a bare whole number from 10 to 999 means thousands."""
    in_thousands = cantidad.abierta and 10 <= cantidad.valor < _MIL and not cantidad.decimal
    return cantidad.valor * _MIL if in_thousands else cantidad.valor


def _shared(first: Cantidad, second: Cantidad) -> tuple[Fraction, Fraction]:
    """Returns both ends, each read in the light of the other: a unit said once serves both."""
    if first.abierta and second.abierta:
        return _in_same_thousands(first.valor, second.valor)
    return _beside(first, second), _beside(second, first)


def _in_same_thousands(first: Fraction, second: Fraction) -> tuple[Fraction, Fraction]:
    """Returns two bare numbers: "200 y 300", "900 y 1200" and "8 y 12.000" are all in thousands."""
    low, high = min(first, second), max(first, second)
    if low >= _MIL:
        return first, second
    if high < 10 * _MIL and high < low * 10:
        return first * _MIL, second * _MIL
    return tuple(value * _MIL if value < _MIL else value for value in (first, second))  # type: ignore[return-value]


def _beside(cantidad: Cantidad, other: Cantidad) -> Fraction:
    """Returns a quantity's value, with the other's scale where it has none of its own."""
    value = cantidad.valor
    if not cantidad.abierta:
        return value
    if other.escala is not None and value < 10 * _MIL:
        scaled = value * other.escala
        return scaled if scaled <= 20 * other.valor else _single_value(replace(cantidad, decimal=False))
    if other.moneda is not None and other.moneda != "CLP":
        return value
    if value < _MIL and other.valor >= value * _MIL:
        return value * _MIL
    return value if other.moneda is not None else _single_value(cantidad)
