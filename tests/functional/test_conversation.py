"""The conversation of the README, over a real socket, on the default catalogue."""

from typing import Any

from sqlalchemy import create_engine, text

from app.settings import Settings
from tests.support.server import Server
from tests.support.talk import get_cookie, talk


async def test_a_whole_conversation(live_server: Server) -> None:
    """Every answer is right, every product meets its filters."""
    async with talk(live_server) as chat:
        assert (await chat.say("hola"))["intencion"] == "saludo"

        lenovo = await chat.say("busco un notebook lenovo bajo 600 lucas")
        assert lenovo["intencion"] == "buscar_producto"
        assert lenovo["filtros"]["categoria"] == "Notebooks"
        assert lenovo["filtros"]["marcas"] == ["Lenovo"]
        assert lenovo["filtros"]["precio_max"] == 600_000
        assert_products(lenovo, marca="Lenovo", categoria="Notebooks", hasta=600_000)

        hp = await chat.say("y en hp?")
        assert hp["filtros"]["marcas"] == ["HP"]
        assert_products(hp, marca="HP", categoria="Notebooks", hasta=600_000)

        consejo = await chat.say("cuál me recomiendas para estudiar")
        assert consejo["intencion"] == "recomendar_categoria"
        assert "estudiar" in consejo["filtros"]["caracteristicas"]
        assert consejo["productos"]
        assert all(p["categoria"] == "Notebooks" for p in consejo["productos"])

        comparado = await chat.say("compara el primero con el segundo")
        assert comparado["intencion"] == "comparar_precios"
        assert [p["id"] for p in comparado["productos"]] == [p["id"] for p in consejo["productos"][:2]]
        primero, segundo = comparado["productos"]
        assert comparado["comparacion"]["diferencia"] == abs(primero["precio"] - segundo["precio"])

        info = await chat.say("cuánto cuesta el galaxy a54")
        assert info["intencion"] == "info_producto"
        assert "A54" in info["productos"][0]["nombre"]
        assert f"{info['productos'][0]['precio']:,}".replace(",", ".") in info["text"]

        ayuda = await chat.say("qué puedes hacer")
        assert ayuda["intencion"] == "ayuda"

        fuera = await chat.say("cuál es la capital de francia")
        assert fuera["intencion"] == "no_reconocida"
        assert "París" not in fuera["text"]
        assert not fuera["productos"]


async def test_every_turn_is_in_both_tables(live_server: Server) -> None:
    """Each answered message writes one row in each log table, with its time and its intent."""
    cookie = await get_cookie(live_server)
    async with talk(live_server, cookie) as chat:
        session = chat.hello["session"]
        for texto in ("hola", "audífonos bluetooth hasta 50 lucas", "cuál es la capital de francia"):
            await chat.say(texto)
    url = Settings(database_url=live_server.env["DATABASE_URL"]).database_url
    engine = create_engine(str(url))
    with engine.connect() as connection:
        turnos = connection.execute(
            text(
                "SELECT mensaje_usuario, intencion_detectada, tiempo_respuesta_ms, respuesta_bot FROM conversaciones "
                "WHERE session_id = :s ORDER BY id"
            ),
            {"s": session},
        ).all()
        detecciones = connection.execute(
            text("SELECT mensaje_original, intencion FROM intenciones_detectadas WHERE session_id = :s ORDER BY id"),
            {"s": session},
        ).all()
    engine.dispose()
    assert [t.mensaje_usuario for t in turnos] == [d.mensaje_original for d in detecciones]
    assert [t.intencion_detectada for t in turnos] == ["saludo", "buscar_producto", "no_reconocida"]
    assert all(t.tiempo_respuesta_ms >= 0 and t.respuesta_bot for t in turnos)


async def test_history_comes_back_after_a_reconnect(live_server: Server) -> None:
    """The same cookie resumes the session with its turns, oldest first, and the search still stands."""
    cookie = await get_cookie(live_server)
    async with talk(live_server, cookie) as chat:
        await chat.say("busco una lavadora LG")
    async with talk(live_server, cookie) as again:
        assert again.hello["resumed"] is True
        assert [m["text"] for m in again.history["messages"]] == ["busco una lavadora LG"]
        assert again.history["messages"][0]["respuesta"]["productos"]
        answer = await again.say("algo más barato")
        assert answer["filtros"]["categoria"] == "Lavadoras"


async def test_the_same_id_is_answered_once_and_logged_once(live_server: Server) -> None:
    """A message sent again after a reconnect gets the stored answer."""
    cookie = await get_cookie(live_server)
    async with talk(live_server, cookie) as chat:
        first = await chat.say("busco un hervidor", mensaje_id="fijo-1")
    async with talk(live_server, cookie) as again:
        second = await again.say("busco un hervidor", mensaje_id="fijo-1")
    async with talk(live_server, cookie) as last:
        assert len(last.history["messages"]) == 1
    assert second == first


async def test_two_tabs_of_a_session_see_the_same(live_server: Server) -> None:
    """What one tab does arrives in the other; another session hears nothing."""
    cookie = await get_cookie(live_server)
    async with talk(live_server, cookie) as one, talk(live_server, cookie) as two, talk(live_server) as other:
        answer = await one.say("busco un mouse logitech")
        asked = await two.receive()
        assert (asked["type"], asked["text"]) == ("question", "busco un mouse logitech")
        turn = await two.until("turn")
        assert turn["message"]["id"] == asked["id"]
        assert turn["message"]["respuesta"] == answer
        await other.send({"type": "ping"})
        assert (await other.receive())["type"] == "pong"


def assert_products(answer: dict[str, Any], *, marca: str, categoria: str, hasta: int) -> None:
    assert answer["productos"], answer["text"]
    for producto in answer["productos"]:
        assert producto["marca"] == marca
        assert producto["categoria"] == categoria
        assert producto["precio"] <= hasta
        assert producto["stock"] > 0
