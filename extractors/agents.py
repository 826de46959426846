"""Who acts where the sentence puts it elsewhere: behind "do" or "được", behind a time, behind a colon."""

from __future__ import annotations

import re

from extractors.bearers import Named, named
from extractors.lexicon import classes, verbs
from extractors.main_clause import clause
from extractors.modal_anywhere import anywhere
from extractors.passives import PEOPLE, is_how
from extractors.phrases import Tokens
from extractors.predicate import Predicate

_PROVIDED = {
    "kinh phí",
    "chi phí",
    "phương tiện",
    "nhiệm vụ",
    "mọi chi",
    "các chi",
    "toàn bộ",
    "việc phân",
    "lịch trực",
}
"""First words of what somebody provides or sets: "Kinh phí thực hiện do …"."""

_PROVIDES = (
    "bố trí",
    "bảo đảm",
    "đảm bảo",
    "chi trả",
    "thanh toán",
    "phân công",
    "chịu",
    "cấp",
    "chi ",
    "tự ",
    "quyết định",
    "cân đối",
    "chuẩn bị",
)
"""What is done with it, behind who does it: "… do Sở Tài chính | bố trí"."""

_LEADS = (
    "chủ trì",
    "trực tiếp",
    "thực hiện",
    "tổ chức",
    "phụ trách",
    "đảm nhiệm",
    "đảm nhận",
    "chịu trách nhiệm",
    "làm đầu mối",
    "điều hành",
    "chuẩn bị",
    "soạn thảo",
    "tiến hành",
    "chỉ đạo",
)
"""What somebody does who is named behind "do": "Lễ ra quân: do Sở Y tế | chủ trì"."""


def done_by(tokens: Tokens, start: int) -> Predicate | None:
    """Who does what a sentence is about, behind its last comma: "Việc lấy ý kiến được tiến hành tại hội nghị
    giữa Đảng ủy, HĐND, UBND, do | Bí thư Đảng ủy | chủ trì"."""
    words = tokens.words
    if words[start] != "việc" or _FAULTS.intersection(words):
        return None
    for i in range(start + 2, len(words) - 2):
        doer = named(tokens, i + 2) if words[i : i + 2] == [",", "do"] and "được" in words[start:i] else None
        if doer is not None and doer.predicate is not None and verbs().match(words, doer.predicate):
            return Predicate((doer.start, doer.end), doer.second, doer.predicate, opened=True)
    return None


_HANDLES = frozenset(
    (
        "tổng hợp", "giao nộp", "đối chiếu", "rà soát", "cập nhật", "báo cáo", "niêm yết", "công khai",
        "bảo quản", "quản lý", "lưu giữ", "xem xét", "giải quyết", "kiểm tra", "thẩm tra", "xác nhận",
        "gửi qua", "gửi về", "gửi đến",
        "thẩm định", "nghiệm thu", "ký duyệt", "phê duyệt trước", "phê duyệt trong", "thông qua trước",
    )
)  # fmt: skip
"""What a body does with a thing that a sentence is about."""


def handled_by(tokens: Tokens, start: int) -> Predicate | None:
    """Who handles the thing that a sentence is about: "Kết quả đo được | cán bộ địa chính xã | đối chiếu"."""
    words = tokens.words
    opens = classes("wording.tsv")["opener"].match(words, start)
    person = words[start] in PEOPLE
    if opens or person or named(tokens, start) is not None or verbs().match(words, start):
        return None
    for i in range(start + 2, min(start + _LONGEST_THING, len(words) - 3)):
        if words[i] in (",", ";", ":", "phải", "thì"):
            return None
        if words[i] != "được":
            continue
        doer = named(tokens, i + 1) if words[i - 1] not in _TOLD else None
        if doer is None or doer.predicate is None:
            return None
        done = " ".join(words[doer.predicate : doer.predicate + 3])
        if done not in _HANDLES and done.rpartition(" ")[0] not in _HANDLES and not _is_done_by(words, doer):
            return None
        return None if _says_more(tokens, doer.predicate + 2) else _handles(doer)
    return None


