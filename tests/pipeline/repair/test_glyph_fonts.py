"""Text layers decoded font by font: glyph numbers and Mac Roman, letters of several fonts in one word."""

from __future__ import annotations

from pipeline.repair.glyph_fonts import INKED, NARROW, NO_FONT, decode_fonts
from pipeline.repair.glyph_order import sign_of

REGULAR, ITALIC, ROMAN, PLAIN = 0, 1, 2, 3
BLOCKS = {REGULAR: 0x4A4, ITALIC: 0x328}
_NUMBERS = {
    font: {sign: chr(glyph) for glyph in range(3, 0x600) if (sign := sign_of(glyph, block))}
    for font, block in BLOCKS.items()
}


def as_roman(sign: str) -> str:
    """Windows-1252 as PDFium gives it for Mac Roman."""
    special = {"Á": "£", "Ã": "Ã", "Ì": NARROW, "Ê": INKED}
    if sign in special or sign.isascii():
        return special.get(sign, sign)
    return sign.encode("cp1252").decode("mac_roman")


def layer(*runs: tuple[int, str]) -> tuple[list[str], list[int], str]:
    """The signs and fonts that a page gives for runs of text, and the text. Blanks are put in by the reader."""
    signs: list[str] = []
    fonts: list[int] = []
    for font, text in runs:
        for sign in text:
            blank = sign in " \n"
            fonts.append(NO_FONT if blank else font)
            if blank or font == PLAIN:
                signs.append(sign)
            else:
                signs.append(as_roman(sign) if font == ROMAN else _NUMBERS[font][sign])
    return signs, fonts, "".join(text for _, text in runs)


BODY = (
    (REGULAR, "Thực hiện "),
    (ROMAN, "theo quy "),
    (REGULAR, "định (nếu có); "),
    (ROMAN, "các thành viên tham gia ý "),
    (REGULAR, "kiến về "),
    (ROMAN, "công tác này và s"),
    (REGULAR, "ử"),
    (ROMAN, " d"),
    (REGULAR, "ụ"),
    (ROMAN, "ng thông tin trong nhà kho\n"),
)
HEAD = (
    (ROMAN, "XÃ NÀY TRÌNH BÁO CÁO VỀ".replace(" VỀ", "") + " YÊU THÊM\n"),
    (ITALIC, "Nơi nhận, hồ sơ thực địa đóng dấu\n"),
)


def test_each_font_is_decoded_as_one() -> None:
    signs, fonts, text = layer(*BODY, *HEAD)
    decoded = decode_fonts(signs, fonts)
    assert decoded is not None
    assert "".join(decoded.signs) == text
    assert not decoded.doubtful


def test_letters_that_stand_far_from_their_kin() -> None:
    names = "Ông Vũ Sĩ Kỳ, bà Lý Ỷ, định kỳ; ATLĐ, Ũ Ĩ Ỳ Ý Đ Ă Ơ Ư.\n"
    signs, fonts, text = layer(*BODY, (REGULAR, names))
    decoded = decode_fonts(signs, fonts)
    assert decoded is not None
    assert "".join(decoded.signs) == text


def test_a_few_shifted_words_on_a_sound_page() -> None:
    sound = (
        PLAIN,
        "Các cơ quan, đơn vị báo cáo kết quả thực hiện trước ngày 30 hằng tháng để tổng hợp. " * 4,
    )
    signs, fonts, text = layer(sound, (ITALIC, "Nơi nhận: hồ sơ"), (PLAIN, " lưu tại phòng."))
    decoded = decode_fonts(signs, fonts)
    assert decoded is not None
    assert "".join(decoded.signs) == text
    signs, fonts, _ = layer(sound)
    assert decode_fonts(signs, fonts) is None


def test_what_no_table_tells_is_doubtful_and_stays() -> None:
    signs, fonts, text = layer(*BODY)
    signs.append("\u0235")
    fonts.append(REGULAR)
    decoded = decode_fonts(signs, fonts)
    assert decoded is not None
    assert "".join(decoded.signs) == text + "\u0235"
    assert decoded.doubtful == {len(text)}
    # a font of codes that are no known order at all
    garbage = "".join(chr(1 + 7 * i % 31) for i in range(40))
    sound = "Các cơ quan thực hiện việc này "
    decoded = decode_fonts([*sound, *garbage], [*[PLAIN] * len(sound), *[ITALIC] * len(garbage)])
    assert decoded is not None
    assert decoded.doubtful
    assert min(decoded.doubtful) >= len(sound)
    assert "".join(decoded.signs) == sound + garbage


def test_names_from_abroad_are_no_codes() -> None:
    text = "Ông Dvořák và bà Кузнецова tham dự; nồng độ α và β theo quy định của Bộ "
    fonts = [NO_FONT if sign == " " else PLAIN for sign in text]
    assert decode_fonts(list(text), fonts) is None
    left = "Việc ki\u035bm tra do các cơ quan thực hiện theo quy định của Bộ và các địa phương trong tỉnh"
    decoded = decode_fonts(list(left), [NO_FONT if sign == " " else PLAIN for sign in left])
    assert decoded is not None
    assert decoded.doubtful == {left.index("\u035b")}
