"""Days as people type them, and months in words."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import unicodedata

import pytest

from extractors.typed_dates import read_day, read_month

WORDS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")


@pytest.mark.parametrize(
    "text",
    [
        "31/12/2022",
        "31-12-2022",
        "31.12.2022",
        "31 tháng 12, 2022",
        "ngày 31 tháng 12 năm 2022",
        "NGÀY 31 THÁNG 12 NĂM 2022",
        unicodedata.normalize("NFD", "ngày 31 tháng 12 năm 2022"),
        "ngay 31 thang 12 nam 2022",
        "31 thg 12 2022",
        "31 tháng Mười hai năm 2022",
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    assert read_day(text) == dt.date(2022, 12, 31)


def test_the_day_stands_first() -> None:
    assert read_day("01/02/2023") == dt.date(2023, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "12/31/2022",  # the month first: not how it is written here
        "31/12/22",
        "31/12",
        "tháng 12 năm 2022",
        "30/02/2022",
        "2022/31/12",
        "31/12/2022 17:00",
        "trước 31 tháng 12 năm 2022",
        "5 tháng Giêng năm 2021",  # of the lunar year
        "23 tháng Chạp năm 2021",
        "3 thang sau nam 2022",
        "31 tháng tư năm 2022",
        "hôm nay",
        "1/1/2022 " + "x" * 100,
        "",
    ],
)
def test_no_day_or_not_one_day(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("word", "month"),
    [(word, i) for i, word in enumerate(WORDS, start=1)],
)
def test_months_in_words(word: str, month: int) -> None:
    assert read_month(f"tháng {word} năm 2022") == (2022, month)
    assert read_day(f"ngày 15 tháng {word} năm 2023") == dt.date(2023, month, 15)


def test_a_month_of_no_year_is_open() -> None:
    assert read_month("tháng năm 2022") is None
    assert read_month("tháng mười hai") is None
    assert read_month("tháng giêng năm 2022") is None


def test_dateparser_is_not_loaded_for_iso() -> None:
    code = (
        "import sys; from congvan.days import day; import extractors.reading, checker.tables.cells\n"
        "assert day('2022-12-31') == '2022-12-31'\n"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
