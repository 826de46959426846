"""Who is bound where a body asks, assigns, agrees, gives notice or passes on what another asks."""

from __future__ import annotations

import re

from extractors.bearers import Named, named
from extractors.lexicon import classes, verbs
from extractors.modality import modality_of
from extractors.model import Modality
from extractors.phrases import CITATION, Tokens
from extractors.predicate import Predicate

ASSIGN_STRONG = {
    "yêu cầu",
    "đề nghị",
    "giao",
    "giao cho",
    "giao nhiệm vụ cho",
    "giao trách nhiệm cho",
    "phân công",
    "ủy quyền",
    "ủy quyền cho",
    "mời",
    "trân trọng kính mời",
    "trân trọng đề nghị",
    "kính đề nghị",
    "kính mong",
    "rất mong",
    "kính mời",
    "kêu gọi",
    "kiến nghị",
}

_NOTICES = {
    "thông báo để",
    "xin thông báo để",
    "thông báo đến",
    "thông báo tới",
    "thông báo cho",
    "trân trọng thông báo để",
}


def petitions(words: list[str], at: int, size: int) -> bool:
    """ "Kiến nghị cơ quan có thẩm quyền xử lý": to petition is the duty, whoever then acts."""
    said = " ".join(words[at + size : at + size + 8])
    asks = words[at : at + size] in (["kiến", "nghị"], ["đề", "xuất"])
    return (
        asks
        and re.match(r"(?:các )?(?:cơ quan|cấp|người)\s(?:\S+\s){0,3}?(?:có )?thẩm quyền", said) is not None
    )


def to_know(words: list[str], at: int) -> bool:
    """ "… biết, thực hiện", "để biết và thực hiện" after the body that a notice tells."""
    place = at + (words[at : at + 1] == ["để"])
    return words[place : place + 1] == ["biết"]


def _to_act(words: list[str], told: Named) -> bool:
    """Whether those told are to act ("thông báo đến các sở biết, thực hiện"), not only to know of it."""
    rest = " ".join(words[told.end : told.end + 9])
    carry_out = re.search(r"thực hiện|triển khai|chấp hành|tham gia", rest)
    acts = told.predicate == told.end and words[told.end] != "biết"
    return acts or carry_out is not None


def assigned(tokens: Tokens, at: int, size: int, subject: Named | None, opened: bool) -> Predicate:
    """ "Giao Sở Y tế chủ trì …": the object is the bearer."""
    place = at + size
    words = tokens.words
    asker = " ".join(words[at:place])
    if place < len(words) and words[place] in (":", "cho"):
        place += 1
    if words[place : place + 2] == ["trước", "mắt"]:
        place += 2  # "yêu cầu trước mắt các cấp ủy tập trung …"
    target = named(tokens, place) if place < len(words) else None
    if target is None:
        return Predicate(
            verb=at,
            asks=True,
            opened=opened,
            must=True,
            modality=modality_of(tokens, place),
            asker=asker,
            told=subject is not None,
        )
    predicate = target.predicate
    return Predicate(
        subject=(target.start, target.end),
        second=target.second,
        verb=predicate if predicate is not None else at,
        assigned=True,
        asks=True,
        must=True,
        opened=opened,
        modality=_granted(asker, at, predicate)
        or modality_of(tokens, predicate if predicate is not None else place),
        asker=asker,
        told=subject is not None,
    )


def _granted(asker: str, at: int, predicate: int | None) -> Modality | None:
    """Who is empowered may act: "Ủy quyền cho Giám đốc Sở … cấp phép"; where a body is to empower another, it
    has a duty."""
    empowers = at == 0 and predicate is not None and asker.startswith("ủy quyền")
    return "permission" if empowers else None


_DONE_BY_SAYING_SO = frozenset(
    (
        "bổ nhiệm", "miễn nhiệm", "công nhận", "thông qua", "ban hành", "điều động", "kỷ luật", "phê duyệt",
        "cử", "xóa tên", "giải thể", "sửa đổi", "kết nạp", "thành lập", "bổ sung", "chỉ định", "phân công",
        "cấp", "điều chỉnh", "khen thưởng", "phân bổ", "sáp nhập",
    )
)  # fmt: skip


def _is_let(words: list[str], at: int) -> bool:
    """Whether behind "đồng ý" stands what may now be done ("Đồng ý | tổ chức lễ trao giải"), nobody named and
    nothing else asked."""
    if words[at - 2 : at] != ["đồng", "ý"] or not verbs().match(words, at):
        return False
    behind = at + verbs().match(words, at)
    if words[behind : behind + 1] == ["của"]:
        return False  # "Đồng ý đề xuất của Sở Nội vụ"
    done = words[at] in _DONE_BY_SAYING_SO or " ".join(words[at : at + 2]) in _DONE_BY_SAYING_SO
    asks = classes("wording.tsv")["assign"]
    return not done and not any(
        asks.match(words, i + 1) for i, word in enumerate(words) if word in (",", ";", "và")
    )


