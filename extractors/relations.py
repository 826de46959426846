"""How a directive stands to an act that it mentions: implements, amends, replaces, cites.

By the words before the mention in its sentence (the annotation guide's list). An act inside the title of
another act is only cited; a mention that a list or "và" joins to another has that one's relation.
"""

from __future__ import annotations

import re

from extractors import view
from extractors.mentions import Mention, same_number
from extractors.model import Reading, Relation
from extractors.sharing import listed
from extractors.zones import Zones

_IMPLEMENTS = re.compile(
    r"(?<!\w)(?:căn cứ(?: vào)?|xét(?= (?:đề nghị|tờ trình|báo cáo|kiến nghị|ý kiến)(?!\w))|thực hiện|"
    r"(?<!kèm )(?<!ghi )(?<!tiếp )theo(?! đó)|(?<!hiệu lực )thi hành|triển khai|quán triệt|chấp hành|"
    r"tuân thủ|tuân theo|trên cơ sở|phù hợp với|bám sát|cụ thể hóa|tiếp tục thực hiện|(?<!đối tượng "
    r")(?<!phạm vi )áp dụng|đúng quy "
    r"định (?:tại|của)|học tập)(?!\w)"
)
_CONSIDERS = re.compile(r"xét(?!\w)")
_NARRATED = re.compile(
    r"(?:(?<!\w)(?:sau|qua|trong|trải qua)\s(?:hơn |gần |khoảng )?\d{1,2}\s(?:năm|tháng|nhiệm kỳ)|"
    r"(?<!\w)kết quả\s\S{1,4}\s(?:năm|tháng)|"
    r"báo cáo (?:sơ kết|tổng kết)(?:\s\S{1,4}\s(?:năm|tháng))?)\s(?:tổ chức |triển khai )?thực hiện(?: các)?$"
)
"""An act whose carrying out lies behind is told of, not carried out: "sau 5 năm thực hiện …"."""
_CHECKED = re.compile(
    r"(?<!hướng dẫn, )(?<!\w)(?:kiểm tra|giám sát|thanh tra)(?:,? (?:và )?(?:kiểm tra|giám sát|đánh giá))?"
    r"(?: tình hình| kết quả)?"
    r"(?: việc| công tác)?(?: lãnh đạo, chỉ đạo)?(?: tổ chức)? (?:thực hiện|chấp hành|thi hành)(?: các)?$"
)
"""An act whose carrying out by others is looked into is named, not carried out."""
_PARTS = (
    r"(?:ý kiến|chỉ đạo|nội dung|nhiệm vụ|quyền hạn|kết luận|yêu cầu|mục tiêu|chỉ tiêu|giải pháp|biện pháp|"
    r"công việc|quan điểm)"
)
_CARRIES_OUT = re.compile(
    r"(?:thực hiện|cụ thể hóa|thể chế hóa|quán triệt)(?: nghiêm| tốt| đầy đủ| đúng| có hiệu quả|"
    r" nghiêm túc| đồng bộ| hiệu quả){0,3}"
    r"(?:,? (?:và )?(?:kịp thời|đầy đủ|đồng bộ|hiệu quả|quyết liệt|nghiêm túc)){0,3}"
    rf"(?: các| những)? {_PARTS}(?:(?:, | và ){_PARTS}){{0,5}}"
    r"(?:(?: chủ yếu| trọng tâm| cụ thể)?(?: của| trong)?|[^,;:]{0,120}tại|[^,;:]{0,40} nêu trong)(?: các)?$|"
    rf"(?:thể chế hóa|hiện thực hóa)\s[^;.:]{{0,160}}{_PARTS}[^;.:]{{0,60}}?\s(?:của|tại|trong)(?: các)?$"
)
_ATTACHED_TO = re.compile(r"(?:được )?(?:ban hành )?kèm theo")
_AS_ASKED = re.compile(
    r"^(?:đúng )?theo(?: đúng)? (?:yêu cầu|ý kiến|chỉ đạo|đề nghị|hướng dẫn|quy định|nội dung)[^,;:]{0,120}"
    r"(?<!\w)tại(?: các)?$"
)
"""Right behind another act: "… theo yêu cầu của X tại Công văn số …"."""
_STATED_IN = re.compile(
    r"(?<!\w)(?:theo(?: đúng)?|đúng(?: theo)?)\s(?:nội dung|tiến độ|yêu cầu|hướng dẫn|quy định|kế hoạch|"
    r"thời gian)[^;.:]{0,60}?"
    r"\s(?:nêu|quy định|đề ra|ghi|hướng dẫn)\s(?:trong|tại|ở)(?: các)?$"
)
_AMENDS = re.compile(
    r"(?<!\w)(?:sửa đổi(?:,? bổ sung|,? bãi bỏ|,? thay thế)*|bổ sung(?! cho (?!khoản|điểm|điều|mục))|"
    r"điều chỉnh|đính chính)(?!\w)"
)
_REPLACES = re.compile(r"(?<!\w)(?:thay thế(?! bằng)|thay cho|bãi bỏ|hủy bỏ)(?!\w)")
_QUOTATION = re.compile(r"[“\"][^“”\"]{0,400}[”\"]")
_REWORDS = re.compile(
    r"(?<!\w)(?:thay(?: thế)?|bỏ|bãi bỏ|sửa(?: lại| đổi)?|thêm(?: vào)?|đổi)(?: các| những)? "
    r"(?:cụm từ|từ|từ ngữ|chữ|câu|đoạn|nội dung|dấu)(?!\w)[^“”;.]{0,30}“”"
)
""" "Thay cụm từ “” bằng cụm từ “” tại khoản 1 Điều 9 |", what is quoted left out: the act stays in force."""
_AMENDS_AND = re.compile(r"(?<!\w)(?:sửa đổi|bổ sung)(?:,? bổ sung)?(?:,| và| hoặc)\s?$")
""" "Sửa đổi, bổ sung, | bãi bỏ một số điều của Nghị định …" amends it."""
_ADJUSTED_IN = re.compile(
    r"(?<!được )(?:kế hoạch|chỉ tiêu|dự toán|danh mục|nhiệm vụ)(?: \S+){0,3} điều chỉnh tại(?: các)?$"
)
""" "… theo kế hoạch điều chỉnh tại | Quyết định số …": the act adjusts something else."""
_WITHDRAWS = re.compile(
    r"(?<!\w)thu hồi(?:,? (?:và )?(?:hủy bỏ|bãi bỏ))?(?: hiệu lực)?(?: của)?(?: các| những| toàn bộ)?$"
)
"""An act withdrawn; what else is taken back ("thu hồi đất theo Quyết định …") is content."""
_REPLACED = re.compile(
    r"(?<!đã )hết hiệu lực|bị bãi bỏ|được thay thế|không còn (?:hiệu lực|giá trị)|chấm dứt hiệu lực|"
    r"(?<!đã )hết giá trị (?:thi hành|thực hiện)"
)
_TITLED_REPLACED = re.compile(
    rf"(?<!văn bản )(?<!quy định )(?<!giấy phép )(?<!pháp luật )(?:{_REPLACED.pattern})"
    r"(?: thi hành| thực hiện)?(?:,? (?:kể )?từ (?:ngày|khi)\s[^.;:]{1,80})?\s*(?:[.;]|$)"
)
"""Behind an act's title, at the end of a sentence that begins with the act: it is the act that ends, not
"danh mục văn bản | hết hiệu lực"."""
_CARRIED_ON = re.compile(r"(?<!\w)(?:tiếp tục |vẫn )?thực hiện theo(?!\w)")
_PROPOSED = re.compile(
    r"(?<!\w)(?:trình|hoàn thành|xem xét|nghiên cứu|đề xuất|kiến nghị|tham mưu)(?!\w)[^;.:]{0,60}$"
)
"""Before "sửa đổi": what others are to amend is not amended here."""
_PART = re.compile(r"một phần|khoản|điểm|(?<!\w)điều \d|cụm từ|nội dung|phụ lục|mục |chương ")
_OBJECT = re.compile(r"(?:của|tại|trong|vào|cho|(?:kèm|ban hành) theo|điều|đối với|\d[a-zđ]?|các|và|nêu)$")
_ELSEWHERE = re.compile(
    r" theo (?:đúng )?(?:đề nghị|quy định|hướng dẫn)|(?:tương ứng|như) (?:như )?(?:chỉ đạo|quy định|"
    r"hướng dẫn)|, (?:bảo đảm|đảm bảo)|(?:thống nhất|phù hợp) với"
)
"""Between a verb of change and an act that it does not change: "điều chỉnh danh mục theo quy định tại …"."""
_NEGATED = re.compile(
    r"(?:chưa|không)\s+(?:được\s+)?(?:tổ chức\s+)?(?:thực hiện|chấp hành|tuân thủ|theo đúng|đúng)"
)
_LIKE = re.compile(
    r"(?:như|gồm|xem|ví dụ|chẳng hạn|kể cả|so với|tiến độ nêu tại|tổng kết|sơ kết|\(\s?(?:trước |sau )?ngày)"
    r"(?: các)?$|(?:sơ kết|tổng kết)\W(?!.*(?:thực hiện|thi hành)).{0,40}$"
)
_DRAFTED = re.compile(
    r"(?:nghị định|thông tư|luật|nghị quyết|quyết định|quy định|kế hoạch)\s+(?:về\s+(?:việc\s+)?)?$"
)
_TITLE = re.compile(
    r"^[\s“\"]{0,3}(?:“|về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|bổ sung|được sửa|được ban|đã "
    r"được|thực hiện|triển khai|do )"
)
_BREAK = re.compile(
    r"[.:!?](?=\s)|\n\s*\n|\n\s*[-+•–]\s|\n\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s|;|"
    r"\n[^\S\n]*(?=căn cứ\s{1,3}(?!pháp|để|khoa|thực|lý|quan|cho))"
)
_SEGMENT = 1500
"""Letters looked back over for a sentence's start; recitals joined by semicolons reach about 900."""
_SHORTENED = re.compile(r"(?<!\w)(?:tp|tx|tt|ths|ts|gs|đ/c)$")
_PAGE = re.compile(r"\n\s*\d{1,3}\s*\n+")
_JOINED = re.compile(
    r"(?:[,;)”\"]|(?<!\w)và|(?<!\w)cùng|(?<!\w)hoặc)\s*(?:(?:các|tại|của)\s+|"
    r"(?:điểm|khoản|điều|mục|chương|phần)\s+[\w.]{1,6}(?:(?:\s?,|\s+và)\s+[\da-zđ]{1,4}(?!\w)){0,8}\s+){0,8}$"
)
_OPINION = re.compile(
    r"(?:^|[,;]|(?<!\w)và)\s*(?:ý kiến|chỉ đạo|đề nghị|kiến nghị|của|kết luận|báo "
    r"cáo)\s[^,;]{0,140}(?<!\w)tại(?: các)?\s*$"
)
_OPENS_CLAUSE = re.compile(
    r"^[^,;]{0,3}[,;].*(?<!\w)(?:căn cứ|thực hiện(?: nghiêm| túc| tốt| đúng| đầy đủ| có| hiệu quả){0,4}|theo|"
    r"trên cơ sở|theo tinh thần)\s*$|"
    r"gắn với (?:việc )?(?:tiếp tục )?thực hiện\s*$|"
    r"^và (?:tiếp tục |tổ chức )?(?:thực hiện|triển khai|quán triệt|chấp hành)(?: nghiêm| tốt| đúng)?\s*$|"
    r"(?<!\w)thì\s[^,;:]{0,80}(?<!\w)(?:căn cứ(?: vào)?|theo|thực hiện)$|"
    r"(?<!\w)và (?:thực hiện|chấp hành)(?: tốt| đúng| nghiêm)? (?:quy chế|quy định)[^,;]{0,60}kèm theo$",
    re.S,
)
_BY_ITS_FORM = re.compile(
    r"(?<!\w)theo (?:các )?(?:mẫu|biểu|phụ lục|danh mục|bảng)(?!\w)[^;.:]{0,160}(?<!\w)(?:kèm theo|của|tại)$"
)
_ISSUED = re.compile(r"ban hành$")
_ASKS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|giao|như sau)(?!\w)")
_OPENING = 1200
"""Letters of a body in which it tells the act that it carries out."""
_REPLACES_LIST = re.compile(
    r"(?<!\w)(?:thay thế|bãi bỏ|hủy bỏ)(?: các| những| toàn bộ)?(?: [^\W\d]{1,8}){1,6}$"
)
_REPLACES_ISSUED = re.compile(
    r"(?<!\w)(?:này|và) thay thế (?:các|những) (?:văn bản|quy định|chế độ)(?!\w)[^.;:]{0,420}"
    r"(?<!\w)ban hành (?:kèm )?theo(?: các)?$"
)
""" "… và thay thế các văn bản về kế toán ban hành theo các Quyết định số …"."""
_LISTS_RULES = re.compile(
    r"(?:thực hiện|chấp hành|quán triệt|tuân thủ|học tập|nắm)(?:[\s,][^.;:]{0,60})?\s"
    r"(?:quy định|văn bản|pháp luật)[^.;:]{0,120},?\s"
    r"(?:trọng tâm là|cụ thể là|gồm|bao gồm|như|nhất là|trong đó có|sau đây|sau)$"
)
""" "… thực hiện tốt các quy định của pháp luật, trọng tâm là:", before a list of acts."""
_POINTS = re.compile(
    r"^[\W\d]*(?:(?:tại|các|điểm|khoản|điều|mục|phần|chương|phụ lục)(?:\s+\S{1,5})?[\s,]*)*$"
)
"""Nothing but the points of the act that follows ("điểm a khoản 1 Điều 5 Thông tư …")."""
_RESTS_ON = re.compile(r"[\s\d.)–+•-]*căn cứ(?!\w)")
_AMENDED = re.compile(
    r"(?:được\s+)?(?:sửa đổi|bổ sung|thay thế)[^;]{0,60}(?:bởi|theo|tại|bằng)"
    r"(?: các)?(?:\s+luật)?(?: sửa đổi\W.{0,60})?[\s,]{0,6}(?:và\s*)?$"
)
""""Căn cứ Luật A được sửa đổi, bổ sung theo Luật B": B is only named."""
_CHANGED_BY = re.compile(
    r"(?:,|và)?\s?(?:đã )?(?:được )?(?:điều chỉnh|sửa đổi)(?:,? bổ sung)?(?: một số điều)? (?:tại|bởi)"
    r"(?: các)?$"
)
"""Between an act and the one that had changed it: "A và điều chỉnh, bổ sung tại B"."""
_PLACE_WORDS = frozenset(["điểm", "khoản", "điều", "mục", "phần", "chương", "phụ", "tiết"])
_BETWEEN_PLACES = frozenset(["", "và", "các", "lục", "của", "ban", "hành", "kèm", "theo", "hoặc"])
_DETAILS = re.compile(
    r"(?:nghị\s+định|thông\s+tư|nghị\s+quyết)\s+(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn|sửa\s+đổi)(?!.*\snày\s)[^;:]{0,160}$"
)
"""Before a law in the title of another act without a number: "dự thảo Nghị định quy định chi tiết …"."""
_PLACE_NUMBER = re.compile(r"[\d.]{1,6}[a-zđ]?|[ivx]{1,5}|[a-zđ]{1,3}")
_DEFINES = re.compile(r"\(\s?(?:(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?\s+)?$")


