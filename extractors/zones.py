"""Cuts a directive into head, body, closing, footnotes and appendices.

The parts are those of Nghị định 30/2020/NĐ-CP, Phụ lục I (State) and Hướng dẫn 36-HD/VPTW (Party): the
head ends with the title and its summary, or with the addressees; the closing starts at "Nơi nhận" or at
the signature's authority; what follows the closing under a head of its own is an appendix.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from extractors import preamble, view
from extractors.body_phrases import phrases
from extractors.head_rows import body_row
from extractors.lines import (
    APPENDIX,
    AUTHORITY,
    BODY_LINE,
    FOOTNOTE,
    LEFT,
    MARKED,
    OFFICE,
    OWN_HEAD,
    RECIPIENTS,
    RULE,
    TITLE,
    Line,
    read_lines,
)
from extractors.model import Span

_CLOSING_LINES = 90
"""A closing ends by this many printed lines; long lists of recipients take about 60."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Spans of the parts of a text, in order; empty spans are ``(x, x)``.

    ``head`` runs through the title's summary or the addressees, ``closing`` holds recipients and signatures;
    ``closing`` is empty at the end of the body where there is none.
    """

    head: Span
    body: Span
    closing: Span
    footnotes: tuple[Span, ...] = ()
    appendices: tuple[Span, ...] = ()
    above: preamble.Preamble = field(default_factory=preamble.Preamble)
    """What a web page prints above the head."""


def cut(text: str) -> Zones:
    """Finds the parts of a directive; a text without a head or closing is all body."""
    rows = read_lines(text)
    if not rows:
        return Zones((0, 0), (0, 0), (0, 0))
    above = preamble.find(rows, text)
    first = above.rows + body_row(rows[above.rows :])
    begin, finish = _closing_rows(rows, first)
    at = [row.start for row in rows] + [len(text)]
    footnotes, appendices = _rest(rows, begin, finish, len(text))
    notes = _notes_within(rows, first, begin)
    return Zones(
        head=(at[above.rows], at[first]),
        body=(at[first], at[begin]),
        closing=(at[begin], at[finish]),
        footnotes=tuple(sorted(notes + footnotes)),
        appendices=tuple(appendices),
        above=above,
    )


def _closing_rows(rows: list[Line], first: int) -> tuple[int, int]:
    """``(begin, end)`` of the closing; both are the end of the body where there is none."""
    begin = -1
    limit = len(rows)
    for i in range(first, len(rows)):
        row = rows[i]
        if APPENDIX.match(row.low) and row.upper and i > first + 5:
            limit = min(limit, i)
        signs = len(row.low) < 300 and _signature(row) and not _enacting(rows, i)
        if RECIPIENTS.match(row.low) or (signs and (_named_in_line(row) or _near_name(rows, i))):
            begin = i
            break
        if _mixed_signature(rows, i):
            begin = i
            break
    if begin < 0:
        return (limit, limit) if limit < len(rows) else (len(rows), len(rows))
    if limit < begin:
        # an appendix stands before any closing: what signs it does not sign the document
        return limit, limit
    return begin, _closing_end(rows, begin)


def _enacting(rows: list[Line], at: int) -> bool:
    """Whether recitals follow: the line names who enacts ("HIỆU TRƯỞNG TRƯỜNG …") and is no signature."""
    after = next((row for row in rows[at + 1 : at + 4] if not row.blank), None)
    return after is not None and bool(re.match(r"^\W*(?:căn cứ|xét|theo|thực hiện|thi hành)\s", after.low))


def _signature(row: Line) -> bool:
    authority = AUTHORITY.search(row.text)
    if authority:
        rest = row.text[authority.end() :]
        letters = [c for c in rest[:14] if c.isalpha()]
        capital = bool(letters) and sum(c.isupper() for c in letters) >= 0.7 * len(letters)
        alone = len(row.low.split()) < 9 and row.text[: authority.start()].strip() == ""
        return capital or (alone and bool(re.search(r"[./]", authority[0])))
    return row.upper and bool(OFFICE.match(row.low.strip(" \t|."))) and len(row.low.split()) < 8


@cache
def surnames() -> frozenset[str]:
    """Vietnamese surnames, folded."""
    return frozenset(word for line in phrases("surnames.txt") for word in line.split())


def _mixed_signature(rows: list[Line], at: int) -> bool:
    """An office in small letters over a person's name, alone at the end ("Hiệu trưởng / Lê Văn An")."""
    row = rows[at]
    if not OFFICE.match(row.low) or len(row.low.split()) > 9 or row.low[-1] in ".;:,":
        return False
    if not row.text.strip()[:1].isupper():
        return False
    after = [r for r in rows[at + 1 : at + 14] if not r.blank and not re.match(r"^\W*\(?đã ký", r.low)]
    if not 1 <= len(after) <= 3 or len(rows) > at + 14:
        return False
    name = after[0].text.strip()
    return _looks_like_name(name) and view.folded(name.split()[0]) in surnames()


