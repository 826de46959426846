"""Whether a predicate orders, forbids or allows, and where its modal verb stands."""

from __future__ import annotations

from extractors.bearer_heads import head
from extractors.lexicon import classes, verbs
from extractors.model import Modality
from extractors.phrases import CITATION, Tokens
from extractors.which import ENTITLED, freed, says_what

_GAINS = ("nhận", "đạt", "thu", "lấy", "tìm", "giữ", "làm")
"""Verbs after which "được" says that something came of it ("không nhận được hồ sơ")."""
_STATES = ("nghỉ", "mắc", "bị", "đi", "đang", "đạt", "sinh", "tốt", "vắng", "vừa", "còn")
"""Words of how somebody is, part of who is meant: "Cán bộ | nghỉ chế độ | vẫn được đánh giá"."""


_CHARGES = frozenset(("bàn", "trí", "vực", "nơi", "việc", "vụ"))
"""Last words of what is assigned: "có mặt tại địa bàn | được phân công"."""


_ROLES = (
    ["thường", "trực"],
    ["đầu", "mối"],
    ["chủ", "trì"],
    ["tham", "mưu"],
    ["chủ", "lực"],
    ["nòng", "cốt"],
)
"""Last words of a role, behind which its duties are named: "là đơn vị đầu mối, | theo dõi …"."""


_FORBIDDEN = (["những", "điều"], ["những", "việc"])
"""What a rule is about, forbidden or not: "Quy định về những điều đảng viên không được làm"."""


def later_modal(tokens: Tokens, at: int) -> int | None:
    """A modal verb soon after the verb, no comma between: the verb belongs to the bearer's name ("Cán bộ luân
    chuyển về chưa đủ 06 tháng thì không …", "Cá nhân không đồng ý với kết quả có quyền …")."""
    wording = classes("wording.tsv")
    words = tokens.words
    if freed(words, at):
        return None  # "Các sở | không bắt buộc phải báo cáo"
    light = words[at : at + 2] in (["thực", "hiện"], ["tiến", "hành"]) and verbs().match(words, at + 2)
    if light and words[at - 1 : at] != ["được"]:
        return None  # "Cơ quan thuế | thực hiện đưa các doanh nghiệp phải kiểm tra vào kế hoạch"
    for i in range(at, min(at + 20, len(words))):
        if words[at] == "là" and words[i] in (",", "và"):
            if head(tokens, i + 1) or words[i + 1 : i + 3] == ["quản", "lý"]:
                continue  # "Đảng viên là cán bộ, công chức phải …"
            if wording["must"].match(words, i + 1) > 1:
                return i + 1  # "Sở Nội vụ là cơ quan thường trực, có trách nhiệm …"
            if words[i] == "," and verbs().match(words, i + 1) and words[i - 2 : i] in _ROLES:
                return i + 1  # "Văn phòng là đơn vị đầu mối, theo dõi …"
        if words[at] == "đã" and words[i] == "theo" and words[i + 1 : i + 2] == [CITATION]:
            continue  # "Các hộ | đã được hỗ trợ theo Nghị quyết số … không được …"
        if words[i - 1 : i + 1] in _FORBIDDEN and words[i + 1 : i + 2] in (["đảng"], ["cán"]):
            return None  # "thực hiện Quy định số … về những điều đảng viên không được làm"
        if words[at : at + 2] == ["nào", "để"] and i <= at + 1:
            continue  # "Xã | nào để chậm … phải …"
        if words[i] in (",", ";", ":", "để", "theo", "và", "nếu"):
            return None
        entitled = words[i] == "được" and (
            words[i + 1 : i + 3] == ["tiếp", "tục"]
            or (words[at + 1] == "có" and i > at + 2 and words[i + 1 : i + 2] and words[i + 1] in ENTITLED)
        )
        if words[at] == "đã" and entitled:
            return i  # "Hộ dân | đã có giấy chứng nhận được dùng lối đi cũ"
        if words[at] == "không" and words[i] == "khi" and words[i + 1 : i + 2] in (["chưa"], ["không"]):
            return None  # "Chủ tọa | không kết luận khi chưa rõ các nội dung được gợi ý"
        if i > at and says_what(words, i):
            return None
        # "Đơn vị được giao | chủ trì đề tài phải …"
        which = words[max(0, at - 2) : at] in (["được", "giao"], ["phân", "công"])
        if i == at and not which and words[i] in ("chủ", "phối", "chịu", "phải", "cần"):
            return None
        if (
            i > at
            and (
                words[i] == "phải"
                or wording["not"].match(words, i) > 1
                or words[i : i + 2] in (["có", "quyền"], ["có", "trách"], ["có", "nghĩa"], ["có", "thể"])
                or (words[i] == "thì" and i + 1 < len(words))
                or (
                    words[i] == "được"
                    and (
                        words[at] in ("có", "không", "từ", *_STATES)
                        or _is_staff(words, at)
                        or _tells_who(words, at, i)
                    )
                    and words[at + 1] != "thể"  # "Cán bộ | có thể được giữ lại"
                    and words[i - 1] not in _GAINS
                    and not (words[i - 1] in _CHARGES and words[i + 1 : i + 2] in (["phân"], ["giao"]))
                )
            )
        ):
            if words[i - 1] in ("nếu", "mà", "không", "đã", "khi", "việc"):
                return None
            if words[i - 1] == "nhưng" and words[at : at + 2] == ["có", "thể"]:
                return None  # "Nhà thầu | có thể làm ngoài giờ nhưng phải có người giám sát": it may
            if {"số", "lệ"}.intersection(words[at:i]) and _capped(words, i):
                return None  # "Huyện ủy quyết định | số tổ chức đảng … không vượt quá 20%"
            if words[i - 1] == "còn" and words[i - 2] in ("phần", "số", "tiền", "khoản"):
                return None  # "nộp phần còn phải nộp"
            if words[i : i + 2] == ["có", "nghĩa"] and words[i - 1] in ("người", "tượng", "nhân", "chức"):
                continue  # "lập danh sách | người có nghĩa vụ kê khai"
            return i + 1 if words[i] == "thì" else i
    return None


