"""Deadlines that an event, a recurrence or a manner of speaking sets, in the order in which they are tried.

The forms that print a date or a term come before them (`deadline_forms`).
"""

from __future__ import annotations

from extractors import moments
from extractors.deadline_form import Form, form
from extractors.last_forms import LAST_FORMS
from extractors.moments import DAY, EACH, YEARLESS
from extractors.outcome_forms import OUTCOME_FORMS

EVENT_FORMS: tuple[Form, ...] = (
    *OUTCOME_FORMS,
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
        r"(?:bảo đảm|đảm bảo) (?:về )?(?:thời hạn|thời gian|tiến độ)"
        r"(?: (?:xử lý|giải quyết|thực hiện|trả lời|hoàn thành|nộp|gửi))? (?:theo )?(?:đúng )?quy định",
        confidence=0.7,
    ),
    form(
        "vague",
        "by",
        r"(?:theo )?đúng (?:theo )?(?:(?:tiến độ|lộ trình)(?:,| và)? (?=thời (?:gian|hạn) )|"
        r"(?:(?:yêu cầu|nội dung|trình tự|quy định|biểu mẫu|chất lượng)(?:,| và) ){1,3}"
        r"(?=thời (?:gian|hạn) ))?"
        r"(?:thời hạn|thời gian|hạn|kỳ hạn|lộ trình)(?: (?:đã |theo )?(?:quy định|được giao|yêu "
        r"cầu|đề ra|nêu trên|nêu (?:tại|ở) (?:mục|khoản|điểm|điều) [\w.]{1,8}|"
        r"ghi (?:trong|tại) (?:hợp đồng|kế hoạch|quyết định|văn bản|giấy \w+)))?"
        r"(?! (?:làm việc|nghỉ|biểu|qua))",
        confidence=0.8,
    ),
    form(
        "vague",
        "by",
        r"(?:theo )?đúng tiến độ (?:đã )?(?:được )?(?:quy định|đề ra|phê duyệt|giao|yêu cầu|cam kết)"
        r"(?: (?:tại|trong) [^,.;:()]{3,80})?",
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"(?:ngay )?trong (?:tháng|tuần lễ|tuần|ngày|quý|đêm|buổi|kỳ) "
        r"(?=xảy|phát (?:sinh|hiện)|có|nhận|tiếp nhận)",
        tail=True,
        confidence=0.7,
    ),
    form(
        "event", "event", r"từ khi [^,.;:()]{3,120}?\s(?:cho )?(?:đến|tới) khi\s", tail=True, confidence=0.7
    ),
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
        "event",
        "event",
        r"trước(?:,| và) sau (?=(?:mỗi )?(?:kỳ|đợt|buổi|ca|giờ|lễ|hội|cuộc|phiên|mùa|vụ) [^\W\d])",
        tail=True,
        confidence=0.7,
    ),
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
    form("event", "event", r"(?:cho )?(?:đến|tới) khi\s", tail=True, confidence=0.8),
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
    form(
        "later",
        "event",
        r"(?:ngay )?sau (?:dịp |kỳ |đợt )nghỉ (?:tết|lễ|hè)(?=\s*(?:[,.;]|$))",
        needs=("nghỉ",),
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
        r"sau mỗi (?:đợt|kỳ|học kỳ|năm học|lần|khóa|phiên|cuộc|chuyến|ca|buổi|vụ)(?=\s*(?:[,.;]|và\s|$))",
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"(?:trước và sau|trước, trong và sau|trước|sau) "
        r"(?=(?:mỗi|từng) (?:đợt|kỳ|phiên|cuộc|buổi|vụ|ca)\s|"
        r"lễ\s|ngày (?:khai|bầu|hội|lễ|diễn|bắt|kết|tổ|đưa|hết)|hội nghị|đại hội|cuộc họp|"
        r"kỳ họp|phiên họp|buổi họp|buổi làm việc|kỳ sinh hoạt|phiên tòa|giờ (?:làm|khai|bắt|thi|họp|kiểm))",
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
        r"sau mỗi (?:đợt|kỳ|học kỳ|năm học|lần|khóa|phiên|cuộc|chuyến|ca|buổi|vụ)(?=\s)",
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
        rf"(?:nửa )?(?:đầu|giữa|cuối) (?:tháng \d{{1,2}}(?:\s?/\s?| năm ){moments.YEAR_NUMBER}|"
        rf"{moments.QUARTER}|năm học {moments.YEAR_NUMBER}\s?[-–]\s?{moments.YEAR_NUMBER})",
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
        r"ngay từ khi (?=[^\W\d]))",
        tail=True,
        confidence=0.6,
    ),
    form("recurring", "recurring", r"(?<=sơ\skết\s)(?:0?6|sáu) tháng(?:,| và) (?:h[ằà]ng năm|1 năm|một năm)"),
    form("vague", "by", r"ngay trong năm kế hoạch", confidence=0.7),
    form("planned", "on", rf"dự kiến (?:vào |trong |từ )?(?:{DAY}|{YEARLESS})", confidence=0.8),
    *LAST_FORMS,
)
