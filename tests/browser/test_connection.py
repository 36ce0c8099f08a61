"""The connection comes and goes; no message is lost and none is answered twice."""

import os
import signal
import threading

import pytest
from playwright.sync_api import expect

from tests.browser.chat_page import product_names
from tests.browser.scripted_socket import answer_frame, stored_turn
from tests.support.server import Server

RECONNECT_MS = 30_000
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 20_000}  # bytes per second


def test_unanswered_message_is_sent_again_under_its_id(scripted):
    """A connection lost in mid-answer: the same id goes out on the next one, and the answer is shown once."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "ack", "id": mensaje_id})
    socket.send({"type": "typing", "id": mensaje_id})
    socket.send({"type": "token", "id": mensaje_id, "text": "Encontré tr"})
    expect(socket.chat.last.locator(".answer__text")).to_have_text("Encontré tr")
    socket.drop()
    assert [frame["id"] for frame in socket.wait_messages(2)] == [mensaje_id, mensaje_id]
    socket.answer(mensaje_id, "Encontré tres notebooks.")
    assert socket.chat.answer_text(socket.chat.answered(0)) == "Encontré tres notebooks."
    assert socket.chat.questions() == ["hola"]


def test_cut_answer_is_explained_while_the_server_is_away(scripted):
    """What was shown stays, with the words for what happened."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "typing", "id": mensaje_id})
    socket.send({"type": "token", "id": mensaje_id, "text": "Encontré tr"})
    expect(socket.chat.last.locator(".answer__text")).to_have_text("Encontré tr")
    socket.greeting = False
    socket.drop()
    expect(socket.chat.last).to_contain_text("La respuesta se cortó")
    expect(socket.chat.last.locator(".answer__text")).to_have_text("Encontré tr")
    expect(socket.chat.banner).to_contain_text("Se cortó la conexión")


def test_message_that_was_answered_meanwhile_is_not_doubled(scripted):
    """The history of the new connection already holds the answer."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    socket.history = [stored_turn(mensaje_id, "hola")]
    socket.drop()
    socket.chat.answered(0)
    assert socket.chat.questions() == ["hola"]


def test_messages_written_offline_go_out_in_order_and_once(scripted):
    """Nothing is lost without a network, and the state is told in words."""
    socket = scripted()
    socket.greeting = False
    socket.drop()
    socket.wait_connections(2)
    for text in ("uno", "dos"):
        socket.chat.type(text)
    expect(socket.chat.last).to_contain_text("Sin enviar. Saldrá solo cuando vuelva la conexión.")
    socket.greeting = True
    socket.chat.last.get_by_role("button", name="Reintentar").click()
    sent = socket.wait_messages(2)
    assert [frame["text"] for frame in sent] == ["uno", "dos"]
    for frame in sent:
        socket.answer(frame["id"])
    socket.chat.answered(1)
    assert len(socket.messages()) == 2


def test_unsent_message_survives_a_reload(scripted):
    """The queue is kept by the tab and goes out with the same id."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    socket.page.reload()
    assert [frame["id"] for frame in socket.wait_messages(2)] == [mensaje_id, mensaje_id]
    socket.answer(mensaje_id)
    socket.chat.answered(0)
    assert socket.chat.questions() == ["hola"]
    socket.page.reload()
    socket.chat.wait_online()
    assert len(socket.messages()) == 2


def test_draft_survives_a_reload(scripted):
    """What was being written is still there."""
    socket = scripted()
    socket.chat.input.fill("busco un")
    socket.page.reload()
    expect(socket.chat.input).to_have_value("busco un")


def test_sleeping_server_is_explained(scripted):
    """After some seconds without an answer the page says that the server is waking up."""
    socket = scripted()
    socket.greeting = False
    socket.drop()
    expect(socket.chat.banner).to_contain_text("El servidor está despertando", timeout=RECONNECT_MS)
    expect(socket.chat.status).to_contain_text("Despertando…")
    socket.greeting = True
    socket.page.get_by_role("button", name="Reintentar ahora").click()
    socket.chat.wait_online()
    expect(socket.chat.banner).to_be_hidden()


