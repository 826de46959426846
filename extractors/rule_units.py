"""Within what a quota is counted, as its words say it: "mỗi chi bộ …", "… của một tổ chức cơ sở đảng".

Who is counted ("số đảng viên") is another matter: `rule_subjects`.
"""

from __future__ import annotations

import re

from extractors import view
from extractors.model import Span
from extractors.structure import Structure

_KIND = (
    r"(?:tổ\s+chức\s+cơ\s+sở\s+đảng|tổ\s+chức(?!\s+cơ\s+sở)|đảng\s+bộ|chi\s+bộ|đảng\s+ủy|chi\s+ủy|cấp\s+ủy|đoàn\s+cơ\s+sở|"
    r"chi\s+đoàn|công\s+đoàn|chi\s+hội|cơ\s+quan|đơn\s+vị|doanh\s+nghiệp|công\s+ty|tập\s+thể|địa\s+phương|phòng|ban|"
    r"khoa|trường|trạm|bệnh\s+viện|sở|xã|phường|thị\s+trấn|huyện|quận|tổ(?!\s+chức))(?!\w)"
)
_ENDS = (
    r"(?=\s*(?:[.,;:()“”\"…]|$)|\s+(?:được|xếp|đánh\s+giá|đạt|hoàn\s+thành|không|tối\s+đa|nhiều\s+nhất|ở\s+mức|lấy|chọn|"
    r"bình|xét|lựa|giới\s+thiệu|đề\s+nghị|chỉ|có|là|thì|trở\s+lên|đó|này|ấy|mình|so\s+với|để|mà|theo|trừ|khống\s+chế|"
    r"giới\s+hạn|trong|phải|loại|mức|k?ht(?:xs|t)?nv)(?!\w))"
)
_NAMED = rf"(?P<unit>{_KIND}(?:\s*,\s*{_KIND})*[^.,;:()“”\"]{{0,70}}?){_ENDS}"
_LARGE = (
    r"(?:tổ\s+chức\s+cơ\s+sở\s+đảng|tổ\s+chức\s+đảng|đảng\s+bộ|chi\s+bộ|chi\s+đoàn|công\s+đoàn|cơ\s+quan|đơn\s+vị|"
    r"doanh\s+nghiệp|phòng|khoa|trường)(?!\w)"
)
"""What is a unit counted in without "mỗi" too: "… của chi bộ đó", "… trong đảng bộ cơ sở"."""
_EACH = r"(?:mỗi|từng|(?:trong\s+)?cùng\s+một|cùng|một)\s+(?:một\s+)?"
_WITHIN = r"(?<!\w)(?:trong|của|tại|ở|thuộc|trên|theo)\s+(?:(?:phạm\s+vi|nội\s+bộ|toàn)\s+)?"
_OPENS = re.compile(rf"\W*(?:trong\s+|ở\s+|tại\s+|đối\s+với\s+|với\s+)?(?:mỗi|từng)\s+{_NAMED}")
""" "Mỗi chi bộ lấy không quá …", "Trong từng đơn vị, số …": the unit opens the sentence."""
_CHOOSES = re.compile(
    rf"\W*(?:các\s+)?{_NAMED}\s+(?:xét\s*,?\s+)?(?:được\s+)?(?:lựa\s+chọn|bình\s+chọn|xét\s+chọn|chọn|lấy|"
    r"giới\s+thiệu|đề\s+nghị)(?:\s+\w+){0,4}\s*$"
)
""" "Các chi bộ lựa chọn | không quá …": who chooses, chooses among its own."""
_IN_EACH = re.compile(rf"(?:{_WITHIN}{_EACH}|(?<!\w)cùng\s+(?:một\s+)?){_NAMED}")
_IN = re.compile(
    rf"(?<!quy định )(?<!hướng dẫn )(?<!chỉ đạo )(?<!yêu cầu )(?<!đề nghị )(?<!kết luận ){_WITHIN}"
    rf"(?P<unit>{_LARGE}[^.,;:()“”\"]{{0,70}}?){_ENDS}"
)
_MANAGED = re.compile(
    rf"(?<!\w)(?P<unit>diện\s+(?:quản\s+lý(?:\s+của\s+[^.,;:()“”\"]{{2,80}}?)?|(?!quản)[^.,;:()“”\"]{{2,80}}?\s+quản\s+lý)){_ENDS}"
)
""" "… cùng thuộc diện quản lý của một cấp", "… diện Ban Thường vụ Huyện ủy quản lý"."""
_ALIKE = re.compile(
    r"(?<!\w)(?P<unit>(?:cùng|từng|mỗi)\s+(?:một\s+)?(?:nhóm|loại\s+hình|khối|cụm|lĩnh\s+vực|chức\s+danh|"
    r"ngạch|cấp(?!\s+ủy)|tính\s+chất)(?!\w)[^.,;:()“”\"]{0,80}?)(?=\s*(?:[.,;:()“”\"]|$)|\s+(?:được|xếp|"
    r"đánh\s+giá|đạt|hoàn\s+thành|không|tối\s+đa)(?!\w))"
)
""" "… cùng nhóm chức danh", "… theo từng nhóm có nhiệm vụ tương đồng": "cùng", "từng" say what is meant."""


def within(structure: Structure, sentence: Span, start: int, limit: Span) -> str | None:
    """The unit or units, as written, without "mỗi" or "từng"; None where the words name none.

    ``sentence``: the part of the clause that states the quota; ``start``: where the quota's own words begin;
    ``limit``: its bound. Before these words only what is said of each unit counts: what else stands there
    is of another matter.
    """
    low = structure.low
    found: list[Span] = []
    opened = _OPENS.match(low, sentence[0], limit[0]) or _CHOOSES.match(low, sentence[0], limit[0])
    if opened:
        found.append(opened.span("unit"))
    before = _in_part(low, (sentence[0], start), (_IN_EACH,))
    found += [span for span in before if not low[span[1] : start].strip(" \n,")]
    for part in ((start, limit[0]), (limit[1], sentence[1])):
        found += _in_part(low, part, (_IN, _IN_EACH, _MANAGED, _ALIKE))
    names: dict[str, str] = {}
    for span in found:
        name = view.squeeze(structure.plain[slice(*span)]).strip()
        said = view.lower(name)
        if not any(other.startswith(said) for other in names):  # "của chi bộ Một … của chi bộ"
            names[said] = name
    return ", ".join(names.values()) or None


def _in_part(low: str, part: Span, patterns: tuple[re.Pattern[str], ...]) -> list[Span]:
    """What the patterns find, in order, the longer of two that overlap."""
    spans = [m.span("unit") for pattern in patterns for m in pattern.finditer(low, *part)]
    out: list[Span] = []
    for span in sorted(set(spans), key=lambda s: s[0] - s[1]):
        if all(span[1] <= a or b <= span[0] for a, b in out):
            out.append(span)
    return sorted(out)
