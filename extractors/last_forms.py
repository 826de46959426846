"""Forms tried last: times that run throughout something or open a sentence, months and days alone."""

from __future__ import annotations

from extractors import moments
from extractors.deadline_form import Form, form
from extractors.moments import DAY, EACH, YEARLESS

LAST_FORMS: tuple[Form, ...] = (
    form(
        "throughout",
        "by",
        r"trong (?:các |những )?(?:dịp|kỳ) (?:nghỉ )?(?:lễ|tết|hè)(?:,? (?:lễ|tết))?(?: nguyên đán)?"
        rf"(?: {moments.LUNAR_YEAR})?(?: năm {moments.YEAR_NUMBER})?",
        needs=("trong",),
        confidence=0.7,
    ),
    form(
        "vague",
        "by",
        r"(?:thời gian|thời hạn) theo (?:đúng )?(?:quy định|luật định)(?!\s(?:tại|của|về)\s)",
        confidence=0.6,
    ),
    form(
        "throughout",
        "by",
        r"(?:trong )?suốt (?=(?:thời gian|quá trình|những ngày|các ngày|các tháng|mùa|đợt)\s)",
        tail=True,
        confidence=0.7,
    ),
    form(
        "throughout",
        "by",
        r"trong thời gian (?=(?:nghỉ|phục vụ|diễn ra|tổ chức|công bố|giãn cách|cách ly|bầu cử|thi|cao điểm|"
        r"lễ|tết|có (?=bão|lũ|mưa|dịch|thiên|cảnh|áp thấp))\s?)",
        tail=True,
        confidence=0.6,
    ),
    form(
        "during",
        "event",
        r"trong thời gian (?=(?:hoàn thiện|chờ|chưa|thực hiện|triển khai|xây dựng|tiến hành|thi công|lập|"
        r"xử lý|giải quyết|sửa chữa|tạm (?:dừng|ngừng|đình)|đình chỉ|chuẩn bị|tham gia|chấp hành|chỉnh lý|"
        r"thẩm định|điều trị|tập sự|thử việc)\s)",
        tail=True,
        confidence=0.6,
    ),
    form(
        "vague",
        "by",
        r"theo (?:đúng )?thời hạn (?:ghi |nêu |quy định )?(?:trong|tại) (?:văn bản|công văn)",
        confidence=0.7,
    ),
    form(
        "ad-hoc", "event", r"đột xuất (?:theo|khi có) (?=yêu cầu|chỉ đạo|đề nghị)", tail=True, confidence=0.6
    ),
    form("always", "recurring", rf"(?<!chi\s)thường xuyên,? {EACH}", needs=("thường",), confidence=0.7),
    form(
        "always",
        "by",
        r"(?<=thường\sxuyên\s)trong (?:năm|tháng|quý|tuần)(?=\s*(?:[.;]|$))",
        needs=("thường",),
        confidence=0.7,
    ),
    form("event", "event", r"trong ngày (?=bầu cử|khai mạc|lễ|hội|thi\s)", tail=True, confidence=0.7),
    form(
        "last",
        "recurring",
        r"theo định kỳ(?! (?:hằng|hàng|mỗi|của|quy|tại|\d))",
        needs=("định kỳ",),
        confidence=0.6,
    ),
    form("periodic", "recurring", r"định kỳ(?: (?:và|hoặc) đột xuất)?", confidence=0.6),
    form("last", "recurring", r"(?<=báo\scáo\s)định kỳ(?= (?:về|cho|lên|với)\s)", confidence=0.6),
    form(
        "vague",
        "by",
        r"ngay từ (?:những |các )?(?:ngày|tuần|tháng|quý) đầu(?: tiên)?(?: của)? "
        rf"(?:năm học|nhiệm kỳ|năm|quý|tháng)(?: (?:mới|{moments.YEAR_NUMBER}))?(?!\w)",
        needs=("ngay từ",),
        confidence=0.7,
    ),
    form(
        "vague",
        "by",
        r"(?:ngay )?(?<!ngày\s)(?<!việc\s)(?<!buổi\s)(?<!lịch\s)(?<!tiên\s)"
        r"trong tuần(?: tới)?(?=\s*(?:[.;]|$))",
        needs=("trong tuần",),
        confidence=0.7,
    ),
    form(
        "last",
        "recurring",
        r"định kỳ\s?\((?:(?:\d{1,2} tháng|tháng|quý|năm|tuần)(?:\s?, | và )?){1,4}\)",
        needs=("định kỳ",),
        confidence=0.7,
    ),
    form(
        "vague",
        "by",
        r"ngay từ đầu (?:năm|quý|tháng|nhiệm kỳ|năm học)(?: học)?(?!\w| \d)",
        needs=("ngay từ",),
        confidence=0.6,
    ),
    form("each", "recurring", r"mỗi (?:năm|quý|tháng|tuần|ngày)(?! (?:học|tài|công))", confidence=0.75),
    form(
        "each",
        "recurring",
        r"h[ằà]ng (?:ngày|tuần|đêm)(?=[\s*]*(?:[.,;]|$)|\s(?:trên|tại|về|qua|cho)\s)",
        confidence=0.7,
    ),
    form(
        "at-end",
        "recurring",
        rf"{EACH}(?=[\s*]*(?:[.;]|$|,\s+riêng\s))",
        needs=("hằng", "hàng"),
        confidence=0.6,
    ),
    form("occasion", "on", rf"(?:nhân|vào) dịp (?:{DAY}|{YEARLESS}|{moments.BARE_DAY})", confidence=0.7),
    form("last", "recurring", rf"(?<=báo\scáo\s){EACH}|(?<=kỳ\s){EACH}|(?<=sơ\skết\s){EACH}", confidence=0.8),
    form(
        "when",
        "on",
        rf"(?:(?:tuần (?:thứ )?[1-5] (?:của )?)?{moments.MONTH}|{moments.QUARTER}|{moments.YEAR})",
        confidence=0.8,
    ),
    form(
        "throughout",
        "by",
        r"trong (?:các |những )?ngày (?:nghỉ (?:lễ|tết|hè)|lễ|tết)(?:,? (?:và )?(?:lễ|tết))?(?!\w)",
        needs=("trong",),
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"vào (?:các |những )?ngày (?:diễn ra |tổ chức |khai mạc |bế mạc )(?:các )?"
        r"(?:đại hội|hội nghị|bầu cử|kỳ họp|lễ hội|hội thi|kỳ thi|cuộc thi|hội thao|sự kiện)(?!\w)",
        needs=("vào",),
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"vào dịp (?=(?:sơ kết|tổng kết|khai giảng|khai mạc|bế giảng|kết thúc|đại hội|hội nghị|sinh hoạt)\s)",
        tail=True,
        needs=("dịp",),
        confidence=0.7,
    ),
    form("occasion", "on", r"vào dịp (?:cuối|đầu) năm(?: học)?(?! \d)", needs=("dịp",), confidence=0.7),
    form(
        "opening",
        "event",
        r"(?:mỗi khi|mỗi lần|(?:cho )?đến (?:thời điểm|khi|lúc)|kể từ khi|trong thời hạn) (?=[^\W\d])",
        tail=True,
        needs=("mỗi", "đến", "kể từ", "thời hạn"),
        confidence=0.6,
    ),
    form(
        "opening",
        "event",
        r"sau (?:dịp |kỳ )?(?:nghỉ )?(?:tết|lễ|bầu cử|mùa (?:mưa|lũ|vụ))(?: nguyên đán)?(?=\s?,)",
        needs=("sau",),
        confidence=0.6,
    ),
    form(
        "later",
        "event",
        rf"(?:ngay )?sau (?:dịp |kỳ )?(?:nghỉ )?tết (?:nguyên đán|{moments.LUNAR_YEAR})"
        rf"(?: {moments.LUNAR_YEAR})?(?: năm {moments.YEAR_NUMBER})?(?!\w)",
        needs=("tết",),
        confidence=0.7,
    ),
    form(
        "later",
        "after",
        rf"sau {moments.TERM} (?=báo cáo|tổng kết|đánh giá|gửi)",
        needs=("sau",),
        confidence=0.6,
    ),
    form("later", "after", rf"sau (?=\d){moments.TERM}(?=\s*(?:[.;]|$))", needs=("sau",), confidence=0.6),
    form(
        "later",
        "after",
        rf"sau {moments.TERM} (?:thực hiện|triển khai|thí điểm|áp dụng)(?!\w)",
        needs=("sau",),
        confidence=0.7,
    ),
    form(
        "vague",
        "by",
        r"ngay trong (?:ca|buổi|giờ)(?: (?:làm việc|trực|học))?(?=\s|[.,;]|$)",
        needs=("ngay",),
        confidence=0.7,
    ),
    form(
        "opening",
        "event",
        r"nhận được (?:công văn|văn bản|thông báo|kế hoạch|hướng dẫn|chỉ thị|công điện|quyết định)"
        r"(?: này|(?=\s?,))(?!\s?,\s(?:[^\s,.;]{1,12} ){0,9}?(?:đề nghị|yêu cầu|mong)\s)",
        needs=("nhận được",),
        confidence=0.7,
    ),
    form(
        "opening",
        "event",
        r"kết thúc (?!hoạt động của )(?=[^\W\d][^,.;:()]{3,60},\s)",
        tail=True,
        confidence=0.6,
    ),
    form("opening", "event", r"khi (?!đó|ấy|nào|không|chưa|mà|cả|cần)(?=[^\W\d])", tail=True, confidence=0.5),
    form("bare", "on", rf"(?:{DAY}|{YEARLESS})", confidence=0.6),
)
