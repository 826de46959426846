"""Mentions of acts by number: where each starts and ends, its kind, date and issuing body."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from extractors import dates, numbers, tables, view
from extractors.body_phrases import body_end, joint_end
from extractors.issuer import BODY_HEAD
from extractors.model import Relation, Span
from extractors.numbers import Parsed

_PAGE = r"(?:\s{0,3}\n\s{0,80}\d{1,3}\s{0,3}\n)?"
_DAY = re.compile(
    rf"{_PAGE}\s{{0,6}}[,(]?\s{{0,60}}(?:ký\s{{1,3}}|ban hành\s{{1,3}}|đề\s{{1,3}})?"
    r"(?:(?:hồi|lúc)\s{1,3}\d{1,2}\s{0,2}(?:giờ|h|:)\s{0,2}(?:\d{1,2}\s{0,2}(?:phút|')?)?,?\s{1,3})?ngày\s{1,6}"
)
"""Before a date; telegrams tell the hour, too."""
_BLANK_DAY = re.compile(
    r"[\s….\-/_]{0,20}(?:tháng[\s….\-/_]{1,20})?(?:năm\s{0,3}(?:\d{4})?[\s….]{0,10})?(?=của\s)"
)
"""Behind "ngày", a day left blank before the issuer: "Kết luận số 5-KL/TU, ngày … của …"."""
_LATER_DAY = re.compile(r"\s{0,3},?\s{1,40}(?:ban hành\s{1,3}|ký\s{1,3})?ngày\s{1,6}")
_YEAR = re.compile(r"\s{0,3}[,(]?\s{0,3}(?:năm|/)\s{0,3}((?:19|20)\d\d)(?!\d)")
_OF = re.compile(rf"{_PAGE}\s{{0,4}}\)?,?\s{{0,60}}(?:của|do)\s{{1,60}}(?:liên\s{{1,3}}(?!hiệp|đoàn|minh))?")
_NEXT_TO = re.compile(r"[ \t]{1,3}(?:liên\s{1,3}(?!hiệp|đoàn|minh))?(?=[^\W\d_])")
_CLOSES = re.compile(r"\s{0,3}(?:[;)“\"]|\.(?:\s|$)|về\s|v/v|$)")
"""What follows a body that stands next to the date ("ngày 27/11/2019 Ban Thường vụ Huyện ủy X về …")."""
_PLENUM = re.compile(r"\s{1,4}(?=hội\s{1,3}nghị\s{1,3}(?:lần|trung|ban))")
_BARE = re.compile(
    r"(?:\s{0,3}số:?|(?<=nghị quyết)|(?<=chỉ thị)|(?<=kết luận)|(?<=quy định)|(?<=nghị định))"
    r"\s{1,3}(?P<serial>\d{1,6})(?=\s{0,3}(?:,?\s{1,3}ngày\s|\s{1,3}của\s))"
)
_FORM = re.compile(
    r"(?<!\w)(?:biểu\s{1,3})?(?:mẫu|biểu|phiếu|bảng)(?:\s{1,3}biểu)?\s{0,3}$|(?:qc|tc)[xd]{0,2}vn\s{0,3}\d{1,5}(?:-\d{1,3})?\s{0,2}:\s{0,2}$"
)
_RIGHT_COLUMN = re.compile(
    r"(?<=\S)\s{1,200}(?:ĐẢNG\s{1,9}CỘNG\s{1,9}SẢN\s{1,9}VIỆT\s{1,9}NAM|"
    r"CỘNG\s{1,9}H(?:OÀ|ÒA)\s{1,9}XÃ\s{1,9}HỘI)"
)
"""The motto, printed beside a subject in small letters: an issuer's name ends before it."""
_LABEL = re.compile(r"số\s{0,3}:?\s{0,40}$")
_OF_LAW = re.compile(
    r"\s{1,4}sửa\s{1,4}đổi(?:(?:,|\s{1,4}và)?\s{1,4}bổ\s{1,4}sung)?(?:\s{1,4}một\s{1,4}số\s{1,4}(?:điều|nội\s{1,4}dung))?"
    r"(?:\s{1,4}của)?(?:\s{1,4}các)?\s{1,4}"
)
"""Between "Luật" and the laws it amends."""
_LAW = re.compile(r"(?<!\w)(?:bộ luật|(?<!pháp\s)luật|pháp lệnh)(?!\w)")
"""Not the end of "Luật Ban hành văn bản quy phạm pháp luật"."""
_SAME_DAY = re.compile(r"\s{0,3},?\s{1,3}(?:ban hành\s{1,3}|ký\s{1,3})?cùng\s{1,3}ngày(?!\w)")


