"""The inbox: files that were uploaded, read one run after another beside the page."""

from __future__ import annotations

import contextlib
import queue
import re
import secrets
import threading
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.corpus import Corpus
from corpus.errors import CorpusError
from corpus.runs import FileOutcome

_KEPT = 50
"""Runs whose progress is kept in memory; the corpus keeps what became of every file."""
_WINDOWS = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")


@dataclass(slots=True)
class Item:
    """One file of a run. ``state``: waiting, reading, or the outcome."""

    name: str
    path: str
    state: str = "waiting"
    outcome: FileOutcome | None = None
    seconds: float | None = None
    page: int | None = None
    """The page being read, from 1."""
    pages: int | None = None
    """How many there are, where that is known."""


@dataclass(slots=True)
class Run:
    """One upload (or a second try), as it goes. ``error`` says why a whole run stopped."""

    key: str
    who: str
    items: list[Item]
    retry: bool = False
    started: float = field(default_factory=time.time)
    finished: bool = False
    error: str | None = None
    run_id: int | None = None
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def done(self) -> int:
        return sum(item.state not in ("waiting", "reading") for item in self.items)

    def count(self, *states: str) -> int:
        return sum(item.state in states for item in self.items)


class Inbox:
    """Takes files in and reads them, one run at a time, in a thread that drives the pool of readers."""

    def __init__(self, url: str, folder: Path, *, jobs: int = 1, read_many: Any = None) -> None:
        self.url, self.folder, self.jobs = url, folder, jobs
        self._read_many = read_many
        self.on_outcome: Callable[[FileOutcome, float], None] = lambda _outcome, _seconds: None
        self._runs: dict[str, Run] = {}
        self._queue: queue.Queue[Run | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def place(self, name: str) -> Path:
        """Where to write an uploaded file of this name: a folder of its own, so that names never clash."""
        folder = self.folder / time.strftime("%Y-%m") / secrets.token_hex(8)
        folder.mkdir(parents=True)
        return folder / safe_name(name)

    def start(self, paths: list[tuple[str, Path]], who: str, *, retry: bool = False) -> Run:
        """Queues files to be read: their names as uploaded, and where they lie."""
        items = [Item(name, str(path)) for name, path in paths]
        run = Run(secrets.token_hex(6), who, items, retry)
        with self._lock:
            self._runs[run.key] = run
            while len(self._runs) > _KEPT:
                self._runs.pop(next(iter(self._runs)))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="inbox", daemon=True)
                self._thread.start()
        self._queue.put(run)
        return run

    def run(self, key: str) -> Run | None:
        return self._runs.get(key)

    def runs(self) -> list[Run]:
        """The runs of this server, newest first."""
        with self._lock:
            return list(self._runs.values())[::-1]

    def close(self) -> None:
        """Lets the run that is going end its file, and stops."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout=5)

    def _work(self) -> None:
        while (run := self._queue.get()) is not None:
            try:
                self._read(run)
            except CorpusError as error:
                run.error = error.message
            except Exception as error:  # noqa: BLE001 - a fault must not end the inbox; the page shows it
                run.error = f"{type(error).__name__}: {error}. This is a fault of congvan; report it."
            run.finished = True
            run.ended.set()

    def _read(self, run: Run) -> None:
        from corpus.ingest import ingest

        by_path = {item.path: item for item in run.items}
        began = {item.path: time.monotonic() for item in run.items}

        def report(outcome: FileOutcome, _total: int) -> None:
            item = by_path.get(outcome.path)
            if item is not None:
                item.outcome = outcome
                item.seconds = time.monotonic() - began[item.path]
                item.state = outcome.outcome
                self.on_outcome(outcome, item.seconds)
                following = next((i for i in run.items if i.state == "waiting"), None)
                if following is not None:
                    following.state = "reading"
                    began[following.path] = time.monotonic()

        def on_page(path: Path, page: int, pages: int | None) -> None:
            item = by_path.get(str(path))
            if item is not None and item.outcome is None:
                item.state, item.page, item.pages = "reading", page, pages

        for item in run.items[: max(1, self.jobs)]:
            item.state = "reading"
            began[item.path] = time.monotonic()
        with Corpus.open(self.url) as corpus:
            done = ingest(
                corpus,
                [Path(item.path) for item in run.items],
                jobs=self.jobs,
                retry=run.retry,
                report=report,
                read_many=self._read_many,
                on_page=on_page,
            )
            run.run_id = done.run_id


def safe_name(name: str) -> str:
    """A file name that is one name and nothing else, whatever was sent: no folder, no control character.

    Its extension stays; what it is named says nothing about what it is (the reader looks at the bytes).
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    last = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*').strip(" .")
    if not last or _WINDOWS.match(last):
        last = f"file-{last}" if last else "file"
    stem, dot, extension = last.rpartition(".")
    if dot and stem and len(extension) <= 10:
        room = 180 - len(extension.encode()) - 1
        return _cut(stem, room) + "." + extension
    return _cut(last, 180)


def _cut(text: str, room: int) -> str:
    """At most so many bytes of UTF-8, never half a letter."""
    return text.encode()[:room].decode("utf-8", errors="ignore")


def remove_quietly(path: Path) -> None:
    """Takes back a file that did not arrive whole, and its folder."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
        path.parent.rmdir()
