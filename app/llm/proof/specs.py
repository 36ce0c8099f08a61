"""Proves specifications: quantities with a unit, chips and standards, features, colours, lines of a data sheet."""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.detalles import FACTORES
from app.llm.proof.facts_index import FichaIndexada, Medida, partir_medida, partir_valor
from app.llm.proof.figures import Lugar, numero
from app.llm.proof.lexicon_features import CHIPS_SUELTOS, COLORES, RASGOS
from app.llm.proof.lexicon_joints import FUERTE, SI
from app.llm.proof.lexicon_names import EXISTE, GENERICOS
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import cumple, unidos
from app.nlu.measures import Atributo
from app.nlu.normalize import fold
from app.nlu.parts import read_tallas

_DISCOS: Final = frozenset({"SSD", "HDD", "almacenamiento", "memoria", ""})
# What has colours and is no product.
_DE_OTRA_COSA: Final = re.compile(
    r"\b(?:te|vino|carne|pan|arroz|salsa|oferta|dias?|tarjeta|linea|zona|espacio|en blanco y) $"
)
_IMPRESO: Final = re.compile(r"\ben blanco y negro")
_TU_COSA: Final = re.compile(r"\btus? (?:\w+ ){1,2}(?:de |con )?$")
_DE_GENTE: Final = ("persona", "personas", "jugador", "jugadores", "plaza", "plazas")
_DE_STOCK: Final = re.compile(r"\s*(?:en stock|disponibles|unidades)")
_CERCA: Final = re.compile(r"\b(?:casi|cerca de|alrededor de|un[oa]s|aprox\w*|bordea\w*|rond\w+)(?: l[oa]s)?\s*$")
_COTA: Final = re.compile(
    r"\b(?:(?P<menos>menos de|bajo|no (?:pasa|supera)n? (?:de )?(?:los )?)|"
    r"mas de|sobre(?: los)?|al menos|supera los)\s*$"
)
_COTA_LEJOS: Final = 0.15  # a bound that says something lies this near
_TOLERANCIA: Final = 0.06  # "unas 16 pulgadas" for 15,6
_ENTRE: Final = re.compile(r"\b(?:entre|de) (?:l[oa]s )?(\d+(?:[.,]\d+)?) (?:y|a) (?:l[oa]s )?$")
_OFRECE_BUSCAR: Final = re.compile(r"\b(?:puedo|podria|podemos) (?:buscar|mostrar|ayudarte)\w*\b|\bte busco\b")
_O_DE: Final = re.compile(r"\bo (?:de |con )?$")
_EXACTO: Final = 1e-6
_NEGADO: Final = re.compile(r"\bno(?: de| con| los| tiene| trae)?\s*$")
_RESTRICTIVO: Final = re.compile(
    r"\b(?:el|la|los|las|un|una|alguno|cualquiera|otro|otra) (?:que (?:tiene|trae|viene con) )?(?:de|con) $"
)
_QUE_PIDES: Final = re.compile(r" (?:que )?(?:pides|pediste|buscas|necesitas|quieres|mencionas)\b")
_ES_MAS: Final = re.compile(r"\b(?:mas|menos|gana|pierde|suma|agrega|extra|adicional\w*|diferencia)\b")
_PEGADO: Final = re.compile(r"\b(wifi|bluetooth|hdmi|usb|pcie|l?p?ddr|gddr|rtx|gtx|rj)[ -]v?(?=\d)")
_FABRICANTE: Final = re.compile(r"\b(?:intel|amd|apple|nvidia|qualcomm|geforce|chip|procesador)\b ?")
_LINEA_DE_FICHA: Final = re.compile(
    r"\s*(?:[-*•+]\s+)?\W*[a-zñ]+(?: [a-zñ]+){0,2}\*{0,2}:\*{0,2} (?P<valor>(?:[^\s.]+\s*){1,6})\.?\s*$"
)


