"""Proves specifications: quantities, chips and standards, features, colours, and every other number of a sentence."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from app.llm.claims import Frase
from app.llm.facts_index import FichaIndexada, Medida, diferencias, numeros, partir_medida
from app.llm.lexicon import CHIPS_SUELTOS, COLORES, CONTABLES, COSAS, EXISTE, GENERICOS, RASGOS
from app.llm.motives import Motivo

_DISCOS: Final = frozenset({"SSD", "HDD", "almacenamiento", "memoria", ""})
_IMPLICAN_AGUA: Final = re.compile(r"\bipx?\d")
_REDONDEADA: Final = re.compile(r"\b(?:casi|cerca de|alrededor de|un[oa]s|aprox\w*|mas de|sobre|hasta)\s*$")
_NEGADO_DIRECTO: Final = re.compile(r"\bno(?: de| con| los| tiene| trae)?\s*$")
_RAZON: Final = re.compile(r"\b(?:el )?(doble|triple|mitad|\d veces)(?: mas)?(?: de)?(?: la)? (ram|memoria|almacenamiento|espacio|disco|bateria|capacidad|megapixeles|resolucion)")
_MAGNITUD: Final[Mapping[str, tuple[re.Pattern[str], bool]]] = {
    # name -> (quantities it compares, whether more is "more")
    r"mas (?:memoria )?ram|mayor (?:memoria )?ram|mas memoria": (re.compile(r"(\S+) GB RAM"), True),
    r"mas (?:almacenamiento|espacio|disco)|mayor (?:almacenamiento|espacio)|en almacenamiento gana|gana en almacenamiento": (re.compile(r"(\S+) [GT]B (?:SSD|HDD|almacenamiento)?$"), True),
    r"(?:pantalla )?mas (?:grande|pulgadas)|mayor pantalla|pantalla mayor": (re.compile(r"(\S+) pulgadas"), True),
    r"mayor capacidad|mas capacidad|mas kilos|mas litros": (re.compile(r"(\S+) (?:kg|litros?)"), True),
    r"mas (?:megapixeles|mp)|mejor resolucion de camara": (re.compile(r"(\S+) MP"), True),
    r"mas (?:horas|bateria|autonomia)|mayor (?:bateria|autonomia)|mas (?:duran?|dura)": (re.compile(r"(\S+) (?:mAh|horas?)"), True),
    r"mas (?:hz|fluid[oa])|mayor (?:tasa|frecuencia)": (re.compile(r"(\S+) Hz"), True),
    r"mas (?:livian|liger)[oa]s?|menos peso|pesa menos": (re.compile(r"(\S+) (?:g|kg)$"), False),
    r"mas rpm|mayor centrifugado|centrifuga mas": (re.compile(r"(\S+) rpm"), True),
    r"mas potente|mas potencia|mayor potencia|mas watts": (re.compile(r"(\S+) W$"), True),
}
_MAGNITUDES: Final = tuple((re.compile(rf"\b(?:{nombre})\b"), *que) for nombre, que in _MAGNITUD.items())


def prove_specs(frase: Frase) -> Iterator[Motivo]:
    """Yields one motive per specification that the facts do not back."""
    for medida in frase.medidas:
        if not _medida_probada(frase, medida.start, medida.end, medida.valor):
            yield Motivo.ESPECIFICACION
    for parte in frase.partes:
        if not _parte_probada(frase, parte):
            yield Motivo.ESPECIFICACION
    yield from _rasgos(frase)
    yield from _numeros(frase)
    yield from _clave_y_valor(frase)
    yield from _comparaciones(frase)


def _medida_probada(frase: Frase, start: int, end: int, valor: str) -> bool:
    """Returns whether whom it is said of has this quantity; a denied one must not be there."""
    medida = partir_medida(valor)
    if _UNIDADES.match(frase.plano, end) or valor.endswith(("unidades",)):
        return True  # stock is proved apart
    if frase.cumple(start, lambda f: _tiene(f, medida)):
        return not _NEGADO_DIRECTO.search(frase.antes(start))
    if _pedida(frase, medida) and (
        frase.negada(start) or frase.condicional(start) or frase.dudosa(start) or _habla_de_alternativas(frase, start)
    ):
        return True
    if frase.negada(start) and any(_tiene(f, medida) for f in frase.indice.fichas.values()):
        return not frase.cumple(start, lambda f: _tiene(f, medida))
    if _es_diferencia(frase, start, end, medida):
        return True
    if (frase.condicional(start) or _RESTRICTIVO.search(frase.antes(start))) and any(_tiene(f, medida) for f in frase.indice.fichas.values()):
        return True
    return bool(_REDONDEADA.search(frase.antes(start))) and frase.cumple(start, lambda f: _cerca(f, medida))


_RESTRICTIVO: Final = re.compile(r"\b(?:el|la|los|las|un|una|alguno|cualquiera|otro|otra) (?:que (?:tiene|trae|viene con) )?(?:de|con) $")
_CUENTA: Final = re.compile(r"\b(?:hay|tienes|tengo|tenemos|muestro|quedan|dejo|son|encontre|elegi|existen|ofrezco|recomiendo|veo|top)(?: solo| mis| los| las| estas| estos)?\s*$")
_LINEA_DE_FICHA: Final = re.compile(r"^\s*(?:[-*•+]\s+)?\W*[a-zñ]+(?: [a-zñ]+){0,2}\*{0,2}:\*{0,2} (?P<valor>(?:[^\s.]+\s*){1,6})\.?\s*$")
_SI: Final = re.compile(r"\bsi (?:no )?(?:buscas|quieres|necesitas|prefieres|te \w+|priorizas|usas|requieres)\b")
_ABSTRACTOS: Final = re.compile(r"(?:camino|forma|manera|cosa|razon|motivo|punto|paso|pregunta|detalle|dato|criterio|diferencia|ventaja|desventaja|factor|aspecto|palabra|vez|lado|uso)(?:s|es)?|veces")
_UNIDADES: Final = re.compile(r"\s*(?:en stock|disponibles|unidades)")


def _tiene(ficha: FichaIndexada, medida: Medida) -> bool:
    cantidad, cual = medida
    clases = {c for q, c in ficha.medidas if q == cantidad}
    if not clases or not cual:
        return bool(clases)
    if cual in clases:
        return True
    if cual in _DISCOS:
        return bool(clases & _DISCOS) and not ({cual, *clases} >= {"SSD", "HDD"})
    otras = {c for q, c in ficha.medidas if q != cantidad}
    return "" in clases and cual not in otras


def _cerca(ficha: FichaIndexada, medida: Medida) -> bool:
    valor, unidad = _partes(medida)
    return any(u == unidad and abs(v - valor) <= 0.06 * v for v, u in map(_partes, ficha.medidas))


def _partes(medida: Medida) -> tuple[float, str]:
    valor, unidad = medida[0].split(" ", 1)
    try:
        return float(valor.replace(",", ".")), unidad
    except ValueError:
        return -1.0, unidad


def _pedida(frase: Frase, medida: Medida) -> bool:
    """Returns whether it is what the person asked for."""
    return any(q == medida[0] for q, _ in frase.indice.medidas_pregunta)


def _habla_de_alternativas(frase: Frase, pos: int) -> bool:
    """Returns whether the clause speaks of what exists beyond the products shown."""
    desde = frase.plano.rfind(";", 0, pos) + 1
    if any(not m.de_marca for m in frase.menciones if m.start >= desde):
        return False
    return any(abs(c.valor - a) <= 0.01 * a for c in frase.cifras for a in frase.indice.alternativas) or bool(
        frase.indice.alternativas and EXISTE.search(frase.plano) and not frase.menciones
    )


def _es_diferencia(frase: Frase, start: int, end: int, medida: Medida) -> bool:
    """Returns whether "8 GB más" is what separates two of the products."""
    if not re.match(r"(?: de \w+)? (?:mas|menos)\b", frase.plano[end:]):
        return False
    valor, unidad = _partes(medida)
    valores = [v for f in frase.indice.fichas.values() for v, u in map(_partes, f.medidas) if u == unidad]
    return any(abs(abs(a - b) - valor) < 1e-9 for a in valores for b in valores)


def _parte_probada(frase: Frase, parte: re.Match[str]) -> bool:
    """Returns whether a chip or standard stands so in the text of whom it is said of."""
    dicha = _juntar(parte[0])
    if frase.cumple(parte.start(), lambda f: _contiene(_juntar(f.texto), dicha)):
        return not _NEGADO_DIRECTO.search(frase.antes(parte.start()))
    en_pregunta = _contiene(_juntar(frase.indice.pregunta), dicha)
    return en_pregunta and (frase.negada(parte.start()) or frase.condicional(parte.start()) or frase.dudosa(parte.start()))


def _juntar(texto: str) -> str:
    texto = re.sub(r"\b(?:intel|amd|apple|nvidia|qualcomm|geforce|chip|processor|procesador)\b ?", "", texto)
    texto = texto.replace("wi-fi", "wifi").replace("wi fi", "wifi")
    return re.sub(r"\b(wifi|bluetooth|hdmi|usb|pcie|l?p?ddr|gddr|rtx|gtx|rj)[ -]v?(?=\d)", r"\1", texto)


def _contiene(texto: str, dicha: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(dicha.strip())}(?![\w]|[.,]\d)", texto) is not None


def _rasgos(frase: Frase) -> Iterator[Motivo]:
    for nombre, patron in RASGOS.items():
        for match in patron.finditer(frase.plano):
            if not _rasgo_probado(frase, match, nombre, patron):
                yield Motivo.RASGO
    for match in CHIPS_SUELTOS.finditer(frase.plano):
        if not frase.cumple(match.start(), lambda f, m=match: m[0] in f.texto) and not _supuesto(frase, match.start()):  # type: ignore[misc]
            yield Motivo.RASGO
    for color, patron in COLORES.items():
        for match in patron.finditer(frase.plano):
            if not frase.cumple(match.start(), lambda f, p=patron: bool(p.search(f.texto))) and not _supuesto(frase, match.start()):  # type: ignore[misc]
                yield Motivo.RASGO


def _rasgo_probado(frase: Frase, match: re.Match[str], nombre: str, patron: re.Pattern[str]) -> bool:
    """Returns whether the feature is in the text of whom it is said of. Denied, it must be denied there too."""
    pos = match.start()
    if _supuesto(frase, pos) or any(n.start <= pos < n.end for n in frase.nombres):
        return True
    esta = frase.cumple(pos, lambda f: bool(patron.search(f.texto)) or (nombre == "agua" and bool(_IMPLICAN_AGUA.search(f.texto))))
    if not frase.negada(pos):
        return esta or not frase.indice.fichas
    return frase.cumple(pos, lambda f: re.search(rf"\b(?:sin|no)\b[^.,;]{{0,25}}{patron.pattern}", f.texto) is not None) or (
        not esta and nombre == "ruido"
    )


def _supuesto(frase: Frase, pos: int) -> bool:
    """Returns whether what stands at `pos` is asked, supposed or said to be unknown, not asserted."""
    if frase.condicional(pos) and not frase.menciones:
        return True
    return frase.dudosa(pos) or bool(_SI.search(frase.antes(pos)))


def _clave_y_valor(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive when a line of a data sheet ("Uso: trail") gives a product what only another one has."""
    match = _LINEA_DE_FICHA.match(frase.plano)
    if not match or frase.menciones:
        return
    for palabra in re.findall(r"[a-zñ]{4,}", match["valor"]):
        raiz = palabra[:5]
        de_otro = any(raiz in f.texto for f in frase.indice.fichas.values())
        if de_otro and palabra not in GENERICOS and not frase.cumple(match.start("valor"), lambda f, r=raiz: r in f.texto):  # type: ignore[misc]
            yield Motivo.RASGO


