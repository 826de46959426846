"""Clauses inside a bearer's name that say which are meant, before the modal verb of the sentence."""

from __future__ import annotations

from extractors.lexicon import classes, verbs
from extractors.phrases import CITATION, Tokens

GENERIC = frozenset(
    (
        "tổ chức", "cá nhân", "cơ quan", "đơn vị", "doanh nghiệp", "cơ sở", "đảng viên", "cán bộ",
        "công chức", "viên chức", "học sinh", "sinh viên", "thí sinh", "đối tượng", "nhà thầu",
        "công dân", "gia đình",
    )
)  # fmt: skip
"""Names that may need a clause to say which are meant."""
_LONGEST_CLAUSE = 16
_RUNS = frozenset(
    (
        "quản lý", "khai thác", "vận hành", "sử dụng", "kinh doanh", "sản xuất", "cung cấp", "cung ứng",
        "thi công", "buôn bán", "chăn nuôi", "nuôi trồng",
    )
)  # fmt: skip
"""What bodies live by, whose objects may be a list: "Các đơn vị | quản lý hồ chứa, trạm bơm | phải trực"."""


def end(tokens: Tokens, i: int) -> int:
    """Where "phải" or "có trách nhiệm" stands behind a clause that says which are meant: "Tổ chức, cá nhân |
    nuôi, vận chuyển thú quý | phải lập báo cáo". 0 for none."""
    words = tokens.words
    if " ".join(words[i - 2 : i]) not in GENERIC or not verbs().match(words, i):
        return 0
    wording = classes("wording.tsv")
    runs = " ".join(words[i : i + 2]) in _RUNS
    for j in range(i + 1, min(i + _LONGEST_CLAUSE, len(words))):
        if says_what(words, j):
            return 0
        if words[j] == ",":
            if not verbs().match(words, j + 1) and not runs:
                return 0
        elif wording["must"].match(words, j):
            if words[j] == "có" and words[j - 1] in ("người", "tượng", "nhân"):
                return 0  # "Các đơn vị | lập danh sách người có nghĩa vụ kê khai"
            return j if words[j] != "cần" and j > i + 1 and words[j - 1] != "và" else 0
        elif words[j] in _ENDS_WHICH or wording["not"].match(words, j) or wording["link"].match(words, j) > 1:
            return 0
    return 0


_OWES = frozenset(
    (
        "trách nhiệm", "nhiệm vụ", "nghĩa vụ", "quyền hạn", "văn bản", "báo cáo", "kế hoạch",
        "biện pháp", "giải pháp", "ý kiến", "phương án", "hướng dẫn", "chế độ", "hình thức",
        "chương trình", "quy chế", "công văn", "tờ trình", "đề án", "quyết định", "hồ sơ", "cơ chế",
        "chính sách", "lộ trình", "cam kết", "chỉ đạo", "thông báo", "kiến nghị", "đề xuất",
        "nghị quyết", "danh sách", "sổ theo", "trả lời", "phản hồi", "thái độ", "tinh thần",
        "chỉ tiêu", "mặt tại", "mặt trước", "sự phối", "sự chỉ",
    )
)  # fmt: skip
"""What somebody is to have, no sign of who is meant: "Các huyện | có văn bản chỉ đạo …"."""
_MODAL_HAVE = frozenset(("quyền", "thể", "nghĩa", "trách"))
_MET = frozenset(
    (
        "miễn",
        "hưởng",
        "chọn",
        "thanh",
        "kiểm",
        "hỗ",
        "vay",
        "thuê",
        "tuyển",
        "xét",
        "cấp",
        "điều",
        "luân",
        "biệt",
        "công",
        "gợi",
        "yêu",
        "giám",
        "đánh",
        "hỏi",
        "lấy",
    )
)
"""What was done for those meant: "Hộ | được miễn thuế | nộp hồ sơ"."""
_NEXT = frozenset(
    (
        "gửi", "nộp", "nộp lại", "trả lời", "lập", "báo cáo", "đăng ký", "liên hệ", "thông báo",
        "hoàn thành", "chịu", "xây dựng",
        "thực hiện", "tổ chức", "bố trí", "rà soát", "tổng hợp", "chủ động", "phối hợp", "cử", "kê khai",
        "cung cấp", "chấp hành", "phải", "có trách nhiệm", "cần", "bị trừ", "bị xử", "không được",
        "động viên", "nhắc nhở", "vận động", "tuyên truyền", "ký", "mang",
        "tiến hành", "bàn giao", "phân công", "khắc phục", "gương mẫu", "nêu gương",
        "đi đầu", "khẩn trương", "tiếp tục", "tăng cường", "mở cửa", "bầu",
    )
)  # fmt: skip
"""What those meant then do."""
_REACH = 12


