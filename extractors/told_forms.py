"""Deadlines as people tell them: at a month's meeting, by closing time, when time has run out unanswered."""

from __future__ import annotations

from extractors import moments
from extractors.composite_forms import LATEST, WEEKDAY
from extractors.deadline_form import Form, form
from extractors.moments import DAY, EACH, HOUR, MONTH, TERM, YEARLESS

_SESSION = r"(?:kỳ|phiên|buổi|cuộc) (?:họp|sinh hoạt)"
_MEETING = rf"{_SESSION}(?: [^\W\d]\w{{0,7}}){{0,7}}"
_UNANSWERED = (
    r"mà (?:[^\s,.;:]{1,12} ){0,5}(?:không|chưa) [^,.;:]{2,60}?"
    r"(?=\s*(?:[,.;]|$)| thì | phải | [^\W\d]\w* phải )"
)
_CLOSING = r"(?:hết|cuối) giờ (?:làm việc|hành chính)(?: (?:buổi )?(?:sáng|chiều))?(?: của)?"

_NO_LATER = r"không (?:muộn|chậm|trễ) hơn"
_NO_AHEAD = r"(?<!ngày\s)(?<!tuần\s)(?<!giờ\s)(?<!việc\s)(?<!tháng\s)"
"""No "02 ngày | trước phiên họp tháng 10": a term before the meeting."""

