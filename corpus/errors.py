"""Errors of the corpus: each names the cause and the next step, and makes a command exit with 4."""

from __future__ import annotations


class CorpusError(Exception):
    """The database cannot do what was asked. ``code`` is for machines; the message is for people."""

    code = "database"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code


class NewerDatabase(CorpusError):
    """The database was written by a later version of congvan."""

    code = "newer-database"


class NotADatabase(CorpusError):
    """The file is not a database, or not one of congvan's."""

    code = "not-a-database"


class NoDatabase(CorpusError):
    """There is no corpus yet where one was to be read."""

    code = "no-database"


class DatabaseLocked(CorpusError):
    """Another process held the write lock for longer than the busy timeout."""

    code = "locked"


class DiskFull(CorpusError):
    """The disk that holds the database has no room left."""

    code = "disk-full"


class QueryError(ValueError):
    """A search query or filter that cannot be understood: the caller's slip, not the database's."""


class NotFound(LookupError):
    """No act, document or obligation answers to what was asked for."""


class Ambiguous(LookupError):
    """More than one answers; ``candidates`` are the ids to choose from."""

    def __init__(self, message: str, candidates: list[str]) -> None:
        super().__init__(message)
        self.candidates = candidates
