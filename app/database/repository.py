"""Asks the catalogue: searches, products by id and by name, and the names for the NLU.

Runs on the caller's transaction. Answers are values of `app.models.dominio`; prices are whole pesos.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, TypedDict

from sqlalchemy import Connection, RowMapping, func, select
from sqlalchemy.orm import aliased

from app.database import name_search
from app.database.lists import build_lista_query
from app.database.motivos import RELAJADO_MARCAS, motivo
from app.database.queries import (
    DISPONIBLE,
    TOTAL_MAX,
    C,
    P,
    build_categoria_query,
    build_ids_query,
    build_muestra_query,
    build_productos_query,
    build_resumen_query,
    conditions,
)
from app.database.relaxing import loosen_price, relax
from app.database.rows import alternativa_of, ficha_of, key_of
from app.database.vectors import NEAREST, build_cercanos_query
from app.database.vocabulary import Vocabulario, load_vocabulario
from app.models.database import Categoria, LexicoCatalogo, VersionCatalogo
from app.models.dominio import Alternativa, Filtros, Orden, ProductoFicha, Resultado
from app.nlu.lexicon import Lexico
from app.nlu.normalize import fold
from app.nlu.vectors import Vectors

# Every query has an index; at size a sequential scan, compiling, or starting workers costs more than the answer may.
PLANNER: Final = {
    "enable_seqscan": "off",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "random_page_cost": "1.1",
    "work_mem": "32MB",
    "hnsw.ef_search": str(NEAREST),
}
# Built once: every turn begins with it.
SET_PLANNER: Final = select(*(func.set_config(name, value, True) for name, value in PLANNER.items()))
LEXICO_PRODUCTOS: Final = 20_000  # names given to the NLU; of larger catalogues, those that lists show first
CANDIDATOS_DEFAULT: Final = 20  # products that one name may mean


class _Context(TypedDict):
    categorias: tuple[int, ...] | None
    conocidas: frozenset[str]


class Repository:
    """The catalogue as one transaction sees it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._categorias: dict[str, tuple[int, ...]] = {}
        self._resumenes: dict[Filtros, Alternativa] = {}
        self._muchos: set[Filtros] = set()  # searches that more than TOTAL_MAX products meet
        connection.execute(SET_PLANNER)

    def buscar(self, filtros: Filtros, *, limite: int, excluir: Sequence[int] = ()) -> Resultado:
        """Returns the best products in stock that meet every filter, and how many there are (at most TOTAL_MAX).

        Products asked for by id are found out of stock too: they come last, and are not counted.

        Args:
            excluir: ids that the page leaves out, though they count.
        """
        if filtros.productos:
            return self._buscar_nombrados(filtros, limite=limite, excluir=excluir)
        rows, total = self._page(filtros, limite=limite, excluir=excluir)
        return Resultado(self._fichas(rows, filtros, first_page=not excluir), total)

    def buscar_relajando(
        self, filtros: Filtros, *, limite: int, excluir: Sequence[int] = ()
    ) -> tuple[Filtros, Resultado, tuple[Alternativa, ...]]:
        """Returns the wish with its `relajados`, what was found, and what else there is when something was loosened.

        Nothing is loosened while anything meets the whole wish, seen or not. When even the category has nothing in
        stock, the result is empty. Source: protocol, `relajados`.
        """
        wish = replace(filtros, relajados=())
        found = self.buscar(wish, limite=limite, excluir=excluir)
        if found.total or found.productos:
            return wish, found, ()
        self._resumenes[key_of(wish)] = Alternativa("", 0)
        step = relax(wish, self._exists, self._first_price)
        if step is None:
            return wish, Resultado(), ()
        loosened, relajados = step
        wish = replace(wish, relajados=relajados)
        rows, total = self._page(loosened, limite=limite, excluir=excluir)
        resultado = Resultado(self._fichas(rows, wish, first_page=False), total)
        return wish, resultado, self._alternativas(wish, loosened)

    def por_ids(self, ids: Sequence[int]) -> tuple[ProductoFicha, ...]:
        """Returns the products with these ids, in this order; ids that are gone or inactive are left out."""
        if not ids:
            return ()
        found = {row["id"]: ficha_of(row) for row in self.connection.execute(build_ids_query(ids)).mappings()}
        return tuple(found[i] for i in dict.fromkeys(ids) if i in found)

    def resolver_producto(
        self, nombre: str, *, marca: str | None = None, limite: int = CANDIDATOS_DEFAULT
    ) -> tuple[int, ...]:
        """Returns the ids of the products that a name can mean, best first; none when the model is not there."""
        return name_search.resolve(self.connection, self.vocabulario, nombre, marca=marca, limite=limite)

    def cercanos(
        self, nombre: str, *, marca: str | None = None, categoria: str | None = None, limite: int = 5
    ) -> tuple[int, ...]:
        """Returns the ids of the products in stock nearest to a model that the catalogue does not have."""
        ids = None if categoria is None else self._categoria_ids(categoria)
        found = name_search.nearest(
            self.connection, self.vocabulario, nombre, marca=marca, categorias=ids, limite=limite
        )
        if found or not (marca or categoria):
            return found
        wish = Filtros(categoria=categoria, marcas=(marca,) if marca else ())
        return tuple(row["id"] for row in self._page(wish, limite=limite)[0])

    def cercanos_a(self, deseo: Vectors, filtros: Filtros, *, limite: int) -> tuple[int, ...]:
        """Returns the ids of the products in stock nearest to a wish's vector that meet the filters, best first.

        Bounded: of the whole catalogue's nearest, those that meet them, so there may be none.
        """
        meets = conditions(filtros, **self._context(filtros))
        return tuple(self.connection.scalars(build_cercanos_query(deseo, meets, limite=limite)))

    def muestra_por_categoria(self, n: int) -> tuple[ProductoFicha, ...]:
        """Returns one product in stock of each of up to n categories, for examples."""
        rows = self.connection.execute(build_muestra_query(n)).mappings()
        por_categoria: dict[str, ProductoFicha] = {}
        for row in rows:
            por_categoria.setdefault(row["categoria"], ficha_of(row))
        return tuple(por_categoria.values())[:n]

    def categorias_principales(self, limite: int = 12) -> tuple[str, ...]:
        """Returns the names of the active categories at the top, in the order they came."""
        top = select(Categoria.nombre).where(C.activo, C.categoria_padre_id.is_(None))
        return tuple(self.connection.execute(top.order_by(Categoria.id).limit(limite)).scalars())

    def lexico(self) -> Lexico:
        """Returns what the catalogue calls its things, for the NLU: brands by size, categories, product names."""
        brands = select(LexicoCatalogo.valor).where(LexicoCatalogo.tipo == "marca")
        brands = brands.order_by(LexicoCatalogo.cantidad.desc(), LexicoCatalogo.valor)
        padre = aliased(Categoria)
        tree = select(Categoria.nombre, padre.nombre).outerjoin(padre, padre.id == Categoria.categoria_padre_id)
        tree = tree.where(C.activo).order_by(Categoria.id)
        names = select(P.nombre, P.marca).where(DISPONIBLE).order_by(P.posicion, P.id).limit(LEXICO_PRODUCTOS)
        productos = [(nombre, marca) for nombre, marca in self.connection.execute(names)]
        if len(productos) < LEXICO_PRODUCTOS:  # a catalogue this small is read whole, sold out products too
            others = select(P.nombre, P.marca).where(P.activo, func.coalesce(P.stock, 0) <= 0).order_by(P.id)
            productos += [(nombre, marca) for nombre, marca in self.connection.execute(others)]
        return Lexico(
            marcas=tuple(self.connection.execute(brands).scalars()),
            categorias=tuple((nombre, above) for nombre, above in self.connection.execute(tree)),
            productos=tuple(productos),
        )

    @property
    def categorias(self) -> tuple[str, ...]:
        """Returns the names of all active categories, parents too."""
        return self.vocabulario.categorias

    def corregir(self, texto: str) -> str:
        """Returns free words with those that no product is called by as the likeliest one that some product is."""
        return " ".join(next(iter(self.vocabulario.corregir(word)), word) for word in fold(texto).split())

    def version_catalogo(self) -> int:
        """Returns the number of the last import, 0 before the first."""
        return self.connection.execute(select(VersionCatalogo.version)).scalar_one_or_none() or 0

    @cached_property
    def vocabulario(self) -> Vocabulario:
        """Returns the words and attributes of this catalogue."""
        return load_vocabulario(self.connection)

    def _categoria_ids(self, nombre: str) -> tuple[int, ...]:
        if nombre not in self._categorias:
            self._categorias[nombre] = tuple(self.connection.execute(build_categoria_query(nombre)).scalars())
        return self._categorias[nombre]

    def _page(self, filtros: Filtros, *, limite: int, excluir: Sequence[int] = ()) -> tuple[Sequence[RowMapping], int]:
        """Returns the rows of one page and how many products meet the filters."""
        rows, total = self._ranked(filtros, limite=limite, excluir=excluir)
        if not rows and excluir:
            return (), self._page(filtros, limite=1)[1]
        if total > TOTAL_MAX and not (filtros.texto and filtros.orden == Orden.RELEVANCIA):
            rows = self._first_of_many(filtros, limite=limite, excluir=excluir) or rows
        return rows, min(total, TOTAL_MAX)

    def _ranked(self, filtros: Filtros, *, limite: int, excluir: Sequence[int]) -> tuple[Sequence[RowMapping], int]:
        context = self._context(filtros)
        if context["categorias"] == ():
            return (), 0
        statement = build_productos_query(filtros, limite=limite, excluir=excluir, **context)
        rows = self.connection.execute(statement).mappings().all()
        total = rows[0]["total"] if rows else 0
        if total > TOTAL_MAX:
            self._muchos.add(key_of(filtros))
        elif total and not filtros.productos:
            self._resumenes[key_of(filtros)] = alternativa_of(rows[0])
        return rows, total

    def _first_of_many(self, filtros: Filtros, *, limite: int, excluir: Sequence[int]) -> Sequence[RowMapping]:
        """Returns the first matches in the wanted order; by price exactly, else none when they lie far back."""
        context = self._context(filtros)
        statement = build_lista_query(filtros, limite=limite, excluir=excluir, **context)
        rows = self.connection.execute(statement).mappings().all()
        if len(rows) >= limite:
            return rows
        if filtros.orden == Orden.RELEVANCIA:
            return ()
        statement = build_productos_query(filtros, limite=limite, excluir=excluir, tope=None, **context)
        return self.connection.execute(statement).mappings().all()

    def _context(self, filtros: Filtros) -> _Context:
        ids = None if filtros.categoria is None else self._categoria_ids(filtros.categoria)
        return {"categorias": ids, "conocidas": self.vocabulario.atributos}

    def _buscar_nombrados(self, filtros: Filtros, *, limite: int, excluir: Sequence[int]) -> Resultado:
        """Returns the products asked for by id that meet the other filters, those in stock first."""
        place = {id_: n for n, id_ in enumerate(filtros.productos)}
        rows, _ = self._ranked(filtros, limite=len(place), excluir=())
        sign = {Orden.RELEVANCIA: 0, Orden.PRECIO_ASC: 1, Orden.PRECIO_DESC: -1}[filtros.orden]
        rows = sorted(rows, key=lambda row: (row["stock"] <= 0, sign * row["precio"], place[row["id"]]))
        page = [row for row in rows if row["id"] not in excluir][:limite]
        total = sum(row["stock"] > 0 for row in rows)
        return Resultado(self._fichas(page, filtros, first_page=not excluir), total)

    def _fichas(self, rows: Sequence[RowMapping], wish: Filtros, *, first_page: bool) -> tuple[ProductoFicha, ...]:
        """Returns the products of a page with their reasons."""
        conocidas = self.vocabulario.atributos
        return tuple(
            replace(ficha, motivo=motivo(ficha, wish, conocidas, primero=first_page and n == 0))
            for n, ficha in enumerate(map(ficha_of, rows))
        )

    def _exists(self, filtros: Filtros) -> bool:
        known = self._resumenes.get(key_of(filtros))
        return (known or self._count(filtros, tope=1)).cantidad > 0

    def _first_price(self, filtros: Filtros) -> int | None:
        resumen = self._resumen(filtros)
        if filtros.orden != Orden.PRECIO_DESC:
            return resumen.precio_min
        return self._extreme(filtros) if resumen.cantidad == TOTAL_MAX else resumen.precio_max

    def _alternativas(self, wish: Filtros, loosened: Filtros) -> tuple[Alternativa, ...]:
        """Returns what loosening found, first, then what letting go of the brand or the price alone would find.

        While only features were let go, the brand and the price are met, and there is nothing to say of them.
        """
        found = {wish.relajados[0]: loosened}
        base = replace(wish, caracteristicas=loosened.caracteristicas)
        if all(r in wish.caracteristicas for r in wish.relajados):
            return (replace(self._resumen(loosened), relajado=wish.relajados[0]),)
        if wish.marcas:
            found.setdefault(RELAJADO_MARCAS, replace(base, marcas=()))
        if wish.precio_min is not None or wish.precio_max is not None:
            search, names = loosen_price(base, self._first_price)
            found.setdefault(names[0], search)
        counted = (replace(self._resumen(search), relajado=name) for name, search in found.items())
        return tuple(alternativa for alternativa in counted if alternativa.cantidad)

    def _resumen(self, filtros: Filtros) -> Alternativa:
        """Returns how many products meet the filters, and between which prices; asked once in a transaction.

        Of more than TOTAL_MAX, only the lowest price is told.
        """
        key = key_of(filtros)
        if key not in self._resumenes:
            self._resumenes[key] = self._count(key, tope=TOTAL_MAX + 1)
        return self._resumenes[key]

    def _count(self, filtros: Filtros, *, tope: int) -> Alternativa:
        context = self._context(filtros)
        if context["categorias"] == ():
            return Alternativa("", 0)
        if key_of(filtros) not in self._muchos:
            row = self.connection.execute(build_resumen_query(filtros, tope=tope, **context)).mappings().one()
            if row["total"] <= TOTAL_MAX:
                return alternativa_of(row)
        return Alternativa("", TOTAL_MAX, self._extreme(replace(filtros, orden=Orden.PRECIO_ASC)))

    def _extreme(self, filtros: Filtros) -> int | None:
        """Returns the first price of a long list, None when it lies too far back to look for."""
        statement = build_lista_query(filtros, limite=1, **self._context(filtros))
        row = self.connection.execute(statement).mappings().first()
        return int(row["precio"]) if row else None
