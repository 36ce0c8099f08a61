"""What an answer looks like: cards, comparison, filters, text, days."""

import pytest
from playwright.sync_api import expect

from tests.browser.scripted_socket import comparison, product, stored_turn

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def test_product_card_tells_what_a_buyer_asks(scripted):
    """Name, brand, kind, price with points, stock, features and the reason."""
    socket = scripted()
    socket.converse("busco", productos=[product(precio=1_249_990, motivo="El más barato"), product(id=2)])
    card = socket.chat.last.locator(".product").first
    for text in (
        "Notebook Lenovo IdeaPad 1",
        "Lenovo · Notebooks",
        "$1.249.990",
        "Disponible",
        "8 GB RAM",
        "El más barato",
    ):
        expect(card).to_contain_text(text)


@pytest.mark.parametrize(
    ("stock", "words"), [(0, "Sin stock"), (1, "Última unidad"), (3, "Últimas 3 unidades"), (40, "Disponible")]
)
def test_stock_in_words(scripted, stock, words):
    """A number is said only when it matters."""
    socket = scripted()
    socket.converse("busco", productos=[product(stock=stock)])
    expect(socket.chat.last.locator(".product__stock")).to_have_text(words)


def test_tapping_a_card_asks_about_that_product(scripted):
    """The whole card is the target."""
    socket = scripted()
    socket.converse("busco", productos=[product(), product(id=2, nombre="Notebook HP 14")])
    socket.chat.last.locator(".product").nth(1).click(position={"x": 8, "y": 60})
    assert socket.wait_messages(2)[1]["text"] == "Ficha técnica de Notebook HP 14"


def test_a_product_with_missing_facts_leaves_no_holes(scripted):
    """No brand, no features, no reason: the description stands in, and nothing reads "null"."""
    socket = scripted()
    socket.converse("busco", productos=[product(marca=None, atributos=[], motivo="")])
    card = socket.chat.last.locator(".product")
    expect(card).to_contain_text("Liviano, de 14 pulgadas.")
    assert "null" not in card.inner_text()
    expect(card.locator(".product__reason")).to_be_hidden()


