"""What the words beside an amount make of it: a case for every line of the guidelines' Direction."""

import pytest

from app.models.dominio import RangoPrecio
from tests.support.amounts import around, one, table


@pytest.mark.parametrize(
    "phrase",
    table("""
    menos de 300 lucas | bajo 300 lucas | bajo las 300 lucas | hasta 300 lucas | hasta los 300 mil
    no más de 300 lucas | máximo 300 | máx 300 lucas | máximo de 300 lucas | máximo: 300 lucas | máx. 300 lucas
    tope 300 lucas
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
    300 lucas de presupuesto | 300 lucas es mi presupuesto | 300 lucas es mi tope | que ninguno supere las 300 lucas
    no me da más de 300 lucas | que ninguna cueste más de 300 lucas | ponen 300 lucas
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
        ("tengo 200 a 300 lucas", 200_000, 300_000),
        ("300/400 lucas", 300_000, 400_000),
        ("200000-300000", 200_000, 300_000),
        ("entre 10.000 y 500 pesos", 500, 10_000),
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
        ("por ahí de más de un millón", "más de un millón"),
        ("que sea entre 90 y 130", "entre 90 y 130"),
        ("si tuvieras solo 130 lucas", "tuvieras solo 130 lucas"),
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


def test_either_of_two_budgets() -> None:
    """A ceiling of one amount or another is the higher one."""
    assert one("hasta 300 o 350 lucas")[:2] == ("hasta 300 o 350 lucas", RangoPrecio(None, 350_000))
    assert one("con 300 o 350 lucas")[:2] == ("con 300 o 350 lucas", RangoPrecio(None, 350_000))
