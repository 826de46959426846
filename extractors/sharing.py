"""What mentions of acts have from their neighbours: issuers, kinds, dates, aliases."""

from __future__ import annotations

import re

from extractors import dates, tables, title_issuers, view
from extractors.body_phrases import OPENERS, body_end
from extractors.issuer import BODY_HEAD
from extractors.mentions import Mention

_ALIAS = re.compile(
    r"\(\s?(?:sau\s{1,3}đây\s{1,3})?(?:được\s{1,3})?(?:gọi|viết)\s{1,3}(?:tắt\s{1,3}|"
    r"chung\s{1,3})?là:?\s{1,3}(?P<alias>[^()\n]{2,120}?)\s?\)"
)
_LINK = re.compile(r"^(?:[\s,;/&-]|và|cùng|các|với|hoặc|số|:|\d{1,3}\n)*$")


def share(mentions: list[Mention], plain: str, low: str) -> None:
    """Lists share the issuer; numbers without a kind of their own share kind and date, too."""
    for i in range(len(mentions) - 2, -1, -1):
        a, b = mentions[i], mentions[i + 1]
        if not listed(low, a, b) or a.parsed is None or b.parsed is None:
            continue
        # the Party's central bodies share one code: "Chỉ thị 33-CT/TW; Quy định 37-QĐ/TW của Ban Chấp hành …"
        apart = a.parsed.issuer_code == "TW" and a.kind != b.kind and ";" in low[a.end : b.start]
        if a.issuer is None and b.issuer and _same_issuer(a, b) and not apart:
            a.issuer, a.confidence = b.issuer, min(a.confidence, 0.9)
        if not b.worded and a.date is None and b.date:
            a.date = b.date
    for i, mention in enumerate(mentions):
        before = mentions[i - 1] if i else None
        in_list = before is not None and listed(low, before, mention)
        if in_list and before is not None and not mention.worded and mention.kind is None:
            mention.kind = before.kind
        of_all = before is not None and (
            "shared" in before.extra or " của " in low[before.start : before.inner]
        )
        if in_list and of_all and before is not None and not mention.worded and _same_issuer(before, mention):
            mention.issuer = mention.issuer or before.issuer  # "các Quyết định của Bộ X số A, | số B"
            mention.extra["shared"] = "yes"
        if mention.issuer is None:
            mention.issuer = _issuer_before(plain, low, mention)
        changed = before is not None and bool(_CHANGED_AT.fullmatch(low, before.end, mention.start))
        if changed and before is not None and before.issuer is None and _same_issuer(before, mention):
            before.issuer = mention.issuer
        if (
            mention.issuer is None
            and (in_list or changed)
            and before is not None
            and before.extra.get("from") == "before"
            and _same_issuer(before, mention)
        ):
            mention.issuer, mention.extra["from"] = before.issuer, "before"
        if mention.issuer is None and before is not None and _one_more(low, before, mention):
            mention.issuer, mention.extra["from"] = before.issuer, "before"
        if mention.issuer is None:
            mention.issuer = _issuer_of_kinds(plain, low, mention)
        if mention.issuer is None:
            mention.issuer = _issuer_of_list(plain, low, mentions[:i], mention)
        alias = _ALIAS.search(low, mention.end, min(len(low), mention.end + 400))
        following = mentions[i + 1].inner if i + 1 < len(mentions) else len(low)
        if mention.issuer is None and (behind := title_issuers.behind_title(plain, low, mention, following)):
            mention.issuer, mention.confidence = behind, min(mention.confidence, 0.85)
        if alias and (alias.start() < following) and ";" not in low[mention.end : alias.start()]:
            mention.alias = view.squeeze(plain[alias.start("alias") : alias.end("alias")])


_ONE_MORE = re.compile(r"(?:,|;|\s)\s{0,3}(?:và|,)\s{1,3}$")


def _one_more(low: str, before: Mention, mention: Mention) -> bool:
    """Whether an act is one more of those that the body named before both has issued: "Bộ Y tế có Công văn số
    A về …; và | Công văn số B về …"."""
    between = low[before.end : mention.start]
    if before.extra.get("from") != "before" or not _same_issuer(before, mention) or len(between) > 400:
        return False
    return ". " not in between and "\n\n" not in between and _ONE_MORE.search(" " + between) is not None


def listed(low: str, a: Mention, b: Mention) -> bool:
    gap = low[a.end : b.start]
    return len(gap) < 40 and bool(_LINK.match(gap)) and "\n\n" not in gap


