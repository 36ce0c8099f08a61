"""Filters -> SELECT: the catalogue's searches as fixed, parameterised statements. Pure: nothing is run here.

`build_productos_query` finds what meets the filters, at most TOTAL_MAX + 1 of it, and ranks those: exact whenever there
are no more than TOTAL_MAX. When there are more, `app.database.lists` reads the first of them from an index.

Only products in stock are found, except those asked for by id. Ties go by id, so pages do not overlap.
Source: nlu-guidelines, Normalised values; protocol, `filtros`.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.types import Integer, String, Text

from app.database.bounded import first_from_heads, first_matches, materialized
from app.models.database import FOLD_FROM, FOLD_TO, PALABRAS_SQL, Categoria, Producto
from app.models.dominio import Filtros, Orden
from app.nlu.attributes import alternativas, es_medida, singular_word
from app.nlu.kinds import beyond_categoria, kind_of
from app.nlu.limits import known_within, read_limite
from app.nlu.normalize import fold

TOTAL_MAX: Final = 1_000  # totals above it are told as TOTAL_MAX
NOMBRES_MAX: Final = 500  # products looked at for one name
TEXT_WEIGHTS: Final = "{0.1, 0.2, 0.4, 1.0}"  # of D, C, B (description) and A (name and brand)
SUMMARY: Final = ("total", "precio_min", "precio_max")  # of all that a search finds, on every row of its page
INT32_MAX: Final = 2_147_483_647

PRODUCTOS: Final = Producto.__table__
CATEGORIAS: Final = Categoria.__table__
P: Final = PRODUCTOS.c
C: Final = CATEGORIAS.c
DISPONIBLE: Final = and_(P.activo, P.stock > literal_column("0"))
# The expressions that ix_productos_busqueda holds beside attributes and words.
CATEGORIA_KEY: Final = literal_column("(ARRAY[productos.categoria_id])", ARRAY(Integer))
MARCA_KEY: Final = literal_column("(ARRAY[productos.marca])", ARRAY(String))
PALABRAS_KEY: Final = literal_column(f"({PALABRAS_SQL})", ARRAY(Text))
SPANISH: Final[ColumnElement[str]] = literal_column("'spanish'")

FICHA: Final = (
    P.id,
    P.nombre,
    P.marca,
    func.coalesce(C.nombre, "").label("categoria"),
    P.precio,
    func.coalesce(P.stock, 0).label("stock"),
    func.coalesce(P.descripcion, "").label("descripcion"),
    P.atributos,
)


def build_productos_query(
    filtros: Filtros,
    *,
    categorias: Sequence[int] | None,
    conocidas: Collection[str],
    limite: int,
    excluir: Sequence[int] = (),
    tope: int | None = TOTAL_MAX + 1,
) -> Select[Any]:
    """Returns the select of the best matches, each with `total`: how many there are, or `tope` when more.

    And with the least and the greatest price of those counted.

    Args:
        filtros: the wish; an interval with its ends swapped is put in order.
        categorias: the ids that `filtros.categoria` stands for, its children too; None for the whole catalogue.
        conocidas: attributes that products of this catalogue have; others are searched as text. Limits go by them too.
        excluir: ids to leave out of the page, not out of the total.
        tope: the most matches to look at; None looks at all, whatever that takes.
    """
    matches = select(P.id, P.precio, P.posicion, _rank(filtros).label("rango"))
    matches = matches.where(*conditions(filtros, categorias=categorias, conocidas=conocidas))
    found = materialized(_first(matches, filtros, categorias, tope), "encontrados")
    page = select(*found.c, *_summary(found)).order_by(*order_of(found, filtros.orden)).limit(limite)
    if excluir:
        page = page.where(found.c.id.notin_(int32(excluir)))
    return select_fichas(page.subquery("pagina"), filtros.orden)


def _summary(found: CTE) -> Iterator[ColumnElement[Any]]:
    """Yields the columns of SUMMARY, each read once."""
    counted = {"total": func.count(), "precio_min": func.min(found.c.precio), "precio_max": func.max(found.c.precio)}
    for name in SUMMARY:
        yield select(counted[name]).select_from(found).scalar_subquery().label(name)


def build_resumen_query(
    filtros: Filtros, *, categorias: Sequence[int] | None, conocidas: Collection[str], tope: int = TOTAL_MAX + 1
) -> Select[Any]:
    """Returns the select of `total` (`tope` when more), and the least and greatest price of what it counted."""
    where = conditions(filtros, categorias=categorias, conocidas=conocidas)
    found = _first(select(P.precio).where(*where), filtros, categorias, tope).subquery("encontrados")
    least, greatest = func.min(found.c.precio), func.max(found.c.precio)
    columns: list[ColumnElement[Any]] = [func.count().label("total"), least.label("precio_min")]
    return select(*columns, greatest.label("precio_max")).select_from(found)


def build_ids_query(ids: Sequence[int]) -> Select[Any]:
    """Returns the select of the active products with these ids, in stock or not."""
    return _with_categoria(select(*FICHA)).where(P.id.in_(int32(ids)), P.activo)


def build_muestra_query(n: int) -> Select[Any]:
    """Returns the select of the products that head the lists of n categories or more."""
    first = select(P.id, P.posicion).where(DISPONIBLE).order_by(P.posicion, P.id).limit(4 * n).subquery("muestra")
    return select_fichas(first, Orden.RELEVANCIA)


def build_nombres_query(readings: Sequence[Sequence[str]], *, categorias: Sequence[int] | None = None) -> Select[Any]:
    """Returns the select of active products, at most NOMBRES_MAX, whose name and brand have all words of a reading."""
    has_words = or_(*(PALABRAS_KEY.contains(_array(reading)) for reading in readings))
    columns = (P.id, P.nombre, P.marca, func.coalesce(C.nombre, "").label("categoria"), P.precio)
    found = select(P.id).where(P.activo, has_words)
    if categorias is not None:
        found = found.where(P.categoria_id == func.any(ids_array(categorias)))
    chosen = found.limit(NOMBRES_MAX).subquery("encontrados")
    stock = func.coalesce(P.stock, 0).label("stock")
    statement = select(*columns, stock, P.posicion).join(chosen, chosen.c.id == P.id)
    return _with_categoria(statement).order_by(P.id)


def build_categoria_query(nombre: str) -> Select[Any]:
    """Returns the select of the ids of an active category and of those below it."""
    tree = select(C.id).where(_fold(C.nombre) == fold(nombre), C.activo).cte("rama", recursive=True)
    below = select(C.id).join(tree, C.categoria_padre_id == tree.c.id).where(C.activo)
    return select(tree.union(below).c.id)


def conditions(
    filtros: Filtros, *, categorias: Sequence[int] | None, conocidas: Collection[str]
) -> list[ColumnElement[bool]]:
    """Returns what a product has to meet.

    Beside attributes or words, category and brand are written as the index of those holds them, beside a price or
    alone as the lists do; beside both, the planner takes the index that leaves less.
    """
    words = words_of(filtros, conocidas)
    where = [P.activo if filtros.productos else DISPONIBLE, *words, *prices_of(filtros), *exclusions_of(filtros)]
    if filtros.productos:
        where.append(P.id.in_(int32(filtros.productos)))
    priced = filtros.precio_min is not None or filtros.precio_max is not None
    if categorias is not None:
        ids = ids_array(categorias)
        where += [CATEGORIA_KEY.overlap(ids)] if words else []
        where += [P.categoria_id == func.any(ids)] if priced or not words else []
    if filtros.marcas:
        marcas = marcas_array(filtros.marcas)
        where += [MARCA_KEY.overlap(marcas)] if words else []
        where += [P.marca == func.any(marcas)] if priced or not words else []
    return where


def is_structured(caracteristica: str, conocidas: Collection[str]) -> bool:
    """Returns whether a wished attribute is compared with the attributes of products, and not searched as text."""
    return es_medida(caracteristica) or caracteristica in conocidas


def words_of(filtros: Filtros, conocidas: Collection[str]) -> list[ColumnElement[bool]]:
    """Returns the conditions on attributes and free words; two colours, or two sizes, are either of them."""
    asked = beyond_categoria(filtros)
    limits = [c for c in asked if read_limite(c) is not None]
    structured = [c for c in asked if c not in limits and is_structured(c, conocidas)]
    wished = [tuple(dict.fromkeys(o for c in group for o in alternativas(c))) for group in _by_kind(structured)]
    each = [options[0] for options in wished if len(options) == 1]
    where = [P.atributos.overlap(_array(options)) for options in wished if len(options) > 1]
    where += [P.atributos.overlap(_array(known_within(conocidas, group))) for group in _by_kind(limits)]
    if each:
        where.append(P.atributos.contains(_array(each)))
    loose = [c for c in asked if not is_structured(c, conocidas)]
    texts = [fold(texto) for texto in (*loose, filtros.texto) if texto]
    return [*where, *(_busqueda().op("@@")(_tsquery(texto).self_group()) for texto in texts)]


def _by_kind(caracteristicas: Sequence[str]) -> list[list[str]]:
    """Returns the features in groups of one kind, of which a product has one ("rojo" or "azul"); uses add up."""
    groups: dict[str, list[str]] = {}
    for caracteristica in caracteristicas:
        kind = kind_of(caracteristica)
        alone = kind is None or kind == "uso"
        groups.setdefault(f"={caracteristica}" if alone else str(kind), []).append(caracteristica)
    return list(groups.values())


def prices_of(filtros: Filtros) -> list[ColumnElement[bool]]:
    """Returns the bounds of the price; the ends of a swapped interval are put in order."""
    low, high = filtros.precio_min, filtros.precio_max
    if low is not None and high is not None and low > high:
        low, high = high, low
    where: list[ColumnElement[bool]] = []
    if low is not None:
        where.append(P.precio >= low)
    if high is not None:
        where.append(P.precio <= high)
    return where


def exclusions_of(filtros: Filtros) -> list[ColumnElement[bool]]:
    """Returns the condition that leaves out unwanted brands."""
    return [func.coalesce(P.marca, "").notin_(_storable(filtros.marcas_excluidas))] if filtros.marcas_excluidas else []


def order_of(source: FromClause, orden: Orden) -> tuple[ColumnElement[Any], ...]:
    """Returns the order of a list; it is the order of an index, but for `rango`, which free words set."""
    if orden == Orden.PRECIO_ASC:
        return (source.c.precio, source.c.id)
    if orden == Orden.PRECIO_DESC:
        return (source.c.precio.desc(), source.c.id.desc())
    ranked = (source.c.rango.desc(),) if "rango" in source.c else ()
    return (*ranked, source.c.posicion, source.c.id)


def select_fichas(page: FromClause, orden: Orden) -> Select[Any]:
    """Returns the select of the products of a page, in its order, with the page's summary if it has one."""
    totals = tuple(page.c[name] for name in SUMMARY if name in page.c)
    statement = _with_categoria(select(*FICHA, *totals).join(page, page.c.id == P.id))
    return statement.order_by(*order_of(page, orden))


