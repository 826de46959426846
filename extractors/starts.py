"""Where the main clause of a part may begin: behind links, adverbials and labels."""

from __future__ import annotations

from extractors.askers import asks_at
from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.phrases import BRACKET, CITATION, QUOTE, Tokens

_MOST = 24
_BASES = (
    ["nhiệm", "vụ"],
    ["được", "giao"],
    ["quyền", "hạn"],
    ["thực", "tế"],
    ["cụ", "thể"],
    ["tình", "hình"],
    ["phụ", "trách"],
)
GOVERNED = {
    "của",
    "do",
    "thuộc",
    "với",
    "tại",
    "cho",
    "trong",
    "giữa",
    "ở",
    "trên",
    "đến",
    "về",
    "và",
    "theo",
    "từ",
}
"""Words that take a body for their object: none begins a clause behind them."""
_TIMED = {"sau", "ngay", "qua", "khi"}
"""Openers whose phrase often lacks the comma before the main clause: "Sau khi xem xét Chủ tịch … giao …"."""


_DOTS = 40
"""Marks that may stand between a link and its clause."""


def skip_links(words: list[str], at: int) -> int:
    wording = classes("wording.tsv")
    for _ in range(4):
        stop = min(len(words), at + _DOTS)  # a form's dotted line has thousands, asked about from each
        while at < stop and words[at] in (",", ":", "-", "+", "/", "."):
            at += 1
        if words[at : at + 2] == ["không", "chỉ"] and "mà" in words[at : at + 20]:
            at += 2  # "Không chỉ | Sở Nội vụ mà cả …"
            continue
        if said := says_so(words, at):
            at += said
            continue
        step = wording["link"].match(words, at)
        if not step or verbs().match(words, at) > step:
            break
        at += step
    return at


_SAYS_SO = (["nêu", "rõ"], ["nêu"], ["chỉ", "rõ"], ["quy", "định", "rõ"], ["nhấn", "mạnh"], ["yêu", "cầu"])


def says_so(words: list[str], at: int) -> int:
    """Words that only say whose sentence it is: "Hướng dẫn nêu rõ, | đảng viên …"."""
    size = classes("wording.tsv")["act"].match(words, at)
    if not size:
        return 0
    behind = at + size
    while behind < len(words) and words[behind] in ("này", "cũng", "còn", "mới"):
        behind += 1
    table = classes("bearers.tsv")
    for asked in (["yêu", "cầu"], ["đề", "nghị"], ["giao"], ["chỉ", "đạo"]):
        end = behind + len(asked)
        if words[behind:end] == asked and (table["det"].match(words, end) or table["head"].match(words, end)):
            return behind - at  # "Công văn cũng | yêu cầu các xã …": the act's body asks
    for said in _SAYS_SO:
        end = behind + len(said)
        marks = (":",) if said[0] == "yêu" else (",", ":")
        if words[behind:end] == said and end + 1 < len(words) and words[end] in marks:
            return end + 1 - at
    return 0


def read(tokens: Tokens, start: int) -> list[int]:
    """Places where the main clause may begin: the start, after each comma, after "thì"."""
    words = tokens.words
    out = [start]
    counted = start < len(words) and (words[start][0].isdigit() or words[start] in _NUMBERS)
    adverbial = start < len(words) and words[start] in _BEGINS_ADVERBIAL
    for i in range(start, len(words)):
        word = words[i]
        every = counted and word == "lần"
        if word == "," and len(out) == 1 and _in_pair(words, i) and opens(words, start):
            continue
        if (every or word in (",", "thì", ":")) and i + 1 < len(words):
            after = skip_links(words, i + 1)
            if word == "thì":
                after = _past_adverbial(words, after)
            if after < len(words):
                out.append(after)
        elif (
            adverbial
            and i > start + 1
            and (
                _ends_basis(words, start, i)
                or _must_behind_day(tokens, start, i)
                or _verb_behind_time(words, start, i)
                or (words[start] in _TIMED and _asks_behind_time(tokens, i))
            )
        ):
            out.append(i)
        if len(out) >= _MOST:
            break
    return out


_NUMBERS = frozenset(("hai", "ba", "bốn", "sáu", "chín"))
"""Number words that open how often: "sáu tháng một lần | báo cáo"."""
_PAIRS = {
    ("thanh tra", "kiểm tra"),
    ("kiểm tra", "thanh tra"),
    ("kiểm tra", "giám sát"),
    ("giám sát", "kiểm tra"),
    ("thi đua", "khen thưởng"),
    ("khiếu nại", "tố cáo"),
    ("nâng cấp", "sửa chữa"),
    ("sửa đổi", "bổ sung"),
}


def _in_pair(words: list[str], comma: int) -> bool:
    """Whether a comma parts the halves of one notion in an adverbial: "Sau khi có kế hoạch thanh tra, kiểm
    tra, cơ quan thuế …"."""
    if words[comma] != "," or comma < 2:
        return False
    return (" ".join(words[comma - 2 : comma]), " ".join(words[comma + 1 : comma + 3])) in _PAIRS


