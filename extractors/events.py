"""Where an event's phrase ends ("ngay sau khi có kết luận …")."""

from __future__ import annotations

import re
from enum import Enum, auto

from extractors.askers import asks_at
from extractors.event_words import (
    acts,
    comma_ahead,
    does,
    gains,
    goes_on,
    listed,
    named_at,
    only_comma,
    papers,
    says_more,
    sent_to,
    subject_begins,
)
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
    "nhưng",
    "song",
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
_BRACKET, _LONG_BRACKET = 6, 12
"""Words within which a bracket closes that an event goes on behind: with any word, with a verb."""
_LONGEST_SUBJECT = 24
_REACH = 400
"""Characters within which an event ends."""
_MEASURED = frozenset(("tỷ lệ", "số lượng", "kết quả", "thời gian", "nội dung"))
"""What the main clause is about, behind an event's comma."""
_ROUNDS = frozenset(("đợt", "kỳ", "chuyến", "buổi", "khóa"))
"""What ends by itself, so that "có …" behind it is what is then to be done."""
_ANYBODY = frozenset(("cơ quan", "tổ chức", "đơn vị", "cá nhân", "địa phương", "doanh nghiệp"))
"""Bodies without a name, two of which beside a comma are one list."""
_SORTS = frozenset(("bộ", "sở", "ban"))
_SORTS_BESIDE = (["ngành"], ["ban"], ["đoàn"])
"""Sorts of bodies that make one list: "các sở, ban, ngành", "các bộ, ngành"."""
_TOLD = frozenset(("báo", "luận", "kiến", "tin", "cầu", "định", "đạo", "nghị", "đơn", "thư", "bản", "gia"))
"""Last syllables of what tells or orders something: "quyết định | về việc …", "dữ liệu quốc gia | về …"."""
_PURPOSES = frozenset(("bảo đảm", "đảm bảo"))
_BOUND_TO = frozenset(("có trách", "chịu trách", "có quyền", "có nhiệm"))

_INSIDE = frozenset(("được", "về", "trên", "theo", "hoặc", "không"))
"""Words that may stand inside an event that a comma ends: "Khi hàng hóa | được vận chuyển đến, …"."""
_SENT = frozenset(("nộp", "gửi", "chuyển", "trình"))
_DEALT_WITH = frozenset(("được", "phải"))
_HAPPENS = frozenset(("xong", "hết", "mất", "đến", "còn", "cháy", "nổ"))
"""What comes about by itself, besides the verbs of duties."""
_LONGEST_THING = 8
"""Words of a thing between a comma and what is done with it: "…, | tiền thu được | phải nộp ngay"."""


class _Ends(Enum):
    """What a comma does to an event: it goes on, the main clause begins, somebody asks others."""

    NOT = auto()
    HERE = auto()
    ASKED = auto()


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
    return _Event(plain, low, start, limit, fronted, counted).end()


