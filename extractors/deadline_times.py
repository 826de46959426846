"""What must stand around days, terms, months and years so that they bound a duty."""

from __future__ import annotations

import re

from extractors.deadline_around import Around
from extractors.deadline_past import is_bygone, is_bygone_meeting

_BARE_LEAD = re.compile(
    r"(?:tổ\s+chức|họp|diễn\s+ra|khai\s+mạc|bế\s+mạc|thời\s+gian|hạn(?:\s+\w{1,8}){1,7}\s+là|bắt\s+đầu|sáng|chiều|tối|thời\s+hạn|hạn|xong|thực\s+hiện|treo\s+cờ|tựu\s+trường|khai\s+giảng|kết\s+thúc)\s*(?:từ)?\s*:?\s*(?:thứ\s+\w+,?\s*)?$"
)
_SECOND = re.compile(
    r"(?:nhất|trước|hạn)\s(?:[^.;:()]{0,24}\s)?(?:ngày\s)?\d[\d/.\s-]{2,12}(?:\([^()]{1,30}\))?\s?(?:và|,)\s$"
)
"""Between two days that one bound holds: "chậm nhất ngày 10/4/2024 (đợt 1) và | ngày 30/4/2024"."""
_HANDS_IN = re.compile(
    r"(?:^|[\s,])(?:nộp|gửi|báo\s+cáo|bàn\s+giao|có\s+mặt|hoàn\s+thành|nghỉ(?:\s+học)?)(?:\s[^,.;:()]{0,60})?\s$"
)
"""Before a day on which something is handed in: "nộp hồ sơ về Sở Nội vụ ngày 02/10/2024"."""
_ALL_ACT = re.compile(r",\s+(?:(?:tất\s+cả\s+)?các|toàn|mọi|mỗi|từng|đồng\s+loạt|tổ\s+chức|tiến\s+hành)\s")
"""Behind a day at a sentence's start: those meant act on it; "Ngày 01/7, Luật … có hiệu lực" tells."""
_OPENS = re.compile(r"(?:^|[.;:])\s*$")
_WEEKDAY = re.compile(r"\s{0,3}\(\s?(?:thứ\s+\w{1,6}|chủ\s+nhật)\s?\)")
_CASE_ENDS = re.compile(r"[^.;:]{0,160}?\sthì\s")
_CASE_OPENS = re.compile(r"(?:^|\s)(?:đối\s+với|nếu|trường\s+hợp|những|nào)\s[^.;:]{0,80}$")
_LENGTH_LEAD = re.compile(r"(?:^|\W)(?:thời\s+(?:hạn|gian)|hạn)\s[^.;:,]{0,60}[:\s]\s*(?:là\s+)?$|[:|]\s*$")
"""Before a term that stands alone: "Thời hạn giải quyết: 15 ngày, kể từ …"."""
_CASE_LENGTH = re.compile(
    r"(?:sử\s+dụng|bảo\s+quản|nghỉ|công\s+tác|đủ|ít\s+nhất|dưới|trên|hơn|quá|từ|tối\s+thiểu|sau|được|hết|là|trong|nếu\s(?![^.;]{0,120}\sthì\s)[^.;]{0,120}|hợp\s[^.;]{0,120})\s*$"
)
"""Before a length of time that is part of a case: "có thời gian công tác đủ 12 tháng kể từ …"."""
_OCCASION = re.compile(r"(?:^|\W)nhân\s+dịp\s[^,.;:]*\W(?:diễn\s+ra|tổ\s+chức|khai\s+mạc)(?:\W[^,.;:]*)?$")
_HARM = re.compile(
    r"(?<!chống\s)(?<!phòng\s)(?<!phó\s)(?<!với\s)(?:mưa\s+lũ|mưa\s+lớn|lũ\s+lụt|lũ|bão|ngập\s+lụt|ngập|thiên\s+tai|dịch\s+bệnh|nắng\s+nóng|rét\s+hại)\s*(?:,|diễn\s+ra|xảy\s+ra)?\s*$"
)
_NAMES_YEARS = re.compile(r"(?:giai\s+đoạn|chương\s+trình|kế\s+hoạch|đề\s+án|chiến\s+lược|quy\s+hoạch)\s+$")
"""Right before years: whose name they are, however much further back `_YEAR_NOT` looks for one year."""
_WHEN_LEAD = re.compile(r"(?:^|\W)(?:thời\s+(?:gian|hạn)(?:\s+\w+){0,3}|hoàn\s+thành)\s*:\s*(?:trong\s+)?$")
_TASKS = re.compile(r"(?:nhiệm\s+vụ|công\s+tác|công\s+việc)(?:\s+trọng\s+tâm)?(?:\s+(?:của|trong))?\s*$")
"""Before the month that a title of tasks names."""
_YEAR_LEAD = re.compile(
    r"(?:hoàn\s+thành|xong|kết\s+thúc|ban\s+hành|trình|báo\s+cáo|đạt|phấn\s+đấu|thực\s+hiện)\W*(?:\w+\W+){0,9}$"
)
_YEAR_NOT = re.compile(
    r"(?:giai\s+đoạn|chiến\s+lược|quy\s+hoạch|tầm\s+nhìn|định\s+hướng|chương\s+trình|đề\s+án|mục\s+tiêu|dự\s+án)\W*(?:\w+[^\w,;:.]+){0,14}$"
)
_RATE = re.compile(
    r"(?:không\s+(?:[^\s.;:,]{1,12}\s+){0,2}quá|tối\s+đa|tối\s+thiểu|ít\s+nhất)\s+(?:\d{1,6}|một|hai|ba|bốn|năm)\s[^.;:,]{1,60}$"
)
_EACH_ONE = re.compile(r"(?:ngay\s+)?trong\s+(?:một|0?1)\s+(?:ngày|tuần|tháng|quý|năm|giờ|phút|buổi)$")
"""So many in each stretch of time ("không quá hai nơi trong một ngày"): how often, not by when."""
_AHEAD = re.compile(r"(?:tới|tiếp\s+theo)$")
_FORECAST = re.compile(
    r"(?:dự\s+báo|(?<!nơi\s)nguy\s+hiểm|nguy\s+cơ|cảnh\s+báo|khả\s+năng|diễn\s+biến)(?:(?:\s|,\s(?=ngập|xâm|lũ|sạt|lốc|sét|mưa|dông|gió|triều|rét|nắng|cháy))[^\s.,;:]{1,12}){0,14}?\s*$"
)
"""Before "trong 48 giờ tới": what the weather may do by then."""
_FIGURES = re.compile(
    r"(?:kết\s+quả|số\s+liệu|tình\s+hình|số\s+thu|số\s+dư)(?:\s(?!hoàn|xong|báo|gửi)[^\s.;:]{1,12}){0,8}\s*$"
)
"""Before "đến hết ngày …": the day that figures are of."""
_HANDLES_FIGURES = re.compile(
    r"(?:hoàn\s+trả|nộp|theo\s+dõi|duy\s+trì|niêm\s+yết|thu\s+hồi)\s(?:[^\s.,;:]{1,12}\s){0,4}?"
    r"(?:kết\s+quả|số\s+liệu|tình\s+hình|số\s+thu|số\s+dư)|"
    r"\s(?:vào\s+(?:phần\s+mềm|hệ\s+thống|cơ\s+sở)|tại\s+(?:trụ\s+sở|bảng|nơi|nhà)|cho\s+(?:các\s+)?(?:sở|bộ|ban|ubnd|phòng|cục))"
    r"(?:\s[^\s.,;:]{1,12}){0,4}\s*$"
)
"""What is done with figures up to a day: "nộp số thu | đến hết ngày 30/6", "công khai kết quả tại trụ sở |
đến hết …"."""
_BYGONE_TERM = re.compile(
    r"\s*(?:qua(?!\s+(?:đường|cổng|hệ|e-?mail|thư|bưu|phần|trục|zalo|fax|điện|hộp|mạng|số|văn|sở|phòng|ban|ứng|tin|"
    r"đầu|trang|dịch))|gần\s+đây|liền|liên\s+tục|đầu|trước)\b"
)
"""Behind a term: that it is over, but not "trong 05 ngày | qua thư điện tử"."""


