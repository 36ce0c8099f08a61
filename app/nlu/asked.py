"""What a message asks of a product: parts and dimensions that it names without a value ("¿trae cargador?").

Source: nlu-guidelines, Entities ("¿cuánta RAM trae?" has no caracteristicas).
"""

import re
from dataclasses import replace
from typing import Final

from app.models.dominio import Entidad, Parse, TipoEntidad
from app.nlu.noun_phrases import noun_phrases
from app.nlu.reading import TAG, Lectura, plain_words, read, stems, value_of
from app.nlu.unknown_words import says_nothing

# Word -> how the question is put to the product's card.
_PARTES: Final = {
    "cargador": "cargador", "garantia": "garantía", "bateria": "batería", "pila": "batería", "pilas": "batería",
    "pantalla": "pantalla", "camara": "cámara",
    "camaras": "cámara", "ram": "RAM", "memoria": "memoria", "almacenamiento": "almacenamiento", "disco": "disco",
    "procesador": "procesador", "peso": "peso", "pesa": "peso", "pesan": "peso", "liviano": "peso", "liviana": "peso",
    "pesado": "peso", "pesada": "peso", "medidas": "medidas", "mide": "medidas", "miden": "medidas",
    "dimensiones": "medidas", "ancho": "ancho", "alto": "alto", "altura": "altura", "fondo": "fondo", "largo": "largo",
    "color": "color", "colores": "color", "resolucion": "resolución", "cable": "cable", "control": "control",
    "parlantes": "parlantes", "microfono": "micrófono", "capacidad": "capacidad", "consumo": "consumo",
    "consume": "consumo", "potencia": "potencia", "voltaje": "voltaje", "material": "material", "tallas": "talla",
    "talla": "talla", "puertos": "puertos", "lapiz": "lápiz", "funda": "funda", "audifonos": "audífonos",
    "repuestos": "repuestos", "filtro": "filtro", "ruedas": "ruedas", "armado": "armado", "instalacion": "instalación",
    "sistema": "sistema", "bluetooth": "bluetooth", "wifi": "wifi", "hdmi": "HDMI", "nfc": "NFC", "usb": "USB",
    "autonomia": "autonomía", "dura": "batería", "duran": "batería", "duracion": "batería",
    "manual": "manual", "ruido": "ruido", "aro": "aro", "tarjeta": "tarjeta", "frecuencia": "frecuencia",
}  # fmt: skip
# Unit after "cuántos" -> the part that it measures.
_UNIDADES: Final = {
    "litros": "litros", "kilos": "kilos", "kg": "kilos", "pulgadas": "pulgadas", "watts": "potencia",
    "watt": "potencia", "hz": "frecuencia", "hertz": "frecuencia", "ml": "contenido", "mililitros": "contenido",
    "mah": "batería", "horas": "horas", "megapixeles": "cámara", "megapixel": "cámara", "mp": "cámara",
    "puertas": "puertas", "plazas": "plazas", "personas": "personas", "tazas": "tazas", "cubiertos": "cubiertos",
    "quemadores": "quemadores", "platos": "quemadores", "velocidades": "velocidades", "cambios": "velocidades",
    "gb": "memoria", "gigas": "memoria", "teras": "almacenamiento", "btu": "BTU", "lumenes": "lúmenes",
    "centimetros": "medidas", "cm": "medidas", "dpi": "DPI", "piezas": "piezas",
}  # fmt: skip
_MAS_UNIDAD: Final = re.compile(rf"\b(?:mas|menos) (?P<unidad>{'|'.join(_UNIDADES)})\b")
_CUANTOS: Final = re.compile(rf"\bcuant[oa]s? ({'|'.join(_UNIDADES)})\b")
_MAS_DE: Final = re.compile(
    r"\b(?:el|la|l[oa]s) (?:(?:de|con|que (?:tiene|tenga|trae|traiga|pesa|pese|dura|dure|mide|mida)) )?"
    r"(?:mas|menos|mayor|menor) (?P<parte>[a-zñ]+)"
)
_CUAL_MAS: Final = re.compile(
    r"\bcual(?:es)?\b(?! (?:me )?(?:conviene|recomi\w*|sugier\w*))(?: \S+)*? (?:mas|menos|mayor|menor)\b"
)
_MAS_O_MENOS: Final = re.compile(r"\b(?P<cuanto>mas|menos|mayor|menor)\b(?: (?P<de>[a-zñ]+))?")
_MENOS_ES_MAS: Final = frozenset(
    "liviano liviana livianos livianas chico chica chicos chicas pequeño pequeña pequeños pequeñas".split()
)
_CUAL_TIENE: Final = re.compile(
    r"\bcual(?:es)? (?:de (?:es[oa]s|ell[oa]s|l[oa]s \w+) )?"
    r"(?:tienen?|traen?|vienen? (?:con|en)|incluyen?|cuentan? con|son|es|sirven? para) (?!(?:el|la|l[oa]s) |mejor)"
)
_DURA: Final = re.compile(r"\b(?:cuant\w*|tanto|le|bateria|carga|pilas?|mas|menos|horas|dias) (?:\w+ )?duran?\b")
_TAPA_DURA: Final = re.compile(r"\bduran?\b")  # "tapa dura" speaks of no battery
_MAS_GRANDE: Final = re.compile(r"\bmas (?:grande|chic[oa]|pequeñ[oa]|espacios[oa])s?\b")
_PARTE_DE_UNO: Final = re.compile(r"\b(?:cuant[oa]s?|que|su|de|trae|tiene) (categoria#\d+)")
_SOLO_PARTE: Final = re.compile(r"(?:(?:y|e|de|la|el|su|que|tal|con|,) )+((?:categoria|caracteristicas)#\d+)(?: ,)*")
_SINGULARES: Final = frozenset(part for part in _PARTES if not part.endswith("s"))
_NO_ES_PARTE: Final = frozenset(
    "despacho envio delivery retiro devolucion cambio cuotas sucursal sucursales tienda stock descuento oferta".split()
)
_TIENE: Final = re.compile(
    r"\b(?:tienen?|traen?|viene con|incluye|cuenta con) (?:(?:un|una|el|la|los|las|su|algun|alguna) )?"
    r"(?P<cosa>[a-zñ]{4,})(?= (?:,|o|y|incluid\w+|integrad\w+)|$)"
)
_SIGUE: Final = frozenset(
    "y e de del en la el su sus los las lo que tal cuanto cuanta cuantos cuantas como es tiene trae viene con ese esa "
    "cual a , hay pasa".split()
)


