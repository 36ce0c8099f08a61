"""Makes the products what the staged rows say: adds, updates, reactivates; a full import deactivates the rest."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, text

from app.models.database import FOLD_FROM, FOLD_TO

_BARE: Final = f"translate(lower({{}}), '{FOLD_FROM}', '{FOLD_TO}')"
_CLAVE: Final = "(" + _BARE.format("{0}.nombre") + ", " + _BARE.format("coalesce({0}.marca, '')") + ")"

# One spelling a brand: the one that most rows have, counting the products that stay.
_MARCAS: Final = text(f"""
    WITH formas AS (
        SELECT {_BARE.format("marca")} AS clave, marca, sum(n) AS n FROM (
            SELECT marca, count(*) AS n FROM entrada WHERE marca IS NOT NULL GROUP BY marca
            UNION ALL SELECT valor, cantidad FROM lexico_catalogo WHERE :extend AND tipo = 'marca'
        ) AS usos GROUP BY marca
    ), elegidas AS (SELECT DISTINCT ON (clave) clave, marca FROM formas ORDER BY clave, n DESC, marca)
    UPDATE entrada SET marca = e.marca FROM elegidas e
    WHERE {_BARE.format("entrada.marca")} = e.clave AND entrada.marca <> e.marca
""")
_BY_SKU: Final = text("UPDATE entrada SET id = p.id FROM productos p WHERE p.sku = entrada.sku")
_BY_NOMBRE: Final = text(f"""
    WITH libres AS (
        SELECT DISTINCT ON (e.linea) e.linea, p.id
        FROM entrada e JOIN productos p ON {_CLAVE.format("p")} = {_CLAVE.format("e")}
        WHERE e.id IS NULL AND (e.sku IS NULL OR p.sku IS NULL)
          AND NOT EXISTS (SELECT FROM entrada taken WHERE taken.id = p.id)
        ORDER BY e.linea, p.activo DESC, p.id
    ), elegidos AS (SELECT DISTINCT ON (id) id, linea FROM libres ORDER BY id, linea)
    UPDATE entrada SET id = e.id FROM elegidos e WHERE entrada.linea = e.linea
""")
_NUEVOS: Final = text("""
    UPDATE entrada SET id = n.id, nuevo = TRUE
    FROM (
        SELECT linea, nextval(pg_get_serial_sequence('productos', 'id')) AS id
        FROM (SELECT linea FROM entrada WHERE id IS NULL ORDER BY linea) AS por_linea
    ) AS n WHERE entrada.linea = n.linea
""")
_UPDATE: Final = text("""
    UPDATE productos p SET
        sku = coalesce(e.sku, p.sku), nombre = e.nombre, categoria_id = e.categoria_id, marca = e.marca,
        precio = e.precio, descripcion = e.descripcion, stock = e.stock, activo = TRUE, atributos = e.atributos
    FROM entrada e
    WHERE p.id = e.id AND NOT e.nuevo AND (
        p.sku, p.nombre, p.categoria_id, p.marca, p.precio, p.descripcion, p.stock, p.activo, p.atributos
    ) IS DISTINCT FROM (
        coalesce(e.sku, p.sku), e.nombre::varchar, e.categoria_id, e.marca::varchar, e.precio::numeric, e.descripcion,
        e.stock, TRUE, e.atributos
    )
""")
# In the order of the lists, so that what is shown together lies together on disk.
_INSERT: Final = text("""
    INSERT INTO productos
        (id, sku, nombre, categoria_id, marca, precio, descripcion, stock, activo, atributos, posicion)
    SELECT e.id, e.sku, e.nombre, e.categoria_id, e.marca, e.precio, e.descripcion, e.stock, TRUE, e.atributos,
        o.posicion
    FROM entrada e JOIN posiciones o ON o.id = e.id WHERE e.nuevo ORDER BY e.categoria_id, o.posicion
""")
_DEACTIVATE: Final = text("""
    UPDATE productos p SET activo = FALSE
    WHERE p.activo AND NOT EXISTS (SELECT FROM entrada e WHERE e.id = p.id)
""")


@dataclass(frozen=True, slots=True)
class Cambios:
    """How many products an import added, updated (reactivated ones too) and deactivated."""

    agregados: int
    actualizados: int
    desactivados: int


def match_productos(connection: Connection, *, extend: bool) -> None:
    """Gives every staged row the id of its product: by sku, else by name and brand, else a new one."""
    connection.execute(_MARCAS, {"extend": extend})
    connection.execute(_BY_SKU)
    connection.execute(text("CREATE INDEX ON entrada (id)"))
    connection.execute(text("ANALYZE entrada"))
    connection.execute(_BY_NOMBRE)
    connection.execute(_NUEVOS)
    connection.execute(text("ANALYZE entrada"))


def write_productos(connection: Connection, *, extend: bool) -> Cambios:
    """Returns what changed, once `entrada` has ids and `posiciones` places; rows as they were are not written."""
    actualizados = connection.execute(_UPDATE).rowcount
    agregados = connection.execute(_INSERT).rowcount
    desactivados = 0 if extend else connection.execute(_DEACTIVATE).rowcount
    return Cambios(agregados, actualizados, desactivados)
