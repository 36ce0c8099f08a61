"""Makes the categories that an import names, under their parents, and puts their ids on its rows."""

from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, Row, bindparam, insert, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY, TEXT
from sqlalchemy.types import Integer

from app.models.database import Categoria
from app.nlu.normalize import fold

_PAIRS: Final = text("""
    SELECT categoria, categoria_padre, min(linea) AS linea, count(*) AS cantidad
    FROM entrada GROUP BY categoria, categoria_padre ORDER BY count(*) DESC, min(linea)
""")
_SET_IDS: Final = text("""
    UPDATE entrada SET categoria_id = c.id
    FROM unnest(:nombres, :ids) AS c(nombre, id) WHERE entrada.categoria = c.nombre
""").bindparams(bindparam("nombres", type_=ARRAY(TEXT)), bindparam("ids", type_=ARRAY(Integer)))
_SET_ACTIVO: Final = text("""
    WITH RECURSIVE vivas AS (
        SELECT DISTINCT categoria_id AS id FROM productos WHERE activo
        UNION SELECT c.categoria_padre_id FROM categorias c JOIN vivas ON c.id = vivas.id
        WHERE c.categoria_padre_id IS NOT NULL
    )
    UPDATE categorias SET activo = (id IN (SELECT id FROM vivas))
    WHERE activo IS DISTINCT FROM (id IN (SELECT id FROM vivas))
""")


@dataclass
class Arbol:
    """The categories by folded name: (id, name), and each one's parent."""

    nodos: dict[str, tuple[int, str]] = field(default_factory=dict)
    padres: dict[int, int | None] = field(default_factory=dict)

    def is_below(self, child: int, ancestor: int) -> bool:
        """Returns whether `child` is `ancestor` or one of its descendants."""
        node: int | None = child
        while node is not None:
            if node == ancestor:
                return True
            node = self.padres.get(node)
        return False


def sync_categorias(connection: Connection, *, rename: bool) -> tuple[str, ...]:
    """Creates what is missing and sets `entrada.categoria_id`. Returns what the file's owner should know.

    One category has one parent, the one most rows name. `rename` writes known categories as the file does.
    """
    arbol = _load(connection)
    avisos: list[str] = []
    pairs = connection.execute(_PAIRS).all()
    usual = {fold(n): n for p in reversed(pairs) for n in (p.categoria_padre, p.categoria) if n}
    in_file = sorted(pairs, key=lambda pair: pair.linea)
    for clave in dict.fromkeys(fold(n) for p in in_file for n in (p.categoria_padre, p.categoria) if n):
        _ensure(connection, arbol, clave, usual[clave], rename=rename)
    seen: dict[str, str] = {}
    for pair in pairs:
        avisos += _set_padre(connection, arbol, pair, seen)
    nombres = sorted({pair.categoria for pair in pairs})
    connection.execute(_SET_IDS, {"nombres": nombres, "ids": [arbol.nodos[fold(n)][0] for n in nombres]})
    return tuple(avisos)


def set_activas(connection: Connection) -> None:
    """Makes active exactly the categories that have active products, in themselves or below."""
    connection.execute(_SET_ACTIVO)


def _load(connection: Connection) -> Arbol:
    arbol = Arbol()
    rows = connection.execute(
        select(Categoria.id, Categoria.nombre, Categoria.categoria_padre_id).order_by(Categoria.id)
    )
    for row in rows:
        arbol.nodos.setdefault(fold(row.nombre), (row.id, row.nombre))
        arbol.padres[row.id] = row.categoria_padre_id
    return arbol


def _ensure(connection: Connection, arbol: Arbol, clave: str, nombre: str, *, rename: bool) -> None:
    """Makes a category unless it is there."""
    if clave not in arbol.nodos:
        created = connection.execute(insert(Categoria).values(nombre=nombre).returning(Categoria.id)).scalar_one()
        arbol.nodos[clave] = (created, nombre)
        arbol.padres[created] = None
    elif rename and arbol.nodos[clave][1] != nombre:
        known = arbol.nodos[clave][0]
        connection.execute(update(Categoria).where(Categoria.id == known).values(nombre=nombre))
        arbol.nodos[clave] = (known, nombre)


def _set_padre(connection: Connection, arbol: Arbol, pair: Row[tuple[str, str]], seen: dict[str, str]) -> list[str]:
    """Hangs a category under its parent, the first time that it is named with one."""
    if not pair.categoria_padre:
        return []
    clave, clave_padre = fold(pair.categoria), fold(pair.categoria_padre)
    if clave in seen:
        if seen[clave] == clave_padre:
            return []
        return [f"line {pair.linea}: {pair.categoria} is under another parent in other rows; that one was kept"]
    seen[clave] = clave_padre
    node, padre = arbol.nodos[clave][0], arbol.nodos[clave_padre][0]
    if arbol.is_below(padre, node):
        return [f"line {pair.linea}: {pair.categoria} cannot be under {pair.categoria_padre}, which is under it"]
    if arbol.padres[node] != padre:
        connection.execute(update(Categoria).where(Categoria.id == node).values(categoria_padre_id=padre))
        arbol.padres[node] = padre
    return []
