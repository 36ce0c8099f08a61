"""The tokens that the language model used, a row a day: the cap holds over every process and every restart.

What a process set aside and never gave back, because it was killed, stays counted.
"""

import logging
from datetime import date, timedelta
from typing import Final

from anyio import to_thread
from sqlalchemy import Connection, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from app.database.connection import Database
from app.errors import DatabaseUnavailable
from app.models.database import GastoLlm

logger = logging.getLogger(__name__)

_DIA_CERO: Final = date(1970, 1, 1)


class GastoEnBase:
    """Counts in PostgreSQL (app.llm.gasto.Gasto)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def reservar(self, dia: int, tokens: int, tope: int) -> bool:
        """Sets tokens aside.

        Raises:
            DatabaseUnavailable: nothing was counted.
        """
        return await to_thread.run_sync(self._reservar, dia, tokens, tope)

    async def ajustar(self, dia: int, tokens: int) -> None:
        """Adds to the count; without the database what was set aside stays counted."""
        await to_thread.run_sync(self._ajustar, dia, tokens)

    def _reservar(self, dia: int, tokens: int, tope: int) -> bool:
        with self._database.transaction() as connection:
            return reservar(connection, dia, tokens, tope)

    def _ajustar(self, dia: int, tokens: int) -> None:
        try:
            with self._database.transaction() as connection:
                ajustar(connection, dia, tokens)
        except DatabaseUnavailable:
            logger.warning("the day's tokens could not be corrected by %s", tokens)


def reservar(connection: Connection, dia: int, tokens: int, tope: int) -> bool:
    """Adds the tokens to the day's row if they fit, in one statement: two processes never pass the cap together."""
    # The model waits for this commit. A crash may lose the last of the count, which needs no wait for the disk.
    sin_espera = func.set_config("synchronous_commit", "off", True) == "off"
    row = select(literal(_fecha(dia)), literal(tokens)).where(literal(tokens) <= tope, sin_espera)
    statement = upsert(GastoLlm).from_select(["dia", "tokens"], row)
    statement = statement.on_conflict_do_update(
        index_elements=["dia"],
        set_={"tokens": GastoLlm.tokens + tokens},
        where=GastoLlm.tokens + tokens <= tope,
    )
    return connection.execute(statement.returning(GastoLlm.tokens)).scalar_one_or_none() is not None


def ajustar(connection: Connection, dia: int, tokens: int) -> None:
    """Adds to the day's row, never below zero."""
    statement = update(GastoLlm).where(GastoLlm.dia == _fecha(dia))
    connection.execute(statement.values(tokens=func.greatest(0, GastoLlm.tokens + tokens)))


def _fecha(dia: int) -> date:
    return _DIA_CERO + timedelta(days=dia)