_FREED = (["không", "phải"], ["không", "nhất", "thiết"], ["không", "bắt"], ["không", "cần"])


def freed(words: list[str], at: int) -> bool:
    """Whether somebody is freed from a duty here: "không bắt buộc phải", "không cần"."""
    return any(words[at : at + len(free)] == free for free in _FREED)


_SAYS_WHAT = (["định", "rõ"], ["nêu", "rõ"], ["ghi", "rõ"])


def says_what(words: list[str], at: int) -> bool:
    """Whether another's duty is what a paper says ("Các trạm | có nội quy nêu rõ người trực phải …");
    "được nêu rõ tại kết luận" only points to it."""
    if words[at : at + 2] not in _SAYS_WHAT or {"được", "đã"}.intersection(words[max(0, at - 2) : at]):
        return False
    table = classes("bearers.tsv")
    return table["head"].match(words, at + 2) > 0 or table["det"].match(words, at + 2) > 0


def having(tokens: Tokens, i: int) -> int:
    """Where the predicate stands behind "có …" or "được …" that says which are meant, no comma between:
    "Các trường | có học sinh dự thi | tổ chức đưa đón". 0 for none."""
    words = tokens.words
    if words[i] == "có" and (given := granted(tokens, i)):
        return given
    has = words[i] == "có" and i + 2 < len(words) and words[i + 1] not in _MODAL_HAVE
    has = has and " ".join(words[i + 1 : i + 3]) not in _OWES and CITATION not in words[i + 1 : i + 4]
    has = has and "mỗi" not in words[max(0, i - 4) : i]  # "Mỗi tổ | có ba người …"
    met = words[i] == "được" and words[i + 1 : i + 2] and words[i + 1] in _MET
    met = met or (words[i] == "bị" and verbs().match(words, i + 1) > 0)
    if words[i : i + 3] == ["được", "yêu", "cầu"] and classes("bearers.tsv")["head"].match(words, i + 3):
        return 0  # "Đoàn giám sát | được yêu cầu đơn vị cung cấp …": it may ask
    if not has and not met:
        return 0
    for j in range(i + (2 if met else 3), min(i + _REACH, len(words) - 1)):
        if met and words[j] == "thì":
            return j
        if says_what(words, j):
            return 0
        if met and freed(words, j):
            return j
        if words[j] == "," and has:
            return _staffed(words, i, j) or _then_must(words, j)
        if words[j] == "," or words[j] in _ENDS_WHICH:
            return 0
        if met and j < i + 1 + verbs().match(words, i + 1):
            continue
        if any(classes("wording.tsv")[key].match(words, j) for key in ("may", "must", "not")):
            return j
        if (
            not tokens.capital[j]
            and words[j - 1] not in _BEFORE_NOUNS
            and (words[j] in _NEXT or " ".join(words[j : j + 2]) in _NEXT or (met and _is_reviewed(words, j)))
            and not (has and words[j : j + 2] == ["thực", "hiện"])  # "có đội xung kích thực hiện …"
        ):
            return j
    return 0


def _is_reviewed(words: list[str], at: int) -> bool:
    """Where those meant are reviewed: "Đảng viên được điều động về xã | kiểm điểm tại chi bộ mới"."""
    return words[at : at + 2] == ["kiểm", "điểm"] and words[at + 2 : at + 3] in (["tại"], ["ở"], ["trước"])


