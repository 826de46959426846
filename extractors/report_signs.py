"""Signs that a text reports an act and is not the act: "X vừa ban hành …", "theo … thì:", "xem toàn văn …".

Each sign has a weight; a text reports the act whose signs weigh most, from `ENOUGH` on. Wording that cites an
act as what one's own text rests on ("Căn cứ …", "Thực hiện …") is no sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors import numbers, tables, view
from extractors.mentions import kind_before, same_number
from extractors.model import Span
from extractors.numbers import Written

ENOUGH = 2.0
_MOST = 80
"""Numbers looked at; the longest article at hand names 31."""

_REACH = 800
"""Letters looked back over for the start of the sentence that says who issued an act."""
_ISSUING = re.compile(
    r"(?P<who>[^;:!?\n]{3,260}?)\s{1,3}(?:(?:vừa|đã|mới|có|vừa mới|cũng|thống nhất)\s{1,3}){0,3}"
    r"(?:ký\s{1,3})?(?:ban hành|ra|có|gửi|phát hành|ký|công bố|thông qua)(?:\s{1,3}(?:bản|toàn văn))?"
)
_COPIES = re.compile(r"[\W]*(?:xin|kính|sao|sao y|photo)")
"""What goes along with a letter: "(Sao | gửi Công văn số … kèm theo)"."""
_ISSUED_BY = re.compile(
    r"[^.;:\n]{0,260}?\s(?:(?:vừa|đã|mới)\s{1,3}){0,2}(?:được|do)\s{1,3}(?P<who>[^.;:\n]{4,120}?)\s{1,3}"
    r"(?:ký\s{1,3})?(?:ban hành|ký|công bố|thông qua)(?!\w)"
)
_WHOLE = re.compile(
    r"(?:toàn văn|trích|toàn bộ(?: nội dung)?|tải(?: về)?|xem(?: chi tiết| thêm)?|nội dung(?: chi tiết)?(?: "
    r"của)?|"
    r"chi tiết(?: tại)?|nguồn:)\s{1,3}$"
)
_RECEIVED = re.compile(r"\s(?:vừa|đã|mới)\s{1,3}nhận\s{1,3}được\s{1,3}$")
_REPRINTS = re.compile(
    r"(?:đăng\s{1,3}(?:lại|tải)|nguyên\s{1,3}văn|toàn\s{1,3}văn|nội\s{1,3}dung(?:\s{1,3}(?:công|văn|như))?)(?!\w)"
)
"""That a page hands on a letter that it got: "Nhà trường vừa nhận được Công văn số …. Nội dung như sau:"."""
_LATEST = re.compile(
    r"\W*(?:mới\s{1,3}(?:nhất|đây\s{1,3}nhất)|gần\s{1,3}đây\s{1,3}nhất|gần\s{1,3}nhất)(?!\w)"
)
_IN_TURN = re.compile(r"(?<!\w)lần\s{1,3}lượt(?!\w)")
"""Between a body and the acts that it issued one after the other, before the one the article is about."""
_IS_SAID = (
    r"(?:^|[.!?\n]\s{{0,3}}){kind}\s{{1,3}}(?:này|trên|cũng|còn|được|nêu|yêu\s{{1,3}}cầu|đề\s{{1,3}}ra|xác\s{{1,3}}định|đặt|giao|chỉ)"
    r"(?!\w)"
)
"""A later sentence about an act by its kind alone: "Kế hoạch được xây dựng căn cứ …"."""
_ATTACHED = re.compile(r"[^.;:\n]{0,80}?\s(?:gửi\s|đính\s)?kèm(?:\s|\W)")
"""Behind a number: "(chi tiết Chỉ thị … kèm theo)" sends an act along, and reports nothing."""
_RESTS_ON = re.compile(
    r"(?:căn cứ|thực hiện|triển khai|thi hành|quán triệt|chấp hành|sau khi|sửa đổi|bổ sung|thay thế|bãi bỏ)"
    r"(?:\s[^,;.:\n]{0,40})?$"
)
_AT = re.compile(
    r"(?:^|[.,;:!?\n\s])(?:theo|tại|trong)\s{1,3}(?:(?:nội dung|tinh thần|quy định(?: tại)?|hướng dẫn "
    r"tại|mục|"
    r"điểm|khoản|điều|phần|chương|phụ lục|[\divx]{1,4}[a-zđ]?|[a-zđ]|và|,)\s{1,3}){0,10}$"
)
_SAYS = re.compile(
    r"\s{1,3}(?:(?:cũng|đã|có|còn)\s{1,3}){0,2}(?:nêu(?: rõ)?|quy định|yêu cầu|nhấn mạnh|chỉ rõ|xác "
    r"định|đề nghị|"
    r"hướng dẫn|chỉ đạo|đề ra|đặt ra|giao|thì)(?!\w)(?!\s{1,3}(?:số|của|tại|này|trên|\d))"
)
_OWN_ORDER = re.compile(
    r",\s{1,3}[^,;:]{4,120}?(?<!\sđược)\s(?:yêu cầu|đề nghị|giao|chỉ đạo|hướng dẫn|thông báo|quy định)\s"
)


@dataclass(slots=True)
class Mentioned:
    """One mention of a number in a text without a head, and the signs at it."""

    written: Written
    start: int
    """Where the kind of act before the number starts."""
    kind: str | None = None
    signs: dict[str, float] = field(default_factory=dict)
    who: Span | None = None
    """The words before "vừa ban hành" (or behind "được"), where an issuer or a signer is named."""


def reported(text: str, plain: str, low: str) -> list[Mentioned]:
    """The mentions of the act that a text reports, the one with the weightiest signs first; [] for none."""
    titles = _titles(text, low)
    found: list[Mentioned] = []
    for written in numbers.find_plain(plain, 0, len(plain)):
        found.append(_mentioned(plain, low, written, titles))
        if len(found) == _MOST:
            break
    groups: list[list[Mentioned]] = []
    for one in found:
        for group in groups:
            if same_number(group[0].written.parsed.text, one.written.parsed.text):
                group.append(one)
                break
        else:
            groups.append([one])
    best: tuple[float, list[Mentioned]] | None = None
    for group in groups:
        signs: dict[str, float] = {}
        for one in group:
            signs.update(one.signs)
        if _short_in_titles(group[0].written, low, titles):
            signs["title"] = 2.0
        if signs and len(groups) == 1:
            signs["alone"] = 0.5
        weight = sum(signs.values()) + 0.25 * min(len(group) - 1, 4) if signs else 0.0
        if weight >= ENOUGH and (best is None or weight > best[0]):
            best = weight, group
    if best is None:
        return []
    return sorted(best[1], key=lambda m: (-max(m.signs.values(), default=0.0), m.start))


def sentence_start(low: str, position: int, reach: int = 400) -> int:
    """Where the sentence or line starts that holds a position."""
    floor = max(0, position - reach)
    line = max(floor, low.rfind("\n", floor, position) + 1)
    start = line
    for match in re.finditer(r"[.!?;]\s", low[line:position]):
        if not re.search(r"(?:tp|đ/c|ths|ts|tt)$", low[start : line + match.start()]):
            start = line + match.end()
    return start


def _mentioned(plain: str, low: str, written: Written, titles: list[Span]) -> Mentioned:
    a, b = written.span
    begin, kind = kind_before(low, max(0, a - 120), a)
    one = Mentioned(written, begin, kind)
    floor = sentence_start(low, begin, _REACH)
    if begin - floor > 260:  # "Nhằm …, theo Kết luận …, | Bí thư Tỉnh ủy vừa ký ban hành …"
        floor = low.rfind(", ", floor, begin) + 2 if ", " in low[floor:begin] else floor
    before = low[floor:begin]
    earlier = re.match(r"\W*(?:trước\s(?:đó|đây)|năm\s(?:19|20)\d\d),\s", before) is not None
    if (
        kind
        and not earlier
        and not re.search(r"(?:căn cứ|thực hiện|sau khi)(?:\s[^,;:]{0,60})?$", before[-70:])
    ):
        issuing = _ISSUING.fullmatch(before.strip(' \t-+*#"“”'))
        if issuing and not _COPIES.fullmatch(issuing["who"]):
            at = floor + before.index(issuing["who"])
            weight = 1.0 if _IN_TURN.search(before) else 4.0 if _LATEST.match(before) else 3.0
            one.who, one.signs["issued"] = (at, at + len(issuing["who"])), weight
        by = _ISSUED_BY.match(low, b, b + 420)
        if by and not one.who:
            one.who, one.signs["issued"] = by.span("who"), 3.0
    if kind and not one.who and (own := _of_own_body(low, written, before)):
        one.who, one.signs["own"] = own, 2.5
    if _WHOLE.search(before) and kind and not _ATTACHED.match(low, b, b + 120):
        one.signs["whole"] = 2.5
    if kind and _RECEIVED.search(before) and _REPRINTS.search(low, b, b + 600):
        one.signs["received"] = 2.5
    if _RESTS_ON.search(before):
        return one
    if any(s <= a < e for s, e in titles):
        one.signs["title"] = 2.0
    stop = re.search(r"[.!?](?=\s)|\n|$", low[b : b + 600])
    rest = low[b : b + (stop.start() if stop else 600)]
    at_it = _AT.search(before) is not None
    if (at_it or not before.strip(' \t-+*#"“”')) and kind and _SAYS.search(rest[:420]):
        said = _SAYS.search(rest[:420])
        if said and not _OWN_ORDER.search(rest[: said.end()] + " "):
            one.signs["says"] = 2.0
    if at_it and rest.rstrip(" \t*").endswith(":") and not _OWN_ORDER.search(rest):
        one.signs["leads"] = 2.0
    if kind and re.fullmatch(r"\W*theo\s+", before) and not _OWN_ORDER.search(rest):
        one.signs["opens"] = 1.5
        if re.search(_IS_SAID.format(kind=re.escape(kind.casefold())), low[b : b + 3000]):
            one.signs["said"] = 0.75
    return one


_AT_ALONE = re.compile(r"\W*(?:tại|theo|trong)\s+")
_DAY_AND_COMMA = re.compile(r"(?:\s{1,3}ngày\s[^,;.\n]{6,26})?,\s{1,3}(?=\S)")
_ASKS_THERE = re.compile(
    r"\s{1,3}(?:(?:đã|cũng|vừa|tiếp tục)\s{1,3}){0,2}"
    r"(?:đôn đốc|yêu cầu|đề nghị|chỉ đạo|hướng dẫn|giao|lưu ý|nhắc nhở|quy định|cho biết)(?!\w)"
)


def _of_own_body(low: str, written: Written, before: str) -> Span | None:
    """Where the body stands that asks in an act of its own, as the act's code says: "Tại Công văn số
    12/BXD-VP, | Bộ Xây dựng | đã nhắc …"; None where another body asks."""
    lead = _DAY_AND_COMMA.match(low, written.span[1])
    code = tables.ascii_code(written.parsed.issuer_code or "")
    body = tables.bodies().get(code) or tables.bodies().get(code.split("-")[0])
    if lead is None or body is None or not _AT_ALONE.fullmatch(before):
        return None
    for name in (view.folded(body.name), "ubnd" if code.startswith("UBND") else ""):
        end = lead.end() + len(name)
        if name and low.startswith(name, lead.end()) and _ASKS_THERE.match(low, end):
            return lead.end(), end
    return None


def _titles(text: str, low: str) -> list[Span]:
    """Spans of the first printed line and of Markdown headings."""
    out: list[Span] = []
    for n, (a, b) in enumerate(s for s in view.lines(text) if text[slice(*s)].strip()):
        first = n == 0 and len(low[a:b].split()) <= 30 and low[a:b].rstrip()[-1:] not in ".;:,"
        if first or text[a:b].startswith("#"):
            out.append((a, b))
    return out[:20]


def _short_in_titles(written: Written, low: str, titles: list[Span]) -> bool:
    """Whether a title says the act by kind and serial alone ("Kết luận 155: …")."""
    serial, code = written.parsed.serial, written.parsed.type_code
    if serial is None or code is None:
        return False
    names = "|".join(view.folded(k.name) for k in tables.kinds() if k.code == code)
    wanted = re.compile(rf"(?<!\w)(?:{names})\s{{1,3}}(?:số\s{{1,3}})?0?{serial}(?![\d.,]*\d|%)")
    named = (wanted.search(low, *title) for title in titles)
    return any(
        match and not _RESTS_ON.search(low[max(0, match.start() - 60) : match.start()]) for match in named
    )
