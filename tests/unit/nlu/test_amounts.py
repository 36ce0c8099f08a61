"""What the money grammar reads: a case for every line of the guidelines, and for how people write it in a chat."""

from typing import Final

import pytest

from app.models.dominio import RangoPrecio
from app.nlu.amounts import read_amounts

CLP: Final = "CLP"


def one(texto: str) -> tuple[str, RangoPrecio, bool]:
    """Returns the one price of a message: its characters, its meaning and whether it is sure."""
    (monto,) = read_amounts(texto)
    return texto[monto.start : monto.end], monto.rango, monto.seguro


def table(text: str) -> list[str]:
    """Returns the cases of a table: one to a line, or several with a bar between them."""
    return [case.strip() for case in text.replace("\n", "|").split("|") if case.strip()]


def around(pesos: int, moneda: str = CLP) -> RangoPrecio:
    """Returns the interval of "around": 0.8 to 1.2 times the amount."""
    return RangoPrecio(round(pesos * 0.8), round(pesos * 1.2), moneda)


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
    "phrase",
    table("""
    menos de 300 lucas | bajo 300 lucas | bajo las 300 lucas | hasta 300 lucas | hasta los 300 mil
    no más de 300 lucas | máximo 300 | máx 300 lucas | máximo de 300 lucas | máximo: 300 lucas | tope 300 lucas
    tope de 300 lucas | tope es 300 lucas | que no pase de 300 | que no pasen de 300 lucas | q no pase d 300
    que no se pase de 300 lucas | que no supere los 300 mil | que no supere las 300 | que no exceda los 300 mil
    que no sobrepase los 300 mil | por debajo de 300 lucas | debajo de 300 lucas | inferior a 300 lucas
    menor a 300 lucas | no mayor a 300 lucas | no superior a 300 mil | sin pasarme de 300 lucas
    sin gastar más de 300 lucas | que no cueste más de 300 lucas | que no me salga más de 300
    no quiero gastar más de 300 lucas | no tengo más de 300 lucas | no me puedo pasar de 300 lucas
    no me alcanza para más de 300 lucas | más barato que 300 lucas | no más caro que 300 lucas
    como máximo 300 lucas | a lo más 300 lucas | 300 lucas máximo | 300 lucas como máximo | 300 lucas max
    300 lucas tope | 300 max | 300 lucas a lo más | 300 lucas a lo mucho | 300 lucas como mucho | 300 lucas o menos
    300 o menos | de 300 lucas o menos | de 300 lucas para abajo | 300 lucas pa abajo | 300 lucas hacia abajo
    < 300 lucas | <= 300000 | asta 300 lucas | menos d 300 | vajo 300 | maximo 300 | limite 300 lucas
    máximo que puedo pagar son 300 lucas | $300.000 máximo | menos de $300 | tengo 300 lucas | tenemos 300 lucas
    tengo como 300 lucas | tengo unas 300 lucas | tengo máximo 300 lucas | tengo hasta 300 lucas
    tengo ahorradas 300 lucas | tengo solo 300 lucas | tengo más o menos 300 mil | con 300 lucas
    con unas 300 lucas | por 300 lucas | x 300 lucas | pa 300 lucas | presupuesto de 300 lucas
    presupuesto es de 300 lucas | presupuesto: 300 lucas | presupuesto 300 | presupuesto máximo de 300 lucas
    presupuesto es de hasta 300 lucas | presupuesto no mayor a 300 mil pesos | ppto 300 lucas
    prespuesto de 300 lucas | dispongo de 300 lucas | cuento con 300 lucas | ando con 300 lucas
    me quedan 300 lucas | junté 300 lucas | me alcanza para 300 lucas | puedo gastar 300 lucas
    quiero gastar 300 lucas | quiero gastar como 300 lucas | puedo pagar 300 | dispuesto a pagar 300 mil
    300 lucas de presupuesto | 300 lucas es mi presupuesto | 300 lucas es mi tope
    """),
)
def test_maximum(phrase: str) -> None:
    """Each way to name a ceiling or a budget is a max of 300 000, and the span is the cue with its amount."""
    assert one(f"busco algo, {phrase}")[:2] == (phrase, RangoPrecio(None, 300_000))


