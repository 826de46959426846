"""The ways directives print a deadline, as a table: name, bound, pattern over folded text, confidence.

Order matters: an earlier form takes its letters from the later ones. A blank in a pattern stands for any run
of blanks (a line's end inside a phrase).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import moments
from extractors.model import Bound
from extractors.moments import COUNT, DAY, EACH, FIXED, LEAF, TERM, YEARLESS, spaced

_W = r"(?<!\w)"
_BACK = spaced(
    r"(?:các )?(?:(?:khoảng )?thời gian|thời hạn|thời điểm|ngày|mốc thời gian) "
    r"(?:nêu trên|nói trên|trên|này|đó|quy định trên)"
)
POINTS_BACK = re.compile(rf"(?:sau|quá|trước|trong|đúng|đến)\s+{_BACK}")
AFTER_EVENT = spaced(r"(?:kể từ|tính từ|sau khi|từ khi|từ ngày|trước khi|trước ngày|sau)")
_LATEST = spaced(
    r"(?:chậm nhất|muộn nhất|trễ nhất|hạn cuối|hạn chót)(?: (?:là|vào|đến|trước|trong|hết|sau|cùng)){0,3}"
)


_WEEKDAY = r"(?:\s*\(\s*(?:thứ\s+\w+|chủ\s+nhật)\s*\))?"
_THIS_ACT = (
    r"(?:quyết định|công văn|văn bản|thông báo|kế hoạch|chỉ thị|hướng dẫn|nghị quyết|kết luận|quy định) này"
)
_FEAST = (
    r"(?:(?:ngày|dịp|lễ|đại lễ|kỳ nghỉ|nghỉ) ){1,3}(?:quốc khánh|giải phóng miền nam|quốc tế lao động|giỗ tổ|"
    r"giáng sinh|thương binh|khai giảng|tết|lễ)"
)
_RECURS = ("hằng", "hàng", "mỗi", "từng", "định", "lần", "tháng đầu", "tháng cuối")
_NEEDS: dict[str, tuple[str, ...]] = {
    "interval": ("từ", "(", "trong ngày"),
    "season": ("từ nay",),
    "weekly": ("tuần",),
    "length": ("từ", "quá", "đa"),
    "during": ("gian",),
    "when-needed": ("khi có", "khi được", "khi phát hiện", "khi hoàn thành"),
    "years": ("năm",),
    "until": ("từ",),
    "ad-hoc": ("đột xuất",),
    "within": _RECURS,
    "edge": ("đầu", "giữa", "cuối", "hằng", "hàng", "mỗi", "từng"),
    "back": ("thời", "ngày", "mốc"),
    "recurring": _RECURS,
    "last": _RECURS,
    "each": _RECURS,
    "occasion": ("dịp",),
    "planned": ("dự",),
    "throughout": ("suốt", "gian"),
    "periodic": ("định",),
    "term": ("ngày", "giờ", "tiếng", "tháng", "tuần", "năm", "phút"),
    "year": ("năm",),
    "vague": ("nhất", "đúng", "hạn", "đảm"),
    "event": ("khi", "ngay", "sau", "trước", "trong", "tại", "từ nay"),
    "start": ("sau", "từ", *_RECURS),
    "on": ("vào", "lúc", "hồi", "giờ", "h", "g", "sáng", "chiều", "tối", "trưa"),
    "bare": ("/", "tháng", "-", ".", "tết"),
    "before": ("trước",),
    "after": ("từ", "sau"),
}
_NEEDS_BY: dict[str, tuple[str, ...]] = {"by": ("nhất", "hạn", "không", "đến", "hết", "trong", "thúc")}


@dataclass(frozen=True, slots=True)
class Form:
    """A way to print a deadline. ``tail``: an event follows, which `events.end` bounds."""

    name: str
    bound: Bound
    pattern: re.Pattern[str]
    tail: bool = False
    confidence: float = 0.95
    needs: tuple[str, ...] = ("",)
    """Words one of which every print of it holds: most clauses hold none, and are not searched."""


def _form(
    name: str,
    bound: Bound,
    pattern: str,
    tail: bool = False,
    confidence: float = 0.95,
    needs: tuple[str, ...] | None = None,
) -> Form:
    return Form(
        name,
        bound,
        re.compile(_W + spaced(pattern)),
        tail,
        confidence,
        needs or _NEEDS.get(name, _NEEDS_BY.get(bound, ("",))),
    )


FORMS: tuple[Form, ...] = (
    _form(
        "recurring",
        "recurring",
        rf"(?:vào |trước |{_LATEST} |lúc )?(?:{moments.HOUR})(?:\s*(?:,|"
        rf"và)\s*(?:{moments.HOUR}))?\s*,?\s*(?:(?:thứ \w+|ngày \d{{1,2}}) )?{EACH}",
    ),
    _form(
        "recurring",
        "recurring",
        rf"(?:vào |trước |{_LATEST} )?(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) {EACH}",
    ),
    _form(
        "interval",
        "on",
        rf"(?:(?:trong (?:thời gian |khoảng )?)?từ|trong(?= ngày)) (?:(?:buổi )?(?:sáng|trưa|chiều|tối) )?"
        rf"(?:{LEAF}|{moments.BARE_DAY}|ngày \d{{1,2}}){_WEEKDAY}\s*(?:cho )?(?:đến|-)\s*(?:hết )?"
        rf"(?:(?:buổi )?(?:sáng|trưa|chiều|tối) )?{LEAF}{_WEEKDAY}",
    ),
    _form(
        "interval",
        "on",
        rf"(?<=\()(?:ngày )?\d{{1,2}}\s?[-–]\s?\d{{1,2}}\s?/\s?\d{{1,2}}\s?/\s?{moments.YEAR_NUMBER}",
    ),
    _form(
        "interval",
        "on",
        rf"(?:vào |trong )?(?:các |hai |ba |02 |03 )?ngày \d{{1,2}}(?:\s?,\s?\d{{1,2}}){{0,5}}\s?(?:,|-|–|và)"
        rf"\s?(?:ngày )?(?:\d{{1,2}}\s?/\s?\d{{1,2}}\s?/\s?|\d{{1,2}} tháng \d{{1,2}} năm )"
        rf"{moments.YEAR_NUMBER}",
        needs=("ngày",),
    ),
    _form(
        "until",
        "by",
        rf"(?:kể )?từ {DAY} (?:cho )?đến (?:hết )?(?:ngày |khi )(?=bầu cử|khai mạc|bế mạc|kết thúc|tổ chức)",
        tail=True,
        confidence=0.7,
    ),
    _form(
        "interval",
        "by",
        rf"(?:kể )?từ ngày (?:ký|{_THIS_ACT})[^,.;:()]{{0,40}}?\s(?:cho )?đến (?:hết )?{DAY}",
    ),
    _form(
        "recurring",
        "recurring",
        rf"(?:vào |trong )?tuần (?:đầu|cuối|thứ \w+)(?: của)? {EACH}",
    ),
    _form(
        "weekly",
        "recurring",
        r"(?:vào )?(?:tất cả )?(?:các )?(?:(?:sáng|chiều|ngày|buổi) ){0,2}(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|"
        r"chủ nhật) (?:đầu|cuối) tuần",
    ),
    _form("ahead", "before", rf"trước (?:ít nhất|tối thiểu) {TERM}"),
    _form("ahead", "before", rf"trước (?:{COUNT} phút|{TERM}(?=\s*(?:[.,;)]|$|so với|để)))"),
    _form("ahead", "before", rf"(?:ít nhất|tối thiểu) {TERM} trước (?:khi|ngày)\s", tail=True),
    _form("back", "after", rf"(?:sau|quá) {_BACK}"),
    _form("back", "before", rf"trước {_BACK}"),
    _form("back", "by", rf"(?:trong|đúng|đến) (?:{_BACK.replace('|ngày|', '|')})", confidence=0.7),
    _form(
        "recurring",
        "recurring",
        rf"(?:(?:định kỳ|{EACH}),?\s*\(?\s*)?(?:trước|{_LATEST}|vào|đến) (?:{YEARLESS}|ngày "
        rf"\d{{1,2}}|(?:\d{{1,2}}|{moments.BARE_DAY})(?=\s+{EACH}))\s*(?:của )?(?:"
        rf"(?:tháng (?:đầu tiên|đầu|cuối cùng|cuối|sau)|{EACH})"
        rf"(?: (?:của )?(?:mỗi )?(?:quý(?: (?:tiếp theo|sau|liền kề|kế tiếp))?|{EACH}))?)"
        rf"(?:,? (?:kể từ|bắt đầu từ) {moments.YEAR})?",
    ),
    _form(
        "recurring",
        "recurring",
        rf"{EACH},?\s*\(?\s*(?:trước|{_LATEST}|vào) (?:{YEARLESS}|ngày \d{{1,2}})\)?",
    ),
    _form(
        "recurring",
        "recurring",
        rf"định kỳ (?:ngày \d{{1,2}} )?(?:{EACH}|{COUNT} (?:tháng|năm|tuần|quý|ngày)(?:\s*(?:một lần|"
        rf"/\s*lần)|\s*(?:,|và)\s*(?:h[ằà]ng |cả )?năm)?|(?:năm|quý|tháng|tuần)(?! \d))",
    ),
    _form(
        "recurring",
        "recurring",
        rf"{COUNT} (?:tháng|năm|tuần|quý|ngày|phút|giờ)\s*(?:(?:một|01|1|hai|\d+) lần|/\s*(?:1 |01 )?lần)",
    ),
    _form(
        "recurring",
        "recurring",
        r"(?:mỗi|h[ằà]ng) (?:năm|quý|tháng|tuần|ngày) (?:ít nhất )?(?:một|\d{1,2}|hai) lần",
    ),
    _form(
        "term",
        "by",
        rf"(?:{_LATEST}|trong (?:vòng|thời hạn|thời gian)?|không quá|thời hạn|sau)\s*(?:tối đa |không quá |"
        rf"là )?{TERM}(?:\s*,)?(?=\s*{AFTER_EVENT}(?!\w))",
        tail=True,
    ),
    _form(
        "term",
        "by",
        rf"(?:{_LATEST}|trong (?:vòng|thời hạn)|trong (?:thời gian )?(?:không quá )?)\s*(?:tối đa |không "
        rf"quá )?{TERM}(?:\s*\((?:kể|tính) từ[^()]{{1,80}}\))?",
    ),
    _form("length", "by", rf"{TERM}\s*,?(?=\s*(?:(?:kể|tính) từ|sau khi)(?!\w))", tail=True, confidence=0.8),
    _form("length", "by", rf"(?:không quá|tối đa) {TERM}", confidence=0.8),
    _form("by", "by", rf"{_LATEST}\s*{FIXED}"),
    _form("by", "by", rf"không (?:muộn|chậm|trễ) (?:hơn|quá) {FIXED}"),
    _form("before", "before", rf"trước (?:{FIXED}|{moments.BARE_DAY})"),
    _form("before", "before", rf"trước {_FEAST}(?: \w+){{0,3}}?\s*\(?(?:{DAY}|{moments.BARE_DAY})\)?"),
    _form(
        "before",
        "before",
        rf"trước {_FEAST}(?: nguyên đán)?(?: {moments.LUNAR_YEAR})?(?: năm {moments.YEAR_NUMBER})?",
    ),
    _form(
        "by",
        "by",
        rf"(?<!tính\s)(?:cho đến|đến hết|đến trước|đến|hết) (?:{DAY}|{YEARLESS}|ngày \d{{1,2}}(?= h[ằà]ng)|"
        rf"{moments.MONTH}|{moments.QUARTER})",
    ),
    _form(
        "by",
        "by",
        rf"(?:ngay )?trong (?:{DAY}|{YEARLESS}|{moments.WEEK}|{moments.MONTH}|{moments.QUARTER}|"
        rf"{moments.SEASON}|tuần này|ngày hôm nay|"
        r"ngày làm việc (?:tiếp theo|kế tiếp|liền kề|đó|hôm sau)|ngày(?=\s*(?:[.;]|$)))",
    ),
    _form(
        "years",
        "by",
        rf"trong (?:(?:hai|ba|bốn|\d{{1,2}}) )?năm {moments.YEAR_NUMBER}\s?(?:-|–|và|đến)\s?"
        rf"(?:năm )?{moments.YEAR_NUMBER}",
        confidence=0.75,
    ),
    _form("by", "by", rf"kết thúc (?:năm {moments.YEAR_NUMBER}|{moments.QUARTER})", confidence=0.8),
    _form("year", "by", rf"(?:trong|đến|hết|đến hết|trước|xong trong) {moments.YEAR}", confidence=0.75),
    _form(
        "on",
        "on",
        rf"(?:(?<!bước\s)vào (?:lúc |hồi )?|lúc |hồi )(?:(?:sáng|chiều|tối|cuối|đầu) )?"
        rf"(?:{FIXED}|tháng \w+ h[ằà]ng năm)",
    ),
    _form(
        "after",
        "after",
        rf"(?:kể từ|bắt đầu từ|từ|sau) (?:(?:{moments.HOUR})\s*,?\s*)?{DAY}\s*,?\s*cho đến khi có "
        r"(?:thông báo|chỉ đạo) mới",
    ),
    _form(
        "after",
        "after",
        rf"(?:kể từ|bắt đầu từ|từ|sau) (?:{moments.HOUR})\s*,?\s*{DAY}",
    ),
    _form(
        "on",
        "on",
        rf"(?:{moments.HOUR}|sáng|chiều|tối|trưa)\s*,?\s*(?:(?:sáng|chiều|tối) )?(?:(?:thứ \w+|chủ "
        rf"nhật)\s*,?\s*)?(?:\(\s*thứ \w+\s*\),?\s*)?(?:{DAY}|{YEARLESS})",
    ),
    _form(
        "after",
        "after",
        rf"(?:kể từ|bắt đầu từ|từ|sau) (?:{DAY}|{YEARLESS}|{moments.MONTH}|{moments.QUARTER}|"
        rf"(?:{moments.HOUR}))(?: trở đi)?(?!\s*(?:đến nay|tới nay))",
    ),
    _form("start", "after", rf"(?:kể từ|bắt đầu từ|từ) {moments.YEAR}(?!\s*(?:đến|tới|-))", confidence=0.7),
    _form("vague", "by", r"trong thời gian (?:sớm|ngắn|nhanh) nhất(?: có thể)?|sớm nhất có thể"),
    _form(
        "vague",
        "by",
        r"(?:bảo đảm|đảm bảo) (?:thời hạn|thời gian|tiến độ) (?:theo )?quy định",
        confidence=0.7,
    ),
    _form(
        "vague",
        "by",
        r"(?:theo )?đúng (?:thời hạn|thời gian|hạn|kỳ hạn)(?: (?:đã )?(?:quy định|được giao|yêu "
        r"cầu|đề ra|nêu trên|ghi (?:trong|tại) (?:hợp đồng|kế hoạch|quyết định|văn bản|giấy \w+)))?",
        confidence=0.8,
    ),
    _form(
        "vague",
        "by",
        r"(?:theo )?đúng tiến độ(?: (?:đã )?(?:được )?(?:quy định|đề ra|phê duyệt|giao|yêu cầu|cam kết)"
        r"(?: (?:tại|trong) [^,.;:()]{3,80})?)?",
        confidence=0.7,
    ),
    _form(
        "event",
        "event",
        r"(?:ngay )?trong (?:tháng|tuần|ngày|quý) (?=xảy|phát sinh|có|nhận)",
        tail=True,
        confidence=0.7,
    ),
    _form("event", "event", r"từ khi [^,.;:()]{3,120}?\s(?:cho )?đến khi\s", tail=True, confidence=0.7),
    _form("season", "by", rf"từ nay (?:cho )?đến (?:trước |hết |sau )?{moments.SEASON}", confidence=0.8),
    _form(
        "before",
        "before",
        rf"(?:trước|vào|trong) ngày làm việc (?:đầu tiên|cuối cùng) (?:của )?(?:{moments.MONTH}|"
        rf"{moments.YEAR}|{EACH}|năm|quý|tháng|tuần)(?!\w)",
        confidence=0.8,
    ),
    _form("event", "event", r"từ nay (?:cho )?đến (?:khi |hết )?(?=kết thúc|hết)", tail=True, confidence=0.8),
    _form("event", "event", r"ngay sau khi\s", tail=True),
    _form("event", "event", r"(?:cho )?đến khi\s", tail=True, confidence=0.8),
    _form("event", "event", r"(?:trước|sau) khi\s", tail=True, confidence=0.7),
    _form("event", "event", r"trong khi (?=chưa\s)", tail=True, confidence=0.6),
    _form("event", "event", r"ngay (?:sau|khi)\s", tail=True, confidence=0.9),
    _form(
        "event",
        "event",
        r"khi (?=có sự thay đổi|có thay đổi|phát sinh|xảy ra sự|kết thúc)",
        tail=True,
        confidence=0.6,
    ),
    _form(
        "event",
        "event",
        r"(?:trước|sau) (?=lễ\s|ngày (?:khai|bầu|hội|lễ|diễn|bắt|kết|tổ|đưa|hết)|hội nghị|đại hội|cuộc họp|"
        r"kỳ họp|giờ (?:làm|khai|bắt|thi|họp))",
        tail=True,
        confidence=0.7,
    ),
    _form(
        "event",
        "event",
        r"tại (?=kỳ họp|buổi họp|cuộc họp|phiên họp)"
        r"(?=[^,.;]{0,40}(?:gần nhất|cuối năm|giữa năm|tới|thường kỳ))",
        tail=True,
        confidence=0.6,
    ),
    _form(
        "event",
        "event",
        r"sau mỗi (?:đợt|kỳ|học kỳ|lần|khóa|phiên|cuộc)(?=\s*(?:[,.;]|và\s|$))",
        confidence=0.7,
    ),
    _form(
        "event", "event", r"sau mỗi (?:đợt|kỳ|học kỳ|lần|khóa|phiên|cuộc)(?=\s)", tail=True, confidence=0.7
    ),
    _form(
        "start",
        "event",
        r"sau (?=kiểm điểm|hội nghị|đại hội|cuộc họp|khi|đợt|kiểm tra|giám sát|thanh tra|sơ kết|tổng kết|"
        r"mỗi)",
        tail=True,
        confidence=0.8,
    ),
    _form(
        "start",
        "recurring",
        rf"(?:{EACH})(?=\s*,| (?:chủ|các|tổ|báo|tiến|xây|thực|rà|lập|cấp|có|phải|ban|sở|ủy|tổng|định|đánh|"
        r"cập|gửi|kiểm|thống|theo|công|đăng|phát|họp|đối))",
        confidence=0.85,
    ),
    _form("edge", "recurring", rf"(?:{EACH})(?=\s[^\W\d])", confidence=0.75),
    _form(
        "within",
        "recurring",
        rf"{EACH}(?=\s(?:vào|cho|về|gửi|tại|để|với)\s)",
        confidence=0.6,
    ),
    _form("edge", "recurring", r"(?:cuối|đầu) (?:tháng|quý|tuần)(?=\s[^\W\d])", confidence=0.7),
    _form(
        "edge",
        "by",
        rf"(?:đầu|giữa|cuối) (?:tháng \d{{1,2}}(?:\s?/\s?| năm ){moments.YEAR_NUMBER}|{moments.QUARTER})",
        confidence=0.7,
    ),
    _form(
        "when-needed",
        "event",
        r"khi có (?:yêu cầu|đề nghị|chỉ đạo|kinh phí|hướng dẫn|thông báo|kết quả|văn bản|quyết định|kết luận|"
        r"thiên tai|sự cố|nhà đầu tư)(?!\w)",
        tail=True,
        confidence=0.6,
    ),
    _form(
        "when-needed",
        "event",
        r"khi được (?:[^\s.;:()]{1,12} ){0,8}?(?:yêu cầu|phân công|giao nhiệm vụ|triệu tập|huy động|"
        r"ủy quyền)(?!\w)",
        confidence=0.6,
    ),
    _form("when-needed", "event", r"khi (?:phát hiện|hoàn thành)(?!\w)", tail=True, confidence=0.6),
    _form(
        "event",
        "event",
        r"(?:kể )?từ khi (?=bắt đầu|có|nhận|được|hoàn thành|kết thúc|khởi công)",
        tail=True,
        confidence=0.6,
    ),
    _form(
        "recurring", "recurring", r"(?<=sơ\skết\s)(?:0?6|sáu) tháng(?:,| và) (?:h[ằà]ng năm|1 năm|một năm)"
    ),
    _form("vague", "by", r"ngay trong năm kế hoạch", confidence=0.7),
    _form("planned", "on", rf"dự kiến (?:vào |trong |từ )?(?:{DAY}|{YEARLESS})", confidence=0.8),
    _form(
        "throughout",
        "by",
        r"(?:trong )?suốt (?=(?:thời gian|quá trình|những ngày|các ngày|đợt)\s)",
        tail=True,
        confidence=0.7,
    ),
    _form(
        "throughout",
        "by",
        r"trong thời gian (?=(?:nghỉ|phục vụ|diễn ra|tổ chức|giãn cách|cách ly|bầu cử|thi|cao điểm|lễ|"
        r"tết)\s)",
        tail=True,
        confidence=0.6,
    ),
    _form(
        "during",
        "event",
        r"trong thời gian (?=(?:hoàn thiện|chờ|chưa|thực hiện|triển khai|xây dựng|tiến hành|thi công|lập|"
        r"xử lý|giải quyết|sửa chữa|tạm (?:dừng|ngừng|đình)|đình chỉ|chuẩn bị|tham gia)\s)",
        tail=True,
        confidence=0.6,
    ),
    _form(
        "vague",
        "by",
        r"theo (?:đúng )?thời hạn (?:ghi |nêu |quy định )?(?:trong|tại) (?:văn bản|công văn)",
        confidence=0.7,
    ),
    _form(
        "ad-hoc", "event", r"đột xuất (?:theo|khi có) (?=yêu cầu|chỉ đạo|đề nghị)", tail=True, confidence=0.6
    ),
    _form("event", "event", r"trong ngày (?=bầu cử|khai mạc|lễ|hội|thi\s)", tail=True, confidence=0.7),
    _form("periodic", "recurring", r"định kỳ(?: và đột xuất)?", confidence=0.6),
    _form("each", "recurring", r"mỗi (?:năm|quý|tháng|tuần|ngày)(?! (?:học|tài|công))", confidence=0.75),
    _form("each", "recurring", r"h[ằà]ng (?:ngày|tuần)(?=\s*(?:[.;]|$))", confidence=0.7),
    _form("occasion", "on", rf"(?:nhân|vào) dịp (?:{DAY}|{YEARLESS}|{moments.BARE_DAY})", confidence=0.7),
    _form("last", "recurring", rf"(?<=báo\scáo\s){EACH}|(?<=kỳ\s){EACH}", confidence=0.8),
    _form("when", "on", rf"(?:{moments.MONTH}|{moments.QUARTER}|{moments.YEAR})", confidence=0.8),
    _form("bare", "on", rf"(?:{DAY}|{YEARLESS})", confidence=0.6),
)