def _same_issuer(a: Mention, b: Mention) -> bool:
    def code(mention: Mention) -> str:
        return tables.ascii_code((mention.parsed.issuer_code or "").split("-")[0]) if mention.parsed else ""

    return bool(code(a)) and code(a) == code(b)


_POINT = r"(?:(?:điểm|khoản|điều|mục|phần|chương)\s{1,3}[\w.]{1,5},?\s{1,3}){0,4}"
_AT = re.compile(rf"\s(?:tại\s{{1,3}}tại|tại|bằng)\s{{1,3}}(?:các\s{{1,3}}|bản\s{{1,3}})?{_POINT}$")
_DONE_AT = re.compile(
    r"\s(?:(?:đã|vừa)\s{1,60})?(?:phê\s{1,60}duyệt|ban\s{1,60}hành|cho\s{1,60}phép|công\s{1,60}bố|"
    r"quy\s{1,60}định|chấp\s{1,60}thuận|thông\s{1,60}qua|công\s{1,60}nhận|hướng\s{1,60}dẫn|giao|"
    r"chỉ\s{1,60}đạo|yêu\s{1,60}cầu)"
    r"\s{1,60}tại\s{1,60}(?:các\s{1,60})?$"
)
""""đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số …"."""
_CHANGED_AT = re.compile(
    r"[\s,]{0,60}(?:và\s{1,60})?(?:được\s{1,60})?(?:điều\s{1,60}chỉnh|sửa\s{1,60}đổi)"
    r"(?:,?\s{1,60}bổ\s{1,60}sung)?\s{1,60}tại\s{1,60}"
)
"""Between an act and the one that changed it, of the same body: "A … và điều chỉnh, bổ sung tại B"."""
_HANDED_TO = re.compile(r"(?<!\w)(?:giao(?:\s{1,3}cho)?|cho|đối\s{1,3}với)\s{1,3}$")
_BRACKET = re.compile(r"\s{0,3}\(\s?(?:tại\s{1,3})?$")
_ISSUES = re.compile(
    r"\s{1,60}(?:(?:đã|vừa|mới|cũng)\s{1,60}){0,2}(?:ký\s{1,60})?(?:ban\s{1,60}hành|có|ra|gửi|"
    r"phát\s{1,60}hành|ký)\s{1,60}(?:các\s{1,60})?$"
)
_WHEN = re.compile(r"(?:^|[.;,\n(]\s*)(?:(?:vào|trong)\s{1,3})?ngày\s{1,3}(?P<day>[^.;\n]{6,30}?),?\s{1,3}$")
_WORD_START = re.compile(r"(?<![\w/-])[^\W\d_]")


def _issuer_before(plain: str, low: str, mention: Mention) -> str | None:
    """The body in "theo đề nghị của … tại Tờ trình số …", "… ban hành Kế hoạch số …", "… (Báo cáo số …)"."""
    floor = max(0, mention.start - 48)
    at = _DONE_AT.search(low, max(0, mention.start - 80), mention.start) or _AT.search(
        low, floor, mention.start
    )
    issues = None if at else _ISSUES.search(low, max(0, mention.start - 40), mention.start)
    bracket = None if at or issues else _BRACKET.search(low, max(0, mention.start - 16), mention.start)
    found = at or issues or bracket
    if found is None:
        return _issued_with(plain, low, mention)
    if bracket:
        introduced = _introduced(plain, low, mention, bracket.start())
        if introduced:
            mention.extra["from"] = "before"
            return introduced
    limit = found.start() + (0 if bracket else 1)
    term = _ELECTED.search(low, max(0, limit - 16), limit)  # "Quốc hội khóa 13 đã ban hành …"
    limit = term.start() if term else limit
    start = _body_before(plain, low, limit)
    if start is None:
        if bracket and (one := _one_of(plain, low, bracket.start())):
            mention.extra["from"] = "before"
            return one
        return None
    if low[max(0, start - 9) : start].endswith("lãnh đạo "):
        return None  # persons, not the body
    if at and _HANDED_TO.search(low, max(0, start - 14), start):
        return None  # "nhiệm vụ được giao cho Bộ X tại Chỉ thị …": whom the act charges, not whose it is
    end = view.trim(plain, start, min(limit, found.start()) + 1, " ,(\n")[1]
    code = mention.parsed.issuer_code if mention.parsed else None
    if at and (code or "").startswith("VP") and "văn phòng" not in view.squeeze(low[start:end]):
        return None  # "ý kiến của Thủ tướng tại Công văn số …/VPCP-KTTH": the office tells what another said
    mention.extra["from"] = "before"
    if issues and mention.date is None:
        when = _WHEN.search(low, max(0, start - 60), start)
        day = dates.DAY.match(low, when.start("day")) if when else None
        if day and dates.day_of(day):
            mention.date = dates.day_of(day)
    return view.squeeze(plain[start:end])


