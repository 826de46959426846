"""Runs every reader over a clean text, in order."""

from __future__ import annotations

import datetime as dt

from extractors import (
    amendments,
    closing,
    deadlines,
    head,
    obligations,
    references,
    report,
    rules,
    structure,
)
from extractors.model import Issued, Reading, Warning
from extractors.zones import Zones, cut

NOT_A_DIRECTIVE = "not-a-directive"


def read(text: str) -> Reading:
    """What a directive says. ``text`` is NFC, whole, repaired; offsets in the result are into it.

    An article that reports an act gives that act's head, with ``kind="report"``. A text that is no directive
    (a novel, a price list) gives empty fields and the warning "not-a-directive".
    """
    zones = cut(text)
    reading = Reading()
    _read_head(text, zones, reading)
    reading.references = references.find(text, zones, reading)
    reading.warnings += references.inconsistencies(reading.references, reading.number)
    if not any(warning.code == NOT_A_DIRECTIVE for warning in reading.warnings):
        _read_body(text, zones, reading)
    return reading


def _read_body(text: str, zones: Zones, reading: Reading) -> None:
    """What the clauses order: only in a text known to be a directive, or to report one."""
    issued = _day(reading.issued)
    body = structure.parse(text, zones)
    reading.amendments = amendments.find(text, body, references=reading.references, subject=reading.subject)
    bounds = deadlines.find(text, body, references=reading.references, issued=issued)
    reading.obligations = obligations.find(
        text, body, references=reading.references, deadlines=bounds, amendments=reading.amendments
    )
    reading.deadlines = deadlines.binding(bounds, body, reading.obligations)
    reading.rules = rules.find(text, body, amendments=reading.amendments)
    reading.warnings += deadlines.warnings(reading.deadlines, issued)
    reading.warnings += rules.warnings(reading.rules)


def _day(issued: Issued | None) -> dt.date | None:
    """The directive's date where its day is known: what relative deadlines count from."""
    if issued is None or issued.date is None or issued.precision != "day":
        return None
    return dt.date.fromisoformat(issued.date)


def _read_head(text: str, zones: Zones, reading: Reading) -> None:
    top = head.read_head(text, zones)
    if top.found:
        reading.number, reading.type, reading.issuer, reading.issued = (
            top.number,
            top.type,
            top.issuer,
            top.issued,
        )
        reading.urgency, reading.secrecy = top.urgency, top.secrecy
        reading.subject, reading.addressees = top.subject, top.addressees
        reading.recipients = closing.recipients(text, zones)
        reading.signatories = closing.signatories(text, zones)
        reading.warnings += top.warnings
        return
    reported = report.read_report(text)
    if reported:
        reading.kind = "report"
        reading.number, reading.type, reading.issuer = reported.number, reported.type, reported.issuer
        reading.issued, reading.subject = reported.issued, reported.subject
        reading.warnings.append(
            Warning(
                code="report",
                message="This text reports an act and is not the act itself: "
                "the head's fields are the reported act's.",
                spans=[reported.span],
            )
        )
        return
    reading.warnings.append(
        Warning(
            code=NOT_A_DIRECTIVE,
            message="No number, kind of act or addressees were found at the start of this text: "
            "it may be no directive, or its first page is missing.",
        )
    )
