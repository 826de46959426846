"""Words that look like verbs but belong to a body's name: "Đào tạo", "đơn vị chủ trì", "người vào Đảng"."""

from __future__ import annotations

from extractors.lexicon import classes, verbs
from extractors.phrases import Tokens

_TIMES = frozenset(
    (
        "ngày",
        "tháng",
        "quý",
        "năm",
        "lúc",
        "hồi",
        "thứ",
        "cuối",
        "đầu",
        "giữa",
        "sáng",
        "chiều",
        "tối",
        "trưa",
        "tuần",
        "dịp",
        "thời",
        "khoảng",
        "giờ",
        "buổi",
        "các",
        "nếu",
        "khi",
        "thì",
        "mà",
        "nào",
        "như",
        "mỗi",
        "hằng",
        "hàng",
    )
)


_PLACES = frozenset(("tỉnh", "huyện", "thành", "quận", "xã", "phường", "thị", "trung", "có", "được", "các"))
"""What may follow a body's own name: where it is, or the verb that all bodies share."""


_UNITS = frozenset(("cục", "vụ", "phòng", "viện", "tâm", "khoa", "ban", "đội"))
"""Offices named for what they do: "Cục Chuyển đổi số", "Phòng Thẩm định giá"."""


def compound(tokens: Tokens, i: int) -> int:
    """Words of a name's compound that begins with a capital, where a predicate or more of the name may follow
    it: "Đào tạo" is one; "Khánh Hòa | giải quyết" and "Lâm Đồng | chủ trì" hold none."""
    words = tokens.words
    size = max(verbs().match(words, i), inside(words, i, capital=True))
    end = i + size
    if words[i : i + 2] == ["thường", "trực"]:
        return 2  # "Phó Chủ tịch Thường trực"
    if size < 2 or words[i] == "đồng":
        return 1
    if words[i - 1] in _UNITS or (i and inside(words, i, capital=True) == size):
        return size  # "Cục Biến đổi khí hậu": what an office is called for
    if end >= len(words) or not words[end].isalpha() or tokens.capital[end] or words[end] == "và":
        return size
    wording = classes("wording.tsv")
    known = any(wording[key].match(words, end) for key in ("must", "may", "not", "assign", "adverb"))
    ends = words[end] in ("là", "có", "được", "thì", "sẽ", "đã")  # "Sở Xây dựng | là cơ quan thường trực"
    return size if known or ends or verbs().match(words, end) or _names_place(words, end) else 1


def _names_place(words: list[str], at: int) -> bool:
    return words[at] in _PLACES


_CALLED = frozenset(
    (
        "tổ", "đội", "ban", "phòng", "khoa", "hộ", "ty", "người", "vị", "tâm", "sở", "trạm", "đồng", "viên",
        "bộ", "phận", "chức", "nghiệp", "cục", "viện", "khu", "được", "thể", "nhóm", "trại", "xưởng", "quỹ",
        "sĩ", "tác", "khảo", "xe", "nhân", "niên", "nữ", "sinh", "lượng", "-",
    )
)  # fmt: skip
"""Last words of what offices, groups and persons are called: "tổ", "(trung) tâm", "(nhân) viên"."""
_BOTH = frozenset(("kế hoạch tổng hợp", "hành chính tổng hợp"))
"""Offices whose last word is a verb too: "Phòng Kế hoạch tổng hợp | phối hợp", but "Phòng Kế hoạch | tổng hợp
số liệu"."""
_UNION_LEVELS = frozenset(("tỉnh", "thành", "huyện", "quận", "xã", "ương", "thị", "chi", "liên", "sở"))
_SHARED = frozenset(("phải", "không", "cần", "chịu", "được", "có"))
"""Words that begin a predicate though no verb of a directive follows at once."""
_JOINS = frozenset(
    (
        "và", "hoặc", "để", "theo", "cho", "với", "đúng", "tại", "trong", "từ", "vào", "ở", "do", "của", "về",
        "các", "nếu", "khi", "thì", "mà", "nào", "như",
    )
)  # fmt: skip
_PARTIES = (["kiểm", "tra"], ["thanh", "tra"], ["giám", "sát"], ["khảo", "sát"], ["công", "tác"])
"""What a party is sent out for: "Trưởng đoàn | kiểm tra | báo cáo", but "Trưởng đoàn | kiểm tra hồ sơ"."""
_OBJECT = 4
"""Words at most between the work somebody is called for and what they do: "hộ nuôi tôm thẻ chân trắng |
đăng ký".
From 1 to 6 the same was read in 1,724 annotated obligations (`bench.mistakes --kind obligations`)."""


_BODIES = (["cơ", "quan"], ["đơn", "vị"], ["hội", "đồng"])
"""Bodies without a name of their own, told by their one task: "cơ quan | thẩm định"."""
_NOUNS_TOO = frozenset(
    (
        "bổ sung",
        "chi tiêu",
        "trang bị",
        "giải quyết",
        "thành lập",
        "tham gia",
        "hỗ trợ",
        "hướng dẫn",
        "kiến nghị",
        "đề nghị",
        "quy định",
        "khiếu nại",
        "tố cáo",
    )
)
"""Verbs that go on with an object too: in "cơ quan giải quyết kiến nghị" nothing is done but "giải quyết"."""
_SEVERAL = (["các"], ["những"], ["mọi"], [","], ["và"], ["mỗi"], ["từng"], ["toàn"], ["trưởng"], ["đạo"])
"""Before a body: it is any of several, or somebody's own, and the verb behind it is what it does."""


