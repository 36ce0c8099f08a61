"""The facts of one turn, arranged for looking up what an answer asserts.

Built once per turn from Hechos and the person's question. Every text goes through the same reading as the answer
(folded, number words as digits, quantities by `app.nlu.measures`), so that both sides compare as equals.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from app.llm.proof.figures import Cifra, juntar_miles, numeros, read_cifras
from app.llm.proof.lexicon_features import COLORES, PARTES, RASGOS
from app.llm.proof.lexicon_names import GENERICOS
from app.llm.proof.number_words import en_cifras
from app.llm.proof.roots import raiz_de
from app.llm.proof.vocabulary import es_comun, es_nombre_propio
from app.models.dominio import Hechos, ProductoFicha
from app.nlu.measures import read_medidas
from app.nlu.normalize import fold

LARGO_CITA: Final = 5  # words in a row that are a quotation
PALABRA_DE_CITA: Final = re.compile(r"\d+(?:[.,]\d+)+|[a-z0-9ñ]+")
PALABRA: Final = re.compile(r"[a-z0-9ñ]+")
_ENTRE_COMILLAS: Final = re.compile(r"(?<!\w)\"(?=\S)([^\"\n]{2,80}?)(?<=\S)\"(?!\w)")
# Parts of a name that say what the thing is like, not which one it is.
_CUALIDADES: Final = re.compile(
    r"\b(?:qled|oled evo|oled|neo qled|mini led|led|lcd|ips|uhd|crystal|[248]k|google tv|android tv|roku tv|smart tv|"
    r"talla \w+|aro \d+)\b"
)
_DE_LA_PERSONA: Final = re.compile(
    r"\b(?:peso|pesa|pesamos|mido|mide|somos|vivo|vivimos|(?:mi|una?|el|la|para) (?:\w+ )?(?:pieza|dormitorio|living|"
    r"departamento|depto|casa|sala|oficina|espacio|hueco|mueble|niñ[oa]|hij[oa])) [^.,;]{0,25}"
)
_SIN_UNIDAD: Final = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)(?= (?:y|o|a|con|en|sin|el|la|si|cuando)\b|[,.;)]|$)")
_UNIDAD_PEGADA: Final = re.compile(r"(?<=\d)(?=[a-z])")
# "Sin cámara" gives it none, and "no indica correr" is no praise.
_NEGADO: Final = re.compile(
    r"\bno indica [^.;]*|\bmenciona [^.;]*|\b(?:sin|ni|no(?! frost)) (?:el |la |un |una )?[a-zñ]+"
)
VECES: Final = {"doble": 2.0, "triple": 3.0}  # "triple ventilador": three fans
_COMIENZO: Final = 4  # characters by which a model code may be called
_CONTADO: Final = re.compile(r" [a-zñ]{5,}")  # "2 asientos" counts, "Slim 3 Ryzen" names

Medida = tuple[str, str]  # ("16 GB", "RAM"): the quantity and which one it is, "" when the text does not say


@dataclass(frozen=True, slots=True)
class FichaIndexada:
    """One product as claims look it up. All text is folded.

    `nombres`: its whole name, with and without the kind of thing. `identidad`: each word of its name, with the words
    just before it. `valores`: the numbers that may be said of it without a unit ("la Kayano es 43 y la Resolution 42"),
    stock too. `fuertes`: those that name it by themselves (brand, line, model); "Curvo" only goes along with them.
    `afirmado`: the text without what it denies; `raices`: the roots of its words.
    `chips`: numbers of the chips in its name ("la 4070"). `tiras`: five words in a row of its text.
    """

    id: int
    nombres: tuple[str, ...]
    precio: int
    stock: int
    texto: str
    tiras: frozenset[str]
    palabras: frozenset[str]
    afirmado: str
    raices: frozenset[str]
    numeros: frozenset[float]
    valores: frozenset[float]
    medidas: frozenset[Medida]
    identidad: Mapping[str, frozenset[str]]
    fuertes: frozenset[str]
    chips: frozenset[str]
    marca: frozenset[str]


@dataclass(frozen=True, slots=True)
class Indice:
    """All that one turn knows. Amounts are whole pesos.

    `presupuestos`, `ajenas`: the person's own amounts, in pesos and in other currencies. `alternativas`: prices of what
    exists beyond the search. `medidas_propias`: what the person measures, not what they want ("peso 105 kilos").
    `generales`: brands and categories that may be spoken of though no product here has them.
    """

    hechos: Hechos
    fichas: Mapping[int, FichaIndexada]
    presupuestos: frozenset[float]
    ajenas: frozenset[tuple[float, str]]
    alternativas: frozenset[float]
    cantidades: frozenset[int]
    pregunta: str
    palabras_pregunta: frozenset[str]
    numeros_pregunta: frozenset[float]
    medidas_pregunta: frozenset[Medida]
    medidas_propias: frozenset[Medida]
    palabras: frozenset[str]
    generales: frozenset[str]
    ejemplos: tuple[str, ...]

    @property
    def todos(self) -> frozenset[int]:
        """Returns the ids of every product of the turn."""
        return frozenset(self.fichas)

    def codigo_entero(self, palabra: str) -> str:
        """Returns the whole model code where only its beginning is said ("RT38K"), otherwise the word itself."""
        if len(palabra) < _COMIENZO:
            return palabra
        codigos = {p for f in self.fichas.values() for p in f.identidad if p.startswith(palabra)}
        return codigos.pop() if len(codigos) == 1 else palabra


def indexar(hechos: Hechos, pregunta: str) -> Indice:
    """Returns the index of the facts of a turn and of the person's own words."""
    filtros = hechos.filtros
    fichas = {p.id: _ficha(p, hechos) for p in hechos.productos}
    dicho = preparar(" . ".join([pregunta, *filtros.caracteristicas, *hechos.pregunta, filtros.texto]))
    cifras = read_cifras(dicho)
    generales = palabras_de([filtros.categoria or "", *_marcas(hechos), *hechos.categorias])
    precios = (precio for a in hechos.alternativas for precio in (a.precio_min, a.precio_max))
    return Indice(
        hechos=hechos,
        fichas=fichas,
        presupuestos=_presupuestos(hechos, cifras),
        ajenas=frozenset((c.valor, c.moneda) for c in cifras if c.moneda != "CLP"),
        alternativas=frozenset(float(precio) for precio in precios if precio is not None),
        cantidades=_cantidades(hechos),
        pregunta=dicho,
        palabras_pregunta=frozenset(PALABRA.findall(dicho)) | palabras_de([*hechos.desconocidos, *filtros.marcas]),
        numeros_pregunta=frozenset(n for _, _, n in numeros(dicho)),
        medidas_pregunta=medidas_de(dicho),
        medidas_propias=medidas_de(" . ".join(m[0] for m in _DE_LA_PERSONA.finditer(dicho))),
        palabras=frozenset[str]().union(generales, *(f.palabras for f in fichas.values())),
        generales=generales,
        ejemplos=tuple(preparar(e) for e in hechos.ejemplos),
    )


