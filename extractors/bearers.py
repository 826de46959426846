"""Finds the noun phrase that names who must act, and the verb that follows it."""

from __future__ import annotations

from dataclasses import dataclass

from extractors import compounds, which
from extractors.bearer_heads import head
from extractors.lexicon import classes, verbs
from extractors.phrases import BRACKET, CITATION, QUOTE, Tokens
from extractors.relative import at_phrase, nominal, relative

_LONGEST = 170
"""Tokens of a bearer; the longest read ("Điều 3. Chánh Văn phòng …; Giám đốc các sở …") took 140."""
_RELATIVE = {"được", "có"}

_CHARGED = (["phụ", "trách"], ["theo", "dõi"], ["quản", "lý"])
"""What somebody "được phân công …" does: part of who it is."""
_POLITE = {"kính", "xin", "trân"}
_HARD_STOP = {";", ".", "!", "?", "“", "”", QUOTE}
_POINTING = ("nêu trên", "nói trên", "kể trên", "đã nêu", "có tên", "nêu tại", "nêu ở")
"""What points back to bodies named before: "các đơn vị nêu trên", "các ông, bà có tên tại Điều 1"."""
_PERSONS = (["đảng", "viên"], ["đoàn", "viên"], ["hội", "viên"], ["thành", "viên"])
"""Who may be somebody else too: "đảng viên | là cán bộ, công chức"."""
_TOPICS = frozenset(
    (
        "nội dung", "vấn đề", "điểm sau", "nhiệm vụ", "công việc", "công tác", "biện pháp", "giải pháp",
        "yêu cầu", "việc sau", "việc làm", "việc cụ", "lưu ý",
    )
)  # fmt: skip
"""What a lead-in announces: "hướng dẫn các xã | một số nội dung sau"."""
_AFFLICTED = frozenset(
    ("vực", "vùng", "nơi", "phương", "bàn", "dân", "hộ", "đình", "người", "nhân", "xã", "huyện")
)
_AFFLICTIONS = frozenset(
    (
        "ảnh hưởng",
        "thiệt hại",
        "cô lập",
        "chia cắt",
        "ngập lụt",
        "ngập úng",
        "sạt lở",
        "tai nạn",
        "tổn thương",
        "hạn hán",
    )
)
"""What a place or people are hit by, part of their name: "các xã tại vùng | bị ảnh hưởng | chủ động …"."""
_BEFORE_LISTED = frozenset(("các", "những", ",", "và", "đốc", "đạo", "số"))
""" "Giám đốc các | sở: Y tế, Tài chính"; "Sở Nội vụ: Chủ trì …" and "Văn phòng: Theo dõi …" are no lists."""
_LISTED_BY_NAME = frozenset(("sở", "bộ", "ban", "ngành", "phòng", "cục", "vụ"))
_APPOSED = ("trước hết là", "nhất là", "đặc biệt là", "mà trước hết là", "trực tiếp là", "đứng đầu là")


@dataclass(frozen=True, slots=True)
class Named:
    """A bearer's tokens ``[start, end)``, a second one set off by "trước hết là", and its predicate's token.

    ``predicate`` is None where nothing that binds follows (a heading, a list).
    """

    start: int
    end: int
    second: tuple[int, int] | None
    predicate: int | None


_ROLED = (["đơn", "vị"], ["cơ", "quan"])
_ROLES = (["chủ", "trì"], ["phối", "hợp"], ["chủ", "quản"])


def named(tokens: Tokens, at: int) -> Named | None:
    """The bearer that begins at a token, or None."""
    if at not in tokens.bearers:
        tokens.bearers[at] = _named(tokens, at)
    found: Named | None = tokens.bearers[at]
    return found


