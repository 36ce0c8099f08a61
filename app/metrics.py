"""What the service counts about itself, in Prometheus' format (GET /metrics). One registry per app, so tests can open two."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from app.models.dominio import Respuesta

# A turn without an LLM takes milliseconds, one with an LLM seconds.
TURN_BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Counters and histograms of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.turns = Counter(
            "chat_turns", "Turns answered", ["intencion", "fuente", "exitoso"], registry=self.registry
        )
        self.turn_seconds = Histogram(
            "chat_turn_seconds", "From message to whole answer", ["fuente"], buckets=TURN_BUCKETS_S, registry=self.registry
        )
        self.confidence = Histogram(
            "chat_intent_confidence",
            "Calibrated confidence of the decision",
            buckets=[i / 10 for i in range(1, 11)],
            registry=self.registry,
        )
        self.errors = Counter("chat_errors", "Errors told to a person", ["code"], registry=self.registry)
        self.connections = Gauge("chat_websockets", "Open WebSockets", registry=self.registry)
        self.catalog_version = Gauge("catalog_version", "Catalogue version in service", registry=self.registry)

    def observe_turn(self, respuesta: Respuesta, seconds: float, *, exitoso: bool) -> None:
        """Counts one answered turn."""
        self.turns.labels(respuesta.intencion, respuesta.fuente, str(exitoso).lower()).inc()
        self.turn_seconds.labels(respuesta.fuente).observe(seconds)
        self.confidence.observe(respuesta.confianza)

    def render(self) -> bytes:
        """Returns the text that a Prometheus server reads."""
        return generate_latest(self.registry)
