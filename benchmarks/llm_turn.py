"""What the service adds to the model's own time: `python -m benchmarks.llm_turn [--turns 400]`.

Whole turns on the default catalogue with a model that answers at once. "Before the model" is from the message to the
request as it leaves (parse, facts, prompt, tokens set aside; target p95 25 ms); "a sentence" is from its last
character to its being shown (proof; target 20 ms). Real PostgreSQL under var/bench, real client, no network.
"""

import argparse
import asyncio
import json
import random
import statistics
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import httpx

from app.catalog.importer import import_catalog, load_frases
from app.catalog.reader import open_archivo
from app.chat import Chat
from app.database.connection import Database, open_database
from app.database.gasto_llm import GastoEnBase
from app.database.registro import open_session
from app.database.repository import Repository
from app.llm.ollama_client import LlmClient
from app.llm.redaccion import Redactores
from app.metrics import Metrics
from app.nlu.artifacts import load_artifacts, load_vector_model
from app.nlu.holder import NluHolder
from app.settings import ROOT, Settings
from training.paths import Paths
from training.rasa_yaml import read_data

FOLDER: Final = ROOT / "var" / "bench" / "turns"
WARM_UP: Final = 20
RESPUESTA: Final = "Te muestro lo que encontré para ti. Estas opciones están disponibles hoy. ¿Cuál te gusta más?"


class ModeloInmediato(httpx.AsyncBaseTransport):
    """Answers every request at once, and notes when it came and when each piece of text left."""

    def __init__(self) -> None:
        self.pedido = 0.0
        self.salida = 0.0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Returns a stream of records."""
        self.pedido = time.perf_counter()
        return httpx.Response(200, headers={"content-type": "application/x-ndjson"}, content=self._records())

    async def _records(self) -> AsyncIterator[bytes]:
        for palabra in RESPUESTA.split(" "):
            await asyncio.sleep(0)
            self.salida = time.perf_counter()
            yield json.dumps({"message": {"content": f"{palabra} "}, "done": False}).encode() + b"\n"
        yield json.dumps({"message": {"content": ""}, "done": True, "done_reason": "stop"}).encode() + b"\n"


def open_all(folder: Path) -> tuple[Settings, Database]:
    """Returns settings with a model, and a database with the default catalogue."""
    settings = Settings(
        data_dir=folder, database_url=None, ollama_api_url="http://modelo.local", llm_daily_tokens=10**9
    )
    database = open_database(settings)
    with database.transaction() as connection:
        if not Repository(connection).version_catalogo():
            frases = load_frases(settings.artifacts_dir)
            import_catalog(connection, open_archivo(ROOT / "seeds" / "catalogo.csv"), frases)
    return settings, database


async def measure(settings: Settings, database: Database, turns: int) -> tuple[list[float], list[float]]:
    """Returns, in ms: message to request, for every turn that the model worded; end of sentence to shown."""
    modelo, metrics = ModeloInmediato(), Metrics()
    client = LlmClient(settings, GastoEnBase(database), transport=modelo)
    with database.transaction() as connection:
        nlu = NluHolder(load_artifacts(settings.artifacts_dir))
        nlu.follow(Repository(connection).lexico())
    redactores = Redactores(client, metrics, settings)
    chat = Chat(database, nlu, redactores, metrics, settings, load_vector_model(settings.artifacts_dir))
    textos = [m.text for m in read_data([Paths().valid]).mensajes]
    antes: list[float] = []
    frases: list[float] = []

    async def emit(texto: str) -> None:
        frases.append((time.perf_counter() - modelo.salida) * 1e3)

    for turno, texto in enumerate(random.Random(7).choices(textos, k=WARM_UP + turns)):
        sesion = f"bench-{time.time_ns()}-{turno // 4}"
        with database.transaction() as connection:
            open_session(connection, sesion)
        started, modelo.pedido = time.perf_counter(), 0.0
        await chat.answer(sesion, f"m{turno}", texto, emit=emit)
        if modelo.pedido and turno >= WARM_UP:
            antes.append((modelo.pedido - started) * 1e3)
    await redactores.close()
    return antes, frases


def main() -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=400)
    args = parser.parse_args()
    settings, database = open_all(FOLDER)
    antes, frases = asyncio.run(measure(settings, database, args.turns))
    database.close()
    print(f"{'':<18}{'n':>6}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
    for nombre, tiempos in (("before the model", antes), ("a sentence", frases)):
        p95 = statistics.quantiles(tiempos, n=20)[-1]
        print(f"{nombre:<18}{len(tiempos):>6}{statistics.median(tiempos):>9.1f}{p95:>9.1f}{max(tiempos):>9.1f}")


if __name__ == "__main__":
    main()
