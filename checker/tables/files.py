"""A file's rows, each with its number: CSV of any usual delimiter, XLSX of any number of sheets."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.errors import ResultsError

MAX_BYTES = 200 * 2**20
"""A sheet of 100,000 people has 10 MB; beyond this it is not a review's results."""
MAX_ROWS = 2_000_000
MAX_UNPACKED = 2 * 2**30
"""An XLSX is a ZIP; one that unpacks to more than this is a bomb."""

Cell = object
"""Text, a number, a bool, a date: as the file has it. Empty cells are None."""


@dataclass(slots=True)
class Sheet:
    """``rows`` are ``(row number from 1, cells)``; empty rows are left out, their numbers are not."""

    file: str
    name: str | None
    rows: list[tuple[int, list[Cell]]]


def read_sheets(path: Path) -> list[Sheet]:
    """All sheets of a CSV or XLSX file. Raises `ResultsError` where it is neither, empty or too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as error:
        raise ResultsError("unreadable", f"{path} cannot be read ({error.strerror}).") from error
    if size == 0:
        raise ResultsError(
            "empty", f"{path} is empty. Print a template: congvan check --template results.xlsx"
        )
    if size > MAX_BYTES:
        raise ResultsError(
            "too-large",
            f"{path} has {size // 2**20} MB; at most {MAX_BYTES // 2**20} are read. Split it by unit.",
        )
    if start.startswith(b"PK\x03\x04"):
        return list(_xlsx(path))
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise ResultsError(
            "old-excel",
            f"{path} is an .xls workbook or a protected file. Save it as .xlsx without a password.",
        )
    return [_csv(path)]


def _csv(path: Path) -> Sheet:
    raw = path.read_bytes()
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ResultsError(
            "encoding",
            f"{path} row {line}: the text is not UTF-8. In Excel save it as “CSV UTF-8 (Comma delimited)”, "
            "or hand in the XLSX.",
        ) from error
    if "\0" in text:
        raise ResultsError("not-a-table", f"{path} is neither CSV nor XLSX (it holds binary data).")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t|", key=first.count)
    rows: list[tuple[int, list[Cell]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            if any(cells):
                rows.append((reader.line_num, [cell or None for cell in cells]))
    except csv.Error as error:
        raise ResultsError("csv", f"{path} row {reader.line_num}: {error}.") from error
    return Sheet(path.name, None, _bounded(path, rows))


def _xlsx(path: Path) -> Iterator[Sheet]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise ResultsError("too-large", f"{path} unpacks to {unpacked // 2**20} MB. Split it by unit.")
        workbook = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        if isinstance(error, ResultsError):
            raise
        raise ResultsError(
            "not-xlsx", f"{path} is not a sound XLSX workbook ({error}). Save it anew."
        ) from error
    try:
        for worksheet in workbook.worksheets:
            rows: list[tuple[int, list[Cell]]] = []
            for number, cells in enumerate(worksheet.iter_rows(values_only=True), start=1):
                if any(cell is not None and cell != "" for cell in cells):
                    rows.append((number, list(cells)))
            yield Sheet(path.name, worksheet.title, _bounded(path, rows))
    finally:
        workbook.close()


def _bounded(path: Path, rows: list[tuple[int, list[Cell]]]) -> list[tuple[int, list[Cell]]]:
    if len(rows) > MAX_ROWS:
        raise ResultsError("too-large", f"{path} has over {MAX_ROWS:,} rows. Split it by unit.")
    return rows
