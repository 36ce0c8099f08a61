"""What the service asks of a language model, whoever serves it."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Literal, Protocol

Rol = Literal["user", "assistant"]


@dataclass(frozen=True, slots=True)
class Mensaje:
    """One message of the conversation, as the model reads it."""

    rol: Rol
    texto: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model reads: instructions, then messages that end with the person's. `tokens` is an estimate."""

    sistema: str
    mensajes: tuple[Mensaje, ...]
    tokens: int


@dataclass(slots=True)
class UsoLlm:
    """What one answer took; filled while it is written. Counts are None when the server does not tell them."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    trozos: int = 0  # pieces with text; never more than tokens
    primer_token_ms: int | None = None
    total_ms: int | None = None
    fin: str | None = None  # the server's reason to end: "stop", "length"…
    truncado: bool = False  # ended before the model was done


class Modelo(Protocol):
    """A model that writes as a stream."""

    nombre: str

    def stream(self, prompt: Prompt, *, plazo_s: float, uso: UsoLlm) -> AsyncGenerator[str, None]:
        """Yields the pieces of the answer as they come; closing it ends the generation.

        Args:
            prompt: what the model reads.
            plazo_s: seconds that the whole answer may take.
            uso: filled while and after the answer is written.

        Raises:
            LlmFailure: there is no answer, or it broke off. No piece comes after it.
        """

    async def close(self) -> None:
        """Closes its connections."""
