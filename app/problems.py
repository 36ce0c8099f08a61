"""Errors over HTTP as RFC 9457 problem details; no stack trace reaches a person."""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.errors import ChatError
from app.metrics import Metrics

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


def problem(status: int, code: str, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """Returns one problem. `code` is ours, stable, for programs; `detail` is for people."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code, "detail": detail}
    return JSONResponse(body, status_code=status, media_type=MEDIA_TYPE, headers=headers)


def add_problem_handlers(app: FastAPI) -> None:
    """Makes every error of the app a problem."""
    app.add_exception_handler(ChatError, _chat_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unexpected)


async def _chat_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ChatError)
    _count(request, error.code)
    return problem(error.status, error.code, str(error))


async def _validation_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body") or "cuerpo"
    _count(request, "invalid")
    return problem(HTTPStatus.BAD_REQUEST, "invalid", f"Revisa «{where}»: {first['msg']}.")


async def _http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers) if error.headers else None
    return problem(error.status_code, "http", str(error.detail), headers)


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    logger.error("unexpected error on %s", request.url.path, exc_info=error)
    _count(request, "internal")
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "Algo falló de nuestro lado. Inténtalo de nuevo.")


def _count(request: Request, code: str) -> None:
    metrics: Metrics = request.app.state.services.metrics
    metrics.errors.labels(code).inc()
