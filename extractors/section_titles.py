"""What the title or lead-in above a clause says of it: rights, standards, those meant, findings, claims."""

from __future__ import annotations

import re

from extractors.model import Span
from extractors.structure import Clause, Structure

_RIGHTS = re.compile(r"(?<!\w)có\s+(?:các\s+|những\s+)?quyền(?:\s+hạn)?(?:\s+sau(?:\s+đây)?)?\W*$")


_RIGHTS_OF = re.compile(
    r"\W*(?:điều\s+\d{1,3}\W{1,3})?(?:các\s+)?quyền(?:\s+(?:hạn|lợi))?(?:\s+của\s[^:;.,]{2,80})?\W*$"
)


_STANDARDS = re.compile(r"\W*(?:điều\s+\d{1,3}\W+)?(?:các\s+|những\s+)?(?:tiêu\s+chuẩn|tiêu\s+chí)(?!\w)")


_SCOPE = re.compile(
    r"(?:điều\s+\d{1,3}\W+)?(?:phạm\s+vi|đối\s+tượng)(?:\W+(?:và\s+)?(?:phạm\s+vi|đối\s+tượng))?"
    r"(?:\s+(?:áp\s+dụng|điều\s+chỉnh|kiểm\s+điểm|kiểm\s+tra|đánh\s+giá|xếp\s+loại|giám\s+sát|thực\s+hiện|"
    r"tham\s+gia|dự\s+thi|bồi\s+dưỡng|xét\s+(?:tặng|chọn|tuyển)))?(?:,\s[^:;.]{2,60})?\W*$"
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


_EXEMPT = re.compile(
    r"(?:\d[\d.]{0,6}\W+)?(?:các\s+|những\s+)?(?P<who>[^\W\d]{2,6}\s[^\W\d]{2,6})\s(?:[^\s:;.,]{1,10}\s){0,4}?được\s+"
    r"(?:miễn|hoãn|tạm\s+hoãn)\s"
)


def exempt(structure: Structure, clause: Clause) -> str | None:
    """Who a title says are exempt or entitled ("2. Hội viên được miễn sinh hoạt"), over a list of who they
    are; None under other titles."""
    match = _EXEMPT.match(_heading_above(structure, clause))
    return match["who"] if match else None


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


_FORBIDDEN = re.compile(
    r"\W*(?:điều\s+\d{1,3}\W{1,3})?(?:các\s+|những\s+)?(?:hành\s+vi|việc|điều)\s+(?:bị\s+)?"
    r"(?:nghiêm\s+cấm|cấm|không\s+được\s+làm)(?:\s[^:;.]{1,80})?\W*$|"
    r"\W*(?:nghiêm\s+cấm|cấm)\s+(?:các\s+|những\s+)?(?:hành\s+vi|việc)(?:\s+sau)?(?:\s+đây)?\W*$"
)


def forbidden(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands in a list of what is forbidden: "Các hành vi bị nghiêm cấm"."""
    for above in structure.ancestors(clause):
        if above.kind == "heading" or above.opens:
            return _FORBIDDEN.fullmatch(structure.low, *above.span) is not None
    return False


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
