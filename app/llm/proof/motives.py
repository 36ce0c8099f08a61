"""Why a sentence could not be proved: the codes that incidents are counted by."""

from enum import StrEnum


class Motivo(StrEnum):
    """What the facts do not back."""

    MONTO = "monto"  # an amount that is nobody's, or another product's
    MONEDA = "moneda"
    DERIVADO = "derivado"  # a percentage that recomputing does not give
    COMPARACION = "comparacion"
    PRODUCTO = "producto"  # an invented name
    MARCA = "marca"
    ESPECIFICACION = "especificacion"
    RASGO = "rasgo"  # a feature without a number
    STOCK = "stock"
    CANTIDAD = "cantidad"
    DESCUENTO = "descuento"
    CONDICIONES = "condiciones"  # delivery, instalments, warranty
    VALORACION = "valoracion"
    ENLACE = "enlace"
    INSTRUCCIONES = "instrucciones"  # the prompt shown, an injection obeyed
    IDIOMA = "idioma"
    LARGO = "largo"  # too long to be proved
