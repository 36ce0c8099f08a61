"""Language models for tests: one in memory, and a server on a real socket that replays what a test scripts."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from app.errors import LlmFailure
from app.llm.interfaces import Prompt, UsoLlm

Pedido = dict[str, Any]
Guion = Callable[[Pedido], AsyncIterator[bytes]]


class ModeloGuionado:
    """Writes what it is told to; a failure in the script is raised, an event is waited for."""

    nombre = "guionado"

    def __init__(self, *pasos: str | LlmFailure | asyncio.Event, truncado: bool = False) -> None:
        self._pasos = pasos
        self._truncado = truncado
        self.prompts: list[Prompt] = []
        self.cerrados = 0

    async def stream(self, prompt: Prompt, *, plazo_s: float, uso: UsoLlm) -> AsyncGenerator[str, None]:
        """Yields the script's pieces."""
        self.prompts.append(prompt)
        try:
            for paso in self._pasos:
                if isinstance(paso, LlmFailure):
                    raise paso
                if isinstance(paso, asyncio.Event):
                    await paso.wait()
                else:
                    uso.trozos += 1
                    yield paso
            uso.fin, uso.truncado = "stop", self._truncado
        finally:
            self.cerrados += 1

    async def close(self) -> None:
        """Nothing is open."""


class ServidorGuionado:
    """Speaks HTTP as `guion` says, byte for byte. `pedidos` holds the bodies that were asked, `cortes` how many askers
    left before the end."""

    def __init__(self, guion: Guion) -> None:
        self.guion = guion
        self.pedidos: list[Pedido] = []
        self.cabeceras: list[str] = []
        self.cortes = 0
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers one request and closes the connection."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(int(h.split(":")[1]) for h in head.split("\r\n") if h.lower().startswith("content-length"))
        pedido = json.loads(await reader.readexactly(length))
        self.pedidos.append(pedido)
        self.cabeceras.append(head.lower())
        writing = asyncio.create_task(self._write(pedido, writer))
        gone = asyncio.create_task(reader.read())
        await asyncio.wait({writing, gone}, return_when=asyncio.FIRST_COMPLETED)
        self.cortes += not writing.done()
        for task in (writing, gone):
            task.cancel()
        await asyncio.gather(writing, gone, return_exceptions=True)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    async def _write(self, pedido: Pedido, writer: asyncio.StreamWriter) -> None:
        async for trozo in self.guion(pedido):
            writer.write(trozo)
            await writer.drain()


@asynccontextmanager
async def servidor_guionado(guion: Guion) -> AsyncIterator[ServidorGuionado]:
    """Opens a scripted server on a free port; its script may be changed at any time."""
    servidor = ServidorGuionado(guion)
    listening = await asyncio.start_server(servidor.serve, "127.0.0.1", 0)
    servidor.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    async with listening:
        yield servidor


def fijo(*trozos: bytes, espera: asyncio.Event | None = None) -> Guion:
    """Returns a script that writes these bytes, and then waits for the event before it closes."""

    async def guion(pedido: Pedido) -> AsyncIterator[bytes]:
        for trozo in trozos:
            yield trozo
        if espera is not None:
            await espera.wait()

    return guion


def por_turnos(*guiones: Guion) -> Guion:
    """Returns a script for each request in turn; the last one stays."""
    quedan = list(guiones)

    def guion(pedido: Pedido) -> AsyncIterator[bytes]:
        return (quedan.pop(0) if len(quedan) > 1 else quedan[0])(pedido)

    return guion


def cabeza(status: str = "200 OK", tipo: str = "application/x-ndjson", *otras: str) -> bytes:
    """Returns the head of an answer whose body ends with the connection."""
    lineas = (f"HTTP/1.1 {status}", f"Content-Type: {tipo}", "Connection: close", *otras, "", "")
    return "\r\n".join(lineas).encode()


def linea(texto: str) -> bytes:
    """Returns one record of Ollama's /api/chat."""
    mensaje = {"role": "assistant", "content": texto}
    record = {"model": "m", "created_at": "2026-01-02T03:04:05.123456789Z", "message": mensaje, "done": False}
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def final(razon: str = "stop", prompt: int = 26, completion: int = 282) -> bytes:
    """Returns the last record of Ollama's /api/chat."""
    record = {
        "model": "m",
        "message": {"role": "assistant", "content": ""},
        "done": True,
        "done_reason": razon,
        "total_duration": 4883583458,
        "prompt_eval_count": prompt,
        "eval_count": completion,
    }
    return json.dumps(record).encode() + b"\n"


def en_trozos(texto: str, letras: int = 4) -> Sequence[str]:
    """Returns a text cut as a model's tokens cut it, more or less."""
    return [texto[i : i + letras] for i in range(0, len(texto), letras)]
