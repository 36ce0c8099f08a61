"""Cuts a folded message into the tokens that the money grammar reads: numbers, words and signs.

Prices are read from characters, because the general tokenizer keeps "300mil" and "100.000-$200.000" whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import Final

from app.nlu.normalize import Normalizado

_DIGITS_MAX: Final = 12  # a longer run of digits is no price that anybody pays

_TOKEN: Final = re.compile(
    r"""
    (?P<grupos>[0-9]{1,3}(?:[.,'][0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9]))      # 300.000  1'200.000  300.000,00
  | (?P<decimal>[0-9]+[.,][0-9]{1,2}(?![0-9]))                                # 1,5  299.99
  | (?P<entero>[0-9]+)
  | (?P<moneda>(?<![^\W_])(?:us\$|usd?(?=\s?\$)|u\$[sd]|mxn?\$|ar\$|col\$|clp\$|r\$|s/\.?(?=\s?[0-9])
      |(?:clp|usd|eur|mxn|cop|ars|pen|brl)(?=[0-9]))|\$|€)
  | (?P<palabra>[^\W\d_][^\W_]*)                                              # a word, or a model: a54
  | (?P<signo><=|>=|\+/-|\+-|''|[^\s])
    """,
    re.VERBOSE,
)


class Clase(Enum):
    """What a token is."""

    NUMERO = auto()
    PALABRA = auto()
    MONEDA = auto()  # a currency sign, or a currency code glued to its number
    SIGNO = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the folded text.

    `pegado`: nothing separates it from the token before. `mayuscula`: it was typed with a capital ("1.2M" is money,
    "1.2m" a length). On numbers, `valor` is set, `grupos` says that thousands are marked ("300.000") and `decimal`
    that cents are ("1,5").
    """

    clase: Clase
    texto: str
    start: int
    end: int
    pegado: bool = False
    valor: Fraction | None = None
    grupos: bool = False
    decimal: bool = False
    mayuscula: bool = False


Tokens = Sequence[Token]


def tokenize(folded: Normalizado, texto: str) -> tuple[Token, ...]:
    """Returns the tokens of a folded text, in order; `texto` is what was typed. Linear in its length."""
    tokens: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(folded.texto):
        mayuscula = texto[folded.mapa[match.start()]].isupper()
        tokens.append(_token(match, pegado=match.start() == end, mayuscula=mayuscula))
        end = match.end()
    return tuple(tokens)


def word_at(tokens: Tokens, i: int) -> str:
    """Returns the word or sign at i; "" for a number and outside the message."""
    return tokens[i].texto if 0 <= i < len(tokens) and tokens[i].clase is not Clase.NUMERO else ""


def is_number(tokens: Tokens, i: int) -> bool:
    """Returns whether figures stand at i."""
    return 0 <= i < len(tokens) and tokens[i].clase is Clase.NUMERO


def is_glued(tokens: Tokens, i: int) -> bool:
    """Returns whether the token at i follows the one before without a space."""
    return 0 <= i < len(tokens) and tokens[i].pegado


def _token(match: re.Match[str], *, pegado: bool, mayuscula: bool) -> Token:
    kind, written = match.lastgroup, match.group()
    start, end = match.span()
    if kind == "moneda":
        return Token(Clase.MONEDA, written, start, end, pegado)
    if kind == "palabra":
        return Token(Clase.PALABRA, written, start, end, pegado, mayuscula=mayuscula)
    if kind == "signo" or len(written) > 2 * _DIGITS_MAX:
        return Token(Clase.SIGNO, written, start, end, pegado)
    return _number(written, start, end, pegado=pegado, grupos=kind == "grupos", decimal=kind == "decimal")


def _number(written: str, start: int, end: int, *, pegado: bool, grupos: bool, decimal: bool) -> Token:
    """Returns a number token. Its last separator marks cents when one or two digits follow it, thousands otherwise."""
    whole, cents = written, ""
    if decimal or (grupos and written[-4] not in ".,'"):
        cut = max(written.rfind("."), written.rfind(","))
        whole, cents = written[:cut], written[cut + 1 :]
    digits = re.sub(r"[.,']", "", whole)
    if len(digits) > _DIGITS_MAX:
        return Token(Clase.SIGNO, written, start, end, pegado)
    valor = Fraction(int(digits + cents), 10 ** len(cents))
    return Token(Clase.NUMERO, written, start, end, pegado, valor, grupos, decimal)
