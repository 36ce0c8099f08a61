"""Asks a language model over HTTP, in whichever format its server speaks, and never waits without a limit.

What is asked again: only what failed before the first text, at most once more, and only while the wait that the server
asks for ends before the first text is due. After several failed answers in a row the circuit opens: nothing is asked
until the pause is over, and then the next message is the probe.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from typing import Final

import httpx
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt

from app.errors import LlmFailure, RazonLlm
from app.llm.gasto import Gasto, GastoEnMemoria
from app.llm.interfaces import Prompt, UsoLlm
from app.llm.llm_answer import Answer, said
from app.llm.llm_failures import failure_of
from app.llm.wire_formats import FORMATOS, detect
from app.llm.wire_parts import Opciones
from app.settings import FormatoLlm, Settings

TRIES: Final = 2
# Pause before asking again when the server names none, seconds.
RETRY_PAUSE_S: Final = 0.25
ERROR_BODY_MAX: Final = 65_536
DAY_S: Final = 86_400


class LlmClient:
    """A model behind a URL. One instance serves every turn of the process.

    Args:
        settings: `ollama_api_url` must be set.
        gasto: counts the day's tokens; None: those of this process alone.
        transport: instead of real connections (tests).
        clock: seconds since the epoch; says when a day of the token cap begins.
    """

    def __init__(
        self,
        settings: Settings,
        gasto: Gasto | None = None,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        assert settings.ollama_api_url is not None
        self.nombre = settings.ollama_model
        self._settings = settings
        self._clock = clock
        self.tipo, self.url = detect(settings.ollama_api_url, settings.llm_format)
        self._formato = FORMATOS[self.tipo]
        self._gasto: Gasto = gasto or GastoEnMemoria()
        self._ajustes: set[asyncio.Task[None]] = set()
        self._circuitos = AsyncCircuitBreakerFactory(settings.llm_breaker_failures, settings.llm_breaker_reset_s)
        connect = settings.llm_connect_timeout_s
        self._http = httpx.AsyncClient(
            transport=transport,
            # Reading is limited by the deadlines below: they see text, this would see keep-alive bytes.
            timeout=httpx.Timeout(None, connect=connect, write=connect, pool=connect),
        )
        key = settings.ollama_api_key
        if key is not None:
            self._http.headers["Authorization"] = f"Bearer {key.get_secret_value()}"

    async def stream(self, prompt: Prompt, *, plazo_s: float, uso: UsoLlm) -> AsyncGenerator[str, None]:
        """Yields the answer as it comes (interfaces.Modelo.stream)."""
        started = time.perf_counter()
        dia = int(self._clock() // DAY_S)
        reserva = prompt.tokens + self._settings.llm_max_tokens
        if not await self._gasto.reservar(dia, reserva, self._settings.llm_daily_tokens):
            raise LlmFailure(RazonLlm.TOPE_DIARIO, f"{self._settings.llm_daily_tokens} tokens a day")
        circuito = await self._circuitos.get_breaker("llm", exclude=[GeneratorExit, asyncio.CancelledError])
        try:
            async with circuito, aclosing(self._texts(prompt, plazo_s, uso)) as texts:
                async for texto in texts:
                    if uso.primer_token_ms is None:
                        uso.primer_token_ms = _ms_since(started)
                    yield texto
        except OpenedState as error:
            raise LlmFailure(RazonLlm.CIRCUITO, "failed too often just now") from error
        finally:
            uso.total_ms = _ms_since(started)
            await self._ajustar(dia, _gastados(prompt, uso) - reserva)

    async def close(self) -> None:
        """Closes the connections, once the last answer's tokens are counted."""
        await asyncio.gather(*self._ajustes)
        await self._http.aclose()

    async def _ajustar(self, dia: int, tokens: int) -> None:
        """Corrects the day's count; in a task of its own, for the answer may be ending because it was cancelled."""
        tarea = asyncio.create_task(self._gasto.ajustar(dia, tokens))
        self._ajustes.add(tarea)
        tarea.add_done_callback(self._ajustes.discard)
        await asyncio.shield(tarea)

    async def _texts(self, prompt: Prompt, plazo_s: float, uso: UsoLlm) -> AsyncGenerator[str, None]:
        """Yields the pieces of text; each has its limit of time."""
        now = asyncio.get_running_loop().time
        settings = self._settings
        plazo = now() + plazo_s
        primero = min(plazo, now() + settings.llm_first_token_timeout_s)
        respuesta, primer_texto = await self._first(prompt, primero, uso)
        texto: str | None = primer_texto
        try:
            while texto is not None:
                yield texto
                pausa = now() + settings.llm_stall_timeout_s
                limite, razon = (plazo, RazonLlm.PLAZO) if plazo < pausa else (pausa, RazonLlm.PAUSA)
                texto = await respuesta.next(limite, razon)
        finally:
            await respuesta.close()

    async def _first(self, prompt: Prompt, primero: float, uso: UsoLlm) -> tuple[Answer, str]:
        """Returns the open answer and its first text, asked again when that may help and there is time."""
        now = asyncio.get_running_loop().time

        def worth(error: BaseException) -> bool:
            return isinstance(error, LlmFailure) and error.reintentable and now() + _pause(error) < primero

        retrying = AsyncRetrying(
            retry=retry_if_exception(worth), wait=_wait, stop=stop_after_attempt(TRIES), reraise=True
        )
        async for attempt in retrying:
            with attempt:
                return await self._open(prompt, primero, uso, attempt.retry_state.attempt_number)
        raise AssertionError("tenacity ends with an answer or an error")

    async def _open(self, prompt: Prompt, primero: float, uso: UsoLlm, intento: int) -> tuple[Answer, str]:
        settings = self._settings
        opciones = Opciones(
            settings.ollama_model, settings.llm_max_tokens, settings.llm_context_tokens, settings.llm_temperature
        )
        headers = {"Accept": "text/event-stream" if self._formato.events else "application/x-ndjson"}
        if self.tipo is FormatoLlm.HF_TEXT and intento > 1:
            headers["x-wait-for-model"] = "true"
        request = self._http.build_request("POST", self.url, json=self._formato.body(prompt, opciones), headers=headers)
        respuesta = Answer(await self._send(request, primero), self._formato, uso, settings.llm_max_tokens)
        try:
            texto = await respuesta.next(primero, RazonLlm.PRIMER_TOKEN)
            if texto is None:
                raise LlmFailure(RazonLlm.VACIO, f"ended with no text ({uso.fin})")
        except BaseException:
            await respuesta.close()
            raise
        return respuesta, texto

    async def _send(self, request: httpx.Request, primero: float) -> httpx.Response:
        """Returns the answer with its body still to be read.

        Raises:
            LlmFailure: no connection, or an HTTP status other than 2xx.
        """
        try:
            async with asyncio.timeout_at(primero):
                response = await self._http.send(request, stream=True)
                if response.is_success:
                    return response
                async with aclosing(response):
                    body = await _beginning(response)
        except (httpx.ConnectTimeout, httpx.PoolTimeout, httpx.WriteTimeout) as error:
            raise LlmFailure(RazonLlm.TIEMPO_CONEXION, type(error).__name__, reintentable=True) from error
        except httpx.HTTPError as error:
            raise LlmFailure(RazonLlm.CONEXION, said(error), reintentable=True) from error
        except TimeoutError as error:
            raise LlmFailure(RazonLlm.PRIMER_TOKEN, "no answer yet") from error
        raise failure_of(response.status_code, response.headers, body)


async def _beginning(response: httpx.Response) -> str:
    """Returns the beginning of an error's body."""
    body = b""
    chunks: AsyncIterator[bytes] = response.aiter_bytes()
    async for chunk in chunks:
        body += chunk
        if len(body) > ERROR_BODY_MAX:
            break
    return body[:ERROR_BODY_MAX].decode("utf-8", "replace")


def _pause(error: LlmFailure) -> float:
    return RETRY_PAUSE_S if error.espera_s is None else error.espera_s


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return _pause(error) if isinstance(error, LlmFailure) else RETRY_PAUSE_S


def _gastados(prompt: Prompt, uso: UsoLlm) -> int:
    """Returns the tokens an answer took; what the server did not tell is estimated."""
    leidos = prompt.tokens if uso.prompt_tokens is None else uso.prompt_tokens
    return leidos + (uso.trozos if uso.completion_tokens is None else uso.completion_tokens)


def _ms_since(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