@dataclass(slots=True)
class Mention:
    """A mention on its way to a `Reference`."""

    start: int
    end: int
    parsed: Parsed | None
    number: str | None
    kind: str | None
    worded: bool
    """A kind of act stands before the number."""
    date: str | None = None
    issuer: str | None = None
    confidence: float = 0.97
    alias: str | None = None
    inner: int = 0
    """Where the number starts (the quote's start, for an act without one)."""
    relation: Relation = "cites"
    settled: bool = False
    extra: dict[str, str] = field(default_factory=dict)


_ABBREVIATED = ("qđ", "nđ", "cv", "nq", "kh", "ttr", "bc", "tb", "ct", "kl", "hd", "tt")


@cache
def _kinds() -> re.Pattern[str]:
    names = sorted((view.folded(k.name) for k in tables.kinds()), key=len, reverse=True)
    names = [n for n in names if n not in {"luật", "bộ luật", "pháp lệnh"}]
    words = "|".join(
        (r"(?<!pháp\s)lệnh" if n == "lệnh" else n.replace(" ", r"\s{1,40}"))
        for n in [*names, "văn bản", "chương trình hành độ", "đề án", "thư", *_ABBREVIATED]
    )
    return re.compile(
        rf"(?<!\w)(?:{words})(?:\s{{1,3}}(?:liên tịch|liên ngành|liên bộ|kết luận|hướng dẫn|chỉ đạo|chung|"
        rf"hỏa tốc|khẩn|mật|thẩm tra|thẩm định|hợp nhất|tổng hợp|giải trình))?"
        rf"\s{{0,40}}(?:\([^()\n]{{0,40}}\)\s{{0,3}})?(?:số\s{{0,3}}:?\s{{0,40}})?$"
    )


def numbered(plain: str, low: str) -> list[Mention]:
    out: list[Mention] = []
    floor = 0
    for written in numbers.find_plain(plain, 0, len(plain)):
        a, b = written.span
        begin, kind_name = kind_before(low, max(floor, a - 120), a)
        if kind_name is None and _FORM.search(low, max(floor, begin - 24), begin):
            floor = b  # "Mẫu số 02/BCĐ-MT" is a form, "QCVN 01:2019/BCT" a standard
            continue
        worded = kind_name is not None
        law = written.parsed.issuer_code in {"QH", "UBTVQH"} and not worded
        if law:
            begin, kind_name = _law_before(low, max(floor, a - 260), a, begin)
            worded = kind_name is not None
        whose = None if worded else _kind_of_body(plain, low, max(floor, a - 160), begin)
        if whose:
            begin, kind_name, worded = whose[0], whose[1], True
        mention = Mention(begin, b, written.parsed, written.parsed.text, None, worded, inner=a)
        mention.issuer = whose[2] if whose else None
        if kind_name and not law:
            mention.parsed = _mended(written.parsed, kind_name)
            mention.number = mention.parsed.text
        mention.kind = _kind(mention.parsed, kind_name)
        _extend(mention, plain, low)
        same = _SAME_DAY.match(low, mention.end) if mention.date is None and out else None
        if same and out[-1].date:  # "Công văn số 11 ngày 3/4/2024 và Công văn số 12 cùng ngày"
            mention.date, mention.end = out[-1].date, same.end()
        out.append(mention)
        floor = mention.end
    return out


def kind_before(low: str, floor: int, end: int) -> tuple[int, str | None]:
    """The start of the kind of act, or of "số", that stands right before a number, and the kind's name."""
    match = _kinds().search(low, floor, end)
    if match:
        name = re.sub(r"\s*(?:\(.*)?(?:số\s*:?\s*)?$", "", view.squeeze(match[0]))
        return match.start(), name
    label = _LABEL.search(low, max(floor, end - 50), end)
    return (label.start() if label else end), None


def _kind_of_body(plain: str, low: str, floor: int, label: int) -> tuple[int, str, str] | None:
    """Where "Công văn của X số …" starts, its kind and the body X, which stands before the number's label."""
    for match in _KIND_OF.finditer(low, floor, label):
        kind = view.squeeze(match["kind"])
        end = body_end(plain, low, match.end(), label)
        if kind in tables.kinds_by_name() and end is not None and re.fullmatch(r"[\s,]{1,3}", low[end:label]):
            return match.start(), kind, view.squeeze(plain[match.end() : end])
    return None


_KIND_OF = re.compile(r"(?<!\w)(?P<kind>[^\W\d_]{2,6}\s{1,3}[^\W\d_]{2,6})\s{1,3}của\s{1,3}(?=[^\W\d_])")


