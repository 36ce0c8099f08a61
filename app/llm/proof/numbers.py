"""Proves the numbers that are no amount, quantity or name: counts of products, ordinals, ratios, loose figures.

A loose number has to be proved where it says something of a product: after a verb of having, before a noun of the
facts or of time, or when it is large. Elsewhere it is a manner of speaking.
"""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.proof.facts_index import VECES, FichaIndexada, diferencias, partir_valor
from app.llm.proof.figures import REDONDEO, Lugar, numeros
from app.llm.proof.lexicon_joints import PLURAL
from app.llm.proof.lexicon_names import CONTABLES, COSAS, EXISTE, GENERICOS
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.specs import habla_de_alternativas
from app.llm.proof.subjects import cumple

_OFRECE: Final = re.compile(r"\b(?:con|por|a|de|los|tus|bajo|hasta|sobre)\s*$")
_SUELTO: Final = re.compile(r"\s*(?:[,.;:)!?]|$|(?:el|la|los|las|y|o|hay|solo|esta|tienes|te|mas|menos)\b)")
_GRANDE: Final = 100
_PREVIA: Final = re.compile(r"([a-zñ]{2,}) (?:a |de |entre )?$")
_DE_RELLENO: Final = GENERICOS - {"aro", "talla"}
# A sign or a short unit after it: "7/10", "16:9", "80 °C", "560 mb/s", "de 14 a 36".
_CON_SIGNO: Final = re.compile(r"\s?(?:/|:\d|a \d|°|sobre|de cada|x \d|[a-z]{1,3}/|(?!(?:y|o|a|e)\b)[a-z]{1,3}\b)")
_TIENE: Final = re.compile(
    r"\b(?:tienen?|traen?|incluyen?|vienen? con|cuentan? con|poseen?|ofrecen?|llevan?|suman?|soportan?|aguantan?|"
    r"duran?|pesan?|miden?|alcanzan?|llegan? a|rinden?|usan?|juegan?|obtuvo|logr\w+|sacan?)\s"
    r"(?:(?:solo|hasta|un[oa]s|apenas|de|a|los|las|casi|mas)\s)*$"
)
_TIEMPO: Final = re.compile(r"(?:año|mes|dia|semana|noche|minuto|segundo|hora)(?:s|es)?")
_MAS_O_MENOS: Final = re.compile(r"(?: [a-zñ]+)? (?:mas|menos)\b")
_DECIMAL: Final = re.compile(r"[.,]\d")
_DE_STOCK: Final = re.compile(r"\s?(?:unidades|unidad|pares|disponibles|en stock)\b")
_TRAS_STOCK: Final = re.compile(
    r"\b(?:stock|disponibilidad|quedan?|unidades)(?: de| disponibles?| solo)?[\s:*]*(?:las |los )?(?:ultim[oa]s )?$"
)
_ORDINAL: Final = re.compile(r"\s?[°º)](?! ?c\b)")
_SI_TU: Final = re.compile(r"\bsi (?:son|eres|somos|vives|tienes|pesas|mides|usas)[^,.]*$")
_VECES_MAS: Final = re.compile(r" veces (?:mas )?(?:ram|memoria|almacenamiento|espacio|disco|bateria)")
_VECES_EL_PRECIO: Final = re.compile(r" veces (?:mas|el precio|lo que|lo del?|el valor|eso)")
_UNIDAD_COMUN: Final = re.compile(r" (?:y|a|o|u) \$?\d+(?: mil| lucas| millones|k)\b")  # "entre 60 y 70 mil"
_DETERMINADO: Final = re.compile(r"\b(?:(?:[lt]|es|est|otr|primer)[oa]s|mis|tus|sus|top|entre)\s*$")
_CUENTA: Final = re.compile(
    r"\b(?:hay|tienes|tengo|tenemos|muestro|quedan|dejo|son|encontre|elegi|existen|ofrezco|recomiendo|veo|top)"
    r"(?: solo| mis| los| las| estas| estos)?\s*$"
)
_LAS: Final = re.compile(r" (?:el|la|los|las|del|de la|de los|de las)[ *]+")
_DE_PERSONAS: Final = re.compile(
    r" (?:años?|meses|personas|niñ[oa]s|hij[oa]s|invitad[oa]s|adultos|integrantes|jugadores)\b"
)
_SUYO: Final = re.compile(r"\b(?:tus?|sus?|mis) (?:\w+ de )?$")
_ABSTRACTOS: Final = re.compile(
    r"(?:camino|forma|manera|cosa|razon|motivo|punto|paso|pregunta|detalle|dato|criterio|diferencia|ventaja|desventaja|"
    r"factor|aspecto|palabra|lado|uso|idea|sugerencia|consejo|tip|nivel)(?:s|es)?|veces"
)
_CALIFICADO: Final = re.compile(r"\b(?:con|de|que|bajo)\b")
_POCOS: Final = 5
_RAIZ: Final = 5  # letters by which a counted thing is looked up
_VECES_CERCA: Final = 0.1


