"""Where the name of a body or person that may act begins: "các" + "cấp ủy", "13 Cục Thuế", "Báo Hà Giang"."""

from __future__ import annotations

from extractors import compounds
from extractors.lexicon import classes, verbs
from extractors.phrases import Tokens

_OF_WHERE = (["tỉnh"], ["bộ"], ["sở"], ["huyện"], ["thành"], ["quận"], ["nhà"], ["chính"], ["thị"])
_HALVES = tuple(
    ["chi", *mark, "đảng", kind] for mark in ([","], ["và"], [",", "các"], ["-"]) for kind in ("bộ", "ủy")
)
"""Names whose first half leaves its noun to the second: "các chi, đảng bộ"."""
_SYSTEM = ["hệ", "thống", "chính", "trị"]
_DECIDES = frozenset(
    (
        "cử",
        "bầu",
        "bàn",
        "thảo luận",
        "thông qua",
        "biểu quyết",
        "quyết định",
        "xem xét",
        "tiến hành",
        "lập",
        "thỏa thuận",
        "hiệp thương",
    )
)
"""What a meeting does itself: "Hội nghị thông qua biên bản"; other verbs tell of it."""
_PRESS = frozenset(("báo", "thanh"))
_LED = frozenset(("cục", "vụ", "viện", "phòng", "văn", "ban", "chi", "trung", "trường", "khoa", "tổng"))
"""First words of bodies whose leaders act: "Lãnh đạo Văn phòng | ký …"."""
AFFAIRS = frozenset(("phục", "nhiệm", "dịch", "nghiệp", "thời", "chức", "nghĩa", "công", "sự", "mùa", "lãnh"))
"""Words that make one word with "vụ", so that no department begins there: "phục vụ", "nghiệp vụ"."""
_SENT_OUT = frozenset(("kiểm", "giám", "công", "khảo", "thanh", "đi"))
"""What follows "đoàn" where it is a party sent out, not the Youth Union."""


_ORGANISATIONS = frozenset(
    (
        "công đoàn",
        "tín dụng",
        "kinh tế",
        "chính trị",
        "tư vấn",
        "giám định",
        "xã hội",
        "phi chính",
        "hành nghề",
    )
)
"""What organisations are for: "tổ chức tín dụng"."""
_LONGEST_WHAT_FOR = 12


def _organisation(words: list[str], at: int) -> bool:
    """Whether "tổ chức" before a place is a body and no verb: "tổ chức tín dụng | báo cáo", "tổ chức cung ứng
    dịch vụ | phải …", "tổ chức được cấp phép | có trách nhiệm …"."""
    must = classes("wording.tsv")["must"]
    if " ".join(words[at : at + 2]) in _ORGANISATIONS:
        return any(
            verbs().match(words, i) or must.match(words, i) for i in (at + 2, at + 3) if i < len(words)
        )
    for i in range(at + 1, min(at + _LONGEST_WHAT_FOR, len(words))):
        if not words[i][0].isalpha() or words[i] in ("để", "cho", "các", "những", "theo", "và", "cần"):
            return False
        if must.match(words, i) and words[i] != "bắt":
            return True
    return False