def int32(ids: Sequence[int]) -> list[int]:
    """Returns the ids that the table could have."""
    return [i for i in ids if 0 < i <= INT32_MAX]


def ids_array(ids: Sequence[int]) -> ColumnElement[Any]:
    """Returns integers as one parameter."""
    return bindparam(None, list(ids), type_=ARRAY(Integer))


def marcas_array(marcas: Sequence[str]) -> ColumnElement[Any]:
    """Returns brands as one parameter of the column's own type, which the index asks for."""
    return bindparam(None, _storable(marcas), type_=ARRAY(String))


def _first(matches: Select[Any], filtros: Filtros, categorias: Sequence[int] | None, tope: int | None) -> Select[Any]:
    """Returns the select of the first `tope` matches; one category or a brand bounds what words can match."""
    if tope is None or not (filtros.caracteristicas or filtros.texto):
        return matches.limit(tope)
    one_list = categorias is not None and len(categorias) == 1
    bounded = one_list or filtros.marcas or filtros.productos
    return first_matches(matches, tope) if bounded else first_from_heads(matches, tope)


def _rank(filtros: Filtros) -> ColumnElement[float]:
    """Returns how well the free words fit: most in the name."""
    if not filtros.texto:
        return literal_column("0", Integer)
    return func.ts_rank(literal_column(f"'{TEXT_WEIGHTS}'::real[]"), _busqueda(), _tsquery(fold(filtros.texto)))


