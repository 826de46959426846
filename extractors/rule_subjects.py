"""Whom a rule counts or bounds, as its words or the heading above them name them."""

from __future__ import annotations

import re

from extractors import view
from extractors.model import Span
from extractors.structure import Clause, Structure

_WHO = (
    r"(?:các|những|từng|mỗi|mọi)?\s*(?:tập\s+thể|cá\s+nhân|đảng\s+viên|cán\s+bộ|công\s+chức|viên\s+chức|người|tổ\s+chức|chi\s+bộ|"
    r"đảng\s+bộ|cơ\s+quan|đơn\s+vị|đảng\s+ủy|cấp\s+ủy|chi\s+ủy|lãnh\s+đạo|sĩ\s+quan|giáo\s+viên|đoàn\s+viên|hội\s+viên|học\s+sinh|"
    r"chi\s+đoàn|chi\s+hội|tổ\s+(?:đảng|công\s+đoàn)|phòng|"
    r"ban\s+\w+|thành\s+viên)"
)
_LABEL = re.compile(rf"(?P<who>{_WHO}(?!\w)[^:;“\"]{{0,140}}?)\s*:")
_NARROWS = re.compile(
    rf"(?:riêng(?:\s+đối\s+với)?|đối\s+với|với)\s+(?P<who>{_WHO}(?!\w)[^:;“\"]{{0,140}}?)\s*(?:[:,]|$)"
)
_COUNTED = re.compile(
    rf"(?:số\s+lượng|tỷ\s+lệ|tỉ\s+lệ|tổng\s+số|số|xếp\s+loại)\s+(?P<who>{_WHO}(?!\w)[^:;“\"]{{0,140}}?)\s*"
    r"(?=(?:được\s+)?(?:đánh\s+giá|xếp\s+loại|xếp|công\s+nhận|đạt|hoàn\s+thành)|[“\"]|không|ở\s+mức|tối\s+đa)"
)
_BOUNDED = re.compile(
    rf"(?:(?:đối\s+với|cho)\s+)?(?P<who>{_WHO}(?!\w)[^:;,“\"]{{0,120}}?)\s*"
    r"(?=(?:mới|có|mà|tại\s+thời\s+điểm|vào\s+thời\s+điểm|thời\s+gian|chưa|không|dưới|đang|còn|từ\s+\d|được)(?!\w)|[,;.:(]|$)"
)
_LONGEST_LABEL = 30


def counted(structure: Structure, clause: Clause, span: Span) -> str | None:
    """Whom a quota counts: its qualifier ("Riêng viên chức các trường, …", "Đảng viên: …"), the noun after
    "số lượng", or the label it stands under. ``span`` runs up to the limit. None where nothing says so."""
    low = structure.low
    for pattern in (_NARROWS, _LABEL):
        if found := pattern.match(low, *span):
            return _printed(structure, found)
    if found := _COUNTED.search(low, *span):
        return _printed(structure, found)
    for above in structure.ancestors(clause):
        words = low[slice(*above.span)].split()
        labels = (above.opens or above.kind == "heading") and len(words) <= _LONGEST_LABEL
        if labels and (found := _label(low, above.span)):
            return _printed(structure, found)
    return None


def _label(low: str, span: Span) -> re.Match[str] | None:
    narrowed = _NARROWS.match(low, *span)
    return narrowed or re.compile(rf"(?P<who>{_WHO}(?!\w)[^:;“\"]{{0,140}}?)\s*:?\s*$").match(low, *span)


def bounded(structure: Structure, span: Span) -> str | None:
    """Whom a least number or term bounds: "đối với tập thể lãnh đạo mới thành lập …" → "tập thể lãnh đạo"."""
    found = re.compile(rf"đối\s+với\s+{_WHO}").search(structure.low, *span)
    match = _BOUNDED.match(structure.low, found.start(), span[1]) if found else None
    match = match or _BOUNDED.match(structure.low, *span)
    return _printed(structure, match) if match else None


def _printed(structure: Structure, found: re.Match[str]) -> str:
    return view.squeeze(structure.plain[found.start("who") : found.end("who")]).strip(" ,")
