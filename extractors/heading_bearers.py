"""Whom a heading or a lead-in names: "1. Sở Tài chính", "Những việc các xã phải làm ngay:"."""

from __future__ import annotations

import re

from extractors import cues, phrases
from extractors.bearer_heads import head
from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.model import Span
from extractors.structure import Clause, Structure

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


def lead_in(structure: Structure, clause: Clause) -> Span:
    """The part of a clause that ends with the colon; that before it, where "Cụ thể là:" stands alone."""
    if not clause.sentences:
        return clause.span
    if len(clause.sentences) > 1 and _IN_PARTICULAR.fullmatch(structure.low, *clause.sentences[-1][-1]):
        return clause.sentences[-2][-1]
    return clause.sentences[-1][-1]


_IN_PARTICULAR = re.compile(r"(?:và\s+)?cụ\s+thể(?:\s+(?:là|như\s+sau|như))?")


TOPIC = re.compile(
    r"(?:(?:các|những|một\s+số)\s+)?(?:nội\s+dung|công\s+việc|việc|nhiệm\s+vụ|vấn\s+đề|lưu\s+ý|yêu\s+cầu|điểm|biện\s+pháp|giải\s+pháp)\s"
)


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
