"""Whether a body behind a comma acts itself, or goes on with a list of objects, partners or things."""

from __future__ import annotations

from extractors.bearer_heads import head
from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.phrases import Tokens
from extractors.predicate import Predicate

_TAKES = {
    "với", "cùng", "gửi", "cáo", "đốc", "cầu", "nghị", "giao", "đạo", "dẫn", "mưu", "giúp", "trình", "cho",
    "để", "do", "nếu", "khi", "trường", "theo", "căn", "là", "gồm", "giữa", "như", "mà", "bởi", "nhằm",
    "trong", "tại", "qua", "đến", "từ", "về", "nhất", "mọi", "người", "sự", "việc", "trước", "mời", "hướng",
}  # fmt: skip
"""Words after which a body behind a comma may be an object, a partner or part of a condition."""


def beside(tokens: Tokens, found: Predicate) -> tuple[int, int] | None:
    """The subject of a further clause; none where the body after the comma may go on with a list of objects,
    partners or those reported to."""
    words = tokens.words
    if found.subject is None or found.verb is None or found.verb < found.subject[1]:
        return None
    if found.asks or found.second or found.past:
        return None
    if words[found.verb : found.verb + 2] == ["phối", "hợp"] and head(tokens, found.verb + 2):
        return None  # "Sở Y tế phối hợp Sở Nội vụ, | Sở Tài chính rà soát": partners go on
    wording = classes("wording.tsv")
    for i in range(found.verb + 1, len(words) - 2):
        if (words[i] in _TAKES and words[i : i + 2] != ["trước", ","]) or words[i : i + 1] in ([";"], [":"]):
            return None
        other = named(tokens, i + 1) if words[i] == "," else None
        if other is None:
            continue
        at = other.predicate
        if "trong" in words[other.start : other.end]:
            return None
        if at is None or not (verbs().match(words, at) or wording["must"].match(words, at)):
            return None
        same = words[at] == words[found.verb]
        if i - 3 > found.verb and any(head(tokens, k) == i - k for k in range(i - 3, i)):
            return None  # "ở một số đảng bộ, chi bộ": a list of bodies goes on
        of_body = "của" in words[max(found.verb, i - 8) : i] and not same
        listed = i > found.verb + 1 and words[i - 1] == words[found.verb]
        return None if of_body or listed or other.second else (other.start, other.end)
    return None


def ends_objects(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a body after a comma goes on with those reported to: "báo cáo Ủy ban nhân dân tỉnh, Bộ Tài
    chính về …"."""
    words = tokens.words
    for i in range(max(start, at - 16), at - 2):
        size = (
            2
            if words[i : i + 2] == ["báo", "cáo"]
            else 1
            if words[i] in ("gửi", "trình", "với", "mưu")
            else 0
        )
        before = named(tokens, i + size) if size else None
        if before and before.end >= at and before.start < at:
            return True
        if (
            before
            and before.predicate is None
            and words[before.end : before.end + 1] == [","]
            and before.end + 1 == at
        ):
            return True
    return False


_GOVERNS = frozenset(("của", "được", "giữa", "do", "cho", "với"))


def goes_on_list(tokens: Tokens, start: int, found: Predicate) -> bool:
    """Whether a body behind a comma, in small letters and without "các", goes on with those that "của" or
    "được" govern: "trách nhiệm của cấp ủy, | chính quyền trong lãnh đạo …"."""
    assert found.subject is not None
    at = found.subject[0]
    if distinct(tokens, found) or tokens.words[at - 1] != ",":
        return False
    for i in range(max(start, at - 12), at - 2):
        before = named(tokens, i + 1) if tokens.words[i] in _GOVERNS else None
        if before and before.start < at and (before.end >= at or before.end + 1 == at):
            return True
    return False


_THINGS = frozenset(
    (
        "khoản", "dữ liệu", "đại hội", "hội nghị", "dự án", "hồ sơ", "kinh phí", "nguồn", "công trình",
        "tài sản", "tài liệu", "thông tin", "số liệu", "giấy tờ", "máy móc", "phương tiện", "trang thiết",
        "hàng hóa", "sản phẩm", "biển báo", "mức", "đường", "cây",
    )
)  # fmt: skip
"""What a sentence may be about that acts itself as little as the rest of its list."""


def in_list_of_things(tokens: Tokens, start: int, found: Predicate) -> bool:
    """Whether the sentence begins with things, and what looks like a body behind a comma is one of them:
    "Mọi khoản thu xây cầu, | trường học phải công khai"."""
    assert found.subject is not None
    words = tokens.words
    at = start + classes("bearers.tsv")["det"].match(words, start)
    first = {" ".join(words[at : at + 2]), *words[at : at + 1]}
    body = found.subject[0]
    if found.asks or words[body - 1] != "," or distinct(tokens, found) or not first & _THINGS:
        return False
    comma = words.index(",", start)
    beside = any(head(tokens, i) == body - 1 - i for i in range(max(at, body - 5), body - 1))
    goes_on = "," in words[slice(*found.subject)] or "như" in words[at:comma] or _must_behind(tokens, found)
    return comma < body - 1 or beside or goes_on  # but "Các khoản thu, | nhà trường niêm yết": it acts


def _must_behind(tokens: Tokens, found: Predicate) -> bool:
    """Whether only what stands behind the next comma says that something must be: "hộ nuôi cá, | trạm cân
    phải …" are two of one list."""
    other = beside(tokens, found)
    body = named(tokens, other[0]) if other and not found.must else None
    at = body.predicate if body is not None else None
    return at is not None and bool(classes("wording.tsv")["must"].match(tokens.words, at))


def distinct(tokens: Tokens, found: Predicate) -> bool:
    """A body that stands out as a sentence's subject, by a capital or "các": "…, viên chức năm 2017 và …" may
    only go on with the list before it."""
    assert found.subject is not None
    at = found.subject[0]
    return (
        tokens.capital[at]
        or bool(classes("bearers.tsv")["det"].match(tokens.words, at))
        or (tokens.words[at - 1] == "thì")
    )
