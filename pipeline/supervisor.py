"""One child process and its work, as the supervisor sees it: what it was given, what it says, how it ends."""

from __future__ import annotations

import os
import pickle
import signal
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extractors.model import Directive, Error
from pipeline.child import Work, serve, unpack
from pipeline.errors import ended, lost_page
from pipeline.extract import failed
from pipeline.options import Options
from pipeline.progress import READ
from pipeline.source import shown_name

_MOST_TRIES = 6
"""How often a file is given to a child: once more as it was, then without each page that ended a child."""
_PATIENCE = 5.0
"""Seconds that a child without work gets to leave by itself."""
_STARTUP = 120.0
"""Seconds that a child may take to begin with a file: it starts, and imports what reads it."""

_TRIM = "MALLOC_TRIM_THRESHOLD_"
"""Set by Dask's nanny for its worker, which has read it by now. A child that gave its memory back after each
page image would take 15 % more CPU seconds for a scan (31.2 instead of 27.1 for 14 pages)."""


@dataclass(slots=True)
class Task:
    """A file to be read, and how often that was tried."""

    path: Path
    options: Options
    work: Work
    tries: int = 0
    starts: int = 0
    """How often a child died before it even began."""
    begun: float | None = None
    """When (monotonic) a child first began with it: `file_seconds` counts from then, over all tries."""

    def left(self, now: float) -> float:
        """Seconds that the file still has at ``now``."""
        seconds = self.options.limits.file_seconds
        return seconds if self.begun is None else self.begun + seconds - now


@dataclass(slots=True)
class Outcome:
    """What became of a task: a directive, or the task to be tried again."""

    task: Task
    directive: Directive | None
    """None: try the task again."""


@dataclass(slots=True)
class Child:
    """A child process and the file it reads."""

    process: Any
    pipe: Connection
    task: Task | None = None
    page: int | None = None
    """The page being read; 0 once all are read, None before the first."""
    pages: int | None = None
    """How many pages the file has, where its reader said so."""
    given: float = 0.0
    begun: float | None = None
    last_sign: float = 0.0

    @classmethod
    def start(cls, options: Options, *, network: bool) -> Child:
        import multiprocessing

        # A daemonic process (a Dask worker under its nanny is one) may have no children, because they would
        # outlive it. Ours do not: the kernel ends them with the thread that started them.
        multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
        os.environ.pop(_TRIM, None)
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, options.limits, network), daemon=True)
        process.start()
        theirs.close()
        return cls(process, ours)

    def give(self, task: Task) -> bool:
        """Hands a file over; False where the child is gone."""
        options = replace(task.options, seconds=max(0.0, task.left(time.monotonic())))
        try:
            self.pipe.send((task.work, task.path, options))
        except (BrokenPipeError, ConnectionResetError):
            return False
        self.task, self.page, self.begun, self.given = task, None, None, time.monotonic()
        self.pages = None
        return True

    def deadline(self) -> float:
        """When (monotonic) the file at hand will have taken too long."""
        if self.task is None:
            return float("inf")
        if self.begun is None:
            return self.given + _STARTUP
        whole = self.begun + self.task.left(self.begun)
        stall = self.last_sign + self.task.options.limits.stall_seconds
        return whole if self.page == READ else min(whole, stall)

    def hear(self) -> tuple[Outcome | None, bool]:
        """The outcome of the file, if the child has said it, and whether the child is still there."""
        try:
            while self.task is not None and self.pipe.poll():
                message = self.pipe.recv_bytes(self.task.options.limits.record_bytes + 1)
                self.last_sign = time.monotonic()
                kind, rest = message[:1], message[1:]
                if kind == b"B":
                    self.begun = self.last_sign
                    self.task.begun = self.task.begun or self.begun
                elif kind == b"P":
                    self.page = int(rest)
                elif kind == b"N":
                    self.pages = int(rest)
                elif kind == b"D":
                    return self._done(unpack(rest)), True
                elif kind == b"E":
                    code, _, text = rest.decode("utf-8", errors="replace").strip().partition(" ")
                    return self._done(failed(self.task.path, _error(self.task, code, text))), True
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            return None, False
        return None, self.process.is_alive()

    def _done(self, directive: Directive) -> Outcome | None:
        task, self.task = self.task, None
        return Outcome(task, directive) if task is not None else None

    def died(self) -> Outcome | None:
        """Buries the child, and says what becomes of the file it was reading."""
        self.kill()
        if self.task is None:
            return None
        if self.begun is None:
            return self._never_begun()
        return self._lost(*ended(self.process.exitcode))

    def overdue(self) -> Outcome | None:
        """Ends a child that took too long, and says what becomes of its file."""
        self.kill()
        if self.task is None:
            return None
        if self.begun is None:
            return self._never_begun()
        limits = self.task.options.limits
        if self.task.left(time.monotonic()) > 0:
            return self._lost("timeout", f"did not get on for {limits.stall_seconds:.0f} s (stall_seconds)")
        name = shown_name(self.task.path)
        message = (
            f"{name} was stopped after {limits.file_seconds:.0f} s. "
            "Split it, or raise the limit file_seconds."
        )
        return self._done(failed(self.task.path, Error(stage="read", code="timeout", message=message)))

    def _never_begun(self) -> Outcome | None:
        task = self.task
        if task is None:
            return None
        task.starts += 1
        if task.starts < _MOST_TRIES:
            return Outcome(task, None)
        message = (
            f"{shown_name(task.path)} was not read: the process for it does not start (exit code "
            f"{self.process.exitcode}). Run `congvan doctor`; the limit memory_bytes may be too low."
        )
        return self._done(failed(task.path, Error(stage="read", code="no-process", message=message)))

    def _lost(self, code: str, why: str) -> Outcome | None:
        """The file once more: first one page at a time, then without the page that does it."""
        task = self.task
        if task is None:
            return None
        task.tries += 1
        name, page = shown_name(task.path), self.page
        again = task.tries < _MOST_TRIES
        if again and task.tries == 1 and (code == "crashed" or (page and task.options.page_jobs > 1)):
            task.options = replace(task.options, page_jobs=1)
            return Outcome(task, None)
        if again and page:
            lost = (*task.options.given_up, lost_page(name, page, code, why))
            task.options = replace(task.options, page_jobs=1, given_up=lost)
            return Outcome(task, None)
        where = f" on page {page}" if page else ""
        message = f"{name} {why}{where}. The file may be damaged; open it and save or print it anew."
        return self._done(failed(task.path, Error(stage="read", code=code, message=message)))

    def kill(self) -> None:
        """Ends the child at once, and its group."""
        if self.process.is_alive():
            with suppress(ProcessLookupError, PermissionError):
                # its group has its number once it leads one; before that there is no such group
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.kill()
        self.process.join()
        self.pipe.close()

    def dismiss(self) -> None:
        """Lets a child without work go; ends one that does not."""
        self.pipe.close()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _error(task: Task, code: str, text: str) -> Error:
    name, limits = shown_name(task.path), task.options.limits
    messages = {
        "memory": f"{name} needs more memory than the limit memory_bytes allows. "
        "Split it, or raise the limit.",
        "too-large": f"{name} gives a record of {text} bytes, more than the limit "
        f"of {limits.record_bytes:,}. Split it, or raise the limit record_bytes.",
    }
    message = messages.get(code, f"{name}: {text}. This is a fault of congvan; report it.")
    return Error(stage="read", code=code, message=message)
