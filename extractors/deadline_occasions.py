"""What must stand around events, recurrences and manners of speaking so that they bound a duty."""

from __future__ import annotations

import re

from extractors.deadline_around import Around
from extractors.lexicon import classes, verbs
from extractors.moments import FIXED, spaced
from extractors.outcome_forms import OUTCOME

_DATED = re.compile(
    rf"\s{{0,9}},?\s{{0,9}}(?:là\s+)?(?:trước|chậm\s+nhất|xong\s+trước|đến|vào)\s+(?:\w+\s+){{0,2}}?(?:{FIXED})"
)
_COMES = re.compile(
    r"khi\s+(?:phát\s+hiện|xảy\s+ra|nhận\s+được|tiếp\s+nhận|hết|kết\s+thúc|hoàn\s+thành|đến\s+hạn|"
    rf"có\s+{spaced(OUTCOME)})\s"
)
"""What comes about, at a sentence's start: when to act, not only in which case."""
_SHARE = re.compile(r"tỷ\s+lệ\s[^.;:,]{0,80}$")
"""Before "đúng hạn": what is counted ("tỷ lệ hồ sơ giải quyết đúng hạn"), no duty's time."""
_SIGNS = re.compile(r"khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm")
"""Part of what an inspection is called: "kiểm tra khi có dấu hiệu vi phạm"."""
_AT_ONCE = re.compile(
    r"\s(?:báo\s+cáo|thông\s+báo|xử\s+lý|phản\s+ánh|báo|dừng|tổ\s+chức)\s+ngay(?!\w)|\sphải\s+ngay\s"
)
_NAMED_BY_TIME = re.compile(
    r"(?:kế\s+hoạch|báo\s+cáo|kiểm\s+điểm|đánh\s+giá|xếp\s+loại|tổng\s+kết|dự\s+toán(?:\s+\S{1,8}){0,4}|ngân\s+sách|trợ\s+cấp|lương|chỉ\s+tiêu|"
    r"thống\s+kê|nhiệm\s+vụ|công\s+tác|tiến\s+độ|bổ\s+sung|thường\s+kỳ|mức|bình\s+quân|trung\s+bình|sinh\s+hoạt|chương\s+trình|\d\s+(?:tháng|năm)|và|,)\s*$"
)
"""Before "hằng năm": what is so named, no duty of each year."""
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
_OTHER_TASKS = re.compile(r"nhiệm\s+vụ\s+khác(?:\s+[^\s.;:,]{1,12}){0,6}\s+$")
"""Before "khi được phân công": which tasks are somebody's ("các nhiệm vụ khác | khi …"), not when."""
_BANNED = re.compile(r"(?:^|\s)(?:nghiêm\s+cấm|không\s+được|tuyệt\s+đối\s+không)\s|^\s*cấm\s")
_THEN = re.compile(r"[^,;.]{0,80}?\s(?:thì|phải)\s")
_READY = re.compile(
    r"sẵn\s+sàng(?:(?:\s|,\s(?=phương|lực|vật|trang|con|nhân|thuốc|hậu|nguồn))[^\s.,;:]{1,12}){0,20}\s*$"
    r"|sẵn\s+sàng\s+(?:cứu|ứng\s+phó|xử\s+lý|kéo|chi\s+viện|tham\s+gia)\s[^.;:]{0,60}$"
)
""" "… sẵn sàng tham gia cứu hộ | khi có yêu cầu": what it is to be ready for."""
_KEPT_FROM = re.compile(
    r"(?:^|\s)(?:không\s+(?:được\s+)?để|không|không\s+được|tránh|chấm\s+dứt)\s+$|"
    r"(?:^|\s)(?:không\s+(?:được\s+)?để|tránh|chấm\s+dứt)\s(?:(?!hết|được|thì|cho)[^\s.,;:]{1,12}\s){1,8}$"
)
"""Before "kéo dài sang …": that it must not be; "vốn không dùng hết được | chuyển sang năm sau" may."""
_NOT_KEPT = re.compile(r"(?:không|chưa)\s+(?:\w{1,6}\s+){0,3}$")
"""Before "đúng tiến độ": who is meant, not how to act."""
_TO_KEEP = re.compile(r"(?:^|[.;:]\s+)(?:để|nhằm)\s[^.;:,]{0,60}$")
"""Before "đảm bảo thời gian quy định": why something is done, at a sentence's start."""
_REPORTED_ON = re.compile(
    r"(?:báo\s+cáo|tổng\s+hợp|gửi|kiểm\s+tra|rà\s+soát|cập\s+nhật|thống\s+kê|công\s+khai|theo\s+dõi|"
    r"đối\s+chiếu|kiểm\s+kê|giám\s+sát|họp|nộp|niêm\s+yết|quan\s+trắc|bảo\s+dưỡng)\s[^.;,:]{4,80}$"
)


