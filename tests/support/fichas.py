"""Makes domain values for tests; every field has a plausible default."""

from typing import Any

from app.models.dominio import Accion, Filtros, Hechos, ProductoFicha


def ficha(id: int = 1, **fields: Any) -> ProductoFicha:
    """Returns a product."""
    base: dict[str, Any] = {
        "nombre": f"Notebook Lenovo IdeaPad {id}",
        "marca": "Lenovo",
        "categoria": "Notebooks",
        "precio": 399_990,
        "stock": 7,
        "descripcion": "Notebook liviano con 8 GB de RAM y 256 GB SSD, color gris.",
        "atributos": ("8 GB RAM", "256 GB SSD", "256 GB", "gris"),
    }
    return ProductoFicha(id=id, **{**base, **fields})


def hechos(accion: Accion, **fields: Any) -> Hechos:
    """Returns the facts of a turn."""
    return Hechos(accion, **{"filtros": Filtros(), **fields})
