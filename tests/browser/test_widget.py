"""The chat on a shop's page."""

from playwright.sync_api import expect

from tests.browser.conftest import watch


def test_widget_opens_talks_and_closes(new_context, live_server):
    """A button in a shadow root opens the chat; Escape or its own button gives the page back."""
    problems: list[str] = []
    page = new_context().new_page()
    watch(page, live_server.url, problems)
    page.goto(live_server.url + "/widget-demo")
    launcher = page.get_by_role("button", name="¿Te ayudo a elegir?")
    expect(page.locator("iframe")).to_have_count(0)
    launcher.click()
    chat = page.frame_locator("iframe")
    expect(chat.locator("#status")).to_have_attribute("data-state", "online")
    chat.get_by_label("Tu mensaje").fill("hola")
    chat.get_by_label("Tu mensaje").press("Enter")
    expect(chat.locator(".turn")).to_have_attribute("data-status", "answered")
    chat.get_by_role("button", name="Cerrar el chat").click()
    expect(page.locator("iframe")).to_be_hidden()
    expect(launcher).to_be_focused()
    launcher.click()
    expect(chat.locator(".turn")).to_have_count(1)
    chat.get_by_label("Tu mensaje").press("Escape")
    expect(page.locator("iframe")).to_be_hidden()
    assert problems == []


def test_widget_leaves_the_page_alone(new_context, live_server):
    """Its styles stay inside, and the shop's stay outside."""
    page = new_context(bypass_csp=True).new_page()
    page.goto(live_server.url + "/widget-demo")
    page.add_style_tag(content="button { display: none !important } * { color: red }")
    expect(page.get_by_role("button", name="¿Te ayudo a elegir?")).to_be_visible()
    assert page.locator("asistente-compras").evaluate("(e) => e.shadowRoot !== null")
    assert page.evaluate("document.querySelectorAll('style, link[rel=stylesheet]').length") == 2


def test_widget_fills_a_phone(new_context, live_server):
    """On a narrow screen the open chat takes all of it."""
    page = new_context(viewport={"width": 360, "height": 640}).new_page()
    page.goto(live_server.url + "/widget-demo")
    page.get_by_role("button", name="¿Te ayudo a elegir?").click()
    assert page.locator("iframe").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 640}
