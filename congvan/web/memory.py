"""Answers that are dear to compute and stay the same until the corpus changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import func, select

from corpus.corpus import Corpus
from corpus.schema import corrections, readings

Answer = TypeVar("Answer")
_KEPT = 256


class Remembered:
    """Keeps answers by key, until a reading or a correction is added."""

    def __init__(self, corpus: Corpus, kept: int = _KEPT) -> None:
        self._corpus, self._most = corpus, kept
        self._kept: OrderedDict[tuple[object, ...], object] = OrderedDict()
        self._lock = threading.Lock()

    def version(self) -> tuple[int, int]:
        """Changes whenever the corpus does: both tables are only ever added to."""
        with self._corpus.reading() as connection:
            newest = connection.execute(select(func.max(readings.c.id))).scalar() or 0
            corrected = connection.execute(select(func.max(corrections.c.id))).scalar() or 0
        return int(newest), int(corrected)

    def get(self, key: tuple[object, ...], make: Callable[[], Answer]) -> Answer:
        """The answer for a key; made, and kept, where it is not known for the corpus as it is now."""
        whole = (*self.version(), *key)
        with self._lock:
            if whole in self._kept:
                self._kept.move_to_end(whole)
                return self._kept[whole]  # type: ignore[return-value]
        answer = make()
        with self._lock:
            self._kept[whole] = answer
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return answer
