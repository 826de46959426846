"""Why a phrase that looks like a deadline bounds nothing, whatever else stands around it.

A meeting's day, the period that a report's figures cover, the case that a time is part of have the form of a
deadline and are none. Each refusal below takes the phrase with its surroundings, and says whether it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.deadline_around import Around
from extractors.deadline_past import had_by_then, has_ended, is_bygone, is_over, is_past_meeting

_COUNTED_FROM = re.compile(
    r"(?:được\s+)?tính\s+(?:từ\s[^.;:]{0,60})?$|"
    r"(?:mốc\s+thời\s+gian|số\s+liệu|thời\s+điểm|kỳ)\s(?:[^.;:]{0,40}\s)?"
    r"(?:đánh\s+giá|xem\s+xét|lấy|chốt|báo\s+cáo|thống\s+kê|xét|tính)\s?[^.;]{0,60}:?\s*$"
)
"""What a report's figures or an assessment cover ("Số liệu được tính từ ngày 21 … đến ngày 20 …", "Mốc thời
gian xét thi đua: từ …"), not when it is due."""
_NAME_GOES_ON = re.compile(r"\s{1,9}(?:và\s+những\s+năm\s+tiếp\s+theo|,?\s*(?:tầm\s+nhìn|định\s+hướng)\s)")
"""Behind "từ nay đến năm 2020": the name of a scheme goes on, nobody is given a term."""
_SUMMED = re.compile(r"[^.;:]{0,120}?\s(?:đạt|đã|chiếm|tăng|giảm|mới)\s")
"""Behind a time that has ended: what had come about by then ("Đến hết tháng 9, tỉnh giải ngân đạt 50 %")."""
_DONE = re.compile(r"(?:hoàn\s+thành|xong|thực\s+hiện|kéo\s+dài|áp\s+dụng)[^.;]{0,60}$")
_SORT_OF_REPORT = re.compile(
    r"(?:đối\s+với|của)\s+(?:(?:các|loại|kỳ)\s+){0,2}(?:báo\s+cáo|kỳ\s+báo\s+cáo)\s+(?:định\s+kỳ\s+)?$"
)
"""Before "định kỳ hằng tháng": which reports are meant ("chậm nhất ngày 15 đối với báo cáo | …")."""
_BY_DAY = re.compile(r"(?:nhất|trước|vào)\s[^.;]{0,20}\d")
_ONES_MEANT = re.compile(
    r"(?:^|[\s,])(?:đã|hồ\s+sơ|giấy\s+tờ|công\s+trình|giấy\s+phép|dự\s+án|hợp\s+đồng|đơn(?!\s+vị))\s[^.;,]{0,60}$"
)
"""Before "nộp trước ngày …": which are meant ("Hồ sơ gửi | trước ngày văn bản này có hiệu lực")."""
_HOURS_OF = re.compile(r"(?:^|\s)(?:thời\s+gian|khung\s+giờ|số\s+giờ|các\s+giờ)\s[^.;:,]{0,60}$")
"""Before "trong ngày": at which hours of any day."""
_PURPOSE = re.compile(r"(?:^|\s)(?:để|nhằm)\s")
_REORGANISED = re.compile(
    r"sau\s+(?:khi\s+)?(?:thực\s+hiện\s+)?(?:sắp\s+xếp|sáp\s+nhập|hợp\s+nhất|chia\s+tách|tinh\s+gọn)"
)
_REORGANISED_BODY = re.compile(
    r"(?:chi\s+bộ|đảng\s+bộ|đơn\s+vị|xã|phường|tỉnh|thành\s+phố|cơ\s+quan|tổ\s+chức|bộ\s+máy|hành\s+chính|thôn|trường|"
    r"cán\s+bộ|địa\s+phương|cấp\s+xã|cấp\s+tỉnh|sở|ngành)\s*$"
)
"""A body as it has become: "các xã sau khi sáp nhập"."""
_HAPPENED = re.compile(
    r"(?:(?:xảy\s+ra|phát\s+sinh|tồn\s+tại|hình\s+thành)|(?:^|\s)đã\s(?:[^\s.;:,]{1,12}\s){1,6}(?:xong)?)\s*$"
)
"""What had been before an event ("việc xảy ra trước khi …", "đã kiểm tra xong trước khi …")."""
_MENDED = re.compile(
    r"(?:xử\s+lý|khắc\s+phục|sửa|giải\s+quyết|tháo\s+gỡ)\s(?:[^\s.;:,]{1,12}\s){0,4}"
    r"(?:lỗi|sự\s+cố|trục\s+trặc)\s(?:(?!đã\s|trong\s)[^\s.;:,]{1,12}\s){0,3}phát\s+sinh\s*$"
)
"""What is to be put right before an event, whenever it came up: "sửa lỗi phát sinh | trước khi vận hành"."""
_DONE_BY_THEN = re.compile(
    r"(?:ban\s+hành|ký(?:\s+kết)?|cấp|phê\s+duyệt|phát\s+sinh|hình\s+thành|tuyển\s+dụng|bổ\s+nhiệm|thành\s+lập|"
    r"nghỉ\s+hưu|xảy\s+ra|tiếp\s+nhận|xây\s+dựng|sinh\s+con(?:\s+thứ\s+\w+)?|sử\s+dụng|khởi\s+công|công\s+nhận|kết\s+nạp|hiệu\s+lực)\s*$"
)
"""With a day long past: which things are meant ("văn bản ban hành trước ngày …"), not when to act."""
_FROM_STAGE = re.compile(r"(?:^|\s)từ\s+(?:khâu|lúc|giai\s+đoạn|bước)\s[^.;:]{2,150}$")
_LEFT_OVER = re.compile(r"(?:dôi\s+dư|còn\s+lại|hình\s+thành|phát\s+sinh)\s*$")
"""Before "sau khi …": which things are meant ("trụ sở dôi dư | sau khi sắp xếp")."""
_CAME_ABOUT = re.compile(
    r"(?:phát\s+sinh|hình\s+thành|xảy\s+ra)\s*(?:(?:trước|sau)\s(?:ngày\s)?[\d/.]{6,10}\s(?:và|nhưng|hoặc)\s*)?$"
)
"""What had come about before or after a day: which things are meant, whatever the day."""
_HAD_SIGNED = re.compile(r"(?:^|\s)đã\ský(?:\s+kết)?\s*$")
"""Before a day by which something had been done: "Hợp đồng đã ký | trước ngày 01/7"."""
_WHICH_THINGS = re.compile(r"(?:nghỉ\s+hưu|tuyển\s+dụng|bổ\s+nhiệm|phát\s+sinh|ban\s+hành)\s*$")


