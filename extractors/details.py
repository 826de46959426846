"""What an obligation says besides its bearer: the action, partners, to whom one reports, the condition."""

from __future__ import annotations

from collections.abc import Sequence

from extractors import view
from extractors.bearer_heads import head
from extractors.bearers import named
from extractors.lexicon import classes
from extractors.model import Span
from extractors.phrases import BRACKET, Tokens
from extractors.predicate import Predicate
from extractors.structure import Structure

_ENDS_BODY = frozenset(
    ("trong", "trước", "sau", "vào", "kết", "để", "theo", "chậm", "định", "đúng", "tại", "bằng", "nếu", "và")
)
"""Words that no body's name goes on with, where it is reported to."""


def _text(structure: Structure, span: Span) -> str:
    return view.squeeze(structure.plain[span[0] : span[1]]).strip(" ,;:.")


def addressed(structure: Structure, tokens: Tokens) -> list[str]:
    """ "Đối với các cấp ủy …, thì …": the bearer named by the adverbial, where the clause has no subject."""
    if tokens.words[:2] != ["đối", "với"] or len(tokens) < 4:
        return []
    found = named(tokens, 2)
    return [_text(structure, tokens.span(found.start, found.end))] if found else []


_DETERMINERS = ("các", "những", "mọi", "từng", "mỗi")
_PEOPLE = frozenset(
    (
        "người", "cá nhân", "đảng viên", "cán bộ", "công chức", "viên chức", "học sinh", "sinh viên",
        "học viên", "thí sinh", "hộ", "đoàn viên", "hội viên", "trường hợp", "nhân dân", "tập thể",
    )
)  # fmt: skip
"""Those whom an order may be about: "Đối với đảng viên vi phạm: xem xét kỷ luật"."""


def meant(structure: Structure, tokens: Tokens) -> list[str]:
    """ "Đối với các bệnh viện tuyến cuối: Thành lập đội cấp cứu …": the body that a label addresses acts; []
    for people, who may be what the order is about."""
    if tokens.words[:2] != ["đối", "với"]:
        return []
    found = named(tokens, 2)
    if found is None or tokens.words[found.end : found.end + 1] != [":"]:
        return []
    at = next((i for i, word in enumerate(tokens.words[2:], 2) if word not in _DETERMINERS), 2)
    people = tokens.words[at] in _PEOPLE or " ".join(tokens.words[at : at + 2]) in _PEOPLE
    return [] if people else [_text(structure, tokens.span(found.start, found.end))]


def action(structure: Structure, tokens: Tokens, found: Predicate, deadlines: Sequence[Span]) -> str | None:
    """The predicate without its modal verb, nor a deadline at its end; None for a noun phrase."""
    if found.verb is None:
        return None
    at = found.verb
    if tokens.words[at] == "thì" and at + 1 < len(tokens):
        at += 1
    wording = classes("wording.tsv")
    for key in ("assign", "must", "not", "may"):
        if not found.assigned and (size := wording[key].match(tokens.words, at)) and at + size < len(tokens):
            at += size
            break
    start, end = tokens.span(at, len(tokens))
    for deadline in sorted(deadlines, reverse=True):
        if deadline[1] >= end - 1 and deadline[0] > start:
            end = deadline[0]
    text = _text(structure, (start, end))
    for tail in (" xong", " vào", " hoàn thành"):
        text = text.removesuffix(tail)
    return text or None


def partners(structure: Structure, tokens: Tokens) -> list[str]:
    """Bodies after "phối hợp với"."""
    out: list[str] = []
    words = tokens.words
    for i in range(len(words) - 2):
        if words[i : i + 2] != ["phối", "hợp"]:
            continue
        for j in range(i + 2, min(i + 5, len(words) - 1)):
            if words[j] in ("với", "cùng"):
                found = named(tokens, j + 1)
                if found:
                    out.append(_text(structure, tokens.span(found.start, found.end)))
                break
    return list(dict.fromkeys(out))


