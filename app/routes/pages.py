"""Pages and health."""

from pathlib import Path

from anyio import to_thread
from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.templating import Jinja2Templates

from app.database.facts import example_messages
from app.database.registro import open_session
from app.database.repository import Repository
from app.routes.language import choose_idioma, remember_idioma
from app.services import Services, ServicesDep, SessionDep

router = APIRouter()
templates = Jinja2Templates(Path(__file__).parent.parent / "templates")


@router.get("/", response_class=HTMLResponse)
async def chat_page(request: Request, services: ServicesDep, session_id: SessionDep) -> Response:
    """Returns the chat page and makes sure that the browser has a session."""
    session_id = session_id or services.sessions.new_id()
    ejemplos = await to_thread.run_sync(_greet, services, session_id, *client_of(request))
    context = {
        "ejemplos": ejemplos,
        "max_chars": services.settings.message_max_chars,
        "lang": choose_idioma(request.query_params, request.cookies),
    }
    page = templates.TemplateResponse(request, "index.html", context)
    secure = request.url.scheme == "https"
    page.headers.append("set-cookie", services.sessions.set_cookie(session_id, secure=secure))
    remembered = remember_idioma(request.query_params, services.sessions.attributes(secure=secure))
    if remembered is not None:
        page.headers.append("set-cookie", remembered)
    page.headers["cache-control"] = "no-store"
    return page


@router.get("/widget-demo", response_class=HTMLResponse)
async def widget_demo(request: Request) -> Response:
    """Returns an example of a shop's page with the chat in it."""
    return templates.TemplateResponse(request, "widget_demo.html")


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Returns 200 while the process serves requests."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(services: ServicesDep) -> JSONResponse:
    """Returns 200 when the artefacts are loaded and the database answers, 503 otherwise."""
    answers = await to_thread.run_sync(services.database.answers)
    body = {"status": "ok" if answers else "unavailable", "artifacts": "ok", "database": "ok" if answers else "down"}
    return JSONResponse(body, status_code=200 if answers else 503)


@router.get("/metrics")
async def metrics(services: ServicesDep) -> Response:
    """Returns the counters in Prometheus' text format."""
    return Response(services.metrics.render(), media_type="text/plain; version=0.0.4")


def client_of(request: Request) -> tuple[str | None, str | None]:
    """Returns address and browser of a request."""
    return request.client.host if request.client else None, request.headers.get("user-agent")


def _greet(services: Services, session_id: str, ip: str | None, user_agent: str | None) -> tuple[str, ...]:
    with services.database.transaction() as connection:
        open_session(connection, session_id, ip_address=ip, user_agent=user_agent)
        return example_messages(Repository(connection))