def _law_before(low: str, floor: int, end: int, begin: int) -> tuple[int, str | None]:
    """ "Luật …" before a number of the Assembly, its title between them."""
    stop = max(low.rfind(mark, floor, end) for mark in (";", ".\n", ". ", ":"))
    floor = max(floor, stop + 1)
    last = None
    for match in _LAW.finditer(low, floor, end):
        last = match if last is None or not _OF_LAW.fullmatch(low, last.end(), match.start()) else last
    if last is None or re.search(r"\d/\d", low[last.end() : begin]):
        return begin, None
    return last.start(), last[0]


def _mended(parsed: Parsed, name: str) -> Parsed:
    """The number with its code's one misread letter put right, where the kind of act before it says it."""
    kind = tables.kinds_by_name().get(name)
    groups = re.split(r"([-/.&])", parsed.text)
    at = next((i for i in range(2, len(groups), 2) if groups[i][:1].isalpha()), None)
    if kind is None or at is None or len(kind.code) < 2 or kind.code == "CV":
        return parsed
    seen, right = tables.ascii_code(groups[at]), tables.ascii_code(kind.code)
    if parsed.type_code and (parsed.type_code == kind.code or seen != right):
        return parsed
    slips = sum(a != b for a, b in zip(seen, right, strict=False)) + abs(len(seen) - len(right))
    if seen in tables.bodies() or seen == "TC" or slips > 1 or seen[0] != right[0]:
        return parsed
    groups[at] = kind.code
    return numbers.parse("".join(groups)) or parsed


def _kind(parsed: Parsed | None, name: str | None) -> str | None:
    if parsed and parsed.type_code:
        return parsed.type_code
    if name:
        known = tables.kinds_by_name().get(name)
        while known is None and " " in name:
            name = name.rsplit(" ", 1)[0]
            known = tables.kinds_by_name().get(name)
        if known:
            return known.code
        if name in _ABBREVIATED:
            return next((kind.code for kind in tables.kinds() if kind.code.lower() == name), None)
    if parsed and parsed.issuer_code in {"QH"}:
        return "L" if name is not None else None
    return None


def _extend(mention: Mention, plain: str, low: str) -> None:
    """Takes in the date and the issuing body that follow."""
    end = mention.end
    day = _DAY.match(low, end)
    if day:
        found = dates.DAY.match(low, day.end())
        value = dates.day_of(found) if found else None
        blank = None if value else _BLANK_DAY.match(low, day.end())
        if found and value:
            mention.date, end = value, found.end()
        elif blank:
            end = blank.end()
    if mention.date is None and mention.parsed:
        year = _YEAR.match(low, end)
        said = year and low[year.start() : year.end()].strip()[:3] == "năm"
        if year and said and mention.parsed.year in {None, int(year[1])}:
            mention.date, end = year[1], year.end()
    mention.end = end
    if mention.issuer is not None:
        return
    take_issuer(mention, plain, low)
    later = _LATER_DAY.match(low, mention.end) if mention.issuer and mention.date is None else None
    found = dates.DAY.match(low, later.end()) if later else None
    if later and found and dates.day_of(found):
        apart = "," in later[0] and not re.match(r"\s{0,3}(?:[;:.,)]|$|về\s|v/v|\()", low[found.end() :][:8])
        if not apart:  # "…, ngày 3/4 Sở họp" starts a new clause
            mention.date, mention.end = dates.day_of(found), found.end()


def take_issuer(mention: Mention, plain: str, low: str) -> None:
    end = mention.end
    of = _OF.match(low, end) or _PLENUM.match(low, end)
    if of:
        body = body_end(plain, low, of.end(), len(plain))
        if body is not None:
            close = ")" if ")" in low[of.start() : of.end()] else ""
            if not (
                of[0].strip(" ,)").startswith("do")
                and not re.match(r"\s{1,3}(?:ban hành|ký)", low[body : body + 12])
            ):
                body = joint_end(plain, low, body, len(plain), together=_is_joint(mention, low))
                motto = _RIGHT_COLUMN.search(plain, of.end(), body)
                body = motto.start() if motto else body
                name = view.squeeze(plain[of.end() : body])
                cut = view.folded(name) == "thủ tướng chính"  # "phủ" misread, or lost at a line's end
                mention.issuer, mention.end = (f"{name} phủ" if cut else name), body
                mention.extra["close"] = close
        return
    beside = _NEXT_TO.match(low, end) if mention.date else None
    if beside and plain[beside.end()].isupper() and BODY_HEAD.match(low[beside.end() : beside.end() + 40]):
        body = body_end(plain, low, beside.end(), len(plain))
        if body is not None and _CLOSES.match(low, body):
            mention.issuer, mention.end = view.squeeze(plain[beside.end() : body]), body


