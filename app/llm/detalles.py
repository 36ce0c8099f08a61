"""Answers what was asked about one product from its card: the value, the sentence that tells it, or an honest no."""

import re
from collections.abc import Sequence
from typing import Final

from app.llm.frases import nombre_de
from app.models.dominio import ProductoFicha
from app.models.formato import enumerar
from app.nlu.attributes import cumple
from app.nlu.kinds import kind_of
from app.nlu.limits import of_its_unit, within
from app.nlu.normalize import fold
from app.nlu.noun_phrases import says
from app.nlu.reading import stems

# Part or dimension asked for -> how an attribute that answers it ends, and words of a sentence that does.
PARTES: Final[dict[str, tuple[str, str]]] = {
    "peso": (r" (?:kg|g)$", r"\bpesa|\bpeso\b|\bkg\b|\bkilos?\b|\bgramos\b"),
    "RAM": (r" RAM$", r"\bram\b"),
    "memoria": (r" (?:RAM|SSD|GB|TB|almacenamiento)$", r"\bmemoria\b|\bram\b|\bssd\b"),
    "almacenamiento": (r" (?:SSD|HDD|GB|TB|almacenamiento)$", r"\bssd\b|\balmacenamiento\b"),
    "disco": (r" (?:SSD|HDD|TB)$", r"\bssd\b|\bdisco\b"),
    "pantalla": (r" (?:pulgadas|Hz)$", r"\bpantalla\b|\bpanel\b|\bpulgadas\b"),
    "cámara": (r" MP$", r"\bcamara\b"),
    "batería": (r" (?:mAh|horas?)$", r"\bbateria\b|\bautonomia\b|\b\d+ dias\b"),
    "autonomía": (r" (?:mAh|horas?)$", r"\bbateria\b|\bautonomia\b|\b\d+ dias\b"),
    "potencia": (r" (?:W|kW|HP|BTU)$", r"\bpotencia\b|\bwatts?\b"),
    "consumo": (r" (?:W|kW)$", r"\bconsumo\b|\bconsume\b|\bwatts?\b"),
    "capacidad": (r" (?:litros?|kg|ml|GB|TB|tazas?|personas?|cubiertos)$", r"\bcapacidad\b"),
    "medidas": (r" (?:cm|mm|m)$", r"\bmide\b|\bcm\b|\bmedidas\b"),
    "talla": (r"^talla ", r"\btallas?\b"),
    "litros": (r" litros?$", r"\blitros?\b"),
    "kilos": (r" kg$", r"\bkg\b|\bkilos?\b"),
    "contenido": (r" ml$", r"\bml\b"),
    "frecuencia": (r" G?Hz$", r"\bg?hz\b"),
    "horas": (r" horas?$", r"\bhoras?\b"),
    "lúmenes": (r" lúmenes$", r"\blumenes\b"),
    "tamaño": (r" (?:pulgadas|litros?|kg|plazas|personas|cm)$", r"\bpulgadas\b|\blitros\b|\bcm\b"),
    **{
        unit: (rf" {unit}$", rf"\b{unit.lower()}\b")
        for unit in (
            "puertas",
            "plazas",
            "personas",
            "tazas",
            "cubiertos",
            "quemadores",
            "velocidades",
            "piezas",
            "BTU",
            "DPI",
        )
    },
    "aro": (r"^aro ", r"\baro\b"),
}
_CLASES: Final = {  # parts whose values are words
    "color": "color", "resolución": "resolucion", "procesador": "procesador", "material": "material",
    "sistema": "sistema", "pantalla": "panel",
}  # fmt: skip
_NUMBER: Final = re.compile(r"(\d+(?:[.,]\d+)?)(?: x \d+)? (\S+)")
FACTORES: Final = {  # unit -> the unit it is counted in beside others, and how many of those
    "g": ("kg", 0.001),
    "TB": ("GB", 1000.0),
    "ml": ("litros", 0.001),
    "mm": ("cm", 0.1),
    "kW": ("W", 1000.0),
}
_RESOLUCIONES: Final = ("hd", "full hd", "2k", "4k", "8k")  # from least to most
_MEDIDAS: Final = frozenset({"ancho", "alto", "altura", "fondo", "largo"})
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_WORD_MIN: Final = 4  # letters of a word that may tell what a sentence is about ("agua" of "a prueba de agua")
_SHOWN: Final = 4
_SIGLAS: Final = frozenset("nfc gps usb hdmi 4g 5g rgb led oled qled hdr ram ssd hdd".split())


def lo_dice(producto: ProductoFicha, pregunta: str) -> bool:
    """Returns whether the card states what was asked, or a sentence of it speaks of that."""
    return bool(_stated(producto, pregunta) or _sentence(producto.descripcion, pregunta))


