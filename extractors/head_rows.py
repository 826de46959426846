"""Where a directive's head ends: after the addressees, else the title's summary, else the number."""

from __future__ import annotations

import re

from extractors import view
from extractors.issuer import BODY_HEAD
from extractors.layout import VV
from extractors.lines import (
    ADDRESSED,
    BODY,
    DATED,
    LEFT,
    MOTTO,
    NUMBERED,
    OFFICE,
    PART,
    RULE,
    STAMP,
    TITLE,
    TITLED,
    Line,
    in_small_letters,
)

_HEAD_LINES = 70
"""A head is looked for in this many printed lines; the longest read so far took 38."""


def body_row(rows: list[Line]) -> int:
    """The row where the body starts: after the addressees, else the title's summary, else the number."""
    printed = [i for i, row in enumerate(rows) if not row.blank][:_HEAD_LINES]
    seen = {"title": -1, "number": -1, "date": -1, "motto": -1}
    for n, i in enumerate(printed):
        row = rows[i]
        wired = row.low.strip(" :") == "điện" and any(r.low.startswith("công điện") for r in rows[:i])
        if (wired and _lists_below(rows, i)) or (
            ADDRESSED.search(row.low)
            and row.low.find("kính") < 60 + len(row.low) // 2
            and not row.low.endswith("điện tử:")
        ):
            return _after_addressees(rows, i)
        if NUMBERED.match(row.low):
            seen["number"] = i
        motto = MOTTO.search(row.low[:400]) and len(row.low.split()) < 26 and not BODY.match(row.low)
        if motto and (row.upper or not within_subject(row.low)):
            seen["motto"] = i
        opens = bool(BODY.match(row.low)) and not row.low.lstrip().startswith("ngày")
        opens = opens and not (i > 0 and i - 1 > seen["title"] >= 0 and _OPEN.search(rows[i - 1].low))
        if opens and seen["title"] >= 0 and i > seen["title"] + 1 and not _addressed_below(rows, i):
            break
        if row.low.startswith("căn cứ") and 0 <= seen["number"] < i - 1 and _starts_sentence(row):
            break
        lone = row.low.startswith("ngày") and len(row.low.split()) <= 8
        dated = DATED.search(row.low[:400]) and len(row.low.split()) < 25 and not opens
        if seen["date"] < 0 and dated and (lone or not row.low.startswith("ngày")):
            seen["date"] = i
        alone = TITLE.match(row.low[:200])
        small = alone and (not alone[2] or (alone[2] == "của" and in_small_letters(row.text)))
        named = alone and (row.upper or (n < 12 if small else n == 0))
        if seen["title"] < 0 and (named or (row.upper and TITLED.match(row.low))):
            seen["title"] = i
        if len(row.low.split()) > 45 and not (row.upper and seen["title"] >= 0):
            break
    last = max(seen.values())
    if last < 0 or (last == seen["title"] == (printed or [0])[0] and page_title(rows[last].text)):
        return _after_page_title(rows, printed)
    if seen["title"] >= 0 and seen["title"] >= seen["number"] - 3:
        return _after_summary(rows, max(last, seen["title"]))
    return _after_number(rows, last)


def _lists_below(rows: list[Line], at: int) -> bool:
    """Whether a list of those it goes to follows "ĐIỆN" on a line of its own, as telegrams print it."""
    below = next((row for row in rows[at + 1 : at + 9] if not row.blank), None)
    return below is not None and re.match(r"^[\s|]*[-+•–]\s*\S", below.text) is not None


def _addressed_below(rows: list[Line], at: int) -> bool:
    """Whether "Kính gửi" follows a short line within three: the line still belongs to the subject."""
    if len(rows[at].low.split()) > 14 or rows[at].low.endswith((".", ";", ":")):
        return False
    below = [row for row in rows[at + 1 : at + 8] if not row.blank][:3]
    return any(re.match(rf"{LEFT}kính\s{{0,3}}(?:gửi|gởi|trình)(?!\w)", row.low) for row in below)


