"""The interface's language: a choice is kept, the shop's preference holds until then, Spanish comes first."""

import pytest

from app.routes.language import choose_idioma, remember_idioma


@pytest.mark.parametrize(
    ("query", "cookies", "idioma"),
    [
        ({}, {}, "es"),
        ({"lang": "en"}, {}, "en"),
        ({"lang": "es"}, {"idioma": "en"}, "es"),
        ({}, {"idioma": "en"}, "en"),
        ({"default_lang": "en"}, {}, "en"),
        ({"default_lang": "en"}, {"idioma": "es"}, "es"),
        ({"lang": "fr", "default_lang": "<x>"}, {"idioma": "pt"}, "es"),
    ],
)
def test_who_decides(query: dict[str, str], cookies: dict[str, str], idioma: str) -> None:
    """Address, then memory, then shop; what is no language of ours is nobody's word."""
    assert choose_idioma(query, cookies) == idioma


@pytest.mark.parametrize("query", [{}, {"default_lang": "en"}, {"lang": "en; Domain=x"}])
def test_only_a_choice_is_kept(query: dict[str, str]) -> None:
    """A shop's preference is not the person's, and nothing else of an address gets into a header."""
    assert remember_idioma(query, "HttpOnly") is None


def test_a_choice_is_kept_for_a_year() -> None:
    """With the attributes of this deployment's cookies."""
    assert remember_idioma({"lang": "en"}, "HttpOnly; SameSite=Lax") == (
        "idioma=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
    )