def _called_for(words: list[str], i: int) -> int:
    """Words of the work that an office or a person is called for, where what it is to do follows at once:
    "các hộ nuôi tôm | đăng ký …"; "các hộ | nuôi tôm đúng lịch" orders the work itself."""
    if i > 1 and words[i - 2 : i] == ["trưởng", "đoàn"] and words[i : i + 2] in _PARTIES:
        return 2 if verbs().match(words, i + 2) or _SHARED.intersection(words[i + 2 : i + 3]) else 0
    if i > 1 and words[i - 2 : i] == ["chức", "năng"]:
        return _up_to_verb(words, i, i + verbs().match(words, i), _OBJECT) if verbs().match(words, i) else 0
    table = classes("bearers.tsv")
    if i > 1 and words[i - 2 : i] in _BODIES and words[i - 3 : i - 2] not in _SEVERAL:
        size = table["task"].match(words, i)
        if size:
            handled = table["handled"].match(words, i + size)
            if words[i : i + 2] == ["đăng", "ký"] and not handled:
                return 0  # "Đơn vị | đăng ký tham gia"
            size += handled
            acts = " ".join(words[i + size : i + size + 2])
            adverb = classes("wording.tsv")["adverb"].match(words, i + size)
            return 0 if adverb or acts in _NOUNS_TOO else _up_to_verb(words, i, i + size, 0)
    if not i or words[i - 1] not in _CALLED:
        return 0
    most = _OBJECT
    size = table["work"].match(words, i)
    if not size:
        size, most = table["state"].match(words, i), 0
    if not size or words[i : i + 2] == ["trực", "tiếp"]:
        return 0
    if words[i : i + 2] == ["hướng", "dẫn"] and words[i - 1] != "viên":
        return 0  # "giáo viên hướng dẫn | phải chấm", but "tổ công tác | hướng dẫn kê khai"
    return _up_to_verb(words, i, i + size, most)


def _up_to_verb(words: list[str], start: int, work: int, most: int) -> int:
    """Words from ``start`` to the verb that follows a work, whose object has ``most`` words at most; 0 for
    none."""
    for end in range(work, min(work + most, len(words) - 1) + 1):
        if verbs().match(words, end) or words[end] in _SHARED:
            return end - start
        if words[end] in (",", "và") and most and (further := _further_body(words, end)):
            return further - start
        if not words[end].isalpha() or words[end] in _JOINS:
            break
    return 0


def _further_body(words: list[str], at: int) -> int:
    """Where "và các …" joins a further body, right here or behind one more object: "các đơn vị quản lý hồ
    thủy điện, thủy lợi | và các đơn vị khác"; 0 where none is joined."""
    table = classes("bearers.tsv")
    for i in range(at, min(at + _OBJECT + 1, len(words) - 2)):
        det = table["det"].match(words, i + 1) if words[i] == "và" else 0
        if det and table["head"].match(words, i + 1 + det):
            return i
        if i > at and (verbs().match(words, i) or not words[i].isalpha()):
            break
    return 0


def inside(words: list[str], i: int, capital: bool = False) -> int:
    """Words that belong to a name though they hold a verb; "đơn vị | chủ trì, phối hợp …" keeps its verb."""
    table = classes("bearers.tsv")
    size = max(table["inside"].match(words, i), _called_for(words, i))
    if capital or not i or words[i - 1] in _CALLED:  # "Tổ hòa giải", but "Công an xã | hòa giải"
        size = max(size, table["office"].match(words, i))
    end = i + size
    phrase = " ".join(words[i:end])
    acts = verbs().match(words, end) or words[end : end + 1] in ([], [","], [":"])
    if phrase in _BOTH and not (acts or words[end] in _SHARED):
        return size - 2
    if size and words[i] == "đoàn" and i and words[i - 1] in _UNION_LEVELS:
        return 0  # "Ban Tổ chức Tỉnh Đoàn | kiểm tra hồ sơ", not "Đoàn kiểm tra"
    if size and words[i] == "chịu" and words[i - 1] not in ("người", "quan", "vị", "thể", "nhân"):
        return 0  # "Sở Y tế | chịu trách nhiệm chính", not "người chịu trách nhiệm chính"
    if size > 2 and words[end - 2 : end] == ["chủ", "trì"]:
        acts = words[end : end + 3] == [",", "phối", "hợp"] or (
            end < len(words) and verbs().match(words, end)
        )
        return size - 2 if acts else size
    return size


def goes_on(words: list[str], i: int) -> bool:
    """A word that goes on with a name though it could begin a predicate: "người | vào Đảng", "người | xin
    vào …", "cấp ủy cấp trên | trực tiếp"."""
    before = words[i - 1]
    if words[i] == "vào":
        if verbs().match(words, i):
            return False  # "các đoàn thể | vào cuộc"
        return i + 1 < len(words) and words[i + 1].isalpha() and words[i + 1] not in _TIMES
    if words[i] == "xin":
        return before == "người"
    return (before == "trên" and words[i : i + 2] == ["trực", "tiếp"]) or words[i - 2 : i + 1] == [
        "trên",
        "trực",
        "tiếp",
    ]
