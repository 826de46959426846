"""What stands around a phrase that looks like a deadline, and whether it lets the phrase bound a duty.

A meeting's day, the period that a report's figures cover, a year in a programme's name have the form of a
deadline and are none.
"""

from __future__ import annotations

import datetime as dt
import re

from extractors import moments
from extractors.deadline_form import Form
from extractors.moments import FIXED
from extractors.structure import Clause

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
_CASE_ENDS = re.compile(r"[^.;:]{0,160}?\sthì\s")
_CASE_OPENS = re.compile(r"(?:^|\s)(?:đối\s+với|nếu|trường\s+hợp|những|nào)\s[^.;:]{0,80}$")
_ALL_ACT = re.compile(r",\s+(?:(?:tất\s+cả\s+)?các|toàn|mọi|mỗi|từng|đồng\s+loạt|tổ\s+chức|tiến\s+hành)\s")
"""Behind a day at a sentence's start: those meant act on it; "Ngày 01/7, Luật … có hiệu lực" tells."""
_OPENS = re.compile(r"(?:^|[.;:])\s*$")
_OCCASION = re.compile(r"(?:^|\W)nhân\s+dịp\s[^,.;:]*\W(?:diễn\s+ra|tổ\s+chức|khai\s+mạc)(?:\W[^,.;:]*)?$")
_DATED = re.compile(
    rf"\s{{0,9}},?\s{{0,9}}(?:là\s+)?(?:trước|chậm\s+nhất|xong\s+trước|đến|vào)\s+(?:\w+\s+){{0,2}}?(?:{FIXED})"
)
_HARM = re.compile(
    r"(?<!chống\s)(?<!phòng\s)(?<!phó\s)(?<!với\s)(?:mưa\s+lũ|mưa\s+lớn|lũ\s+lụt|lũ|bão|ngập\s+lụt|ngập|thiên\s+tai|dịch\s+bệnh|nắng\s+nóng|rét\s+hại)\s*(?:,|diễn\s+ra|xảy\s+ra)?\s*$"
)
_MEETING = re.compile(
    r"(?:(?:cuộc|phiên|buổi)\s+(?:họp|làm\s+việc)|hội\s+nghị|kỳ\s+họp|giao\s+ban)\s*(?:vào)?\s*$"
)
_SAID_AT = re.compile(r"(?:ý\s+kiến|chỉ\s+đạo|kết\s+luận|thống\s+nhất|thông\s+báo|phát\s+biểu)\b")
_WHEN_LEAD = re.compile(r"(?:^|\W)(?:thời\s+(?:gian|hạn)(?:\s+\w+){0,3}|hoàn\s+thành)\s*:\s*(?:trong\s+)?$")
_YEAR_LEAD = re.compile(
    r"(?:hoàn\s+thành|xong|kết\s+thúc|ban\s+hành|trình|báo\s+cáo|đạt|phấn\s+đấu|thực\s+hiện)\W*(?:\w+\W+){0,9}$"
)
_YEAR_NOT = re.compile(
    r"(?:giai\s+đoạn|chiến\s+lược|quy\s+hoạch|tầm\s+nhìn|định\s+hướng|chương\s+trình|đề\s+án|mục\s+tiêu|dự\s+án)\W*(?:\w+[^\w,;:.]+){0,14}$"
)
_COUNTED_FROM = re.compile(
    r"(?:được\s+)?tính\s+(?:từ\s[^.;:]{0,60})?$|"
    r"(?:mốc\s+thời\s+gian|số\s+liệu|thời\s+điểm|kỳ)\s(?:[^.;:]{0,40}\s)?"
    r"(?:đánh\s+giá|xem\s+xét|lấy|chốt|báo\s+cáo|thống\s+kê|xét|tính)\s?[^.;]{0,60}:?\s*$"
)
"""What a report's figures or an assessment cover ("Số liệu được tính từ ngày 21 … đến ngày 20 …", "Mốc thời
gian xét thi đua: từ …"), not when it is due."""
_LENGTH_LEAD = re.compile(r"(?:^|\W)(?:thời\s+(?:hạn|gian)|hạn)\s[^.;:,]{0,60}[:\s]\s*(?:là\s+)?$|[:|]\s*$")
"""Before a term that stands alone: "Thời hạn giải quyết: 15 ngày, kể từ …"."""
_CASE_LENGTH = re.compile(
    r"(?:sử\s+dụng|bảo\s+quản|nghỉ|công\s+tác|đủ|ít\s+nhất|dưới|trên|hơn|quá|từ|tối\s+thiểu|sau|được|hết|là|trong|nếu\s[^.;]{0,120}|hợp\s[^.;]{0,120})\s*$"
)
"""Before a length of time that is part of a case: "có thời gian công tác đủ 12 tháng kể từ …"."""
_COMES = re.compile(
    r"khi\s+(?:phát\s+hiện|xảy\s+ra|nhận\s+được|tiếp\s+nhận|hết|kết\s+thúc|hoàn\s+thành|đến\s+hạn)\s"
)
"""What comes about, at a sentence's start: when to act, not only in which case."""
_SHARE = re.compile(r"tỷ\s+lệ\s[^.;:,]{0,80}$")
"""Before "đúng hạn": what is counted ("tỷ lệ hồ sơ giải quyết đúng hạn"), no duty's time."""
_LEFT_OVER = re.compile(r"(?:dôi\s+dư|còn\s+lại|hình\s+thành|phát\s+sinh)\s*$")
"""Before "sau khi …": which things are meant ("trụ sở dôi dư | sau khi sắp xếp")."""
_SIGNS = re.compile(r"khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm")
"""Part of what an inspection is called: "kiểm tra khi có dấu hiệu vi phạm"."""
_AT_ONCE = re.compile(
    r"\s(?:báo\s+cáo|thông\s+báo|xử\s+lý|phản\s+ánh|báo|dừng|tổ\s+chức)\s+ngay(?!\w)|\sphải\s+ngay\s"
)
_WEEKDAY = re.compile(r"\s{0,3}\(\s?(?:thứ\s+\w{1,6}|chủ\s+nhật)\s?\)")
_PURPOSE = re.compile(r"(?:^|\s)(?:để|nhằm)\s")
_NAMED_BY_TIME = re.compile(
    r"(?:kế\s+hoạch|báo\s+cáo|kiểm\s+điểm|đánh\s+giá|xếp\s+loại|tổng\s+kết|dự\s+toán(?:\s+\S{1,8}){0,4}|ngân\s+sách|trợ\s+cấp|lương|chỉ\s+tiêu|"
    r"thống\s+kê|nhiệm\s+vụ|công\s+tác|mức|bình\s+quân|trung\s+bình|sinh\s+hoạt|chương\s+trình|\d\s+(?:tháng|năm)|và|,)\s*$"
)
"""Before "hằng năm": what is so named, no duty of each year."""
_FROM_STAGE = re.compile(r"(?:^|\s)từ\s+(?:khâu|lúc|giai\s+đoạn|bước)\s[^.;:]{2,150}$")
_EACH_TIME = re.compile(
    r"\s+(?:báo\s+cáo|cập\s+nhật|gửi|tổng\s+hợp|kiểm\s+tra|rà\s+soát|thống\s+kê|xây\s+dựng|tiến\s+hành|nghe|tổng\s+kết|"
    r"sơ\s+kết|đối\s+thoại|tổ\s+chức|bình\s+xét|nộp|họp)"
)
_PERIODICALLY = re.compile(
    r"\s+(?:báo\s+cáo|kiểm\s+tra|tổng\s+hợp|rà\s+soát|đánh\s+giá|sơ\s+kết|gửi|thông\s+báo|giám\s+sát|thống\s+kê|"
    r"cập\s+nhật|tổ\s+chức|đôn\s+đốc|theo\s+dõi)"
)
_NAMED_PERIODIC = re.compile(
    r"(?:báo\s+cáo|kế\s+hoạch|chế\s+độ|đánh\s+giá|kiểm\s+tra|kiểm\s+điểm|thanh\s+tra|sinh\s+hoạt|giao\s+ban|họp|"
    r"khám|kiểm\s+định|giám\s+sát|bảo\s+dưỡng|sửa\s+chữa|thống\s+kê|hội\s+nghị|công\s+tác|việc|công\s+dân|đối\s+thoại|"
    r"sức\s+khỏe|môi\s+trường|bảo\s+trì|lấy\s+mẫu|tập\s+huấn|thông\s+tin|theo)\s+$"
)
"""Before "định kỳ": what is called after it ("báo cáo | định kỳ")."""
_BODY_BEFORE = re.compile(
    r"(?:^|[.;:,]\s+)(?:(?:đề\s+nghị|yêu\s+cầu|giao)\s+)?(?:(?:các|những|mọi)\s+)?(?:sở|ban|ngành|phòng|cục|chi\s+cục|đơn\s+vị|"
    r"cơ\s+quan|xã|phường|huyện|ủy\s+ban|ubnd|chi\s+bộ|cấp\s+ủy|trường|trung\s+tâm|công\s+ty|bộ)(?!\w)[^.;:,]{0,60}\s$"
)
"""Before "định kỳ": who does something from time to time ("Các sở | định kỳ tổng hợp")."""
_ONES_MEANT = re.compile(
    r"(?:^|[\s,])(?:đã|hồ\s+sơ|giấy\s+tờ|công\s+trình|giấy\s+phép|dự\s+án|hợp\s+đồng|đơn(?!\s+vị))\s[^.;,]{0,60}$"
)
"""Before "nộp trước ngày …": which are meant ("Hồ sơ gửi | trước ngày văn bản này có hiệu lực")."""
_OTHER_TASKS = re.compile(r"nhiệm\s+vụ\s+khác(?:\s+[^\s.;:,]{1,12}){0,6}\s+$")
"""Before "khi được phân công": which tasks are somebody's ("các nhiệm vụ khác | khi …"), not when."""
_BY_DAY = re.compile(r"(?:nhất|trước|vào)\s[^.;]{0,20}\d")
_SORT_OF_REPORT = re.compile(
    r"(?:đối\s+với|của)\s+(?:(?:các|loại|kỳ)\s+){0,2}(?:báo\s+cáo|kỳ\s+báo\s+cáo)\s+(?:định\s+kỳ\s+)?$"
)
"""Before "định kỳ hằng tháng": which reports are meant ("chậm nhất ngày 15 đối với báo cáo | …")."""
_HAD_SIGNED = re.compile(r"(?:^|\s)đã\ský(?:\s+kết)?\s*$")
"""Before a day by which something had been done: "Hợp đồng đã ký | trước ngày 01/7"."""
_DONE_BY_THEN = re.compile(
    r"(?:ban\s+hành|ký(?:\s+kết)?|cấp|phê\s+duyệt|phát\s+sinh|hình\s+thành|tuyển\s+dụng|bổ\s+nhiệm|thành\s+lập|"
    r"nghỉ\s+hưu|xảy\s+ra|tiếp\s+nhận|xây\s+dựng|sinh\s+con(?:\s+thứ\s+\w+)?|sử\s+dụng|khởi\s+công|công\s+nhận|kết\s+nạp|hiệu\s+lực)\s*$"
)
"""With a day long past: which things are meant ("văn bản ban hành trước ngày …"), not when to act."""


