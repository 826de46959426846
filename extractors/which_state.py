"""Clauses inside a bearer's name that say where those meant are, how they stand, in which list they are."""

from __future__ import annotations

from extractors.lexicon import classes, verbs
from extractors.phrases import Tokens
from extractors.which import GENERIC

_LONGEST_PLACE = 9


def where(tokens: Tokens, i: int) -> int:
    """Where a name ends that says where its body is: "Chi cục Hải quan | nơi đăng ký tờ khai | kiểm tra", "…
    nơi vận chuyển đi: …". 0 for none."""
    words = tokens.words
    if words[i] != "nơi" or i + 2 >= len(words):
        return 0
    wording = classes("wording.tsv")
    first = i + 1 + max(1, verbs().match(words, i + 1))
    for j in range(first, min(i + _LONGEST_PLACE, len(words))):
        if words[j] in (",", ":", ";"):
            return j
        modal = any(wording[key].match(words, j) for key in ("must", "may", "not"))
        if modal or (verbs().match(words, j) > 1 and not tokens.capital[j]):
            return j
    ends = first < len(words) <= i + _LONGEST_PLACE
    return len(words) if ends and i and not verbs().match(words, i - 1) else 0


_SO_FAR = (["đến", "nay"], ["hiện", "nay"], ["hiện"], ["vẫn"], ["còn"])
_HASTE = (["khẩn", "trương"], ["phải"], ["cần"], ["nhanh", "chóng"], ["nghiêm", "túc"])
_LONGEST_BEHIND = 30


def behindhand(tokens: Tokens, i: int) -> int:
    """Where the main clause begins behind one that says who is late: "Các công ty | đến nay chưa báo cáo …, |
    khẩn trương gửi". 0 for none."""
    words = tokens.words
    first = i
    while step := next((len(so) for so in _SO_FAR if words[first : first + len(so)] == so), 0):
        first += step
    if words[first : first + 1] != ["chưa"]:
        return 0
    for j in range(first + 2, min(first + _LONGEST_BEHIND, len(words) - 1)):
        if words[j] in (";", ":", "."):
            return 0
        if words[j] == "," and any(words[j + 1 : j + 1 + len(haste)] == haste for haste in _HASTE):
            return j + 1
    return 0


_LONGEST_STATE = 16


def state(tokens: Tokens, i: int) -> int:
    """Where "được" stands behind a clause with "đang" or "đã" that says which are meant: "Đơn vị | đã nối
    phần mềm | được gửi bản điện tử". 0 for none."""
    words = tokens.words
    if words[i] not in ("đang", "đã") or " ".join(words[i - 2 : i]) not in GENERIC:
        return 0
    for j in range(i + 3, min(i + _LONGEST_STATE, len(words) - 1)):
        if words[j] in (";", ":", ".", "để", "nhưng", "phải"):
            return 0
        if words[j] == "được" and verbs().match(words, j + 1) and words[j - 1] not in ("đã", "nhận", "đạt"):
            return j
    return 0


_MEASURES = (
    ["tỷ", "lệ"],
    ["số"],
    ["mức"],
    ["kết", "quả"],
    ["điểm"],
    ["chỉ", "số"],
    ["tổng", "số"],
    ["diện", "tích"],
)
_COMPARED = frozenset(("dưới", "trên", "từ", "đạt", "hơn", "quá"))
_OF_A_FIGURE = frozenset(
    ("%", "điểm", "giờ", "người", "hộ", "đồng", "tỷ", "triệu", "ngày", "năm", "tháng", "lần", "ha")
)
_LONGEST_MEASURE = 24


