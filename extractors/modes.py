"""What a clause stands under: a heading or lead-in that binds, one that describes, an enacting formula."""

from __future__ import annotations

import re
from typing import Literal

from extractors import phrases, predicates, things
from extractors.bearer_heads import head
from extractors.heading_bearers import heading_bearer, lead_in
from extractors.structure import Clause, Structure

Mode = Literal["binds", "describes", "enacts", "open"]


_DESCRIBES = re.compile(
    r"^(?:v[àề]\s+)?(?:mục\s+đích|mục\s+tiêu|ý\s+nghĩa|thành\s+phần|thời\s+gian(?!\s+(?:tới|qua)|\s?,?\s+(?:và\s+)?nội\s+dung)|thời\s+lượng|địa\s+điểm|hình\s+thức|đối\s+tượng|phạm\s+vi|"
    r"căn\s+cứ|cơ\s+sở|tình\s+hình|kết\s+quả|ưu\s+điểm|hạn\s+chế|khuyết\s+điểm|nguyên\s+nhân|tồn\s+tại|đánh\s+giá\s+chung|"
    r"giải\s+thích|kinh\s+phí|nguồn\s+kinh\s+phí|chương\s+trình|quan\s+điểm|định\s+nghĩa|khái\s+quát|đặc\s+điểm|bối\s+cảnh|"
    r"sự\s+cần\s+thiết|số\s+lượng|trang\s+phục|nơi\s+nhận|cơ\s+cấu|khẩu\s+hiệu|chủ\s+đề|phụ\s+lục|danh\s+mục|những\s+kết\s+quả|thuận\s+lợi|khó\s+khăn|"
    r"nguồn\s+vốn|vốn\s|tổng\s+(?:mức|vốn|kinh\s+phí|dự\s+toán)|quy\s+mô|diện\s+tích|bài\s+học|dự\s+kiến|giới\s+thiệu(?=\s*[:.]|\s+(?:chung|khái|về|sơ)|\s*$)|thông\s+tin|điểm\s+cầu)"
)


_BASED_ON = re.compile(
    r"(?:căn\s+cứ|cơ\s+sở)\s(?:[^:]{4,400},\s|(?:(?:tại|theo|vào)\s+)?(?:điểm|khoản|điều|mục)\s[^:]{4,300}\squy\s+định\s)"
)
"""A lead-in that opens with what it rests on: "Căn cứ kết quả kiểm tra, UBND tỉnh đề nghị …:"."""


_ELEMENTS = re.compile(
    r"^(?:tiêu\s+chuẩn|điều\s+kiện|mức\s+|hồ\s+sơ|kinh\s+phí|nguồn|phạm\s+vi|hình\s+thức|đối\s+tượng|chương\s+trình|thông\s+tin)"
)


LABELLED = re.compile(rf"{_DESCRIBES.pattern}[^:.;]{{0,60}}:")
"""A line that gives a fact under its name ("Địa điểm: Hội trường …"), folded."""


_BINDS = re.compile(
    r"\b(?:yêu\s+cầu|nhiệm\s+vụ|giải\s+pháp|biện\s+pháp|tổ\s+chức\s+thực\s+hiện|thực\s+hiện|phân\s+công|trách\s+nhiệm|"
    r"giao(?!\s+(?:dịch|thông|tiếp|lưu|thừa|hàng|nhận))|đề\s+nghị|chỉ\s+đạo|triển\s+khai|tập\s+trung|lưu\s+ý|cần|phải|quán\s+triệt|công\s+tác|chế\s+độ\s+báo\s+cáo|nguyên\s+tắc)\b"
)


_EXCEPTS = re.compile(
    r"(?:(?:các|những)\s+(?:cơ\s+quan|đối\s+tượng|tổ\s+chức|đơn\s+vị|loại|nhóm|trường\s+hợp)(?:\s+(?!(?:như|thực|triển|làm|tập|cần|phải|lưu|báo|nộp|gửi|rà|tổ)\s)[^\s,;:]{1,12}){0,4}\s+sau(?:\s+đây)?|"
    r"áp\s+dụng\s+(?:đối\s+với|cho)|trừ(?:\s+(?:các|những))?\s+trường\s+hợp(?:\s+sau)?|bao\s+gồm|gồm(?:\s+có)?|chỉ\s+tiêu(?:\s+chủ\s+yếu)?(?:\s+(?:như\s+)?sau)?)$"
)
"""Lead-ins to a list of cases, parts or targets, not of orders."""