@pytest.mark.parametrize(
    "phrase",
    table("""
    más de 300 lucas | mas de 300 | + de 300 lucas | sobre 300 lucas | sobre los 300 mil | desde 300 lucas
    a partir de 300 lucas | mínimo 300 lucas | como mínimo 300 lucas | al menos 300 lucas | por lo menos 300 lucas
    por encima de 300 lucas | arriba de 300 lucas | superior a 300 lucas | mayor a 300 lucas | mayores de 300 mil
    no menos de 300 lucas | que pase de 300 lucas | que no baje de 300 lucas | más caro que 300 lucas
    de 300 lucas para arriba | de 300 lucas hacia arriba | 300 lucas pa arriba | de 300 lucas en adelante
    desde 300 lucas para arriba | 300 lucas o más | 300 lucas mínimo | 300 lucas como mínimo | > 300 lucas
    >= 300000 | desde los 300 | +300 lucas
    """),
)
def test_minimum(phrase: str) -> None:
    """Each way to name a floor is a min of 300 000."""
    assert one(f"busco algo, {phrase}")[:2] == (phrase, RangoPrecio(300_000, None))


@pytest.mark.parametrize(
    "phrase",
    table("""
    cerca de 200 lucas | alrededor de 200 lucas | unos 200 mil | unas 200 lucas | como 200 lucas
    como unas 200 lucas | de 200 lucas | a 200 lucas | de unas 200 lucas | 200 lucas | $200.000 | a $200.000
    200 lucas aprox | 200 lucas más o menos | aprox 200 lucas | más o menos 200 lucas | aproximadamente 200 lucas
    tipo 200 lucas | por ahí por los 200 mil | rondando los 200 mil | +- 200 lucas | que ronde los 200 mil
    en torno a 200 lucas | de 200 lucas más o menos | 200 lucas o por ahí | casi 200 lucas | alrrededor de 200 lucas
    """),
)
def test_around(phrase: str) -> None:
    """An amount that is no limit means 0.8 to 1.2 times itself; a plain one beside a product too."""
    assert one(f"un notebook {phrase}")[:2] == (phrase, around(200_000))


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("entre 200 y 300 lucas", 200_000, 300_000),
        ("entre 200 y 300", 200_000, 300_000),
        ("entre 300 y 200 lucas", 200_000, 300_000),
        ("entre 200 300 lucas", 200_000, 300_000),
        ("entre $80.000 y $150.000", 80_000, 150_000),
        ("entre $200 y $300", 200_000, 300_000),
        ("ente 200 y 300 mil", 200_000, 300_000),
        ("entre los 900 y 1.200 lucas", 900_000, 1_200_000),
        ("entre 900 y 1200", 900_000, 1_200_000),
        ("entre 3 y 5 mil pesos", 3_000, 5_000),
        ("entre 8 y 12.000", 8_000, 12_000),
        ("entre un palo y un palo y medio", 1_000_000, 1_500_000),
        ("entre 800 y 1,2 palos", 800_000, 1_200_000),
        ("entre medio palo y un palo", 500_000, 1_000_000),
        ("entre doscientas y trescientas lucas", 200_000, 300_000),
        ("entre treinta y cinco y cuarenta lucas", 35_000, 40_000),
        ("de 200 a 300 lucas", 200_000, 300_000),
        ("de 200 hasta 300 lucas", 200_000, 300_000),
        ("de 1 a 2 palos", 1_000_000, 2_000_000),
        ("de medio a un palo", 500_000, 1_000_000),
        ("de 500 a un palo", 500_000, 1_000_000),
        ("de 200.000 a 300.000 pesos", 200_000, 300_000),
        ("ochenta a cien mil", 80_000, 100_000),
        ("200 a 300 lucas", 200_000, 300_000),
        ("200 o 300 lucas", 200_000, 300_000),
        ("desde 200 hasta 300 lucas", 200_000, 300_000),
        ("desde los 200 hasta los 300", 200_000, 300_000),
        ("desde 1 palo hasta 2", 1_000_000, 2_000_000),
        ("200-300 lucas", 200_000, 300_000),
        ("200k-300k", 200_000, 300_000),
        ("$80.000 - $150.000", 80_000, 150_000),
        ("100.000-$200.000", 100_000, 200_000),
        ("más de 100 pero menos de 200 lucas", 100_000, 200_000),
        ("menos de 200 pero más de 100 lucas", 100_000, 200_000),
        ("más de 1 pero menos de 2 palos", 1_000_000, 2_000_000),
        ("mas de 100 lucas, menos de 200", 100_000, 200_000),
        ("sobre 200 y bajo 300 lucas", 200_000, 300_000),
        ("mínimo 200 máximo 300 lucas", 200_000, 300_000),
        ("100 lucas mínimo 200 lucas máximo", 100_000, 200_000),
        ("mayor a 200 y menor a 300 lucas", 200_000, 300_000),
        ("desde 100 y que no pase de 200", 100_000, 200_000),
        ("no menos de 100 ni más de 200 lucas", 100_000, 200_000),
        ("presupuesto entre 200 y 300 lucas", 200_000, 300_000),
        ("tengo entre 200 y 300 lucas", 200_000, 300_000),
    ],
)
def test_both_ends(phrase: str, low: int, high: int) -> None:
    """Two ends are one span and one interval, in order; a unit said once serves both."""
    assert one(f"un notebook {phrase}")[:2] == (phrase, RangoPrecio(low, high))


