"""Where e-mail and web addresses stand, also as an OCR engine tears them ("phong.a(@tinh. gov .vn").

No repair touches them: their words are no Vietnamese, and a letter changed makes another address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.repair.edits import Edit

Span = tuple[int, int]

_GAP = r"[^\S\n]?"
_BRACKETS = r"[()\[\]{}<>|]"
_ENDING = r"(?:com|net|org|gov|edu|info|vn)"
_LABEL = r"[^\W_][\w-]{0,62}"
_TORN_LABEL = rf"{_GAP}[.,]{_GAP}{_ENDING}(?![\w-])"
"""A blank or a comma in a name is a tear only before what such names end in: a sentence may end there."""
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL}|{_TORN_LABEL}){{1,6}}"
ADDRESS = (
    rf"(?i:(?:https?|ftp){_GAP}:{_GAP}/{_GAP}/{_GAP}(?:{_DOMAIN})?\S*"
    rf"|(?<!\w)www{_GAP}[.,]{_GAP}(?:{_DOMAIN}\S*|\S+)"
    rf"|(?<![\w.+-])[\w.+-]{{1,64}}(?:{_GAP}{_BRACKETS}){{0,2}}{_GAP}@(?:{_GAP}{_BRACKETS}){{0,2}}{_GAP}{_DOMAIN}"
    rf"|(?<![\w@])(?:{_LABEL}\.){{1,6}}{_ENDING}(?![\w-])(?:/\S*)?)"
)
_ADDRESS = re.compile(ADDRESS)
_MAY_HOLD = re.compile(rf"@|www|/[^\S\n]?/|[.,][^\S\n]?{_ENDING}(?![\w-])", re.IGNORECASE)


def address_spans(text: str) -> list[Span]:
    """The spans of the addresses in ``text``, in order."""
    if not _MAY_HOLD.search(text):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def outside(edits: Iterable[Edit], spans: list[Span]) -> Iterator[Edit]:
    """The edits that touch none of the spans."""
    return (edit for edit in edits if not touches(edit.start, edit.end, spans))


def touches(start: int, end: int, spans: list[Span]) -> bool:
    """Whether ``start`` to ``end`` overlaps one of the spans."""
    return any(start < last and end > first for first, last in spans)
