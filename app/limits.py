"""How often one session may speak, per process."""

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class TurnLimiter:
    """Counts messages of each session over the last minute."""

    def __init__(self, per_minute: int) -> None:
        self._item = RateLimitItemPerMinute(per_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def allows(self, session_id: str) -> bool:
        """Returns whether the session may send one more message now, and counts it."""
        return self._limiter.hit(self._item, session_id)