_WITH = re.compile(r"\s{1,3}ban\s{1,3}hành\s{1,3}(?:kèm\s{1,3})?theo\s{1,3}$")
_BY = re.compile(r"(?<!\w)do\s{1,3}(?=\S)")


def _issued_with(plain: str, low: str, mention: Mention) -> str | None:
    """The body in "Quy chế do | Ban Bí thư | ban hành theo Quyết định số …", whose decision it is."""
    issues = _WITH.search(low, max(0, mention.start - 40), mention.start)
    by = [*_BY.finditer(low, max(0, issues.start() - 120), issues.start())][-1:] if issues else []
    if issues is None or not by or body_end(plain, low, by[0].end(), issues.start() + 1) != issues.start():
        return None
    mention.extra["from"] = "before"
    return view.squeeze(plain[by[0].end() : issues.start()])


_ELECTED = re.compile(r"\s{1,3}khóa\s{1,3}(?:\d{1,2}|[ivx]{1,5})\s{0,2}$")
_SEVERAL = re.compile(
    r"(?<!\w)(?:các|hai|ba|bốn|năm)\s{1,3}(?P<kind>bộ|sở|ban|ngành|cục|vụ)\s{0,2}:\s{1,3}"
    r"(?P<before>(?:[^;:.()]{3,60}\([^();]{5,120}\)\s{0,2},\s{1,3}(?:và\s{1,3})?){0,8})(?P<name>[^;:.(),]{2,60})$"
)


def _one_of(plain: str, low: str, end: int) -> str | None:
    """ "ý kiến của các Bộ: Y tế (Công văn số …), Tài chính (…)": the ministry before the bracket."""
    match = _SEVERAL.search(low, max(0, end - 900), end)
    if match is None or not plain[match.start("name")].isupper():
        return None
    kind = plain[slice(*match.span("kind"))]
    return f"{kind[0].upper()}{kind[1:]} {view.squeeze(plain[slice(*match.span('name'))]).strip()}"


_ITEM = re.compile(r"\n\s{0,80}(?:[-+•–]|\(?\d{1,2}[.)]|[a-zđ]\))\s{0,3}$")
_LEADS_IN = re.compile(
    r"\s{1,3}(?:(?:đã|vừa|mới)\s{1,3}){0,2}(?:ký\s{1,3})?(?:ban\s{1,3}hành|phát\s{1,3}hành|có)\s{1,3}"
    r"(?:(?:một\s{1,3}số|các|những|\d{1,2})\s{1,3})?(?:văn\s{1,3}bản|nghị|quyết|công\s{1,3}văn|thông|kế\s{1,3}hoạch|hướng)"
)


def _issuer_of_list(plain: str, low: str, before: list[Mention], mention: Mention) -> str | None:
    """The body whose acts a list holds, from its lead-in: "Bộ X đã ban hành các văn bản …, cụ thể: - … số A;
    - … số B". Later items have it from the first where their numbers name the same body."""
    item = _ITEM.search(low, max(0, mention.start - 90), mention.start)
    if item is None:
        return None
    last = before[-1] if before else None
    if last is not None and "list" in last.extra and _same_issuer(last, mention):
        between = low[last.end : item.start()]
        if len(between) < 600 and "\n\n" not in between and not re.search(r"[.:]\s*\n", between):
            mention.extra["list"] = last.extra["list"]
            return last.extra["list"]
    colon = len(low[: item.start()].rstrip())
    if not low.endswith(":", 0, colon) or mention.parsed is None:
        return None
    floor = max(0, colon - 400, low.rfind("\n\n", 0, colon) + 2, low.rfind(". ", 0, colon) + 2)
    for match in _HEARS.finditer(low, max(0, floor - 2), colon):
        at = match.end() + len(low[match.end() : colon]) - len(low[match.end() : colon].lstrip())
        if not (BODY_HEAD.match(low[at:colon]) and plain[at].isupper()):
            continue
        stop = body_end(plain, low, at, colon)
        if stop is not None and _LEADS_IN.match(low, stop, colon):
            mention.extra["list"] = view.squeeze(plain[at:stop])
            return mention.extra["list"]
    return None