def relate(mentions: list[Mention], low: str, zones: Zones, reading: Reading) -> None:
    """Sets each mention's relation; ``low`` is the folded text, the mentions are in order."""
    code = reading.type.code if reading.type else None
    recital = code in {"QĐ", "NQ", "NĐ", "TT", "TTLT", "L", "PL", "QyĐ", "QC"}
    own_title = view.folded(reading.subject or "")
    amending = bool(re.match(r"(?:về việc )?(?:sửa đổi|bổ sung|bãi bỏ|điều chỉnh|đính chính)", own_title))
    top: tuple[int, Relation] | None = None  # the segment and relation of the last mention on top level
    last: Relation | None = None
    in_title: Mention | None = None  # an act only named, inside the title of the one on top level
    for i, mention in enumerate(mentions):
        note = next((n for n in zones.footnotes if n[0] <= mention.start < n[1]), None)
        floor = note[0] if note else zones.body[0] if mention.start >= zones.body[0] else zones.head[0]
        begin, mark = segment_start(low, mention.start, floor)
        earlier = [m for m in mentions[max(0, i - 12) : i] if m.start >= begin]
        before = _flat(_without(low, begin, mention.start, earlier))
        after = _flat(
            low[mention.end : mentions[i + 1].start if i + 1 < len(mentions) else mention.end + 160][:200]
        )
        defined = _alias_of(low, mention, earlier)
        if defined:
            mention.relation = defined
            continue
        directly = _flat(low[earlier[-1].end : mention.start]) if earlier else ""
        if earlier and listed(low, earlier[-1], mention) and not _REPLACED.search(after):
            # "Thực hiện A về … theo Nghị quyết Đại hội XIII và B ngày …": B stands beside A
            beside = earlier[-1] is in_title and mention.number and mention.date
            mention.relation = top[1] if beside and top and top[0] == begin else earlier[-1].relation
            continue
        changed_by = _CHANGED_BY.match(directly) or (_RESTS_ON.match(before) and _AMENDED.search(directly))
        if earlier and changed_by:
            mention.relation = "cites"
            top = (begin, "cites")
            continue
        joined = bool(earlier) and bool(_JOINED.search(directly + " ") or _OPINION.search(directly))
        if joined and top and top[0] == begin:
            mention.relation = top[1]
            if _REPLACED.search(after[:100]) or _ends_by_title(before, after):
                for other in earlier if _POINTS.match(_flat(low[begin : earlier[0].start])) else []:
                    other.relation = "replaces"  # "A về … và B về … hết hiệu lực": both
                mention.relation = "replaces"
            continue
        if (
            earlier
            and not joined
            and not (
                _OPENS_CLAUSE.search(directly) and not (_TITLE.match(directly) and "gắn với" not in directly)
            )
        ):
            changes = relation(directly, after) if re.match(r"(?:,|và)\s", directly) else None
            mention.relation = changes if changes in ("replaces", "amends") else "cites"
            if _ATTACHED_TO.fullmatch(directly) and not earlier[-1].number:
                mention.relation = earlier[
                    -1
                ].relation  # one act: "Quy chế … ban hành kèm theo Quyết định số"
            done = not _TITLE.match(directly) and _CARRIES_OUT.search(directly)
            if done or _AS_ASKED.match(directly) or _STATED_IN.search(directly):
                mention.relation = "implements"
            elif not _TITLE.match(directly) and len(directly.split()) > 12:
                mention.relation = relation(directly, after, recital=recital) or "cites"
            in_title = mention if _TITLE.match(directly) and not mention.number else None
            continue
        value = relation(before if not earlier else directly, after, recital=recital, amending=amending)
        if value == "implements" and not earlier and _DETAILS.search(before):
            value = "cites"
        bare = _POINTS.match(before) or (
            _OPINION.search(before) and not _CONSIDERS.match(before.lstrip("- "))
        )
        if value is None and bare and mark in {";", "-", "+", "\n", "•"} and last and not note:
            value = last
        if value in ("amends", "replaces") and _RESTS_ON.match(before):
            value = "cites" if earlier else "implements"  # what a law rests on it does not change
        if value is None and _POINTS.match(before) and mark == ":":
            value = _led(low, begin, floor)
        if value is None and not recital and not earlier and _introduced(mention, low, zones, reading):
            value = "implements"
        if value is None and amending and mention.start < zones.body[0]:
            value = "amends"
        mention.relation = value or "cites"
        top, last = (begin, mention.relation), mention.relation


