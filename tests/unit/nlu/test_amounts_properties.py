"""Whatever the amount, the spelling and the cue: what is written is read back, and any text at all is survived."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from num2words import num2words

from app.models.dominio import RangoPrecio
from app.nlu.amounts import read_amounts
from app.nlu.amounts.phrases import read_phrases
from app.nlu.amounts.tokens import tokenize
from app.nlu.normalize import fold, normalize


def cues(text: str) -> st.SearchStrategy[str]:
    """Draws one of the phrases of a table."""
    return st.sampled_from([case.strip() for case in text.replace("\n", "|").split("|") if case.strip()])


PRICES = st.integers(min_value=10, max_value=5_000).map(lambda thousands: thousands * 1_000) | st.integers(
    min_value=1_001, max_value=99_999
).map(lambda tens: tens * 10)
CUES_MAX = cues("""
    menos de | bajo | hasta | no más de | máximo | tope | que no pase de | por debajo de | tengo | con | por
    tengo como | presupuesto de | presupuesto es | asta | menos d | max | dispongo de | no mayor a | me alcanza para
""")
CUES_MIN = cues("más de | sobre | desde | a partir de | mínimo | por encima de | arriba de | al menos")
CUES_AROUND = cues("cerca de | alrededor de | unos | como | aprox | más o menos | de | a | de unas | rondando los")
BEFORE = st.sampled_from(["", "busco un notebook lenovo ", "tele 55 pulgadas ", "iPhone 13, ", "👩🏽‍💻 ", "año 2024, "])
AFTER = st.sampled_from(["", " por favor", ", con 16 GB de RAM", " 👍🏽", "?", " y que sea negro"])
ANY_TEXT = st.text(max_size=300) | st.text(
    alphabet="0123456789.,'$€-/:%+ aeilmnopstkKMxyáñ\u0301\u0303\u200d\u202e\x00½²👩🏽", max_size=120
)
PIECES = st.lists(
    cues("""
    menos de | entre | y | a | 200 | 300.000 | lucas | mil | un | palo | medio | millón | $ | - | hasta | tengo | como
    más | o | pesos | usd | k | 16 | gb | , | el | máximo | por | ciento | doscientos | 1,5
    """),
    max_size=30,
)


def in_words(number: int) -> str:
    """Returns a number as a person dictates it: "veintiún mil" and not "veintiuno mil"."""
    return str(num2words(number, lang="es")).replace("veintiuno mil", "veintiún mil").replace("uno mil", "un mil")


@st.composite
def written(draw: st.DrawFn, pesos: int) -> str:
    """One way to write an amount of pesos."""
    ways = [f"{pesos:,}".replace(",", "."), f"{pesos:,}", str(pesos), in_words(pesos) + " pesos"]
    ways += [
        f"${ways[0]}",
        f"$ {ways[0]}",
        f"{ways[0]} pesos",
        f"CLP {pesos}",
        f"{ways[0]} CLP",
        f"${ways[0]}.-",
        f"{ways[0]},00",
    ]
    thousands, rest = divmod(pesos, 1_000)
    if not rest:
        units = ["lucas", "lukas", "luquitas", "lks"] + ([" mil", "mil", "k", "K"] if thousands < 1_000 else [])
        ways += [f"{thousands}{unit if unit.strip() != unit else ' ' + unit}" for unit in units]
        feminine = in_words(thousands).replace("cientos", "cientas").replace("quinientos", "quinientas")
        ways += [f"{feminine} lucas", fold(f"{feminine} lucas").upper()]
    if pesos % 100_000 == 0 and pesos >= 1_000_000:
        whole, tenth = divmod(pesos // 100_000, 10)
        ways += [
            f"{whole},{tenth} palos",
            f"{whole}.{tenth} millones",
            f"{whole} millones {tenth}00 mil" if tenth else f"{whole} palos",
        ]
        ways += [f"{in_words(whole).replace('uno', 'un')} palos y medio"] if tenth == 5 else []
    return draw(st.sampled_from(ways))


def read_one(before: str, phrase: str, after: str) -> RangoPrecio:
    """Returns the meaning of the one price of a message, having checked that its span is the phrase."""
    montos = read_amounts(before + phrase + after)
    assert [(m.start, m.end) for m in montos] == [(len(before), len(before) + len(phrase))]
    return montos[0].rango


@given(st.data(), PRICES, CUES_MAX, BEFORE, AFTER)
@settings(deadline=None, max_examples=200)
def test_a_ceiling_is_read_back(data: st.DataObject, pesos: int, cue: str, before: str, after: str) -> None:
    """Every ceiling or budget, with every amount in every spelling, is a max of that amount."""
    amount = data.draw(written(pesos))
    assert read_one(before, f"{cue} {amount}", after) == RangoPrecio(None, pesos)


@given(st.data(), PRICES, CUES_MIN, BEFORE, AFTER)
@settings(deadline=None, max_examples=200)
def test_a_floor_is_read_back(data: st.DataObject, pesos: int, cue: str, before: str, after: str) -> None:
    """Every floor, with every amount in every spelling, is a min of that amount."""
    assert read_one(before, f"{cue} {data.draw(written(pesos))}", after) == RangoPrecio(pesos, None)


@given(st.data(), PRICES, CUES_AROUND, BEFORE, AFTER)
@settings(deadline=None, max_examples=200)
def test_around_is_read_back(data: st.DataObject, pesos: int, cue: str, before: str, after: str) -> None:
    """Around an amount is 0.8 to 1.2 times it, in whole pesos."""
    amount = data.draw(written(pesos))
    expected = RangoPrecio(round(pesos * 4 / 5), round(pesos * 6 / 5))
    assert read_one(before, f"{cue} {amount}", after) == expected


@given(st.data(), PRICES, PRICES, BEFORE, AFTER)
@settings(deadline=None, max_examples=200)
def test_both_ends_are_read_back(data: st.DataObject, one: int, other: int, before: str, after: str) -> None:
    """Two amounts between cues are one interval, in order, however each is written."""
    assume(one != other)
    first, second = data.draw(written(one)), data.draw(written(other))
    shape = data.draw(st.sampled_from(["entre {} y {}", "desde {} hasta {}", "mínimo {} y máximo {}"]))
    if shape.startswith("mínimo"):
        (one, first), (other, second) = sorted([(one, first), (other, second)])
    assert read_one(before, shape.format(first, second), after) == RangoPrecio(min(one, other), max(one, other))


@given(
    st.integers(10, 990), st.integers(10, 990), st.sampled_from(["lucas", "mil", "lukas", "mil pesos", "k"]),
    st.sampled_from(["entre {} y {} {}", "de {} a {} {}", "desde {} hasta {} {}", "más de {} pero menos de {} {}"]),
)  # fmt: skip
@settings(deadline=None)
def test_a_unit_said_once_serves_both_ends(one: int, other: int, unit: str, shape: str) -> None:
    """The first number takes the unit of the second."""
    low, high = sorted((one, other))
    assume(low < high <= low * 10)
    assert read_one("", shape.format(low, high, unit), "") == RangoPrecio(low * 1_000, high * 1_000)


@given(st.integers(10, 999), st.sampled_from(["menos de", "hasta", "bajo", "máximo", "no más de", "presupuesto de"]))
@settings(deadline=None)
def test_a_bare_number_beside_a_cue_means_thousands(number: int, cue: str) -> None:
    """From 10 to 999, in figures or in words, with no unit of anything else."""
    for amount in (str(number), in_words(number)):
        assert read_one("", f"{cue} {amount}", "") == RangoPrecio(None, number * 1_000)


@given(st.integers(2, 9_999), st.sampled_from(["dólares", "usd", "euros", "soles", "pesos mexicanos"]))
@settings(deadline=None)
def test_another_currency_is_not_multiplied(number: int, currency: str) -> None:
    """What is named in another currency keeps its number."""
    rango = read_one("", f"menos de {number} {currency}", "")
    assert (rango.min, rango.max) == (None, number)
    assert rango.moneda != "CLP"


@given(ANY_TEXT | PIECES.map(" ".join) | PIECES.map("".join))
@settings(deadline=None, max_examples=200)
def test_any_text_gives_sane_offsets(texto: str) -> None:
    """Whatever is typed, spans lie within the text, in order and apart, and bound something."""
    last = 0
    for monto in read_amounts(texto):
        assert last <= monto.start < monto.end <= len(texto)
        last = monto.end
        span = texto[monto.start : monto.end]
        assert fold(span) == fold(span).strip() != ""
        low, high = monto.rango.min, monto.rango.max
        assert not (low is None and high is None)
        assert low is None or high is None or 0 <= low <= high


@given(ANY_TEXT, PRICES)
@settings(deadline=None)
def test_what_stands_before_does_not_move_a_price(noise: str, pesos: int) -> None:
    """A price on its own line after any text is found at its own characters."""
    phrase = f"menos de {pesos} pesos"
    texto = noise + " . . . . . " + phrase
    assert len(texto) in {monto.end for monto in read_amounts(texto)}


class Counted(tuple[Any, ...]):
    """Tokens that count how often they are looked at."""

    looks = 0

    def __getitem__(self, index: Any) -> Any:
        self.looks += 1
        return super().__getitem__(index)

    def __iter__(self) -> Iterator[Any]:
        self.looks += len(self)
        return super().__iter__()


def looks(texto: str) -> int:
    """Returns how many times the tokens of a message are looked at while it is read."""
    tokens = Counted(tokenize(normalize(texto), texto))
    read_phrases(tokens)
    return tokens.looks


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "menos de 500 lucas ",
            "entre 1 y ",
            "1 ",
            "mil ",
            "un millón ",
            "$ ",
            "de ",
            "no me puedo pagar más ",
            "x 2 ",
        ),
        *("300-", "1.", "👩🏽\u200d💻 5 ", "treinta y ", "000 ", "y medio ", "a 1 ", "- . ", "tengo como de "),
    ],
)
def test_work_grows_with_the_length(piece: str) -> None:
    """Twice the message is at most about twice the work, for messages made to be read again and again."""
    once, twice = looks(piece * 200), looks(piece * 400)
    assert twice <= 2.2 * once


def test_a_very_long_message_is_read_to_its_end() -> None:
    """Ten thousand characters of anything do not hide the price at the end."""
    texto = ('👨‍👩‍👧 مرحبا a\u0301 55" 1.2.3 ' * 500)[:9_900] + " . . . . . hasta 300 lucas"
    assert texto[read_amounts(texto)[-1].start :] == "hasta 300 lucas"
