"""Where an event's phrase ends ("ngay sau khi có kết luận …")."""

from __future__ import annotations

import re

from extractors.askers import asks_at
from extractors.lexicon import classes, verbs

_TOKEN = re.compile(r"\w+|[^\w\s]")
_STOP_WORDS = {
    "thì",
    "phải",
    "theo",
    "để",
    "nhằm",
    "trừ",
    "hoặc",
    "nếu",
    "không",
    "được",
    "về",
    "trên",
    "sẽ",
}
_PASSED = {
    "ban hành", "thông qua", "phê duyệt", "công bố", "thành lập", "phê chuẩn", "kiện toàn", "cấp phép",
    "chấp thuận", "giao nhiệm", "ký kết",
}  # fmt: skip
"""What is done to acts and bodies, so that an event has come."""
_ACT_ISSUED = re.compile(
    r"(?:nghị\s+định|thông\s+tư|luật|nghị\s+quyết|quyết\s+định|đề\s+án|kế\s+hoạch|phương\s+án|quy\s+hoạch)\s"
    r"[^;:.]{4,260}?\sđược\s(?:[^,;:.]{2,60}?\s)?(?:ban\s+hành|thông\s+qua|phê\s+duyệt|ký)(?=\s*,)"
)
"""An act with commas in its title, up to its coming: "Nghị định quy định chi tiết, hướng dẫn thi hành … được
Chính phủ ban hành"."""
_ASKED = frozenset(("yêu cầu", "đề nghị", "chấp thuận", "đồng ý", "phê duyệt", "cho phép"))
"""What another has said, at whose end the event has come."""
_GOES_FURTHER = frozenset(("bao gồm", "cụ thể", "ưu tiên", "niêm yết", "ghi rõ", "nêu rõ", "kèm theo"))
"""First words of what is to be done besides: "trong 05 ngày kể từ ngày có quyết định, | ưu tiên …"."""
_MAX_WORDS = 45
_LONGEST_BODY = 8
_LONGEST_SUBJECT = 24