_CAME_ABOUT = re.compile(
    r"(?:phát\s+sinh|hình\s+thành|xảy\s+ra)\s*(?:(?:trước|sau)\s(?:ngày\s)?[\d/.]{6,10}\s(?:và|nhưng|hoặc)\s*)?$"
)
"""What had come about before or after a day: which things are meant, whatever the day."""
_TASKS = re.compile(r"(?:nhiệm\s+vụ|công\s+tác|công\s+việc)(?:\s+trọng\s+tâm)?(?:\s+(?:của|trong))?\s*$")
"""Before the month that a title of tasks names."""
_FORECAST = re.compile(
    r"(?:dự\s+báo|(?<!nơi\s)nguy\s+hiểm|nguy\s+cơ|cảnh\s+báo|khả\s+năng|diễn\s+biến)(?:(?:\s|,\s(?=ngập|xâm|lũ|sạt|lốc|sét|mưa|dông|gió|triều|rét|nắng|cháy))[^\s.,;:]{1,12}){0,14}?\s*$"
)
"""Before "trong 48 giờ tới": what the weather may do by then."""
_THEN = re.compile(r"[^,;.]{0,80}?\s(?:thì|phải)\s")
_AHEAD = re.compile(r"(?:tới|tiếp\s+theo)$")
_READY = re.compile(
    r"sẵn\s+sàng(?:(?:\s|,\s(?=phương|lực|vật|trang|con|nhân|thuốc|hậu|nguồn))[^\s.,;:]{1,12}){0,20}\s*$"
)
""" "… sẵn sàng tham gia cứu hộ | khi có yêu cầu": what it is to be ready for."""
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
_RATE = re.compile(
    r"(?:không\s+(?:[^\s.;:,]{1,12}\s+){0,2}quá|tối\s+đa|tối\s+thiểu|ít\s+nhất)\s+(?:\d{1,6}|một|hai|ba|bốn|năm)\s[^.;:,]{1,60}$"
)
_EACH_ONE = re.compile(r"(?:ngay\s+)?trong\s+(?:một|0?1)\s+(?:ngày|tuần|tháng|quý|năm|giờ|phút|buổi)$")
"""So many in each stretch of time ("không quá hai nơi trong một ngày"): how often, not by when."""
_HOURS_OF = re.compile(r"(?:^|\s)(?:thời\s+gian|khung\s+giờ|số\s+giờ|các\s+giờ)\s[^.;:,]{0,60}$")
"""Before "trong ngày": at which hours of any day."""
_REORGANISED = re.compile(
    r"sau\s+(?:khi\s+)?(?:thực\s+hiện\s+)?(?:sắp\s+xếp|sáp\s+nhập|hợp\s+nhất|chia\s+tách|tinh\s+gọn)"
)
_REORGANISED_BODY = re.compile(
    r"(?:chi\s+bộ|đảng\s+bộ|đơn\s+vị|xã|phường|tỉnh|thành\s+phố|cơ\s+quan|tổ\s+chức|bộ\s+máy|hành\s+chính|thôn|trường|"
    r"cán\s+bộ|địa\s+phương|cấp\s+xã|cấp\s+tỉnh|sở|ngành)\s*$"
)
"""A body as it has become: "các xã sau khi sáp nhập"."""
_NAMES_YEARS = re.compile(r"(?:giai\s+đoạn|chương\s+trình|kế\s+hoạch|đề\s+án|chiến\s+lược|quy\s+hoạch)\s+$")
"""Right before years: whose name they are, however much further back `_YEAR_NOT` looks for one year."""
_KEPT_FROM = re.compile(
    r"(?:^|\s)(?:không\s+(?:được\s+)?để|không|không\s+được|tránh|chấm\s+dứt)\s+$|"
    r"(?:^|\s)(?:không\s+(?:được\s+)?để|tránh|chấm\s+dứt)\s(?:(?!hết|được|thì|cho)[^\s.,;:]{1,12}\s){1,8}$"
)
"""Before "kéo dài sang …": that it must not be; "vốn không dùng hết được | chuyển sang năm sau" may."""
_NOT_KEPT = re.compile(r"(?:không|chưa)\s+(?:\w{1,6}\s+){0,3}$")
"""Before "đúng tiến độ": who is meant, not how to act."""
_TO_KEEP = re.compile(r"(?:^|[.;:]\s+)(?:để|nhằm)\s[^.;:,]{0,60}$")
"""Before "đảm bảo thời gian quy định": why something is done, at a sentence's start."""
_WHICH_THINGS = re.compile(r"(?:nghỉ\s+hưu|tuyển\s+dụng|bổ\s+nhiệm|phát\s+sinh|ban\s+hành)\s*$")
_HAPPENED = re.compile(
    r"(?:(?:xảy\s+ra|phát\s+sinh|tồn\s+tại|hình\s+thành)|(?:^|\s)đã\s(?:[^\s.;:,]{1,12}\s){1,6}(?:xong)?)\s*$"
)
"""What had been before an event ("việc xảy ra trước khi …", "đã kiểm tra xong trước khi …")."""