def measured(tokens: Tokens, i: int) -> int:
    """Where the figure ends that says which are meant: "Các trạm | có tỷ lệ hao nước của vụ trước trên
    12% | rà soát". 0 for none."""
    words = tokens.words
    if words[i] != "có" or not any(words[i + 1 : i + 1 + len(noun)] == noun for noun in _MEASURES):
        return 0
    for j in range(i + 3, min(i + _LONGEST_MEASURE, len(words) - 2)):
        if words[j] in (",", ";", ":", "."):
            return 0
        if words[j] not in _COMPARED or not words[j + 1][:1].isdigit() or "/" in words[j + 1]:
            continue
        end = j + 2
        while end < len(words) and words[end] in _OF_A_FIGURE:
            end += 1
        end += 2 * (words[end : end + 2] in (["trở", "lên"], ["trở", "xuống"]))
        wording = classes("wording.tsv")
        binds = any(wording[key].match(words, end) for key in ("must", "not", "may", "adverb"))
        return end if end < len(words) and (binds or verbs().match(words, end) > 1) else 0
    return 0


_PERSON_IS = frozenset(("đã", "đang", "chưa", "mới", "thuộc", "hết", "không"))
_PERSONS = frozenset(("công dân", "thanh niên", "đoàn viên", "hội viên", "học sinh", "sinh viên", "lao động"))
_LONGEST_WHO = 40


def person(tokens: Tokens, i: int) -> int:
    """Where a clause ends that says which persons are meant: "Người | đã hết tuổi mà còn giữ chức vụ | thì
    phải …", "Những người | thuộc diện được hỗ trợ đã mua nhà | thì được …". 0 for none."""
    words = tokens.words
    known = words[i - 1] == "người" or (" ".join(words[i - 2 : i]) in _PERSONS and words[i] != "không")
    if not known or words[i] not in _PERSON_IS:
        return 0
    wording = classes("wording.tsv")
    for j in range(i + 2, min(i + _LONGEST_WHO, len(words))):
        if words[j] in (";", ":", "."):
            return 0
        modal = wording["must"].match(words, j) and words[j] != "cần"
        if words[j] == "thì" or modal or wording["not"].match(words, j) > 1:
            return j - (words[j - 1] == ",")
    return 0


_KEEPS = (["quản", "lý", "trực", "tiếp"], ["quản", "lý", ",", "sử", "dụng"], ["trực", "tiếp", "quản", "lý"])


def keeps(tokens: Tokens, i: int) -> int:
    """Where the words end that say whom a body is over, before whom: "Cơ quan | quản lý, sử dụng | người có
    nghĩa vụ kê khai". 0 for none."""
    words = tokens.words
    first = i - 2 * (words[i - 2 : i] == ["quản", "lý"])
    if " ".join(words[first - 2 : first]) not in GENERIC:
        return 0
    return next((first + len(over) for over in _KEEPS if words[first : first + len(over)] == over), 0)


def over(tokens: Tokens, i: int) -> int:
    """Where the predicate stands behind "quản lý trực tiếp", which tells that it is the body above those
    meant: "Cấp ủy | quản lý trực tiếp | theo dõi việc khắc phục". 0 for none."""
    words = tokens.words
    size = next((len(kept) for kept in _OVER if words[i : i + len(kept)] == kept), 0)
    at = i + size
    if not size or at >= len(words) - 1 or words[at] in ("các", "những"):
        return 0
    return at if verbs().match(words, at) or classes("wording.tsv")["must"].match(words, at) else 0


_OVER = (["quản", "lý", "trực", "tiếp"], ["cấp", "trên", "trực", "tiếp"])


_OUTSIDE = (
    ["không", "nằm"],
    ["không", "thuộc"],
    ["chưa", "thuộc"],
    ["không", "có", "tên"],
    ["chưa", "có", "tên"],
)
_LONGEST_OUTSIDE = 10


def outside(tokens: Tokens, i: int) -> int:
    """Where those act who are in no list: "Các phòng | không nằm trong danh sách kiểm tra | chủ động tự kiểm
    tra". 0 for none."""
    words = tokens.words
    size = next((len(so) for so in _OUTSIDE if words[i : i + len(so)] == so), 0)
    if not size:
        return 0
    wording = classes("wording.tsv")
    for j in range(i + size + 1, min(i + size + _LONGEST_OUTSIDE, len(words))):
        if words[j] in (",", ";", ":", "thì", "và", "nhưng"):
            return 0
        if wording["must"].match(words, j) or (
            wording["adverb"].match(words, j) and verbs().match(words, j + 2)
        ):
            return j
    return 0
