"""What follows from the products and is refreshed by every import: their places in lists, and the catalogue's words.

The place of a product where nobody asked for an order (`posicion`) goes round the brands of its category, the most
typical price of each brand first: a first page shows the market's middle in several brands, not the five cheapest.
"""

from typing import Final

from sqlalchemy import Connection, text

from app.models.database import PALABRAS_SQL

MEDIDAS_MAX: Final = 10_000  # the most frequent measures, for limits
PALABRAS_MAX: Final = 50_000  # the most frequent words of names, for correcting typos in memory

_POSICIONES: Final = text("""
    CREATE TEMPORARY TABLE posiciones ON COMMIT DROP AS
    WITH vigentes AS (
        SELECT id, categoria_id, marca, precio FROM entrada
        UNION ALL
        SELECT p.id, p.categoria_id, p.marca, p.precio FROM productos p
        WHERE :extend AND p.activo AND p.categoria_id IN (SELECT categoria_id FROM entrada)
          AND NOT EXISTS (SELECT FROM entrada e WHERE e.id = p.id)
    ), medianas AS (
        SELECT categoria_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY precio) AS mediana
        FROM vigentes GROUP BY categoria_id
    ), turnos AS (
        SELECT v.id, v.categoria_id, abs(ln(v.precio::float8 / m.mediana)) AS lejos,
            row_number() OVER (
                PARTITION BY v.categoria_id, v.marca ORDER BY abs(ln(v.precio::float8 / m.mediana)), v.id
            ) AS turno
        FROM vigentes v JOIN medianas m ON m.categoria_id = v.categoria_id
    )
    SELECT id, (row_number() OVER (PARTITION BY categoria_id ORDER BY turno, lejos, id))::integer AS posicion
    FROM turnos
""")
_MOVE: Final = text("""
    UPDATE productos p SET posicion = o.posicion FROM posiciones o
    WHERE p.id = o.id AND p.posicion IS DISTINCT FROM o.posicion
""")
_MARCAS: Final = text("""
    INSERT INTO lexico_catalogo (tipo, valor, cantidad)
    SELECT 'marca', marca, count(*) FROM productos WHERE activo AND marca IS NOT NULL GROUP BY marca
""")
# Quantities are left out: they are recognised by their form, and listed by themselves.
_ATRIBUTOS: Final = text(r"""
    INSERT INTO lexico_catalogo (tipo, valor, cantidad)
    SELECT 'atributo', atributo, count(*) FROM productos, unnest(atributos) AS atributo
    WHERE activo AND atributo !~ '^(\d|talla )' GROUP BY atributo
""")
# For limits: "más de 10 kg" is any of the measures in kg that some product has.
_MEDIDAS: Final = text(r"""
    INSERT INTO lexico_catalogo (tipo, valor, cantidad)
    SELECT 'medida', atributo, count(*) FROM productos, unnest(atributos) AS atributo
    WHERE activo AND atributo ~ '^\d+(,\d+)? [^\d ]' GROUP BY atributo ORDER BY count(*) DESC, atributo LIMIT :limite
""")
_PALABRAS: Final = text(f"""
    INSERT INTO lexico_catalogo (tipo, valor, cantidad)
    SELECT 'palabra', palabra, count(*) FROM productos, unnest({PALABRAS_SQL}) AS palabra
    WHERE activo AND palabra ~ '^(?=.*[a-zñ])[a-z0-9ñ]{{2,40}}$'
    GROUP BY palabra ORDER BY count(*) DESC, palabra LIMIT :limite
""")


def place_productos(connection: Connection, *, extend: bool) -> None:
    """Puts the places of the staged products, and of their neighbours, into the temporary table `posiciones`."""
    connection.execute(_POSICIONES, {"extend": extend})
    connection.execute(text("ALTER TABLE posiciones ADD PRIMARY KEY (id)"))
    connection.execute(text("ANALYZE posiciones"))


def move_productos(connection: Connection) -> None:
    """Gives the products that were there already the places that the new ones left them."""
    connection.execute(_MOVE)


def refresh_lexico(connection: Connection) -> None:
    """Counts the brands, attributes and words of the active products again."""
    connection.execute(text("DELETE FROM lexico_catalogo"))
    connection.execute(_MARCAS)
    connection.execute(_ATRIBUTOS)
    connection.execute(_MEDIDAS, {"limite": MEDIDAS_MAX})
    connection.execute(_PALABRAS, {"limite": PALABRAS_MAX})


def refresh_statistics(connection: Connection) -> None:
    """Tells the planner what the tables hold now, and leaves no index entries waiting."""
    connection.execute(text("ANALYZE productos, categorias, lexico_catalogo"))
    for index in ("ix_productos_busqueda", "ix_productos_cabeza", "ix_productos_palabras"):
        connection.execute(text("SELECT gin_clean_pending_list(CAST(:index AS regclass))"), {"index": index})
