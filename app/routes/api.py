"""Our own API: what a person's browser may ask about itself."""

from typing import Any

from anyio import to_thread
from fastapi import APIRouter, Request, Response, status
from fastapi.responses import JSONResponse

from app.database.registro import close_session, export_session, load_historial, rate_respuesta
from app.errors import MessageUnknown, SessionUnknown
from app.models.schemas import RatingRequest, turno_a_json
from app.services import Services, ServicesDep, SessionDep

router = APIRouter(prefix="/api")


@router.get("/history")
async def history(services: ServicesDep, session_id: SessionDep) -> dict[str, Any]:
    """Returns this browser session's own messages, oldest first."""
    return {"messages": await to_thread.run_sync(load_turns, services, _known(session_id))}


@router.get("/export")
async def export(services: ServicesDep, session_id: SessionDep) -> JSONResponse:
    """Returns everything that is kept about this browser's session, as a download."""
    data = await to_thread.run_sync(_export, services, _known(session_id))
    return JSONResponse(data, headers={"content-disposition": 'attachment; filename="mis-datos.json"'})


@router.delete("/session", status_code=status.HTTP_204_NO_CONTENT)
async def forget(request: Request, services: ServicesDep, session_id: SessionDep) -> Response:
    """Forgets this browser's session: its messages, detections and address."""
    await to_thread.run_sync(_forget, services, _known(session_id))
    cookie = services.sessions.clear_cookie(secure=request.url.scheme == "https")
    return Response(status_code=204, headers={"set-cookie": cookie})


@router.post("/rating", status_code=status.HTTP_204_NO_CONTENT)
async def rate(services: ServicesDep, session_id: SessionDep, rating: RatingRequest) -> None:
    """Stores a thumb on one answer.

    Raises:
        MessageUnknown: the session has no answered message with this id.
    """
    if not await to_thread.run_sync(_rate, services, _known(session_id), rating):
        raise MessageUnknown


def load_turns(services: Services, session_id: str) -> list[dict[str, Any]]:
    """Returns the newest turns of a session as JSON, oldest first."""
    with services.database.transaction() as connection:
        rows = load_historial(connection, session_id, limite=services.settings.history_messages)
    return [turno_a_json(dict(row)) for row in rows]


def _known(session_id: str | None) -> str:
    if session_id is None:
        raise SessionUnknown
    return session_id


def _export(services: Services, session_id: str) -> dict[str, Any]:
    with services.database.transaction() as connection:
        return export_session(connection, session_id)


def _forget(services: Services, session_id: str) -> None:
    with services.database.transaction() as connection:
        close_session(connection, session_id)


def _rate(services: Services, session_id: str, rating: RatingRequest) -> bool:
    with services.database.transaction() as connection:
        return rate_respuesta(connection, session_id, rating.id, util=rating.util, motivo=rating.motivo)
