"""How a directive stands to an act that it mentions: implements, amends, replaces, cites.

By the words before the mention in its sentence (the annotation guide's list). An act inside the title of
another act is only cited; a mention that a list or "và" joins to another has that one's relation.
"""

from __future__ import annotations

import re

from extractors import relation_cues as cue
from extractors import view
from extractors.mentions import Mention, same_number
from extractors.model import Reading, Relation
from extractors.sharing import listed
from extractors.zones import Zones


def relate(mentions: list[Mention], low: str, zones: Zones, reading: Reading) -> None:
    """Sets each mention's relation; ``low`` is the folded text, the mentions are in order."""
    code = reading.type.code if reading.type else None
    recital = code in {"QĐ", "NQ", "NĐ", "TT", "TTLT", "L", "PL", "QyĐ", "QC"}
    own_title = view.folded(reading.subject or "")
    amending = bool(re.match(r"(?:về việc )?(?:sửa đổi|bổ sung|bãi bỏ|điều chỉnh|đính chính)", own_title))
    top: tuple[int, Relation] | None = None  # the segment and relation of the last mention on top level
    last: Relation | None = None
    in_title: Mention | None = None  # an act only named, inside the title of the one on top level
    for i, mention in enumerate(mentions):
        note = next((n for n in zones.footnotes if n[0] <= mention.start < n[1]), None)
        floor = note[0] if note else zones.body[0] if mention.start >= zones.body[0] else zones.head[0]
        begin, mark = segment_start(low, mention.start, floor)
        earlier = [m for m in mentions[max(0, i - 12) : i] if m.start >= begin]
        before = view.squeeze(_without(low, begin, mention.start, earlier))
        after = view.squeeze(
            low[mention.end : mentions[i + 1].start if i + 1 < len(mentions) else mention.end + 160][:200]
        )
        defined = _alias_of(low, mention, earlier)
        if defined:
            mention.relation = defined
            continue
        directly = view.squeeze(low[earlier[-1].end : mention.start]) if earlier else ""
        if earlier and listed(low, earlier[-1], mention) and not cue.REPLACED.search(after):
            # "Thực hiện A về … theo Nghị quyết Đại hội XIII và B ngày …": B stands beside A
            beside = earlier[-1] is in_title and mention.number and mention.date
            mention.relation = top[1] if beside and top and top[0] == begin else earlier[-1].relation
            continue
        changed_by = cue.CHANGED_BY.match(directly) or (
            cue.RESTS_ON.match(before) and cue.AMENDED.search(directly)
        )
        if (earlier and changed_by) or cue.CHANGED_EARLIER.search(before[-200:].rstrip()):
            mention.relation = "cites"
            top = (begin, "cites")
            continue
        joined = (
            cue.AND_WHAT_IT_SAYS.fullmatch(directly) is not None
            and (not top or top[1] in ("implements", "cites"))
        ) or (bool(earlier) and bool(cue.JOINED.search(directly + " ") or cue.OPINION.search(directly)))
        if joined and top and top[0] == begin:
            mention.relation = top[1]
            if cue.REPLACED.search(after[:100]) or _ends_by_title(before, after):
                for other in earlier if cue.POINTS.match(view.squeeze(low[begin : earlier[0].start])) else []:
                    other.relation = "replaces"  # "A về … và B về … hết hiệu lực": both
                mention.relation = "replaces"
            continue
        if earlier and cue.AND_ATTACHMENT.fullmatch(directly):
            mention.relation = earlier[-1].relation
            continue
        if (
            earlier
            and not joined
            and not (
                cue.OPENS_CLAUSE.search(directly)
                and not (cue.TITLE.match(directly) and "gắn với" not in directly)
            )
        ):
            changes = relation(directly, after) if re.match(r"(?:,|và)\s", directly) else None
            mention.relation = changes if changes in ("replaces", "amends") else "cites"
            if cue.ATTACHED_TO.fullmatch(directly) and not earlier[-1].number:
                mention.relation = earlier[
                    -1
                ].relation  # one act: "Quy chế … ban hành kèm theo Quyết định số"
            done = not cue.TITLE.match(directly) and cue.CARRIES_OUT.search(directly)
            if done or cue.AS_ASKED.match(directly) or cue.STATED_IN.search(directly):
                mention.relation = "implements"
            elif not cue.TITLE.match(directly) and len(directly.split()) > 12:
                mention.relation = relation(directly, after, recital=recital) or "cites"
            in_title = mention if cue.TITLE.match(directly) and not mention.number else None
            continue
        value = relation(before if not earlier else directly, after, recital=recital, amending=amending)
        if value == "implements" and not earlier and cue.DETAILS.search(before):
            value = "cites"
        if value == "implements" and mention.kind == "BC" and before == "theo":
            value = "cites"  # "Theo Báo cáo số …, toàn tỉnh còn …": where a figure is from
        bare = cue.POINTS.match(before) or (
            cue.OPINION.search(before) and not cue.CONSIDERS.match(before.lstrip("- "))
        )
        if value is None and bare and mark in {";", "-", "+", "\n", "•"} and last and not note:
            value = last
        if value in ("amends", "replaces") and cue.RESTS_ON.match(before):
            value = "cites" if earlier else "implements"  # what a law rests on it does not change
        if value is None and cue.POINTS.match(before) and mark == ":":
            value = _led(low, begin, floor)
        if value is None and cue.ATTACHMENT.fullmatch(before) and _led(low, begin, floor) == "replaces":
            value = "replaces"
        if value is None and not recital and not earlier and _introduced(mention, low, zones, reading):
            value = "implements"
        if value is None and amending and mention.start < zones.body[0]:
            value = "amends"
        mention.relation = value or "cites"
        top, last = (begin, mention.relation), mention.relation


