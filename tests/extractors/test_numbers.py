"""Document numbers of every system, taken apart and found in running text."""

from __future__ import annotations

import pytest

from extractors import numbers, view
from extractors.reading import read


@pytest.mark.parametrize(
    ("printed", "text", "serial", "year", "kind", "issuer", "system"),
    [
        ("912-CV/TU", "912-CV/TU", 912, None, "CV", "TU", "party"),
        ("07 -HD/BTCTW", "07-HD/BTCTW", 7, None, "HD", "BTCTW", "party"),
        ("33-KL/KL/TW", "33-KL/TW", 33, None, "KL", "TW", "party"),
        ("15-QĐi/TU", "15-QĐi/TU", 15, None, "QĐ", "TU", "party"),
        ("26/QĐ-BNV", "26/QĐ-BNV", 26, None, "QĐ", "BNV", "state"),
        ("05/BNV-VP", "05/BNV-VP", 5, None, None, "BNV", "state"),
        ("512/UBND-TC", "512/UBND-TC", 512, None, None, "UBND", "state"),
        ("837 / QĐ – BKH", "837/QĐ-BKH", 837, None, "QĐ", "BKH", "state"),
        ("40/2000 /TT-BTC", "40/2000/TT-BTC", 40, 2000, "TT", "BTC", "state"),
        ("31/2021/TT-BCT", "31/2021/TT-BCT", 31, 2021, "TT", "BCT", "state"),
        ("72/2020/QH14", "72/2020/QH14", 72, 2020, None, "QH", "assembly"),
        ("930/2015/UBTVQH13", "930/2015/UBTVQH13", 930, 2015, None, "UBTVQH", "assembly"),
        ("18/NQ-HĐND", "18/NQ-HĐND", 18, None, "NQ", "HĐND", "assembly"),
        ("254 - QĐ/TWĐTN-VP", "254-QĐ/TWĐTN-VP", 254, None, "QĐ", "TWĐTN-VP", "union"),
        ("1141-TC/QĐ/CĐKT", "1141-TC/QĐ/CĐKT", 1141, None, "QĐ", "TC", "state"),
        ("15/CP", "15/CP", 15, None, None, "CP", "state"),
        ("06/2021/QD-UBND", "06/2021/QĐ-UBND", 6, 2021, "QĐ", "UBND", "state"),
        ("41/NQ-HDND", "41/NQ-HĐND", 41, None, "NQ", "HĐND", "assembly"),
        ("88-CV/VPTW/nb", "88-CV/VPTW/nb", 88, None, "CV", "VPTW", "party"),
    ],
)
def test_parse(
    printed: str, text: str, serial: int, year: int | None, kind: str | None, issuer: str, system: str
) -> None:
    parsed = numbers.parse(printed)
    assert parsed is not None
    assert (parsed.text, parsed.serial, parsed.year, parsed.type_code) == (text, serial, year, kind)
    assert (parsed.issuer_code, parsed.system) == (issuer, system)


@pytest.mark.parametrize("text", ["15", "60 km/h", "5 - Ban", "2016 - 2021", "12/5/2020", "3/4 số dân"])
def test_no_number(text: str) -> None:
    assert numbers.parse(text) is None
    assert list(numbers.find(f"khoảng {text} người")) == []


@pytest.mark.parametrize(
    ("line", "text", "kind", "issuer"),
    [
        ("Số: 412/UBND-VX", "412/UBND-VX", None, "UBND"),
        ("SỐ :117  /2000/TT-BTC", "117/2000/TT-BTC", "TT", "BTC"),
        ("Số …05…./2006/ QĐ-UBND", "05/2006/QĐ-UBND", "QĐ", "UBND"),
        ("Luật số: 72/2020/QH14", "72/2020/QH14", None, "QH"),
        ("Số * -CV/TU", None, "CV", "TU"),
        ("Số: ___/CT-UBND", None, "CT", "UBND"),
        ("Số:            /KH-SNV", None, "KH", "SNV"),
        ("Số: a4ý /QĐ-UBND", None, "QĐ", "UBND"),
    ],
)
def test_head_number(line: str, text: str | None, kind: str | None, issuer: str) -> None:
    number = numbers.head_number_plain(view.plain(line))
    assert number is not None
    assert (number.text, number.type_code, number.issuer_code) == (text, kind, issuer)
    if text is None:
        assert number.confidence <= 0.5
    assert number.span is not None
    assert line[slice(*number.span)].strip(" …._").endswith(line.split("/")[-1].strip(" .")[-3:])


