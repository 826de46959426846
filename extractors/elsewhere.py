"""What a head leaves open, from elsewhere in the text: the sentence that orders, the page's table and title.

A law database prints a table about the act above it ("Số hiệu", "Nơi ban hành", "Người ký") and its title;
some lose lines of the head itself. What the head says goes before all of it.
"""

from __future__ import annotations

import re
from collections import Counter

from extractors import dates, names, numbers, tables, view
from extractors.body_phrases import body_end
from extractors.closing import ends_with_name
from extractors.completion import complete
from extractors.issuer import BODY_HEAD
from extractors.lead_in import lead_in
from extractors.lines import TITLED
from extractors.model import ActType, Issued, Issuer, Number, Signatory, Span
from extractors.preamble import Preamble

_NOTICES = ("thông báo", "kế hoạch", "hướng dẫn", "công văn", "chỉ thị", "công điện", "chương trình")
_UNKNOWN = re.compile(r"^(?:đang cập nhật|đã biết|không xác định|chưa xác định|văn bản khác|-)?$")
_SURE = 0.65
"""How often a page's table agrees with the act it stands above, where both say: see docs/extraction.md."""


def number(above: Preamble) -> Number | None:
    """The number that the page's table gives."""
    said = _value(above, "số hiệu", "số ký hiệu", "số/ký hiệu")
    parsed = numbers.parse(said) if said else None
    if parsed is None:
        return None
    return Number(
        text=parsed.text,
        serial=parsed.serial,
        year=parsed.year,
        type_code=parsed.type_code,
        issuer_code=parsed.issuer_code,
        system=parsed.system,
        confidence=_SURE,
    )


def kind(above: Preamble) -> ActType | None:
    """The kind of act that the page's table gives."""
    said = _value(above, "loại văn bản")
    known = tables.kinds_by_name().get(view.folded(said)) if said else None
    return ActType(code=known.code, name=known.name) if known else None


def issued(above: Preamble) -> Issued | None:
    """The date that the page's table gives."""
    said = _value(above, "ngày ban hành")
    day = dates.DAY.search(view.folded(said)) if said else None
    value = dates.day_of(day) if day else None
    return Issued(date=value, precision="day") if value else None


def issuer(text: str, above: Preamble, body: Span) -> Issuer | None:
    """The body that orders in the first sentence that leads in duties; else the one in the page's table."""
    found = lead_in(text, body)
    if found is not None:
        return found
    said = _value(above, "cơ quan ban hành", "nơi ban hành")
    if said is None or re.match(r"(?:tỉnh|thành phố|tp)\b", view.folded(said)):
        return None  # a table that gives the territory only
    name = names.normal(said)
    return Issuer(name=name, level=names.level(name), confidence=_SURE)


_FOR_BODY = re.compile(r"^(?:T\s?/\s?M|TM)\s?\.?\s+(?=\S)", re.IGNORECASE)


_OF_A_BODY = re.compile(
    r"ban (?:thường vụ|thường trực|chấp hành|chỉ đạo|chỉ huy|tổ chức|giám đốc|giám hiệu|quản lý)|"
    r"tiểu ban|hội đồng|tổ công tác|đoàn công tác|ủy ban"
)
"""A body of another one, or for one thing, that its bare name does not tell."""


def _in_full(name: str, text: str) -> str | None:
    """The name that the text gives most often to the body that a signature names barely."""
    plain, low = view.plain(text), view.folded(text)
    bare = r"\s+".join(map(re.escape, view.folded(name).split()))
    said: Counter[str] = Counter()
    for match in re.finditer(rf"(?<!\w){bare}(?!\w)", low):
        if not plain[match.start()].isupper() or plain[slice(*match.span())].isupper():
            continue
        end = body_end(plain, low, match.start(), match.start() + 220)
        if end is not None and end > match.end() + 2:
            said[names.normal(view.squeeze(plain[match.start() : end]))] += 1
    return max(said, key=lambda known: (said[known], len(known)), default=None)


def issuer_signed_for(authority: str, place: str | None, text: str) -> Issuer | None:
    """The body for which one signs ("TM. ỦY BAN NHÂN DÂN"), where neither head nor text names the issuer."""
    match = _FOR_BODY.match(authority)
    if match is None:
        return None
    name, _ = complete(names.normal(authority[match.end() :]), None, place, text)
    if _OF_A_BODY.fullmatch(view.folded(name)):
        name = _in_full(name, text) or ""
        if not name:
            return None  # whose, neither the signature nor the text says
    return Issuer(name=name, level=names.level(name), confidence=0.6)


def signatory(above: Preamble) -> Signatory | None:
    """Who signed, as the page's table says."""
    said = _value(above, "người ký")
    words = said.split() if said else []
    return Signatory(name=said) if 2 <= len(words) <= 6 and all(w[:1].isupper() for w in words) else None