_NO_SUBMITTING = frozenset(("công", "chương", "tờ", "quy", "giáo", "lộ", "tiến", "quá"))
"""First halves of nouns that end in "trình"."""
_WHAT_IS_SENT = frozenset(
    (
        "tình hình", "danh sách", "dự thảo", "dự toán", "đề án", "kế hoạch", "phương án", "tờ trình",
        "báo cáo", "số liệu", "nội dung", "hồ sơ", "văn bản", "nhu cầu", "ý kiến", "nghị quyết", "các nội",
        "những nội", "về việc", "chương trình", "công tác", "tiến độ", "khó khăn", "danh mục",
    )
)  # fmt: skip
_REACH = 9


def _ends_body(tokens: Tokens, at: int) -> bool:
    """Whether the name of a body that is reported to ends before a token: "Sở Nội vụ | tình hình thực hiện",
    not "Đoàn ĐBQH | và HĐND tỉnh"."""
    words = tokens.words
    if words[at] == "và":
        return not tokens.capital[at + 1 : at + 2] or not tokens.capital[at + 1]
    return words[at] in _ENDS_BODY or (
        not tokens.capital[at] and " ".join(words[at : at + 2]) in _WHAT_IS_SENT
    )


def _sent_where(tokens: Tokens, at: int) -> int:
    """Where the body stands that something is sent to: "gửi | danh sách về | Sở Y tế"."""
    words = tokens.words
    if at < len(words) and (words[at] in _TOWARDS or named(tokens, at)):
        return at
    for i in range(at, min(at + _REACH, len(words) - 1)):
        if words[i] in (";", ":") or (words[i] == "," and words[i + 1 : i + 3] != ["báo", "cáo"]):
            break
        if words[i] in _TOWARDS and named(tokens, i + 1):
            return i
    return at


_TOWARDS = ("về", "đến", "cho", "tới")


def report_to(structure: Structure, tokens: Tokens) -> list[str]:
    """Bodies that are reported to, and, after "qua", those through which."""
    out: list[str] = []
    words = tokens.words
    for i in range(len(words) - 2):
        size = 2 if words[i : i + 2] == ["báo", "cáo"] else 1 if words[i] in ("gửi", "trình", "qua") else 0
        if not size or (words[i] == "qua" and not out):
            continue
        if i and words[i] == "trình" and words[i - 1] in _NO_SUBMITTING:
            continue
        at = _sent_where(tokens, i + size) if words[i] == "gửi" else i + size
        while at < len(words) and words[at] in ("về", "cho", "tới", "đến", "với", "lên"):
            at += 1
        found = named(tokens, at) if at < len(words) else None
        if found:
            marks = [j for j in range(found.start, min(found.end + 1, len(words))) if words[j] == BRACKET]
            close = marks[0] if marks else found.end
            close = next((j for j in range(found.start + 1, close) if _ends_body(tokens, j)), close)
            out.append(_text(structure, tokens.span(found.start, close)))
            if marks:
                out += _through(structure, tokens.spans[marks[0]])
    return list(dict.fromkeys(out))


def _through(structure: Structure, bracket: Span) -> list[str]:
    """ "(qua Ban Tổ chức Thành ủy)"."""
    inner = structure.plain[bracket[0] + 1 : bracket[1] - 1]
    for lead in ("qua ", "thông qua ", "Qua ", "Thông qua "):
        if inner.startswith(lead):
            return [_text(structure, (bracket[0] + 1 + len(lead), bracket[1] - 1))]
    return []


def condition(structure: Structure, tokens: Tokens) -> str | None:
    """ "nếu …", "trường hợp …" up to its comma or "thì"."""
    words = tokens.words
    asks = classes("wording.tsv")["assign"]
    for i in range(len(words)):
        if words[i] == "nếu" or words[i : i + 2] == ["trường", "hợp"]:
            if words[i : i + 2] == ["trường", "hợp"] and i and words[i - 1] in ("các", "những", "trừ"):
                continue
            end = i + 1
            while (
                end < len(words)
                and words[end] not in ("thì", ";")
                and not asks.match(words, end)
                and not (words[end] == "," and (end - i > 5 or head(tokens, end + 1) > 0))
            ):
                end += 1
            return _text(structure, tokens.span(i, end))
    return None
