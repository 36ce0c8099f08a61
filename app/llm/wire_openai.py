"""The OpenAI-compatible /v1/chat/completions: the Hugging Face router, Ollama, llama.cpp, vLLM. Pure.

Source: Hugging Face tasks/chat-completion.md; Ollama openai/openai.go; llama.cpp tools/server/README.md.
"""

from typing import Any

from app.llm.interfaces import Prompt
from app.llm.wire_parts import Opciones, Parte, count_of, error_of, read_object, text_of


def body(prompt: Prompt, opciones: Opciones) -> dict[str, Any]:
    """Returns the request."""
    mensajes = [{"role": "system", "content": prompt.sistema}]
    mensajes += [{"role": m.rol, "content": m.texto} for m in prompt.mensajes]
    return {
        "model": opciones.modelo,
        "messages": mensajes,
        "max_tokens": opciones.max_tokens,
        "temperature": opciones.temperatura,
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def read(data: str) -> Parte:
    """Returns the piece in one event; `delta.reasoning` and its kin are left out.

    Raises:
        WireError: not a JSON object.
    """
    if data.strip() == "[DONE]":
        return Parte(ultima=True)
    return _parte(read_object(data), "delta")


def read_whole(data: str) -> Parte:
    """Returns the answer of a server that does not stream.

    Raises:
        WireError: not a JSON object.
    """
    return _parte(read_object(data), "message")


def _parte(record: dict[str, Any], key: str) -> Parte:
    choice = _first(record.get("choices"))
    usage = record.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    mensaje = choice.get(key)
    return Parte(
        texto=text_of(mensaje.get("content")) if isinstance(mensaje, dict) else "",
        fin=text_of(choice.get("finish_reason")) or None,  # Ollama has sent "" for none
        error=error_of(record),
        prompt_tokens=count_of(usage.get("prompt_tokens")),
        completion_tokens=count_of(usage.get("completion_tokens")),
    )


def _first(choices: Any) -> dict[str, Any]:
    if isinstance(choices, list) and choices and isinstance(choices[0], dict):
        return choices[0]
    return {}  # the usage record has no choices