def segment_start(low: str, start: int, floor: int) -> tuple[int, str]:
    """Where the sentence, or the part of it behind a semicolon, starts that holds ``start``; and what ends
    the one before ("" at the text's start)."""
    begin, mark = max(floor, start - _SEGMENT), ""
    for match in _BREAK.finditer(low, begin, start):
        if match[0] == "." and _SHORTENED.search(low, max(0, match.start() - 4), match.start()):
            continue
        if match[0][0] == "\n" and _PAGE.match(low, match.start()):
            continue
        kind = match[0].strip()[:1] or "\n"
        bullet = low[begin : match.end()].strip() == "" or low[begin : match.end()].strip() in {
            "-",
            "+",
            "•",
            "–",
        }
        begin, mark = match.end(), mark if bullet and mark in {";", ":"} else kind
    return begin, "-" if mark == "–" else mark


def _led(low: str, begin: int, floor: int) -> Relation | None:
    """What the lead-in of a list says of the acts in it: carried out ("Căn cứ các văn bản sau:"), replaced
    ("thay thế các Quyết định sau:"); None for neither."""
    colon = low.rfind(":", floor, begin)
    start = max(floor, colon - 300, low.rfind("\n", floor, colon) + 1, low.rfind(". ", floor, colon) + 2)
    said = low[start:colon].strip(" \t\n-+•.,;0123456789)")
    if _REPLACES_LIST.search(said):
        return "replaces"
    return "implements" if _IMPLEMENTS.match(said) or _LISTS_RULES.search(said) else None


