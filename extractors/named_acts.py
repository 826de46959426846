"""Acts named without a number: laws, statutes, resolutions of congresses and plenums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors import dates, view
from extractors.body_phrases import before_capitals, body_end, joint_end, phrases
from extractors.model import Span

_LAW = re.compile(
    r"(?<!\w)(?P<kind>bộ\s{1,60}luật|luật|pháp\s{1,60}lệnh)\s{1,60}(?P<amending>sửa\s{1,60}đổi"
    r"(?:,?\s{1,60}bổ\s{1,60}sung)?\s{1,60}(?:một\s{1,60}số\s{1,60}(?:điều|nội\s{1,60}dung)\s{1,60})?"
    r"(?:của\s{1,60})?(?:các\s{1,60})?"
    r"(?:(?P<several>(?:\d{1,3}|một\s{1,60}số)\s{1,60})?(?:bộ\s{1,60}luật|luật|pháp\s{1,60}lệnh)\s{1,60})?)?"
    r"(?=[^\W\d_])"
)
_SEVERAL = re.compile(
    r"(?:có\s{1,60}liên\s{1,60}quan\s{1,60}(?:đến|tới)|liên\s{1,60}quan\s{1,60}(?:đến|tới)|"
    r"(?:trong|thuộc)\s{1,60}lĩnh\s{1,60}vực|về)\s{1,60}[^\W\d_]"
)
"""What several laws changed by one are called by: "37 Luật có liên quan đến quy hoạch"."""
_STATUTE = re.compile(
    r"(?<!\w)điều\s{1,3}lệ\s{1,3}(?:đảng(?:\s{1,3}cộng\s{1,3}sản(?:\s{1,3}việt\s{1,3}nam)?)?|"
    r"công\s{1,3}đoàn(?:\s{1,3}việt\s{1,3}nam)?|"
    r"đoàn(?:\s{1,3}thanh\s{1,3}niên\s{1,3}cộng\s{1,3}sản\s{1,3}hồ\s{1,3}chí\s{1,3}minh|"
    r"\s{1,3}tncs\s{1,3}hồ\s{1,3}chí\s{1,3}minh)?|"
    r"hội\s{1,3}(?:nông\s{1,3}dân|cựu\s{1,3}chiến\s{1,3}binh|"
    r"liên\s{1,3}hiệp\s{1,3}phụ\s{1,3}nữ)(?:\s{1,3}việt\s{1,3}nam)?|"
    r"mặt\s{1,3}trận\s{1,3}tổ\s{1,3}quốc(?:\s{1,3}việt\s{1,3}nam)?)(?!\w)"
)
_ELECTION_RULES = re.compile(r"(?<!\w)quy\s{1,3}chế\s{1,3}bầu\s{1,3}cử\s{1,3}trong\s{1,3}đảng(?!\w)")
_CONSTITUTION = re.compile(
    r"(?<!\w)hiến\s{1,3}pháp(?!\w)(?:\s{1,3}nước\s{1,3}cộng\s{1,3}hòa\s{1,3}xã\s{1,3}hội\s{1,3}chủ\s{1,3}nghĩa\s{1,3}việt\s{1,3}nam)?"
)
_WHERE_SIGNED = (
    r"(?:Paris|Kyoto|Montreal|Basel|Minamata|Stockholm|Rotterdam|Ramsar|Viên|Vienna|Geneva|Giơ-ne-vơ|La\s{1,3}Hay|"
    r"Bern|Berne|Madrid|Marrakesh|Nagoya|Cartagena|[A-Z]{3,8}(?![^\W\d_]))"
)
_SCHEME = re.compile(r"(?<!\w)Đề\s{1,3}án\s{1,3}\d{2,3}(?![\w/-]|\s?-\s?[A-ZĐ]|[.,]\d)")
"""A scheme known by its number alone: "Đề án 06"."""
_TREATY = re.compile(
    r"(?<!\w)(?:(?:Công\s{1,3}ước|Hiệp\s{1,3}định|Nghị\s{1,3}định\s{1,3}thư)(?:\s{1,3}khung)?"
    r"(?:\s{1,3}(?:của\s{1,3})?(?P<body>Liên\s{1,3}[Hh]ợp\s{1,3}[Qq]uốc|ASEAN)|\s{1,3}"
    rf"{_WHERE_SIGNED})"
    r"(?:\s{1,3}về\s{1,3}(?:(?!(?:và|của|được|tại|theo|để|do)\s)[^\W\d_]{1,8}\s{0,3}){1,6})?"
    rf"|Thỏa\s{{1,3}}thuận\s{{1,3}}{_WHERE_SIGNED}(?:\s{{1,3}}về\s{{1,3}}(?:biến\s{{1,3}}đổi\s{{1,3}})?khí\s{{1,3}}hậu)?)"
)
"""Treaties by name: "Công ước khung của Liên hợp quốc về biến đổi khí hậu", "Nghị định thư Kyoto"."""
_REGULATIONS = re.compile(
    r"(?<!\w)(?P<act>quy\s{1,3}chế\s{1,3}(?:làm\s{1,3}việc|hoạt\s{1,3}động|"
    r"phối\s{1,3}hợp(?:\s{1,3}công\s{1,3}tác)?))"
    r"\s{1,3}(?:của|giữa)\s{1,3}"
)
_ATTACHED = re.compile(
    r"(?<!\w)(?P<act>quy\s{1,3}chế|quy\s{1,3}định)\s{1,3}[^.;:\n“”()]{6,200}?"
    r"(?=\s{1,3}(?:được\s{1,3})?ban\s{1,3}hành\s{1,3}kèm\s{1,3}theo\s{1,3}(?:quyết|nghị|thông)\s)"
)
_RESTS_ON = ("căn cứ", "căn cứ vào", "thực hiện", "theo", "chấp hành")
"""An act known by its name, which the next one put in force: "Quy chế … ban hành kèm theo Quyết định"."""
_COURSE = r"(?:[ivx]{1,6}|\d{1,2})"
_ORDINAL = (
    r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s{1,3}(?:một|hai|ba|bốn|lăm))?|[ivx]{1,6}|\d{1,2})"
)
_TERM = (
    rf"(?:[\s,]{{0,3}}\(?\s?khóa\s{{1,3}}{_COURSE}(?:(?:\s{{0,2}},\s{{0,2}}|"
    rf"\s{{1,2}}và\s{{1,2}})(?:khóa\s{{1,3}})?{_COURSE}){{0,3}}\s?\)?)"
)
_CENTRAL = r"(?:ban\s{1,3}chấp\s{1,3}hành\s{1,3})?trung\s{1,3}ương(?:\s{1,3}đảng)?"
_PLENUM = re.compile(
    rf"(?<!\w)(?P<kind>nghị\s{{1,3}}quyết|kết\s{{1,3}}luận)\s{{1,3}}(?:"
    rf"(?:hội\s{{1,3}}nghị\s{{1,3}})?trung\s{{1,3}}ương\s{{1,3}}{_ORDINAL}{_TERM}?"
    rf"|(?:của\s{{1,3}})?hội\s{{1,3}}nghị\s{{1,3}}(?:lần\s{{1,3}}thứ\s{{1,3}})?{_ORDINAL}[\s,]{{1,3}}(?:của\s{{1,3}})?{_CENTRAL}{_TERM}?"
    rf"|(?:của\s{{1,3}})?đại\s{{1,3}}hội\s{{1,3}}(?:đại\s{{1,3}}biểu\s{{1,3}})?(?:đảng\s{{1,3}})?(?:toàn\s{{1,3}}quốc\s{{1,3}})?"
    rf"(?:lần\s{{1,3}}thứ\s{{1,3}})?{_ORDINAL}(?!\w)(?:\s{{1,3}}(?:của\s{{1,3}})?đảng(?:\s{{1,3}}cộng\s{{1,3}}sản\s{{1,3}}việt\s{{1,3}}nam)?(?!\s{{1,3}}bộ))?"
    rf"|(?:của\s{{1,3}})?đại\s{{1,3}}hội\s{{1,3}}(?:đại\s{{1,3}}biểu\s{{1,3}})?đảng\s{{1,3}}bộ\s{{1,3}}(?:tỉnh|thành\s{{1,3}}phố|huyện|quận|xã|phường)"
    rf"(?:\s{{1,3}}[^\W\d_]{{1,8}}){{0,4}}?\s{{1,3}}lần\s{{1,3}}thứ\s{{1,3}}{_ORDINAL}"
    rf")(?!\w)"
)
_NAME = rf"[{view.CAPITALS}][^\W\d_]{{0,8}}"
_NTH = r"[Ll]ần\s{1,3}thứ\s{1,3}(?:[IVXLC]{1,7}|\d{1,2}|nhất)"
_CONGRESS = re.compile(
    rf"(?<!\w)[Nn]ghị\s{{1,3}}quyết\s{{1,3}}(?:của\s{{1,3}})?[Đđ]ại\s{{1,3}}hội\s{{1,3}}(?:[Đđ]ại\s{{1,3}}biểu\s{{1,3}})?"
    rf"(?:{_NTH},?\s{{1,3}}(?:của\s{{1,3}})?)?[Đđ]ảng\s{{1,3}}bộ\s{{1,3}}"
    r"(?:(?:[Tt]ỉnh|[Tt]hành\s{1,3}phố|[Hh]uyện|[Qq]uận|[Tt]hị\s{1,3}xã|[Xx]ã|[Pp]hường|[Tt]hị\s{1,3}trấn|[Đđ]ặc\s{1,3}khu)\s{1,3}"
    rf"(?:{_NAME}\s{{1,3}}){{0,3}}{_NAME}"
    r"|(?:Công\s{1,3}an|Quân\s{1,3}đội|Khối\s{1,3}[^\W\d_]{2,6}\s{1,3}cơ\s{1,3}quan|Khối\s{1,3}[Dd]oanh\s{1,3}nghiệp)\s{1,3}"
    r"(?:Trung\s{1,3}ương|[Tt]ỉnh|Nhân\s{1,3}dân))"
    rf"(?:,?\s{{1,3}}{_NTH}(?!\w))?"
)
"""A congress of the Party's branch in a place that is named, with or without its ordinal."""
_UNION_CONGRESS = re.compile(
    r"(?<!\w)[Nn]ghị\s{1,3}quyết\s{1,3}(?:của\s{1,3})?Đại\s{1,3}hội\s{1,3}(?:[Đđ]ại\s{1,3}biểu\s{1,3})?(?:[Tt]oàn\s{1,3}quốc\s{1,3})?"
    rf"(?:(?P<first>{_NTH}|[IVX]{{1,6}}),?\s{{1,3}}(?:của\s{{1,3}})?)?"
    r"(?:Đảng\s{1,3}bộ|[Cc]hi\s{1,3}bộ|Đoàn|Công\s{1,3}đoàn|Hội|Mặt\s{1,3}trận|Liên\s{1,3}đoàn)(?!\w)"
    rf"(?(first)(?:\s{{1,3}}{_NAME}){{0,8}}|(?:\s{{1,3}}[^\W\d_]{{1,9}}){{0,12}}?,?\s{{1,3}}(?:{_NTH}|[IVX]{{1,6}}))(?!\w)"
)
"""A congress of any organisation, its ordinal before or behind the organisation's name."""
_TERM_CONGRESS = re.compile(
    r"(?<!\w)[Nn]ghị\s{1,3}quyết\s{1,3}(?:của\s{1,3})?[Đđ]ại\s{1,3}hội\s{1,3}(?:[Đđ]ại\s{1,3}biểu\s{1,3})?"
    r"(?:[Đđ]ảng\s{1,3}bộ|[Cc]hi\s{1,3}bộ|Đoàn|Công\s{1,3}đoàn|Hội)(?:\s{1,3}[^\W\d_]{1,9}){0,8}?,?\s{1,3}"
    r"nhiệm\s{1,3}kỳ\s{1,3}(?:19|20)\d\d\s{0,2}[-–]\s{0,2}(?:19|20)\d\d"
)
"""A congress known by the term it opened: "Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030"."""
_PROGRAMME = re.compile(
    r"(?<!\w)(?P<kind>Chương\s{1,3}trình|Kế\s{1,3}hoạch)\s{1,3}"
    r"(?:công\s{1,3}tác|kiểm\s{1,3}tra|giám\s{1,3}sát|thanh\s{1,3}tra|kiểm\s{1,3}toán|hành\s{1,3}động)"
    r"(?:,?\s{1,3}(?!của\s)[^\W\d_]{1,8}){0,8}?\s{1,3}"
    r"(?:năm\s{1,3}(?:19|20)\d\d|khóa\s{1,3}[IVX]{1,6}|nhiệm\s{1,3}kỳ\s{1,3}\d{4}\s{0,2}[-–]\s{0,2}\d{4})\s{1,3}của\s{1,3}"
)
"""A body's programme of a year: "Chương trình kiểm tra, giám sát năm 2026 của Ban Thường vụ Đảng ủy"."""
_BEING_MADE = re.compile(
    r"(?:lập|xây\s{1,3}dựng|ban\s{1,3}hành|trình|dự\s{1,3}thảo|mưu|vào|điều\s{1,3}chỉnh)\s{1,3}$"
)
"""Before a programme that is yet to be made: "xây dựng Kế hoạch kiểm tra năm 2026 của …"."""
_AND_LAW = re.compile(r"(?:\s{0,2},|\s{1,60}và)\s{1,60}(?:bộ\s{1,60}luật|luật|pháp\s{1,60}lệnh)\s{1,60}")
_DATED_TITLE = re.compile(
    r"(?:\s{1,60}[^\W\d_]{1,8},?){1,4}?\s{1,60}(?=ngày\s{1,60}\d|năm\s{1,60}(?:19|20)\d\d(?!\d)|số\s{1,60}\d)"
)
"""Behind a comma, what still belongs to a title because the date of the law follows it."""
_JOINS_LAWS = re.compile(r"(?<!\w)(?:luật|lệnh|nghị|thông|quyết|định|điều|khoản)(?!\w)")
_AFTER = re.compile(
    r"(?:\s{1,3}\(sửa đổi(?:, bổ sung)?(?: năm \d{4})?\))?(?:,?\s{1,60}(?:ban hành\s{1,3})?(?=ngày\s))?"
)
_ADOPTED = re.compile(
    r",?\s{1,60}(?:đã\s{1,60})?được\s{1,60}(?P<body>quốc\s{1,60}hội(?:\s{1,60}nước\s[^,.;:]{20,60}?nam)?"
    r"(?:,?\s{1,60}khóa\s{1,60}[ivx]{1,5})?)(?:,?\s{1,60}(?:tại\s{1,60})?kỳ\s{1,60}họp\s{1,60}thứ\s{1,60}\w{1,6})?"
    r",?\s{1,60}thông\s{1,60}qua"
    r"(?:,?\s{1,60}tại\s{1,60}kỳ\s{1,60}họp\s{1,60}(?:bất\s{1,60}thường\s{1,60}lần\s{1,60})?thứ\s{1,60}\w{1,6},?)?"
    r"(?:\s{1,60}vào)?(?=\s{1,60}ngày\s)"
)
"""Between a law and its day: "Luật Hải quan | được Quốc hội khóa XIII thông qua | ngày …"."""
_DRAFT = re.compile(r"\s{1,3}\(sửa đổi(?:, bổ sung)?\)(?!,?\s{1,60}(?:ban hành|ngày|số|năm)\s)")
"""Behind a law that is being drafted ("xây dựng Luật An toàn thực phẩm (sửa đổi)"): no act yet."""
_LISTS = frozenset(["phòng", "tự", "lý"])
"""What goes on behind a comma in a title: "Phòng, chống …", "Trình tự, thủ tục …", "Quản lý, sử dụng …"."""
_STOP = frozenset(
    [
        "và",
        "được",
        "đã",
        "của",
        "có",
        "quy",
        "về",
        "tại",
        "theo",
        "thì",
        "này",
        "do",
        "đối",
        "trong",
        "khi",
        "để",
        "cho",
        "nếu",
        "hoặc",
        "hiện",
        "với",
        "các",
        "từ",
        "như",
        "đến",
        "còn",
        "vì",
        "bằng",
        "bị",
        "phải",
        "là",
        "trên",
        "nêu",
        "ngày",
        "năm",
        "số",
        "sửa",
        "hành",
        "ban",
        "gồm",
        "thay",
        "hướng",
    ]
)


