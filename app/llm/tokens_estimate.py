"""How many tokens a text takes, without the model's own tokenizer, which the service does not know.

The estimate leans high, so that a prompt within the budget fits: letters count one token for each 3 (byte-pair
vocabularies of Llama 3, Qwen 2.5 and Gemma take about 4 letters of Spanish a token), each digit and each sign one
(Qwen splits numbers digit by digit), and what is not Latin one for each byte.
"""

import re
from functools import lru_cache
from typing import Final

LETRAS_POR_TOKEN: Final = 3
# Role marks and line ends that chat templates put around one message.
TOKENS_POR_MENSAJE: Final = 8
_PIEZAS: Final = re.compile(r"[A-Za-zÀ-ɏ]+|\n|[^\S\n]+|.", re.DOTALL)


@lru_cache(maxsize=256)  # the instructions and the last turns come again with every prompt
def estimate_tokens(texto: str) -> int:
    """Returns how many tokens the text takes at the most in common vocabularies."""
    return sum(_tokens(pieza) for pieza in _PIEZAS.findall(texto))


def _tokens(pieza: str) -> int:
    if pieza[0].isalpha() and (len(pieza) > 1 or pieza < "ɐ"):
        return -(-len(pieza) // LETRAS_POR_TOKEN)
    if pieza == "\n":
        return 1
    return 0 if pieza == " " else len(pieza) if pieza.isspace() else len(pieza.encode("utf-8", "replace"))
