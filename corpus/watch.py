"""Watching an inbox: files are ingested once they have stopped growing.

The folder is listed again and again rather than asked to notify: scanners write over network shares, where
notifications of the kernel do not arrive.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.inputs import find_files

Stamp = tuple[int, int, int]
"""Size, time of the last change (ns) and file number: the same twice means that nobody wrote in between."""


@dataclass(slots=True)
class Inbox:
    """A folder and what is known of its files. ``settle`` is how long (s) a file must lie unchanged."""

    folder: Path
    settle: float = 10.0
    clock: Callable[[], float] = time.monotonic
    skip: frozenset[Path] = frozenset()
    _waiting: dict[Path, tuple[Stamp, float]] = field(default_factory=dict)
    _done: dict[Path, Stamp] = field(default_factory=dict)

    def ready(self) -> list[Path]:
        """Files that have lain unchanged long enough since they were first seen so, and were not given yet.

        A file that changes after it was given is given again, once it lies still.
        """
        now = self.clock()
        stable: list[Path] = []
        seen: set[Path] = set()
        for path in self._files():
            stamp = _stamp(path)
            if stamp is None:
                continue
            seen.add(path)
            if self._done.get(path) == stamp:
                continue
            known = self._waiting.get(path)
            if known is None or known[0] != stamp:
                self._waiting[path] = (stamp, now)
                known = self._waiting[path]
            if now - known[1] >= self.settle:
                stable.append(path)
                self._done[path] = stamp
                del self._waiting[path]
        for gone in set(self._waiting) - seen:
            del self._waiting[gone]
        for gone in set(self._done) - seen:
            del self._done[gone]
        return stable

    @property
    def pending(self) -> int:
        """How many files are still being written, or have not lain still long enough."""
        return len(self._waiting)

    def _files(self) -> Iterator[Path]:
        for item in find_files([self.folder], skip=self.skip):
            if item.problem is None:
                yield Path(item.path)


def _stamp(path: Path) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - one call a file a round
    except OSError:  # gone between listing and asking
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def watch(
    inbox: Inbox,
    work: Callable[[Sequence[Path]], None],
    *,
    every: float = 5.0,
    until_quiet: bool = False,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Gives ``work`` the files that are ready, round after round; ends only with ``until_quiet``, once
    nothing waits. An error of ``work`` ends the watch: what was not stored is found at the next start."""
    while True:
        ready = inbox.ready()
        if ready:
            work(ready)
        elif until_quiet and not inbox.pending:
            return
        sleep(every)