def _named(tokens: Tokens, at: int) -> Named | None:
    size = head(tokens, at)
    if not size:
        return None
    words, capital = tokens.words, tokens.capital
    wording = classes("wording.tsv")
    if words[at : at + 2] == ["hội", "nghị"] and size == 2:
        return Named(at, at + 2, None, at + 2)  # what it decides follows: "Hội nghị | bàn kế hoạch"
    first_end: int | None = None
    start = at
    i = at + size
    limit = min(len(words), at + _LONGEST)
    while i < limit:
        word = words[i]
        if word in (",", ";", ":"):
            following = i + 1
            numbers = words[i - 1].isdigit() and words[following : following + 1] != []
            if word == "," and numbers and words[following].isdigit():
                i = following + 1
                continue  # "Công an các phường 3, 4, 5"
            if word == "," and (step := at_phrase(words, following, _APPOSED)):
                inner = named(tokens, following + step)
                if inner:
                    return Named(start, i, (inner.start, inner.end), inner.predicate)
            if words[following : following + 3] == ["tổ", "chức", ","] and at_phrase(
                words, following + 3, _APPOSED
            ):
                i = following + 2  # "cơ quan, đơn vị, | tổ chức |, nhất là người đứng đầu"
                continue
            if following < limit and _goes_on(tokens, following, word):
                i = following + (head(tokens, following) if word == "," else 0)
                continue
            if word == ":" and following < limit and wording["opener"].match(words, following):
                return Named(start, i, None, _after_adverbial(tokens, following))  # "Sở X: Căn cứ …, lập …"
            labelled = word == ":" and following < limit and not head(tokens, following)
            if labelled and _binds(tokens, following):
                return Named(start, i, None, following)
            if word == "," and following < limit:
                opener = wording["opener"].match(words, following)
                if opener:
                    return Named(start, i, None, _after_adverbial(tokens, following))
                return Named(start, i, None, following if _binds(tokens, following) else None)
            return Named(start, i, None, None)
        if word == "." and words[i - 1] in ("ông", "bà") and capital[i - 1]:
            i += 1
            continue
        if word in _HARD_STOP:
            break
        if word in (BRACKET, CITATION):
            i += 1
            continue
        if step := at_phrase(words, i, _POINTING):
            i += step
            continue
        if words[i : i + 2] == ["về", "việc"]:
            # an act's title goes on: "… của Thủ tướng Chính phủ về việc …"
            return Named(start, i, None, None)
        if _announced(words, i):
            return Named(start, i, None, None)
        if word == "là" and words[i - 2 : i] in _PERSONS and head(tokens, i + 1):
            i += 1
            continue
        if word == "do" and (past := _headed_by(words, i)):
            return Named(start, i, None, past if past < limit and _binds(tokens, past) else None)
        if words[i : i + 2] == ["được", "mời"] and words[i + 2 : i + 3] in (["báo"], ["các"], ["những"]):
            return Named(start, i, None, i)  # "Cấp ủy | được mời báo cáo viên"
        if words[i : i + 2] == ["được", "cử"] and words[i + 2 : i + 3] in _SENT_OUT:
            return Named(start, i, None, i)  # "Nhân dân | được cử ban giám sát"
        inside = compounds.inside(words, i)
        if word == "mới" and words[0] == "chỉ" and words[i + 1 : i + 2] in (["phải"], ["được"], ["có"]):
            return Named(start, i, None, i + 1)  # "Chỉ khi trúng tuyển, thí sinh | mới phải …"
        if comma := which.stated(tokens, i):
            return Named(start, comma, None, comma + 1)
        if word in _RELATIVE and not inside:
            if word == "được" and words[i + 1 : i + 2] in (["giao"], ["phân"], ["cử"], ["mời"], ["ủy"]):
                i += 3 if words[i + 1] in ("phân", "ủy") else 2
                i += 2 if words[i : i + 2] in _CHARGED else _charge(words, i)
                continue
            if clause_end := which.having(tokens, i):
                i = clause_end
                continue
            return Named(start, i, None, i)
        roled = i == at + size and words[i - 2 : i] in _ROLED and words[i : i + 2] in _ROLES
        if roled and verbs().match(words, i + 2):
            i += 2  # "Đơn vị chủ trì | lấy ý kiến của …"
            continue
        if capital[i] and words[i] != "phải":
            i += compounds.compound(tokens, i)
            continue
        if word == "bị" and (clause_end := which.having(tokens, i)):
            i = clause_end
            continue
        if word == "bị" and words[i - 1] in _AFFLICTED and " ".join(words[i + 1 : i + 3]) in _AFFLICTIONS:
            i += 3
            continue
        if words[i : i + 2] == ["đồng", "ý"]:
            return Named(start, i, None, i)
        if words[i : i + 3] in (
            ["trong", "phạm", "vi"],
            ["trong", "quá", "trình"],
            ["trong", "thời", "gian"],
        ):
            return Named(start, i, None, _after_adverbial(tokens, i))
        if compounds.goes_on(words, i):
            i += 1
            continue
        if late := which.behindhand(tokens, i):
            return Named(start, i, None, late)
        if (over := which.keeps(tokens, i)) and over < limit and (kept := named(tokens, over)):
            return Named(start, kept.end, None, kept.predicate) if kept.predicate else None
        if (
            clause_end := which.where(tokens, i)
            or which.person(tokens, i)
            or which.state(tokens, i)
            or which.belonging(tokens, i)
            or which.over(tokens, i)
            or which.ongoing(tokens, i)
            or which.granted(tokens, i)
            or relative(tokens, i)
            or which.end(tokens, i)
        ):
            i = clause_end
            continue
        binding = max(wording[key].match(words, i) for key in ("must", "may", "not", "past", "assign"))
        verb = verbs().match(words, i)
        adverb = wording["adverb"].match(words, i)
        if inside >= max(verb, 1):
            i += inside
            continue
        if word == "khóa" and words[i + 1 : i + 2] and words[i + 1].isdigit():
            i += 2 + 2 * (
                words[i + 2 : i + 3] == [","] and words[i + 3 : i + 4] != [] and words[i + 3].isdigit()
            )
            continue  # "Sinh viên khóa 60, 61 | nộp hồ sơ"
        if verb and (nominal(tokens, i, verb) or words[i - 2 : i] == ["hoạt", "động"]):
            i += verb  # "tổ chức, cá nhân hoạt động | khai thác khoáng sản"
            continue
        if (
            binding
            or verb
            or adverb
            or word in ("không", "chưa", "mà", "thì", "nào", "như")
            or word in _POLITE
        ):
            return Named(start, i, None, i)
        opener = wording["opener"].match(words, i)
        if opener and word not in (
            "trong",
            "trên",
            "tại",
            "ngoài",
            "về",
            "với",
            "do",
            "năm",
            "cùng",
            "quý",
            "tháng",
            "từ",
            "ngày",
            "đến",
            "bằng",
        ):
            return Named(start, i, None, _after_adverbial(tokens, i))
        i += 1
        if first_end is None:
            first_end = i
    return Named(start, min(i, limit), None, None)


