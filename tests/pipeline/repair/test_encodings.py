"""Legacy encodings, by font and by text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from pipeline.repair import repair
from pipeline.repair.charmaps import TABLES
from pipeline.repair.encodings import decode, encoding_of_font

TEXT = (
    "Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân tỉnh quyết định thành lập tổ công tác để kiểm tra "
    "việc sử dụng vốn; những đơn vị vi phạm phải chịu trách nhiệm trước pháp luật, kể cả người đã nghỉ hưu."
)


def encoded(text: str, encoding: str) -> str:
    """Text as its bytes look in Latin-1; what the encoding lacks keeps its capital."""
    back: dict[str, str] = {}
    for seen, letter in TABLES[encoding].items():
        back.setdefault(letter, seen)
    return "".join(back.get(c, c) for c in text)


def test_tables_hold_what_is_known_of_them() -> None:
    assert encoded("đường", "tcvn3") == "®\u00ad\u00eang"
    assert encoded("đường", "vni") == "ñöôøng"
    assert encoded("đường", "viscii") == "ðß¶ng"
    assert encoded("Việt", "vps") == "Vi\x8ct"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "vps"])
def test_text_tells_its_encoding(encoding: str) -> None:
    text = TEXT.replace("Ủ", "U") if encoding != "vni" else TEXT
    decoded = decode(encoded(text, encoding))
    assert decoded is not None
    assert (decoded.encoding, decoded.text) == (encoding, text)


def test_utf8_read_as_latin1_and_as_cp1252() -> None:
    for codec in ("latin-1", "cp1252"):
        seen = TEXT.replace("ờ", "ơ").replace("ề", "ê").encode().decode(codec, errors="replace")
        decoded = decode(seen)
        assert decoded is not None
        assert decoded.text.count("Căn cứ Luật Tổ chức chính quy") == 1
    twice = TEXT.encode().decode("latin-1").encode().decode("latin-1")
    assert decode(twice).text == TEXT  # type: ignore[union-attr]


def test_html_entities() -> None:
    seen = "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in TEXT)
    assert repair(seen).text == TEXT
    assert repair("A &amp; B, R&D").text == "A &amp; B, R&D"


def test_cp1258() -> None:
    marks = {"\u0300": "Ì", "\u0309": "Ò", "\u0303": "Þ", "\u0301": "ì", "\u0323": "ò"}
    letters = {"ă": "ã", "đ": "ð", "ơ": "õ", "ư": "ý"}
    seen = ""
    for char in TEXT.replace("Ủ", "U"):
        tones = [c for c in unicodedata.normalize("NFD", char) if c in marks]
        base = unicodedata.normalize(
            "NFC", "".join(c for c in unicodedata.normalize("NFD", char) if c not in marks)
        )
        seen += letters.get(base, base) + "".join(marks[t] for t in tones)
    assert decode(seen).text == TEXT.replace("Ủ", "U")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", [TEXT, "café déjà vu, naïve façade, Müller straße", "plain ASCII text", "", "là má"]
)
def test_what_is_in_no_legacy_encoding(text: str) -> None:
    assert decode(text) is None


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        ("ABCDEF+.VnTimeH", "tcvn3"),
        ("VnTime", "tcvn3"),
        ("VNI-Times", "vni"),
        ("VNI Times", "vni"),
        ("VPS Times", "vps"),
        ("Times New Roman", None),
        ("Verdana", None),
        ("Vivaldi", None),
    ],
)
def test_fonts_name_encodings(font: str, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


def test_a_font_decides_for_a_short_run() -> None:
    assert decode("§iÒu", ".VnTime").text == "Điều"  # type: ignore[union-attr]
    assert decode("§iÒu") is None
    assert decode("Điều", ".VnTime") is None
    assert decode("§iÒu", "Times New Roman") is None


def test_a_document_may_mix_encodings() -> None:
    sound = "Phần này đã được soạn bằng Unicode và phải giữ nguyên như vậy."
    repaired = repair(encoded(TEXT.replace("Ủ", "U"), "tcvn3") + "\n" + sound)
    assert repaired.text == TEXT.replace("Ủ", "U") + "\n" + sound
    assert [r.kind for r in repaired.repairs] == ["encoding"]


@pytest.mark.shared
def test_real_tcvn3_text() -> None:
    folder = Path(__file__).parents[4] / "shared" / "legacy"
    if not folder.is_dir():
        pytest.skip("../shared/legacy is missing")
    true = (folder / "2004-B6.txt").read_text(encoding="utf-8")
    seen = (folder / "2004-B6.doc").read_bytes().decode("latin-1")
    sentence = next(line.strip() for line in true.splitlines() if len(line) > 80)
    assert sentence in decode(seen[:12_000]).text  # type: ignore[union-attr]
