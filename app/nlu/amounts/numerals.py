"""Reads a number, in figures or in words, from 0 to 999 999: "300.000", "1/2", "mil quinientas", "300mil".

A number above that is a quantity with a scale ("un millón doscientos"): see quantities.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from app.nlu.amounts.lexicon import ESCALAS_DINERO, MIL, MILLONES, MITADES, TRAS_MONTO
from app.nlu.amounts.other_units import belongs_elsewhere, is_money
from app.nlu.amounts.spelling import number_word
from app.nlu.amounts.tokens import Tokens, is_glued, is_number, word_at

_THOUSAND: Final = 1_000
_TOO_BIG_FOR_MIL: Final = 10_000  # "300.000 mil" repeats itself: nobody means 300 million


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `tokens[...end]`. `mil`: thousands were said or written "k"; `solo_mil`: nothing but "mil" was.

    `cifras`: written in figures; `grupos`: with its thousands marked; `decimal`: with cents.
    """

    valor: Fraction
    end: int
    mil: bool = False
    solo_mil: bool = False
    cifras: bool = False
    grupos: bool = False
    decimal: bool = False


def is_scale(word: str) -> bool:
    """Returns whether a word multiplies the number before it."""
    return word in MIL or word in MILLONES or word in ESCALAS_DINERO


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """Returns the longest number that starts at token i, None when none does."""
    if word_at(tokens, i) in MIL:
        return _with_rest(tokens, Numeral(Fraction(_THOUSAND), i + 1, mil=True, solo_mil=True))
    group = _figures(tokens, i) if is_number(tokens, i) else _words(tokens, i)
    if group is None or not _says_thousands(tokens, group):
        return group
    factor = 1 if group.valor >= _TOO_BIG_FOR_MIL else _THOUSAND
    return _with_rest(tokens, replace(group, valor=group.valor * factor, end=group.end + 1, mil=True))


def _figures(tokens: Tokens, i: int) -> Numeral:
    token = tokens[i]
    assert token.valor is not None
    plain = Numeral(token.valor, i + 1, cifras=True, grupos=token.grupos, decimal=token.decimal)
    if word_at(tokens, i + 1) == "/" and is_number(tokens, i + 2) and is_scale(word_at(tokens, i + 3)):
        below = tokens[i + 2].valor
        if below and token.valor < below < 10:
            return replace(plain, valor=token.valor / below, end=i + 3)
    return _spaced_groups(tokens, i, plain) or _spoken_decimals(tokens, plain)


def _spaced_groups(tokens: Tokens, i: int, first: Numeral) -> Numeral | None:
    """Returns "300 000", "$ 1 299 990"; None where the figures could be a model and a price: "note 13 500 lucas"."""
    at, valor = i + 1, first.valor
    while valor < _THOUSAND**2 and is_number(tokens, at) and tokens[at].texto.isdigit() and len(tokens[at].texto) == 3:
        valor, at = valor * _THOUSAND + (tokens[at].valor or 0), at + 1
    marked = at - i > 2 or tokens[at - 1].texto == "000" or word_at(tokens, i - 1) == "$"
    if at == i + 1 or not marked or valor % 10 or not tokens[i].texto.isdigit() or first.valor >= _THOUSAND:
        return None
    return replace(first, valor=valor, end=at, grupos=True)


def _words(tokens: Tokens, i: int) -> Numeral | None:
    """Returns a number below 1 000 in words: hundreds, then tens, then units, each optional."""
    if word_at(tokens, i) in MITADES and (is_scale(word_at(tokens, i + 1)) or _shares_a_scale(tokens, i)):
        return Numeral(Fraction(1, 2), i + 1)
    total, ceiling, at = 0, _THOUSAND, i
    while (step := _next_word(tokens, at, total, ceiling)) is not None:
        value, at = step
        total, ceiling = total + value, _room_after(value)
    return _spoken_decimals(tokens, Numeral(Fraction(total), at)) if total else None


def _shares_a_scale(tokens: Tokens, i: int) -> bool:
    """Returns whether the number after the next one word has a scale for both: "de medio a un palo"."""
    return word_at(tokens, i + 1) in {"a", "y", "o", "-"} and is_scale(word_at(tokens, i + 3))


def _next_word(tokens: Tokens, at: int, total: int, ceiling: int) -> tuple[int, int] | None:
    """Returns the value of the next number word and where it ends; "y" only joins units to tens."""
    if total and word_at(tokens, at) == "y" and total % 100 >= 20 and total % 10 == 0:
        unit = number_word(word_at(tokens, at + 1)) or _THOUSAND
        return (unit, at + 2) if unit < 10 else None
    value = number_word(word_at(tokens, at))
    if value is not None and 1 < value < 10 and word_at(tokens, at + 1) in {"cientos", "cientas"}:
        value, at = value * 100, at + 1  # Dictation writes "dos cientos" apart.
    return (value, at + 1) if value is not None and value < ceiling else None


def _room_after(value: int) -> int:
    """Returns below what the next word must stay: "doscientos" leaves room for tens, "veinte" for units."""
    if value >= 100:
        return 100
    return 10 if value >= 20 and value % 10 == 0 else 0


def _spoken_decimals(tokens: Tokens, whole: Numeral) -> Numeral:
    """Returns "uno coma cinco" as 1.5, when a scale follows: elsewhere "coma" and "punto" are punctuation."""
    if word_at(tokens, whole.end) not in {"coma", "punto"}:
        return whole
    at = whole.end + 1
    digits = tokens[at].valor if is_number(tokens, at) else Fraction(number_word(word_at(tokens, at)) or 0)
    if not digits or digits >= 100 or not is_scale(word_at(tokens, at + 1)):
        return whole
    return replace(whole, valor=whole.valor + digits / (10 if digits < 10 else 100), end=at + 1, decimal=True)


def _says_thousands(tokens: Tokens, group: Numeral) -> bool:
    """Returns whether "mil" or "k" follows. A "k" apart is also how people write "que": "hasta 300 k sea negro"."""
    following = word_at(tokens, group.end)
    if following in MIL:
        return True
    if following != "k" or not group.cifras:
        return False
    after = word_at(tokens, group.end + 1)
    return is_glued(tokens, group.end) or not after.isalpha() or after in TRAS_MONTO


def _with_rest(tokens: Tokens, thousands: Numeral) -> Numeral:
    """Returns "mil quinientos" as 1500 and "199 mil 990" as 199990, but "300 mil 144 hz" as 300000."""
    if thousands.decimal or thousands.valor % _THOUSAND:
        return thousands
    if is_number(tokens, thousands.end):
        token = tokens[thousands.end]
        hundreds = token.texto.isdigit() and len(token.texto) == 3
        rest = Numeral(token.valor or Fraction(0), thousands.end + 1) if hundreds else None
    else:
        rest = _words(tokens, thousands.end)
    if rest is None or rest.decimal or _says_thousands(tokens, rest) or belongs_elsewhere(tokens, rest.end):
        return thousands
    if rest.valor < 10 and not is_money(tokens, rest.end):
        return thousands  # "por 300 mil dos mochilas" counts; "mil dos pesos" does not.
    return replace(thousands, valor=thousands.valor + rest.valor, end=rest.end, solo_mil=False)
