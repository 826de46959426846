"""A number in the file's name is offered where the page's own is blank, and marked as an offer."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract import extract_file

PAGE = """UBND TỈNH KIÊN GIANG
SỞ Y TẾ
{number}
V/v tập huấn công tác điều trị

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kiên Giang, ngày 5 tháng 10 năm 2017

Kính gửi: Giám đốc các bệnh viện.

Đề nghị các đơn vị cử cán bộ tham dự lớp tập huấn.
"""


@pytest.mark.parametrize(
    ("name", "number", "value"),
    [
        ("2062 syt nvy.txt", "Số:      /SYT-NVY", "2062/SYT-NVY"),
        ("CV_0415_SYT-NVY_ban chinh.txt", "Số:      /SYT-NVY", "415/SYT-NVY"),
        ("21-2017-tt-byt.txt", "Số:     /2017/TT-BYT", "21/2017/TT-BYT"),
        ("88-qd-ubnd.txt", "Số:      /QĐ-UBND", "88/QĐ-UBND"),
        ("2062 syt tccb.txt", "Số:      /SYT-NVY", None),  # another code
        ("2062.txt", "Số:      /SYT-NVY", None),  # a figure alone may be anything
        ("2062 syt nvy.txt", "Số: 31/SYT-NVY", None),  # the page shows its number
    ],
)
def test_a_number_in_the_files_name(tmp_path: Path, name: str, number: str, value: str | None) -> None:
    path = tmp_path / name
    path.write_text(PAGE.format(number=number), encoding="utf-8")
    directive = extract_file(path)
    assert [(s.field, s.value, s.source) for s in directive.suggestions] == (
        [("number/text", value, "file-name")] if value else []
    )
    assert directive.number is not None
    if value:
        assert directive.number.text is None
        assert any(w.code == "number-suggested" and value in w.message for w in directive.warnings)
    else:
        assert all(w.code != "number-suggested" for w in directive.warnings)
