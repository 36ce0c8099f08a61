"""Hugging Face's text generation (TGI and the endpoints that speak like it): JSON or events. Pure.

Source: hub-docs tasks/text-generation.md; text-generation-inference router/src/server.rs.
"""

from collections.abc import Sequence
from typing import Any, Final

from app.llm.interfaces import Mensaje, Prompt
from app.llm.wire_parts import Opciones, Parte, count_of, error_of, read_object, text_of

# The model gets plain text without a chat template, so these headings say who speaks, and end its turn.
QUIEN: Final = {"user": "Cliente", "assistant": "Asistente"}
STOP: Final = ("\nCliente:", "\nAsistente:")


def body(prompt: Prompt, opciones: Opciones) -> dict[str, Any]:
    """Returns the request; `return_full_text` is said, for its default depends on the pipeline."""
    parameters: dict[str, Any] = {
        "max_new_tokens": opciones.max_tokens,
        "return_full_text": False,
        "details": True,
        "stop": list(STOP),
    }
    # TGI refuses a temperature of 0 (it must be strictly positive); sampling is then left off.
    if opciones.temperatura > 0:
        parameters |= {"temperature": opciones.temperatura, "do_sample": True}
    return {
        "inputs": f"{prompt.sistema}\n\n{as_text(prompt.mensajes)}\nAsistente:",
        "parameters": parameters,
        "stream": True,
    }


def as_text(mensajes: Sequence[Mensaje]) -> str:
    """Returns a conversation as plain text; a single message stands without a heading."""
    if len(mensajes) == 1:
        return mensajes[0].texto
    return "\n".join(f"{QUIEN[m.rol]}: {m.texto}" for m in mensajes)


def read(data: str) -> Parte:
    """Returns the piece in one event; special tokens are left out. The event with the whole text ends the answer.

    Raises:
        WireError: not a JSON object.
    """
    if data.strip() == "[DONE]":
        return Parte(ultima=True)
    record = read_object(data)
    token = record.get("token")
    texto = text_of(token.get("text")) if isinstance(token, dict) and token.get("special") is not True else ""
    return _parte(record, texto, ended=isinstance(record.get("generated_text"), str))


def read_whole(data: str) -> Parte:
    """Returns the answer of a server that does not stream: a list with one object, or the object.

    Raises:
        WireError: neither.
    """
    record = read_object(data)
    texto = record.get("generated_text")
    return _parte(record, text_of(texto), ended=isinstance(texto, str))


def _parte(record: dict[str, Any], texto: str, *, ended: bool) -> Parte:
    details = record.get("details")
    details = details if isinstance(details, dict) else {}
    return Parte(
        texto=texto,
        fin=(text_of(details.get("finish_reason")) or "stop") if ended else None,
        ultima=ended,
        error=error_of(record),
        prompt_tokens=count_of(details.get("input_length")),
        completion_tokens=count_of(details.get("generated_tokens")),
    )
