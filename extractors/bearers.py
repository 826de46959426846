"""Finds the noun phrase that names who must act, and the verb that follows it."""

from __future__ import annotations

from dataclasses import dataclass

from extractors import compounds, which, which_state
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
_AND_SO_ON = [".", ".", "."]
_HARD_STOP = {".", "!", "?", "“", "”", QUOTE}
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
_BEFORE_LISTED = frozenset(("các", "những", ",", "và", "đốc", "đạo", "số", "thành", "thị"))
""" "Giám đốc các | sở: Y tế, Tài chính"; "Sở Nội vụ: Chủ trì …" and "Văn phòng: Theo dõi …" are no lists."""
_LISTED_BY_NAME = frozenset(("sở", "bộ", "ban", "ngành", "phòng", "cục", "vụ"))
_LISTED_PLACES = frozenset(("huyện", "quận", "xã", "phường", "tỉnh", "phố", "trấn"))
""" "Chủ tịch UBND các | huyện: Gio Linh, Cam Lộ"; "UBND các xã: Tổ chức phổ biến …" is no list."""
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


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that is being read: its tokens so far are ``[start, i)``."""

    tokens: Tokens
    start: int
    first: int
    """Where its head ends."""
    limit: int

    def ends(self, at: int, predicate: int | None) -> Named:
        return Named(self.start, at, None, predicate)


def _named(tokens: Tokens, at: int) -> Named | None:
    size = head(tokens, at)
    if not size:
        return None
    words = tokens.words
    if words[at : at + 2] == ["hội", "nghị"] and size == 2:
        return Named(at, at + 2, None, at + 2)  # what it decides follows: "Hội nghị | bàn kế hoạch"
    name = _Name(tokens, at, at + size, min(len(words), at + _LONGEST))
    i = name.first
    while i < name.limit:
        step = next((found for rule in _RULES if (found := rule(name, i)) is not None), i + 1)
        if isinstance(step, Named):
            return step
        if step == _NOBODY:
            return None
        i = step
    return name.ends(min(i, name.limit), None)


def _at_mark(name: _Name, i: int) -> Named | int | None:
    """At a comma, semicolon or colon, where an enumeration goes on, an apposition follows, or the name ends;
    at the end of a sentence."""
    tokens, words, limit = name.tokens, name.tokens.words, name.limit
    word, following = words[i], i + 1
    if word == "." and words[i - 1] in ("ông", "bà") and tokens.capital[i - 1]:
        return i + 1
    if words[i : i + 3] == _AND_SO_ON and _binds(tokens, i + 3):
        return name.ends(i, i + 3)  # "Sở Y tế, Sở Tài chính... | bố trí kinh phí"
    if word not in (",", ";", ":"):
        return name.ends(i, None) if word in _HARD_STOP else None
    numbers = words[i - 1].isdigit() and words[following : following + 1] != []
    if word == "," and numbers and words[following].isdigit():
        return following + 1  # "Công an các phường 3, 4, 5"
    if word == "," and (step := at_phrase(words, following, _APPOSED)):
        inner = named(tokens, following + step)
        if inner:
            return Named(name.start, i, (inner.start, inner.end), inner.predicate)
    if words[following : following + 3] == ["tổ", "chức", ","] and at_phrase(words, following + 3, _APPOSED):
        return following + 2  # "cơ quan, đơn vị, | tổ chức |, nhất là người đứng đầu"
    if following >= limit:
        return name.ends(i, None)
    if word == ":" and (inner := _behind_label(tokens, name.start, following)):
        return inner
    if _goes_on(tokens, following, word):
        return following + (head(tokens, following) if word == "," else 0)
    if word != ";" and classes("wording.tsv")["opener"].match(words, following):
        return name.ends(i, _after_adverbial(tokens, following))  # "Sở X: Căn cứ …, lập …"
    labelled = word == ":" and not head(tokens, following)
    binds = (word == "," or labelled) and _binds(tokens, following)
    return name.ends(i, following if binds else None)


def _behind_label(tokens: Tokens, start: int, at: int) -> Named | None:
    """Who acts behind the body that only says where: "Trạm kiểm soát nơi đi: | kiểm soát viên | lập biên
    bản". None where the colon opens a list of those meant."""
    table, words = classes("bearers.tsv"), tokens.words
    several = table["det"].match(words, start) or words[at - 2] in _LISTED_BY_NAME
    inner = named(tokens, at) if head(tokens, at) and not several else None
    if inner is None or inner.predicate is None or {",", "và", ";"}.intersection(words[at : inner.end]):
        return None
    return inner if verbs().match(words, inner.predicate) or inner.predicate == inner.end else None


