"""A file in, a directive out. Bad input never raises: it ends as a directive that says what went wrong."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from extractors.model import Directive, Error, Method, Reading, Repair, Warning
from extractors.model import Source as SourceRecord
from pipeline import progress
from pipeline.assemble import assemble
from pipeline.document import Document, Page, laid_by_others
from pipeline.errors import ReadError
from pipeline.options import Clock, Options
from pipeline.source import PDF, TIFF, UNKNOWN, Source, fingerprint, open_source, shown_name
from pipeline.suggestions import from_file_name, told
from pipeline.sureness import as_sure_as_read, doubted_subject

ID_LENGTH = 16
_PAGED = (PDF, TIFF)
"""The formats in which one file may hold a thousand scanned pages."""


def extract_file(path: Path, options: Options | None = None) -> Directive:
    """Reads one file into a directive; what went wrong stands in its ``errors``. A program that is not
    installed is such an error too, with a code that begins with "missing-": other files may not need it."""
    return extract_document(path, options)[1]


def extract_document(path: Path, options: Options | None = None) -> tuple[Document, Directive]:
    """As `extract_file`, with the document: its words and boxes."""
    options = options or Options()
    options = replace(options, clock=Clock.start(options))
    try:
        source = open_source(path, options.limits)
    except ReadError as error:
        return _nothing(), failed(path, error.item())
    try:
        document = assemble(_repaired_pages(source, options))
    except ReadError as error:
        return _nothing(), failed(path, error.item(), source)
    except MemoryError:
        return _nothing(), failed(path, _out_of_memory(path), source)
    progress.page_begun(progress.READ)
    return document, from_document(document, source)


def _repaired_pages(source: Source, options: Options) -> list[Page]:
    pages: list[Page] = []
    left = options.limits.text_chars
    for page in _kept_pages(source, options):
        left -= len(page.text)
        if left < 0:
            pages.append(_too_much_text(source, options, page.number))
            return pages
        pages.append(page)
    return pages


def _kept_pages(source: Source, options: Options) -> Iterator[Page]:
    """Every page, repaired; those of a long scan that an earlier reading kept are not read again."""
    from pipeline import windows

    if options.windows is None or source.media_type not in _PAGED:
        return read_repaired(source, options)
    folder = options.windows / windows.key(source.sha256, options)
    held = windows.kept(folder)
    if held:
        options = replace(options, wanted=windows.missing(held))
    return windows.gathered(read_repaired(source, options), folder, held)


def read_repaired(source: Source, options: Options) -> Iterator[Page]:
    """The pages of a source, in order, each repaired. Raises `ReadError` as `read_pages` does."""
    from pipeline.readers import read_pages
    from pipeline.repair import repair

    for page in read_pages(source, options):
        if 0 < len(page.text) <= options.limits.text_chars and not page.text.isspace():
            repaired = repair(page.text, words=page.words, method=_damage(page))
            page.repairs = [*_still_true(page, repaired.text), *repaired.repairs]
            page.text, page.words = repaired.text, list(repaired.words)
            page.warnings = [*page.warnings, *repaired.warnings]
        yield page


def _too_much_text(source: Source, options: Options, number: int) -> Page:
    error = ReadError(
        "too-large",
        f"{source.name} holds more than {options.limits.text_chars:,} characters; page {number} and what "
        "follows were left out. Split the file, or raise the limit text_chars.",
        page=number,
    )
    return Page(number, "", "native", errors=[error.item()])


def _damage(page: Page) -> Method:
    """What the repair stage is to expect: a text layer that an OCR program laid has that program's slips."""
    return "ocr" if laid_by_others(page) else page.method


def _still_true(page: Page, text: str) -> list[Repair]:
    """The reader's own repairs (encoding by font) whose place the repair stage left as it was; those that
    moved are looked up again."""
    kept: list[Repair] = []
    for item in page.repairs:
        start, end = item.span
        if text[start:end] == item.after:
            kept.append(item)
        elif (found := text.find(item.after)) >= 0:
            kept.append(item.model_copy(update={"span": (found, found + len(item.after))}))
    return kept


def from_document(document: Document, source: Source) -> Directive:
    """Hands the text to the extractors and gathers everything into the contract's record."""
    from extractors.reading import read

    warnings = list(document.warnings)
    if source.claims is not None and source.claims != source.media_type:
        warnings.append(
            Warning(
                code="type-mismatch",
                message=f"{source.name} is named as {source.claims}, but its bytes are {source.media_type}; "
                "it was read as what it is.",
            )
        )
    reading = Reading()
    if document.text.strip():
        try:
            reading = read(document.text)
            reading = reading.model_copy(update={"number": as_sure_as_read(reading.number, document)})
            warnings.extend(doubted_subject(reading.subject, document))
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours costs the fields, not the text, and is told
            document = replace(document, errors=[*document.errors, _fault(source, error)])
    elif not document.errors:
        warnings.append(Warning(code="no-text", message=f"{source.name}: no text was found on any page."))
    suggestions = from_file_name(source.name, reading.number, document.text)
    warnings.extend(told(suggestion) for suggestion in suggestions)
    return Directive(
        id=source.sha256[:ID_LENGTH],
        source=SourceRecord(
            name=source.name,
            media_type=source.media_type,
            sha256=source.sha256,
            bytes=source.bytes,
            pages=len(document.pages),
            kind=reading.kind,
        ),
        status=_status(document),
        errors=document.errors,
        text=document.text,
        pages=document.pages,
        repairs=document.repairs,
        digital_signatures=document.signatures,
        suggestions=suggestions,
        **{name: getattr(reading, name) for name in Reading.model_fields if name not in ("warnings", "kind")},
        warnings=[*warnings, *reading.warnings],
    )


def _fault(source: Source, error: Exception) -> Error:
    return Error(
        stage="extract",
        code="internal",
        message=f"{source.name}: its text was read, its fields were not ({type(error).__name__}: {error}). "
        "This is a fault of congvan; report it.",
    )


def _status(document: Document) -> Literal["complete", "partial", "failed"]:
    if not document.errors:
        return "complete"
    return "partial" if document.text.strip() else "failed"


def failed(path: Path, error: Error, source: Source | None = None) -> Directive:
    """The record of a file that could not be read: what it is, as far as that is known, and why."""
    if source is None:
        try:
            sha256, size = fingerprint(path)
        except ReadError:
            # nothing of the bytes is known: the id stands for the path instead
            sha256, size = hashlib.sha256(os.fsencode(path.absolute())).hexdigest(), 0
        record = SourceRecord(name=shown_name(path), media_type=UNKNOWN, sha256=sha256, bytes=size)
    else:
        record = SourceRecord(
            name=shown_name(path), media_type=source.media_type, sha256=source.sha256, bytes=source.bytes
        )
    return Directive(id=record.sha256[:ID_LENGTH], source=record, status="failed", errors=[error])


def _out_of_memory(path: Path) -> Error:
    return Error(
        stage="read",
        code="memory",
        message=f"{shown_name(path)} needs more memory than the limit memory_bytes allows. "
        "Split it, or raise the limit.",
    )


def _nothing() -> Document:
    return Document("", [], [], [], [], [])
