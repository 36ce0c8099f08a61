"""Sessions, states and the log of turns. Runs on the connection of the caller's transaction; commits nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import Connection, Select, and_, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.engine import RowMapping

from app.errors import SessionUnknown
from app.models.database import Conversacion, EstadoSesion, IntencionDetectada, UsuarioSesion, Valoracion
from app.models.dominio import Estado, Hechos, Parse
from app.models.schemas import EstadoGuardado, entidad_a_json


@dataclass(frozen=True, slots=True)
class Turno:
    """One turn, ready to be logged. `respuesta` is the `message` frame as it was sent."""

    session_id: str
    mensaje_id: str
    mensaje: str
    parse: Parse
    hechos: Hechos
    estado: Estado
    respuesta: dict[str, Any]
    redaccion: dict[str, Any]


def open_session(
    connection: Connection, session_id: str, *, ip_address: str | None = None, user_agent: str | None = None
) -> None:
    """Makes sure that the session exists; it is active and its last access is now."""
    values = {"session_id": session_id, "ip_address": ip_address, "user_agent": user_agent}
    statement = upsert(UsuarioSesion).values(values)
    touch = {"fecha_ultimo_acceso": func.current_timestamp(), "activo": True}
    connection.execute(statement.on_conflict_do_update(index_elements=["session_id"], set_=touch))


def close_session(connection: Connection, session_id: str) -> None:
    """Forgets a session: its messages, detections, state, address and browser (protocol, DELETE /api/session)."""
    connection.execute(delete(UsuarioSesion).where(UsuarioSesion.session_id == session_id))


def lock_session(connection: Connection, session_id: str) -> None:
    """Makes this transaction the only turn of its session, on any worker, and marks the session as active.

    Raises:
        SessionUnknown: the session was deleted or never existed.
    """
    touch = update(UsuarioSesion).where(UsuarioSesion.session_id == session_id)
    result = connection.execute(touch.values(fecha_ultimo_acceso=func.current_timestamp()))
    if result.rowcount == 0:
        raise SessionUnknown


def find_respuesta_unlocked(connection: Connection, session_id: str, mensaje_id: str) -> dict[str, Any] | None:
    """Returns the answer that this message already got, or None; writes nothing, so no commit waits for the disk.

    Raises:
        SessionUnknown: the session was deleted or never existed.
    """
    same = and_(Conversacion.session_id == UsuarioSesion.session_id, Conversacion.mensaje_id == mensaje_id)
    statement = select(Conversacion.respuesta).select_from(UsuarioSesion).outerjoin(Conversacion, same)
    row = connection.execute(statement.where(UsuarioSesion.session_id == session_id)).one_or_none()
    if row is None:
        raise SessionUnknown
    return cast("dict[str, Any] | None", row.respuesta)


def load_estado(connection: Connection, session_id: str) -> tuple[Estado, int]:
    """Returns the state of a conversation and its version; a new one has version 0."""
    statement = select(EstadoSesion.estado, EstadoSesion.version).where(EstadoSesion.session_id == session_id)
    row = connection.execute(statement).one_or_none()
    if row is None:
        return Estado(), 0
    return EstadoGuardado.model_validate(row.estado).a_dominio(), row.version


def find_respuesta(connection: Connection, session_id: str, mensaje_id: str) -> dict[str, Any] | None:
    """Returns the answer that this message already got, or None."""
    statement = select(Conversacion.respuesta).where(
        Conversacion.session_id == session_id, Conversacion.mensaje_id == mensaje_id
    )
    return connection.execute(statement).scalar_one_or_none()


def save_turno(connection: Connection, turno: Turno) -> bool:
    """Writes both log rows and the new state. Returns False, writing nothing, when the message is logged already."""
    if not _insert_conversacion(connection, turno):
        return False
    connection.execute(insert(IntencionDetectada).values(_deteccion(turno)))
    estado = EstadoGuardado.de_dominio(turno.estado).model_dump(mode="json")
    statement = upsert(EstadoSesion).values(session_id=turno.session_id, estado=estado, version=1)
    grow = {"estado": estado, "version": EstadoSesion.version + 1}
    connection.execute(statement.on_conflict_do_update(index_elements=["session_id"], set_=grow))
    return True


def load_historial(connection: Connection, session_id: str, *, limite: int) -> list[RowMapping]:
    """Returns the newest `limite` turns, oldest first: mensaje_usuario, respuesta, fecha_creacion, util."""
    newest = (
        select(
            Conversacion.id,
            Conversacion.mensaje_id,
            Conversacion.mensaje_usuario,
            Conversacion.respuesta_bot,
            Conversacion.respuesta,
            Conversacion.fecha_creacion,
            Valoracion.util,
        )
        .outerjoin(Valoracion, Valoracion.conversacion_id == Conversacion.id)
        .where(Conversacion.session_id == session_id)
        .order_by(Conversacion.id.desc())
        .limit(limite)
    )
    return list(reversed(connection.execute(newest).mappings().all()))


def export_session(connection: Connection, session_id: str) -> dict[str, Any]:
    """Returns everything that is kept about one session, ready for JSON (access and portability, law 21.719)."""
    tables = (UsuarioSesion.__table__, Conversacion.__table__, IntencionDetectada.__table__)
    sesion, conversaciones, detectadas = (select(*t.c).where(t.c.session_id == session_id) for t in tables)
    ratings = select(Conversacion.mensaje_id, Valoracion.util, Valoracion.motivo, Valoracion.fecha)
    queries = {
        "sesion": sesion,
        "conversaciones": conversaciones,
        "intenciones_detectadas": detectadas,
        "valoraciones": ratings.join(Valoracion).where(Conversacion.session_id == session_id),
    }
    data = {name: _rows(connection, query) for name, query in queries.items()}
    return {**data, "estado": load_estado_json(connection, session_id)}


def load_estado_json(connection: Connection, session_id: str) -> Any:
    """Returns the stored state as it is, or None."""
    return connection.execute(
        select(EstadoSesion.estado).where(EstadoSesion.session_id == session_id)
    ).scalar_one_or_none()


def rate_respuesta(connection: Connection, session_id: str, mensaje_id: str, *, util: bool, motivo: str | None) -> bool:
    """Stores a thumb on one answer; the last one counts. Returns False when the session has no such message."""
    find = select(Conversacion.id).where(Conversacion.session_id == session_id, Conversacion.mensaje_id == mensaje_id)
    conversacion_id = connection.execute(find).scalar_one_or_none()
    if conversacion_id is None:
        return False
    statement = upsert(Valoracion).values(conversacion_id=conversacion_id, util=util, motivo=motivo)
    newest = {"util": util, "motivo": motivo, "fecha": func.current_timestamp()}
    connection.execute(statement.on_conflict_do_update(index_elements=["conversacion_id"], set_=newest))
    return True


def ultimos_turnos(connection: Connection, session_id: str, *, limite: int) -> Sequence[tuple[str, str]]:
    """Returns the newest turns as (what the person said, what was answered), oldest first."""
    newest = (
        select(Conversacion.mensaje_usuario, Conversacion.respuesta_bot)
        .where(Conversacion.session_id == session_id)
        .order_by(Conversacion.id.desc())
        .limit(limite)
    )
    return [(dicho, respondido) for dicho, respondido in reversed(connection.execute(newest).all())]


def _insert_conversacion(connection: Connection, turno: Turno) -> bool:
    statement = (
        upsert(Conversacion)
        .values(
            session_id=turno.session_id,
            mensaje_id=turno.mensaje_id,
            mensaje_usuario=turno.mensaje,
            respuesta_bot=turno.respuesta["text"],
            intencion_detectada=turno.parse.intencion,
            entidades_extraidas=[entidad_a_json(e) for e in turno.parse.entidades],
            contexto_bd=_contexto(turno.hechos),
            tiempo_respuesta_ms=turno.respuesta["tiempo_respuesta_ms"],
            respuesta=turno.respuesta,
            redaccion=turno.redaccion,
        )
        .on_conflict_do_nothing(index_elements=["session_id", "mensaje_id"])
        .returning(Conversacion.id)
    )
    return connection.execute(statement).scalar_one_or_none() is not None


def _contexto(hechos: Hechos) -> dict[str, Any]:
    """Returns what the database gave for this turn, without repeating descriptions."""
    return {
        "accion": hechos.accion,
        "total": hechos.total,
        "productos": [{"id": p.id, "nombre": p.nombre, "precio": p.precio, "stock": p.stock} for p in hechos.productos],
        "relajados": list(hechos.filtros.relajados),
        "desconocidos": list(hechos.desconocidos),
    }


def _deteccion(turno: Turno) -> dict[str, Any]:
    return {
        "session_id": turno.session_id,
        "intencion": turno.parse.intencion,
        "confianza": round(turno.parse.confianza, 2),
        "entidades": [entidad_a_json(e) for e in turno.parse.entidades],
        "mensaje_original": turno.mensaje,
        "productos_consultados": [p.id for p in turno.hechos.productos],
        "resultado_exitoso": turno.hechos.exitoso,
    }


def _rows(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    return [{key: _plain(value) for key, value in row.items()} for row in connection.execute(query).mappings()]


def _plain(value: Any) -> Any:
    """Returns a column's value as JSON writes it: times as ISO UTC, decimals as numbers, addresses as text."""
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)