_ENACTS = re.compile(r"^\W*(?:quyết\s+định|quyết\s+nghị)\W*$")


_SETS_UP = re.compile(
    r"^(?:nay\s+)?(?:thành\s+lập|kiện\s+toàn|cử|chỉ\s+định|bổ\s+nhiệm|mời)\s+(?:(?:các|những)\s+)?(?:hội\s+đồng|ban|tổ|đoàn|tiểu\s+ban|nhóm|đội|ông|bà|đồng\s+chí)\s(?!.*(?:nhiệm\s+vụ|nội\s+dung|việc|trách\s+nhiệm)(?:\s+như)?\s+sau)"
)
"""A council or team set up: its members follow, not orders."""


_RESULTS = re.compile(
    r"(?:^đánh\s+giá\s+(?:kết\s+quả|tình\s+hình|chung)[^:]{0,160}|"
    r"đạt\s+được\s+(?:(?:một\s+số|những|các)\s+)?(?:kết\s+quả|thành\s+tích)[^:]{0,60}|"
    r"kết\s+quả\s+(?:đạt\s+được|cụ\s+thể)[^:]{0,30}|(?:tồn\s+tại|hạn\s+chế)[^:,]{0,40})\s(?:như\s+)?sau(?:\s+đây)?$"
)
"""A lead-in to what has come about: "…, công tác thanh tra đạt được một số kết quả như sau:"."""


_HOLDS = re.compile(
    r"(?:nội\s+dung\s+(?:của\s+)?)?(?:quy\s+hoạch|đề\s+án|hồ\s+sơ|hợp\s+đồng|đề\s+cương|biên\s+bản|tờ\s+trình|phương\s+án|giấy|đơn)\s"
    r"[^:;.]{0,160}?\s(?:bao\s+gồm|gồm(?:\s+có)?|có)\s+(?:các|những)\s+nội\s+dung(?:\s+(?:chính|chủ\s+yếu|cơ\s+bản))?"
    r"(?:\s+sau)?(?:\s+đây)?$"
)
"""A lead-in to what a document holds: "Quy hoạch bao gồm những nội dung chính sau đây:"."""


_OBJECTS = re.compile(
    r"^(?:các|những)\s+(?:ngành|lĩnh\s+vực|đối\s+tượng|trường\s+hợp|địa\s+bàn|loại|nhóm)\s[^.:]{0,120}\scần\s+"
    r"(?:được\s+)?(?:tập\s+trung|ưu\s+tiên|chú\s+trọng|lưu\s+ý|quan\s+tâm)\s"
)
"""A title of what an order is about: "Các lĩnh vực cần tập trung kiểm tra", over a list of them."""


_SIGNS = re.compile(
    r"(?<!\w)(?:(?:các|những|một\s+số|theo)\s+)(?:dấu\s+hiệu|biểu\s+hiện|tiêu\s+chí|yếu\s+tố|đối\s+tượng|loại|nhóm|trường\s+hợp|thứ\s+tự\s+ưu\s+tiên|tiêu\s+chuẩn)"
    r"(?:\s+[^\s:;,]+){0,5}\s+sau(?:\s+đây)?$"
)
"""A lead-in to what those meant are known by: "…, trong đó lưu ý các dấu hiệu sau đây:"."""


_GROUNDS = re.compile(r"(?:các\s+|những\s+)?căn\s+cứ\s+(?:đánh\s+giá|xây\s+dựng|lập|pháp\s+lý|xét|để)(?!\w)")
"""A title over what a plan or review rests on: "Căn cứ đánh giá việc thực hiện nhiệm vụ"."""


_MIXED = re.compile(r"mục\s+đích\s*(?:,|và|-)\s*yêu\s+cầu")


_ANNOUNCING = (
    "ban hành",
    "xây dựng",
    "hướng dẫn",
    "thông báo",
    "báo cáo",
    "kết luận",
    "thống nhất",
    "quy định",
    "trả lời",
    "có ý kiến",
    "quyết định",
    "cho ý kiến",
    "nhất trí",
    "đồng ý",
    "phê duyệt",
    "lập kế hoạch",
    "chỉ đạo như sau",
    "chỉ đạo một số",
    "chỉ đạo các nội dung",
    "chỉ đạo cụ thể",
    "kính",
    "trình",
)