def responde(producto: ProductoFicha, pregunta: str) -> str:
    """Returns the answer to one thing asked: an attribute ("nfc") or a part ("peso"). Claims nothing the card lacks."""
    if measures := of_its_unit(producto.atributos, pregunta):
        met = within(producto.atributos, pregunta)
        return f"{'Sí' if met else 'No'}, su ficha indica {enumerar(list(met or measures)[:_SHOWN])}."
    if cumple(producto.atributos, pregunta):
        return f"Sí, su ficha indica {en_ficha(pregunta)}."
    values = _values(producto, pregunta)
    if values:
        return f"{pregunta[0].upper()}{pregunta[1:]}: {_enumerados(values, pregunta)}."
    sentence = _sentence(producto.descripcion, pregunta)
    if sentence:
        return f"Sobre «{pregunta}», su ficha dice: {sentence}"
    return f"Su ficha no menciona «{en_ficha(pregunta)}», así que no te lo puedo asegurar."


def lado_a_lado(productos: Sequence[ProductoFicha], pregunta: str) -> str:
    """Returns what the cards of several products say of one part, least first: "Peso: A, 1,2 kg; B, 1,4 kg."."""
    stated = sorted((p for p in productos if _stated(p, pregunta)), key=lambda p: _amount(_stated(p, pregunta)[0]))
    if not stated:
        return f"Ninguna de sus fichas menciona «{en_ficha(pregunta)}», así que eso no te lo puedo asegurar."
    with_it = [p for p in stated if _stated(p, pregunta) == [pregunta]]
    silent = [nombre_de(p) for p in productos if p not in stated]
    rest = f" {enumerar(silent)} no lo {'indica' if len(silent) == 1 else 'indican'} en su ficha." if silent else ""
    if with_it == stated:
        return f"Con «{en_ficha(pregunta)}» en su ficha: {enumerar([nombre_de(p) for p in with_it])}.{rest}"
    told = "; ".join(f"{nombre_de(p)}, {_enumerados(_stated(p, pregunta), pregunta)}" for p in stated)
    return f"{pregunta[0].upper()}{pregunta[1:]}: {told}.{rest}"


def leaders(productos: Sequence[ProductoFicha], pregunta: str, *, con_mas: bool) -> tuple[int, ...]:
    """Returns the ids of the products whose cards state most (or least) of one part; () where they cannot be ranked."""
    stated = [(_amount(values[0]), p.id) for p in productos if (values := _stated(p, pregunta))]
    amounts = [amount for amount, _ in stated]
    if len(stated) < 2 or len({unit for unit, _ in amounts}) > 1 or not amounts[0][0]:
        return ()
    best = max(amounts) if con_mas else min(amounts)
    return tuple(id_ for amount, id_ in stated if amount == best)


def stands_out(productos: Sequence[ProductoFicha], pregunta: str, *, con_mas: bool) -> int | None:
    """Returns the id of the one product that leads in a part; None where none stands out."""
    first = leaders(productos, pregunta, con_mas=con_mas)
    return first[0] if len(first) == 1 else None


def _stated(producto: ProductoFicha, pregunta: str) -> list[str]:
    if cumple(producto.atributos, pregunta):
        return [pregunta]
    return _values(producto, pregunta) or ([pregunta] if pregunta not in PARTES and says(producto, pregunta) else [])


def _amount(valor: str) -> tuple[str, float]:
    """Returns unit and number of a value, in one unit where there are two for the same thing; ("", 0) without one."""
    if valor in _RESOLUCIONES:
        return "resolución", float(_RESOLUCIONES.index(valor))
    match = _NUMBER.match(valor)
    if match is None:
        return "", 0.0
    unit, factor = FACTORES.get(match[2], (match[2], 1.0))
    return unit, float(match[1].replace(",", ".")) * factor


def en_ficha(pregunta: str) -> str:
    """Returns the name of a technology as it is written: "nfc" is NFC."""
    return pregunta.upper() if pregunta in _SIGLAS else pregunta


def _enumerados(values: Sequence[str], pregunta: str) -> str:
    """Returns the values without the word that was asked: "RAM: 8 GB", not "RAM: 8 GB RAM"."""
    return enumerar([v.removesuffix(f" {pregunta}") for v in values[:_SHOWN]])


def _values(producto: ProductoFicha, pregunta: str) -> list[str]:
    ending, _ = PARTES.get("medidas" if pregunta in _MEDIDAS else pregunta, ("", ""))
    clase = _CLASES.get(pregunta)
    return [
        a
        for a in producto.atributos
        if (ending and re.search(ending, a)) or (clase is not None and kind_of(a) == clase)
    ]


def _sentence(descripcion: str, pregunta: str) -> str:
    _, pattern = PARTES.get("medidas" if pregunta in _MEDIDAS else pregunta, ("", ""))
    sentences = _SENTENCE.split(descripcion)
    whole = next((s for s in sentences if re.search(pattern or rf"\b{re.escape(fold(pregunta))}", fold(s))), "")
    words = [word for word in stems(pregunta).split() if len(word) >= _WORD_MIN]
    return whole or next((s for s in sentences if words and stems(s).find(f" {words[-1]} ") >= 0), "")