def _then_must(words: list[str], comma: int) -> int:
    """Where "phải" or "không được" stands behind a list of what those meant have: "Cá nhân có hạn chế, khuyết
    điểm | phải khắc phục". 0 for none."""
    wording = classes("wording.tsv")
    if verbs().match(words, comma + 1) or classes("bearers.tsv")["head"].match(words, comma + 1):
        return 0
    for j in range(comma + 2, min(comma + _REACH, len(words) - 1)):
        if words[j] == "," and (verbs().match(words, j + 1) or j + 2 >= len(words)):
            return 0
        if words[j] in _ENDS_WHICH or wording["link"].match(words, j) > 1:
            return 0
        if verbs().match(words, j) > 1 or classes("bearers.tsv")["head"].match(words, j):
            return 0
        if words[j] in ("phải", "buộc") or wording["not"].match(words, j) > 1:
            return j
        if words[j : j + 3] == ["có", "trách", "nhiệm"]:
            return j
    return 0


def _staffed(words: list[str], i: int, comma: int) -> int:
    """Where "được" or "phải" stands behind how many of whom those meant have: "Đơn vị có dưới 10 cán bộ, công
    chức | được chọn 02 cá nhân". 0 for none."""
    size = classes("bearers.tsv")["staff"].match(words, comma + 1)
    counted = any(word[0].isdigit() for word in words[i:comma])
    end = comma + 1 + size
    return end if size and counted and words[end : end + 1] in (["được"], ["phải"], ["thì"]) else 0


_STATED = frozenset(("hưởng", "thuộc", "đủ"))
"""What somebody is, no act: "không | hưởng lương"."""
_STAFF = ("public", "staff", "business")
_LONGEST_STATED = 7


def stated(tokens: Tokens, i: int) -> int:
    """Where the predicate stands behind "(không) hưởng …," that says which persons are meant: "Đoàn viên |
    không hưởng lương, | đóng đoàn phí …". 0 for none."""
    words = tokens.words
    first = i + (words[i] in ("không", "có", "chưa"))
    if words[first : first + 1] == [] or words[first] not in _STATED or first == i:
        return 0
    table = classes("bearers.tsv")
    if not any(table[kind].match(words, k) == i - k for kind in _STAFF for k in range(max(0, i - 3), i)):
        return 0
    for j in range(first + 1, min(first + _LONGEST_STATED, len(words) - 2)):
        if words[j] == ",":
            size = verbs().match(words, j + 1)
            alone = "," not in words[j + 1 : j + 1 + _LONGEST_STATED]
            return j if size and alone and words[j + 1] not in ("không", "chưa") else 0
        if words[j] in _ENDS_WHICH or verbs().match(words, j) > 1:
            return 0
    return 0


_GIVEN = frozenset(
    (
        "vay", "hỗ", "miễn", "giảm", "hưởng", "cấp", "ưu", "nhận", "đào", "bồi", "thanh", "nghỉ", "khen",
        "giao", "tạo", "tiếp", "mượn", "thuê", "chi", "cộng", "xét",
    )
)  # fmt: skip
"""First words of what people are given: "được vay vốn", "được hỗ trợ"."""
_NOW = frozenset(("đang", "vừa"))
_LONGEST_NOW = 9


def ongoing(tokens: Tokens, i: int) -> int:
    """Where "không" or "phải" stands behind what those meant are doing: "Phụ nữ | đang nuôi con nhỏ | không
    tham gia", "Người vừa làm ca đêm, | người đang ốm | không …". 0 for none."""
    words = tokens.words
    if words[i] not in _NOW:
        return 0
    at = i
    for j in range(i + 2, min(i + 3 * _LONGEST_NOW, len(words) - 2)):
        if words[j] == "," and classes("bearers.tsv")["head"].match(words, j + 1):
            at = j + 1
        elif words[j] == "," or words[j] in _ENDS_WHICH or j > at + _LONGEST_NOW:
            return 0
        elif words[j] == "phải" or (words[j] == "không" and verbs().match(words, j + 1)):
            return j
    return 0


_TAKES_PART = (
    ["tham", "gia"], ["đầu", "tư"], ["sinh", "sống"], ["cư", "trú"], ["làm", "việc"], ["tình", "nguyện"],
)  # fmt: skip
_ONE_HAS = frozenset(("người", "con", "thân", "thành", "đất", "nhà", "công"))
"""What people do or have by which they are known: "Hộ có | người khuyết tật | được ưu tiên"."""
_OF_THINGS = frozenset(
    ("các", "những", "số", "mức", "khoản", "diện", "thuộc", "việc", "phần", "sơ", "sách", "đã")
)


