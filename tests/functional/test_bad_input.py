"""What nobody should send: each gets a clear error, and the connection and the data survive."""

import json
from typing import Any

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from tests.support.server import Server
from tests.support.talk import get_cookie, talk

FRAMES: list[tuple[str, Any, str]] = [
    ("an empty text", {"type": "message", "id": "a", "text": ""}, "empty"),
    ("a blank text", {"type": "message", "id": "a", "text": " \n\t "}, "empty"),
    ("invisible characters", {"type": "message", "id": "a", "text": "\u200b\u202e\x00"}, "empty"),
    ("ten thousand characters", {"type": "message", "id": "a", "text": "tele " * 2_000}, "too_long"),
    ("a binary frame", b"\x00\xff\xfe", "bad_frame"),
    ("no JSON", "hola", "bad_frame"),
    ("half of a JSON", '{"type": "message", "id": "a", "te', "bad_frame"),
    ("a JSON that is no object", "[1, 2]", "bad_frame"),
    ("no type", {"id": "a", "text": "hola"}, "bad_frame"),
    ("an unknown type", {"type": "teleport"}, "bad_frame"),
    ("no id", {"type": "message", "text": "hola"}, "bad_frame"),
    ("an id that is too long", {"type": "message", "id": "x" * 101, "text": "hola"}, "bad_frame"),
    ("a text that is no string", {"type": "message", "id": "a", "text": ["hola"]}, "bad_frame"),
    ("a frame of 200 kB", json.dumps({"type": "message", "id": "a", "text": "x" * 200_000}), "bad_frame"),
]


@pytest.mark.parametrize(("what", "frame", "code"), FRAMES, ids=[f[0] for f in FRAMES])
async def test_bad_frames(live_server: Server, what: str, frame: Any, code: str) -> None:
    """The error says what to do in Spanish; the next message is answered as if nothing had happened."""
    async with talk(live_server) as chat:
        await chat.send(frame)
        error = await chat.until("error")
        assert error["code"] == code
        assert error["message"].endswith((".", "?"))
        assert "Traceback" not in error["message"]
        assert (await chat.say("hola"))["intencion"] == "saludo"


@pytest.mark.parametrize(
    "texto",
    [
        "'; DROP TABLE productos; --",
        "<script>alert(1)</script> notebooks",
        "notebook \\x27 OR 1=1 %s %(a)s {0} :limit",
        "tele\x00visor samsung",
        "👩‍👩‍👧‍👦 🇨🇱 tele",
        "שלום busco una tele \u202e lavadora",
        "a\u0301e\u0301i\u0301 " * 100,
    ],
)
async def test_sql_html_and_odd_characters_are_text(live_server: Server, texto: str) -> None:
    """They are answered like any message, and the log keeps them."""
    async with talk(live_server) as chat:
        answer = await chat.say(texto)
        assert answer["type"] == "message"
        after = await chat.say("busco una tele samsung")
        assert after["productos"]


async def test_a_forged_cookie_starts_a_new_session_and_says_so(live_server: Server) -> None:
    """Nobody gets another one's history with a made-up cookie."""
    async with talk(live_server, "sesion=otra-persona.AAAA.BBBB") as chat:
        assert chat.hello["resumed"] is False
        assert chat.history["messages"] == []
        assert (await chat.until("error"))["code"] == "no_session"
        assert (await chat.say("hola"))["type"] == "message"


async def test_a_session_deleted_meanwhile(live_server: Server) -> None:
    """A socket whose session was deleted is told so, and what was deleted stays deleted."""
    cookie = await get_cookie(live_server)
    async with talk(live_server, cookie) as chat, httpx.AsyncClient(base_url=live_server.url) as client:
        await chat.say("busco una bicicleta")
        deleted = await client.delete("/api/session", headers={"cookie": cookie})
        assert deleted.status_code == 204
        assert (await chat.say("hola"))["code"] == "no_session"
        assert (await client.get("/api/history", headers={"cookie": cookie})).json() == {"messages": []}


async def test_too_many_messages(own_slow_server: Server) -> None:
    """A session that floods is asked to wait; another one is served."""
    async with talk(own_slow_server) as chat:
        codes = [(await chat.say("hola")).get("code") for _ in range(5)]
        assert codes == [None, None, None, "rate_limited", "rate_limited"]
    async with talk(own_slow_server) as other:
        assert (await other.say("hola"))["type"] == "message"


async def test_a_page_of_another_site_cannot_open_the_socket(live_server: Server) -> None:
    """The Origin header is checked."""
    with pytest.raises(InvalidStatus):
        async with talk(live_server, origin="https://malicioso.example"):
            pass
