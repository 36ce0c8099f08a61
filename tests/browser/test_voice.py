"""Dictation, where the browser has it."""

from playwright.sync_api import expect

# A browser that hears what the test says: window.heard("texto") and window.deaf("not-allowed").
RECOGNITION = """
window.SpeechRecognition = class {
  start() {
    window.heard = (text) => { this.onresult({ results: [[{ transcript: text }]] }); this.onend(); };
    window.deaf = (error) => { this.onerror({ error }); this.onend(); };
  }
  stop() { this.onend(); }
};
"""


def test_dictation_writes_into_the_composer(scripted):
    """Words land in the field after what was there, to be read before they are sent."""
    socket = scripted(init_script=RECOGNITION)
    socket.chat.input.fill("busco")
    socket.page.get_by_role("button", name="Dictar un mensaje").click()
    expect(socket.page.get_by_role("button", name="Terminar el dictado")).to_have_attribute("aria-pressed", "true")
    socket.page.evaluate("heard('una tele barata')")
    expect(socket.chat.input).to_have_value("busco una tele barata")
    expect(socket.chat.input).to_be_focused()
    assert socket.messages() == []


def test_refused_microphone_is_explained(scripted):
    """The page says what to do, and goes on."""
    socket = scripted(init_script=RECOGNITION)
    socket.page.get_by_role("button", name="Dictar un mensaje").click()
    socket.page.evaluate("deaf('not-allowed')")
    expect(socket.page.locator("#composer-note")).to_contain_text("No tengo permiso para usar el micrófono")
    expect(socket.page.get_by_role("button", name="Dictar un mensaje")).to_be_visible()


def test_no_dictation_button_where_the_browser_cannot_listen(scripted):
    """A button that does nothing is not shown."""
    socket = scripted(init_script="delete window.SpeechRecognition; delete window.webkitSpeechRecognition")
    expect(socket.page.get_by_role("button", name="Dictar un mensaje")).to_be_hidden()