_KINDS_OF = re.compile(
    r"(?<!\w)(?:các|những|\d{1,2})\s{1,3}(?P<kind>[^\W\d_]{2,6}\s{1,3}[^\W\d_]{2,6})\s{1,3}(?:sau\s{1,3}(?:đây\s{1,3})?)?của\s{1,3}"
)
_LONGEST_LIST = 1500


def _issuer_of_kinds(plain: str, low: str, mention: Mention) -> str | None:
    """The body whose acts one sentence lists behind a colon: "các Nghị định của Chính phủ: số A …; số B"."""
    floor = max(0, mention.start - _LONGEST_LIST, low.rfind("\n\n", 0, mention.start) + 2)
    colon = low.rfind(":", floor, mention.start)
    if colon < 0 or ".\n" in low[colon : mention.start] or ". " in low[colon : mention.start]:
        return None
    lead = max(floor, colon - 300, low.rfind(";", floor, colon) + 1)
    found = None
    for match in _KINDS_OF.finditer(low, lead, colon):
        kind = tables.kinds_by_name().get(view.squeeze(match["kind"]))
        if (kind and kind.code == mention.kind) or view.squeeze(match["kind"]) == "văn bản":
            found = match
    stop = body_end(plain, low, found.end(), colon) if found else None
    return view.squeeze(plain[found.end() : stop]) if found and stop is not None else None


_PRESENTS = re.compile(
    r"\s{1,3}(?:đã\s{1,3})?(?:báo\s{1,3}cáo|trình|đề\s{1,3}nghị|kiến\s{1,3}nghị|"
    r"thông\s{1,3}báo|đề\s{1,3}xuất)(?!\w)"
)
_HEARS = re.compile(
    r"(?<!\w)(?:nghe|xét|theo|đề\s{1,3}nghị\s{1,3}của|ý\s{1,3}kiến\s{1,3}của|"
    r"căn\s{1,3}cứ)\s{1,3}|(?:^|[,;.]\s{1,3}|\n)"
)


def _introduced(plain: str, low: str, mention: Mention, end: int) -> str | None:
    """The body that the sentence names before the act in brackets: "nghe Báo cáo của X về … (Báo cáo số …)",
    "nghe X báo cáo về … (Tờ trình số …)"; the nearest one in the same sentence or part of it."""
    floor = max(0, end - 500)
    for mark in ("\n\n", ";", ". ", "):"):
        at = low.rfind(mark, floor, end)
        floor = at + len(mark) if at >= 0 else floor
    kind = next((k.name for k in tables.kinds() if k.code == mention.kind), None)
    spans: list[tuple[int, int]] = []
    if kind:
        words = r"\s{1,3}".join(view.folded(kind).split())
        for match in re.finditer(rf"(?<!\w){words}\s{{1,3}}của\s{{1,3}}", low[floor:end]):
            stop = body_end(plain, low, floor + match.end(), end)
            if stop is not None:
                spans.append((floor + match.end(), stop))
    for match in _HEARS.finditer(low, floor, end):
        opens = BODY_HEAD.match(low[match.end() : end]) and plain[match.end()].isupper()
        stop = body_end(plain, low, match.end(), end) if opens else None
        if stop is not None and _PRESENTS.match(low[stop : stop + 24]):
            spans.append((match.end(), stop))
    return view.squeeze(plain[slice(*max(spans))]) if spans else None


def _body_before(plain: str, low: str, end: int) -> int | None:
    """Where the body's name starts that ends at ``end``: the longest one; None where none ends there."""
    floor = max(0, end - 170)
    for mark in ("\n\n", ";", ". "):
        at = low.rfind(mark, floor, end - 1)
        floor = at + len(mark) if at >= 0 else floor
    for match in _WORD_START.finditer(low, floor, end):
        piece = low[match.start() : end]
        after_of = low[max(0, match.start() - 6) : match.start()].rstrip().endswith(("của", "do"))
        opens = BODY_HEAD.match(piece) or OPENERS.match(piece)
        if not (opens and plain[match.start()].isupper()) and not (after_of and opens):
            continue
        stop = body_end(plain, low, match.start(), end)
        dash = _OF_MINISTRY.match(low, stop, end) if stop is not None else None
        if dash:  # "Cục Cảnh sát giao thông - Bộ Công an"
            stop = body_end(plain, low, dash.end(), end)
        if stop is not None and not low[stop:end].strip(" ,(\n"):
            return match.start()
    return None


_OF_MINISTRY = re.compile(r"\s{1,3}[-–]\s{1,3}(?=bộ\s)")