def within_subject(low: str) -> bool:
    """Whether a line that is not in capitals holds the Party's name as the end of a subject ("… Điều lệ Đảng
    Cộng sản Việt Nam") and no motto; the head prints that title in capitals or alone."""
    found = MOTTO.search(low)
    if found is None or found[0] != "đảng cộng sản việt nam":
        return False
    return bool(re.search(r"\w", low[: found.start()]))


def page_title(printed: str) -> bool:
    """Whether a line is a web page's title: a kind of act and its subject or issuer, not in capitals."""
    line = printed.strip(" \t#*")
    match = TITLED.match(view.folded(line))
    if match is None or not line[:1].isupper() or line.isupper():
        return False
    rest = view.folded(line)[match.end() :]
    stopped = (
        rest[-1:] == "." and re.match(r"\s+(?:về việc|v/v)\s", rest) is not None and rest.count(".") == 1
    )
    ended = rest[-1:] in tuple(".;:,!?") and not stopped
    return 2 <= len(rest.split()) <= 40 and not ended and not _NO_TITLE.match(rest)


_NO_TITLE = re.compile(r"\s+(?:số\b|này\b|trên\b|\d|liên tịch số)")


def _after_page_title(rows: list[Line], printed: list[int]) -> int:
    """The row behind a page's title and the date on a line of its own; 0 where the text has no such title."""
    if len(printed) < 3 or not page_title(rows[printed[0]].text):
        return 0
    last = printed[1] if STAMP.match(rows[printed[1]].low) else printed[0]
    return last + 1


def _after_addressees(rows: list[Line], start: int) -> int:
    """The row after the addressees: after the last item (a bullet, a wrapped line, a line of its own)."""
    gap = False
    last = rows[start].low
    numbered = False
    awaited = bool(re.search(r"(?:kính\s{0,3}\w+|điện)\s*:?\W*$", last))
    for i in range(start + 1, min(len(rows), start + 60)):
        row = rows[i]
        if row.blank:
            gap = True
            continue
        words = len(row.low.split())
        short = words <= 14
        item = re.match(r"^[\s|]*(\d{1,2})[.)]\s+\S", row.text)
        numbered = numbered or bool(awaited and item and item[1] in {"1", "01"})
        dash = re.match(r"^[\s|]*[-+•·–▪○]\s*\S", row.text) and not re.match(r"^[\s|-]*căn cứ", row.low)
        if dash or (item and numbered and words <= 30):
            awaited = False
        elif (
            NUMBERED.match(row.low)
            or _is_subject(row)
            or (_dates_place(row) and short and not BODY.match(row.low))
        ):
            gap = False  # a right column read after the left one
            continue
        elif awaited and not (BODY.match(row.low) and words > 20):
            awaited = False
        elif (
            (BODY.match(row.low) and _starts_sentence(row))
            or (last.rstrip(' |"').endswith((".", ":")) and not row.low.startswith("("))
            or (gap and not (short and row.low.endswith((";", ".", ","))) and not row.low.startswith("("))
            or (_starts_sentence(row) and words > 22)
            or (gap and _ORDERS.search(row.low) and row.low.endswith((".", ":", "./.")))
            or (
                words > 8
                and _starts_sentence(row)
                and _ORDERS.search(row.low)
                and not last.endswith((",", "và"))
            )
        ):
            return i
        gap, last = False, row.low
    return min(len(rows), start + 60)


_ORDERS = re.compile(
    r"^[^,;:]{4,90}\s(?:yêu cầu|đề nghị|thông báo|trân trọng|nhận được|có ý kiến|kính đề nghị|kính "
    r"trình|kính mời|"
    r"báo cáo|xin ý kiến|gửi|chuyển)\s\S"
)


