"""Which sockets are open, for whom, and which answers are being written.

A turn belongs to its session, not to the socket it came from: it goes on when the socket drops, and whoever asks again
with the same id waits for the same answer. Other tabs of a session receive what one of them does.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

Frame = dict[str, Any]


class Outlet(Protocol):
    """Something that frames can be sent to."""

    async def send(self, frame: Frame) -> None:
        """Sends one frame; does nothing when the other side is gone."""


@dataclass(eq=False)
class Escritura:
    """An answer being written: its task, who hears its tokens, and the wish to stop it."""

    task: "asyncio.Task[Frame]"
    oyentes: set[Outlet]
    parar: asyncio.Event = field(default_factory=asyncio.Event)


class Manager:
    """Open sockets and running turns of this process."""

    def __init__(self) -> None:
        self._outlets: dict[str, set[Outlet]] = defaultdict(set)
        self._running: dict[tuple[str, str], Escritura] = {}

    def enter(self, session_id: str, outlet: Outlet) -> None:
        """Registers a socket."""
        self._outlets[session_id].add(outlet)

    def leave(self, session_id: str, outlet: Outlet) -> None:
        """Forgets a socket; the turns it started go on."""
        self._outlets[session_id].discard(outlet)
        if not self._outlets[session_id]:
            del self._outlets[session_id]
        for escritura in self._running.values():
            escritura.oyentes.discard(outlet)

    async def broadcast(self, session_id: str, frame: Frame, *, but: Outlet | None = None) -> None:
        """Sends a frame to every socket of a session, except one."""
        for outlet in list(self._outlets.get(session_id, ())):
            if outlet is not but:
                await outlet.send(frame)

    async def run(
        self,
        session_id: str,
        mensaje_id: str,
        outlet: Outlet,
        turn: Callable[[Callable[[str], Awaitable[None]], asyncio.Event], Awaitable[Frame]],
    ) -> Frame:
        """Returns the answer of one turn, started here or joined when the same message is already being answered.

        Args:
            turn: called with a function that sends a token and the event that asks to stop.
        """
        key = (session_id, mensaje_id)
        escritura = self._running.get(key)
        if escritura is None:
            escritura = self._start(key, turn)
        escritura.oyentes.add(outlet)
        # A cancelled listener (its socket dropped) must not cancel the turn.
        return await asyncio.shield(escritura.task)

    def stop(self, session_id: str) -> None:
        """Asks every answer being written for this session to end."""
        for (owner, _), escritura in self._running.items():
            if owner == session_id:
                escritura.parar.set()

    async def drain(self) -> None:
        """Waits until no turn is running (shutdown)."""
        with suppress(Exception):
            await asyncio.gather(*(e.task for e in self._running.values()), return_exceptions=True)

    def _start(
        self,
        key: tuple[str, str],
        turn: Callable[[Callable[[str], Awaitable[None]], asyncio.Event], Awaitable[Frame]],
    ) -> Escritura:
        oyentes: set[Outlet] = set()
        parar = asyncio.Event()

        async def emit(trozo: str) -> None:
            for outlet in list(oyentes):
                await outlet.send({"type": "token", "id": key[1], "text": trozo})

        async def run() -> Frame:
            try:
                return await turn(emit, parar)
            finally:
                self._running.pop(key, None)

        escritura = Escritura(asyncio.create_task(run()), oyentes, parar)
        # An answer nobody waits for any more must not leave "exception was never retrieved" behind.
        escritura.task.add_done_callback(lambda task: task.cancelled() or task.exception())
        self._running[key] = escritura
        return escritura
