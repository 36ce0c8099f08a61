"""Who is talking: a random session id in a signed, HttpOnly cookie. Source: protocol, WebSocket."""

import secrets
from dataclasses import dataclass
from uuid import uuid4

from itsdangerous import BadSignature, TimestampSigner
from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert as upsert

from app.models.database import Ajuste
from app.settings import Settings

COOKIE = "sesion"
SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Sessions:
    """Signs and reads session cookies that live `days` days."""

    key: str
    days: int
    widget_origins: tuple[str, ...] = ()

    def read(self, cookie: str | None) -> str | None:
        """Returns the session id of a cookie, or None when it is missing, forged or too old."""
        if not cookie:
            return None
        try:
            return self._signer().unsign(cookie, max_age=self._seconds()).decode()
        except BadSignature:
            return None

    def new_id(self) -> str:
        """Returns an id for a new session."""
        return uuid4().hex

    def set_cookie(self, session_id: str, *, secure: bool) -> str:
        """Returns the value of a Set-Cookie header."""
        value = self._signer().sign(session_id).decode()
        return f"{COOKIE}={value}; Path=/; Max-Age={self._seconds()}; {self.attributes(secure=secure)}"

    def clear_cookie(self, *, secure: bool) -> str:
        """Returns the Set-Cookie header that removes the cookie; a partitioned one goes only by its own attributes."""
        return f"{COOKIE}=; Path=/; Max-Age=0; {self.attributes(secure=secure)}"

    def attributes(self, *, secure: bool) -> str:
        """Returns how this deployment's cookies are kept. In a widget on another site they must be partitioned."""
        if secure and self.widget_origins:
            return "HttpOnly; SameSite=None; Secure; Partitioned"
        return f"HttpOnly; SameSite=Lax{'; Secure' if secure else ''}"

    def _signer(self) -> TimestampSigner:
        return TimestampSigner(self.key, salt="sesion")

    def _seconds(self) -> int:
        return self.days * 24 * 60 * 60


def open_sessions(connection: Connection, settings: Settings) -> Sessions:
    """Returns the signer of this deployment; without SECRET_KEY, every process shares a key kept in the database."""
    key = settings.secret_key.get_secret_value() if settings.secret_key else _shared_key(connection)
    return Sessions(key, settings.session_days, tuple(settings.widget_origins))


def _shared_key(connection: Connection) -> str:
    mine = {"clave": "secret_key", "valor": secrets.token_urlsafe(SECRET_BYTES)}
    connection.execute(upsert(Ajuste).values(mine).on_conflict_do_nothing())
    return str(connection.execute(select(Ajuste.valor).where(Ajuste.clave == "secret_key")).scalar_one())
