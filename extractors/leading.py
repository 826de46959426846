"""What a lead-in orders itself, beside introducing what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import cues, heading_bearers, modes, phrases, predicates
from extractors.bearers import named
from extractors.model import Span
from extractors.structure import Clause, Structure
from extractors.units import Unit

_TAIL = 200
"""Characters of a lead-in that its last, empty words may take ("thực hiện tốt một số nội dung sau đây")."""


def orders(
    structure: Structure, citations: Sequence[Span], clause: Clause, unit: Unit, mode: modes.Mode, due: bool
) -> bool:
    """Whether a lead-in orders something itself, beside introducing what follows."""
    if unit.found.verb is None or unit.found.past:
        return False
    listing = clause.label is not None and structure.low[slice(*unit.span)].endswith("gồm")
    low = structure.low[unit.span[0] : unit.span[1]]
    if clause.marker is None and not listing:
        return _in_particular(structure, unit) or (due and _TO_SEND.match(low) is not None)
    if modes.lists_signs(low.strip(" :")) and unit.found.modality == "prohibition":
        return True  # "Không đánh giá đối với các trường hợp sau:" bans itself
    if modes.lists_signs(low.strip(" :")) and unit.found.subject and len(low.split()) > 14:
        return True  # "Các chi cục phân loại …, lưu ý các dấu hiệu sau đây:" orders itself
    if cues.AMENDS_BELOW.match(low) or _ONLY_CHARGED.search(low):
        return False
    if not unit.found.must and (cues.TOPIC.match(low) or _all_bring_subjects(structure, citations, clause)):
        return False
    if (
        _directs_only(unit)
        or _names_partners_only(structure, unit)
        or (heading_bearers.TOPIC.match(low) and not unit.found.subject)
    ):
        return False
    rest = low[:-_TAIL] + cues.LEAD_TAIL.sub("", low[-_TAIL:])
    if unit.found.asks or len(rest.split()) < 9:
        return False
    if cues.PURE.search(rest):  # "… tiếp tục phát huy ưu điểm, khắc phục hạn chế, tập trung thực hiện … sau:"
        before = rest.rfind(",")
        verb = unit.tokens.spans[unit.found.verb][0] - unit.span[0]
        if verb >= before or len(rest[max(verb, 0) : max(before, 0)].split()) < 9 or cues.PREAMBLE.match(low):
            return False
    return mode != "describes"


_TO_SEND = re.compile(
    r"(?!.*cho\s+thấy)(?:báo\s+cáo|hồ\s+sơ|danh\s+sách|văn\s+bản|kết\s+quả|bài\s+dự\s+thi|ý\s+kiến|đăng\s+ký)(?:\s[^:;]{0,80})?\s(?:gửi|nộp)\s"
)
"""A lead-in that says where to send what, and by when: "Báo cáo gửi về Bộ trước ngày 28/8: - Bằng thư …"."""
_PARTICULARS = re.compile(r"[,;]?\s+cụ\s+thể(?:\s+(?:như\s+sau|là))?\W*$")
_MAKES_KNOWN = re.compile(
    r"(?:thực\s+hiện|triển\s+khai|tập\s+trung|ban\s+hành|hướng\s+dẫn|thông\s+báo|xây\s+dựng|lập|quy\s+định|báo\s+cáo|"
    r"kết\s+luận|chỉ\s+đạo|phối\s+hợp|chủ\s+trì|có\s+ý\s+kiến|tổ\s+chức\s+(?:triển\s+khai|thực\s+hiện))\b"
)


def _in_particular(structure: Structure, unit: Unit) -> bool:
    """A lead-in that says what to do, its particulars below: "Các chi bộ đánh giá đảng viên tại hội nghị, cụ
    thể:"; not one that only makes something known or asks to carry out what follows."""
    found = unit.found
    low = structure.low[slice(*unit.span)]
    tail = _PARTICULARS.search(low)
    if tail is None or found.subject is None or found.verb is None:
        return False
    verb = unit.tokens.spans[found.verb][0] - unit.span[0]
    said = low[verb : tail.start()]
    return len(said.split()) >= 7 and not _MAKES_KNOWN.match(said) and not cues.PURE.search(said)


_ONLY_CHARGED = re.compile(
    r"(?:có\s+(?:trách\s+nhiệm|nhiệm\s+vụ|nghĩa\s+vụ)|chịu\s+trách\s+nhiệm|phải)(?:\s+sau(?:\s+đây)?)?\W*$"
)
"""A lead-in that charges a body with what stands below: "Sở Y tế, trong 15 ngày, có trách nhiệm:"."""


def leads_inline(structure: Structure, unit: Unit) -> bool:
    """Whether a unit only says who is to do what "(1) …; (2) …" list behind its colon."""
    if not structure.plain.startswith(":", unit.span[1]):
        return False
    low = structure.low[slice(*unit.span)]
    found = unit.found
    empty = found.subject is not None and found.asks and found.subject[1] >= len(unit.tokens) - 1
    means = low.startswith("đối với ") and found.verb is None
    return empty or means or _ONLY_LEADS.search(low) is not None


_ONLY_LEADS = re.compile(
    r"(?:(?:trên|theo)\s+(?:các\s+)?nguyên\s+tắc|có\s+(?:trách\s+nhiệm|nhiệm\s+vụ|nghĩa\s+vụ)|phải|"
    r"(?<!\w)thực\s+hiện(?:\s+(?:tốt|nghiêm|ngay))?"
    r"(?:\s+(?:các|những|một\s+số)\s+(?:nội\s+dung|nhiệm\s+vụ|việc|yêu\s+cầu|công\s+việc))?)"
    r"(?:\s+(?:như\s+)?sau(?:\s+đây)?)?$"
)
"""How a part ends that only charges with what its items list: "… có trách nhiệm:"."""


def _names_partners_only(structure: Structure, unit: Unit) -> bool:
    """ "Sở Y tế chủ trì, phối hợp với các sở liên quan:": what to do comes below."""
    assert unit.found.verb is not None
    start = unit.tokens.spans[unit.found.verb][0]
    lead = cues.LEADS_ONLY.match(structure.low, start, unit.span[1])
    if lead is None or not lead[0].strip():
        return False
    at = next((i for i, span in enumerate(unit.tokens.spans) if span[0] >= lead.end()), len(unit.tokens))
    if at >= len(unit.tokens):
        return True
    partners = named(unit.tokens, at)
    return partners is not None and partners.predicate is None and partners.end >= len(unit.tokens) - 1


def _directs_only(unit: Unit) -> bool:
    """ "Ủy ban nhân dân tỉnh chỉ đạo các sở liên quan:": what they are to do comes below."""
    words = unit.tokens.words
    for at in range(len(words) - 3):
        if words[at : at + 2] == ["chỉ", "đạo"]:
            told = named(unit.tokens, at + 2)
            return told is not None and told.predicate is None and told.end >= len(words) - 1
    return False


def _all_bring_subjects(structure: Structure, citations: Sequence[Span], clause: Clause) -> bool:
    """Whether every clause below names who acts: what stands over them is a title."""
    below = [structure.clauses[i] for i in clause.children]
    if not below or any(not child.sentences for child in below):
        return False
    for child in below:
        span = child.sentences[0][0]
        found = predicates.read(phrases.read(structure.plain, structure.low, span, citations))
        if not found.subject or found.verb is None:
            return False
    return True
