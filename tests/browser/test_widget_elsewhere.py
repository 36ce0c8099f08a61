"""The chat on the page of a shop that lives on another origin: allowed by the operator, or refused."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.test_accessibility import violations
from tests.support.server import Server

ANSWER_MS = 15_000


class Shop:
    """A shop's web server. `attributes` are those of the widget's script."""

    def __init__(self) -> None:
        self.attributes = ""
        self.chat_url = ""
        shop = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = shop.html().encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Says nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def html(self) -> str:
        """Returns the shop's page, whose styles would spoil anything that they reach."""
        return f"""<!doctype html><html lang="es"><title>Tienda</title>
            <style>* {{ color: red !important; font-size: 40px !important }}
            button {{ display: none !important }}</style>
            <main><h1>Mi tienda</h1><a href="#x">Ofertas</a></main>
            <script src="{self.chat_url}/static/js/widget.js" {self.attributes} async></script></html>"""

    def close(self) -> None:
        """Ends it."""
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture(scope="module")
def shops() -> Iterator[tuple[Shop, Shop]]:
    """One that the operator allows, and one that helps itself."""
    allowed, stranger = Shop(), Shop()
    yield allowed, stranger
    allowed.close()
    stranger.close()


@pytest.fixture(scope="module")
def server(
    shops: tuple[Shop, Shop], new_database: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The service, with the first shop on its list."""
    env = {
        "DATABASE_URL": new_database().replace("postgresql+psycopg2://", "postgresql://"),
        "WIDGET_ORIGINS": f'["{shops[0].url}"]',
    }
    server = Server(env, tmp_path_factory.mktemp("server") / "server.log")
    server.start()
    for shop in shops:
        shop.chat_url = server.url
    yield server
    server.kill()


@pytest.fixture
def shop(shops: tuple[Shop, Shop], server: Server) -> Shop:
    shops[0].attributes = ""
    return shops[0]


def visit(page: Page, shop: Shop, attributes: str = "") -> FrameLocator:
    """Opens the shop's page; returns where the chat will be."""
    shop.attributes = attributes
    page.goto(shop.url)
    return page.frame_locator("iframe")


def test_talks_on_an_allowed_page(new_context, shop):
    """Search, cards, rating, reload: all of it inside the shop's page, by keyboard alone."""
    page = new_context().new_page()
    chat = visit(page, shop)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="¿Te ayudo a elegir?")).to_be_focused()
    page.keyboard.press("Enter")
    expect(chat.locator("#status")).to_have_attribute("data-state", "online")
    expect(chat.get_by_label("Tu mensaje")).to_be_focused()
    page.keyboard.type("busco un notebook lenovo bajo 600 lucas")
    page.keyboard.press("Enter")
    expect(chat.locator(".turn")).to_have_attribute("data-status", "answered", timeout=ANSWER_MS)
    expect(chat.locator(".product").first).to_be_visible()
    chat.get_by_role("button", name="Me sirvió", exact=True).click()
    expect(chat.locator(".answer__note")).to_have_text("Gracias por contarnos.")
    page.keyboard.press("Escape")
    expect(page.locator("iframe")).to_be_hidden()
    expect(page.get_by_role("button", name="¿Te ayudo a elegir?")).to_be_focused()
    page.reload()
    page.get_by_role("button", name="¿Te ayudo a elegir?").click()
    expect(chat.locator(".turn")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_around_and_inside(new_context, shop, scheme):
    """Button, panel and the chat in its frame."""
    page = new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    chat = visit(page, shop)
    button = page.get_by_role("button", name="¿Te ayudo a elegir?")
    expect(button).to_be_visible()
    assert violations(page, "asistente-compras") == ""
    button.click()
    expect(chat.locator("#status")).to_have_attribute("data-state", "online")
    assert violations(page, "asistente-compras") == ""
    (frame,) = (frame for frame in page.frames if "embed=1" in frame.url)
    assert violations(frame) == ""


def test_script_attributes(new_context, shop):
    """Words, side, colour, language and whether it opens by itself are the shop's to say."""
    page = new_context().new_page()
    attributes = 'data-lang="en" data-position="left" data-color="rgb(90, 20, 60)" data-open'
    chat = visit(page, shop, attributes)
    expect(chat.get_by_label("Your message")).to_be_visible()
    chat.get_by_role("button", name="Close the chat").click()
    button = page.get_by_role("button", name="Can I help you choose?")
    assert button.bounding_box()["x"] == 16
    assert button.evaluate("(e) => getComputedStyle(e).backgroundColor") == "rgb(90, 20, 60)"
    assert button.evaluate("(e) => getComputedStyle(e).color") == "rgb(255, 255, 255)"
    assert button.evaluate("(e) => getComputedStyle(e).fontSize") == "16px"
    visit(page, shop, 'data-title="<b>Hola</b>"')
    expect(page.get_by_role("button", name="<b>Hola</b>")).to_be_visible()


def test_a_persons_language_wins_over_the_shops(new_context, shop):
    """Chosen once inside the widget, it is there the next time."""
    page = new_context().new_page()
    chat = visit(page, shop, 'data-lang="en" data-open')
    chat.get_by_role("link", name="Español").click()
    expect(chat.get_by_label("Tu mensaje")).to_be_visible()
    expect(chat.get_by_role("button", name="Cerrar el chat")).to_be_visible()
    page.reload()
    expect(chat.get_by_label("Tu mensaje")).to_be_visible()


def test_refused_on_a_page_that_is_not_on_the_list(new_context, shops, server):
    """The browser shows no chat there, its page cannot open the socket, and the widget says so and can be closed."""
    page = new_context().new_page()
    visit(page, shops[1])
    page.get_by_role("button", name="¿Te ayudo a elegir?").click()
    expect(page.get_by_role("dialog")).to_contain_text("no está disponible en esta página", timeout=ANSWER_MS)
    assert [frame for frame in page.frames if frame.url.startswith(server.url)] == []
    opened = page.evaluate(
        """(url) => new Promise((done) => {
             const socket = new WebSocket(url);
             socket.onopen = () => done(true);
             socket.onerror = () => done(false);
           })""",
        server.ws_url,
    )
    assert opened is False
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="¿Te ayudo a elegir?")).to_be_focused()


def test_server_asleep_is_told_and_can_be_closed(new_context, shop, server):
    """While the frame does not come the panel says why, also on a phone, where it covers the whole page."""
    page = new_context(viewport={"width": 360, "height": 640}).new_page()
    page.route("**/?embed=1*", lambda route: None)
    visit(page, shop)
    page.get_by_role("button", name="¿Te ayudo a elegir?").click()
    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text("Abriendo el asistente…")
    expect(panel).to_contain_text("El asistente está despertando", timeout=ANSWER_MS)
    panel.get_by_role("button", name="Cerrar el chat").click()
    page.unroute_all()
    page.get_by_role("button", name="¿Te ayudo a elegir?").click()
    expect(page.frame_locator("iframe").locator("#status")).to_have_attribute("data-state", "online")
    expect(panel.get_by_text("Abriendo el asistente…")).to_be_hidden()
