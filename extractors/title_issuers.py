"""The issuer that a citation prints behind the act's title: "Thông tư số 41/2021/TT-BYT ngày … quy định về …
của Bộ trưởng Bộ Y tế". Only a body that the number's own code stands for is taken: a title speaks of other
bodies, too ("về nhiệm vụ của Sở Y tế")."""

from __future__ import annotations

import re

from extractors import tables, view
from extractors.body_phrases import body_end
from extractors.mentions import Mention

_TITLE = re.compile(
    r"\s{0,3}(?:\([^()\n]{2,80}\)\s{0,3})?(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|"
    r"triển khai)\s"
)
_OF = re.compile(r"(?<!\w)của\s{1,3}")
_TITLE_S = re.compile(
    r"(?:nhiệm vụ|quyền hạn|tổ chức|bộ máy|hoạt động|lãnh đạo|năng lực|sức chiến đấu|thẩm quyền|trách nhiệm|"
    r"cơ cấu|biên chế|chất lượng|vai trò|nghị quyết|chỉ thị|kế hoạch|quyết định|kết luận|thông báo|"
    r"chương trình)\s$"
)
"""Before "của" inside a title: what is the body's there ("nhiệm vụ của Sở", "nghị quyết của Chính phủ")."""
_STOPS = re.compile(r"[.;](?:\s|$)|\n\s{0,9}\n")
_LONGEST_TITLE = 360
_HOLDER = re.compile(
    r"^(?:bộ trưởng|thứ trưởng|chủ tịch|chủ nhiệm|tổng giám đốc|giám đốc|thống đốc|trưởng ban)\s"
)
_TERRITORIAL = {
    "UBND": ("ubnd", "ủy ban nhân dân"),
    "HDND": ("hđnd", "hội đồng nhân dân"),
    "TU": ("tỉnh ủy", "thành ủy", "ban thường vụ tỉnh ủy", "ban thường vụ thành ủy"),
    "HU": ("huyện ủy", "ban thường vụ huyện ủy"),
    "DU": ("đảng ủy", "ban thường vụ đảng ủy"),
}
"""How the names of bodies begin that share a code, whatever their territory."""
_SMALL = frozenset(("và", "của", "các", "-", "–", ","))


def behind_title(plain: str, low: str, mention: Mention, following: int) -> str | None:
    """The body, as printed; ``following`` is where the next act is named. None where the code names none."""
    code = mention.parsed.issuer_code if mention.parsed else None
    title = _TITLE.match(low, mention.end) if code else None
    if title is None or code is None:
        return None
    limit = min(len(low), following, title.end() + _LONGEST_TITLE)
    stop = _STOPS.search(low, title.end(), limit)
    limit = stop.start() if stop else limit
    for of in reversed([*_OF.finditer(low, title.end(), limit)]):
        end = body_end(plain, low, of.end(), limit)
        if end is None or _TITLE_S.search(low, title.start(), of.start()) or not plain[of.end()].isupper():
            continue
        ends = low[end : end + 2].strip()[:1] in ("", ",", ".", ";", ")", "(")
        if ends and _stands_for(plain[of.end() : end], code):
            return view.squeeze(plain[of.end() : end])
    return None


def _stands_for(name: str, code: str) -> bool:
    """Whether a number's code is a body's: its initials ("BGDĐT"), or what the table of bodies gives it."""
    first = tables.ascii_code(re.split(r"[-/.&]", code)[0])
    body = _HOLDER.sub("", view.folded(name))
    if any(body.startswith(kinds) for kinds in _TERRITORIAL.get(first, ())):
        return name.split()[-1][:1].isupper()  # of a territory: "của Ủy ban nhân dân xã" may be any
    known = tables.bodies().get(first)
    if known is not None and view.folded(known.name) in (body, view.folded(name)):
        return True
    printed = name[len(name) - len(body) :]
    initials = "".join(
        word if word.isupper() and len(word) > 1 else word[0]
        for word in re.findall(r"[^\W\d_]+", printed)
        if word.lower() not in _SMALL
    )
    return len(first) > 1 and tables.ascii_code(initials.upper()) == first
