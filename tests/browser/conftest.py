"""A real Chromium, and pages of the chat opened in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chat_page import ChatPage
from tests.browser.scripted_socket import ScriptedSocket
from tests.support.server import Server

# The pictures of the README are made on request: `SCREENSHOTS=1 pytest tests/browser`.
collect_ignore = [] if os.environ.get("SCREENSHOTS") else ["test_screenshots.py"]

CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
LAPTOP = {"width": 1180, "height": 820}

OpenChat = Callable[..., ChatPage]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: Playwright's loop must be gone before an asynchronous test of another folder runs."""
    system = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=system, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser profiles, each with its own cookies."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        contexts.append(browser.new_context(**{"viewport": LAPTOP, "locale": "es-CL", **options}))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def open_chat(new_context: Callable[..., BrowserContext], live_server: Server) -> Iterator[OpenChat]:
    """Opens the chat and waits until it is online. At the end, no page may have met an error or asked another host."""
    problems: list[str] = []

    def open_page(
        *, context: BrowserContext | None = None, server: Server = live_server, query: str = "", **options: Any
    ) -> ChatPage:
        page = (context or new_context(**options)).new_page()
        watch(page, server.url, problems)
        page.goto(server.url + "/" + query)
        return ChatPage(page).wait_online()

    yield open_page
    assert problems == []


@pytest.fixture
def scripted(new_context: Callable[..., BrowserContext], live_server: Server) -> Callable[..., ScriptedSocket]:
    """Opens the chat with a WebSocket whose server side is the test's own."""

    def open_page(
        *, history: list[dict[str, Any]] | None = None, query: str = "", init_script: str = "", **options: Any
    ) -> ScriptedSocket:
        page = new_context(**options).new_page()
        page.add_init_script(init_script)
        socket = ScriptedSocket(page, history=history or [])
        page.goto(live_server.url + "/" + query)
        socket.chat.wait_online()
        return socket

    return open_page


def watch(page: Page, url: str, problems: list[str]) -> None:
    """Collects script errors, refused resources and requests to other hosts."""
    page.on("pageerror", lambda error: problems.append(f"script error: {error}"))
    page.on("request", lambda request: request.url.startswith(url) or problems.append(f"other host: {request.url}"))
    page.on(
        "console",
        lambda message: problems.append(f"console: {message.text}") if "Content Security" in message.text else None,
    )


@pytest.fixture(scope="session")
def static_folder() -> Path:
    """Where the page's scripts and styles are."""
    return Path(__file__).parents[2] / "app" / "static"
