"""Which sockets are open, for whom, and which answers are being written.

A turn belongs to its session, not to the socket it came from: it goes on when the socket drops, and whoever asks again
with the same id waits for the same answer. Every tab of a session sees what one of them asks and hears the answer from
its first word, also when it opens in the middle of it.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

Frame = dict[str, Any]


class Outlet(Protocol):
    """Something that frames can be sent to."""

    async def send(self, frame: Frame) -> None:
        """Sends one frame; does nothing when the other side is gone."""


@dataclass(frozen=True, slots=True)
class Pregunta:
    """One message as it came. `fecha` is ISO 8601, UTC."""

    session_id: str
    mensaje_id: str
    texto: str
    fecha: str

    def frame(self) -> Frame:
        """Returns what tells other tabs that this was asked."""
        return {"type": "question", "id": self.mensaje_id, "text": self.texto, "fecha": self.fecha}


@dataclass(eq=False)
class Escritura:
    """An answer being written: who asked for it, who hears it, what has been said, and the wish to stop it."""

    pregunta: Pregunta
    pidieron: set[Outlet] = field(default_factory=set)
    oyentes: set[Outlet] = field(default_factory=set)
    dicho: str = ""
    parar: asyncio.Event = field(default_factory=asyncio.Event)
    # Joining and speaking take turns: who joins gets all that was said, and then each piece once.
    _uno: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def emit(self, trozo: str) -> None:
        """Sends a piece of the answer to everybody who hears it."""
        async with self._uno:
            self.dicho += trozo
            for outlet in list(self.oyentes):
                await outlet.send(self._token(trozo))

    async def join(self, outlet: Outlet) -> None:
        """Lets somebody hear the answer from its beginning."""
        async with self._uno:
            await outlet.send({"type": "typing", "id": self.pregunta.mensaje_id})
            if self.dicho:
                await outlet.send(self._token(self.dicho))
            self.oyentes.add(outlet)

    def forget(self, outlet: Outlet) -> None:
        """Leaves out a socket that is gone."""
        self.pidieron.discard(outlet)
        self.oyentes.discard(outlet)

    def _token(self, texto: str) -> Frame:
        return {"type": "token", "id": self.pregunta.mensaje_id, "text": texto}


Turn = Callable[[Escritura], Awaitable[Frame]]


class Manager:
    """Open sockets and running turns of this process."""

    def __init__(self) -> None:
        self._outlets: dict[str, set[Outlet]] = defaultdict(set)
        self._running: dict[tuple[str, str], tuple[Escritura, asyncio.Task[Frame]]] = {}

    @contextmanager
    def entered(self, session_id: str, outlet: Outlet) -> Iterator[None]:
        """Registers a socket while it is open; the turns it started go on after it."""
        self._outlets[session_id].add(outlet)
        try:
            yield
        finally:
            self._leave(session_id, outlet)

    async def attend(self, session_id: str, outlet: Outlet) -> None:
        """Tells a socket that has just opened what is being answered in its session."""
        for escritura, _ in list(self._running.values()):
            if escritura.pregunta.session_id == session_id:
                await outlet.send(escritura.pregunta.frame())
                await escritura.join(outlet)

    async def run(self, pregunta: Pregunta, outlet: Outlet, turn: Turn) -> Frame:
        """Returns the answer of one turn, started here or joined when the same message is already being answered.

        Args:
            turn: called with the answer to write; what it returns is sent by whoever asked.
        """
        key = (pregunta.session_id, pregunta.mensaje_id)
        if key not in self._running:
            self._start(key, Escritura(pregunta), turn)
        escritura, task = self._running[key]
        escritura.pidieron.add(outlet)
        await escritura.join(outlet)
        # A cancelled listener (its socket dropped) must not cancel the turn.
        return await asyncio.shield(task)

    def stop(self, session_id: str) -> None:
        """Asks every answer being written for this session to end."""
        for (owner, _), (escritura, _) in self._running.items():
            if owner == session_id:
                escritura.parar.set()

    async def tell_others(self, escritura: Escritura, frame: Frame) -> None:
        """Sends a frame to the sockets of a session that did not ask for this answer."""
        for outlet in self._outlets.get(escritura.pregunta.session_id, set()) - escritura.pidieron:
            await outlet.send(frame)

    async def drain(self) -> None:
        """Waits until no turn is running (shutdown)."""
        with suppress(Exception):
            await asyncio.gather(*(task for _, task in self._running.values()), return_exceptions=True)

    def _start(self, key: tuple[str, str], escritura: Escritura, turn: Turn) -> None:
        async def run() -> Frame:
            try:
                for outlet in self._outlets.get(key[0], set()) - escritura.pidieron:
                    await outlet.send(escritura.pregunta.frame())
                    await escritura.join(outlet)
                return await turn(escritura)
            finally:
                self._running.pop(key, None)

        task = asyncio.create_task(run())
        # An answer nobody waits for any more must not leave "exception was never retrieved" behind.
        task.add_done_callback(lambda done: done.cancelled() or done.exception())
        self._running[key] = (escritura, task)

    def _leave(self, session_id: str, outlet: Outlet) -> None:
        self._outlets[session_id].discard(outlet)
        if not self._outlets[session_id]:
            del self._outlets[session_id]
        for escritura, _ in self._running.values():
            escritura.forget(outlet)
