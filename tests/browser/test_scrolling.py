"""Where the page scrolls to, and what it does not lay out."""

from playwright.sync_api import expect

from tests.browser.scripted_socket import ScriptedSocket, product, stored_turn

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SAME_END_PX = 3


def expect_at_end(socket: ScriptedSocket) -> None:
    """Fails unless the conversation comes to rest at its end."""
    for _ in range(100):
        left = socket.page.locator("#conversation").evaluate("(e) => e.scrollHeight - e.clientHeight - e.scrollTop")
        if left <= SAME_END_PX:
            return
        socket.page.wait_for_timeout(25)
    raise AssertionError(f"{left} px from the end")


def resting_top(socket: ScriptedSocket) -> float:
    """Returns where the conversation is scrolled to, once it has come to rest."""
    top = -1.0
    for _ in range(100):
        before, top = top, socket.page.locator("#conversation").evaluate("(e) => e.scrollTop")
        if before == top:
            return top
        socket.page.wait_for_timeout(100)
    raise AssertionError("the conversation keeps scrolling")


def test_follows_the_conversation_only_at_its_end(scripted):
    """Who reads further up is left in peace, and finds the way back with a button."""
    socket = scripted(history=[stored_turn(str(n), f"mensaje {n}") for n in range(40)])
    latest = socket.page.get_by_role("button", name="Ver lo último")
    expect(latest).to_be_hidden()
    expect_at_end(socket)
    socket.converse("hola")
    expect_at_end(socket)
    socket.page.locator("#conversation").hover()
    socket.page.mouse.wheel(0, -1500)
    expect(latest).to_be_visible()
    before = resting_top(socket)
    socket.send({"type": "turn", "message": stored_turn("otra", "desde otra pestaña")})
    expect(socket.chat.turns).to_have_count(42)
    assert abs(resting_top(socket) - before) < SAME_END_PX
    latest.click()
    expect(latest).to_be_hidden()
    expect(socket.chat.last).to_be_in_viewport()


def test_an_empty_conversation_has_nothing_last(scripted):
    """On a small phone the welcome goes on below the screen, and still no button leads to "lo último"."""
    socket = scripted(viewport={"width": 360, "height": 480})
    latest = socket.page.get_by_role("button", name="Ver lo último")
    assert socket.page.locator("#conversation").evaluate("(e) => e.scrollHeight > e.clientHeight + 64")
    expect(latest).to_be_hidden()
    socket.converse("busco", productos=[product(id=n) for n in range(5)])
    expect(latest).to_be_visible()


def test_a_long_answer_is_shown_from_its_start(scripted):
    """On a phone the question stays at the top, so that reading starts with the first line."""
    socket = scripted(**PHONE, history=[stored_turn(str(n), f"mensaje {n}") for n in range(5)])
    socket.converse("busco", productos=[product(id=n) for n in range(5)])
    expect(socket.chat.last.locator(".question__bubble")).to_be_in_viewport()
    expect(socket.chat.last.locator(".answer__text")).to_be_in_viewport()
    expect(socket.page.get_by_role("button", name="Ver lo último")).to_be_visible()


def test_a_thousand_messages_keep_the_page_light(scripted):
    """What is off the screen is not laid out: a new token costs no layout of the thousand turns before it."""
    cards = [product(id=n) for n in range(3)]
    socket = scripted(history=[stored_turn(str(n), f"mensaje {n}", productos=cards) for n in range(1000)])
    expect(socket.chat.turns).to_have_count(1000)
    expect(socket.chat.last).to_be_in_viewport()
    skipped = socket.page.evaluate(
        """[...document.querySelectorAll(".turn .products")]
           .filter((e) => !e.checkVisibility({ contentVisibilityAuto: true })).length"""
    )
    assert skipped > 950
    socket.converse("hola")
    expect_at_end(socket)