def _at_pointing(name: _Name, i: int) -> Named | int | None:
    """At what belongs to no name but may stand in one: a bracket, a cited act, "nêu trên"."""
    words = name.tokens.words
    if words[i] in (BRACKET, CITATION):
        return i + 1
    step = at_phrase(words, i, _POINTING)
    return i + step if step else None


def _at_addition(name: _Name, i: int) -> Named | int | None:
    """At what is announced, who somebody is too, who leads a council, whom somebody is to invite."""
    tokens, words = name.tokens, name.tokens.words
    word = words[i]
    if words[i : i + 2] == ["về", "việc"]:
        # an act's title goes on: "… của Thủ tướng Chính phủ về việc …"
        return name.ends(i, None)
    if _announced(words, i):
        return name.ends(i, None)
    if word == "là" and words[i - 2 : i] in _PERSONS and head(tokens, i + 1):
        return i + 1
    if word == "do" and (past := _headed_by(words, i)):
        return name.ends(i, past if past < name.limit and _binds(tokens, past) else None)
    if words[i : i + 2] == ["được", "mời"] and words[i + 2 : i + 3] in (["báo"], ["các"], ["những"]):
        return name.ends(i, i)  # "Cấp ủy | được mời báo cáo viên"
    if words[i : i + 2] == ["được", "cử"] and words[i + 2 : i + 3] in _SENT_OUT:
        return name.ends(i, i)  # "Nhân dân | được cử ban giám sát"
    return None


def _at_relative(name: _Name, i: int) -> Named | int | None:
    """At "được" or "có", which begin a predicate or a clause that says which are meant."""
    tokens, words = name.tokens, name.tokens.words
    word = words[i]
    if word == "mới" and words[0] == "chỉ" and words[i + 1 : i + 2] in (["phải"], ["được"], ["có"]):
        return name.ends(i, i + 1)  # "Chỉ khi trúng tuyển, thí sinh | mới phải …"
    if comma := which.stated(tokens, i):
        return name.ends(comma, comma + 1)
    if word not in _RELATIVE or compounds.inside(words, i):
        return None
    if word == "được" and words[i + 1 : i + 2] in (["giao"], ["phân"], ["cử"], ["mời"], ["ủy"]):
        i += 3 if words[i + 1] in ("phân", "ủy") else 2
        return i + (2 if words[i : i + 2] in _CHARGED else _charge(words, i))
    return which_state.measured(tokens, i) or which.having(tokens, i) or name.ends(i, i)


def _at_noun(name: _Name, i: int) -> Named | int | None:
    """At a role, a name with a capital, what people are hit by."""
    tokens, words = name.tokens, name.tokens.words
    roled = i == name.first and words[i - 2 : i] in _ROLED and words[i : i + 2] in _ROLES
    if roled and verbs().match(words, i + 2):
        return i + 2  # "Đơn vị chủ trì | lấy ý kiến của …"
    if tokens.capital[i] and words[i] != "phải":
        return i + compounds.compound(tokens, i)
    if words[i] == "bị":
        if clause_end := which.having(tokens, i):
            return clause_end
        if words[i - 1] in _AFFLICTED and " ".join(words[i + 1 : i + 3]) in _AFFLICTIONS:
            return i + 3
    return None


