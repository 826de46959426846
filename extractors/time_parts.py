"""A moment by its parts: an hour, a day, a week, a month, a quarter, a year, each within the next.

Directives put them together freely ("cuối giờ chiều | thứ Sáu | tuần cuối cùng | của tháng 6"), and no table
holds every way. A part is a pattern over folded text in which a blank stands for any run of blanks (see
`moments.spaced`); `CHAIN` is two to five parts, the longer time behind the shorter.
"""

from __future__ import annotations

from extractors.moments import COUNT, DAY, HOUR, MONTH, MONTH_DAY, QUARTER, YEAR_NUMBER, YEARLESS

NEXT = r"(?:này|nay|hiện hành|hiện tại|tới|sau liền kề|sau|kế tiếp|tiếp theo|liền kề|liền sau)(?!\w)"
"""Which one, told from today or from the one before."""
ORDER = r"(?:đầu tiên|đầu|giữa|cuối cùng|cuối|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d{1,2}))(?!\w)"
"""Which one of those that a longer time holds."""
EDGE = r"(?:(?:khoảng )?(?:đầu|giữa|cuối|hết|nửa đầu|nửa cuối|thượng tuần|trung tuần|hạ tuần) )"
_HALF = r"(?:(?:buổi )?(?:sáng|trưa|chiều|tối|đêm))"
_OFFICE = r"(?:(?:đầu |cuối |hết )?giờ (?:làm việc|hành chính|sáng|chiều)(?: buổi (?:sáng|chiều))?)"
_WEEKDAY = r"(?:(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7](?!\d))|chủ nhật))"
_ORDERED_DAY = (
    rf"(?:ngày(?: làm việc)? (?:{ORDER}|{NEXT})|{COUNT} ngày(?: làm việc)? (?:đầu|cuối)(?: tiên| cùng)?)"
)
_DAY = rf"(?:{DAY}|{YEARLESS}|{MONTH_DAY}|{_ORDERED_DAY}|(?:ngày )?mai(?!\w))"
_WEEK = rf"(?:tuần(?: lễ)? (?:{ORDER}|{NEXT}))"
_MONTH = rf"(?:{MONTH}(?: này(?!\w))?|tháng (?:{ORDER}|{NEXT}))"
_QUARTER = rf"(?:{QUARTER}|quý {NEXT})"
_HALF_YEAR = r"(?:(?:0?[369]|sáu|ba|chín) tháng (?:đầu|cuối)(?! tiên| cùng))"
_SCHOOL_TERM = rf"(?:học k[ỳì] (?:(?:i{{1,2}}|[12])(?!\w)|{NEXT}))"
_YEAR = (
    r"(?:năm (?:(?:học|ngân sách|tài chính|kế hoạch|công tác) )?"
    rf"(?:{YEAR_NUMBER}(?:\s?[-–]\s?{YEAR_NUMBER})?|{NEXT}|mới(?!\w)))"
)
PART = (
    rf"(?:{EDGE}?(?:{_OFFICE}|{_DAY}|{_WEEK}|{_MONTH}|{_QUARTER}|{_HALF_YEAR}|{_SCHOOL_TERM}|{_YEAR})|"
    rf"(?:{HOUR})|{_HALF}|{_WEEKDAY})"
)
WITHIN = r"(?:\s?, | (?:(?:của|trong|ở) )?)"
"""Between a part and the longer time that it is within."""
CHAIN = rf"{PART}(?:{WITHIN}{PART}){{1,4}}"
NEXT_ONE = (
    rf"(?:{EDGE}?(?:(?:tuần|tháng|quý|học kỳ|năm học) {NEXT})(?! (?:sau|trước|kể|tháng|quý|năm|tuần)(?!\w))|"
    rf"năm (?:ngân sách|tài chính) {YEAR_NUMBER}|nửa (?:đầu|cuối) (?:{MONTH}|năm {YEAR_NUMBER})|"
    rf"ngày(?: làm việc)? cuối(?: cùng)? (?:của )?(?:{MONTH}|{QUARTER}|năm {YEAR_NUMBER})|"
    rf"(?:{_HALF} )?(?:ngày )?mai(?!\w))"
)
"""One part that tells a moment by itself, and that no table of days holds."""
LONGER = r"(?:tuần|tháng|quý)(?!\w| (?:[\divx]|thứ |nghỉ |hè))"
"""A time of no number, of which a part recurs: "ngày làm việc đầu tiên của | tuần"."""
