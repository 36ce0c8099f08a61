"""Text of persons and of catalogues as data inside a prompt: nothing in it can end its fence or speak as a role."""

import re
import unicodedata
from dataclasses import replace
from typing import Final

from app.models.dominio import Hechos

# Control tokens of the chat templates of Llama 2 and 3, Mistral, ChatML (Qwen, Hermes), Gemma, Phi, Zephyr, DeepSeek
# and Command R, the marks of thinking models, the role headings of plain prompts, and our own fences.
_CONTROL: Final = re.compile(
    r"<\s*[|｜][^<>]{0,40}[|｜]\s*>"
    r"|<\s*/?\s*(?:s|bos|eos|pad|unk|mask|think(?:ing)?|reasoning|system|user|assistant|human|tool(?:_call)?s?|"
    r"function_call|(?:start|end)_of_(?:turn|image)|im_(?:start|end|sep)|hechos|referencia|mensaje|instrucciones)\s*>"
    r"|\[\s*/?\s*(?:INST|SYS|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|SYSTEM_PROMPT|PREFIX|SUFFIX|MIDDLE)\s*\]"
    r"|<<\s*/?\s*SYS\s*>>"
    r"|#{2,}\s*(?:system|user|assistant|human|instruction|response|sistema|usuario|cliente|asistente)\s*:?",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"(?:^|(?<=\n))\s*(?:system|user|assistant|human|sistema|usuario|cliente|asistente)\s*:", re.IGNORECASE
)
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+|\]\([^)]*\)", re.IGNORECASE)
# Addresses that need no "https://" to be found, or written to.
_ADDRESS: Final = re.compile(
    r"\b[\w-]+\.(?:com|cl|net|org|io|shop|store|info|xyz|co|ar|mx|pe|es|app|link|ly|me|tv|online|site|example)\b"
    r"|[\w.+-]+@[\w-]+",
    re.IGNORECASE,
)
_LEADS_AWAY: Final = (_LINK, _ADDRESS, _CONTROL)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_BLANK: Final = re.compile(r"[^\S\n]+")


def as_data(texto: str, max_chars: int) -> str:
    """Returns the text on one line, without control tokens, role headings, links or invisible characters."""
    return " ".join(_harmless(texto[: 4 * max_chars]).split())[:max_chars].rstrip()


def without_links(texto: str) -> str:
    """Returns the sentences of a catalogue's text that hold neither links nor control tokens.

    Such a sentence sells nothing: it speaks to the model, or leads away from the shop.
    """
    return " ".join(s for s in _SENTENCE.split(texto) if not any(p.search(s) for p in _LEADS_AWAY))


def facts_without_links(hechos: Hechos) -> Hechos:
    """Returns the facts with descriptions that may be shown, whoever words the answer, and proved by."""
    productos = (replace(p, descripcion=without_links(p.descripcion)) for p in hechos.productos)
    return replace(hechos, productos=tuple(productos))


def _harmless(texto: str) -> str:
    visible = "".join(_visible(c) for c in unicodedata.normalize("NFC", texto))
    # Taking one token out may join the halves of another, so it is repeated until nothing changes.
    while (menos := _LINK.sub(" ", _ROLE.sub(" ", _CONTROL.sub(" ", visible)))) != visible:
        visible = menos
    return _BLANK.sub(" ", visible)


def _visible(c: str) -> str:
    if c in "\n\r\u2028\u2029\x85":
        return "\n"
    category = unicodedata.category(c)
    if category == "Cc":
        return " "
    return "" if category in {"Cf", "Cs", "Co", "Cn"} else c
