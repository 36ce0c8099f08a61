"""Each JavaScript module by itself, in a page with nothing in it."""

import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Page

JS = Path(__file__).parents[2] / "app" / "static" / "js"
# chat.js joins the parts of a real page, widget.js is a classic script for other people's pages.
MODULES = sorted(str(path.relative_to(JS)) for path in JS.rglob("*.js") if path.name not in {"chat.js", "widget.js"})


@pytest.fixture(scope="module")
def blank(browser: Any, live_server: Any) -> Any:
    """An empty page of the service's origin."""
    page = browser.new_page(timezone_id="America/Santiago")
    page.route(
        "**/blank", lambda route: route.fulfill(body="<!doctype html><title>blank</title>", content_type="text/html")
    )
    page.goto(live_server.url + "/blank")
    return page


def call(page: Page, module: str, expression: str, *args: Any) -> Any:
    """Returns a JavaScript expression's value; `m` is the module, `a` the arguments."""
    return page.evaluate(
        f"async ([path, a]) => {{ const m = await import(path); return await ({expression}); }}",
        [f"/static/js/{module}", list(args)],
    )


@pytest.mark.parametrize("module", MODULES)
def test_imports_alone(blank, module):
    """A module needs nothing but what it imports, and gives something."""
    assert call(blank, module, "Object.keys(m)")


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (499990, "$499.990"),
        (0, "$0"),
        (999, "$999"),
        (1000, "$1.000"),
        (1249990, "$1.249.990"),
        (-5000, "-$5.000"),
        (10.6, "$11"),
    ],
)
def test_pesos(blank, amount, text):
    """Whole pesos with points."""
    assert call(blank, "helpers/money.js", "m.formatPesos(a[0])", amount) == text


@pytest.mark.parametrize(("value", "text"), [(40, "40"), (12.53, "12,5"), (0, "0"), (99.96, "100")])
def test_percent(blank, value, text):
    """One decimal at most, with a comma."""
    assert call(blank, "helpers/money.js", "m.formatPercent(a[0])", value) == text


def test_pauses_grow_to_a_limit_and_differ(blank):
    """Each pause is at most twice the one before, never above twelve seconds, and partly random."""
    longest = call(blank, "helpers/backoff.js", "[1,2,3,4,5,6,7,20].map((n) => m.reconnectDelayMs(n, () => 1))")
    shortest = call(blank, "helpers/backoff.js", "[1,2,3,4,5,6,7,20].map((n) => m.reconnectDelayMs(n, () => 0))")
    assert longest == [400, 800, 1600, 3200, 6400, 12000, 12000, 12000]
    assert shortest == [pause // 2 for pause in longest]


def test_ids_where_the_page_is_no_secure_context(blank):
    """Without crypto.randomUUID the id is laid out from random bytes, as version 4."""
    source = "({ getRandomValues: (bytes) => bytes.fill(255) })"
    assert call(blank, "helpers/ids.js", f"m.newId({source})") == "ffffffff-ffff-4fff-bfff-ffffffffffff"


@pytest.mark.parametrize(
    ("date", "label"),
    [
        ("2026-03-09T12:00:00-03:00", "Hoy"),
        ("2026-03-08T23:59:00-03:00", "Ayer"),
        ("2026-03-01T12:00:00-03:00", "domingo, 1 de marzo"),
        ("2025-12-31T12:00:00-03:00", "miércoles, 31 de diciembre de 2025"),
    ],
)
def test_days(blank, date, label):
    """Near days by name, others by date, the year only when it is another."""
    options = (
        "{ now: new Date('2026-03-09T18:00:00-03:00'), locale: 'es-CL', words: { today: 'Hoy', yesterday: 'Ayer' } }"
    )
    assert call(blank, "helpers/dates.js", f"m.dayLabel(new Date(a[0]), {options})", date) == label


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("hola", [["p", ["hola"]]]),
        ("a\nb", [["p", ["a", "b"]]]),
        ("a\n\nb", [["p", ["a"]], ["p", ["b"]]]),
        ("- a\n- b", [["ul", ["a", "b"]]]),
        ("Lista:\n- a\nfin", [["p", ["Lista:"]], ["ul", ["a"]], ["p", ["fin"]]]),
        ("1. a\n2. b", [["ol", ["a", "b"]]]),
        ("5.000 pesos", [["p", ["5.000 pesos"]]]),
        ("**a** b", [["p", ["*a* b"]]]),
        ("2 ** 3 ** 4", [["p", ["2 ** 3 ** 4"]]]),
        ("**sin cerrar", [["p", ["**sin cerrar"]]]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_answer_text(blank, text, blocks):
    """Paragraphs, lists and bold (shown here as *bold*); everything else as it came."""
    line = "(runs) => runs.map((r) => r.bold ? `*${r.text}*` : r.text).join('')"
    shape = f"m.parseBlocks(a[0]).map((b) => [b.kind, b.lines.map({line})])"
    assert call(blank, "helpers/rich_text.js", shape, text) == blocks


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\u202eb\u202c", "ab"),
        ("\u2066x\u2069\u200f\u061c", "x"),
        ("a\u0000\u0007b", "ab"),
        ("ñandú\n\tsí", "ñandú\n\tsí"),
        (None, ""),
    ],
)
def test_safe_text(blank, text, clean):
    """Direction marks and control characters go; letters, accents, tabs and lines stay."""
    assert call(blank, "helpers/safe_text.js", "m.safeText(a[0])", text) == clean


