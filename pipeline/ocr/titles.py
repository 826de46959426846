"""The title under the head: centred lines (kind of act, subject), told from the body that follows them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from pipeline.ocr.lines import Run

_WIDE = 0.85
"""Lines of this share of the widest line's width show the margins of the body."""
_INDENT = 1.2
"""By how many line heights a centred line keeps clear of both margins, and how far its middle may lie from
the middle of the page's text: a paragraph's first line starts 1.5 to 2.5 line heights in, but runs on to the
right margin; its last line starts at the left margin."""


def title_rows(rows: Sequence[Sequence[Run]], size: float) -> int:
    """How many rows at the top are centred, for lines of height ``size``: 0 where there is no title.

    Without it a subject in one type with the body (which is what is left of bold print in plain text) reads
    on into the first paragraph.
    """
    spans = [(min(r.x0 for r in row), max(r.x1 for r in row)) for row in rows if row]
    if len(spans) < 3:
        return 0
    widest = max(x1 - x0 for x0, x1 in spans)
    wide = [(x0, x1) for x0, x1 in spans if x1 - x0 >= _WIDE * widest]
    # of wide lines many are indented, so the margin is found among the leftmost fifth
    left, right = sorted(x0 for x0, _ in wide)[len(wide) // 5], median(x1 for _, x1 in wide)
    middle = (left + right) / 2

    def is_centred(place: int) -> bool:
        x0, x1 = spans[place]
        clear = x0 - left > _INDENT * size and right - x1 > _INDENT * size
        return clear and abs((x0 + x1) / 2 - middle) <= _INDENT * size

    count = 0
    while count < len(spans):
        x0, x1 = spans[count]
        if count and not any(c.isalnum() for r in rows[count] for c in r.text) and count + 1 < len(spans):
            count += 1  # a speck between two lines of the title
            continue
        # a subject's line may fill the measure where the next, short one shows that it is centred
        fills = 0 < count < len(spans) - 1 and abs((x0 + x1) / 2 - middle) <= _INDENT * size / 2
        if not (is_centred(count) or (fills and is_centred(count + 1))):
            break
        count += 1
    return count if count < len(spans) else 0
