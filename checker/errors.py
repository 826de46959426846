"""Errors that end a run of the checker; each names the file, the place and the next step."""

from __future__ import annotations


class CheckError(ValueError):
    """What was handed in cannot be used at all. ``code`` is stable and for machines."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class ResultsError(CheckError):
    """A file of review results is no table, or lacks the columns without which it says nothing."""


class RulesError(CheckError):
    """A file of rules is no YAML or holds a rule that is not well formed."""