def _tells_who(words: list[str], at: int, given: int) -> bool:
    """Whether a verb right before "được" says which people: "Người tự giác | khai báo | được xem xét"."""
    return "người" in words[max(0, at - 4) : at] and given == at + verbs().match(words, at)


def _is_staff(words: list[str], at: int) -> bool:
    """Whether "là" tells what staff those meant are ("Đảng viên là | công nhân | …"), not what they are."""
    return words[at] == "là" and classes("bearers.tsv")["staff"].match(words, at + 1) > 0


def _capped(words: list[str], at: int) -> bool:
    """A share not to be exceeded, later in the same part: "được xếp loại … không quá 20%"."""
    limit = classes("wording.tsv")["limit"]
    for i in range(at, len(words)):
        size = limit.match(words, i)
        if size and words[i] == "không":
            return "%" in words[i + size : i + size + 3] or any(
                "%" in w for w in words[i + size : i + size + 2]
            )
    return False


def _decides_share(words: list[str], at: int) -> bool:
    """Two verbs with one object, a share with a limit: "xem xét, quyết định | số … không vượt quá 20%"."""
    comma = at + verbs().match(words, at)
    behind = comma + 1 + verbs().match(words, comma + 1)
    pair = at < comma and words[comma : comma + 1] == [","] and behind > comma + 1
    return pair and words[behind : behind + 1] in (["số"], ["tỷ"]) and _capped(words, behind)


_REVIEWS = (["kiểm", "điểm"], ["đánh", "giá"], ["xếp", "loại"], ["phân", "loại"], ["bình", "xét"])
_HOLDS = (["tiến", "hành"], ["thực", "hiện"], ["tổ", "chức"])


def _left_out(words: list[str], at: int) -> bool:
    """Whether a review leaves those meant out, whatever stands first: "Đơn vị mới thành lập, hợp nhất … thì
    không | xếp loại", "tập thể dưới 3 người cũng không | kiểm điểm"."""
    for i in range(at, len(words) - 3):
        if words[i] in ("thì", "cũng", "đều") and words[i + 1] == "không":
            verb = i + 2 + 2 * (words[i + 2 : i + 4] in _HOLDS)
            if words[verb : verb + 2] in _REVIEWS:
                return True
    return False