def _is_joint(mention: Mention, low: str) -> bool:
    """Whether bodies issue an act together: "Thông tư liên tịch", "12/2014/TTLT-BTP-BTC"."""
    code = mention.parsed.type_code if mention.parsed else None
    kind = re.match(
        r"\w+\s{1,3}\w+\s{1,3}(?:liên\s{1,3}tịch|phối\s{1,3}hợp)", low[mention.start : mention.end]
    )
    return kind is not None or (code or "").endswith("LT")


_OF_PLENUM = re.compile(
    r"hội\s{1,3}nghị\s{1,3}lần\s{1,3}thứ\s[^.;]{2,20}?\s(?P<body>ban\s{1,3}chấp\s)|"
    r"^nghị\s{1,3}quyết\s{1,3}(?:của\s{1,3})?(?P<congress>đại\s{1,3}hội\s)"
)


def issuer_of_named(mention: Mention, plain: str, low: str) -> None:
    if mention.kind in {"NQ", "KL"}:
        named = _OF_PLENUM.search(low[mention.start : mention.end])
        if named and mention.issuer is None and mention.parsed is None:
            start = mention.start + max(named.start("body"), named.start("congress"))
            body = view.squeeze(plain[start : mention.end])
            mention.issuer = re.sub(r",?\s\(?nhiệm kỳ\s.{0,20}$", "", body)
        return
    of = _OF.match(low, mention.end)
    if of and mention.date and low.startswith("quốc hội", of.end()):
        take_issuer(mention, plain, low)


def bare(plain: str, low: str, mentions: list[Mention]) -> list[Mention]:
    """Numbers without a code, behind a kind and before a date or body: "Công văn số 335 ngày … của …"."""
    taken = sorted((m.start, m.end) for m in mentions)
    out = []
    for match in _BARE.finditer(low):
        begin, name = kind_before(low, max(0, match.start("serial") - 60), match.start("serial"))
        if name is None or inside((begin, match.end()), taken):
            continue
        mention = Mention(
            begin,
            match.end(),
            None,
            match["serial"],
            _kind(None, name),
            True,
            inner=match.start("serial"),
            confidence=0.75,
        )
        _extend(mention, plain, low)
        if mention.date or mention.issuer:
            out.append(mention)
    return out


_SHORT = re.compile(
    r"(?<!\w)(?P<kind>công văn|kế hoạch|quy định|quyết định|nghị quyết|chỉ thị|kết luận|hướng dẫn|thông "
    r"tư|nghị định|"
    r"chương trình|đề án|thông báo|báo cáo|tờ trình|công điện|văn bản|"
    r"luật)\s{1,40}(?:số\s{1,40})?(?P<serial>\d{1,5})"
    r"(?![\d%]|\s{0,2}[-/]\s{0,2}[\da-zđ]|[.,]\d|\s{1,3}(?:tháng|năm|ngày|tuần|giờ|quý|điều|khoản|nội "
    r"dung|nhiệm vụ|bước|phần|lần|"
    r"tiêu chí|nhóm|mức|cấp|loại|huyện|xã|tỉnh|đồng|triệu|tỷ))"
)


def short(plain: str, low: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions cut short to kind and serial ("Công văn số 4406") of an act that the text cites in full."""
    full: dict[tuple[int, str | None], Mention] = {}
    for mention in mentions:
        if mention.parsed and mention.parsed.serial is not None:
            for key in (mention.kind, "CV" if mention.parsed.type_code is None else None):
                full.setdefault((mention.parsed.serial, key), mention)
    taken = sorted((m.start, m.end) for m in mentions)
    out = []
    for match in _SHORT.finditer(low):
        kind = tables.kinds_by_name().get(view.squeeze(match["kind"]))
        key = kind.code if kind and kind.code != "ĐA" else None
        if (kind and kind.name == "Quyết định") or (kind and kind.name == "Quy định"):
            key = "QĐ"
        whole = full.get((int(match["serial"]), key)) if kind else None
        if whole is None and kind and kind.code == "ĐA":
            whole = next((m for (serial, _), m in full.items() if serial == int(match["serial"])), None)
        if whole is None or inside(match.span(), taken) or not plain[match.start()].isupper():
            continue
        mention = Mention(
            *match.span(),
            whole.parsed,
            whole.number,
            whole.kind,
            True,
            inner=match.start("serial"),
            confidence=0.8,
        )
        take_issuer(mention, plain, low)
        out.append(mention)
    return out


def same_number(a: str, b: str) -> bool:
    """Whether two canonical numbers are one, marks in codes and case aside."""
    return re.sub(r"\s", "", tables.ascii_code(a)) == re.sub(r"\s", "", tables.ascii_code(b))


def inside(span: Span, taken: list[Span]) -> bool:
    i = bisect_right(taken, (span[1], -1)) - 1
    return any(a < span[1] and span[0] < b for a, b in taken[max(0, i - 2) : i + 2])