def test_no_network_is_told_apart(new_context, live_server, open_chat):
    """Without internet the page says so, keeps what is written, and sends it when the network is back."""
    context = new_context()
    chat = open_chat(context=context)
    context.set_offline(True)
    expect(chat.status).to_contain_text("Sin conexión")
    chat.type("hola")
    expect(chat.banner).to_contain_text("No hay internet")
    expect(chat.last).to_contain_text("Sin enviar")
    context.set_offline(False)
    chat.answered(0)
    expect(chat.banner).to_be_hidden()


def test_server_killed_and_restarted_in_mid_answer(open_chat, own_server: Server):
    """The process dies with a message in its hands; its successor answers it, and the log has it once."""
    chat = open_chat(server=own_server)
    chat.say("busco un notebook lenovo bajo 600 lucas")
    os.kill(own_server.pid, signal.SIGSTOP)
    chat.type("y en hp?")
    own_server.kill()
    expect(chat.last).to_contain_text("Sin enviar")
    own_server.start()
    turn = chat.turns.nth(1)
    expect(turn).to_have_attribute("data-status", "answered", timeout=RECONNECT_MS)
    assert product_names(turn)
    history = chat.page.evaluate("fetch('/api/history').then((answer) => answer.json())")
    assert [row["text"] for row in history["messages"]] == ["busco un notebook lenovo bajo 600 lucas", "y en hp?"]
    chat.page.reload()
    chat.answered(1)
    assert chat.questions() == ["busco un notebook lenovo bajo 600 lucas", "y en hp?"]


def test_messages_wait_for_a_server_that_is_starting(open_chat, own_server: Server):
    """Two messages written while the server is away are both answered, in order, when it is back."""
    chat = open_chat(server=own_server)
    own_server.kill()
    chat.type("hola")
    chat.type("qué puedes hacer")
    back = threading.Timer(1.0, own_server.start)
    back.start()
    expect(chat.turns.nth(1)).to_have_attribute("data-status", "answered", timeout=RECONNECT_MS)
    back.join()
    history = chat.page.evaluate("fetch('/api/history').then((answer) => answer.json())")
    assert [row["text"] for row in history["messages"]] == ["hola", "qué puedes hacer"]


def test_slow_network(open_chat):
    """On a slow phone line the page still opens, sends and shows the answer."""
    chat = open_chat()
    chat.page.context.new_cdp_session(chat.page).send("Network.emulateNetworkConditions", SLOW)
    chat.page.reload()
    chat.wait_online()
    turn = chat.say("busco un notebook lenovo bajo 600 lucas")
    assert product_names(turn)


@pytest.mark.parametrize("known", [[], ["b"], ["a", "b", "c"]])
def test_history_finds_its_place_among_what_is_shown(scripted, known):
    """Turns that arrive with a new connection are put in the server's order, none twice."""
    rows = {name: stored_turn(name, f"mensaje {name}") for name in "abc"}
    socket = scripted(history=[rows[name] for name in known])
    socket.history = list(rows.values())
    socket.drop()
    expect(socket.chat.turns).to_have_count(3)
    assert socket.chat.questions() == ["mensaje a", "mensaje b", "mensaje c"]


def test_turn_of_another_tab_is_shown(scripted):
    """A `turn` frame adds question and answer; sent again, it adds nothing."""
    socket = scripted()
    frame = {"type": "turn", "message": stored_turn("z", "desde la otra")}
    frame["message"]["respuesta"] = answer_frame("z", "Respuesta de la otra")
    socket.send(frame)
    socket.send(frame)
    expect(socket.chat.turns).to_have_count(1)
    assert socket.chat.answer_text(socket.chat.answered(0)) == "Respuesta de la otra"