_SIGNED = re.compile(r"\s*\(\s?đã ký\s?\)", re.IGNORECASE)


def signed_last(text: str) -> Signatory | None:
    """A person's name alone below the last sentence, its office lost: behind "./.", or marked "(Đã ký)"."""
    printed = [line.strip(" \t|*-:") for line in text.splitlines()]
    lines = [line for line in printed if re.search(r"\w", line)]
    if len(lines) < 2:
        return None
    name = _SIGNED.sub("", lines[-1]).strip(" .")
    marked = name != lines[-1].strip(" .")
    ended = lines[-2].endswith("./.") or (marked and lines[-2].endswith("."))
    if not ended or ends_with_name(name) != name or name.isupper():
        return None
    if text.count(name) > 1:
        return None  # a place
    start = text.rindex(name)
    return Signatory(name=name, span=(start, start + len(name)))


_NUMBERED_TITLE = re.compile(
    r"^(?:số\s)?:?\s?\d{1,6}[a-zđ]{0,2}(?:\s?/\s?\d{4})?\s?[-/]\s?\S+(?:\s+năm\s+\d{4})?"
    r"(?:\s*ngày\s+\S+)?\s*[,:-]?\s*"
)
_BY_WHOM = re.compile(r",?\s+do\s+[^,;]{4,120}?\s+ban hành\W*$")


_NUMBER_ENDS = re.compile(r",?\s+số\s{0,2}:?\s{0,2}(?P<number>\d{1,5}[/-][\w/&.-]{2,30})$")
"""A page's title that ends with the number: "HƯỚNG DẪN thu phí của chi bộ, | số 09-HD/BTCTW"."""


def without_number(subject: str, number: Number) -> str:
    """A subject without the act's own number at its end; another act's ("… Nghị quyết số 57-NQ/TW") stays."""
    ends = _NUMBER_ENDS.search(view.folded(subject))
    own = ends is not None and tables.ascii_code(ends["number"]) == tables.ascii_code(number.text or "")
    return subject[: ends.start()] if ends is not None and own else subject


def subject(above: Preamble) -> str | None:
    """The subject in the page's title: "Công văn 12/ABC năm 2021 về …" gives "về …"."""
    title = above.title or ""
    low = view.folded(title)
    match = TITLED.match(low)
    if match is None:
        return None
    start = match.end() + len(low[match.end() :]) - len(low[match.end() :].lstrip())
    numbered = _NUMBERED_TITLE.match(low[start:])
    if numbered is None and (ends := _NUMBER_ENDS.search(low)) is not None and ends[0].startswith(","):
        line = view.squeeze(title[start : ends.start()]).strip(" .,;:")
        return line if len(line.split()) > 2 else None
    if numbered is None:
        return None
    rest = title[start + numbered.end() :]
    by = _BY_WHOM.search(view.folded(rest))
    line = view.squeeze(rest[: by.start()] if by else rest).strip(" .,;:")
    return line if len(line.split()) > 2 else None


_MARKED = re.compile(r"(?m)^[ \t>|*]{0,6}(?:v/v|v/v:|trích yếu:)\s{0,3}:?\s{0,3}(?=\S)")
_SHORT = 12


def printed_after(text: str, start: int) -> str | None:
    """The subject that a page prints below the letter, for a frame of the head slid down ("V/v …"), as far as
    an empty line or the signature."""
    plain, low = view.plain(text), view.folded(text)
    mark = _MARKED.search(low, start)
    if mark is None:
        return None
    lines: list[str] = []
    for a, b in view.lines(text, mark.end()):
        line = plain[a:b].strip()
        if not line or line.isupper() or line.startswith("-") or len(line.split()) > 4 * _SHORT:
            break
        lines.append(line)
    return view.squeeze(" ".join(lines)).strip(" .,;:") or None


def page_heading(text: str) -> str | None:
    """A page's heading over a letter without a head of its own: its first line, where that is no body's name,
    no date and no sentence."""
    first = next((line.strip(" \t#*") for line in text.splitlines() if re.search(r"\w", line)), "")
    first = _DAY_BEHIND.sub("", first)
    low = view.folded(first)
    if not (4 <= len(first.split()) <= 40) or first.isupper() or not first[:1].isupper():
        return None
    if first[-1] in ".:;,!?" or "|" in first or BODY_HEAD.match(low) or dates.DAY.search(low):
        return None
    return None if TITLED.match(low) or _GREETS.search(low) else view.squeeze(first)


