"""Who words an answer: the LLM when there is one and it keeps to the facts, otherwise the templates.

Courtesies, questions back, and answers without a product are worded by templates alone: they are always right, at
once, and free. What an answer must say (an amount left out, a wish loosened) is said by the template too, ahead of
the model's words, for a model may forget it.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from app.errors import FactMissing, LlmFailure, RazonLlm
from app.llm.frases import que_se_relajo
from app.llm.gasto import Gasto
from app.llm.grounding import Verificador
from app.llm.interfaces import Modelo, UsoLlm
from app.llm.ollama_client import LlmClient
from app.llm.pantalla import Emit as Emit
from app.llm.pantalla import Pantalla, hasta
from app.llm.plantillas import AVISOS, redactar
from app.llm.prompt_builder import SISTEMA, build_prompt
from app.metrics import Metrics
from app.models.dominio import Accion, Fuente, Hechos
from app.models.formato import pesos
from app.models.texto import only_valid
from app.nlu.normalize import fold
from app.settings import Settings

logger = logging.getLogger(__name__)

CON_MODELO: Final = {Accion.BUSCAR, Accion.MOSTRAR_MAS, Accion.RECOMENDAR, Accion.COMPARAR, Accion.INFORMAR}


@dataclass(frozen=True, slots=True)
class Redaccion:
    """A worded answer and what it took."""

    texto: str
    fuente: Fuente
    detalle: dict[str, Any] = field(default_factory=dict)

    def registro(self) -> dict[str, Any]:
        """Returns what the log keeps about the wording."""
        return {"fuente": self.fuente, **self.detalle}


class Redactores:
    """Words answers. Without a model, from templates.

    Args:
        modelo: who writes; None: nobody.
        metrics: where failures, incidents and tokens are counted.
        settings: limits of the prompt and of the time.
    """

    def __init__(self, modelo: Modelo | None, metrics: Metrics, settings: Settings) -> None:
        self._modelo = modelo
        self._metrics = metrics
        self._plazo_s = settings.llm_total_timeout_s
        self._presupuesto = settings.llm_context_tokens - settings.llm_max_tokens

    @property
    def hay_llm(self) -> bool:
        """Returns whether a model may word answers."""
        return self._modelo is not None

    async def redactar(
        self,
        hechos: Hechos,
        historial: Sequence[tuple[str, str]],
        pregunta: str,
        semilla: int,
        *,
        emit: Emit | None = None,
        parar: asyncio.Event | None = None,
    ) -> Redaccion:
        """Returns the answer for these facts; always a whole one.

        Args:
            hechos: everything that may be said.
            historial: the last turns, oldest first: what the person said, what was answered.
            pregunta: the message, as typed.
            semilla: picks among the template's wordings.
            emit: receives the answer's pieces as they are proved; joined they are how the answer begins.
            parar: ends the answer where it is.
        """
        plantilla = redactar(hechos, semilla)
        if self._modelo is None or not la_dice_el_modelo(hechos):
            return Redaccion(plantilla, Fuente.PLANTILLA)
        parar = parar or asyncio.Event()
        escrito = Escrito(self._modelo, hechos, pregunta, plantilla, emit, parar)
        falla = await self._escribir(escrito, historial)
        redaccion = await escrito.terminar(falla)
        self._count(escrito, falla)
        return redaccion

    async def close(self) -> None:
        """Closes the model's connections."""
        if self._modelo is not None:
            await self._modelo.close()

    async def _escribir(self, escrito: "Escrito", historial: Sequence[tuple[str, str]]) -> RazonLlm | None:
        """Lets the model write; returns why it did not get to its end, if it failed."""
        try:
            prompt = build_prompt(
                escrito.hechos,
                historial,
                escrito.pregunta,
                presupuesto_tokens=self._presupuesto,
                redactado=escrito.plantilla,
            )
            await escrito.escribir(escrito.modelo.stream(prompt, plazo_s=self._plazo_s, uso=escrito.uso))
        except LlmFailure as failure:
            logger.warning("the model gave no whole answer: %s", failure)
            return failure.reason
        except FactMissing as error:
            logger.error("no prompt: %s", error)
            return RazonLlm.HECHOS
        except Exception:  # Whatever breaks here, the person still gets the template's answer.
            logger.exception("wording with the model failed")
            return RazonLlm.INTERNO
        return None

    def _count(self, escrito: "Escrito", falla: RazonLlm | None) -> None:
        uso = escrito.uso
        motivos = [motivo for i in escrito.verificador.incidentes for motivo in i.motivos]
        self._metrics.observe_llm(uso, falla, motivos)
        logger.info(
            "llm turn: model=%s failure=%s prompt_tokens=%s completion_tokens=%s first_token_ms=%s total_ms=%s held=%s",
            escrito.modelo.nombre,
            falla,
            uso.prompt_tokens,
            uso.completion_tokens,
            uso.primer_token_ms,
            uso.total_ms,
            len(escrito.verificador.incidentes),
        )


