"""Where the name of a body ends in running text ("của Ban Thường vụ Tỉnh ủy về …")."""

from __future__ import annotations

import itertools
import re
from functools import cache
from importlib import resources

from extractors import tables, view
from extractors.issuer import BODY_HEAD
from extractors.steering import STEERED, STEERING

_WORD = re.compile(r"[^\s,;:.()\[\]“”\"'‘’/|]+(?:/[^\s,;:.()“”\"]{1,12})?")
OPENERS = re.compile(
    r"(?:liên|các|hội nghị|đại hội|bộ trưởng|thứ trưởng|giám đốc|phó giám đốc|tổng giám đốc|thống đốc|"
    r"tổng|chánh|viện trưởng|"
    r"cục trưởng|tổng cục trưởng|vụ trưởng|trưởng|phó|chi cục|thủ trưởng|bí thư|nhà nước|đảng|ubtvqh|"
    r"bch|vp|tand|vksnd|vpđu|vptu|vphu|btvđu|btgđu|ubktđu|"
    r"bhxh|kbnn|nhnn|chủ nhiệm|hiệu trưởng|cơ quan|đồng chí|khối|hạt|tu|btv|ban)\b"
)
_TERRITORIAL = frozenset(["tỉnh", "huyện", "quận", "xã", "phường"])
_PLACES = frozenset(["điều", "khoản", "mục", "phần"])
"""What a number makes the head of the next clause: "… của UBND tỉnh | Điều 2. …"."""
_SMALL = frozenset(["và", "&", "-"])
_NO_END = _SMALL | {"các", "của"}
"""Words that no name ends with: what was to follow is not known as part of a name."""
_STOP = frozenset(
    [
        "về",
        "v/v",
        "việc",
        "tại",
        "đã",
        "được",
        "là",
        "trong",
        "trên",
        "đối",
        "để",
        "nhằm",
        "đến",
        "từ",
        "theo",
        "có",
        "kèm",
        "ngày",
        "số",
        "nêu",
        "nói",
        "giao",
        "yêu",
        "chỉ",
        "cho",
        "với",
        "gửi",
        "thì",
        "này",
        "nay",
        "hoặc",
        "khi",
        "căn",
        "vừa",
        "cùng",
        "như",
        "do",
        "bằng",
        "bởi",
        "xét",
    ]
)
_IN_PLACES = frozenset(["từ", "giao", "bằng", "cùng", "theo", "đến", "như", "trong"])
"""Stop words that are syllables of places when printed with a capital: "Đại Từ", "Giao Thủy", "Hà Bằng"."""
_HYPHEN_HEADS = frozenset(
    ["bộ", "sở", "ban", "phòng", "đài", "báo", "hội", "trung", "cục", "vụ", "viện", "trường"]
)
_ABBREVIATED = frozenset(
    [
        "UBND",
        "HĐND",
        "TW",
        "TP",
        "MTTQ",
        "BCH",
        "BTV",
        "TAND",
        "VKSND",
        "HCM",
        "TƯ",
        "UBTVQH",
        "ĐBQH",
        "BHXH",
        "CP",
        "TTg",
        "VPCP",
        "VPTW",
        "UB",
        "NDTC",
    ]
)


