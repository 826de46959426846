"""A file's rows, each with its number: CSV of any usual delimiter, XLSX of any number of sheets."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
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
"""Text without space around it, a number, a bool, a date: as the file has it. Empty cells are None."""

MAX_CELLS = 20_000_000
"""A sheet is held as a rectangle: one cell in the last row and column would make 17,000 million of it."""


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
    # a title may hold commas; the rows below it hold the delimiter each time
    beginning = "\n".join(text[:100_000].splitlines()[:20])
    delimiter = max(",;\t|", key=beginning.count)
    rows: list[tuple[int, list[Cell]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 0
    try:
        # rows as a spreadsheet numbers them: a cell that holds line breaks is one row
        for number, cells in enumerate(reader, start=1):
            if any(cells):
                rows.append((number, [cell.strip() or None for cell in cells]))
    except csv.Error as error:
        raise ResultsError("csv", f"{path} row {number + 1}: {error}.") from error
    return Sheet(path.name, None, _bounded(path, rows))


def _xlsx(path: Path) -> Iterator[Sheet]:
    # calamine reads 100,000 rows of 11 columns in 1.7 CPU seconds, openpyxl in 25
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(path) as archive:
            _bound(path, archive)
        workbook = CalamineWorkbook.from_path(str(path))
        for name in workbook.sheet_names:
            raw = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            rows: list[tuple[int, list[Cell]]] = []
            for number, cells in enumerate(raw, start=1):
                clean: list[Cell] = [(cell.strip() or None) if type(cell) is str else cell for cell in cells]
                if any(cell is not None for cell in clean):
                    rows.append((number, clean))
            yield Sheet(path.name, name, _bounded(path, rows))
    except (
        zipfile.BadZipFile,
        zlib.error,
        CalamineError,
        OSError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise ResultsError(
            "not-xlsx", f"{path} is not a sound XLSX workbook ({error}). Open it and save it anew as .xlsx."
        ) from error


_FAR = re.compile(rb"""r=["']([A-Z]{2,3}(?=\d)|[A-Z]?(?=\d{6}))(\d{1,7})["']""")
"""References to cells beyond column Z or row 99,999: few in a sheet of results, so the search is cheap."""
_ANY = re.compile(rb"""r=["']([A-Z]{0,3})(\d{1,7})["']""")


def _bound(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuses a workbook that would unpack, or spread out, to more than a machine should hold."""
    items = archive.infolist()
    unpacked = sum(item.file_size for item in items)
    if unpacked > MAX_UNPACKED:
        raise ResultsError("too-large", f"{path} unpacks to {unpacked // 2**20} MB. Split it by unit.")
    for item in items:
        if not item.filename.startswith("xl/worksheets/") or not item.filename.endswith(".xml"):
            continue
        column, row = _reach(archive, item, _FAR, (b"Z", 99_999))
        if _number(column) * row > MAX_CELLS:
            # few rows may be as wide as they like: only now is every reference worth a look
            column, row = _reach(archive, item, _ANY, (b"A", 1))
        if _number(column) * row > MAX_CELLS:
            raise ResultsError(
                "too-large",
                f"{path}: a sheet reaches to column {column.decode()} and row {row}; delete the cells "
                "far from the table, or save the table alone as CSV.",
            )


def _reach(
    archive: zipfile.ZipFile, item: zipfile.ZipInfo, pattern: re.Pattern[bytes], least: tuple[bytes, int]
) -> tuple[bytes, int]:
    """The last column and row that the references found by a pattern reach."""
    columns, last = {least[0]}, least[1]
    with archive.open(item) as file:
        tail = b""
        while chunk := file.read(2**20):
            for letters, row in pattern.findall(tail + chunk):
                columns.add(letters)
                last = max(last, int(row))
            tail = chunk[-32:]
    return max(columns, key=lambda letters: (len(letters), letters)), last


def _number(column: bytes) -> int:
    """A is 1, Z is 26, XFD is 16,384."""
    count = 0
    for letter in column:
        count = count * 26 + letter - 64
    return count


def _bounded(path: Path, rows: list[tuple[int, list[Cell]]]) -> list[tuple[int, list[Cell]]]:
    if len(rows) > MAX_ROWS:
        raise ResultsError("too-large", f"{path} has over {MAX_ROWS:,} rows. Split it by unit.")
    return rows