_DAY_BEHIND = re.compile(r"\s{0,2}\(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)$")
"""The day on which a page was put out, behind its heading."""
_GREETS = re.compile(r"kính\s+gửi|cộng\s+h|độc\s+lập|trang\s+chủ|https?:|[@»]")
_OWN_TITLE = re.compile(
    rf"(?P<body>[^\n]{{0,120}}?)(?<!\w)(?P<kind>{'|'.join(_NOTICES)})\s{{1,4}}"
    r"(?P<subject>(?:về|v/v|thực hiện|triển khai|tổ chức|tăng cường)\s[^\n]{8,400})"
)


def titled(text: str) -> tuple[ActType, Issuer | None, str] | None:
    """Kind, issuer and subject in a title in capitals over a text without a head, as an office's page has it:
    "TRƯỜNG ĐẠI HỌC X THÔNG BÁO THỰC HIỆN CHỈ THỊ …". None where the first line is no such title."""
    plain, low = view.plain(text), view.folded(text)
    first = next(((a, b) for a, b in view.lines(text) if low[a:b].strip()), None)
    if first is None or not _in_capitals(plain[slice(*first)]):
        return None
    a, b = view.trim(plain, *first)
    match = _OWN_TITLE.fullmatch(low, a, b)
    if match is None:
        return None
    issuer = None
    if match["body"].strip():
        if body_end(plain, low, a, match.start("kind")) is None or re.search(r"\d", match["body"]):
            return None
        name = names.normal(plain[slice(*match.span("body"))].strip(" -–:*#"))
        issuer = Issuer(name=name, level=names.level(name), confidence=_SURE)
    known = tables.kinds_by_name()[match["kind"]]
    return (
        ActType(code=known.code, name=known.name),
        issuer,
        view.squeeze(plain[slice(*match.span("subject"))]),
    )


_SELF = (
    "nghị quyết|quyết định|quy định|chỉ thị|kết luận|quy chế|thông báo|hướng dẫn|kế hoạch|công văn|công điện"
)
_CALLS_ITSELF = re.compile(rf"(?<!\w)(?P<kind>{_SELF})\s{{1,3}}này(?!\w)")
_ABOVE_IS = re.compile(
    rf"trên\s{{1,3}}đây\s{{1,3}}là\s{{1,3}}(?:nội\s{{1,3}}dung\s{{1,3}})?(?P<kind>{_SELF})(?!\w)"
)
_ABOVE_COUNTS = 2


def called_itself(text: str) -> ActType | None:
    """The kind of act that a text without a head calls itself most ("Kế hoạch này", "Trên đây là Kế hoạch
    …"); None where it names none, or two as often."""
    low = view.folded(text)
    said = Counter(match["kind"] for match in _CALLS_ITSELF.finditer(low))
    for match in _ABOVE_IS.finditer(low):
        said[match["kind"]] += _ABOVE_COUNTS
    ranked = said.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    known = tables.kinds_by_name()[ranked[0][0]]
    return ActType(code=known.code, name=known.name)


def _in_capitals(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) > 20 and sum(letter.isupper() for letter in letters) > 0.9 * len(letters)


def _value(above: Preamble, *labels: str) -> str | None:
    said = next((above.table[label] for label in labels if above.table.get(label)), None)
    return said if said and not _UNKNOWN.match(view.folded(said).strip()) else None


_BARE_SCHOOL = re.compile(
    r"(?:đoàn|công đoàn|đảng ủy|ban giám hiệu|hội sinh viên|nhà)\s(?:thanh niên\s)?trường$"
)
_SCHOOL = re.compile(
    r"trường\s{1,3}(?=(?:đại học|cao đẳng|trung học|trung cấp|thpt|thcs|tiểu học|mầm non|mẫu giáo|chính trị|"
    r"phổ thông)\s)"
)


_OWN_LINE = re.compile(r"\W{0,6}(?:căn cứ|thực hiện|theo|được sự|xét)\s")
_VISITS = re.compile(r"(?<!\w)(?:tại|đến|thăm|với|cho|từ|ở|gửi)\s{1,3}$")
"""Before a school that is another one: "dự giải tại | Trường Đại học …"."""


def of_school(name: str, text: str) -> str:
    """A body of a school that its name leaves out ("Ban Thường vụ Đoàn trường"), with the only school that
    the lines on what it rests on, or short ones, name."""
    low, plain = view.folded(text), view.plain(text)
    if not _BARE_SCHOOL.search(view.folded(name)):
        return name
    found: dict[str, str] = {}
    for school in _SCHOOL.finditer(low):
        line = low[low.rfind("\n", 0, school.start()) + 1 : school.start()]
        if _VISITS.search(line) or not (_OWN_LINE.match(line) or len(line.split()) < _SHORT):
            continue
        end = body_end(plain, low, school.start(), len(plain))
        if end is not None and end > school.end() + 12:
            full = view.squeeze(plain[school.end() : end])
            found.setdefault(view.folded(full), full)
    return f"{name} {names.normal(found.popitem()[1])}" if len(found) == 1 else name
