"""Deadlines that an event, a recurrence or a manner of speaking sets, in the order in which they are tried.

The forms that print a date or a term come before them (`deadline_forms`).
"""

from __future__ import annotations

from extractors import moments
from extractors.deadline_form import Form, form
from extractors.moments import DAY, EACH, YEARLESS

EVENT_FORMS: tuple[Form, ...] = (
    form("vague", "by", r"trong thời gian (?:sớm|ngắn|nhanh) nhất(?: có thể)?|sớm nhất có thể"),
    form(
        "vague",
        "by",
        r"(?:chậm nhất )?trong (?:thời hạn|thời gian) (?:(?:do|được|theo|đã) ){0,2}"
        r"(?:(?:luật|pháp luật) (?:quy )?định|quy định|yêu cầu|cho phép|ấn định)"
        r"(?: tại (?:điểm|khoản|điều) [^,.;:()]{1,40}?(?: này)?(?=[,.;:()]|$))?",
        confidence=0.7,
    ),
    form(
        "vague",
        "by",
        r"(?:bảo đảm|đảm bảo) (?:thời hạn|thời gian|tiến độ) (?:theo )?quy định",
        confidence=0.7,
    ),
    form(
        "vague",
        "by",
        r"(?:theo )?đúng (?:theo )?(?:(?:tiến độ|lộ trình)(?:,| và)? (?=thời (?:gian|hạn) )|"
        r"(?:yêu cầu|nội dung|trình tự|quy định)(?:,| và) (?=thời (?:gian|hạn) ))?"
        r"(?:thời hạn|thời gian|hạn|kỳ hạn|lộ trình)(?: (?:đã )?(?:quy định|được giao|yêu "
        r"cầu|đề ra|nêu trên|ghi (?:trong|tại) (?:hợp đồng|kế hoạch|quyết định|văn bản|giấy \w+)))?"
        r"(?! (?:làm việc|nghỉ|biểu|qua))",
        confidence=0.8,
    ),
    form(
        "vague",
        "by",
        r"(?:theo )?đúng tiến độ(?: (?:đã )?(?:được )?(?:quy định|đề ra|phê duyệt|giao|yêu cầu|cam kết)"
        r"(?: (?:tại|trong) [^,.;:()]{3,80})?)?",
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"(?:ngay )?trong (?:tháng|tuần|ngày|quý) (?=xảy|phát (?:sinh|hiện)|có|nhận|tiếp nhận)",
        tail=True,
        confidence=0.7,
    ),
    form("event", "event", r"từ khi [^,.;:()]{3,120}?\s(?:cho )?đến khi\s", tail=True, confidence=0.7),
    form(
        "event",
        "event",
        r"từ ngày (?=[^\W\d])[^,.;:()\d]{3,80}?\s(?:cho )?đến (?:hết )?(?:ngày|khi) (?=[^\W\d])",
        tail=True,
        needs=("từ ngày",),
        confidence=0.7,
    ),
    form("season", "by", rf"từ nay (?:cho )?đến (?:trước |hết |sau )?{moments.SEASON}", confidence=0.8),
    form(
        "before",
        "before",
        rf"(?:trước|vào|trong) ngày (?:làm việc )?(?:đầu tiên|cuối cùng) (?:của )?(?:{moments.MONTH}|"
        rf"{moments.YEAR}|{EACH}|năm|quý|tháng|tuần)(?!\w)",
        confidence=0.8,
    ),
    form("event", "event", r"trước,? trong,? và sau (?=[^\W\d])", tail=True, confidence=0.7),
    form(
        "stretch",
        "by",
        rf"trong (?:(?:\d{{1,2}}|một|hai|ba) )?(?:tuần|ngày|tháng) (?:đầu|cuối)(?: tiên| cùng)? (?:của )?"
        rf"(?:{moments.MONTH}|{moments.QUARTER}|năm học|học kỳ|mỗi \w+|năm {moments.YEAR_NUMBER}|"
        r"(?:kỳ|đợt|khóa|chiến dịch)(?: \w{1,8}){1,2})",
        needs=("trong",),
        confidence=0.75,
    ),
    form(
        "event", "event", r"từ nay (?:cho )?đến (?:khi )?(?=kết thúc|hết [^\W\d])", tail=True, confidence=0.8
    ),
    form("event", "event", r"ngay sau khi\s", tail=True),
    form("event", "event", r"(?:cho )?đến khi\s", tail=True, confidence=0.8),
    form("event", "event", r"cho (?:đến|tới) lúc\s", tail=True, needs=("lúc",), confidence=0.8),
    form(
        "event",
        "event",
        r"(?:cho )?đến hết (?=(?:thời hạn|thời gian|nhiệm kỳ|đợt|khóa|vụ)\s)",
        tail=True,
        needs=("đến hết",),
        confidence=0.8,
    ),
    form(
        "event",
        "event",
        r"trong (?=(?:buổi|cuộc|phiên|kỳ) (?:giao ban|họp|sinh hoạt)"
        r"[^,.;]{0,30}(?:gần nhất|tới|tiếp theo|thường kỳ))",
        tail=True,
        needs=("trong",),
        confidence=0.7,
    ),
    form("vague", "by", r"(?<!trong\s)cùng ngày(?=\s*(?:[.;,]|$))", needs=("cùng ngày",), confidence=0.6),
    form("vague", "by", r"ngay trong ngày(?! \d| (?:làm|đầu|mai|hôm|bầu))", needs=("ngay",), confidence=0.7),
    form(
        "received",
        "event",
        r"kể từ (?:ngày|khi) nhận được "
        r"(?:công văn|văn bản|thông báo|kế hoạch|chỉ thị|công điện|quyết định)(?: này)?",
        needs=("nhận được",),
        confidence=0.8,
    ),
    form("event", "event", r"(?:trước(?:,? (?:trong )?và sau)?|sau) khi\s", tail=True, confidence=0.7),
    form(
        "event",
        "event",
        r"(?:trước|sau) thời điểm (?=[^\W\d])",
        tail=True,
        needs=("thời điểm",),
        confidence=0.6,
    ),
    form(
        "event",
        "event",
        r"(?<!tính\s)(?:kể )?từ thời điểm (?!(?:đó|này|trên)(?!\w)|[^.;:,]{1,40} đến nay)(?=[^\W\d])",
        tail=True,
        needs=("thời điểm",),
        confidence=0.6,
    ),
    form(
        "before-event",
        "event",
        r"(?:(?<=nộp\s)|(?<=gửi\s)|(?<=xong\s)|(?<=trình\s)|(?<=thành\s)|(?<=khai\s))trước ngày "
        r"(?=[^\W\d])(?!làm việc)",
        tail=True,
        needs=("trước ngày",),
        confidence=0.6,
    ),
    form("event", "event", r"trong (?:khi|lúc) (?=(?:chưa|chờ|đợi)\s)", tail=True, confidence=0.6),
    form("event", "event", r"ngay (?:sau|khi)\s", tail=True, confidence=0.9),
    form(
        "received",
        "event",
        r"(?:khi |ngay khi |sau khi |ngay sau khi )nhận được (?:công văn|văn bản|thông báo|kế hoạch|"
        r"hướng dẫn|tài liệu|chỉ thị|công điện|quyết định|giấy mời) này",
        confidence=0.8,
        needs=("nhận được",),
    ),
    form(
        "event",
        "event",
        r"khi (?=có sự thay đổi|có thay đổi|phát sinh|xảy ra sự|kết thúc)",
        tail=True,
        confidence=0.6,
    ),
    form(
        "event",
        "event",
        r"sau mỗi (?:đợt|kỳ|học kỳ|lần|khóa|phiên|cuộc|chuyến|ca|buổi|vụ)(?=\s*(?:[,.;]|và\s|$))",
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"(?:trước và sau|trước, trong và sau|trước|sau) "
        r"(?=(?:mỗi|từng) (?:đợt|kỳ|phiên|cuộc|buổi|vụ|ca)\s|"
        r"lễ\s|ngày (?:khai|bầu|hội|lễ|diễn|bắt|kết|tổ|đưa|hết)|hội nghị|đại hội|cuộc họp|"
        r"kỳ họp|phiên họp|buổi họp|kỳ sinh hoạt|phiên tòa|giờ (?:làm|khai|bắt|thi|họp))",
        tail=True,
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"tại (?=kỳ họp|buổi họp|cuộc họp|phiên họp|kỳ sinh hoạt|buổi sinh hoạt)"
        r"(?=[^,.;]{0,40}(?:gần nhất|kế tiếp|tiếp theo|cuối năm|giữa năm|tới|thường kỳ|"
        r"họp thứ \d{1,2}\s*(?:[.;]|$)))",
        tail=True,
        confidence=0.6,
    ),
    form(
        "event",
        "event",
        r"sau mỗi (?:đợt|kỳ|học kỳ|lần|khóa|phiên|cuộc|chuyến|ca|buổi|vụ)(?=\s)",
        tail=True,
        confidence=0.7,
    ),
    form(
        "start",
        "event",
        r"sau (?=kiểm điểm|hội nghị|đại hội|cuộc họp|khi|đợt|kiểm tra|giám sát|thanh tra|sơ kết|tổng kết|"
        r"mỗi)",
        tail=True,
        confidence=0.8,
    ),
    form(
        "start",
        "recurring",
        rf"(?:{EACH})(?=\s*,| (?:chủ|các|tổ|báo|tiến|xây|thực|rà|lập|cấp|có|phải|ban|sở|ủy|tổng|định|đánh|"
        r"cập|gửi|kiểm|thống|theo|công|đăng|phát|họp|đối|nghe|làm|nộp|bình|bố|phân))",
        confidence=0.85,
    ),
    form("edge", "recurring", rf"(?:{EACH})(?=\s[^\W\d])", confidence=0.75),
    form(
        "each-time",
        "recurring",
        rf"{EACH}(?= (?:báo cáo|thống kê|tổng hợp|kiểm tra|rà soát|gửi|họp|cập nhật|đánh giá|sơ kết|"
        r"theo dõi|công khai|đôn đốc|giao ban|kiểm kê|đối chiếu|nắm|thông báo|niêm yết|chốt|"
        r"phân tích)(?!\w))",
        needs=("hằng", "hàng", "mỗi", "từng"),
        confidence=0.7,
    ),
    form(
        "within",
        "recurring",
        rf"{EACH}(?=\s(?:vào|cho|về|gửi|tại|để|với|từ|trước|đến)\s)",
        confidence=0.6,
    ),
    form("edge", "recurring", r"(?:cuối|đầu) (?:tháng|quý|tuần)(?=\s[^\W\d])", confidence=0.7),
    form(
        "edge",
        "by",
        rf"(?:đầu|giữa|cuối) (?:tháng \d{{1,2}}(?:\s?/\s?| năm ){moments.YEAR_NUMBER}|{moments.QUARTER}|"
        rf"năm học {moments.YEAR_NUMBER}\s?[-–]\s?{moments.YEAR_NUMBER})",
        confidence=0.7,
    ),
    form(
        "when-needed",
        "event",
        r"khi (?:có|xuất hiện|xảy ra|được mời)(?= [^\W\d]|[.;,)]|$)"
        r"(?! (?:đủ|thể|hiệu lực|trách nhiệm|nhu cầu)(?!\w))",
        tail=True,
        confidence=0.6,
    ),
    form(
        "when-needed",
        "event",
        r"khi được (?:[^\s.;:()]{1,12} ){0,8}?(?:yêu cầu|phân công|giao nhiệm vụ|triệu tập|huy động|"
        r"ủy quyền)(?!\w)",
        confidence=0.6,
    ),
    form("when-needed", "event", r"khi (?:phát hiện|hoàn thành)(?!\w)", tail=True, confidence=0.6),
    form(
        "when-needed",
        "event",
        r"khi (?:nhận|tiếp nhận|ghi nhận|đã hết|hết|kết thúc|đến hạn|chấm dứt|về làm việc)(?= [^\W\d])"
        r"(?!\s(?:thấy|thức|lời|xét|định|tuổi)(?!\w))",
        tail=True,
        confidence=0.6,
    ),
    form(
        "event",
        "event",
        r"(?:(?:kể )?từ khi (?=bắt đầu|có|nhận|được|hoàn thành|kết thúc|khởi công)|"
        r"ngay từ khi (?=(?:mới )?(?:phát|xảy|bắt|có|khởi|nhận|mới)))",
        tail=True,
        confidence=0.6,
    ),
    form("recurring", "recurring", r"(?<=sơ\skết\s)(?:0?6|sáu) tháng(?:,| và) (?:h[ằà]ng năm|1 năm|một năm)"),
    form("vague", "by", r"ngay trong năm kế hoạch", confidence=0.7),
    form("planned", "on", rf"dự kiến (?:vào |trong |từ )?(?:{DAY}|{YEARLESS})", confidence=0.8),
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
        r"(?:trong )?suốt (?=(?:thời gian|quá trình|những ngày|các ngày|đợt)\s)",
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
        r"xử lý|giải quyết|sửa chữa|tạm (?:dừng|ngừng|đình)|đình chỉ|chuẩn bị|tham gia)\s)",
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
    form("always", "recurring", rf"thường xuyên,? {EACH}", needs=("thường",), confidence=0.7),
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
    form(
        "inside",
        "event",
        r"khi (?!(?:đã )?hết tuổi|cần )(?=[^\W\d][^,.;:()]{3,70}\s(?:phải|cần)\s)",
        tail=True,
        confidence=0.6,
    ),
    form("opening", "event", r"khi (?!đó|ấy|nào|không|chưa|mà|cả|cần)(?=[^\W\d])", tail=True, confidence=0.5),
    form("bare", "on", rf"(?:{DAY}|{YEARLESS})", confidence=0.6),
)