_REPORTED_ON = re.compile(
    r"(?:báo\s+cáo|tổng\s+hợp|gửi|kiểm\s+tra|rà\s+soát|cập\s+nhật|thống\s+kê|công\s+khai|theo\s+dõi|"
    r"đối\s+chiếu|kiểm\s+kê|giám\s+sát|họp|nộp|niêm\s+yết|quan\s+trắc|bảo\s+dưỡng)\s[^.;,:]{4,80}$"
)
_DONE = re.compile(r"(?:hoàn\s+thành|xong|thực\s+hiện|kéo\s+dài|áp\s+dụng)[^.;]{0,60}$")
_NAME_GOES_ON = re.compile(r"\s{1,9}(?:và\s+những\s+năm\s+tiếp\s+theo|,?\s*(?:tầm\s+nhìn|định\s+hướng)\s)")
"""Behind "từ nay đến năm 2020": the name of a scheme goes on, nobody is given a term."""


def allowed(form: Form, low: str, clause: Clause, start: int, end: int, issued: dt.date | None) -> bool:
    """Whether the phrase ``low[start:end]`` of a clause bounds something.

    ``low``: folded text, citations masked; ``issued``: the directive's own date.
    """
    before = low[max(clause.span[0], start - 90) : start]
    latest = re.match(r"(?:chậm|muộn|trễ)\s+nhất\s", low[start:end])
    if form.name in ("interval", "by", "after") and not latest and _COUNTED_FROM.search(before):
        return False
    if low.startswith("kết thúc", start) and re.search(r"(?:nhiệm\s+kỳ|hợp\s+đồng)\s*$", before):
        return False  # "Đoàn xã có nhiệm kỳ | kết thúc năm 2024": which are meant
    if low.startswith("từ nay", start) and _NAME_GOES_ON.match(low, end):
        return False
    if form.name in ("year", "by", "when", "stretch") and _is_over(low[start:end], issued):
        return False
    if form.name == "by" and _SUMMED.match(low, end) and _has_ended(low[start:end], issued):
        return False
    if form.name in ("before", "by", "on", "after", "interval") and _is_bygone(form, low[start:end], issued):
        return False
    if form.name in ("term", "by", "before", "year") and _in_condition(low, clause, start, end):
        return False
    if low.startswith(("đến thời điểm", "tính đến"), start) and not _DONE.search(before):
        return False  # "tình hình bán nhà đến thời điểm 31/12/2007": the day that figures are of
    if form.name == "on" and re.search(r"(?:^|\s)đã\s(?!\w{1,8}\s\d)[^,.;:]{0,80}$", before):
        return False  # "nội dung đã được tập huấn vào tháng 11/2024"
    bare = not re.search(r"\d|trước|nhất|vào", low[start:end])
    if form.bound == "recurring" and bare and _SORT_OF_REPORT.search(before) and _BY_DAY.search(before):
        return False
    if form.name == "before-event" and "hiệu lực" in low[start : start + 80] and _ONES_MEANT.search(before):
        return False
    if form.name == "when-needed" and _OTHER_TASKS.search(before) and "phân" in low[start:end]:
        return False
    if form.name == "when-needed" and _SIGNS.match(low, start):
        return False
    if form.name == "when-needed" and low.startswith("khi có yêu cầu", start) and _READY.search(before):
        return False
    if form.name == "when-needed" and _AT_ONCE.search(low[end : end + 120].split(".")[0].split(";")[0]):
        return True
    if form.name == "when-needed":  # what stands first is a condition
        last = not low[end : end + 60].split(".")[0].split(";")[0].strip(" )\n")
        first = not before.strip() or re.search(
            r"(?:[.;:]|trừ)\s*$|(?:^|\s)chỉ\s(?!đạo|thị|tiêu|huy|số|định)", before
        )
        comes = _COMES.match(low, start) and "," in low[end : end + 120].split(".")[0].split(";")[0]
        if _THEN.match(low, end):
            return not first  # "…, khi phát hiện nơi nào làm sai thì báo cáo"
        if first and comes:
            return before.rstrip()[-4:] != "chỉ"  # "Khi phát hiện cháy, chủ rừng phải …"
        return not first and (last or not before.rstrip().endswith(","))
    if form.name == "kept-from":  # "Không để hồ sơ | kéo dài sang tháng 5"
        return low.startswith("không", start) or bool(_KEPT_FROM.search(before))
    if form.name == "edge":
        return form.bound == "by" or not before.strip() or bool(re.search(r"[.;:]\s*$", before))
    if form.name == "at-end":
        return _REPORTED_ON.search(before) is not None and not _NAMED_BY_TIME.search(before)
    if form.name in ("within", "each-time"):
        return not _NAMED_BY_TIME.search(before)
    if form.bound == "event" and _is_part(low, clause, start, low[start:end]):
        return False
    if form.name == "length" and low.startswith("quá", start):  # "giữ | quá 48 giờ mà không … thì"
        return not _CASE_ENDS.match(low, end) and not _CASE_OPENS.search(before)
    if form.name == "length":
        leads = _LENGTH_LEAD.search(before) or not _CASE_LENGTH.search(before)
        return not before.strip() or bool(leads and not re.search(r"\bđủ\s*$", before))
    if form.name == "bare":
        rest = re.split(r"[.;](?=\s)", _WEEKDAY.sub("", low[end : clause.span[1]]), maxsplit=1)[0]
        if before.rstrip().endswith(":") and not rest.strip(" .;,"):
            return True  # "Tựu trường: ngày 26/8/2024."
        if low.startswith("ngày", start) and _HANDS_IN.search(before):
            day = moments.last_day(moments.read(low[start:end], issued).iso or "")
            return issued is not None and day is not None and day >= issued
        if _SECOND.search(before):
            return True
        if low.startswith("ngày", start) and _ALL_ACT.match(low, end) and _OPENS.search(before):
            day = moments.last_day(moments.read(low[start:end], issued).iso or "")
            return issued is not None and day is not None and day >= issued
        return bool(_BARE_LEAD.search(before)) and not _is_bygone_meeting(before, low[start:end], issued)
    if form.name == "interval" and low.startswith("từ năm", start) and _NAMES_YEARS.search(before):
        return False  # "Chương trình giai đoạn | từ năm 2021 đến năm 2025": its name
    if form.name == "interval":  # when something else took place, not when to act
        return not _HARM.search(before) and not _OCCASION.search(
            low[max(clause.span[0], start - 300) : start]
        )
    if form.name == "vague" and (_NOT_KEPT.search(before) or _SHARE.search(before)):
        return False
    if form.name == "vague" and low.startswith(("bảo đảm", "đảm bảo"), start) and _TO_KEEP.search(before):
        return False
    if form.bound == "event" and low.startswith("sau", start) and _LEFT_OVER.search(before):
        return False
    if form.name == "after" and _WHICH_THINGS.search(before):
        return False
    if form.name == "vague":  # "đúng thời hạn trước ngày …": the day alone is the deadline
        return not _DATED.match(low, end)
    if form.name == "when" and clause.kind == "heading" and _TASKS.search(before):
        return True  # "NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2025"
    if form.name == "when":  # "Thời gian: Quý II/2024", "… ở các xã (Quý II/2024)"
        opens = not before.strip() or re.search(r"(?:[.;:]|cụ\s+thể,)\s*$", before)
        dated = re.search(r"(?:tháng|quý)\D.*\d{4}", low[start:end])
        if opens and dated and low[end : end + 1] == "," and not _is_bygone(form, low[start:end], issued):
            return True
        alone = before.endswith("(") and re.match(r"\s?(?:\)|và\s+thường\s+xuyên)", low[end : end + 20])
        return bool(
            _WHEN_LEAD.search(before) or (alone and re.search(r"(?:tháng|quý)\D.*\d{4}", low[start:end]))
        )
    if form.name == "year":
        if re.search(r"(?:tính|xét|tầm\s+nhìn)\s*$", before):
            return False
        if low[end : end + 1] == ":" and re.fullmatch(r"\W*mục\s+tiêu(?:\s+cụ\s+thể)?\s*", before):
            return True  # "Mục tiêu đến hết năm 2026:", over what is to be reached by then
        if low[end : end + 1] == "," and re.fullmatch(r"\W*giai\s+đoạn\s+", before):
            return True  # "Giai đoạn đến hết năm 2025, Sở Y tế …"
        if _YEAR_NOT.search(before) or re.match(
            r"\s*(?:,\s*tầm\s+nhìn|là\b|và\s+định\s+hướng)", low[end : end + 20]
        ):
            return False
        year = re.search(r"\d{4}", low[start:end])
        past = year and issued and int(year[0]) < issued.year
        last = bool(re.match(r"\s*(?:[.;,)]|$)", low[end : end + 3]))
        last = last or (low.startswith("trong", start) and low.startswith((" để ", " nhằm "), end))
        ahead = not before.strip() or (low.startswith("trong", start) and before.rstrip()[-1:] in (",", ";"))
        return not past and bool(_YEAR_LEAD.search(before) or last or ahead)
    if form.name == "term" and _EACH_ONE.match(low[start:end]) and _RATE.search(before):
        return False
    if re.fullmatch(r"trong\s+năm\s+học(?:\s+mới)?", low[start:end]):
        return False  # all the year round
    if low[start:end] == "trong ngày" and _HOURS_OF.search(before):
        return False
    if form.name == "term" and _AHEAD.search(low, start, end) and _FORECAST.search(before):
        return False
    if form.name == "by" and low.startswith(("đến", "hết"), start) and _FIGURES.search(before):
        return _HANDLES_FIGURES.search(before) is not None
    if form.name == "term" and not form.tail:
        bygone = re.match(
            r"\s*(?:qua(?!\s+(?:đường|cổng|hệ|e-?mail|thư|bưu|phần|trục|zalo|fax|điện|hộp|mạng|số|văn|sở|phòng|ban|ứng|tin|đầu|trang|dịch))|gần\s+đây|liền|liên\s+tục|đầu|trước)\b",
            low[end : end + 12],
        )
        if re.search(r"(?:năm|tháng)\s+li[êề]n(?!\s+kề)", low[start:end]):
            return False  # "trong 03 năm liên tục": what somebody has done
        return not bygone and not re.match(r"trong\s+(?!vòng|thời)\D*\w+\s+(?:năm|tháng)$", low[start:end])
    if form.name == "inside":  # "Các sở khi lập hồ sơ phải …"
        return not before.strip() or bool(re.search(r"[\w.;]\s+$", before))
    if form.name == "opening":  # "Khi thực hiện …, các xã phải …"
        return not before.strip() or bool(re.search(r"[.;:]\s*$", before))
    if form.name == "start":
        return (
            not before.strip()
            or bool(re.search(r"[.;:]\s*$|(?:^|\W)(?:đồng\s+thời|và),?\s*$", before))
            or (form.bound == "recurring" and bool(re.search(r"định\s+kỳ\s*$", before)))
            or (before.rstrip().endswith(",") and bool(_EACH_TIME.match(low, end)))
        )
    if form.name in ("before", "by", "after") and _CAME_ABOUT.search(before):
        return False
    if form.name in ("before", "by") and _HAD_SIGNED.search(before):
        return False
    if form.name in ("before", "by") and _DONE_BY_THEN.search(before):
        day = moments.last_day(moments.read(low[start:end], issued).iso or "")
        return issued is None or day is None or day >= issued
    if form.name == "periodic":
        opens = not before.strip() or re.search(r"(?:[.;:,]|\s(?:sẽ|phải|cần|trách\s+nhiệm))\s*$", before)
        named = _NAMED_PERIODIC.search(before)
        acts = _PERIODICALLY.match(low, end) and _BODY_BEFORE.search(before)
        return bool(
            (acts and not named)  # "Các sở | định kỳ tổng hợp"
            or (opens and (_PERIODICALLY.match(low, end) or low[end : end + 1] == ","))
            or "đột" in low[start:end]
        )
    if form.name == "after":
        return not re.search(r"(?:hiệu\s+lực(?:\s+thi\s+hành)?|giai\s+đoạn)\s*$", before)
    return True