def _covered(around: Around) -> bool:
    """The days that figures are of: "Số liệu được tính từ ngày 21 … đến ngày 20 …"."""
    latest = re.match(r"(?:chậm|muộn|trễ)\s+nhất\s", around.phrase)
    named = around.form.name in ("interval", "by", "after")
    return named and not latest and _COUNTED_FROM.search(around.before) is not None


def _figures_of(around: Around) -> bool:
    """ "tình hình bán nhà đến thời điểm 31/12/2007": the day that figures are of."""
    return around.begins("đến thời điểm", "tính đến") and not _DONE.search(around.before)


def _ends_by_itself(around: Around) -> bool:
    """ "Đoàn xã có nhiệm kỳ | kết thúc năm 2024": which are meant."""
    if not around.begins("kết thúc"):
        return False
    return re.search(r"(?:nhiệm\s+kỳ|hợp\s+đồng)\s*$", around.before) is not None


def _names_a_scheme(around: Around) -> bool:
    return around.begins("từ nay") and _NAME_GOES_ON.match(around.low, around.end) is not None


def _told_of(around: Around) -> bool:
    """A time that is over: what is told of it, none to act in."""
    name = around.form.name
    if name in ("year", "by", "when", "stretch") and is_over(around):
        return True
    if name == "by" and _SUMMED.match(around.low, around.end) and has_ended(around):
        return True
    return name in ("before", "by", "on", "after", "interval") and is_bygone(around)


