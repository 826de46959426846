"""The corpus as flat tables, for CSV and XLSX: directives, obligations, references, deadlines."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from corpus.corpus import Corpus
from corpus.due import due
from corpus.export.cells import csv_cell, plain, xlsx_text
from corpus.filters import Filters
from extractors.model import Directive

Sheet = Literal["directives", "obligations", "references", "deadlines"]
Row = list[Any]

HEADERS: dict[Sheet, list[str]] = {
    "directives": [
        "id",
        "number",
        "type",
        "issuer",
        "issued",
        "place",
        "subject",
        "urgency",
        "secrecy",
        "addressees",
        "recipients",
        "signatories",
        "status",
        "obligations",
        "file",
        "sha256",
    ],
    "obligations": [
        "due",
        "deadlines",
        "bearers",
        "modality",
        "text",
        "action",
        "condition",
        "clause",
        "partners",
        "report_to",
        "number",
        "issuer",
        "issued",
        "type_code",
        "directive",
        "id",
        "confidence",
    ],
    "references": [
        "directive",
        "citing",
        "relation",
        "number",
        "type",
        "date",
        "issuer",
        "text",
        "alias",
        "target",
        "confidence",
    ],
    "deadlines": [
        "directive",
        "number",
        "issuer",
        "text",
        "date",
        "bound",
        "due",
        "event",
        "recurrence",
        "confidence",
    ],
}

XLSX_ROWS = 1_048_576
"""Rows of one sheet; what does not fit goes on in another."""


def rows(
    corpus: Corpus, sheet: Sheet, query: str, filters: Filters, limit: int | None = None
) -> Iterator[Row]:
    """The rows of a table, one at a time. A query and filters choose directives, or obligations; ``limit``:
    no more than the first so many of them."""
    if sheet == "obligations":
        for hit in corpus.each_obligation(query, filters, limit=limit):
            yield [getattr(hit, name) for name in HEADERS[sheet]]
        return
    make: Callable[[Directive], Iterable[Row]] = {
        "directives": _directive,
        "references": _references,
        "deadlines": _deadlines,
    }[sheet]
    for directive in corpus.each(query, filters, limit=limit):
        yield from make(directive)


def _directive(directive: Directive) -> list[Row]:
    d = directive
    return [
        [
            d.id,
            d.number.text if d.number else None,
            d.type.code if d.type else None,
            d.issuer.name if d.issuer else None,
            d.issued.date if d.issued else None,
            d.issued.place if d.issued else None,
            d.subject,
            d.urgency,
            d.secrecy,
            d.addressees,
            d.recipients,
            [s.name for s in d.signatories if s.name],
            d.status,
            len(d.obligations),
            d.source.name,
            d.source.sha256,
        ]
    ]


def _references(directive: Directive) -> list[Row]:
    number = directive.number.text if directive.number else None
    return [
        [
            directive.id,
            number,
            r.relation,
            r.number,
            r.type,
            r.date,
            r.issuer,
            r.text,
            r.alias,
            r.target,
            r.confidence,
        ]
        for r in directive.references
    ]


def _deadlines(directive: Directive) -> list[Row]:
    number = directive.number.text if directive.number else None
    issuer = directive.issuer.name if directive.issuer else None
    return [
        [directive.id, number, issuer, x.text, x.date, x.bound, due(x), x.event, x.recurrence, x.confidence]
        for x in directive.deadlines
    ]


def csv_lines(
    corpus: Corpus, sheet: Sheet, query: str, filters: Filters, limit: int | None = None
) -> Iterator[bytes]:
    """One table as CSV in UTF-8, line by line."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in _titled(sheet, rows(corpus, sheet, query, filters, limit)):
        writer.writerow([csv_cell(value) for value in row])
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def write_xlsx(corpus: Corpus, path: Path, query: str, filters: Filters, limit: int | None = None) -> int:
    """Writes all four tables as sheets of one workbook; gives the number of rows. Memory stays flat."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    count = 0
    for sheet in HEADERS:
        page: Any = None
        used, part = XLSX_ROWS, 0
        for row in _titled(sheet, rows(corpus, sheet, query, filters, limit)):
            if used >= XLSX_ROWS:
                part += 1
                page, used = book.create_sheet(sheet if part == 1 else f"{sheet} {part}"), 0
                if part > 1:
                    page.append([_cell(page, name) for name in HEADERS[sheet]])
                    used = 1
            page.append([_cell(page, value) for value in row])
            used += 1
            count += 1
        count -= 1
    book.save(path)
    return count


def _titled(sheet: Sheet, body: Iterator[Row]) -> Iterator[Row]:
    yield list(HEADERS[sheet])
    yield from body


def _cell(page: Any, value: object) -> Any:
    from openpyxl.cell import WriteOnlyCell

    content = plain(value)
    if not isinstance(content, str):
        return content
    cell = WriteOnlyCell(page)
    cell._value, cell.data_type = xlsx_text(content), "s"  # as text outright: "=1+1" stays what it is
    return cell
