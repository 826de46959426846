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


def probe(path: Path, options: Options) -> Directive:
    """Tries the walls from inside and tells what it found, a line each; the file's name is a port."""
    import resource
    import threading

    import cv2

    try:
        with path.with_suffix(".big").open("wb") as stream:
            stream.write(bytes(options.limits.written_bytes + 1))
        written = "allowed"
    except OSError:
        written = "refused"
    found = {
        "pid": os.getpid(),
        "session": os.getsid(0),
        "group": os.getpgid(0),
        "memory": resource.getrlimit(resource.RLIMIT_AS)[0],
        "files": resource.getrlimit(resource.RLIMIT_NOFILE)[0],
        "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "written": written,
        "trim": os.environ.get("MALLOC_TRIM_THRESHOLD_", "unset"),
        "threads": threading.active_count(),
        "filters": cv2.getNumThreads(),
        "network": _network(int(path.stem)),
    }
    return said(path, "\n".join(f"{name}={value}" for name, value in found.items()))


class NetworkProbe:
    """`probe`, with the network left to it."""

    needs_network = True

    def __call__(self, path: Path, options: Options) -> Directive:
        return probe(path, options)


def _network(port: int) -> str:
    import socket

    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return "none"
    return "reached"


def page_killer(path: Path, options: Options) -> Directive:
    """A file of three pages; its text says what page ends the process and how ("crash 2", "hang 3")."""
    from pipeline import progress

    how, _, where = path.read_text().partition(" ")
    pages, errors = [], []
    for number in range(4):
        if lost := progress.given_up(options, number):
            errors.append(lost.item())
            continue
        if number:
            progress.page_begun(number)
        if where == str(number):
            if how == "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            if how == "hang":
                time.sleep(3600)
            while how == "spin":
                pass
        if number:
            pages.append(f"page {number}")
    progress.page_begun(progress.READ)
    directive = said(path, ", ".join(pages))
    return directive.model_copy(update={"errors": errors, "status": "partial" if errors else "complete"})


def said(path: Path, text: str) -> Directive:
    source = Source(name=path.name, media_type="text/plain", sha256="0" * 64, bytes=1)
    return Directive(id="0" * 16, source=source, status="complete", text=text)
