"""Which format a server speaks, told by its URL or by a setting, and where its endpoint is. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

from app.llm import wire_hf, wire_ollama, wire_openai
from app.llm.interfaces import Prompt
from app.llm.wire_parts import Opciones, Parte
from app.settings import FormatoLlm

HF_ROUTER: Final = "router.huggingface.co"


@dataclass(frozen=True, slots=True)
class Formato:
    """How to ask and how to read. `events`: server-sent events, otherwise one JSON object a line."""

    body: Callable[[Prompt, Opciones], dict[str, Any]]
    read: Callable[[str], Parte]
    read_whole: Callable[[str], Parte]
    events: bool
    stop: tuple[str, ...] = ()


FORMATOS: Final = {
    FormatoLlm.OLLAMA_CHAT: Formato(wire_ollama.chat_body, wire_ollama.read_chat, wire_ollama.read_chat, False),
    FormatoLlm.OLLAMA_GENERATE: Formato(
        wire_ollama.generate_body, wire_ollama.read_generate, wire_ollama.read_generate, False
    ),
    FormatoLlm.HF_TEXT: Formato(wire_hf.body, wire_hf.read, wire_hf.read_whole, True, wire_hf.STOP),
    FormatoLlm.OPENAI: Formato(wire_openai.body, wire_openai.read, wire_openai.read_whole, True),
}
# How the path of each endpoint ends; the first is put after a base URL.
_ENDINGS: Final = {
    FormatoLlm.OLLAMA_CHAT: ("/api/chat",),
    FormatoLlm.OLLAMA_GENERATE: ("/api/generate",),
    FormatoLlm.OPENAI: ("/v1/chat/completions", "/chat/completions"),
}


def detect(url: str, wanted: FormatoLlm = FormatoLlm.AUTO) -> tuple[FormatoLlm, str]:
    """Returns the format and the endpoint's whole URL. A bare base URL is Ollama's chat.

    Args:
        url: an endpoint, or the base of a server ("http://localhost:11434", "…/v1", "…/api").
        wanted: what the operator said; AUTO looks at the URL.
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    formato = _by_url(parts.hostname or "", path) if wanted is FormatoLlm.AUTO else wanted
    endings = _ENDINGS.get(formato, ())
    if endings and not path.endswith(endings):
        path = _base(path) + endings[0]
    return formato, urlunsplit((parts.scheme, parts.netloc, path or "/", parts.query, ""))


def _by_url(host: str, path: str) -> FormatoLlm:
    for formato, endings in _ENDINGS.items():
        if path.endswith(endings):
            return formato
    if path.endswith("/v1") or (host == HF_ROUTER and not path):
        return FormatoLlm.OPENAI
    if "/models/" in path or path.endswith(("/generate", "/generate_stream")):
        return FormatoLlm.HF_TEXT
    if host.endswith(".endpoints.huggingface.cloud"):
        return FormatoLlm.HF_TEXT
    return FormatoLlm.OLLAMA_CHAT


def _base(path: str) -> str:
    """Returns the path without what another of the server's endpoints, or the way to them, adds."""
    for ending in (*(e for endings in _ENDINGS.values() for e in endings), "/v1", "/api"):
        if path.endswith(ending):
            return path.removesuffix(ending)
    return path
