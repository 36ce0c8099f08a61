"""Reads one quantity: a number with the scale and the currency that are said with it.

"300 lucas", "$300.000.-", "un palo y medio", "1 millón 200 mil pesos chilenos", "US$ 1.200", "300".
Source: nlu-guidelines, Amounts.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from app.nlu.amounts.lexicon import (
    ESCALAS_DINERO,
    ESCALAS_SOLAS,
    MILLONES,
    MITADES,
    MONEDAS,
    MONEDAS_DUDOSAS,
    NO_DINERO_TRAS_PALO,
    PESOS,
    PESOS_DE,
    SIGNOS,
)
from app.nlu.amounts.numerals import Numeral, is_scale, read_numeral
from app.nlu.amounts.other_units import belongs_elsewhere, has_other_unit, is_part_of_a_code
from app.nlu.amounts.tokens import Clase, Tokens, is_glued, is_number, word_at

_MIL: Final = 1_000
_MILLON: Final = 1_000_000
_RESOLUTIONS: Final = frozenset({2, 4, 8})  # 2K, 4K and 8K are screens
_KELVIN: Final = 1_000  # "6500k" is a colour of light
_DUBIOUS_FROM: Final = 50  # "2 verdes" are two green ones, "300 verdes" are dollars
_TRAS_DE_MILLON: Final = frozenset({"presupuesto", "tope", "maximo", "limite", "pesos", "plata"})


@dataclass(frozen=True, slots=True)
class Cantidad:
    """A quantity at `tokens[start:end]`, worth `valor` with its own scale and currency applied.

    `escala`: the scale said with it (1000, 1000000…), None when none was. `moneda`: the currency that was named.
    `signo`: a "$" stands with it. `ajena`: another unit or a name claims the number. `dudosa`: money only if a clear
    cue says so ("1.2M", "mil", "300 verdes"). `sola`: a scale without a number ("el millón").
    """

    start: int
    end: int
    valor: Fraction
    escala: int | None = None
    moneda: str | None = None
    signo: bool = False
    grupos: bool = False
    decimal: bool = False
    ajena: bool = False
    dudosa: bool = False
    sola: bool = False

    @property
    def es_dinero(self) -> bool:
        """Returns whether the words themselves say that this is money."""
        return self.signo or self.escala is not None or self.moneda is not None

    @property
    def abierta(self) -> bool:
        """Returns whether the scale is left to be understood: "500", "$500"; not "500 pesos"."""
        return self.escala is None and self.moneda is None


def read_quantities(tokens: Tokens) -> tuple[Cantidad, ...]:
    """Returns every quantity of the message in order, those that are no money included: they bar the way."""
    found: list[Cantidad] = []
    i = 0
    while i < len(tokens):
        cantidad = _read_quantity(tokens, i)
        if cantidad is not None:
            found.append(cantidad)
        i = cantidad.end if cantidad is not None else i + 1
    return tuple(found)


def _read_quantity(tokens: Tokens, i: int) -> Cantidad | None:
    """Returns the quantity that starts at token i, its currency sign included."""
    at, signo, moneda = _currency_before(tokens, i)
    numeral = read_numeral(tokens, at)
    if numeral is None:
        return _lone_scale(tokens, i) if at == i else None
    base = Cantidad(i, numeral.end, numeral.valor, escala=_MIL if numeral.mil else None, moneda=moneda, signo=signo,
                    grupos=numeral.grupos, decimal=numeral.decimal, dudosa=numeral.solo_mil)  # fmt: skip
    scaled = _apply_scale(tokens, base, numeral)
    priced = _currency_after(tokens, scaled)
    return replace(priced, ajena=_is_foreign(tokens, priced, at, numeral))


def _currency_before(tokens: Tokens, i: int) -> tuple[int, bool, str | None]:
    """Returns where the number starts, whether a currency stands before it, and which one ("$" names none)."""
    at, moneda = i, None
    while at < len(tokens) and at < i + 2:  # Two at most: "CLP $300.000".
        word = tokens[at].texto
        code = tokens[at].clase is Clase.PALABRA and word in SIGNOS and word != "us"
        if tokens[at].clase is not Clase.MONEDA and not code:
            break
        moneda, at = SIGNOS[word.replace(" ", "")] or moneda, at + 1
    return at, at > i, moneda


def _lone_scale(tokens: Tokens, i: int) -> Cantidad | None:
    """Returns "millón y medio", "palo doscientos", "el millón": one of the scale, without a number before it."""
    word = word_at(tokens, i)
    if word not in ESCALAS_SOLAS or _is_a_stick(tokens, i):
        return None
    escala = ESCALAS_DINERO.get(word, _MILLON)
    bare = Cantidad(i, i + 1, Fraction(escala), escala=escala, dudosa=True, sola=True)
    whole = _with_rest(tokens, bare, escala)
    if whole.end > bare.end:
        whole = replace(whole, dudosa=False)
    priced = _currency_after(tokens, whole)
    return replace(priced, ajena=_counts_things(tokens, priced))


def _apply_scale(tokens: Tokens, base: Cantidad, numeral: Numeral) -> Cantidad:
    """Returns the quantity multiplied by the scale word after it, if one follows."""
    word = word_at(tokens, base.end)
    escala = ESCALAS_DINERO.get(word) or (_MILLON if word in MILLONES else None)
    if escala is None:
        return _apply_letter(tokens, base)
    if _is_a_stick(tokens, base.end):
        return base
    times = numeral.valor
    if escala == _MIL and times >= 10 * _MIL:  # "300.000 lucas" says the thousands twice.
        times /= _MIL
    if escala == _MILLON and numeral.grupos:  # "1.250 millones" is one and a quarter.
        times /= _MIL
    scaled = replace(base, end=base.end + 1, valor=times * escala, escala=escala, dudosa=False)
    return _with_rest(tokens, scaled, escala)


def _is_a_stick(tokens: Tokens, i: int) -> bool:
    """Returns whether the "palo" at i is a thing: "palo selfie", "un palo para selfie"."""
    if not word_at(tokens, i).startswith("pal"):
        return False
    after = i + 2 if word_at(tokens, i + 1) in {"para", "pa", "de"} else i + 1
    return word_at(tokens, after) in NO_DINERO_TRAS_PALO


def _apply_letter(tokens: Tokens, base: Cantidad) -> Cantidad:
    """Returns "1.2M" in millions; a small "m" is metres unless a "$" says otherwise."""
    if word_at(tokens, base.end) not in {"m", "mm"} or not is_number(tokens, base.end - 1) or base.escala:
        return base
    token = tokens[base.end]
    if not (base.signo or (token.mayuscula and token.texto == "m" and token.pegado)) or base.valor >= _MIL:
        return base
    return replace(base, end=base.end + 1, valor=base.valor * _MILLON, escala=_MILLON, dudosa=not base.signo)


def _with_rest(tokens: Tokens, whole: Cantidad, escala: int) -> Cantidad:
    """Returns "un millón doscientos" as 1200000, "palo y medio" as 1500000, "dos lucas y media" as 2500."""
    if word_at(tokens, whole.end) == "y" and word_at(tokens, whole.end + 1) in MITADES:
        return replace(whole, end=whole.end + 2, valor=whole.valor + Fraction(escala, 2))
    rest = read_numeral(tokens, whole.end) if escala == _MILLON else None
    if rest is None or rest.decimal:
        return whole
    value, end = _rest_value(tokens, rest, slang=word_at(tokens, whole.end - 1) not in MILLONES)
    return replace(whole, end=end, valor=whole.valor + value) if value else whole


def _rest_value(tokens: Tokens, rest: Numeral, *, slang: bool) -> tuple[Fraction, int]:
    """Returns what the number after a million adds and where it ends; 0 when it is about something else."""
    following = word_at(tokens, rest.end)
    if ESCALAS_DINERO.get(following) == _MIL and rest.valor < _MIL:
        return rest.valor * _MIL, rest.end + 1
    if is_scale(following) or belongs_elsewhere(tokens, rest.end):
        return Fraction(0), rest.end
    if rest.mil or (rest.grupos and rest.valor < _MILLON):
        return rest.valor, rest.end
    if 10 <= rest.valor < _MIL:
        return rest.valor * _MIL, rest.end
    if slang and 2 <= rest.valor < 10 and not following.isalpha():
        return rest.valor * 100 * _MIL, rest.end  # "un palo dos" is a million two hundred thousand.
    return Fraction(0), rest.end


def _currency_after(tokens: Tokens, cantidad: Cantidad) -> Cantidad:
    """Returns the quantity with the currency that follows it: "pesos mexicanos", "USD", "€", and Chile's ".-"."""
    end = cantidad.end
    if _has_price_tail(tokens, end):
        cantidad = replace(cantidad, end=end + 2, signo=True)
        end += 2
    if word_at(tokens, end) in {"de", "d"} and cantidad.escala == _MILLON:
        end += 1
    named = _currency_name(tokens, end, cantidad)
    if named is None:
        return cantidad
    moneda, after = named
    dudosa = (cantidad.dudosa and moneda is None) or word_at(tokens, end) in MONEDAS_DUDOSAS
    return replace(cantidad, end=after, moneda=moneda or cantidad.moneda, signo=True, dudosa=dudosa)


