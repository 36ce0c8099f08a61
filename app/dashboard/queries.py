"""What the operator sees: turns, intents, confidence, misses. Reads the log only."""

from typing import Any

from sqlalchemy import Connection, text

DAYS = 14
WEAK_CONFIDENCE = 0.6
ROWS = 20

TOTALS = text(
    """
    SELECT count(*) AS turnos, count(DISTINCT session_id) AS sesiones,
           coalesce(round(avg(tiempo_respuesta_ms)), 0)::int AS ms_promedio,
           coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY tiempo_respuesta_ms), 0)::int AS ms_p95
    FROM conversaciones WHERE fecha_creacion > now() - make_interval(days => :days)
    """
)
INTENTS = text(
    """
    SELECT intencion, count(*) AS turnos, round(avg(confianza), 2)::float AS confianza,
           round(100.0 * avg(resultado_exitoso::int), 1)::float AS exito
    FROM intenciones_detectadas WHERE fecha_deteccion > now() - make_interval(days => :days)
    GROUP BY intencion ORDER BY turnos DESC, intencion
    """
)
TO_REVIEW = text(
    """
    SELECT mensaje_original AS mensaje, intencion, confianza::float AS confianza, fecha_deteccion AS fecha
    FROM intenciones_detectadas
    WHERE fecha_deteccion > now() - make_interval(days => :days) AND (confianza < :weak OR NOT resultado_exitoso)
    ORDER BY fecha_deteccion DESC LIMIT :rows
    """
)


def summary(connection: Connection) -> dict[str, Any]:
    """Returns `totales`, `intenciones` and `por_revisar` of the last DAYS days."""
    days = {"days": DAYS}
    review = {**days, "weak": WEAK_CONFIDENCE, "rows": ROWS}
    return {
        "dias": DAYS,
        "totales": dict(connection.execute(TOTALS, days).mappings().one()),
        "intenciones": [dict(row) for row in connection.execute(INTENTS, days).mappings()],
        "por_revisar": [dict(row) for row in connection.execute(TO_REVIEW, review).mappings()],
    }