def prove_specs(frase: Frase) -> Iterator[Motivo]:
    """Yields one motive per specification that the facts do not back."""
    for medida in frase.medidas:
        if not _medida_probada(frase, medida.start, medida.end, partir_medida(medida.valor)):
            yield Motivo.ESPECIFICACION
    for parte in frase.partes:
        if not _en_un_nombre(frase, parte.start()) and not _parte_probada(frase, parte):
            yield Motivo.ESPECIFICACION
    for talla in read_tallas(frase.plano):
        if talla.implica and not _tallas_probadas(frase, talla):
            yield Motivo.ESPECIFICACION
    for patron in RASGOS.values():
        if not all(_rasgo_probado(frase, match, patron) for match in patron.finditer(frase.plano)):
            yield Motivo.RASGO
    for patron in (CHIPS_SUELTOS, *COLORES.values()):
        if not all(_dicho_de_quien_lo_tiene(frase, match, patron) for match in patron.finditer(frase.plano)):
            yield Motivo.RASGO
    yield from _linea_de_ficha(frase)


def habla_de_alternativas(frase: Frase, pos: int) -> bool:
    """Returns whether the clause speaks of what exists beyond the products shown: "con 16 GB parten en $529.990"."""
    alternativas = frase.indice.alternativas
    desde = frase.plano.rfind(";", 0, pos) + 1
    if not alternativas or any(not m.vaga for m in frase.menciones if m.start >= desde):
        return False
    if any(abs(c.valor - a) <= 0.01 * a for c in frase.cifras for a in alternativas):
        return True
    return EXISTE.search(frase.plano) is not None and not frase.menciones


def _medida_probada(frase: Frase, start: int, end: int, medida: Medida) -> bool:
    """Returns whether whom it is said of has this quantity; one that is denied must not be there."""
    if _DE_STOCK.match(frase.plano, end):
        return True
    fichas = frase.indice.fichas.values()
    antes = frase.antes(start)
    if _de_la_persona(frase, start, medida):
        return True
    if cumple(frase, start, lambda f: _tiene(f, medida)):
        return _NEGADO.search(antes) is None
    if _OFRECE_BUSCAR.search(antes):
        return True
    alguna = any(_tiene(f, medida) for f in fichas)
    if alguna and _O_DE.search(antes):
        return True  # "son internas o de 2,5 pulgadas"
    if desde := _ENTRE.search(antes):
        return cumple(frase, start, lambda f: _en_rango(f, numero(desde[1]), medida))
    if alguna and (frase.negada(start) or frase.condicional(start) or _RESTRICTIVO.search(antes)):
        return True
    pedida = any(cantidad == medida[0] for cantidad, _ in frase.indice.medidas_pregunta)
    if pedida and (_no_afirmada(frase, start) or _QUE_PIDES.match(frase.plano, end)):
        return True
    es_mas = _ES_MAS.search(frase.clausula(start)) or "diferencia" in frase.plano
    if es_mas and _es_diferencia(medida, list(fichas)):
        return True
    if cota := _COTA.search(antes):
        return cumple(frase, start, lambda f: _dentro(f, medida, tope=cota["menos"] is not None))
    return _CERCA.search(antes) is not None and cumple(frase, start, lambda f: _casi(f, medida))


def _de_la_persona(frase: Frase, pos: int, medida: Medida) -> bool:
    """Returns whether the person's own measure is said back before any product: "con tus 105 kilos te conviene"."""
    desde, _ = frase.tramo(pos, FUERTE)
    propia = any(cantidad == medida[0] for cantidad, _ in frase.indice.medidas_propias)
    suya = _TU_COSA.search(frase.plano[:pos]) is not None
    if suya and frase.condicional(pos):
        return not any(desde <= m.start < pos for m in frase.menciones)
    if medida[0].endswith(_DE_GENTE) or suya:
        propia = propia or any(cantidad == medida[0] for cantidad, _ in frase.indice.medidas_pregunta)
        propia = propia or partir_valor(medida)[0] in frase.indice.numeros_pregunta
    return propia and not any(desde <= m.start < pos for m in frase.menciones)


def _no_afirmada(frase: Frase, pos: int) -> bool:
    return frase.negada(pos) or frase.condicional(pos) or frase.dudosa(pos) or habla_de_alternativas(frase, pos)


