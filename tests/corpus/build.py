"""Directives made for tests: what is said of them stands in their text, and every span points to it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from extractors.model import (
    ActType,
    Amendment,
    Deadline,
    Directive,
    Error,
    Issued,
    Issuer,
    Number,
    Obligation,
    PageRecord,
    Reference,
    Source,
    Span,
    Status,
    Warning,
)


@dataclass
class Duty:
    """An obligation: its text (the deadline phrase, if any, stands at its end) and who must."""

    text: str
    bearers: list[str]
    deadline: str | None = None
    date: str | None = None
    bound: str = "before"
    modality: str = "obligation"
    clause: str | None = None


@dataclass
class Made:
    """What a directive says; `make` writes it out."""

    number: str | None = "605-CV/TU"
    type: str = "CV"
    issuer: str = "Thành ủy Cần Thơ"
    date: str | None = "2022-10-14"
    subject: str = "Nâng cao chất lượng kiểm điểm"
    duties: list[Duty] = field(default_factory=list)
    references: list[dict[str, str]] = field(default_factory=list)
    amendments: list[dict[str, str]] = field(default_factory=list)
    body: str = ""
    status: Status = "complete"
    errors: list[Error] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)


def make(name: str = "a", **said: object) -> Directive:
    """A directive whose bytes are named by ``name``; the rest as in `Made`."""
    made = Made(**said)  # type: ignore[arg-type]
    text = ""

    def write(piece: str, end: str = "\n") -> Span:
        nonlocal text
        start = len(text)
        text += piece + end
        return start, start + len(piece)

    issuer = write(made.issuer)
    number = write(f"Số {made.number}" if made.number else "Số:   ")
    write(made.subject)
    references = []
    for said_of in made.references:
        span = write(said_of["text"])
        references.append(Reference(span=span, **said_of))  # type: ignore[arg-type]
    if made.body:
        write(made.body)
    obligations, deadlines = [], []
    for position, duty in enumerate(made.duties):
        whole = f"{duty.text} {duty.deadline}" if duty.deadline else duty.text
        span = write(whole)
        if duty.deadline:
            deadlines.append(
                Deadline(
                    text=duty.deadline,
                    date=duty.date,
                    bound=duty.bound,  # type: ignore[arg-type]
                    span=(span[1] - len(duty.deadline), span[1]),
                )
            )
        obligations.append(
            Obligation(
                id=f"{name}-{position}",
                text=whole,
                clause=duty.clause or str(position + 1),
                modality=duty.modality,  # type: ignore[arg-type]
                bearers=duty.bearers,
                deadlines=[duty.deadline] if duty.deadline else [],
                span=span,
            )
        )
    amendments = []
    for change in made.amendments:
        amendments.append(Amendment(span=write(change.get("new", "") or "bãi bỏ"), **change))  # type: ignore[arg-type]
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    failed = made.status == "failed"
    return Directive(
        id=sha256[:16],
        source=Source(name=f"{name}.txt", media_type="text/plain", sha256=sha256, bytes=len(name), pages=1),
        status=made.status,
        errors=made.errors,
        warnings=made.warnings,
        text="" if failed else text,
        pages=[] if failed else [PageRecord(number=1, start=0, end=len(text), method="native")],
        number=None if failed or not made.number else Number(text=made.number, span=number),
        type=None if failed else ActType(code=made.type, name=made.type),
        issuer=None if failed else Issuer(name=made.issuer, span=issuer),
        issued=Issued(date=made.date, precision="day") if made.date and not failed else None,
        subject=None if failed else made.subject,
        references=references,
        deadlines=deadlines,
        obligations=obligations,
        amendments=amendments,
    )
