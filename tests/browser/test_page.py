"""What the page is made of: its weight, where it comes from, and what the browser is told to fetch ahead."""

import re
from pathlib import Path

WEIGHT_MAX = 150_000  # bytes, without pictures
APP = Path(__file__).parents[2] / "app"


def test_weight(new_context, live_server):
    """Everything the page loads to be usable, uncompressed, is below the limit."""
    page = new_context().new_page()
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(live_server.url, wait_until="networkidle")
    assert len(sizes) > 10
    assert sum(sizes.values()) < WEIGHT_MAX


def test_everything_is_fetched_ahead(open_chat):
    """The preload list names every style and module that is used, once, and nothing else."""
    page = open_chat().page
    listed = page.eval_on_selector_all(
        "link[rel=preload], link[rel=modulepreload]", "(links) => links.map((e) => e.href)"
    )
    used = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert len(listed) == len(set(listed))
    names = {url.split("/static/")[1] for url in listed}
    sheets = "".join((APP / "static/css" / name).read_text() for name in ("style.css", "conversation.css"))
    styles = {f"css/{name}" for name in re.findall(r'url\("([\w.]+)"\)', sheets)}
    scripts = {str(path.relative_to(APP / "static")) for path in (APP / "static/js").rglob("*.js")}
    assert names == styles | (scripts - {"js/chat.js", "js/widget.js"})
    assert set(listed) <= set(used)


def test_nothing_inline(open_chat):
    """No script, style or handler stands in the HTML: the strict policy has nothing to forbid."""
    chat = open_chat()
    html = chat.page.request.get(chat.page.url).text()
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", html) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", html) == []


def test_without_scripts_the_page_says_so(open_chat):
    """Who has JavaScript off reads why nothing happens."""
    chat = open_chat()
    html = chat.page.request.get(chat.page.url).text()
    assert "Esta página necesita JavaScript" in html.split("<noscript>")[1].split("</noscript>")[0]
