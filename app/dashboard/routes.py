"""The operator's page, behind the operator's password (HTTP Basic; any user name)."""

import secrets
from pathlib import Path
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Depends, HTTPException, Request, Response, status
from fastapi.responses import HTMLResponse
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from fastapi.templating import Jinja2Templates

from app.dashboard.queries import summary
from app.services import Services, ServicesDep

router = APIRouter()
templates = Jinja2Templates(Path(__file__).parent.parent / "templates")
basic = HTTPBasic(auto_error=False)


@router.get("/dashboard", response_class=HTMLResponse)
async def dashboard(
    request: Request, services: ServicesDep, credentials: Annotated[HTTPBasicCredentials | None, Depends(basic)]
) -> Response:
    """Returns the metrics of the last days.

    Raises:
        HTTPException: 403 while no OPERATOR_PASSWORD is set, 401 for a wrong one.
    """
    password = services.settings.operator_password
    if password is None:
        raise HTTPException(status.HTTP_403_FORBIDDEN, "Set OPERATOR_PASSWORD to open the dashboard.")
    given = credentials.password if credentials else ""
    if not secrets.compare_digest(given.encode(), password.get_secret_value().encode()):
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Wrong password.", {"www-authenticate": "Basic"})
    return templates.TemplateResponse(request, "dashboard.html", await to_thread.run_sync(_summary, services))


def _summary(services: Services) -> dict[str, Any]:
    with services.database.transaction() as connection:
        return summary(connection)
