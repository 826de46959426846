"""A person's word on a repair: accepted, or undone, which puts back what the source said.

A repair is named by the span that it has in the machine's reading ("120-126"). Undoing one changes the
length of the text, so everything that points into it moves along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ACCEPTED, UNDONE = "accepted", "undone"


@dataclass(frozen=True, slots=True)
class Splice:
    """``text[start:end]`` gave way to ``length`` characters."""

    start: int
    end: int
    length: int

    def first(self, position: int) -> int:
        """Where something that began at ``position`` begins now."""
        if position <= self.start:
            return position
        return self.start if position < self.end else position + self.length - (self.end - self.start)

    def last(self, position: int) -> int:
        """Where something that ended at ``position`` ends now."""
        if position <= self.start:
            return position
        if position < self.end:
            return self.start + self.length
        return position + self.length - (self.end - self.start)


def between(old: str, new: str) -> Splice:
    """The one stretch in which two texts differ."""
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - start) if old[-1 - i] != new[-1 - i]), shorter - start)
    return Splice(start, len(old) - tail, len(new) - tail - start)


def named(data: dict[str, Any], key: str) -> dict[str, Any] | None:
    """The repair of a directive's JSON that has this span."""
    found: list[dict[str, Any]] = data["repairs"]
    return next((item for item in found if "-".join(map(str, item["span"])) == key), None)


def said(repair: dict[str, Any] | None) -> dict[str, str] | None:
    """What a repair did, as the history of corrections keeps it."""
    return None if repair is None else {"before": repair["before"], "after": repair["after"]}


def decide(data: dict[str, Any], repair: dict[str, Any], decision: str) -> None:
    """Lays a decision on a directive's JSON; ``repair`` is one of its own."""
    if decision == ACCEPTED:
        repair["confidence"] = 1.0
    elif decision == UNDONE:
        data["repairs"] = [item for item in data["repairs"] if item is not repair]
        start, end = repair["span"]
        _put_back(data, Splice(start, end, len(repair["before"])), repair["before"], repair["after"])


def _put_back(data: dict[str, Any], splice: Splice, before: str, after: str) -> None:
    old = data["text"]
    new = old[: splice.start] + before + old[splice.end :]
    data["text"] = new
    for page in data["pages"]:
        page["start"], page["end"] = splice.first(page["start"]), splice.last(page["end"])
    for value in data.values():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                _move(item, splice, old, new, before, after)


def _move(item: dict[str, Any], splice: Splice, old: str, new: str, before: str, after: str) -> None:
    """Moves one entry's spans; where its text is the words that changed, it says them as they now are."""
    span = item.get("span")
    if span:
        item["span"] = [splice.first(span[0]), splice.last(span[1])]
        touched = span[0] < splice.end and span[1] > splice.start
        text = item.get("text")
        if touched and isinstance(text, str):
            if old[span[0] : span[1]] == text:
                item["text"] = new[item["span"][0] : item["span"][1]]
            elif text.count(after) == 1:
                item["text"] = text.replace(after, before)
    if item.get("spans"):
        item["spans"] = [[splice.first(a), splice.last(b)] for a, b in item["spans"]]
