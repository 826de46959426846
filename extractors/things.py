"""Lists of things below an order: what a report holds, what is inspected, works to do; none orders."""

from __future__ import annotations

import re

from extractors import phrases, schedule
from extractors.bearers import named
from extractors.lexicon import verbs
from extractors.structure import Clause, Structure

_CONTENTS = re.compile(
    r"(?:báo\s+cáo|văn\s+bản|hồ\s+sơ|tờ\s+trình|đánh\s+giá)\b[^.;:]{0,160}\b(?:nội\s+dung|vấn\s+đề|phần|tiêu\s+chí)"
    r"[^.;:]{0,40}\bsau(?:\s+đây)?$"
)
_CONTENT = re.compile(
    r"(?:tình\s+hình|kết\s+quả|việc|công\s+tác|số\s+liệu|số\s+lượng|danh\s+sách|những|các|khó\s+khăn|thuận\s+lợi|"
    r"tồn\s+tại|hạn\s+chế|nguyên\s+nhân|ưu\s+điểm|bài\s+học|kiến\s+nghị|đề\s+xuất|phương\s+hướng|đánh\s+giá|thực\s+trạng)\b"
)


_LISTS_WORK = re.compile(
    r"(?:hoàn\s+thành|xây\s+dựng|ban\s+hành|trình|lập|rà\s+soát|triển\s+khai|sửa\s+đổi|đầu\s+tư)\s.{0,200}"
    r"(?:nhiệm\s+vụ|dự\s+án|văn\s+bản|đề\s+án|quy\s+hoạch|công\s+trình|nội\s+dung|sau|gồm)(?:\s+sau(?:\s+đây)?)?$",
    re.DOTALL,
)
_WORK = re.compile(
    r"(?:chiến\s+lược|quy\s+hoạch|đề\s+án|dự\s+án|bộ\s+luật|luật|pháp\s+lệnh|nghị\s+định|thông\s+tư|nghị\s+quyết|chương\s+trình|"
    r"công\s+trình|kế\s+hoạch|quy\s+chế|quyết\s+định)\s"
)
"""Names of works that an order lists below it: "Hoàn thành việc lập: + Chiến lược …; + Quy hoạch …"."""


_THING = re.compile(
    r"(?:(?:các|những|một\s+số)\s+)?(?:việc|công\s+tác|hoạt\s+động|tiêu\s+chuẩn|tiêu\s+chí|kết\s+quả|hồ\s+sơ|biên\s+bản|"
    r"tình\s+hình|số\s+liệu|thời\s+điểm|cách|trách\s+nhiệm\s+của|thẻ|danh\s+sách|nội\s+dung|mức\s+độ|thành\s+phần|quy\s+trình|"
    r"chất\s+lượng|tỷ\s+lệ|giấy|đơn|trạm|cơ\s+sở|hộ|tổ|đơn\s+vị|ban)[\s,]"
    r"(?!.*(?::|\bphải\b|thực\s+hiện\s+theo|được\s+thực\s+hiện|có\s+trách\s+nhiệm))",
    re.DOTALL,
)
GOVERNS_THINGS = re.compile(r"\b(?:thông\s+qua|đối\s+với)$")
BY_THINGS = re.compile(
    r"\b(?:căn\s+cứ(?:\s+vào)?|dựa\s+(?:trên|vào)|theo|với|kiểm\s+tra|giám\s+sát)(?:\s+(?:các|những))?"
    r"(?:\s+(?:tiêu\s+chí|căn\s+cứ|cơ\s+sở|vấn\s+đề))?(?:\s+sau(?:\s+đây)?)?$"
)
"""How a lead-in ends that orders something itself, over a list of what it does it by or to."""


_ASKS_FOR_PAPERS = re.compile(
    r"\b(?:nộp|gửi|chuẩn\s+bị|xuất\s+trình|mang(?:\s+theo)?|cung\s+cấp|bổ\s+sung|lập)\s[^.;:]{0,80}?"
    r"(?:giấy\s+tờ|hồ\s+sơ|tài\s+liệu|văn\s+bản|thành\s+phần)\s[^.;:]{0,40}?(?:sau|gồm|bao\s+gồm)\b"
)
_PAPER = re.compile(
    r"(?:\d{1,2}\s+)?(?:đơn|bản|giấy|bảng|biên\s+bản|hồ\s+sơ|danh\s+sách|báo\s+cáo|phiếu|ảnh|sơ\s+yếu|chứng\s+chỉ|bằng|thẻ|"
    r"tờ|mẫu|biểu|văn\s+bản|quyết\s+định|hợp\s+đồng|dự\s+toán|lý\s+lịch|sổ|học\s+bạ|hóa\s+đơn|chứng\s+từ)\s"
    r"(?!.{0,300}\s(?:phải|cần|có\s+trách\s+nhiệm)\s)",
    re.DOTALL,
)
"""What is to be handed in, line by line: "Hội viên nộp các giấy tờ sau: • đơn xin học; • ảnh thẻ"."""
_THINGS = 0.7
"""Share of a list's lines that must begin as things. From .5 to .7 the same was read in 130 texts; from .8 on
14 lines of two plans more counted as orders, which their annotators had not marked."""


