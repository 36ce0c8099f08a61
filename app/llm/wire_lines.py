"""Lines of an NDJSON stream. Pure."""

from app.llm.wire_parts import WireError

# One record is one token; the last of /api/generate holds the whole context as numbers.
LINE_MAX_CHARS = 1_048_576


class Renglones:
    """Splits a stream at line feeds only.

    httpx's own splitter follows `str.splitlines`, which also cuts at U+0085, U+2028 and their like; JSON allows those
    inside a string, and Ollama sends U+0085 as it is.
    """

    def __init__(self) -> None:
        self._resto = ""

    def feed(self, texto: str) -> list[str]:
        """Returns the lines that this text completes, without blank ones.

        Raises:
            WireError: a line without end.
        """
        *lineas, self._resto = (self._resto + texto).split("\n")
        if len(self._resto) > LINE_MAX_CHARS:
            raise WireError(f"a line of more than {LINE_MAX_CHARS} characters")
        return [linea for linea in lineas if linea.strip()]

    def close(self) -> list[str]:
        """Returns the last line when it has no end."""
        resto, self._resto = self._resto, ""
        return [resto] if resto.strip() else []
