"""Entries of a directive's lists as a person enters them: what the readers missed, or took for another.

An entry may be given as its words alone; what they say (who, by when, which act) is read from them, and they
are looked for in the text. Words that do not stand there get the empty span (0, 0).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from corpus import days
from corpus.errors import QueryError
from extractors.model import Directive, Precision, Span

_EDGES = " \t\r\n.;,:-–•*+"
"""What stands around a clause and is not of it: list marks, the mark at its end."""


def item(
    now: Directive, head: str, given: Any, at: Span | None
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """An entry of the list ``head``, and the deadlines that its words hold and that were not read.

    ``given``: its words, or an object; what the object leaves out is read from its ``text``. ``at``: where
    the words were picked. Raises `QueryError` for what is neither, and for a date or place that is none.
    """
    if isinstance(given, str):
        given = {"name" if head == "signatories" else "text": given}
    if not isinstance(given, dict):
        raise QueryError(f"An entry of {head} is a text or an object, not {given}.")
    words = given.get("text")
    found: dict[str, Any] = {}
    due: list[dict[str, Any]] = []
    if isinstance(words, str):
        given = {**given, "text": words.strip() if head == "rules" else words.strip(_EDGES)}
        if not given["text"]:
            raise QueryError("There are no words in this.")
        found, due = _read(now, head, given["text"])
    place = given.get("span")
    _inside(now, place)
    if place is None:
        place = span(now, _words(head, given), at, head) or (None if head == "signatories" else (0, 0))
    entry = {**found, **given, "span": place}
    if isinstance(words, str) and head == "deadlines" and place[1] > place[0]:
        entry["text"] = now.text[slice(*place)]  # as printed: obligations quote it so
    if head in ("deadlines", "references") and "date" in given:
        entry = dated(entry, period=head == "deadlines", precise=head == "deadlines")
    return entry, _moved(now, due, place)


def _read(now: Directive, head: str, words: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the words of an entry say, its place aside, and the deadlines in them."""
    from extractors import passage

    issued = _day(now)
    if head == "obligations":
        duty, due = passage.obligation(words, issued)
        read = duty.model_dump(mode="json", exclude={"span", "id"})
        return read, [deadline.model_dump(mode="json") for deadline in due]
    if head == "deadlines":
        return passage.deadline(words, issued).model_dump(mode="json", exclude={"span"}), []
    if head == "references":
        return passage.reference(words).model_dump(mode="json", exclude={"span"}), []
    return {}, []


def _words(head: str, given: dict[str, Any]) -> str:
    """The words by which an entry is found in the text."""
    names = ("name", "position", "authority") if head == "signatories" else ("text", "new", "old")
    return next((given[name] for name in names if isinstance(given.get(name), str)), "")


def span(now: Directive, words: str, at: Span | None = None, head: str | None = None) -> Span | None:
    """Where words stand in the text: of several places the one nearest to ``at``, else the first that no
    entry of the list ``head`` has yet."""
    from extractors import passage

    found = passage.places(now.text, words)
    if at is not None:
        return min(found, key=lambda place: abs(place[0] - at[0]), default=None)
    taken = {entry.span for entry in getattr(now, head)} if head else set()
    return next((place for place in found if place not in taken), found[0] if found else None)


def identity(now: Directive, head: str, entry: dict[str, Any]) -> str:
    """The id of an obligation or rule that has none yet; sets its clause where that is told by its place."""
    from extractors import passage

    start, end = entry["span"]
    if end > start and not entry.get("clause"):
        entry["clause"], entry["place"] = passage.label(now.text, (start, end))
    return passage.identity(str(entry.get("text", "")), entry.get("place") or entry.get("clause"))


def unread(now: Directive, around: Span, phrases: list[str]) -> list[dict[str, Any]]:
    """Deadlines for phrases that none of the directive's deadlines has; ``around``: the obligation's span."""
    held = {deadline.text for deadline in now.deadlines}
    return [
        item(now, "deadlines", phrase, around)[0] | {"text": phrase}
        for phrase in phrases
        if phrase not in held
    ]


def _moved(now: Directive, due: list[dict[str, Any]], place: Span) -> list[dict[str, Any]]:
    """The deadlines of a passage as they stand in the text, without those that were read already."""
    held = {deadline.text for deadline in now.deadlines}
    out = []
    for deadline in due:
        if deadline["text"] not in held:
            found = span(now, deadline["text"], place) if place[1] > place[0] else None
            out.append({**deadline, "span": found or (0, 0), "confidence": 1.0})
    return out


def with_field(head: str, entry: dict[str, Any], name: str, value: Any) -> dict[str, Any]:
    """An entry with one field entered, and what follows from it."""
    changed = {**entry, name: value}
    if head == "deadlines" and name == "date":
        return dated(changed, period=True) | {"confidence": 1.0}
    if head == "references" and name == "date":
        return dated(changed, precise=False)
    if head == "references" and name == "number" and isinstance(value, str):
        from extractors.numbers import parse

        parsed = parse(value)
        kind = parsed.type_code if parsed and parsed.type_code else entry.get("type")
        return changed | {"number": parsed.text if parsed else value, "type": kind, "confidence": 1.0}
    return changed


def says_nothing(head: str, entry: dict[str, Any]) -> bool:
    """Whether an entry has lost all that it said: a signature without name and office is none."""
    return head == "signatories" and not any(entry.get(name) for name in ("name", "position", "authority"))


def dated(entry: dict[str, Any], *, period: bool = False, precise: bool = True) -> dict[str, Any]:
    """An entry whose date is one of the calendar, with its precision where it has one (``precise``).

    ``period``: see `corpus.days.precision`. Raises `QueryError` for what is no date.
    """
    typed = entry.get("date")
    value = None if typed is None else days.entered(str(typed), period=period)
    out = {**entry, "date": value}
    if precise:
        exact: Precision | None = days.precision(value, period=period) if value else None
        hour = (
            period and exact == "day" and entry.get("precision") == "time"
        )  # an hour that the date leaves out
        out["precision"] = "time" if hour else exact
    return out


def _inside(now: Directive, place: Any) -> None:
    if place is None:
        return
    try:
        start, end = place
        right = 0 <= start <= end <= len(now.text)
    except (TypeError, ValueError):
        right = False
    if not right:
        raise QueryError(f"{place} is no place in the text, which has {len(now.text)} characters.")


def _day(now: Directive) -> date | None:
    """The directive's own day, where it is known whole."""
    value = now.issued.date if now.issued else None
    return date.fromisoformat(value) if value and days.precision(value) == "day" else None