@pytest.mark.parametrize(
    ("category", "icon"),
    [
        ("Notebooks", "laptop"),
        ("Computadores de escritorio", "computer"),
        ("Escritorios", "desk"),
        ("Sillas de oficina", "chair"),
        ("Secadores de pelo", "drop"),
        ("Secadoras", "washer"),
        ("Audífonos", "headphones"),
        ("Coches de bebé", "toy"),
        ("Cosas raras", "bag"),
        (None, "bag"),
    ],
)
def test_category_icons(blank, category, icon):
    """A kind of product has its picture; an unknown kind has a bag."""
    assert call(blank, "helpers/category_icon.js", "m.categoryIcon(a[0])", category) == icon


@pytest.mark.parametrize(
    ("nombre", "atributos", "shown"),
    [
        ("Notebook X", ["gris", "512 GB SSD", "512 GB", "ssd", "8 GB RAM"], ["512 GB SSD", "8 GB RAM", "gris"]),
        ('Notebook 14" Ryzen 7', ["ryzen 7", "14 pulgadas", "táctil"], ["14 pulgadas", "táctil"]),
        ("Cosa", ["a", "b", "1 kg", "c", "d", "e"], ["1 kg", "a", "b", "c"]),
        ("Cosa", ["azul", "azul"], ["azul"]),
        ("Cosa", [], []),
    ],
)
def test_main_features(blank, nombre, atributos, shown):
    """Measures first, nothing twice, nothing that the name says, four at most."""
    assert (
        call(blank, "helpers/features.js", "m.mainFeatures(a[0], 4)", {"nombre": nombre, "atributos": atributos})
        == shown
    )


def test_every_icon_is_in_the_sprite(blank):
    """No picture that a category or a template names is missing."""
    sprite = (JS.parent / "img" / "icons.svg").read_text()
    source = (JS / "helpers" / "category_icon.js").read_text()
    names = {line.split('"')[1] for line in source.splitlines() if line.strip().startswith("[/")} | {"bag"}
    assert {name for name in names if f'id="{name}"' not in sprite} == set()


STATES = [
    ({"connected": True}, "online"),
    ({"hasNetwork": False}, "offline"),
    ({"downForMs": 0}, "connecting"),
    ({"downForMs": 0, "everConnected": True}, "reconnecting"),
    ({"downForMs": 6000, "everConnected": True}, "waking"),
    ({"downForMs": 6000}, "waking"),
    ({"downForMs": 60000, "hasNetwork": False}, "offline"),
]


@pytest.mark.parametrize(("change", "state"), STATES)
def test_link_state(blank, change, state):
    """What is told about the connection follows from four facts."""
    facts = {"connected": False, "everConnected": False, "hasNetwork": True, "downForMs": 0, **change}
    assert call(blank, "models/link_state.js", "m.linkState(a[0])", facts) == state


