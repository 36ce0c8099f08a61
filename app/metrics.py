"""What the service counts about itself, for Prometheus (GET /metrics). One registry per app, so tests can open two."""

from collections.abc import Sequence

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from app.llm.interfaces import UsoLlm
from app.models.dominio import Respuesta

# A turn without an LLM takes milliseconds, one with an LLM seconds.
TURN_BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
FIRST_TOKEN_BUCKETS_S = (0.1, 0.25, 0.5, 1, 2, 3, 5, 10)


class Metrics:
    """Counters and histograms of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.turns = Counter("chat_turns", "Turns answered", ["intencion", "fuente", "exitoso"], registry=self.registry)
        self.turn_seconds = Histogram(
            "chat_turn_seconds",
            "From message to whole answer",
            ["fuente"],
            buckets=TURN_BUCKETS_S,
            registry=self.registry,
        )
        self.confidence = Histogram(
            "chat_intent_confidence",
            "Calibrated confidence of the decision",
            buckets=[i / 10 for i in range(1, 11)],
            registry=self.registry,
        )
        self.errors = Counter("chat_errors", "Errors told to a person", ["code"], registry=self.registry)
        self.connections = Gauge("chat_websockets", "Open WebSockets", registry=self.registry)
        self.llm_failures = Counter(
            "llm_failures", "Answers that the model did not give whole", ["reason"], registry=self.registry
        )
        self.llm_incidents = Counter(
            "llm_incidents", "Unproved sentences held back, by what was wrong", ["kind"], registry=self.registry
        )
        self.llm_tokens = Counter("llm_tokens", "Tokens told by the model's server", ["kind"], registry=self.registry)
        self.llm_first_token_seconds = Histogram(
            "llm_first_token_seconds",
            "From prompt to first text",
            buckets=FIRST_TOKEN_BUCKETS_S,
            registry=self.registry,
        )
        self.catalog_version = Gauge("catalog_version", "Catalogue version in service", registry=self.registry)

    def observe_turn(self, respuesta: Respuesta, seconds: float, *, exitoso: bool) -> None:
        """Counts one answered turn."""
        self.turns.labels(respuesta.intencion, respuesta.fuente, str(exitoso).lower()).inc()
        self.turn_seconds.labels(respuesta.fuente).observe(seconds)
        self.confidence.observe(respuesta.confianza)

    def observe_llm(self, uso: UsoLlm, falla: str | None, motivos: Sequence[str]) -> None:
        """Counts one answer that a model was asked for.

        Args:
            uso: what it took.
            falla: why it did not come whole, None when it did.
            motivos: what was wrong with each sentence that was held back.
        """
        if falla is not None:
            self.llm_failures.labels(falla).inc()
        for motivo in motivos:
            self.llm_incidents.labels(motivo).inc()
        self.llm_tokens.labels("prompt").inc(uso.prompt_tokens or 0)
        self.llm_tokens.labels("completion").inc(uso.completion_tokens or 0)
        if uso.primer_token_ms is not None:
            self.llm_first_token_seconds.observe(uso.primer_token_ms / 1000)

    def render(self) -> bytes:
        """Returns the text that a Prometheus server reads."""
        return generate_latest(self.registry)
