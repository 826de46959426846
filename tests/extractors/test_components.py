"""The readers as spaCy components."""

from __future__ import annotations

from extractors import components

TEXT = (
    "BỘ NỘI VỤ\nSố: 12/BNV-VP\nHà Nội, ngày 05 tháng 4 năm 2024\n\nKính gửi:\u00a0Sở Nội vụ.\n\n"
    "Thực hiện  Nghị định số 90/2020/NĐ-CP của Chính phủ, Bộ Nội vụ yêu cầu:\n"
    "1. Sở Nội vụ báo cáo Bộ Nội vụ trước ngày 30/6/2024.\n"
)


def test_one_reader_alone() -> None:
    nlp = components.blank()
    nlp.add_pipe("congvan_references")
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [(s.text, s.label_) for s in doc.spans["references"]] == [
        ("Nghị định số 90/2020/NĐ-CP của Chính phủ", "IMPLEMENTS")
    ]
    assert "deadlines" not in doc.spans


def test_all_readers_share_one_reading() -> None:
    nlp = components.blank()
    for name in components.NAMES:
        nlp.add_pipe(f"congvan_{name}")
    doc = nlp(TEXT)
    assert [s.text for s in doc.spans["head"]] == [
        "12/BNV-VP",
        "BỘ NỘI VỤ",
        "Hà Nội, ngày 05 tháng 4 năm 2024",
    ]
    assert [s.text for s in doc.spans["deadlines"]] == ["trước ngày 30/6/2024"]
    assert components.reading_of(doc).number is not None


def test_words_need_no_reading() -> None:
    nlp = components.blank()
    nlp.add_pipe("congvan_words")
    doc = nlp(TEXT)
    found = [(s.text, s.label_) for s in doc.spans["words"]]
    assert ("Nghị định", "N") in found and ("yêu cầu", "V") in found and ("Chính phủ", "N") in found
    assert doc._.congvan is None
