"""Deadlines as a calendar (RFC 5545): one all-day entry for each obligation that is due on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from corpus.corpus import Corpus
from corpus.export.cells import xlsx_text
from corpus.filters import Filters, ObligationHit

_SUMMARY = 120
"""Characters of an entry's title; the whole text stands in its description."""


def calendar(corpus: Corpus, query: str, filters: Filters, limit: int | None = None) -> Iterator[bytes]:
    """The calendar, piece by piece. Obligations without a day are not in it."""
    from icalendar import Calendar

    frame = Calendar()
    frame.add("version", "2.0")
    frame.add("prodid", "-//congvan//obligations//VI")
    frame.add("x-wr-calname", "Nghĩa vụ đến hạn")
    head, _, tail = frame.to_ical().partition(b"END:VCALENDAR")
    yield head
    stamp = datetime.now(UTC).replace(microsecond=0)
    for hit in corpus.each_obligation(query, filters, limit=limit):
        if hit.due is not None:
            yield _event(hit, stamp)
    yield b"END:VCALENDAR" + tail


def _event(hit: ObligationHit, stamp: datetime) -> bytes:
    from icalendar import Event

    day = date.fromisoformat(hit.due or "")
    who = "; ".join(hit.bearers)
    text = xlsx_text(hit.text)
    title = f"{who}: {text}" if who else text
    source = " ".join(part for part in (hit.number, hit.issuer, hit.issued) if part)
    event = Event()
    event.add("uid", f"{hit.directive}-{hit.id}@congvan")
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title if len(title) <= _SUMMARY else title[: _SUMMARY - 1] + "…")
    lines = [text, f"Hạn: {'; '.join(hit.deadlines)}" if hit.deadlines else "", source]
    event.add("description", "\n".join(line for line in lines if line))
    event.add("transp", "TRANSPARENT")
    return bytes(event.to_ical())
