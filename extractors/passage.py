"""What a passage says by itself: one that a person points at because the readers passed it over.

Each reader sees the passage alone, so who must act is known only where the passage names him. Spans are into
the passage; what no reader can take apart comes back as its words, for the person to complete.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from extractors import deadline_values, deadlines, moments, obligations, references, structure, view
from extractors.clause_numbers import number_as_printed
from extractors.model import Deadline, Obligation, Reading, Reference, Span
from extractors.zones import Zones, cut


def obligation(passage: str, issued: dt.date | None = None) -> tuple[Obligation, list[Deadline]]:
    """The obligation that a passage is, whole, and the deadlines in it. ``issued``: the directive's date."""
    clauses = structure.parse(passage, _body(passage))
    cited = references.find(passage, cut(passage), Reading())
    due = deadlines.find(passage, clauses, references=cited, issued=issued)
    found = obligations.find(
        passage, clauses, references=cited, deadlines=due, reported=True, ordered=True
    )  # it orders, whatever stands before it in the act
    first = found[0].model_dump() if found else {}
    return Obligation(
        **first
        | {
            "id": identity(passage),
            "text": view.squeeze(passage),
            "span": (0, len(passage)),
            "confidence": 1.0,
            "deadlines": [deadline.text for deadline in due],
            "references": [reference.text for reference in cited],
        }
    ), due


def identity(passage: str, label: str | None = None) -> str:
    """The id of an obligation or rule: the same for the same words under the same clause number."""
    key = f"{label or ''}|{view.squeeze(view.folded(passage))}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def deadline(passage: str, issued: dt.date | None = None) -> Deadline:
    """The deadline that a passage is; without a date where it fixes none."""
    found = deadlines.find(passage, structure.parse(passage, _body(passage)), issued=issued)
    if found:
        whole = {"text": passage, "span": (0, len(passage)), "confidence": 1.0}
        return found[0].model_copy(update=whole)
    low = view.folded(passage).strip()
    if _AGAIN.match(low):
        again = deadline_values.recurrence(low)
        return Deadline(text=passage, bound="recurring", recurrence=again, span=(0, len(passage)))
    value = moments.read_cell(low, issued)
    return Deadline(
        text=passage, date=value.iso, precision=value.precision, bound="by", span=(0, len(passage))
    )


_AGAIN = re.compile(r"(?:h[ằà]ng|mỗi|định\s+kỳ)\s")


def reference(passage: str) -> Reference:
    """The mention of an act that a passage is."""
    found = references.find(passage, cut(passage), Reading())
    whole = {"text": view.squeeze(passage), "span": (0, len(passage)), "confidence": 1.0}
    first = found[0] if found else Reference(text=passage, span=(0, len(passage)))
    return first.model_copy(update=whole)


_WORDS = 2_000
"""A passage of more words is looked for by its first ones."""


def places(text: str, passage: str) -> list[Span]:
    """Where a passage stands in a text, blanks and line breaks, case and the place of tone marks aside."""
    words = view.folded(passage).split()[:_WORDS]
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return [match.span() for match in pattern.finditer(view.folded(text))]


def label(text: str, span: Span) -> tuple[str | None, str | None]:
    """The clause in which a span begins: its number as printed ("2(b)"), and its place ("II.2b"); None
    outside numbered clauses."""
    read = structure.parse(text, cut(text))
    around = [clause for clause in read.clauses if clause.span[0] <= span[0] < clause.span[1]]
    smallest = min(around, key=lambda clause: clause.span[1] - clause.span[0], default=None)
    return (number_as_printed(read, smallest), smallest.label) if smallest else (None, None)


def _body(passage: str) -> Zones:
    """A passage is all body, though it may look like a head ("Nơi nhận …")."""
    end = len(passage)
    return Zones((0, 0), (0, end), (end, end))
