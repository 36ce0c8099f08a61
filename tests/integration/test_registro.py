"""The log keeps each turn once, whole, and forgets a session whole."""

import pytest
from sqlalchemy import Connection, text

from app.database.registro import (
    Turno,
    close_session,
    export_session,
    find_respuesta,
    find_respuesta_unlocked,
    load_estado,
    load_historial,
    lock_session,
    open_session,
    rate_respuesta,
    save_turno,
)
from app.errors import SessionUnknown
from app.models.dominio import Accion, Estado, Filtros, Hechos, Intencion, Parse

PARSE = Parse("busco teles", Intencion.BUSCAR_PRODUCTO, 0.9712, ((Intencion.BUSCAR_PRODUCTO, 0.9712),))
TABLES = ("conversaciones", "intenciones_detectadas", "estados_sesion", "usuarios_sesiones")


def turno(mensaje_id: str = "m1", categoria: str = "Televisores") -> Turno:
    return Turno(
        session_id="s1",
        mensaje_id=mensaje_id,
        mensaje=PARSE.text,
        parse=PARSE,
        hechos=Hechos(Accion.BUSCAR, Filtros(categoria=categoria)),
        estado=Estado(Filtros(categoria=categoria), mostrados=(1, 2)),
        respuesta={"text": "Mira esto", "tiempo_respuesta_ms": 12},
        redaccion={"fuente": "plantilla"},
    )


def count(connection: Connection, table: str) -> int:
    return connection.execute(text(f"SELECT count(*) FROM {table} WHERE session_id = 's1'")).scalar_one()


@pytest.fixture(autouse=True)
def session(connection: Connection) -> None:
    open_session(connection, "s1", ip_address="2001:db8::1", user_agent="Navegador")


def test_a_turn_is_written_whole(connection: Connection) -> None:
    """Both log tables and the state, with the confidence as two decimals."""
    assert save_turno(connection, turno())
    assert [count(connection, table) for table in TABLES] == [1, 1, 1, 1]
    row = connection.execute(text("SELECT * FROM intenciones_detectadas WHERE session_id = 's1'")).mappings().one()
    assert (row["intencion"], float(row["confianza"]), row["resultado_exitoso"]) == ("buscar_producto", 0.97, False)
    assert find_respuesta(connection, "s1", "m1") == {"text": "Mira esto", "tiempo_respuesta_ms": 12}


def test_the_same_message_is_written_once(connection: Connection) -> None:
    """The second time nothing changes, the state included."""
    save_turno(connection, turno())
    assert save_turno(connection, turno(categoria="Lavadoras")) is False
    assert [count(connection, table) for table in TABLES] == [1, 1, 1, 1]
    assert load_estado(connection, "s1") == (Estado(Filtros(categoria="Televisores"), mostrados=(1, 2)), 1)


def test_the_state_of_the_next_turn_replaces_the_last(connection: Connection) -> None:
    """Its version counts the turns."""
    save_turno(connection, turno("m1"))
    save_turno(connection, turno("m2", "Lavadoras"))
    estado, version = load_estado(connection, "s1")
    assert (estado.filtros.categoria, version) == ("Lavadoras", 2)


def test_history_is_oldest_first_and_capped(connection: Connection) -> None:
    """The newest turns, in the order they were said, with their thumbs."""
    for n in range(4):
        save_turno(connection, turno(f"m{n}"))
    assert rate_respuesta(connection, "s1", "m3", util=False, motivo="no era eso")
    assert rate_respuesta(connection, "s1", "m3", util=True, motivo=None)
    rows = load_historial(connection, "s1", limite=2)
    assert [(row["mensaje_id"], row["util"]) for row in rows] == [("m2", None), ("m3", True)]


def test_nobody_rates_what_is_not_theirs(connection: Connection) -> None:
    """An unknown message stores nothing."""
    assert rate_respuesta(connection, "s1", "otro", util=True, motivo=None) is False


def test_a_deleted_session_leaves_nothing(connection: Connection) -> None:
    """Messages, detections, state, address and browser go; a later turn is refused."""
    save_turno(connection, turno())
    rate_respuesta(connection, "s1", "m1", util=True, motivo=None)
    assert export_session(connection, "s1")["sesion"][0]["ip_address"] == "2001:db8::1"
    close_session(connection, "s1")
    assert [count(connection, table) for table in TABLES] == [0, 0, 0, 0]
    with pytest.raises(SessionUnknown):
        lock_session(connection, "s1")


def test_gathering_writes_nothing(connection: Connection) -> None:
    """What a turn reads before the model is asked leaves the session's row as it was: no commit waits for the disk."""
    row = text("SELECT ctid FROM usuarios_sesiones WHERE session_id = 's1'")
    before = connection.execute(row).scalar_one()
    assert find_respuesta_unlocked(connection, "s1", "m1") is None
    assert connection.execute(row).scalar_one() == before
    with pytest.raises(SessionUnknown):
        find_respuesta_unlocked(connection, "s2", "m1")
    save_turno(connection, turno())
    stored = find_respuesta(connection, "s1", "m1")
    assert stored is not None
    assert find_respuesta_unlocked(connection, "s1", "m1") == stored


def test_a_known_session_keeps_its_start(connection: Connection) -> None:
    """Opening it again only moves its last access."""
    connection.execute(text("UPDATE usuarios_sesiones SET fecha_inicio = fecha_inicio - interval '1 day'"))
    open_session(connection, "s1")
    sesion = export_session(connection, "s1")["sesion"][0]
    assert sesion["fecha_inicio"] < sesion["fecha_ultimo_acceso"]
    assert sesion["user_agent"] == "Navegador"
