"""Deadlines of several parts, tried before their parts are: "hằng tuần, vào thứ Sáu", "trước 17 giờ hôm nay
(23/8)", "từ nay đến hết tháng 6", "6 tháng một lần (trước ngày 20/6 và 20/12)"."""

from __future__ import annotations

from extractors import moments
from extractors.deadline_form import HOUR_SAID, Form, form
from extractors.moments import (
    BARE_DAY,
    COUNT,
    DAY,
    EACH,
    FIXED,
    HOUR,
    MONTH,
    QUARTER,
    TERM,
    YEAR,
    YEARLESS,
    spaced,
)

LATEST = spaced(
    r"(?:chậm nhất|muộn nhất|trễ nhất|chậm lắm|muộn lắm|trễ lắm|(?:thời )?hạn cuối|hạn chót)"
    r"(?: (?:là|vào|đến|trước|trong|hết|sau|cùng|không quá)){0,3}"
)
WEEKDAY = r"(?:(?<!họp\s)(?<!lần\s)(?<!khóa\s)thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7](?!\d))|chủ nhật)"
_DAY_NAME = r"(?:thứ \w{1,3}|chủ nhật)"
HALF_DAY = r"(?:sáng|chiều|tối|trưa)"
_EDGE = r"(?:(?:đầu|giữa|cuối) )?"
_ANY_DAY = rf"(?:{DAY}|{YEARLESS}|{BARE_DAY}|\d{{1,2}} tháng \d{{1,2}}(?: năm \d{{4}})?)"
IN_TIME = r"(?:trong (?:vòng|thời hạn|thời gian|khoảng thời gian) )?"
_EVERY = r"(?:năm|quý|tháng|tuần|ngày)"