def _in_condition(around: Around) -> bool:
    """ "Nếu được tuyển dụng lại trong thời gian 60 tháng … thì phải hoàn trả", "trường hợp nghỉ trong quý I
    gửi hồ sơ trước …": the time is part of the case."""
    if around.form.name not in ("term", "by", "before", "year"):
        return False
    before = around.said(".;:")
    if around.begins("trong") and re.search(
        r"(?:^|,)\s*(?:(?:riêng|đối|với|các|những|mọi)\s+){0,4}trường\s+hợp\s(?!.*\sthì\s)[^,]{0,60}$", before
    ):
        return True
    case = re.search(r"(?:^|[\s,])(?:nếu|trường\s+hợp)\s(?!.*\sthì\s)", before, re.DOTALL)
    return case is not None and re.match(r"[^.;:]{0,400}?\sthì\s", around.after(410)) is not None


def _in_purpose(around: Around) -> bool:
    """ "Để các phường mới hoạt động từ ngày 01/7, đề nghị …": since when what the order is for holds."""
    if around.form.name != "after" or not around.begins("từ", "kể từ"):
        return False
    return re.match(r"\s*(?:để|nhằm)\s[^,]*$", around.said(".;:\n")) is not None


_DONE_TO_IT = re.compile(
    r"sau\s+khi\s+(?:(?:đã|được)\s+){0,2}(?:số\s+hóa|tái\s+chế|xử\s+lý|chế\s+biến|cải\s+tạo|nâng\s+cấp|sửa\s+chữa|phục\s+hồi|"
    r"chỉnh\s+lý|dịch|in)(?!\w)(?=\s*(?:[.;,]|$)|\s+(?:phải|cần|và|được|đến|đạt)(?!\w))"
)
""" "Dữ liệu | sau khi số hóa phải đầy đủ": a thing as it has become."""


_PROGRAMME = re.compile(
    r"(?:chương\s+trình\s+mục\s+tiêu\s+quốc\s+gia|chiến\s+lược(?:\s+quốc\s+gia)?|"
    r"quy\s+hoạch\s+tổng\s+thể)\s"
    r"(?:(?!và\s+các\s|để\s|nhằm\s|phấn\s+đấu\s|hoàn\s+thành\s|bảo\s+đảm\s|trình\s|đạt\s)[^\s.;:()“”]{1,12}\s+){1,18}$"
)


def _ends_programme(around: Around) -> bool:
    """ "gắn với Chương trình mục tiêu quốc gia về nước sạch | đến năm 2030": up to when it is for."""
    if not around.begins("đến năm"):
        return False
    return _PROGRAMME.search(around.before) is not None


def _was_done(around: Around) -> bool:
    """ "(đã ban hành | trong tháng 3/2025)": when it was done."""
    return around.begins("trong", "ngày", "vào") and _WAS_DONE.search(around.before) is not None


_WAS_DONE = re.compile(
    r"\(đã\s+(?:được\s+)?(?:hoàn\s+thành|ban\s+hành|triển\s+khai|thực\s+hiện|gửi|phê\s+duyệt)\s+$"
)


def _has_become(around: Around) -> bool:
    opens = around.opens(r"|,\s*$")
    return not opens and _DONE_TO_IT.match(around.low, around.start) is not None


_CONSULTED = re.compile(
    r"sau\s+khi\s+(?:đã\s+)?(?:trao\s+đổi|thống\s+nhất|tham\s+khảo|nghiên\s+cứu|xem\s+xét|lấy\s+ý\s+kiến|rà\s+soát|"
    r"làm\s+việc|nghe|báo\s+cáo|tổng\s+hợp|có\s+ý\s+kiến)(?!\w)"
)
_ASKS_THEN = re.compile(
    r"[^.;:]{0,260}?,\s(?:[^\s,.;:]{1,12}\s){1,14}?(?:(?:trân\s+trọng|xin|có)\s)?"
    r"(?:đề\s+nghị|yêu\s+cầu|hướng\s+dẫn|ý\s+kiến|thông\s+báo|đính\s+chính|trả\s+lời)(?!\w)[^.;]{0,160}(?::|như\s+sau)"
)