_TOLD_BY = tuple(phrase.split() for phrase in (
    "hướng dẫn", "chỉ đạo", "quan tâm", "hỗ trợ", "giao", "tặng", "trao", "bổ nhiệm", "thành lập", "ký",
    "phát hiện", "kết luận", "trả lời", "cho", "ủng hộ", "bảo hộ", "quy định", "cử", "bầu", "đầu tư",
))  # fmt: skip
"""What a body has done that a sentence only tells: "nội dung được Bộ Tài chính | hướng dẫn tại …"."""


def _is_done_by(words: list[str], doer: Named) -> bool:
    """Whether the body does something with the thing, and how, where or by when it does is said: "Tiền vé
    được thủ quỹ | nộp vào kho bạc"."""
    at = doer.predicate or 0
    told = words[doer.start - 2] == "này" or any(words[at : at + len(verb)] == verb for verb in _TOLD_BY)
    if told or _PAST.intersection(words[doer.end : at]):
        return False
    size = verbs().match(words, at)
    return is_how(words, at) or (size > 0 and words[at + size : at + size + 1] in _BY_WHEN)


_BY_WHEN = (["trước"], ["ngay"], ["chậm"], ["vào"])


_PAST = frozenset(("đã", "chưa", "đang", "từng", "vừa"))


def _handles(doer: Named) -> Predicate:
    return Predicate((doer.start, doer.end), doer.second, doer.predicate, opened=True)


def _says_more(tokens: Tokens, at: int) -> bool:
    """Whether what is handled only tells which thing is meant: a duty, a finding or another body's act
    follows."""
    words = tokens.words
    if {"phải", "thì", "cần", "là"}.intersection(words[at:]) or words[at : at + 1] in _FINDINGS:
        return True
    bodies = (named(tokens, i + 1) for i in range(at, len(words) - 2) if words[i] == ",")
    return any(body is not None and body.predicate is not None for body in bodies)


_FINDINGS = (["kéo"], ["tiếp"], ["có"], ["năm"], ["hoàn"], ["còn"], ["tu"])
_LONGEST_THING = 16
_TOLD = frozenset(("khi", "ngày", "sau", "đã", "chưa", "đang", "vừa", "không", "mới", "nhận", "có"))
"""Words before "được" that make it told of, or part of a verb."""
_FAULTS = frozenset(("chậm", "chưa", "sai", "yếu", "phạm", "chế", "phải", "cần"))
"""Words by which a sentence tells why something went wrong, or says itself what must be."""
_COUNTED = (["số"], ["tỷ", "lệ"], ["mức"], ["tổng", "số"])
_LONGEST_FOR = 14


def share(tokens: Tokens, start: int) -> Predicate | None:
    """A share or rank that must not pass another, whatever bodies it is of: "Đối với đảng viên: | số đảng
    viên xếp loại xuất sắc ở mỗi đảng bộ, chi bộ | không quá 15% …"."""
    words = tokens.words
    if words[start : start + 2] == ["đối", "với"] and ":" in words[start : start + _LONGEST_FOR]:
        start = words.index(":", start) + 1
    if not any(words[start : start + len(counted)] == counted for counted in _COUNTED):
        return None
    whole = anywhere(tokens, start, False)
    if whole.modality != "prohibition" or whole.subject is not None or whole.verb is None:
        return None
    said = " ".join(words[whole.verb : whole.verb + _LONGEST_LIMIT])
    for i in range(whole.verb, len(words) - 1):
        body = named(tokens, i + 1) if words[i] == "," else None
        if (
            body is not None
            and body.predicate is not None
            and classes("bearers.tsv")["det"].match(words, i + 1)
        ):
            return None  # "Tổng số … không quá 5%, | các sở rà soát …"
    return whole if _LIMIT.match(said) else None


_LIMIT = re.compile(r"không (?:được )?(?:(?:vượt )?quá \S+ %|(?:xếp loại )?(?:cao|thấp|nhiều) hơn)")
_LONGEST_LIMIT = 8


def will_do(tokens: Tokens, start: int) -> Predicate | None:
    """Who is to act behind a time that no comma ends: "…, trong năm 2022 | Sở sẽ tổng kết"."""
    words = tokens.words
    if (dated := _behind_date(tokens, start)) is not None:
        return dated
    for i in range(start + 3, min(start + 40, len(words) - 1)):
        if words[i] in (";", ":"):
            return None
        if words[i] != "sẽ":
            continue
        for j in range(max(start + 2, i - 10), i):
            doer = named(tokens, j) if words[j - 1].isdigit() else None
            if doer is not None and doer.predicate == i:
                return clause(tokens, j, True)
        return None
    return None