class _Event:
    """The words of an event, up to its end, which is looked for word by word."""

    def __init__(self, plain: str, low: str, start: int, limit: int, fronted: bool, counted: bool) -> None:
        self._plain = plain
        self._start = start
        self._fronted, self._counted = fronted, counted
        self._tokens = list(_TOKEN.finditer(low, start, min(limit, start + _REACH)))
        self._words = words = [token[0] for token in self._tokens]
        self._heads = classes("bearers.tsv")["head"]
        self._dets = classes("bearers.tsv")["det"]
        self._of_body = bool(
            self._heads.match(words, 0)
            or (self._dets.match(words, 0) and words[0] != "mỗi")
            or (words[:1] == ["được"] and self._heads.match(words, 1))
        )
        """Whether a body does what comes about, so that a further body is not the main clause's."""
        self._there_is = words[:1] == ["có"] or low.startswith("có", max(0, start - 2), start)
        """Whether the event is that there is something: "khi có | kết quả"."""
        self._comes_later = low[max(0, start - 12) : start].rstrip().endswith("trước khi")
        """Whether what is to be done comes before the event."""
        self._named_to = 0
        """A body's name goes on up to this word at the farthest."""
        self._count = 0
        """Words so far."""

    def end(self) -> int:
        past = -1
        for i, word in enumerate(self._words):
            if i <= past:
                continue
            if word == "(" and (close := self._short_bracket(i)):
                past = close  # "sau khi Luật Đất đai (sửa đổi) được thông qua"
                continue
            if word in ';.:()“”"':
                return self._up_to(i)
            if self._count and self._of_nobody(i) and asks_at(self._words, i):
                return self._asked(i)
            if self._count > 1 and self._of_nobody(i) and self._main_clause(i):
                return self._up_to(i)  # "Khi xảy ra sự cố | các đơn vị phải báo cáo"
            if i >= self._named_to and self._is_name(i):
                self._named_to = i + _LONGEST_BODY  # it may hold others: "Chủ tịch | Ủy ban nhân dân tỉnh"
            if word == ",":
                ends = self._at_comma(i)
                if ends is not _Ends.NOT:
                    return self._up_to(i) if ends is _Ends.HERE else self._asked(i)
                continue
            self._count += 1
            if self._stopped(i) or self._next_act(i) or self._turns(i) or self._count > _MAX_WORDS:
                return self._up_to(i)
        return self._tokens[-1].end() if self._tokens else self._start

    def _short_bracket(self, i: int) -> int:
        """Where a bracket closes inside the event, 0 where it does not go on behind it."""
        words = self._words
        close = next((k for k in range(i + 2, min(i + _LONG_BRACKET, len(words) - 1)) if words[k] == ")"), 0)
        if not close or not words[close + 1][0].isalpha():
            return 0
        if self._heads.match(words, close + 1) or words[close + 1] in ("để", "gửi", "về", "yêu", "qua"):
            return 0
        return close if close < i + _BRACKET or verbs().match(words, close + 1) > 1 else 0

    def _up_to(self, i: int) -> int:
        return self._tokens[i - 1].end() if i else self._start

    def _asked(self, i: int) -> int:
        return self._up_to(i) if self._counted else self._start

    def _of_nobody(self, i: int) -> bool:
        return not self._of_body and i >= self._named_to

    def _main_clause(self, i: int) -> bool:
        return self._words[i - 1] != "đại" and subject_begins(self._words, i)

    def _is_name(self, i: int) -> bool:
        """Whether a body's name begins; a word that is a body's only as a name must be printed as one: "Vụ
        Tài chính", not "vụ tai nạn"."""
        named = named_at(self._words, i)
        if named != 1:
            return named > 1
        capital = self._plain[self._tokens[i].start()].isupper()
        return capital or (i > 0 and self._words[i - 1] in ("các", "mỗi", "từng"))

    def _at_comma(self, i: int) -> _Ends:
        words, fronted = self._words, self._fronted
        first_named, self._named_to = self._named_to == 0, 0
        rest = words[i + 1 : i + 8]
        opening = " ".join(rest[:2])
        body = self._heads.match(rest, 0)
        asked = _Ends.ASKED if asks_at(words, i + 1) else _Ends.HERE
        if papers(words, i) or (" ".join(words[i - 2 : i]) in _ANYBODY and opening in _ANYBODY):
            return _Ends.NOT  # "khi có yêu cầu của cơ quan, đơn vị có thẩm quyền"
        if words[i - 1] in _SORTS and rest[:1] in _SORTS_BESIDE:
            return _Ends.NOT  # "Sau khi có hướng dẫn của các bộ, | ngành trung ương"
        if fronted and self._there_is and self._count <= _LONGEST_BODY and verbs().match(rest, 0):
            return _Ends.HERE  # "khi có kết quả đối chiếu, | gửi thông báo cho các xã"
        if fronted and 1 <= i <= 3 and body and verbs().match(words, 0):
            return asked  # "Sau kiểm điểm, | tập thể, cá nhân …"
        if fronted and " ".join(words[i - 2 : i]) in _ASKED and body > 1:
            return _Ends.HERE  # "Khi cơ quan điều tra yêu cầu, | cơ sở y tế cung cấp …"
        if opening in _GOES_FURTHER or rest[:1] == ["gồm"] or says_more(words, i):
            return _Ends.HERE
        if re.fullmatch(r"(?:19|20)\d\d", words[i - 1]) or not rest or not listed(words, i):
            return _Ends.HERE  # "kể từ 6h00 ngày 24/7/2021, viên chức …"
        if fronted and only_comma(words, i):
            bound = {"thì", "phải", "cần"} & set(words[i:])
            if body or (self._count > 1 and not bound):
                return asked  # "Ngay sau khi có ý kiến của Sở Y tế, đơn vị báo cáo …"
        if opening == "có thể" or (fronted and (opening in _MEASURED or self._dealt_with(i))):
            return _Ends.HERE
        if self._dets.match(rest, 0) and (self._count >= 3 or acts(rest)):
            return _Ends.HERE
        if not self._of_body and body and acts(words[i + 1 : i + _LONGEST_SUBJECT] if fronted else rest):
            return _Ends.HERE  # "kể từ khi có quyết định, đơn vị phải công khai"
        if not self._of_body and self._count and asked is _Ends.ASKED:
            return asked
        if not self._of_body and body and self._body_acts(i, body, first_named):
            return _Ends.HERE
        return _Ends.HERE if self._verb_begins(rest) else _Ends.NOT

    def _dealt_with(self, comma: int) -> bool:
        """Whether the main clause behind a comma says what is done with a thing: "sau khi đo đạc xong, |
        bản đồ phải gửi …"; a thing beside another thing is one more of a list."""
        words = self._words
        if self._count < 2 or words[0] in ("có", "phát", words[comma + 1]) or "," in words[:comma]:
            return False
        if not any(verbs().match(words, k) > 1 or words[k] in _HAPPENS for k in range(comma)):
            return False
        for k in range(comma + 2, min(comma + 2 + _LONGEST_THING, len(words) - 1)):
            if words[k] in (",", "và", "hoặc") or words[k] in ".;:()":
                return False
            if words[k] in _DEALT_WITH and words[k + 1] not in _DEALT_WITH:
                done = verbs().match(words, k + 1) or self._heads.match(words, k + 1)
                later = words.index(",", k) + 1 if "," in words[k:] else len(words)
                another = self._heads.match(words, later) if later < len(words) else 0
                return done > 0 and not another and verbs().match(words, comma + 1) < 2
        return False

    def _body_acts(self, comma: int, body: int, first_named: bool) -> bool:
        """Whether the body behind a comma begins the main clause, if nothing else says whose it is."""
        rest = self._words[comma + 1 : comma + 8]
        if self._count >= 3 and does(rest, first_named):
            return True  # "Sau mỗi đợt bơm, trạm thủy nông ghi sổ …"
        if self._fronted and first_named and self._count >= 3 and body > 1:
            return True  # "kể từ ngày nhận hồ sơ, | cơ quan thẩm định rà soát"
        begins = self._tokens[comma + 1].start()
        return self._plain[begins].isupper()  # "kể từ ngày nhận hồ sơ, Sở Y tế trả lời"

    @staticmethod
    def _verb_begins(rest: list[str]) -> bool:
        """Whether a modal, an assignment or an opener begins the main clause behind a comma."""
        wording = classes("wording.tsv")
        assigns = wording["assign"].match(rest, 0)
        if assigns and rest[assigns : assigns + 1] == [","]:
            return False  # "rà soát, giao, khai thác tài sản": one of a list
        if rest[:2] == ["thông", "qua"] and rest[2:3] in ([], ["."], [";"], [","], [":"]):
            return False  # "sau khi được Hội đồng thảo luận, | thông qua": agreed to, not "by way of"
        return bool(assigns or any(wording[key].match(rest, 0) for key in ("must", "not", "link", "opener")))

    def _stopped(self, i: int) -> bool:
        """Whether a word that begins something else ends the event, unless it is a part of it here."""
        words, word = self._words, self._words[i]
        if word == "về" and words[i - 1] == "trả":
            return False  # "kể từ ngày bị trả về"
        if word in ("nhưng", "song") and self._fronted:
            return False  # "Khi hết hạn nhưng chưa nộp, người nộp thuế …"
        if word == "do" and i > 2 and not self._fronted and words[0] == "được" and self._came_about(i):
            return self._heads.match(words, i + 1) > 0  # "sau khi được chi bộ đồng ý | do ban thư ký ghi"
        if word not in _STOP_WORDS or not (i or word == "sẽ") or (word in ("được", "không") and i < 2):
            return False
        if self._fronted and word in _INSIDE and (comma_ahead(words, i) or self._duty_ahead(i)):
            return False
        if word == "được":
            return not self._is_done(i)
        if word == "hoặc":  # "khi phát sinh đơn thư hoặc vụ việc phức tạp"
            if "được" in words[:2] and not any(self._deed_at(k) for k in range(i)):
                # "sau khi được Ban Quản lý | hoặc Lãnh đạo sở thông qua"
                return not self._heads.match(words, i + 1)
            return not (words[0] in ("phát", "có") and i + 1 < len(words) and goes_on(words, i + 1))
        if word == "trên":
            return words[i - 1] not in ("cấp", "bậc")
        if word == "về":
            return not self._is_about(i)
        return not (word == "theo" and words[i - 1] in ("tiếp", "kèm", "chạy"))

    def _duty_ahead(self, i: int) -> bool:
        """Whether nobody stands between a deed that comes first and its duty: "Trước khi mở kho | theo
        danh mục phải rà soát khóa"."""
        words = self._words
        if self._of_body or verbs().match(words, 0) < 2:
            return False
        for k in range(i + 1, min(i + _LONGEST_SUBJECT, len(words))):
            if words[k] == "phải":
                return True
            if (
                words[k] in (",", "thì", "cần", "và")
                or words[k] in ".;:()"
                or self._heads.match(words, k) > 1
            ):
                return False
        return False

    def _deed_at(self, k: int) -> bool:
        """Whether a verb stands at ``k`` that is no part of a name: "thông qua", not "(Ban) Quản lý"."""
        return verbs().match(self._words, k) > 1 and not self._plain[self._tokens[k].start()].isupper()

    def _came_about(self, i: int) -> bool:
        """Whether the words before ``i`` end with what was done or agreed to: "được đảng ủy xác nhận | …"."""
        return verbs().match(self._words, i - 2) == 2 or " ".join(self._words[i - 2 : i]) in _ASKED

    def _is_done(self, i: int) -> bool:
        """Whether "được" tells what comes about: "ngay sau khi các văn bản được (đơn vị ký) ban hành"."""
        words = self._words
        if any(" ".join(words[k : k + 2]) in _PASSED for k in range(i + 1, i + 6)):
            return True
        done = verbs().match(words, i + 1)
        if done and (self._counted or words[i + 1 + done : i + 2 + done] in ([], ["."], [";"], [","])):
            return True  # "kể từ ngày nhà | được bàn giao", "ngay khi danh sách | được duyệt"
        if {"phải", "thì"}.intersection(words[i + 2 : i + 4]):
            return True  # "ngay sau khi hồ sơ được duyệt | phải gửi"
        return words[i - 1] in ("nhận", "có", "ngày", "khi") or gains(words, i)

    def _is_about(self, i: int) -> bool:
        """Whether "về" goes on what was sent or told: "kể từ ngày nộp bản kê khai | về Thanh tra tỉnh",
        "kể từ ngày nhận được thông báo | về kết quả"."""
        words = self._words
        if words[i - 1] in ("đi", "ra", "trở", "gửi", "đổi"):
            return True
        if _SENT.intersection(words[max(0, i - 6) : i]) and self._heads.match(words, i + 1):
            return True
        told = words[i - 1] in _TOLD or words[i - 3 : i] == ["tin", "cuối", "cùng"]
        return told and not sent_to(words, i + 1)

    def _next_act(self, i: int) -> bool:
        """Whether what is then to be done begins with a verb."""
        words, word = self._words, self._words[i]
        ended = i > 0 and self._fronted and word == "có" and words[0] in _ROUNDS
        if ended and verbs().match(words, i + 1) > 1:
            return True  # "Sau đợt nạo vét | có tổng kết gửi Sở"
        reports = (
            word == "và"
            and i > 1
            and not self._fronted
            and self._comes_later
            and words[i + 1 : i + 3] == ["báo", "cáo"]
        )
        if reports and self._heads.match(words, i + 3) > 1:
            return True  # "trước khi sửa cống | và báo cáo Huyện ủy"
        if word == "và" and " ".join(words[i + 1 : i + 3]) in _GOES_FURTHER and i > 1:
            return True  # "sau lễ trao thưởng | và ghi rõ vào sổ"
        return (
            word == "và"
            and not (self._fronted and comma_ahead(words, i))
            and verbs().match(words, i + 1) > 1
            and not any(verbs().match(words, k) for k in range(i))
        )  # "trong suốt thời gian hội thao | và lập biên bản"

    def _turns(self, i: int) -> bool:
        """Whether a purpose, a duty or another's share begins here."""
        words, word = self._words, self._words[i]
        if not i:
            return False
        pair = " ".join(words[i : i + 2])
        if pair in _PURPOSES or (i > 1 and (word in ("cần", "mà") or pair in _BOUND_TO)):
            return True
        ended = words[i - 1] in ("thúc", "hết", "xong", "thành")  # "sau khi kết thúc | mỗi đợt"
        if not ended and word in ("từng", "mỗi") and words[i - 1] != "của":
            return True
        return word == "các" and words[i - 1] == "điểm"
