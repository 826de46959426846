"""Work on foreign files apart from the server: in a child process that confined itself, one call at a time.

A file that breaks a library breaks the child. What comes back is unpacked with nothing but plain values and
the classes that the caller names, for a child that has seen foreign bytes may be theirs by now.
"""

from __future__ import annotations

import io
import os
import pickle
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from enum import Enum
from multiprocessing.connection import Connection
from typing import Any

from pipeline.isolation import confine
from pipeline.options import Limits

_CALLS = 500
"""Calls after which a child makes way for a fresh one: what libraries leak goes with it."""
_STARTUP = 30.0
"""Seconds that a child may take to start and to import what it needs."""


class Ended(RuntimeError):
    """The child did not answer; the message says how it ended ("took longer than 30 s")."""


class Apart:
    """A child process for foreign files, started when it is first needed and again when it is gone.

    ``prepare`` runs in a fresh child before its first call, to import what that will need.
    """

    def __init__(self, limits: Limits, prepare: Callable[[], object] | None = None) -> None:
        self._limits, self._prepare = limits, prepare
        self._process: Any = None
        self._pipe: Connection | None = None
        self._calls = 0
        # a child dies with the thread that started it, and a server's threads come and go: this one stays
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="apart")

    def start(self) -> None:
        """Starts the child in the background, so that the first call need not wait for it."""
        self._thread.submit(self._child)

    def call(
        self, function: Callable[..., Any], *arguments: object, seconds: float, classes: frozenset[str]
    ) -> Any:
        """What the function gives. ``classes``: "module.name" of those that the answer may hold.

        Raises `Ended` where the child dies, takes too long, or answers something else, and `MemoryError`.
        """
        return self._thread.submit(self._call, function, arguments, seconds, classes).result()

    def close(self) -> None:
        self._thread.submit(self._end).result()
        self._thread.shutdown()

    def _call(
        self,
        function: Callable[..., Any],
        arguments: tuple[object, ...],
        seconds: float,
        classes: frozenset[str],
    ) -> Any:
        pipe = self._child()
        try:
            if not pipe.poll(_STARTUP):
                raise Ended("did not start")
            pipe.recv_bytes(1)
            pipe.send((function, arguments))
            if not pipe.poll(seconds):
                raise Ended(f"took longer than {seconds:.0f} s")
            answer = pipe.recv_bytes(self._limits.record_bytes)
        except (EOFError, OSError) as error:
            self._end()
            raise Ended("died") from error
        except Ended:
            self._end()
            raise
        self._calls += 1
        if self._calls >= _CALLS or answer[:1] == b"M":
            self._end()
        if answer[:1] == b"M":
            raise MemoryError
        if answer[:1] == b"E":
            raise Ended(answer[1:].decode("utf-8", errors="replace"))
        try:
            return _Unpickler(answer[1:], classes).load()
        except (pickle.UnpicklingError, EOFError, AttributeError, IndexError, TypeError, ValueError) as error:
            self._end()
            raise Ended(f"gave an answer that is none ({error})") from error

    def _child(self) -> Connection:
        if self._pipe is None or not self._process.is_alive():
            self._end()
            import multiprocessing

            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(theirs, self._limits, self._prepare), daemon=True
            )
            self._process.start()
            theirs.close()
            self._calls = 0
        return self._pipe

    def _end(self) -> None:
        if self._pipe is None:
            return
        if self._process.is_alive():
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
        self._process.join()
        self._pipe.close()
        self._pipe = None


def _serve(pipe: Connection, limits: Limits, prepare: Callable[[], object] | None) -> None:
    """The child: says that it is ready, does what comes over the pipe, until it closes."""
    confine(limits)
    if prepare is not None:
        prepare()
    while True:
        try:
            pipe.send_bytes(b"R")
            function, arguments = pipe.recv()
            pipe.send_bytes(_answer(function, arguments))
        except (EOFError, BrokenPipeError):
            return


def _answer(function: Callable[..., Any], arguments: tuple[object, ...]) -> bytes:
    try:
        return b"D" + pickle.dumps(function(*arguments), protocol=pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return b"M"
    except Exception as error:  # noqa: BLE001 - a fault of ours must cost one call; it is reported
        return b"E" + f"{type(error).__name__}: {error}"[:2000].encode("utf-8", "backslashreplace")


def _member(kind: object, name: object) -> Enum:
    """What ``getattr`` may stand for: early releases of Python 3.11 pack a member of an enumeration as it."""
    if isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__:
        return kind.__members__[str(name)]
    raise pickle.UnpicklingError(f"{name!r} is no member of an enumeration that was asked for")


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, classes: frozenset[str]) -> None:
        super().__init__(io.BytesIO(data))
        self._classes = classes

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _member
        if f"{module}.{name}" in self._classes:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} was not asked for")
