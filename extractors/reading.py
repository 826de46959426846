"""Runs every reader over a clean text, in order."""

from __future__ import annotations

from extractors import closing, head, references, report
from extractors.model import Reading, Warning
from extractors.zones import Zones, cut


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
    return reading


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
                message="This text reports an act and is not the act itself: the head's fields are the reported act's.",
                spans=[reported.span],
            )
        )
        return
    reading.warnings.append(
        Warning(
            code="not-a-directive",
            message="No number, kind of act or addressees were found at the start of this text: "
            "it may be no directive, or its first page is missing.",
        )
    )
