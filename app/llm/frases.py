"""Pieces of sentences that several answers share: what was searched, what was loosened, how a product is called."""

from dataclasses import replace
from typing import Final

from app.models.dominio import Alternativa, Filtros, Hechos, ProductoFicha
from app.models.formato import enumerar, pesos, piso, tope

TOTAL_CONTADO: Final = 1_000  # totals are counted up to this (app.database.queries.TOTAL_MAX)
SHOUTED: Final = 4  # letters: a category in capitals as long as this is no abbreviation


def nombre_de(producto: ProductoFicha) -> str:
    """Returns the product's name as an answer writes it."""
    return f"**{producto.nombre}**"


def stock_de(producto: ProductoFicha) -> str:
    """Returns how many are left, as the end of a clause: " y quedan 7 unidades"."""
    if not producto.disponible:
        return ", pero ahora está agotado"
    return " y queda 1 unidad" if producto.stock == 1 else f" y quedan {producto.stock} unidades"


def agotados(hechos: Hechos) -> str:
    """Returns a sentence on those of the products that are sold out, "" when none is."""
    names = [nombre_de(p) for p in hechos.productos if not p.disponible]
    if not names:
        return ""
    return f" Ojo: {enumerar(names)} {'está agotado' if len(names) == 1 else 'están agotados'}."


def precio(filtros: Filtros) -> str:
    """Returns the price bounds in words: "hasta $500.000", "entre $200.000 y $300.000", "" when open."""
    minimo, maximo = filtros.precio_min, filtros.precio_max
    if minimo is not None and maximo is not None:
        return f"entre {pesos(minimo)} y {pesos(maximo)}"
    if maximo is not None:
        return tope(maximo)
    return piso(minimo) if minimo is not None else ""


def en_frase(categoria: str) -> str:
    """Returns a category as it stands inside a sentence: "notebooks", "cremas hidratantes" of "CREMAS HIDRATANTES".

    Abbreviations keep their capitals: "TV y audio", "ampolletas LED".
    """
    shouted = categoria.isupper() and len(categoria) >= SHOUTED
    return " ".join(word.lower() if shouted or word.istitle() else word for word in categoria.split(" "))


def busqueda(filtros: Filtros) -> str:
    """Returns the search in words: "notebooks Lenovo hasta $600.000 (16 GB RAM, negro)"."""
    cosa = en_frase(filtros.categoria) if filtros.categoria else ""
    texto = f"«{filtros.texto}»" if filtros.texto else ""
    if not (cosa or texto or filtros.marcas) and not filtros.vacio:
        cosa = "productos"
    detalles = f"({', '.join(filtros.caracteristicas)})" if filtros.caracteristicas else ""
    sin = f"que no sean {enumerar(filtros.marcas_excluidas, 'ni')}" if filtros.marcas_excluidas else ""
    if filtros.texto:
        cosa, texto = f"{cosa} {filtros.texto}" if cosa else texto, ""
    partes = (cosa, enumerar(filtros.marcas, "o"), sin, texto, precio(filtros), detalles)
    return " ".join(parte for parte in partes if parte) or "todo el catálogo"


def de_que(filtros: Filtros) -> str:
    """Returns what the options found are of: "en notebooks Lenovo", but "de Samsung", "con «taladro»"."""
    if filtros.categoria is not None:
        return f"en {busqueda(filtros)}"
    if filtros.texto:
        return f"con {busqueda(filtros)}"
    if filtros.caracteristicas and not filtros.marcas:
        sin = busqueda(replace(filtros, caracteristicas=())).removeprefix("productos").removeprefix("todo el catálogo")
        return f"con {enumerar([f'«{c}»' for c in filtros.caracteristicas])}{sin}"
    if filtros.marcas:
        return f"de {busqueda(filtros)}"
    return busqueda(filtros).removeprefix("productos ")


def que_se_relajo(hechos: Hechos, *, solo: bool = False) -> str:
    """Returns what nothing met and what there is instead.

    "No hay notebooks Lenovo hasta $300.000; lo más barato cuesta $349.990."

    Args:
        solo: one product is left, which the caller names next.
    """
    que = busqueda(hechos.filtros)
    relajados = hechos.filtros.relajados
    hay = hechos.alternativas[0] if hechos.alternativas else None
    if hay is not None and relajados == ("precio_max",) and hay.precio_min is not None:
        if hay.precio_min - 1 == hechos.filtros.precio_max:  # "algo más barato", said of the cheapest there is
            sin_tope = busqueda(replace(hechos.filtros, precio_max=None))
            return _fin(
                f"No tengo nada más barato en {sin_tope}", f"lo menos que cuesta es {pesos(hay.precio_min)}", solo=solo
            )
        return _fin(f"No hay {que}", f"lo más barato cuesta {pesos(hay.precio_min)}", solo=solo)
    if hay is not None and relajados == ("precio_min",) and hay.precio_max is not None:
        if hay.precio_max + 1 == hechos.filtros.precio_min:
            sin_piso = busqueda(replace(hechos.filtros, precio_min=None))
            return _fin(
                f"No tengo nada más caro en {sin_piso}", f"lo más que cuesta es {pesos(hay.precio_max)}", solo=solo
            )
        return _fin(f"No hay {que}", f"lo más caro cuesta {pesos(hay.precio_max)}", solo=solo)
    if all(r in hechos.filtros.caracteristicas for r in relajados):
        firmes = tuple(c for c in hechos.filtros.caracteristicas if c not in relajados)
        entre = busqueda(replace(hechos.filtros, caracteristicas=firmes))
        faltan = enumerar([f"«{r}»" for r in relajados], "ni")
        return _fin(
            f"Ninguna ficha de {entre} indica {faltan}",
            _alternativa(hay, hechos.total),
            solo=solo,
            salvo="Sin exigirlo",
        )
    if hechos.de_la_marca:
        que += f", aunque de esa marca sí tengo {enumerar([en_frase(c) for c in hechos.de_la_marca])}"
    sin = enumerar([_nombre_relajado(r, hechos.filtros) for r in relajados], "ni")
    return _fin(f"No hay {que}", _alternativa(hay, hechos.total), solo=solo, salvo=f"Sin exigir {sin}")


def cuantas_opciones(total: int) -> str:
    """Returns how many were found, in words: "una opción", "12 opciones", "más de 1.000 opciones"."""
    if total >= TOTAL_CONTADO:
        return "más de 1.000 opciones"
    return "una opción" if total == 1 else f"{total} opciones"


def _fin(falta: str, hay: str, *, solo: bool, salvo: str = "") -> str:
    """Returns what is missing and what there is; cut before a lone product, which is named next."""
    if solo:
        return f"{falta}. {salvo} queda una opción" if salvo else f"{falta}; lo más cercano es esto"
    return f"{falta}. {salvo}, {hay}." if salvo else f"{falta}; {hay}."


def _nombre_relajado(relajado: str, filtros: Filtros) -> str:
    nombres = {
        "marcas": f"la marca {enumerar(filtros.marcas, 'o')}",
        "precio_max": f"el tope de {pesos(filtros.precio_max or 0)}",
        "precio_min": f"el mínimo de {pesos(filtros.precio_min or 0)}",
    }
    return nombres.get(relajado, f"«{relajado}»")


def _alternativa(hay: Alternativa | None, total: int) -> str:
    cantidad = total if hay is None else hay.cantidad
    cuantas = f"hay {cuantas_opciones(cantidad)}"
    if hay is None or hay.precio_min is None:
        return cuantas
    return f"{cuantas}, {'a' if cantidad == 1 else 'desde'} {pesos(hay.precio_min)}"
