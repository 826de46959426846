"""What was read from a head is no surer than the words that it was read from.

The extractors see text alone: to them a number or a subject that an engine half guessed looks as good as a
typed one.
"""

from __future__ import annotations

import re

from extractors.model import Number, Span, Warning
from pipeline.document import Document, laid_by_others

_DOUBTED, _MENDED = 0.5, 0.9
"""Confidence under which a word is sooner wrong than right (1 to 2.5 % of the words of real scans);
confidence from which a repair speaks for the word that it put there."""
_BY_OTHERS = 0.75
"""The most that a number in a text layer laid by another OCR program is worth: such a program reads the
handwriting in the blank as well, and nothing tells which numbers it read so."""


def as_sure_as_read(number: Number | None, document: Document) -> Number | None:
    """``number`` (its span in ``Document.text``) with its confidence held under that of the words in which it
    stands. Native text has no doubt and changes nothing."""
    if number is None or number.text is None or number.span is None:
        return number
    start, end = number.span
    sure = number.confidence
    for _, word in document.words:
        if word.start < end and word.end > start and word.confidence is not None:
            sure = min(sure, word.confidence)
    if any(page.start <= start < page.end and laid_by_others(page) for page in document.pages):
        sure = min(sure, _BY_OTHERS)
    return number if sure == number.confidence else number.model_copy(update={"confidence": round(sure, 3)})


def doubted_subject(subject: str | None, document: Document) -> list[Warning]:
    """The warning of words in the subject that are sooner wrong than right, where it has any.

    Words that repair has mended since, with a likelihood of their own, are not among them.
    """
    where = re.search(r"\s+".join(map(re.escape, subject.split())), document.text) if subject else None
    if where is None:
        return []
    mended = [repair.span for repair in document.repairs if repair.confidence >= _MENDED]
    spans: list[Span] = [
        (word.start, word.end)
        for _, word in document.words
        if word.start < where.end()
        and word.end > where.start()
        and word.confidence is not None
        and word.confidence < _DOUBTED
        and not any(start < word.end and end > word.start for start, end in mended)
    ]
    if not spans:
        return []
    words = ", ".join(f"“{document.text[start:end]}”" for start, end in spans)
    message = f"The subject holds words that could hardly be read ({words}): compare it with the page."
    return [Warning(code="subject-unsure", message=message, spans=spans)]
