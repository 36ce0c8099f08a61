"""The interface's language: asked for by the address, else chosen before, else preferred by the shop, else Spanish."""

from collections.abc import Mapping
from typing import Final

IDIOMAS: Final = ("es", "en")  # the first one is spoken to whoever says nothing
COOKIE: Final = "idioma"
COOKIE_S: Final = 365 * 24 * 60 * 60


def choose_idioma(query: Mapping[str, str], cookies: Mapping[str, str]) -> str:
    """Returns the page's language.

    Args:
        query: `lang` is the person's choice, `default_lang` that of the shop whose page holds the chat.
        cookies: hold an earlier choice.
    """
    asked = (query.get("lang"), cookies.get(COOKIE), query.get("default_lang"))
    return next((idioma for idioma in asked if idioma in IDIOMAS), IDIOMAS[0])


def remember_idioma(query: Mapping[str, str], attributes: str) -> str | None:
    """Returns the Set-Cookie header that keeps a choice made by the address, None when it makes none."""
    idioma = query.get("lang")
    return f"{COOKIE}={idioma}; Path=/; Max-Age={COOKIE_S}; {attributes}" if idioma in IDIOMAS else None