TOLD_FORMS: tuple[Form, ...] = (
    form("edge-days", "on", rf"(?:trong )?{moments.EDGE_DAYS}", needs=("ngày",)),
    form(
        "stretch",
        "by",
        rf"trong {moments.COUNT} ngày làm việc (?:đầu|cuối)(?: tiên| cùng)? (?:của )?"
        rf"(?:{MONTH}|{moments.QUARTER}|năm {moments.YEAR_NUMBER})",
        needs=("trong",),
        confidence=0.8,
    ),
    form(
        "on",
        "on",
        rf"(?:vào )?(?<!trước\s)(?<!đến\s)(?<!tới\s)cuối giờ (?:làm việc|hành chính|sáng|chiều)"
        rf"(?: (?:buổi )?(?:sáng|chiều))?(?: của)? (?:{DAY}|{YEARLESS})",
        needs=("giờ",),
    ),
    form("this-month", "by", r"ngay trong (?:tháng|quý|năm|tuần) này(?!\w)", needs=("ngay",)),
    form("event", "event", r"trước lúc (?=[^\W\d])", tail=True, needs=("lúc",), confidence=0.8),
    form("by", "by", rf"{_NO_LATER} {WEEKDAY},? (?:ngày )?{DAY}", needs=("hơn",)),
    form(
        "by",
        "by",
        rf"(?:{LATEST}|{_NO_LATER})(?: tại| vào)? {_SESSION}"
        r"(?: [^\W\d]\w{0,7}){0,2} (?:kế tiếp|tiếp theo|gần nhất|liền sau)(?!\w| (?:ngày|khi|lúc|kỳ)(?!\w))",
        needs=("hơn", "nhất", "hạn"),
    ),
    form("before", "before", rf"{_NO_AHEAD}trước {_MEETING} {MONTH}", needs=("trước",), confidence=0.8),
    form(
        "before",
        "before",
        rf"trước khi bước sang (?:{MONTH}|{moments.QUARTER}|{moments.YEAR})",
        needs=("bước",),
    ),
    form(
        "term",
        "by",
        rf"sau đó {moments.COUNT} (?:ngày làm việc|ngày|giờ|tiếng|tuần)(?=\s*(?:[.,;)]|$))",
        needs=("sau đó",),
        confidence=0.8,
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:trước|vào|đến|{LATEST})(?: vào)? ngày \d{{1,2}} (?:của )?tháng báo cáo",
        needs=("tháng",),
    ),
    form(
        "longer",
        "by",
        rf"(?:(?<=dài\s)|(?<=hạn\s)|(?<=lùi\s)|(?<=gian\s))thêm (?:không quá |tối đa )?{TERM}",
        needs=("thêm",),
        confidence=0.8,
    ),
    form(
        "event",
        "event",
        r"cùng với (?:báo cáo|hồ sơ|kết quả|quyết toán|dự toán)(?: [^\W\d]\w{0,7}){0,8} "
        r"(?:năm nay|năm \d{4}|quý [\divx]{1,3}|tháng \d{1,2}|h[ằà]ng (?:năm|quý)|định kỳ)",
        needs=("cùng với",),
        confidence=0.7,
    ),
    form(
        "recurring",
        "recurring",
        rf"vào các (?:khung )?giờ (?:{HOUR})(?:(?:,| và) (?:{HOUR})){{1,5}} (?:h[ằà]ng|mỗi) ngày",
        needs=("giờ",),
    ),
    form(
        "recurring",
        "recurring",
        rf"cứ (?:sau )?{moments.COUNT} (?:tháng|năm|tuần|quý|ngày|giờ)(?! (?:một|01|1) lần)"
        r"(?=\s*(?:,|thì|phải|lại))",
        needs=("cứ",),
    ),
    form(
        "term",
        "by",
        rf"{LATEST} sau {TERM} (?=(?:kết thúc|hoàn thành|tổ chức|ban hành|ký|nhận|có) [^\W\d])",
        tail=True,
        needs=("sau",),
    ),
    form(
        "ahead",
        "before",
        rf"trước (?:ít nhất |tối thiểu )?{TERM} (?=khi [^\W\d])",
        tail=True,
        needs=("trước",),
        confidence=0.8,
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:tại|vào|trong) {_MEETING} cuối (?:mỗi|từng|h[ằà]ng) (?:tháng|quý|năm)",
        needs=("cuối",),
        confidence=0.8,
    ),
    form(
        "event",
        "event",
        r"ngay tại (?:(?:cuộc|buổi|phiên|kỳ) họp(?: xét)?|hội nghị|đại hội|kỳ sinh hoạt)(?=\s*(?:[.,;]|$))",
        needs=("tại",),
        confidence=0.7,
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:ít nhất |tối thiểu )?{moments.COUNT} (?:tháng|năm|tuần|quý) (?:một|1|01) (?:kỳ|đợt|buổi)"
        r"(?! (?:hạn|họp))",
        needs=("kỳ", "đợt", "buổi"),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:ít nhất |tối thiểu )?{moments.COUNT} (?:ngày|lần|buổi) trong (?:một |mỗi )"
        r"(?:ngày làm việc|ngày|tháng|tuần|quý|năm)(?! \d)",
        needs=("trong",),
    ),
    form("by", "by", r"không quá ngày \d{1,2} của tháng (?:đó|này|sau|kế tiếp)", needs=("quá",)),
    form(
        "event",
        "event",
        r"cùng (?:với )?thời điểm (?!(?:này|đó|trên|với|như|quy định|nêu|tại|\d|ngày|tháng))(?=[^\W\d])",
        tail=True,
        needs=("thời điểm",),
        confidence=0.7,
    ),
    form(
        "back",
        "after",
        r"(?:sau|quá|hết|qua) (?:thời )?hạn (?:nêu|quy định) tại (?:khoản|điểm|mục) [\w.]{1,6}"
        r"(?: (?:điều|mục) này)?(?!\w)",
        needs=("hạn",),
    ),
    form("by", "by", rf"(?:{LATEST}|{_NO_LATER})(?: tại)? {_MEETING} {MONTH}", needs=("nhất", "hạn", "hơn")),
    form("meeting", "on", rf"ngay {_MEETING} {MONTH}", needs=("ngay",), confidence=0.8),
    form("meeting", "on", rf"(?:ngay )?tại {_MEETING} {MONTH}", needs=("tại",), confidence=0.8),
    form(
        "meeting",
        "on",
        rf"(?:ngay )?tại (?:{_MEETING}|hội nghị(?: [^\W\d]\w{{0,7}}){{0,4}}) {DAY}",
        needs=("tại",),
    ),
    form(
        "by",
        "by",
        rf"{LATEST} (?:(?:cuối|hết) (?={DAY})|ngày(?: làm việc)? (?:cuối cùng|cuối) (?:của )?"
        rf"(?={MONTH}|{moments.QUARTER}|{moments.YEAR}))(?:{DAY}|{MONTH}|{moments.QUARTER}|{moments.YEAR})",
        needs=("nhất", "hạn"),
    ),
    form(
        "by",
        "by",
        r"trong (?:tuần|tháng|quý|kỳ) (?:kế tiếp|tiếp theo|liền kề|liền sau)"
        r"(?!\w| (?:sau|kể|quý|tháng|ngày|tuần|năm|kỳ))",
        needs=("trong",),
    ),
    form(
        "later-than",
        "by",
        rf"(?:chậm|muộn) hơn {TERM} so với (?:thời )?hạn(?: (?:nêu|nói|quy định) trên| trên| này)?",
        needs=("hơn",),
    ),
    form(
        "event",
        "event",
        rf"(?:ngay )?(?:tại|trong) {_MEETING} gần nhất (?=(?:sau|kể từ|của) )",
        tail=True,
        needs=("tại", "trong"),
        confidence=0.8,
    ),
    form(
        "term",
        "by",
        rf"trong (?:vòng )?{TERM} (?:tiếp theo|kế tiếp|sau đó)(?=\s*(?:[.,;)]|$))",
        needs=("trong",),
    ),
    form(
        "event",
        "event",
        r"sau (?:học kỳ|học kì|năm học|quý|vụ|kỳ|mùa|khóa) (?:kế tiếp|tiếp theo|này)(?!\w)",
        needs=("sau",),
        confidence=0.7,
    ),
    form(
        "ahead",
        "before",
        r"trước (?:buổi|cuộc|phiên|kỳ|hội nghị|lễ|đại hội|ngày)(?: [^\W\d]\w{0,7}){0,8} "
        rf"(?:từ )?\d{{1,2}} (?:đến|-) {TERM}(?=\s*(?:[.,;)]|$))",
        needs=("trước",),
    ),
    form(
        "by",
        "by",
        r"(?:từ nay )?(?:đến |trước khi )?(?:hết|kết thúc) nhiệm kỳ \d{4}\s?[-–]\s?\d{4}",
        needs=("nhiệm kỳ",),
        confidence=0.8,
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:mỗi|{moments.COUNT}) (?:tuần|tháng|quý|năm) (?:một|hai|ba|\d{{1,2}}) lần, vào "
        r"(?:tuần|tháng) (?:(?!h[ằà]ng|mỗi)[^.;,]){1,50}?(?=\s*(?:[.,;]|$))",
        needs=("lần",),
    ),
    form(
        "recurring",
        "recurring",
        rf"{EACH}, bắt đầu từ (?:{DAY}|{YEARLESS}|{MONTH}|{moments.QUARTER}|năm {moments.YEAR_NUMBER})",
        needs=("bắt đầu",),
    ),
    form("before", "before", rf"trước (?:khi )?{_CLOSING} (?:{DAY}|{YEARLESS})", needs=("giờ",)),
    form("by", "by", rf"(?:{LATEST}|đến|tới) {_CLOSING} (?:{DAY}|{YEARLESS})", needs=("giờ",)),
    form(
        "by",
        "by",
        rf"(?:đến|tới) (?:hết )?(?:ngày )?(?:{DAY}|{moments.BARE_DAY}) là (?:hạn cuối(?: cùng)?|hạn chót)",
        needs=("hạn",),
    ),
    form(
        "event",
        "event",
        r"ngay trong (?:tháng|tuần|quý|năm) (?=kết thúc|hoàn thành|xảy ra|phát sinh)",
        tail=True,
        needs=("ngay",),
        confidence=0.8,
    ),
    form("event", "event", rf"hết {TERM} {_UNANSWERED}", needs=("hết",), confidence=0.8),
    form(
        "back",
        "after",
        rf"(?:quá|hết|sau) (?:thời )?hạn (?:đó|trên|này|nêu trên|nói trên) {_UNANSWERED}",
        needs=("hạn",),
        confidence=0.8,
    ),
    form("same-month", "before", r"trước ngày \d{1,2} cùng tháng", needs=("cùng",), confidence=0.8),
    form("lasting", "by", rf"không kéo dài quá {TERM}", needs=("dài",), confidence=0.8),
    form("by", "by", rf"thêm {moments.COUNT} (?:quý|học kỳ|tháng|tuần|ngày|năm) nữa", needs=("nữa",)),
    form(
        "by", "by", r"không để sang (?:tháng|quý|năm|tuần|ngày) (?:sau|khác|hôm sau)(?!\w)", needs=("sang",)
    ),
    form(
        "by", "by", r"trong ngày làm việc(?=\s*(?:[.,;)]|$)| đối với )", needs=("làm việc",), confidence=0.7
    ),
    form("by", "by", r"(?:luôn|ngay) (?:trong )?(?:ngày|hôm|buổi) (?:đó|ấy)(?!\w)", needs=("đó", "ấy")),
    form(
        "recurring",
        "recurring",
        r"theo từng (?:tháng|quý|tuần|năm|học kỳ)(?=\s*(?:[.,;)]|$))",
        needs=("từng",),
    ),
    form(
        "event",
        "event",
        r"cùng kỳ (?:với )?báo cáo(?: [^\W\d]\w{0,7}| \d{1,2}){1,8}",
        needs=("cùng kỳ",),
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"đúng (?:vào )?dịp (?=kỷ niệm|khai|bế|lễ|ngày|sơ kết|tổng kết)",
        tail=True,
        needs=("dịp",),
    ),
    form(
        "event",
        "event",
        r"(?:kể )?từ lúc [^,.;:()]{3,80}?\s(?:cho )?(?:đến|tới) (?:khi|lúc|ngày) (?=[^\W\d])",
        tail=True,
        needs=("lúc",),
    ),
    form(
        "before",
        "before",
        r"trước (?:con nước |ngày )?rằm(?: tháng (?:\d{1,2}|[^\W\d]{2,5}))?(?: âm lịch)?",
        needs=("rằm",),
        confidence=0.8,
    ),
    form(
        "back",
        "by",
        r"cùng (?:với )?(?:thời gian|thời hạn|thời điểm) (?:nêu trên|nói trên|trên|này)(?!\w)",
        needs=("cùng",),
        confidence=0.7,
    ),
    form(
        "meeting",
        "on",
        rf"tại {_SESSION}(?: (?:thường lệ|thường kỳ|định kỳ))? (?:đầu|giữa|cuối) năm {moments.YEAR_NUMBER}",
        needs=("tại",),
        confidence=0.8,
    ),
    form(
        "meeting",
        "on",
        rf"tại {_SESSION} thứ \w{{1,7}}(?: [^\W\d]\w{{0,7}}){{0,6}} \((?:dự kiến )?{MONTH}\)",
        needs=("tại",),
        confidence=0.8,
    ),
    form(
        "several",
        "by",
        rf"(?:trong )?(?:những|các) tháng cuối năm (?:{moments.YEAR_NUMBER} )?(?:và|,) "
        rf"(?:các tháng )?đầu năm {moments.YEAR_NUMBER}",
        needs=("tháng",),
        confidence=0.8,
    ),
    form(
        "recurring",
        "recurring",
        r"(?<!cuối\s)(?<!đầu\s)(?<!hết\s)"
        r"(?<!thúc\s)(?<!sau\s)(?<!trước\s)(?<!của\s)(?<!kết\s)(?<!hoạch\s)"
        r"(?:mỗi|h[ằà]ng) (?:học kỳ|năm học|niên khóa)"
        r"(?=,| (?:tổ chức|thực hiện|kiểm tra|báo cáo|họp|gửi|rà soát|phải|các|ít nhất|tối thiểu)(?!\w))",
        needs=("học", "niên"),
        confidence=0.7,
    ),
)
