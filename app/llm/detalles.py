"""Answers what was asked about one product from its card: the value, the sentence that tells it, or an honest no."""

import re
from collections.abc import Sequence
from typing import Final

from app.models.dominio import ProductoFicha
from app.models.formato import enumerar
from app.nlu.attributes import cumple
from app.nlu.kinds import kind_of
from app.nlu.normalize import fold

# Part or dimension asked for -> how an attribute that answers it ends, and words of a sentence that does.
PARTES: Final[dict[str, tuple[str, str]]] = {
    "peso": (r" (?:kg|g)$", r"\bpesa|\bpeso\b|\bkg\b|\bkilos?\b|\bgramos\b"),
    "RAM": (r" RAM$", r"\bram\b"),
    "memoria": (r" (?:RAM|SSD|GB|TB|almacenamiento)$", r"\bmemoria\b|\bram\b|\bssd\b"),
    "almacenamiento": (r" (?:SSD|HDD|GB|TB|almacenamiento)$", r"\bssd\b|\balmacenamiento\b"),
    "disco": (r" (?:SSD|HDD|TB)$", r"\bssd\b|\bdisco\b"),
    "pantalla": (r" (?:pulgadas|Hz)$", r"\bpantalla\b|\bpanel\b|\bpulgadas\b"),
    "cámara": (r" MP$", r"\bcamara\b"),
    "batería": (r" (?:mAh|horas?)$", r"\bbateria\b|\bautonomia\b"),
    "autonomía": (r" (?:mAh|horas?)$", r"\bbateria\b|\bautonomia\b"),
    "potencia": (r" (?:W|kW|HP|BTU)$", r"\bpotencia\b|\bwatts?\b"),
    "consumo": (r" (?:W|kW)$", r"\bconsumo\b|\bconsume\b|\bwatts?\b"),
    "capacidad": (r" (?:litros?|kg|ml|GB|TB|tazas?|personas?|cubiertos)$", r"\bcapacidad\b"),
    "medidas": (r" (?:cm|mm|m)$", r"\bmide\b|\bcm\b|\bmedidas\b"),
    "talla": (r"^talla ", r"\btallas?\b"),
    "aro": (r"^aro ", r"\baro\b"),
}
_MEDIDAS: Final = frozenset({"ancho", "alto", "altura", "fondo", "largo"})
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_SHOWN: Final = 4
_SIGLAS: Final = frozenset("nfc gps usb hdmi 4g 5g rgb led oled qled hdr ram ssd hdd".split())


def responde(producto: ProductoFicha, pregunta: str) -> str:
    """Returns the answer to one thing asked: an attribute ("nfc") or a part ("peso"). Claims nothing the card lacks."""
    if cumple(producto.atributos, pregunta):
        return f"Sí, su ficha indica {en_ficha(pregunta)}."
    values = _values(producto, pregunta)
    if values:
        return f"{pregunta[0].upper()}{pregunta[1:]}: {_enumerados(values, pregunta)}."
    sentence = _sentence(producto.descripcion, pregunta)
    if sentence:
        return f"Sobre «{pregunta}», su ficha dice: {sentence}"
    return f"Su ficha no menciona «{en_ficha(pregunta)}», así que no te lo puedo asegurar."


def dato(producto: ProductoFicha, pregunta: str) -> str:
    """Returns what a product's card says of a part, in a few words, for saying it of several side by side."""
    values = [pregunta] if cumple(producto.atributos, pregunta) else _values(producto, pregunta)
    return _enumerados(values, pregunta) if values else f"su ficha no indica {en_ficha(pregunta)}"


def en_ficha(pregunta: str) -> str:
    """Returns the name of a technology as it is written: "nfc" is NFC."""
    return pregunta.upper() if pregunta in _SIGLAS else pregunta


def _enumerados(values: Sequence[str], pregunta: str) -> str:
    """Returns the values without the word that was asked: "RAM: 8 GB", not "RAM: 8 GB RAM"."""
    return enumerar([v.removesuffix(f" {pregunta}") for v in values[:_SHOWN]])


def _values(producto: ProductoFicha, pregunta: str) -> list[str]:
    if pregunta == "color":
        return [a for a in producto.atributos if kind_of(a) == "color"]
    ending, _ = PARTES.get("medidas" if pregunta in _MEDIDAS else pregunta, ("", ""))
    return [a for a in producto.atributos if ending and re.search(ending, a)]


def _sentence(descripcion: str, pregunta: str) -> str:
    _, pattern = PARTES.get("medidas" if pregunta in _MEDIDAS else pregunta, ("", ""))
    pattern = pattern or rf"\b{re.escape(fold(pregunta))}"
    return next((s for s in _SENTENCE.split(descripcion) if re.search(pattern, fold(s))), "")