_SUMMED = re.compile(r"[^.;:]{0,120}?\s(?:đạt|đã|chiếm|tăng|giảm|mới)\s")
"""Behind a time that has ended: what had come about by then ("Đến hết tháng 9, tỉnh giải ngân đạt 50 %")."""


def _has_ended(phrase: str, issued: dt.date | None) -> bool:
    last = moments.last_day(moments.read(phrase, issued).iso or "")
    return (
        issued is not None and last is not None and last < issued and phrase.startswith(("đến", "hết", "cho"))
    )


def _is_over(phrase: str, issued: dt.date | None) -> bool:
    """ "… tình hình trong 6 tháng đầu năm 2019" in an act of 2020: a time that is told of, none to act in."""
    if issued is None or not phrase.startswith(("trong", "vào")):
        return False
    value = moments.read(phrase, issued)
    last = moments.last_day(value.iso) if value.iso and not value.inferred else None
    return last is not None and last < issued and value.precision in ("year", "interval")


_CASE_REACH = 800
"""Characters before a time within which the case that it is part of begins; a sentence has no more, and a
clause of a hundred pages without a full stop must not take an hour."""


def _in_condition(low: str, clause: Clause, start: int, end: int) -> bool:
    """ "Nếu được tuyển dụng lại trong thời gian 60 tháng … thì phải hoàn trả", "trường hợp nghỉ trong quý I
    gửi hồ sơ trước …": the time is part of the case."""
    first = max(clause.span[0], start - _CASE_REACH)
    begun = max(low.rfind(mark, first, start) for mark in ".;:") + 1
    before = low[max(first, begun) : start]
    if re.search(
        r"(?:^|,)\s*(?:(?:riêng|đối|với|các|những|mọi)\s+){0,4}trường\s+hợp\s(?!.*\sthì\s)[^,]{0,60}$", before
    ) and low.startswith("trong", start):
        return True
    case = re.search(r"(?:^|[\s,])(?:nếu|trường\s+hợp)\s(?!.*\sthì\s)", before, re.DOTALL)
    return case is not None and re.match(r"[^.;:]{0,400}?\sthì\s", low[end : end + 410]) is not None


