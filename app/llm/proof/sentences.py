"""Cuts a streamed answer into the pieces that are proved one by one: sentences, list lines, whole tables.

Pure and incremental: text goes in as it arrives, whole pieces come out; joined again they are the text, character for
character. A piece is let go when the character after its end is seen, so that "$499.990" and "15.6" are never cut.
"""

import re
from typing import Final

# A full stop after one of these ends no sentence.
_ABREVIATURAS: Final = frozenset(
    "aprox sr sra dr dra pag ej p nro num no n max min tel incl vs ud uds art av depto etc ee uu gen ref cap".split()
)
_FIN: Final = re.compile(r"[.!?…]+[\"'”»)\]*_]*(?=\s)")
_MARCA_DE_LISTA: Final = re.compile(r"\s*(?:[-*•>#]+\s*)?(?:\*\*)?\d{1,2}[.)]$")


class Cortador:
    """Splits a stream. `feed` returns the pieces that are whole by now, `close` what is left."""

    def __init__(self) -> None:
        self._resto = ""

    def feed(self, trozo: str) -> list[str]:
        """Returns the pieces that this text completes, in order."""
        self._resto += trozo
        piezas: list[str] = []
        while fin := self._fin():
            piezas.append(self._resto[:fin])
            self._resto = self._resto[fin:]
        return piezas

    def close(self) -> list[str]:
        """Returns the last piece, if any text is left."""
        resto, self._resto = self._resto, ""
        return [resto] if resto else []

    def _fin(self) -> int:
        """Returns where the first whole piece of the buffer ends, 0 when there is none yet."""
        if self._resto.lstrip("\n").lstrip(" ").startswith("|"):
            return self._fin_de_tabla()
        for match in _FIN.finditer(self._resto):
            salto = self._salto(match.start())
            if salto:
                return salto
            if not self._sigue(match.start(), match.group()):
                return match.end()
        return self._salto(len(self._resto))

    def _salto(self, hasta: int) -> int:
        """Returns the end of the first written line before `hasta`, 0 when it has not ended."""
        inicio = len(self._resto) - len(self._resto.lstrip("\n "))
        salto = self._resto.find("\n", inicio, hasta)
        return salto + 1

    def _fin_de_tabla(self) -> int:
        """Returns the end of the run of lines that start with a bar, 0 while the next line may belong to it."""
        fin = 0
        for linea in self._resto.splitlines(keepends=True):
            if linea.strip() and not linea.lstrip(" ").startswith("|"):
                return fin
            if not linea.endswith("\n"):
                return 0
            fin += len(linea)
        return 0

    def _sigue(self, punto: int, signos: str) -> bool:
        """Returns whether the stop at `punto` is part of an abbreviation or of a list number."""
        if signos[0] != ".":
            return False
        linea = self._resto[:punto].rsplit("\n", 1)[-1]
        palabra = re.split(r"[\s(«\"]", linea)[-1].lower().strip("*_")
        return palabra in _ABREVIATURAS or _MARCA_DE_LISTA.match(linea + ".") is not None
