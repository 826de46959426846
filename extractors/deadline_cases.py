"""Further limits that a sentence sets for other cases: "trong 30 ngày đối với cấp xã, | 60 ngày | đối với cấp
huyện". The preposition is said once; each limit is a deadline of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.deadline_form import Form
from extractors.model import Span
from extractors.moments import BARE_DAY, DAY, TERM, YEARLESS, spaced

_FOR = r"(?:đối với|với|cho)"
_FURTHER = re.compile(
    spaced(
        rf"\s?(?:{_FOR} [^,;.:()]{{2,70}}?|\([^()]{{2,70}}\))(?:,? (?:và )?|\s?[,;] (?:và |còn )?)"
        rf"(?P<limit>{DAY}|{YEARLESS}|{BARE_DAY}|{TERM})(?= (?:{_FOR}) | \()"
    )
)
_LIMITS = frozenset(("before", "by", "term", "length", "on"))
_MOST = 4
"""Further cases of one sentence; more is a table."""


def further(low: str, form: Form, end: int, limit: int) -> Iterator[Span]:
    """The limits behind one that ends at ``end``, up to ``limit``, that its preposition governs too."""
    if form.name not in _LIMITS:
        return
    for _ in range(_MOST):
        match = _FURTHER.match(low, end, limit)
        if match is None:
            return
        yield match.span("limit")
        end = match.end()
