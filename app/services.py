"""What every request may use, opened once by the lifespan."""

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from app.chat import Chat
from app.database.connection import Database
from app.limits import TurnLimiter
from app.metrics import Metrics
from app.nlu.holder import NluHolder
from app.sessions import COOKIE, Sessions
from app.settings import Settings
from app.websocket.manager import Manager


@dataclass
class Services:
    """The parts of one process. `catalog_version` is -1 until the catalogue was read once."""

    settings: Settings
    database: Database
    nlu: NluHolder
    metrics: Metrics
    sessions: Sessions
    manager: Manager
    limiter: TurnLimiter
    chat: Chat
    catalog_version: int = -1


def get_services(connection: HTTPConnection) -> Services:
    """Returns the services of the app that a request or socket came to."""
    return cast(Services, connection.app.state.services)


def get_session_id(connection: HTTPConnection) -> str | None:
    """Returns the session id in the cookie, or None when there is none or it is not ours."""
    return get_services(connection).sessions.read(connection.cookies.get(COOKIE))


ServicesDep = Annotated[Services, Depends(get_services)]
SessionDep = Annotated[str | None, Depends(get_session_id)]