def test_outbox_keeps_order_and_survives_bad_storage(blank):
    """Kept until removed; what others wrote into the storage, or a storage that refuses, does no harm."""
    script = """(() => {
      const kept = { value: null, getItem() { return this.value; }, setItem(_, v) { this.value = v; } };
      const box = new m.Outbox(kept);
      box.add({ id: "a", text: "1" }); box.add({ id: "b", text: "2" });
      box.remove("a"); box.add({ id: "c", text: "3" });
      const refusing = { getItem() { throw new Error("no"); }, setItem() { throw new Error("no"); } };
      const memory = new m.Outbox(refusing); memory.add({ id: "x", text: "y" });
      const odd = (value) => new m.Outbox({ getItem: () => value }).items;
      const ids = new m.Outbox(kept).items.map((item) => item.id);
      return [ids, memory.items.length, odd("{nada"), odd("{}"), odd("[null, 3]")];
    })()"""
    assert call(blank, "models/outbox.js", script) == [["b", "c"], 1, [], [], []]


def test_conversation_answers_once(blank):
    """A second answer, a late token or a late error changes nothing, and every change is told once."""
    script = """(() => {
      const told = [];
      const c = new m.Conversation(({ kind, turn }) => told.push(`${kind}:${turn.status}`));
      c.say({ id: "a", text: "hola", fecha: new Date() });
      c.setStatus("a", "sent"); c.setStatus("a", "typing"); c.addToken("a", "Ho"); c.addToken("a", "la");
      const partial = c.get("a").partial;
      c.answer({ id: "a", text: "Hola" }); c.answer({ id: "a", text: "Otra" });
      c.addToken("a", "!"); c.fail("a", { code: "internal" }); c.setStatus("a", "queued");
      return [partial, told, c.get("a").respuesta.text, c.busy];
    })()"""
    told = ["added:sending", "changed:sent", "changed:typing", "token:typing", "token:typing", "changed:answered"]
    assert call(blank, "models/conversation.js", script) == ["Hola", told, "Hola", False]


def test_conversation_hears_what_was_said_again_once(blank):
    """Each `typing` is followed by all that was said: however often it comes, nothing is doubled."""
    script = """(() => {
      const c = new m.Conversation();
      c.hear({ id: "a", text: "hola", fecha: "2026-03-02T15:00:00.000Z" });
      c.setStatus("a", "typing"); c.addToken("a", "Ho");
      c.hear({ id: "a", text: "hola", fecha: "2026-03-02T15:00:00.000Z" });
      c.setStatus("a", "typing"); c.addToken("a", "Hola"); c.addToken("a", ", tú");
      return [c.size, c.get("a").partial, c.busy, c.unanswered().length];
    })()"""
    assert call(blank, "models/conversation.js", script) == [1, "Hola, tú", True, 1]


@pytest.mark.parametrize(("text", "length"), [("", 0), ("hola", 4), ("👍🏽", 2), ("ñandú", 5)])
def test_text_length(blank, text, length):
    """Counted as Python counts, which is what the server's limit is in."""
    assert len(text) == length
    assert call(blank, "helpers/text_length.js", "m.textLength(a[0])", text) == length


def test_tab_storage_stands_in_for_a_refused_one(blank):
    """What is kept is found again, for as long as the page lasts."""
    script = """(() => {
      const refused = { get sessionStorage() { throw new DOMException("no", "SecurityError"); } };
      const storage = m.tabStorage(refused);
      storage.setItem("a", 1);
      const found = [storage.getItem("a"), storage.getItem("b"), m.tabStorage({}).getItem("a")];
      return [...found, m.tabStorage() === sessionStorage];
    })()"""
    assert call(blank, "helpers/tab_storage.js", script) == ["1", None, None, True]


def test_parse_frame(blank):
    """Only objects with a type are frames."""
    texts = ['{"type":"ack","id":"1"}', "{", "null", "3", '"x"', '{"id":1}']
    assert call(blank, "protocol.js", "a[0].map(m.parseFrame)", texts) == [{"type": "ack", "id": "1"}, *[None] * 5]


def test_every_text_of_the_scripts_exists_in_both_languages():
    """The two languages have the same keys, and the scripts ask for no other."""
    environment = Environment(loader=FileSystemLoader(JS.parents[1] / "templates"))
    textos = environment.get_template("textos.html").module.textos
    sources = "".join(path.read_text() for path in JS.rglob("*.js"))
    asked = set(re.findall(r'\bt\("(\w+)"', sources))
    asked |= {f"{key}_{n}" for key in re.findall(r'\btn\("(\w+)"', sources) for n in ("one", "other")}
    assert set(textos["es"]) == set(textos["en"])
    assert len(asked) > 20
    assert asked - set(textos["es"]) == set()