def _has_price_tail(tokens: Tokens, end: int) -> bool:
    """Returns whether Chile's ".-" is written behind the figures, as on a price tag."""
    dot = is_number(tokens, end - 1) and word_at(tokens, end) in {".", ","} and is_glued(tokens, end)
    return dot and word_at(tokens, end + 1) == "-" and is_glued(tokens, end + 1)


def _currency_name(tokens: Tokens, i: int, cantidad: Cantidad) -> tuple[str | None, int] | None:
    """Returns the currency named at i and where its name ends, None when none is."""
    word = word_at(tokens, i)
    if word in PESOS:
        if cantidad.valor < 2:
            return None  # "un peso máximo de 100 kg"
        country = PESOS_DE.get(word_at(tokens, i + 1))
        return (country or cantidad.moneda or "CLP", i + (2 if country else 1))
    if i < len(tokens) and tokens[i].clase is Clase.MONEDA:
        return None if is_number(tokens, i + 1) else (SIGNOS[word.replace(" ", "")], i + 1)
    if word not in MONEDAS or (word in MONEDAS_DUDOSAS and cantidad.valor < _DUBIOUS_FROM):
        return None
    return MONEDAS[word], i + (2 if word_at(tokens, i + 1) in {"americanos", "estadounidenses", "us"} else 1)


def _is_foreign(tokens: Tokens, cantidad: Cantidad, at: int, numeral: Numeral) -> bool:
    """Returns whether the number belongs to something else than money. `at`: where its figures start."""
    if cantidad.signo or cantidad.moneda is not None:
        return False
    if is_part_of_a_code(tokens, at, numeral.end):
        return True
    if cantidad.escala is None:
        return has_other_unit(tokens, cantidad.end)
    if word_at(tokens, numeral.end - 1) == "k":
        figure = numeral.valor / _MIL
        return figure in _RESOLUTIONS or (numeral.decimal and figure < 10) or (figure >= _KELVIN and not numeral.grupos)
    return _counts_things(tokens, cantidad)


def _counts_things(tokens: Tokens, cantidad: Cantidad) -> bool:
    """Returns whether a big number counts something: "20 mil mAh", "un millón de gracias". "3 palos de golf"."""
    if cantidad.escala == _MILLON and word_at(tokens, cantidad.end) in {"de", "d"}:
        return word_at(tokens, cantidad.end + 1) not in _TRAS_DE_MILLON
    slang = any(word_at(tokens, i) in ESCALAS_DINERO for i in range(cantidad.start, cantidad.end))
    return not slang and has_other_unit(tokens, cantidad.end)
