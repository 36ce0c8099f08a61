"""What a refused request means: the reason, whether to ask again, and when. Pure."""

import json
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Final

from app.errors import LlmFailure, RazonLlm
from app.llm.wire_parts import error_text

# RateLimit: "api";r=0;t=55 (IETF draft 9, on every answer of Hugging Face's Hub).
_QUEDAN: Final = re.compile(r";\s*r\s*=\s*(\d+)")
_FALTAN: Final = re.compile(r";\s*t\s*=\s*(\d+)")
_POR_ESTADO: Final = {
    401: RazonLlm.CLAVE,
    402: RazonLlm.CREDITO,
    403: RazonLlm.CLAVE,
    408: RazonLlm.SERVIDOR,
    424: RazonLlm.SERVIDOR,
    429: RazonLlm.OCUPADO,
}
_PASAJEROS: Final = {RazonLlm.SERVIDOR, RazonLlm.OCUPADO, RazonLlm.CARGANDO}


def failure_of(status: int, headers: Mapping[str, str], body: str) -> LlmFailure:
    """Returns the failure that an HTTP answer other than 2xx is.

    Args:
        status: HTTP status.
        headers: of the answer, names in any case when the mapping is (httpx.Headers is).
        body: its text, whatever it is.
    """
    detail = f"{status} {error_text(body)}".strip()
    estimated = estimated_time(body)
    reason = RazonLlm.CARGANDO if estimated is not None else _reason(status, detail)
    wait = retry_after(headers)
    return LlmFailure(reason, detail, espera_s=estimated if wait is None else wait, reintentable=reason in _PASAJEROS)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Returns the seconds that the headers ask to wait, None when they ask for none."""
    said = headers.get("retry-after", "").strip()
    if said:
        return _seconds(said, headers.get("date", ""))
    limit = headers.get("ratelimit", "")
    left, reset = _QUEDAN.search(limit), _FALTAN.search(limit)
    # The header is on every answer: it asks to wait only when nothing is left.
    return float(reset[1]) if left and reset and int(left[1]) == 0 else None


def estimated_time(body: str) -> float | None:
    """Returns the seconds that a loading model says it still needs, None when it says nothing of it."""
    try:
        value: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, list) and value:
        value = value[0]
    seconds = value.get("estimated_time") if isinstance(value, dict) else None
    if not isinstance(seconds, int | float) or isinstance(seconds, bool):
        return None
    return float(seconds) if 0 <= seconds < float("inf") else None


def _reason(status: int, detail: str) -> RazonLlm:
    if status in _POR_ESTADO:
        return _POR_ESTADO[status]
    if status == 503:
        return RazonLlm.CARGANDO if "loading" in detail.lower() else RazonLlm.OCUPADO
    return RazonLlm.SERVIDOR if status >= 500 else RazonLlm.PETICION


def _seconds(said: str, date: str) -> float | None:
    """Returns Retry-After in seconds; its date form is measured from the server's own Date."""
    if said.isdecimal():
        return float(said)
    try:
        return max(0.0, (parsedate_to_datetime(said) - parsedate_to_datetime(date)).total_seconds())
    except (ValueError, TypeError):
        return None
