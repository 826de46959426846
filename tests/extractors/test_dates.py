"""Dates at the precision that is printed."""

from __future__ import annotations

import pytest

from extractors import dates
from extractors.reading import read


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("ngày 29/8/2022", "2022-08-29", "day"),
        ("ngày 08 tháng 3 năm 2018", "2018-03-08", "day"),
        ("ngày …25..tháng 01 năm 2006", "2006-01-25", "day"),
        ("ngày 14 tháng5 năm 2008", "2008-05-14", "day"),
        ("ngày 26 tháng 02\n năm 1998", "1998-02-26", "day"),
        ("ngày 5 tháng 3/2020", "2020-03-05", "day"),
        ("ngày 2-3-1993", "1993-03-02", "day"),
        ("05/9/98", "1998-09-05", "day"),
        ("12.10.2022", "2022-10-12", "day"),
        ("tháng 9 năm 2022", "2022-09", "month"),
        ("tháng 12-2021", "2021-12", "month"),
        ("tháng Mười hai năm 2022", "2022-12", "month"),
        ("tháng năm năm 2023", "2023-05", "month"),
        ("ngày 30 tháng Tư năm 2023", "2023-04-30", "day"),
        ("ngày 5 tháng\n sáu năm 2023", "2023-06-05", "day"),
        ("12 tháng hai năm 2022 và 2023", "2022", "year"),
        ("quý IV năm 2022", "2022-Q4", "quarter"),
        ("Quý I/2023", "2023-Q1", "quarter"),
        ("trong năm 2021", "2021", "year"),
    ],
)
def test_found(text: str, iso: str, precision: str) -> None:
    assert [(d.iso, d.precision) for d in dates.find(text)] == [(iso, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "90/2020/NĐ-CP",
        "ngày 31/02/2020",
        "tháng năm, 2023 việc",
        "20%",
        "2016 - 2021",
        "1.234.567 đồng",
        "47/2019/QH14",
    ],
)
def test_no_date(text: str) -> None:
    assert dates.find(text) == []


def test_a_month_or_day_nought_is_no_date() -> None:
    assert dates.iso(None, 0, 2022) is None and dates.iso(0, 5, 2022) is None
    reading = read(
        "SỞ Y TẾ\nSố: 7/TB-SYT\nHà Nam, ngày4# tháng0A năm 2022\n\nTHÔNG BÁO\nVề trực Tết\n\nCác trạm trực đêm.\n"
    )
    assert reading.issued is not None and reading.issued.date == "2022"


def test_a_month_whose_digits_a_scan_set_apart() -> None:
    found = dates.find("ngày 19 tháng1 1 năm 2025, ngày 19 tháng 1 năm 2025")
    assert [item.iso for item in found] == ["2025-11-19", "2025-01-19"]
