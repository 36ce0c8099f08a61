"""Turns belong to their session: they survive a socket, are joined by id, and can be stopped."""

import asyncio
from typing import Any

from app.websocket.manager import Manager


class Ear:
    """An outlet that remembers what it was sent."""

    def __init__(self) -> None:
        self.frames: list[dict[str, Any]] = []

    async def send(self, frame: dict[str, Any]) -> None:
        self.frames.append(frame)


async def test_the_same_message_is_answered_by_one_turn() -> None:
    """Whoever asks again with the same id waits for the same answer and hears its tokens."""
    manager, one, two = Manager(), Ear(), Ear()
    gate, calls = asyncio.Event(), 0

    async def turn(emit: Any, parar: asyncio.Event) -> dict[str, Any]:
        nonlocal calls
        calls += 1
        await gate.wait()
        await emit("Hola")
        return {"type": "message"}

    first = asyncio.create_task(manager.run("s", "m", one, turn))
    await asyncio.sleep(0)
    second = asyncio.create_task(manager.run("s", "m", two, turn))
    await asyncio.sleep(0)
    gate.set()
    assert await first == await second == {"type": "message"}
    assert calls == 1
    assert one.frames == two.frames == [{"type": "token", "id": "m", "text": "Hola"}]


async def test_a_turn_goes_on_when_its_socket_drops() -> None:
    """Cancelling the listener does not cancel the answer."""
    manager, gate, done = Manager(), asyncio.Event(), []

    async def turn(emit: Any, parar: asyncio.Event) -> dict[str, Any]:
        await gate.wait()
        done.append(True)
        return {}

    listener = asyncio.create_task(manager.run("s", "m", Ear(), turn))
    await asyncio.sleep(0)
    listener.cancel()
    await asyncio.gather(listener, return_exceptions=True)
    gate.set()
    await manager.drain()
    assert done == [True]


async def test_stop_reaches_the_answers_of_its_session_only() -> None:
    """Another person's answer goes on."""
    manager = Manager()

    async def turn(emit: Any, parar: asyncio.Event) -> dict[str, Any]:
        await parar.wait()
        return {"stopped": True}

    mine = asyncio.create_task(manager.run("mía", "m", Ear(), turn))
    other = asyncio.create_task(manager.run("ajena", "m", Ear(), turn))
    await asyncio.sleep(0)
    manager.stop("mía")
    assert await mine == {"stopped": True}
    assert not other.done()
    manager.stop("ajena")
    await other


async def test_broadcast_leaves_out_the_sender_and_those_who_left() -> None:
    """Tabs of the same session hear it; nobody else does."""
    manager, one, two, gone, other = Manager(), Ear(), Ear(), Ear(), Ear()
    for ear in (one, two, gone):
        manager.enter("s", ear)
    manager.enter("t", other)
    manager.leave("s", gone)
    await manager.broadcast("s", {"type": "turn"}, but=one)
    assert [len(ear.frames) for ear in (one, two, gone, other)] == [0, 1, 0, 0]