def _dates_place(row: Line) -> bool:
    return bool(re.match(r"[^,;]{0,40},\s{0,4}ngày[\s\d.…]", row.low))


def _is_subject(row: Line) -> bool:
    return bool(re.match(rf"^\W{{0,6}}{VV}", row.low))


def _after_summary(rows: list[Line], title: int) -> int:
    """A summary is a run of printed lines after the title; a body's first line ends it."""
    printed = int(bool(re.search(r"\s(?:về|quy định|ban hành)\s", rows[title].low)))
    for i in range(title + 1, min(len(rows), title + 30)):
        row = rows[i]
        if row.blank:
            if printed and not _summary_goes_on(rows, title, i):
                return i
            continue
        if i > title + 1 and (_OPEN.search(rows[i - 1].low) or _quoted(rows, title, i)):
            printed += 1
            continue
        if (
            printed
            and BODY.match(row.low)
            and _starts_sentence(row)
            and (len(row.low) > 45 or not row.upper or PART.match(row.low) or _ROMAN.match(row.low))
        ):
            return _filled(rows, title, i) or i
        if printed and _enacts(rows, i):
            return i
        if printed and row.upper and not rows[title + 1].upper:
            return i  # the issuing body in capitals opens the body
        spoken = not row.upper and re.search(r"[^\W\d_]{2}", row.low)
        if printed and spoken and _starts_sentence(row) and _capitals_above(rows, title, i):
            return i  # a summary in capitals ends where small letters start
        if RULE.match(row.low) or (printed and not re.sub(r"[-=\s.&]", "", row.low)):
            return i + 1
        printed += 1
        if len(row.low.split()) > 60:
            return i + (printed == 1 and row.upper)  # a long subject, a paragraph in capitals
    first = next((i for i in range(title + 1, min(len(rows), title + 12)) if not rows[i].blank), title)
    short = len(rows[first].low.split()) < 40 or rows[first].upper
    return _filled(rows, title, min(len(rows), title + 12)) or (first + 1 if short else title + 1)


_OPEN = re.compile(
    r"(?:^|\s)(?:ngày|số|tháng|năm|của|và|về|các|những|cho|tại|với|đến|từ|do|theo|luật|khoản|điều|thuộc|giữa|trong)$"
)
"""A line that ends in the middle of a phrase: the next one goes on, whatever it starts with."""
_ROMAN = re.compile(r"^\W*[ivx]{1,4}\s?[./-]\s{0,3}\w")


def _summary_goes_on(rows: list[Line], title: int, gap: int) -> bool:
    """Whether a summary goes on behind an empty line, where an empty line parts all lines of a head: a small
    letter, a line that has not ended ("… / CỦA NGÀNH …"), and no body's enacting line."""
    before = rows[gap - 1]
    after = next((i for i in range(gap, min(len(rows), gap + 4)) if not rows[i].blank), None)
    if after is None or not rows[title + 1].blank:
        return False
    if _quoted(rows, title, after):
        return True
    if len(rows[after].low.split()) < 25 and not before.low.endswith((".", ":", ";")):
        if rows[after].text.strip()[:1].islower():
            return True
        if not before.upper and not BODY.match(rows[after].low):
            return before.low.endswith(",") or _ends_small(rows, after)
    if not before.upper or not rows[after].upper:
        return False
    if _enacts(rows, after) or not re.search(r"[^\W\d_]", rows[after].low):
        return False
    ends_open = re.search(r"(?:\b(?:của|và|các|về|cho|tại|với|trong|trên|số|năm)|,)$", before.low)
    opens_on = re.match(
        r"^\W*(?:của|và|cho|tại|trên|trong|năm|giai đoạn|nhiệm kỳ|đến năm|thuộc)\b", rows[after].low
    )
    return bool(ends_open or opens_on)


