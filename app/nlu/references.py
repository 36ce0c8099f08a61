"""Words that point at products just shown, as ids: "el segundo", "ese", "el más caro de esos", "el Lenovo".

Positions count in the order the person saw the list, products that have since left the catalogue included.
Source: nlu-guidelines, Over several turns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.models.dominio import Aviso, Orden, ProductoFicha
from app.nlu.noun_phrases import Sintagma, is_named, noun_phrases
from app.nlu.places import FUERA, only_places, positions
from app.nlu.reading import TAG, Lectura, candidates, stems

_NUMEROS: Final = {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "ambos": 2, "ambas": 2}
_N: Final = r"dos|tres|cuatro|cinco|[2345]"
_TODOS: Final = re.compile(
    rf"\b(?:es[oa]s|estos|ell[oa]s|ambos|ambas|tod[oa]s|(?:l[oa]s|de|entre|est[oa]s) (?:{_N})|(?:de|entre) estas|"
    r"l[oa]s que (?:me )?(?:mostraste|muestras|diste|enseñaste|ofreces)|(?:de|en) (?:la|tu|esa|esta) lista|"
    rf"(?:compara(?:me)?|pon)l[oa]s)\b(?: (?P<n>{_N})\b)?"
)
_NO_NOMBRA: Final = (
    r"(?! (?:misma? )?(?:color|precio|marca|presupuesto|rango|monto|valor|tipo|estilo|caso|idea|momento|plata|tamaño|"
    r"talla|no|otr[oa]|categoria(?!#))\b)"
)
_ESE: Final = re.compile(
    r"(?<!por )(?<!era )\b(?:ese|esa|este|aquel|aquella|eso|(?:de|con|a|por|y|o|compara|entre|versus|contra) esta|"
    rf"esta (?=o|con|versus|tiene|trae|viene))\b{_NO_NOMBRA}"
)
_CLITICO: Final = re.compile(r"\b(?:compara(?:me)?l[oa]|comparamel[oa]|ponl[oa]|l[oa] (?:comparas|puedes comparar))\b")
_OTRO: Final = re.compile(r"\b(?:el|la) otr[oa]\b(?! (?:color|marca|tamaño|talla|modelo|dia|vez|tienda|lado))")
_ANTERIOR: Final = re.compile(r"\b(?:el|la|al|del) anterior\b")
_ESE_CON_NOMBRE: Final = re.compile(
    r"\b(?:ese|esa|este|aquel|aquella) (?:marca#|caracteristicas#|producto#|categoria#\d+ marca#|ultim|de )|"
    r"(?:marca|producto)#\d+ ese\b"
)
EXTREMO_ASC: Final = (
    r"mas (?:barat|economic|convenient|accesibl|asequibl)\w*|menos car[oa]s?\b|(?:de )?menor(?:es)? precio"
)
EXTREMO_DESC: Final = r"mas car[oa]s?\b|de mayor(?:es)? precio|menos barat\w*"
_EXTREMO: Final = re.compile(
    r"\b(?:el|la|al|del) (?:categoria#\d+ )?(?:que (?:es|sale|cuesta) )?"
    rf"(?:(?P<asc>{EXTREMO_ASC})|(?P<desc>{EXTREMO_DESC}))(?! que\b)"
)
_PREGUNTA_DE_EXTREMO: Final = re.compile(
    rf"(?:y |pero |entonces |, )*(?:el|la) (?:{EXTREMO_ASC}|{EXTREMO_DESC})"
    r"(?: de (?:es[oa]s|tod[oa]s|ell[oa]s))? (?:, )?"
    r"(?:es|tiene|trae|viene|sirve|funciona|incluye|cuant[oa]s?|que (?!mas|hay)|de (?:que|cuant[oa]s?))\b"
    r"(?! (?:cual|el|la)\b)"
)
_EXTREMO_TRAS: Final = re.compile(rf" (?:que sea )?(?:(?P<asc>{EXTREMO_ASC})|(?P<desc>{EXTREMO_DESC}))")
_PREGUNTA_DE_UNO: Final = re.compile(
    rf"(?:(?:y|pero|entonces|ya|ok|oye|,) )*(?:el|la|ese|esa) (?:(?:de|con|de color) )?{TAG}(?: (?:de )?{TAG})*"
    rf"(?: (?:{EXTREMO_ASC}|{EXTREMO_DESC}))? (?:, )?"
    r"(?:es|tiene|trae|viene|sirve|funciona|incluye|aguanta|pesa|mide|dura|cuant[oa]s?|que (?!mas|hay)|como|"
    r"de (?:que|cuant[oa]s?)|en que)\b(?! (?:cual|mejor)\b)"
)
_CUENTA_DE: Final = re.compile(  # "cuéntame del más barato": of those shown, whatever the whole search holds
    r"\b(?:cuentame|hablame|dime|detalles?|info|informacion|ficha|saber)(?: mas)? (?:del|de la|sobre el|sobre la) "
    r"(?:mas|menos|de m)"
)
_UNO: Final = re.compile(
    rf"(?:(?:y|e|si|,|pero|que tal) )*(?:el|la|ese|esa) (?:(?:de|con|de color|en) )?{TAG}(?: (?:de )?{TAG})*(?: ,)*"
)
_PALABRA: Final = re.compile(
    r"(?:(?:y|ok|ya|,|dame|dime|quiero|muestrame|cuentame|me (?:gusta|interesa)) )*"
    r"(?:el|la|del|de la) (?:(?:de|color) )*(?P<palabra>[a-zñ]{3,})(?: ,| entonces)*"
)
_ORDENA: Final = re.compile(r"\b(?:del|de la|de las|de los) mas \w+ al?(?: la| las| los)? mas\b")
_DE_ESOS: Final = re.compile(
    rf"\bde (?:todos )?(?:es[oa]s|est[oa]s|ell[oa]s|l[oa]s (?:que|{_N})|(?:la|esa|esta) lista|tod[oa]s)\b"
)


@dataclass(frozen=True, slots=True)
class Vista:
    """What the person has before them: ids in the order shown, the products talked about, and what is known of them.

    `fichas` may hold further products (the focus, candidates of a name); those that left the catalogue are missing.
    """

    mostrados: tuple[int, ...]
    foco: int | None
    fichas: dict[int, ProductoFicha]
    anteriores: tuple[int, ...] = ()

    @property
    def visibles(self) -> tuple[ProductoFicha, ...]:
        """Returns the products shown that still exist, in order."""
        return tuple(self.fichas[i] for i in self.mostrados if i in self.fichas)

    @property
    def actual(self) -> int | None:
        """Returns the product that "ese" means: the focus, or the only one shown."""
        if self.foco is not None:
            return self.foco
        return self.mostrados[0] if len(self.mostrados) == 1 else None

    @property
    def hablados(self) -> tuple[int, ...]:
        """Returns the products talked about one by one, latest last."""
        return (*self.anteriores, *(() if self.foco is None else (self.foco,)))


@dataclass(frozen=True, slots=True)
class Referencia:
    """What a message points at. `dudosos` are several that fit where one was meant; `aviso` says what went wrong."""

    ids: tuple[int, ...] = ()
    dudosos: tuple[int, ...] = ()
    aviso: Aviso | None = None

    @property
    def vacia(self) -> bool:
        """Returns whether the message points at nothing."""
        return not self.ids and not self.dudosos and self.aviso is None


def point(lectura: Lectura, vista: Vista) -> Referencia:
    """Returns the products that a message points at by place, by "ese", by extreme among those shown, or by trait."""
    placed = positions(lectura, len(vista.mostrados))
    if FUERA in placed:
        return Referencia(aviso=Aviso.FUERA_DE_LISTA if vista.mostrados else Aviso.SIN_LISTA)
    by_trait, dudosos = _described_ones(lectura, vista)
    other = _the_other(lectura, vista)
    by_word = [] if placed else _by_word(lectura, vista)
    found = [*(vista.mostrados[i] for i in placed), *extremes(lectura, vista), *by_trait, *by_word, *other]
    if not found and _OTRO.search(lectura.texto):
        dudosos = dudosos or tuple(i for i in vista.mostrados if i != vista.foco)
    says_ese = bool(_ESE.search(lectura.texto) or _CLITICO.search(lectura.texto))
    if says_ese and vista.actual is not None and not (found and _ESE_CON_NOMBRE.search(lectura.texto)):
        found = [vista.actual, *found]
    ids = tuple(dict.fromkeys(found))
    if any(i not in vista.fichas for i in ids):
        return Referencia(aviso=Aviso.YA_NO_ESTA)
    if says_ese and not ids and not dudosos:
        return Referencia(dudosos=vista.mostrados, aviso=None if vista.mostrados else Aviso.SIN_LISTA)
    return Referencia(ids, () if ids else dudosos)


def only_points(lectura: Lectura, vista: Vista) -> bool:
    """Returns whether a message does nothing but point at the list: "el 2", "y el primero?"."""
    return bool(vista.mostrados) and only_places(lectura.tokens, len(vista.mostrados))


def points_by_word(lectura: Lectura, vista: Vista) -> bool:
    """Returns whether a message only singles out one of those shown by a word that is no entity: "y el lavanda?"."""
    return bool(_by_word(lectura, vista)) and not positions(lectura, len(vista.mostrados))


def names_one(lectura: Lectura) -> bool:
    """Returns whether a message is only an article and what it singles out: "¿y el [Asus]?"."""
    return _UNO.fullmatch(lectura.texto) is not None


def whole_list(lectura: Lectura, vista: Vista) -> tuple[int, ...]:
    """Returns everything shown when the message speaks of all of it: "esos", "compáralos".

    "Los dos" of more than two are the two last talked about, when there are two; after talking of products by name,
    "compáralos" are those.
    """
    match = _TODOS.search(lectura.texto)
    if match is None:
        return ()
    counted = match["n"] or match[0].split()[-1]
    count = _NUMEROS.get(counted) or (int(counted) if counted.isdigit() else None)
    visible = tuple(p.id for p in vista.visibles)
    talked = tuple(i for i in vista.hablados if i in vista.fichas)
    if count is not None and count != len(visible) and len(talked) >= count:
        return talked[-count:]
    if len(talked) == 2 and match[0].startswith(("compara", "pon")):
        return talked
    off_list = vista.foco is not None and vista.foco not in vista.mostrados
    return talked if len(talked) > 1 and (off_list or len(visible) < 2) else visible


def extremes(lectura: Lectura, vista: Vista) -> list[int]:
    """Returns the cheapest and dearest of those shown, where the message says "el más caro de esos"."""
    found = list(_EXTREMO.finditer(lectura.texto))
    of_the_list = _DE_ESOS.search(lectura.texto) or _CUENTA_DE.search(lectura.texto) or len(found) > 1
    if not vista.visibles or not of_the_list or _ORDENA.search(lectura.texto):
        return []
    return [extreme_of(vista.visibles, Orden.PRECIO_ASC if m["asc"] else Orden.PRECIO_DESC) for m in found]


def extreme_of(fichas: Sequence[ProductoFicha], orden: Orden) -> int:
    """Returns the id of the cheapest (PRECIO_ASC) or dearest product; the first of equals."""
    sign = -1 if orden == Orden.PRECIO_DESC else 1
    return min(fichas, key=lambda p: sign * p.precio).id


def superlative(lectura: Lectura) -> Orden | None:
    """Returns the extreme that "el más caro", "la más barata" names, None without one."""
    match = _EXTREMO.search(lectura.texto)
    if match is None:
        return None
    return Orden.PRECIO_ASC if match["asc"] else Orden.PRECIO_DESC


def asks_of_extreme(lectura: Lectura) -> bool:
    """Returns whether the message asks something of the extreme of those shown: "¿la más cara es digital?"."""
    return _PREGUNTA_DE_EXTREMO.match(lectura.texto) is not None


def described(sintagma: Sintagma, vista: Vista) -> tuple[int, ...]:
    """Returns the products shown that have everything a noun phrase says; () when it says nothing they differ by."""
    fitting = [p for p in vista.visibles if sintagma.fits(p)] if sintagma.distingue else []
    if sintagma.producto is not None and len(fitting) == 1 and _means_another(sintagma, fitting[0], vista):
        return ()
    return tuple(p.id for p in fitting)


def _means_another(sintagma: Sintagma, shown: ProductoFicha, vista: Vista) -> bool:
    """Returns whether a name fits something not shown more closely than a product that only has it in its name.

    "Galaxy S22" where the S22 Ultra is on screen; "PS5" where a game for it is, but "el de PS5" is that game.
    """
    producto = sintagma.producto
    first = candidates(producto)[:1] if producto is not None else ()
    best = next((vista.fichas[i] for i in first if i in vista.fichas), None)
    if producto is None or best is None or best.id == shown.id:
        return False
    if best.categoria != shown.categoria:
        fits_better = is_named(best, producto.value) and shown.id not in candidates(producto)
        return fits_better and not sintagma.determinado
    plainer = best.marca == shown.marca and len(best.nombre.split()) < len(shown.nombre.split())
    return plainer and is_named(best, producto.value)


def _described_ones(lectura: Lectura, vista: Vista) -> tuple[list[int], tuple[int, ...]]:
    """Returns the products singled out by what they are ("el Lenovo"), and several where one phrase fits several."""
    ids: list[int] = []
    dudosos: tuple[int, ...] = ()
    for sintagma in noun_phrases(lectura):
        fitting = described(sintagma, vista) if sintagma.determinado else ()
        if len(fitting) > 1 and asks_of_one(lectura) and (extreme := _extreme_after(lectura, sintagma)) is not None:
            fitting = (extreme_of([vista.fichas[i] for i in fitting], extreme),)
        if len(fitting) == 1:
            ids += fitting
        dudosos = dudosos or (fitting if len(fitting) > 1 else ())
    return ids, dudosos


def _extreme_after(lectura: Lectura, sintagma: Sintagma) -> Orden | None:
    """Returns the extreme that follows a noun phrase: "el [Lenovo] más barato qué procesador tiene?"."""
    last = max(sintagma.entidades, key=lambda e: e.start)
    tag = f"{last.entity}#{lectura.parse.entidades.index(last)}"
    match = _EXTREMO_TRAS.match(lectura.texto.partition(tag)[2])
    if match is None:
        return None
    return Orden.PRECIO_ASC if match["asc"] else Orden.PRECIO_DESC


def asks_of_one(lectura: Lectura) -> bool:
    """Returns whether the message asks something of what an article singles out: "la [Mademsa] cuánto pesa?"."""
    return _PREGUNTA_DE_UNO.match(lectura.texto) is not None


def _by_word(lectura: Lectura, vista: Vista) -> list[int]:
    """Returns the only product shown whose card has the one word that the message says, if it is that."""
    match = _PALABRA.fullmatch(lectura.texto)
    if match is None or lectura.parse.entidades:
        return []
    said = [p.id for p in vista.visibles if stems(match["palabra"]) in stems(f"{p.nombre} {p.descripcion}")]
    return said if len(said) == 1 else []


def _the_other(lectura: Lectura, vista: Vista) -> list[int]:
    """Returns what "el otro" or "el anterior" means: the one left of two shown, or the one talked about before."""
    says_other, says_before = _OTRO.search(lectura.texto), _ANTERIOR.search(lectura.texto)
    if says_other and vista.foco in vista.mostrados and len(vista.mostrados) == 2:
        return [i for i in vista.mostrados if i != vista.foco]
    return list(vista.anteriores[-1:]) if says_other or says_before else []
