"""What the money grammar reads: a case for every way to write an amount, and for what stands beside one."""

import pytest

from app.models.dominio import RangoPrecio
from app.nlu.amounts import read_amounts
from tests.support.amounts import around, one, table


@pytest.mark.parametrize(
    "written",
    table("""
    300.000 | 300,000 | 300000 | $300.000 | $ 300.000 | 300 mil | 300mil | 300k | 300K | 300 k | 300 lucas
    300 lukas | 300 lks | 300 luks | 300 luquitas | 300 lukitas | 300lucas | trescientas lucas | trescientos mil
    trescientos mil pesos | CLP 300000 | CLP300.000 | 300.000 CLP | CLP$300.000 | $300.000.- | 300.000,00 | 300 000
    $ 300 000 | 300.000$ | $300mil | $300k | 300.000 mil | 300.000 lucas | 0,3 palos | TRESCIENTAS LUCAS
    trecientas lucas | tresientas lucas | trescientos mil pesitos | 300 mil pesos chilenos | ３００ ｌｕｃａｓ
    tres cientos mil | 300'000
    """),
)
def test_three_hundred_thousand(written: str) -> None:
    """Every way to write 300 000 pesos reads the same, and the unit belongs to the span."""
    assert one(f"hasta {written} porfa")[:2] == (f"hasta {written}", RangoPrecio(None, 300_000))


@pytest.mark.parametrize(
    ("written", "pesos"),
    [
        ("una luca", 1_000),
        ("media luca", 500),
        ("dos lucas y media", 2_500),
        ("12,5 lucas", 12_500),
        ("5 gambas", 500),
        ("una gamba", 100),
        ("una quina", 500),
        ("dos quinas", 1_000),
        ("un palo", 1_000_000),
        ("2 palitos", 2_000_000),
        ("medio palo", 500_000),
        ("½ palo", 500_000),
        ("1/2 palo", 500_000),
        ("medio millón", 500_000),
        ("medio millon de pesos", 500_000),
        ("un palo y medio", 1_500_000),
        ("palo y medio", 1_500_000),
        ("millón y medio", 1_500_000),
        ("un millón y medio", 1_500_000),
        ("dos palos y medio", 2_500_000),
        ("1,5 palos", 1_500_000),
        ("1.5 millones", 1_500_000),
        ("1.250 millones", 1_250_000),
        ("uno coma cinco millones", 1_500_000),
        ("uno punto dos palos", 1_200_000),
        ("1.2M", 1_200_000),
        ("$2MM", 2_000_000),
        ("un millón doscientos", 1_200_000),
        ("millón doscientos", 1_200_000),
        ("un millon doscientos cincuenta", 1_250_000),
        ("un millón doscientos mil", 1_200_000),
        ("un palo dos", 1_200_000),
        ("un palo 200", 1_200_000),
        ("1 palo 250 lucas", 1_250_000),
        ("1 millón 200 mil", 1_200_000),
        ("dos palos trescientos", 2_300_000),
        ("1.299.990", 1_299_990),
        ("1'200.000", 1_200_000),
        ("$ 1 299 990", 1_299_990),
        ("quinientos cincuenta mil", 550_000),
        ("ciento noventa y nueve mil novecientos noventa", 199_990),
        ("199 mil 990", 199_990),
        ("veintiún mil", 21_000),
        ("treinta y cinco lucas", 35_000),
        ("treinta cinco lucas", 35_000),
        ("mil quinientas lucas", 1_500_000),
        ("mil pesos", 1_000),
        ("12.000 pesos", 12_000),
        ("500 pesos", 500),
    ],
)
def test_amounts(written: str, pesos: int) -> None:
    """Slang, halves, decimals and dictated numbers have their value in pesos."""
    assert one(f"menos de {written}, por favor")[:2] == (f"menos de {written}", RangoPrecio(None, pesos))


@pytest.mark.parametrize(
    ("written", "pesos"),
    [
        ("quinietas lucas", 500_000),
        ("kinientos mil", 500_000),
        ("quiñentas lucas", 500_000),
        ("quinienots mil", 500_000),
        ("dosientas lucas", 200_000),
        ("cuatrosientos mil", 400_000),
        ("seicientas lucas", 600_000),
        ("setescientas lucas", 700_000),
        ("ochosientos mil", 800_000),
        ("nobecientos mil", 900_000),
        ("sincuenta mil", 50_000),
        ("sien mil pesos", 100_000),
        ("veinti cinco lucas", 25_000),
        ("un milllon", 1_000_000),
        ("dos miyones", 2_000_000),
        ("80 lukas", 80_000),
        ("80 luk", 80_000),
    ],
)
def test_typos_in_numbers(written: str, pesos: int) -> None:
    """The typos of a chat do not hide the number."""
    assert one(f"hasta {written}")[:2] == (f"hasta {written}", RangoPrecio(None, pesos))


