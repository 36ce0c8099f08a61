"""One WebSocket: decodes frames, calls the turn, encodes answers. Source: protocol, WebSocket.

Reader and writer are two tasks and end together: the reader keeps hearing `stop` and `ping` while an answer is written.
"""

import asyncio
import json
import logging
from datetime import UTC, datetime
from typing import Any

from fastapi import WebSocket
from pydantic import ValidationError
from starlette.websockets import WebSocketDisconnect

from app.chat import Chat, check_message
from app.errors import ChatError, FrameInvalid, TooManyMessages
from app.limits import TurnLimiter
from app.models.schemas import MessageFrame, PingFrame, StopFrame, client_frame
from app.models.texto import only_valid
from app.websocket.manager import Escritura, Frame, Manager, Pregunta

logger = logging.getLogger(__name__)

# A person types ahead a few messages at the most; beyond that somebody is flooding.
QUEUE_MAX = 20
UNEXPECTED = "Algo falló de nuestro lado. Tu mensaje no se perdió: inténtalo de nuevo en unos segundos."


class ChatSocket:
    """The conversation of one socket."""

    def __init__(
        self, websocket: WebSocket, session_id: str, chat: Chat, manager: Manager, limiter: TurnLimiter
    ) -> None:
        self._websocket = websocket
        self._session_id = session_id
        self._chat = chat
        self._manager = manager
        self._limiter = limiter
        self._queue: asyncio.Queue[MessageFrame] = asyncio.Queue(QUEUE_MAX)
        self._pending: set[str] = set()
        # What other tabs cause before this one was greeted waits behind the greeting.
        self._held: list[Frame] | None = []

    async def greet(self, *frames: Frame) -> None:
        """Sends the first frames, and then what was held back for them."""
        for frame in frames:
            await self._write(frame)
        while self._held:
            await self._write(self._held.pop(0))
        self._held = None

    async def run(self) -> None:
        """Serves the socket until the client leaves."""
        writer = asyncio.create_task(self._answer_all())
        try:
            await self._read_all()
        except WebSocketDisconnect:
            pass
        finally:
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)

    async def send(self, frame: Frame) -> None:
        """Sends one frame; does nothing when the client is gone."""
        if self._held is None:
            await self._write(frame)
        else:
            self._held.append(frame)

    async def _write(self, frame: Frame) -> None:
        try:
            await self._websocket.send_text(json.dumps(frame, ensure_ascii=False))
        except (WebSocketDisconnect, RuntimeError):
            logger.debug("client left before a %s frame", frame["type"])

    async def _read_all(self) -> None:
        while True:
            event = await self._websocket.receive()
            if event["type"] == "websocket.disconnect":
                return
            mensaje_id = None
            try:
                frame = self._decode(event)
                mensaje_id = getattr(frame, "id", None)
                await self._handle(frame)
            except ChatError as error:
                await self._send_error(error, mensaje_id)

    def _decode(self, event: Any) -> MessageFrame | StopFrame | PingFrame:
        """Returns the frame that was sent.

        Raises:
            FrameInvalid: binary, too large, not JSON, or not of the protocol.
        """
        text = event.get("text")
        if text is None:
            raise FrameInvalid("esperaba texto JSON y llegaron datos binarios")
        limit = self._chat.settings.frame_max_bytes
        if len(text.encode("utf-8", "replace")) > limit:
            raise FrameInvalid(f"pesa más de {limit} bytes")
        try:
            return client_frame.validate_json(text.encode("utf-8", "replace"))
        except ValidationError as error:
            raise FrameInvalid(_reason(error)) from error

    async def _handle(self, frame: MessageFrame | StopFrame | PingFrame) -> None:
        if isinstance(frame, PingFrame):
            await self.send({"type": "pong"})
        elif isinstance(frame, StopFrame):
            self._manager.stop(self._session_id)
        else:
            await self._receive(frame)

    async def _receive(self, frame: MessageFrame) -> None:
        check_message(frame.text, self._chat.settings.message_max_chars)
        if frame.id in self._pending:  # Sent again while it is being answered: one answer is on its way.
            await self.send({"type": "ack", "id": frame.id})
            return
        if self._queue.full() or not self._limiter.allows(self._session_id):
            raise TooManyMessages
        self._pending.add(frame.id)
        await self.send({"type": "ack", "id": frame.id})
        self._queue.put_nowait(frame)

    async def _answer_all(self) -> None:
        while True:
            frame = await self._queue.get()
            try:
                await self._answer(frame)
            except ChatError as error:
                await self._send_error(error, frame.id)
            except Exception as error:
                logger.exception("turn failed")
                self._chat.metrics.errors.labels("internal").inc()
                await self.send(_error_frame(error, frame.id))
            finally:
                self._pending.discard(frame.id)

    async def _answer(self, frame: MessageFrame) -> None:
        pregunta = Pregunta(self._session_id, frame.id, only_valid(frame.text), _now())
        await self.send(await self._manager.run(pregunta, self, self._take_turn))

    async def _take_turn(self, escritura: Escritura) -> Frame:
        """Returns the answer of one turn; the session's other sockets are told how it ended."""
        pregunta = escritura.pregunta
        turn = self._chat.answer(
            pregunta.session_id, pregunta.mensaje_id, pregunta.texto, emit=escritura.emit, parar=escritura.parar
        )
        try:
            answer = await turn
        except Exception as error:
            await self._manager.tell_others(escritura, _error_frame(error, pregunta.mensaje_id))
            raise
        turno = {"id": pregunta.mensaje_id, "text": pregunta.texto, "fecha": _now(), "respuesta": answer, "util": None}
        await self._manager.tell_others(escritura, {"type": "turn", "message": turno})
        return answer

    async def _send_error(self, error: ChatError, mensaje_id: str | None) -> None:
        self._chat.metrics.errors.labels(error.code).inc()
        await self.send(_error_frame(error, mensaje_id))


def _error_frame(error: Exception, mensaje_id: str | None) -> Frame:
    """Returns what the person is told; of an error that nobody foresaw, nothing but that it happened."""
    code, text = (error.code, str(error)) if isinstance(error, ChatError) else ("internal", UNEXPECTED)
    return {"type": "error", "id": mensaje_id, "code": code, "message": text}


def _now() -> str:
    """Returns the time as the history writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _reason(error: ValidationError) -> str:
    """Returns what is wrong with a frame, for the person who writes the client."""
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return "no es JSON válido"
    if first["type"].startswith("union_tag"):
        return "el campo «type» debe ser message, stop o ping"
    campo = ".".join(str(part) for part in first["loc"] if part not in {"message", "stop", "ping"})
    return f"revisa el campo «{campo}»" if campo else "debe ser un objeto JSON con un campo «type»"
