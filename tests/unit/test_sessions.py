"""The session cookie is signed, expires, and cannot be made up."""

import pytest

from app.sessions import Sessions

SESSIONS = Sessions(key="clave-de-prueba", days=1)


def cookie_of(header: str) -> str:
    return header.split(";")[0].split("=", 1)[1]


def test_a_cookie_gives_back_its_session() -> None:
    """What was signed is read."""
    assert SESSIONS.read(cookie_of(SESSIONS.set_cookie("abc", secure=False))) == "abc"


@pytest.mark.parametrize("cookie", [None, "", "abc", "abc.def.ghi", "é.x.y"])
def test_anything_else_is_nobody(cookie: str | None) -> None:
    """Missing or made-up cookies have no session."""
    assert SESSIONS.read(cookie) is None


def test_another_key_does_not_open_it() -> None:
    """A cookie of another deployment is nobody's."""
    cookie = cookie_of(Sessions(key="otra", days=1).set_cookie("abc", secure=False))
    assert SESSIONS.read(cookie) is None


@pytest.mark.parametrize(
    ("origins", "secure", "expected", "absent"),
    [
        ((), False, "SameSite=Lax", "Secure"),
        ((), True, "SameSite=Lax; Secure", "None"),
        (("https://tienda.cl",), True, "SameSite=None; Secure; Partitioned", "Lax"),
        (("https://tienda.cl",), False, "SameSite=Lax", "None"),
    ],
)
def test_attributes(origins: tuple[str, ...], secure: bool, expected: str, absent: str) -> None:
    """Scripts never read it; other sites get it only for a widget over https."""
    sessions = Sessions("k", 1, origins)
    for header in (sessions.set_cookie("abc", secure=secure), sessions.clear_cookie(secure=secure)):
        assert "HttpOnly" in header
        assert expected in header
        assert absent not in header
