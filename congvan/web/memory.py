"""Answers that are dear to compute and stay the same until the corpus changes."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import func, select

from corpus.corpus import Corpus
from corpus.errors import CorpusError
from corpus.schema import corrections, readings

Answer = TypeVar("Answer")
Version = tuple[int, int]
log = logging.getLogger("congvan.web")
_KEPT = 256
DEAR = 0.1
"""CPU seconds above which an answer may be shown as it was a moment ago while it is counted anew."""


@dataclass(slots=True)
class _Kept:
    version: Version
    answer: Any
    cost: float
    renewing: bool = False


class Remembered:
    """Keeps answers by key. After a reading or a correction was added, what is cheap is computed at once;
    what took long is shown once more as it was, and computed anew beside it: nobody waits for counts."""

    def __init__(self, corpus: Corpus, kept: int = _KEPT) -> None:
        self._corpus, self._most = corpus, kept
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._lock = threading.Lock()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="remembered")

    def close(self) -> None:
        self._beside.shutdown(cancel_futures=True)

    def version(self) -> Version:
        """Changes whenever the corpus does: both tables are only ever added to."""
        with self._corpus.reading() as connection:
            newest = connection.execute(select(func.max(readings.c.id))).scalar() or 0
            corrected = connection.execute(select(func.max(corrections.c.id))).scalar() or 0
        return int(newest), int(corrected)

    def get(self, key: tuple[object, ...], make: Callable[[], Answer], *, fresh: bool = False) -> Answer:
        """The answer for a key; made, and kept, where it is not known. ``fresh``: never one of before."""
        version = self.version()
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                old = kept.version != version
                if not old or (kept.cost > DEAR and not fresh):
                    if old and not kept.renewing:
                        kept.renewing = True
                        self._beside.submit(self._renew, key, make)
                    answer: Answer = kept.answer
                    return answer
        return self._make(key, make, version)

    def knows(self, key: tuple[object, ...]) -> bool:
        """Whether an answer is at hand, be it of a moment ago."""
        with self._lock:
            return key in self._kept

    def _make(self, key: tuple[object, ...], make: Callable[[], Answer], version: Version) -> Answer:
        began = time.thread_time()
        answer = make()
        cost = time.thread_time() - began
        with self._lock:
            self._kept[key] = _Kept(version, answer, cost)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return answer

    def _renew(self, key: tuple[object, ...], make: Callable[[], object]) -> None:
        try:
            self._make(key, make, self.version())
        except (CorpusError, LookupError, ValueError) as error:
            # the page shows what is wrong when it asks next
            log.warning("could not count anew: %s", error)
            with self._lock:
                self._kept.pop(key, None)
