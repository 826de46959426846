"""A number is no surer than the words it was read from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.model import PageRecord, Repair
from pipeline.document import Box, Document, Page, Word
from pipeline.extract import from_document
from pipeline.source import Source
from pipeline.sureness import as_sure_as_read

TEXT = """ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 418/KH-UBND
Hà Giang, ngày 12 tháng 5 năm 2021

KẾ HOẠCH
Trồng rừng năm 2021
Các xã trồng rừng trước ngày 30/8/2021.
"""


def document(number_sure: float | None, method: str = "ocr", page_sure: float | None = 0.97) -> Document:
    """The text with a box for each word; ``number_sure``: the confidence of the number's word."""
    page = Page(1, TEXT, "ocr")
    at = 0
    for word in TEXT.split():
        at = TEXT.index(word, at)
        sure = number_sure if word == "418/KH-UBND" else 0.6 if word.startswith("30/") else 0.99
        page.words.append(Word(at, at + len(word), Box(0, 0, 1, 1), sure))
        at += len(word)
    record = PageRecord(
        number=1, start=0, end=len(TEXT), width=595, height=842, method=method, confidence=page_sure
    )
    return Document(TEXT, [record], [(1, word) for word in page.words], [], [], [])


def confidence(read: Document, source: Source) -> float:
    number = from_document(read, source).number
    assert number is not None and number.text == "418/KH-UBND"
    return number.confidence


@pytest.fixture
def source(tmp_path: object) -> Source:
    from pathlib import Path

    from pipeline.source import open_source

    path = Path(str(tmp_path)) / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return open_source(path)


def test_a_number_half_read_is_not_given_as_sure(source: Source) -> None:
    assert confidence(document(0.55), source) == 0.55


def test_a_number_read_surely_stays_sure_whatever_else_is_doubted(source: Source) -> None:
    assert confidence(document(0.99), source) > 0.9


def test_native_text_has_no_doubt(source: Source) -> None:
    assert confidence(document(None, "native", None), source) > 0.9


def test_a_number_that_another_program_read_is_never_sure(source: Source) -> None:
    assert confidence(document(None, "text-layer", 0.9), source) < 0.8
    assert confidence(document(None, "text-layer", 1.0), source) > 0.9


def codes(read: Document, source: Source) -> list[str]:
    return [warning.code for warning in from_document(read, source).warnings]


def test_a_subject_of_words_half_read_is_told(source: Source) -> None:
    read = document(0.99)
    assert "subject-unsure" not in codes(read, source)
    at = TEXT.index("rừng năm")
    read.words = [
        (page, replace(word, confidence=0.3) if word.start == at else word) for page, word in read.words
    ]
    directive = from_document(read, source)
    (told,) = [warning for warning in directive.warnings if warning.code == "subject-unsure"]
    assert directive.subject == "Trồng rừng năm 2021"
    assert told.spans == [(at, at + 4)]
    assert "“rừng”" in told.message
    read.repairs = [Repair(kind="ocr", span=(at, at + 4), before="rùng", after="rừng", confidence=0.97)]
    assert "subject-unsure" not in codes(read, source)


def test_words_half_read_below_the_head_are_not_the_subjects(source: Source) -> None:
    read = document(0.99)
    at = TEXT.rindex("xã trồng")
    read.words = [
        (page, replace(word, confidence=0.1) if word.start == at else word) for page, word in read.words
    ]
    assert "subject-unsure" not in codes(read, source)


def test_no_number_stays_none() -> None:
    assert as_sure_as_read(None, document(0.5)) is None