def announces(words: list[str], at: int) -> int:
    """Tokens of a verb by which a body only makes known what follows, 0 for another."""
    for phrase in _ANNOUNCING:
        parts = phrase.split()
        if words[at : at + len(parts)] == parts:
            return len(parts)
    return 0


def lists_signs(low: str) -> bool:
    """Whether a folded lead-in goes before signs or kinds, not before orders."""
    return _SIGNS.search(low) is not None and not re.search(r"(?<!\w)(?:cấm|không\s+được)\s", low)


def own(structure: Structure, clause: Clause) -> Mode | None:
    """The mode that a heading or lead-in sets for what stands under it; None where it sets none."""
    low = structure.low[clause.span[0] : clause.span[1]].strip(" \t\n:.")
    if _ENACTS.match(low):
        return "enacts"
    if clause.kind != "heading" and not clause.opens:
        return None
    if lists_signs(low) or things.over_things(structure, clause, things.BY_THINGS):
        return "describes"
    if _MIXED.search(low) or low.endswith("với nội dung"):
        return None  # "… đã có công điện gửi … với nội dung:" tells of all that follows
    short = len(low.split()) <= 25
    if _HOLDS.match(low) or _RESULTS.search(low) or (short and _OBJECTS.match(low)):
        return "describes"
    if clause.kind != "heading" and _SETS_UP.match(low):
        return "describes"
    if short and clause.kind == "heading" and _GROUNDS.match(low):
        return "describes"
    if _EXCEPTS.search(low):
        return "binds" if _lists_orders(structure, clause, low) else "describes"
    if short and _ELEMENTS.match(low):
        return None
    if (
        short
        and _DESCRIBES.match(low)
        and not (clause.kind != "heading" and _BASED_ON.match(low))
        and not re.search(
            r"\b(?:yêu\s+cầu|nhiệm\s+vụ|tổ\s+chức\s+thực\s+hiện|phân\s+công|trách\s+nhiệm)\b", low
        )
    ):
        return "describes"
    if heading_bearer(structure, clause):
        return "binds"
    if clause.kind == "heading":
        return "binds" if _BINDS.search(low) else None
    last = lead_in(structure, clause)
    tokens = phrases.read(structure.plain, structure.low, last)
    found = predicates.read(tokens)
    if found.subject and found.verb is not None and not found.asks and clause.marker is None:
        told = announces(tokens.words, found.verb)
        if told and not (found.verb + told < len(tokens) and head(tokens, found.verb + told)):
            return None
    if (
        found.asks
        or found.must
        or (found.subject and not found.past and _BINDS.search(structure.low[slice(*last)]))
    ):
        return "binds"
    if clause.label and found.verb is not None and not found.past:
        return "binds"
    if short and _BINDS.search(low):
        return "binds"
    return None


def _lists_orders(structure: Structure, clause: Clause, low: str) -> bool:
    """ "Chủ trì tham mưu thực hiện các nhiệm vụ, bao gồm:" over parts that are orders too."""
    if not low.endswith("gồm") or clause.kind == "heading" or not clause.children:
        return False
    for span in (lead_in(structure, clause), *(structure.clauses[i].span for i in clause.children)):
        said = predicates.read(phrases.read(structure.plain, structure.low, span))
        if (
            said.verb is None
            or said.past
            or structure.low[slice(*span)].startswith(("báo cáo ", "kế hoạch "))
        ):
            return False
    return True


def purposes(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands under "Mục đích, yêu cầu", where purposes and demands are mixed."""
    for above in structure.ancestors(clause):
        if above.kind == "heading" or above.opens:
            return _MIXED.search(structure.low[slice(*above.span)]) is not None
    return False


def of(structure: Structure, clause: Clause, cache: dict[int, Mode | None]) -> Mode:
    """The mode that a clause stands under: its nearest ancestor's that sets one."""
    enacted = False
    for above in structure.ancestors(clause):
        if above.index not in cache:
            cache[above.index] = own(structure, above)
        mode = cache[above.index]
        if (
            mode == "enacts"
            and clause.rank > above.rank + 4
            and not (clause.marker and clause.marker.style == "article")
        ):
            enacted = True
            break
        if mode:
            return mode
    return "enacts" if enacted else "open"
