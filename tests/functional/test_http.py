"""HTTP as clients and operators can rely on it. Source: protocol, HTTP."""

from collections.abc import Iterator

import httpx
import pytest

from tests.support.server import Server
from tests.support.talk import get_cookie, talk

LABELS = {
    "saludo",
    "ayuda",
    "buscar_producto",
    "recomendar_categoria",
    "comparar_precios",
    "info_producto",
    "no_reconocida",
}


@pytest.fixture
def client(live_server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=live_server.url) as client:
        yield client


def test_health_and_readiness(client: httpx.Client) -> None:
    """Both answer 200 while artefacts are loaded and the database answers."""
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok", "artifacts": "ok", "database": "ok"}


def test_the_page_sets_a_signed_cookie_that_scripts_cannot_read(client: httpx.Client) -> None:
    """The same browser keeps its session over visits."""
    first = client.get("/")
    assert "HttpOnly" in first.headers["set-cookie"]
    assert first.headers["content-security-policy"].startswith("default-src 'self'")
    again = client.get("/")
    assert client.cookies["sesion"].split(".")[0] == again.headers["set-cookie"].split("=")[1].split(".")[0]


def test_parse_has_the_shape_of_rasas_endpoint(client: httpx.Client) -> None:
    """Offsets are characters of the text as typed, the ranking holds all labels and sums to 1."""
    texto = "🙂 busco un notebook Lenovo bajo 500 lucas"
    body = client.post("/model/parse", json={"text": texto}).json()
    assert body["text"] == texto
    assert body["intent"]["name"] == "buscar_producto"
    assert {row["name"] for row in body["intent_ranking"]} == LABELS
    assert sum(row["confidence"] for row in body["intent_ranking"]) == pytest.approx(1)
    valores = {e["entity"]: e["valor"] for e in body["entities"]}
    assert valores["marca"] == "Lenovo"
    assert valores["categoria"] == "Notebooks"
    assert valores["rango_precio"] == {"min": None, "max": 500_000, "moneda": "CLP"}
    for entidad in body["entities"]:
        assert texto[entidad["start"] : entidad["end"]] == entidad["value"]


@pytest.mark.parametrize("texto", ["", " ", "\x00", "🫠" * 3_000, "á" * 10_000, "\u202eabc", "e\u0301" * 5_000])
def test_parse_takes_any_text(client: httpx.Client, texto: str) -> None:
    """From nothing to ten thousand characters of anything, the answer is whole."""
    body = client.post("/model/parse", json={"text": texto})
    assert body.status_code == 200
    assert len(body.json()["intent_ranking"]) == 7


def test_rest_channel_answers_like_rasas(client: httpx.Client) -> None:
    """One sender keeps one conversation."""
    sent = {"sender": "cliente-7", "message": "busco zapatillas de running"}
    (first,) = client.post("/webhooks/rest/webhook", json=sent).json()
    assert first["recipient_id"] == "cliente-7"
    assert first["custom"]["filtros"]["categoria"] == "Zapatillas"
    (second,) = client.post("/webhooks/rest/webhook", json={**sent, "message": "de adidas"}).json()
    assert second["custom"]["filtros"]["marcas"] == ["Adidas"]
    assert second["custom"]["filtros"]["categoria"] == "Zapatillas"


PROBLEMS = [
    ("POST", "/model/parse", {"json": {}}, 400),
    ("POST", "/model/parse", {"content": b"{"}, 400),
    ("POST", "/model/parse", {"json": {"text": "x" * 10_001}}, 400),
    ("POST", "/webhooks/rest/webhook", {"json": {"sender": "a", "message": "  "}}, 400),
    ("POST", "/webhooks/rest/webhook", {"json": {"sender": "a"}}, 400),
    ("GET", "/api/history", {}, 401),
    ("GET", "/api/export", {}, 401),
    ("DELETE", "/api/session", {}, 401),
    ("POST", "/api/rating", {"json": {"id": "a", "util": True}}, 401),
    ("GET", "/nada", {}, 404),
    ("PUT", "/model/parse", {}, 405),
    ("GET", "/dashboard", {}, 403),
]


@pytest.mark.parametrize(("method", "path", "request_", "status"), PROBLEMS)
def test_errors_are_problem_details(live_server: Server, method: str, path: str, request_: dict, status: int) -> None:
    """Every error of every route is RFC 9457, without a stack trace."""
    response = httpx.request(method, live_server.url + path, **request_)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == status
    assert body["detail"]
    assert "Traceback" not in response.text


async def test_a_person_can_take_and_delete_what_is_kept(live_server: Server) -> None:
    """The export holds messages and detections; after deletion nothing is left and the cookie is gone."""
    cookie = await get_cookie(live_server)
    async with talk(live_server, cookie) as chat:
        await chat.say("busco una carpa para 4 personas")
    headers = {"cookie": cookie}
    async with httpx.AsyncClient(base_url=live_server.url, headers=headers) as client:
        export = (await client.get("/api/export")).json()
        assert export["conversaciones"][0]["mensaje_usuario"] == "busco una carpa para 4 personas"
        assert export["intenciones_detectadas"]
        assert export["sesion"][0]["ip_address"] == "127.0.0.1"
        deleted = await client.delete("/api/session")
        assert "Max-Age=0" in deleted.headers["set-cookie"]
        assert (await client.get("/api/export")).json()["sesion"] == []


async def test_rating_an_answer(live_server: Server) -> None:
    """A thumb is stored on the person's own answer, and comes back with the history."""
    cookie = await get_cookie(live_server)
    async with talk(live_server, cookie) as chat:
        await chat.say("hola", mensaje_id="m-1")
    async with httpx.AsyncClient(base_url=live_server.url, headers={"cookie": cookie}) as client:
        assert (
            await client.post("/api/rating", json={"id": "m-1", "util": False, "motivo": "frío"})
        ).status_code == 204
        assert (await client.get("/api/history")).json()["messages"][0]["util"] is False
        assert (await client.post("/api/rating", json={"id": "otro", "util": True})).status_code == 404


def test_metrics_count_turns(client: httpx.Client) -> None:
    """Prometheus reads turns by intent and source."""
    client.post("/webhooks/rest/webhook", json={"sender": "metricas", "message": "hola"})
    assert 'chat_turns_total{exitoso="true",fuente="plantilla",intencion="saludo"}' in client.get("/metrics").text
