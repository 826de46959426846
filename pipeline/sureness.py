"""The document number is no surer than the words that it was read from.

The extractors see text alone: to them a number that an engine half guessed looks as good as a typed one.
"""

from __future__ import annotations

from extractors.model import Number
from pipeline.document import Document, laid_by_others

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
