"""Words by underthesea, each on the letters that it names."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest

from extractors import words

TEXT = (
    "Thực  hiện Nghị định số 90/2020/NĐ-CP của Chính phủ, Uỷ ban nhân dân\ntỉnh yêu cầu “hoà giải” ...\n\n"
    "1. Báo cáo trước 30/6/2024 (đạt 70%) qua BNV-VP; đ/c Nam - Hà: qúy I, TP.HCM, xem www.example.vn, 5.000đ"
)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_stand_where_they_were_read(form: str) -> None:
    text = unicodedata.normalize(form, TEXT)  # type: ignore[arg-type]
    found = words.find(text)
    assert [unicodedata.normalize("NFC", word.text) for word in found][:10] == [
        "Thực  hiện", "Nghị định", "số", "của", "Chính phủ", "Uỷ ban nhân dân", "tỉnh", "yêu cầu", "hoà giải",
        "Báo cáo",
    ]  # fmt: skip
    end = 0
    for word in found:
        assert text[word.span[0] : word.span[1]] == word.text
        assert word.span[0] >= end and word.text == word.text.strip()
        end = word.span[1]


def test_parts_of_speech() -> None:
    tags = {word.text: word.tag for word in words.find(TEXT)}
    assert (tags["Thực  hiện"], tags["Nghị định"], tags["của"], tags["Nam"]) == ("V", "N", "E", "Np")


def test_numbers_and_codes_are_never_words() -> None:
    assert not [word.text for word in words.find(TEXT) if set(word.text) & set("0123456789/%-_.")]
    assert words.find("90/2020/NĐ-CP 12 30% …") == [] == words.find("")


def test_what_is_rewritten_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    import underthesea

    monkeypatch.setattr(underthesea, "pos_tag", lambda _: [("báo cáo", "V"), ("ngay", "N"), ("nay", "P")])
    assert words.find("báo cáo ngay") == []
    monkeypatch.setattr(underthesea, "pos_tag", lambda _: [("báo", "V"), ("chi", "V"), ("ngay", "N")])
    assert words.find("báo cáo ngay") == []


def test_underthesea_is_loaded_for_words_only() -> None:
    code = "import sys, extractors.components; sys.exit('underthesea' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