def end(plain: str, low: str, start: int, limit: int, fronted: bool = False, counted: bool = False) -> int:
    """Where the event that begins at ``start`` ends: before the main clause, a purpose or a reason.

    ``fronted``: its phrase opens the sentence, so that a comma parts it from the main clause; ``counted``: a
    term runs from it ("trong 05 ngày kể từ ngày …").

    ``start`` itself where a body that asks others follows: the event came before it asked, no duty after it,
    unless the body has a term for its asking.
    """
    issued = _ACT_ISSUED.match(low, start, limit) if fronted else None
    if issued:
        return issued.end()
    wording, bodies = classes("wording.tsv"), classes("bearers.tsv")
    tokens = list(_TOKEN.finditer(low, start, min(limit, start + 400)))
    words = [token[0] for token in tokens]
    of_body = bool(bodies["head"].match(words, 0) or (bodies["det"].match(words, 0) and words[0] != "mỗi"))
    of_body = of_body or (words[:1] == ["được"] and bool(bodies["head"].match(words, 1)))
    named_to = 0
    count = 0
    for i in range(len(tokens)):
        word = words[i]
        if word in ';.:()“”"':
            return _last(tokens, i, start)
        if count and not of_body and i >= named_to and asks_at(words, i):
            return _last(tokens, i, start) if counted else start
        if (
            count > 1
            and not of_body
            and i >= named_to
            and words[i - 1] != "đại"
            and _subject_begins(words, i)
        ):
            return _last(tokens, i, start)  # "Khi xảy ra sự cố | các đơn vị phải báo cáo"
        if i >= named_to and _named(words, i) and (len(_head(words, i)) > 1 or _as_name(plain, tokens, i)):
            named_to = i + _LONGEST_BODY  # a body's name holds others: "Chủ tịch | Ủy ban nhân dân tỉnh"
        if word == ",":
            first_named, named_to = named_to == 0, 0
            rest = words[i + 1 : i + 8]
            if _ANYBODY.intersection((" ".join(words[i - 2 : i]),)) and " ".join(rest[:2]) in _ANYBODY:
                continue  # "khi có yêu cầu của cơ quan, đơn vị có thẩm quyền"
            if fronted and 1 <= i <= 3 and bodies["head"].match(rest, 0) and verbs().match(words, 0):
                # "Sau kiểm điểm, | tập thể, cá nhân …"
                return start if asks_at(words, i + 1) and not counted else _last(tokens, i, start)
            if fronted and " ".join(words[i - 2 : i]) in _ASKED and bodies["head"].match(rest, 0) > 1:
                return _last(tokens, i, start)  # "Khi cơ quan điều tra yêu cầu, | cơ sở y tế cung cấp …"
            if " ".join(rest[:2]) in _GOES_FURTHER or rest[:1] == ["gồm"] or _says_more(words, i):
                return _last(tokens, i, start)
            if re.fullmatch(r"(?:19|20)\d\d", words[i - 1]):
                return _last(tokens, i, start)  # "kể từ 6h00 ngày 24/7/2021, viên chức …"
            if not rest or not _listed(words, i):
                return _last(tokens, i, start)
            if (
                fronted
                and _only_comma(words, i)
                and not {"thì", "phải", "cần"} & set(words[i:])
                and count > 1
            ):
                return start if asks_at(words, i + 1) and not counted else _last(tokens, i, start)
            if fronted and " ".join(rest[:2]) in ("tỷ lệ", "số lượng", "kết quả", "thời gian", "nội dung"):
                return _last(tokens, i, start)
            if fronted and _only_comma(words, i) and bodies["head"].match(rest, 0):
                if asks_at(words, i + 1) and not counted:
                    return start
                return _last(tokens, i, start)  # "Ngay sau khi có ý kiến của Sở Y tế, đơn vị báo cáo …"
            if bodies["det"].match(rest, 0) and (count >= 3 or _acts(rest)):
                return _last(tokens, i, start)
            told = words[i + 1 : i + _LONGEST_SUBJECT] if fronted else rest
            if not of_body and bodies["head"].match(rest, 0) and _acts(told):
                return _last(tokens, i, start)  # "kể từ khi có quyết định, đơn vị phải công khai"
            if count and not of_body and asks_at(words, i + 1):
                return _last(tokens, i, start) if counted else start
            if count >= 3 and not of_body and bodies["head"].match(rest, 0) and _does(rest, first_named):
                return _last(tokens, i, start)  # "Sau mỗi đợt đồng bộ, cơ sở đào tạo thực hiện …"
            if fronted and first_named and count >= 3 and not of_body and bodies["head"].match(rest, 0) > 1:
                return _last(tokens, i, start)  # "kể từ ngày nhận hồ sơ, | cơ quan thẩm định rà soát"
            if not of_body and plain[tokens[i + 1].start()].isupper() and bodies["head"].match(rest, 0):
                return _last(tokens, i, start)  # "kể từ ngày nhận hồ sơ, Sở Y tế trả lời"
            assigns = wording["assign"].match(rest, 0)
            if assigns and rest[assigns : assigns + 1] == [","]:
                continue  # "rà soát, giao, khai thác tài sản": one of a list
            if assigns or any(wording[key].match(rest, 0) for key in ("must", "not", "link", "opener")):
                return _last(tokens, i, start)
            continue
        count += 1
        if (i or word == "sẽ") and word in _STOP_WORDS and not (word in ("được", "không") and i < 2):
            if fronted and word in _INSIDE and _comma_ahead(words, i):
                continue
            if word == "được" and any(" ".join(words[k : k + 2]) in _PASSED for k in range(i + 1, i + 6)):
                continue  # "ngay sau khi các văn bản được (đơn vị ký) ban hành"
            done = verbs().match(words, i + 1) if word == "được" else 0
            if done and (counted or words[i + 1 + done : i + 2 + done] in ([], ["."], [";"], [","])):
                continue  # "kể từ ngày nhà | được bàn giao", "ngay khi danh sách | được duyệt"
            if word == "được" and {"phải", "thì"}.intersection(words[i + 2 : i + 4]):
                continue  # "ngay sau khi hồ sơ được duyệt | phải gửi"
            if word == "được" and (words[i - 1] in ("nhận", "có", "ngày", "khi") or _gains(words, i)):
                continue
            if (
                word == "hoặc"
                and words[0] in ("phát", "có")
                and i + 1 < len(words)
                and _goes_on(words, i + 1)
            ):
                continue  # "khi phát sinh đơn thư hoặc vụ việc phức tạp"
            if word == "trên" and words[i - 1] in ("cấp", "bậc"):
                continue
            if word == "về" and words[i - 1] in ("đi", "ra", "trở", "gửi", "đổi"):
                continue
            if (
                word == "về"
                and _SENT.intersection(words[max(0, i - 6) : i])
                and bodies["head"].match(words, i + 1)
            ):
                continue  # "kể từ ngày nộp bản kê khai về Thanh tra tỉnh"
            if word == "về" and words[i - 1] in _TOLD and not _sent_to(words, i + 1):
                continue  # "kể từ ngày nhận được thông báo | về kết quả"
            if word == "theo" and words[i - 1] in ("tiếp", "kèm", "chạy"):
                continue
            return _last(tokens, i, start)
        if i and fronted and word == "có" and words[0] in _ROUNDS and verbs().match(words, i + 1) > 1:
            return _last(tokens, i, start)  # "Sau đợt nạo vét | có tổng kết gửi Sở"
        if (
            word == "và"
            and not (fronted and _comma_ahead(words, i))
            and verbs().match(words, i + 1) > 1
            and not any(verbs().match(words, k) for k in range(i))
        ):
            return _last(tokens, i, start)  # "trong suốt thời gian hội thao | và lập biên bản"
        if i and " ".join(words[i : i + 2]) in _PURPOSES:
            return _last(tokens, i, start)
        if i > 1 and (word in ("cần", "mà") or " ".join(words[i : i + 2]) in _BOUND_TO):
            return _last(tokens, i, start)
        ended = (
            words[i - 1] in ("thúc", "hết", "xong", "thành") if i else False
        )  # "sau khi kết thúc | mỗi đợt"
        if (i and not ended and word in ("từng", "mỗi") and words[i - 1] != "của") or (
            word == "các" and words[i - 1] == "điểm"
        ):
            return _last(tokens, i, start)
        if count > _MAX_WORDS:
            return _last(tokens, i, start)
    return tokens[-1].end() if tokens else start