def _at_circumstance(name: _Name, i: int) -> Named | int | None:
    """At what was agreed, a stretch of time, a name that goes on, a condition."""
    tokens, words = name.tokens, name.tokens.words
    if words[i : i + 2] == ["đồng", "ý"]:
        return name.ends(i, i)
    if words[i] == "trong" and words[i + 1 : i + 3] in _DURING:
        return name.ends(i, _after_adverbial(tokens, i))
    if compounds.goes_on(words, i):
        return i + 1
    if late := which_state.behindhand(tokens, i):
        return name.ends(i, late)
    if (over := which_state.keeps(tokens, i)) and over < name.limit and (kept := named(tokens, over)):
        return name.ends(kept.end, kept.predicate) if kept.predicate else _NOBODY
    return None


def _at_clause(name: _Name, i: int) -> Named | int | None:
    """At a clause that says which are meant: part of the name to its end."""
    tokens = name.tokens
    return (
        which_state.where(tokens, i)
        or which_state.person(tokens, i)
        or which_state.state(tokens, i)
        or which.belonging(tokens, i)
        or which_state.over(tokens, i)
        or which.ongoing(tokens, i)
        or which.granted(tokens, i)
        or which_state.outside(tokens, i)
        or which.caused(tokens, i)
        or relative(tokens, i)
        or which.end(tokens, i)
        or None
    )


def _at_predicate(name: _Name, i: int) -> Named | int | None:
    """At a verb or another word that begins a predicate, unless it is part of a noun."""
    tokens, words = name.tokens, name.tokens.words
    wording, word = classes("wording.tsv"), words[i]
    inside, verb = compounds.inside(words, i), verbs().match(words, i)
    if inside >= max(verb, 1):
        return i + inside
    if words[i : i + 2] in _TERMS_OF_OFFICE:
        return i + 2  # "chi ủy khóa mới | gửi hồ sơ"
    if word == "khóa" and words[i + 1 : i + 2] and words[i + 1].isdigit():
        second = words[i + 2 : i + 3] == [","] and words[i + 3 : i + 4] != [] and words[i + 3].isdigit()
        return i + 2 + 2 * second  # "Sinh viên khóa 60, 61 | nộp hồ sơ"
    if verb and (nominal(tokens, i, verb) or words[i - 2 : i] == ["hoạt", "động"]):
        return i + verb  # "tổ chức, cá nhân hoạt động | khai thác khoáng sản"
    if word == "từ" and words[i + 1 : i + 2] in _SINCE:
        return name.ends(i, _after_adverbial(tokens, i))  # "các đoàn thể | từ nhiệm kỳ 2015 - 2020"
    begins = verb or word in _BEGINS or word in _POLITE
    if begins or any(wording[key].match(words, i) for key in _BINDING):
        return name.ends(i, i)
    if wording["opener"].match(words, i) and word not in _IN_NAMES:
        return name.ends(i, _after_adverbial(tokens, i))
    return None


_SINCE = (["nhiệm"], ["năm"], ["ngày"], ["khóa"], ["quý"])
_TERMS_OF_OFFICE = (["khóa", "mới"], ["khóa", "cũ"], ["khóa", "này"], ["khóa", "trước"])
_RULES = (
    _at_mark,
    _at_pointing,
    _at_addition,
    _at_relative,
    _at_noun,
    _at_circumstance,
    _at_clause,
    _at_predicate,
)
"""What a name's next token may be, in the order tried: each gives the name where it ends there, the next
place where it goes on, None where it says nothing."""
_NOBODY = -1
"""What a rule gives where no bearer is named: a title, "Đơn vị quản lý, sử dụng người được cử đi học"."""
_BINDING = ("must", "may", "not", "past", "assign", "adverb")
_BEGINS = frozenset(("không", "chưa", "mà", "thì", "nào", "như"))
_DURING = (["phạm", "vi"], ["quá", "trình"], ["thời", "gian"])
_IN_NAMES = frozenset(
    (
        "trong", "trên", "tại", "ngoài", "về", "với", "do", "năm", "cùng", "quý", "tháng", "từ", "ngày",
        "đến", "bằng",
    )
)  # fmt: skip
"""Openers of an adverbial that may stand inside a name: "các trường trên địa bàn"."""
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
    places = at > 2 and words[at - 2] in _LISTED_PLACES and words[at - 3] in _BEFORE_LISTED
    listed = listed or (places and not verbs().match(words, at))
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
    if at >= len(words):
        return False
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