def when_needed(around: Around) -> bool:
    """ "khi có …" at a sentence's end or inside it; what stands first is a condition, unless it comes about
    ("Khi phát hiện cháy, chủ rừng phải …")."""
    before = around.before
    if _OTHER_TASKS.search(before) and "phân" in around.phrase:
        return False
    if _SIGNS.match(around.low, around.start):
        return False
    if around.begins("khi có yêu cầu") and _READY.search(before):
        return False
    if _BANNED.search(around.said(".;:,\n")):
        return False  # in which case something is forbidden
    if _AT_ONCE.search(around.rest(120)):
        return True
    last = not around.rest(60).strip(" )\n")
    first = around.fronted or re.search(
        r"(?:[.;:]|trừ)\s*$|(?:^|(?<!đình)\s)chỉ\s(?!đạo|thị|tiêu|huy|số|định)", before
    )
    if _THEN.match(around.low, around.end):
        return not first  # "…, khi phát hiện nơi nào làm sai thì báo cáo"
    if first and _COMES.match(around.low, around.start) and "," in around.rest(120):
        return before.rstrip()[-4:] != "chỉ"
    return not first and (last or not before.rstrip().endswith(","))


def kept_from(around: Around) -> bool:
    """ "Không để hồ sơ | kéo dài sang tháng 5"."""
    return around.begins("không") or _KEPT_FROM.search(around.before) is not None


def edge(around: Around) -> bool:
    """ "Cuối tháng …" at a sentence's start; with a month or quarter of its own anywhere; a recurrence
    between a body and what it does: "Thanh tra tỉnh | hằng năm | lập kế hoạch"."""
    return around.form.bound == "by" or around.opens() or _who_regularly(around)


_LONGEST_BODY = 60
_BEFALLS = frozenset(("thu", "chịu", "đón", "có", "bị", "đạt", "gặp", "nhận", "được"))
"""First words of what comes over a body each year, no duty: "hằng năm thu hút nhiều khách"."""


def _who_regularly(around: Around) -> bool:
    before = around.said(".;:,").strip()
    if around.form.bound != "recurring" or not before or len(before) > _LONGEST_BODY:
        return False
    words, rest = before.split(), around.rest(40).split()
    bodies = classes("bearers.tsv")
    body = bodies["head"].match(words, bodies["det"].match(words, 0))
    at = words.index("công") if "công" in words else len(words)  # "công tác hằng năm"
    does = bool(rest) and verbs().match(rest, 0) > 0 and rest[0] not in _BEFALLS
    return body > 0 and does and at == len(words) and not _NAMED_BY_TIME.search(around.before)


def at_end(around: Around) -> bool:
    """A recurrence at the end of what is reported, checked, published …"""
    return _REPORTED_ON.search(around.before) is not None and not _NAMED_BY_TIME.search(around.before)


def each_time(around: Around) -> bool:
    """A recurrence that nothing is named after ("báo cáo | hằng năm")."""
    return not _NAMED_BY_TIME.search(around.before)


