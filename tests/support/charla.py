"""Conversations without a model or a database: messages with their entities written inline, and a shelf of products.

`entender("y en [rojo](caracteristicas)?")` is what the NLU understood. A value that is not the text itself follows a
bar: `[teles](categoria|Televisores)`, `[bajo 500 lucas](rango_precio|:500000)`, `[A54](producto|7,9)`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from app.models.dominio import (
    Accion,
    Entidad,
    Estado,
    Filtros,
    Hechos,
    Intencion,
    Orden,
    Parse,
    Plan,
    ProductoFicha,
    RangoPrecio,
    TipoEntidad,
    Valor,
)
from app.nlu.dialogue import after_answer, plan_turn
from tests.support.fichas import ficha

BUSCAR: Final = Intencion.BUSCAR_PRODUCTO
RECOMENDAR: Final = Intencion.RECOMENDAR_CATEGORIA
COMPARAR: Final = Intencion.COMPARAR_PRECIOS
INFO: Final = Intencion.INFO_PRODUCTO
SALUDO: Final = Intencion.SALUDO
AYUDA: Final = Intencion.AYUDA
FUERA: Final = Intencion.NO_RECONOCIDA

_ANOTADO = re.compile(r"\[([^\]]+)\]\((\w+)(?:\|([^)]*))?\)")


def entender(anotado: str, intencion: Intencion = BUSCAR) -> Parse:
    """Returns the parse of a message with its entities written inline."""
    text, entidades, last = "", list[Entidad](), 0
    for match in _ANOTADO.finditer(anotado):
        text += anotado[last : match.start()]
        start, tipo = len(text), TipoEntidad(match[2])
        text += match[1]
        entidades.append(Entidad(tipo, match[1], start, len(text), 1.0, "test", _valor(tipo, match[1], match[3])))
        last = match.end()
    ranking = tuple((i, 0.94 if i == intencion else 0.01) for i in Intencion)
    return Parse(text + anotado[last:], intencion, 0.94, ranking, tuple(entidades))


def _valor(tipo: TipoEntidad, text: str, given: str | None) -> Valor:
    if tipo == TipoEntidad.RANGO_PRECIO:
        ends, _, moneda = (given or ":").partition(" ")
        low, _, high = ends.partition(":")
        return RangoPrecio(int(low) if low else None, int(high) if high else None, moneda or "CLP")
    if tipo == TipoEntidad.PRODUCTO:
        return tuple(int(i) for i in (given or "").split(",") if i)
    if given is not None:
        return given or None
    return text.lower() if tipo == TipoEntidad.CARACTERISTICAS else text


@dataclass
class Charla:
    """A conversation over a shelf; keeps state, last plan and last facts."""

    estante: Sequence[ProductoFicha]
    estado: Estado = field(default_factory=Estado)
    plan: Plan = field(default_factory=lambda: Plan(Accion.SALUDAR, Estado()))
    hechos: Hechos = field(default_factory=lambda: Hechos(Accion.SALUDAR, Filtros()))
    limite: int = 5
    tasas: Mapping[str, float] = field(default_factory=dict)

    def say(self, anotado: str, intencion: Intencion = BUSCAR) -> Plan:
        """Returns the plan for a message; the state moves on."""
        self.plan = plan_turn(self.estado, entender(anotado, intencion), self.estante, self.tasas)
        self.hechos = replace(gather(self.plan, self.estante, self.limite), pregunta=self.plan.pregunta)
        self.estado = after_answer(self.plan.estado, self.hechos)
        return self.plan

    @property
    def filtros(self) -> Filtros:
        """Returns the search in force."""
        return self.estado.filtros


def gather(plan: Plan, estante: Sequence[ProductoFicha], limite: int) -> Hechos:
    """Returns facts as the catalogue would give them, for the plans that show products."""
    by_id = {p.id: p for p in estante}
    named = [*plan.referidos, *(i for m in plan.menciones for i in m.candidatos[:1])]
    if plan.accion in (Accion.INFORMAR, Accion.COMPARAR) and named:
        return Hechos(plan.accion, plan.estado.filtros, tuple(by_id[i] for i in named if i in by_id))
    if plan.accion in (Accion.BUSCAR, Accion.MOSTRAR_MAS, Accion.RECOMENDAR, Accion.COMPARAR):
        skip = plan.estado.vistos if plan.accion == Accion.MOSTRAR_MAS else ()
        found = [p for p in estante if meets(p, plan.estado.filtros) and p.id not in skip]
        return Hechos(plan.accion, plan.estado.filtros, tuple(_ordered(found, plan.estado.filtros.orden)[:limite]))
    return Hechos(plan.accion, plan.estado.filtros)


def meets(p: ProductoFicha, filtros: Filtros) -> bool:
    """Returns whether a product has everything that was asked for."""
    return (
        (filtros.categoria is None or p.categoria == filtros.categoria)
        and (not filtros.marcas or p.marca in filtros.marcas)
        and p.marca not in filtros.marcas_excluidas
        and (filtros.precio_min is None or p.precio >= filtros.precio_min)
        and (filtros.precio_max is None or p.precio <= filtros.precio_max)
        and all(c in p.atributos or c == "estudiar" for c in filtros.caracteristicas)
        and (not filtros.productos or p.id in filtros.productos)
        and (not filtros.texto or filtros.texto in p.descripcion)
    )


def _ordered(found: list[ProductoFicha], orden: Orden) -> list[ProductoFicha]:
    if orden == Orden.RELEVANCIA:
        return found
    return sorted(found, key=lambda p: -p.precio if orden == Orden.PRECIO_DESC else p.precio)


def shelf() -> tuple[ProductoFicha, ...]:
    """Returns a small shop: notebooks 1-8, televisores 11-15, celulares 21-24."""
    notebooks = (
        (1, "Notebook Lenovo IdeaPad 3", "Lenovo", 399_990, ("8 GB RAM", "gris")),
        (2, "Notebook HP 15", "HP", 449_990, ("16 GB RAM", "negro")),
        (3, "Notebook Asus Vivobook 15", "Asus", 479_990, ("16 GB RAM", "plateado")),
        (4, "Notebook Acer Aspire 5", "Acer", 429_990, ("8 GB RAM", "plateado")),
        (5, "Notebook Apple MacBook Air M2", "Apple", 899_990, ("8 GB RAM", "gris")),
        (6, "Notebook Lenovo ThinkPad E14", "Lenovo", 749_990, ("16 GB RAM", "negro")),
        (7, "Notebook HP Pavilion 14", "HP", 549_990, ("16 GB RAM", "plateado")),
        (8, "Notebook Lenovo V15", "Lenovo", 329_990, ("8 GB RAM", "negro")),
    )
    teles = (
        (11, "Televisor Samsung 55 CU7000", "Samsung", 399_990, ("55 pulgadas", "4k")),
        (12, "Televisor LG 55 UR7800", "LG", 379_990, ("55 pulgadas", "4k")),
        (13, "Televisor TCL 65 P635", "TCL", 429_990, ("65 pulgadas", "4k")),
        (14, "Televisor Samsung 65 QLED", "Samsung", 649_990, ("65 pulgadas", "qled")),
        (15, "Televisor LG 43 Full HD", "LG", 249_990, ("43 pulgadas", "full hd")),
    )
    celulares = (
        (21, "Celular Samsung Galaxy A54 128 GB", "Samsung", 299_990, ("128 GB", "negro", "5g")),
        (22, "Celular Samsung Galaxy A54 256 GB", "Samsung", 349_990, ("256 GB", "blanco", "5g")),
        (23, "Celular Xiaomi Redmi Note 13", "Xiaomi", 199_990, ("256 GB", "negro")),
        (24, "Celular Apple iPhone 13", "Apple", 549_990, ("128 GB", "rojo", "5g")),
    )
    groups = (("Notebooks", notebooks), ("Televisores", teles), ("Celulares", celulares))
    return tuple(
        ficha(i, nombre=nombre, marca=marca, categoria=categoria, precio=precio, atributos=rasgos, descripcion=nombre)
        for categoria, rows in groups
        for i, nombre, marca, precio, rasgos in rows
    )


def viendo(*ids: int, foco: int | None = None, **filtros: object) -> Estado:
    """Returns the state of somebody who sees these products after a search."""
    estado = Estado(Filtros(), mostrados=ids, vistos=ids, foco=foco, ultima_accion=Accion.BUSCAR)
    return replace(estado, filtros=replace(Filtros(), **filtros))  # type: ignore[arg-type]
