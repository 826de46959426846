"""What the checker needs of a directive: its head, its rules, its duties, what it replaces and amends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from checker.periods import Days, read_period
from checker.record import RuleRecord, Source
from checker.rules import AnyRule, from_obligation, from_rule
from checker.words import plain
from corpus.acts import number_key
from extractors.model import Amendment, Directive, Level, Reference, Span, System

ID_LENGTH = 8
"""Characters kept of the ids of an act and of a rule: 32 bits each; ids within an act are kept apart
besides."""


@dataclass(frozen=True, slots=True)
class Act:
    """The head of a directive with its relations and rules. Duties stand among the rules."""

    id: str
    number: str | None = None
    type_code: str | None = None
    issuer: str | None = None
    parent: str | None = None
    level: Level | None = None
    system: System | None = None
    issued: str | None = None
    place: str | None = None
    subject: str | None = None
    references: tuple[Reference, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    rules: tuple[AnyRule, ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)
    """Rule id → where it stands in the directive's text."""
    head_only: bool = False
    """It holds rules or duties that were not looked up, as it does not bind."""

    @property
    def label(self) -> str:
        return self.number or self.subject or self.id

    @property
    def days(self) -> Days | None:
        return read_period(self.issued)

    @property
    def key(self) -> str | None:
        return number_key(self.number)


def act_of(directive: Directive) -> Act:
    """A directive as the checker sees it. Rule ids are made unique to the act, and stay the same on every
    read."""
    short = directive.id[:ID_LENGTH]
    common: dict[str, Any] = {
        "act": directive.number.text if directive.number else None,
        "act_id": directive.id,
        "title": directive.subject or directive.source.name,
        "issuer": directive.issuer.name if directive.issuer else None,
        "level": directive.issuer.level if directive.issuer else None,
        "system": directive.number.system if directive.number else None,
        "issued": directive.issued.date if directive.issued else None,
    }
    rules: list[AnyRule] = []
    spans: dict[str, Span] = {}

    def add(rule: RuleRecord, span: Span) -> None:
        base = name = f"{short}/{rule.id.partition('.')[0][:ID_LENGTH]}"
        number = 2
        while name in spans:
            name, number = f"{base}-{number}", number + 1
        rules.append(rule.model_copy(update={"id": name}))  # type: ignore[arg-type]  # a rule of the same kind
        spans[name] = span

    for rule in directive.rules:
        add(
            from_rule(
                rule, Source(**common, clause=rule.place or rule.clause, page=_page(directive, rule.span))
            ),
            rule.span,
        )
    for obligation in directive.obligations:
        source = Source(
            **common, clause=obligation.place or obligation.clause, page=_page(directive, obligation.span)
        )
        for duty in from_obligation(obligation, directive.deadlines, source):
            add(duty, obligation.span)
    return Act(
        id=directive.id,
        number=common["act"],
        type_code=directive.type.code if directive.type else None,
        issuer=common["issuer"],
        parent=directive.issuer.parent if directive.issuer else None,
        level=directive.issuer.level if directive.issuer else None,
        system=directive.number.system if directive.number else None,
        issued=common["issued"],
        place=directive.issued.place if directive.issued else None,
        subject=directive.subject,
        references=tuple(directive.references),
        amendments=tuple(directive.amendments),
        rules=tuple(rules),
        spans=spans,
    )


def _page(directive: Directive, span: Span) -> int | None:
    return next(
        (page.number for page in directive.pages if page.start <= span[0] < max(page.end, page.start + 1)),
        None,
    )


REVIEW_WORDS = ("kiểm điểm", "đánh giá", "xếp loại", "bình xét")
"""What an act about a review speaks of."""
_REVIEW = re.compile(rf"\b({'|'.join(plain(words) for words in REVIEW_WORDS)})\b")
_YEAR = re.compile(r"(?<!thang \d )(?<!thang \d\d )\bnam (\d{4})\b(?! \d{4})")


def about_reviews(act: Act, rule: RuleRecord) -> bool:
    """Whether a duty belongs to the review: its act's subject, or its own words, speak of one."""
    return speaks_of_reviews(act.subject) or speaks_of_reviews(rule.text)


def speaks_of_reviews(text: str | None) -> bool:
    """Whether the words name a review, an evaluation or a ranking."""
    return bool(_REVIEW.search(plain(text or "")))


def year_reviewed(act: Act) -> int | None:
    """The one year whose review an act is about ("về kiểm điểm … năm 2021"); None where it holds for all."""
    words = plain(act.subject or "")
    if not speaks_of_reviews(act.subject):
        return None
    years = {int(year) for year in _YEAR.findall(words)}
    return years.pop() if len(years) == 1 else None


def year_named(acts: Iterable[Act]) -> int | None:
    """The one year whose review the acts that a person names are about; None where they are about several
    years, or none about one alone."""
    years = {year for act in acts if (year := year_reviewed(act)) is not None}
    return years.pop() if len(years) == 1 else None
