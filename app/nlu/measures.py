"""Reads quantities with a unit from folded text: "16 gigas de ram" is "16 GB RAM", '55"' is "55 pulgadas".

One writing per quantity, so that what a person asks for and what a description says can be compared as text. A
memory says which memory it is, because 16 GB of RAM are not 16 GB of storage. No tolerance: 15 inches are not 15.6.
Source: nlu-guidelines, Normalised values.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Atributo(NamedTuple):
    """One attribute of a text: its usual writing, its characters, and what else is true then."""

    valor: str
    start: int
    end: int
    implica: tuple[str, ...] = ()


# Usual writing -> how people write the unit (folded). A slash separates singular and plural.
_UNIDADES: Final = {
    "pulgadas": "\" '' pulgada pulgadas pulg pulgs in inch inches",
    "Hz": "hz hertz hercios hercio",
    "GHz": "ghz",
    "kg": "kg kgs kilo kilos kilogramo kilogramos",
    "g": "g gr grs gramo gramos",
    "mg": "mg miligramos",
    "litro/litros": "l lt lts ltr ltrs litro litros",
    "galón/galones": "galon galones",
    "ml": "ml mililitro mililitros cc",
    "W": "w watt watts vatio vatios wats",
    "kW": "kw kilowatts kilovatios",
    "V": "v volt volts voltios",
    "mAh": "mah miliamperes",
    "MP": "mp mpx mpix megapixel megapixeles megapixels",
    "BTU": "btu btus",
    "frigorías": "frigorias frigoria",
    "m": "m mt mts metro metros",
    "cm": "cm cms centimetro centimetros",
    "mm": "mm milimetro milimetros",
    "m²": "m2 mt2 mts2",
    "km": "km kms kilometro kilometros",
    "km/h": "km/h kmh",
    "ms": "ms milisegundos milisegundo",
    "DPI": "dpi ppp",
    "lúmenes": "lumenes lumen lm",
    "rpm": "rpm",
    "dB": "db decibeles decibelios",
    "bar": "bar bares",
    "HP": "hp caballos chp",
    "fps": "fps",
    "N": "newton newtons",
    "Nm": "nm",
    "hora/horas": "hora horas hrs hr h",
    "minuto/minutos": "minuto minutos min mins",
    "plaza/plazas": "plaza plazas",
    "persona/personas": "persona personas",
    "puerta/puertas": "puerta puertas",
    "cuerpo/cuerpos": "cuerpo cuerpos",
    "quemador/quemadores": "quemador quemadores plato platos hornilla hornillas hornalla hornallas fuego fuegos",
    "velocidad/velocidades": "velocidad velocidades cambio cambios",
    "cubierto/cubiertos": "cubierto cubiertos servicios",
    "taza/tazas": "taza tazas",
    "pieza/piezas": "pieza piezas",
    "cajón/cajones": "cajon cajones",
    "elemento/elementos": "elementos elemento",
    "pie/pies": "pies pie",
    "jugador/jugadores": "jugador jugadores",
    "puerto/puertos": "puerto puertos",
    "hoja/hojas": "hoja hojas",
    "página/páginas": "pagina paginas",
    "comprimido/comprimidos": "comprimido comprimidos tableta tabletas capsula capsulas",
}
_UNIDAD: Final = {written: usual for usual, ways in _UNIDADES.items() for written in ways.split()}
_UNIDAD.update(dict.fromkeys(("metros cuadrados", "mts cuadrados", "mt cuadrados"), "m²"))
_MEMORIA: Final = {
    written: usual
    for usual, ways in {"GB": "gb gbs giga gigas gigabyte gigabytes", "TB": "tb tera teras terabyte terabytes"}.items()
    for written in ways.split()
}

UNIDADES: Final = frozenset(  # as they stand in an attribute
    {way for usual in _UNIDADES for way in usual.split("/")} | {"m²", "km/h", "GB", "TB", "litro", "x"}
)
_CON_FRACCION: Final = frozenset({"pulgadas", "kg", "litro/litros", "HP"})
_HORAS_CIFRAS: Final = 2
_REDES: Final = frozenset({"2g", "3g", "4g", "5g", "6g"})
_DE_OTRO: Final = re.compile(r" ?/| (?:de vapor|por )")

_ATOMOS: Final = {
    word: value
    for value, words in {
        1: "un una uno", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve",
        10: "diez", 11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince", 16: "dieciseis",
        17: "diecisiete", 18: "dieciocho", 19: "diecinueve", 20: "veinte", 21: "veintiuno veintiun", 22: "veintidos",
        23: "veintitres", 24: "veinticuatro", 25: "veinticinco", 26: "veintiseis", 27: "veintisiete",
        28: "veintiocho", 29: "veintinueve", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta",
        70: "setenta", 80: "ochenta", 90: "noventa", 100: "cien ciento", 200: "doscientos", 300: "trescientos",
        400: "cuatrocientos", 500: "quinientos", 600: "seiscientos", 700: "setecientos", 800: "ochocientos",
        900: "novecientos", 1000: "mil",
    }.items()
    for word in words.split()
}  # fmt: skip

_PALABRA: Final = rf"(?:{'|'.join(sorted(_ATOMOS, key=len, reverse=True))})\b"
_FRACCION: Final = r"(?:\d{1,2} )?(?:1/2|[13]/4|[1357]/8|(?:[13579]|1[135])/16)(?![\d/])"  # 4 1/2 inches
_CIFRAS: Final = rf"(?:{_FRACCION}|\d+(?:[.,]\d+)*)"
_NUMERO: Final = rf"(?<![\w.,])(?<![a-z]-)(?P<num>{_CIFRAS}|medio|media|{_PALABRA}(?:\s+(?:y\s+)?{_PALABRA})*)"
_UNIT: Final = r"(?P<unidad>\"|''|(?:metros|mts?) cuadrados|[a-zñ]+2?(?:/h)?)(?![a-zñ0-9])"
_CANTIDAD: Final = re.compile(rf"{_NUMERO}\s{{0,2}}-?\s?{_UNIT}(?P<medio> y medi[oa]\b)?")
_MEDIDAS_CM: Final = re.compile(
    r"(?<![\w.,])(\d{2,3})\s?(?:cm)?\s?x\s?(\d{2,3})(?!\d|[.,]\d)(?:\s?x\s?\d{1,3})?(?:\s?cm\b)?"
)
_MEMORIA_DOBLE: Final = re.compile(r"(?<![\w.,])(\d{1,2})\s?(?:gb)?\s?[+/]\s?(\d{2,4})\s?(gb|tb)\b")
_RAM_SIN_UNIDAD: Final = re.compile(r"(?<![\w.,])(\d{1,3}) (?:de )?ram\b|\bram (?:de )?(\d{1,3})(?![\w.,])")

_CLASES: Final = (
    ("RAM", r"memoria ram|ram|memoria unificada|(?:memoria )?l?p?ddr\d\w*"),
    ("VRAM", r"memoria de video|vram|(?:memoria )?gddr\w*"),
    ("SSD", r"ssd|nvme|(?:disco )?(?:de )?estado solido|disco solido"),
    ("HDD", r"hdd|disco duro|disco mecanico"),
    ("almacenamiento", r"almacenamiento|memoria interna|intern[oa]s?|rom|emmc|ufs|espacio|disco"),
    ("memoria", r"memoria"),
)
_CLASE: Final = "|".join(f"(?P<{name}>{ways})" for name, ways in _CLASES)
_DESPUES: Final = re.compile(rf"\s?(?:de |en )?(?:{_CLASE})\b")
_ANTES: Final = re.compile(
    rf"\b(?:{_CLASE}|(?P<grafica>(?:rtx|gtx|rx|arc|radeon|geforce) ?\w+(?: (?:ti|super|xtx?|oc))*))(?: de| con|:)?\s?$"
)
_TOPE: Final = re.compile(r"(?:hasta|ampliables? (?:a|hasta)|expandibles? (?:a|hasta)|maximo de)(?: los)?\s*$")
_RAM_MAX_GB: Final = 32  # "16 GB de memoria" is RAM, "128 GB de memoria" is storage


def read_medidas(texto: str) -> tuple[Atributo, ...]:
    """Returns the quantities of a folded text in the order of the text, without overlaps."""
    found: list[Atributo] = []
    for reader in (_read_memoria_doble, _read_dimensiones, _read_cantidades, _read_ram):
        found.extend(m for m in reader(texto) if all(m.end <= o.start or o.end <= m.start for o in found))
    return tuple(sorted(found, key=lambda m: m.start))


def numero(escrito: str) -> str | None:
    """Returns a number in its usual writing: "5.000" -> "5000", "15.60" -> "15,6", "dos" -> "2"; None if it is none.

    A fraction stays as it is: "4 1/2".
    """
    if escrito in ("medio", "media"):
        return "0,5"
    if not escrito[0].isdigit():
        return _spelled(escrito)
    if "/" in escrito:
        return escrito
    groups = re.split(r"[.,]", escrito)
    if len(groups) == 1 or (all(len(g) == 3 for g in groups[1:]) and groups[0] != "0"):
        return str(int("".join(groups)))
    if len(groups) > 2:
        return None
    return _decimal(groups[0], groups[1])


def _decimal(whole: str, cents: str) -> str:
    cents = cents.rstrip("0")
    return f"{int(whole)},{cents}" if cents else str(int(whole))


def _spelled(escrito: str) -> str:
    total = 0
    for word in escrito.split():
        if word != "y":
            total = max(total, 1) * 1000 if word == "mil" else total + _ATOMOS[word]
    return str(total)


def _read_cantidades(texto: str) -> Iterator[Atributo]:
    last = 0
    for match in _CANTIDAD.finditer(texto):
        valor = numero(match["num"])
        if valor is None:
            continue
        if match["medio"]:
            valor = f"{valor},5"
        if match["unidad"] in _MEMORIA:
            medida = _memoria(texto, match, valor, last)
            last = medida.end if medida else last
        else:
            medida = _simple(match, valor)
        if medida is not None:
            yield medida


def _simple(match: re.Match[str], valor: str) -> Atributo | None:
    usual = _UNIDAD.get(match["unidad"])
    if usual is None:
        return None
    if "/" in valor and usual not in _CON_FRACCION:
        valor = valor.rpartition("/")[2]  # "3/4 personas" is three or four
    singular, _, plural = usual.partition("/")
    if match["unidad"] == "g" and (match[0] in _REDES or _DE_OTRO.match(match.string, match.end())):
        return None  # "5g" is a network, "40 g/min" how much steam
    if match["unidad"] == "h" and len(valor.partition(",")[0]) > _HORAS_CIFRAS:
        return None  # "Core i5-12450H", "Ultra 7 155H" are no battery life.
    if usual == "km/h":
        return Atributo(f"{valor} km/h", match.start(), match.end())
    return Atributo(f"{valor} {plural if plural and valor != '1' else singular}", match.start(), match.end())


def _memoria(texto: str, match: re.Match[str], valor: str, last: int) -> Atributo | None:
    """Returns an amount of memory with its kind, read after it ("16 GB de RAM") or before ("RAM de 16 GB")."""
    head = texto[max(last, match.start() - 40) : match.start()]
    if _TOPE.search(head):
        return None
    amount = _gigas(valor, _MEMORIA[match["unidad"]])
    after = _DESPUES.match(texto, match.end())
    before = None if after else _ANTES.search(head)
    kind = _kind(after or before, amount)
    end = after.end() if after else match.end()
    start = match.start() - (len(head) - before.start()) if before and not before["grafica"] else match.start()
    return Atributo(_escribe(amount, kind), start, end, (amount, "ssd") if kind == "SSD" else ())


def _kind(found: re.Match[str] | None, amount: str) -> str:
    """Returns RAM, VRAM, SSD, HDD or almacenamiento; "" when the text does not say."""
    if found is None:
        return ""
    kind = found.lastgroup or ""
    if kind == "memoria":
        valor, unidad = amount.split()
        return "RAM" if unidad == "GB" and "," not in valor and int(valor) <= _RAM_MAX_GB else "almacenamiento"
    return "VRAM" if kind == "grafica" else kind


def _gigas(valor: str, unidad: str) -> str:
    """Returns "1 TB" for 1000 and 1024 GB, and so on."""
    if unidad == "GB" and valor.isdigit() and int(valor) >= 1000:
        for thousand in (1000, 1024):
            if int(valor) % thousand == 0:
                return f"{int(valor) // thousand} TB"
    return f"{valor} {unidad}"


def _escribe(amount: str, kind: str) -> str:
    return f"{amount} {kind}".rstrip()


def _read_memoria_doble(texto: str) -> Iterator[Atributo]:
    """Yields both halves of "8/256 GB" or "8+256GB": RAM, then storage."""
    for match in _MEMORIA_DOBLE.finditer(texto) if "gb" in texto or "tb" in texto else ():
        cut = match.start(2)
        yield Atributo(f"{int(match[1])} GB RAM", match.start(), cut)
        yield Atributo(_gigas(str(int(match[2])), match[3].upper()), cut, match.end())


def _read_dimensiones(texto: str) -> Iterator[Atributo]:
    """Yields "120 x 50 cm", which is also 120 cm wide and 50 cm deep."""
    for match in _MEDIDAS_CM.finditer(texto):
        sides = (f"{int(match[1])} cm", f"{int(match[2])} cm")
        yield Atributo(f"{int(match[1])} x {int(match[2])} cm", match.start(), match.end(), sides)


def _read_ram(texto: str) -> Iterator[Atributo]:
    """Yields "16 de ram", where the unit is left out."""
    for match in _RAM_SIN_UNIDAD.finditer(texto) if "ram" in texto else ():
        yield Atributo(f"{int(match[1] or match[2])} GB RAM", match.start(), match.end())
