"""Blank sheets to fill in: a workbook of three sheets, or three CSV files; headers in Vietnamese or
English."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, Literal

from checker.errors import CheckError
from checker.reports.workbook import safe
from checker.tables.headers import NAMES, TableName, columns

Language = Literal["vi", "en"]

TITLES: dict[Language, dict[TableName, str]] = {
    "vi": {"units": "Đơn vị", "people": "Cá nhân", "reports": "Báo cáo"},
    "en": {"units": "Units", "people": "People", "reports": "Reports"},
}
_DATES = frozenset({"founded", "reviewed_on", "appointed", "joined", "arrived", "handed_in", "event_on"})

_EXAMPLES: dict[TableName, list[dict[str, str]]] = {
    "units": [
        {"unit_code": "DB01", "unit": "Đảng bộ xã Tân Lập", "unit_kind": "Đảng bộ cơ sở", "rank": "HTTNV"},
        {
            "unit_code": "CB01", "unit": "Chi bộ thôn Đông", "unit_kind": "Chi bộ trực thuộc",
            "parent": "DB01", "rank": "HTTNV",
        },
        {
            "unit_code": "UB01", "unit": "Tập thể UBND xã Tân Lập", "unit_kind": "Tập thể lãnh đạo",
            "rank": "HTTNV", "members": "5", "founded": "01/07/2021",
            "reviewed_on": "10/12/2023", "reviewed": "có",
        },
    ],
    "people": [
        {
            "person_code": "001", "person": "Lê Thị Mai", "unit_code": "CB01", "position": "Bí thư chi bộ",
            "rank_party": "HTTNV", "heads": "CB01", "appointed": "15/03/2020", "main_post": "không",
        },
        {
            "person_code": "002", "person": "Trần Văn Nam", "unit_code": "CB01", "position": "Chủ tịch UBND",
            "rank_party": "HTXSNV", "rank_official": "HTTNV", "heads": "UB01", "appointed": "20/06/2021",
            "main_post": "có", "managed_by": "Ban Thường vụ Huyện ủy",
        },
    ],
    "reports": [{"unit_code": "DB01", "report": "605-CV/TU khoản 5", "handed_in": "28/12/2023"}],
}  # fmt: skip
"""Invented, to show what goes where; to be deleted from the sheets."""


def header(key: str, language: Language) -> str:
    """The template's header of a column; dates say their order, so that no date may be two."""
    column = next(column for column in columns() if column.key == key)
    name = column.vietnamese[0] if language == "vi" else column.english[0]
    if key in _DATES:
        name += " (ngày/tháng/năm)" if language == "vi" else " (dd/mm/yyyy)"
    return name


def keys(table: TableName) -> list[str]:
    """The columns of a table in the template. The plain rank stands for people only where no capacity has
    its own column."""
    left_out = {"rank", "capacity"} if table == "people" else set()
    if table in ("people", "reports"):
        left_out.add("unit")
    return [column.key for column in columns() if table in column.tables and column.key not in left_out]


def rows(table: TableName, language: Language, *, examples: bool = True) -> list[list[str]]:
    """The header and, where asked for, rows that show how it is filled in."""
    names = keys(table)
    out = [[header(key, language) for key in names]]
    if examples:
        out += [[example.get(key, "") for key in names] for example in _EXAMPLES[table]]
    return out


def write_template(path: Path, language: Language = "vi", *, examples: bool = True) -> list[Path]:
    """Writes NAME.xlsx, or for NAME.csv three files NAME-units.csv and so on. Raises `CheckError` where
    one is there already, or the name says neither."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        _refuse([path])
        _workbook(path, language, examples)
        return [path]
    if suffix == ".csv":
        paths = [path.with_name(f"{path.stem}-{table}.csv") for table in NAMES]
        _refuse(paths)
        for table, target in zip(NAMES, paths, strict=True):
            buffer = io.StringIO()
            csv.writer(buffer).writerows(rows(table, language, examples=examples))
            # with a byte order mark: Excel takes a CSV without one for the system's 8-bit encoding
            target.write_text("\ufeff" + buffer.getvalue(), encoding="utf-8", newline="")
        return paths
    raise CheckError("template", f"{path} is neither .xlsx nor .csv: a template is one of the two.")


def _refuse(paths: list[Path]) -> None:
    for path in paths:
        if path.exists():
            raise CheckError("template", f"{path} is there already; choose another name.")


def _workbook(path: Path, language: Language, examples: bool) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book: Any = Workbook()
    book.remove(book.active)
    for table in NAMES:
        sheet = book.create_sheet(TITLES[language][table])
        names = keys(table)
        for row in rows(table, language, examples=examples):
            sheet.append([safe(sheet, value) if value else None for value in row])
        for number, key in enumerate(names, start=1):
            letter = get_column_letter(number)
            cell = sheet[f"{letter}1"]
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFE8EEF7")
            sheet.column_dimensions[letter].width = max(12, len(str(cell.value)) + 2)
            if key.startswith("rank"):
                choice = DataValidation(
                    type="list", formula1='"HTXSNV,HTTNV,HTNV,KHTNV,không xếp loại"', allow_blank=True
                )
                sheet.add_data_validation(choice)
                choice.add(f"{letter}2:{letter}5000")
            if key in _DATES:
                for at in range(2, 2 + 50):
                    sheet[f"{letter}{at}"].number_format = "@"
        sheet.freeze_panes = "A2"
    book.save(path)
