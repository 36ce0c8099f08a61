"""Turns belong to their session: they survive a socket, are joined by id, heard by every tab, and can be stopped."""

import asyncio
from contextlib import ExitStack

from app.websocket.manager import Escritura, Frame, Manager, Pregunta

HOLA = {"type": "token", "id": "m", "text": "Hola"}
ESCRIBE = {"type": "typing", "id": "m"}
PREGUNTA = {"type": "question", "id": "m", "text": "hola", "fecha": "2026-03-02T15:00:00.000Z"}
FIN = {"type": "message"}


class Ear:
    """An outlet that remembers what it was sent."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []

    async def send(self, frame: Frame) -> None:
        self.frames.append(frame)


class Turn:
    """A turn that says "Hola" and ends when the test lets it."""

    def __init__(self) -> None:
        self.calls = 0
        self.said = asyncio.Event()
        self.gate = asyncio.Event()

    async def __call__(self, escritura: Escritura) -> Frame:
        self.calls += 1
        await escritura.emit("Hola")
        self.said.set()
        await self.gate.wait()
        return FIN


def asked(session_id: str = "s") -> Pregunta:
    return Pregunta(session_id, "m", "hola", PREGUNTA["fecha"])


async def test_the_same_message_is_answered_by_one_turn() -> None:
    """Whoever asks again with the same id waits for the same answer, and hears it from its first word."""
    manager, one, two, turn = Manager(), Ear(), Ear(), Turn()
    first = asyncio.create_task(manager.run(asked(), one, turn))
    await turn.said.wait()
    second = asyncio.create_task(manager.run(asked(), two, turn))
    await asyncio.sleep(0)
    turn.gate.set()
    assert await first == await second == FIN
    assert turn.calls == 1
    assert one.frames == two.frames == [ESCRIBE, HOLA]


async def test_other_tabs_hear_question_and_words() -> None:
    """A tab of the same session does, one of another session does not."""
    manager, one, two, other, turn = Manager(), Ear(), Ear(), Ear(), Turn()
    with manager.entered("s", one), manager.entered("s", two), manager.entered("t", other):
        task = asyncio.create_task(manager.run(asked(), one, turn))
        await turn.said.wait()
        turn.gate.set()
        await task
    assert one.frames == [ESCRIBE, HOLA]
    assert two.frames == [PREGUNTA, ESCRIBE, HOLA]
    assert other.frames == []


async def test_a_tab_that_opens_in_mid_answer_gets_all_of_it() -> None:
    """The question, what was said before it came, and each later piece once."""
    manager, one, late, other, turn = Manager(), Ear(), Ear(), Ear(), Turn()

    async def go_on(escritura: Escritura) -> Frame:
        await turn(escritura)
        await escritura.emit(", ¿qué buscas?")
        return FIN

    task = asyncio.create_task(manager.run(asked(), one, go_on))
    await turn.said.wait()
    await manager.attend("s", late)
    await manager.attend("t", other)
    turn.gate.set()
    await task
    assert late.frames == [PREGUNTA, ESCRIBE, HOLA, {**HOLA, "text": ", ¿qué buscas?"}]
    assert other.frames == []


async def test_a_turn_goes_on_when_its_socket_drops() -> None:
    """Cancelling the listener does not cancel the answer."""
    manager, turn, done = Manager(), Turn(), []

    async def counted(escritura: Escritura) -> Frame:
        frame = await turn(escritura)
        done.append(True)
        return frame

    listener = asyncio.create_task(manager.run(asked(), Ear(), counted))
    await turn.said.wait()
    listener.cancel()
    await asyncio.gather(listener, return_exceptions=True)
    turn.gate.set()
    await manager.drain()
    assert done == [True]


async def test_stop_reaches_the_answers_of_its_session_only() -> None:
    """Another person's answer goes on."""
    manager = Manager()

    async def turn(escritura: Escritura) -> Frame:
        await escritura.parar.wait()
        return FIN

    mine = asyncio.create_task(manager.run(asked("mía"), Ear(), turn))
    other = asyncio.create_task(manager.run(asked("ajena"), Ear(), turn))
    await asyncio.sleep(0)
    manager.stop("mía")
    assert await mine == FIN
    assert not other.done()
    manager.stop("ajena")
    await other


async def test_the_end_is_told_to_those_who_did_not_ask_and_are_there() -> None:
    """Who asked gets the answer as its own; who left, and other sessions, get nothing."""
    manager, one, two, gone, other, turn = Manager(), Ear(), Ear(), Ear(), Ear(), Turn()

    async def ends(escritura: Escritura) -> Frame:
        await turn(escritura)
        await manager.tell_others(escritura, {"type": "turn"})
        return FIN

    with ExitStack() as stack, manager.entered("t", other):
        stack.enter_context(manager.entered("s", one))
        stack.enter_context(manager.entered("s", two))
        with manager.entered("s", gone):
            task = asyncio.create_task(manager.run(asked(), one, ends))
            await turn.said.wait()
        turn.gate.set()
        await task
    assert [ear.frames[-1]["type"] for ear in (one, two, gone)] == ["token", "turn", "token"]
    assert other.frames == []
