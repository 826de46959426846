"""One head, one closing, flattened in every way that text layers, OCR, DOCX and Markdown flatten them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from extractors.reading import read


@dataclass(frozen=True)
class Sheet:
    left: list[str]
    number: str
    summary: list[str]
    right: list[str]
    date: str
    signature: list[str]
    recipients: list[str]
    mark: str
    issuer: str
    title: str | None = None
    to: list[str] = field(default_factory=list)

    @property
    def below(self) -> list[str]:
        return [self.number] + ([] if self.title else self.summary)


STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
SHEETS = {
    "1287/UBND-KTTH": Sheet(
        ["ỦY BAN NHÂN DÂN", "TỈNH HÀ GIANG"],
        "Số: 1287/UBND-KTTH",
        ["V/v tăng cường quản lý thu", "ngân sách nhà nước năm 2023"],
        STATE,
        "Hà Giang, ngày 05 tháng 5 năm 2023",
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hoàng Gia Long"],
        ["Như trên", "Thường trực Tỉnh ủy (b/c)", "CT, các PCT UBND tỉnh", "Lưu: VT, KTTH"],
        ";",
        "Ủy ban nhân dân tỉnh Hà Giang",
        to=["Các sở, ban, ngành", "Ủy ban nhân dân các huyện, thành phố"],
    ),
    "745-CV/BTCTU": Sheet(
        ["TỈNH ỦY TUYÊN QUANG", "BAN TỔ CHỨC", "*"],
        "Số 745-CV/BTCTU",
        ["Về việc rà soát hồ sơ đảng viên", "trước khi chuyển sinh hoạt"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM"],
        "Tuyên Quang, ngày 12 tháng 4 năm 2022",
        ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Ma Thế Hồng"],
        ["Như trên", "Thường trực Tỉnh ủy (b/c)", "Lưu Ban Tổ chức Tỉnh ủy"],
        ",",
        "Ban Tổ chức Tỉnh ủy Tuyên Quang",
        to=["Ban tổ chức các huyện ủy, thành ủy", "Đảng ủy trực thuộc Tỉnh ủy"],
    ),
    "88/STC-QLNS": Sheet(
        ["UBND TỈNH BẮC NINH", "SỞ TÀI CHÍNH"],
        "Số: 88/STC-QLNS",
        ["V/v báo cáo tình hình chi thường xuyên"],
        STATE,
        "Bắc Ninh, ngày 11 tháng 01 năm 2024",
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Hương"],
        ["Như trên", "UBND tỉnh (b/c)", "Lưu: VT, QLNS"],
        ";",
        "Sở Tài chính tỉnh Bắc Ninh",
        to=["Các đơn vị dự toán cấp tỉnh"],
    ),
    "31-NQ/HU": Sheet(
        ["HUYỆN ỦY THANH OAI", "*"],
        "Số 31-NQ/HU",
        ["về nâng cao chất lượng sinh hoạt chi bộ", "trong tình hình mới"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM"],
        "Thanh Oai, ngày 25 tháng 8 năm 2021",
        ["T/M HUYỆN ỦY", "BÍ THƯ", "Bùi Hoàng Phan"],
        ["Thường trực Thành ủy (để b/c)", "Các đồng chí Huyện ủy viên", "Lưu Văn phòng Huyện ủy"],
        ",",
        "Huyện ủy Thanh Oai",
        title="NGHỊ QUYẾT",
    ),
    "17/CT-TTg": Sheet(
        ["THỦ TƯỚNG CHÍNH PHỦ"],
        "Số: 17/CT-TTg",
        ["Về đẩy mạnh thanh toán không dùng tiền mặt"],
        STATE,
        "Hà Nội, ngày 09 tháng 9 năm 2020",
        ["KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "Lương Văn Thuần"],
        ["Ban Bí thư Trung ương Đảng", "Các bộ, cơ quan ngang bộ", "Lưu: VT, KTTH (3b)"],
        ";",
        "Thủ tướng Chính phủ",
        title="CHỈ THỊ",
    ),
}


def rows(sheet: Sheet, join: Callable[[str, str], str]) -> list[str]:
    left = sheet.left + sheet.below
    right = sheet.right + [""] * (len(sheet.left) - len(sheet.right)) + [sheet.date]
    size = max(len(left), len(right))
    left, right = left + [""] * (size - len(left)), right + [""] * (size - len(right))
    return [join(a, b) for a, b in zip(left, right, strict=True)]


def columns(sheet: Sheet) -> list[str]:
    return [*sheet.left, *sheet.below, "", *sheet.right, sheet.date, ""]


HEADS: dict[str, Callable[[Sheet], list[str]]] = {
    "left column first": columns,
    "right column first": lambda s: [*s.right, s.date, "", *s.left, *s.below, ""],
    "tabs": lambda s: rows(s, lambda a, b: f"{a}\t{b}"),
    "blanks": lambda s: rows(s, lambda a, b: f"  {a:<38}{b}".rstrip()),
    "run together": lambda s: rows(s, lambda a, b: f"{a} {b}".strip()),
    "blank lines between": lambda s: [line for pair in columns(s) for line in (pair, "")],
    "bold and italic": lambda s: [f"**{x}**" if x.isupper() else f"*{x}*" if x else x for x in columns(s)],
    "table": lambda s: [
        f"| {' '.join(s.left)} | {' '.join(s.right)} |",
        "| --- | --- |",
        f"| {' '.join(s.below)} | {s.date} |",
    ],
    "table with breaks": lambda s: [
        f"| {'<br>'.join(s.left)} | {'<br>'.join(s.right)} |",
        "|---|---|",
        f"| {'<br>'.join(s.below)} | *{s.date}* |",
    ],
    "number beside date": lambda s: [
        *s.right,
        "-" * 20,
        *s.left,
        "-------",
        f"{s.number}\t{s.date}",
        *([] if s.title else s.summary),
    ],
}


def listed(sheet: Sheet) -> list[str]:
    items = [f"- {item}{sheet.mark}" for item in sheet.recipients]
    return ["Nơi nhận:", *items[:-1], items[-1][:-1] + "."]


def beside(sheet: Sheet, join: Callable[[str, str], str]) -> list[str]:
    left, right = listed(sheet), sheet.signature
    size = max(len(left), len(right))
    left, right = left + [""] * (size - len(left)), right + [""] * (size - len(right))
    return [join(a, b) for a, b in zip(left, right, strict=True)]


CLOSINGS: dict[str, Callable[[Sheet], list[str]]] = {
    "recipients first": lambda s: [*listed(s), "", *s.signature],
    "signature first": lambda s: [*s.signature, "", *listed(s)],
    "tabs": lambda s: beside(s, lambda a, b: f"{a}\t{b}"),
    "blanks": lambda s: beside(s, lambda a, b: f"{a:<45}{b}".rstrip()),
    "run together": lambda s: beside(s, lambda a, b: f"{a} {b}".strip()),
    "table": lambda s: [f"| {' '.join(listed(s))} | {' '.join(s.signature)} |"],
    "signed mark": lambda s: [*listed(s), *s.signature[:-1], "(Đã ký)", s.signature[-1]],
    "name in capitals": lambda s: [*listed(s), *s.signature[:-1], s.signature[-1].upper()],
}


def text_of(sheet: Sheet, head: Callable[[Sheet], list[str]], closing: Callable[[Sheet], list[str]]) -> str:
    title = [sheet.title, *sheet.summary, ""] if sheet.title else []
    to: list[str] = []
    if len(sheet.to) == 1:
        to = [f"Kính gửi: {sheet.to[0]}.", ""]
    elif sheet.to:
        to = ["Kính gửi:", *(f"- {t}{sheet.mark}" for t in sheet.to[:-1]), f"- {sheet.to[-1]}.", ""]
    body = [
        "Thực hiện Nghị quyết số 02/NQ-CP ngày 10 tháng 01 năm 2022 của Chính phủ về nhiệm vụ trọng "
        "tâm, cơ quan "
        "yêu cầu các đơn vị:",
        "1. Các đơn vị rà soát, báo cáo kết quả trước ngày 20 tháng 12 năm 2024.",
        "2. Giao Văn phòng theo dõi, đôn đốc việc thực hiện./.",
        "",
    ]
    return "\n".join([*head(sheet), *title, *to, *body, *closing(sheet)])


def check(sheet: Sheet, text: str) -> None:
    reading = read(text)
    number = sheet.number.split()[-1]
    assert reading.number is not None and reading.number.text == number
    assert text[slice(*reading.number.span)] == number
    assert reading.issuer is not None and reading.issuer.name == sheet.issuer
    assert reading.issued is not None and reading.issued.place == sheet.date.split(",")[0]
    assert reading.issued.precision == "day"
    subject = " ".join(sheet.summary)
    assert (reading.subject or "").lower() == subject.removeprefix("V/v ").lower()
    assert reading.addressees == sheet.to
    assert reading.recipients == sheet.recipients
    assert [s.name for s in reading.signatories] == [sheet.signature[-1]]
    assert [r.number for r in reading.references] == ["02/NQ-CP"]


@pytest.mark.parametrize("number", SHEETS)
@pytest.mark.parametrize("layout", HEADS)
def test_head(number: str, layout: str) -> None:
    check(SHEETS[number], text_of(SHEETS[number], HEADS[layout], CLOSINGS["recipients first"]))


@pytest.mark.parametrize("number", SHEETS)
@pytest.mark.parametrize("layout", CLOSINGS)
def test_closing(number: str, layout: str) -> None:
    check(SHEETS[number], text_of(SHEETS[number], HEADS["left column first"], CLOSINGS[layout]))


def test_numbered_addressees() -> None:
    text = (
        "UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 81/SNV-TCCB\nSơn La, ngày 14 tháng 9 năm 2021\n\nKính gửi:\n"
        "1. Các sở, ban, ngành;\n2. Ủy ban nhân dân các huyện.\n\nThực hiện kế hoạch năm 2021, các đơn vị báo cáo.\n"
    )
    assert read(text).addressees == ["Các sở, ban, ngành", "Ủy ban nhân dân các huyện"]


@pytest.mark.parametrize("day", ["5-6-1992", "5 THÁNG 6 NĂM 1992"])
def test_number_day_and_issuer_between_title_and_subject(day: str) -> None:
    reading = read(
        "BỘ\nNỘI VỤ\n********\n|\nCỘNG\nHOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\n"
        "Số:\n22-BNV/TT\n|\nHà\nNội, ngày 5 tháng 6 năm 1992\n|\nTHÔNG TƯ\n"
        f"SỐ 22-BNV/TT NGÀY {day} CỦA BỘ NỘI VỤ HƯỚNG DẪN VIỆC\nLƯU TRỮ TÀI LIỆU CỦA BỘ\n"
        "Căn cứ Luật Tổ chức Chính phủ;\nBộ Nội vụ hướng dẫn như sau:\n1. Các đơn vị nộp tài liệu.\n"
    )
    assert reading.subject == "HƯỚNG DẪN VIỆC LƯU TRỮ TÀI LIỆU CỦA BỘ"
    assert reading.issuer is not None and reading.issuer.name == "Bộ Nội vụ"
    assert reading.number is not None and reading.number.text == "22-BNV/TT"
