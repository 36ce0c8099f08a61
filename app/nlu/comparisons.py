"""What a comparison sets against each other: products pointed at or named, brands, kinds, features, or an extreme.

Source: nlu-guidelines, Intents (`comparar_precios`) and Over several turns.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from app.models.dominio import Accion, Aviso, Estado, Filtros, Mencion, Orden, Plan, TipoEntidad
from app.nlu.kinds import kind_of
from app.nlu.noun_phrases import Sintagma, noun_phrases
from app.nlu.reading import Lectura, candidates, value_of
from app.nlu.references import EXTREMO_ASC, EXTREMO_DESC, Vista, described, point, whole_list
from app.nlu.refinements import Refinamiento, mentions

MAX_COMPARADOS: Final = 4

_BARATO: Final = re.compile(
    rf"\b(?:{EXTREMO_ASC}|(?:sale|cuesta|vale|cobra|salen|cuestan|duele|abusa)n? menos|menos plata|menos lucas|mas baratit\w+|menor costo|mejor precio)"
)
_CARO: Final = re.compile(rf"\b(?:{EXTREMO_DESC}|(?:sale|cuesta|vale)n? mas(?! barat| economic)|mas salad\w+)")
_CUAL: Final = re.compile(r"\b(?:cual\w*|que|quien|dime|el|la|lo) .*")


@dataclass(slots=True)
class _Lados:
    """The sides found so far, each in the order of the message."""

    referidos: list[int] = field(default_factory=list)
    menciones: list[Mencion] = field(default_factory=list)
    marcas: list[str] = field(default_factory=list)
    categorias: list[str] = field(default_factory=list)
    caracteristicas: list[str] = field(default_factory=list)

    @property
    def productos(self) -> int:
        return len(self.referidos) + len(self.menciones)

    @property
    def grupos(self) -> int:
        return max(len(self.marcas), len(self.categorias), len(self.caracteristicas))


def plan_comparison(estado: Estado, lectura: Lectura, vista: Vista, refinamiento: Refinamiento) -> Plan:
    """Returns the plan of a comparison, or of asking for the side that is missing."""
    referencia = point(lectura, vista)
    if referencia.aviso is not None:
        return Plan(Accion.PRECISAR, estado, avisos=(referencia.aviso,))
    lados = _sides(lectura, vista, referencia.ids)
    extremo = named_extreme(lectura)
    listed = whole_list(lectura, vista)
    if lados.productos == 1 and extremo and listed:
        lados = _Lados()
    if lados.productos:
        return _products(estado, vista, lados, extremo)
    if listed and not lectura.parse.de_tipo(TipoEntidad.CATEGORIA) and not lados.marcas:
        return _shown(estado, listed, extremo)
    return _groups(estado, vista, lados, extremo, refinamiento)


def named_extreme(lectura: Lectura) -> Orden | None:
    """Returns the extreme asked for: PRECIO_ASC for "cuál sale menos", PRECIO_DESC for "cuál es el más caro"."""
    cheap, dear = _BARATO.search(lectura.texto), _CARO.search(lectura.texto)
    if cheap and (not dear or cheap.start() < dear.start()):
        return Orden.PRECIO_ASC
    return Orden.PRECIO_DESC if dear else None


def _sides(lectura: Lectura, vista: Vista, pointed: tuple[int, ...]) -> _Lados:
    lados = _Lados(referidos=list(pointed))
    for sintagma in noun_phrases(lectura):
        if sintagma.producto is not None:
            _add_product(lados, sintagma, vista, lectura)
            continue
        fitting = described(sintagma, vista) if sintagma.determinado else ()
        if len(fitting) == 1:
            continue  # `point` has found it.
        _add_group(lados, sintagma)
    if len({kind_of(c) for c in lados.caracteristicas}) != 1 or len(lados.caracteristicas) < 2:
        lados.caracteristicas = []
    return lados


def _add_product(lados: _Lados, sintagma: Sintagma, vista: Vista, lectura: Lectura) -> None:
    producto = sintagma.producto
    if producto is None:
        return
    on_screen = [i for i in candidates(producto) if i in vista.mostrados and i in vista.fichas]
    if len(on_screen) == 1:
        lados.referidos += [i for i in on_screen if i not in lados.referidos]
        return
    lados.menciones += [m for m in mentions(lectura) if m.candidatos == candidates(producto) and producto.value.strip() in m.texto][:1]


def _add_group(lados: _Lados, sintagma: Sintagma) -> None:
    marca, categoria = sintagma.first(TipoEntidad.MARCA), sintagma.first(TipoEntidad.CATEGORIA)
    rasgo = sintagma.first(TipoEntidad.CARACTERISTICAS)
    if marca is not None:
        lados.marcas += [value_of(marca)] * (value_of(marca) not in lados.marcas)
    if categoria is not None:
        lados.categorias += [value_of(categoria)] * (value_of(categoria) not in lados.categorias)
    if rasgo is not None and marca is None:
        lados.caracteristicas += [value_of(rasgo)] * (value_of(rasgo) not in lados.caracteristicas)


def _products(estado: Estado, vista: Vista, lados: _Lados, extremo: Orden | None) -> Plan:
    """Returns the comparison of products; a single one is set against what was just compared or talked about."""
    if lados.productos == 1 and not lados.marcas:
        lados.referidos = _with_partner(estado, vista, lados)
    if lados.productos + len(lados.marcas) < 2:
        return Plan(
            Accion.PRECISAR, estado, tuple(lados.referidos), tuple(lados.menciones), avisos=(Aviso.FALTA_COMPARAR,)
        )
    return Plan(
        Accion.COMPARAR,
        estado,
        referidos=tuple(lados.referidos[:MAX_COMPARADOS]),
        menciones=tuple(lados.menciones[:MAX_COMPARADOS]),
        marcas=tuple(lados.marcas),
        extremo=extremo if lados.productos > 1 else None,
    )


def _with_partner(estado: Estado, vista: Vista, lados: _Lados) -> list[int]:
    """Returns the products to compare where the message names one: "y con el segundo?", "¿es más barato que el Galaxy?"."""
    if vista.actual is not None and vista.actual in vista.fichas and vista.actual not in lados.referidos:
        return [vista.actual, *lados.referidos]
    visible = [p.id for p in vista.visibles]
    just_compared = estado.ultima_accion == Accion.COMPARAR and len(visible) < MAX_COMPARADOS
    if just_compared or len(visible) == 2:
        return list(dict.fromkeys((*visible, *lados.referidos)))
    return lados.referidos


def _shown(estado: Estado, listed: tuple[int, ...], extremo: Orden | None) -> Plan:
    if len(listed) < 2:
        return Plan(Accion.PRECISAR, estado, referidos=listed, avisos=(Aviso.FALTA_COMPARAR,))
    referidos = listed if extremo else listed[:MAX_COMPARADOS]
    return Plan(Accion.COMPARAR, estado, referidos=referidos, extremo=extremo)


def _groups(
    estado: Estado, vista: Vista, lados: _Lados, extremo: Orden | None, refinamiento: Refinamiento
) -> Plan:
    """Returns the comparison of brands, kinds or features, the extreme of a search, or its best against each other."""
    if len(lados.marcas) == 1 and not lados.categorias and extremo is None:
        plan = _one_brand(estado, vista, lados.marcas[0])
        if plan is not None:
            return plan
    filtros = refinamiento.filtros
    if len(lados.caracteristicas) > 1:
        kept = tuple(c for c in filtros.caracteristicas if c not in lados.caracteristicas)
        filtros = replace(filtros, caracteristicas=kept)
    if extremo is not None:
        filtros = replace(filtros, orden=extremo)
    if filtros.vacio:
        return _nothing_named(estado, vista, extremo, refinamiento)
    changed = replace(filtros, relajados=()) != replace(estado.filtros, relajados=())
    if not changed and lados.grupos < 2 and extremo is None and len(vista.visibles) > 1:
        return _shown(estado, tuple(p.id for p in vista.visibles), None)
    return Plan(
        Accion.COMPARAR,
        replace(estado, filtros=filtros, vistos=() if changed else estado.vistos),
        marcas=tuple(lados.marcas) if len(lados.marcas) > 1 else (),
        categorias=tuple(lados.categorias) if len(lados.categorias) > 1 else (),
        caracteristicas=tuple(lados.caracteristicas),
        extremo=extremo,
        avisos=tuple(a for a in refinamiento.avisos if a != Aviso.VARIAS_CATEGORIAS),
    )


def _one_brand(estado: Estado, vista: Vista, marca: str) -> Plan | None:
    """Returns the comparison for "y contra LG?": with the product talked about, or with the brand searched for."""
    before = tuple(m for m in estado.filtros.marcas if m != marca)
    if vista.actual is not None and vista.actual in vista.fichas:
        return Plan(Accion.COMPARAR, estado, referidos=(vista.actual,), marcas=(marca,))
    if before:
        both = (*before, marca)
        filtros: Filtros = replace(estado.filtros, marcas=both, relajados=())
        return Plan(Accion.COMPARAR, replace(estado, filtros=filtros, vistos=()), marcas=both)
    return None


def _nothing_named(estado: Estado, vista: Vista, extremo: Orden | None, refinamiento: Refinamiento) -> Plan:
    visible = tuple(p.id for p in vista.visibles)
    if len(visible) > 1:
        return _shown(estado, visible, extremo)
    return Plan(Accion.PRECISAR, estado, avisos=(*refinamiento.avisos, Aviso.FALTA_COMPARAR))