def _introduced(mention: Mention, low: str, zones: Zones, reading: Reading) -> bool:
    """Whether a letter opens with the act that it is about: "Ngày 05/3/2024, Chính phủ ban hành Nghị định số
    …". An act of the letter's own body is only recalled."""
    start = zones.body[0]
    if reading.kind != "directive" or not start <= mention.start < start + _OPENING:
        return False
    told = low[start : mention.start]
    if not _ISSUED.search(told.rstrip()) or _ASKS.search(told):
        return False
    own, act = reading.number, mention.parsed
    return not (own and act and own.issuer_code and own.issuer_code == act.issuer_code)


def _ends_by_title(before: str, after: str) -> bool:
    """Whether a sentence that begins with an act and its title says that it is no longer in force."""
    return bool(_POINTS.match(before) and _TITLED_REPLACED.search(after))


def relation(before: str, after: str, *, recital: bool = False, amending: bool = False) -> Relation | None:
    """The relation that the words before and after a mention say; None where they say nothing.

    ``before`` is the folded text from the start of the segment to the mention, on one line, other mentions
    left out; ``recital`` says that the act is of a kind whose opening lists what it rests on, ``amending``
    that its own title says that it amends.
    """
    titled = re.match(r"[\s“\"]{0,3}(?:về|v/v)\s", after)  # what a title says is not said of the act
    if not titled and _REPLACED.search(after[:140].split(";")[0].split(". ")[0]):
        return "replaces"
    if titled and _ends_by_title(before, after):
        return "replaces"
    near = before[-200:].strip()
    if _REPLACES_ISSUED.search(before[-600:].strip()):
        return "replaces"
    if _WITHDRAWS.search(near) or re.search(r"(?<!\w)này thay(?: cho)?(?: các)?$", near):
        return "replaces"
    bare = _QUOTATION.sub("“”", before)[-200:].strip()
    reworded = _last(_REWORDS, bare)
    if reworded is not None and _object(bare, reworded):
        return "amends"
    replaced, amended = _last(_REPLACES, near), _last(_AMENDS, near)
    if replaced is not None and _object(near, replaced):
        part = _PART.search(near, replaced)  # an act that loses a part stays in force
        return "amends" if part or _AMENDS_AND.search(near[:replaced]) else "replaces"
    if amended is not None and _ADJUSTED_IN.search(near):
        return (
            "implements"
            if re.search(r"(?<!\w)(?:theo|thực hiện)\s", near[max(0, amended - 40) : amended])
            else "cites"
        )
    if amended is not None and _object(near, amended) and not _CARRIED_ON.search(near, amended):
        drafted = None if amending else _DRAFTED.search(near, 0, amended)
        draft = drafted and re.search(r"xây dựng|dự thảo|trình|ban hành", near[: drafted.start()][-60:])
        return "cites" if draft or _PROPOSED.search(near[:amended]) else "amends"
    if _NEGATED.search(near) or _LIKE.search(near) or _NARRATED.search(near) or _CHECKED.search(near):
        return "cites"
    opening = before.strip(' \t\n-+•.,;:“"(0123456789)')
    if _CONSIDERS.match(opening) and not recital:
        return "cites"  # a letter answers what it considers; a decision rests on it
    if _IMPLEMENTS.match(opening) or opening.startswith("thực hiện"):
        return "implements"
    before = _before_points(before)
    if _STATED_IN.search(near) or _BY_ITS_FORM.search(near):
        return "implements"
    if _CARRIES_OUT.search(near) or _CARRIES_OUT.search(before[-200:]):
        return "implements"
    done = _last(_IMPLEMENTS, before)
    if done is not None and len(before[done:].split()) <= 12:
        return "implements"
    return None


