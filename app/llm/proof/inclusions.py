"""Proves what a product is said to come with: "incluye grill", "trae un lápiz", whatever the thing is.

No list can hold every part of every product. So the noun after such a verb must stand in the text of whom it is said
of, unless it is an everyday word or an abstract one ("trae buena autonomía").
"""

import re
from collections.abc import Iterator
from typing import Final

from app.llm.proof.figures import Lugar
from app.llm.proof.lexicon_names import COSAS
from app.llm.proof.motives import Motivo
from app.llm.proof.sentence import Frase
from app.llm.proof.subjects import con_sujeto, cumple
from app.llm.proof.vocabulary import es_frecuente

_INCLUYE: Final = re.compile(
    r"\b(?:(?P<trae>incluyen?|incorporan?|traen?|(?:vienen?|equipad[oa]s?|cuentan?) con|poseen?|integran?|suman?|"
    r"agregan?|añaden?)|tienen?|ofrecen?|llevan?|disponen? de|(?:es|son|hech[oa]s?|fabricad[oa]s?) (?:de|en))"
    r"(?: (?:el|la|los|las|un|una|su|sus|\d+|tambien|ademas|con|de))* "
    r"(?P<cosa>(?!(?:muy|mas|menos|tan|una?|mal|apenas|solo|casi)\b)[a-zñ]{3,})"
)
# What a product may have without being made of it.
_DICHO: Final = frozenset(
    "sentido veces leve ligera kilo kilos gramo gramos litro litros ganas lugar efecto hartas".split()
)
_DE_TAL: Final = re.compile(r" de (?!(?:la|los|las|el|un|una|mas|hasta)\b)([a-zñ]{4,})")  # "plumas de ganso"
_ABSTRACTA: Final = re.compile(r".{2,}(?:[cs]ion|[dt]ad|[ea]ncia|mente|[ai]d[oa]s?|bles?|[io]s[oa]s?|iv[oa]s?)")
_COMO_OTRO: Final = re.compile(r"\b(?:igual que|al igual|como (?:el|la|su)|mism[oa]s?)\b")
# Letters by which a thing is looked up: "parlante" and "parlantes" are one, "inflador" is not inflable.
_RAIZ: Final = 7


def prove_inclusions(frase: Frase) -> Iterator[Motivo]:
    """Yields a motive for each thing that a product is said to come with and its text does not have."""
    for match in _INCLUYE.finditer(frase.plano) if con_sujeto(frase) else ():
        de_diario = es_frecuente(match["cosa"]) and not (match["trae"] and match["cosa"] in COSAS)
        if not de_diario and not _probada(frase, match["cosa"], match.start("cosa")):
            yield Motivo.RASGO
        tal = _DE_TAL.match(frase.plano, match.end())
        if tal and not es_frecuente(tal[1]) and not _probada(frase, tal[1], tal.start(1)):
            yield Motivo.RASGO


def _probada(frase: Frase, cosa: str, pos: int) -> bool:
    if cosa in _DICHO or _ABSTRACTA.fullmatch(cosa):
        return True
    if frase.condicional(pos) or frase.dudosa(pos) or frase.negada(pos):
        return True
    nombradas: tuple[Lugar, ...] = (*frase.nombres, *frase.menciones)
    if any(a <= pos < b for a, b in (*frase.figuras, *((m.start, m.end) for m in nombradas))):
        return True
    raiz = cosa.rstrip("aeos")[:_RAIZ]
    if _COMO_OTRO.search(frase.plano, pos):
        return any(raiz in f.texto for f in frase.indice.fichas.values())
    suya = re.compile(rf"(?<!compatible con )(?<!compatible con [a-z]{{5}} )\b{raiz}|\w{raiz}")
    return cumple(frase, pos, lambda f: suya.search(f.texto) is not None)
