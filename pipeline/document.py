"""What flows between the stages: words with boxes, pages, the whole text.

Boxes and page sizes are in points (1/72 inch), the origin at the page's top left.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.model import DigitalSignature, Error, Method, PageRecord, Repair, Warning

BY_OTHERS = 0.9
"""Confidence of a text layer that another engine read and that passes as Vietnamese: unknown engines, so a
round figure under what Tesseract reaches on the same pages."""


@dataclass(frozen=True, slots=True)
class Box:
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in the text of its page (``start``, ``end``: offsets into ``Page.text``).

    ``confidence`` is 0 to 1, None where the source has no doubt (native text). ``alternatives`` are other
    readings of the same ink with their confidence, best first.
    """

    start: int
    end: int
    box: Box
    confidence: float | None = None
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class Page:
    """One page as read. N pages in, N pages out: a page that failed has an ``error`` and its own record."""

    number: int
    text: str
    method: Method
    words: list[Word] = field(default_factory=list)
    width: float | None = None
    height: float | None = None
    confidence: float | None = None
    repairs: list[Repair] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    errors: list[Error] = field(default_factory=list)
    signatures: list[DigitalSignature] = field(default_factory=list)


def laid_by_others(page: Page | PageRecord) -> bool:
    """Whether another OCR program laid the page's text layer; layers decoded by their fonts are surer."""
    return page.method == "text-layer" and page.confidence is not None and page.confidence <= BY_OTHERS


@dataclass(slots=True)
class Document:
    """The whole text (pages joined by a form feed), with maps back to pages, words and what stood before."""

    text: str
    pages: list[PageRecord]
    words: list[tuple[int, Word]]
    """``(page number, word)``; the word's offsets are into ``Document.text``."""
    repairs: list[Repair]
    warnings: list[Warning]
    errors: list[Error]
    signatures: list[DigitalSignature] = field(default_factory=list)
