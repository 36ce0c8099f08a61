"""Entities by lists and grammar alone, without the recogniser: the ablation that shows what learning adds."""

from typing import Final

from app.models.dominio import TipoEntidad
from app.nlu.entity_extractor import GRAMMAR, Hallazgo
from app.nlu.evidence import ATTRIBUTE, RULER
from app.nlu.lexicon import AMBIGUA, CATEGORIA, MARCA, PRODUCTO
from training.corpus import Leido

_LABELS: Final = {
    MARCA: TipoEntidad.MARCA,
    AMBIGUA: TipoEntidad.MARCA,
    CATEGORIA: TipoEntidad.CATEGORIA,
    PRODUCTO: TipoEntidad.PRODUCTO,
    ATTRIBUTE: TipoEntidad.CARACTERISTICAS,
}


def find_by_lists(leido: Leido) -> tuple[Hallazgo, ...]:
    """Returns the sure amounts, then the listed phrases, the longest first, that do not overlap."""
    spans = leido.doc.user_data["spans"]
    found = [
        Hallazgo(m.start, m.end, TipoEntidad.RANGO_PRECIO, 1.0, GRAMMAR, m.rango)
        for m in leido.doc.user_data["amounts"]
        if m.seguro
    ]
    for pista in sorted(leido.pistas, key=lambda p: p.first - p.last):
        if pista.kind not in _LABELS:
            continue
        start, end = spans[pista.first][0], spans[pista.last - 1][1]
        if not any(start < h.end and h.start < end for h in found):
            found.append(Hallazgo(start, end, _LABELS[pista.kind], 1.0, RULER))
    return tuple(sorted(found, key=lambda h: h.start))
