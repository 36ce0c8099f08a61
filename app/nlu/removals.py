"""What a message takes back or rules out: "sin límite de precio", "cualquier marca", "quita negro", "que no sea HP".

A removal is a verb and what follows it up to the next wish; it drops filters in force. A negation rules out what it
names. Neither names anything to search for: their entities are left out of the search.
Source: nlu-guidelines, Over several turns; the page's filter chips send such messages.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from app.models.dominio import Entidad, Filtros, Orden, TipoEntidad
from app.nlu.kinds import kind_of
from app.nlu.normalize import fold
from app.nlu.reading import TAG, Lectura, plain_words, stems, value_of
from app.nlu.said_limits import is_limit

# Taking back by word or by value ("quita Lenovo"), and indifference, which only speaks of a part ("cualquier marca").
_QUITA: Final = (
    r"quit\w*|sac(?:a|ar|ale|ame|ando|alo|ala|alos)|elimin\w*|borr(?:a|ar|ale|ame|alo|emos)|remuev\w*|olvid\w*(?: de)?|"
    r"sin|(?:ya )?no quiero|no filtr\w*|ya no"
)
_DA_IGUAL: Final = r"(?:me )?da (?:lo mismo|igual)"
_IGUAL: Final = (
    rf"(?:sin|(?:ya )?no) (?:que )?(?:me |te )?import\w*|{_DA_IGUAL}|independiente(?:mente)?|cualquier\w*|"
    r"tod[oa]s l[oa]s"
)
_HASTA: Final = (
    r"(?= (?:,|pero|mejor|sino|agreg\w*|pon\w*|muestra\w*|quiero|busc\w*|dame|dej[ae]\w*|cambi\w*|que sean?|ahora|"
    r"necesito|con|para|bajo|hasta|me|hay|tienen|da|no) |$)"
)
_CLAUSULA: Final = re.compile(  # "para sacar fotos" and "que saque fotos" take nothing back.
    rf"(?<!para )(?<!que )\b(?:(?P<igual>{_IGUAL})|(?P<quita>{_QUITA}))(?P<objeto>(?: (?!,|pero\b)\S+)*?){_HASTA}"
)
_POSPUESTO: Final = re.compile(
    r"\b(?:(?:el|la|los|las|de|de la|lo del?) )?"
    r"(?P<objeto>precio|plata|presupuesto|valor|marcas?|color(?:es)?|tamaño|talla|categoria|orden)"
    rf" (?:ya |a mi )?(?:{_DA_IGUAL}|no (?:me )?import\w*|(?:que )?(?:sea|cualquiera)|es lo de menos)"
)
_QUE_SEA: Final = re.compile(
    r"\b(?:del?|a)(?: la| el)? (?P<objeto>marca|color|precio|tamaño|talla) que sea\b|\bde todas las marcas\b"
)
_OTRA: Final = re.compile(r"\botr[oa]s? (?P<objeto>marcas?|color(?:es)?|tamaños?|tallas?)\b")
_SIN_LIMITE: Final = re.compile(
    r"\b(?:sin|no (?:tengo|hay|pongo)) (?:ningun )?(?:limites?|topes?)\b(?! de (?:marca|color))"
)
_TODO: Final = re.compile(r"\b(?:filtros|restricciones|condiciones)\b")

_NEGACION: Final = (
    r"que no (?:sean?|tengan?|traigan?|venga)|menos|excepto|salvo|nada de|distint[oa]s? (?:a|de)|fuera|aparte de|ni|no|"
    r"no (?:quiero|busco|me gustan?|deseo|sean?|necesito|me (?:muestres|des|pongas))"
)
_NIEGA: Final = re.compile(
    rf"\b(?:{_NEGACION})(?: (?:que sean?|de|del|la|el|los|las|un|una|marca|color|con|ningun|ninguna|mas))*"
    rf" (?P<tags>{TAG}(?: (?:, |y |ni |o )?(?:(?:de|la|el|los|las|un|una) )*{TAG})*)(?! (?:si|mejor)\b)"
)
_NIEGA_DESPUES: Final = re.compile(
    r"(?P<tags>\b(?:marca|caracteristicas|categoria)#\d+) no(?= ,| pero| mejor|$)(?! , no)"
)
_PREGUNTA_NO: Final = re.compile(r"\bno (?:hay|tienen?|tendras?|tendran?|habra|queda\w*|vend\w*|trae\w*|manejan?)\b")

# Words for a part of the search -> the fields of Filtros, or the kinds of feature (kinds.kind_of).
_PRECIO: Final = re.compile(r"\b(?:precios?|presupuesto|plata|valor|limites?|topes?|monto|rango_precio#\d+)\b")
_MAXIMO: Final = re.compile(r"\b(?:maxim[oa]|tope|limite superior)\b")
_MINIMO: Final = re.compile(r"\b(?:minim[oa]|limite inferior|piso)\b")
_MARCA: Final = re.compile(r"\bmarcas?\b(?!#)")
_CATEGORIA: Final = re.compile(r"\b(?:categorias?|tipo de producto)\b(?!#)")
_ORDEN: Final = re.compile(r"\b(?:orden|ordenar|ordenamiento)\b")
_PARTE: Final = re.compile(r"\b(?:color|colores|tamaño|talla)\b")
_RASGOS: Final = re.compile(r"\b(?:caracteristicas?|detalles|especificaciones)\b(?!#)")
_MODELO: Final = re.compile(r"\bmodelos?\b")
_CLASES: Final = {
    "color": "color colores", "pulgada": "tamaño pulgadas pantalla porte", "talla": "talla tallas talle numero",
    "ram": "ram memoria", "almacenamiento": "almacenamiento disco espacio memoria ssd", "uso": "uso",
    "resolucion": "resolucion", "procesador": "procesador", "material": "material", "kg": "kilos peso carga capacidad",
    "litro": "litros capacidad", "tamaño": "tamaño", "plaza": "plazas", "panel": "panel", "hz": "frecuencia hz hertz",
}  # fmt: skip


_VALOR_EXACTO: Final = re.compile(r"quita (?:la marca )?(?P<valor>.+)")


@dataclass(frozen=True, slots=True)
class Retiro:
    """What a message takes away.

    `fuera` are the entities that it does not search for, `negados` those of them that it rules out and that were not
    in force, `sin` the ones that it wants to be without ("sin cable"). `quito` says whether it took anything back.
    """

    filtros: Filtros
    fuera: frozenset[Entidad] = frozenset()
    negados: tuple[Entidad, ...] = ()
    sin: tuple[Entidad, ...] = ()
    quito: bool = False


def without_value(filtros: Filtros, texto: str) -> Filtros | None:
    """Returns the search without the value that a message names letter by letter ("quita 4k"); None for any other.

    The page's chips send the values in force as they stand, and each must go whatever the recogniser reads in it:
    "quita con ruedas" or "quita bajo consumo" are read as new wishes otherwise.
    """
    match = _VALOR_EXACTO.fullmatch(fold(texto).strip())
    if match is None:
        return None

    def rest(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(v for v in values if fold(v) != match["valor"])

    fewer = replace(
        filtros,
        marcas=rest(filtros.marcas),
        marcas_excluidas=rest(filtros.marcas_excluidas),
        caracteristicas=rest(filtros.caracteristicas),
        texto="" if fold(filtros.texto) == match["valor"] else filtros.texto,
        relajados=(),
    )
    return None if fewer == replace(filtros, relajados=()) else fewer


def remove(filtros: Filtros, lectura: Lectura) -> Retiro:
    """Returns the search without what the message takes back, and the entities that it spent on that."""
    before, quito = filtros, False
    fuera, sin, negados = set[Entidad](), list[Entidad](), list(_negated(lectura))
    for quita, objeto in _clauses(lectura):
        quito = quito or _names_part(objeto)
        if not quita:
            filtros = _drop(filtros, " ".join(w for w in objeto.split() if "#" not in w), "")
            continue
        tagged = [lectura.entidad(t) for t in objeto.split() if "#" in t]
        fewer = _drop(filtros, objeto, _plain(lectura, objeto))
        fuera.update(tagged)
        for entidad in tagged if fewer == filtros else ():
            (sin if quita == "sin" and entidad.entity == TipoEntidad.CARACTERISTICAS else negados).append(entidad)
        filtros = fewer
    if _SIN_LIMITE.search(lectura.texto):
        filtros, quito = replace(filtros, precio_min=None, precio_max=None), True
    filtros, left = _rule_out(filtros, [e for e in negados if e.entity != TipoEntidad.RANGO_PRECIO])
    fuera.update(negados)
    return Retiro(filtros, frozenset(fuera), left, tuple(sin), quito or filtros != before)


def _rule_out(filtros: Filtros, negados: list[Entidad]) -> tuple[Filtros, tuple[Entidad, ...]]:
    """Returns the search without the values ruled out, and the entities that were not part of it."""
    left: list[Entidad] = []
    for entidad in negados:
        fewer = _drop(filtros, "", f"{plain_words(entidad.value)} {plain_words(value_of(entidad))}")
        if fewer == filtros or entidad.entity == TipoEntidad.MARCA:
            left.append(entidad)
        filtros = fewer
    return filtros, tuple(dict.fromkeys(left))


def _clauses(lectura: Lectura) -> list[tuple[str, str]]:
    """Returns (verb of taking back, or "" for indifference; what it speaks of)."""
    texto = lectura.texto
    found = [(m["quita"] or "", m["objeto"].strip()) for m in _CLAUSULA.finditer(texto)]
    found += [("", m["objeto"].strip()) for m in _POSPUESTO.finditer(texto)]
    found += [("", m["objeto"] or "marca") for m in _QUE_SEA.finditer(texto)]
    return found + [("", m["objeto"]) for m in _OTRA.finditer(texto) if not m["objeto"].startswith("marca")]


def _drop(filtros: Filtros, objeto: str, plano: str) -> Filtros:
    """Returns the search without what a removal names: by word ("el color") or by value ("negro")."""
    if _TODO.search(objeto):
        return Filtros(categoria=filtros.categoria, texto=filtros.texto)
    maximo, minimo = bool(_MAXIMO.search(objeto)), bool(_MINIMO.search(objeto))
    if _PRECIO.search(objeto) or maximo or minimo:
        both = maximo == minimo
        filtros = replace(
            filtros,
            precio_max=None if both or maximo else filtros.precio_max,
            precio_min=None if both or minimo else filtros.precio_min,
        )
    gone = {v for v in (*filtros.marcas, *filtros.marcas_excluidas) if _says(plano, v)}
    if _MARCA.search(objeto) and not gone and "marca#" not in objeto:
        gone = {*filtros.marcas, *filtros.marcas_excluidas}
    keep = tuple(c for c in filtros.caracteristicas if not _names_feature(c, objeto, plano))
    no_kind = _CATEGORIA.search(objeto) or (filtros.categoria and _says(plano, filtros.categoria))
    return replace(
        filtros,
        categoria=None if no_kind else filtros.categoria,
        productos=() if _MODELO.search(objeto) else filtros.productos,
        marcas=tuple(m for m in filtros.marcas if m not in gone),
        marcas_excluidas=tuple(m for m in filtros.marcas_excluidas if m not in gone),
        caracteristicas=() if _RASGOS.search(objeto) else keep,
        texto="" if filtros.texto and _says(plano, filtros.texto) else filtros.texto,
        orden=Orden.RELEVANCIA if _ORDEN.search(objeto) else filtros.orden,
    )


def _names_feature(caracteristica: str, objeto: str, plano: str) -> bool:
    if _says(plano, caracteristica):
        return True
    words = objeto.split()
    if any("#" in word for word in words):
        return False
    return any(word in _CLASES.get(kind_of(caracteristica) or "", "").split() for word in words)


def _names_part(objeto: str) -> bool:
    """Returns whether the words name a part of a search ("marca", "precio"), in force or not."""
    patterns = (_PARTE, _PRECIO, _MAXIMO, _MINIMO, _MARCA, _CATEGORIA, _ORDEN, _RASGOS, _MODELO, _TODO)
    return any(p.search(objeto) for p in patterns)


def _says(plano: str, value: str) -> bool:
    """Returns whether words hold a value, endings of gender and number aside."""
    return bool(plain_words(value)) and stems(value) in stems(plano)


def _plain(lectura: Lectura, objeto: str) -> str:
    """Returns the words of a tagged piece, with the entities' own and normalised words in place of the tags."""
    words: list[str] = []
    for token in objeto.split():
        if "#" not in token:
            words.append(token)
            continue
        entidad = lectura.entidad(token)
        words += [plain_words(entidad.value), plain_words(value_of(entidad))]
    return " ".join(words)


def _negated(lectura: Lectura) -> list[Entidad]:
    if _PREGUNTA_NO.search(lectura.texto):
        return []
    tags = [m["tags"] for p in (_NIEGA, _NIEGA_DESPUES) for m in p.finditer(lectura.texto)]
    found = [lectura.entidad(t) for piece in tags for t in piece.split() if "#" in t]
    return [e for e in found if e.entity != TipoEntidad.RANGO_PRECIO and not is_limit(lectura, e)]


def rules_out(lectura: Lectura) -> bool:
    """Returns whether the message rules something out that it names: "Apple no, gracias"."""
    return bool(_negated(lectura))


def other_brands(lectura: Lectura) -> bool:
    """Returns whether the message wants brands other than those in force: "de otra marca"."""
    match = _OTRA.search(lectura.texto)
    return match is not None and match["objeto"].startswith("marca")
