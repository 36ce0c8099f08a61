"""The day's tokens of the language model are counted in the database: over processes, over restarts."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, create_engine

from app.database.connection import Database, build_engine
from app.database.gasto_llm import GastoEnBase, ajustar, reservar
from app.errors import DatabaseUnavailable, LlmFailure, RazonLlm
from app.llm.interfaces import Mensaje, Prompt, UsoLlm
from app.llm.ollama_client import LlmClient
from app.settings import Settings
from tests.support.modelo import cabeza, fijo, final, linea, servidor_guionado

PROMPT = Prompt("Sistema.", (Mensaje("user", "hola"),), 50)
HOY = 20_000


def test_what_does_not_fit_is_not_counted(connection: Connection) -> None:
    """The cap is reached exactly and never passed; another day has its own."""
    assert not reservar(connection, HOY, 101, 100)
    assert reservar(connection, HOY, 60, 100)
    assert not reservar(connection, HOY, 41, 100)
    assert reservar(connection, HOY, 40, 100)
    assert not reservar(connection, HOY, 1, 100)
    assert reservar(connection, HOY + 1, 100, 100)


def test_what_was_not_used_is_given_back(connection: Connection) -> None:
    """The count never falls below zero."""
    assert reservar(connection, HOY, 100, 100)
    ajustar(connection, HOY, -70)
    assert reservar(connection, HOY, 70, 100)
    ajustar(connection, HOY, -1_000)
    assert not reservar(connection, HOY, 101, 100)
    assert reservar(connection, HOY, 100, 100)


def test_processes_never_pass_the_cap_together(new_database: Callable[[], str]) -> None:
    """Forty at once, over four engines, for a cap of ten: ten get through."""
    url = new_database()
    engines = [build_engine(url, Settings()) for _ in range(4)]

    def ask(number: int) -> bool:
        with engines[number % 4].begin() as connection:
            return reservar(connection, HOY, 10, 100)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(ask, range(40))) == 10
    for engine in engines:
        engine.dispose()


async def test_the_cap_holds_over_two_clients_and_a_restart(new_database: Callable[[], str]) -> None:
    """What one process used is counted by the next, after both engines were closed too."""
    url = new_database()
    guion = fijo(cabeza(), linea("Hola."), final())
    async with servidor_guionado(guion) as server:
        settings = Settings(_env_file=None, ollama_api_url=server.url, llm_daily_tokens=800, llm_max_tokens=400)
        usados = []
        for _ in range(3):
            database = Database(build_engine(url, settings))
            client = LlmClient(settings, GastoEnBase(database), clock=lambda: HOY * 86_400.0)
            usados.append(await _ask(client))
            await client.close()
            database.close()
    assert usados == ["Hola.", "Hola.", RazonLlm.TOPE_DIARIO]


async def _ask(client: LlmClient) -> str:
    try:
        return "".join([t async for t in client.stream(PROMPT, plazo_s=10, uso=UsoLlm())])
    except LlmFailure as failure:
        return failure.reason


async def test_without_the_database_nothing_is_set_aside() -> None:
    """A reservation fails; giving back is only logged, for the answer was already shown."""
    gasto = GastoEnBase(Database(create_engine("postgresql+psycopg2://nadie@127.0.0.1:1/nada")))
    with pytest.raises(DatabaseUnavailable):
        await gasto.reservar(HOY, 1, 100)
    await gasto.ajustar(HOY, -1)