def vague(around: Around) -> bool:
    """ "đúng thời hạn", unless a share is counted of it, or a day follows that alone is the deadline."""
    if _NOT_KEPT.search(around.before) or _SHARE.search(around.before):
        return False
    if around.begins("bảo đảm", "đảm bảo") and _TO_KEEP.search(around.before):
        return False
    return not _DATED.match(around.low, around.end)


def opening(around: Around) -> bool:
    """ "Khi thực hiện …, các xã phải …"."""
    return around.opens()


def start(around: Around) -> bool:
    """An event or a recurrence at the start of a sentence, or of what is further to be done."""
    before = around.before
    return (
        around.opens(r"|(?:^|\W)(?:đồng\s+thời|và),?\s*$")
        or (around.form.bound == "recurring" and re.search(r"định\s+kỳ\s*$", before) is not None)
        or (before.rstrip().endswith(",") and _EACH_TIME.match(around.low, around.end) is not None)
    )


def periodic(around: Around) -> bool:
    """ "định kỳ" where somebody does something from time to time, not where it names a sort of thing."""
    before = around.before
    opens = around.fronted or re.search(r"(?:[.;:,]|\s(?:sẽ|phải|cần|trách\s+nhiệm))\s*$", before)
    act = _PERIODICALLY.match(around.low, around.end)
    if act and _BODY_BEFORE.search(before) and not _NAMED_PERIODIC.search(before):
        return True  # "Các sở | định kỳ tổng hợp"
    return bool((opens and (act or around.after(1) == ",")) or "đột" in around.phrase)


def later_than(around: Around) -> bool:
    """ "Các xã vùng cao được nộp | chậm hơn 10 ngày so với thời hạn": what is let, not blamed."""
    return re.search(r"(?<!\w)được\s[^.;:,]{0,60}$", around.before) is not None


_CASE = re.compile(r"(?:nếu|trường|riêng|đối|hễ|ai|mà|khi|sau|trước|để|nhằm|các|những|mọi|từng|mỗi)(?!\w)")
_ANY_ONE = re.compile(r"(?<!\w)nào(?!\w)")


def outcome(around: Around) -> bool:
    """ "Thẩm tra xong, Đoàn lập báo cáo", "có kết luận thì cập nhật": at the start of a sentence or of a part
    of it, and no condition."""
    phrase = around.phrase
    if _CASE.match(phrase) or _ANY_ONE.search(phrase) or not around.opens(r"|,\s*$"):
        return False
    words = phrase.split()
    if " xong" not in phrase:
        return True
    acts = verbs().match(words, 0) > 0 or words[1] == "xong"
    then = around.after(1) != ","
    return acts and (then or len(words) <= _SHORT or _names_body(around.rest(40).lstrip(", ")))


_SHORT = 3
"""Words of what is done without an object: "Thẩm tra xong, …"."""


def _names_body(rest: str) -> bool:
    words = rest.split()
    bodies = classes("bearers.tsv")
    return bodies["head"].match(words, bodies["det"].match(words, 0)) > 0


def not_before(around: Around) -> bool:
    """ "Không được tiêu hủy | khi hội đồng chưa họp": what must come before a ban ends."""
    return _BANNED.search(around.said(".;:\n")) is not None or "chưa được" in around.said(".;:\n")


_POSTED = re.compile(r"(?:niêm\s+yết|công\s+khai|thông\s+báo|treo|phát)\s[^.;:]{0,80}$")


def posted(around: Around) -> bool:
    """ "niêm yết tại trụ sở | đủ 7 ngày liên tục"."""
    return _POSTED.search(around.before) is not None


_MEETS = re.compile(r"(?<!\w)(?:lớp|hội\s+nghị|họp|buổi|đại\s+hội|tập\s+huấn|hội\s+thảo|lễ)(?!\w)")


def lasting(around: Around) -> bool:
    """ "Việc tạm giữ | không kéo dài quá 10 ngày", not how long a meeting is."""
    return _MEETS.search(around.said(".;:\n")) is None