def preparar(texto: str) -> str:
    """Returns the text as claims and facts are compared: number words as digits, folded, quotation marks off."""
    return limpiar(fold(en_cifras(texto)))


def limpiar(plano: str) -> str:
    """Returns the folded text, same length, without the marks around quotations (a mark after 15.6 is inches)."""
    return _ENTRE_COMILLAS.sub(lambda m: f" {m[1]} ", juntar_miles(plano))


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


def partir_valor(medida: Medida) -> tuple[float, str]:
    """Returns (16.0, "GB") for a quantity; -1 for one that is no single number."""
    numero, unidad = medida[0].split(" ", 1)
    return (float(numero.replace(",", ".")) if re.fullmatch(r"\d+(?:,\d+)?", numero) else -1.0), unidad


def tiras(plano: str) -> list[str]:
    """Returns every five words in a row of a folded text: what an answer may quote as it stands."""
    palabras = [p[0] for p in PALABRA_DE_CITA.finditer(plano)]
    return [" ".join(palabras[i : i + LARGO_CITA]) for i in range(len(palabras) - LARGO_CITA + 1)]


def diferencias(precios: Iterable[int]) -> frozenset[float]:
    """Returns every difference between two of the prices."""
    return frozenset(float(abs(a - b)) for a, b in combinations(list(precios), 2))


def _ficha(producto: ProductoFicha, hechos: Hechos) -> FichaIndexada:
    nombre = preparar(producto.nombre)
    detalle = preparar(" . ".join([producto.descripcion, *producto.atributos, *_filas(producto, hechos)]))
    texto = f"{nombre} . {detalle}"
    marca = frozenset(PALABRA.findall(fold(producto.marca or "")))
    identidad = _identidad(producto, nombre, marca)
    propias = marca | palabras_de([producto.categoria])
    palabras = frozenset(PALABRA.findall(texto)) | propias
    afirmado = _NEGADO.sub(" ", f"{texto} . {preparar(producto.motivo)}")
    return FichaIndexada(
        id=producto.id,
        nombres=_nombres(producto, nombre),
        precio=producto.precio,
        stock=producto.stock,
        texto=texto,
        tiras=frozenset(tiras(detalle)),
        palabras=palabras,
        afirmado=afirmado,
        raices=frozenset(map(raiz_de, (*PALABRA.findall(afirmado), *propias))),
        numeros=frozenset(_numeros(nombre, detalle)),
        valores=frozenset((producto.stock, *(n for _, _, n in numeros(_UNIDAD_PEGADA.sub(" ", detalle))))),
        medidas=medidas_de(texto) | medidas_de(_con_su_unidad(detalle)),
        identidad=identidad,
        fuertes=_fuertes(identidad, nombre) | marca,
        chips=frozenset(re.findall(r"\b\d{3,4}\b", " ".join(m[0] for m in PARTES.finditer(nombre)))),
        marca=marca,
    )


