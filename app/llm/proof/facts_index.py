"""The facts of one turn, arranged for looking up what an answer asserts.

Built once per turn from Hechos and the person's question. Every text goes through the same reading as the answer
(folded, number words as digits, quantities by `app.nlu.measures`), so that both sides compare as equals.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from app.llm.proof.figures import Cifra, en_cifras, numeros, read_cifras
from app.llm.proof.lexicon_features import COLORES, PARTES, RASGOS
from app.llm.proof.lexicon_names import GENERICOS
from app.llm.proof.vocabulary import es_comun
from app.models.dominio import Hechos, ProductoFicha
from app.nlu.measures import read_medidas
from app.nlu.normalize import fold

LARGO_CITA: Final = 5
FICHA_DE_CITA: Final = re.compile(r"\d+(?:[.,]\d+)+|[a-z0-9ñ]+")
PALABRA: Final = re.compile(r"[a-z0-9ñ]+")
_CITA: Final = re.compile(r"(?<!\w)\"(?=\S)([^\"\n]{2,80}?)(?<=\S)\"(?!\w)")
_NO_ES_NOMBRE: Final = re.compile(r"\b(?:qled|oled evo|oled|neo qled|mini led|led|lcd|ips|uhd|crystal|[248]k|google tv|android tv|roku tv|smart tv|talla \w+|aro \d+)\b")

Medida = tuple[str, str]  # ("16 GB", "RAM"): the quantity and which one it is, "" when the text does not say


@dataclass(frozen=True, slots=True)
class FichaIndexada:
    """One product as claims look it up. `identidad`: each word of its name, with the words just before it.

    `fuertes` are those that name it by themselves: brand, line, model; "Curvo" or "OLED" only go along with them.
    """

    id: int
    nombres: tuple[str, ...]
    precio: int
    stock: int
    texto: str
    tiras: frozenset[str]
    palabras: frozenset[str]
    numeros: frozenset[float]
    medidas: frozenset[Medida]
    identidad: Mapping[str, frozenset[str]]
    fuertes: frozenset[str]
    marca: frozenset[str]


@dataclass(frozen=True, slots=True)
class Indice:
    """All that one turn knows. Amounts are whole pesos unless a Cifra names another currency."""

    hechos: Hechos
    fichas: Mapping[int, FichaIndexada]
    presupuestos: frozenset[float]
    ajenas: frozenset[tuple[float, str]]  # the person's own amounts in another currency
    alternativas: frozenset[float]
    cantidades: frozenset[int]
    pregunta: str
    palabras_pregunta: frozenset[str]
    numeros_pregunta: frozenset[float]
    medidas_pregunta: frozenset[Medida]
    palabras: frozenset[str]
    generales: frozenset[str]  # brands and categories that may be spoken of though no product here has them
    ejemplos: tuple[str, ...]  # example messages, which may be quoted

    @property
    def todos(self) -> frozenset[int]:
        """Returns the ids of every product of the turn."""
        return frozenset(self.fichas)


def indexar(hechos: Hechos, pregunta: str) -> Indice:
    """Returns the index of the facts of a turn and of the person's own words."""
    fichas = {p.id: _ficha(p, hechos) for p in hechos.productos}
    dicho = preparar(" . ".join([pregunta, *hechos.filtros.caracteristicas, *hechos.pregunta, hechos.filtros.texto]))
    cifras = read_cifras(dicho)
    generales = palabras_de([hechos.filtros.categoria or "", *_marcas(hechos), *hechos.categorias])
    return Indice(
        hechos=hechos,
        fichas=fichas,
        presupuestos=_presupuestos(hechos, cifras),
        ajenas=frozenset((c.valor, c.moneda) for c in cifras if c.moneda != "CLP"),
        alternativas=frozenset(
            float(p) for a in hechos.alternativas for p in (a.precio_min, a.precio_max) if p is not None
        ),
        cantidades=_cantidades(hechos),
        pregunta=dicho,
        palabras_pregunta=frozenset(PALABRA.findall(dicho)) | palabras_de([*hechos.desconocidos, *hechos.filtros.marcas]),
        numeros_pregunta=frozenset(n for _, _, n in numeros(dicho)),
        medidas_pregunta=medidas_de(dicho),
        palabras=frozenset().union(generales, *(f.palabras for f in fichas.values())),
        generales=generales,
        ejemplos=tuple(preparar(e) for e in hechos.ejemplos),
    )


def preparar(texto: str) -> str:
    """Returns the text as claims and facts are compared: number words as digits, folded, quotation marks off."""
    return quitar_citas(fold(en_cifras(texto)))


def quitar_citas(plano: str) -> str:
    """Returns the folded text, same length, without the marks around quotations: a mark after 15.6 is inches."""
    return _CITA.sub(lambda m: f" {m[1]} ", plano)


def palabras_de(textos: Iterable[str]) -> frozenset[str]:
    """Returns the folded words of some texts, each with its singular."""
    palabras = {p for t in textos for p in PALABRA.findall(fold(t))}
    return frozenset(palabras | {p.removesuffix("s") for p in palabras} | {p.removesuffix("es") for p in palabras})


def medidas_de(plano: str) -> frozenset[Medida]:
    """Returns the quantities of a folded text, and those that they imply."""
    leidas = (v for m in read_medidas(plano) for v in (m.valor, *m.implica) if v[:1].isdigit())
    return frozenset(partir_medida(v) for v in leidas)


