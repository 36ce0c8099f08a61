"""One answer of a language model being read: records in, text out, each within its limit of time."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

import httpx
from httpx_sse import EventSource, SSEError

from app.errors import LlmFailure, RazonLlm
from app.llm.interfaces import UsoLlm
from app.llm.wire_formats import Formato
from app.llm.wire_lines import Renglones
from app.llm.wire_parts import Parte, WireError
from app.llm.wire_text import Visible

# The counts may follow the last text; they are not worth more of the person's time, seconds.
USAGE_GRACE_S: Final = 0.5


class Answer:
    """One answer being read."""

    def __init__(self, response: httpx.Response, formato: Formato, uso: UsoLlm, max_tokens: int) -> None:
        self._response = response
        self._uso = uso
        self._max_trozos = max_tokens
        self._visible = Visible(formato.stop)
        self._partes = _partes(response, formato)
        self._terminada = False

    async def next(self, limite: float, razon: RazonLlm) -> str | None:
        """Returns the next text, None when the answer has ended well.

        Args:
            limite: when to give up, by the loop's clock.
            razon: what giving up is then called.

        Raises:
            LlmFailure: it broke off, was not of the format, told an error, or was silent until the limit.
        """
        texto = ""
        while not texto and not self._terminada:
            parte = await self._parte(limite, razon)
            texto = self._visible.close() if parte is None else self._take(parte)
        return texto or None

    async def close(self) -> None:
        """Ends the answer; a server that is still writing sees the connection close."""
        await self._partes.aclose()
        await self._response.aclose()

    async def _parte(self, limite: float, razon: RazonLlm) -> Parte | None:
        """Returns the next record, None at the end."""
        try:
            async with asyncio.timeout_at(limite):
                parte = await anext(self._partes, None)
        except TimeoutError as error:
            raise LlmFailure(razon, "silence") from error
        except (WireError, SSEError, httpx.DecodingError) as error:
            raise LlmFailure(RazonLlm.FORMATO, said(error)) from error
        except httpx.HTTPError as error:
            raise LlmFailure(RazonLlm.CORTE, said(error), reintentable=True) from error
        if parte is None:
            self._terminada = True
            if self._uso.fin is None:
                raise LlmFailure(RazonLlm.CORTE, "ended without its final record", reintentable=True)
        return parte

    def _take(self, parte: Parte) -> str:
        """Returns the text in a record, and keeps what it says of the whole."""
        if parte.error is not None:
            raise LlmFailure(RazonLlm.FLUJO, parte.error, reintentable=True)
        uso = self._uso
        uso.fin = parte.fin or uso.fin
        uso.prompt_tokens = uso.prompt_tokens if parte.prompt_tokens is None else parte.prompt_tokens
        uso.completion_tokens = uso.completion_tokens if parte.completion_tokens is None else parte.completion_tokens
        uso.trozos += bool(parte.texto)
        texto = self._visible.feed(parte.texto)
        # A server that pays no heed to the limit is stopped here: a piece is at least one token.
        cortada = uso.trozos > self._max_trozos
        uso.truncado = uso.truncado or cortada or uso.fin in {"length", "content_filter"}
        if parte.ultima or cortada or self._visible.terminado:
            uso.fin = uso.fin or ("length" if cortada else "stop")
            self._terminada = True
            texto += self._visible.close()
        return texto


async def _partes(response: httpx.Response, formato: Formato) -> AsyncGenerator[Parte, None]:
    """Yields the records of a body: events, lines, or the whole of it when the server does not stream."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if formato.events and kind == "application/json":
        yield formato.read_whole((await response.aread()).decode("utf-8", "replace"))
        return
    datos = _events(response) if formato.events else _lines(response)
    fin = False
    async with aclosing(datos):
        while (dato := await _after_end(datos, fin)) is not None:
            parte = formato.read(dato)
            fin = fin or parte.fin is not None
            yield parte


async def _after_end(datos: AsyncGenerator[str, None], fin: bool) -> str | None:
    """Returns the next record; once the answer said its end, waits for what may follow only a moment."""
    if not fin:
        return await anext(datos, None)
    try:
        return await asyncio.wait_for(anext(datos, None), USAGE_GRACE_S)
    except (TimeoutError, httpx.HTTPError):
        return None


async def _events(response: httpx.Response) -> AsyncGenerator[str, None]:
    async with aclosing(EventSource(response).aiter_sse()) as events:
        async for event in events:
            if event.data.strip():
                yield event.data


async def _lines(response: httpx.Response) -> AsyncGenerator[str, None]:
    renglones = Renglones()
    async for texto in response.aiter_text():
        for linea in renglones.feed(texto):
            yield linea
    for linea in renglones.close():
        yield linea


def said(error: Exception) -> str:
    """Returns an error in one line, for the log."""
    return f"{type(error).__name__} {error}".strip()[:300]
