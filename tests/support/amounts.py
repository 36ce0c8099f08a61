"""Reading prices in tests: the one price of a message, and tables of cases."""

from app.models.dominio import RangoPrecio
from app.nlu.amounts import read_amounts


def one(texto: str) -> tuple[str, RangoPrecio, bool]:
    """Returns the one price of a message: its characters, its meaning and whether it is sure."""
    (monto,) = read_amounts(texto)
    return texto[monto.start : monto.end], monto.rango, monto.seguro


def table(text: str) -> list[str]:
    """Returns the cases of a table: one to a line, or several with a bar between them."""
    return [case.strip() for case in text.replace("\n", "|").split("|") if case.strip()]


def around(pesos: int, moneda: str = "CLP") -> RangoPrecio:
    """Returns the interval of "around": 0.8 to 1.2 times the amount."""
    return RangoPrecio(round(pesos * 0.8), round(pesos * 1.2), moneda)
