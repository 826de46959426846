"""Cells of spreadsheets: text from documents must never run as a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the start of a formula (OWASP, CSV Injection)."""

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML, and so XLSX, cannot hold; a form feed between pages is one."""

_BREAK = re.compile(r"\s*[\n\r\f\v\x85\u2028\u2029]\s*")

CELL_CHARS = 32_767
"""What one cell of a spreadsheet holds."""


def plain(value: object) -> str | int | float | bool | None:
    """A value for a cell: lists joined by "; ", numbers kept as numbers."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Sequence):
        return "; ".join(str(item) for item in value)
    return str(value)


def csv_cell(value: object) -> str | int | float | bool | None:
    """A cell of a CSV file: text on one line, since where the print breaks a line says nothing and programs
    that read a table line by line lose their place; what could be taken for a formula gets an apostrophe."""
    cell = plain(value)
    cell = _BREAK.sub(" ", cell) if isinstance(cell, str) else cell
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return "'" + cell
    return cell


def xlsx_text(text: str) -> str:
    """Text that a cell of an XLSX file can hold."""
    return _ILLEGAL.sub(" ", text)[:CELL_CHARS]
