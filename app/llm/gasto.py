"""Tokens used in a day, against the cap: who counts them, and a count in memory. Pure: the caller names the day."""

from typing import Protocol


class Gasto(Protocol):
    """Counts the tokens of every process that asks the same model. Days are counted from 1970-01-01, UTC."""

    async def reservar(self, dia: int, tokens: int, tope: int) -> bool:
        """Sets that many tokens aside and returns True, or returns False when the day's cap leaves no room."""

    async def ajustar(self, dia: int, tokens: int) -> None:
        """Adds to the day's count; a negative number gives back what was set aside and not used."""


class GastoEnMemoria:
    """Counts the tokens of one process; a new day starts from zero."""

    def __init__(self) -> None:
        self._dia = -1
        self._usados = 0

    async def reservar(self, dia: int, tokens: int, tope: int) -> bool:
        """Sets tokens aside (Gasto.reservar)."""
        cabe = self._del_dia(dia) + tokens <= tope
        if cabe:
            self._usados += tokens
        return cabe

    async def ajustar(self, dia: int, tokens: int) -> None:
        """Adds to the count (Gasto.ajustar)."""
        self._usados = max(0, self._del_dia(dia) + tokens)

    def _del_dia(self, dia: int) -> int:
        if dia != self._dia:
            self._dia, self._usados = dia, 0
        return self._usados
