"""A report as an XLSX workbook: verdicts, rules, conflicts, slips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.check import Report
from checker.reports.language import Language, in_language, say

_FORMULA = re.compile(r"^[=+\-@\t\r]")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
MAX_CELL = 32_000
"""Excel refuses cells of more than 32,767 characters."""


def write_report(report: Report, path: Path, language: Language = "en") -> None:
    """Writes the workbook, whole or not at all. Text that Excel would take for a formula stays text."""
    from openpyxl import Workbook

    report = in_language(report, language)
    book = _Book(Workbook(write_only=True), language)
    rules = {rule.id: rule for rule in report.rules}

    def told(word: str) -> str:
        return say(word, language)

    _sheet(
        book,
        "Verdicts",
        (
            "verdict", "counts", "unit", "row", "subject", "kind", "rule", "numbers", "smallest change",
            "missing", "notes", "act", "clause", "page", "wording",
        ),
        (
            (
                told(v.outcome.value), told("yes" if v.counts else "no, another rule prevails"), v.unit,
                v.where, told(v.subject.value) if v.subject else None, told(v.kind), v.rule, v.numbers,
                v.change, "; ".join(v.missing), " ".join(v.notes), rules[v.rule].source.act,
                rules[v.rule].source.clause, rules[v.rule].source.page, rules[v.rule].text,
            )
            for v in report.verdicts
        ),
    )  # fmt: skip
    _sheet(
        book,
        "Findings",
        ("verdict", "unit", "rule", "who", "where", "detail"),
        (
            (told(f.outcome.value), v.unit, v.rule, f.who, f.where, f.detail)
            for v in report.verdicts
            for f in v.findings
        ),
    )
    _sheet(
        book,
        "Rules",
        ("rule", "kind", "demands", "source", "also stated by", "issuer", "issued", "wording"),
        (
            (
                r.id,
                told(r.kind),
                r.demands,
                r.cited,
                "; ".join(r.also),
                r.source.issuer,
                r.source.issued,
                r.text,
            )
            for r in report.rules
        ),
    )  # fmt: skip
    _sheet(
        book,
        "Conflicts",
        ("kind", "subjects", "difference", "prevails", "why"),
        (
            (
                told(c.kind),
                ", ".join(told(s.value) for s in c.subjects),
                c.difference,
                c.prevails or told("neither"),
                c.why,
            )
            for c in report.conflicts
        ),
    )
    _sheet(
        book,
        "Set aside",
        ("what", "may bind", "why"),
        ((s.what, told("yes" if s.doubtful else "no"), s.why) for s in report.set_aside),
    )
    _sheet(
        book,
        "Slips in the sheets",
        ("where", "column", "message"),
        ((i.where, i.column, i.message) for i in report.issues),
    )
    part = path.with_name(path.name + ".part")
    book.book.save(part)
    part.replace(path)


@dataclass(frozen=True, slots=True)
class _Book:
    book: Any
    language: Language


def _sheet(book: _Book, title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    sheet = book.book.create_sheet(say(title, book.language))
    sheet.freeze_panes = "A2"
    for number, name in enumerate(header):
        sheet.column_dimensions[chr(ord("A") + number)].width = (
            40 if name in ("wording", "demands", "why") else 18
        )
    bold = []
    for name in header:
        cell = WriteOnlyCell(sheet, value=say(name, book.language))
        cell.font = Font(bold=True)
        bold.append(cell)
    sheet.append(bold)
    for row in rows:
        sheet.append([safe(sheet, value) for value in row])


def safe(sheet: Any, value: object) -> object:
    """A cell that Excel shows as it stands: never a formula, never a character that XML cannot hold."""
    if not isinstance(value, str):
        return value
    text = _ILLEGAL.sub(" ", value)[:MAX_CELL]
    if not _FORMULA.match(text):
        return text
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell
