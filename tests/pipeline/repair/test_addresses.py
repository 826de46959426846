"""E-mail and web addresses stand as they were read, whole or torn."""

from __future__ import annotations

import pytest

from pipeline.document import Box, Word
from pipeline.repair import repair
from pipeline.repair.addresses import address_spans
from pipeline.repair.alphabet import strip_marks


@pytest.mark.parametrize(
    "address",
    [
        "phongtochuc@example.com",
        "phongtochuc(@example.com",
        "phongtochuc @ example.com",
        "phong.to_chuc@example. gov. vn",
        "phongtochuc@example,com",
        "http://example.gov.vn/thu-tuc?so=12",
        "https: //example.gov.vn/thu-tuc",
        "www. example.gov.vn/tin-tuc",
        "dichvucong.example.gov.vn",
    ],
)
def test_addresses_are_found_whole(address: str) -> None:
    text = f"Danh sách gửi về địa chỉ: {address} chậm nhất ngày 18/10. Trân trọng."
    ((start, end),) = address_spans(text)
    assert text[start:end] == address


def test_a_sentence_is_no_address() -> None:
    text = "Gửi về phong@example.vn. Các đơn vị thực hiện. Com-pa, net vẽ, Điều 5.Khoản 2. TP. Vinh, tỉnh A."
    assert [text[start:end] for start, end in address_spans(text)] == ["phong@example.vn"]
    assert address_spans("a" * 200 + " " + "b." * 200) == []


@pytest.mark.parametrize("address", ["hoangcongluan(@thudien.com", "soto@thudien .com", "www.thudien, com"])
def test_no_repair_touches_an_address(address: str) -> None:
    text = (
        f"Danh sách cử cán bộ tham dự gửi về Phòng nghiệp vụ và gửi\nqua địa chỉ email: {address} chậm nhất"
    )
    words = [Word(m, m + 3, Box(0, 0, 1, 1), 0.4) for m in range(len(text) - 20, len(text) - 14)]
    assert repair(text, words=words, method="ocr").text == text
    bare = repair(strip_marks(text)).text
    assert address in bare
    assert "địa chỉ" in bare


@pytest.mark.parametrize("line", ["Sổ: /SXD-KTVL", "Só: /QĐ-UBND", "Sổ: ...... /2017/TT-BXD", "Sổ: 215 /TB-SXD", "Sơ 15-CV/TU"])  # fmt: skip
def test_the_word_before_a_number_is_the_number_however_it_was_read(line: str) -> None:
    head = f"ỦY BAN NHÂN DÂN TỈNH\nSỞ XÂY DỰNG\n{line}\nV/v tập huấn công tác quản lý vật liệu"
    assert repair(head, method="ocr").text == head.replace(line, "Số" + line[2:])


def test_books_and_offices_are_no_numbers() -> None:
    text = "Sổ: đăng ký văn bản đi của cơ quan.\nSở / ngành có liên quan báo cáo.\nCác sổ 12 trang và sổ gốc / bản sao."
    assert repair(text, method="ocr").text == text


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Cơ sở 2 - Bệnh viện Mùa Xuân", "Cơ sở 2 - Bệnh viện Mùa Xuân"),
        ("Trụ sở 12/3 đường Hoa Sữa, nộp hồ sơ 12/2018", "Trụ sở 12/3 đường Hoa Sữa, nộp hồ sơ 12/2018"),
        ("Theo Công văn só 15/UBND-VP ngày 3/1/2021", "Theo Công văn số 15/UBND-VP ngày 3/1/2021"),
    ],
)
def test_so_before_a_figure_is_a_document_s_only_where_a_code_follows(read: str, printed: str) -> None:
    """ "cơ sở", "trụ sở" and "hồ sơ" have numbers of another kind."""
    assert repair(read, method="ocr").text == printed