@pytest.mark.parametrize(
    ("phrase", "low", "high", "moneda"),
    [
        ("entre 200 y 300 dólares", 200, 300, "USD"),
        ("10-20 euros", 10, 20, "EUR"),
        ("de 1500 a 2000 soles", 1_500, 2_000, "PEN"),
        ("entre 10 mil y 15 mil pesos mexicanos", 10_000, 15_000, "MXN"),
    ],
)
def test_both_ends_share_the_currency(phrase: str, low: int, high: int, moneda: str) -> None:
    """A currency said once serves both ends, and takes no thousands of its own."""
    assert one(phrase)[:2] == (phrase, RangoPrecio(low, high, moneda))


@pytest.mark.parametrize(
    ("texto", "span"),
    [
        ("un notebook de menos de 500 lucas", "menos de 500 lucas"),
        ("de hasta 250 lucas", "hasta 250 lucas"),
        ("por menos de 40 lucas", "menos de 40 lucas"),
        ("que cueste menos de 500 lucas", "menos de 500 lucas"),
        ("un presupuesto no mayor a 400 mil pesos", "presupuesto no mayor a 400 mil pesos"),
        ("tengo un presupuesto de 300 lucas", "presupuesto de 300 lucas"),
        ("mi presupuesto es de 150 mil", "presupuesto es de 150 mil"),
        ("con un tope de 300 lucas", "tope de 300 lucas"),
        ("puedo pagar hasta 800 mil", "hasta 800 mil"),
        ("hasta un máximo de 300 lucas", "hasta un máximo de 300 lucas"),
        ("rango de precio entre 200 y 300 mil", "entre 200 y 300 mil"),
        ("cuesta 450 mil", "450 mil"),
        ("me llevo algo con medio millón", "con medio millón"),
        ("borra lo de los 200 lucas", "200 lucas"),
        ("sobre el millón doscientos", "sobre el millón doscientos"),
        ("cerca del millón", "cerca del millón"),
        ("notebook 300 lucas mínimo 16gb ram", "300 lucas"),
        ("300 lucas tope de gama", "300 lucas"),
        ("$300.000.-", "$300.000.-"),
    ],
)
def test_span_starts_at_its_cue(texto: str, span: str) -> None:
    """The span is the words that give the direction and the amount: no article, no other word."""
    assert one(texto)[0] == span


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
        ("un millón 55 pulgadas", "un millón"),
        ("tengo 2 hijos y 300 lucas", "300 lucas"),
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
        ("préstame 20 lucas", False),
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