@pytest.mark.parametrize(
    ("written", "amount", "moneda"),
    [
        ("300 dólares", 300, "USD"),
        ("300 dolares americanos", 300, "USD"),
        ("300 usd", 300, "USD"),
        ("300 UF", 300, "CLF"),
        ("USD300", 300, "USD"),
        ("us$ 300", 300, "USD"),
        ("u$s300", 300, "USD"),
        ("300 us$", 300, "USD"),
        ("mil dólares", 1_000, "USD"),
        ("1.200 dólares", 1_200, "USD"),
        ("300 verdes", 300, "USD"),
        ("300 euros", 300, "EUR"),
        ("€300", 300, "EUR"),
        ("300€", 300, "EUR"),
        ("19,99 euros", 20, "EUR"),
        ("250 pavos", 250, "EUR"),
        ("5000 pesos mexicanos", 5_000, "MXN"),
        ("2 mil varos", 2_000, "MXN"),
        ("90 mil pesos argentinos", 90_000, "ARS"),
        ("300 mil pesos colombianos", 300_000, "COP"),
        ("1500 soles", 1_500, "PEN"),
        ("S/ 1500", 1_500, "PEN"),
        ("200 reales", 200, "BRL"),
        ("R$ 500", 500, "BRL"),
        ("500 bolívares", 500, "VES"),
        ("300.000 CLP", 300_000, "CLP"),
    ],
)
def test_another_currency_is_kept(written: str, amount: int, moneda: str) -> None:
    """A currency that is named is kept with its amount, never converted; "mil" and dots mean there what they mean."""
    assert one(f"menos de {written}")[:2] == (f"menos de {written}", RangoPrecio(None, amount, moneda))


@pytest.mark.parametrize(
    ("texto", "span"),
    [
        ("monitor 27 bajo 200 lucas", "bajo 200 lucas"),
        ("tele 55 menos de 400", "menos de 400"),
        ("tele de 55 a 300 lucas", "a 300 lucas"),
        ("un celu de 5g bajo 200 lucas", "bajo 200 lucas"),
        ("iphone 13 500 lucas", "500 lucas"),
        ("iphone 13 a 400 lucas", "a 400 lucas"),
        ("redmi note 13 - 200 lucas", "200 lucas"),
        ("note 13 500 lucas", "500 lucas"),
        ("rtx 4060 hasta 400", "hasta 400"),
        ("celular 128 a 200 lucas", "a 200 lucas"),
        ("celular de 128gb de 200 lucas", "de 200 lucas"),
        ("lavadora 16 kg 350 lucas", "350 lucas"),
        ("zapatillas talla 42 hasta 60", "hasta 60"),
        ("somos 4, algo de máximo 350 dólares", "máximo 350 dólares"),
        ("300 mil 144 hz", "300 mil"),
        ("monitor 144 hz menos de 200", "menos de 200"),
        ("un millón 55 pulgadas", "un millón"),
        ("tengo 2 hijos y 300 lucas", "300 lucas"),
        ("aire acondicionado 12000 btu hasta 350 lucas", "hasta 350 lucas"),
        ("por 300 mil dos mochilas", "por 300 mil"),
        ("un millón y dos sillas", "un millón"),
        ("iphone 15 pro max 800 lucas", "800 lucas"),
        ("hay uno por 25 luquitas", "por 25 luquitas"),
        ("menos de 400 lg", "menos de 400"),
        ("bajo 300 asus", "bajo 300"),
        ("hasta 300 con 16 de ram", "hasta 300"),
    ],
)
def test_other_numbers_stay_out(texto: str, span: str) -> None:
    """A size, a model or a memory beside a price is no part of it."""
    assert one(texto)[0] == span


def test_two_prices_in_one_message() -> None:
    """Each price is read by itself, in the order of the text."""
    texto = "un mouse de 20 lucas y una tele hasta 300 lucas"
    first, second = read_amounts(texto)
    assert texto[first.start : first.end] == "de 20 lucas"
    assert texto[second.start : second.end] == "hasta 300 lucas"
    assert (first.rango, second.rango) == (around(20_000), RangoPrecio(None, 300_000))


@pytest.mark.parametrize(
    ("texto", "sure"),
    [
        ("menos de 500", True),
        ("hasta 80", True),
        ("entre 200 y 300", True),
        ("tengo 300", True),
        ("presupuesto 300", True),
        ("notebook 500 lucas", True),
        ("$300.000", True),
        ("hasta el millón", True),
        ("con 300", False),
        ("por 150", False),
        ("notebook 300000", False),
        ("notebook 300.000", False),
        ("más de 50", False),
        ("de 200 a 300", False),
        ("para correr 10k", False),
        ("descuento de 50 lucas", False),
        ("cuántos pesos colombianos son cien euros", False),
        ("préstame 20 lucas", False),
        ("hasta 5000", True),
        ("hasta 1500", False),
        ("desde 4500", True),
        ("tengo 2500", False),
        ("menos de 2 pesos", False),
        ("un millón de pesos", True),
        ("sobre el millón", True),
    ],
)
def test_sure_or_not(texto: str, sure: bool) -> None:
    """A reading that rests on little says so, so that the rest of the message can confirm or drop it."""
    assert one(texto)[2] is sure


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("audi\u0301fonos HASTA 300 LUCAS!!", "HASTA 300 LUCAS"),
        ("👨‍👩‍👧 bajo 200 lucas 🙏", "bajo 200 lucas"),
        ("MA\u0301XIMO 200 LUCAS", "MA\u0301XIMO 200 LUCAS"),
        ("\u202emenos de 500 lucas", "menos de 500 lucas"),
        ("menos\x00 de 500 lu\u200bcas", "menos\x00 de 500 lu\u200bcas"),
        ("presupuesto de ½ millo\u0301n", "presupuesto de ½ millo\u0301n"),
    ],
)
def test_offsets_are_those_of_the_text_as_typed(typed: str, span: str) -> None:
    """Accents as marks, emojis and invisible characters do not move the span."""
    assert one(typed)[0] == span