def phrases(name: str) -> list[str]:
    """The lines of a list in `extractors/data/`, without comments."""
    text = resources.files("extractors").joinpath("data", name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Which folded word may follow which inside a name."""
    names = [*phrases("body_phrases.txt"), *(b.name for b in tables.bodies().values())]
    names += [f"{p.kind} {p.name}" for p in tables.provinces().values()]
    pairs: set[tuple[str, str]] = set()
    for name in names:
        words = view.folded(name.replace(",", " ")).split()
        # "Ban Chỉ đạo Trung ương về …" is matched whole: elsewhere "về" begins the act's title
        pairs.update(pair for pair in itertools.pairwise(words) if pair[1] != "về")
    return frozenset(pairs)


@cache
def _comma_names() -> re.Pattern[str]:
    names = [b.name for b in tables.bodies().values() if "," in b.name]
    names += [name for name in phrases("body_phrases.txt") if "," in name] + [*STEERING]
    tails = sorted({view.folded(n) for n in names}, key=len, reverse=True)
    return re.compile("|".join(re.escape(t).replace(r"\ ", r"\s{1,60}") for t in tails))


_AND_ACT = re.compile(
    r"\s{1,3}và\s{1,3}(?:các\s{1,3})?(?:công\s{1,3}văn|công\s{1,3}điện|kế\s{1,3}hoạch|chỉ\s{1,3}thị|quyết\s{1,3}định|"
    r"thông\s{1,3}(?:tư|tri|báo)|hướng\s{1,3}dẫn|nghị\s{1,3}(?:quyết|định)|kết\s{1,3}luận|văn\s{1,3}bản|tờ\s{1,3}trình)"
    r"\s{1,3}(?:liên\s{1,3}(?:tịch|bộ)\s{1,3})?(?:số\s{0,3}:?\s{0,3})?\d"
)
"""Another act behind "và", which no name goes on over ("Khoa học và Công nghệ" does)."""


def before_capitals(plain: str, start: int, limit: int) -> int:
    """The limit, or the line's end where a line in capitals follows one that is not: a head's next column,
    not more of the name ("… Đại hội Đảng bộ tỉnh | ĐẢNG CỘNG SẢN VIỆT NAM")."""
    end = plain.find("\n", start, limit)
    if end < 0:
        return limit
    after = plain[end + 1 : plain.find("\n", end + 1) % (len(plain) + 1)].strip()
    capitals = after.isupper() and len(after.split()) > 1
    return end if capitals and not plain[start:end].isupper() else limit


def body_end(plain: str, low: str, start: int, limit: int) -> int | None:
    """The end of the body's name that starts at ``start``; None where no body starts there.

    ``plain`` and ``low`` are `view.plain` and `view.folded` of one text; the name ends before ``limit``.
    """
    limit = min(limit, start + 220)
    limit = before_capitals(plain, start, limit)
    if next_act := _AND_ACT.search(low, start, limit):
        limit = next_act.start()  # "của Ban Bí thư | và Công văn số 03-CV/TW"
    if not (BODY_HEAD.match(low[start:limit]) or OPENERS.match(low[start:limit])):
        first = _WORD.match(plain, start, limit)
        if (
            first is None
            or not (first[0][0].isupper() and not first[0][0].isdigit())
            or low.startswith(tuple(_STOP), start)
        ):
            return None
    whole = _comma_names().match(low, start, limit) or STEERED.match(low, start, limit)
    if whole:
        return _more(plain, low, whole.end(), limit, low[start : whole.end()].split())
    inner = _comma_names().search(low, start, limit)
    end = _more(plain, low, start, limit, [])
    if inner and end is not None and inner.start() < end < inner.end():
        return _more(plain, low, inner.end(), limit, low[start : inner.end()].split())
    return end


_JOINT = re.compile(r"\s{0,3}(?:,|và)\s{1,4}")
_AFTER_JOINT = re.compile(
    r"\s{1,3}(?:về|v/v)\s|\s{0,3}(?:[;)]|\.(?:\s|$)|\(?khóa\s|,?\s{0,3}nhiệm\s{1,3}kỳ\s)|\s*$"
)
_ORGAN = re.compile(
    r"(?:ban\s{1,3}thường\s{1,3}vụ|thường\s{1,3}trực|bộ\s{1,3}chính\s{1,3}trị|ban\s{1,3}bí\s{1,3}thư)(?!\w)"
)
_LONGEST_JOINT = 5


def joint_end(
    plain: str, low: str, end: int, limit: int, *, organs: bool = False, together: bool = False
) -> int:
    """The end of the last body that signs with the one ending at ``end``: "của Bộ Chính trị, | Ban Bí thư".

    ``end`` itself where the next body begins a clause of its own ("…, Sở Y tế đề nghị …"). With ``organs``
    those of one committee need no proof ("Quy chế làm việc của Ban Chấp hành, | Ban Thường vụ Tỉnh ủy");
    ``together``: the act is a joint one, and every body behind the first signs it.
    """
    at = end
    for _ in range(_LONGEST_JOINT):
        link = _JOINT.match(low, at, limit)
        if link is None or not plain[link.end() : link.end() + 1].isupper():
            break
        heads = BODY_HEAD.match(low[link.end() : link.end() + 40]) or OPENERS.match(low, link.end(), limit)
        if not (heads or _ORGAN.match(low, link.end())):
            break
        further = body_end(plain, low, link.end(), limit)
        if further is None or " " not in low[link.end() : further]:
            break  # "của Bộ A, Bộ B, | Sở yêu cầu …": no name
        at = further
        if together or _AFTER_JOINT.match(low, at, limit) or (organs and _ORGAN.match(low, link.end())):
            end = at
    return end


_DATE_LINE = re.compile(r"[^\n,]{2,30},\s{0,3}ngày\s")
"""Place and date on a line below a body's name: "… của Bộ Tài chính / Hà Nội, ngày …"."""


def _more(plain: str, low: str, position: int, limit: int, words: list[str]) -> int | None:
    end = position if words else None
    pairs = _pairs()
    head = words[0] if words else ""
    capital_before = True
    for match in _WORD.finditer(plain, position, limit):
        gap = plain[end : match.start()] if end is not None else ""
        before = words[-1] if words else ""
        if gap.strip() == "(" and end is not None and _goes_on(plain, low, end, limit, before):
            continue  # "Bảo hiểm xã hội (BHXH) Việt Nam"
        if gap and (not _joined(gap, before) or ("\n" in gap and _DATE_LINE.match(low, match.start()))):
            break
        if "\n" in gap and _is_whole(words) and BODY_HEAD.match(low[match.start() : match.start() + 30]):
            break  # "… của Tỉnh ủy Thái Bình ⏎ Ủy ban nhân dân tỉnh nhận được …"
        printed, word = match[0], low[match.start() : match.end()]
        after = low[match.end() : match.end() + 12].split()
        following = after[0].strip(",.;:)") if after else ""
        if not words:
            head = word
        elif words == ["chính", "phủ"] and (before, word) not in pairs:
            break  # "… của Chính phủ | Hà Nội, ngày …"
        elif _ends_name(
            low, match, words, following, paired=(before, word) in pairs or _in_place(plain, match, gap)
        ):
            break
        elif word in _SMALL:
            nextw = _WORD.match(
                plain,
                match.end()
                + len(plain[match.end() : match.end() + 6])
                - len(plain[match.end() : match.end() + 6].lstrip()),
                limit,
            )
            if nextw is None or not _continues(plain, low, nextw, before, word, head, pairs):
                break
        elif word[0].isdigit():
            steered = words[-2:] == ["chỉ", "đạo"] and len(word) <= 4  # "Trưởng Ban Chỉ đạo | 389 quốc gia"
            numbered = steered or before in {"phường", "quận", "ương", "vực", "khu", "xã"}
            if not (numbered and word.isdigit()):
                break
        elif (
            word in _TERRITORIAL
            or (word, following)
            in {
                ("thành", "phố"),
                ("thị", "xã"),
                ("thị", "trấn"),
                ("đặc", "khu"),
            }
            or (before.isdigit() and (word, following) == ("quốc", "gia"))
            or (before, word) in pairs
            or (word == "khóa" and re.fullmatch(r"[ivx]{1,6}", following))
            or (re.fullmatch(r"[ivx]{1,5}", word) and before in {"khóa", "thứ", "hội", "vụ", "vực"})
        ):
            pass
        elif printed[0].isupper() and not (
            printed.isupper() and capital_before and printed not in _ABBREVIATED and len(printed) > 1
        ):
            if (
                words
                and before in _TERRITORIAL | {"phố", "trấn"}
                and _is_name_start(low, match.start()) is False
                and printed.isupper()
            ):
                break
        elif printed.isupper() and _province_word(before, word, low, match.start()):
            pass
        elif not (head == "công" and _names_company(plain, low, position, match, limit)):
            break
        capital_before = printed.isupper()
        words.append(word)
        end = match.end()
        if len(words) > 24:
            break
    while words and words[-1] in _NO_END and end is not None:
        end -= len(words[-1])
        while end > position and plain[end - 1].isspace():
            end -= 1
        words.pop()
    if end is None:
        return None
    course = re.match(r"\s{0,3}\(\s?khóa\s{1,3}[ivx, và]{1,20}\)", low[end : end + 40])
    begin = max(0, end - 120)
    end = end + course.end() if course else end
    term = re.match(
        r"(?:,\s{1,3}|\s{1,3}\(?)nhiệm\s{1,3}kỳ\s{1,3}(?:19|20)\d\d\s?-\s?(?:19|20)\d\d\)?",
        low[end : end + 40],
    )
    return end + term.end() if term and re.search(r"khóa\s[ivx]{1,6}\)?$", low[begin:end]) else end


def _is_whole(words: list[str]) -> bool:
    """Whether a name ends with its province, so that a body on the next line begins a sentence."""
    return any(" ".join(words[-size:]) in tables.provinces() for size in (2, 3) if len(words) > size)


_COMPANY = re.compile(
    r"(?:tổng\s{1,3})?công\s{1,3}ty(?:\s{1,3}(?:cổ|phần|tnhh|mtv|một|hai|thành|viên|trở|lên|liên|doanh|nhà|nước))*\s"
)


def _names_company(plain: str, low: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Whether a small word is part of a company's trade, before the name it bears.

    "Công ty cổ phần năng lượng tái tạo BIM".
    """
    form = _COMPANY.match(low, start, limit)
    if form is None:
        return match.start() - start < 8 and low.startswith("ty", match.start())
    if match.start() < form.end():
        return True
    if any(word[0].isupper() for word in plain[form.end() : match.start()].split()):
        return False  # the name is complete
    for word in itertools.islice(_WORD.finditer(plain, match.start(), limit), 8):
        gap = plain[match.start() : word.start()]
        if word[0].lower() in _STOP or re.search(r"[^\w\s]|\n\s*\n", gap):
            return False
        if word[0][0].isupper():
            return not BODY_HEAD.match(low[word.start() : word.start() + 30])
    return False


def _in_place(plain: str, match: re.Match[str], gap: str) -> bool:
    """Whether a stop word is a syllable of a place's name, by its capital and that of the word before."""
    before = _LAST_WORD.search(plain, max(0, match.start() - 24), match.start())
    return (
        match[0].lower() in _IN_PLACES
        and match[0].istitle()
        and "\n" not in gap
        and before is not None
        and (before[1].istitle() or before[1] in _BEFORE_PLACE)
    )


_LAST_WORD = re.compile(r"([^\W\d_]{1,7})\s{1,3}$")
_BEFORE_PLACE = frozenset(["huyện", "quận", "xã", "phường", "phố", "trấn", "ủy"])


_TITLE_VERBS = {("ban", "hành"), ("sửa", "đổi"), ("bãi", "bỏ"), ("phê", "duyệt")}
"""Where an act's title begins behind its body, though it has a capital: "… của UBND tỉnh A | Sửa đổi …"."""


def _ends_name(low: str, match: re.Match[str], words: list[str], following: str, *, paired: bool) -> bool:
    """Whether a word cannot go on a name: a preposition or verb, "ban hành", the next act (but for
    "Sở | Kế hoạch và Đầu tư", "Ban Chỉ đạo các | chương trình mục tiêu")."""
    word = low[match.start() : match.end()]
    stops = (word in _STOP and not paired) or (word in _PLACES and following[:1].isdigit())
    act = _starts_act(low, match.start()) and not paired
    return stops or (word, following) in _TITLE_VERBS or act


_SHORT_FORM = re.compile(r"\s{1,3}\([A-ZĐ]{2,10}\)\s{1,3}")


def _goes_on(plain: str, low: str, end: int, limit: int, before: str) -> bool:
    """Whether a name goes on behind its short form in brackets."""
    short = _SHORT_FORM.match(plain, end, limit)
    word = _WORD.match(low, short.end(), limit) if short else None
    return bool(
        word
        and (word[0] in _TERRITORIAL or ((before, word[0]) in _pairs() and plain[word.start()].isupper()))
    )


def _joined(gap: str, before: str) -> bool:
    """Blanks with one line break at most join words; so do the dot of "TP." and a short form in brackets."""
    if _SHORT_FORM.fullmatch(gap):
        return True
    dotted = gap.strip() == "." and before in {"tp", "tx", "tt", "p", "q", "tnhh"}
    return (gap.strip() == "" or dotted) and gap.count("\n") <= 1 and "\f" not in gap


def _continues(
    plain: str,
    low: str,
    nextw: re.Match[str],
    before: str,
    word: str,
    head: str,
    pairs: frozenset[tuple[str, str]],
) -> bool:
    following = low[nextw.start() : nextw.end()]
    if word == "-" and head == following == "bộ":  # a joint circular's "liên Bộ Tài chính - Bộ Nội vụ"
        return True
    if _starts_act(low, nextw.start()) or BODY_HEAD.match(low[nextw.start() : nextw.start() + 30]):
        return (before, word) in pairs and (word, following) in pairs
    if (before, word) in pairs and (word, following) in pairs:
        return True
    return nextw[0][0].isupper() and head in _HYPHEN_HEADS


@cache
def _acts() -> re.Pattern[str]:
    names = sorted((view.folded(k.name) for k in tables.kinds()), key=len, reverse=True)
    names = [n for n in names if n not in {"luật", "lệnh", "quy định"}] + ["quy định", "văn bản"]
    return re.compile("(?:" + "|".join(n.replace(" ", r"\s{1,3}") for n in names) + r")(?!\w)")


def _starts_act(low: str, position: int) -> bool:
    return bool(_acts().match(low, position, position + 40))


def _is_name_start(low: str, position: int) -> bool:
    return any(low.startswith(name, position) for name in tables.provinces())


def _province_word(before: str, word: str, low: str, position: int) -> bool:
    """Whether a word in capitals is part of a province's name."""
    return any(
        low.startswith(name, position) or (before in name.split() and word in name.split())
        for name in tables.provinces()
    )
