"""The page and the service together: the conversation of the README, as a new user would have it."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.chat_page import product_names, product_prices

SEARCH = "busco un notebook lenovo bajo 600 lucas"


def test_conversation_of_the_readme(open_chat):
    """Eight messages from greeting to nonsense; every product shown meets what was asked for."""
    chat = open_chat()
    assert chat.answer_text(chat.say("hola"))

    lenovo = chat.say(SEARCH)
    assert all("Lenovo" in name for name in product_names(lenovo))
    assert 0 < max(product_prices(lenovo)) <= 600_000
    assert chat.chip_labels()[:2] == ["Notebooks", "Lenovo"]

    hp = chat.say("y en hp?")
    assert all("HP" in name for name in product_names(hp))
    assert 0 < max(product_prices(hp)) <= 600_000

    recommended = chat.say("cuál me recomiendas para estudiar")
    assert product_names(recommended)
    assert max(product_prices(recommended)) <= 600_000

    compared = chat.say("compara el primero con el segundo")
    table = compared.get_by_role("table", name="Comparación")
    expect(table.get_by_role("columnheader")).to_have_count(2)

    known = chat.say("cuánto cuesta el galaxy a54")
    assert any("A54" in name for name in product_names(known))

    assert chat.answer_text(chat.say("qué puedes hacer"))
    lost = chat.say("cuál es la capital de francia")
    assert chat.answer_text(lost)
    assert product_names(lost) == []
    assert len(chat.questions()) == 8


def test_reload_and_second_tab_show_the_same(open_chat, new_context):
    """One session: its history after a reload, and what one tab does in the other."""
    context = new_context()
    first = open_chat(context=context)
    first.say("hola")
    second = open_chat(context=context)
    second.answered(0)
    assert second.questions() == ["hola"]
    answered = first.say(SEARCH)
    mirrored = second.answered(1)
    assert product_names(mirrored) == product_names(answered)
    second.page.reload()
    second.answered(1)
    assert second.questions() == ["hola", SEARCH]
    assert second.chip_labels() == first.chip_labels()


def test_another_browser_sees_nothing_of_it(open_chat):
    """Sessions are apart."""
    open_chat().say("hola")
    assert open_chat().questions() == []


def test_examples_start_the_conversation(open_chat):
    """An empty page offers messages that work, and goes away with the first."""
    chat = open_chat()
    example = chat.page.locator(".example").first
    text = example.inner_text()
    example.click()
    turn = chat.answered(0)
    assert chat.questions()[0].casefold() == text.casefold()
    expect(turn.locator(".product, table").first).to_be_visible()
    expect(chat.page.locator("#welcome")).to_be_hidden()


CHIPS = [
    (SEARCH, "Notebooks", {"categoria": None}),
    (SEARCH, "Lenovo", {"marcas": []}),
    (SEARCH, "hasta $600.000", {"precio_max": None}),
    ("busco una tele 4k de 55 pulgadas entre 300 y 600 lucas", "desde $300.000", {"precio_min": None}),
    ("busco una tele 4k de 55 pulgadas entre 300 y 600 lucas", "4k", {"caracteristicas": ["55 pulgadas"]}),
    ("busco notebook lenovo o hp con 16 gb de ram y ssd", "16 GB RAM", {"caracteristicas": ["ssd"]}),
    ("busco notebook lenovo o hp con 16 gb de ram y ssd", "HP", {"marcas": ["Lenovo"]}),
    ("busco silla gamer con ruedas", "con ruedas", {"caracteristicas": []}),
    ("busco un celular que no sea samsung", "sin Samsung", {"marcas_excluidas": []}),
    ("busco el notebook más barato", "más baratos primero", {"orden": "relevancia"}),
    ("busco galaxy bajo 400 lucas", "Celular Samsung Galaxy", {"productos": []}),
]


@pytest.mark.parametrize(("search", "chip", "change"), CHIPS)
def test_removing_a_chip_changes_the_search_on_the_server(open_chat, search, chip, change):
    """Each chip takes away its own part of the search in force, and nothing else."""
    chat = open_chat()
    chat.say(search)
    before = filters_in_force(chat)
    chat.page.get_by_role("button", name=f"Quitar {chip}", exact=True).click()
    chat.answered(1)
    assert {**before, "relajados": []} | change == {**filters_in_force(chat), "relajados": []}
    assert filters_in_force(chat) != before
    assert chip not in chat.chip_labels()


def filters_in_force(chat):
    """Returns the search as the server keeps it."""
    history = chat.page.evaluate("fetch('/api/history').then((answer) => answer.json())")
    return history["messages"][-1]["respuesta"]["filtros"]


def test_tapping_a_card_explains_that_product(open_chat):
    """The answer is about the product on the card."""
    chat = open_chat()
    listed = chat.say(SEARCH)
    name = product_names(listed)[1]
    listed.locator(".product__open").nth(1).click()
    assert product_names(chat.answered(1)) == [name]


def test_show_more_goes_on_without_repeats(open_chat):
    """The next page of the list holds other products."""
    chat = open_chat()
    first = chat.say("busco notebooks")
    chat.page.get_by_role("button", name="Muéstrame más").click()
    second = chat.answered(1)
    assert product_names(second)
    assert not set(product_names(first)) & set(product_names(second))


def test_rating_is_kept(open_chat):
    """A thumb down with a reason is stored, and still pressed after a reload."""
    chat = open_chat()
    turn = chat.say("cuál es la capital de francia")
    turn.get_by_role("button", name="No me sirvió").click()
    turn.get_by_role("button", name="No me entendió").click()
    expect(turn).to_contain_text("Gracias por contarnos.")
    kept = chat.page.evaluate("fetch('/api/export').then((answer) => answer.json())")["valoraciones"]
    assert [(row["util"], row["motivo"]) for row in kept] == [(False, "No me entendió")]
    chat.page.reload()
    turn = chat.answered(0)
    expect(turn.get_by_role("button", name="No me sirvió")).to_have_attribute("aria-pressed", "true")
    expect(turn.get_by_role("button", name="Me sirvió", exact=True)).to_have_attribute("aria-pressed", "false")


def test_data_can_be_taken_away(open_chat):
    """The download holds what was said."""
    chat = open_chat()
    chat.say("hola, mi color es el verde")
    chat.page.get_by_label("Más opciones").click()
    with chat.page.expect_download() as download:
        chat.page.get_by_role("link", name="Descargar mis datos").first.click()
    assert "mi color es el verde" in json.dumps(json.loads(download.value.path().read_text()), ensure_ascii=False)


def test_data_can_be_erased(open_chat):
    """Only after confirming; then nothing is left here nor on the server, and the chat goes on."""
    chat = open_chat()
    chat.say("hola")
    chat.page.get_by_label("Más opciones").click()
    chat.page.get_by_role("button", name="Borrar mis datos").first.click()
    dialog = chat.page.get_by_role("dialog", name="¿Borrar tus datos?")
    dialog.get_by_role("button", name="Cancelar").click()
    expect(chat.turns).to_have_count(1)
    chat.page.get_by_label("Más opciones").click()
    chat.page.get_by_role("button", name="Borrar mis datos").first.click()
    dialog.get_by_role("button", name="Sí, borrar").click()
    expect(chat.turns).to_have_count(0)
    chat.wait_online()
    chat.page.reload()
    chat.wait_online()
    assert chat.questions() == []
    chat.say("hola")


def test_erased_data_is_gone_from_every_tab(open_chat, new_context):
    """The other tab is emptied too, and both go on in the same new session."""
    context = new_context()
    first, second = open_chat(context=context), open_chat(context=context)
    first.say("hola")
    second.answered(0)
    first.page.get_by_label("Más opciones").click()
    first.page.get_by_role("button", name="Borrar mis datos").first.click()
    first.page.get_by_role("button", name="Sí, borrar").click()
    for tab in (first, second):
        expect(tab.turns).to_have_count(0)
        tab.wait_online()
    second.say("qué puedes hacer")
    first.answered(0)
    assert first.questions() == second.questions() == ["qué puedes hacer"]


TEXTS = ["🛒👨‍👩‍👧‍👦🇨🇱 busco un notebook 👍🏽", "أبحث عن notebook رخيص", "‮abc‬ notebook", "x" * 1_999, "👍" * 1_500]


@pytest.mark.parametrize("text", TEXTS, ids=["emoji", "arabic", "override", "one long word", "1,500 emoji"])
def test_any_writing_is_sent_shown_and_answered(open_chat, text):
    """Emoji count as one character each, as they do on the server; long words break; the page keeps its width."""
    chat = open_chat(viewport={"width": 360, "height": 740})
    assert chat.answer_text(chat.say(text))
    assert chat.questions() == [text.replace("‮", "").replace("‬", "")]
    assert chat.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_ten_thousand_characters_are_refused_before_they_are_sent(open_chat):
    """The composer says by how many, keeps the text, and sends it once it is short enough."""
    chat = open_chat()
    chat.type("busco un notebook " + "a" * 9_982)
    expect(chat.page.locator("#composer-note")).to_have_text("Sobran 8000 caracteres")
    expect(chat.turns).to_have_count(0)
    assert chat.page.locator("#composer").bounding_box()["height"] < 200
    chat.say("busco un notebook")


def test_language_is_switched_in_sight_and_remembered(open_chat, new_context):
    """The interface changes, the conversation and what the assistant says stay; the next visit knows."""
    context = new_context()
    chat = open_chat(context=context)
    chat.say("hola")
    switch = chat.page.get_by_role("link", name="English")
    expect(switch).to_be_visible()
    switch.click()
    page = chat.page
    expect(page.locator("html")).to_have_attribute("lang", "en")
    chat.answered(0)
    assert chat.questions() == ["hola"]
    page.get_by_label("Your message").fill("qué puedes hacer")
    page.get_by_role("button", name="Send").click()
    chat.answered(1)
    expect(page.get_by_role("button", name="Copy answer")).to_have_count(2)
    again = open_chat(context=context).page
    expect(again.get_by_label("Your message")).to_be_visible()
    again.get_by_role("link", name="Español").click()
    expect(again.get_by_label("Tu mensaje")).to_be_visible()
    expect(open_chat(context=context).page.get_by_label("Tu mensaje")).to_be_visible()
