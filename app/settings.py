"""Settings: one typed class, read once from the environment. Every field has a working default and its unit."""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class FormatoLlm(StrEnum):
    """The formats that a language model is spoken to in."""

    AUTO = "auto"
    OLLAMA_CHAT = "ollama_chat"
    OLLAMA_GENERATE = "ollama_generate"
    HF_TEXT = "hf_text"
    OPENAI = "openai"


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

    ollama_api_url: str | None = Field(
        None,
        pattern=r"^https?://\S+$",
        description="URL of the language model (Ollama, Hugging Face, OpenAI); unset: templates word the answers",
    )
    ollama_api_key: SecretStr | None = Field(None, description="sent as a bearer token to the language model")
    ollama_model: str = Field(
        "qwen2.5:7b",
        description="model to ask for, by the server's own name (Hugging Face: `Qwen/Qwen2.5-7B-Instruct`)",
    )
    llm_format: FormatoLlm = Field(
        FormatoLlm.AUTO, description="auto (by the URL), ollama_chat, ollama_generate, hf_text or openai"
    )
    llm_connect_timeout_s: float = Field(2.0, gt=0, description="longest wait for a connection to the model, seconds")
    llm_first_token_timeout_s: float = Field(
        10.0, gt=0, description="longest wait for the first text of the model, retries included, seconds"
    )
    llm_stall_timeout_s: float = Field(5.0, gt=0, description="longest silence inside an answer, seconds")
    llm_total_timeout_s: float = Field(40.0, gt=0, description="longest answer of the model, seconds")
    llm_max_tokens: int = Field(350, ge=16, description="longest answer of the model, tokens")
    llm_context_tokens: int = Field(
        4_096, ge=1_024, description="context window asked of the model, tokens; prompt and answer fit in it"
    )
    llm_temperature: float = Field(0.2, ge=0, le=2, description="how freely the model words, 0 to 2")
    llm_daily_tokens: int = Field(
        2_000_000, ge=0, description="tokens the service may use in a day (UTC), prompts included; then templates"
    )
    llm_breaker_failures: int = Field(4, ge=1, description="failures in a row after which the model is left alone")
    llm_breaker_reset_s: float = Field(
        30.0, gt=0, description="how long it is left alone before it is tried again, seconds"
    )

    operator_password: SecretStr | None = Field(None, description="opens /dashboard; unset: /dashboard stays closed")
    widget_origins: list[str] = Field([], description="shops that may embed the chat, JSON list of origins")

    @property
    def tasas(self) -> dict[str, float]:
        """Returns pesos per unit of each currency that amounts are converted from."""
        return {} if self.usd_clp is None else {"USD": self.usd_clp}

    @field_validator("ollama_api_url", mode="before")
    @classmethod
    def _with_scheme(cls, url: str | None) -> str | None:
        """Returns the URL with its scheme; "localhost:11434", as Ollama's own variable is written, means http."""
        url = (url or "").strip()
        return (url if "://" in url else f"http://{url}") if url else None

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
