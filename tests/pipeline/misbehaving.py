"""Readers that misbehave on purpose, run in child processes by the tests of the pool."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from extractors.model import Directive, Source
from pipeline.options import Options


def work(path: Path, options: Options) -> Directive:
    """Does what the file's name says, then returns a directive whose text is the child's limits."""
    name = path.stem
    if name == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "crashes":
        os.abort()
    if name == "hangs":
        time.sleep(3600)
    if name == "raises":
        raise LookupError("a fault of ours")
    if name == "hungry":
        bytearray(options.limits.memory_bytes + 1)
    source = Source(name=path.name, media_type="text/plain", sha256="0" * 64, bytes=1)
    return Directive(
        id="0" * 16, source=source, status="complete", text=os.environ.get("OMP_THREAD_LIMIT", "")
    )
