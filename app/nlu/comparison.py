"""Sets products against each other, attribute by attribute. Pure: products in, table out.

An attribute's row is told by its unit ("16 GB RAM" is Memoria RAM); what has no unit goes to one last row, without what
all of them share.
"""

from collections.abc import Sequence
from typing import Final

from app.models.dominio import Comparacion, FilaComparacion, ProductoFicha
from app.models.formato import pesos

SIN_DATO: Final = "—"
SIN_UNIDAD: Final = "Otras características"

# Last words of an attribute -> the row it belongs to; the longest ending wins.
FILAS: Final = {
    "RAM": "Memoria RAM",
    "SSD": "Almacenamiento",
    "HDD": "Almacenamiento",
    "GB": "Almacenamiento",
    "TB": "Almacenamiento",
    "pulgadas": "Tamaño en pulgadas",
    "Hz": "Frecuencia",
    "GHz": "Velocidad del procesador",
    "mAh": "Batería",
    "MP": "Cámara",
    "W": "Potencia",
    "kW": "Potencia",
    "BTU": "Capacidad de enfriamiento",
    "kg": "Kilos",
    "g": "Peso",
    "litros": "Litros",
    "litro": "Litros",
    "ml": "Volumen",
    "cm": "Medidas",
    "mm": "Medidas",
    "plazas": "Plazas",
    "personas": "Personas",
    "puertas": "Puertas",
    "quemadores": "Quemadores",
    "velocidades": "Velocidades",
    "cubiertos": "Cubiertos",
    "horas": "Horas de uso",
    "DPI": "Sensibilidad",
    "lúmenes": "Brillo",
}


def compare(productos: Sequence[ProductoFicha]) -> Comparacion:
    """Returns the comparison of two or more products, in their order.

    `diferencia` is dearest less cheapest in pesos, `diferencia_pct` the same in per cent of the cheapest;
    `mas_barato` is None when all cost the same.
    """
    barato = min(productos, key=lambda p: p.precio)
    diferencia = max(p.precio for p in productos) - barato.precio
    return Comparacion(
        ids=tuple(p.id for p in productos),
        nombres=tuple(p.nombre for p in productos),
        filas=tuple(_rows(productos)),
        mas_barato=barato.id if diferencia else None,
        diferencia=diferencia,
        diferencia_pct=round(100 * diferencia / barato.precio, 1) if barato.precio else 0.0,
    )


def _most_exact(atributos: Sequence[str]) -> list[str]:
    """Returns the attributes without those that another one says more exactly ("512 GB" beside "512 GB SSD")."""
    return [a for a in atributos if not any(other != a and other.startswith(f"{a} ") for other in atributos)]


def main_features(producto: ProductoFicha, n: int) -> list[str]:
    """Returns up to n attributes that tell a product from others: one of each row that has a unit."""
    rows = _by_row(producto)
    return [atributos[0] for label, atributos in rows.items() if label != SIN_UNIDAD][:n]


def _rows(productos: Sequence[ProductoFicha]) -> list[FilaComparacion]:
    grouped = [_by_row(p) for p in productos]
    labels = [*dict.fromkeys(label for rows in grouped for label in rows if label != SIN_UNIDAD)]
    filas = [
        FilaComparacion("Precio", tuple(pesos(p.precio) for p in productos)),
        FilaComparacion("Marca", tuple(p.marca or SIN_DATO for p in productos)),
        FilaComparacion("Disponibilidad", tuple(_stock(p) for p in productos)),
    ]
    filas += [FilaComparacion(label, tuple(_cell(rows.get(label, [])) for rows in grouped)) for label in labels]
    shared = set.intersection(*(set(rows.get(SIN_UNIDAD, [])) for rows in grouped))
    others = tuple(_cell([a for a in rows.get(SIN_UNIDAD, []) if a not in shared]) for rows in grouped)
    if any(cell != SIN_DATO for cell in others):
        filas.append(FilaComparacion(SIN_UNIDAD, others))
    return filas


def _by_row(producto: ProductoFicha) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for atributo in _most_exact(producto.atributos):
        rows.setdefault(_row_of(atributo), []).append(atributo)
    return rows


def _row_of(atributo: str) -> str:
    if not atributo[:1].isdigit():
        return SIN_UNIDAD
    for word in reversed(atributo.split()[1:]):
        if word in FILAS:
            return FILAS[word]
    return SIN_UNIDAD


def _cell(atributos: Sequence[str]) -> str:
    return ", ".join(atributos) or SIN_DATO


def _stock(producto: ProductoFicha) -> str:
    return "Disponible" if producto.disponible else "Agotado"
