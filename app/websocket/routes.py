"""/ws: who may open it, and what it says first. Source: protocol, WebSocket."""

from urllib.parse import urlsplit

from anyio import to_thread
from fastapi import APIRouter, WebSocket

from app.database.registro import open_session
from app.errors import DatabaseUnavailable, SessionUnknown
from app.routes.api import load_turns
from app.services import Services, ServicesDep, SessionDep
from app.sessions import COOKIE
from app.websocket.manager import Frame
from app.websocket.socket import ChatSocket

router = APIRouter()

POLICY_VIOLATION = 1008
TRY_AGAIN_LATER = 1013


@router.websocket("/ws")
async def chat_socket(websocket: WebSocket, services: ServicesDep, session_id: SessionDep) -> None:
    """Serves one conversation; a client without a valid cookie gets a new session."""
    if not origin_allowed(websocket, services.settings.widget_origins):
        await websocket.close(POLICY_VIOLATION)
        return
    forged = session_id is None and COOKIE in websocket.cookies
    session_id = session_id or services.sessions.new_id()
    secure = websocket.url.scheme == "wss"
    cookie = services.sessions.set_cookie(session_id, secure=secure)
    await websocket.accept(headers=[(b"set-cookie", cookie.encode())])
    socket = ChatSocket(websocket, session_id, services.chat, services.manager, services.limiter)
    # Entered before the history is read: a turn that ends in between is told, and not lost.
    with services.manager.entered(session_id, socket):
        try:
            greeting = await to_thread.run_sync(_greeting, services, session_id, websocket, forged)
        except DatabaseUnavailable as error:
            await socket.greet({"type": "error", "id": None, "code": error.code, "message": str(error)})
            await websocket.close(TRY_AGAIN_LATER)
            return
        await socket.greet(*greeting)
        await services.manager.attend(session_id, socket)
        with services.metrics.connections.track_inprogress():
            await socket.run()


def origin_allowed(websocket: WebSocket, widget_origins: list[str]) -> bool:
    """Returns whether the page that opens the socket is ours or a shop's that may embed us; other clients send none."""
    origin = websocket.headers.get("origin")
    if origin is None or origin in widget_origins:
        return True
    return urlsplit(origin).netloc == websocket.headers.get("host")


def _greeting(services: Services, session_id: str, websocket: WebSocket, forged: bool) -> list[Frame]:
    """Returns the first frames of a connection."""
    ip = websocket.client.host if websocket.client else None
    with services.database.transaction() as connection:
        open_session(connection, session_id, ip_address=ip, user_agent=websocket.headers.get("user-agent"))
    messages = load_turns(services, session_id)
    frames: list[Frame] = [
        {"type": "hello", "session": session_id, "resumed": bool(messages)},
        {"type": "history", "messages": messages},
    ]
    if forged:
        text = "Tu sesión anterior ya no es válida, así que empezamos una nueva."
        frames.append({"type": "error", "id": None, "code": SessionUnknown().code, "message": text})
    return frames
