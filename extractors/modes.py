"""What a clause stands under: a heading or lead-in that binds, one that describes, an enacting formula."""

from __future__ import annotations

import re
from typing import Literal

from extractors import cues, phrases, predicates, things
from extractors.bearer_heads import head
from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.model import Span
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


_ABOUT = re.compile(
    r"^(?:trách\s+nhiệm(?:\s+chung)?|nhiệm\s+vụ(?:,?\s+giải\s+pháp)?(?:\s+(?:chung|chủ\s+yếu|trọng\s+tâm|cụ\s+thể|chính))?|"
    r"phân\s+công\s+nhiệm\s+vụ|"
    r"(?:(?:vai\s+trò|trách\s+nhiệm|nhiệm\s+vụ|quyền(?:\s+hạn|\s+lợi)?|nghĩa\s+vụ|chức\s+năng)(?:,\s+|\s+và\s+)?){1,4})?"
    r"\s*(?:của|đối\s+với|cho|giao|đề\s+nghị|yêu\s+cầu)\s+"
)
_BY_TOPICS = re.compile(
    r"(?<!\s)\s{1,9}(?:theo|trong|về|với|ở)\s{1,9}(?:các|những)\s{1,9}(?:nội\s{1,9}dung|vấn\s{1,9}đề|việc)(?:\s{1,9}sau)?(?:\s{1,9}đây)?$"
)
"""Behind the body that a title names: "Vai trò, trách nhiệm của cấp ủy | theo các nội dung:"."""


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


def lead_in(structure: Structure, clause: Clause) -> Span:
    """The part of a clause that ends with the colon; that before it, where "Cụ thể là:" stands alone."""
    if not clause.sentences:
        return clause.span
    if len(clause.sentences) > 1 and _IN_PARTICULAR.fullmatch(structure.low, *clause.sentences[-1][-1]):
        return clause.sentences[-2][-1]
    return clause.sentences[-1][-1]


_IN_PARTICULAR = re.compile(r"(?:và\s+)?cụ\s+thể(?:\s+(?:là|như\s+sau|như))?")


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


TOPIC = re.compile(
    r"(?:(?:các|những|một\s+số)\s+)?(?:nội\s+dung|công\s+việc|việc|nhiệm\s+vụ|vấn\s+đề|lưu\s+ý|yêu\s+cầu|điểm|biện\s+pháp|giải\s+pháp)\s"
)


_RIGHTS = re.compile(r"(?<!\w)có\s+(?:các\s+|những\s+)?quyền(?:\s+hạn)?(?:\s+sau(?:\s+đây)?)?\W*$")
_RIGHTS_OF = re.compile(
    r"\W*(?:điều\s+\d{1,3}\W{1,3})?(?:các\s+)?quyền(?:\s+(?:hạn|lợi))?(?:\s+của\s[^:;.,]{2,80})?\W*$"
)


_STANDARDS = re.compile(r"\W*(?:điều\s+\d{1,3}\W+)?(?:các\s+|những\s+)?(?:tiêu\s+chuẩn|tiêu\s+chí)(?!\w)")


_SCOPE = re.compile(
    r"(?:điều\s+\d{1,3}\W+)?(?:phạm\s+vi|đối\s+tượng)(?:\W+(?:và\s+)?(?:phạm\s+vi|đối\s+tượng))?"
    r"(?:\s+(?:áp\s+dụng|điều\s+chỉnh))?\W*$"
)
_ACCOUNT = re.compile(
    r"(?:về\s+|một\s+số\s+|những\s+)?(?:khuyết\s+điểm|hạn\s+chế(?=\s*(?:,|và\s|$))|vi\s+phạm|tồn\s+tại|ưu\s+điểm|"
    r"nguyên\s+nhân|thuận\s+lợi|khó\s+khăn|tình\s+hình)(?!\w)"
    r"(?!.*(?:giải\s+pháp|biện\s+pháp|hướng|khắc\s+phục|nhiệm\s+vụ|kiến\s+nghị|tháo\s+gỡ|giải\s+quyết|phòng))"
)


