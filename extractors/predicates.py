"""Reads one sentence, or one part between semicolons: which of its clauses governs, and what it says."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors import starts
from extractors.agents import agent, approver, behind_colon, done_by, falls_to, handled_by, share, will_do
from extractors.bearer_heads import head
from extractors.bearers import named
from extractors.for_whom import at_level, for_whom
from extractors.grounds import if_needed, on_grounds
from extractors.in_cases import (
    asked_for,
    behind_event,
    behind_which,
    if_they,
    in_bare_case,
    in_case,
    in_course,
    in_need,
    nobody,
    only_these,
)
from extractors.lexicon import classes, verbs
from extractors.main_clause import Predicate, clause
from extractors.modal_anywhere import anywhere
from extractors.phrases import CITATION, Tokens

_PREAMBLE = {
    "căn",
    "để",
    "theo",
    "thực",
    "xét",
    "nhằm",
    "trên",
    "trước",
    "tiếp",
    "từ",
    "qua",
    "nhân",
    "triển",
    CITATION,
}

_TAKES = {
    "với", "cùng", "gửi", "cáo", "đốc", "cầu", "nghị", "giao", "đạo", "dẫn", "mưu", "giúp", "trình", "cho",
    "để", "do", "nếu", "khi", "trường", "theo", "căn", "là", "gồm", "giữa", "như", "mà", "bởi", "nhằm",
    "trong", "tại", "qua", "đến", "từ", "về", "nhất", "mọi", "người", "sự", "việc", "trước", "mời", "hướng",
}  # fmt: skip
"""Words after which a body behind a comma may be an object, a partner or part of a condition."""
_ANNOUNCES = {"sau", "đây", ":"}
_ONLY_KNOW = {"biết", "được", "nắm", "tham", "có"}
_WHO_ACTS = {
    "đơn vị thực hiện",
    "cơ quan thực hiện",
    "đơn vị chủ trì",
    "cơ quan chủ trì",
    "cơ quan thường trực",
    "đơn vị thường trực",
    "bộ phận thường trực",
}


def read(tokens: Tokens) -> Predicate:
    """The governing predicate of a part: the first that a bearer, a modal or an asking verb marks."""
    found = _read(tokens)
    if found.subject and not (found.asks or found.must) and (asked := _asked_last(tokens, found)):
        found = asked
    return replace(found, beside=_beside(tokens, found)) if found.subject else found


def _beside(tokens: Tokens, found: Predicate) -> tuple[int, int] | None:
    """The subject of a further clause; none where the body after the comma may go on with a list of objects,
    partners or those reported to."""
    words = tokens.words
    if found.subject is None or found.verb is None or found.verb < found.subject[1]:
        return None
    if found.asks or found.second or found.past:
        return None
    if words[found.verb : found.verb + 2] == ["phối", "hợp"] and head(tokens, found.verb + 2):
        return None  # "Sở Y tế phối hợp Sở Nội vụ, | Sở Tài chính rà soát": partners go on
    wording = classes("wording.tsv")
    for i in range(found.verb + 1, len(words) - 2):
        if (words[i] in _TAKES and words[i : i + 2] != ["trước", ","]) or words[i : i + 1] in ([";"], [":"]):
            return None
        other = named(tokens, i + 1) if words[i] == "," else None
        if other is None:
            continue
        at = other.predicate
        if "trong" in words[other.start : other.end]:
            return None
        if at is None or not (verbs().match(words, at) or wording["must"].match(words, at)):
            return None
        same = words[at] == words[found.verb]
        if i - 3 > found.verb and any(head(tokens, k) == i - k for k in range(i - 3, i)):
            return None  # "ở một số đảng bộ, chi bộ": a list of bodies goes on
        of_body = "của" in words[max(found.verb, i - 8) : i] and not same
        listed = i > found.verb + 1 and words[i - 1] == words[found.verb]
        return None if of_body or listed or other.second else (other.start, other.end)
    return None


_ELSEWHERE = (
    behind_colon, asked_for, nobody, done_by, handled_by, in_need, in_case, behind_event, only_these,
    on_grounds, if_needed, share, for_whom, at_level, if_they, in_bare_case, will_do,
)  # fmt: skip
"""Readings of sentences whose governing clause is not where it usually stands, in the order tried."""


def _read(tokens: Tokens) -> Predicate:
    words = tokens.words
    wording = classes("wording.tsv")
    start = starts.skip_links(words, 0)
    if start >= len(words):
        return Predicate()
    start = _past_label(tokens, start)
    if (main := behind_which(tokens, start)) is not None:
        start = main
    start = _past_place(tokens, start)
    opened = starts.opens(words, start)
    if closing := _closes(tokens, start):
        return closing
    if (course := in_course(tokens, 0)) is not None:
        return course
    if told := _told_to_act(tokens, start):
        return told
    for elsewhere in _ELSEWHERE:
        if (case := elsewhere(tokens, start)) is not None:
            return case
    if words[start : start + 2] in _NOUNS and (whole := _must_be(tokens, start, opened)) is not None:
        return whole
    weak: Predicate | None = None
    fallback: Predicate | None = None
    nominal: Predicate | None = None
    listed: Predicate | None = None
    for n, at in enumerate(starts.read(tokens, start)):
        if wording["nominal"].match(words, at) > verbs().match(words, at):
            if weak is None and fallback is None:
                whole = anywhere(tokens, at, opened)
                if whole.verb is not None:
                    named_elsewhere = approver(tokens, at) or agent(tokens, at) or falls_to(tokens, at)
                    return (named_elsewhere if whole.must and not whole.subject else None) or whole
                nominal = nominal or whole
                continue
            break
        found = clause(tokens, at, opened and n > 0)
        if found is None:
            continue
        asks_only = found.asks and not found.told and not (found.asker or "").startswith("giao")
        if asks_only and ((fallback and words[start] not in _PREAMBLE) or (weak and weak.must)):
            break  # "…, hướng dẫn, đôn đốc, yêu cầu các đơn vị …": one of the things to do
        if found.asks:
            return found
        if found.subject and n and opened and _is_title_of(tokens, start, found.subject[0]):
            continue
        if found.subject and fallback and _ends_objects(tokens, start, found.subject[0]):
            continue
        if found.subject and n and not opened and _in_list_of_things(tokens, start, found):
            continue
        if found.subject and not found.asks and n and _goes_on_list(tokens, start, found):
            listed = listed or (found if opened and found.must else None)
            continue
        if found.subject and opened and _weak(words, found):
            weak = weak or found
            continue
        if found.subject and nominal and (_weak(words, found) or not _distinct(tokens, found)):
            continue
        if found.subject and opened and not _distinct(tokens, found):
            weak = weak or found
            continue
        if found.subject:
            led = agent(tokens, start) if n and not opened and not found.must else None
            if led and led.subject and led.subject[1] < found.subject[0]:
                return (
                    led  # "Việc in do Sở A chủ trì, | Sở B phối hợp": the first leads, the other is beside it
                )
            return _widen(tokens, start, found) if opened else found
        if n == 0 and not opened:
            return (None if found.must else _asked_behind(tokens, start)) or found
        if fallback is None and weak is None and opened:
            fallback = found
    if weak and (weak.must or not fallback):
        return _widen(tokens, start, weak)
    if fallback:
        first = listed and listed.subject and fallback.verb is not None and listed.subject[0] < fallback.verb
        # "… nghị quyết của chi bộ, | đảng ủy cơ sở phải họp, ra nghị quyết"
        return listed if listed and first and not fallback.must else fallback
    bare = nominal or anywhere(tokens, start, opened)
    if listed and bare.must and not bare.subject:
        return listed  # "Từ ngày có thông báo của cơ quan thuế, | người mua phải nộp …"
    return (approver if bare.must else agent)(tokens, start) or falls_to(tokens, start) or bare


_OFFICES = frozenset(
    (
        "phó",
        "trưởng",
        "bí",
        "chủ",
        "thứ",
        "giám",
        "cục",
        "thủ",
        "chánh",
        "tổng",
        "viện",
        "hiệu",
        "chính",
        "đại",
    )
)
"""First words of the offices that stand behind somebody's name; "Ủy viên" is asked for whole."""


