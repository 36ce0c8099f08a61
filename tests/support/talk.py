"""Talks to the service over a real WebSocket, as a client that is not a browser."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect

from tests.support.server import Server

RECEIVE_S = 10


async def get_cookie(server: Server) -> str:
    """Returns a session cookie, got from the page as a browser does."""
    async with httpx.AsyncClient() as client:
        response = await client.get(server.url)
    return response.headers["set-cookie"].split(";")[0]


class Talk:
    """One open conversation."""

    def __init__(self, socket: ClientConnection, hello: dict[str, Any], history: dict[str, Any]) -> None:
        self.socket, self.hello, self.history = socket, hello, history

    async def send(self, frame: dict[str, Any] | str | bytes) -> None:
        """Sends a frame; strings and bytes go as they are."""
        await self.socket.send(json.dumps(frame) if isinstance(frame, dict) else frame)

    async def receive(self) -> dict[str, Any]:
        """Returns the next frame."""
        return json.loads(await asyncio.wait_for(self.socket.recv(), RECEIVE_S))

    async def until(self, *types: str) -> dict[str, Any]:
        """Returns the next frame of one of these types, dropping others."""
        while True:
            frame = await self.receive()
            if frame["type"] in types:
                return frame

    async def say(self, texto: str, *, mensaje_id: str | None = None) -> dict[str, Any]:
        """Returns the answer (or error) to one message."""
        await self.send({"type": "message", "id": mensaje_id or uuid4().hex, "text": texto})
        return await self.until("message", "error")


@asynccontextmanager
async def talk(server: Server, cookie: str | None = None, **options: Any) -> AsyncIterator[Talk]:
    """Opens a conversation; with the same cookie it is resumed."""
    headers = {"Cookie": cookie or await get_cookie(server)}
    async with connect(server.ws_url, additional_headers=headers, **options) as socket:
        first = Talk(socket, {}, {})
        first.hello = await first.receive()
        first.history = await first.receive()
        yield first