COMPOSITE_FORMS: tuple[Form, ...] = (
    form(
        "recurring",
        "recurring",
        rf"(?:vào |trong )?tháng \d{{1,2}}(?:\s?(?:,|và) (?:tháng )?\d{{1,2}}){{1,3}} (?:của )?{EACH}",
    ),
    form(
        "by",
        "by",
        rf"trong (?:các )?tháng \d{{1,2}}(?:\s?, (?:tháng )?\d{{1,2}}){{0,4}} (?:và|,) (?:tháng )?\d{{1,2}}"
        rf"(?:(?:\s?/\s?|\s?-\s?| năm ){moments.YEAR_NUMBER})?(?!\s?[/\d])",
        needs=("tháng",),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:(?:định kỳ )?{EACH}\s*,\s*)?(?:chậm nhất )?trong (?:vòng |thời hạn |thời gian )?(?:không quá )?"
        rf"{COUNT} ngày(?: làm việc)? (?:đầu tiên|đầu|cuối cùng|cuối) (?:của )?(?:{EACH}|"
        rf"(?:tháng|quý|tuần|năm|kỳ)(?: (?:đầu|cuối)(?: tiên| cùng)?(?: của)? (?:quý|năm))?(?! [ivx\d]))"
        r"(?: (?:tiếp theo|kế tiếp|sau|liền kề|liền sau))?(?!\w| (?:học|nghỉ|họp|thi)(?!\w))",
        needs=("trong",),
        confidence=0.9,
    ),
    form("opening", "event", r"(?:mỗi khi|mỗi lần) (?=[^\W\d])", tail=True, needs=("mỗi",)),
    form(
        "recurring",
        "recurring",
        r"(?:vào |trong )?tất cả các ngày trong tuần(?:\s?,? (?:kể cả|trừ|bao gồm(?: cả)?|và) "
        rf"(?:(?:{WEEKDAY}|các ngày (?:nghỉ )?lễ|ngày (?:nghỉ|lễ)|tết)(?:\s?, | và )?){{1,4}})?",
        needs=("tất cả",),
    ),
    form(
        "recurring",
        "recurring",
        r"trước ngày \d{1,2} của tháng(?=\s*(?:[.,;]|$))",
        needs=("tháng",),
    ),
    form(
        "recurring",
        "recurring",
        rf"vào các (?:buổi )?(?:{HALF_DAY} )?{WEEKDAY}(?:(?:\s?, | và )(?:{HALF_DAY} )?{WEEKDAY}){{0,4}}"
        r"(?! tuần (?:này|sau))(?:\s?\([^()]{3,40}\))?",
        needs=("vào các",),
    ),
    form(
        "recurring",
        "recurring",
        rf"định kỳ {COUNT} tháng (?:một|01|1) lần\s*,\s*(?:vào|trước) ngày \d{{1,2}} tháng \d{{1,2}}"
        r"(?: và (?:ngày )?\d{1,2} tháng \d{1,2})?",
        needs=("định kỳ",),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:(?:từ )?(?:{HOUR})\s?(?:đến|-|–)\s?(?:{HOUR}) (?:trong )?|trong )(?:tất cả )?"
        r"(?:các|những) ngày làm việc(?: trong tuần)?",
        needs=("ngày làm việc",),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:vào )?(?:quý (?:iv|i{{1,3}}|[1-4])|dịp {BARE_DAY}|dịp {YEARLESS}|"
        r"tuần (?:đầu|cuối)(?: cùng)? của) "
        rf"(?:{EACH}|(?:mỗi|từng|h[ằà]ng) (?:học kỳ|năm học|kỳ|khóa))",
        needs=("hằng", "hàng", "mỗi", "từng"),
    ),
    form(
        "recurring",
        "recurring",
        rf"cứ {COUNT} (?:giờ|ngày|tuần|tháng)(?= [^\W\d])(?! (?:một|1|01) )",
        needs=("cứ",),
    ),
    form(
        "recurring",
        "recurring",
        rf"mỗi {_EVERY} (?:ít nhất |tối thiểu )?\d{{1,2}} (?:bài|tin|chuyên đề|cuộc|lượt)(?!\w)",
        needs=("mỗi",),
    ),
    form(
        "today",
        "before",
        rf"trước (?:{HOUR})\s?,? (?:đêm|tối|chiều|trưa|sáng) (?:nay|mai)"
        rf"(?:\s?,?\s?\(?(?:ngày )?{_ANY_DAY}\)?)?",
        needs=("nay", "mai"),
    ),
    form(
        "recurring",
        "recurring",
        r"trước ngày \d{1,2} (?:của )?tháng (?:sau|kế tiếp|liền kề|tiếp theo)",
        needs=("tháng",),
    ),
    form(
        "recurring",
        "recurring",
        r"(?:(?:vào |định kỳ (?:vào )?)?(?:cuối|đầu|hết) (?:mỗi|từng|h[ằà]ng) "
        r"(?:học kỳ|năm học|kỳ|đợt|khóa|buổi|ca|vụ|mùa|ngày làm việc|ngày thi|ngày)|"
        r"định kỳ (?:vào )?(?:cuối|đầu) (?:năm học|năm|quý|tháng|tuần|học kỳ|kỳ))(?! \d)(?!\w)",
        needs=("cuối", "đầu", "hết"),
        confidence=0.75,
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:vào )?(?:các )?khung giờ (?:(?:từ )?(?:{HOUR})\s?(?:-|–|đến)\s?(?:{HOUR})"
        rf"(?:\s?,| và)? ){{1,4}}{EACH}",
        needs=("khung",),
    ),
    form(
        "interval",
        "on",
        rf"trong {TERM}\s*[,(] ?(?:kể )?từ {DAY} đến (?:hết )?{DAY}\)?",
        needs=("trong",),
    ),
    form(
        "recurring",
        "recurring",
        r"(?:định kỳ )?vào ngày (?:\d{1,2}|mồng \w+|mùng \w+|rằm)"
        r"(?:(?: và |\s?, )ngày (?:\d{1,2}|rằm|cuối(?: cùng)?)){1,4} "
        rf"(?:của )?(?:{EACH}|tháng(?! \d))",
        needs=("ngày",),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:định kỳ )?{EACH}\s*(?:,\s*|(?=(?:trước|lúc|vào) {HOUR}))(?:trước|vào|lúc|{LATEST}) (?:lúc )?"
        rf"(?:{HOUR}|{WEEKDAY}|"
        r"ngày \d{1,2}(?!\d|\s?[/.-]\s?\d|\s+của|\s+tháng\s+\d))",
    ),
    form(
        "recurring",
        "recurring",
        r"(?<!,\s)(?:định kỳ )?(?:0?[369]|sáu|chín) tháng\s?(?:,|và)\s?h[ằà]ng năm(?=\s*(?:[.;]|$))",
        needs=("tháng",),
        confidence=0.8,
    ),
    form(
        "stretch",
        "by",
        rf"trong {COUNT} (?:tháng|tuần|ngày|năm|phút|giờ) đầu(?: tiên)?(?=\s*(?:[.,;)]|$)| và )",
        needs=("trong",),
        confidence=0.7,
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:mỗi|h[ằà]ng) {_EVERY} (?:ít nhất )?(?:một|hai|\d{{1,2}}) lần\s*,?\s*(?:vào|trước) "
        r"(?:ngày \d{1,2}(?!\d|\s?[/.-]\s?\d)|quý \w+|tháng \d{1,2}|thứ \w+)",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:mỗi|h[ằà]ng) (?:ngày|tuần) (?:một|hai|ba|bốn|\d{{1,2}}) lần\s*[,:(]?\s*"
        rf"(?:lúc |vào |trước )(?:lúc )?(?:{HOUR})(?:(?:\s?, | và )(?:lúc |vào |trước )?(?:{HOUR})){{0,3}}"
        r"(?!\s?,? (?:ngày )?\d)",
        needs=("lần",),
    ),
    form(
        "recurring",
        "recurring",
        r"(?:định kỳ |ít nhất )?(?:mỗi|h[ằà]ng) (?:năm|quý|tháng|tuần|ngày) "
        r"(?:ít nhất |tối thiểu |nộp |họp |báo cáo )?"
        r"(?:một|hai|ba|bốn|\d{1,2}) (?:lần|kỳ|đợt|buổi|cuộc|ca|ngày)(?! làm)"
        r"(?: vào (?:ngày|tuần|buổi) (?!\d)(?:[^\W\d]{1,9} ){0,6}?"
        r"(?:thường kỳ|tiếp theo|đầu|cuối|kế tiếp|định kỳ)"
        r"(?: (?:của )?(?:tháng|quý|năm))?(?: (?:tiếp theo|sau|kế tiếp))?)?",
    ),
    form(
        "recurring",
        "recurring",
        rf"{COUNT} tháng(?: một|/| 01| 1) ?lần\s*[,(]\s*(?:trước|vào) (?:ngày )?\d{{1,2}}\s?/\s?\d{{1,2}}"
        r"(?:\s?(?:,|và)\s?(?:trước |vào )?(?:ngày )?\d{1,2}\s?/\s?\d{1,2}){1,3}\)?",
        confidence=0.9,
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:trước|vào) ngày \d{{1,2}}\s?/\s?\d{{1,2}}(?:\s?(?:,|và)\s?(?:trước |vào )?ngày \d{{1,2}}\s?/\s?"
        rf"\d{{1,2}}){{1,3}} {EACH}",
    ),
    form(
        "recurring",
        "recurring",
        rf"định kỳ {COUNT} (?:ngày|lần|buổi) trong (?:tháng|tuần|quý|năm)(?:\s*,?\s*vào ngày \d{{1,2}})?",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:vào )?(?:{HALF_DAY} |ngày )?{WEEKDAY} (?:của )?tuần (?:thứ \w+|đầu|cuối)(?: tiên| cùng)? "
        r"(?:trong|của) (?:mỗi )?tháng(?! \d)",
        needs=("tuần",),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:định kỳ )?(?:vào|tại) (?:phiên|kỳ|buổi) (?:họp|sinh hoạt)(?: thường kỳ)? {EACH}",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:dự kiến )?(?:vào |trong |trước |từ )?{_EDGE}(?<!\d\s)(?<!cáo\s)tháng \d{{1,2}} {EACH}",
    ),
    form(
        "recurring",
        "recurring",
        rf"(?<!quá\s)(?<!bị\s)(?<!phạm\s)(?:ít nhất |tối thiểu )?{COUNT} lần trong (?:mỗi )?mùa "
        r"(?:mưa(?: lũ| bão)?|khô|lũ|bão|hè|đông(?: xuân)?|nắng|cạn|cháy|lễ hội|vụ)(?!\w)",
        needs=("lần",),
        confidence=0.8,
    ),
    form(
        "on",
        "on",
        r"vào (?:kỳ|buổi|đợt|phiên|cuộc) (?:sinh hoạt|giao ban|tiếp dân)"
        rf"(?: chi bộ| thường kỳ| định kỳ)?,? (?:{MONTH})",
        needs=("vào",),
    ),
    form(
        "at-end",
        "recurring",
        r"vào (?:đầu|giữa|cuối) (?:mỗi |h[ằà]ng )?(?:ngày|tuần|tháng|quý)(?=\s*(?:[.;)]|$))",
        needs=("vào",),
        confidence=0.7,
    ),
    form(
        "recurring",
        "recurring",
        r"(?:định kỳ (?:vào )?ngày \d{1,2}|(?:vào |trong )?\d{1,2} ngày (?:đầu|cuối)) (?:của )?"
        r"tháng (?:đầu|cuối) (?:của )?(?:mỗi |h[ằà]ng )?quý(?! [ivx\d])",
        needs=("quý",),
    ),
    form(
        "before",
        "before",
        rf"trước (?:{HOUR})\s?,? (?:sáng|chiều|tối) {WEEKDAY}"
        r"(?!\s*(?:[,(–-]|và)?\s*(?:(?:ngày )?\d|thứ |chủ nhật)|,?\s+(?:h[ằà]ng|mỗi|đầu|cuối|tuần|các))",
        needs=("trước",),
    ),
    form(
        "on",
        "on",
        rf"(?:vào|lúc) (?:{HOUR})\s?,? (?:sáng|chiều|tối) {WEEKDAY}"
        r"(?!\s*(?:[,(–-]|và)?\s*(?:(?:ngày )?\d|thứ |chủ nhật)|,?\s+(?:h[ằà]ng|mỗi|đầu|cuối|tuần|các))",
        needs=("vào", "lúc"),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:vào |trước |lúc )(?:lúc )?(?:(?:{HOUR})\s?, ){{1,4}}(?:{HOUR})\s?(?:,| và) (?:{HOUR})\s?,? "
        r"(?:mỗi|h[ằà]ng) ngày(?! \d)",
        needs=(HOUR_SAID,),
    ),
    form(
        "recurring",
        "recurring",
        rf"cứ {COUNT} (?:giờ|phút|ngày|tuần|tháng|năm) (?:(?:một|01|1) )?lần",
        needs=("cứ",),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?<!nhất\s)(?:vào|trong) (?:buổi )?(?:{HALF_DAY} )?(?:cùng )?ngày \d{{1,2}} (?:của )?"
        rf"(?:{EACH}|(?:mỗi )?tháng(?! (?:\d|kế|sau|tiếp|liền|đầu|cuối)))",
        needs=("tháng", "tuần", "năm"),
    ),
    form(
        "recurring",
        "recurring",
        rf"từ ngày \d{{1,2}} đến (?:hết )?ngày \d{{1,2}} (?:của )?{EACH}",
    ),
    form(
        "interval",
        "on",
        rf"(?:bắt đầu (?:từ )?{DAY}(?:\s?\((?:tức )?[^()]{{1,40}}\))?|"
        rf"(?:từ )?{DAY}\s?\(tức [^()]{{1,40}}\)) (?:cho )?đến (?:hết )?{DAY}",
        needs=("đến",),
    ),
    form(
        "interval",
        "on",
        rf"(?:từ )?(?:{HOUR})\s?(?:-|–|đến)\s?(?:{HOUR})\s?,? (?:ngày )?{DAY}(?:\s?\({_DAY_NAME}\))?",
        needs=(HOUR_SAID,),
    ),
    form(
        "today",
        "before",
        rf"trước (?:{HOUR})\s?,? (?:{HALF_DAY} )?(?:hôm nay|ngày mai|hôm sau|cùng ngày|trong ngày)"
        rf"(?:\s?,?\s?\(?(?:ngày )?{_ANY_DAY}\)?)?",
        needs=("hôm", "mai", "ngày"),
    ),
    form(
        "before",
        "before",
        rf"trước (?:{HOUR})\s?,? {WEEKDAY}(?!\s*[,(]?\s*(?:ngày )?\d|\s+(?:h[ằà]ng|mỗi))",
    ),
    form(
        "on",
        "on",
        rf"(?:vào )?(?:lúc |hồi )?(?<!trước\s)(?<!nhất\s)(?<!là\s)(?<!đến\s)(?<!hết\s)(?:{HOUR})\s?,? "
        rf"ngày {WEEKDAY},? (?:ngày )?{DAY}",
        needs=("thứ", "chủ"),
    ),
    form(
        "before",
        "before",
        rf"trước (?:{HOUR})\s?,? ngày {WEEKDAY},? (?:ngày )?{DAY}",
        needs=("thứ", "chủ"),
    ),
    form(
        "by",
        "by",
        rf"(?:{LATEST}|đến hết|đến) (?:{HOUR})\s?,? ngày {WEEKDAY},? (?:ngày )?{DAY}",
        needs=("thứ", "chủ"),
    ),
    form(
        "on",
        "on",
        rf"(?:lúc |vào |hồi )?(?:{HOUR})\s?,\s?{WEEKDAY},? (?:ngày )?{DAY}",
        needs=("thứ", "chủ"),
    ),
    form(
        "event",
        "event",
        rf"(?:vào|trước) (?:lúc )?(?:{HOUR}) (?:của )?ngày (?=làm việc (?:đầu|cuối)|liền (?:trước|sau))",
        tail=True,
    ),
    form(
        "next-day",
        "event",
        r"vào (?:đầu|cuối) (?:giờ|buổi|ngày) (?:làm việc )?(?:của )?(?:ngày )?(?:hôm sau|hôm nay|làm việc "
        r"(?:tiếp theo|kế tiếp|hôm sau))",
        needs=("vào",),
    ),
    form(
        "until",
        "by",
        rf"(?:kể |bắt đầu )?từ (?:(?:{HOUR}|sáng|chiều|tối|trưa)\s?,? )?(?:{DAY}|{YEARLESS}) "
        r"(?:cho )?(?:đến|tới) khi (?!có (?:thông|chỉ))",
        tail=True,
        confidence=0.7,
    ),
    form("by", "by", rf"ngay trong (?:{HALF_DAY} )(?:{DAY}|{YEARLESS})"),
    form("by", "by", rf"{LATEST} {BARE_DAY}(?!\s+năm)"),
    form(
        "interval",
        "on",
        rf"từ {WEEKDAY},? (?:ngày )?{_ANY_DAY} (?:cho )?đến (?:hết )?{WEEKDAY},? (?:ngày )?{_ANY_DAY}",
        needs=("thứ", "chủ nhật"),
    ),
    form(
        "by",
        "by",
        rf"(?:{LATEST}|trước|đến hết|đến) {WEEKDAY}(?:\s?,\s?| )(?:{DAY}|ngày {DAY}|{YEARLESS}|{BARE_DAY})",
        needs=("thứ", "chủ nhật"),
    ),
    form(
        "year",
        "by",
        rf"(?:trong )?(?:{TERM}\s?,\s?)?(?:bắt đầu )?từ {YEAR} (?:cho )?(?:đến|tới) (?:hết )?{YEAR}",
        needs=("năm",),
        confidence=0.75,
    ),
    form("recurring", "recurring", rf"trước {moments.SEASON} (?:h[ằà]ng|mỗi) năm", needs=("trước",)),
    form(
        "interval",
        "on",
        rf"(?<=:\s){BARE_DAY} (?:đến|-|–) (?:hết )?{DAY}",
        needs=(":",),
    ),
    form("by", "by", rf"không để quá (?:{FIXED}|{BARE_DAY})"),
    form(
        "by",
        "by",
        r"(?:trong (?:khoảng )?thời gian )?từ nay (?:cho )?(?:đến|tới) (?:hết |trước |cuối )?"
        rf"(?:(?:(?:{HOUR})\s?,? )?(?:{DAY}|{YEARLESS})|{MONTH}|{QUARTER}|{YEAR}|"
        r"năm(?! (?:\d|học))|nhiệm kỳ(?! \d))",
        needs=("từ nay",),
    ),
    form("event", "event", r"từ nay (?:cho )?(?:đến|tới) (?=khi\s|đại hội|hội nghị|ngày |kỳ họp)", tail=True),
    form(
        "sitting",
        "by",
        rf"{LATEST} (?:là )?(?:tại )?(?=(?:kỳ|phiên|buổi|cuộc) (?:họp|sinh hoạt))",
        tail=True,
        needs=("nhất", "hạn"),
    ),
    form(
        "event",
        "event",
        r"(?:tại|vào|trong) (?=(?:kỳ|phiên|buổi|cuộc) (?:họp|sinh hoạt) tháng \d)",
        tail=True,
        confidence=0.6,
        needs=("tháng",),
    ),
    form(
        "stretch",
        "by",
        rf"trong (?:ngày|tuần) làm việc (?:đầu tiên|cuối cùng) (?:của )?(?:{MONTH}|{QUARTER}|"
        r"quý (?:iv|i{1,3})(?!\w)|năm|quý|tháng)",
        needs=("trong",),
        confidence=0.8,
    ),
    form("planned", "on", rf"dự kiến (?:vào |trong |từ )?{_EDGE}(?:{MONTH}|{QUARTER})", confidence=0.8),
    form("occasion", "on", rf"(?:vào|nhân) dịp {_EDGE}{MONTH}", confidence=0.7),
    form(
        "interval",
        "on",
        r"(?:trong (?:khoảng )?(?:thời gian )?)?từ (?:ngày )?\d{1,2} (?:đến|-) (?:hết )?(?:ngày )?"
        rf"\d{{1,2}} tháng \d{{1,2}}(?: năm {moments.YEAR_NUMBER})?",
    ),
    form(
        "ahead",
        "before",
        rf"{IN_TIME}(?:ít nhất |tối thiểu )?{COUNT} (?:buổi|tuần) trước (?=ngày(?! \d)|khi)",
        tail=True,
    ),
)
