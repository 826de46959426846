"""Printed lines of a directive, and what the lines of its head, body and closing are known by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import view

LEFT = r"[\s|>.,:;'\"“”()\[\]+=~-]{0,12}"
TITLES = (
    "chương trình hành động|chương trình công tác|chương trình phối hợp|nghị quyết liên tịch|"
    "kết luận thanh tra|thông tư liên tịch|quy chế phối hợp|văn bản hợp nhất|giấy giới thiệu|"
    "bản thỏa thuận|giấy nghỉ phép|giấy ủy quyền|chương trình|phiếu chuyển|bản ghi nhớ|lời kêu gọi|"
    "nghị quyết|quyết định|công điện|hướng dẫn|nghị định|phiếu báo|phiếu gửi|pháp lệnh|phương án|"
    "quy trình|thông báo|thông cáo|thông tri|biên bản|công văn|giấy mời|hợp đồng|kế hoạch|kết luận|"
    "quy định|sắc lệnh|thông tư|tuyên bố|tờ trình|báo cáo|bộ luật|chỉ thị|nội quy|quy chế|thư mời|"
    "điều lệ|thể lệ|dự án|đề án|luật|lệnh"
)
"""Kinds of acts as titles print them, longest first."""
TITLE = re.compile(rf"^{LEFT}((?:{TITLES}))(?:{LEFT}$|\s+(của|số)\b|\s{{3,}}|\s+liên tịch{LEFT}$)")
"""A line that holds the kind of act alone (folded text)."""


def in_small_letters(text: str) -> bool:
    """Whether a line has no capital: what a legacy font printed in capitals comes out of its encoding so."""
    return text == text.lower()


TITLED = re.compile(rf"^{LEFT}((?:{TITLES}))\b")
"""A line that starts with a kind of act; a title if it is in capitals."""
ADDRESSED = re.compile(
    r"\bkính\s{0,3}(?:gửi|gởi|trình)(?![\w])|^[^.;\n]{4,90}\sđiện\s{0,2}:|"
    r"^(?:[^.;\n]{4,90}\s)?kính\s{0,3}mời\s{0,2}:"
)
NUMBERED = re.compile(
    r"^\W{0,12}[s8§$](?!ở\s{1,3}[^\W\d]{2})[ốôồổỗộóòỏõo06ơớờởỡợ]\s{0,4}[:.*]?(?=[\s\d:./_*-])(?=.{0,60}?[/-]\s{0,3}[a-zđ])"
)
DATED = re.compile(
    r"\bngày(?:[\s\d.…/-]{0,60}|[\W\d_]{0,16})tháng[\s\d.…/-]{0,60}năm|,\s{0,3}tháng[\s\d.…]{1,12}năm"
)
MOTTO = re.compile(
    r"^đoàn (?:tncs|thanh niên cộng sản) hồ chí minh$|"
    r"cộng\s{1,3}h\S{1,3}\s{1,3}x\S{1,2}\s|"
    r"xã hội chủ nghĩa việt|chủ\s{1,3}nghĩa\s{1,3}việt\s{1,3}nam|hủ nghĩa việt nam|"
    r"độc lập.{0,4}tự do|tự do.{0,4}hạnh phúc|độc lập\s{0,3}-|đảng cộng sản việt nam"
)
"""The motto and its like, also as scans leave them."""
RECIPIENTS = re.compile(
    rf"^{LEFT}n[ơo]i (?:nhận|nh[âaạ]n|gửi)(?!\s+(?:hồ sơ|đơn|thông tin|kết quả|và|các|"
    r"báo cáo|văn bản|tài liệu|giấy|phiếu|bài|quà|tiền|ý kiến|quyết toán|sản phẩm|tác phẩm|đăng ký))"
)
BODY = re.compile(
    rf"^{LEFT}(?:căn cứ|thực hiện|theo|để|xét|thi hành|nhằm|trong|qua|ngày|năm|điều \d|chương [ivx\d]|"
    rf"phần |"
    r"mục |[ivx]{1,4}\s{0,2}[./-]|\d{1,2}\s{0,2}[./)-]|tiếp theo|vừa qua|hiện nay|sau khi|triển khai|"
    r"nhân dịp|phúc đáp|trả lời|được sự|liên quan)"
)
PART = re.compile(rf"^{LEFT}(?:chương|phần|mục|điều)\s")
AUTHORITY = re.compile(
    r"(?:^|(?<=[\s|]))(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|T/UQ|TM|KT|TL|TUQ|Q|TUN)(?:\s?[./]\s{0,3}|\s{1,3})"
    r"(?=[^\W\d_])"
)
"""What stands before the office of one who signs for others: T/M, K/T (Party), TM., KT., TL. (State)."""
OFFICES = (
    "chủ tịch|phó chủ tịch|bí thư|phó bí thư|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|giám đốc|"
    "phó giám đốc|cục trưởng|phó cục trưởng|tổng cục trưởng|vụ trưởng|chi cục trưởng|chánh văn phòng|"
    "phó chánh văn phòng|"
    "trưởng ban|phó trưởng ban|trưởng phòng|phó trưởng phòng|chủ nhiệm|phó chủ nhiệm|hiệu trưởng|"
    "phó hiệu trưởng|viện trưởng|tổng giám đốc|phó tổng giám đốc|tổng bí thư|thường trực|chánh án|thống "
    "đốc|"
    "phó thống đốc|tổng thanh tra|tổng kiểm toán|chủ tịch nước|chánh thanh tra|chỉ huy trưởng|ủy viên|"
    "phó viện trưởng|phó tổng cục trưởng|phó vụ trưởng|trưởng đoàn|tư lệnh|chính ủy|phó chi cục trưởng|"
    "đội trưởng|trạm trưởng|tổng biên tập|trưởng công an|kế toán trưởng|người ký|"
    "quyền giám đốc|quyền chủ tịch|quyền bộ trưởng|quyền hiệu trưởng|quyền cục trưởng|quyền viện trưởng|"
    "quyền trưởng phòng|phó tổng kiểm toán|phó tổng thanh tra|phó chánh thanh tra|phó chánh án|hạt trưởng|"
    "phó hạt trưởng|tổ trưởng|tổ phó|phó tổ trưởng|tổng thư ký|phó tổng thư ký|kiểm sát viên|chấp hành viên|"
    "thẩm phán|trưởng khoa|phó trưởng khoa|trưởng thôn|trưởng ấp|trưởng bản|phó trưởng đoàn|"
    "kiểm toán trưởng|trưởng tiểu ban|p. giám đốc|phó hiệu trưởng|trưởng trạm|trưởng chi nhánh"
)
OFFICE = re.compile(rf"(?:{OFFICES})\b")
APPENDIX = re.compile(
    rf"^{LEFT}(?:phụ lục(?:\s{{1,3}}(?:[ivx]{{1,5}}|\d{{1,3}}|[a-z]|số \S{{1,6}}))?{LEFT}(?:$|:)|"
    r"phụ lục\b.{0,80}$|(?:ban hành )?(?:kèm )?theo (?:quyết định|công văn|kế hoạch|thông tư|nghị|hướng "
    r"dẫn|"
    r"chỉ thị|tờ trình|báo cáo|văn bản)|"
    r"(?:biểu )?mẫu (?:số )?\d|biểu (?:số )?\d|danh mục\b|danh sách\b)"
)
OWN_HEAD = re.compile(rf"^{LEFT}(?:cộng h[oòa]{{2,3}} xã hội|đảng cộng sản việt nam)")
BODY_LINE = re.compile(
    r"^(?:ủy.ban|ubnd|hội đồng|bộ|sở|cục|tổng cục|ban|trường|viện|văn phòng|thành ủy|tỉnh ủy|huyện ủy|"
    r"đảng)\s"
)
FOOTNOTE = re.compile(r"^\s{0,20}(?:\[\d{1,3}\]|\(?[�¹²³⁴-⁹⁰]{1,3}\)?)(?=\s|\w|[-“])")
MARKED = re.compile(r"^\s{0,20}\(\d{1,2}\)\s")
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?\s{0,2}(?:am|pm)?"
STAMP = re.compile(
    r"^\W{0,4}(?:(?:cập nhật|đăng|ngày đăng|xuất bản)(?:\s+(?:lúc|ngày))?\s{0,2}:?\s{0,2})?"
    rf"(?:{_CLOCK}[\s,|-]{{1,4}})?(?:ngày\s)?\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?(?:19|20)\d\d(?:[\s,|-]{{1,4}}{_CLOCK})?\W*$"
)
"""When a page was put out, on a line of its own: "Cập nhật lúc: 08:51 17/04/2018", "8/24/2011 9:49:07 AM"."""
RULE = re.compile(r"^\s*[-=_]{5,}\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    text: str
    """As printed, Markdown blanked."""
    low: str
    """Folded (see `view.folded`), blanks at the ends stripped."""

    @property
    def blank(self) -> bool:
        return not self.low.strip(" \t|-")

    @property
    def upper(self) -> bool:
        """Most of its letters are capitals."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def read_lines(text: str) -> list[Line]:
    """Every line of a text with its span, plain and folded."""
    plain, low = view.plain(text), view.folded(text)
    return [Line(a, b, plain[a:b], low[a:b].strip()) for a, b in view.lines(text)]
