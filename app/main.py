"""The web application: everything is opened and closed here, and the routes are joined."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from anyio import to_thread
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from app.chat import Chat
from app.dashboard.routes import router as dashboard_router
from app.database.connection import Database, open_database
from app.database.gasto_llm import GastoEnBase
from app.database.repository import Repository
from app.errors import DatabaseUnavailable
from app.limits import TurnLimiter
from app.llm.redaccion import open_redactores
from app.metrics import Metrics
from app.nlu.artifacts import load_artifacts, load_vector_model
from app.nlu.holder import NluHolder
from app.problems import add_problem_handlers
from app.routes import api, pages, rasa
from app.security import add_security_headers
from app.services import Services
from app.sessions import open_sessions
from app.settings import Settings, get_settings
from app.websocket.manager import Manager
from app.websocket.routes import router as websocket_router

logger = logging.getLogger(__name__)

STATIC = Path(__file__).parent / "static"
SHUTDOWN_S = 10
GZIP_MIN_BYTES = 500


def create_app(settings: Settings | None = None, *, opened: Services | None = None) -> FastAPI:
    """Returns the application; what it needs is opened at its start, unless it is `opened`, and closed at its end."""
    settings = settings or get_settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        services = opened if opened is not None else await to_thread.run_sync(open_services, settings)
        app.state.services = services
        follower = asyncio.create_task(follow_catalog(services))
        yield
        follower.cancel()
        with suppress(asyncio.CancelledError):
            await follower
        with suppress(TimeoutError):
            await asyncio.wait_for(services.manager.drain(), SHUTDOWN_S)
        await services.chat.redactores.close()
        await to_thread.run_sync(services.database.close)

    app = FastAPI(title="Asistente de compras", lifespan=lifespan, docs_url="/docs", redoc_url=None)
    add_problem_handlers(app)
    add_security_headers(app, settings)
    app.add_middleware(GZipMiddleware, minimum_size=GZIP_MIN_BYTES)
    for router in (pages, api, rasa, websocket_router, dashboard_router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def open_services(settings: Settings) -> Services:
    """Returns everything a request needs.

    Raises:
        ArtifactError: the trained artefacts are missing or not the ones of their manifest.
        DatabaseUnavailable: nothing answers at DATABASE_URL.
    """
    nlu = NluHolder(load_artifacts(settings.artifacts_dir))
    database = open_database(settings)
    metrics = Metrics()
    with database.transaction() as connection:
        sessions = open_sessions(connection, settings)
    services = Services(
        settings=settings,
        database=database,
        nlu=nlu,
        metrics=metrics,
        sessions=sessions,
        manager=Manager(),
        limiter=TurnLimiter(settings.turns_per_minute),
        chat=Chat(
            database,
            nlu,
            open_redactores(settings, metrics, GastoEnBase(database)),
            metrics,
            settings,
            load_vector_model(settings.artifacts_dir),
        ),
    )
    refresh_catalog(services)
    gc.freeze()  # Models and lists live as long as the process: looking through them for garbage took 200 ms.
    return services


async def follow_catalog(services: Services) -> None:
    """Looks for a new catalogue every few seconds, so that a running server follows `make seed`."""
    while True:
        await asyncio.sleep(services.settings.catalog_refresh_s)
        try:
            await to_thread.run_sync(refresh_catalog, services)
        except DatabaseUnavailable:
            logger.warning("database does not answer; the lists of the catalogue stay as they are")


def refresh_catalog(services: Services) -> None:
    """Makes the NLU's lists those of the catalogue in the database, when its version changed."""
    version = _version(services.database)
    if version == services.catalog_version:
        return
    with services.database.transaction() as connection:
        lexico = Repository(connection).lexico()
    services.nlu.follow(lexico)
    services.catalog_version = version
    services.metrics.catalog_version.set(version)
    logger.info(
        "catalogue %s in service: %s categories, %s brands", version, *map(len, (lexico.categorias, lexico.marcas))
    )


def _version(database: Database) -> int:
    with database.transaction() as connection:
        return Repository(connection).version_catalogo()
