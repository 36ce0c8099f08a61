"""How values are written for people in Chile."""

from collections.abc import Sequence


def pesos(monto: int) -> str:
    """Returns whole pesos as people read them: 499990 -> "$499.990"."""
    signo = "-" if monto < 0 else ""
    return f"{signo}${abs(monto):,}".replace(",", ".")


def tope(monto: int) -> str:
    """Returns an upper bound in words: "hasta $500.000", but "bajo $349.990" for the one just under that price."""
    return f"bajo {pesos(monto + 1)}" if _justo(monto + 1) else f"hasta {pesos(monto)}"


def piso(monto: int) -> str:
    """Returns a lower bound in words: "desde $500.000", but "sobre $349.990" for the one just above that price."""
    return f"sobre {pesos(monto - 1)}" if _justo(monto - 1) else f"desde {pesos(monto)}"


def _justo(precio: int) -> bool:
    """Returns whether a bound was set one peso off a price, and not said by anybody."""
    return precio % 10 == 0 and precio > 10


def porcentaje(valor: float) -> str:
    """Returns a percentage with a decimal comma, none when it is whole: 12.5 -> "12,5 %"."""
    return f"{valor:.1f}".removesuffix(".0").replace(".", ",") + " %"


def enumerar(partes: Sequence[str], conjuncion: str = "y") -> str:
    """Returns "a, b y c"; "y" becomes "e" before i- and "o" becomes "u" before o-."""
    if len(partes) < 2:
        return "".join(partes)
    ultimo = partes[-1]
    inicio = ultimo.lower().lstrip("¿¡«\"'").removeprefix("h")
    if conjuncion == "y" and inicio.startswith(("i", "í")) and not inicio.startswith("ie"):
        conjuncion = "e"
    elif conjuncion == "o" and inicio.startswith(("o", "ó")):
        conjuncion = "u"
    return f"{', '.join(partes[:-1])} {conjuncion} {ultimo}"