def test_question_of_another_tab_is_heard_word_by_word(scripted):
    """`question` and tokens show at once; the end completes them; what is already here stays as it is."""
    socket = scripted()
    question = {"type": "question", "id": "z", "text": "desde la otra", "fecha": "2026-03-02T15:00:00.000Z"}
    socket.send(question)
    socket.send({"type": "typing", "id": "z"})
    expect(socket.chat.last.locator(".typing")).to_be_visible()
    socket.send({"type": "token", "id": "z", "text": "Encontré tr"})
    expect(socket.chat.last.locator(".answer__text")).to_have_text("Encontré tr")
    expect(socket.page.locator("#announcer")).to_have_text("")
    turn = stored_turn("z", "desde la otra")
    socket.send({"type": "turn", "message": {**turn, "respuesta": answer_frame("z", "Encontré tres.")}})
    assert socket.chat.answer_text(socket.chat.answered(0)) == "Encontré tres."
    socket.send(question)
    socket.send({"type": "typing", "id": "z"})
    socket.converse("hola")
    assert socket.chat.questions() == ["desde la otra", "hola"]
    assert socket.chat.answer_text(socket.chat.turns.first) == "Encontré tres."


def test_forgotten_session_is_replaced_on_retry(scripted):
    """A message that came to a session erased meanwhile goes out again on a connection of its own."""
    socket = scripted()
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "error", "id": mensaje_id, "code": "no_session", "message": "Tu sesión terminó."})
    socket.chat.last.get_by_role("button", name="Reintentar").click()
    assert [frame["id"] for frame in socket.wait_messages(2)] == [mensaje_id, mensaje_id]
    assert socket.connections == 2
    socket.answer(mensaje_id)
    socket.chat.answered(0)


def test_stop_that_has_nothing_to_stop_keeps_the_connection(scripted):
    """`stop` is not answered, so silence after it is no sign of a dead connection; after a ping it is."""
    socket = scripted(init_script=FAST_TIMERS)
    mensaje_id = socket.receive_message("hola")
    socket.send({"type": "ack", "id": mensaje_id})
    socket.page.get_by_role("button", name="Detener").click()
    socket.page.evaluate("runTimers(20_000)")
    assert socket.connections == 1
    socket.page.evaluate("runTimers(60_000)")
    socket.wait_connections(2)


# setTimeout and setInterval that run when the test says how many ms have passed: runTimers(ms).
FAST_TIMERS = """
{
  const timers = new Map();
  let now = 0, last = 1e6;
  window.setTimeout = (run, wait = 0) => (timers.set(++last, { run, at: now + wait }), last);
  window.setInterval = (run, every) => (timers.set(++last, { run, at: now + every, every }), last);
  window.clearTimeout = window.clearInterval = (id) => timers.delete(id);
  const first = (end) => [...timers].filter(([, t]) => t.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
  window.runTimers = (ms) => {
    const end = now + ms;
    for (let next; (next = first(end)); ) {
      const [id, timer] = next;
      now = timer.at;
      if (timer.every) timer.at += timer.every;
      else timers.delete(id);
      timer.run();
    }
    now = end;
  };
}
"""


def test_page_kept_by_the_browser_connects_again_when_it_is_shown(scripted):
    """Back and forward show the page as it was left; a connection that died meanwhile is opened at once."""
    socket = scripted(init_script=FAST_TIMERS)
    socket.greeting = False
    socket.drop()
    socket.greeting = True
    socket.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    socket.wait_connections(2)
    socket.converse("hola")


NO_STORAGE = """
for (const name of ["sessionStorage", "localStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
"""


def test_chat_works_where_the_browser_refuses_storage(scripted):
    """In a frame on another site with cookies blocked, even naming the storage throws."""
    socket = scripted(init_script=NO_STORAGE)
    socket.converse("hola", "Todo bien.")
    assert socket.chat.answer_text(socket.chat.answered(0)) == "Todo bien."