def prove_numbers(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for every number that nothing explains."""
    nombrados: tuple[Lugar, ...] = (*frase.nombres, *frase.menciones)
    figuras = [*frase.figuras, *((x.start, x.end) for x in nombrados)]
    for start, end, valor in numeros(frase.plano):
        if end <= frase.punteo or _DECIMAL.match(frase.plano, end) or any(a < end and start < b for a, b in figuras):
            continue
        contado = re.match(r"\s([a-zñ]+)", frase.plano[end:])
        palabra = contado[1] if contado else ""
        if not _afirma(frase, start, end, valor, palabra) or _es_de_forma(frase, start, end, valor, palabra):
            continue
        if not _es_de_hechos(frase, start, end, valor, palabra):
            yield Motivo.CANTIDAD


def _afirma(frase: Frase, start: int, end: int, valor: float, palabra: str) -> bool:
    """Returns whether the number says something that the facts must back."""
    antes = frase.plano[:start]
    if valor >= _GRANDE or _TIENE.search(antes) or _CON_SIGNO.match(frase.plano, end):
        return True
    previa = _PREVIA.search(antes)
    if (
        previa
        and previa[1] not in _DE_RELLENO
        and any(_sigue_numero(previa[1], f) for f in frase.indice.fichas.values())
    ):
        return True
    if (
        palabra in frase.indice.generales
        or CONTABLES.fullmatch(palabra)
        or palabra in COSAS
        or _TIEMPO.fullmatch(palabra)
    ):
        return True
    return len(palabra) > 3 and any(palabra[:5] in f.texto for f in frase.indice.fichas.values())


def _sigue_numero(palabra: str, ficha: FichaIndexada) -> bool:
    """Returns whether the product's text has a number after this word: "clase 4", "AirPlay 2"."""
    return re.search(rf"\b{palabra} (?:a |de |entre )?\d", ficha.texto) is not None


def _es_de_forma(frase: Frase, start: int, end: int, valor: float, palabra: str) -> bool:
    """Returns whether the number belongs to the telling: "1°", "dos caminos", "las 3", "si pesas 90", a stock."""
    antes, cuantos = frase.plano[:start], len(frase.indice.fichas)
    if _DE_STOCK.match(frase.plano, end) or _TRAS_STOCK.search(antes):
        return True
    if any(patron.match(frase.plano, end) for patron in (_VECES_MAS, _UNIDAD_COMUN)) or _SI_TU.search(antes):
        return True
    if (_ORDINAL.match(frase.plano, end) and valor <= cuantos) or (not cuantos and valor <= _POCOS):
        return True
    if _ABSTRACTOS.fullmatch(palabra) and valor <= _POCOS:
        return True
    if CONTABLES.fullmatch(palabra) or palabra in frase.indice.generales or palabra in COSAS:
        return False
    se_cuenta = (
        _DETERMINADO.search(antes) is not None
        or _CUENTA.search(antes) is not None
        or PLURAL.fullmatch(palabra) is not None
    )
    return se_cuenta and (valor <= cuantos or valor == frase.indice.hechos.total)


def _es_de_hechos(frase: Frase, start: int, end: int, valor: float, palabra: str) -> bool:
    """Returns whether the number counts what there is, or stands in the facts of whom it is said of."""
    indice = frase.indice
    if valor == 0:
        return cumple(frase, start, lambda f: f.stock == 0)
    if _con_su_nombre(frase, start, end, valor) or _del_cliente(frase, start, end, valor):
        return True
    if CONTABLES.fullmatch(palabra) or palabra in indice.generales or palabra in COSAS:
        return _cuenta_probada(frase, start, valor) or cumple(frase, start, lambda f: _lo_dice(f, valor, palabra))
    if cumple(frase, start, lambda f: (valor in f.numeros and _lo_cuenta(f, valor, palabra)) or valor == f.precio):
        return True
    if any(valor in indice.fichas[i].numeros for m in frase.menciones for i in m.ids):
        return True
    if re.search(r"\b(?:unidades|stock|quedan|hay)\b", frase.plano) and any(
        valor == f.stock for f in indice.fichas.values()
    ):
        return True
    if _VECES_EL_PRECIO.match(frase.plano, end):
        precios = [f.precio for f in indice.fichas.values()]
        return any(abs(a / b - valor) <= _VECES_CERCA * valor for a in precios for b in precios)
    suelto = _SUELTO.match(frase.plano, end) is not None
    en_miles = _OFRECE.search(frase.plano[:start]) or any(c.redonda for c in frase.cifras)
    if suelto and en_miles and _en_miles(frase, start, valor):
        return True
    if _MAS_O_MENOS.match(frase.plano, end) and valor in _separaciones(frase):
        return True
    no_afirmado = frase.negada(start) or frase.condicional(start) or habla_de_alternativas(frase, start)
    return valor in indice.numeros_pregunta and no_afirmado


def _con_su_nombre(frase: Frase, start: int, end: int, valor: float) -> bool:
    """Returns whether the number stands right beside a product's name and is that product's: "y la Resolution 42"."""
    nombrada = next((m for m in frase.menciones if m.end < start and not frase.plano[m.end : start].strip(" *")), None)
    siguiente = next((m for m in frase.menciones if m.start > start), None)
    if nombrada is None and siguiente is not None and _LAS.fullmatch(frase.plano, end, siguiente.start):
        nombrada = siguiente  # "talla: 38 las Asics, 39 las Adidas"
    return nombrada is not None and any(valor in frase.indice.fichas[i].valores for i in nombrada.ids)


def _del_cliente(frase: Frase, start: int, end: int, valor: float) -> bool:
    """Returns whether it is the person's own number said back: "para tus 8 invitados", "a los 60 años"."""
    if valor not in frase.indice.numeros_pregunta or _TIENE.search(frase.plano[:start]):
        return False
    contado = _DE_PERSONAS.match(frase.plano, end)
    if any(m.start - end in (1, 2) for m in frase.menciones):
        return True  # "tres ThinkCentre" of the three that they want
    return contado is not None or _SUYO.search(frase.plano[:start]) is not None


def _lo_cuenta(ficha: FichaIndexada, valor: float, palabra: str) -> bool:
    """Returns whether the number may count this in the card: "3 pisos" and a house of dolls give no 3 dolls."""
    cosa = re.escape(palabra.removesuffix("s")[:_RAIZ])
    if len(cosa) < _RAIZ - 1 or not re.search(rf"\b{cosa}", ficha.texto):
        return True
    escrito = rf"(?:{valor:g}|{'|'.join(p for p, n in VECES.items() if n == valor) or '$.'})"
    return (
        re.search(rf"\b{escrito}(?: \w+){{0,3}} {cosa}|{cosa}\w*\W+(?:\w+\W+){{0,3}}{escrito}\b", ficha.texto)
        is not None
    )


def _lo_dice(ficha: FichaIndexada, valor: float, palabra: str) -> bool:
    """Returns whether the product's text counts the same things: "4 parlantes"."""
    return re.search(rf"(?<![\d.,]){valor:.0f} {palabra.removesuffix('s')}", ficha.texto) is not None


def _en_miles(frase: Frase, start: int, valor: float) -> bool:
    """Returns whether the unit was said once before: "90 lucas las Adidas y 115 las Mizuno"."""
    if valor * 1000 in frase.indice.presupuestos or valor * 1000 in diferencias(
        f.precio for f in frase.indice.fichas.values()
    ):
        return True
    return cumple(frase, start, lambda f: abs(f.precio - valor * 1000) <= REDONDEO * f.precio)


def _separaciones(frase: Frase) -> frozenset[float]:
    """Returns how far apart two products are in any quantity: "344 gramos, apenas 12 más"."""
    fichas = list(frase.indice.fichas.values())
    pares = ((_por_unidad(a), _por_unidad(b)) for a in fichas for b in fichas)
    return frozenset(abs(a[u] - b[u]) for a, b in pares for u in a.keys() & b.keys())


def _por_unidad(ficha: FichaIndexada) -> dict[str, float]:
    return {unidad: valor for valor, unidad in map(partir_valor, ficha.medidas)}


def _cuenta_probada(frase: Frase, start: int, valor: float) -> bool:
    """Returns whether a count of products is one the facts give. What exists is exact; a choice may be fewer."""
    if valor in frase.indice.cantidades:
        return True
    existe = EXISTE.search(frase.antes(start, 25)) is not None
    return valor <= len(frase.indice.fichas) and (not existe or _CALIFICADO.search(frase.plano, start) is not None)
