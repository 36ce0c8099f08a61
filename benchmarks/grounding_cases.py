"""Reads the written answers that the proof of answers is measured on."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from app.models.dominio import (
    Accion,
    Alternativa,
    Comparacion,
    FilaComparacion,
    Filtros,
    Hechos,
    Orden,
    ProductoFicha,
)  # fmt: skip

DATOS = Path(__file__).resolve().parent.parent / "tests" / "data"
PARTICIONES = ("dev", "held_out")


@dataclass(frozen=True, slots=True)
class Caso:
    """One written answer. `mentira`: pieces that must not be shown; none in an honest answer."""

    conjunto: str
    respuesta: str
    mentira: tuple[str, ...] = ()
    tipo: str = "honesta"

    @property
    def honesto(self) -> bool:
        """Returns whether every sentence is backed by the facts."""
        return not self.mentira


@lru_cache(maxsize=2)
def leer_casos(particion: str) -> list[Caso]:
    """Returns the answers of one half."""
    archivos = sorted(DATOS.glob(f"grounding_{particion}*.yml"))
    crudos = [c for archivo in archivos for c in yaml.safe_load(archivo.read_text(encoding="utf-8"))]
    return [Caso(c["hechos"], c["respuesta"], tuple(c.get("mentira", ())), c.get("tipo", "honesta")) for c in crudos]


@lru_cache(maxsize=1)
def _leer_hechos() -> dict[str, Any]:
    datos: dict[str, Any] = {"productos": {}, "conjuntos": {}}
    for archivo in sorted(DATOS.glob("grounding_facts*.yml")):
        crudo = yaml.safe_load(archivo.read_text(encoding="utf-8"))
        for parte, entradas in crudo.items():
            datos[parte].update(entradas)
    return datos


def particion_de(conjunto: str) -> str:
    """Returns the half that a set of facts belongs to."""
    return str(_leer_hechos()["conjuntos"][conjunto]["particion"])


@lru_cache(maxsize=1)
def leer_conjuntos() -> dict[str, tuple[Hechos, str]]:
    """Returns the facts and the question of each set, by name."""
    crudo = _leer_hechos()
    fichas = {nombre: _ficha(p) for nombre, p in crudo["productos"].items()}
    return {nombre: (_hechos(c, fichas), c["pregunta"]) for nombre, c in crudo["conjuntos"].items()}


def _ficha(crudo: dict[str, Any]) -> ProductoFicha:
    return ProductoFicha(**{**crudo, "atributos": tuple(crudo.get("atributos", ()))})


def _hechos(crudo: dict[str, Any], fichas: dict[str, ProductoFicha]) -> Hechos:
    productos = tuple(fichas[nombre] for nombre in crudo.get("productos", ()))
    return Hechos(
        accion=Accion(crudo["accion"]),
        filtros=_filtros(crudo.get("filtros", {})),
        productos=productos,
        total=crudo.get("total", 0),
        comparacion=_comparacion(productos, crudo["filas"]) if "filas" in crudo else None,
        alternativas=tuple(Alternativa(**a) for a in crudo.get("alternativas", ())),
        desconocidos=tuple(crudo.get("desconocidos", ())),
        pregunta=tuple(crudo.get("consulta", ())),
        candidatos=crudo.get("candidatos", False),
        ejemplos=tuple(crudo.get("ejemplos", ())),
        categorias=tuple(crudo.get("categorias", ())),
    )


def _filtros(crudo: dict[str, Any]) -> Filtros:
    valores: dict[str, Any] = {
        campo: tuple(valor) if isinstance(valor, list) else valor for campo, valor in crudo.items()
    }
    orden = Orden(str(valores.pop("orden", Orden.RELEVANCIA.value)))
    return Filtros(orden=orden, **valores)


def _comparacion(productos: tuple[ProductoFicha, ...], filas: list[list[str]]) -> Comparacion:
    precios = [p.precio for p in productos]
    return Comparacion(
        ids=tuple(p.id for p in productos),
        nombres=tuple(p.nombre for p in productos),
        filas=tuple(FilaComparacion(f[0], tuple(str(v) for v in f[1:])) for f in filas),
        mas_barato=min(productos, key=lambda p: p.precio).id,
        diferencia=max(precios) - min(precios),
        diferencia_pct=100 * (max(precios) - min(precios)) / min(precios),
    )
