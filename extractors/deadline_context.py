"""Whether what stands around a phrase that looks like a deadline lets it bound a duty."""

from __future__ import annotations

from collections.abc import Callable

from extractors import deadline_occasions, deadline_times
from extractors.deadline_around import Around
from extractors.deadline_refusals import REFUSALS

_ASKS: dict[str, Callable[[Around], bool]] = {
    "when-needed": deadline_occasions.when_needed,
    "kept-from": deadline_occasions.kept_from,
    "edge": deadline_occasions.edge,
    "at-end": deadline_occasions.at_end,
    "within": deadline_occasions.each_time,
    "each-time": deadline_occasions.each_time,
    "vague": deadline_occasions.vague,
    "opening": deadline_occasions.opening,
    "start": deadline_occasions.start,
    "periodic": deadline_occasions.periodic,
    "length": deadline_times.length,
    "bare": deadline_times.bare,
    "interval": deadline_times.interval,
    "when": deadline_times.when,
    "year": deadline_times.year,
    "by": deadline_times.by,
    "term": deadline_times.term,
    "outcome": deadline_occasions.outcome,
    "not-before": deadline_occasions.not_before,
    "lasting": deadline_occasions.lasting,
    "posted": deadline_occasions.posted,
    "later-than": deadline_occasions.later_than,
}
"""What each form asks of its surroundings; forms without an entry ask nothing."""


def allowed(around: Around) -> bool:
    """Whether the phrase bounds something: nothing refuses it, and its form's surroundings are there."""
    if any(refuses(around) for refuses in REFUSALS):
        return False
    asks = _ASKS.get(around.form.name)
    return asks is None or asks(around)