def head(tokens: Tokens, at: int) -> int:
    """Tokens of a bearer's head at a place ("các" + "cấp ủy"), 0 where none begins."""
    table = classes("bearers.tsv")
    words = tokens.words
    start = at
    for _ in range(3):
        step = table["det"].match(words, at)
        if not step or at + step >= len(words):
            break
        at += step
    counted = words[at : at + 1] and words[at].isdigit() and len(words[at]) <= 3
    of_all = words[at + 1 : at + 2] == ["%"] and words[at - 1] in (",", "thì")
    if counted and (at == 0 or of_all or words[at - 1] in ("với", "giao", "cầu", "nghị")):
        share = 2 if words[at + 1 : at + 2] == ["%"] else 1
        share += table["det"].match(words, at + share)
        at += share if table["head"].match(words, at + share) else 0  # "13 Cục Thuế", "100% các chi bộ"
    if at >= len(words):
        return 0
    for halves in _HALVES:
        if words[at : at + len(halves)] == halves:
            return at - start + len(halves)
    if words[at : at + 3] == ["tổ", "chức", "đoàn"] and _SENT_OUT.intersection(words[at + 3 : at + 4]):
        return 0  # "Tổ chức Đoàn kiểm tra"
    if words[at] in tokens.abbreviated and tokens.capital[at]:
        return at - start + 1
    if at and words[at - 1 : at + 1] == ["xã", "hội"]:
        return 0
    if at and words[at] == "vụ" and words[at - 1] in AFFAIRS and not tokens.capital[at]:
        return 0  # "theo danh mục phục | vụ tra cứu phải rà soát"
    found = table["head"].match(words, at)
    ordered = at and words[at - 1] in (":", ".") and at == start and not _organisation(words, at + 2)
    if ordered and words[at : at + 2] == ["tổ", "chức"] and verbs().match(words, at + 2):
        return 0  # "Ủy ban nhân dân các huyện: | Tổ chức phổ biến …"
    if words[at : at + 3] == ["kế", "toán", ","] and at == start and not tokens.capital[at]:
        return 0  # "kế toán, kiểm kê tài sản": what is done
    if words[at : at + 2] == ["hội", "nghị"] and found == 2:
        after = words[at + 2 : at + 4]
        return (
            at - start + 2
            if after[:1] and after != ["cử", "tri"] and ({after[0], " ".join(after)} & _DECIDES)
            else 0
        )
    if words[at : at + 2] == ["báo", "cáo"]:
        return 0  # "Báo cáo Bộ trước khi quyết định"
    inside = compounds.inside(words, at)
    verb = verbs().match(words, at)
    if table["not"].match(words, at) >= max(found, 1):
        return 0
    bare = at == start
    if bare and words[at : at + found] == _SYSTEM:
        return 0  # "Hệ thống chính trị cơ sở được củng cố": only all of it acts
    if words[at : at + 2] == ["tổ", "chức"] and bare and _organisation(words, at + 2):
        return 2
    if (
        verb >= max(found, inside) > 0
        and bare
        and not (tokens.capital[at] and at > 0 and words[at - 1] != ":")
    ):
        if (
            words[at] in _PRESS
            and words[at : at + 2] != ["báo", "cáo"]  # "Báo cáo Ủy ban nhân dân tỉnh …"
            and at + verb < len(words)
            and tokens.capital[at]
            and tokens.capital[at + verb]
        ):
            return found  # "Báo Hà Giang"
        if words[at : at + 2] == ["lãnh", "đạo"] and _LED.intersection(words[at + 2 : at + 3]):
            unit = at + 3 < len(words) and not verbs().match(words, at + 2) and verbs().match(words, at + 3)
            if at == 0 and tokens.capital[0] and unit:
                return 3  # "Lãnh đạo khoa | đôn đốc giảng viên"
            return found if tokens.capital[at] and tokens.capital[at + 2] else 0
        return found if words[at + verb : at + verb + 1] in _OF_WHERE and tokens.capital[at] else 0
    if verb > max(found, inside) and not tokens.capital[at]:
        return 0
    if (
        found == 1
        and bare
        and words[at] in ("khoa", "tổ", "bộ", "ban", "báo", "đài", "thanh", "cấp", "người", "chủ")
        and at + 1 < len(words)
    ):
        following = words[at + 1]
        if words[at] in ("cấp", "chủ") and inside <= 1:
            return 0
        if words[at] == "khoa" and not (tokens.capital[at] and tokens.capital[at + 1]):
            return 0  # "khoa học", "khoa bảng"
        if words[at] == "ban" and following in ("hành", "bố", "đầu"):
            return 0
        if words[at] == "báo" and following in ("cáo", "động", "hiệu", "tin"):
            return 0
    return at - start + max(found, inside) if found else 0
