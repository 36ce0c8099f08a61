"""Ollama's own formats, /api/chat and /api/generate: one JSON object a line. Pure.

Source: Ollama docs/api.md, docs/api/streaming.mdx, api/types.go.
"""

from typing import Any, Final

from app.llm.interfaces import Prompt
from app.llm.wire_hf import as_text
from app.llm.wire_parts import Opciones, Parte, count_of, error_of, read_object, text_of

# The model stays loaded between messages; loading it again takes many seconds.
KEEP_ALIVE: Final = "15m"


def chat_body(prompt: Prompt, opciones: Opciones) -> dict[str, Any]:
    """Returns the request of /api/chat."""
    mensajes = [{"role": "system", "content": prompt.sistema}]
    mensajes += [{"role": m.rol, "content": m.texto} for m in prompt.mensajes]
    return {**_common(opciones), "messages": mensajes}


def generate_body(prompt: Prompt, opciones: Opciones) -> dict[str, Any]:
    """Returns the request of /api/generate; the server puts its model's template around it."""
    return {**_common(opciones), "system": prompt.sistema, "prompt": as_text(prompt.mensajes)}


def read_chat(data: str) -> Parte:
    """Returns the piece in one line of /api/chat; `message.thinking` is left out.

    Raises:
        WireError: not a JSON object.
    """
    record = read_object(data)
    mensaje = record.get("message")
    return _parte(record, text_of(mensaje.get("content")) if isinstance(mensaje, dict) else "")


def read_generate(data: str) -> Parte:
    """Returns the piece in one line of /api/generate; the last one may carry text too.

    Raises:
        WireError: not a JSON object.
    """
    record = read_object(data)
    return _parte(record, text_of(record.get("response")))


def _common(opciones: Opciones) -> dict[str, Any]:
    return {
        "model": opciones.modelo,
        "stream": True,
        "think": False,
        "keep_alive": KEEP_ALIVE,
        # A prompt or answer beyond the window is an error, not silently cut (servers before 2025 ignore both).
        "truncate": False,
        "shift": False,
        "options": {
            "temperature": opciones.temperatura,
            "num_ctx": opciones.context_tokens,
            "num_predict": opciones.max_tokens,
        },
    }


def _parte(record: dict[str, Any], texto: str) -> Parte:
    done = record.get("done") is True
    return Parte(
        texto=texto,
        fin=(text_of(record.get("done_reason")) or "stop") if done else None,
        ultima=done,
        error=error_of(record),
        prompt_tokens=count_of(record.get("prompt_eval_count")),
        completion_tokens=count_of(record.get("eval_count")),
    )
