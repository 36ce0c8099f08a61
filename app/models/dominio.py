"""The words of the domain, once: labels, filters, entities, facts.

Everything else (dataset lint, database constraints, wire messages, report) derives its labels from here.
Values only: nothing in this file does I/O or imports anything of ours.
Source: nlu-guidelines (labels, values), protocol (`filtros`, `productos`).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class Intencion(StrEnum):
    """The seven intents; exactly one per message."""

    BUSCAR_PRODUCTO = "buscar_producto"
    RECOMENDAR_CATEGORIA = "recomendar_categoria"
    COMPARAR_PRECIOS = "comparar_precios"
    INFO_PRODUCTO = "info_producto"
    SALUDO = "saludo"
    AYUDA = "ayuda"
    NO_RECONOCIDA = "no_reconocida"


class TipoEntidad(StrEnum):
    """The five entity labels: the four asked for and `producto`."""

    MARCA = "marca"
    CATEGORIA = "categoria"
    RANGO_PRECIO = "rango_precio"
    CARACTERISTICAS = "caracteristicas"
    PRODUCTO = "producto"


class Orden(StrEnum):
    """How a list of products is ordered."""

    RELEVANCIA = "relevancia"
    PRECIO_ASC = "precio_asc"
    PRECIO_DESC = "precio_desc"


class Fuente(StrEnum):
    """Who worded an answer."""

    LLM = "llm"
    PLANTILLA = "plantilla"


@dataclass(frozen=True, slots=True)
class RangoPrecio:
    """An interval of whole currency units; None is an open end."""

    min: int | None
    max: int | None
    moneda: str = "CLP"


Valor: TypeAlias = str | tuple[int, ...] | RangoPrecio | None


@dataclass(frozen=True, slots=True)
class Entidad:
    """One span of a message and what it means.

    `value` is the text as typed, `start`/`end` its characters (0-based, end exclusive). `valor` is the normalised
    value: catalogue spelling (marca, categoria), canonical attribute (caracteristicas), RangoPrecio, product ids
    best first (producto; empty until the catalogue was asked), None when the words are in no list.
    """

    entity: TipoEntidad
    value: str
    start: int
    end: int
    confidence_entity: float
    extractor: str
    valor: Valor = None


@dataclass(frozen=True, slots=True)
class Parse:
    """What the NLU understood of one message.

    `confianza` is the calibrated probability that the decision `intencion` is right; `ranking` holds all seven
    labels with probabilities that sum to 1, best first, untouched by the decision.
    """

    text: str
    intencion: Intencion
    confianza: float
    ranking: tuple[tuple[Intencion, float], ...]
    entidades: tuple[Entidad, ...] = ()

    def de_tipo(self, tipo: TipoEntidad) -> tuple[Entidad, ...]:
        """Returns the entities of one label, in the order of the text."""
        return tuple(e for e in self.entidades if e.entity == tipo)


@dataclass(frozen=True, slots=True)
class Filtros:
    """What the person has asked for so far: the wish, not what could be met. Prices are whole pesos.

    `texto` holds words that no list knows (an unknown kind of thing), searched as text. `para` is who it is for, which
    ranks and filters nothing (app.nlu.recipients). `relajados` names the parts that were loosened in the last answer
    because nothing met them all.
    """

    categoria: str | None = None
    marcas: tuple[str, ...] = ()
    marcas_excluidas: tuple[str, ...] = ()  # "que no sea Samsung"
    precio_min: int | None = None
    precio_max: int | None = None
    moneda: str = "CLP"
    caracteristicas: tuple[str, ...] = ()
    productos: tuple[int, ...] = ()
    orden: Orden = Orden.RELEVANCIA
    texto: str = ""
    para: str = ""
    relajados: tuple[str, ...] = ()

    @property
    def vacio(self) -> bool:
        """Returns whether nothing at all narrows the catalogue."""
        return not (
            self.categoria
            or self.marcas
            or self.precio_min is not None
            or self.precio_max is not None
            or self.caracteristicas
            or self.productos
            or self.texto
        )


@dataclass(frozen=True, slots=True)
class ProductoFicha:
    """One product as an answer may show it. `motivo` says in a few words why it is there."""

    id: int
    nombre: str
    marca: str | None
    categoria: str
    precio: int
    stock: int
    descripcion: str
    atributos: tuple[str, ...] = ()
    motivo: str = ""

    @property
    def disponible(self) -> bool:
        """Returns whether at least one unit is in stock."""
        return self.stock > 0


@dataclass(frozen=True, slots=True)
class Resultado:
    """One page of a search and how many products meet it in all, counted up to a cap (app.database.queries)."""

    productos: tuple[ProductoFicha, ...] = ()
    total: int = 0


class Cortesia(StrEnum):
    """What a `saludo` does: each is answered in its own way."""

    HOLA = "hola"
    GRACIAS = "gracias"
    DESPEDIDA = "despedida"
    ACUSE = "acuse"  # "ok", "perfecto"


class Ayuda(StrEnum):
    """What an `ayuda` wants."""

    GENERAL = "general"
    PERSONA = "persona"  # "quiero hablar con una persona"
    MALENTENDIDO = "malentendido"  # "no era eso"


class Accion(StrEnum):
    """What the assistant does in a turn, once message and state are understood."""

    SALUDAR = "saludar"
    AYUDAR = "ayudar"
    REINICIAR = "reiniciar"  # "empecemos de nuevo": clears the search
    BUSCAR = "buscar"
    MOSTRAR_MAS = "mostrar_mas"  # continues the list, without repeats
    RECOMENDAR = "recomendar"
    COMPARAR = "comparar"
    INFORMAR = "informar"  # explains one product
    PRECISAR = "precisar"  # too little to act on: asks for what is missing
    FUERA_DE_ALCANCE = "fuera_de_alcance"


class Aviso(StrEnum):
    """Something that an answer must say besides its facts."""

    MONEDA_NO_CONVERTIDA = "moneda"  # an amount in another currency, left out of the prices
    MONEDA_CONVERTIDA = "moneda_convertida"  # converted with the rate of the settings
    RANGO_IMPOSIBLE = "rango_imposible"  # a price range that nothing can meet was not applied
    CARACTERISTICAS_DE_MAS = "caracteristicas_de_mas"  # only the first ones are used
    VARIAS_CATEGORIAS = "varias_categorias"  # several kinds asked at once: begins with the first
    NO_SE_PUEDE_EXCLUIR = "no_se_puede_excluir"  # "que no sea negro": only brands can be left out
    SIN_LISTA = "sin_lista"  # points at a list, or wants more of it, before anything was shown
    SIN_MAS = "sin_mas"  # the list has come to its end
    FUERA_DE_LISTA = "referencia_fuera"  # "el séptimo" of five
    YA_NO_ESTA = "ya_no_esta"  # the product pointed at has left the catalogue
    CUAL_PRODUCTO = "cual_producto"  # several of those shown fit: asks which
    SIN_MEDIDA = "sin_medida"  # "uno más grande": which measure, and how much?
    FALTA_COMPARAR = "falta_comparar"  # a comparison with one side only
    FALTA_BUSQUEDA = "falta_busqueda"  # nothing to search by


@dataclass(frozen=True, slots=True)
class Mencion:
    """A product as the person named it: the words, with the catalogue's candidates best first."""

    texto: str
    candidatos: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Estado:
    """A conversation between two turns; stored per session, so that any worker can take the next one.

    `mostrados` are the ids in the last list, in the order the person saw them; `vistos` every id shown since the
    search last changed ("muéstrame más" leaves them out); `foco` is the product last talked about, `anteriores` those
    talked about before it, latest last ("los dos"); `pregunta` what was last asked of one ("¿trae NFC?", "¿y el
    otro?").
    """

    filtros: Filtros = field(default_factory=Filtros)
    mostrados: tuple[int, ...] = ()
    vistos: tuple[int, ...] = ()
    foco: int | None = None
    anteriores: tuple[int, ...] = ()
    pregunta: tuple[str, ...] = ()
    ultima_accion: Accion | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What dialogue decided: the next state and which facts to fetch.

    `referidos` are ids taken from what was shown ("el segundo"); `menciones` products by name; `marcas`,
    `categorias` and `caracteristicas` the sides of a comparison. `pregunta` keeps the attribute asked of one product
    ("¿trae NFC?"). Recommending with one product in `referidos` or `menciones` wants more like it; with several in
    `referidos`, a choice among them. Comparing with no side at all compares the best of the search.
    """

    accion: Accion
    estado: Estado
    referidos: tuple[int, ...] = ()
    menciones: tuple[Mencion, ...] = ()
    marcas: tuple[str, ...] = ()
    categorias: tuple[str, ...] = ()
    caracteristicas: tuple[str, ...] = ()
    de_marca: tuple[tuple[str, str], ...] = ()  # of a side of `marcas`, what was said of it: ("LG", "22 pulgadas")
    extremo: Orden | None = None  # "cuál es la más barata": PRECIO_ASC
    pregunta: tuple[str, ...] = ()
    con_mas: bool | None = None  # of a comparison by `pregunta`: whether who has most of it is asked for, or least
    avisos: tuple[Aviso, ...] = ()
    intencion: Intencion | None = None  # what the message is in this conversation, where its words alone mislead


@dataclass(frozen=True, slots=True)
class FilaComparacion:
    """One attribute side by side; `valores` in the order of the compared products, "—" when not stated."""

    atributo: str
    valores: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparacion:
    """Products set against each other. Prices in whole pesos; `diferencia_pct` of the cheaper price."""

    ids: tuple[int, ...]
    nombres: tuple[str, ...]
    filas: tuple[FilaComparacion, ...]
    mas_barato: int | None
    diferencia: int
    diferencia_pct: float


@dataclass(frozen=True, slots=True)
class Alternativa:
    """What exists when something had to be loosened: "el Lenovo más barato cuesta $349.990"."""

    relajado: str
    cantidad: int
    precio_min: int | None = None
    precio_max: int | None = None


@dataclass(frozen=True, slots=True)
class Hechos:
    """Everything the answer of one turn may say. Wording, LLM and grounding know nothing else."""

    accion: Accion
    filtros: Filtros
    productos: tuple[ProductoFicha, ...] = ()
    total: int = 0
    comparacion: Comparacion | None = None
    alternativas: tuple[Alternativa, ...] = ()
    desconocidos: tuple[str, ...] = ()  # names the person used that the catalogue does not have
    pregunta: tuple[str, ...] = ()
    con_mas: bool | None = None  # as in Plan
    destaca: int | None = None  # the id of the compared product that has most, or least, of what was asked
    de_la_marca: tuple[str, ...] = ()  # kinds of thing that the shop has of a brand that it has not in this kind
    avisos: tuple[Aviso, ...] = ()
    candidatos: bool = False  # several products fit the name: ask which
    ejemplos: tuple[str, ...] = ()  # messages that work, from the real catalogue
    categorias: tuple[str, ...] = ()  # what the shop sells, for help and fallback
    cortesia: Cortesia = Cortesia.HOLA
    ayuda: Ayuda = Ayuda.GENERAL
    ya_contado: bool = False  # the one product was told of in the turn before
    extremo: Orden | None = None  # the one product told of is the cheapest (PRECIO_ASC) or dearest of those shown
    parecido_a: str = ""  # the name of the product that those shown are like
    precio_minimo: int | None = None  # the least price of all that the search finds, or of the kind of one product

    @property
    def exitoso(self) -> bool:
        """Returns whether the turn gave the person what they asked for, nothing loosened."""
        if self.accion == Accion.FUERA_DE_ALCANCE or self.desconocidos:
            return False
        shows = self.accion in {
            Accion.BUSCAR,
            Accion.MOSTRAR_MAS,
            Accion.RECOMENDAR,
            Accion.COMPARAR,
            Accion.INFORMAR,
        }
        return bool(self.productos) and not self.filtros.relajados if shows else True


@dataclass(frozen=True, slots=True)
class Respuesta:
    """One whole answer: what the protocol's `message` frame holds, less its transport."""

    mensaje_id: str
    texto: str
    intencion: Intencion
    confianza: float
    entidades: tuple[Entidad, ...]
    filtros: Filtros
    productos: tuple[ProductoFicha, ...]
    sugerencias: tuple[str, ...]
    fuente: Fuente
    tiempo_respuesta_ms: int
    comparacion: Comparacion | None = None
