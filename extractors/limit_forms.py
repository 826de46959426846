"""Deadlines that set a limit: no later than a day, on the day itself, until something has been done."""

from __future__ import annotations

from extractors import moments
from extractors.deadline_form import Form, form
from extractors.moments import DAY, TERM, YEARLESS

_LATEST = r"(?:chậm nhất|muộn nhất|trễ nhất)(?: (?:là|vào))?"
_NO_LATER = r"(?<!nhất\s)không (?:được )?(?:(?:muộn|chậm|trễ) (?:hơn|quá)|quá|sau)"
_FEAST = r"(?:(?:dịp|ngày) )?(?:tết(?: nguyên đán)?|quốc khánh|lễ quốc khánh|khai giảng)"
_TODAY = r"(?:(?:sáng|trưa|chiều|tối|đêm) (?:nay|mai)|hôm nay|ngày mai)"

LIMIT_FORMS: tuple[Form, ...] = (
    form(
        "by",
        "by",
        rf"{_NO_LATER} (?:(?:cuối|đầu) )?(?:(?:{moments.HOUR}),? )?"
        rf"(?:{DAY}|{YEARLESS}|{moments.MONTH}|{moments.QUARTER}|{moments.YEAR}|"
        r"ngày \d{1,2}(?= của| h[ằà]ng))"
        r"(?: của tháng (?:đó|sau|kế tiếp|tiếp theo))?",
        needs=("không",),
    ),
    form(
        "by",
        "by",
        rf"{_LATEST} (?:trong )?ngày làm việc (?:tiếp theo|kế tiếp|liền kề|hôm sau|liền sau)"
        r"(?! (?:ngày|sau|khi)\s)",
        needs=("làm việc",),
        confidence=0.85,
    ),
    form(
        "before",
        "before",
        rf"(?:{_LATEST} )?{TERM} trước {_FEAST}(?: {moments.LUNAR_YEAR})?"
        rf"(?: năm {moments.YEAR_NUMBER})?(?!\w)",
        needs=("trước",),
        confidence=0.85,
    ),
    form(
        "after",
        "after",
        rf"(?:kể )?từ (?:{moments.HOUR}),? {_TODAY}"
        rf"(?:,? (?:\(?(?:ngày )?)(?:{DAY}|{YEARLESS}|{moments.BARE_DAY})\)?)?",
        needs=("nay", "mai"),
    ),
    form(
        "event",
        "event",
        r"ngay trong ngày (?=(?:văn bản|hồ sơ|công văn|ký|kết thúc|hoàn thành|giao dịch)\s)",
        tail=True,
        needs=("ngay",),
        confidence=0.8,
    ),
    form(
        "event",
        "event",
        r"từ lúc [^,.;:()]{3,80}?\s(?:cho )?(?:đến|tới) (?:khi|lúc)\s",
        tail=True,
        needs=("lúc",),
    ),
    form(
        "before",
        "before",
        rf"trước khi (?:hết|kết thúc) (?:{DAY}|{YEARLESS}|{moments.MONTH}|{moments.QUARTER}|"
        rf"(?:năm (?:ngân sách|học|tài chính) )?{moments.YEAR_NUMBER}|{moments.YEAR})(?!\w)",
        needs=("trước khi",),
        confidence=0.85,
    ),
    form(
        "before",
        "before",
        rf"trước (?:lễ|hội nghị|cuộc họp|kỳ họp|phiên họp|đại hội)(?: (?!thứ )[^\W\d]\w{{0,7}}){{0,4}} "
        rf"(?:{DAY}|(?:tháng )?\d{{1,2}}\s?[-/]\s?{moments.YEAR_NUMBER})",
        needs=("trước",),
        confidence=0.8,
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:\d{{1,2}} lần )?(?:mỗi|hằng|hàng) ngày,? vào (?:lúc )?(?:{moments.HOUR})"
        rf"(?:(?:,| và) (?:{moments.HOUR})){{1,3}}",
        needs=("ngày",),
    ),
    form(
        "event",
        "event",
        r"(?:(?<=xong\W)|(?<=hoàn\Wthành\W)|(?<=hoàn\Wtất\W))trước lúc (?=[^\W\d])",
        tail=True,
        needs=("lúc",),
        confidence=0.7,
    ),
    form(
        "interval",
        "on",
        rf"(?<=:\W)(?:{DAY}\s?[-–]\s?{DAY}|\d{{1,2}}\s?[-–]\s?{DAY})(?=\s*(?:[.,;(]|$))",
        needs=("thời gian", "thời hạn"),
        confidence=0.7,
    ),
    form(
        "vague",
        "by",
        r"trong (?:một )?thời gian (?:tương đối |rất )?ngắn(?! nhất)(?=\s*(?:[.,;]|$))",
        needs=("gian",),
        confidence=0.6,
    ),
)
