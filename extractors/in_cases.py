"""Who acts in a case, an event or a need that a sentence begins with, and whom alone something is allowed."""

from __future__ import annotations

from dataclasses import replace

from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.main_clause import clause
from extractors.phrases import Tokens
from extractors.predicate import Predicate

_CASES = ("đối với trường hợp", "trong trường hợp", "trường hợp", "nếu")


def behind_which(tokens: Tokens, start: int) -> int | None:
    """Where another body acts behind a condition: "Nhà thầu nào thi công chậm, | Phòng Kinh tế xử lý"."""
    words = tokens.words
    which = named(tokens, start)
    if which is None or words[which.end : which.end + 1] != ["nào"]:
        return None
    for i in range(which.end + 1, min(len(words) - 2, which.end + 24)):
        if words[i] in ("thì", "phải", ";"):
            return None
        if words[i] == ",":
            other = named(tokens, i + 1)
            if other is not None and other.predicate is not None and _acts(tokens, i + 1, other.predicate):
                return i + 1
            if tokens.capital[i + 1]:
                return None
    return None


def _acts(tokens: Tokens, at: int, predicate: int) -> bool:
    """Whether a body behind a condition acts itself: it has a capital, or a modal verb follows."""
    wording = classes("wording.tsv")
    modal = any(wording[key].match(tokens.words, predicate) for key in ("must", "may", "not"))
    return tokens.capital[at] or modal


_EVENTS = ("khi", "ngay khi", "sau khi", "ngay sau khi", "trước khi")
_GOVERNS = frozenset(
    ("của", "do", "cho", "với", "tại", "về", "bởi", "được", "từ", "và", "hoặc", "giữa", "các", "những", "mỗi")
)
"""Words before a body that make it part of what comes before: "ý kiến của | các sở"."""


def behind_event(tokens: Tokens, start: int) -> Predicate | None:
    """Who must act behind an event that no comma ends: "Khi xảy ra sự cố | các đơn vị phải báo cáo"."""
    words = tokens.words
    said = " ".join(words[start : start + 4]) + " "
    size = next((len(event.split()) for event in _EVENTS if said.startswith(event + " ")), 0)
    if not size:
        return None
    first = start + size + 2
    for i in range(first, min(start + 40, len(words))):
        if words[i] in (";", ":", "thì"):
            return None
        if words[i] == "," and (named(tokens, i + 1) or not verbs().match(words, i + 1)):
            return None
        if words[i] != "phải":
            continue
        if "," in words[first:i]:  # "Khi bàn giao, tiếp nhận hồ sơ phải lập biên bản"
            return Predicate(verb=i, must=True, opened=True)
        for j in range(max(first, i - 14), i):
            doer = named(tokens, j) if words[j - 1] not in _GOVERNS else None
            if doer is not None and doer.predicate == i:
                # "khi báo cáo | Ủy ban nhân dân tỉnh phải …": whom the event reaches
                return None if verbs().match(words, j - 2) == 2 else clause(tokens, j, True)
        return None
    return None


_LONGEST_THING = 6


def thing_must(tokens: Tokens, start: int) -> Predicate | None:
    """What must be done with things in an event, behind its comma: "Khi có bão, gió mạnh, tất cả tàu,
    thuyền | phải ngừng đón khách"."""
    words = tokens.words
    if words[start] not in ("khi", "trước", "sau") or "phải" not in words:
        return None
    must = words.index("phải")
    for i in range(max(start + 2, must - _LONGEST_THING), must - 1):
        if words[i] != ",":
            continue
        every = words[i + 1 : i + 3] == ["tất", "cả"] or words[i + 1] in ("mọi", "toàn", "các")
        if (
            every
            and named(tokens, i + 1) is None
            and not any(verbs().match(words, j) for j in range(i + 1, must))
        ):
            return Predicate(verb=must, must=True, opened=True)
    return None


_LONGEST_DONE = 10


def when_done(tokens: Tokens, start: int) -> Predicate | None:
    """Who acts behind what is done by then: "Kiểm đếm xong, | Đoàn | lập báo cáo"."""
    words = tokens.words
    for i in range(start + 1, min(start + _LONGEST_DONE, len(words) - 2)):
        if words[i] in (",", ";", ":"):
            done = words[i] == "," and "xong" in words[start:i]
            doer = named(tokens, i + 1) if done else None
            if doer is None or doer.predicate is None or words[i - 1] == "phải":
                return None
            return clause(tokens, i + 1, True)
    return None


_LONGEST_THESE = 26


def only_these(tokens: Tokens, start: int) -> Predicate | None:
    """Whom alone something is allowed: "Chỉ | các đại biểu chính thức | mới được quyền biểu quyết"."""
    words = tokens.words
    doer = named(tokens, start + 1) if words[start] == "chỉ" and start + 1 < len(words) else None
    if doer is None or doer.predicate is None:
        return None
    for i in range(doer.end - 1, min(doer.end + _LONGEST_THESE, len(words) - 1)):
        if words[i] in (";", ":", "thì"):
            return None
        if words[i] == "mới" and words[i + 1] in ("được", "có"):
            return Predicate((doer.start, i), doer.second, i + 1, must=True, modality="permission")
    return None