def _is_title_of(tokens: Tokens, start: int, at: int) -> bool:
    """Whether an office behind a comma is one more of somebody named in the preamble ("theo kết luận của đồng
    chí Lê Văn Mạ, Bí thư Tỉnh ủy, | Trưởng Đoàn …, Ban Thường vụ hướng dẫn"): a body acts further on."""
    words = tokens.words
    office = words[at] in _OFFICES or words[at : at + 2] == ["ủy", "viên"]
    if not office or words[at - 1] != ",":
        return False
    person = next(
        (
            i
            for i in range(at - 2, max(start, at - _LONGEST_TITLES), -1)
            if words[i : i + 2] == ["đồng", "chí"]
        ),
        None,
    )
    if person is None or not any(tokens.capital[person + 2 : person + 3]):
        return False
    for i in range(at + 1, len(words) - 2):
        if words[i] == "," and tokens.capital[i + 1] and words[i + 1] not in _OFFICES:
            body = named(tokens, i + 1)
            if body is not None and body.predicate is not None and words[i + 1 : i + 3] != ["ủy", "viên"]:
                return True
    return False


_LONGEST_TITLES = 60
_NOUNS = (["dự", "thảo"], ["dự", "toán"], ["dự", "án"])


def _must_be(tokens: Tokens, start: int, opened: bool) -> Predicate | None:
    """What must be done with a thing whose name sounds like a verb: "Dự thảo | phải được đưa ra bàn"."""
    words = tokens.words
    must = next((i for i in range(start + 2, len(words)) if words[i] in ("phải", ";", ":")), None)
    acts = (i for i in range(start + 2, must or start) if words[i] == ",")
    if must is None or words[must] != "phải" or any(verbs().match(words, i + 1) for i in acts):
        return None
    return approver(tokens, start) or anywhere(tokens, start, opened)


