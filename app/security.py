"""Headers that keep the pages to themselves: nothing from other hosts, framed only by the shops that may."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

from app.settings import Settings

# The interactive API page loads its script from elsewhere; it is for developers.
WITHOUT_POLICY = ("/docs",)


def add_security_headers(app: FastAPI, settings: Settings) -> None:
    """Adds the headers to every answer."""
    ancestors = " ".join(["'self'", *settings.widget_origins])
    headers = {
        "content-security-policy": (
            "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; img-src 'self' data:; "
            f"frame-ancestors {ancestors}"
        ),
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
    }

    @app.middleware("http")
    async def add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call_next(request)
        if request.url.path not in WITHOUT_POLICY:
            response.headers.update(headers)
        if request.url.path == "/static/js/widget.js":
            response.headers["cross-origin-resource-policy"] = "cross-origin"
        return response