def in_course(tokens: Tokens, start: int) -> Predicate | None:
    """Who acts behind "Quá trình …": behind its comma, or behind the difficulties that may come up ("Quá
    trình thực hiện nếu có vướng mắc | các đơn vị báo cáo")."""
    words = tokens.words
    if words[start : start + 2] != ["quá", "trình"]:
        return None
    for i in range(start + 3, min(start + 40, len(words) - 1)):
        if words[i] in (";", ":") or words[i - 1] == "phải":
            return None
        parted = words[i - 1] == "," or words[i - 2 : i] in (["vướng", "mắc"], ["khó", "khăn"])
        asked = parted and " ".join(words[i : i + 2]) in ("đề nghị", "yêu cầu")
        doer = named(tokens, i) if parted and words[i] != "," else None
        if asked or (doer is not None and doer.predicate is not None):
            return clause(tokens, i, True)
    return None


_NEEDS = (["vướng", "mắc"], ["khó", "khăn"], ["thắc", "mắc"], ["phát", "sinh"], ["thay", "đổi"])


def in_need(tokens: Tokens, start: int) -> Predicate | None:
    """What is asked behind a need without a comma: "Mọi vướng mắc | đề nghị liên hệ …", "nếu có thay đổi |
    đề nghị các xã báo lại"; not "tổng hợp vướng mắc, đề nghị của các xã"."""
    words = tokens.words
    for i in range(start + 1, len(words) - 2):
        end = i - (words[i - 1] == ",")
        needed = words[end - 2 : end] in _NEEDS or (words[end - 2 : end] in _CHANGES and "nếu" in words[:end])
        if words[i : i + 2] not in (["đề", "nghị"], ["yêu", "cầu"]) or not needed:
            continue
        case = next((k for k in range(i - 1, -1, -1) if words[k] in ("nếu", "mọi", "thì")), None)
        if case is None or words[case] == "thì" or words[i + 2] in ("của", ","):
            return None
        needs = [word for word in words[case + 1 : i] if word not in _NEED_WORDS]
        alone = case <= start or (words[case] == "nếu" and words[0] in ("trong", "quá", "khi"))
        return clause(tokens, i, True) if alone and len(needs) <= _LONGEST_NEED else None
    return None


_CHANGES = (["sửa", "đổi"], ["bổ", "sung"], ["điều", "chỉnh"])
"""What may be needed: "nếu cần sửa đổi, bổ sung | đề nghị các xã báo cáo"."""
_NEED_WORDS = frozenset(
    ("có", "gặp", ",", "và", "cần", "thấy", "hoặc", *(word for need in (*_NEEDS, *_CHANGES) for word in need))
)
_LONGEST_NEED = 2
"""Words of a need besides what it is called: "nếu có | gì | vướng mắc"."""


_WISHES = (["nguyện", "vọng"], ["nhu", "cầu"])


def asked_for(tokens: Tokens, start: int) -> Predicate | None:
    """Who is asked for the sake of others: "Cán bộ có nguyện vọng ủng hộ thêm, đề nghị | công đoàn bộ phận |
    thu giúp", "Đối với cán bộ không hưởng lương của trường đề nghị | đơn vị | thu"."""
    words = tokens.words
    if words[start : start + 2] == ["đối", "với"]:
        first, wanted = start + 4, False
    else:
        others = named(tokens, start)
        at = others.end if others is not None else start
        wishes = next((k for k in range(start + 1, at + 2) if words[k : k + 2] in _WISHES), None)
        if others is None or wishes is None or wishes != others.end + 1 or words[wishes - 1] != "có":
            return None  # "Học sinh có nguyện vọng chuyển trường | làm đơn, …": they act first
        first, wanted = wishes + 2, True
    for i in range(first, min(first + 40, len(words) - 2)):
        if words[i] in (";", ":", "thì"):
            return None
        if words[i : i + 2] not in (["đề", "nghị"], ["yêu", "cầu"]):
            continue
        if wanted != (words[i - 1] == ",") and words[i + 2 : i + 4] not in _ANYONE:
            continue
        if not wanted and (words[i + 2 : i + 4] not in _ANYONE or words[i - 1] in _ASKERS):
            return None  # "Đối với các hồ sơ | đề nghị Sở Y tế cấp phép, …": which are meant
        asked = clause(tokens, i, True)
        return asked if asked is not None and asked.assigned and asked.verb != i else None
    return None


