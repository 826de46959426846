"""Runs every reader over a clean text, in order."""

from __future__ import annotations

from extractors import closing, head, references
from extractors.model import Reading, Warning
from extractors.zones import cut


def read(text: str) -> Reading:
    """What a directive says. ``text`` is NFC, whole, repaired; offsets in the result are into it.

    A text that is no directive (a novel, a price list) gives empty fields and the warning "not-a-directive".
    """
    zones = cut(text)
    top = head.read_head(text, zones)
    reading = Reading(warnings=list(top.warnings))
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
    else:
        reading.warnings = [
            Warning(
                code="not-a-directive",
                message="No number, kind of act or addressees were found at the start of this text: "
                "it may be no directive, or its first page is missing.",
            )
        ]
    reading.references = references.find(text, zones, reading)
    reading.warnings += references.inconsistencies(reading.references, reading.number)
    return reading