def segment_start(low: str, start: int, floor: int) -> tuple[int, str]:
    """Where the sentence, or the part of it behind a semicolon, starts that holds ``start``; and what ends
    the one before ("" at the text's start)."""
    begin, mark = max(floor, start - cue.SEGMENT), ""
    for match in cue.BREAK.finditer(low, begin, start):
        if match[0] == "." and cue.SHORTENED.search(low, max(0, match.start() - 4), match.start()):
            continue
        if match[0][0] == "\n" and cue.PAGE.match(low, match.start()):
            continue
        kind = match[0].strip()[:1] or "\n"
        bullet = cue.LIST_MARK.fullmatch(low, begin, match.end()) is not None
        begin, mark = match.end(), mark if bullet and mark in {";", ":"} else kind
    return begin, "-" if mark == "–" else mark


def _led(low: str, begin: int, floor: int) -> Relation | None:
    """What the lead-in of a list says of the acts in it: carried out ("Căn cứ các văn bản sau:"), replaced
    ("thay thế các Quyết định sau:"); None for neither."""
    colon = low.rfind(":", floor, begin)
    if not all(cue.ITEM.match(line) for line in low[colon + 1 : begin].split("\n")[1:-1] if line.strip()):
        return None
    start = max(floor, colon - 500, low.rfind("\n", floor, colon) + 1, low.rfind(". ", floor, colon) + 2)
    said = view.squeeze(low[start:colon]).strip(" -+•.,;0123456789)")
    if cue.REPLACES_LIST.search(said) or cue.REPLACES_ISSUED.search(said):
        return "replaces"
    return "implements" if cue.IMPLEMENTS.match(said) or cue.LISTS_RULES.search(said) else None


def _introduced(mention: Mention, low: str, zones: Zones, reading: Reading) -> bool:
    """Whether a letter opens with the act that it is about: "Ngày 05/3/2024, Chính phủ ban hành Nghị định số
    …". An act of the letter's own body is only recalled."""
    start = zones.body[0]
    if reading.kind != "directive" or not start <= mention.start < start + cue.OPENING:
        return False
    told = low[start : mention.start]
    if not cue.ISSUED.search(told.rstrip()) or cue.ASKS.search(told):
        return False
    own, act = reading.number, mention.parsed
    return not (own and act and own.issuer_code and own.issuer_code == act.issuer_code)


def _ends_by_title(before: str, after: str) -> bool:
    """Whether a sentence that begins with an act and its title says that it is no longer in force."""
    return bool(cue.POINTS.match(before) and cue.TITLED_REPLACED.search(after))