_ANYONE = (["đơn", "vị"], ["địa", "phương"], ["cơ", "sở"], ["nhà", "trường"], ["cơ", "quan"])
"""Those just spoken of, by a word for any of them: "Đối với các bệnh viện …, đề nghị | đơn vị | sửa"."""
_ASKERS = frozenset(
    ("sơ", "đơn", "bản", "hợp", "vị", "văn", "trình", "được", "theo", "có", "của", "và", "nhân")
)
"""Last syllables of what asks itself: "hồ sơ", "đơn", "văn bản", "trường hợp"."""


def nobody(tokens: Tokens, start: int) -> Predicate | None:
    """Whom something is denied to all of: "Không một | cá nhân nào | được can thiệp"."""
    words = tokens.words
    first = start + 1 + (words[start + 1 : start + 2] == ["một"])
    doer = named(tokens, first) if words[start] == "không" and first < len(words) - 3 else None
    if doer is None or words[doer.end : doer.end + 2] != ["nào", "được"]:
        return None
    return Predicate((doer.start, doer.end + 1), None, doer.end + 1, must=True, modality="prohibition")


def in_case(tokens: Tokens, start: int) -> Predicate | None:
    """Who acts in a case, behind "thì": "Trường hợp hộ dân, tổ chức đề nghị … thì Phòng Thuế trả lời"; whom
    the case is about, where nobody is named there ("Trường hợp đơn vị còn vướng mắc thì báo cáo")."""
    words = tokens.words
    said = " ".join(words[start : start + 4]) + " "
    size = next((len(case.split()) for case in _CASES if said.startswith(case + " ")), 0)
    if not size:
        return None
    at = next((i for i in range(start + size, min(len(words) - 1, start + 70)) if words[i] == "thì"), None)
    if at is None:
        return None
    main = named(tokens, at + 1)
    if main is not None and main.predicate is not None:
        return clause(tokens, at + 1, True)
    if words[at + 1] == "do" and at + 3 < len(words):
        doer = named(tokens, at + 2)  # "Trường hợp nào cần kéo dài thì do | Thường trực | quyết định"
        if doer is not None and doer.predicate is not None and verbs().match(words, doer.predicate):
            return Predicate((doer.start, doer.end), doer.second, doer.predicate, opened=True)
    granted = named(tokens, at + 2) if words[at + 1] == "được" and at + 2 < len(words) else None
    if granted is not None and granted.predicate is not None and verbs().match(words, granted.predicate):
        # "Trường hợp có lý do thì được | Trưởng trạm | gia hạn": it may do so
        return Predicate(
            (granted.start, granted.end),
            granted.second,
            granted.predicate,
            opened=True,
            modality="permission",
        )
    about = named(tokens, start + size) if main is None and size < 3 else None
    done = clause(tokens, at + 1, True) if about is not None else None
    if done is None or done.subject or done.asks or done.verb is None or done.past:
        return None
    if about is None or about.predicate is None or about.predicate > at or done.modality != "obligation":
        return None
    return replace(done, subject=(about.start, about.end), second=about.second)


_LONGEST_CASE = 40


def in_bare_case(tokens: Tokens, start: int) -> Predicate | None:
    """Who acts behind "thì" where the case names nobody: "Hiện vật dễ hỏng thì | Ban Vận động lập biên bản",
    "Dự án đã duyệt thì chủ đầu tư được tiếp tục …"."""
    words = tokens.words
    wording = classes("wording.tsv")
    orders = any(wording[key].match(words, start) for key in ("must", "may", "not", "assign", "adverb"))
    if orders or verbs().match(words, start):
        return None  # "Nghiêm cấm đổ rác, vi phạm thì Công an xử phạt": it orders before the case
    for i in range(start + 2, min(start + _LONGEST_CASE, len(words) - 2)):
        if words[i] in (";", ":", ".", ","):
            return None
        if words[i] == "thì":
            main = named(tokens, i + 1)
            acts = main is not None and main.predicate is not None
            return clause(tokens, i + 1, True) if acts and named(tokens, start) is None else None
    return None


_LONGEST_IF = 24
_ANSWERS = frozenset(
    ("chịu trách", "tự chịu", "báo cáo", "giải trình", "bồi thường", "kiểm điểm", "hoàn trả")
)
"""What those do themselves who have failed; "phải bố trí chỗ ở" others do for them."""


def if_they(tokens: Tokens, start: int) -> Predicate | None:
    """Who must bear it, in a case without a comma: "nếu | các sở | không báo cáo phải chịu trách nhiệm"."""
    words = tokens.words
    who = named(tokens, start + 1) if words[start] == "nếu" and start + 2 < len(words) else None
    if who is None or who.predicate is None or words[who.predicate] not in ("không", "chưa"):
        return None
    for i in range(who.predicate + 2, min(who.predicate + _LONGEST_IF, len(words) - 1)):
        if words[i] in (",", ";", ":", "thì"):
            return None
        if words[i] == "phải" and " ".join(words[i + 1 : i + 3]) in _ANSWERS:
            return Predicate((who.start, who.end), who.second, i, must=True, opened=True)
    return None
