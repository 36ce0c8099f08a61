"""Who words an answer: the LLM when there is one and it keeps to the facts, otherwise the templates."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.llm.plantillas import redactar
from app.models.dominio import Fuente, Hechos

Emit = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Redaccion:
    """A worded answer and what it took."""

    texto: str
    fuente: Fuente
    detalle: dict[str, Any] = field(default_factory=dict)

    def registro(self) -> dict[str, Any]:
        """Returns what the log keeps about the wording."""
        return {"fuente": self.fuente, **self.detalle}


class Redactores:
    """Words answers from templates; the LLM plugs in here."""

    hay_llm = False

    async def redactar(
        self,
        hechos: Hechos,
        historial: Sequence[tuple[str, str]],
        pregunta: str,
        semilla: int,
        *,
        emit: Emit | None = None,
        parar: asyncio.Event | None = None,
    ) -> Redaccion:
        """Returns the answer for these facts."""
        return Redaccion(redactar(hechos, semilla), Fuente.PLANTILLA)