_TIMES = {
    "hằng", "hàng", "mỗi", "trước", "đến", "hết", "trong", "chậm", "muộn", "khi", "định", "sau", "sáng",
    "chiều", "tối", "thứ",
}  # fmt: skip
_TIME_ENDS = {"tuần", "tháng", "quý", "năm", "ngày", "việc", "thiết", "giờ", "phút", BRACKET}


_FROM_WHEN = frozenset(("từ", "trước", "sau", "đến"))


def _verb_behind_time(words: list[str], start: int, at: int) -> bool:
    """Whether an order begins behind a time without a comma: "hằng tuần | báo cáo", "trong 05 ngày làm việc |
    trả kết quả"."""
    if words[start] not in _TIMES or at - start > 12:
        return False
    ended = words[at - 1] in _TIME_ENDS or words[at - 1][-1:].isdigit()
    if words[at - 1] == "việc" and words[at - 2] != "làm":
        return False  # "Hằng năm, cùng với việc | tổng kết, …"
    if words[at - 1] == "ngày" and words[at - 2] in _FROM_WHEN:
        return False  # "kể từ ngày | họp": what happens on that day
    return ended and verbs().match(words, at) > 0 and words[at] not in ("làm", "kể")


_DAYS = {"chậm", "muộn", "trước", "đến", "hết", "từ", "ngày", "trong", "kể"}


def _must_behind_day(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a main clause begins behind a day or term without a comma: "Chậm nhất ngày 25/5 | các xã phải
    nộp"."""
    words = tokens.words
    working = words[at - 2 : at] == ["làm", "việc"] or words[at - 1] == "ngày"
    if words[start] not in _DAYS or not (working or words[at - 1] == BRACKET or words[at - 1][-1:].isdigit()):
        return False
    body = named(tokens, at) if at < len(words) else None
    must = classes("wording.tsv")["must"]
    return body is not None and body.predicate is not None and must.match(words, body.predicate) > 0


def _asks_behind_time(tokens: Tokens, at: int) -> bool:
    """Whether the main clause begins behind a time without a comma: "Sau khi xem xét | Chủ tịch … giao …",
    "Sau khi được giao đất | đề nghị Công ty …"."""
    if tokens.words[at : at + 2] in (["đề", "nghị"], ["yêu", "cầu"]):
        asked = named(tokens, at + 2) if at + 2 < len(tokens) else None
        return asked is not None and asked.predicate is not None and tokens.words[at - 1] not in GOVERNED
    return tokens.capital[at] and asks_at(tokens.words, at)


_RESTS = {"căn", "theo", "trên", "tùy"}
_BEGINS_ADVERBIAL = _RESTS | _DAYS | _TIMES | _TIMED


def _ends_basis(words: list[str], start: int, at: int) -> bool:
    """ "Căn cứ chức năng, nhiệm vụ | cụ thể hóa …": the basis ends without a comma before a verb."""
    if words[start] not in _RESTS or words[at - 2 : at] not in _BASES:
        return False
    wording = classes("wording.tsv")
    return any(wording[key].match(words, at) for key in ("must", "adverb")) or verbs().match(words, at) > 1


def _past_adverbial(words: list[str], at: int) -> int:
    """ "… thì trong đề án chỉ thể hiện …": where the predicate begins behind a short adverbial."""
    wording = classes("wording.tsv")
    if at >= len(words) or not wording["opener"].match(words, at) or verbs().match(words, at):
        return at
    for i in range(at + 1, min(at + 12, len(words))):
        if words[i] == ",":
            break
        if any(wording[key].match(words, i) for key in ("must", "not", "may", "adverb")):
            return i
    return at


_COURSE = ["quá", "trình"]
""" "Quá trình thực hiện, nếu có vướng mắc, …": "trong" is left out."""
_HALF_DAYS = frozenset(("sáng", "chiều", "tối"))


def opens(words: list[str], at: int) -> bool:
    """Whether an adverbial begins here; "Thực hiện Nghị quyết …," does, "Thực hiện nghiêm …" orders."""
    wording = classes("wording.tsv")
    if words[at] in (QUOTE, CITATION, BRACKET) or words[at][0].isdigit():
        return True
    if words[at] in _NUMBERS and words[at + 1 : at + 4] in (["tháng", "một", "lần"], ["tuần", "một", "lần"]):
        return True
    if words[at : at + 2] == _COURSE or (words[at] in _HALF_DAYS and "thứ" in words[at : at + 2]):
        return True
    if words[at : at + 2] in (["thực", "hiện"], ["triển", "khai"]):
        return words[at + 2 : at + 3] == [CITATION] or bool(wording["act"].match(words, at + 2))
    return bool(wording["opener"].match(words, at))
