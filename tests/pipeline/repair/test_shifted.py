"""Text layers whose codes are glyph numbers."""

from __future__ import annotations

from pipeline.repair.shifted import mend_shifted

TEXT = (
    "Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân tỉnh quyết định thành lập tổ công tác để kiểm tra "
    "việc sử dụng vốn; những đơn vị vi phạm phải chịu trách nhiệm theo Quyết định số 12/QĐ-UBND năm 2019.\n"
)
FAR = {"đ": 0xFF, "Đ": 0x108, "ă": 0x103, "ơ": 0x46B, "ư": 0x46D}


def as_glyphs(text: str, shift: int) -> str:
    """What a page printed in Times New Roman without ToUnicode gives; spaces and line ends are kept."""
    mac = {c: 105 + i for i, c in enumerate("áàâäãåçéèêëíìîïñóòôöõúùûü")}
    signs = []
    for char in text:
        if char in " \n":
            signs.append(char)
        elif char in FAR:
            signs.append(chr(FAR[char]))
        elif char in mac:
            signs.append(chr(mac[char]))
        elif ord(char) >= 0x1EA0:
            signs.append(chr(ord(char) - shift))
        else:
            signs.append(chr(ord(char) - 29))
    return "".join(signs)


def test_the_shift_is_found() -> None:
    for shift in (0x19FC, 0x1B78):
        mended = mend_shifted(as_glyphs(TEXT, shift))
        assert mended == TEXT


def test_mac_roman_taken_for_unicode() -> None:
    words = "Các cơ quan công an tham gia đoàn công tác trình báo cáo năm nay cho toàn dân và các cán bộ công đoàn"
    seen = "".join(bytes([ord(c)]).decode("mac_roman") if 0x80 <= ord(c) <= 0xFF else c for c in words)
    assert mend_shifted(seen + " " + as_glyphs(TEXT, 0x19FC)) == words + " " + TEXT


def test_sound_text_and_garbage_are_not_mended() -> None:
    assert mend_shifted(TEXT) is None
    assert mend_shifted("The quick brown fox jumps over the lazy dog again and again and again.") is None
    assert (
        mend_shifted("\x03\x13$%9 &*kd7 zz#0 ,,., qqwx \x11\x12 ((** 8d8d8 xkcd vvvv bbbb nnnn mmmm") is None
    )
    assert mend_shifted("") is None
