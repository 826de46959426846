"""The ways directives print a deadline, as a table: name, bound, pattern over folded text, confidence.

Order matters: an earlier form takes its letters from the later ones. A blank in a pattern stands for any run
of blanks (a line's end inside a phrase).
"""

from __future__ import annotations

import re

from extractors import moments
from extractors.composite_forms import COMPOSITE_FORMS, HALF_DAY, IN_TIME, LATEST, WEEKDAY
from extractors.deadline_form import Form, form
from extractors.event_forms import EVENT_FORMS
from extractors.limit_forms import LIMIT_FORMS
from extractors.moments import COUNT, DAY, EACH, FIXED, LEAF, TERM, YEARLESS, spaced
from extractors.parts_forms import PARTS_FORMS
from extractors.told_forms import TOLD_FORMS

_BACK = spaced(
    r"(?:các )?(?:(?:khoảng )?thời gian|(?:thời )?hạn(?: (?:nộp|trả|gửi|báo cáo))?|thời điểm|ngày|"
    r"mốc(?: thời gian)?) "
    r"(?:nêu trên|nói trên|trên|này|đó|quy định trên)(?!\w)"
)
POINTS_BACK = re.compile(rf"(?:sau|quá|qua|hết|trước|trong|đúng|đến)\s+{_BACK}")
AFTER_EVENT = spaced(r"(?:kể từ|tính từ|sau khi|từ khi|từ ngày|trước khi|trước ngày|sau)")


