"""What one turn is decided from, and the questions that every kind of message asks of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.models.dominio import Accion, Estado, Filtros, Mencion, Plan, ProductoFicha, TipoEntidad
from app.nlu.bounds import relative
from app.nlu.cues import wants_similar
from app.nlu.noun_phrases import noun_phrases
from app.nlu.reading import Lectura
from app.nlu.references import Referencia, Vista, described, point, whole_list
from app.nlu.refinements import Refinamiento, mentions_in, refine
from app.nlu.subjects import release_products


@dataclass(frozen=True, slots=True)
class Turno:
    """State, message and what is on screen. `tasas` are pesos per unit of other currencies."""

    estado: Estado
    lectura: Lectura
    vista: Vista
    tasas: Mapping[str, float]

    def refine(self, *, comparing: bool = False) -> Refinamiento:
        """Returns the search that this message leads to; when comparing, "más barato" sets no new bound."""
        medidos = () if comparing else self.measured()
        return refine(self.base(), self.lectura, self.vista, self.tasas, medidos)

    def base(self) -> Filtros:
        """Returns the search that the message refines: the one in force, or that of the kind last talked about.

        Asked for something cheaper than a product of another kind, or for a brand after only ever talking of one
        product, a person means things of that product's kind.
        """
        filtros, kinds = self.estado.filtros, {p.categoria for p in self.measured()}
        named = self.lectura.parse.de_tipo(TipoEntidad.CATEGORIA) or self.lectura.parse.de_tipo(TipoEntidad.PRODUCTO)
        elsewhere = self.estado.ultima_accion in (Accion.INFORMAR, Accion.COMPARAR) and len(kinds) == 1
        if named or not elsewhere or filtros.categoria in kinds:
            return filtros
        off_search = relative(self.lectura) is not None and filtros.categoria is not None
        return Filtros(categoria=kinds.pop()) if filtros.vacio or off_search else filtros

    def measured(self) -> tuple[ProductoFicha, ...]:
        """Returns the products that "más barato" compares with: the one pointed at or last explained, or all shown."""
        ids = self.reference().ids
        if not ids and self.estado.ultima_accion == Accion.INFORMAR and self.estado.foco is not None:
            ids = (self.estado.foco,)
        return tuple(self.vista.fichas[i] for i in ids if i in self.vista.fichas) or self.vista.visibles

    def reference(self) -> Referencia:
        """Returns what the message points at."""
        return point(self.lectura, self.vista)

    def listed(self) -> tuple[int, ...]:
        """Returns all that is shown when the message speaks of all of it."""
        return whole_list(self.lectura, self.vista)

    def named(self) -> tuple[Mencion, ...]:
        """Returns the products named, each narrowed to the one on screen where its words fit just one of those."""
        out: list[Mencion] = []
        for sintagma in noun_phrases(self.lectura):
            on_screen = described(sintagma, self.vista)
            out += [
                replace(mencion, candidatos=on_screen if len(on_screen) == 1 else self._of_search(mencion.candidatos))
                for mencion in mentions_in(sintagma)
            ]
        return tuple(out)

    def _of_search(self, ids: tuple[int, ...]) -> tuple[int, ...]:
        """Returns the products of the brands searched for, of several that a name may mean; all where none is."""
        known, marcas = self.vista.fichas, self.estado.filtros.marcas
        of_brand = tuple(i for i in ids if i in known and known[i].marca in marcas)
        return of_brand or ids

    def alike(self) -> Plan | None:
        """Returns the plan for more like one product ("algo parecido al segundo"), None when that is not wanted."""
        if not wants_similar(self.lectura) or self.has(TipoEntidad.CATEGORIA):
            return None
        pointed, named = self.reference(), self.named()
        ids = pointed.ids[:1]
        if not ids and not named and pointed.vacia and self.vista.actual in self.vista.fichas:
            ids = (self.vista.actual,)
        if not ids and not named:
            return None
        estado = self.with_filtros(self._search_of_kind((*ids, *(i for m in named[:1] for i in m.candidatos[:1]))))
        return Plan(Accion.RECOMENDAR, estado, referidos=ids, menciones=() if ids else named[:1])

    def _search_of_kind(self, ids: tuple[int, ...]) -> Filtros:
        """Returns the search that "algo parecido" goes by: the one in force, or a new one for another kind of thing."""
        kind = next((self.vista.fichas[i].categoria for i in ids if i in self.vista.fichas), None)
        filtros = release_products(self.refine(comparing=True).filtros, self.vista)
        named = self.lectura.parse.de_tipo(TipoEntidad.PRODUCTO)
        before = Filtros() if named else filtros
        return filtros if filtros.categoria == kind and not named else replace(before, categoria=kind, texto="")

    def has(self, tipo: TipoEntidad) -> bool:
        """Returns whether the message has an entity of one label."""
        return bool(self.lectura.parse.de_tipo(tipo))

    def keeps(self, filtros: Filtros) -> bool:
        """Returns whether a search is the one in force."""
        return replace(filtros, relajados=()) == replace(self.estado.filtros, relajados=())

    def with_filtros(self, filtros: Filtros) -> Estado:
        """Returns the state with this search; what was seen is forgotten when the search is another one."""
        return replace(self.estado, filtros=filtros, vistos=self.estado.vistos if self.keeps(filtros) else ())
