"""A language model on a real socket that writes one sentence each time the test lets it (Ollama's NDJSON)."""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from tests.support.modelo import Pedido, ServidorGuionado, cabeza, en_trozos, final, linea, servidor_guionado

ROW = re.compile(r"^\d+ \| ([^|]+) \| [^|]+ \| (\$[\d.]+) \|", re.MULTILINE)
START_S = 10


class SlowModel:
    """Says one true sentence about each product it was given, when `write` lets it; `finish` lets it end."""

    def __init__(self, server: ServidorGuionado, loop: asyncio.AbstractEventLoop) -> None:
        self.server = server
        self._loop = loop
        self._allowed = asyncio.Semaphore(0)
        server.guion = self._script

    @property
    def url(self) -> str:
        """Returns where it listens."""
        return self.server.url

    def sentences(self) -> list[str]:
        """Returns what it says to the latest request."""
        return sentences(self.server.pedidos[-1])

    def write(self, count: int = 1) -> None:
        """Lets it write that many more sentences; its end counts as one."""
        for _ in range(count):
            self._loop.call_soon_threadsafe(self._allowed.release)

    def forget(self) -> None:
        """Takes back what was allowed and not used."""

        def renew() -> None:
            self._allowed = asyncio.Semaphore(0)

        self._loop.call_soon_threadsafe(renew)

    async def _script(self, pedido: Pedido) -> AsyncIterator[bytes]:
        yield cabeza()
        for sentence in sentences(pedido):
            await self._allowed.acquire()
            for piece in en_trozos(sentence):
                yield linea(piece)
        await self._allowed.acquire()
        yield final()


def sentences(pedido: Pedido) -> list[str]:
    """Returns one sentence for each of the first four products of a prompt."""
    rows = ROW.findall(pedido["messages"][-1]["content"])[:4]
    return [f"El {nombre} cuesta {precio}. " for nombre, precio in rows]


@contextmanager
def slow_model() -> Iterator[SlowModel]:
    """Runs a slow model beside a test that waits for a browser."""
    loop = asyncio.new_event_loop()
    ready: list[SlowModel] = []
    started, ending = threading.Event(), asyncio.Event()

    async def serve() -> None:
        async with servidor_guionado(lambda pedido: _nothing()) as server:
            ready.append(SlowModel(server, loop))
            started.set()
            await ending.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    assert started.wait(START_S)
    yield ready[0]
    loop.call_soon_threadsafe(ending.set)
    thread.join(START_S)
    loop.close()


async def _nothing() -> AsyncIterator[bytes]:
    yield cabeza()