def _asked_behind(tokens: Tokens, start: int) -> Predicate | None:
    """What a lead-in asks behind its reason: "Rút kinh nghiệm việc này, Ban Thường vụ Huyện ủy yêu cầu các
    chi bộ thực hiện các việc sau:". The asking body has a capital."""
    if tokens.words[-1] not in _ANNOUNCES and tokens.words[-2:-1] != ["sau"]:
        return None
    return _asks_later(tokens, start)


def _asks_later(tokens: Tokens, start: int) -> Predicate | None:
    """What a body with a capital asks in a later clause of the sentence."""
    for at in starts.read(tokens, start)[1:]:
        if not tokens.capital[at] or not named(tokens, at):
            continue
        asked = clause(tokens, at, True)
        if asked and asked.asks and asked.subject:
            return asked
    return None


def _asked_last(tokens: Tokens, found: Predicate) -> Predicate | None:
    """Who is asked at the end of a lead-in in which another body was named first: "Thực hiện kết luận của
    Phó Thủ tướng, Trưởng ban chỉ đạo …, Ủy ban nhân dân tỉnh giao | Văn phòng |:", "Ban Thường vụ sửa đổi Kế
    hoạch nói trên và yêu cầu | các chi bộ | thực hiện các việc sau"."""
    words = tokens.words
    announces = words[-1] in _ANNOUNCES or words[-2:-1] == ["sau"]
    assert found.subject is not None
    for i in range(found.subject[1], len(words) - 3):
        if announces and words[i : i + 3] == ["và", "yêu", "cầu"] and named(tokens, i + 3):
            return clause(tokens, i + 1, True)
    asked = _asks_later(tokens, 0) if found.opened else None
    ends = asked is not None and asked.subject is not None and asked.subject[1] >= len(words) - 1
    return asked if announces or ends else None


def _closes(tokens: Tokens, start: int) -> Predicate | None:
    """A letter's last line, printed without the comma before what it asks: "Trên đây là ý kiến của Sở X đề
    nghị Sở Y tổng hợp", "… để Quý Sở nghiên cứu, thực hiện"."""
    words = tokens.words
    if words[start : start + 3] != ["trên", "đây", "là"]:
        return None
    for i in range(start + 4, len(words)):
        if words[i] == ",":
            return None
        if words[i : i + 2] in (["đề", "nghị"], ["yêu", "cầu"]) and words[i + 2 : i + 3] != ["của"]:
            asked = clause(tokens, i, True)
            if asked and asked.subject and asked.verb is not None and asked.verb > i:
                return asked
        told = named(tokens, i + 1) if words[i] == "để" and i + 1 < len(words) else None
        if told and told.predicate is not None and words[told.predicate] not in _ONLY_KNOW:
            return Predicate(
                (told.start, told.end), told.second, told.predicate, True, True, True, opened=True
            )
    return None


_PLACES = (["những", "nơi"], ["nơi", "nào"], ["ở", "những"], ["tại", "những"], ["ở", "nơi"])


def _past_place(tokens: Tokens, start: int) -> int:
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


_ANSWERS = (["có", "ý", "kiến"], ["trả", "lời"], ["thông", "tin"], ["phúc", "đáp"], ["hướng", "dẫn"])


def _told_to_act(tokens: Tokens, start: int) -> Predicate | None:
    """Who is to act on what an answer says: "Sở Tài chính có ý kiến để | các phòng Tài chính | biết và triển
    khai thực hiện"."""
    words = tokens.words
    at = words.index("để", start) if "để" in words[start : start + _LONGEST_ANSWER] else 0
    if not at or at + 1 >= len(words) or not any(words[at - len(said) : at] == said for said in _ANSWERS):
        return None
    told = named(tokens, at + 1)
    if told is None or words[told.end : told.end + 1] != ["biết"] or "thực" not in words[told.end :]:
        return None
    return Predicate((told.start, told.end), told.second, told.end, True, True, True, opened=True)


_LONGEST_ANSWER = 24


def _past_label(tokens: Tokens, start: int) -> int:
    """ "Báo cáo 6 tháng: Các đơn vị gửi …": a label stands before the sentence and its subject."""
    words = tokens.words
    if " ".join(words[start : start + 4]) in _WHO_ACTS and words[start + 4 : start + 5] == [":"]:
        return start + 5
    if words[start : start + 3] == ["trả", "lời", ":"]:
        return start + 3
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
    return start + size if said else 0