def _tiene(ficha: FichaIndexada, medida: Medida) -> bool:
    """Returns whether the product states the quantity, and of the same thing: 16 GB of RAM are not 16 of storage."""
    cantidad, cual = medida
    if cantidad.endswith(_DE_GENTE):
        return any(q.endswith(_DE_GENTE) and q.split()[0] == cantidad.split()[0] for q, _ in ficha.medidas)
    clases = {c for q, c in ficha.medidas if q == cantidad}
    if not cual or cual in clases:
        return bool(clases)
    if cual in ("RAM", "memoria") and "VRAM" in clases:
        return True  # "12 GB de memoria" of a graphics card
    if cual in _DISCOS:
        return bool(clases & _DISCOS) and not {cual, *clases} >= {"SSD", "HDD"}
    return "" in clases and cual not in {c for q, c in ficha.medidas if q != cantidad}


def _casi(ficha: FichaIndexada, medida: Medida) -> bool:
    valor, unidad = partir_valor(medida)
    return any(u == unidad and abs(v - valor) <= _TOLERANCIA * v for v, u in map(partir_valor, ficha.medidas))


def _dentro(ficha: FichaIndexada, medida: Medida, *, tope: bool) -> bool:
    """Returns whether a quantity of that unit lies on the right side of the bound: "menos de 250 gramos"."""
    valor, unidad = partir_valor(medida)
    lado = 1 if tope else -1
    return any(u == unidad and 0 <= lado * (valor - v) <= _COTA_LEJOS * v for v, u in map(partir_valor, ficha.medidas))


def _en_rango(ficha: FichaIndexada, desde: float, hasta: Medida) -> bool:
    """Returns whether a quantity of that unit lies in the range: "entre 1,7 y 1,8 litros"."""
    tope, unidad = partir_valor(hasta)
    return any(u == unidad and desde <= v <= tope for v, u in map(partir_valor, ficha.medidas))


def _es_diferencia(medida: Medida, fichas: list[FichaIndexada]) -> bool:
    """Returns whether "8 GB más" is what separates two of the products."""
    valor, unidad = partir_valor(medida)
    valor, unidad = _en_comun(valor, unidad)
    dichas = (_en_comun(*partir_valor(m)) for f in fichas for m in f.medidas)
    valores = {v for v, u in dichas if u == unidad}
    return any(abs(abs(a - b) - valor) < _EXACTO for a in valores for b in valores)


def _en_comun(valor: float, unidad: str) -> tuple[float, str]:
    """Returns the quantity in the unit that others of its kind are compared in: 300 g are 0.3 kg."""
    comun, factor = FACTORES.get(unidad, (unidad, 1.0))
    return valor * factor, comun


def _parte_probada(frase: Frase, parte: re.Match[str]) -> bool:
    """Returns whether a chip or standard stands so in the text of whom it is said of."""
    pos = parte.start()
    dicha = re.compile(rf"(?<!\w){re.escape(_una_escritura(parte[0]).strip())}(?!\w|[.,]\d)")
    if cumple(frase, pos, lambda f: dicha.search(_una_escritura(f.texto)) is not None):
        return _NEGADO.search(frase.antes(pos)) is None
    if frase.negada(pos) and "ficha" in frase.plano and cumple(frase, pos, lambda f: dicha.search(f.texto) is None):
        return True
    if frase.negada(pos) and cumple(frase, pos, lambda f: dicha.search(f.texto) is None and _otra_version(f, parte[0])):
        return True  # "es Wi-Fi 5, no Wi-Fi 6"
    preguntada = dicha.search(_una_escritura(frase.indice.pregunta)) is not None
    return preguntada and (frase.negada(pos) or frase.condicional(pos) or frase.dudosa(pos))


def _otra_version(ficha: FichaIndexada, parte: str) -> bool:
    """Returns whether the card states another version of the same standard."""
    norma = re.match(r"[a-z]+", _una_escritura(parte))
    return norma is not None and re.search(rf"{norma[0]} ?\d", _una_escritura(ficha.texto)) is not None


