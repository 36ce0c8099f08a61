"""The tables. Five are the product's own, column for column; the rest is what the service needs beside them.

Times are naive UTC (every connection sets its time zone to UTC). `precio` is whole pesos kept in DECIMAL(10,2).
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    ForeignKey,
    Index,
    MetaData,
    Numeric,
    String,
    Text,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, INET, JSONB, TSVECTOR
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Folding in SQL with `translate`, since the embedded server has neither unaccent nor pg_trgm. It is immutable, so it
# can feed a generated column. It keeps ñ, as app.nlu.normalize does.
FOLD_FROM = "áàäâãåāéèëêēíìïîīóòöôõōúùüûūçýÿ"
FOLD_TO = "aaaaaaaeeeeeiiiiioooooouuuuucyy"

BUSQUEDA_SQL = (
    f"setweight(to_tsvector('spanish', translate(lower(nombre || ' ' || coalesce(marca, '')), "
    f"'{FOLD_FROM}', '{FOLD_TO}')), 'A') || "
    f"setweight(to_tsvector('spanish', translate(lower(coalesce(descripcion, '')), '{FOLD_FROM}', '{FOLD_TO}')), 'B')"
)

# The words of a product's name and brand, for finding a model by some of them: "galaxy a54". Codes stay whole.
# The brackets are those that PostgreSQL prints, so that comparing the schema with the models finds them equal.
PALABRAS_SQL = (
    f"regexp_split_to_array(translate(lower((nombre || ' ') || coalesce(marca, '')), '{FOLD_FROM}', '{FOLD_TO}'), "
    f"'[^a-z0-9ñ]+')"
)

# What a search may offer. Its indexes hold nothing else, so queries repeat these words exactly.
DISPONIBLE_SQL = "activo AND stock > 0"
# The first products of a category, by `posicion`: of fifty categories at most a hundred thousand, in any catalogue.
CABEZA_MAX = 2_048


class Base(DeclarativeBase):
    """Root of the tables; names of constraints follow one convention, so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Categoria(Base):
    """A kind of product; a parent groups leaves."""

    __tablename__ = "categorias"

    id: Mapped[int] = mapped_column(primary_key=True)
    nombre: Mapped[str] = mapped_column(String(100), unique=True)
    descripcion: Mapped[str | None] = mapped_column(Text)
    categoria_padre_id: Mapped[int | None] = mapped_column(ForeignKey("categorias.id"), index=True)
    activo: Mapped[bool | None] = mapped_column(server_default=text("TRUE"))


def _lista(name: str, *columns: str) -> Index:
    """Returns an index that lists what a search may offer in one order."""
    return Index(name, *columns, postgresql_where=text(DISPONIBLE_SQL))


def _busqueda(name: str, where: str) -> Index:
    """Returns an index of attributes, category, brand and words together."""
    columns = ("atributos", text("(ARRAY[categoria_id])"), text("(ARRAY[marca])"), "busqueda")
    return Index(name, *columns, postgresql_using="gin", postgresql_where=text(where))