_BOUNDS = frozenset(("trong", "trước", "từ", "đến"))
_CALENDAR = frozenset(("năm", "ngày", "quý", "tháng"))


def _behind_date(tokens: Tokens, start: int) -> Predicate | None:
    """ "Căn cứ kết quả thí điểm, | trước ngày 30/6 | Sở Y tế tổng kết"."""
    words = tokens.words
    for i in range(start, min(start + 40, len(words) - 4)):
        if words[i] in (";", ":"):
            return None
        opens = i == start or words[i - 1] == ","
        if not opens or words[i] not in _BOUNDS or words[i + 1] not in _CALENDAR:
            continue
        for j in range(i + 3, min(i + 9, len(words) - 1)):
            if words[j] == "," or not words[j - 1][-1].isdigit():
                continue
            doer = named(tokens, j) if tokens.capital[j] else None
            if doer is not None and doer.predicate is not None:
                return clause(tokens, j, True)
    return None


_LAST_WORDS = 5
"""Words of a predicate that ends its sentence: "Chế độ chi do Liên đoàn | hướng dẫn"."""


def agent(tokens: Tokens, start: int) -> Predicate | None:
    """Who does what a noun phrase names: "Kinh phí do Sở Tài chính bố trí", "Nhiệm vụ của từng người do Tổ
    trưởng phân công"."""
    words = tokens.words
    provided = " ".join(words[start : start + 2]) in _PROVIDED
    for i in range(start + 1, min(start + _LONGEST_MATTER, len(words) - 2)):
        if words[i] in (";", "được") or (provided and words[i] == ":"):
            return None
        if provided and words[i] == "," and words[start] not in ("kinh", "chi"):
            return None
        doer = named(tokens, i + 1) if words[i] == "do" else None
        if doer is not None and (chairs := _chairs(words, doer)):
            return Predicate((doer.start, chairs), doer.second, chairs, opened=True)
        if doer is None or doer.predicate is None:
            continue
        far = i >= start + _LONGEST_LEAD
        if far and not " ".join(words[doer.predicate :]).startswith(_DECIDES_ON):
            return None
        charged = words[i - 1] in ("sẽ", "phải") and verbs().match(words, doer.predicate) > 0
        if charged or " ".join(words[doer.predicate :]).startswith(_LEADS):
            return Predicate((doer.start, doer.end), doer.second, doer.predicate, opened=True)
        last = len(words) - doer.predicate <= _LAST_WORDS and verbs().match(words, doer.predicate) > 1
        if last and words[i - 1] not in (",", "và") and not verbs().match(words, start):
            return Predicate((doer.start, doer.end), doer.second, doer.predicate, opened=True)
        told = {"chưa", "đã", "bị", "còn", "thiếu", "sai"}.intersection(words[doer.predicate :])
        deals = _DEALS_WITH.match(" ".join(words[doer.predicate :])) is not None and not told
        if deals and words[i - 1] not in (",", "và"):
            return Predicate((doer.start, doer.end), doer.second, doer.predicate, opened=True)
        behind = [word for k, word in enumerate(words) if k >= doer.predicate and words[k - 1] != "nhất"]
        which = _WHICH_ONE.intersection(words[max(start, i - 5) : i])  # "theo tỷ giá do Sở quyết định"
        if " ".join(behind).startswith(_DECIDES_ON) and not _SAYS_ON.intersection(behind) and not which:
            return Predicate((doer.start, doer.end), doer.second, doer.predicate, opened=True)
        if not provided:
            return None
        for at in range(doer.predicate, min(doer.predicate + 5, len(words))):
            if words[at] == ",":
                break
            if " ".join(words[at:]).startswith(_PROVIDES):  # "do đơn vị | cử người | thanh toán"
                return Predicate((doer.start, at), doer.second, at, opened=True)
    return None


def _chairs(words: list[str], doer: Named) -> int:
    """Where "chủ trì" ends a clause in or behind a name ("do Trưởng phòng, Thủ trưởng đơn vị | chủ trì, …"),
    where it is no part of the unit's; or 0."""
    for i in range(doer.start + 1, min(doer.end + 1, len(words) - 1)):
        if words[i : i + 2] == ["chủ", "trì"] and words[i + 2 : i + 3] in ([], [","], ["."], [";"], ["và"]):
            return i
    return 0


