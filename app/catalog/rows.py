"""One row of a catalogue file: from text as a shop writes it to values that the tables take. Pure."""

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.nlu.normalize import fold

COLUMNAS: Final = ("nombre", "categoria", "categoria_padre", "marca", "precio", "descripcion", "stock")
OBLIGATORIAS: Final = ("nombre", "categoria", "precio", "stock")
SKU: Final = "sku"

# Longest text of each column, characters: what the tables take, and for descriptions what anybody reads.
LARGOS: Final = {"nombre": 255, "categoria": 100, "categoria_padre": 100, "marca": 100, "descripcion": 10_000, SKU: 64}
PRECIO_MAX: Final = 99_999_999  # DECIMAL(10,2) and whole pesos
STOCK_MAX: Final = 2_147_483_647

_CURRENCY: Final = re.compile(r"^(?:clp|\$)+|(?:clp|pesos?|\.-|,-)+$", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"^\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?$")
_PLAIN: Final = re.compile(r"^\d+(?:[.,]\d{1,2})?$")
_STOCK: Final = re.compile(r"^(\d{1,12})(?:[.,]0+)?$")

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_HIDDEN: Final = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK_END: Final = re.compile(r"</(?:p|li|div|tr|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_STRAY_STOP: Final = re.compile(r"([.,;:!?])(?:\s*\.)+(?=\s|$)|\s+(?=\.(?:\s|$))")


class FilaInvalida(ValueError):
    """A row that cannot be used; the text says why, in English: an operator reads it."""


@dataclass(frozen=True, slots=True)
class Fila:
    """A usable row. `linea` is its line in the file, from 1; `precio` whole pesos; `sin_stock` an empty stock cell."""

    linea: int
    nombre: str
    categoria: str
    categoria_padre: str | None
    marca: str | None
    precio: int
    descripcion: str
    stock: int
    sku: str | None
    sin_stock: bool = False


def read_fila(linea: int, celdas: Mapping[str, str]) -> Fila:
    """Returns the row in these cells (column name -> text as in the file).

    Raises:
        FilaInvalida: something is missing, too long or no number.
    """
    texts = {column: _text(column, celdas.get(column, "")) for column in LARGOS}
    for column in ("nombre", "categoria"):
        if not texts[column]:
            raise FilaInvalida(f"{column} is empty")
    if not any(char.isalnum() for char in texts["nombre"]):
        raise FilaInvalida(f"nombre has no letters: {texts['nombre']!r}")
    padre = texts["categoria_padre"]
    return Fila(
        linea=linea,
        nombre=texts["nombre"],
        categoria=texts["categoria"],
        categoria_padre=padre if padre and fold(padre) != fold(texts["categoria"]) else None,
        marca=texts["marca"] or None,
        precio=read_precio(celdas.get("precio", "")),
        descripcion=texts["descripcion"],
        stock=read_stock(celdas.get("stock", "")),
        sku=texts[SKU] or None,
        sin_stock=not celdas.get("stock", "").strip(),
    )


def read_precio(escrito: str) -> int:
    """Returns whole pesos: "$ 499.990", "499.990,00", "499990.00", "499,990" and "499990" are 499990.

    Cents are rounded half up. A separator before three digits marks thousands, before one or two marks cents.

    Raises:
        FilaInvalida: no price, another currency, zero, negative, or more than the tables take.
    """
    if not escrito.strip():
        raise FilaInvalida("precio is empty")
    bare = _CURRENCY.sub("", re.sub(r"\s", "", escrito))
    if bare.startswith(("-", "(")):
        raise FilaInvalida(f"precio is negative: {escrito.strip()!r}")
    if not (_THOUSANDS.match(bare) or _PLAIN.match(bare)):
        raise FilaInvalida(f"precio is not an amount in pesos: {escrito.strip()[:40]!r}")
    whole, cents = bare, "0"
    if match := re.search(r"[.,](\d{1,2})$", bare):
        whole, cents = bare[: match.start()], match[1]
    amount = Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{cents}").quantize(Decimal(1), ROUND_HALF_UP)
    if amount <= 0:
        raise FilaInvalida("precio is zero")
    if amount > PRECIO_MAX:
        raise FilaInvalida(f"precio is above {PRECIO_MAX}: {escrito.strip()[:40]!r}")
    return int(amount)


def read_stock(escrito: str) -> int:
    """Returns whole units; an empty cell is none in stock.

    Raises:
        FilaInvalida: negative, or no whole number.
    """
    bare = re.sub(r"\s", "", escrito)
    if not bare:
        return 0
    match = _STOCK.match(bare)
    if not match or int(match[1]) > STOCK_MAX:
        raise FilaInvalida(f"stock is not a whole number from 0: {escrito.strip()[:40]!r}")
    return int(match[1])


def _text(column: str, celda: str) -> str:
    """Returns the text of a cell: composed accents, single spaces, no control characters, no HTML."""
    if "<" in celda or "&" in celda:
        celda = _without_html(celda)
    if not celda.isprintable():
        celda = "".join(" " if char.isspace() else char for char in celda if char.isspace() or char.isprintable())
    clean = unicodedata.normalize("NFC", " ".join(celda.split()))
    if len(clean) > LARGOS[column]:
        raise FilaInvalida(f"{column} has {len(clean)} characters, the most is {LARGOS[column]}")
    return clean


def _without_html(celda: str) -> str:
    """Returns what a browser would show: "<p>Con maletín</p><b>5 A&ntilde;os</b>" is "Con maletín. 5 Años"."""
    bare = _ENTITY.sub(lambda match: html.unescape(match[0]), celda)
    bare = _TAG.sub(" ", _BLOCK_END.sub(". ", _HIDDEN.sub(" ", bare)))
    bare = _ENTITY.sub(lambda match: html.unescape(match[0]), bare)  # what was escaped twice
    return _STRAY_STOP.sub(r"\1", bare).lstrip(" .") if bare != celda else celda
