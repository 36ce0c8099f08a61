"""Pictures of the main states, for the README. On request: `SCREENSHOTS=1 pytest tests/browser/test_screenshots.py`."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat_page import ChatPage
from tests.browser.test_accessibility import SETTLED

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}
SEARCH = "busco un notebook lenovo bajo 600 lucas"


def empty(chat: ChatPage) -> None:
    """Before the first message."""


def conversation(chat: ChatPage) -> None:
    """A search."""
    chat.say("hola")
    chat.say(SEARCH)


def compare(chat: ChatPage) -> None:
    """A comparison."""
    chat.say(SEARCH)
    chat.say("compara el primero con el segundo")


def no_result(chat: ChatPage) -> None:
    """A wish that nothing meets."""
    chat.say("busco un notebook asus bajo 100 lucas")


def offline(chat: ChatPage) -> None:
    """No network, and a message that waits."""
    chat.say(SEARCH)
    chat.page.context.set_offline(True)
    expect(chat.banner).to_be_visible()
    chat.type("y en hp?")
    expect(chat.last).to_contain_text("Sin enviar")


def widget(page: Page, url: str) -> None:
    """The chat on a shop's page."""
    page.goto(url + "/widget-demo")
    page.get_by_role("button", name="¿Te ayudo a elegir?").click()
    frame = page.frame_locator("iframe")
    expect(frame.locator("#status")).to_have_attribute("data-state", "online")
    frame.get_by_label("Tu mensaje").fill("audífonos bluetooth hasta $50.000")
    frame.get_by_label("Tu mensaje").press("Enter")
    expect(frame.locator(".turn")).to_have_attribute("data-status", "answered")


PICTURES = [
    ("vacio", empty, {}),
    ("conversacion", conversation, {}),
    ("comparacion", compare, {}),
    ("sin-resultado", no_result, {}),
    ("sin-conexion", offline, {}),
    ("oscuro", conversation, {"color_scheme": "dark"}),
    ("telefono", conversation, PHONE),
    ("telefono-comparacion", compare, PHONE),
    ("telefono-oscuro", no_result, {**PHONE, "color_scheme": "dark"}),
]


@pytest.mark.parametrize(("name", "state", "options"), PICTURES, ids=[name for name, _, _ in PICTURES])
def test_picture(open_chat, name, state, options):
    """Writes one picture."""
    chat = open_chat(reduced_motion="reduce", **options)
    state(chat)
    save(chat.page, name)


def test_picture_of_the_widget(new_context, live_server):
    """Writes the picture of the example shop."""
    page = new_context().new_page()
    widget(page, live_server.url)
    save(page, "widget")


def save(page: Page, name: str) -> None:
    """Writes the page's picture, light enough for a repository."""
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLED)
    path = FOLDER / f"{name}.png"
    page.screenshot(path=path)
    assert path.stat().st_size < 200_000
