"""One turn: message in, answer out. /ws and the REST webhook both come through here.

The only file that knows both sides: it gathers inputs (state, parse, facts), lets the core decide, and applies the
result (wording, log). Every fact comes from the database; the wording only says it.
"""

import asyncio
import time
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from anyio import to_thread
from sqlalchemy import Connection

from app.database.connection import Database
from app.database.facts import Fuentes, gather_facts
from app.database.own_words import read_own_words
from app.database.recommender import Recommender
from app.database.registro import (
    Turno,
    find_respuesta,
    find_respuesta_unlocked,
    load_estado,
    lock_session,
    save_turno,
    ultimos_turnos,
)
from app.database.repository import Repository
from app.errors import MessageEmpty, MessageTooLong
from app.llm.plantillas import redactar
from app.llm.prompt_text import facts_without_links
from app.llm.redaccion import Emit, Redaccion, Redactores
from app.metrics import Metrics
from app.models.dominio import Accion, Entidad, Estado, Fuente, Hechos, Parse, Respuesta, TipoEntidad
from app.models.schemas import respuesta_a_json
from app.nlu.courtesy import courtesy_of, help_of
from app.nlu.dialogue import after_answer, plan_turn
from app.nlu.holder import NluHolder
from app.nlu.normalize import fold
from app.nlu.suggestions import suggest
from app.nlu.vectors import VectorModel
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Reunido:
    """What a turn knows before it is worded."""

    parse: Parse
    hechos: Hechos
    estado: Estado
    historial: tuple[tuple[str, str], ...]
    semilla: int


@dataclass
class Chat:
    """Takes turns. One instance serves every session of the process."""

    database: Database
    nlu: NluHolder
    redactores: Redactores
    metrics: Metrics
    settings: Settings
    vectores: VectorModel | None = None

    async def answer(
        self,
        session_id: str,
        mensaje_id: str,
        texto: str,
        *,
        emit: Emit | None = None,
        parar: asyncio.Event | None = None,
    ) -> dict[str, Any]:
        """Returns the `message` frame that answers one message; the same id gets the stored frame again.

        Args:
            session_id: a session that exists.
            mensaje_id: the client's own, unique in the session.
            texto: as typed.
            emit: receives pieces of the text as an LLM writes them.
            parar: the person asked to stop the answer being written.

        Raises:
            MessageEmpty, MessageTooLong: nothing is logged.
            SessionUnknown: the session was deleted.
            DatabaseUnavailable: nothing is logged; the message can be sent again.
        """
        started = time.perf_counter()
        check_message(texto, self.settings.message_max_chars)
        parse = await to_thread.run_sync(self.nlu.current.parse, texto)
        if self.redactores.hay_llm:
            return await self._answer_with_llm(session_id, mensaje_id, parse, started, emit, parar)
        return await to_thread.run_sync(self._answer_from_templates, session_id, mensaje_id, parse, started)

    def parse(self, texto: str) -> Parse:
        """Returns the parse of one message with its products resolved; logs nothing (POST /model/parse)."""
        parse = self.nlu.current.parse(texto)
        if not parse.de_tipo(TipoEntidad.PRODUCTO):
            return parse
        with self.database.transaction() as connection:
            return resolve_productos(parse, Repository(connection))

    def _answer_from_templates(self, session_id: str, mensaje_id: str, parse: Parse, started: float) -> dict[str, Any]:
        """Returns the frame; gathers, words and logs in one transaction."""
        with self.database.transaction() as connection:
            lock_session(connection, session_id)
            if (stored := find_respuesta(connection, session_id, mensaje_id)) is not None:
                return stored
            reunido = self._gather(connection, session_id, parse)
            redaccion = Redaccion(redactar(reunido.hechos, reunido.semilla), Fuente.PLANTILLA)
            return self._record(connection, session_id, mensaje_id, reunido, redaccion, started)

    async def _answer_with_llm(
        self,
        session_id: str,
        mensaje_id: str,
        parse: Parse,
        started: float,
        emit: Emit | None,
        parar: asyncio.Event | None,
    ) -> dict[str, Any]:
        """Returns the frame; no connection is held while the model writes."""
        reunido = await to_thread.run_sync(self._gather_or_stored, session_id, mensaje_id, parse)
        if isinstance(reunido, dict):
            return reunido
        redaccion = await self.redactores.redactar(
            reunido.hechos, reunido.historial, parse.text, reunido.semilla, emit=emit, parar=parar
        )
        return await to_thread.run_sync(self._record_alone, session_id, mensaje_id, reunido, redaccion, started)

    def _gather_or_stored(self, session_id: str, mensaje_id: str, parse: Parse) -> Reunido | dict[str, Any]:
        with self.database.transaction() as connection:
            stored = find_respuesta_unlocked(connection, session_id, mensaje_id)
            return stored if stored is not None else self._gather(connection, session_id, parse)

    def _gather(self, connection: Connection, session_id: str, parse: Parse) -> Reunido:
        """Returns state, plan and facts of this turn."""
        repo = Repository(connection)
        estado, version = load_estado(connection, session_id)
        resuelto = resolve_productos(read_own_words(parse, repo, estado.filtros), repo)
        fichas = repo.por_ids(talked_about(estado, resuelto))
        plan = plan_turn(estado, resuelto, fichas, tasas=self.settings.tasas)
        if plan.intencion is not None:  # The conversation made clear what the words alone did not.
            resuelto = replace(resuelto, intencion=plan.intencion)
        fuentes = Fuentes(repo, Recommender(connection, self.vectores), self.settings.products_per_answer)
        hechos = facts_without_links(gather_facts(plan, fuentes))
        if hechos.accion == Accion.SALUDAR:
            hechos = replace(hechos, cortesia=courtesy_of(parse.text))
        if hechos.accion == Accion.AYUDAR:
            hechos = replace(hechos, ayuda=help_of(parse.text))
        historial = tuple(ultimos_turnos(connection, session_id, limite=3)) if self.redactores.hay_llm else ()
        return Reunido(resuelto, hechos, after_answer(plan.estado, hechos), historial, version)

    def _record_alone(
        self, session_id: str, mensaje_id: str, reunido: Reunido, redaccion: Redaccion, started: float
    ) -> dict[str, Any]:
        with self.database.transaction() as connection:
            lock_session(connection, session_id)
            return self._record(connection, session_id, mensaje_id, reunido, redaccion, started)

    def _record(
        self,
        connection: Connection,
        session_id: str,
        mensaje_id: str,
        reunido: Reunido,
        redaccion: Redaccion,
        started: float,
    ) -> dict[str, Any]:
        """Returns the frame, logged; or the one stored meanwhile for the same message."""
        respuesta = Respuesta(
            mensaje_id=mensaje_id,
            texto=redaccion.texto,
            intencion=reunido.parse.intencion,
            confianza=reunido.parse.confianza,
            entidades=reunido.parse.entidades,
            filtros=reunido.hechos.filtros,
            productos=reunido.hechos.productos,
            sugerencias=suggest(reunido.hechos, reunido.estado),
            fuente=redaccion.fuente,
            tiempo_respuesta_ms=round((time.perf_counter() - started) * 1000),
            comparacion=reunido.hechos.comparacion,
        )
        frame = respuesta_a_json(respuesta)
        turno = Turno(
            session_id=session_id,
            mensaje_id=mensaje_id,
            mensaje=reunido.parse.text.replace("\x00", ""),  # PostgreSQL's text has no NUL.
            parse=reunido.parse,
            hechos=reunido.hechos,
            estado=reunido.estado,
            respuesta=frame,
            redaccion=redaccion.registro(),
        )
        if not save_turno(connection, turno):
            return find_respuesta(connection, session_id, mensaje_id) or frame
        self.metrics.observe_turn(respuesta, time.perf_counter() - started, exitoso=reunido.hechos.exitoso)
        return frame