def _tallas_probadas(frase: Frase, tallas: Atributo) -> bool:
    """Returns whether each of several sizes ("tallas S, M y L") is the size of some product spoken of."""
    if _no_afirmada(frase, tallas.start):
        return True
    textos = [frase.indice.fichas[i].texto for i in unidos(frase.hablados) or frase.indice.todos]
    return all(any(fold(talla) in texto for texto in textos) for talla in (tallas.valor, *tallas.implica))


def _una_escritura(texto: str) -> str:
    """Returns the text with the makers' names off and each standard written in one piece: "wi-fi 6" is "wifi6"."""
    texto = _FABRICANTE.sub("", texto).replace("wi-fi", "wifi").replace("wi fi", "wifi")
    return _PEGADO.sub(r"\1", texto)


def _rasgo_probado(frase: Frase, match: re.Match[str], patron: re.Pattern[str]) -> bool:
    """Returns whether the feature is in the text of whom it is said of. Denied, it must be denied there too."""
    pos = match.start()
    if _supuesto(frase, pos) or _en_un_nombre(frase, pos) or not frase.indice.fichas:
        return True
    if any(parte.start() <= pos < parte.end() for parte in frase.partes):
        return True  # "Wi-Fi 6" is proved as it stands
    if not frase.negada(pos):
        return cumple(frase, pos, lambda f: patron.search(f.afirmado) is not None)
    negado = re.compile(rf"\b(?:sin|no)\b[^.,;]{{0,25}}(?:{patron.pattern})")
    if _lo_tiene_otro(frase, pos, patron):
        return True
    return cumple(frase, pos, lambda f: negado.search(f.texto) is not None)


def _en_un_nombre(frase: Frase, pos: int) -> bool:
    nombradas: tuple[Lugar, ...] = (*frase.nombres, *frase.menciones)
    return any(x.start <= pos < x.end for x in nombradas)


def _lo_tiene_otro(frase: Frase, pos: int, patron: re.Pattern[str]) -> bool:
    """Returns whether what is denied of one product is what tells another from it: "…, pero no es plegable"."""
    alguno = any(patron.search(f.texto) for f in frase.indice.fichas.values())
    return alguno and cumple(frase, pos, lambda f: patron.search(f.texto) is None)


def _dicho_de_quien_lo_tiene(frase: Frase, match: re.Match[str], patron: re.Pattern[str]) -> bool:
    """Returns whether a colour or maker of chips is in the text of whom it is said of."""
    pos = match.start()
    if patron is not CHIPS_SUELTOS and (
        _DE_OTRA_COSA.search(frase.plano[:pos]) or _IMPRESO.match(frase.plano, max(0, pos - 3))
    ):
        return True  # "té verde"
    dicho = match[0] if patron is CHIPS_SUELTOS else ""
    tiene = cumple(frase, pos, lambda f: dicho in f.texto and patron.search(f.texto) is not None)
    return tiene or not frase.indice.fichas or _supuesto(frase, pos)


def _supuesto(frase: Frase, pos: int) -> bool:
    """Returns whether what stands at `pos` is asked, supposed or said to be unknown, not asserted."""
    if frase.condicional(pos) and not frase.menciones:
        return True
    return frase.dudosa(pos) or SI.search(frase.antes(pos)) is not None


def _linea_de_ficha(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive when a line of a data sheet ("Uso: trail") gives a product what only another one has."""
    match = _LINEA_DE_FICHA.match(frase.plano)
    if match is None or frase.menciones:
        return
    for palabra in re.findall(r"[a-zñ]{4,}", match["valor"]):
        if palabra not in GENERICOS and not _suyo_o_de_nadie(frase, match.start("valor"), palabra[:5]):
            yield Motivo.RASGO


def _suyo_o_de_nadie(frase: Frase, pos: int, raiz: str) -> bool:
    """Returns whether nobody has the word, or the one spoken of does."""
    alguien = any(raiz in f.texto for f in frase.indice.fichas.values())
    return not alguien or cumple(frase, pos, lambda f: raiz in f.texto)
