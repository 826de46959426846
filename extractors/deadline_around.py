"""A phrase that looks like a deadline, with what stands around it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extractors import moments
from extractors.deadline_form import Form
from extractors.structure import Clause

_REACH = 90
"""Characters before the phrase that say what it is about."""
_CASE_REACH = 800
"""Characters before a time within which the case that it is part of begins; a sentence has no more, and a
clause of a hundred pages without a full stop must not take an hour."""


@dataclass(frozen=True, slots=True)
class Around:
    """The phrase ``low[start:end]`` of a clause, read by ``form``.

    ``low``: folded text, citations masked; ``issued``: the directive's own date; ``before``: what the clause
    says right before the phrase.
    """

    form: Form
    low: str
    clause: Clause
    start: int
    end: int
    issued: dt.date | None
    before: str

    @classmethod
    def of(cls, form: Form, low: str, clause: Clause, start: int, end: int, issued: dt.date | None) -> Around:
        return cls(form, low, clause, start, end, issued, low[max(clause.span[0], start - _REACH) : start])

    @property
    def phrase(self) -> str:
        return self.low[self.start : self.end]

    def begins(self, *words: str) -> bool:
        """Whether the phrase begins with one of the words."""
        return self.low.startswith(words, self.start)

    def after(self, length: int) -> str:
        """So many characters behind the phrase."""
        return self.low[self.end : self.end + length]

    def rest(self, length: int) -> str:
        """What the sentence, up to a semicolon, says behind the phrase, within so many characters."""
        return self.after(length).split(".")[0].split(";")[0]

    def said(self, marks: str) -> str:
        """What stands before the phrase since the last of the marks."""
        first = max(self.clause.span[0], self.start - _CASE_REACH)
        begun = max(self.low.rfind(mark, first, self.start) for mark in marks) + 1
        return self.low[max(first, begun) : self.start]

    @property
    def fronted(self) -> bool:
        """Whether the clause begins with the phrase."""
        return not self.before.strip()

    def opens(self, also: str = "") -> bool:
        """Whether a sentence begins with the phrase, or it stands behind what ``also`` matches."""
        return self.fronted or re.search(rf"[.;:]\s*${also}", self.before) is not None

    def last_day(self) -> dt.date | None:
        """The last day of the time that the phrase tells, None where it tells none."""
        return moments.last_day(moments.read(self.phrase, self.issued).iso or "")

    def is_ahead(self) -> bool:
        """Whether its last day is the directive's own or later; False where either is not known."""
        day = self.last_day()
        return self.issued is not None and day is not None and day >= self.issued
