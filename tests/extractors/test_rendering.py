"""The page that shows a directive with its readings marked in place."""

from __future__ import annotations

import re

from extractors import rendering
from extractors.reading import read

TEXT = (
    "SỞ Y TẾ\nSố: 31/SYT-NV\nLai Châu, ngày 04 tháng 3 năm 2024\n\nKính gửi: Các bệnh viện.\n\n"
    "Thực hiện Công văn số 12/BYT-KCB ngày 01/3/2024 của Bộ Y tế về trực Tết & <b>cấp cứu</b>, Sở Y tế yêu cầu:\n"
    "1. Các bệnh viện gửi lịch trực trước ngày 20/3/2024.\n"
    "2. Không để thiếu thuốc.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nHoàng Văn Sơn\n"
)


def _words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_every_word_is_there_once_with_its_marks() -> None:
    markup = rendering.page(TEXT, read(TEXT), "31/SYT-NV & thuốc")
    body = markup[markup.index("</p>") :]
    shown = body.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    for label in ("NUMBER", "ISSUER", "IMPLEMENTS", "OBLIGATION", "PROHIBITION", "DEADLINE", "SIGNATORY"):
        assert f"\n{label}\n" in re.sub(r"[ \t]+", "", shown) or label in _words(body)
    for word in ("31/SYT-NV", "12/BYT-KCB", "thiếu", "Sơn"):
        assert _words(body).count(word) == 1
    assert "<title>31/SYT-NV &amp; thuốc</title>" in markup


def test_what_comes_from_the_text_is_escaped() -> None:
    markup = rendering.page(TEXT + "\n<script>alert(1)</script>\n", read(TEXT), "<script>")
    assert "<script" not in markup
    assert "&lt;b&gt;" in markup


def test_a_span_over_several_lines_is_marked_on_each() -> None:
    text = "1. Các xã gửi báo cáo\ntrước ngày\n20/3/2024.\n"
    marked = [
        (item["tokens"], [(span["label"], span["start_token"], span["end_token"]) for span in item["spans"]])
        for item in rendering._paragraphs(text, [((3, len(text) - 2), "OBLIGATION"), ((22, 42), "DEADLINE")])
    ]
    assert marked == [
        (["1.", "Các", "xã", "gửi", "báo", "cáo"], [("OBLIGATION", 1, 6)]),
        (["trước", "ngày"], [("OBLIGATION", 0, 2), ("DEADLINE", 0, 2)]),
        (["20/3/2024."], [("OBLIGATION", 0, 1), ("DEADLINE", 0, 1)]),
    ]
