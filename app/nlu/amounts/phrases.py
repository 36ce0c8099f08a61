"""Joins cues and quantities into phrases: "entre 200 y 300 lucas", "tengo como 300 lucas", "300 lucas o menos".

A phrase is what one price span says; whether it really is a price is decided in judgement.
Source: nlu-guidelines, Direction.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from app.nlu.amounts.cue_words import ARTICULOS, RELLENO
from app.nlu.amounts.cues import EXPLICITOS, Cue, Fuerza, Sentido, cue_after, cues_before
from app.nlu.amounts.lexicon import CIFRAS_TECNICAS, MEDIDAS, PANTALLAS, PULGADAS
from app.nlu.amounts.other_units import is_series_name
from app.nlu.amounts.quantities import Cantidad, read_quantities
from app.nlu.amounts.spelling import canonical
from app.nlu.amounts.tokens import Tokens, word_at

_MIL: Final = 1_000
_CUES_MAX: Final = 4  # before one amount: "tengo | como | máximo | unas 300 lucas"
_FILL_MAX: Final = 2
_JOINERS: Final = frozenset({"pero", "pro", "y", "e", ",", "ni", "o", "que", "a", "la", "vez", "-"})
_JOINERS_MAX: Final = 4  # "más de 100 | y a la vez | menos de 200"
_EITHER: Final = frozenset({"o", "u"})
_LINKS: Final = _EITHER | {"a", "-", "/", "al"}
_LINKS_ENTRE: Final = _LINKS | {"y", "e", "hasta", "asta", "ni"}


@dataclass(frozen=True, slots=True)
class Frase:
    """One reading at `tokens[start:end]`: one quantity, or the two ends of an interval, and what the cues say."""

    start: int
    end: int
    cantidades: tuple[Cantidad, ...]
    sentido: Sentido
    fuerza: Fuerza
    con_cue: bool

    @property
    def es_intervalo(self) -> bool:
        """Returns whether both ends are said."""
        return len(self.cantidades) == 2

    @property
    def puede_ser_precio(self) -> bool:
        """Returns whether this could stand alone as a price: a bare "un" or "2" could not."""
        first = self.cantidades[0]
        return self.es_intervalo or first.es_dinero or first.valor >= 10


def read_phrases(tokens: Tokens) -> tuple[Frase, ...]:
    """Returns the phrases in the order of the text; they do not overlap."""
    quantities = read_quantities(tokens)
    if all(cantidad.ajena for cantidad in quantities):
        return ()
    by_start = {cantidad.start: cantidad for cantidad in quantities}
    phrases: list[Frase] = []
    ending = cues_before(tokens)
    taken = 0  # where the last phrase that could be a price ended
    for cantidad in quantities:
        if cantidad.ajena or cantidad.start < taken:
            continue
        phrase = _phrase(tokens, cantidad, by_start, ending, taken)
        if phrase is None:
            continue
        while phrases and phrases[-1].end > phrase.start:
            phrases.pop()  # "hasta un | máximo de 300": the article was no amount
        phrases.append(phrase)
        taken = phrase.end if phrase.puede_ser_precio else taken
    return tuple(_merge(tokens, phrases))


def _phrase(
    tokens: Tokens, first: Cantidad, by_start: Mapping[int, Cantidad], ending: Mapping[int, Cue], limit: int
) -> Frase | None:
    """Returns the phrase around a quantity; None when its other end has another unit ("entre 10 y 12 kilos")."""
    chain = _chain(tokens, first, ending, limit)
    second = _other_end(tokens, first, chain, by_start)
    if second is not None and second.ajena:
        return None
    cantidades = (first,) if second is None else (first, second)
    end = cantidades[-1].end
    alone = not chain and second is None and (first.es_dinero or first.valor >= 10)
    after = _suffix(tokens, end, by_start, alone=alone)
    base = _from_chain(first, chain)
    phrase = replace(base, cantidades=cantidades, end=end)
    budget_of_either = base.sentido is Sentido.PRESUPUESTO and word_at(tokens, first.end) in _EITHER
    if second is not None and not _is_bounded(tokens, chain) and not budget_of_either:
        phrase = replace(phrase, sentido=Sentido.ENTRE)
    return phrase if after is None else _with_suffix(phrase, after)


def _chain(tokens: Tokens, first: Cantidad, ending: Mapping[int, Cue], limit: int) -> list[Cue]:
    """Returns the cues before a quantity, innermost first: "tengo | como | 300 lucas"."""
    chain: list[Cue] = []
    at = first.start
    while len(chain) < _CUES_MAX:
        cue = _cue_ending(tokens, at, ending, articles=first.sola or bool(chain))
        if cue is None or cue.start < limit:
            break
        if cue.senal.sentido is Sentido.SUELTO and cue.end < at:
            break  # "lo de las 200 lucas"
        chain.append(cue)
        at = cue.start
        if cue.senal.nombre or (cue.senal.es_preposicion and cue.senal.sentido is Sentido.PRESUPUESTO):
            break  # "me llevo | con 300 lucas"
    return chain


def _cue_ending(tokens: Tokens, at: int, ending: Mapping[int, Cue], *, articles: bool) -> Cue | None:
    """Returns the cue that ends at `at`, or before the few words that may stand between it and the amount."""
    for back in range(_FILL_MAX + 1):
        if (cue := ending.get(at - back)) is not None:
            return cue
        word = word_at(tokens, at - back - 1)
        if word not in RELLENO and not (articles and word in ARTICULOS):
            return None
    return None


def _from_chain(first: Cantidad, chain: list[Cue]) -> Frase:
    """Returns the phrase of one quantity and its cues: a clear direction first, then a budget, then "around"."""
    said = [cue.senal for cue in chain]
    clear = [senal for senal in said if senal.sentido in EXPLICITOS]
    budget = [senal for senal in said if senal.sentido is Sentido.PRESUPUESTO]
    around = [senal for senal in said if senal.sentido is Sentido.CERCA]
    ruling = next(iter(clear or budget or around or said), None)
    kept = list(chain)
    while len(kept) > 1 and clear and (kept[-1].senal.cede or kept[-1].senal.sentido is Sentido.CERCA):
        kept.pop()
    strength = max((senal.fuerza for senal in said), key=lambda fuerza: fuerza.value, default=Fuerza.DEBIL)
    return Frase(
        start=kept[-1].start if kept else first.start,
        end=first.end,
        cantidades=(first,),
        sentido=ruling.sentido if ruling else Sentido.SUELTO,
        fuerza=strength,
        con_cue=bool(chain),
    )


def _other_end(tokens: Tokens, first: Cantidad, chain: list[Cue], by_start: Mapping[int, Cantidad]) -> Cantidad | None:
    """Returns the second quantity of "entre A y B", "de A a B", "A-B", "A o B"; None when there is none."""
    opened = any(cue.senal.sentido is Sentido.ENTRE for cue in chain)
    links = _LINKS_ENTRE if opened else _EITHER if _is_bounded(tokens, chain) else _LINKS
    at = first.end
    if word_at(tokens, at) in links:
        at += 1
    elif not opened:
        return None
    while word_at(tokens, at) in {"los", "las", "unos", "unas", "el", "al"}:
        at += 1
    second = by_start.get(at)
    if second is None or (second.ajena and not first.abierta):
        return None
    return second if opened or second.ajena or _goes_together(tokens, first, second, chain) else None


def _is_bounded(tokens: Tokens, chain: list[Cue]) -> bool:
    """Returns whether a clear cue already bounds the amount: "hasta 300 o 350 lucas" has one end; "desde" opens two."""
    limits = [cue for cue in chain if cue.senal.sentido in {Sentido.MAX, Sentido.MIN}]
    return bool(limits) and all(canonical(word_at(tokens, cue.start)) != "desde" for cue in limits)


def _goes_together(tokens: Tokens, first: Cantidad, second: Cantidad, chain: list[Cue]) -> bool:
    """Returns whether two quantities are ends of one interval, and not a size and a price: "tele 55 a 300 lucas"."""
    if not first.abierta or first.grupos:
        return True
    if first.valor >= _MIL:
        return bool(chain) or (second.abierta and 10 * _MIL <= first.valor <= second.valor)
    before = word_at(tokens, (chain[-1].start if chain else first.start) - 1)
    named = before in PANTALLAS or before in MEDIDAS or is_series_name(before)
    low, high = first.valor, _in_units_of(first, second)
    if chain:
        return low * (3 if named and low in PULGADAS else 10) >= high
    return not named and low not in CIFRAS_TECNICAS and low <= high <= low * 3


def _in_units_of(first: Cantidad, second: Cantidad) -> Fraction:
    """Returns the second quantity as the first would be said beside it: 300 for "200 a 300 lucas"."""
    if second.escala is not None:
        said = second.valor / second.escala
        return said * _MIL if second.escala >= _MIL**2 and first.valor >= 10 else said
    foreign = second.moneda not in {None, "CLP"}
    return second.valor if foreign or second.valor < _MIL else second.valor / _MIL


def _suffix(tokens: Tokens, end: int, by_start: Mapping[int, Cantidad], *, alone: bool) -> Cue | None:
    """Returns the cue behind an amount, unless it opens what follows: "mínimo 100 | máximo 200", "tope de gama"."""
    cue = cue_after(tokens, end)
    if cue is None:
        return None
    following = by_start.get(cue.end)
    if following is not None and (following.ajena or not alone):
        return None
    if following is None and word_at(tokens, cue.end) in {"de", "d", "que", "q", ":"}:
        return None if word_at(tokens, cue.end - 1) not in {"arriba", "abajo", "adelante"} else cue
    return cue


def _with_suffix(phrase: Frase, cue: Cue) -> Frase:
    """Returns the phrase with the cue behind it, which rules unless the one before was clear."""
    strength = cue.senal.fuerza
    rules = phrase.sentido is Sentido.SUELTO or cue.senal.sentido in EXPLICITOS
    sentido = cue.senal.sentido if rules and phrase.sentido not in EXPLICITOS else phrase.sentido
    stronger = strength if strength.value > phrase.fuerza.value else phrase.fuerza
    return replace(phrase, end=cue.end, sentido=sentido, fuerza=stronger, con_cue=True)


def _merge(tokens: Tokens, phrases: list[Frase]) -> Iterator[Frase]:
    """Returns the phrases with two that bound one interval made one: "más de 100 pero menos de 200 lucas"."""
    waiting: Frase | None = None
    for phrase in phrases:
        if waiting is not None and _complete_each_other(tokens, waiting, phrase):
            waiting = replace(
                waiting,
                end=phrase.end,
                cantidades=waiting.cantidades + phrase.cantidades,
                sentido=Sentido.ENTRE,
                fuerza=Fuerza.FUERTE,
            )
            continue
        if waiting is not None:
            yield waiting
        waiting = phrase
    if waiting is not None:
        yield waiting


def _complete_each_other(tokens: Tokens, left: Frase, right: Frase) -> bool:
    """Returns whether one phrase gives the lower end and the other the upper one, with little between them."""
    if left.es_intervalo or right.es_intervalo:
        return False
    between = range(left.end, right.start)
    if len(between) > _JOINERS_MAX or any(word_at(tokens, i) not in _JOINERS for i in between):
        return False
    if {left.sentido, right.sentido} == {Sentido.MIN, Sentido.MAX}:
        return True
    until = canonical(word_at(tokens, right.start)) == "hasta" and not between
    if not until or left.sentido is not Sentido.SUELTO:
        return False
    return _goes_together(tokens, left.cantidades[0], right.cantidades[0], [])
