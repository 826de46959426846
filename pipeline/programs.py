"""Running an outside program (the OCR engine, LibreOffice) on foreign data: bounded in time and output, and
gone with all it started when it is stopped, or when we are."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pipeline.errors import ReadError
from pipeline.isolation import guarded

OUTPUT_BYTES = 64 * 1024**2
"""The most that a program may answer: a page dense with words is a thousandth of it."""


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended (its exit code; minus the signal that killed it) and what it wrote."""

    code: int
    out: bytes
    err: bytes


def run(
    command: Sequence[str],
    *,
    data: bytes = b"",
    seconds: float,
    environment: Mapping[str, str] | None = None,
    family: bool = False,
) -> Finished:
    """Runs ``command`` with ``data`` as its standard input.

    Raises `FileNotFoundError` where there is no such program, `subprocess.TimeoutExpired` after ``seconds``
    and `ReadError` ("too-much-output") where it wrote more than `OUTPUT_BYTES`. ``family``: it starts
    processes of its own.
    """
    if os.sep not in command[0]:
        import shutil

        # looked up here: behind a guard a missing program would be the guard's exit code
        found = shutil.which(command[0], path=(environment or os.environ).get("PATH"))
        if found is None:
            raise FileNotFoundError(command[0])
        command = [found, *command[1:]]
    # files, not pipes: a program that writes without end meets the limit on written files, not our memory
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            # a family is LibreOffice: what it writes are files, held by the limit of the child process
            guarded(command, family=family, seconds=seconds, written=None if family else OUTPUT_BYTES),
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=err,
            env=environment,
            start_new_session=True,
        )
        try:
            process.communicate(data, timeout=seconds)
        finally:
            end_group(process)
        return Finished(process.returncode, _read(out, command), _tail(err))


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Ends a process that leads a group, with all in the group. One that is gone already is no fault."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    if process.stdin is not None and not process.stdin.closed:
        with contextlib.suppress(OSError):
            process.stdin.close()
    process.wait()


def _read(stream: IO[bytes], command: Sequence[str]) -> bytes:
    size = stream.seek(0, os.SEEK_END)
    if size >= OUTPUT_BYTES:
        raise ReadError(
            "too-much-output",
            f"{Path(command[0]).name} wrote {OUTPUT_BYTES:,} bytes or more, which no page could "
            "need. Run `congvan doctor`, or scan or save the page again.",
            stage="ocr",
        )
    stream.seek(0)
    return stream.read()


def _tail(stream: IO[bytes], most: int = 64 * 1024) -> bytes:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - most))
    return stream.read()
