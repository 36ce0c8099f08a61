"""Usable by everybody: checked by axe-core in each state, by keyboard alone, enlarged, and with less motion."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect

from tests.browser.scripted_socket import ScriptedSocket, comparison, product, stored_turn


def empty(socket: ScriptedSocket) -> None:
    """The page before the first message."""


def search(socket: ScriptedSocket) -> None:
    """Cards of every stock, filters, suggestions."""
    socket.converse(
        "busco un notebook",
        "Encontré **3** notebooks:\n- uno\n- dos",
        productos=[product(id=n, stock=n * 2, motivo="El más barato") for n in range(4)],
        sugerencias=["¿y en HP?"],
        filtros={"categoria": "Notebooks", "marcas": ["Lenovo"], "precio_max": 600_000, "relajados": ["marcas"]},
    )


def compare(socket: ScriptedSocket) -> None:
    """A comparison."""
    socket.converse("compara", comparacion=comparison())


def failed(socket: ScriptedSocket) -> None:
    """A message that failed."""
    socket.send({"type": "error", "id": socket.receive_message("hola"), "code": "internal", "message": "Algo falló."})
    expect(socket.chat.last).to_have_attribute("data-status", "failed")


def offline(socket: ScriptedSocket) -> None:
    """A message that waits, under the banner."""
    socket.greeting = False
    socket.drop()
    expect(socket.chat.banner).to_be_visible()
    socket.chat.type("hola")


def writing(socket: ScriptedSocket) -> None:
    """An answer being written."""
    socket.send({"type": "ack", "id": socket.receive_message("hola")})
    expect(socket.page.get_by_role("button", name="Detener")).to_be_visible()


def menu(socket: ScriptedSocket) -> None:
    """The menu, open."""
    socket.page.get_by_label("Más opciones").click()


def privacy(socket: ScriptedSocket) -> None:
    """The dialog about data."""
    socket.page.get_by_role("button", name="Privacidad").last.click()


def rating(socket: ScriptedSocket) -> None:
    """The form for a reason."""
    socket.page.route("**/api/rating", lambda route: route.fulfill(status=204))
    socket.converse("hola")
    socket.page.get_by_role("button", name="No me sirvió").click()
    expect(socket.page.get_by_label("¿Qué faltó?")).to_be_visible()


def reason_sent(socket: ScriptedSocket) -> None:
    """Thanks for an opinion, a thumb pressed."""
    rating(socket)
    socket.page.get_by_role("button", name="No me entendió").click()
    expect(socket.page.locator(".answer__note")).to_have_text("Gracias por contarnos.")


def erase(socket: ScriptedSocket) -> None:
    """The question before data is erased, and that it failed."""
    socket.page.route("**/api/session", lambda route: route.abort())
    menu(socket)
    socket.page.get_by_role("button", name="Borrar mis datos").first.click()
    socket.page.get_by_role("button", name="Sí, borrar").click()
    expect(socket.page.get_by_role("alert")).to_be_visible()


def too_long(socket: ScriptedSocket) -> None:
    """A message that has to be shorter."""
    socket.chat.input.fill("a" * 2_100)


def away(socket: ScriptedSocket) -> None:
    """Reading further up, with the way back."""
    for _ in range(4):
        search(socket)
    socket.page.locator("#conversation").hover()
    socket.page.mouse.wheel(0, -2000)
    expect(socket.page.get_by_role("button", name="Ver lo último")).to_be_visible()


def other_tab(socket: ScriptedSocket) -> None:
    """What another tab asked, half answered."""
    socket.send({"type": "question", "id": "z", "text": "¿y en HP?", "fecha": "2026-03-02T15:00:00.000Z"})
    socket.send({"type": "typing", "id": "z"})
    socket.send({"type": "token", "id": "z", "text": "Encontré **tres**"})
    expect(socket.chat.last.locator("strong")).to_be_visible()


SETTLED = """async () => {
  const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
  await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().filter(ends).map((animation) => animation.finished));
}"""
STATES = [
    empty, search, compare, failed, offline, writing, menu, privacy, rating,
    reason_sent, erase, too_long, away, other_tab
]  # fmt: skip


def violations(page: Page | Frame, context: str | None = None) -> str:
    """Returns what axe-core finds wrong in a page or a part of it, as text.

    A page in transition shows colours that nobody reads, so everything that ends is waited for.
    """
    page.evaluate(SETTLED)
    results = Axe().run(page, context)
    return results.generate_report() if results.violations_count else ""


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scripted, state, scheme):
    """No violation of any rule of axe-core, in light and in dark."""
    socket = scripted(color_scheme=scheme, reduced_motion="reduce")
    state(socket)
    assert violations(socket.page) == ""


@pytest.mark.parametrize("state", [search, compare])
def test_axe_finds_nothing_on_a_phone(scripted, state):
    """The narrow layout keeps the roles of the table and the names of the buttons."""
    socket = scripted(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    state(socket)
    assert violations(socket.page) == ""


def test_axe_finds_nothing_in_english(scripted):
    """The other language has all its names."""
    assert violations(scripted(query="?lang=en").page) == ""


def test_whole_conversation_by_keyboard(scripted):
    """Write, pick a suggestion, remove a filter, open a product: no pointer anywhere, and the focus comes back."""
    socket = scripted()
    page = socket.page
    expect(socket.chat.input).to_be_focused()
    page.keyboard.type("busco un notebook")
    page.keyboard.press("Enter")
    socket.answer(
        socket.wait_messages(1)[0]["id"],
        productos=[product(), product(id=2)],
        sugerencias=["¿y en HP?"],
        filtros={"categoria": "Notebooks"},
    )
    expect(socket.chat.input).to_be_focused()
    for name, sent in (
        ("¿y en HP?", "¿y en HP?"),
        ("Quitar Notebooks", "sin importar la categoría"),
        ("Notebook Lenovo IdeaPad 1", "Ficha técnica de Notebook Lenovo IdeaPad 1"),
    ):
        before = len(socket.messages())
        tab_to(page, name, backwards=True)
        page.keyboard.press("Enter")
        assert socket.wait_messages(before + 1)[-1]["text"] == sent
        expect(socket.chat.input).to_be_focused()


def tab_to(page: Page, name: str, *, backwards: bool = False) -> None:
    """Presses Tab until the element of that name has the focus, which must be visible."""
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent").strip() == name:
            return
    raise AssertionError(f"{name!r} cannot be reached with Tab")


def test_focus_is_not_lost_with_a_button_that_goes(scripted):
    """Who pressed "Ver lo último" or "Detener" stays in the conversation when it hides, its work done."""
    socket = scripted(has_touch=True, is_mobile=True)
    away(socket)
    latest, conversation = socket.page.get_by_role("button", name="Ver lo último"), socket.page.locator("#conversation")
    latest.focus()
    socket.page.keyboard.press("Enter")
    expect(latest).to_be_hidden()
    expect(conversation).to_be_focused()
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "ack", "id": mensaje_id})
    socket.page.get_by_role("button", name="Detener").focus()
    socket.answer(mensaje_id)
    socket.chat.answered(4)
    expect(conversation).to_be_focused()


STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return null;
  const marked = stop.closest(".product, .composer__input") ? stop.closest(".product, .composer") : stop;
  const style = getComputedStyle(marked), box = stop.getBoundingClientRect();
  const x = box.left + Math.min(box.width / 2, 40), y = box.top + Math.min(box.height / 2, 40);
  const top = document.elementFromPoint(x, y);
  return {
    name: (stop.ariaLabel ?? stop.textContent).trim().slice(0, 40) || stop.id,
    marked: style.outlineStyle !== "none" || style.boxShadow !== "none",
    seen: stop.contains(top) || (top?.closest(".product, .composer")?.contains(stop) ?? false),
  };
}"""


