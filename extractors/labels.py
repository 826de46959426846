"""Where the sentence begins behind a label or a place: "Báo cáo 6 tháng: | Các đơn vị gửi …", "Những nơi có
từ 50 hộ trở lên, | ban thường vụ có thể …"."""

from __future__ import annotations

import re

from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.phrases import Tokens

_WHO_ACTS = {
    "đơn vị thực hiện",
    "cơ quan thực hiện",
    "đơn vị chủ trì",
    "cơ quan chủ trì",
    "cơ quan thường trực",
    "đơn vị thường trực",
    "bộ phận thường trực",
}

_PLACES = (["những", "nơi"], ["nơi", "nào"], ["ở", "những"], ["tại", "những"], ["ở", "nơi"])


def past_place(tokens: Tokens, start: int) -> int:
    """ "Những nơi có từ 50 hộ trở lên, | ban thường vụ có thể …": where it is so, before who acts."""
    words = tokens.words
    if words[start : start + 2] not in _PLACES:
        return start
    for i in range(start + 3, len(words) - 2):
        if words[i] in (";", ":", ".", "thì", "phải"):
            break
        body = named(tokens, i + 1) if words[i] == "," else None
        if body is not None and body.predicate is not None:
            return i + 1
    return start


def past_label(tokens: Tokens, start: int) -> int:
    """ "Báo cáo 6 tháng: Các đơn vị gửi …": a label stands before the sentence and its subject."""
    words = tokens.words
    if " ".join(words[start : start + 4]) in _WHO_ACTS and words[start + 4 : start + 5] == [":"]:
        return start + 5
    if words[start : start + 3] == ["trả", "lời", ":"]:
        return start + 3
    phase = next((n for n in (2, 3) if words[start + n : start + n + 1] == [":"]), 0)
    if phase and words[start] in _PHASES and words[start + phase - 1].isalnum():
        return start + phase + 1  # "Giai đoạn 1: | Rà soát sổ"
    if charged := _past_charge(tokens, start):
        return charged
    if words[start] in _BARS:
        return start  # "Không chi trả đối với trường hợp: …": an order, no label
    if titled := _past_title(tokens, start):
        return titled
    verb = verbs().match(words, start)
    if verb and not classes("wording.tsv")["nominal"].match(words, start) and not _is_label(tokens, start):
        return start
    for i in range(start + 1, min(start + 9, len(words) - 1)):
        if words[i] in (",", ";") or any(
            classes("wording.tsv")[k].match(words, i) for k in ("must", "assign")
        ):
            break
        if words[i] == ":":
            label = named(tokens, start)
            level = words[start] == "cấp" and words[i - 1] != "với"  # "Cấp huyện và tương đương: | các …"
            said = named(tokens, i + 1) if label is None or level else None
            asks = classes("wording.tsv")["assign"].match(words, start)
            if said and said.predicate is not None and not asks and words[i - 1] not in ("sau", "thể", "là"):
                return i + 1
            break
    return start


_LONGEST_LABEL = 5


def _is_label(tokens: Tokens, start: int) -> bool:
    """A job's name that sounds like an order, a colon behind it: "Phát động: | UBND xã phát động …"; longer
    ones are told by who acts behind the colon (`_past_title`)."""
    if classes("wording.tsv")["assign"].match(tokens.words, start):
        return False
    label, colon, _ = " ".join(tokens.words[start : start + _LONGEST_LABEL + 1]).partition(" :")
    return bool(colon) and "," not in label


def _past_title(tokens: Tokens, start: int) -> int:
    """ "Kiểm tra việc thu, nộp đảng phí năm 2025: | Văn phòng Đảng ủy rà soát …": behind a longer title of a
    job, where a body with a capital acts itself, or 0."""
    words = tokens.words
    ends = words.index(":", start) if ":" in words[start : start + _LONGEST_JOB + 1] else 0
    if not ends or ends + 1 >= len(words) or not tokens.capital[ends + 1]:
        return 0
    title = words[start:ends]
    asks = classes("wording.tsv")["assign"]
    bound = any(word in (";", ".", "phải", "cần") or asks.match(title, i) for i, word in enumerate(title))
    if bound or title[-1] in ("sau", "đây", "thể", "là", "gồm") or named(tokens, start) is not None:
        return 0
    if _FAULTS.search(" ".join(title)):
        return 0
    doer = named(tokens, ends + 1)
    if doer is None or doer.predicate is None or sum(tokens.capital[doer.start : doer.end]) <= 1:
        return 0  # "…: Cán bộ nộp bản kê khai chậm": what is found, not who does it
    return 0 if {"chưa", "đã", "không"}.intersection(words[doer.predicate : doer.predicate + 3]) else ends + 1


_PHASES = frozenset(("giai", "bước", "đợt"))
_LONGEST_JOB = 18

_BARS = ("không", "chưa", "nghiêm", "cấm")

_FAULTS = re.compile(r"tồn tại|hạn chế|khuyết điểm|sai phạm|vi phạm|trường hợp|tình trạng|nội dung")


def _past_charge(tokens: Tokens, start: int) -> int:
    """ "Trách nhiệm của | Sở Tài chính: bố trí …": where the body begins that a label charges, or 0."""
    words = tokens.words
    start += words[start] == "về"
    size = next((n for n in (3, 4) if words[start : start + n][-1:] == ["của"]), 0)
    if not size or words[start : start + 2] not in (["trách", "nhiệm"], ["nhiệm", "vụ"], ["phần", "việc"]):
        return 0
    body = named(tokens, start + size) if start + size < len(words) else None
    said = body is not None and body.predicate is not None and words[body.predicate - 1] == ":"
    said = said and body is not None and words[body.predicate or 0] not in ("đã", "chưa", "đang")
    return start + size if said else 0