HOSTILE = [
    '<img src=x onerror="window.pwned = 1">',
    "<script>window.pwned = 1</script>",
    '<a href="javascript:window.pwned=1">gratis</a>',
    "javascript:window.pwned=1",
    "{{ 7 * 7 }} ${window.pwned = 1}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(scripted, text):
    """Wherever the server's or the person's words stand, markup in them is shown and never run."""
    socket = scripted()
    fields = {
        "nombre": text,
        "marca": text,
        "categoria": text,
        "descripcion": text,
        "atributos": [text],
        "motivo": text,
    }
    socket.converse(
        text,
        f"**{text}** y {text}\n- {text}",
        productos=[product(**fields)],
        sugerencias=[text],
        filtros={"categoria": text, "marcas": [text], "caracteristicas": [text]},
    )
    socket.converse("compara", comparacion={**comparison(), "nombres": [text, text]})
    turn = socket.chat.turns.first
    expect(turn.locator(".product__name")).to_have_text(text)
    expect(turn.locator(".question__bubble bdi")).to_have_text(text)
    assert socket.page.evaluate("window.pwned") is None
    assert socket.page.locator(".conversation :is(img, script, a, iframe)").count() == 0


def test_reading_direction_cannot_be_turned(scripted):
    """Overrides and isolates in a name are taken out: it reads as the catalogue spells it."""
    socket = scripted()
    socket.converse("busco", "\u202eotxet\u202c", productos=[product(nombre="\u202e\u2066Notebook\u2069 \u200fHP")])
    expect(socket.chat.last.locator(".product__name")).to_have_text("Notebook HP")
    assert socket.chat.answer_text(socket.chat.last) == "otxet"


def test_answer_text_keeps_lines_lists_and_bold(scripted):
    """Line breaks, "- " lists, numbered lists and **bold**; the rest as it came."""
    socket = scripted()
    socket.converse("hola", "Uno\nDos\n\n- **a**\n- b * c\n\n1. primero\n2. segundo\n\n2 ** 3 y [x](y)")
    text = socket.chat.last.locator(".answer__text")
    assert text.locator("ul > li").all_inner_texts() == ["a", "b * c"]
    assert text.locator("ol > li").all_inner_texts() == ["primero", "segundo"]
    assert text.locator("strong").all_inner_texts() == ["a"]
    assert text.locator("p").all_inner_texts() == ["Uno\nDos", "2 ** 3 y [x](y)"]


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_comparison_survives_a_narrow_screen(scripted, columns):
    """Every value can be read on a phone, the page itself never scrolls sideways, and the cheapest is marked."""
    socket = scripted(**PHONE)
    socket.converse("compara", comparacion=comparison(columns))
    table = socket.page.get_by_role("table", name="Comparación")
    expect(table.get_by_role("columnheader")).to_have_count(columns)
    expect(table.get_by_role("rowheader")).to_have_text(["Precio", "Almacenamiento"])
    expect(table.get_by_role("cell").last).to_have_text("512 GB SSD")
    expect(table.locator("th").nth(0)).to_contain_text("Más barato")
    expect(socket.chat.last).to_contain_text("Diferencia de precio: $100.000 (40 %)")
    assert socket.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert socket.page.locator("#conversation").evaluate("(e) => e.scrollWidth <= e.clientWidth")


FILTERS = [
    ({"categoria": "Notebooks"}, "Notebooks", "sin importar la categoría"),
    ({"marcas": ["Lenovo", "HP"]}, "Lenovo", "quita la marca Lenovo"),
    ({"marcas_excluidas": ["HP"]}, "sin HP", "quita la marca HP"),
    ({"precio_min": 200_000}, "desde $200.000", "quita el precio mínimo"),
    ({"precio_max": 500_000}, "hasta $500.000", "quita el precio máximo"),
    ({"precio_max": 0}, "hasta $0", "quita el precio máximo"),
    ({"caracteristicas": ["16 GB RAM"]}, "16 GB RAM", "quita 16 GB RAM"),
    ({"orden": "precio_asc"}, "más baratos primero", "da lo mismo el orden"),
    ({"texto": "tocadiscos"}, "«tocadiscos»", "quita tocadiscos"),
    ({"productos": [7, 8]}, "modelos elegidos", "sin importar el modelo"),
]


@pytest.mark.parametrize(("filtros", "label", "message"), FILTERS)
def test_a_filter_can_be_taken_away(scripted, filtros, label, message):
    """Each part of the search is a chip that says in the person's name that it should go."""
    socket = scripted()
    socket.converse("busco", filtros=filtros)
    assert socket.chat.chip_labels()[0] == label
    socket.page.get_by_role("button", name=f"Quitar {label}").click()
    assert socket.wait_messages(2)[1]["text"] == message


def test_named_models_are_a_chip_with_what_they_share(scripted):
    """A search held to some products says which, courtesies in between included."""
    socket = scripted()
    galaxies = [product(id=n, nombre=f"Celular Samsung Galaxy {name}") for n, name in ((7, "A54"), (8, "S22"))]
    socket.converse("busco galaxy", productos=galaxies, filtros={"productos": [7, 8]})
    assert socket.chat.chip_labels() == ["Celular Samsung Galaxy"]
    socket.converse("gracias", filtros={"productos": [7, 8]})
    assert socket.chat.chip_labels() == ["Celular Samsung Galaxy"]


def test_loosened_filters_are_marked(scripted):
    """A part of the wish that nothing met looks and reads different."""
    socket = scripted()
    socket.converse("busco", filtros={"categoria": "Notebooks", "marcas": ["Razer"], "relajados": ["marcas"]})
    expect(socket.page.locator(".chip--relaxed")).to_have_text("Razer (sin resultados exactos)")


def test_filters_go_when_the_search_is_cleared(scripted):
    """The bar shows the state of the last answer."""
    socket = scripted()
    socket.converse("busco", filtros={"categoria": "Notebooks", "precio_max": 500_000})
    expect(socket.chat.chips).to_have_count(2)
    socket.page.get_by_role("button", name="Empezar de nuevo").click()
    assert socket.wait_messages(2)[1]["text"] == "empecemos de nuevo"
    socket.answer(socket.messages()[1]["id"])
    expect(socket.page.locator("#filters")).to_be_hidden()


def test_suggestions_and_more_belong_to_the_last_answer(scripted):
    """Tapping one sends it; older ones are gone; "muéstrame más" is not offered twice."""
    socket = scripted()
    products = [product(id=n, nombre=f"Notebook {n}") for n in range(5)]
    socket.converse("busco", productos=products, sugerencias=["¿y en HP?", "Muéstrame más"])
    expect(socket.page.get_by_role("button", name="Muéstrame más")).to_have_count(1)
    socket.page.get_by_role("button", name="¿y en HP?").click()
    socket.answer(socket.wait_messages(2)[1]["id"], productos=products, sugerencias=["Muéstrame más"])
    expect(socket.page.get_by_role("button", name="¿y en HP?")).to_be_hidden()
    socket.page.get_by_role("button", name="Muéstrame más").click()
    assert socket.wait_messages(3)[2]["text"] == "Muéstrame más"


def test_more_without_cards_is_a_plain_suggestion(scripted):
    """After a courtesy the search can be taken up again, but there is no list above to go on with."""
    socket = scripted()
    socket.converse("gracias", sugerencias=["Muéstrame más"])
    expect(socket.page.locator(".answer__more")).to_be_hidden()
    expect(socket.page.locator(".suggestion")).to_have_text("Muéstrame más")


def test_a_description_is_not_said_twice(scripted):
    """An answer that tells a product's description leaves it out of the card."""
    socket = scripted()
    socket.converse("detalles", "Cuesta $249.990. Liviano, de 14 pulgadas.", productos=[product()])
    expect(socket.chat.last.locator(".product__text")).to_be_hidden()
    socket.converse("detalles", "Cuesta $249.990.", productos=[product()])
    expect(socket.chat.last.locator(".product__text")).to_have_text("Liviano, de 14 pulgadas.")


def test_an_answer_can_be_copied(scripted):
    """Text and products, as plain text."""
    socket = scripted(permissions=["clipboard-read", "clipboard-write"])
    socket.converse("busco", "Encontré **uno**:", productos=[product()])
    socket.page.get_by_role("button", name="Copiar respuesta").click()
    expect(socket.chat.last).to_contain_text("Copiado")
    copied = socket.page.evaluate("navigator.clipboard.readText()")
    assert copied == "Encontré uno:\n\n- Notebook Lenovo IdeaPad 1: $249.990"


def test_days_are_told_apart(scripted):
    """The first turn of each day carries its date; those after it only their time."""
    days = ("2025-12-30T15:00:00Z", "2025-12-30T16:00:00Z", "2026-03-02T15:00:00Z")
    socket = scripted(
        history=[stored_turn(str(n), "hola", fecha) for n, fecha in enumerate(days)], timezone_id="America/Santiago"
    )
    socket.converse("hola")
    visible = [text for text in socket.page.locator(".turn__day").all_text_contents() if text]
    assert visible[0] == "martes, 30 de diciembre de 2025"
    assert "2 de marzo" in visible[1]
    assert visible[2] == "Hoy"
    assert socket.page.locator(".question__meta time").first.inner_text() == "12:00"


def test_phone_has_everything_in_reach(scripted):
    """No sideways scrolling, the composer in view, and targets a thumb can hit."""
    socket = scripted(**PHONE)
    socket.converse(
        "busco un notebook lenovo bajo 600 lucas",
        productos=[product(id=n, nombre="Notebook " + "larguísimo" * 5) for n in range(3)],
        sugerencias=["compara el primero con el segundo"],
        filtros={
            "categoria": "Notebooks",
            "marcas": ["Lenovo"],
            "precio_max": 600_000,
            "caracteristicas": ["16 GB RAM"],
        },
    )
    assert socket.page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(socket.chat.input).to_be_in_viewport()
    small = socket.page.evaluate(
        """[...document.querySelectorAll("button, summary, a")]
           .filter((e) => e.checkVisibility() && !e.matches(".skip-link"))
           .map((e) => [e.className, e.getBoundingClientRect()])
           .filter(([name, box]) => Math.min(box.width, box.height) < 24).map(([name]) => name)"""
    )
    assert small == []