def test_found_in_running_text() -> None:
    text = (
        "theo Chỉ thị 14-CT/TW, số 205-TC/CĐKT và 206-TC/CĐKT; Nghị quyết số 44-NQ/\nTW; năm 2021 - "
        "UBND tỉnh; "
        "Kế hoạch số 31-\n   KH/TU"
    )
    found = [(n.parsed.text, text[slice(*n.span)]) for n in numbers.find(text)]
    assert [n for n, _ in found] == ["14-CT/TW", "205-TC/CĐKT", "206-TC/CĐKT", "44-NQ/TW", "31-KH/TU"]
    assert found[3][1] == "44-NQ/\nTW"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nghị quyết số 66.7/2025/NQ-CP của Chính phủ", "66.7/2025/NQ-CP"),
        ("Luật số 50/2024/QH151 ngày 27/6/2024", "50/2024/QH15"),
        ("Nghị định số 10/2025/NĐ-CP2, cơ quan", "10/2025/NĐ-CP"),
        ("Nghị quyết số 12/2006/NQ-HĐND7 của", "12/2006/NQ-HĐND7"),
        ("Luật số 13/2003/QH11.", "13/2003/QH11"),
        ("Thông tư số 12/2011/TT-BGD ĐT ngày 28/3/2011", "12/2011/TT-BGDĐT"),
        ("Thông tư số 12/2011/TT-BTC VÀ", "12/2011/TT-BTC"),
    ],
)
def test_dotted_serials_footnote_marks_and_codes_with_a_blank(text: str, number: str) -> None:
    assert [written.parsed.text for written in numbers.find(text)] == [number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng số\t40\n—\fDANH SÁCH CỬ CÁN BỘ", []),
        ("Tổng số 40\n- BỘ Y TẾ;\n- BỘ CÔNG AN;", []),
        ("theo Quyết định số 40\f/QĐ-UBND", []),
        ("theo Quyết định số 40\n/QĐ-UBND", ["40/QĐ-UBND"]),
        ("theo Quyết định số 40/\n  QĐ-UBND", ["40/QĐ-UBND"]),
        ("theo Quyết định số 40\n-QĐ/TW", ["40-QĐ/TW"]),
        ("theo Quyết định số 40\n- QĐ/TW", ["40-QĐ/TW"]),
        ("theo Kế hoạch số\t40\t/KH-UBND", ["40/KH-UBND"]),
    ],
)
def test_a_number_ends_with_its_page_and_before_a_list(text: str, expected: list[str]) -> None:
    assert [written.parsed.text for written in numbers.find(text)] == expected


def test_a_dotted_serial_in_a_head() -> None:
    found = numbers.head_number_plain("Số: 66.7/2025/NQ-CP")
    assert found is not None and found.text == "66.7/2025/NQ-CP"


@pytest.mark.parametrize("marker", ["Số:", "Sô:", "Sơ:", "Sở:", "Só", "S6:", "$ố:"])
def test_the_number_is_found_behind_a_marker_that_was_misread(marker: str) -> None:
    text = (
        f"SỞ XÂY DỰNG\n{marker} 318/SXD-QLN\nV/v rà soát nhà chung cư cũ\n\nKính gửi: Các phòng chuyên môn\n"
    )
    head = read(text)
    assert head.number is not None and head.number.text == "318/SXD-QLN"
    assert head.issuer is not None and head.issuer.name == "Sở Xây dựng"
