"""Tokens used in a day, against the cap. Pure: the caller says which day it is."""


class GastoDiario:
    """Counts the tokens of one process; a new day starts from zero."""

    def __init__(self, tope: int) -> None:
        self._tope = tope
        self._dia = -1
        self._usados = 0

    def permite(self, dia: int, tokens: int) -> bool:
        """Returns whether that many more fit in the day."""
        return self._del_dia(dia) + tokens <= self._tope

    def sumar(self, dia: int, tokens: int) -> None:
        """Adds what an answer took; a negative number gives back what was set aside."""
        self._usados = max(0, self._del_dia(dia) + tokens)

    def _del_dia(self, dia: int) -> int:
        if dia != self._dia:
            self._dia, self._usados = dia, 0
        return self._usados
