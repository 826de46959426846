"""Who orders, in the sentence that leads in the duties: "…, Đảng ủy Trường X yêu cầu … như sau:"."""

from __future__ import annotations

import re

from extractors import names, view
from extractors.body_phrases import OPENERS, body_end
from extractors.issuer import BODY_HEAD
from extractors.lexicon import verbs
from extractors.model import Issuer, Span

_ORDERS = re.compile(
    r"\s{1,3}(?:\([^()\n]{1,60}\)\s{1,3})?(?:(?:thống nhất|đã|nay|xin|trân trọng|tiếp tục|thảo luận "
    r"và)\s{1,3}){0,3}"
    r"(?:yêu cầu|đề nghị|hướng dẫn|thông báo|quy định|chỉ đạo|giao|ban hành|kết luận|triển khai|xây "
    r"dựng|quyết nghị|"
    r"quyết định|chỉ thị|lưu ý|có ý kiến|có chỉ đạo|cho ý kiến|"
    r"thống nhất(?= (?:kế hoạch|lịch|phương án|chủ trương|nội dung)))(?!\w)|\s{0,3}:\s*$"
)
_STARTS = re.compile(
    r"(?:^|(?<=\.)\s{1,3}|[,;]\s{1,3}|\n\s{0,20}|\)\s?[-–]\s{1,3})"
    r"(?:(?:nay|vì vậy|do đó|theo đó),?\s{1,3})?(?=[^\W\d_])"
)
_ITEM = re.compile(
    r"(?m)^[\s>*]{0,12}(?:\d{1,2}\s{0,2}[./)]|[-+•–]|\(\d{1,2}\)|[a-zđ][.)]|điều\s\d|"
    r"[ivx]{1,4}\s{0,2}[-./])\s{0,3}\S"
)
_REACH = 6000
_RESTS_ON = re.compile(r"(?:của|tại|theo|với|gửi|và|cho|do|trên)\s{1,3}$")


def lead_in(text: str, zone: Span | None = None) -> Issuer | None:
    """The body that orders in the first sentence of a text that ends in a colon and leads in items or
    paragraphs; None where no such sentence has a body, or an office, for its subject."""
    plain, low = view.plain(text), view.folded(text)
    start, stop = zone or (0, len(text))
    for colon in re.finditer(r":[ \t*]*(?=\n|$)", low[start : min(stop, start + _REACH)]):
        end = start + colon.start()
        floor = max(start, low.rfind("\n\n", start, end) + 1, end - 900)
        sentence = max(floor, low.rfind(". ", floor, end) + 1)
        if not low[end + 1 : end + 400].strip(" *\n\t"):
            continue
        found = _subject(plain, low, sentence, end)
        if found:
            printed = _of_office(view.squeeze(plain[slice(*found)]))
            return Issuer(
                name=", ".join(names.normal(part) for part in re.split(r",\s*", printed)),
                level=names.level(printed),
                span=found,
                confidence=0.7,
            )
    return None


_ASKS = re.compile(r"\s{1,3}(?:yêu cầu|đề nghị|thông báo|hướng dẫn|chỉ đạo)(?!\w)")


def opening_body(text: str) -> Issuer | None:
    """The body a text begins with, where its first sentence asks ("Ban Thường vụ Huyện đoàn đề nghị …")."""
    plain, low = view.plain(text), view.folded(text)
    start = view.trim(plain, 0, len(plain), " \t\r\n*#>")[0]
    if not (BODY_HEAD.match(low[start : start + 60]) or OPENERS.match(low, start)):
        return None
    end = body_end(plain, low, start, len(plain))
    if end is None or not _ASKS.match(low, end):
        return None
    name = names.normal(view.squeeze(plain[start:end]))
    return Issuer(name=name, level=names.level(name), span=(start, end), confidence=0.6)


_OFFICE = re.compile(
    r"(?:hiệu trưởng|giám đốc|viện trưởng|cục trưởng)\s+(?=trường|sở|viện|cục|trung tâm|học viện|bệnh viện)",
    re.I,
)


def _of_office(printed: str) -> str:
    """The body whose head orders ("Hiệu trưởng Trường X" issues for Trường X), a capital at its start."""
    body = _OFFICE.sub("", printed, count=1) if _OFFICE.match(printed) else printed
    return body[:1].upper() + body[1:]


_ASKS_ALONE = re.compile(
    r"\s{1,3}(?:(?:trân trọng|xin|kính|cũng|nay|vừa|vừa có)\s{1,3})?"
    r"(?:yêu cầu|đề nghị|giao|thông báo|chỉ đạo|hướng dẫn)(?!\w)"
)
_SENTENCE = re.compile(r"[^\n]{20,1499}?(?:\.(?=\s)|:(?=\s)|\n|$)|[^\n]{1500}")
"""What has no end is cut, not searched again from its next letter."""