def _ends_small(rows: list[Line], at: int) -> bool:
    """Whether a line ends with a comma and the next printed one starts small: the middle of a phrase."""
    after = next((row for row in rows[at + 1 : at + 4] if not row.blank), None)
    return rows[at].low.endswith(",") and after is not None and after.text.strip()[:1].islower()


def _quoted(rows: list[Line], title: int, at: int) -> bool:
    """Whether a line stands inside quotation marks that the summary opened, and is no paragraph."""
    told = " ".join(row.low for row in rows[title + 1 : at])
    opened = told.count("“") > told.count("”") or told.count('"') % 2 == 1
    return opened and len(rows[at].low.split()) < 25


def _capitals_above(rows: list[Line], title: int, at: int) -> bool:
    """Whether all printed lines between a title and a line are in capitals, the issuer's left out ("CHỈ THỊ /
    CỦA THỦ TƯỚNG CHÍNH PHỦ / Về …", as acts of the 1990s print it)."""
    between = [row for row in rows[title + 1 : at] if not row.blank and re.search(r"[^\W\d_]{2}", row.low)]
    between = [row for row in between if not row.low.strip(" *_").startswith("của ")]
    return bool(between) and all(row.upper for row in between)


def _filled(rows: list[Line], title: int, stop: int) -> int | None:
    """Where a summary ends that neither a blank line nor the body's wording parts from it: its last line is
    shorter than the body's, which fill the page, and the next one starts a sentence. None where no line
    shows it."""
    first = next((i for i in range(title + 1, stop) if not rows[i].blank), title)
    wide = sorted(len(row.low) for row in rows[title + 1 : title + 16] if not row.blank)
    full = wide[len(wide) * 3 // 4] if wide else 0
    loose = bool(wide) and wide[-1] > 150  # a paragraph is a line: its length tells, not its width
    for i in range(first + 1, stop):
        row = rows[i]
        if _OPEN.search(rows[i - 1].low):
            continue
        if loose and len(row.low) <= 100 and not row.low.endswith((".", ":", ";")):
            continue
        if (
            len(rows[i - 1].low) < 0.8 * full
            and _starts_sentence(row)
            and not row.upper
            and len(row.low) > 40
        ):
            return i
    return None


def _enacts(rows: list[Line], at: int) -> bool:
    """The enacting body's line in capitals between a title and the recitals ("ỦY BAN NHÂN DÂN TỈNH X")."""
    row = rows[at]
    if not row.upper or not (BODY_HEAD.match(row.low) or OFFICE.match(row.low)):
        return False
    before = next((r.low for r in reversed(rows[:at]) if not r.blank), "")
    if re.search(r"(?:\b(?:của|và|các|thuộc|cho|về|do|tại|với|giữa|trực thuộc)|[,-])$", before):
        return False
    below = [r for r in rows[at + 1 : at + 9] if not r.blank][:3]
    after = next((r for r in below if not (r.upper and BODY_HEAD.match(r.low))), None)
    return after is not None and bool(re.match(rf"{LEFT}(?:căn cứ|xét|theo)\b", after.low))


def _starts_sentence(row: Line) -> bool:
    """A line in capitals or that starts with one; a summary that goes on does not, a paragraph does."""
    first = next((c for c in row.text if c.isalnum()), "")
    return first.isupper() or first.isdigit()


def _after_number(rows: list[Line], last: int) -> int:
    """Below the number: lines of the left column (subject, date), until a paragraph starts. Where recitals
    follow, all before them is the summary of a title that a scan lost."""
    for i in range(last + 1, min(len(rows), last + 9)):
        if rows[i].low.startswith("căn cứ") and _starts_sentence(rows[i]) and i > last + 1:
            return i
        if len(rows[i].low.split()) > 24 or rows[i].low.rstrip().endswith((".", ";")):
            break
    for i in range(last + 1, min(len(rows), last + 25)):
        row = rows[i]
        if row.blank:
            continue
        if len(row.low.split()) > 16 or BODY.match(row.low):
            return i
    return last + 1
