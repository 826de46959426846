"""What a name holds though it has a verb: clauses that say which bodies are meant, verbs that are nouns."""

from __future__ import annotations

from functools import cache

from extractors.bearer_heads import head
from extractors.lexicon import classes, verbs
from extractors.phrases import Tokens

_NOMINAL_BEFORE = {"các", "những", "của", "và", "từng", "mỗi", "tập", "thể", "bộ", "chí", "hoặc", "là", "mọi"}
_RELATIVES = (
    "có nhu cầu",
    "có nguyện vọng",
    "phụ trách",
    "giữ từ",
    "giữ chức vụ",
    "giữ chức danh",
    "đang giữ",
    "mới thành lập",
    "mới tuyển dụng",
    "chưa có",
    "còn nợ",
    "còn thiếu",
    "chưa tổ chức",
    "chưa tiến hành",
    "chưa thực hiện",
    "chưa hoàn thành",
    "chưa nộp",
    "chưa gửi",
    "chưa báo cáo",
)
_LACKS = (["chưa", "có"], ["còn", "nợ"], ["còn", "thiếu"])
_SETTLES = frozenset(("nộp", "gửi", "báo", "hoàn", "khắc", "bổ", "khẩn", "lập", "thực", "chủ", "bố", "rà"))
"""First words of what those do who owe or lack something: "còn nợ phí | nộp dứt điểm"."""
_AGES = frozenset(("tháng", "ngày", "năm", "tuần"))
"""Behind how long somebody has been what they are: "Tổ | mới thành lập chưa đủ 06 tháng | không xếp loại"."""
_NOUNS_BEFORE_VERBS = (
    ["tình", "hình"],
    ["kết", "quả"],
    ["công", "tác"],
    ["tiến", "độ"],
    ["nội", "dung"],
    ["kế", "hoạch"],
    ["quá", "trình"],
)
"""Nouns whose verb says what they are of: "về tình hình quản lý …" has no predicate."""


def at_phrase(words: list[str], at: int, phrases: tuple[str, ...]) -> int:
    """How many words of the first of some phrases stand at a place, 0 for none."""
    for parts in _split(phrases):
        if words[at : at + len(parts)] == parts:
            return len(parts)
    return 0


@cache
def _split(phrases: tuple[str, ...]) -> tuple[list[str], ...]:
    return tuple(phrase.split() for phrase in phrases)


def nominal(tokens: Tokens, at: int, size: int) -> bool:
    """Whether a verb's words are a noun here: "các tổ chức", "lãnh đạo Sở", "việc quản lý"."""
    words = tokens.words
    phrase = " ".join(words[at : at + size])
    before = words[at - 1] if at else ""
    after = words[at + size] if at + size < len(words) else ""
    if phrase in ("tổ chức", "lãnh đạo", "cấp"):
        if before in (",", "và", "hoặc") and phrase == "lãnh đạo":
            return bool(head(tokens, at + size)) or (at + size < len(words) and tokens.capital[at + size])
        if phrase == "tổ chức" and words[max(0, at - 2) : at] in (["chi", "bộ"], ["đảng", "bộ"]):
            return False  # "các chi bộ tổ chức đánh giá"
        if phrase == "tổ chức" and before == "chí" and after not in ("đảng", "đoàn"):
            return False  # "các đồng chí tổ chức lực lượng tham gia"
        return before in _NOMINAL_BEFORE or before in (",", "diện") or after in ("đảng", "chính", "xã")
    if words[max(0, at - 3) : at] == ["trả", "kết", "quả"]:
        return False  # "Bộ phận Tiếp nhận và Trả kết quả niêm yết …"
    if words[max(0, at - 2) : at] in _NOUNS_BEFORE_VERBS and not tokens.capital[at - 2]:
        # "Tổ công tác báo cáo Trưởng ban": the party acts
        return words[max(0, at - 3) : at] not in (["tổ", "công", "tác"], ["đoàn", "công", "tác"])
    if words[max(0, at - 2) : at] == ["chủ", "nhiệm"]:
        return False  # "giáo viên chủ nhiệm | rà soát"
    if before in ("việc", "hoạt", "cuộc", "nhiệm"):
        return words[max(0, at - 2) : at] != ["giúp", "việc"]  # "Tổ giúp việc lập kế hoạch"
    if before == "và" and "việc" in words[max(0, at - 4) : at - 2]:
        return True  # "liên quan đến việc quản lý và sử dụng kinh phí"
    if before == "vực":
        return words[max(0, at - 2) : at - 1] == ["lĩnh"]  # "lĩnh vực quản lý …", not "Chi cục … khu vực"
    return before in ("các", "những", "người", "lĩnh", "về")


def relative(tokens: Tokens, i: int) -> int:
    """Where a relative clause ends that a name holds, 0 for none: "Hộ kinh doanh | có nhu cầu sử dụng hè
    phố | nộp hồ sơ", "Cán bộ | giữ từ hai chức vụ trở lên | kiểm điểm". Another verb must follow, no comma
    between."""
    words = tokens.words
    size = at_phrase(words, i, _RELATIVES)
    if not size or i + size >= len(words):
        return 0
    wording = classes("wording.tsv")
    first = i + size
    if words[i] == "có" and (verb := verbs().match(words, first)):
        first += verb
    if words[i] == "phụ" and (verb := verbs().match(words, first)):
        first += verb - 1  # "phụ trách đào tạo | theo dõi …"
    held = first
    for j in range(first, min(i + 18, len(words))):
        if j < held:
            continue  # within a verb that is a noun here: "chưa có kế hoạch | xây dựng | …"
        if words[j] in (",", ";", ":", ".", "để", "thì"):
            return 0
        if wording["must"].match(words, j) or wording["not"].match(words, j):
            return j
        if words[j] == "tự" and verbs().match(words, j + 1):
            return j  # "Đảng viên | giữ chức vụ | tự kiểm tra …"
        if words[j : j + 2] == ["chỉ", "được"] or (words[j] == "không" and words[j - 1] in _AGES):
            return j
        if words[j] == "được" and words[i : i + 2] in _LACKS and j > i + 2:
            return j
        if j < first + (words[i] != "mới"):
            continue  # "đang giữ | chức vụ …": the clause needs its object
        verb = verbs().match(words, j) if words[j - 1 : j + 1] != ["bầu", "cử"] else 0
        if words[i] == "còn" and words[j] not in _SETTLES:
            continue  # "còn thiếu đất | sản xuất"
        if (
            verb
            and not tokens.capital[j]
            and not nominal(tokens, j, verb)
            and words[j - 1] not in ("và", "hoặc")
        ):
            return j
        held = j + verb
    return 0
