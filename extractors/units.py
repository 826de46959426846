"""Units that bind: the parts of a sentence between semicolons, those without a verb of their own joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors import cues, passives, phrases, predicates, view
from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.model import Span
from extractors.phrases import CITATION, Tokens
from extractors.predicate import Predicate
from extractors.structure import Structure

_LONGEST_NAME = 2500
"""Characters of a bearer parted by semicolons; the longest read (a decision's last article) took 900."""
_MOST_PARTS = 20
_MOST_JOINS = 200
"""Joins tried in one sentence: no directive's has as many parts, and each try reads its parts again."""


@dataclass(slots=True)
class Unit:
    """One or more parts of a sentence that bind together."""

    span: Span
    tokens: Tokens
    found: Predicate


def read(structure: Structure, citations: Sequence[Span], parts: Sequence[Span]) -> list[Unit]:
    """The units of a sentence, given its parts: one without a verb of its own goes with the part before it,
    for an enumeration is one. ``citations``: spans of acts named; they hide words that look like verbs."""
    single: list[Unit] = []
    run, joins_left = 0, _MOST_JOINS
    for part in parts:
        if (
            single
            and run < _MOST_PARTS
            and joins_left > 0
            and part[1] - single[-1].span[0] < _LONGEST_NAME
            and not structure.plain.startswith(":", single[-1].span[1])
            and _open_name(single[-1])
        ):
            part = (single.pop().span[0], part[1])
            run += 1
            joins_left -= 1
        else:
            run = 0
        tokens = phrases.read(structure.plain, structure.low, part, citations)
        single.append(Unit(part, tokens, predicates.read(tokens)))
    single = _purpose_joined(structure, citations, single)
    stands = [
        _stands(unit) or _dealt_with(unit) or (_thing_acts if n else _is_done)(structure, unit)
        for n, unit in enumerate(single)
    ]
    weakest = max((i for i, stand in enumerate(stands) if not stand), default=-1)
    out: list[Unit] = []
    joined: set[int] = set()
    listing = False
    gives = bool(single) and _GIVES.search(structure.low, *single[0].span) is not None
    lists = bool(single) and (
        _LISTS.search(structure.low, *single[0].span) is not None
        or _TASKS_OF.search(structure.low, *single[0].span) is not None
        or _names_things(structure, single[0])
    )
    for i, unit in enumerate(single):
        weak = not unit.found.subject and not unit.found.must and not unit.found.asks
        timed = _ONLY_TIME.fullmatch(structure.low, *view.trim(structure.plain, *unit.span)) is not None
        if i and _ENUMERATED.search(structure.plain, max(0, unit.span[0] - 8), unit.span[0]):
            out.append(unit)  # "(1) Chấp hành giờ làm việc; | (2) Đeo thẻ …"
            listing = False
            continue
        joins = _titled(unit, single[i - 1]) if i else False
        joins = joins or (
            i > 0
            and (
                timed
                or _lists_on(structure, unit, out[-1])
                or _one_more(unit, out[-1])
                or _objects_on(unit, out[-1])
            )
        )
        joins = joins or (i > 0 and weak and lists) or (i > 0 and gives and _only_names(unit))
        label = structure.plain.startswith(":", single[0].span[1])
        joins = joins or (
            i > 0 and (not stands[i] or (weak and listing and (not stands[0] or i < weakest) and not label))
        )
        if joins:
            listing = listing or not stands[i]
            out[-1].span = (out[-1].span[0], unit.span[1])
            joined.add(len(out) - 1)
        else:
            listing = not stands[i] and not structure.plain.startswith(":", unit.span[1])  # a label
            out.append(unit)
    for i in joined:
        out[i].tokens = phrases.read(structure.plain, structure.low, out[i].span, citations)
    return out


def _purpose_joined(structure: Structure, citations: Sequence[Span], read: list[Unit]) -> list[Unit]:
    """A purpose that holds a semicolon ("Để việc thu … rác; nước thải được kịp thời, Sở X đề nghị …")
    goes with the part where a body asks."""
    if len(read) > 1 and _only_grounds(read[0]) and read[1].found.subject and read[1].found.verb is not None:
        return read[1:]  # "Trên cơ sở kết quả của A; | Sở X thẩm định …"
    at = next((i for i, unit in enumerate(read) if unit.found.asks or unit.found.must), 0)
    if not at and len(read) > 1 and read[0].tokens.words[:1] in _PREAMBLES and not read[0].found.asks:
        return _asking_whole(structure, citations, read)
    if not at or read[0].tokens.words[:1] not in (["để"], ["nhằm"]):
        return read
    before = any(unit.found.subject and unit.found.verb is not None for unit in read[:at])
    if before or not read[at].found.told:
        return read
    span = (read[0].span[0], read[at].span[1])
    tokens = phrases.read(structure.plain, structure.low, span, citations)
    found = predicates.read(tokens)
    return [Unit(span, tokens, found), *read[at + 1 :]] if found.told else read


def _only_grounds(unit: Unit) -> bool:
    """Whether a part only says on what grounds the next acts."""
    words = unit.tokens.words
    return (
        _GROUNDS.match(" ".join(words)) is not None
        and not (unit.found.subject or unit.found.asks or unit.found.must)
        and not any(words[i] == "," and verbs().match(words, i + 1) > 1 for i in range(len(words) - 1))
    )


_GROUNDS = re.compile(
    r"(?:trên cơ sở|căn cứ(?: vào)?) (?:kết quả|ý kiến|đề nghị|đề xuất|báo cáo|hồ sơ|biên bản|tình hình)\s"
    r"(?!.*\s(?:này|đó|trên)\s)(?:\S+\s){0,6}của\s"
)


_PREAMBLES = (["tại"], ["sau"], ["trên"], ["qua"])


def _asking_whole(structure: Structure, citations: Sequence[Span], read: list[Unit]) -> list[Unit]:
    """ "Sau khi nghe báo cáo của A; báo cáo của B, Chủ tịch giao C …": no part asks by itself, the whole
    does."""
    if any(unit.found.subject and unit.found.verb is not None for unit in read):
        return read
    span = (read[0].span[0], read[-1].span[1])
    tokens = phrases.read(structure.plain, structure.low, span, citations)
    found = predicates.read(tokens)
    return [Unit(span, tokens, found)] if found.asks and found.told else read


_ENUMERATED = re.compile(r"\((?:[ivx]{1,4}|\d{1,2}|[a-zđ])\)\s{1,3}$")
_IN_TIME = {"trong", "từ", "đến", "trước", "sau", "hằng", "hàng", "định", "quý", "năm"}
"""What a time begins with that stands before the name: "Trong năm 2022, | các bộ; các sở … hoàn thành"."""


_PARTNERS = re.compile(r"(?:chủ trì , )?phối hợp (?:chặt chẽ )?(?:với|cùng) ")
"""Nothing but who helps, before the semicolon: "Chủ trì, phối hợp với Sở A; | các huyện rà soát …"."""


def _open_name(unit: Unit) -> bool:
    """A bearer whose list goes on after the semicolon ("Chánh Văn phòng …; Giám đốc các sở …")."""
    found = unit.found
    if found.asks and found.subject:
        return found.subject[1] >= len(unit.tokens) - 1
    words = unit.tokens.words
    if (found.verb is not None and not _PARTNERS.match(" ".join(words))) or found.must:
        return False
    at = words.index(",") + 1 if words[0] in _IN_TIME and "," in words[:8] else 0
    partners = _PARTNERS.match(" ".join(words))
    if partners:
        at = len(partners[0].split())
    whole = named(unit.tokens, at) if at < len(words) else None
    return whole is not None and whole.predicate is None and whole.end >= len(unit.tokens) - 1


_LISTS = re.compile(r"(?<!\w)(?:về|gồm|bao\s+gồm|như|hồ\s+sơ,?\s+tài\s+liệu)\s?:\s")
"""A colon inside an order before what it is about: "… hoàn thiện pháp luật về: A; B; C" is one."""
_GIVES = re.compile(r"(?<!\w)(?:gồm|bao\s+gồm)\s?:\s(?!.*[.;])", re.DOTALL)
""" "…, gồm: người kê khai hằng năm; người kê khai bổ sung": what stands behind the colon is a list."""


def _only_names(unit: Unit) -> bool:
    """Whether a part may be one more of a list's names: no modal or asking verb stands in it."""
    return not (unit.found.must or unit.found.asks)


_TASKS_OF = re.compile(r"thực\s+hiện(?:\s+\w{1,6}){0,2}\s+việc\s[^:;,]{3,60}(?:,[^:;,]{3,60}){0,3}$")
"""A part that ends with the first of the jobs it lists: "… thực hiện đủ việc lập hồ sơ; kiểm kê …"."""
_NOUNS = re.compile(r":\s{1,3}(?=[^\W\d_])")


def _names_things(structure: Structure, unit: Unit) -> bool:
    """Whether a colon inside an order stands before a list of things: "nộp các khoản: Tiền thuê đất; …"."""
    colon = _NOUNS.search(structure.plain, *unit.span)
    if colon is None or unit.found.verb is None or unit.tokens.spans[unit.found.verb][0] > colon.start():
        return False
    at = next((i for i, span in enumerate(unit.tokens.spans) if span[0] >= colon.end()), None)
    if at is None or not unit.tokens.capital[at]:
        return False
    return not verbs().match(unit.tokens.words, at) and named(unit.tokens, at) is None


_ONLY_TIME = re.compile(
    r"(?:và\s+)?(?:phải\s+)?(?:hoàn\s+thành|xong|thực\s+hiện\s+xong)(?:\s+xong)?\s+"
    r"(?:trước|chậm\s+nhất|trong|đến|ngay)\s(?:[^\s;]{1,12}\s?){1,10}[.;,]?|"
    r"(?:mỗi|hằng|hàng)\s+(?:năm|quý|tháng|tuần|ngày)\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+)?\S{1,4}\s+(?:lần|buổi|cuộc)[.;,]?"
)
"""A part that only says by when: "…; hoàn thành trước ngày 20/12/2018"."""
_RELATIVE = {"có", "đã", "thuộc", "được", "chưa", "đang"}


def _lists_on(structure: Structure, unit: Unit, before: Unit) -> bool:
    """ "… tập trung vào các cơ sở có …; các cơ sở có …": the part is one more of the things that the part
    before it names, with a clause that says which."""
    found = unit.found
    if found.subject is None or found.verb is None or found.must or found.asks or before.found.subject:
        return False
    if found.subject[0] > 1 or unit.tokens.words[found.verb] not in _RELATIVE:
        return False
    name = structure.low[slice(*unit.tokens.span(*found.subject))]
    said = " ".join(structure.low[slice(*before.span)].split())
    return re.search(rf"[^.,;:]\s{re.escape(' '.join(name.split()))}\s", said) is not None


_ATTENDED = (
    ["chú", "trọng"],
    ["tập", "trung"],
    ["ưu", "tiên"],
    ["lưu", "ý"],
    ["quan", "tâm"],
    ["nhất", "là"],
)
"""What is done about those that a list then names: "chú trọng | các doanh nghiệp …; các dự án …"."""


def _one_more(unit: Unit, before: Unit) -> bool:
    """Whether a part names one more of those that an order before it is about, with a clause that says which:
    "…, chú trọng các chợ đông khách; | các quán ven đường có bán đồ sống"."""
    found, words = unit.found, unit.tokens.words
    if words[0] not in ("các", "những") or found.must or found.asks or found.modality != "obligation":
        return False
    first = found.subject is not None and found.subject[0] <= 1
    if first and (found.verb is None or words[found.verb] not in _RELATIVE):
        return False  # "các xã rà soát …": they act
    said = before.tokens.words
    for i in range(len(said) - 2):
        if said[i : i + 2] in _ATTENDED and {"các", "những"} & set(said[i + 2 : i + 4]):
            return not {"thì", "để"} & set(words)
    return False


def _objects_on(unit: Unit, before: Unit) -> bool:
    """ "Tuyên truyền về A; về B", "căn cứ quy định A; quy định B để …": what a verb before it governs."""
    found = unit.found
    if found.subject or found.must or found.asks:
        return False
    words = unit.tokens.words
    if words[:1] == [CITATION] and before.found.verb is not None:
        return True  # "Quán triệt Chỉ thị …; Quyết định … về việc thành lập Ban Chỉ đạo"
    if words[:1] == ["về"] and words[1:2] != ["việc"]:
        return before.found.verb is not None and not before.found.asks
    subject = before.found.subject
    if subject is None or before.tokens.words[subject[1] : subject[1] + 2] != ["căn", "cứ"]:
        return False
    if "," in before.tokens.words[subject[1] :]:
        return False
    return words[:2] in (["quy", "định"], ["quy", "chế"], ["nội", "dung"], ["tình", "hình"], ["kết", "quả"])


def _titled(unit: Unit, before: Unit) -> bool:
    """A cited act's title that goes on after a semicolon and sounds like an order."""
    start = next((i for i, word in enumerate(unit.tokens.words) if word.isalpha()), 0)
    known = classes("wording.tsv")["title"].match(unit.tokens.words, start)
    words = before.tokens.words
    return known > 0 and (CITATION in words or "quyết" in words or "luận" in words)


_DUE = re.compile(
    r"\s(?:trước|chậm\s+nhất|muộn\s+nhất|xong\s+trong|trong\s+(?:thời\s+hạn|vòng))\s[^;]{0,30}\d|\sthì\s"
)


def _thing_acts(structure: Structure, unit: Unit) -> bool:
    """ "…; hồ sơ gửi về Đảng ủy chậm nhất ngày 25/12": a thing, what is done with it, and by when."""
    words = unit.tokens.words
    if (
        unit.found.verb is not None
        or verbs().match(words, 0)
        or words[0] in ("và", "hoặc", "các", "những", "về")
    ):
        return False
    done = next((i for i in range(1, min(7, len(words))) if verbs().match(words, i)), None)
    return done is not None and _DUE.search(structure.low, *unit.span) is not None


def _dealt_with(unit: Unit) -> bool:
    """ "…; phiếu được đóng thành tập": a thing in a later part and what is done with it; "các …" may only go
    on with the things before it."""
    words = unit.tokens.words
    given = passives.done_to(unit.tokens)
    if given is None or words[0] in ("các", "những", "một") or given + 3 >= len(words):
        return False
    sorts = any(words[given + 1 : given + 1 + len(verb)] == verb for verb in _SORTED_BY)
    return not sorts and not (words[-1][:1].isdigit() or "đạt" in words[given:])


_SORTED_BY = (
    ["đầu", "tư"],
    ["xây", "dựng"],
    ["giải", "quyết"],
    ["tiếp", "nhận"],
    ["hỗ", "trợ"],
    ["trả"],
    ["xử", "lý"],
)
"""What has been done with things that a list names: "công trình được đầu tư bằng vốn ngân sách"."""


_LONGEST_THING = 10


def _is_done(structure: Structure, unit: Unit) -> bool:
    """ "Hồ sơ được bảo quản trong tủ khóa; …": a thing and what is done with it."""
    found = unit.found
    if not found.past or found.verb is not None or not cues.IS_DONE.match(structure.low, *unit.span):
        return False
    if cues.REACHES.search(structure.low, *unit.span):
        return False
    thing, _, rest = structure.low[slice(*unit.span)].partition(" được ")
    return bool(rest) and len(thing.split()) <= _LONGEST_THING and " là " not in thing


def _stands(unit: Unit) -> bool:
    found = unit.found
    if found.verb is None or (found.past and not found.must):
        return False
    return bool(found.subject or found.must or found.asks) or not found.opened or found.verb is not None