class Escrito:
    """One answer being written by a model, proved and shown piece by piece."""

    def __init__(
        self,
        modelo: Modelo,
        hechos: Hechos,
        pregunta: str,
        plantilla: str,
        emit: Emit | None,
        parar: asyncio.Event,
    ) -> None:
        self.modelo, self.hechos, self.pregunta, self.plantilla = modelo, hechos, pregunta, plantilla
        self.uso = UsoLlm()
        debe = debe_decir(hechos, plantilla)
        self._resto = _sin(plantilla, debe)
        self.verificador = Verificador(hechos, pregunta, self._resto, instrucciones=SISTEMA)
        self._pantalla = Pantalla(emit, "\n\n".join(debe))
        self._parar = parar

    async def escribir(self, flujo: AsyncGenerator[str, None]) -> None:
        """Shows what is proved of a stream, until it ends, the person stops it, or nothing more of it is of use."""
        async with aclosing(flujo), aclosing(hasta(flujo, self._parar)) as trozos:
            async for trozo in trozos:
                await self._mostrar(self.verificador.feed(only_valid(trozo)))
                if self.verificador.sustituido:
                    return
        # A sentence that was cut off in the middle says half of something: it is left out.
        if not self._parar.is_set() and not self.uso.truncado:
            await self._mostrar(self.verificador.close())

    async def terminar(self, falla: RazonLlm | None) -> Redaccion:
        """Returns the whole answer: what was shown, completed from the template when it says nothing useful."""
        detenido = self._parar.is_set()
        texto = self._pantalla.texto
        dicho = bool(texto) and (detenido or self.verificador.sustituido or dice_algo(texto, self.hechos))
        fuente = Fuente.LLM if dicho and not self.verificador.sustituido else Fuente.PLANTILLA
        if not texto:
            texto = self.plantilla
        elif not dicho:
            await self._pantalla.mostrar(f"\n\n{self._resto}")
            texto = self._pantalla.texto
        return Redaccion(texto, fuente, self._detalle(falla, detenido))

    async def _mostrar(self, piezas: Sequence[str]) -> None:
        for pieza in piezas:
            await self._pantalla.mostrar(pieza)

    def _detalle(self, falla: RazonLlm | None, detenido: bool) -> dict[str, Any]:
        incidentes = [{"frase": i.frase, "motivos": list(i.motivos)} for i in self.verificador.incidentes]
        return {
            "modelo": self.modelo.nombre,
            **asdict(self.uso),
            "falla": falla,
            "detenido": detenido,
            "incidentes": incidentes,
        }


def open_redactores(settings: Settings, metrics: Metrics, gasto: Gasto | None = None) -> Redactores:
    """Returns who words the answers of this process: with a model when `ollama_api_url` is set."""
    modelo = LlmClient(settings, gasto) if settings.ollama_api_url else None
    if modelo is not None:
        logger.info("answers are worded by %s (%s)", modelo.nombre, modelo.tipo)
    return Redactores(modelo, metrics, settings)


def la_dice_el_modelo(hechos: Hechos) -> bool:
    """Returns whether a model words the answer: there are products to talk about, and no doubt about which."""
    return bool(hechos.accion in CON_MODELO and hechos.productos and not hechos.desconocidos and not hechos.candidatos)


def debe_decir(hechos: Hechos, plantilla: str) -> list[str]:
    """Returns the template's sentences that an answer may not leave out, in their order."""
    avisos = [AVISOS[aviso] for aviso in hechos.avisos if aviso in AVISOS]
    relajado = [que_se_relajo(hechos)] if hechos.filtros.relajados else []
    return [frase for frase in (*avisos, *relajado) if frase in plantilla]


def dice_algo(texto: str, hechos: Hechos) -> bool:
    """Returns whether a text speaks of the products: of one product anything does, of several a price or a name."""
    if len(hechos.productos) == 1:
        return True
    plano = set(fold(texto).replace("*", " ").replace(",", " ").split())
    propias = (set(fold(p.nombre).split()) - _palabras_comunes(p.categoria) for p in hechos.productos)
    return any(pesos(p.precio) in texto for p in hechos.productos) or any(plano & palabras for palabras in propias)


def _sin(plantilla: str, frases: Sequence[str]) -> str:
    """Returns the template's answer without the sentences that were already said."""
    for frase in frases:
        plantilla = plantilla.replace(frase, "", 1)
    return plantilla.strip()


def _palabras_comunes(categoria: str) -> set[str]:
    """Returns the words of a category, singular too: they name no product."""
    palabras = fold(categoria).split()
    return {*palabras, *(p.removesuffix("s") for p in palabras), *(p.removesuffix("es") for p in palabras), "de", "con"}