def _and_gives(tokens: Tokens, at: int) -> Predicate | None:
    """Whom a job is given with what is agreed to: "Đồng ý mở thêm bến và giao | Phòng Kỹ thuật | lập …"."""
    words = tokens.words
    for i in range(at + 2, len(words) - 3):
        if words[i : i + 2] == ["và", "giao"] and named(tokens, i + 2) is not None:
            return assigned(tokens, i + 1, 1, None, True)
    return None


_WITH_WHAT = frozenset(
    ("về", "chủ", "trương", "cho", "phép", "giao", "để", "nguyên", "tắc", "với", "đề", "nghị", "của")
)
"""Words between an agreement and whom it lets act: "Đồng ý chủ trương cho phép | UBND xã …"."""


def agreed(tokens: Tokens, at: int, opened: bool) -> Predicate:
    """ "Đồng ý chủ trương Ủy ban nhân dân tỉnh lập Đề án": whom it names may act; else it binds nobody."""
    place = at + 2
    while place < len(tokens) and tokens.words[place] in _WITH_WHAT:
        place += 1
    target = named(tokens, place) if place < len(tokens) else None
    if target is None and (handed := _and_gives(tokens, at)) is not None:
        return handed
    if target is None and _is_let(tokens.words, at + 2):
        return Predicate(verb=at, must=True, opened=opened, modality="permission")
    if target is None or target.predicate is None or "thôi" in tokens.words[target.start : target.end]:
        return Predicate(past=True, opened=opened)  # "… để đồng chí X thôi giữ chức": done by saying so
    return Predicate(
        (target.start, target.end),
        target.second,
        target.predicate,
        True,
        True,
        True,
        opened=opened,
        modality="obligation" if tokens.words[place - 1] == "giao" else "permission",
    )


_LONGEST_STAFF = 3
"""Words of staff that are nobody in particular; more say whose they are ("lãnh đạo các sở")."""


def own_staff(tokens: Tokens, at: int) -> bool:
    """Whether a body assigns people of its own house, nobody in particular: "Chi bộ phân công | đảng viên |
    theo dõi" is the body's duty; "giao | cán bộ, công chức | rà soát" theirs."""
    staff = classes("bearers.tsv")["staff"].match(tokens.words, at) and not tokens.capital[at]
    people = named(tokens, at) if staff else None
    if people is None or "," in tokens.words[people.start : people.end]:
        return False
    if people.predicate == people.end and tokens.words[people.end - 1] == "và":
        return True  # "phân công | người trực cả đêm | và chịu trách nhiệm …": the body goes on
    ends = people.predicate is None and people.end >= len(tokens)
    full = tokens.words[people.end - 2 : people.end] in (["chính", "thức"], ["dự", "bị"])
    nobody = people.end - people.start - 2 * full <= _LONGEST_STAFF
    return (ends or people.predicate == people.end) and nobody


def _only_tells(words: list[str], told: Named) -> bool:
    """Whether a body tells those whom it serves: "Sở Giáo dục thông báo cho | phụ huynh | nộp hồ sơ"."""
    table = classes("bearers.tsv")
    return table["public"].match(words, told.start + table["det"].match(words, told.start)) > 0


_SENDS = frozenset(("chuyển", "gửi", "sao", "có"))

_LONGEST_SENT = 9


def sent_on(tokens: Tokens, at: int, opened: bool) -> Predicate | None:
    """Who is asked behind an act that is passed on: "Sở Y tế gửi Công văn số … | đề nghị các bệnh viện thực
    hiện"."""
    words = tokens.words
    if at >= len(words) or words[at] not in _SENDS or CITATION not in words[at + 1 : at + 4]:
        return None
    for i in range(at + 2, min(at + _LONGEST_SENT, len(words) - 2)):
        if words[i] == ";":
            return None
        if words[i : i + 2] in (["đề", "nghị"], ["yêu", "cầu"]):
            asked = assigned(tokens, i, 2, None, opened)
            return asked if asked.assigned else None
    return None


def noticed(tokens: Tokens, place: int, size: int, opened: bool) -> Predicate | None:
    """Whom a notice tells to act: "Sở Y tế thông báo để | các bệnh viện | thực hiện"; None where they are
    only told."""
    words = tokens.words
    phrase = " ".join(words[place : place + size])
    if phrase not in _NOTICES and phrase != "thông báo":
        return None
    target = named(tokens, place + size)
    target = None if target and _only_tells(words, target) else target
    if target is None:
        return None
    if not _to_act(words, target) and not (phrase == "thông báo" and to_know(words, target.end)):
        return None
    told = target.predicate or place
    return Predicate((target.start, target.end), target.second, told, True, True, True, opened=opened)