def _before_points(before: str) -> str:
    """The words without the places of the act that follows: "theo quy định tại | khoản 1, 2 Điều 5"."""
    words = before.split()
    kept, places = len(words), False
    for i in range(len(words) - 1, -1, -1):
        word = words[i].strip(",;")
        if word in _PLACE_WORDS:
            kept, places = i, True
        elif not (word in _BETWEEN_PLACES or _PLACE_NUMBER.fullmatch(word)):
            break
    return " ".join(words[:kept]) if places else before


def _object(near: str, trigger: int) -> bool:
    """Whether the act is what the verb at ``trigger`` changes: only "… một số điều của" between them."""
    tail = near[trigger:]
    return (
        len(tail.split()) <= 26
        and bool(_OBJECT.search(tail) or len(tail.split()) <= 3 or _AMENDS.fullmatch(tail))
        and not _ELSEWHERE.search(tail)
    )


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = None
    for match in pattern.finditer(text):
        found = match.start()
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())


def _without(low: str, begin: int, end: int, earlier: list[Mention]) -> str:
    parts, at = [], begin
    for mention in earlier:
        parts.append(low[at : mention.start])
        at = max(at, mention.end)
    return " ".join([*parts, low[at:end]])


def _alias_of(low: str, mention: Mention, earlier: list[Mention]) -> Relation | None:
    """The relation of the act whose alias this mention, in brackets behind that act's title, defines."""
    if not mention.number or not _DEFINES.search(
        _flat(low[max(0, mention.start - 60) : mention.start]) + " "
    ):
        opened = low[max(0, mention.start - 60) : mention.start]
        if not mention.number or not re.search(r"\(\s?$", opened):
            return None
    for other in reversed(earlier):
        if other.number and same_number(other.number, mention.number):
            return other.relation
    return None
