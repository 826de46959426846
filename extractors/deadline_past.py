"""Times that are over when the directive is issued: they tell which things are meant, or what happened."""

from __future__ import annotations

import datetime as dt
import re

from extractors import moments
from extractors.deadline_around import Around

_MEETING = re.compile(
    r"(?:(?:cuộc|phiên|buổi)\s+(?:họp|làm\s+việc)|hội\s+nghị|kỳ\s+họp|giao\s+ban)\s*(?:vào)?\s*$"
)
_SAID_AT = re.compile(r"(?:(?<!cho\s)ý\s+kiến|chỉ\s+đạo|kết\s+luận|thống\s+nhất|thông\s+báo|phát\s+biểu)\b")


def has_ended(around: Around) -> bool:
    """Whether "đến …", "hết …" names a day before the directive's own."""
    last = around.last_day()
    return (
        around.issued is not None
        and last is not None
        and last < around.issued
        and around.begins("đến", "hết", "cho")
    )


_THOSE = re.compile(
    r"(?:^|\s)(?:người|những|đối\s+với|các|ai)\s(?:[^\s.;:,]{1,12}\s){0,8}(?:(?:đến|tính\s+đến)\s+)?$"
)
_HAD = re.compile(r"\s+đã\s")


def had_by_then(around: Around) -> bool:
    """ "đối với người đến | trước ngày 25/7 | đã có đủ 20 năm công tác": which are meant."""
    return (
        around.begins("trước", "đến", "tính")
        and _HAD.match(around.after(8)) is not None
        and _THOSE.search(around.before) is not None
    )


def is_over(around: Around) -> bool:
    """ "… tình hình trong 6 tháng đầu năm 2019" in an act of 2020: a time that is told of, none to act in."""
    if around.issued is None or not around.begins("trong", "vào"):
        return False
    value = moments.read(around.phrase, around.issued)
    last = moments.last_day(value.iso) if value.iso and not value.inferred else None
    return last is not None and last < around.issued and value.precision in ("year", "interval")


def is_bygone(around: Around) -> bool:
    """A day over a year before the directive's own, or a stretch of time that has ended: it says which things
    are meant ("nhà mua trước ngày 05/7/1994"), or what happened."""
    phrase, issued = around.phrase, around.issued
    if issued is None or not re.search(r"(?:1[89]|20)\d\d", phrase):
        return False
    if around.form.name == "interval":
        ends = [moments.read(part, issued) for part in re.split(r"đến|-", phrase)[-1:]]
        last = moments.last_day(ends[0].iso) if ends[0].iso and ends[0].precision in ("day", "time") else None
        return last is not None and last < issued
    value = moments.read(phrase, issued)
    last = moments.last_day(value.iso) if value.iso and not value.inferred else None
    return last is not None and last < issued - dt.timedelta(days=365)


def is_past_meeting(around: Around) -> bool:
    """ "… kết luận của Chủ tịch | tại phiên họp tháng 3/2024": where something was said, or a meeting that
    has been held."""
    if not around.begins("tại"):
        return False
    value = moments.read(around.phrase, around.issued)
    last = moments.last_day(value.iso) if value.iso else None
    if last is None:
        return False
    first, issued = moments.first_day(value.iso or ""), around.issued
    if value.inferred and last >= (issued or last) and _SAID_AT.search(around.before) is None:
        return False
    begun = issued is None or first is None or first <= issued
    return (begun and _SAID_AT.search(around.before) is not None) or (issued is not None and last < issued)


def is_bygone_meeting(around: Around) -> bool:
    """ "… ý kiến chỉ đạo tại cuộc họp ngày 22/8/2024": the day names the meeting, and bounds nothing."""
    if not _MEETING.search(around.before):
        return False
    issued = around.issued
    day = moments.first_day(moments.read(around.phrase, issued).iso or "")
    return bool(_SAID_AT.search(around.before)) or (issued is not None and day is not None and day < issued)