@pytest.mark.parametrize("size", [(1180, 700), (360, 640)], ids=["laptop", "phone"])
@pytest.mark.parametrize(("start", "key"), [("#mensaje", "Shift+Tab"), (".skip-link", "Tab")], ids=["back", "on"])
def test_every_stop_of_the_keyboard_is_marked_and_in_sight(scripted, size, start, key):
    """WCAG 2.2, 2.4.7 and 2.4.11: the focus shows wherever it goes, and nothing floats above it."""
    socket = scripted(viewport=dict(zip(("width", "height"), size, strict=True)), reduced_motion="reduce")
    for _ in range(3):
        search(socket)
    compare(socket)
    socket.page.locator("#conversation").evaluate("(e) => e.scrollTo(0, e.scrollHeight)")
    expect(socket.page.get_by_role("button", name="Ver lo último")).to_be_hidden()
    socket.page.locator(start).focus()
    stops = []
    for _ in range(80):
        socket.page.keyboard.press(key)
        socket.page.evaluate(SETTLED)
        if (stop := socket.page.evaluate(STOP)) is None:
            break
        stops.append(stop)
    assert len(stops) > 25
    assert [stop for stop in stops if not (stop["marked"] and stop["seen"])] == []


def test_skip_link_is_first_and_leads_to_the_composer(scripted):
    """Who comes by keyboard need not pass the whole conversation."""
    socket = scripted(history=[stored_turn(str(n), "hola") for n in range(5)], has_touch=True, is_mobile=True)
    socket.page.keyboard.press("Tab")
    link = socket.page.get_by_role("link", name="Ir a escribir un mensaje")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    socket.page.keyboard.press("Enter")
    expect(socket.chat.input).to_be_focused()


def test_menu_and_dialog_give_the_focus_back(scripted):
    """Escape closes what is open, and the focus returns to where it came from."""
    socket = scripted()
    page = socket.page
    opener = page.get_by_label("Más opciones")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Descargar mis datos").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu__panel")).to_be_hidden()
    expect(opener).to_be_focused()
    privacy_button = page.get_by_role("button", name="Privacidad").last
    privacy_button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Tus datos")).to_be_visible()
    page.keyboard.press("Escape")
    expect(privacy_button).to_be_focused()


@pytest.mark.parametrize("size", [(590, 410), (320, 256), (320, 640)], ids=["200 %", "400 %", "small phone"])
def test_enlarged_page_stays_usable(scripted, size):
    """At 200 % and 400 % of a laptop's page nothing is cut off sideways and the composer can be reached."""
    width, height = size
    socket = scripted(viewport={"width": width, "height": height})
    search(socket)
    compare(socket)
    assert socket.page.evaluate("document.documentElement.scrollWidth") <= width
    socket.chat.input.scroll_into_view_if_needed()
    expect(socket.chat.input).to_be_in_viewport()
    socket.converse("hola")


def test_less_motion_means_none(scripted):
    """With reduced motion nothing moves for longer than an instant."""
    socket = scripted(reduced_motion="reduce")
    writing(socket)
    moving = socket.page.evaluate(
        """document.getAnimations()
           .filter((a) => a.playState === "running" && a.effect.getTiming().iterations > 1).length"""
    )
    assert moving == 0