_YEAR = re.compile(r"\s{1,3}năm\s{1,3}((?:19|20)\d\d)(?!\d)")
_BARE_YEAR = re.compile(r"\s{1,3}(?:năm\s{1,3})?((?:19|20)\d\d)(?![\w/-]|[.,]\d|\s{0,2}[-–/]\s{0,2}\d)")
""""Luật Đất đai 2024", as laws are called for short."""


@dataclass(frozen=True, slots=True)
class NamedAct:
    """A mention of an act by its name: kind ("L", "Điều lệ", "NQ"…), date where one follows, span, and
    the body that its name says issued it."""

    kind: str | None
    date: str | None
    span: Span
    issuer: str | None = None


@cache
def _verbs() -> frozenset[str]:
    return frozenset(view.folded(verb).split()[0] for verb in phrases("verbs.txt"))


@cache
def _laws() -> re.Pattern[str]:
    names = sorted((view.folded(n) for n in phrases("laws.txt")), key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(n).replace(r"\ ", r"\s{1,60}") for n in names) + r")(?!\w)")


def find(plain: str, low: str) -> Iterator[NamedAct]:
    """Mentions in order of kind, then place; only names written with a capital are names."""
    for match in _LAW.finditer(low):
        named = plain[match.end()].isupper() and _laws().match(low, match.end())  # "bộ luật Hình sự"
        if (plain[match.start()].isupper() or named) and not re.search(
            r"(?:pháp|kỷ|dự án|dự thảo)\s$", low[max(0, match.start() - 9) : match.start()]
        ):
            end = _law_end(plain, low, match)
            if end is not None and not _DRAFT.match(low, end):
                kind = "PL" if match["kind"].startswith("pháp") else "L"
                yield _dated(plain, low, kind, match.start(), end)
    by_name = ((_STATUTE, "Điều lệ"), (_CONSTITUTION, "Hiến pháp"), (_ELECTION_RULES, "QC"))
    for pattern, kind in by_name:
        for match in pattern.finditer(low):
            capital = plain[match.start()].isupper() or re.search(
                r"\sĐảng\b", plain[match.start() : match.end()]
            )
            if capital:
                yield _dated(plain, low, kind, match.start(), match.end())
    for match in _REGULATIONS.finditer(low):
        end = body_end(plain, low, match.end(), len(plain))
        end = None if end is None else joint_end(plain, low, end, len(plain), organs=True)
        issued = low[max(0, match.start() - 12) : match.start()].rstrip().endswith("ban hành")
        whose = plain[match.end()].isupper()  # "Quy chế phối hợp giữa các cơ quan" is any of that name
        if plain[match.start("act")].isupper() and end is not None and not issued and whose:
            yield NamedAct("QC", None, (match.start("act"), end))  # whose it is, not who issued it
    known = {act.span() for act in _REGULATIONS.finditer(low)}
    for match in _ATTACHED.finditer(low):
        rests = low[max(0, match.start() - 12) : match.start()].rstrip().endswith(_RESTS_ON)
        if plain[match.start()].isupper() and rests and not any(a == match.start() for a, _ in known):
            yield NamedAct("QC" if "chế" in match["act"] else "QyĐ", None, match.span())
    for match in _SCHEME.finditer(plain):
        yield NamedAct("ĐA", None, match.span())
    for match in _TREATY.finditer(plain):
        body = view.squeeze(match["body"]) if match["body"] else None
        yield NamedAct(None, None, (match.start(), match.start() + len(match[0].rstrip())), body)
    yield from _programmes(plain, low)
    spans = {match.start(): match.end() for match in _UNION_CONGRESS.finditer(plain)}
    spans |= {match.start(): match.end() for match in _TERM_CONGRESS.finditer(plain)}
    spans |= {match.start(): match.end() for match in _CONGRESS.finditer(plain)}
    for start, end in sorted(spans.items()):
        if before_capitals(plain, start, end) < end:
            continue  # a subject's last words and the head's next column
        yield NamedAct("NQ", None, (start, end))
    for match in _PLENUM.finditer(low):
        rest = slice(match.end("kind"), match.end())
        counted = re.match(
            r"\s+trung\s+ương\s+\d", low[rest]
        )  # "nghị quyết trung ương 4", as newspapers print
        if plain[match.start()].isupper() or plain[rest] != low[rest] or counted:
            yield NamedAct("NQ" if match["kind"].startswith("nghị") else "KL", None, _balanced(low, match))