_DEALS_WITH = re.compile(
    r"(?:ký(?: duyệt)?|niêm phong|lập|soạn|in|gửi|tổng hợp|chuẩn bị|nhận|ghi|giữ|chấm|"
    r"(?:hướng dẫn|chỉ đạo) (?:lập|chuẩn bị|thực hiện))"
    r"(?:$| (?:, |và )?(?:gửi|trình|nộp|giao|bàn giao|chuyển|lưu|báo cáo|chấm)\s| , được\s|"
    r" thành (?:\d|một|hai|ba)| vào (?:sổ|biên bản))"
)
"""What somebody does with a paper behind "do", then hands it on: "Danh sách do Bí thư | ký, gửi về …"."""
_LONGEST_MATTER = 24
_LONGEST_LEAD = 16
_WHICH_ONE = frozenset(("theo", "bằng", "sử", "dùng", "tại"))
_DECIDES_ON = (
    "quyết định", "xem xét", "thảo luận", "phê duyệt", "cho ý kiến", "chi trả", "thẩm định", "công bố",
    "giải quyết", "xác định", "lựa chọn", "chấp thuận", "hiệp thương", "thỏa thuận",
)  # fmt: skip
"""What is done with a matter behind who does it: "Mức hỗ trợ do | Ban Thường vụ | quyết định theo …"."""
_SAYS_ON = frozenset(("phải", "được", "thì", "cần", "là", "đã", "có"))
"""Words behind it that say something of the matter itself: "Tài liệu do Sở ban hành | được dùng từ …"."""


def behind_colon(tokens: Tokens, start: int) -> Predicate | None:
    """ "Các trạm bơm loại hai: do | Xí nghiệp Thủy nông | tiến hành": who acts on what the label names."""
    words = tokens.words
    for i in range(start + 1, min(start + 40, len(words) - 3)):
        if words[i] == ";":
            return None
        if words[i : i + 2] == [":", "do"]:
            doer = named(tokens, i + 2)
            if doer is not None and doer.predicate is not None:
                return Predicate((doer.start, doer.end), doer.second, doer.predicate, opened=True)
            return None
    return None


def approver(tokens: Tokens, start: int) -> Predicate | None:
    """Who must do it, where what is done to a thing is said: "Danh sách phải được Sở Nội vụ phê duyệt"."""
    words = tokens.words
    for i in range(start + 1, min(start + 24, len(words) - 2)):
        if words[i] in (";", ":") or (words[i] == "," and words[start] not in ("mọi", "mỗi")):
            return None
        if words[i] == "được" and words[i - 1] in ("phải", "cần"):
            doer = named(tokens, i + 1)
            if doer is None or doer.predicate is None or not verbs().match(words, doer.predicate):
                return None
            return Predicate((doer.start, doer.end), doer.second, doer.predicate, must=True)
    return None


_GIVEN_TO = (["giao", "cho"], ["thuộc", "về"], ["giao"])
_CHARGES = (["nhiệm", "vụ"], ["trách", "nhiệm"], ["việc"], ["công", "việc"], ["công", "tác"])


def falls_to(tokens: Tokens, start: int) -> Predicate | None:
    """Whom a job falls to at the sentence's end: "Nhiệm vụ lập dự toán giao cho Phòng Tài chính", "Trách
    nhiệm kiểm tra thuộc về Trạm Thú y"."""
    words = tokens.words
    if not any(words[start : start + len(charge)] == charge for charge in _CHARGES):
        return None
    for i in range(start + 2, min(start + 24, len(words) - 1)):
        if words[i] in (",", ";", ":"):
            return None
        size = next((len(given) for given in _GIVEN_TO if words[i : i + len(given)] == given), 0)
        whom = named(tokens, i + size) if size and i + size < len(words) else None
        if whom is not None and words[i - 1] not in ("được", "đã"):
            must = classes("wording.tsv")["must"]
            acts = whom.predicate is not None and not must.match(words, whom.predicate)
            ends = whom.end >= len(words) - 1 or acts
            return Predicate((whom.start, whom.end), whom.second, i, must=True) if ends else None
    return None
