"""How often a login may fail: guesses at a password are slowed down, by name and by address."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_MAX_KEYS = 10_000


class Throttle:
    """``limit`` failures within ``seconds`` close a key until the oldest of them is that old."""

    def __init__(self, limit: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit, self.seconds, self._clock = limit, seconds, clock
        self._failures: dict[str, list[float]] = {}
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Seconds until the key may try again; 0 where it may now."""
        with self._lock:
            recent = self._recent(key)
            return (
                max(0.0, recent[-self.limit] + self.seconds - self._clock())
                if len(recent) >= self.limit
                else 0.0
            )

    def failed(self, key: str) -> None:
        with self._lock:
            if len(self._failures) >= _MAX_KEYS:
                for other in list(self._failures):
                    self._recent(other)
            if len(self._failures) >= _MAX_KEYS:
                self._failures.pop(next(iter(self._failures)))
            self._failures.setdefault(key, []).append(self._clock())

    def succeeded(self, key: str) -> None:
        with self._lock:
            self._failures.pop(key, None)

    def _recent(self, key: str) -> list[float]:
        oldest = self._clock() - self.seconds
        recent = [moment for moment in self._failures.get(key, []) if moment > oldest]
        if recent:
            self._failures[key] = recent
        else:
            self._failures.pop(key, None)
        return recent