def partir_medida(valor: str) -> Medida:
    """Returns ("16 GB", "RAM") for "16 GB RAM"."""
    cantidad, unidad, *cual = valor.split(" ", 2)
    return f"{cantidad} {unidad}", cual[0] if cual else ""


def _ficha(producto: ProductoFicha, hechos: Hechos) -> FichaIndexada:
    texto = preparar(" . ".join([producto.nombre, producto.descripcion, *producto.atributos, *_filas(producto, hechos)]))
    marca = frozenset(PALABRA.findall(fold(producto.marca or "")))
    identidad, fuertes = _identidad(producto, marca)
    return FichaIndexada(
        id=producto.id,
        nombres=_nombres(producto),
        precio=producto.precio,
        stock=producto.stock,
        texto=texto,
        tiras=frozenset(tiras(texto[len(preparar(producto.nombre)) :])),
        palabras=frozenset(PALABRA.findall(texto)) | frozenset(p for t in texto.split() for p in [t.strip(".,;:")]) | marca,
        numeros=frozenset(n for _, _, n in numeros(PARTES.sub(" ", texto[len(preparar(producto.nombre)) :]))),
        medidas=medidas_de(texto),
        identidad=identidad,
        fuertes=fuertes,
        marca=marca,
    )


def _nombres(producto: ProductoFicha) -> tuple[str, ...]:
    """Returns the whole name as it may be written: with and without the kind of thing in front."""
    nombre = preparar(producto.nombre)
    de_la_clase = GENERICOS | palabras_de([producto.categoria])
    sin_clase = nombre.split(" ")
    while len(sin_clase) > 2 and sin_clase[0] in de_la_clase:
        sin_clase.pop(0)
    return tuple(dict.fromkeys((nombre, " ".join(sin_clase))))


def tiras(plano: str) -> list[str]:
    """Returns every five words in a row of a folded text: what an answer may quote as it stands."""
    palabras = [p[0] for p in FICHA_DE_CITA.finditer(plano)]
    return [" ".join(palabras[i : i + LARGO_CITA]) for i in range(len(palabras) - LARGO_CITA + 1)]


def _filas(producto: ProductoFicha, hechos: Hechos) -> list[str]:
    """Returns what the comparison says of one product: "almacenamiento: 128 GB"."""
    if hechos.comparacion is None or producto.id not in hechos.comparacion.ids:
        return []
    columna = hechos.comparacion.ids.index(producto.id)
    filas = (f for f in hechos.comparacion.filas if fold(f.atributo) != "precio" and columna < len(f.valores))
    return [f"{f.atributo}: {f.valores[columna]}" for f in filas if f.valores[columna] != "—"]


def _identidad(
    producto: ProductoFicha, marca: frozenset[str]
) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Returns the words that name the product, each with those it follows, and the ones that name it by themselves.

    "IdeaPad Slim 3 Ryzen 5" has a 3 after slim; "IdeaPad 5" names another machine.
    """
    nombre = preparar(producto.nombre)
    for medida in reversed(read_medidas(nombre)):
        nombre = f"{nombre[: medida.start]} . {nombre[medida.end :]}"
    nombre = PARTES.sub(" . ", nombre)
    flojas = _NO_ES_NOMBRE.findall(nombre)
    for patron in (*RASGOS.values(), *COLORES.values()):
        flojas += (m[0] for m in patron.finditer(nombre))
    debiles = {p for frase in flojas for p in PALABRA.findall(frase)}
    categoria = palabras_de([producto.categoria])
    identidad: dict[str, frozenset[str]] = {m: frozenset() for m in marca}
    previa = ""
    for palabra in re.findall(r"[a-z0-9ñ]+|\.", nombre):
        if palabra == ".":
            previa = ""
        elif palabra not in GENERICOS | categoria or palabra in marca:
            identidad[palabra] = identidad.get(palabra, frozenset()) | {previa}
            previa = palabra
    fuertes = {p for p in identidad if not (p in debiles or es_comun(p) or p.isdigit() or len(p) == 1)}
    return identidad, frozenset(fuertes | marca)


def _marcas(hechos: Hechos) -> list[str]:
    """Returns the brands asked for that the shop has: shown, or behind an alternative that keeps the brand."""
    mostradas = {fold(p.marca or "") for p in hechos.productos}
    queda = any(a.relajado != "marcas" for a in hechos.alternativas)
    return [m for m in hechos.filtros.marcas if fold(m) in mostradas or queda]


def _presupuestos(hechos: Hechos, cifras: Iterable[Cifra]) -> frozenset[float]:
    dichas = {c.valor for c in cifras if c.moneda == "CLP"}
    limites = {float(x) for x in (hechos.filtros.precio_min, hechos.filtros.precio_max) if x is not None}
    return frozenset(dichas | limites)


def _cantidades(hechos: Hechos) -> frozenset[int]:
    disponibles = sum(p.disponible for p in hechos.productos)
    return frozenset({hechos.total, len(hechos.productos), disponibles, *(a.cantidad for a in hechos.alternativas)})


def diferencias(precios: Iterable[int]) -> frozenset[float]:
    """Returns every difference between two of the prices."""
    return frozenset(float(abs(a - b)) for a, b in combinations(list(precios), 2))


def rasgos_de(plano: str) -> frozenset[str]:
    """Returns the features that a folded text states."""
    return frozenset(nombre for nombre, patron in RASGOS.items() if patron.search(plano))
