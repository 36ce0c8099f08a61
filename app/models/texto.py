"""What a string must be before it is stored or sent."""


def only_valid(texto: str) -> str:
    """Returns the text without NULs, which PostgreSQL cannot store, and with lone surrogates as U+FFFD."""
    return replace_surrogates(texto).replace("\x00", "")


def replace_surrogates(texto: str) -> str:
    """Returns the text with lone surrogates, which UTF-8 cannot write, as U+FFFD; offsets do not move."""
    return texto.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
