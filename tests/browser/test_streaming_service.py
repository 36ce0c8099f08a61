"""An answer that a language model writes, from the model's socket to the person's screen and back."""

import os
import signal
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat_page import ANSWER_MS, ChatPage, product_names
from tests.browser.slow_model import SlowModel, slow_model
from tests.support.server import Server

SEARCH = "busco un notebook lenovo bajo 600 lucas"
RECONNECT_MS = 30_000
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 20_000}  # bytes per second


@pytest.fixture(scope="module")
def running_model() -> Iterator[SlowModel]:
    with slow_model() as model:
        yield model


@pytest.fixture
def model(running_model: SlowModel) -> SlowModel:
    """A model with nothing allowed yet."""
    running_model.forget()
    return running_model


@pytest.fixture(scope="module")
def server(
    running_model: SlowModel, new_database: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The service with that model; patient, because here the test is slow and not the model."""
    env = {
        "DATABASE_URL": new_database().replace("postgresql+psycopg2://", "postgresql://"),
        "TURNS_PER_MINUTE": "100000",
        "OLLAMA_API_URL": running_model.url,
        "LLM_FIRST_TOKEN_TIMEOUT_S": "50",
        "LLM_STALL_TIMEOUT_S": "50",
        "LLM_TOTAL_TIMEOUT_S": "55",
        "LLM_BREAKER_FAILURES": "1000",
    }
    server = Server(env, tmp_path_factory.mktemp("server") / "server.log")
    server.start()
    yield server
    server.kill()


def words(turn: Locator) -> Locator:
    """Returns where an answer's words are."""
    return turn.locator(".answer__text")


def begin(chat: ChatPage, model: SlowModel) -> list[str]:
    """Asks, lets the first sentence be written, and returns all that the model would say."""
    chat.type(SEARCH)
    model.write()
    expect(words(chat.last)).to_contain_text("cuesta", timeout=ANSWER_MS)
    sentences = [sentence.strip() for sentence in model.sentences()]
    expect(words(chat.last)).to_have_text(sentences[0])
    return sentences


def test_sentences_appear_while_the_model_is_writing(open_chat, server, model):
    """Each is on the screen before the next one is written, and the cards come with the end."""
    chat = open_chat(server=server)
    sentences = begin(chat, model)
    expect(chat.last).to_have_attribute("data-status", "typing")
    for count in range(2, len(sentences) + 1):
        model.write()
        expect(words(chat.last)).to_have_text(" ".join(sentences[:count]))
    expect(chat.page.get_by_role("button", name="Detener")).to_be_visible()
    model.write()
    turn = chat.answered(0)
    assert product_names(turn)
    assert chat.answer_text(turn) == " ".join(sentences)
    expect(chat.page.get_by_role("button", name="Detener")).to_be_hidden()


def test_stop_makes_the_answer_what_was_shown(open_chat, server, model):
    """The words stay as they are, with the cards; the model is left; a reload shows the same."""
    chat = open_chat(server=server)
    first = begin(chat, model)[0]
    left = model.server.cortes
    chat.page.get_by_role("button", name="Detener").click()
    turn = chat.answered(0)
    assert chat.answer_text(turn) == first
    assert product_names(turn)
    for _ in range(200):
        if model.server.cortes > left:
            break
        chat.page.wait_for_timeout(25)
    assert model.server.cortes == left + 1
    chat.page.reload()
    assert chat.answer_text(chat.answered(0)) == first


def test_reload_in_mid_answer_shows_what_was_said_and_the_rest(open_chat, server, model):
    """The page comes back with the answer from its first word, and hears it to its end; it is asked for once."""
    chat = open_chat(server=server)
    asked = len(model.server.pedidos)
    sentences = begin(chat, model)
    chat.page.reload()
    expect(words(chat.last)).to_have_text(sentences[0])
    model.write()
    expect(words(chat.last)).to_have_text(" ".join(sentences[:2]))
    model.write(3)
    assert chat.answer_text(chat.answered(0)) == " ".join(sentences)
    assert chat.questions() == [SEARCH]
    assert len(model.server.pedidos) == asked + 1


def test_second_tab_hears_the_answer_too(open_chat, new_context, server, model):
    """A tab that is open sees question and words as they come; one that opens in the middle gets them all."""
    context = new_context()
    first, second = open_chat(context=context, server=server), open_chat(context=context, server=server)
    sentences = begin(first, model)
    expect(words(second.last)).to_have_text(sentences[0])
    third = open_chat(context=context, server=server)
    expect(words(third.last)).to_have_text(sentences[0])
    model.write()
    for tab in (first, second, third):
        expect(words(tab.last)).to_have_text(" ".join(sentences[:2]))
    second.page.get_by_role("button", name="Detener").click()
    for tab in (first, second, third):
        turn = tab.answered(0)
        assert tab.answer_text(turn) == " ".join(sentences[:2])
        assert product_names(turn)
        assert tab.questions() == [SEARCH]


def test_tab_closed_in_mid_answer_leaves_it_to_the_other(open_chat, new_context, server, model):
    """The turn is the session's: who stays hears its end."""
    context = new_context()
    first, second = open_chat(context=context, server=server), open_chat(context=context, server=server)
    sentences = begin(first, model)
    first.page.close()
    model.write(4)
    assert second.answer_text(second.answered(0)) == " ".join(sentences)


def test_two_tabs_ask_at_once(open_chat, new_context, server, model):
    """Both questions are answered, each under its own words, in both tabs and in the history."""
    context = new_context()
    first, second = open_chat(context=context, server=server), open_chat(context=context, server=server)
    first.type(SEARCH)
    second.type("busco un celular samsung")
    model.write(20)
    for tab in (first, second):
        tab.answered(0)
        tab.answered(1)
        assert sorted(tab.questions()) == ["busco un celular samsung", SEARCH]
        notebooks = tab.page.locator(".turn", has_text=SEARCH)
        phones = tab.page.locator(".turn", has_text="busco un celular samsung")
        assert all("Lenovo" in name for name in product_names(notebooks))
        assert all("Samsung" in name for name in product_names(phones))


def test_server_killed_while_the_words_come(open_chat, server, model):
    """What was read stays, with what happened in words; the successor answers the same message, once."""
    chat = open_chat(server=server)
    sentences = begin(chat, model)
    os.kill(server.pid, signal.SIGKILL)
    expect(chat.last).to_contain_text("La respuesta se cortó")
    expect(words(chat.last)).to_have_text(sentences[0])
    server.kill()
    model.forget()
    server.start()
    model.write(5)
    expect(chat.last).to_have_attribute("data-status", "answered", timeout=RECONNECT_MS)
    assert chat.answer_text(chat.last) == " ".join(sentences)
    history = chat.page.evaluate("fetch('/api/history').then((answer) => answer.json())")
    assert [row["text"] for row in history["messages"]] == [SEARCH]


def test_words_come_over_a_slow_line_too(open_chat, server, model):
    """Latency and a thin line delay the words and change nothing in them."""
    chat = open_chat(server=server)
    chat.page.context.new_cdp_session(chat.page).send("Network.emulateNetworkConditions", SLOW)
    chat.page.reload()
    chat.wait_online()
    sentences = begin(chat, model)
    model.write(4)
    assert chat.answer_text(chat.answered(0)) == " ".join(sentences)
