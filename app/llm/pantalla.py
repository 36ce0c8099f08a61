"""Shows an answer while it is being written, and ends it when the person asks."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable

Emit = Callable[[str], Awaitable[None]]


class Pantalla:
    """What the person sees of an answer being written. White space waits for the words that follow it."""

    def __init__(self, emit: Emit | None, antes: str) -> None:
        self.texto = ""
        self._emit = emit
        self._espera = f"{antes}\n\n" if antes else ""

    async def mostrar(self, pieza: str) -> None:
        """Shows a piece."""
        palabras = pieza.rstrip()
        if not palabras:
            self._espera += pieza if self.texto else ""
            return
        nuevo = self._espera + (palabras if self.texto else palabras.lstrip())
        self._espera = pieza[len(palabras) :]
        self.texto += nuevo
        if self._emit is not None:
            await self._emit(nuevo)


async def hasta(flujo: AsyncGenerator[str, None], parar: asyncio.Event) -> AsyncGenerator[str, None]:
    """Yields what a stream yields until it ends or the event is set, whichever is first."""
    parada = asyncio.create_task(parar.wait())
    siguiente: asyncio.Future[str | None] | None = None
    try:
        while True:
            siguiente = asyncio.ensure_future(anext(flujo, None))
            await asyncio.wait({siguiente, parada}, return_when=asyncio.FIRST_COMPLETED)
            if parada.done():
                return
            if (trozo := siguiente.result()) is None:
                return
            yield trozo
    finally:
        # The stream can be closed only when nobody waits for its next piece.
        pendientes = [tarea for tarea in (parada, siguiente) if tarea is not None]
        for tarea in pendientes:
            tarea.cancel()
        await asyncio.gather(*pendientes, return_exceptions=True)
