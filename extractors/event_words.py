"""What the words of an event and of the clause behind it are: a body's name, a list, a verb that acts.

``words``: the words and marks of a clause from the event's first on, folded; numbers are places in them.
"""

from __future__ import annotations

from extractors.bearer_heads import AFFAIRS
from extractors.lexicon import classes, verbs

_NO_BODY = frozenset(
    ("trường hợp", "xã hội", "tổ hợp", "ban đầu", "ban đêm", "bộ máy", "phòng ngừa", "khoa học")
)
"""Words that begin like a body's name."""


def named_at(words: list[str], at: int) -> int:
    """How many words name a body here: none where they are part of a verb ("| ban hành")."""
    size = classes("bearers.tsv")["head"].match(words, at)
    if size == 1 and (
        " ".join(words[at : at + 2]) in _NO_BODY or " ".join(words[at - 1 : at + 1]) in _NO_BODY
    ):
        return 0
    return 0 if verbs().match(words, at) > size else size


def sent_to(words: list[str], at: int) -> bool:
    """Whether a body begins here that gets something: no verb with a body's word ("về | tổ chức bộ máy")."""
    return classes("bearers.tsv")["head"].match(words, at) > verbs().match(words, at)


_LONGEST_EVENT = 22


def comma_ahead(words: list[str], at: int) -> bool:
    """Whether a comma ends the event before any main clause begins."""
    for word in words[at + 1 : at + _LONGEST_EVENT]:
        if word == ",":
            return True
        if word in (";", ".", ":", "thì", "phải", "cần"):
            return False
    return False


_GOVERNS = frozenset(
    (
        "toàn", "của", "do", "cho", "với", "tại", "về", "bởi", "được", "từ", "và", "hoặc", "giữa",
        "theo", "bị", "là", "các", "đối", "trong", "ở", "để", "đến", "những", "hai", "thì",
    )
)  # fmt: skip
"""Words before a body that make it part of the event: "ý kiến của | các sở"."""


def subject_begins(words: list[str], at: int) -> bool:
    """Whether a main clause's own body begins here without a comma before it: it must act, or it is the only
    one to report, send or decide in a sentence without a comma."""
    bodies = classes("bearers.tsv")
    size = bodies["det"].match(words, at)
    if words[at] == "vụ" and words[at - 1] in AFFAIRS:
        return False  # "Sau khi hoàn thành nhiệm | vụ phải báo cáo"
    if not named_at(words, at + size) or words[at - 1] in (*_GOVERNS, ",", "khi", "ngày"):
        return False
    act = verbs().match(words, at)
    if not size and (act >= bodies["head"].match(words, at) or verbs().match(words, at - 1) > 1):
        return False  # "kể từ ngày | ban hành Thông báo này", "thời hạn thông | báo"
    rest = words[at + size : at + size + 12]
    rest = rest[: rest.index(",")] if "," in rest else rest
    sentence = words[at:]
    ends = min((sentence.index(mark) for mark in ".;:" if mark in sentence), default=len(sentence))
    if not size and verbs().match(words, at - 2) == 2:
        return False  # "khi báo cáo | Ủy ban nhân dân tỉnh phải": whom the event reaches
    if acts(rest):
        return True
    return "," not in sentence[:ends] and size > 0 and does(rest, first_named=True)


_MORE = frozenset(("vụ", "việc", "trường", "nếu", "riêng"))


def says_more(words: list[str], comma: int) -> bool:
    """Whether another case ("vụ việc", "trường hợp", "riêng …") is spoken of behind a comma, with a modal:
    "kể từ ngày nhận đơn, | vụ việc khó có thể …"."""
    if words[comma + 1 : comma + 2] and words[comma + 1] not in _MORE:
        return False
    rest = words[comma + 1 : comma + 12]
    return "phải" in rest or any(rest[k : k + 2] == ["có", "thể"] for k in range(len(rest)))


def only_comma(words: list[str], at: int) -> bool:
    """Whether the sentence has no comma behind this one."""
    for word in words[at + 1 :]:
        if word in ".;:":
            return True
        if word == ",":
            return False
    return False


def gains(words: list[str], at: int) -> bool:
    """Whether "được" goes on an event that has only begun: "sau khi xây dựng | được đề cương", "sau khi cá
    nhân | được nhận …"."""
    verb = at == 2 and verbs().match(words, 0) == 2 and not verbs().match(words, at + 1)
    return verb or classes("bearers.tsv")["head"].match(words, 0) == at


def goes_on(words: list[str], at: int) -> bool:
    """Whether a noun goes on the event behind "hoặc": no verb, no opener of another phrase."""
    wording = classes("wording.tsv")
    return not (verbs().match(words, at) or wording["opener"].match(words, at))


def acts(rest: list[str]) -> bool:
    """Whether the body behind a comma acts itself ("…, các đơn vị phải …"): a main clause begins with it."""
    wording, bodies = classes("wording.tsv"), classes("bearers.tsv")
    for i in range(1, len(rest)):
        if rest[i] in (",", "và") and not bodies["head"].match(rest, i + 1):
            return False
        if any(wording[key].match(rest, i) for key in ("must", "not", "assign")):
            return True
    return False


_HANDS_ON = {
    "báo cáo", "thông báo", "phối hợp", "cung cấp", "hướng dẫn", "công khai", "niêm yết", "xem xét",
    "thẩm định", "trả kết", "trả lời", "hoàn thành", "quyết định", "ban hành", "lập hồ", "lập báo", "gửi hồ",
    "gửi báo", "gửi văn", "gửi kết", "trình cấp", "trình cơ",
}  # fmt: skip
"""What a body does when something has come, as two words; behind a list of bodies they may be another's."""


def does(rest: list[str], first_named: bool) -> bool:
    """Whether the body behind a comma is followed by "thực hiện", "tổ chức" … before any other comma;
    ``first_named``: no body stands before it, so that "báo cáo", "gửi hồ sơ" are its own too."""
    for i in range(1, len(rest) - 1):
        if rest[i] == ",":
            return False
        if first_named and " ".join(rest[i : i + 2]) in _HANDS_ON:
            return True
        if rest[i : i + 2] in (
            ["thực", "hiện"],
            ["tiến", "hành"],
            ["chủ", "trì"],
            ["chủ", "động"],
            ["rà", "soát"],
        ):
            return True
    return False


_PAPERS = frozenset(
    (
        "bản án", "quyết định", "kết luận", "thông báo", "hướng dẫn", "ý kiến", "văn bản",
        "chỉ đạo", "phê duyệt",
    )
)  # fmt: skip


def papers(words: list[str], comma: int) -> bool:
    """Whether a comma parts two papers of one body: "khi có kết luận, | thông báo của thanh tra"."""
    first, second = " ".join(words[max(0, comma - 2) : comma]), " ".join(words[comma + 1 : comma + 3])
    comes = comma == 2 or words[comma - 3] == "có"
    whose = words[comma + 3 : comma + 4] in (["của"], ["có"])
    return comes and whose and first in _PAPERS and second in _PAPERS


def listed(words: list[str], comma: int) -> bool:
    """Whether a comma parts items of one list: a verb after a verb, a noun after nouns."""
    after = words[comma + 1 : comma + 5]
    if not after:
        return False
    before = words[max(0, comma - 3) : comma]
    ended = before[-1:] == ["giao"] or any(
        verbs().match(before[k:], 0) == len(before) - k for k in range(len(before))
    )
    follows = verbs().match(after, 0)
    if follows:
        return ended
    return not classes("wording.tsv")["adverb"].match(after, 0)