def length(around: Around) -> bool:
    """A term that stands alone ("Thời hạn giải quyết: 15 ngày, kể từ …"), and is no part of a case."""
    if around.begins("quá"):  # "giữ | quá 48 giờ mà không … thì"
        return not _CASE_ENDS.match(around.low, around.end) and not _CASE_OPENS.search(around.before)
    leads = _LENGTH_LEAD.search(around.before) or not _CASE_LENGTH.search(around.before)
    return around.fronted or bool(leads and not re.search(r"\bđủ\s*$", around.before))


def bare(around: Around) -> bool:
    """A day without "trước", "đến" …: behind words that make it one to act on."""
    low, before = around.low, around.before
    rest = re.split(r"[.;](?=\s)", _WEEKDAY.sub("", low[around.end : around.clause.span[1]]), maxsplit=1)[0]
    if before.rstrip().endswith(":") and not rest.strip(" .;,"):
        return True  # "Tựu trường: ngày 26/8/2024."
    if around.begins("ngày") and _HANDS_IN.search(before):
        return around.is_ahead()
    if _SECOND.search(before):
        return True
    if around.begins("ngày") and _ALL_ACT.match(low, around.end) and _OPENS.search(before):
        return around.is_ahead()
    return _BARE_LEAD.search(before) is not None and not is_bygone_meeting(around)


