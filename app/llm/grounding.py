"""Lets through only what the facts prove, sentence by sentence, while an answer is being written.

Text goes in as the model sends it; what comes out is proved. A sentence that is not is not shown: in its place goes
the template's answer, once, when nothing useful has been said yet; otherwise a line with the true figures of the
products it spoke of, once for each; otherwise nothing. Pure: no clock, no I/O. Delay: the sentence being written.

The facts are indexed once (proof/facts_index); a sentence is read against them (proof/sentence, proof/quotes), each
claim gets its subject (proof/subjects), and every kind of claim has its proof (proof/proofs).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from app.llm.proof.allusions import NADIE, Grupos, Tema
from app.llm.proof.conditions import repite
from app.llm.proof.facts_index import Indice, indexar
from app.llm.proof.motives import Motivo
from app.llm.proof.proofs import no_probado
from app.llm.proof.quotes import leer_frase
from app.llm.proof.sentence import Frase
from app.llm.proof.sentences import Cortador
from app.llm.proof.tables import celdas_como_frases
from app.models.dominio import Hechos
from app.models.formato import pesos
from app.nlu.normalize import fold

LARGO_MAX: Final = 1_200  # characters: no sentence or table of an answer is longer, and proving takes its square


@dataclass(frozen=True, slots=True)
class Incidente:
    """A sentence that was held back, and why."""

    frase: str
    motivos: tuple[Motivo, ...]


class Verificador:
    """Proves one answer. Feed it the stream, show what it returns, close it at the end.

    Args:
        hechos: all that may be said.
        pregunta: the person's message; its amounts and names may be repeated, not offered.
        sustituto: the template's answer from the same facts, or what makes it.
        instrucciones: the system text; an answer that recites it is held back.
    """

    def __init__(
        self, hechos: Hechos, pregunta: str, sustituto: str | Callable[[], str], *, instrucciones: str = ""
    ) -> None:
        self.incidentes: list[Incidente] = []
        self.sustituido = False  # the whole template was shown: nothing more will be, the model can be stopped
        self._hechos, self._pregunta = hechos, pregunta
        self._sustituto = sustituto
        self._instrucciones = fold(instrucciones)
        self._cortador = Cortador()
        self._tema = NADIE
        self._dichos: frozenset[int] = frozenset()  # products of which something true was shown
        self._repuestos: frozenset[int] = frozenset()
        self._pegado = False  # what was shown last ends in a letter

    @cached_property
    def _indice(self) -> Indice:
        """Returns the facts indexed: when the first sentence comes, not while the model is still to be asked."""
        return indexar(self._hechos, self._pregunta)

    def feed(self, trozo: str) -> list[str]:
        """Returns the pieces proved so far, in order, ready to be shown."""
        return self._pasar(self._cortador.feed(trozo))

    def close(self) -> list[str]:
        """Returns the last pieces; the template's answer when nothing useful was shown after an incident."""
        piezas = self._pasar(self._cortador.close())
        if self.incidentes and not self.sustituido and not self._dichos:
            piezas.append(self._plantilla())
        return piezas

    def _pasar(self, piezas: list[str]) -> list[str]:
        salida: list[str] = []
        for pieza in piezas:
            texto = "" if self.sustituido else self._probar(pieza)
            if texto:
                self._pegado = not texto[-1].isspace()
                salida.append(texto)
        return salida

    def _probar(self, pieza: str) -> str:
        """Returns the piece when it is proved, otherwise what goes in its place."""
        frases = self._leer(pieza)
        motivos = tuple(dict.fromkeys(motivo for frase in frases for motivo in no_probado(frase)))
        if len(pieza) > LARGO_MAX:
            motivos = (Motivo.LARGO,)
        if self._instrucciones and repite(fold(pieza), self._instrucciones):
            motivos = (*motivos, Motivo.INSTRUCCIONES)
        temas = [frase.tema_propio for frase in frases]
        tema = Tema(tuple(g for t in temas for g in t.sujetos), tuple(g for t in temas for g in t.todos))
        self._tema = tema if tema.todos else self._tema
        if motivos:
            self.incidentes.append(Incidente(pieza.strip(), motivos))
            return self._reponer(pieza, tema.todos)
        self._dichos = self._dichos.union(*tema.todos)
        return pieza

    def _leer(self, pieza: str) -> list[Frase]:
        if not pieza.strip() or len(pieza) > LARGO_MAX:
            return []
        if pieza.lstrip().startswith("|"):
            return list(celdas_como_frases(pieza, self._indice))
        return [leer_frase(pieza, self._indice, self._tema)]

    def _reponer(self, pieza: str, hablados: Grupos) -> str:
        """Returns what replaces an unproved piece, with the white space that the piece began and ended with."""
        inicio = pieza[: len(pieza) - len(pieza.lstrip())]
        final = pieza[len(pieza.rstrip()) :]
        if not self._dichos:
            return (inicio or self._separador()) + self._plantilla() + final
        nuevos = [next(iter(g)) for g in hablados if len(g) == 1 and not g & self._repuestos]
        self._repuestos = self._repuestos.union(*hablados)
        lineas = [self._linea(i) for i in dict.fromkeys(nuevos)]
        return inicio + " ".join(lineas) + final if lineas else ""

    def _separador(self) -> str:
        return " " if self._pegado else ""

    def _plantilla(self) -> str:
        self.sustituido = True
        return self._sustituto if isinstance(self._sustituto, str) else self._sustituto()

    def _linea(self, producto_id: int) -> str:
        """Returns the true figures of one product."""
        producto = next(p for p in self._indice.hechos.productos if p.id == producto_id)
        agotado = "" if producto.disponible else ", por ahora sin stock"
        return f"**{producto.nombre}**: {pesos(producto.precio)}{agotado}."
