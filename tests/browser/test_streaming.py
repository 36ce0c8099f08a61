"""One message on its way: confirmed, answered word by word, stopped, failed, tried again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.scripted_socket import answer_frame, product


def test_own_message_shows_at_once_and_is_confirmed(scripted):
    """The bubble is there before the server says anything, and tells how far the message got."""
    socket = scripted()
    mensaje_id = socket.receive_message("busco un notebook")
    expect(socket.chat.last.locator(".question__bubble")).to_contain_text("busco un notebook")
    expect(socket.chat.last).to_contain_text("Enviando…")
    socket.send({"type": "ack", "id": mensaje_id})
    expect(socket.chat.last).to_contain_text("Enviado")
    expect(socket.chat.last.locator(".typing")).to_be_visible()


def test_words_appear_as_they_come_and_end_as_the_whole_answer(scripted):
    """Pieces are shown in order; the final text replaces them."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "ack", "id": mensaje_id})
    socket.send({"type": "typing", "id": mensaje_id})
    text = socket.chat.last.locator(".answer__text")
    for piece, so_far in (
        ("Encontré ", "Encontré"),
        ("tres ", "Encontré tres"),
        ("notebooks", "Encontré tres notebooks"),
    ):
        socket.send({"type": "token", "id": mensaje_id, "text": piece})
        expect(text).to_have_text(so_far)
    expect(socket.chat.last.locator(".typing")).to_be_hidden()
    socket.send(answer_frame(mensaje_id, "Encontré **2** notebooks."))
    expect(text).to_have_text("Encontré 2 notebooks.")
    expect(text.locator("strong")).to_have_text("2")


def test_answer_is_read_aloud_once_and_whole(scripted):
    """The live region stays silent while words come, and then holds the answer a single time."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    announcer = socket.page.locator("#announcer")
    socket.send({"type": "typing", "id": mensaje_id})
    for piece in ("Hola, ", "¿qué ", "buscas?"):
        socket.send({"type": "token", "id": mensaje_id, "text": piece})
    expect(socket.chat.last.locator(".answer__text")).to_have_text("Hola, ¿qué buscas?")
    expect(announcer).to_have_text("")
    frame = answer_frame(mensaje_id, "Hola, ¿**qué** buscas?", productos=[product()])
    socket.send(frame)
    socket.send(frame)
    expect(announcer.locator("p")).to_have_text(["Asistente: Hola, ¿qué buscas? 1 producto en la respuesta."])


def test_stop_ends_the_answer_with_what_was_shown(scripted):
    """The button is there only while an answer is written, and says `stop` to the server."""
    socket = scripted()
    stop = socket.page.get_by_role("button", name="Detener")
    expect(stop).to_be_hidden()
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "ack", "id": mensaje_id})
    socket.send({"type": "typing", "id": mensaje_id})
    socket.send({"type": "token", "id": mensaje_id, "text": "Encontré tres"})
    stop.click()
    socket.send(answer_frame(mensaje_id, "Encontré tres"))
    expect(stop).to_be_hidden()
    expect(socket.chat.last.locator(".answer__text")).to_have_text("Encontré tres")
    assert [frame for frame in socket.received if frame["type"] == "stop"] == [{"type": "stop"}]


def test_escape_stops_too(scripted):
    """A keyboard user needs no trip to the button."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "ack", "id": mensaje_id})
    expect(socket.page.get_by_role("button", name="Detener")).to_be_visible()
    socket.page.keyboard.press("Escape")
    socket.send(answer_frame(mensaje_id))
    socket.chat.answered(0)
    assert {"type": "stop"} in socket.received


@pytest.mark.parametrize("code", ["database", "internal", "rate_limited"])
def test_failed_message_can_be_tried_again_under_the_same_id(scripted, code):
    """The server's reason is shown with "Reintentar", which sends the same message again."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "error", "id": mensaje_id, "code": code, "message": "Ahora no puedo."})
    expect(socket.chat.last).to_have_attribute("data-status", "failed")
    expect(socket.chat.last).to_contain_text("Ahora no puedo.")
    socket.chat.last.get_by_role("button", name="Reintentar").click()
    assert [frame["id"] for frame in socket.wait_messages(2)] == [mensaje_id, mensaje_id]
    socket.answer(mensaje_id)
    expect(socket.chat.last.get_by_role("button", name="Reintentar")).to_be_hidden()
    assert socket.chat.questions() == ["hola"]


@pytest.mark.parametrize("code", ["empty", "too_long"])
def test_message_that_has_to_change_goes_back_to_the_composer(scripted, code):
    """Sending it again would fail again, so it is offered for editing."""
    socket = scripted()
    mensaje_id = socket.receive_message("un mensaje larguísimo")
    socket.send({"type": "error", "id": mensaje_id, "code": code, "message": "Es muy largo."})
    expect(socket.chat.last.get_by_role("button", name="Reintentar")).to_be_hidden()
    socket.chat.last.get_by_role("button", name="Editar").click()
    expect(socket.chat.input).to_have_value("un mensaje larguísimo")
    expect(socket.chat.input).to_be_focused()
    assert socket.chat.questions() == []


def test_error_without_a_message_is_told(scripted):
    """A notice of the server is shown under the composer."""
    socket = scripted()
    socket.send({"type": "error", "id": None, "code": "no_session", "message": "Empezamos una sesión nueva."})
    expect(socket.page.locator("#composer-note")).to_have_text("Empezamos una sesión nueva.")


def test_messages_typed_ahead_are_answered_each_in_its_place(scripted):
    """A second message may be sent while the first is being answered."""
    socket = scripted()
    first, second = socket.receive_message("uno"), socket.receive_message("dos")
    socket.answer(first, "Respuesta uno")
    socket.answer(second, "Respuesta dos")
    assert socket.chat.answer_text(socket.chat.answered(0)) == "Respuesta uno"
    assert socket.chat.answer_text(socket.chat.answered(1)) == "Respuesta dos"


@pytest.mark.parametrize(
    "frame", ["no es json", "[]", '{"type":"desconocido"}', '{"type":"token","id":"x","text":"y"}']
)
def test_frames_that_make_no_sense_change_nothing(scripted, frame):
    """The page goes on after a frame that is not of the protocol, or not of this conversation."""
    socket = scripted()
    socket.send_text(frame)
    socket.converse("hola", "Todo bien.")
    assert socket.chat.answer_text(socket.chat.answered(0)) == "Todo bien."


def test_blank_messages_are_not_sent(scripted):
    """Enter on spaces does nothing."""
    socket = scripted()
    socket.chat.type("   \n ")
    socket.converse("hola")
    assert [frame["text"] for frame in socket.messages()] == ["hola"]


def test_ids_are_unique(scripted):
    """Each message has an id of its own, of the form of a UUID."""
    socket = scripted()
    ids = [socket.receive_message("hola") for _ in range(3)]
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", mensaje_id) for mensaje_id in ids)


def test_a_message_too_long_is_told_before_it_is_sent(scripted):
    """The composer counts, refuses, and keeps the text."""
    socket = scripted()
    socket.chat.type("a" * 2001)
    expect(socket.page.locator("#composer-note")).to_have_text("Sobra 1 carácter")
    expect(socket.chat.input).to_have_attribute("aria-invalid", "true")
    assert socket.messages() == []
