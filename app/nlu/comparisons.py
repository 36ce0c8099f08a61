"""What a comparison sets against each other: products pointed at or named, brands, kinds, features, or an extreme.

Source: nlu-guidelines, Intents (`comparar_precios`) and Over several turns.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from app.models.dominio import Accion, Aviso, Mencion, Orden, Plan, TipoEntidad
from app.nlu.bounds import relative
from app.nlu.cues import wants_comparison
from app.nlu.kinds import kind_of
from app.nlu.noun_phrases import Sintagma, noun_phrases
from app.nlu.reading import TAG, Lectura, value_of
from app.nlu.references import EXTREMO_ASC, EXTREMO_DESC, described, extremes, superlative
from app.nlu.turn import Turno

MAX_COMPARADOS: Final = 4

_BARATO: Final = re.compile(
    rf"\b(?:{EXTREMO_ASC}|(?:sale|cuesta|vale|cobra|duele|abusa)n? menos|menos (?:plata|lucas)|menor costo|"
    r"mejor precio)"
)
_CARO: Final = re.compile(rf"\b(?:{EXTREMO_DESC}|(?:sale|cuesta|vale)n? mas(?! barat| economic)|mas salad\w+)")

_CUAL: Final = re.compile(r"\b(?:cual(?:es)?|que(?! sea\b)|quien|compar\w*|versus)\b")
_LA_MAS: Final = re.compile(rf"(?:y |pero )?(?:el|la) (?:{TAG} )+(?:{EXTREMO_ASC}|{EXTREMO_DESC})(?: ,)*")
_DE_GUSTO: Final = ("color", "talla")  # kinds of which people take one as well as another
_COMPARA: Final = re.compile(
    r"\b(?:compar\w*|versus|contra|cual(?:es)?|diferenci\w*|entre|mejor|peor|mas (?:barat|car)\w*|"
    r"l[oa]s (?:dos|tres))\b"
)


@dataclass(slots=True)
class _Lados:
    """The sides found in a message, each kind in its order."""

    referidos: list[int] = field(default_factory=list)
    menciones: list[Mencion] = field(default_factory=list)
    marcas: list[str] = field(default_factory=list)
    categorias: list[str] = field(default_factory=list)
    caracteristicas: list[str] = field(default_factory=list)
    de_marca: list[tuple[str, str]] = field(default_factory=list)

    @property
    def productos(self) -> int:
        """Returns how many products are pointed at or named."""
        return len(self.referidos) + len(self.menciones)


def plan_comparison(turno: Turno) -> Plan:
    """Returns the plan of a comparison, or of asking for the side that is missing."""
    referencia = turno.reference()
    if referencia.aviso is not None:
        return Plan(Accion.PRECISAR, turno.estado, avisos=(referencia.aviso,))
    lados, extremo, listed = _sides(turno, referencia.ids), named_extreme(turno.lectura), turno.listed()
    if len(listed) > 2 and lados.referidos == extremes(turno.lectura, turno.vista) and len(lados.referidos) == 1:
        return Plan(Accion.INFORMAR, turno.estado, referidos=tuple(lados.referidos), extremo=extremo)
    if lados.productos and not (extremo and listed and _asks_extreme_of_list(turno, lados)):
        return _products(turno, lados, extremo)
    names_more = turno.has(TipoEntidad.CATEGORIA) or lados.marcas
    if listed and (lados.productos or not names_more):
        return _shown(turno, listed, extremo)
    return _groups(turno, lados, extremo)


def named_extreme(lectura: Lectura) -> Orden | None:
    """Returns the extreme asked for: PRECIO_ASC for "cuál sale menos", PRECIO_DESC for "cuál es el más caro"."""
    cheap, dear = _BARATO.search(lectura.texto), _CARO.search(lectura.texto)
    if cheap and (not dear or cheap.start() < dear.start()):
        return Orden.PRECIO_ASC
    return Orden.PRECIO_DESC if dear else None


def sets_nothing_apart(turno: Turno) -> bool:
    """Returns whether a refinement only looks like a comparison: "¿y uno de 40 litros o más?" has one side."""
    lectura, entidades = turno.lectura, turno.lectura.parse.entidades
    referencia = turno.reference()
    points = referencia.ids or referencia.aviso is not None or turno.listed()
    if turno.estado.filtros.vacio or points or lectura.has(_CUAL):
        return False
    if not entidades:
        return relative(lectura) is not None  # "¿y más económica?"
    if _LA_MAS.fullmatch(lectura.texto):
        return True  # "la Toyotomi más barata" is a noun phrase, not a question
    if lectura.has(_COMPARA) or named_extreme(lectura) is not None:
        return False
    if all(e.entity == TipoEntidad.CARACTERISTICAS and kind_of(value_of(e)) in _DE_GUSTO for e in entidades):
        return True  # "roja o negra"
    return len(entidades) == 1 and entidades[0].entity in (TipoEntidad.CARACTERISTICAS, TipoEntidad.RANGO_PRECIO)


def _asks_extreme_of_list(turno: Turno, lados: _Lados) -> bool:
    """Returns whether at most one product is named beside the extreme: "¿el segundo es el más barato de todos?"."""
    named_as_extreme = len(extremes(turno.lectura, turno.vista))
    return lados.productos - named_as_extreme <= 1 and named_as_extreme < 2 and not wants_comparison(turno.lectura)


def _sides(turno: Turno, pointed: tuple[int, ...]) -> _Lados:
    lados = _Lados(referidos=list(pointed))
    for mencion in turno.named():
        on_screen = [i for i in mencion.candidatos if i in turno.vista.mostrados]
        if len(mencion.candidatos) == 1 and on_screen:
            lados.referidos += [i for i in on_screen if i not in lados.referidos]
        elif not set(mencion.candidatos) & set(pointed):
            lados.menciones.append(mencion)
    for sintagma in noun_phrases(turno.lectura):
        fitting = described(sintagma, turno.vista) if sintagma.determinado or sintagma.plural else ()
        if sintagma.plural and len(fitting) > 1:
            lados.referidos += [i for i in fitting if i not in lados.referidos]
        elif sintagma.producto is None and len(fitting) != 1:
            _add_group(lados, sintagma)
    if len({kind_of(c) for c in lados.caracteristicas}) != 1 or len(lados.caracteristicas) < 2:
        lados.caracteristicas = []
    return lados


def _add_group(lados: _Lados, sintagma: Sintagma) -> None:
    marca, categoria = sintagma.first(TipoEntidad.MARCA), sintagma.first(TipoEntidad.CATEGORIA)
    rasgo = sintagma.first(TipoEntidad.CARACTERISTICAS)
    if marca is not None and value_of(marca) not in lados.marcas:
        lados.marcas.append(value_of(marca))
    if categoria is not None and value_of(categoria) not in lados.categorias:
        lados.categorias.append(value_of(categoria))
    if marca is not None:
        lados.de_marca += [
            (value_of(marca), value_of(e)) for e in sintagma.entidades if e.entity == TipoEntidad.CARACTERISTICAS
        ]
    if rasgo is not None and marca is None and value_of(rasgo) not in lados.caracteristicas:
        lados.caracteristicas.append(value_of(rasgo))


def _products(turno: Turno, lados: _Lados, extremo: Orden | None) -> Plan:
    """Returns the comparison of products; a single one is set against what was just compared or talked about."""
    if lados.productos == 1 and not lados.marcas:
        lados.referidos = _with_partner(turno, lados)
    referidos, menciones = tuple(lados.referidos[:MAX_COMPARADOS]), tuple(lados.menciones[:MAX_COMPARADOS])
    if lados.productos + len(lados.marcas) < 2:
        return Plan(Accion.PRECISAR, turno.estado, referidos, menciones, avisos=(Aviso.FALTA_COMPARAR,))
    extremo = extremo if lados.productos > 1 else None
    marcas, de_marca = tuple(lados.marcas), tuple(lados.de_marca)
    return Plan(Accion.COMPARAR, turno.estado, referidos, menciones, marcas, de_marca=de_marca, extremo=extremo)


def _with_partner(turno: Turno, lados: _Lados) -> list[int]:
    """Returns the products to compare where the message names one: "y con el segundo?", "compáralo con el Galaxy"."""
    vista = turno.vista
    if vista.actual is not None and vista.actual in vista.fichas and vista.actual not in lados.referidos:
        return [vista.actual, *lados.referidos]
    visible = [p.id for p in vista.visibles]
    just_compared = turno.estado.ultima_accion == Accion.COMPARAR and len(visible) < MAX_COMPARADOS
    if just_compared or len(visible) == 2:
        return list(dict.fromkeys((*visible, *lados.referidos)))
    earlier = [i for i in vista.anteriores if i in vista.fichas and i not in lados.referidos]
    return [*earlier[-1:], *lados.referidos]


def _shown(turno: Turno, listed: tuple[int, ...], extremo: Orden | None) -> Plan:
    if len(listed) < 2:
        return Plan(Accion.PRECISAR, turno.estado, referidos=listed, avisos=(Aviso.FALTA_COMPARAR,))
    referidos = listed if extremo else listed[:MAX_COMPARADOS]
    return Plan(Accion.COMPARAR, turno.estado, referidos=referidos, extremo=extremo)


def _groups(turno: Turno, lados: _Lados, extremo: Orden | None) -> Plan:
    """Returns the comparison of brands, kinds or features, the extreme of a search, or its best against each other."""
    visible = tuple(p.id for p in turno.vista.visibles)
    names_nothing = not turno.lectura.parse.entidades
    talked = tuple(i for i in turno.vista.hablados if i in turno.vista.fichas)[-2:]
    just_explained = turno.estado.ultima_accion == Accion.INFORMAR and superlative(turno.lectura) is None
    if names_nothing and just_explained and len(talked) == 2:
        return _shown(turno, talked, extremo)
    few = turno.estado.ultima_accion == Accion.COMPARAR or _chose_among_few(turno)
    if names_nothing and len(visible) > 1 and (extremo is None or few):
        return _shown(turno, visible, extremo)
    if len(lados.marcas) == 1 and not lados.categorias and extremo is None:
        plan = _one_brand(turno, lados.marcas[0])
        if plan is not None:
            return plan
    refinamiento = turno.refine(comparing=True)
    kept = tuple(c for c in refinamiento.filtros.caracteristicas if c not in lados.caracteristicas)
    filtros = replace(refinamiento.filtros, caracteristicas=kept)
    filtros = replace(filtros, orden=extremo) if extremo is not None else filtros
    if filtros.vacio:
        return _shown(turno, visible, extremo)
    return Plan(
        Accion.COMPARAR,
        turno.with_filtros(filtros),
        marcas=tuple(lados.marcas) if len(lados.marcas) > 1 else (),
        categorias=tuple(lados.categorias) if len(lados.categorias) > 1 else (),
        caracteristicas=tuple(lados.caracteristicas),
        extremo=extremo,
        avisos=tuple(a for a in refinamiento.avisos if a != Aviso.VARIAS_CATEGORIAS),
    )


def _chose_among_few(turno: Turno) -> bool:
    """Returns whether "¿y cuál es más barata?" speaks of the few just recommended: "la más barata" is of all."""
    recommended = turno.estado.ultima_accion == Accion.RECOMENDAR
    return recommended and len(turno.vista.visibles) <= MAX_COMPARADOS and superlative(turno.lectura) is None


def _one_brand(turno: Turno, marca: str) -> Plan | None:
    """Returns the comparison for "y contra LG?": with the product talked about, or with the brand searched for."""
    vista, filtros = turno.vista, turno.estado.filtros
    if vista.actual is not None and vista.actual in vista.fichas:
        return Plan(Accion.COMPARAR, turno.estado, referidos=(vista.actual,), marcas=(marca,))
    before = tuple(m for m in filtros.marcas if m != marca)
    if not before:
        return None
    both = (*before, marca)
    estado = turno.with_filtros(replace(filtros, marcas=both, relajados=()))
    return Plan(Accion.COMPARAR, estado, marcas=both)