_ROUNDS = frozenset(("đợt", "kỳ", "chuyến", "buổi", "khóa"))
"""What ends by itself, so that "có …" behind it is what is then to be done."""
_ANYBODY = frozenset(("cơ quan", "tổ chức", "đơn vị", "cá nhân", "địa phương", "doanh nghiệp"))
"""Bodies without a name, two of which beside a comma are one list."""
_TOLD = frozenset(("báo", "luận", "kiến", "tin", "cầu", "định", "đạo", "nghị", "đơn", "thư", "bản", "gia"))
"""Last syllables of what tells or orders something: "quyết định | về việc …", "dữ liệu quốc gia | về …"."""
_PURPOSES = frozenset(("bảo đảm", "đảm bảo"))
_BOUND_TO = frozenset(("có trách", "chịu trách", "có quyền", "có nhiệm"))


_NO_BODY = frozenset(
    ("trường hợp", "xã hội", "tổ hợp", "ban đầu", "ban đêm", "bộ máy", "phòng ngừa", "khoa học")
)
"""Words that begin like a body's name."""


def _named(words: list[str], at: int) -> int:
    """How many words name a body here: none where they are part of a verb ("| ban hành")."""
    size = classes("bearers.tsv")["head"].match(words, at)
    if size == 1 and (
        " ".join(words[at : at + 2]) in _NO_BODY or " ".join(words[at - 1 : at + 1]) in _NO_BODY
    ):
        return 0
    return 0 if verbs().match(words, at) > size else size


def _head(words: list[str], at: int) -> list[str]:
    return words[at : at + _named(words, at)]