def caused(tokens: Tokens, i: int) -> int:
    """Where the predicate stands behind "để xảy ra …" that says which are meant: "Chi bộ | để xảy ra sai phạm
    | phải kiểm điểm". 0 for none."""
    words = tokens.words
    if words[i : i + 3] != ["để", "xảy", "ra"] or tokens.words[i - 1] in (",", "không", "được"):
        return 0
    for j in range(i + 3, min(i + _REACH, len(words) - 1)):
        if words[j] in (",", ";", ":"):
            return 0
        if words[j] in ("phải", "thì", "chịu", "bị"):
            return j
    return 0


def granted(tokens: Tokens, i: int) -> int:
    """Where "được" stands behind what people do or have that says which are meant, no comma between: "Doanh
    nghiệp | đầu tư vào cảng | được miễn tiền thuê đất". 0 for none."""
    words = tokens.words
    has = words[i] == "có" and words[i + 1 : i + 2] and words[i + 1] in _ONE_HAS
    size = 1 if has else 2 if words[i : i + 2] in _TAKES_PART else 0
    if not size or tokens.capital[i]:
        return 0
    table = classes("bearers.tsv")
    those = any(
        table[kind].match(words, k) == i - k
        for kind in ("public", "business")
        for k in range(max(0, i - 3), i)
    )
    if not those:
        return 0
    for j in range(i + size + 1, min(i + _REACH, len(words) - 2)):
        if words[j] in (",", "cho", "việc") or words[j] in _ENDS_WHICH:
            return 0
        if words[j] == "được" and words[j + 1] in _GIVEN:
            return 0 if _OF_THINGS.intersection(words[j - 2 : j]) else j
    return 0


_GROUPS = (["trường", "hợp"], ["đối", "tượng"], ["diện"], ["nhóm"], ["loại"], ["danh", "sách"])


def belonging(tokens: Tokens, i: int) -> int:
    """Where the predicate stands behind "thuộc diện …" that says which are meant, no comma between: "Người
    nộp thuế | thuộc trường hợp được hoàn thuế | lập hồ sơ". 0 for none."""
    words = tokens.words
    i += words[i : i + 2] == ["không", "thuộc"]
    if words[i] != "thuộc" or not any(words[i + 1 : i + 1 + len(group)] == group for group in _GROUPS):
        return 0
    for j in range(i + 3, min(i + _REACH, len(words) - 1)):
        if words[j] in (";", ":", ".", "thì", "nếu", "nhưng"):
            return 0
        if any(classes("wording.tsv")[key].match(words, j) for key in ("must", "not")):
            return j
        if words[j - 1] not in _BEFORE_NOUNS and words[j - 1] != "," and " ".join(words[j : j + 2]) in _NEXT:
            return j
        if words[j] in _NEXT and words[j - 1] not in _BEFORE_NOUNS and words[j - 1] != ",":
            return j
        if words[j] == "tự" and verbs().match(words, j + 1):
            return j
        if words[j] == "được" and words[j + 1] in ENTITLED and j > i + 3:
            then = range(j + 3, min(j + _REACH, len(words) - 1))
            goes_on = any(words[k] in _NEXT or " ".join(words[k : k + 2]) in _NEXT for k in then)
            if words[j - 1] not in ("đã", "chưa", "đang") and not goes_on:
                return j
    return 0


ENTITLED = frozenset(
    (
        "sử", "dùng", "hưởng", "miễn", "giảm", "vay", "ưu", "hỗ", "nhận", "tham", "đăng", "dự", "chuyển",
        "lựa",
    )
)  # fmt: skip
"""First words of what one may do or is given: "được sử dụng", "được miễn", "được dự tuyển"."""
_BEFORE_NOUNS = frozenset(
    ("các", "những", "việc", "được", "và", "hoặc", "để", "đã", "đang", "bản", "kế", "của")
)
_ENDS_WHICH = frozenset(
    (";", ":", ".", "thì", "nếu", "khi", "để", "nhằm", "mà", "theo", "căn", "trước", "sau")
)
