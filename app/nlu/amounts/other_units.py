"""Tells the numbers that are no money: those with another unit, in a name, a date, a code.

Source: nlu-guidelines, Amounts: "numbers with another unit are never prices".
"""

from typing import Final

from app.nlu.amounts.lexicon import (
    ESCALAS_DINERO,
    MAGNITUDES,
    MIL,
    MILLONES,
    MONEDAS,
    NOMBRES_DE_SERIE,
    NOMBRES_EN_S,
    OTRAS_UNIDADES,
    PESOS,
    TRAS_MONTO,
    UNIDADES_DE_UNA_LETRA,
)
from app.nlu.amounts.spelling import number_word
from app.nlu.amounts.tokens import Clase, Tokens, is_glued, is_number, word_at

_DINERO: Final = MIL | MILLONES | ESCALAS_DINERO.keys() | MONEDAS.keys() | PESOS
_NO_PLURAL: Final = ("us", "is", "ss")  # Asus, Levis, wireless
_PHONE_DIGITS: Final = 8  # as many without a separator are a phone, a code, an identity number


def belongs_elsewhere(tokens: Tokens, end: int) -> bool:
    """Returns whether what follows a bare number at `end` makes it something else than money."""
    return has_other_unit(tokens, end) or is_plural_noun(word_at(tokens, end))


def has_other_unit(tokens: Tokens, end: int) -> bool:
    """Returns whether a unit of anything but money follows at `end`: "16 gb", "1080p", "27''", "16 de ram"."""
    word = word_at(tokens, end)
    if not word:
        return False
    if word in _DINERO or tokens[end].clase is Clase.MONEDA:
        return False
    if tokens[end].clase is Clase.PALABRA and tokens[end].pegado and is_number(tokens, end - 1):
        return True  # Letters glued to the figures: "5g", "13pro", "140x190".
    if word in OTRAS_UNIDADES or word in UNIDADES_DE_UNA_LETRA:
        return True
    if word == "x" or word == "*":
        return is_number(tokens, end + 1) and is_number(tokens, end - 1) and not is_money(tokens, end + 2)
    if word in {"de", "d"}:
        return word_at(tokens, end + 1) in MAGNITUDES
    if word == "por":
        return word_at(tokens, end + 1) == "ciento"
    part = word in {":", "/"} and is_glued(tokens, end) and is_number(tokens, end + 1)  # an hour, a date
    return part and not is_money(tokens, end + 2)


def is_plural_noun(word: str) -> bool:
    """Returns whether a word after a bare number reads as what is counted: "300 notebooks", "20 invitados"."""
    if not word.isalpha() or word in TRAS_MONTO or word in NOMBRES_EN_S or word in _DINERO:
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL)


def is_part_of_a_code(tokens: Tokens, start: int, end: int) -> bool:
    """Returns whether the number at `tokens[start:end]` is part of a name, a date or a code: "WH-1000", "15:30"."""
    before, glued = word_at(tokens, start - 1), is_glued(tokens, start)
    if before in {"#", "°"}:
        return True
    if before == "por" and not is_money(tokens, end):  # "sesenta por ciento", "sesenta por sesenta"
        percent = word_at(tokens, start) == "ciento" and end == start + 1
        return percent or (number_word(word_at(tokens, start - 2)) or 0) >= 10
    if glued and before in {":", "/"} and is_number(tokens, start - 2):
        return not is_money(tokens, end)
    if glued and before == "-" and is_glued(tokens, start - 1) and tokens[start - 2].clase is Clase.PALABRA:
        return not (is_number(tokens, start - 3) and is_glued(tokens, start - 2)) and not is_money(tokens, start - 2)
    if before in {"x", "*"} and is_number(tokens, start - 2) and not is_money(tokens, end):
        return True
    return _is_identity_number(tokens, start, end)


def is_series_name(word: str) -> bool:
    """Returns whether a word before a number makes it its model or code: "rtx 4060", "i5 13400", "pedido 123450"."""
    return word in NOMBRES_DE_SERIE or (any(c.isdigit() for c in word) and any(c.isalpha() for c in word))


def _is_identity_number(tokens: Tokens, start: int, end: int) -> bool:
    """Returns whether a number is a phone ("+56 912345678") or a Chilean identity number ("12.345.678-9")."""
    written = tokens[start].texto
    if written.isdigit() and len(written) >= _PHONE_DIGITS:
        return True
    checked = word_at(tokens, end) == "-" and is_glued(tokens, end) and is_glued(tokens, end + 1)
    if not (checked and tokens[start].grupos and len(written) >= _PHONE_DIGITS + 1):
        return False
    return word_at(tokens, end + 1) == "k" or (end + 1 < len(tokens) and len(tokens[end + 1].texto) == 1)


def is_money(tokens: Tokens, i: int) -> bool:
    """Returns whether the word at i is money, or a scale that prices are said in."""
    return word_at(tokens, i) in _DINERO