_WEEKDAY = r"(?:\s*\(\s*(?:thứ\s+\w+|chủ\s+nhật)\s*\))?"
_THIS_ACT = (
    r"(?:quyết định|công văn|văn bản|thông báo|kế hoạch|chỉ thị|hướng dẫn|nghị quyết|kết luận|quy định) này"
)
_FEAST = (
    r"(?:(?:ngày|dịp|lễ|đại lễ|kỳ nghỉ|nghỉ) ){1,3}(?:quốc khánh|giải phóng miền nam|quốc tế lao động|giỗ tổ|"
    r"giáng sinh|thương binh|khai giảng|tết|lễ|hè)"
)
_SCHOOL_YEAR = rf"năm học {moments.YEAR_NUMBER}\s?[-–]\s?{moments.YEAR_NUMBER}"
_SEMESTER = (
    r"(?:(?:học kỳ|học kì|hk)\s?(?:i{1,3}|[1-3])|hk\s?\d{3})(?!\w)"
    rf"(?:,? {_SCHOOL_YEAR}|\s?[/,]\s?\d{{4}}\s?[-–]\s?\d{{4}})?"
)
"""A semester as universities name it: "học kỳ 1 năm học 2025-2026", "học kỳ 1/2025-2026", "HK251"."""
_DAYS = r"\d{1,2}(?:\s?/\s?\d{1,2})?(?:\s?(?:,|và) ?(?:ngày )?\d{1,2}(?:\s?/\s?\d{1,2})?){1,5}"
"""Several days of every month or year: "15/6 và 15/12", "10, 20, 30"."""
FORMS: tuple[Form, ...] = (
    *TOLD_FORMS,
    *LIMIT_FORMS,
    *COMPOSITE_FORMS,
    form(
        "recurring",
        "recurring",
        rf"(?:trước|vào|đến|{LATEST}) (?:các )?(?:ngày )?{_DAYS} (?:của )?{EACH}",
    ),
    form(
        "recurring",
        "recurring",
        rf"{EACH},? (?:bắt đầu )?từ (?:{moments.HOUR})(?: {HALF_DAY})?\s?(?:đến|-|–)\s?(?:{moments.HOUR})"
        rf"(?: {HALF_DAY})?",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:từ )?(?:{moments.HOUR})(?: {HALF_DAY})?\s?(?:đến|-|–)"
        rf"\s?(?:{moments.HOUR})(?: {HALF_DAY})?"
        rf"\s?,? {EACH}(?: trong suốt {moments.SEASON})?",
    ),
    form(
        "recurring",
        "recurring",
        r"(?:ít nhất |tối thiểu )?(?:\d{1,2}|một|hai|ba|bốn) (?:lần|buổi|cuộc|ngày|kỳ)\s?/\s?"
        r"(?:năm|tháng|quý|tuần|ngày|học kỳ|kỳ)(?!\w)",
        needs=("/",),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:vào |trước |{LATEST} )?(?:ngày|tuần)(?: làm việc)? (?:đầu tiên|cuối cùng|đầu|cuối) (?:của )?"
        rf"(?:{EACH}|tháng(?! \d)|quý(?! [ivx\d]))",
        needs=("ngày", "tuần"),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:{EACH},?\s*)?{LATEST}\s(?:vào )?ngày (?:làm việc thứ \w+|\d{{1,2}}|cuối cùng|"
        rf"thứ [^\W\d]{{2,5}}(?: mươi)?(?: [^\W\d]{{2,4}})?) (?:của )?"
        r"tháng (?:sau|kế tiếp|tiếp theo|liền kề|liền trước|liền sau|trước)(?!\w)",
        needs=("tháng",),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:vào |trước |{LATEST} |lúc )?(?:{moments.HOUR})(?:\s*(?:,|"
        rf"và)\s*(?:{moments.HOUR}))?\s*,?\s*(?:{HALF_DAY} )?"
        rf"(?:(?:(?:ngày )?thứ \w+|ngày \d{{1,2}}) )?{EACH}",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:định kỳ )?(?:vào |trong )?tuần (?:đầu|cuối|thứ \w+)(?: của)? {EACH}",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:vào |trước |{LATEST} )?(?:các )?(?:(?:ngày|buổi) )?(?:{HALF_DAY} )?"
        rf"{WEEKDAY}(?:(?: và |\s?, )(?:{HALF_DAY} )?{WEEKDAY}){{0,4}} {EACH}",
    ),
    form(
        "interval",
        "on",
        r"(?:(?:trong (?:thời gian |khoảng |tuần )?)?từ|trong(?= ngày)) "
        r"(?:(?:buổi )?(?:sáng|trưa|chiều|tối) )?"
        rf"(?:{LEAF}|{moments.BARE_DAY}|ngày \d{{1,2}}|\d{{1,2}}(?= đến)){_WEEKDAY}\s*(?:cho )?(?:đến|-)\s*"
        rf"(?:hết )?(?:(?:buổi )?(?:sáng|trưa|chiều|tối) )?{LEAF}{_WEEKDAY}"
        r"(?: (?:sáng|trưa|chiều|tối))?(?: (?:ngày )?hôm sau)?",
    ),
    form("interval", "on", rf"từ ngày \d{{1,2}} đến (?:hết )?{moments.BARE_DAY}"),
    form(
        "interval",
        "on",
        rf"(?<=\()(?:ngày )?\d{{1,2}}\s?[-–]\s?\d{{1,2}}\s?/\s?\d{{1,2}}\s?/\s?{moments.YEAR_NUMBER}",
    ),
    form(
        "interval",
        "on",
        rf"(?:vào |trong )?(?:các |(?:{COUNT}) )?ngày \d{{1,2}}(?:\s?,\s?\d{{1,2}}){{0,5}}\s?(?:,|-|–|và)"
        rf"\s?(?:ngày )?(?:\d{{1,2}}\s?/\s?\d{{1,2}}\s?/\s?|\d{{1,2}} tháng \d{{1,2}} năm )"
        rf"{moments.YEAR_NUMBER}",
        needs=("ngày",),
    ),
    form(
        "until",
        "by",
        rf"(?:kể )?từ {DAY} (?:cho )?đến (?:hết )?(?:ngày |khi )(?=bầu cử|khai mạc|bế mạc|kết thúc|tổ chức)",
        tail=True,
        confidence=0.7,
    ),
    form(
        "interval",
        "by",
        r"(?:trong (?:thời hạn|thời gian)(?: chuyển tiếp)? )?(?:kể )?từ ngày "
        rf"(?:ký|(?:ban hành )?{_THIS_ACT})[^,.;:()]{{0,40}}?\s(?:cho )?đến (?:hết )?{DAY}",
    ),
    form(
        "weekly",
        "recurring",
        r"(?:vào )?(?:tất cả )?(?:các )?(?:(?:sáng|chiều|ngày|buổi) ){0,2}(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|"
        r"chủ nhật) (?:đầu|cuối) (?:tuần|tháng)"
        r"(?! (?:\d|này|tới|(?:sau|trước)(?! (?:khi|giờ|ngày|\d))))",
    ),
    form(
        "ahead",
        "before",
        rf"trước (?:ít nhất |tối thiểu )?{TERM} "
        r"(?=(?:so với|tính đến|tính từ|kể từ) (?:ngày|giờ|thời|hạn|lịch))",
        tail=True,
    ),
    form("ahead", "before", rf"trước (?:ít nhất|tối thiểu) {TERM}"),
    form("ahead", "before", rf"trước (?:{COUNT} phút|{TERM}(?=\s*(?:[.,;)]|$|so với|để)))"),
    form(
        "ahead",
        "before",
        rf"{IN_TIME}(?:(?:ít nhất|tối thiểu)(?: là)? |{LATEST} )?{TERM}(?:\s*,)? trước "
        r"(?:khi|ngày(?! \d)|giờ|thời điểm|lễ|tết|hội nghị|cuộc họp|kỳ (?:họp|sinh hoạt|thi|kiểm tra)|"
        r"đại hội|buổi|phiên|lịch (?:tiếp|họp|làm|kiểm)|đợt|ca)(?!\w)",
        tail=True,
    ),
    form(
        "ahead",
        "before",
        rf"(?:{LATEST} )?trước (?:khi |thời gian |ngày |giờ )?(?:[^\W\d][^\s,.;:()]{{0,9}} ){{1,12}}?"
        rf"(?:ít nhất |tối thiểu )?{TERM}(?=\s*(?:[.,;)]|$))",
    ),
    form(
        "later",
        "by",
        r"(?:ngay )?sau (?!đó )(?:khi |ngày )?(?:[^\W\d][^\s,.;:()]{0,9} ){1,8}?"
        rf"{TERM}(?=\s*(?:[.,;)]|$))",
        needs=("sau",),
        confidence=0.8,
    ),
    form("by", "by", rf"(?:ngay )?trong đêm (?:{DAY}|{YEARLESS}|{moments.BARE_DAY}|nay)", needs=("đêm",)),
    form("eve", "before", r"trước thềm (?=[^\W\d])", tail=True, needs=("thềm",), confidence=0.8),
    form(
        "event",
        "event",
        rf"(?:{LATEST} )?(?:trong |vào )?(?<!\d\W)ngày(?: làm việc)? (?:liền kề )?"
        r"(?:tiếp theo|kế tiếp|liền sau) (?=(?:ngày|kể từ|của ngày|sau ngày) [^\W\d])",
        tail=True,
        needs=("theo", "tiếp", "sau"),
        confidence=0.8,
    ),
    form("back", "after", rf"(?:sau|quá|hết|qua) {_BACK}"),
    form(
        "back",
        "by",
        r"trong (?:suốt )?(?:khoảng )?thời gian (?:[^\W\d]{1,8} ){1,4}(?:nêu|nói) trên(?!\w)",
        needs=("trên",),
        confidence=0.7,
    ),
    form("back", "before", rf"trước {_BACK}"),
    form(
        "back",
        "by",
        r"cùng (?:với )?(?:thời hạn|thời gian|thời điểm) "
        r"(?:(?:như )?(?:nêu |quy định )?(?:tại|ở) |(?:với|như) )"
        r"(?:điểm|khoản|mục|tiết|ý) (?:\d[\w.]{0,4}|[a-zđ]|[ivx]{1,4})(?: (?:nêu )?trên)?(?!\w)",
        needs=("cùng",),
        confidence=0.7,
    ),
    form("back", "by", rf"(?:trong|đúng|đến) (?:{_BACK.replace('|ngày|', '|')})", confidence=0.7),
    form(
        "recurring",
        "recurring",
        rf"(?:(?:định kỳ(?: {EACH})?|{EACH}),?\s*\(?\s*)?(?:trước|{LATEST}|vào|đến) (?:{YEARLESS}|ngày "
        rf"(?:mùng |mồng )?\d{{1,2}}|(?:\d{{1,2}}|{moments.BARE_DAY})(?=\s+{EACH}))\s*(?:của )?(?:"
        rf"(?:tháng (?:đầu tiên|đầu|cuối cùng|cuối|sau)|{EACH})"
        rf"(?: (?:của )?(?:mỗi )?(?:quý(?: (?:tiếp theo|sau|liền kề|kế tiếp))?|{EACH}))?)"
        rf"(?:,? (?:kể từ|bắt đầu từ) {moments.YEAR})?",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:định kỳ )?{EACH},?\s*\(?\s*(?:trước|{LATEST}|vào) "
        r"(?:" + YEARLESS + r"|ngày \d{1,2}(?!\d|\s?[/.-]\s?\d|\s+tháng\s+\d))\)?",
    ),
    form(
        "recurring",
        "recurring",
        rf"định kỳ (?:ngày \d{{1,2}} )?(?:{EACH}|{COUNT} (?:tháng|năm|tuần|quý|ngày)(?:\s*(?:một lần|"
        rf"/\s*lần)|\s*(?:,|và)\s*(?:h[ằà]ng |cả |{COUNT} )?năm)?|(?:năm|quý|tháng|tuần)(?! \d)"
        rf"(?:(?:\s?, | và )(?:(?:0?[369]|sáu|chín) tháng|năm|quý)(?! \d)){{0,3}})"
        rf"(?: (?:một|01|1|hai|\d{{1,2}}) lần)?(?: (?:hoặc|và) (?:đột xuất )?khi có yêu cầu)?",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:ít nhất |tối thiểu )?{COUNT} (?:tháng|năm|tuần|quý|ngày|phút|giờ)\s*"
        r"(?:(?:một|01|1|hai|\d+) lần|/\s*(?:1 |01 )?lần)",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:ít nhất |tối thiểu )?{COUNT} (?:lần|buổi|cuộc|đợt|kỳ) (?:trong|mỗi) "
        r"(?:năm|quý|tháng|tuần|ngày)(?! \d)",
        needs=("lần", "buổi", "cuộc", "đợt", "kỳ"),
    ),
    form(
        "recurring",
        "recurring",
        r"(?:ít nhất |tối thiểu )?mỗi (?:năm học|học kỳ|học kì|khóa(?: học)?|nhiệm kỳ|đợt|vụ) "
        r"(?:(?:ít nhất|tối thiểu|họp|báo cáo|tổ chức) ){0,2}(?:một|hai|ba|\d{1,2}) lần",
    ),
    form(
        "term",
        "by",
        rf"(?:(?:{LATEST} )?trong (?:vòng|(?:thời )?hạn|thời gian)?|{LATEST}|"
        r"không (?:muộn|chậm|trễ) (?:hơn|quá)|sau không quá|không quá|tối đa|(?:quá )?thời hạn|sau)"
        r"\s*(?:(?:tối đa|không quá|chậm nhất|là) ){0,2}"
        rf"{TERM}(?:\s*,)?(?=\s*{AFTER_EVENT}(?!\w))",
        tail=True,
    ),
    form(
        "term",
        "by",
        rf"(?:(?:{LATEST} )?trong (?:vòng|(?:thời )?hạn)|{LATEST}|"
        rf"trong (?:thời gian (?:là )?)?(?:không quá )?)"
        rf"\s*(?:(?:tối đa|không quá|chậm nhất|là) ){{0,2}}{TERM}"
        r"(?: (?:tới|liên tục|liền))?(?:\s*\((?:kể|tính) từ[^()]{1,80}\))?",
    ),
    form(
        "length",
        "by",
        rf"{TERM}\s*,?(?=\s*(?:(?:kể|tính) từ|sau khi)(?!\w))",
        tail=True,
        needs=("từ", "sau khi"),
        confidence=0.8,
    ),
    form("by", "by", rf"không (?:muộn|chậm|trễ) (?:hơn|quá) {TERM}(?: so với [^,.;:()]{{3,40}}(?=[,.;]|$))?"),
    form(
        "length", "by", rf"(?:tối đa (?:không quá|là)|không (?:được |để )?quá|tối đa) {TERM}", confidence=0.8
    ),
    form("by", "by", rf"{LATEST}\s*{FIXED}"),
    form("by", "by", rf"không (?:muộn|chậm|trễ) (?:hơn|quá) {FIXED}"),
    form("by", "by", rf"không (?:được )?quá (?:{DAY}|{YEARLESS})", needs=("quá",)),
    form(
        "before",
        "before",
        rf"trước (?:thời điểm |lúc )?(?:{moments.HOUR})\s?[’']?\s?,? (?:(?:thứ \w+|chủ nhật)\s?,? ?)?{DAY}",
    ),
    form("before", "before", r"trước \d{1,2} tháng \d{1,2}(?![\d/]|\s?năm)"),
    form(
        "several",
        "before",
        r"trước (?:ngày )?\d{1,2}\s?/\s?\d{1,2}"
        r"(?:\s?(?:,|và)\s?(?:ngày )?\d{1,2}\s?/\s?\d{1,2}(?![\d/]|\s?/)){1,6}(?! h[ằà]ng)",
        needs=("trước",),
    ),
    form("before", "before", rf"trước (?:{FIXED}|{moments.BARE_DAY})"),
    form("before", "before", rf"trước {_FEAST}(?: \w+){{0,3}}?\s*\(?(?:{DAY}|{moments.BARE_DAY})\)?"),
    form(
        "before",
        "before",
        rf"(?:{LATEST} )?trước {_FEAST}(?: nguyên đán)?(?: năm học(?: mới)?)?(?: {moments.LUNAR_YEAR})?"
        rf"(?: năm {moments.YEAR_NUMBER})?",
    ),
    form(
        "by",
        "by",
        rf"(?<!tính\s)(?:cho đến|đến hết|đến trước|đến|hết) (?:{DAY}|{YEARLESS}|ngày \d{{1,2}}(?= h[ằà]ng)|"
        rf"{moments.MONTH}|{moments.QUARTER})",
    ),
    form(
        "by",
        "by",
        r"(?:ngay |nội )?trong (?:(?:kỳ|đợt|phiên|buổi|cuộc|sinh hoạt) (?:(?!tháng|quý|năm)\w{2,8} ){1,6})?"
        rf"(?:{DAY}|{YEARLESS}|{moments.WEEK}|{moments.MONTH}|{moments.QUARTER}|"
        rf"{moments.SEASON}|tuần này|ngày hôm nay|"
        r"ngày làm việc (?:tiếp theo|kế tiếp|liền kề|đó|hôm sau)|ngày(?=\s*(?:[.;]|$)))",
    ),
    form(
        "year",
        "by",
        r"trong (?:0?[369]|sáu) tháng cuối năm(?! \d)",
        needs=("trong",),
        confidence=0.75,
    ),
    form("by", "by", rf"trong {_SEMESTER}", needs=("học kỳ", "hk")),
    form("on", "on", rf"đúng (?:vào )?(?:{DAY}|{YEARLESS})", needs=("đúng",), confidence=0.8),
    form("occasion", "on", rf"đúng dịp (?:{DAY}|{YEARLESS}|{moments.BARE_DAY})", needs=("dịp",)),
    form(
        "by",
        "by",
        rf"(?:vào |trong )?(?:thượng|trung|hạ) tuần (?:{moments.MONTH})",
        needs=("tuần",),
    ),
    form(
        "interval",
        "on",
        rf"trong tuần từ (?:ngày )?\d{{1,2}} (?:đến|-) (?:hết )?(?:ngày )?{moments.BARE_DAY}",
        needs=("tuần",),
    ),
    form("term", "by", rf"trong {TERM} (?:liền kề|tiếp theo|kế tiếp|tới)", needs=("trong",)),
    form("length", "by", rf"quá {COUNT} (?:giờ|ngày|ngày làm việc)(?= mà không )", confidence=0.7),
    form(
        "years",
        "by",
        rf"trong (?:(?:hai|ba|bốn|\d{{1,2}}) )?năm {moments.YEAR_NUMBER}\s?(?:-|–|và|đến)\s?"
        rf"(?:năm )?{moments.YEAR_NUMBER}",
        confidence=0.75,
    ),
    form("by", "by", rf"kết thúc (?:năm {moments.YEAR_NUMBER}|{moments.QUARTER})", confidence=0.8),
    form(
        "year",
        "by",
        rf"(?:(?:ngay |nội )?trong|đến|hết|đến hết|trước|xong trong) {moments.YEAR}",
        confidence=0.75,
    ),
    form(
        "on",
        "on",
        rf"(?<!lần\s)(?:vào )?(?:ngày )?(?:(?:sáng|chiều|tối) )?{WEEKDAY}"
        rf"(?:,? ngày|\s*\(\s*(?:ngày )?|,?\s)\s*{DAY}\)?",
        needs=("thứ", "chủ"),
    ),
    form(
        "on",
        "on",
        rf"(?:(?<!bước\s)vào (?:lúc |hồi )?|lúc |hồi )(?:(?:sáng|chiều|tối|cuối|đầu) )?"
        rf"(?:{FIXED}|tháng \w+ h[ằà]ng năm)",
        needs=("vào", "lúc", "hồi"),
    ),
    form(
        "after",
        "after",
        rf"(?:kể từ|bắt đầu từ|từ|sau) (?:(?:{moments.HOUR}|sáng|chiều|tối|trưa)\s*,?\s*)?{DAY}\s*,?\s*"
        r"cho (?:đến|tới) khi có (?:thông báo|chỉ đạo) mới",
    ),
    form(
        "after",
        "after",
        rf"(?:kể từ|bắt đầu từ|từ|sau) (?:{moments.HOUR}|sáng|chiều|tối|trưa)\s*,?\s*{DAY}",
    ),
    form("after", "after", rf"(?:kể từ|từ|sau) (?:{moments.HOUR}) (?:sáng|chiều|tối|trưa|đêm)(?! ngày| \d)"),
    form(
        "on",
        "on",
        rf"(?:{moments.HOUR}|sáng|chiều|tối|trưa)\s*,?\s*(?:(?:sáng|chiều|tối) )?(?:(?:thứ \w+|chủ "
        rf"nhật)\s*,?\s*)?(?:\(\s*thứ \w+\s*\),?\s*)?(?:{DAY}|{YEARLESS})",
    ),
    form(
        "after",
        "after",
        rf"(?:{LATEST} )?(?:kể từ|bắt đầu từ|từ|sau) (?:{DAY}|{YEARLESS}|{moments.MONTH}|{moments.QUARTER}|"
        rf"(?:{moments.HOUR}))(?: trở đi)?(?!\s*(?:đến nay|tới nay))",
    ),
    form("after", "after", rf"bắt đầu từ {moments.YEAR}(?=\s*(?:[.;]|$))", confidence=0.7),
    form(
        "start",
        "after",
        rf"(?:kể từ|bắt đầu từ|từ) {moments.YEAR}(?: trở đi)?(?!\s*(?:đến|tới|-))",
        confidence=0.7,
    ),
    form(
        "kept-from",
        "before",
        r"(?:không (?:để )?)?(?:kéo dài|dồn) sang "
        rf"(?:{moments.QUARTER}|{moments.MONTH}|{moments.YEAR})",
        needs=("sang",),
        confidence=0.7,
    ),
    form(
        "next",
        "on",
        r"vào (?:kỳ|quý|đợt|học kỳ|năm học|phiên họp|kỳ họp) (?:tiếp theo|kế tiếp|liền kề|sau)(?!\w| \d)",
        needs=("vào",),
        confidence=0.7,
    ),
    form("after", "after", rf"(?:kể từ|bắt đầu từ|từ) {_SCHOOL_YEAR}(?!\s*(?:đến|tới))", confidence=0.7),
    form("opening", "after", rf"quá (?:{DAY}|{YEARLESS}|{moments.BARE_DAY})", needs=("quá",), confidence=0.8),
    form(
        "after",
        "after",
        rf"(?:kể từ|bắt đầu từ|từ) (?:kỳ|đợt|khóa|học kỳ|học kì) (?:(?!tháng|quý|năm)[^\W\d]{{1,8}} ){{0,3}}"
        rf"(?:{moments.MONTH}|{moments.QUARTER}|{_SCHOOL_YEAR})",
        confidence=0.8,
    ),
    form(
        "after",
        "after",
        rf"(?:kể từ|bắt đầu từ|từ) {_SEMESTER}(?: trở đi)?(?!\s*(?:đến|tới|-))",
        confidence=0.7,
    ),
    form(
        "next",
        "recurring",
        r"(?:trong|vào) (?:ngày|tuần|tháng|quý|năm)(?: làm việc)? (?:liền sau|liền kề|kế tiếp|tiếp theo) "
        r"(?:sau )?(?=(?:ngày|tuần|tháng|quý|năm) (?!\d))",
        tail=True,
        needs=("liền", "tiếp"),
        confidence=0.7,
    ),
    form(
        "recurring",
        "recurring",
        r"(?<!trước\s)(?<!đến\s)(?<!vào\s)(?<!kỳ\s)(?<!từ\s)(?<!nhất\s)(?<!và\s)"
        rf"ngày \d{{1,2}} (?:của )?(?:{EACH}|tháng (?:đầu|cuối)(?: cùng| tiên)? (?:của )?"
        r"(?:mỗi |h[ằà]ng )?quý(?! (?:[ivx\d]|này|sau|tới|trước)))",
    ),
    form("within", "recurring", rf"(?:định kỳ )?{EACH},? (?:kể từ|bắt đầu từ|từ) {moments.YEAR}(?! đến)"),
    *PARTS_FORMS,
    *EVENT_FORMS,
)