class Producto(Base):
    """One thing for sale."""

    __tablename__ = "productos"
    __table_args__ = (
        CheckConstraint("precio >= 0", name="precio_no_negativo"),
        CheckConstraint("stock >= 0", name="stock_no_negativo"),
        # The lists people ask for: a category in the shop's order or by price, with or without a brand.
        _lista("ix_productos_categoria_posicion", "categoria_id", "posicion", "id"),
        _lista("ix_productos_categoria_precio", "categoria_id", "precio", "id"),
        _lista("ix_productos_categoria_marca_precio", "categoria_id", "marca", "precio", "id"),
        _lista("ix_productos_marca_precio", "marca", "precio", "id"),
        _lista("ix_productos_posicion", "posicion", "id"),
        _lista("ix_productos_precio", "precio", "id"),
        # Everything else that narrows a search, in one index, so that rare conditions spare the common ones; and the
        # same of the heads of the categories, for what very many products have.
        _busqueda("ix_productos_busqueda", DISPONIBLE_SQL),
        _busqueda("ix_productos_cabeza", f"{DISPONIBLE_SQL} AND posicion <= {CABEZA_MAX}"),
        Index(
            "ix_productos_palabras",
            text(f"({PALABRAS_SQL})"),
            postgresql_using="gin",
            postgresql_where=text("activo"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    nombre: Mapped[str] = mapped_column(String(255))
    categoria_id: Mapped[int | None] = mapped_column(ForeignKey("categorias.id"))
    precio: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    descripcion: Mapped[str | None] = mapped_column(Text)
    marca: Mapped[str | None] = mapped_column(String(100))
    stock: Mapped[int | None] = mapped_column(server_default=text("0"))
    activo: Mapped[bool | None] = mapped_column(server_default=text("TRUE"))
    fecha_creacion: Mapped[datetime | None] = mapped_column(server_default=func.current_timestamp())

    # Beyond the asked-for columns, all nullable:
    sku: Mapped[str | None] = mapped_column(String(64), unique=True)
    atributos: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    # Place in its category when nobody asked for an order: app.catalog.derived.
    posicion: Mapped[int | None]
    busqueda: Mapped[Any | None] = mapped_column(TSVECTOR, Computed(BUSQUEDA_SQL, persisted=True))


class UsuarioSesion(Base):
    """One browser (or API client)."""

    __tablename__ = "usuarios_sesiones"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(String(255), unique=True)
    ip_address: Mapped[str | None] = mapped_column(INET)
    user_agent: Mapped[str | None] = mapped_column(Text)
    fecha_inicio: Mapped[datetime | None] = mapped_column(server_default=func.current_timestamp())
    fecha_ultimo_acceso: Mapped[datetime | None] = mapped_column(server_default=func.current_timestamp())
    activo: Mapped[bool | None] = mapped_column(server_default=text("TRUE"))


class Conversacion(Base):
    """One turn as the person saw it. `mensaje_id` and `respuesta` make a repeated message get the stored answer."""

    __tablename__ = "conversaciones"
    __table_args__ = (
        Index("ix_conversaciones_session_id_id", "session_id", "id"),
        Index("ix_conversaciones_fecha_creacion", "fecha_creacion"),
        Index("uq_conversaciones_session_id_mensaje_id", "session_id", "mensaje_id", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("usuarios_sesiones.session_id", ondelete="CASCADE"))
    mensaje_usuario: Mapped[str] = mapped_column(Text)
    respuesta_bot: Mapped[str] = mapped_column(Text)
    intencion_detectada: Mapped[str | None] = mapped_column(String(100))
    entidades_extraidas: Mapped[Any | None] = mapped_column(JSONB)
    contexto_bd: Mapped[Any | None] = mapped_column(JSONB)
    tiempo_respuesta_ms: Mapped[int | None]
    fecha_creacion: Mapped[datetime | None] = mapped_column(server_default=func.current_timestamp())

    mensaje_id: Mapped[str | None] = mapped_column(String(100))
    respuesta: Mapped[Any | None] = mapped_column(JSONB)
    # Who worded it and at what cost: {"fuente", "prompt_tokens", "completion_tokens", "primer_token_ms", ...}.
    redaccion: Mapped[Any | None] = mapped_column(JSONB)


class IntencionDetectada(Base):
    """What the NLU decided in one turn, for the metrics and the review queue."""

    __tablename__ = "intenciones_detectadas"
    __table_args__ = (
        Index("ix_intenciones_detectadas_session_id", "session_id"),
        Index("ix_intenciones_detectadas_intencion_fecha", "intencion", "fecha_deteccion"),
        Index("ix_intenciones_detectadas_fecha_deteccion", "fecha_deteccion"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("usuarios_sesiones.session_id", ondelete="CASCADE"))
    intencion: Mapped[str] = mapped_column(String(100))
    confianza: Mapped[Decimal | None] = mapped_column(Numeric(3, 2))
    entidades: Mapped[Any | None] = mapped_column(JSONB)
    mensaje_original: Mapped[str | None] = mapped_column(Text)
    productos_consultados: Mapped[Any | None] = mapped_column(JSONB)
    resultado_exitoso: Mapped[bool | None]
    fecha_deteccion: Mapped[datetime | None] = mapped_column(server_default=func.current_timestamp())


class EstadoSesion(Base):
    """Where a conversation stands, so that any worker can take its next turn. `version` grows by one a turn."""

    __tablename__ = "estados_sesion"

    session_id: Mapped[str] = mapped_column(
        ForeignKey("usuarios_sesiones.session_id", ondelete="CASCADE"), primary_key=True
    )
    estado: Mapped[Any] = mapped_column(JSONB)
    version: Mapped[int]


class Valoracion(Base):
    """A thumb on one answer, for the review queue. One a turn; the last one counts."""

    __tablename__ = "valoraciones"

    conversacion_id: Mapped[int] = mapped_column(ForeignKey("conversaciones.id", ondelete="CASCADE"), primary_key=True)
    util: Mapped[bool]
    motivo: Mapped[str | None] = mapped_column(Text)
    fecha: Mapped[datetime | None] = mapped_column(server_default=func.current_timestamp())


class VersionCatalogo(Base):
    """One row whose number grows with every import; servers compare it to know when their lists are stale."""

    __tablename__ = "version_catalogo"
    __table_args__ = (CheckConstraint("id = 1", name="una_fila"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int]
    huella: Mapped[str | None] = mapped_column(String(64))  # sha256 of the file the catalogue came from
    fecha: Mapped[datetime | None] = mapped_column(server_default=func.current_timestamp())


class Ajuste(Base):
    """What the service decided once and every process must share: the key that signs session cookies."""

    __tablename__ = "ajustes"

    clave: Mapped[str] = mapped_column(String(50), primary_key=True)
    valor: Mapped[str] = mapped_column(Text)


class GastoLlm(Base):
    """The tokens that the language model used in a day (UTC), prompts included, over all processes."""

    __tablename__ = "gasto_llm"

    dia: Mapped[date] = mapped_column(primary_key=True)
    tokens: Mapped[int] = mapped_column(BigInteger)


class LexicoCatalogo(Base):
    """What the catalogue calls its things, counted by the import: servers read their lists here and not in productos.

    `tipo` is marca, palabra (a word of names and brands, folded), atributo or medida (a quantity); `cantidad` counts
    active products.
    """

    __tablename__ = "lexico_catalogo"

    tipo: Mapped[str] = mapped_column(String(10), primary_key=True)
    valor: Mapped[str] = mapped_column(Text, primary_key=True)
    cantidad: Mapped[int]