def _numeros(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for every number that nothing explains: no name, figure, count, list mark, nor fact."""
    tapados = [*frase.tapados, *((n.start, n.end) for n in frase.nombres), *((a.start, a.end) for a in frase.menciones)]
    for start, end, valor in numeros(frase.plano):
        if any(a < end and start < b for a, b in tapados) or end <= frase.vineta or re.match(r"[.,]\d", frase.plano[end:]):
            continue
        if not _numero_explicado(frase, start, end, valor):
            yield Motivo.CANTIDAD


def _numero_explicado(frase: Frase, start: int, end: int, valor: float) -> bool:
    contado = re.match(r"\s([a-zñ]+)", frase.plano[end:])
    palabra = contado[1] if contado else ""
    if palabra in ("unidades", "unidad", "piezas", "disponibles") or re.match(r"\s?(?:en stock|unidades)", frase.plano[end:]):
        return True  # stock is proved apart
    if re.search(r"\b(?:stock|disponibilidad|quedan?|unidades)(?: de| disponibles?| solo)?[\s:*]*(?:las |los )?(?:ultim[oa]s )?$", frase.plano[:start]):
        return True
    if (_ABSTRACTOS.fullmatch(palabra) and valor <= 5) or (not frase.indice.fichas and valor <= 3):
        return True
    if valor == 0:
        return frase.cumple(start, lambda f: f.stock == 0)
    if (re.match(r"\s?[°º)](?! ?c\b)", frase.plano[end:]) and valor <= len(frase.indice.fichas)) or re.search(r"\bsi (?:son|eres|somos|vives|tienes|pesas|mides|usas)[^,.]*$", frase.plano[:start]):
        return True
    if re.match(r" veces (?:mas )?(?:ram|memoria|almacenamiento|espacio|disco|bateria)", frase.plano[end:]):
        return True  # proved as a ratio
    if CONTABLES.fullmatch(palabra) or palabra in frase.indice.generales or palabra in COSAS:
        return _cuenta_probada(frase, start, valor)
    if re.search(r"\b(?:[lt]|est|es|otr)[oa]s\s*$", frase.plano[:start]) or palabra in ("tienen", "son", "cumplen", "estan") or _CUENTA.search(frase.plano[:start]):
        if valor <= len(frase.indice.fichas) or valor == frase.indice.hechos.total:
            return True
    if frase.cumple(start, lambda f: valor in f.numeros or valor == f.precio) or any(
        valor in frase.indice.fichas[i].numeros for m in frase.menciones for i in m.ids
    ):
        return True
    if re.search(r"\b(?:unidades|stock)\b", frase.plano) and any(valor == f.stock for f in frase.indice.fichas.values()):
        return True
    if re.match(r" veces (?:mas|el precio|lo que|el valor)", frase.plano[end:]):
        return _veces_el_precio(frase, valor)
    if re.search(r"\b(?:(?:l|es|est|otr|primer)[oa]s|mis|tus|sus|top|entre)\s*$", frase.plano[:start]) and valor <= len(frase.indice.fichas):
        return True
    if any(c.redonda for c in frase.cifras):  # "90 lucas … y con 115, las Mizuno"
        precios = [f.precio for f in frase.indice.fichas.values()]
        if valor * 1000 in diferencias(precios) or frase.cumple(start, lambda f: abs(f.precio - valor * 1000) <= 0.006 * f.precio):
            return True
    return valor in frase.indice.numeros_pregunta and (
        frase.negada(start) or frase.condicional(start) or _habla_de_alternativas(frase, start)
    )


def _veces_el_precio(frase: Frase, veces: float) -> bool:
    precios = [f.precio for f in frase.indice.fichas.values()]
    return any(abs(a / b - veces) <= 0.1 * veces for a in precios for b in precios)


def _cuenta_probada(frase: Frase, start: int, valor: float) -> bool:
    """Returns whether a count of products is one the facts give. Existence is exact; a choice among them may be fewer."""
    if valor in frase.indice.cantidades:
        return True
    existe = EXISTE.search(frase.antes(start, 25)) is not None
    return valor <= len(frase.indice.fichas) and (not existe or re.search(r"\b(?:con|de|que|bajo)\b", frase.plano[start:]) is not None)


def _comparaciones(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for each false "más RAM que", "el de mayor capacidad", "el doble de memoria"."""
    if frase.pregunta:
        return
    for patron, cantidad, mas in _MAGNITUDES:
        for match in patron.finditer(frase.plano):
            if not frase.condicional(match.start()) and not _mayor_cierto(frase, match, cantidad, mas):
                yield Motivo.COMPARACION
    for match in _RAZON.finditer(frase.plano):
        if not _razon_cierta(frase, match):
            yield Motivo.COMPARACION


def _valor_de(ficha: FichaIndexada, cantidad: re.Pattern[str]) -> float | None:
    """Returns the product's quantity of one kind, None when it states none or several."""
    valores = set()
    for medida in ficha.medidas:
        match = cantidad.fullmatch(" ".join(medida).strip())
        if match:
            valor = float(match[1].replace(",", "."))
            valores.add(valor * (1000 if " TB" in match[0] else 1))
    return valores.pop() if len(valores) == 1 else None


def _mayor_cierto(frase: Frase, match: re.Match[str], cantidad: re.Pattern[str], mas: bool) -> bool:
    """Returns False when the quantities of the products spoken of contradict the comparison."""
    despues = [m.ids for m in frase.menciones if m.start >= match.end()]
    antes = [m.ids for m in frase.menciones if m.end <= match.start()]
    quien = antes[-1] if antes else despues[0] if despues else frase.tema.sujetos[0] if len(frase.tema.sujetos) == 1 else None
    if quien is None:
        return True
    rivales = despues[0] if antes and despues and re.match(r"[^.;]*\bque\b", frase.plano[match.end() :]) else None
    if rivales is None:
        hablados = frozenset().union(*frase.hablados())
        rivales = (hablados if len(hablados) > 1 else frase.indice.todos) - quien
    fichas = frase.indice.fichas
    pares = [(_valor_de(fichas[a], cantidad), _valor_de(fichas[b], cantidad)) for a in quien for b in rivales]
    conocidos = [(a, b) for a, b in pares if a is not None and b is not None]
    return all((a >= b) if mas else (a <= b) for a, b in conocidos)


def _razon_cierta(frase: Frase, match: re.Match[str]) -> bool:
    razon = {"doble": 2.0, "triple": 3.0, "mitad": 0.5}.get(match[1]) or float(match[1].split()[0])
    patrones = {"ram": r"(\S+) GB RAM", "memoria": r"(\S+) GB RAM", "bateria": r"(\S+) (?:mAh|horas?)", "capacidad": r"(\S+) (?:kg|litros?)",
                "megapixeles": r"(\S+) MP", "resolucion": r"(\S+) MP"}
    cantidad = re.compile(patrones.get(match[2], r"(\S+) [GT]B(?: SSD| HDD| almacenamiento)?"))
    sujeto = frozenset().union(*frase.sujetos(match.start()))
    fichas = frase.indice.fichas
    pares = [(_valor_de(fichas[a], cantidad), _valor_de(fichas[b], cantidad)) for a in sujeto for b in frase.indice.todos - sujeto]
    return any(a is not None and b is not None and abs(a / b - razon) < 0.01 for a, b in pares)