def over_things(structure: Structure, clause: Clause, ends: re.Pattern[str]) -> bool:
    """Whether a lead-in with an order of its own stands over things, no orders: "Đoàn kiểm tra làm việc thông
    qua: - Việc dự họp …; - Việc đối chiếu …"."""
    low = structure.low[clause.span[0] : clause.span[1]].strip(" \t\n:.")
    below = [structure.clauses[i] for i in clause.children]
    if len(below) < 2 or not clause.opens or not ends.search(low):
        return False
    if any(child.children or child.kind != "text" for child in below):
        return False
    things = sum(
        _THING.match(structure.low, *child.span) is not None and not _acts(structure, child)
        for child in below
    )
    return things > _THINGS * len(below)


_BODY_OR_THING = re.compile(r"(?:(?:các|những|một\s+số)\s+)?(?:trạm|cơ\s+sở|hộ|tổ|đơn\s+vị|ban)\s")


def _acts(structure: Structure, line: Clause) -> bool:
    """Whether a line is a body with what it does ("Tổ 1 kiểm tra các xã"), not one that is inspected."""
    if not _BODY_OR_THING.match(structure.low, *line.span):
        return False
    tokens = phrases.read(structure.plain, structure.low, line.span, [])
    body = named(tokens, 0)
    return body is not None and body.predicate is not None and body.predicate < len(tokens) - 1


_WHEN_EACH = re.compile(
    r"(?:[^\s:;.][^:;.]{0,60}:\s{0,3})?(?:chậm\s+nhất|trước|trong|từ|vào)\s(?:là\s+|vào\s+|trước\s+)?(?:ngày\s+|\d|tháng\s+|quý\s+)"
    r"[^.;]{0,140}[.;,]?|"
    r"[^:;.]{2,160}:\s{0,3}(?:(?:cuối|đầu|giữa)\s+)?(?:ngày|tháng|quý|năm)\s+[\divx][^:;,]{0,30}?[.;,]?|"
    r"[^:;.]{2,60}:\s{0,3}(?:lúc\s+)?\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2})?(?:\s?phút)?(?:\s(?:thứ\s\w{2,4}|chủ\snhật|hằng\s\w{3,5}))?[.;,]?"
)


def _when_each(structure: Structure, below: list[Clause]) -> bool:
    """Whether each line below says only when, and for whom: "Tổ 3: từ ngày 02/6 đến ngày 04/6"."""
    if any(child.children or child.kind != "text" for child in below):
        return False
    for child in below:
        low = structure.low[slice(*child.span)]
        if not _WHEN_EACH.fullmatch(low.strip()):
            return False
        tokens = phrases.read(structure.plain, structure.low, child.span, [])
        words = tokens.words[: tokens.words.index("đối")] if "đối" in tokens.words else tokens.words
        last = max((i for i, word in enumerate(words) if word[0].isdigit()), default=-1)
        acts = (i for i in range(last + 1, len(words)) if words[i - 1] not in ("tháng", "kỳ", "năm", "quý"))
        if any(verbs().match(words, i) > 1 for i in acts):
            return False
    return True


def contents(structure: Structure, clause: Clause) -> int | None:
    """The index of the last part of what a report is to hold ("Báo cáo tập trung vào các nội dung sau: - Tình
    hình …; - Kết quả …"): parts of one order, none of them an order itself. None for other clauses."""
    low = structure.low[clause.span[0] : clause.span[1]].strip(" \t\n:.")
    below = [structure.clauses[i] for i in clause.children]
    if over_things(structure, clause, GOVERNS_THINGS):
        return below[-1].index
    listed_times = schedule.LISTS_TIMES.match(structure.low, *clause.span) is not None
    timed = clause.label is not None or listed_times
    if len(below) > (0 if listed_times else 1) and clause.opens and timed and _when_each(structure, below):
        return below[-1].index
    papers = _ASKS_FOR_PAPERS.search(low) is not None
    listed = _PAPER if papers else _CONTENT if _CONTENTS.search(low) else _WORK
    if len(below) < 2 or not clause.opens:
        return None
    nominal = [listed.match(structure.low, *child.span) is not None for child in below]
    if listed is _WORK and not (all(nominal) and _LISTS_WORK.search(low)):
        return None
    plain = all(not child.children and child.kind == "text" for child in below)
    return below[-1].index if plain and nominal[0] and sum(nominal) > 0.6 * len(nominal) else None