_YEARS = re.compile(r"sau (?:hơn |gần )?[^\W_]{1,6} năm(?!\w)")


def _summed_up(around: Around) -> bool:
    """ "Nhìn lại kết quả | sau 8 năm giao kho": what is summed up, not when.

    Years only: who judges results after three months of work is given the time to do so.
    """
    after = around.form.name == "later" and around.form.bound == "after"
    return (
        after
        and _YEARS.match(around.low, around.start) is not None
        and re.search(r"(?:kết\s+quả|tổng\s+kết|sơ\s+kết|đánh\s+giá|nhìn\s+lại)\s+$", around.before)
        is not None
    )


def _before_asking(around: Around) -> bool:
    """ "Sau khi trao đổi với Bộ Y tế, Bộ Nội vụ hướng dẫn …:": what came before the letter was written."""
    consulted = _CONSULTED.match(around.low, around.start) is not None
    return consulted and _ASKS_THEN.match(around.low, around.start) is not None


_SUPPLIES = re.compile(
    r"(?:gạo|lương\s+thực|thực\s+phẩm|nước|thuốc|nhu\s+yếu\s+phẩm|xăng|dầu|vật\s+tư|hàng\s+hóa)[^.;:]{0,80}?"
    r"(?:tối\s+thiểu|ít\s+nhất|đủ)(?:\s+dùng)?\s+$"
)


def _of_supply(around: Around) -> bool:
    """ "đủ gạo ăn tối thiểu | trong 07 ngày", "người đang | trong thời gian thử việc": how long something
    lasts, who is meant."""
    if not around.begins("trong"):
        return False
    counted = re.match(r"trong\s+\d{1,2}\s+(?:ngày|giờ|tháng)", around.phrase) is not None
    meant = around.begins("trong thời gian") and re.search(r"(?:^|\s)đang\s+$", around.before) is not None
    return meant or (counted and _SUPPLIES.search(around.before) is not None)


_FIGURES_AT = re.compile(
    r"(?:hiện\s+trạng|thực\s+trạng|số\s+liệu|số\s+dư|dữ\s+liệu|(?<!\w)số\s[^\W\d]+)[^.;:,]{0,60}?\s(?:tại|vào|ở)"
    r"\s+thời\s+điểm\s+$"
)


def _at_which_moment(around: Around) -> bool:
    """ "hiện trạng tại thời điểm | 24 giờ ngày 31/12": the moment that figures are of."""
    return around.form.name == "on" and _FIGURES_AT.search(around.before) is not None


_KEEPS = re.compile(
    r"(?:hạn\s+(?:sử\s+)?dụng|thời\s+hạn(?:\s+[^\W\d]+){0,3}|sản\s+xuất|sinh|số\s+liệu)\s+(?:có\s+)?$"
)


def _of_a_thing(around: Around) -> bool:
    """ "giống có hạn dùng | không sau ngày 30/9": what a thing is to be like."""
    return around.form.name == "by" and around.begins("không") and _KEEPS.search(around.before) is not None


def _had_been(around: Around) -> bool:
    """ "nội dung đã được tập huấn vào tháng 11/2024"."""
    if around.form.name != "on":
        return False
    return re.search(r"(?:^|\s)đã\s(?!\w{1,8}\s\d)[^,.;:]{0,80}$", around.before) is not None


def _sort_of_report(around: Around) -> bool:
    """ "chậm nhất ngày 15 đối với báo cáo | hằng tháng": the day bounds, the rest says which reports."""
    bare = not re.search(r"\d|trước|nhất|vào", around.phrase)
    before = around.before
    recurs = around.form.bound == "recurring" and bare
    return bool(recurs and _SORT_OF_REPORT.search(before) and _BY_DAY.search(before))


