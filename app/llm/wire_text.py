"""What of a stream is the answer: thinking, control tokens and what comes after a stop sequence are not. Pure."""

import re
from typing import Final

# Control tokens that a server leaves in the text when its template is not the model's; they end the answer.
FIN: Final = (
    "<|im_end|>",
    "<|im_start|>",
    "<|eot_id|>",
    "<|start_header_id|>",
    "<|end_of_text|>",
    "<|endoftext|>",
    "<|end|>",
    "<|user|>",
    "<|assistant|>",
    "<end_of_turn>",
    "<start_of_turn>",
    "</s>",
    "[INST]",
    "[/INST]",
)
_ABRE: Final = re.compile(r"<(think|thinking|reasoning)>", re.IGNORECASE)
_CIERRA: Final = re.compile(r"</(?:think|thinking|reasoning)>", re.IGNORECASE)
# Marks that say nothing by themselves: the text goes on after them.
_SUELTA: Final = re.compile(r"</(?:think|thinking|reasoning)>|<s>|<bos>|<\|begin_of_text\|>", re.IGNORECASE)
_ETIQUETAS: Final = (
    *("<think>", "<thinking>", "<reasoning>", "</think>", "</thinking>", "</reasoning>"),
    *("<s>", "<bos>", "<|begin_of_text|>"),
)


class Visible:
    """Filters one answer; marks split over pieces are held back until they are whole. `terminado`: a stop was met."""

    def __init__(self, stop: tuple[str, ...] = ()) -> None:
        self.terminado = False
        self._stop = re.compile("|".join(map(re.escape, (*FIN, *stop))))
        self._marcas = tuple(m.lower() for m in (*FIN, *_ETIQUETAS, *stop))
        self._resto = ""
        self._pensando = False
        self._empezado = False

    def feed(self, trozo: str) -> str:
        """Returns what can be shown by now."""
        self._resto += trozo
        return self._salida(self._tomar())

    def close(self) -> str:
        """Returns what was held back and turned out to be text."""
        texto = self._tomar()
        resto, self._resto = self._resto, ""
        return self._salida(texto + ("" if self._pensando or self.terminado else resto))

    def _salida(self, texto: str) -> str:
        """Returns the text; an answer does not begin with white space."""
        if not self._empezado:
            texto = texto.lstrip()
            self._empezado = bool(texto)
        return texto

    def _tomar(self) -> str:
        salida = ""
        while not self.terminado:
            marca = _CIERRA.search(self._resto) if self._pensando else self._siguiente()
            if marca is None:
                return salida + self._sin_marcas()
            if not self._pensando:
                salida += self._resto[: marca.start()]
                self.terminado = self._stop.fullmatch(marca.group()) is not None
            self._resto = self._resto[marca.end() :]
            self._pensando = _ABRE.match(marca.group()) is not None
        return salida

    def _siguiente(self) -> "re.Match[str] | None":
        """Returns the first mark in the buffer, whichever it is."""
        vistas = (patron.search(self._resto) for patron in (self._stop, _ABRE, _SUELTA))
        return min((m for m in vistas if m), key=lambda m: m.start(), default=None)

    def _sin_marcas(self) -> str:
        """Returns the buffer up to where a mark may be beginning; the rest is kept."""
        corte = len(self._resto) - self._posible()
        if self._pensando:
            self._resto = self._resto[corte:]
            return ""
        texto, self._resto = self._resto[:corte], self._resto[corte:]
        return texto

    def _posible(self) -> int:
        """Returns how many characters at the end may be the beginning of a mark."""
        bajo = self._resto.lower()
        for largo in range(min(len(bajo), max(map(len, self._marcas)) - 1), 0, -1):
            if any(marca.startswith(bajo[-largo:]) for marca in self._marcas):
                return largo
        return 0