def relation(before: str, after: str, *, recital: bool = False, amending: bool = False) -> Relation | None:
    """The relation that the words before and after a mention say; None where they say nothing.

    ``before`` is the folded text from the start of the segment to the mention, on one line, other mentions
    left out; ``recital`` says that the act is of a kind whose opening lists what it rests on, ``amending``
    that its own title says that it amends.
    """
    titled = re.match(r"[\s“\"]{0,3}(?:về|v/v)\s", after)  # what a title says is not said of the act
    if not titled and cue.REPLACED.search(after[:140].split(";")[0].split(". ")[0]):
        return "replaces"
    if titled and _ends_by_title(before, after):
        return "replaces"
    near = before[-200:].strip()
    if cue.AMENDS_ATTACHED.match(before) and cue.AS_FOLLOWS.match(after):
        return "amends"
    if cue.REPLACES_ISSUED.search(before[-600:].strip()):
        return "replaces"
    if cue.WITHDRAWS.search(near) or re.search(r"(?<!\w)này thay(?: cho)?(?: các)?$", near):
        return "replaces"
    bare = cue.QUOTATION.sub("“”", before)[-200:].strip()
    reworded = _last(cue.REWORDS, bare)
    if reworded is not None and _object(bare, reworded):
        return "amends"
    if cue.CHANGED_HERE.search(near) and cue.CHANGES_WORDS.match(after):
        return "amends"
    replaced, amended = _last(cue.REPLACES, near), _last(cue.AMENDS, near)
    if replaced is not None and _object(near, replaced):
        part = cue.PART.search(near, replaced)  # an act that loses a part stays in force
        return "amends" if part or cue.AMENDS_AND.search(near[:replaced]) else "replaces"
    if amended is not None and cue.CHANGED_BY_IT.search(near):
        return "implements"
    if amended is not None and cue.ADJUSTED_IN.search(near):
        return (
            "implements"
            if re.search(r"(?<!\w)(?:theo|thực hiện)\s", near[max(0, amended - 40) : amended])
            else "cites"
        )
    if amended is not None and _object(near, amended) and not cue.CARRIED_ON.search(near, amended):
        drafted = None if amending else cue.DRAFTED.search(near, 0, amended)
        draft = drafted and re.search(r"xây dựng|dự th[ảa]o|trình|ban hành", near[: drafted.start()][-60:])
        return "cites" if draft or cue.PROPOSED.search(near[:amended]) else "amends"
    if (
        cue.NEGATED.search(near)
        or cue.LIKE.search(near)
        or cue.NARRATED.search(near)
        or cue.CHECKED.search(near)
    ):
        return "cites"
    opening = before.strip(' \t\n-+•.,;:“"(0123456789)')
    if cue.CONSIDERS.match(opening) and not recital:
        return "cites"  # a letter answers what it considers; a decision rests on it
    if cue.IMPLEMENTS.match(opening) or opening.startswith("thực hiện"):
        return "implements"
    before = _before_points(before)
    if cue.STATED_IN.search(near) or cue.BY_ITS_FORM.search(near):
        return "implements"
    if cue.CARRIES_OUT.search(near) or cue.CARRIES_OUT.search(before[-200:]):
        return "implements"
    done = _last(cue.IMPLEMENTS, before)
    if done is not None and len(before[done:].split()) <= 12:
        return "implements"
    return None


def _before_points(before: str) -> str:
    """The words without the places of the act that follows: "theo quy định tại | khoản 1, 2 Điều 5"."""
    words = before.split()
    kept, places = len(words), False
    for i in range(len(words) - 1, -1, -1):
        word = words[i].strip(",;")
        if word in cue.PLACE_WORDS:
            kept, places = i, True
        elif not (word in cue.BETWEEN_PLACES or cue.PLACE_NUMBER.fullmatch(word)):
            break
    return " ".join(words[:kept]) if places else before


def _object(near: str, trigger: int) -> bool:
    """Whether the act is what the verb at ``trigger`` changes: only "… một số điều của" between them."""
    tail = near[trigger:]
    return (
        len(tail.split()) <= 26
        and bool(cue.OBJECT.search(tail) or len(tail.split()) <= 3 or cue.AMENDS.fullmatch(tail))
        and not cue.ELSEWHERE.search(tail)
    )


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = None
    for match in pattern.finditer(text):
        found = match.start()
    return found


def _without(low: str, begin: int, end: int, earlier: list[Mention]) -> str:
    parts, at = [], begin
    for mention in earlier:
        parts.append(low[at : mention.start])
        at = max(at, mention.end)
    return " ".join([*parts, low[at:end]])


def _alias_of(low: str, mention: Mention, earlier: list[Mention]) -> Relation | None:
    """The relation of the act whose alias this mention, in brackets behind that act's title, defines."""
    if not mention.number or not cue.DEFINES.search(
        view.squeeze(low[max(0, mention.start - 60) : mention.start]) + " "
    ):
        opened = low[max(0, mention.start - 60) : mention.start]
        if not mention.number or not re.search(r"\(\s?$", opened):
            return None
    for other in reversed(earlier):
        if other.number and same_number(other.number, mention.number):
            return other.relation
    return None
