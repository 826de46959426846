"""Web pages: the text a person would read."""

from __future__ import annotations

from pathlib import Path

from pipeline.options import Options
from pipeline.readers import read_pages
from pipeline.source import open_source


def text_of(tmp_path: Path, html: str | bytes) -> str:
    path = tmp_path / "a.html"
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    (page,) = read_pages(open_source(path), Options())
    return page.text


def test_blocks_become_lines_and_scripts_are_dropped(tmp_path: Path) -> None:
    html = """<html><head><title>x</title><script>alert(1)</script></head><body><nav>Trang chủ</nav>
    <h1>THÔNG  BÁO</h1><p>Ban Thường vụ <b>yêu cầu</b>
    các chi bộ:</p><ul><li>một</li><li>hai<br>ba</li></ul><style>p{}</style></body></html>"""
    assert text_of(tmp_path, html) == "THÔNG BÁO\nBan Thường vụ yêu cầu các chi bộ:\nmột\nhai\nba"


def test_tables(tmp_path: Path) -> None:
    head = """<html><table><tr><td><p>TỈNH ỦY</p><p>*</p></td><td>ĐẢNG CỘNG SẢN VIỆT NAM</td></tr>
    <tr><td>Số 5-CV/TU</td><td>ngày 3 tháng 4 năm 2021</td></tr></table>
    <table><tr><th>TT</th><th>Việc</th></tr><tr><td>1</td><td>Rà <b>soát</b></td></tr></table></html>"""
    assert text_of(tmp_path, head).split("\n") == [
        "TỈNH ỦY",
        "*",
        "Số 5-CV/TU",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "ngày 3 tháng 4 năm 2021",
        "TT\tViệc",
        "1\tRà soát",
    ]


def test_entities_and_utf16(tmp_path: Path) -> None:
    html = "<html><p>Th&ocirc;ng b&#225;o &amp; qu&yacute;</p></html>"
    assert text_of(tmp_path, html) == "Thông báo & quý"
    assert text_of(tmp_path, html.encode("utf-16")) == "Thông báo & quý"


def test_deep_nesting_ends(tmp_path: Path) -> None:
    html = "<html>" + "<div>" * 20_000 + "đáy" + "</div>" * 20_000
    assert isinstance(text_of(tmp_path, html), str)
