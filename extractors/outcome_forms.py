"""Events told by what has come of something, mostly without "khi": "kiểm xong thì …", "có kết luận thì …".

They begin a sentence, or a part of it; a condition ("nếu …", "hộ nào …") is none.
"""

from __future__ import annotations

from extractors.deadline_form import Form, form
from extractors.moments import TERM

OUTCOME = (
    r"(?:kết luận|kết quả|quyết định|ý kiến|văn bản|thông báo|hướng dẫn|chủ trương|giấy phép|chỉ đạo|lệnh|"
    r"chấp thuận|phê duyệt|công văn|công điện|biên bản|giấy mời)"
)
"""What somebody waits for, which another gives."""
_COME_ABOUT = (
    r"(?:thông qua|phê duyệt|ban hành|duyệt|công nhận|bàn giao|giải quyết|"
    r"trang bị|chấp thuận|công bố|nghiệm thu)"
)
_WORD = r"[^\W\d][^\s,.;:()]{0,9}"
_MORE = r"(?: [^\s,.;:()]{1,12}){0,10}?"
_ALONE = "".join(
    rf"(?<!{word}\s)" for word in ("sau", "trước", "ngay", "từ", "đến", "tới", "trong", "mỗi", "mà")
)
"""No "sau khi", "trước khi": those are events of their own."""
_THEN = r"(?= (?:thì|mà|là phải) )"

OUTCOME_FORMS: tuple[Form, ...] = (
    form(
        "outcome",
        "event",
        rf"(?:{_WORD} ){{1,3}}xong{_MORE}(?:{_THEN}|(?=, ))",
        needs=("xong",),
        confidence=0.7,
    ),
    form(
        "outcome",
        "event",
        rf"(?:có|nhận được|nhận|được) {OUTCOME}{_MORE}{_THEN}",
        needs=("thì", " mà ", "là phải"),
        confidence=0.7,
    ),
    form(
        "outcome",
        "event",
        rf"(?:kết thúc|hết|qua mốc|đủ) (?!hạn (?:nêu|nói|trên)){_WORD}{_MORE}{_THEN}",
        needs=("thì", " mà ", "là phải"),
        confidence=0.7,
    ),
    form(
        "outcome",
        "event",
        rf"(?:(?!chưa |đã |không |có ){_WORD} ){{0,12}}?được (?:{_WORD} ){{0,5}}?{_COME_ABOUT}"
        rf"(?: đủ| xong)?{_THEN}",
        needs=("được",),
        confidence=0.7,
    ),
    form(
        "when-needed",
        "event",
        rf"{_ALONE}khi (?=(?:{_WORD} ){{2,9}}?(?:có|cho) {OUTCOME})",
        tail=True,
        needs=("khi ",),
        confidence=0.6,
    ),
    form(
        "when-needed",
        "event",
        rf"{_ALONE}khi (?=(?:{_WORD} ){{2,16}}?được (?:{_WORD} ){{0,4}}?{_COME_ABOUT}(?:\s*[.;,]|$))",
        tail=True,
        needs=("khi ",),
        confidence=0.6,
    ),
    form(
        "when-needed",
        "event",
        rf"{_ALONE}khi (?=(?:{_WORD} ){{1,8}}?(?:trở lại|ổn định|an toàn|chấm dứt)(?:\s*[.;,]|$))",
        tail=True,
        needs=("khi ",),
        confidence=0.6,
    ),
    form(
        "when-needed",
        "event",
        r"(?:(?<!sau\s)(?<!trước\s)khi|trong quá trình|đồng thời với(?: quá trình)?) "
        r"(?:xây dựng|lập|thẩm định|phân bổ|giao) (?=dự toán )",
        tail=True,
        needs=("dự toán",),
        confidence=0.6,
    ),
    form(
        "not-before",
        "event",
        rf"{_ALONE}khi (?!còn )(?:{_WORD} ){{0,9}}?chưa(?: [^\s,.;:()]{{1,12}}){{1,8}}(?=\s*(?:[.;,]|$))",
        needs=("chưa",),
        confidence=0.7,
    ),
    form(
        "event",
        "event",
        r"(?:ngay )?trong (?:quý|tháng|ngày|tuần|năm|kỳ|đợt) mà (?!không|chưa|vẫn)"
        r"[^,.;:()]{3,60}?\s(?:được|có|xảy ra|phát sinh)\s[^,.;:()]{1,40}",
        needs=(" mà ",),
        confidence=0.7,
    ),
    form(
        "posted",
        "by",
        rf"(?:trong )?đủ {TERM}(?: liên tục| liền)?",
        needs=("đủ ",),
        confidence=0.7,
    ),
)
