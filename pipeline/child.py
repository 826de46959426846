"""The child process of the pool: reads one file after the other, and says what it does over its pipe.

A message to the supervisor is one letter and what belongs to it: B (begun with a file), P and the number of
the page, N and how many pages there are, D and the directive, E and the code and the text of an error. The
pipe is this child's alone: one that is killed in the midst of a message harms no other.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from extractors.model import Directive
from pipeline import progress
from pipeline.isolation import allow_cpu, confine
from pipeline.options import Limits, Options

Work = Callable[[Path, Options], Directive]

FILES_A_CHILD = 500
"""Files after which a child makes way for a fresh one: what libraries leak goes with it."""

_PLAIN = (date, datetime, timedelta, timezone)


def serve(pipe: Connection, limits: Limits, network: bool) -> None:
    """Reads what comes over the pipe until it closes. The target of the child process."""
    confine(limits, network=network)
    for _ in range(FILES_A_CHILD):
        try:
            work, path, options = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send_bytes(b"B")
            answer = _answer(pipe, work, path, options)
            pipe.send_bytes(answer)
        except BrokenPipeError:
            return  # nobody waits for it any more
        if answer.startswith(b"E memory"):
            return  # what filled the memory may still be held


def _answer(pipe: Connection, work: Work, path: Path, options: Options) -> bytes:
    allow_cpu(options.limits.cpu_seconds)
    progress.listen(
        lambda number: pipe.send_bytes(b"P%d" % number), lambda count: pipe.send_bytes(b"N%d" % count)
    )
    try:
        packed = pickle.dumps(work(path, options), protocol=pickle.HIGHEST_PROTOCOL)
    except BrokenPipeError:
        raise
    except MemoryError:
        return b"E memory "
    except Exception as error:  # noqa: BLE001 - a fault of ours must cost one file, not the run; it is reported
        text = f"{type(error).__name__}: {error}"[:2000]
        return b"E internal " + text.encode("utf-8", errors="backslashreplace")
    finally:
        progress.listen(None)
    if len(packed) > options.limits.record_bytes:
        return b"E too-large %d" % len(packed)
    return b"D" + packed


def unpack(packed: bytes) -> Directive:
    """What a child handed back. A child has seen foreign bytes and may be theirs by now, so nothing is made
    but records of classes that are loaded here. Raises `pickle.UnpicklingError`."""
    directive = _Unpickler(io.BytesIO(packed)).load()
    if not isinstance(directive, Directive):
        raise pickle.UnpicklingError(f"a {type(directive).__name__} instead of a directive")
    return directive


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = getattr(sys.modules.get(module), name, None)
        if isinstance(found, type) and (issubclass(found, BaseModel) or found in _PLAIN):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