def _comes_into_force(around: Around) -> bool:
    """ "Hồ sơ gửi | trước ngày văn bản này có hiệu lực": which are meant."""
    if around.form.name != "before-event":
        return False
    in_force = "hiệu lực" in around.low[around.start : around.start + 80]
    return in_force and _ONES_MEANT.search(around.before) is not None


def _all_the_time(around: Around) -> bool:
    """All the year round, or at which hours of any day."""
    if re.fullmatch(r"trong\s+năm\s+học(?:\s+mới)?", around.phrase):
        return True
    return around.phrase == "trong ngày" and _HOURS_OF.search(around.before) is not None


def _part_of_purpose(around: Around) -> bool:
    """ "… để hoàn thiện trước khi trình", "từ khâu lập đến khi kết thúc": part of a purpose, of a range."""
    if around.form.bound != "event" or around.form.name in OWN_EVENTS:
        return False
    said, phrase = around.said(".;:,\n"), around.phrase
    if phrase.startswith(("trước khi", "đến khi", "cho đến khi")) and _PURPOSE.search(said):
        return True
    if _REORGANISED.match(around.low, around.start) and _REORGANISED_BODY.search(said):
        return True
    if phrase.startswith(("trước khi", "sau khi")) and _HAPPENED.search(said):
        effect = re.search(r"\scó\s+hiệu\s+lực", around.phrase + around.after(60)) is not None
        return effect or not _MENDED.search(said)
    if "thời điểm" in phrase[:16] and (_HAPPENED.search(said) or _DONE_BY_THEN.search(said)):
        return True  # "các giấy phép cấp trước thời điểm Luật có hiệu lực"
    run = around.low[max(around.clause.span[0], around.start - 160) : around.start]
    return "đến khi" in phrase[:13] and bool(_FROM_STAGE.search(run) or run.endswith("chờ "))


def _what_is_left(around: Around) -> bool:
    """ "trụ sở dôi dư | sau khi sắp xếp", "người nghỉ hưu | từ ngày 01/7": which are meant."""
    if around.form.bound == "event" and around.form.name not in OWN_EVENTS:
        return around.begins("sau") and _LEFT_OVER.search(around.before) is not None
    return around.form.name == "after" and _WHICH_THINGS.search(around.before) is not None


def _which_things(around: Around) -> bool:
    """ "văn bản ban hành | trước ngày …", "Hợp đồng đã ký | trước ngày 01/7": which are meant."""
    before = around.before
    if around.form.name not in ("before", "by", "after"):
        return False
    if _CAME_ABOUT.search(before):
        return True
    if around.form.name == "after":
        return re.search(r"(?:hiệu\s+lực(?:\s+thi\s+hành)?|giai\s+đoạn)\s*$", before) is not None
    if _HAD_SIGNED.search(before):
        return True
    if not _DONE_BY_THEN.search(before):
        return False
    day = around.last_day()
    return around.issued is not None and day is not None and day < around.issued


def _in_example(around: Around) -> bool:
    """ "Ví dụ: Hộ A nuôi cá | từ ngày 15/12 |": a case made up."""
    return _EXAMPLE.match(around.low, around.clause.span[0]) is not None


_EXAMPLE = re.compile(r"\W{0,4}ví\s+dụ(?:\s+\d{1,2})?\s{0,3}[:,]")


OWN_EVENTS = frozenset(("when-needed", "kept-from", "edge", "at-end", "within", "each-time"))
"""Forms that say for themselves what must stand around them."""
REFUSALS: tuple[Callable[[Around], bool], ...] = (
    _covered,
    _figures_of,
    _ends_by_itself,
    _names_a_scheme,
    _told_of,
    _in_condition,
    _in_purpose,
    _of_supply,
    _at_which_moment,
    _of_a_thing,
    _had_been,
    _sort_of_report,
    _comes_into_force,
    _all_the_time,
    _part_of_purpose,
    _what_is_left,
    _which_things,
    _in_example,
    is_past_meeting,
    had_by_then,
    _before_asking,
    _summed_up,
    _ends_programme,
    _was_done,
    _has_become,
)