def _numeros(nombre: str, detalle: str) -> Iterator[float]:
    """Yields the loose numbers of a product's text, those of chips left out; of its name only what is no model."""
    yield from (n for _, _, n in numeros(PARTES.sub(" ", detalle)))
    yield from (veces for palabra, veces in VECES.items() if palabra in detalle)
    sin_chips = PARTES.sub(" ", nombre)
    for _, end, n in numeros(sin_chips):
        if n != int(n) or _CONTADO.match(sin_chips, end):
            yield n


def _con_su_unidad(detalle: str) -> str:
    """Returns the numbers that leave out a unit said just before, with it: "70 horas sin cancelación y 44 con ella"."""
    leidas = read_medidas(detalle)
    sueltos = [m for m in _SIN_UNIDAD.finditer(detalle) if not any(x.start <= m.start() < x.end for x in leidas)]
    antes = ((m, [x for x in leidas if x.end <= m.start() and "." not in detalle[x.end : m.start()]]) for m in sueltos)
    return " . ".join(f"{m[1]} {partir_medida(previas[-1].valor)[0].split(' ')[1]}" for m, previas in antes if previas)


def _nombres(producto: ProductoFicha, nombre: str) -> tuple[str, ...]:
    de_la_clase = GENERICOS | palabras_de([producto.categoria])
    sin_clase = nombre.split(" ")
    while len(sin_clase) > 2 and sin_clase[0] in de_la_clase:
        sin_clase.pop(0)
    return tuple(dict.fromkeys((nombre, " ".join(sin_clase))))


def _filas(producto: ProductoFicha, hechos: Hechos) -> list[str]:
    """Returns what the comparison says of one product: "almacenamiento: 128 GB"."""
    if hechos.comparacion is None or producto.id not in hechos.comparacion.ids:
        return []
    columna = hechos.comparacion.ids.index(producto.id)
    filas = (f for f in hechos.comparacion.filas if fold(f.atributo) != "precio" and columna < len(f.valores))
    return [f"{f.atributo}: {f.valores[columna]}" for f in filas if f.valores[columna] != "—"]


def _identidad(producto: ProductoFicha, nombre: str, marca: frozenset[str]) -> dict[str, frozenset[str]]:
    """Returns the words that name the product, each with those it follows.

    "IdeaPad Slim 3 Ryzen 5" has a 3 after slim; "IdeaPad 5" names another machine.
    """
    for medida in reversed(read_medidas(nombre)):
        if re.match(r"[-\w]", nombre[medida.end :]):
            continue  # "WD 3 V-17" is a model, not three volts
        nombre = f"{nombre[: medida.start]} . {nombre[medida.end :]}"
    sin_nombre = GENERICOS | palabras_de([producto.categoria])
    identidad: dict[str, frozenset[str]] = {palabra: frozenset() for palabra in marca}
    previa = ""
    for palabra in re.findall(r"[a-z0-9ñ]+|\.", PARTES.sub(" . ", nombre)):
        if palabra == ".":
            previa = ""
        elif palabra not in sin_nombre or palabra in marca:
            identidad[palabra] = identidad.get(palabra, frozenset()) | {previa}
            previa = palabra
    return identidad


def _fuertes(identidad: Mapping[str, frozenset[str]], nombre: str) -> frozenset[str]:
    """Returns the words of a name that name it by themselves: no quality, no ordinary word, no bare number."""
    patrones = (_CUALIDADES, *RASGOS.values(), *COLORES.values())
    debiles = {p for patron in patrones for m in patron.finditer(nombre) for p in PALABRA.findall(m[0])}
    comunes = {p for p in identidad if es_comun(p) and not es_nombre_propio(p)}
    return frozenset(p for p in identidad if not (p in debiles or p in comunes or p.isdigit() or len(p) == 1))


def _marcas(hechos: Hechos) -> list[str]:
    """Returns the brands asked for that the shop has: shown, or behind an alternative that keeps the brand."""
    mostradas = {fold(p.marca or "") for p in hechos.productos}
    queda = any(a.relajado != "marcas" for a in hechos.alternativas)
    return [m for m in hechos.filtros.marcas if fold(m) in mostradas or queda]


def _presupuestos(hechos: Hechos, cifras: Iterable[Cifra]) -> frozenset[float]:
    dichas = {c.valor for c in cifras if c.moneda == "CLP"}
    limites = {float(x) for x in (hechos.filtros.precio_min, hechos.filtros.precio_max) if x is not None}
    # "Más barato" leaves one peso less than a price as the bound ($36.989), and is told with the price.
    limites |= {x + 1 for x in limites if x % 10 == 9}
    return frozenset(dichas | limites)


def _cantidades(hechos: Hechos) -> frozenset[int]:
    disponibles = sum(p.disponible for p in hechos.productos)
    return frozenset({hechos.total, len(hechos.productos), disponibles, *(a.cantidad for a in hechos.alternativas)})