def check_message(texto: str, max_chars: int) -> None:
    """Refuses what cannot be a message.

    Raises:
        MessageEmpty: nothing but blanks and invisible characters.
        MessageTooLong: more than `max_chars` characters.
    """
    if not fold(texto).strip():
        raise MessageEmpty
    if len(texto) > max_chars:
        raise MessageTooLong(len(texto), max_chars)


def new_message_id() -> str:
    """Returns an id for a message whose client gave none."""
    return uuid4().hex


def talked_about(estado: Estado, parse: Parse) -> tuple[int, ...]:
    """Returns the ids that this turn may point at: what was shown or explained, and what the message names."""
    named = (i for e in parse.de_tipo(TipoEntidad.PRODUCTO) if isinstance(e.valor, tuple) for i in e.valor)
    focus = () if estado.foco is None else (estado.foco,)
    return tuple(dict.fromkeys((*estado.mostrados, *focus, *estado.anteriores, *named)))


def resolve_productos(parse: Parse, repo: Repository) -> Parse:
    """Returns the parse with catalogue ids, best first, as the value of every `producto`."""
    if not parse.de_tipo(TipoEntidad.PRODUCTO):
        return parse
    return replace(parse, entidades=tuple(_resolve(e, parse, repo) for e in parse.entidades))


def _resolve(entidad: Entidad, parse: Parse, repo: Repository) -> Entidad:
    if entidad.entity != TipoEntidad.PRODUCTO:
        return entidad
    return replace(entidad, valor=repo.resolver_producto(entidad.value, marca=_marca_antes(entidad, parse)))


def _marca_antes(producto: Entidad, parse: Parse) -> str | None:
    """Returns the brand written right before the product ("Samsung Galaxy A54"), if any."""
    for marca in parse.de_tipo(TipoEntidad.MARCA):
        if marca.end <= producto.start and not parse.text[marca.end : producto.start].strip():
            return marca.valor if isinstance(marca.valor, str) else marca.value
    return None
