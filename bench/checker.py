"""Speed of the rules checker: 100,000 people in 5,000 units, CSV and XLSX, from file to verdicts.

    python -m bench.checker [--people 100000] [--units 5000]

Prints seconds and CPU seconds of each step. The target is 5 s from CSV to report.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from checker.check import Rulebook, check
from checker.settings import Settings
from checker.tables.load import load_results
from checker.written import parse_rules

RULES = """
rules:
  - {id: members, kind: quota, limit: 20%, of: HTXSNV, among: HTTNV, among_or_above: true,
     unit: tổ chức cơ sở đảng, subject: đảng viên}
  - {id: officials, kind: quota, limit: 20%, of: HTXSNV, among: HTTNV, among_or_above: true, subject: cán bộ,
     unit: số cán bộ cùng thuộc diện một cấp quản lý}
  - {id: cap, kind: rank_cap, of: người đứng đầu, not_above: "tập thể, cơ quan, đơn vị do mình đứng đầu",
     exceptions: [người đứng đầu mới nhận nhiệm vụ dưới 03 tháng]}
  - {id: few, kind: minimum_members, count: 3, effect: not ranked, subject: chi bộ}
  - {id: young, kind: minimum_tenure, months: 6, effect: not ranked, subject: chi bộ mới thành lập}
  - {id: new, kind: minimum_tenure, months: 3,
     text: Không xếp loại đối với đảng viên chuyển đến chưa đủ 03 tháng}
  - {id: report, kind: required_report, text: báo cáo kết quả kiểm điểm, bearers: [Đảng bộ cơ sở],
     date: 2024-01-15, source: {act: 10-HD/TU, clause: "5"}}
"""
RANKS = ("HTXSNV", "HTTNV", "Hoàn thành tốt nhiệm vụ", "HTNV", "KHTNV")


def make(folder: Path, people: int, units: int) -> tuple[list[list[Any]], list[list[Any]], list[list[Any]]]:
    """Invented results: one grassroots organisation for every ten cells; ranks at random, the seed fixed."""
    choice = random.Random(8)
    unit_rows: list[list[Any]] = [
        [
            "Mã đơn vị",
            "Đơn vị",
            "Loại đơn vị",
            "Đơn vị cấp trên",
            "Xếp loại",
            "Số thành viên",
            "Ngày thành lập",
        ]
    ]
    report_rows: list[list[Any]] = [["Mã đơn vị", "Báo cáo", "Ngày gửi"]]
    for number in range(units):
        top = number % 10 == 0
        kind = "Đảng bộ cơ sở" if top else "Chi bộ"
        parent = "" if top else f"U{number - number % 10}"
        unit_rows.append(
            [
                f"U{number}",
                f"{kind} {number}",
                kind,
                parent,
                choice.choice(RANKS[1:]),
                choice.randint(2, 40),
                "2015-01-01",
            ]
        )
        if top:
            report_rows.append([f"U{number}", "10-HD/TU khoản 5", f"2024-01-{choice.randint(5, 20):02}"])
    people_rows: list[list[Any]] = [
        [
            "Mã cá nhân", "Họ và tên", "Mã đơn vị", "Chức vụ", "Xếp loại đảng viên", "Xếp loại cán bộ",
            "Đứng đầu", "Ngày bổ nhiệm", "Ngày chuyển đến", "Nhiệm vụ chính", "Diện quản lý",
        ]
    ]  # fmt: skip
    for number in range(people):
        unit = number % units
        head = number < units
        day = dt.date(2010, 1, 1) + dt.timedelta(days=choice.randrange(5000))
        people_rows.append(
            [
                f"P{number}", f"Nguyễn Văn {number}", f"U{unit}", "Bí thư" if head else "",
                choice.choices(RANKS, (15, 40, 30, 12, 3))[0],
                choice.choice(RANKS) if number % 9 == 0 else "",
                f"U{unit}" if head else "", day.isoformat() if head else "", day.strftime("%d/%m/%Y"),
                "có" if head else "", f"Huyện ủy {unit % 20}",
            ]
        )  # fmt: skip
    return unit_rows, people_rows, report_rows


def write_csv(folder: Path, tables: dict[str, list[list[Any]]]) -> list[Path]:
    paths = []
    for name, rows in tables.items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        paths.append(path)
    return paths


def write_xlsx(folder: Path, tables: dict[str, list[list[Any]]]) -> list[Path]:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "results.xlsx"
    book.save(path)
    return [path]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--units", type=int, default=5_000)
    options = parser.parse_args()
    book = Rulebook(written=tuple(parse_rules(RULES, "bench")))
    settings = Settings(dt.date(2024, 1, 31), 2023)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        units, people, reports = make(folder, options.people, options.units)
        tables = {"units": units, "people": people, "reports": reports}
        for kind, write in (("CSV", write_csv), ("XLSX", write_xlsx)):
            paths = write(folder, tables)
            wall, cpu = time.perf_counter(), time.process_time()
            results = load_results(paths)
            read, read_cpu = time.perf_counter(), time.process_time()
            report = check(results, book, settings)
            end, end_cpu = time.perf_counter(), time.process_time()
            print(
                f"{kind}: {len(results.people):,} people in {len(results.units):,} units, "
                f"{len(report.verdicts):,} verdicts, {len(report.issues)} slips\n"
                f"  read  {read - wall:6.2f} s ({read_cpu - cpu:.2f} s CPU)\n"
                f"  check {end - read:6.2f} s ({end_cpu - read_cpu:.2f} s CPU)\n"
                f"  all   {end - wall:6.2f} s ({end_cpu - cpu:.2f} s CPU)"
            )
            print("  " + ", ".join(f"{n:,} {outcome.value}" for outcome, n in report.summary.items()))


if __name__ == "__main__":
    main()