_SIGNED_BY = re.compile(r"^\W*(?:đã ký|ký tên)\W+", re.IGNORECASE)


def _near_name(rows: list[Line], at: int) -> bool:
    """Within a few lines of a signature's first line a person's name, or the end of the text, follows."""
    words = 0
    for row in rows[at + 1 : at + 25]:
        if row.blank:
            continue
        if RECIPIENTS.match(row.low) or AUTHORITY.search(row.text):
            return True
        parts = [part for part in re.split(r"\s{3,}|\t|\|", row.text.strip()) if part]
        if any(_looks_like_name(_SIGNED_BY.sub("", part)) for part in parts):
            return True
        words += len(row.low.split())
        if words > 60:
            return False
    return False


def _looks_like_name(text: str) -> bool:
    words = text.strip(" .,").split()
    return 2 <= len(words) <= 5 and all(w[0].isupper() and w.isalpha() for w in words) and not text.isupper()


def _named_in_line(row: Line) -> bool:
    """Whether a signature stands in one line: "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Văn An"."""
    if AUTHORITY.match(row.text.lstrip()) is None:
        return False
    words = row.text.split()
    return any(
        len(words) > n + 1
        and _looks_like_name(" ".join(words[-n:]))
        and words[-n - 1].isupper()
        and view.folded(words[-n]) in surnames()
        for n in (2, 3, 4, 5)
    )


def _closing_end(rows: list[Line], begin: int) -> int:
    printed = 0
    quiet = 0
    signed = False
    for i in range(begin, len(rows)):
        row = rows[i]
        if row.blank:
            quiet += 1
            continue
        printed += 1
        if i > begin + 1 and OWN_HEAD.match(row.low):
            return _own_head_start(rows, begin, i)
        if i > begin + 1 and (
            FOOTNOTE.match(row.text)
            or (signed and MARKED.match(row.text))
            or APPENDIX.match(row.low)
            or (TITLE.match(row.low) and row.upper and signed)
            or RULE.match(row.low)
            or len(row.low.split()) > 60
            or printed > _CLOSING_LINES
        ):
            return i
        signed = signed or (
            _looks_like_name(row.text)
            or any(map(_looks_like_name, re.split(r"\s{3,}|\t|\|", row.text)))
            or _named_in_line(row)
        )
        if signed and row.upper and len(row.low.split()) > 2 and not _signature(row) and quiet > 3:
            return i
        quiet = 0
    return len(rows)


def _own_head_start(rows: list[Line], begin: int, motto: int) -> int:
    """The row where the head of a further document starts whose motto stands at ``motto``: its issuer, in
    capitals, stands above."""
    start = motto
    for i in range(motto - 1, begin + 1, -1):
        row = rows[i]
        if row.blank:
            continue
        if not row.upper or _signature(row):
            break
        start = i
    return start if any(BODY_LINE.match(row.low) for row in rows[start:motto]) else motto


def _rest(rows: list[Line], begin: int, finish: int, size: int) -> tuple[list[Span], list[Span]]:
    """Footnotes and appendices behind the closing."""
    footnotes: list[Span] = []
    appendices: list[Span] = []
    current: tuple[str, int] | None = None

    def close(end: int) -> None:
        if current:
            (footnotes if current[0] == "note" else appendices).append((current[1], end))

    for i in range(finish, len(rows)):
        row = rows[i]
        if row.blank:
            continue
        marked = begin < finish and (current is None or current[0] == "note") and MARKED.match(row.text)
        note = FOOTNOTE.match(row.text) or marked
        titled = APPENDIX.match(row.low) and (row.upper or re.match(rf"^{LEFT}phụ lục", row.low))
        opens = titled or OWN_HEAD.match(row.low)
        if note:
            close(row.start)
            current = ("note", row.start)
        elif current is None or (opens and (current[0] == "note" or row.start - current[1] > 400)):
            close(row.start)
            current = ("appendix", row.start)
    close(size)
    return footnotes, appendices


def _notes_within(rows: list[Line], first: int, last: int) -> list[Span]:
    """Footnotes at the feet of the body's pages: from the mark to the next mark, blank line or page end."""
    notes: list[Span] = []
    start = -1
    for i in range(first, last):
        row = rows[i]
        if FOOTNOTE.match(row.text):
            if start >= 0:
                notes.append((rows[start].start, rows[i - 1].end))
            start = i
        elif start >= 0 and row.blank:
            notes.append((rows[start].start, rows[i - 1].end))
            start = -1
    if start >= 0:
        notes.append((rows[start].start, rows[last - 1].end))
    return notes