def _with_categoria(statement: Select[Any]) -> Select[Any]:
    return statement.outerjoin(CATEGORIAS, C.id == P.categoria_id)


def _busqueda() -> ColumnElement[Any]:
    return type_coerce(P.busqueda, TSVECTOR)


def _tsquery(folded: str) -> ColumnElement[Any]:
    """Returns the query for all of these words, in any of their forms.

    Without accents the stemmer does not bring every plural to its singular ("instantaneas"), so both are asked for
    where they differ; the planner sees that, and asks for one where they do not.
    """
    query = func.plainto_tsquery(SPANISH, folded)
    singular = " ".join(singular_word(word) for word in folded.split(" "))
    if singular == folded:
        return query
    other = func.plainto_tsquery(SPANISH, singular)
    return case((query == other, query), else_=query.op("||")(other))


def _fold(column: ColumnElement[Any]) -> ColumnElement[str]:
    """Returns a column folded as `app.nlu.normalize.fold` does."""
    return func.translate(func.lower(column), FOLD_FROM, FOLD_TO)


def _array(values: Sequence[str]) -> ColumnElement[Any]:
    return bindparam(None, _storable(values), type_=ARRAY(Text))


def _storable(values: Sequence[str]) -> list[str]:
    """Returns the values without NUL, which PostgreSQL's text has not."""
    return [value.replace("\x00", "") for value in values]