_OF_TIME = re.compile(r"(?<!\w)cho\s{1,3}(?:khoảng\s{1,3})?(?:thời\s{1,3}gian|giai\s{1,3}đoạn|kỳ)\s{1,3}$")
"""Before a stretch of time that something is told or paid for: "nhận xét cho thời gian | từ tháng 1 …"."""


def interval(around: Around) -> bool:
    """A stretch of time, unless something else took place in it or is so named."""
    if around.begins("từ năm") and _NAMES_YEARS.search(around.before):
        return False  # "Chương trình giai đoạn | từ năm 2021 đến năm 2025": its name
    if _OF_TIME.search(around.before):
        return False
    so_far = around.low[max(around.clause.span[0], around.start - 300) : around.start]
    return not _HARM.search(around.before) and not _OCCASION.search(so_far)


def when(around: Around) -> bool:
    """ "Thời gian: Quý II/2024", "… ở các xã (Quý II/2024)"."""
    before = around.before
    if around.clause.kind == "heading" and _TASKS.search(before):
        return True  # "NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2025"
    dated = re.search(r"(?:tháng|quý)\D.*\d{4}", around.phrase) is not None
    if dated and around.opens(r"|cụ\s+thể,\s*$") and around.after(1) == "," and not is_bygone(around):
        return True
    alone = before.endswith("(") and re.match(r"\s?(?:\)|và\s+thường\s+xuyên)", around.after(20))
    return _WHEN_LEAD.search(before) is not None or bool(alone and dated)


def year(around: Around) -> bool:
    """A year by whose end something is to be done, not one that a scheme is named after."""
    before = around.before
    if re.search(r"(?:tính|xét|tầm\s+nhìn)\s*$", before):
        return False
    if around.after(1) == ":" and re.fullmatch(r"\W*mục\s+tiêu(?:\s+cụ\s+thể)?\s*", before):
        return True  # "Mục tiêu đến hết năm 2026:", over what is to be reached by then
    if around.after(1) == "," and re.fullmatch(r"\W*giai\s+đoạn\s+", before):
        return True  # "Giai đoạn đến hết năm 2025, Sở Y tế …"
    if _YEAR_NOT.search(before) or re.match(
        r"\s*(?:,\s*tầm\s+nhìn|là\b|và\s+định\s+hướng)", around.after(20)
    ):
        return False
    said = re.search(r"\d{4}", around.phrase)
    if said and around.issued and int(said[0]) < around.issued.year:
        return False
    within = around.begins("trong")
    last = re.match(r"\s*(?:[.;,)]|$)", around.after(3)) is not None
    last = last or (within and around.low.startswith((" để ", " nhằm "), around.end))
    ahead = around.fronted or (within and before.rstrip()[-1:] in (",", ";"))
    return _YEAR_LEAD.search(before) is not None or last or ahead


def by(around: Around) -> bool:
    """Up to a day, unless figures are of that day and nothing is done with them by then."""
    if around.begins("đến", "hết") and _FIGURES.search(around.before):
        return _HANDLES_FIGURES.search(around.before) is not None
    return True


def term(around: Around) -> bool:
    """A term to act in: not how often in each stretch of time, what the weather may do, what has been."""
    before, phrase = around.before, around.phrase
    if _EACH_ONE.match(phrase) and _RATE.search(before):
        return False
    if _AHEAD.search(around.low, around.start, around.end) and _FORECAST.search(before):
        return False
    if around.form.tail:
        return True
    if re.search(r"(?:năm|tháng)\s+li[êề]n(?!\s+kề)", phrase):
        return False  # "trong 03 năm liên tục": what somebody has done
    if _BYGONE_TERM.match(around.after(12)):
        return False
    return not re.match(r"trong\s+(?!vòng|thời)\D*\w+\s+(?:năm|tháng)$", phrase)
