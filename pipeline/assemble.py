"""Pages joined into one document: offsets of words, repairs and warnings moved along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractors.model import DigitalSignature, Error, PageRecord, Repair, Span, Warning
from pipeline.document import Document, Page, Word

PAGE_BREAK = "\f"


def assemble(pages: Iterable[Page]) -> Document:
    """Joins pages with a form feed. A form feed inside a page's text becomes a newline: it would lie."""
    texts: list[str] = []
    records: list[PageRecord] = []
    words: list[tuple[int, Word]] = []
    repairs: list[Repair] = []
    warnings: list[Warning] = []
    errors: list[Error] = []
    signatures: list[DigitalSignature] = []
    at = 0
    for page in pages:
        text = page.text.replace(PAGE_BREAK, "\n")
        records.append(
            PageRecord(
                number=page.number,
                start=at,
                end=at + len(text),
                width=page.width,
                height=page.height,
                method=page.method,
                confidence=page.confidence,
            )
        )
        words.extend(
            (page.number, replace(word, start=word.start + at, end=word.end + at)) for word in page.words
        )
        repairs.extend(r.model_copy(update={"span": _moved(r.span, at)}) for r in page.repairs)
        warnings.extend(
            w.model_copy(update={"spans": [_moved(s, at) for s in w.spans]}) for w in page.warnings
        )
        errors.extend(page.errors)
        signatures.extend(page.signatures)
        texts.append(text)
        at += len(text) + len(PAGE_BREAK)
    return Document(PAGE_BREAK.join(texts), records, words, repairs, warnings, errors, signatures)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