def asking(text: str, zone: Span) -> Issuer | None:
    """The body that asks in a letter's first sentences ("…, UBND huyện giao các xã …"); None for none."""
    plain, low = view.plain(text), view.folded(text)
    for n, sentence in enumerate(_SENTENCE.finditer(low, zone[0], min(zone[1], zone[0] + _REACH // 2))):
        found = _subject(plain, low, max(0, sentence.start() - 1), sentence.end(), _ASKS_ALONE)
        if found:
            printed = _of_office(view.squeeze(plain[slice(*found)]))
            return Issuer(name=names.normal(printed), level=names.level(printed), span=found, confidence=0.55)
        if n >= _FIRST_SENTENCES:
            break
    return None


_ORDERS_OUTRIGHT = re.compile(r"\s{1,3}(?:cũng\s{1,3})?(?:yêu cầu|đề nghị|giao|chỉ đạo)(?!\w)")
_FIRST_SENTENCES = 5
_SCHOOL = re.compile(r"nhà trường(?=\s)")
_RESTS = re.compile(
    r"(?m)^\W{0,6}(?:căn cứ|thực hiện|theo|triển khai)\s[^\n]{0,160}"
    r"(?:\bsố\s?\d|kế hoạch|\bluật\s|ý kiến|nghị quyết|công văn|quyết định|chỉ thị|hướng dẫn|quy chế|"
    r"điều lệ|tình hình)"
)


_DUE = re.compile(
    r"(?:hoàn thành|xong|báo cáo|gửi|nộp|tổ chức)[^.;\n]{0,160}?\s(?:trước|chậm nhất|muộn nhất|trong|"
    r"đến hết)\s{1,3}(?:là\s{1,3})?(?:ngày|tháng)\s{1,3}\d"
)
"""What is due by a day, behind a body that asks: an order told, not news."""
_SOON = 700


def orders_itself(text: str) -> Issuer | None:
    """The body that orders in a text of which nothing else says that it is a directive: it asks more than
    once, or the text says what it rests on."""
    issuer = asking(text, (0, len(text)))
    if issuer is None:
        return None
    plain, low = view.plain(text), view.folded(text)
    if _RESTS.search(low[:_REACH]):
        return issuer
    span = issuer.span
    if span and _DUE.search(low, span[1], span[1] + _SOON):
        return issuer
    if mostly_orders(text):
        return issuer
    asked = (
        _subject(plain, low, max(0, sentence.start() - 1), sentence.end(), _ORDERS_OUTRIGHT)
        for sentence in _SENTENCE.finditer(low, 0, min(len(low), _REACH))
    )
    return issuer if sum(found is not None for found in asked) > 1 else None


_LEAST_ORDERS = 3
_WORD = re.compile(r"[^\W\d_]+|\S")


def mostly_orders(text: str) -> bool:
    """Whether most paragraphs of a text begin with what is to be done ("Chỉ đạo …", "Đẩy mạnh …")."""
    lines = [line for line in view.folded(text).split("\n") if len(line.split()) > _LEAST_WORDS]
    orders = sum(
        verbs().match(_WORD.findall(line[:80]), 0) > 1 and not _TELLS_OF.search(line) for line in lines
    )
    return orders >= _LEAST_ORDERS and 2 * orders > len(lines)


_TELLS_OF = re.compile(r"(?<!\w)(?:đã|là việc|cho thấy|đang|vừa)(?!\w)")
_LEAST_WORDS = 8
"""A shorter line is a title, or a signature."""


def _subject(plain: str, low: str, start: int, end: int, orders: re.Pattern[str] = _ORDERS) -> Span | None:
    """The last body in a sentence that stands where a subject does, and whose verb orders."""
    found: Span | None = None
    before: Span | None = None
    for match in _STARTS.finditer(low, start, end):
        at = view.trim(plain, match.end(), end)[0]
        schooled = low.startswith(("trường ", "học viện ", "bệnh viện "), at) and at > start
        if not (plain[at : at + 1].isupper() or schooled) or _RESTS_ON.search(low[max(start, at - 8) : at]):
            continue
        school = _SCHOOL.match(low, at, end)
        if not (BODY_HEAD.match(low[at:end]) or OPENERS.match(low[at:end]) or school):
            continue
        stop = school.end() if school else body_end(plain, low, at, end)
        if stop is None:
            continue
        joined = before is not None and re.fullmatch(r",\s{1,3}|\s{1,3}và\s{1,3}", low[before[1] : at])
        before = (before[0] if joined and before else at), stop
        if orders.match(low[stop : end + 1]):
            found = before
        elif further := _name_goes_on(low, at, stop, end, orders):
            found = before[0], further
    return found


_UNIT = re.compile(r"(?:tổng cục|cục|vụ)\s")
_LONGEST_TAIL = 6


def _name_goes_on(low: str, at: int, stop: int, end: int, orders: re.Pattern[str]) -> int:
    """Where a unit's name really ends whose verb is part of it: "Vụ Quản lý | chợ đầu mối đề nghị …"; 0 where
    no few words lead on to what orders."""
    if not _UNIT.match(low, at):
        return 0
    for n, word in enumerate(re.finditer(r"\s{1,3}([^\W\d_]+)", low[stop:end])):
        behind = stop + word.end()
        told = n == _LONGEST_TAIL or word[1] in _NO_NAME or re.search(r"[^\w\s]", low[stop:behind])
        if told:
            return 0
        if orders.match(low[behind : end + 1]):
            return behind
    return 0


_NO_NAME = frozenset(("đã", "được", "có", "không", "phải", "cần", "sẽ", "để"))


def has_items(text: str) -> bool:
    """Whether at least two numbered clauses or dashes stand in a text."""
    return len(_ITEM.findall(view.folded(text))) >= 2