def _is_bygone(form: Form, phrase: str, issued: dt.date | None) -> bool:
    """A day over a year before the directive's own, or a stretch of time that has ended: it says which things
    are meant ("nhà mua trước ngày 05/7/1994"), or what happened."""
    if issued is None or not re.search(r"(?:1[89]|20)\d\d", phrase):
        return False
    if form.name == "interval":
        ends = [moments.read(part, issued) for part in re.split(r"đến|-", phrase)[-1:]]
        last = moments.last_day(ends[0].iso) if ends[0].iso and ends[0].precision in ("day", "time") else None
        return last is not None and last < issued
    value = moments.read(phrase, issued)
    last = moments.last_day(value.iso) if value.iso and not value.inferred else None
    return last is not None and last < issued - dt.timedelta(days=365)


def _is_part(low: str, clause: Clause, start: int, phrase: str) -> bool:
    """ "… để hoàn thiện trước khi trình", "từ khâu lập đến khi kết thúc": part of a purpose, of a range."""
    first = max(clause.span[0], start - _CASE_REACH)
    begun = max(low.rfind(mark, first, start) for mark in ".;:,\n\n") + 1
    said = low[max(first, begun) : start]
    if phrase.startswith(("trước khi", "đến khi", "cho đến khi")) and _PURPOSE.search(said):
        return True
    if _REORGANISED.match(low, start) and _REORGANISED_BODY.search(said):
        return True
    if phrase.startswith(("trước khi", "sau khi")) and _HAPPENED.search(said):
        return True
    if "thời điểm" in phrase[:16] and (_HAPPENED.search(said) or _DONE_BY_THEN.search(said)):
        return True  # "các giấy phép cấp trước thời điểm Luật có hiệu lực"
    run = low[max(clause.span[0], start - 160) : start]
    return "đến khi" in phrase[:13] and bool(_FROM_STAGE.search(run) or run.endswith("chờ "))


def _is_bygone_meeting(before: str, phrase: str, issued: dt.date | None) -> bool:
    """ "… ý kiến chỉ đạo tại cuộc họp ngày 22/8/2024": the day names the meeting, and bounds nothing."""
    if not _MEETING.search(before):
        return False
    day = moments.first_day(moments.read(phrase, issued).iso or "")
    return bool(_SAID_AT.search(before)) or (issued is not None and day is not None and day < issued)
