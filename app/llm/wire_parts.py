"""What every format comes down to: pieces of an answer, and the text of an error. Pure."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

DETAIL_MAX: Final = 300
_TAGS: Final = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)


class WireError(ValueError):
    """Something that the format does not allow."""


@dataclass(frozen=True, slots=True)
class Parte:
    """One record of a stream. `fin` is the reason to end, once told; `ultima` says that nothing follows."""

    texto: str = ""
    fin: str | None = None
    ultima: bool = False
    error: str | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Opciones:
    """How to generate: the same in every format."""

    modelo: str
    max_tokens: int
    context_tokens: int
    temperatura: float


def read_object(data: str) -> dict[str, Any]:
    """Returns one JSON object.

    Raises:
        WireError: it is not one; the message holds the beginning of what came.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise WireError(error_text(data) or "an empty record") from error
    # Hugging Face wraps whole answers, and at times errors, in a list.
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, dict):
        raise WireError(f"not an object: {data[:DETAIL_MAX]}")
    return value


def text_of(value: Any) -> str:
    """Returns a field that should be text; null and absent are none."""
    return value if isinstance(value, str) else ""


def count_of(value: Any) -> int | None:
    """Returns a count, or None when the server does not tell it (Ollama leaves zeros out)."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def error_text(body: str) -> str:
    """Returns what an error body says, at most 300 characters.

    Reads the shapes of OpenAI ({"error": {"message"}}), TGI ({"error", "error_type"}), Ollama ({"error"}) and a list
    around any of them; anything else (HTML of a proxy, plain text) without its tags.
    """
    try:
        said = _said(json.loads(body))
    except (ValueError, RecursionError):
        said = _TAGS.sub(" ", body)
    return " ".join(said.split())[:DETAIL_MAX]


def error_of(record: dict[str, Any]) -> str | None:
    """Returns the error that a record carries, None when it carries none."""
    if not record.get("error"):
        return None
    return " ".join(_said(record).split())[:DETAIL_MAX]


def _said(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return _said(value[0]) if value else ""
    if isinstance(value, dict):
        for key in ("error", "message", "detail", "msg", "errors"):
            if value.get(key):
                return _said(value[key])
    return json.dumps(value, ensure_ascii=False)
