"""The chat page as a person meets it: what they do, and what they see."""

from playwright.sync_api import Locator, Page, expect

ANSWER_MS = 15_000


class ChatPage:
    """One tab with the chat."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.input = page.locator("#mensaje")
        self.turns = page.locator(".turn")
        self.last = page.locator(".turn:last-child")
        self.status = page.locator("#status")
        self.banner = page.locator("#banner")
        self.chips = page.locator(".chip")

    def wait_online(self) -> "ChatPage":
        """Returns itself once the server has greeted."""
        expect(self.status).to_have_attribute("data-state", "online", timeout=ANSWER_MS)
        return self

    def type(self, texto: str) -> None:
        """Writes a message and presses Enter."""
        self.input.fill(texto)
        self.input.press("Enter")

    def say(self, texto: str) -> Locator:
        """Returns the turn of this message, answered."""
        count = self.turns.count()
        self.type(texto)
        return self.answered(count)

    def answered(self, index: int) -> Locator:
        """Returns turn number `index` (0 for the first) once it has its answer."""
        turn = self.turns.nth(index)
        expect(turn).to_have_attribute("data-status", "answered", timeout=ANSWER_MS)
        return turn

    def answer_text(self, turn: Locator) -> str:
        """Returns the words of a turn's answer."""
        return turn.locator(".answer__text").inner_text()

    def questions(self) -> list[str]:
        """Returns what the person has said, in order."""
        return self.page.locator(".question__bubble bdi").all_inner_texts()

    def chip_labels(self) -> list[str]:
        """Returns the filters shown."""
        return self.page.locator(".chip [data-part=label]").all_inner_texts()


def product_names(turn: Locator) -> list[str]:
    """Returns the names on a turn's cards."""
    return turn.locator(".product__name").all_inner_texts()


def product_prices(turn: Locator) -> list[int]:
    """Returns the prices on a turn's cards, whole pesos."""
    prices = turn.locator(".product__price").all_inner_texts()
    return [int(price.removeprefix("$").replace(".", "")) for price in prices]