def _as_name(plain: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word that is a body's only as a name is printed as one: "Vụ Tài chính", not "vụ tai nạn"."""
    return plain[tokens[at].start()].isupper() or (at > 0 and tokens[at - 1][0] in ("các", "mỗi", "từng"))


def _sent_to(words: list[str], at: int) -> bool:
    """Whether a body begins here that gets something: no verb with a body's word ("về | tổ chức bộ máy")."""
    return classes("bearers.tsv")["head"].match(words, at) > verbs().match(words, at)


_INSIDE = frozenset(("được", "về", "trên", "theo", "hoặc", "không"))
"""Words that may stand inside an event that a comma ends: "Khi hàng hóa | được vận chuyển đến, …"."""
_LONGEST_EVENT = 22


def _comma_ahead(words: list[str], at: int) -> bool:
    """Whether a comma ends the event before any main clause begins."""
    for word in words[at + 1 : at + _LONGEST_EVENT]:
        if word == ",":
            return True
        if word in (";", ".", ":", "thì", "phải", "cần"):
            return False
    return False


_SENT = frozenset(("nộp", "gửi", "chuyển", "trình"))
_GOVERNS = frozenset(
    (
        "toàn",
        "của",
        "do",
        "cho",
        "với",
        "tại",
        "về",
        "bởi",
        "được",
        "từ",
        "và",
        "hoặc",
        "giữa",
        "theo",
        "bị",
        "là",
        "các",
        "đối",
        "trong",
        "ở",
        "để",
        "đến",
        "các",
        "những",
        "hai",
        "thì",
    )
)
"""Words before a body that make it part of the event: "ý kiến của | các sở"."""


def _subject_begins(words: list[str], at: int) -> bool:
    """Whether a main clause's own body begins here without a comma before it: it must act, or it is the only
    one to report, send or decide in a sentence without a comma."""
    bodies = classes("bearers.tsv")
    size = bodies["det"].match(words, at)
    if not _named(words, at + size) or words[at - 1] in (*_GOVERNS, ",", "khi", "ngày"):
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
    if _acts(rest):
        return True
    return "," not in sentence[:ends] and size > 0 and _does(rest, first_named=True)


_MORE = frozenset(("vụ", "việc", "trường", "nếu", "riêng"))


def _says_more(words: list[str], comma: int) -> bool:
    """Whether another case ("vụ việc", "trường hợp", "riêng …") is spoken of behind a comma, with a modal:
    "kể từ ngày nhận đơn, | vụ việc khó có thể …"."""
    if words[comma + 1 : comma + 2] and words[comma + 1] not in _MORE:
        return False
    rest = words[comma + 1 : comma + 12]
    return "phải" in rest or any(rest[k : k + 2] == ["có", "thể"] for k in range(len(rest)))


def _only_comma(words: list[str], at: int) -> bool:
    """Whether the sentence has no comma behind this one."""
    for word in words[at + 1 :]:
        if word in ".;:":
            return True
        if word == ",":
            return False
    return False


def _gains(words: list[str], at: int) -> bool:
    """Whether "được" goes on an event that has only begun: "sau khi xây dựng | được đề cương", "sau khi cá
    nhân | được nhận …"."""
    verb = at == 2 and verbs().match(words, 0) == 2 and not verbs().match(words, at + 1)
    return verb or classes("bearers.tsv")["head"].match(words, 0) == at


def _goes_on(words: list[str], at: int) -> bool:
    """Whether a noun goes on the event behind "hoặc": no verb, no opener of another phrase."""
    wording = classes("wording.tsv")
    return not (verbs().match(words, at) or wording["opener"].match(words, at))


def _acts(rest: list[str]) -> bool:
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


def _does(rest: list[str], first_named: bool) -> bool:
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
        "bản án",
        "quyết định",
        "kết luận",
        "thông báo",
        "hướng dẫn",
        "ý kiến",
        "văn bản",
        "chỉ đạo",
        "phê duyệt",
    )
)


def _listed(words: list[str], comma: int) -> bool:
    """Whether a comma parts items of one list: a verb after a verb, a noun after nouns."""
    after = words[comma + 1 : comma + 5]
    if not after:
        return False
    before = words[max(0, comma - 3) : comma]
    ended = before[-1:] == ["giao"] or any(
        verbs().match(before[k:], 0) == len(before) - k for k in range(len(before))
    )
    papers = (words[comma - 3 : comma - 2] == ["có"], " ".join(before[-2:]), " ".join(after[:2]))
    if papers[0] and papers[1] in _PAPERS and papers[2] in _PAPERS and after[2:3] in (["của"], ["có"]):
        return True  # "khi có kết luận, | quyết định của thanh tra"
    follows = verbs().match(after, 0)
    if follows:
        return ended
    return not classes("wording.tsv")["adverb"].match(after, 0)


def _last(tokens: list[re.Match[str]], i: int, start: int) -> int:
    return tokens[i - 1].end() if i else start
