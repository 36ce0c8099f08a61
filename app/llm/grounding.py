"""Lets through only what the facts prove, sentence by sentence, while an answer is being written.

Text goes in as the model sends it; what comes out is proved. A sentence that is not is not shown: in its place goes
the template's answer, once, when nothing useful has been said yet; otherwise a line with the true figures of the
products it spoke of, once for each; otherwise nothing. Pure: no clock, no I/O. Delay: the sentence being written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from app.llm.claims import NADIE, Frase, Grupos, Tema
from app.llm.facts_index import Indice, indexar
from app.llm.motives import Motivo
from app.llm.prove_amounts import prove_amounts
from app.llm.prove_specs import prove_specs
from app.llm.prove_words import prove_words, repite
from app.llm.sentences import Cortador
from app.llm.tables import celdas_como_frases
from app.models.dominio import Hechos
from app.models.formato import pesos
from app.nlu.normalize import fold

PRUEBAS = (prove_words, prove_amounts, prove_specs)


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
        sustituto: the template's answer from the same facts (or what makes it).
        instrucciones: the system text; an answer that recites it is held back.
    """

    def __init__(
        self, hechos: Hechos, pregunta: str, sustituto: str | Callable[[], str], *, instrucciones: str = ""
    ) -> None:
        self.incidentes: list[Incidente] = []
        self.sustituido = False  # the whole template was shown; whatever else the model writes is of no use
        self._indice = indexar(hechos, pregunta)
        self._sustituto = sustituto
        self._instrucciones = fold(instrucciones)
        self._cortador = Cortador()
        self._tema: Tema = NADIE
        self._dichos: set[int] = set()  # products of which something true was shown
        self._repuestos: set[int] = set()
        self._mostrado = ""

    def feed(self, trozo: str) -> list[str]:
        """Returns the pieces proved so far, in order, ready to be shown."""
        return self._pasar(self._cortador.feed(trozo))

    def close(self) -> list[str]:
        """Returns the last pieces. Nothing useful shown after an incident: the template's answer."""
        piezas = self._pasar(self._cortador.close())
        if self.incidentes and not self.sustituido and not self._dichos:
            piezas.append(self._mostrar(self._plantilla()))
        return piezas

    def _pasar(self, piezas: list[str]) -> list[str]:
        salida = (self._mostrar(self._probar(pieza)) for pieza in piezas if not self.sustituido)
        return [texto for texto in salida if texto]

    def _mostrar(self, texto: str) -> str:
        self._mostrado += texto
        return texto

    def _probar(self, pieza: str) -> str:
        """Returns the piece when it is proved, otherwise what goes in its place."""
        if not pieza.strip():
            return pieza
        frases = list(self._frases(pieza))
        motivos = tuple(dict.fromkeys(chain.from_iterable(self._motivos(f) for f in frases)))
        temas = [f.tema_propio for f in frases]
        hablados = tuple(g for t in temas for g in t.todos)
        if hablados:
            self._tema = Tema(tuple(g for t in temas for g in t.sujetos), hablados)
        if not motivos:
            self._dichos |= frozenset().union(*hablados)
            return pieza
        self.incidentes.append(Incidente(pieza.strip(), motivos))
        return self._reponer(pieza, hablados)

    def _frases(self, pieza: str) -> Iterator[Frase]:
        if pieza.lstrip().startswith("|"):
            yield from celdas_como_frases(pieza, self._indice)
        else:
            yield Frase(pieza, self._indice, self._tema)

    def _motivos(self, frase: Frase) -> Iterator[Motivo]:
        if self._instrucciones and repite(frase.plano, self._instrucciones):
            yield Motivo.INSTRUCCIONES
        for prueba in PRUEBAS:
            yield from prueba(frase)

    def _reponer(self, pieza: str, hablados: Grupos) -> str:
        """Returns what replaces an unproved piece, with the white space that the piece began and ended with."""
        inicio = pieza[: len(pieza) - len(pieza.lstrip())]
        final = pieza[len(pieza.rstrip()) :]
        if not self._dichos:
            return inicio + self._plantilla() + final
        lineas = [self._linea(next(iter(g))) for g in hablados if len(g) == 1 and not g & self._repuestos]
        self._repuestos |= frozenset().union(*hablados)
        return inicio + " ".join(dict.fromkeys(lineas)) + final if lineas else ""

    def _plantilla(self) -> str:
        self.sustituido = True
        texto = self._sustituto if isinstance(self._sustituto, str) else self._sustituto()
        separa = " " if self._mostrado and not self._mostrado[-1].isspace() else ""
        return separa + texto

    def _linea(self, producto_id: int) -> str:
        """Returns the true figures of one product."""
        producto = next(p for p in self._indice.hechos.productos if p.id == producto_id)
        agotado = "" if producto.disponible else ", por ahora sin stock"
        return f"**{producto.nombre}**: {pesos(producto.precio)}{agotado}."


def verificar(indice: Indice, texto: str) -> Iterator[Motivo]:
    """Yields the motives of one sentence by itself."""
    frase = Frase(texto, indice)
    for prueba in PRUEBAS:
        yield from prueba(frase)
