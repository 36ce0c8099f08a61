"""Settings: one typed class, read once from the environment. Every field has a working default and its unit."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an operator may set. Names in the environment are the upper-case field names."""

    model_config = SettingsConfigDict(env_file=ROOT / ".env", extra="ignore", env_ignore_empty=True)

    database_url: str | None = Field(None, description="PostgreSQL URL; unset: an embedded server under var/")
    debug: bool = Field(False, description="verbose logs")
    port: int = Field(8000, ge=0, le=65535, description="TCP port of the web server; 0 picks a free one")
    host: str = Field("0.0.0.0", description="address the web server listens on")
    data_dir: Path = Field(ROOT / "var", description="where the embedded database and the cookie key live")
    artifacts_dir: Path = Field(ROOT / "models_artifacts", description="what `make train` wrote")
    secret_key: SecretStr | None = Field(
        None, description="key that signs the session cookie; unset: one is made and kept in the database"
    )
    session_days: int = Field(30, ge=1, description="days a session cookie lives")
    pool_size: int = Field(5, ge=1, description="database connections kept open per process")
    statement_timeout_ms: int = Field(5_000, ge=100, description="longest SQL statement of a turn, ms")
    message_max_chars: int = Field(2_000, ge=100, description="longest message, characters")
    frame_max_bytes: int = Field(65_536, ge=1_024, description="largest WebSocket frame, bytes")
    history_messages: int = Field(100, ge=1, description="turns sent when a session resumes")
    products_per_answer: int = Field(5, ge=1, le=20, description="product cards in one answer")
    turns_per_minute: int = Field(40, ge=1, description="messages one session may send in a minute")
    catalog_refresh_s: float = Field(5.0, gt=0, description="how often a server looks for a new catalogue, seconds")
    usd_clp: float | None = Field(None, gt=0, description="pesos per dollar; unset: dollar amounts are not converted")

    operator_password: SecretStr | None = Field(None, description="opens /dashboard; unset: /dashboard stays closed")
    widget_origins: list[str] = Field([], description='shops that may embed the chat, JSON list of origins')

    @property
    def tasas(self) -> dict[str, float]:
        """Returns pesos per unit of each currency that amounts are converted from."""
        return {} if self.usd_clp is None else {"USD": self.usd_clp}

    @field_validator("database_url")
    @classmethod
    def _psycopg2_url(cls, url: str | None) -> str | None:
        """Returns the URL with this project's driver named: SQLAlchemy 2.1 reads a bare scheme as psycopg 3."""
        if url is None:
            return None
        for scheme in ("postgres://", "postgresql://"):
            if url.startswith(scheme):
                return "postgresql+psycopg2://" + url.removeprefix(scheme)
        if not url.startswith("postgresql+psycopg2://"):
            raise ValueError("DATABASE_URL must start with postgres:// or postgresql://")
        return url


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """Returns the settings of this process, read on first use."""
    return Settings()
