"""A thing and what is done with it, nobody named: "Sổ kho được sắp xếp theo số thẻ". Under a lead-in that
orders it is how the thing is to be dealt with; elsewhere it may only tell."""

from __future__ import annotations

from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.modality import modality_of
from extractors.phrases import Tokens
from extractors.predicate import Predicate
from extractors.starts import skip_links

_LONGEST_THING = 16
_PAPERS = tuple(phrase.split() for phrase in (
    "báo cáo", "dự thảo", "dự toán", "kết luận", "thông báo", "kế hoạch", "đề án", "kết quả",
    "quyết định", "đăng ký",
))  # fmt: skip
"""Papers that sound like what is done."""
_ENDS = frozenset((
    ",", ";", ":", ".", "là", "gồm", "phải", "cần", "thì", "đã", "đang", "chưa", "không", "sẽ", "mà",
    "nếu", "khi", "vừa", "mới", "do", "để",
))  # fmt: skip
_TOLD = frozenset(
    ("khi", "ngày", "đã", "chưa", "đang", "vừa", "không", "mới", "nhận", "có", "vẫn", "từng", "còn")
)
"""Words before "được" that make it told of, or part of a verb."""
PEOPLE = frozenset(("người", "ai", "hộ", "học", "sinh", "nhiều", "đa", "hầu", "phạm"))


_SETTLED = tuple(phrase.split() for phrase in (
    "yêu cầu", "phân công", "phê duyệt", "chỉ định", "công nhận", "thông qua", "ban hành", "tiếp tục",
    "giao", "duyệt", "phép", "miễn", "hưởng", "cho", "cấp", "coi", "gọi", "quy định", "xác định",
    "đánh giá", "xem", "sửa đổi", "bổ sung", "thay", "tham gia", "cải thiện",
    "nâng lên", "nâng cao", "nhân rộng", "phát hiện",
    "đẩy mạnh", "tăng cường", "duy trì", "giữ vững", "củng cố", "thể hiện", "trình bày", "nêu", "thi công",
))  # fmt: skip
"""What others have settled about a thing, or what it is taken for: it says which is meant, or tells."""
_HOW = frozenset((
    "tại", "vào", "theo", "bằng", "trong", "về", "từ", "đến", "để", "kịp", "đầy", "riêng", "thành",
    "ngay", "trước", "sau", "công", "thường", "định", "hai", "ba", "tay", "hoặc", "và", ",", "qua",
    "lên", "cho", "bởi", "danh", "hồ",
))  # fmt: skip
"""First words of how, where, when or into what something is done."""
_LONGEST_VERB = 4
_LONGEST_LABEL = 8


def is_how(words: list[str], at: int) -> bool:
    """Whether a verb that is no settling begins here, and how or where it is done follows."""
    size = verbs().match(words, at)
    if not size or any(words[at : at + len(verb)] == verb for verb in _SETTLED):
        return False
    return any(word in _HOW for word in words[at + size : at + size + _LONGEST_VERB])


def done_to(tokens: Tokens, at: int = 0) -> int | None:
    """Where "được" stands that says what is done with the thing a part begins with; None where it begins with
    somebody who acts or is entitled, with an adverbial, or tells what was done."""
    words = tokens.words
    start = skip_links(words, at)
    if ":" in words[start : start + _LONGEST_LABEL]:
        start = words.index(":", start) + 1  # "Trường hợp hưởng sai: | hồ sơ được chuyển …"
    if start + 3 >= len(words) or words[start] in PEOPLE:
        return None
    paper = words[start : start + 2] in _PAPERS
    opener = classes("wording.tsv")["opener"].match(words, start)
    if not paper and (opener or verbs().match(words, start) or named(tokens, start) is not None):
        return None
    for i in range(start + 1, min(start + _LONGEST_THING, len(words) - 1)):
        if words[i] == "được":
            if words[i - 1] in _TOLD:
                return None
            return i if is_how(words, i + 1) else None
        listed = "của" in words[start:i] or named(tokens, i + 1) is None
        pair = words[i] == "," and not verbs().match(words, i + 1) and listed
        if words[i] in _ENDS and not (words[i] == "khi" and words[i - 1] == "sau") and not pair:
            return None
    return None


_LONGEST_BEFORE = 40


def may_be(tokens: Tokens, start: int) -> Predicate | None:
    """What may be done with a thing, or for somebody: "Sổ đã khóa | có thể được mở lại …", "Hội viên ốm nặng,
    có giấy của bệnh viện, | có thể được xét tặng sớm", "Chỉ sau khi kiểm xong thì | mới được | xóa"."""
    words = tokens.words
    for i in range(start + 1, min(start + _LONGEST_BEFORE, len(words) - 2)):
        if words[i] in (";", ":", "phải", "cần", "nhưng"):
            return None
        may = words[i : i + 3] == ["có", "thể", "được"] and verbs().match(words, i + 3)
        only = words[i - 1 : i + 2] == ["thì", "mới", "được"] and verbs().match(words, i + 2)
        if not (may or only) or words[i - 1] in _NOT_BEFORE:
            continue
        who = named(tokens, start)
        if who is not None and who.predicate is not None and who.predicate < i and may:
            stated = words[who.predicate] in _STATES or who.predicate == i
            return (
                Predicate((who.start, who.end), who.second, i, True, modality="permission")
                if stated
                else None
            )
        opener = classes("wording.tsv")["opener"].match(words, start)
        thing = who is None and not opener and not verbs().match(words, start)
        modality = modality_of(tokens, i) if may else "permission"
        return Predicate(verb=i, must=True, modality=modality) if thing or only else None
    return None


_NOT_BEFORE = frozenset(("không", "chưa", "mà", "để", "nếu"))
_STATES = frozenset(("bị", "có", "mắc", "ốm", "già", "nghỉ"))
"""Words of how somebody is, behind the name."""


_REPORTED = tuple(
    phrase.split()
    for phrase in (
        "kết quả",
        "hồ sơ",
        "danh sách",
        "biên bản",
        "số liệu",
        "tài liệu",
    )
)
_SENT = tuple(
    phrase.split() for phrase in ("báo cáo", "gửi về", "gửi cho", "gửi kèm", "nộp về", "báo về", "gửi")
)
_LONGEST_RESULT = 14


def sent_on(tokens: Tokens, start: int) -> Predicate | None:
    """What is reported or sent, nobody named: "Kết quả kiểm tra | báo cáo Giám đốc Sở sau đợt kiểm tra"."""
    words = tokens.words
    if words[start : start + 2] not in _REPORTED or "gồm" in words:
        return None
    for i in range(start + 2, min(start + _LONGEST_RESULT, len(words) - 2)):
        if words[i] in (",", ";", ":", "được", "đã", "phải", "cần", "do", "không", "thì", "là"):
            return None
        sent = next((phrase for phrase in _SENT if words[i : i + len(phrase)] == phrase), None)
        if sent is None or words[i - 1] in _JOINED:
            continue
        to = i + len(sent)
        if len(sent) > 1 and sent[1] in ("về", "cho", "kèm"):
            return Predicate(verb=i)
        return Predicate(verb=i) if words[to : to + 1] in (["về"], ["cho"]) or named(tokens, to) else None
    return None


_JOINED = frozenset(("của", "và", "để", "theo", "trong", "các", "những"))