def asked(lectura: Lectura) -> tuple[str, ...]:
    """Returns what is asked of a product: attributes named ("NFC") and parts without a value ("cargador")."""
    named = [
        value_of(e)
        for s in noun_phrases(lectura)
        if not s.determinado or s.producto is not None
        for e in s.entidades
        if e.entity == TipoEntidad.CARACTERISTICAS
    ]
    return tuple(dict.fromkeys((*named, *asked_parts(lectura)))) or _unlisted(lectura)


def _unlisted(lectura: Lectura) -> tuple[str, ...]:
    """Returns the thing asked for by a word of no list: "¿tiene mopa?" -> ("mopa",)."""
    match = _TIENE.search(lectura.texto)
    return (match["cosa"],) if match and not says_nothing(match["cosa"]) else ()


def asks_unlisted(lectura: Lectura) -> bool:
    """Returns whether the message only asks whether a thing has something that no list knows: "¿tiene mopa?"."""
    match = _TIENE.fullmatch(lectura.texto.removeprefix("y ").rstrip(", "))
    return match is not None and match["cosa"] not in _NO_ES_PARTE and not match[0].startswith(("tienen", "traen"))


def asked_parts(lectura: Lectura) -> tuple[str, ...]:
    """Returns the parts and dimensions that a question names without a value: "¿trae cargador?" -> ("cargador",)."""
    return _parts(re.sub(TAG, "", lectura.texto))


def sets_apart(lectura: Lectura) -> tuple[str, ...]:
    """Returns the parts by which the message asks which one stands out: "¿cuál pesa menos?" -> ("peso",)."""
    texto = lectura.plano
    match = _MAS_DE.search(texto)
    part = "" if match is None else _PARTES.get(match["parte"]) or _UNIDADES.get(match["parte"], "")
    if part:
        return (part,)
    if not _CUAL_MAS.search(texto):
        return ()
    counted = (_UNIDADES[m["unidad"]] for m in _MAS_UNIDAD.finditer(texto))
    return tuple(dict.fromkeys((*_parts(texto), *counted, *(("tamaño",) if _MAS_GRANDE.search(texto) else ()))))


def asks_which(lectura: Lectura) -> tuple[str, ...]:
    """Returns what the message asks which of several has: "¿cuál trae lente?" -> ("lente",); () for others."""
    return asked(lectura) if _CUAL_TIENE.search(lectura.plano) and not _CUAL_MAS.search(lectura.plano) else ()


def wants_most(lectura: Lectura) -> bool | None:
    """Returns whether a message that sets apart wants the most of the part or the least; None where it says neither."""
    if not sets_apart(lectura):
        return None
    said = _MAS_O_MENOS.search(lectura.plano)
    if said is None:
        return None
    most = said["cuanto"] in ("mas", "mayor")
    return most != (said["de"] in _MENOS_ES_MAS)  # "más liviano" is the least weight, "más chico" the least size


def only_asks_part(lectura: Lectura) -> bool:
    """Returns whether the message only names a part, as one does who goes on asking: "¿y de disco?"."""
    return bool(asked_parts(lectura)) and all(w in _SIGUE or w in _PARTES or w in _UNIDADES for w in lectura.tokens)


def without_parts(parse: Parse, *, goes_on: bool = False) -> Parse:
    """Returns the parse without the kinds of thing that are only a part asked of one: "¿cuánta [memoria RAM] trae?".

    Args:
        goes_on: one product was just talked about, so that "¿y [cámara]?" asks for its camera.
    """
    lectura = read(parse)
    tagged = [lectura.entidad(m[1]) for m in _PARTE_DE_UNO.finditer(lectura.texto)]
    parts = [e for e in tagged if _is_part(e)]
    alone = _SOLO_PARTE.fullmatch(lectura.texto) if goes_on else None
    if alone is not None and plain_words(lectura.entidad(alone[1]).value) in _SINGULARES:
        parts.append(lectura.entidad(alone[1]))
    return replace(parse, entidades=tuple(e for e in parse.entidades if e not in parts)) if parts else parse


def _is_part(entidad: Entidad) -> bool:
    """Returns whether the words name parts, and not the kind of thing by its own name ("cargador")."""
    said = plain_words(entidad.value).split()
    own_name = stems(said[0]).strip() in stems(value_of(entidad)).split() if entidad.valor and said else False
    return bool(said) and not own_name and all(word in _PARTES for word in said)


def _parts(texto: str) -> tuple[str, ...]:
    texto = texto.replace("a color", "")
    counted = [_UNIDADES[unit] for unit in _CUANTOS.findall(texto)]
    if not _DURA.search(texto):
        texto = _TAPA_DURA.sub("", texto)
    return tuple(dict.fromkeys((*counted, *(_PARTES[w] for w in texto.split() if w in _PARTES))))
