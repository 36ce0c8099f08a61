"""What each refusal means."""

import httpx
import pytest

from app.errors import RazonLlm
from app.llm.gasto import GastoEnMemoria
from app.llm.llm_failures import failure_of, retry_after

LOADING = '{"error":"Model X is currently loading","estimated_time":20.5}'
BUSY = '{"error":"server busy, please try again.  maximum pending requests exceeded"}'


@pytest.mark.parametrize(
    ("status", "body", "reason", "again", "wait"),
    [
        (400, '{"error":"invalid"}', RazonLlm.PETICION, False, None),
        (401, '{"error":"Invalid token"}', RazonLlm.CLAVE, False, None),
        (402, '{"error":"You have exceeded your monthly included credits"}', RazonLlm.CREDITO, False, None),
        (403, "", RazonLlm.CLAVE, False, None),
        (404, '{"error":"model \'x\' not found"}', RazonLlm.PETICION, False, None),
        (422, '{"error":"Input validation error","error_type":"validation"}', RazonLlm.PETICION, False, None),
        (424, '{"error":"x","error_type":"generation"}', RazonLlm.SERVIDOR, True, None),
        (429, '{"error":"Model is overloaded","error_type":"overloaded"}', RazonLlm.OCUPADO, True, None),
        (500, '{"error":"x","error_type":"incomplete_generation"}', RazonLlm.SERVIDOR, True, None),
        (502, "<html><body>Bad Gateway</body></html>", RazonLlm.SERVIDOR, True, None),
        (503, LOADING, RazonLlm.CARGANDO, True, 20.5),
        (503, f"[{LOADING}]", RazonLlm.CARGANDO, True, 20.5),
        (503, '{"error":"loading model"}', RazonLlm.CARGANDO, True, None),
        (503, BUSY, RazonLlm.OCUPADO, True, None),
        (301, "", RazonLlm.PETICION, False, None),
    ],
)
def test_statuses(status: int, body: str, reason: RazonLlm, again: bool, wait: float | None) -> None:
    """Reason, whether to ask again, and how long the server asks to wait."""
    failure = failure_of(status, {}, body)
    assert (failure.reason, failure.reintentable, failure.espera_s) == (reason, again, wait)
    assert str(status) in failure.detail


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:30 GMT", "Date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 30.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:30 GMT"}, None),
        ({"Retry-After": "soon"}, None),
        ({"RateLimit": '"api";r=0;t=55'}, 55.0),
        ({"RateLimit": '"api"; r=0; t=55'}, 55.0),
        ({"RateLimit": '"api";r=12;t=55'}, None),
        ({"Retry-After": "3", "RateLimit": '"api";r=0;t=55'}, 3.0),
    ],
)
def test_waits(headers: dict[str, str], wait: float | None) -> None:
    """Retry-After in both forms; RateLimit only when nothing is left."""
    assert retry_after(httpx.Headers(headers)) == wait


async def test_the_daily_cap_starts_anew_each_day() -> None:
    """What is used up today is free tomorrow; what was set aside can be given back."""
    gasto = GastoEnMemoria()
    assert not await gasto.reservar(1, 101, 100)
    assert await gasto.reservar(1, 80, 100)
    assert not await gasto.reservar(1, 21, 100)
    await gasto.ajustar(1, -30)
    assert await gasto.reservar(1, 50, 100)
    assert await gasto.reservar(2, 100, 100)