def _but_not(words: list[str], at: int) -> bool:
    """The ban behind "nhưng" is what is said: "được đánh giá nhưng không xếp loại xuất sắc"."""
    return any(
        words[i : i + 2] == ["nhưng", "không"] and words[i + 2 : i + 3] not in (["quá"], ["phải"])
        for i in range(at, len(words))
    )


def _and_must(words: list[str], at: int) -> bool:
    """Whether what one may do one must do in some way: "có thể họp trực tuyến và phải ghi biên bản"."""
    for i in range(at, len(words)):
        if words[i] in ("nếu", "khi", "mà", "bị") or words[i : i + 2] in (["trường", "hợp"], ["đối", "với"]):
            return False  # what the case is: "có thể gia hạn nếu ốm và phải nằm viện"
        if words[i : i + 2] == ["và", "phải"]:
            return True
    return False


_TIMES = {"ngày", "giờ", "tháng", "năm", "phút", "tuần", "lần", "tiếng", "quý"}


_SHARES = frozenset(("được", "tỷ", "số", "xếp", "xét", "chọn", "bầu", "đề", "cử", "thiệu", "dương"))
"""Words of who or what is let through: "được cử không quá 03 người", "Số lượng không quá …"."""


def _counts(words: list[str], at: int) -> bool:
    """A number of people or things ("không quá | 03 người"), not a term ("không quá 05 ngày làm việc")."""
    return at + 1 < len(words) and words[at].isdigit() and words[at + 1].split("/")[0] not in _TIMES


def modality_of(tokens: Tokens, at: int, subject: bool = False) -> Modality:
    """Of the predicate at a token: what stands first governs; a limit further on ("không vượt quá 20%")
    makes a prohibition of a part that has no other verb of its own between commas."""
    wording = classes("wording.tsv")
    words = tokens.words
    place = at + (words[at : at + 1] == ["thì"])
    while step := wording["adverb"].match(words, place):
        if wording["not"].match(words, place) or words[place : place + 2] == ["chỉ", "được"]:
            break
        place += step
    if words[place : place + 2] == ["chỉ", "được"]:
        return "obligation"
    if freed(words, place):
        return "permission"
    if wording["not"].match(words, place) and not (subject and words[place] == "cấm"):
        return "prohibition"
    if words[place : place + 1] in (["không"], ["chưa"]):
        return "prohibition"
    if words[place : place + 2] == ["tuyệt", "đối"]:
        return "prohibition"
    if words[place : place + 2] == ["khuyến", "khích"]:
        return "permission" if "thể" in words[place:] else "obligation"
    if wording["may"].match(words, place):
        return "obligation" if _and_must(words, place) else "permission"
    if subject and words[place : place + 1] == ["được"] and words[:2] == ["100", "%"]:
        return "obligation"  # "100% chi bộ được quán triệt …": what is to be reached
    if subject and words[place : place + 1] == ["được"]:
        return "prohibition" if _capped(words, place) or _but_not(words, place) else "permission"
    if words[place : place + 1] == ["được"] and (
        verbs().match(words, place + 1) or wording["adverb"].match(words, place + 1)
    ):
        return "prohibition" if _capped(words, place) else "permission"
    if wording["must"].match(words, place) and words[place + 1 : place + 2] == ["không"]:
        return "prohibition"
    if _decides_share(words, place) or _left_out(words, place):
        return "prohibition"
    for i in range(place, len(words)):
        if words[i] == "," and i + 1 < len(words) and verbs().match(words, i + 1):
            return "obligation"
        if words[i : i + 3] == ["không", "cao", "hơn"]:
            return "prohibition"
        if (
            words[i : i + 2] == ["không", "quá"]
            and _counts(words, i + 2)
            and "hạn" not in words[max(0, i - 3) : i]
            and _SHARES.intersection(words[place:i])  # "Bố trí mỗi lớp | không quá 40 người" orders
            and "với" not in words[max(0, i - 4) : i]  # "bố trí kinh phí | với mức tối đa không quá 0,5 %"
        ):
            return "prohibition"
        size = wording["not"].match(words, i)
        if size and " ".join(words[i : i + size]) in (
            "không vượt quá",
            "không được vượt quá",
            "không được quá",
        ):
            return "prohibition"
    return "obligation"
