"""Errors that name the cause and the next step; each becomes an `Error` item of the directive."""

from __future__ import annotations

import signal

from extractors.model import Error


class ReadError(Exception):
    """A file or page that cannot be read.

    ``code`` is stable and for machines ("encrypted", "timeout", …); ``message`` says what happened and what
    to do next; ``page`` counts from 1, None means the whole file.
    """

    def __init__(self, code: str, message: str, *, stage: str = "open", page: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.stage = stage
        self.page = page

    def __reduce__(self) -> tuple[object, ...]:
        # errors cross from child processes; the default would hand __init__ the message alone
        return _rebuilt, (type(self), self.code, self.message, self.stage, self.page)

    def item(self) -> Error:
        return Error(page=self.page, stage=self.stage, code=self.code, message=self.message)


class MissingDependency(ReadError):
    """A program or its data is not installed; the message gives the command that installs it. Its code
    begins with "missing-"."""


def _rebuilt(kind: type[ReadError], code: str, message: str, stage: str, page: int | None) -> ReadError:
    return kind(code, message, stage=stage, page=page)


def ended(exit_code: int) -> tuple[str, str]:
    """The code for a process that ended while it read (minus the signal, as `subprocess` has it), and words
    that go on from the name of the file."""
    if exit_code == -getattr(signal, "SIGXCPU", 0):
        return "cpu", "used more CPU time than the limit cpu_seconds allows"
    why = f"ended the process that read it (exit code {exit_code})"
    if exit_code == -getattr(signal, "SIGKILL", 0):
        why += "; the machine may be out of memory"
    return "crashed", why


def lost_page(name: str, page: int, code: str, why: str) -> ReadError:
    """The error of a page that is given up, because of what it did to the process that read it."""
    message = f"{name}, page {page}, {why}. The page may be damaged; print it anew."
    return ReadError(code, message, stage="read", page=page)