def _heading_above(structure: Structure, clause: Clause) -> str:
    """The nearest heading over a clause, folded; empty where it has none."""
    for above in structure.ancestors(clause):
        if above.kind == "heading":
            return structure.low[slice(*above.span)].strip(" \t\n:.")
    return ""


def scope(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands under a title of those meant ("Phạm vi, đối tượng áp dụng")."""
    return _SCOPE.match(_heading_above(structure, clause)) is not None


def over_time(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands under a title of when ("2. Thời gian tổng kết"): who acts there acts then."""
    return _OVER_TIME.match(_heading_above(structure, clause)) is not None


_OVER_TIME = re.compile(r"(?:về\s+)?(?:thời\s+(?:gian|hạn)|tiến\s+độ)(?!\w)")


def account(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands under a title of findings ("Khuyết điểm, vi phạm")."""
    return _ACCOUNT.match(_heading_above(structure, clause)) is not None


_DUTIES_TOO = re.compile(r"(?<!\w)(?:nghĩa\s+vụ|trách\s+nhiệm|nhiệm\s+vụ)(?!\w)")
"""A title that names duties, alone or beside standards: "Tiêu chuẩn, quyền lợi và nghĩa vụ"."""


def standards(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands under a title of standards ("Điều 3. Tiêu chuẩn"): what is looked for."""
    for above in structure.ancestors(clause):
        if above.kind != "heading":
            continue
        if _DUTIES_TOO.search(structure.low, *above.span):
            return False
        if _STANDARDS.match(structure.low, *above.span):
            return True
    return False


_CLAIMS = re.compile(
    r"nội\s+dung\s+(?:đơn\s+|các\s+)?(?:khiếu\s+nại|tố\s+cáo|kiến\s+nghị|phản\s+ánh)[^:;.]{0,80}$|"
    r"(?:^|\s)(?:ông|bà|hộ\s+ông|hộ\s+bà|công\s+dân|cử\s+tri|người\s+khiếu\s+nại)\s(?:[^:;.]{2,80}\s)?"
    r"(?:khiếu\s+nại|tố\s+cáo|kiến\s+nghị|phản\s+ánh|yêu\s+cầu|đề\s+nghị|có\s+đơn)"
    r"(?:\s(?!các\s+sở|các\s+đơn|chủ\s+tịch|giám\s+đốc)[^:;.]{2,80})?$"
)


def claims(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands in a list of what somebody claims: "Nội dung khiếu nại: 1. Yêu cầu bồi thường
    …", "Bà A kiến nghị: …"."""
    above = structure.clauses[clause.parent] if clause.parent is not None else None
    if above is None or not above.opens or not above.sentences:
        return False
    low = structure.low[slice(*above.sentences[-1][-1])].strip(" \t\n:.")
    return _CLAIMS.search(low) is not None


def rights(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands in a list of rights: "Đội kiểm tra có các quyền hạn sau:", "Quyền của X"."""
    above = structure.clauses[clause.parent] if clause.parent is not None else None
    if above is None:
        return False
    if _RIGHTS_OF.fullmatch(structure.low, *above.span):
        return True
    return above.opens and _RIGHTS.search(structure.low, *above.span) is not None


_TO_COME = re.compile(
    r"(?:nhiệm\s+vụ|phương\s+hướng|giải\s+pháp|kế\s+hoạch|chương\s+trình|công\s+tác)(?!\w).{0,120}"
    r"(?:trọng\s+tâm|thời\s+gian\s+tới|tiếp\s+theo|sắp\s+tới|tháng|quý|năm|cuối\s+năm|tuần)(?!\w)",
    re.DOTALL,
)
_PROPOSES = re.compile(r"(?:đề\s+xuất|kiến\s+nghị)(?:\s*(?:,|và|-|–)\s*(?:đề\s+xuất|kiến\s+nghị))?\W*$")
"""The title of a report's requests to others: "III. ĐỀ XUẤT, KIẾN NGHỊ"."""
_BEHIND = re.compile(r"kết\s+quả|tình\s+hình|đánh\s+giá|ưu\s+điểm|tồn\s+tại|hạn\s+chế|đã\s")


def planned(structure: Structure) -> list[Span]:
    """The sections of a report that set tasks to come ("II. NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2025") or ask
    others ("III. KIẾN NGHỊ"), without their titles."""
    out: list[Span] = []
    for clause in structure.clauses:
        low = structure.low[slice(*clause.span)]
        if clause.kind != "heading" or not (
            _PROPOSES.search(low) or (_TO_COME.search(low) and not _BEHIND.search(low))
        ):
            continue
        last = clause
        while last.children:
            last = structure.clauses[last.children[-1]]
        out.append((clause.span[1], last.span[1]))
    return out


def topic_bearer(structure: Structure, clause: Clause) -> tuple[Span, bool] | None:
    """Who must act by a lead-in that is a noun phrase, and whether it says so itself: "Những việc | các xã |
    phải làm ngay:", "Lưu ý đối với | nhà thầu |:" do, "Các nội dung cần lưu ý khi | chủ mỏ | nổ mìn:" not."""
    if not clause.opens or not clause.sentences:
        return None
    span = lead_in(structure, clause)
    topic = TOPIC.match(structure.low, *span)
    if topic is None:
        return None
    tokens = phrases.read(structure.plain, structure.low, span)
    words = tokens.words
    wording = classes("wording.tsv")
    for i in range(1, len(words)):
        body = named(tokens, i) if tokens.spans[i][0] >= topic.end() else None
        towards = words[i - 2 : i] == ["đối", "với"]
        if body is None or (words[i - 1] in ("của", "do", "với") and not towards):
            continue
        if towards:
            return (tokens.span(body.start, body.end), True) if body.predicate is None else None
        if body.predicate is None:
            continue
        must = wording["must"].match(words, body.predicate) > 0
        if must or words[i - 1] in ("khi", "mà"):
            return tokens.span(body.start, body.end), must
    return None


_WHICH = (
    ["được", "giao"],
    ["được", "phân"],
    ["được", "cấp"],
    ["được", "hỗ"],
    ["được", "ủy"],
    ["có", "liên"],
    ["phụ", "trách"],
    ["chuyên", "trách"],
    ["thuộc"],
    ["quản", "lý"],
    ["sử", "dụng"],
    ["được", "nhận"],
    ["được", "tặng"],
    ["được", "chọn"],
    ["nhận", "được"],
    ["đạt"],
)


_LONGEST_WHICH = 6
"""Words of a clause that says which are meant, in a lead-in; a longer one is a predicate."""


def _is_which(tokens: phrases.Tokens, at: int | None) -> bool:
    """Whether what follows a body in a title says which are meant ("4. Các đơn vị được giao quản lý nhà"),
    not what they do."""
    if at is None or at >= len(tokens):
        return False
    wording = classes("wording.tsv")
    rest = tokens.words[at:]
    modal = any(wording[key].match(rest, i) for i in range(len(rest)) for key in ("must", "not", "may"))
    return not modal and any(rest[: len(which)] == which for which in _WHICH)


def _have(tokens: phrases.Tokens, at: int | None) -> bool:
    """Whether a title names a body by what it has: "1. Hiệu trưởng các trường | có bếp ăn"."""
    if at is None or tokens.words[at : at + 1] != ["có"] or len(tokens) - at > _LONGEST_WHICH:
        return False
    wording = classes("wording.tsv")
    return not any(wording[key].match(tokens.words, at) for key in ("must", "may", "not"))


def _only_leads(structure: Structure, tokens: phrases.Tokens, at: int | None) -> bool:
    """ "1. Bộ Công Thương | chủ trì, phối hợp với các bộ liên quan" as a title: what to do comes below."""
    if at is None or at >= len(tokens):
        return False
    lead = cues.LEADS_ONLY.match(structure.low, tokens.spans[at][0], tokens.spans[-1][1])
    if lead is None or not lead[0].strip():
        return False
    after = next((i for i, span in enumerate(tokens.spans) if span[0] >= lead.end()), len(tokens))
    partners = named(tokens, after) if after < len(tokens) else None
    return after >= len(tokens) or (
        partners is not None and partners.predicate is None and partners.end >= len(tokens) - 1
    )


def _works(tokens: phrases.Tokens, at: int | None) -> bool:
    """ "2. Các cơ sở đào tạo, | bồi dưỡng giáo viên" as a title: two works by which bodies are known."""
    words = tokens.words
    if not at or at < 3 or words[at - 1] != "," or "," in words[at:] or ":" in words[at:-1]:
        return False
    return verbs().match(words, at - 3) == 2 and verbs().match(words, at) == 2


def _only_names(structure: Structure, clause: Clause) -> bool:
    """Whether every part of a clause is a body's name alone."""
    for part in clause.sentences[0]:
        tokens = phrases.read(structure.plain, structure.low, part)
        body = named(tokens, 0) if len(tokens) else None
        if body is None or body.predicate is not None:
            return False
    return len(clause.sentences[0]) > 1


def heading_bearer(structure: Structure, clause: Clause) -> Span | None:
    """The bearer that a heading names: "1. Sở Tài chính", "2. Trách nhiệm của Sở Y tế", "3. Giao Sở X:"."""
    if clause.kind != "heading" and not clause.opens:
        return None
    if clause.marker is None and not clause.opens:
        return None  # the issuing body in capitals above the preamble
    span = lead_in(structure, clause)
    if cues.QUESTION.search(structure.low, *span):
        return None  # "3. Cơ quan phải làm gì?"
    if clause.sentences and len(clause.sentences) == 1 and _only_names(structure, clause):
        span = (clause.sentences[0][0][0], span[1])  # "1. Thủ trưởng các sở; Chủ tịch UBND các huyện:"
    low = structure.low[span[0] : span[1]]
    if len(low.split()) > 90 or (clause.marker is None and cues.CONCLUDES.search(low)):
        return None
    match = _ABOUT.match(low)
    start = span[0] + (match.end() if match else 0)
    topics = _BY_TOPICS.search(low.rstrip(" :.")) if match else None
    end = span[0] + topics.start() if topics else span[1]
    tokens = phrases.read(structure.plain, structure.low, (start, end))
    if not len(tokens) or not head(tokens, 0) or tokens.words[:2] == ["hội", "nghị"]:
        return None  # "1. Hội nghị hiệp thương lần thứ nhất": what is held, not who acts
    found = named(tokens, 0)
    about = match is not None and match[0].startswith(("nhiệm vụ", "trách nhiệm"))
    if found and about and found.predicate and tokens.words[found.predicate - 1] == ",":
        # "Nhiệm vụ của Tổ tiếp công dân, xử lý đơn thư:" names one body, verbs and all
        return tokens.span(0, len(tokens) - (tokens.words[-1] == ":"))
    has = found is not None and _have(tokens, found.predicate)
    if has and (clause.kind == "heading" or " ".join(tokens.words).rstrip(" :").endswith("đi qua")):
        return tokens.span(0, len(tokens) - (tokens.words[-1] == ":"))
    if found is not None and _is_which(tokens, found.predicate):
        end = len(tokens) - (tokens.words[-1] == ":")
        end -= tokens.words[end - 1] == phrases.BRACKET
        short = end - found.end <= _LONGEST_WHICH and "," not in tokens.words[found.end : end]
        if clause.kind == "heading" or short:
            return tokens.span(0, end)
    if found is not None and clause.kind == "heading" and _only_leads(structure, tokens, found.predicate):
        return tokens.span(found.start, found.end)
    if found is not None and clause.kind == "heading" and _works(tokens, found.predicate):
        return tokens.span(0, len(tokens) - (tokens.words[-1] == ":"))
    if found is None or found.predicate is not None:
        return None
    rest = tokens.words[found.end :]
    if len([word for word in rest if word.isalpha()]) > 0 or classes("bearers.tsv")["not"].match(
        tokens.words, 0
    ):
        return None
    return tokens.span(found.start, found.end)