def _programmes(plain: str, low: str) -> Iterator[NamedAct]:
    for match in _PROGRAMME.finditer(plain):
        end = body_end(plain, low, match.end(), len(plain))
        planned = _BEING_MADE.search(low, max(0, match.start() - 40), match.start())
        if end is not None and plain[match.end()].isupper() and not planned:
            issuer = view.squeeze(plain[match.end() : end])
            if " " not in issuer:
                continue  # "của Sở": whose is not said
            yield NamedAct("CTr" if match["kind"][0] == "C" else "KH", None, (match.start(), end), issuer)


_NEXT_DATE_LINE = re.compile(r"(?:\n|[ \t]{3})[^\n,]{2,40},\s{0,3}ngày\s")
"""Place and date on the line below a subject that ends in a law's name, or in the column beside it."""


def _law_end(plain: str, low: str, match: re.Match[str]) -> int | None:
    known = _laws().match(low, match.end())
    if known:
        more = _AND_LAW.match(low, known.end()) if match["amending"] else None
        while more:  # "Luật sửa đổi … của Luật A và Luật B"
            further = _laws().match(low, more.end())
            if not further:
                break
            known, more = further, _AND_LAW.match(low, further.end())
        return known.end()
    end = None
    shouted = plain[match.start() : match.end()].isupper() and plain[match.end() : match.end() + 2].isupper()
    several = _SEVERAL.match(low, match.end()) if match["several"] else None
    dated = _NEXT_DATE_LINE.search(low, match.end(), match.end() + 160)
    reach = dated.start() if dated else match.end() + 160
    for n, word in enumerate(re.finditer(r"\S{1,30}", low[match.end() : reach])):
        if several and match.end() + word.start() < several.end():
            end = match.end() + word.end()
            continue
        bare = word[0].strip(',;:.()“”"')
        printed = plain[match.end() + word.start() : match.end() + word.end()]
        if shouted and not printed.isupper():
            break  # "LUẬT THƯ VIỆN ⏎ Thực hiện …": the title in capitals ends
        if n == 0 and (bare == "năm" or not (several or plain[match.end()].isupper())):
            return None  # "KẾ HOẠCH SOẠN LUẬT, PHÁP LỆNH | NĂM 2019" names none
        if (bare in _STOP and n > 0) or not bare or not bare[0].isalpha() or word[0][0] in '(“"[':
            break
        end = match.end() + word.start() + len(word[0].rstrip(',;:.()“”"'))
        if word[0][-1] == "," and bare not in _LISTS:
            more = _DATED_TITLE.match(low, match.end() + word.end())
            if more and not _JOINS_LAWS.search(more[0]) and more[0].split()[0] not in _verbs():
                end = match.end() + word.end() + len(more[0].rstrip())
            break
        if word[0][-1] in ';:.)”“"(' or n > 12:
            break
    return end


def _dated(plain: str, low: str, kind: str, start: int, end: int) -> NamedAct:
    adopted = _ADOPTED.match(low, end)
    after = adopted or _AFTER.match(low, end)
    position = after.end() if after else end
    day = re.compile(r"\s{0,60}ngày\s{1,60}").match(low, position)
    if day:
        found = dates.DAY.match(low, day.end())
        value = dates.day_of(found) if found else None
        if found and value:
            body = view.squeeze(plain[slice(*adopted.span("body"))]) if adopted else None
            return NamedAct(kind, value, (start, found.end()), body)
    year = (_BARE_YEAR if kind in {"L", "PL", "Hiến pháp"} else _YEAR).match(low, position)
    if year:
        return NamedAct(kind, year[1], (start, year.end()))
    return NamedAct(kind, None, (start, end))


def _balanced(low: str, match: re.Match[str]) -> Span:
    end = match.end()
    printed = low[match.start() : end]
    if printed.count("(") > printed.count(")"):
        close = low.find(")", end, end + 3)
        end = close + 1 if close >= 0 else match.start() + printed.rindex("(")
    return match.start(), match.start() + len(low[match.start() : end].rstrip(" ,("))
