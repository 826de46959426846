"""What every rule has: its wording, where it comes from, when it holds. The kinds add their terms."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from checker.subjects import Subject
from extractors.model import Level, System


class Record(BaseModel):
    """Unknown keys are errors: a misspelt term must not silently change what a rule says."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Source(Record):
    """The act and the place in it that a rule was read from."""

    act: str | None = Field(default=None, description="Number of the act, as in 15-CV/TU.")
    act_id: str | None = Field(default=None, description="Id of the directive in the corpus.")
    title: str | None = Field(
        default=None, description="Subject of the act, or where a rule was written down."
    )
    issuer: str | None = None
    level: Level | None = None
    system: System | None = None
    issued: str | None = Field(default=None, description="ISO date, at the precision known: 2021-11, 2021.")
    clause: str | None = None
    page: int | None = Field(default=None, ge=1)

    def label(self) -> str:
        """As it is cited: "15-CV/TU, clause 5, page 2", "15-QĐ/TU, Điều 3, page 1"."""
        unnumbered = " ".join(part for part in (self.issuer, self.issued) if part)
        parts = [self.act or unnumbered or (self.title or "source not given")[:60]]
        if self.clause:
            parts.append(f"clause {self.clause}" if bare(self.clause) else self.clause)
        if self.page:
            parts.append(f"page {self.page}")
        return ", ".join(parts)


_BARE = re.compile(r"(?:\d+|[IVXLC]+|[A-Za-zđĐ])(?!\w)")


def bare(clause: str) -> bool:
    """Whether a clause is named by its number or letter alone ("2.a", "II"), unlike "Điều 3", "Thứ hai"."""
    return _BARE.match(clause) is not None


class Valid(Record):
    """First and last day on which a rule holds; open where not given."""

    start: dt.date | None = Field(default=None, alias="from")
    end: dt.date | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _ordered(self) -> Valid:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"valid: to ({self.end}) lies before from ({self.start})")
        return self

    def on(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def _share(value: object) -> object:
    """ "20%" and "20 %" say 0.2. A bare number above 1 is refused: 20 may be a share or a slip."""
    if isinstance(value, str):
        text = value.strip().replace(",", ".")
        if text.endswith("%"):
            try:
                return round(float(text[:-1]) / 100, 9)
            except ValueError:
                return value
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 1:
        raise ValueError(f"a share lies between 0 and 1: write {value:g}% or {value / 100:g}")
    return value


Share = Annotated[float, BeforeValidator(_share), Field(ge=0, le=1)]


class RuleRecord(Record):
    """The part common to all kinds. ``id`` is unique within a run; ``text`` the wording as the act has it."""

    id: str = Field(min_length=1)
    kind: str
    text: str = ""
    source: Source = Field(default_factory=Source)
    valid: Valid = Field(default_factory=Valid)

    def subjects(self) -> frozenset[Subject]:
        """Whom the rule speaks of; empty where its words do not say."""
        raise NotImplementedError

    def terms(self) -> tuple[object, ...]:
        """What the rule demands, comparable: two rules of one kind and subject with equal terms say the
        same."""
        raise NotImplementedError

    def specificity(self) -> int:
        """How narrowly it is drawn: more subjects left out, a scope, exceptions. Higher prevails among
        equals."""
        return len(Subject) - len(self.subjects() or frozenset(Subject))

    def elaborates(self, other: RuleRecord) -> bool:
        """True where this rule says all that the other says and fills in what the other leaves open."""
        return False

    def demands(self) -> str:
        """The rule in one line, as the checker understood it."""
        raise NotImplementedError