_LEADS = frozenset(("chủ", "trưởng", "tổ", "đội", "nhóm", "phó"))


_SENT_OUT = (["ban"], ["tổ"], ["đoàn"], ["người"], ["đại"], ["một"], ["hai"], ["đội"])
"""Whom those send who "được cử" somebody."""
_LONGEST_CHARGE = 8


def _charge(words: list[str], at: int) -> int:
    """Words of what somebody is charged with, up to the duty: "Công chức được giao | giải quyết hồ sơ | có
    trách nhiệm …"; 0 where no duty follows it."""
    if not verbs().match(words, at):
        return 0
    for i in range(at + 1, min(at + _LONGEST_CHARGE, len(words) - 1)):
        if not words[i].isalpha():
            break
        if words[i] == "phải" or words[i : i + 3] in (["có", "trách", "nhiệm"], ["chịu", "trách", "nhiệm"]):
            return i - at
    return 0


def _headed_by(words: list[str], at: int) -> int:
    """Behind "do … làm chủ tịch,": who leads a council is no part of its name. 0 where nobody is said to."""
    for i in range(at + 2, min(at + 10, len(words) - 2)):
        if words[i] == "làm" and words[i + 1] in _LEADS:
            comma = next((k for k in range(i + 2, min(i + 6, len(words))) if words[k] == ","), 0)
            return comma + 1 if comma else 0
        if words[i] in (",", ";", ":"):
            break
    return 0


def _announced(words: list[str], at: int) -> bool:
    """Whether what a lead-in announces begins here, and the name of those told ends."""
    at += words[at] == "thêm"
    size = 2 if words[at : at + 2] == ["một", "số"] else words[at : at + 1] in (["những"], ["các"])
    return (
        bool(size)
        and at + size < len(words)
        and " ".join(words[at + size : at + size + 2]) in _TOPICS
        and words[-1] in ("sau", "đây", ":")
    )


def _goes_on(tokens: Tokens, at: int, mark: str) -> bool:
    """Whether a bearer's enumeration goes on after a comma, semicolon or colon."""
    words = tokens.words
    listed = at > 2 and words[at - 2] in _LISTED_BY_NAME and words[at - 3] in _BEFORE_LISTED
    if mark == ":" and listed and tokens.capital[at]:
        return True  # "Giám đốc các sở: Giáo dục và Đào tạo, Tài chính"
    if mark == ":" and verbs().match(words, at):
        return False
    if words[at] in ("và", "hoặc", "cùng", "kể"):
        return mark != ":"
    if head(tokens, at):
        return True
    if tokens.capital[at]:
        return mark != ":" or (listed and not classes("wording.tsv")["opener"].match(words, at))
    table = classes("bearers.tsv")
    if table["inside"].match(words, at) or (
        table["det"].match(words, at) and words[at] in ("các", "những", "mọi", "từng")
    ):
        return mark == ","
    if mark != ",":
        return False
    wording = classes("wording.tsv")
    if any(
        wording[key].match(words, at)
        for key in ("must", "may", "not", "past", "opener", "adverb", "assign", "link")
    ):
        return False
    # "các sở, ban, ngành", "Tài chính, Y tế": nouns without a verb of directives at their head
    return not verbs().match(words, at) and words[at].isalpha() and len(words[at]) > 1


def _binds(tokens: Tokens, at: int) -> bool:
    wording = classes("wording.tsv")
    words = tokens.words
    return bool(
        verbs().match(words, at)
        or any(wording[key].match(words, at) for key in ("must", "may", "not", "past", "adverb", "assign"))
        or words[at] in ("có", "được", "không")
    )


def _after_adverbial(tokens: Tokens, at: int) -> int | None:
    """The first place after a comma or "thì" where a predicate begins; the adverbial's own start if none."""
    words = tokens.words
    for i in range(at, min(len(words), at + 90)):
        if words[i] in (";", "."):
            break
        modal = classes("wording.tsv")["must"].match(words, i + 1)
        if words[i] in ("cũng", "đều") and modal:
            return i + 1  # "ở thời điểm nào cũng phải được kiểm tra, xem xét"
        if words[i] in (",", "thì") and i + 1 < len(words) and _binds(tokens, i + 1):
            return i + 1
    wording = classes("wording.tsv")
    for i in range(at + 1, min(len(words), at + 60)):
        if any(wording[key].match(words, i) for key in ("must", "may", "not")) or verbs().match(words, i):
            return i
    return None