def _ends_objects(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a body after a comma goes on with those reported to: "báo cáo Ủy ban nhân dân tỉnh, Bộ Tài
    chính về …"."""
    words = tokens.words
    for i in range(max(start, at - 16), at - 2):
        size = (
            2
            if words[i : i + 2] == ["báo", "cáo"]
            else 1
            if words[i] in ("gửi", "trình", "với", "mưu")
            else 0
        )
        before = named(tokens, i + size) if size else None
        if before and before.end >= at and before.start < at:
            return True
        if (
            before
            and before.predicate is None
            and words[before.end : before.end + 1] == [","]
            and before.end + 1 == at
        ):
            return True
    return False


def _goes_on_list(tokens: Tokens, start: int, found: Predicate) -> bool:
    """Whether a body behind a comma, in small letters and without "các", goes on with those that "của" or
    "được" govern: "trách nhiệm của cấp ủy, | chính quyền trong lãnh đạo …"."""
    assert found.subject is not None
    at = found.subject[0]
    if _distinct(tokens, found) or tokens.words[at - 1] != ",":
        return False
    for i in range(max(start, at - 12), at - 2):
        before = named(tokens, i + 1) if tokens.words[i] in ("của", "được", "giữa", "do") else None
        if before and before.start < at and (before.end >= at or before.end + 1 == at):
            return True
    return False


_THINGS = frozenset(
    (
        "khoản", "dữ liệu", "đại hội", "hội nghị", "dự án", "hồ sơ", "kinh phí", "nguồn", "công trình",
        "tài sản", "tài liệu", "thông tin", "số liệu", "giấy tờ", "máy móc", "phương tiện", "trang thiết",
        "hàng hóa", "sản phẩm", "biển báo", "mức", "đường", "cây",
    )
)  # fmt: skip
"""What a sentence may be about that acts itself as little as the rest of its list."""


def _in_list_of_things(tokens: Tokens, start: int, found: Predicate) -> bool:
    """Whether the sentence begins with things, and what looks like a body behind a comma is one of them:
    "Mọi khoản thu xây cầu, | trường học phải công khai"."""
    assert found.subject is not None
    words = tokens.words
    at = start + classes("bearers.tsv")["det"].match(words, start)
    first = {" ".join(words[at : at + 2]), *words[at : at + 1]}
    body = found.subject[0]
    if found.asks or words[body - 1] != "," or _distinct(tokens, found) or not first & _THINGS:
        return False
    comma = words.index(",", start)
    beside = any(head(tokens, i) == body - 1 - i for i in range(max(at, body - 5), body - 1))
    goes_on = "," in words[slice(*found.subject)] or "như" in words[at:comma] or _must_behind(tokens, found)
    return comma < body - 1 or beside or goes_on  # but "Các khoản thu, | nhà trường niêm yết": it acts


def _must_behind(tokens: Tokens, found: Predicate) -> bool:
    """Whether only what stands behind the next comma says that something must be: "hộ nuôi cá, | trạm cân
    phải …" are two of one list."""
    other = _beside(tokens, found)
    body = named(tokens, other[0]) if other and not found.must else None
    at = body.predicate if body is not None else None
    return at is not None and bool(classes("wording.tsv")["must"].match(tokens.words, at))


def _distinct(tokens: Tokens, found: Predicate) -> bool:
    """A body that stands out as a sentence's subject, by a capital or "các": "…, viên chức năm 2017 và …" may
    only go on with the list before it."""
    assert found.subject is not None
    at = found.subject[0]
    return (
        tokens.capital[at]
        or bool(classes("bearers.tsv")["det"].match(tokens.words, at))
        or (tokens.words[at - 1] == "thì")
    )


def _weak(words: list[str], found: Predicate) -> bool:
    """A predicate that tells rather than binds ("Nhà nước có điều chỉnh", "cá nhân được xếp loại")."""
    assert found.verb is not None
    return (
        found.past
        or (not found.must and words[found.verb] in ("có", "được"))
        or found.modality == "permission"
    )


def _widen(tokens: Tokens, start: int, found: Predicate) -> Predicate:
    """The bearer's enumeration may begin before the comma: "Sau kiểm điểm, từng tập thể, cá nhân …"."""
    assert found.subject is not None
    words = tokens.words
    for at in range(start + 1, found.subject[0]):
        if words[at] not in ("các", "từng", "mỗi", "những") or words[at - 1] in starts.GOVERNED - (
            {"với"} if words[at - 2 : at - 1] == ["đối"] else set()
        ):
            continue
        wider = named(tokens, at)
        if wider and wider.predicate == found.verb and wider.end >= found.subject[1]:
            return replace(found, subject=(at, wider.end))
    return found
