"""Errors as business facts.

ChatError                        root; status 500
├── InputError              400  what was sent cannot be used; `str` says what to do, in Spanish
│   ├── MessageEmpty             nothing to read in the message
│   ├── MessageTooLong           longer than Settings.message_max_chars
│   └── FrameInvalid             not JSON, not an object, unknown type, missing field
├── SessionUnknown          401  no valid session cookie
├── MessageUnknown          404  no answered message with that id in this session
├── TooManyMessages         429  more than Settings.turns_per_minute
├── CatalogError            422  a catalogue file that cannot be used at all (English: it is read by an operator)
├── ArtifactError           503  trained artefacts
│   ├── ArtifactMissing          a file of the manifest is not there
│   └── ArtifactMismatch         a file is not the one the manifest names
├── FactMissing             500  a prompt that lacks what it speaks of; the template answers instead
├── LlmFailure              503  no answer from the language model; the template answers instead
└── DatabaseUnavailable     503  the database does not answer
"""

from enum import StrEnum
from http import HTTPStatus


class ChatError(Exception):
    """Root of every error that the service raises on purpose."""

    status = HTTPStatus.INTERNAL_SERVER_ERROR
    code = "internal"


class InputError(ChatError):
    """What was sent cannot be used."""

    status = HTTPStatus.BAD_REQUEST
    code = "invalid"


class MessageEmpty(InputError):
    """A message with nothing to read in it."""

    code = "empty"

    def __str__(self) -> str:
        return "El mensaje llegó vacío. Escribe qué buscas, por ejemplo: «audífonos bluetooth hasta $50.000»."


class MessageTooLong(InputError):
    """A message above the limit."""

    code = "too_long"

    def __init__(self, chars: int, limit: int) -> None:
        self.chars, self.limit = chars, limit

    def __str__(self) -> str:
        return f"Tu mensaje tiene {self.chars} caracteres y puedo leer hasta {self.limit}. ¿Me lo resumes?"


class FrameInvalid(InputError):
    """A frame that is not of the protocol's form."""

    code = "bad_frame"

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def __str__(self) -> str:
        return f"No pude leer lo que llegó: {self.reason}."


class SessionUnknown(ChatError):
    """No valid session cookie."""

    status = HTTPStatus.UNAUTHORIZED
    code = "no_session"

    def __str__(self) -> str:
        return "Tu sesión ya no es válida. Recarga la página para empezar una nueva."


class MessageUnknown(ChatError):
    """No answered message with that id in this session."""

    status = HTTPStatus.NOT_FOUND
    code = "no_message"

    def __str__(self) -> str:
        return "No encuentro ese mensaje en tu conversación."


class TooManyMessages(ChatError):
    """A session that sends faster than it may."""

    status = HTTPStatus.TOO_MANY_REQUESTS
    code = "rate_limited"

    def __str__(self) -> str:
        return "Vas muy rápido para mí. Espera unos segundos y vuelve a enviar tu mensaje."


class CatalogError(ChatError):
    """A catalogue file that cannot be used at all."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    code = "catalog"


class ArtifactError(ChatError):
    """Trained artefacts that cannot be served. `repair` is the command that mends it."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    code = "artifacts"
    repair = "make train"

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason

    def __str__(self) -> str:
        return f"artefact {self.name}: {self.reason}; run `{self.repair}`"


class ArtifactMissing(ArtifactError):
    """A file that the manifest names is not there."""


class ArtifactMismatch(ArtifactError):
    """A file is not the one that the manifest names."""


class FactMissing(ChatError):
    """A prompt that lacks a fact."""

    code = "fact_missing"

    def __init__(self, name: str, reason: str = "it is not there") -> None:
        self.name, self.reason = name, reason

    def __str__(self) -> str:
        return f"fact {self.name}: {self.reason}"


class RazonLlm(StrEnum):
    """Why the language model gave no answer: what failures are counted by."""

    CONEXION = "conexion"  # refused, unreachable, broken off before an answer began
    TIEMPO_CONEXION = "tiempo_conexion"
    PRIMER_TOKEN = "primer_token"  # silence after the question
    PAUSA = "pausa"  # silence in the middle
    PLAZO = "plazo"  # the whole took too long
    CARGANDO = "cargando"  # cold start
    OCUPADO = "ocupado"  # overloaded, rate limited, queue full
    CREDITO = "credito"  # 402
    CLAVE = "clave"  # 401, 403
    PETICION = "peticion"  # 400, 404, 422: unknown model, refused parameters
    SERVIDOR = "servidor"  # 5xx
    FLUJO = "flujo"  # an error inside a stream that began well
    CORTE = "corte"  # ended without its final record
    FORMATO = "formato"  # not what the format says
    VACIO = "vacio"  # ended well with no text
    CIRCUITO = "circuito"  # not asked: it failed too often just now
    TOPE_DIARIO = "tope_diario"  # not asked: the day's tokens are used up
    PRESUPUESTO = "presupuesto"  # not asked: the prompt does not fit
    HECHOS = "hechos"  # not asked: a fact is missing
    INTERNO = "interno"  # a defect of ours


class LlmFailure(ChatError):
    """No answer, or no more of it, from the language model.

    `espera_s` is how long the server asks to wait; `reintentable` whether asking again may help.
    """

    status = HTTPStatus.SERVICE_UNAVAILABLE
    code = "llm"

    def __init__(
        self, reason: RazonLlm, detail: str = "", *, espera_s: float | None = None, reintentable: bool = False
    ) -> None:
        super().__init__(reason, detail)
        self.reason, self.detail, self.espera_s, self.reintentable = reason, detail, espera_s, reintentable

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}" if self.detail else str(self.reason)


class DatabaseUnavailable(ChatError):
    """The database does not answer."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    code = "database"

    def __str__(self) -> str:
        return "Ahora mismo no puedo consultar el catálogo. Inténtalo de nuevo en unos segundos."
