"""Wordings by which a directive says how it stands to an act that it mentions (`relations` reads them)."""

from __future__ import annotations

import re

IMPLEMENTS = re.compile(
    r"(?<!\w)(?:căn cứ(?: vào)?|xét(?= (?:đề nghị|tờ trình|báo cáo|kiến nghị|ý kiến)(?!\w))|thực hiện|"
    r"(?<!kèm )(?<!ghi )(?<!tiếp )theo(?! đó)|(?<!hiệu lực )thi hành|triển khai|quán triệt|chấp hành|"
    r"tuân thủ|tuân theo|trên cơ sở|trên tinh thần|phù hợp với|bám sát|cụ thể hóa|tiếp tục thực hiện|"
    r"(?<!đối tượng )(?<!phạm vi )áp dụng|đúng quy định (?:tại|của)|học tập)(?!\w)"
)
CONSIDERS = re.compile(r"xét(?!\w)")
NARRATED = re.compile(
    r"(?:(?<!\w)(?:sau|qua|trong|trải qua)\s(?:hơn |gần |khoảng )?\d{1,2}\s(?:năm|tháng|nhiệm kỳ)|"
    r"(?<!\w)kết quả\s\S{1,4}\s(?:năm|tháng)|"
    r"báo cáo (?:sơ kết|tổng kết)(?:\s\S{1,4}\s(?:năm|tháng))?)\s(?:tổ chức |triển khai )?thực hiện"
    r"(?: các)?$|"
    r"(?<!\w)đã (?:nỗ lực |tích cực |chủ động |tập trung |nghiêm túc )?(?:triển khai|tổ chức|thực hiện)"
    r"(?: (?:triển khai|thực hiện))?(?: (?:nghiêm|tốt|nghiêm túc|có hiệu quả))?(?: các)?$"
)
"""An act whose carrying out lies behind is told of, not carried out: "sau 5 năm thực hiện …"."""
CHECKED = re.compile(
    r"(?<!hướng dẫn, )(?<!\w)(?:kiểm tra|giám sát|thanh tra)(?:,? (?:và )?(?:kiểm tra|giám sát|đánh giá))?"
    r"(?: tình hình| kết quả)?"
    r"(?: việc| công tác)?(?: lãnh đạo, chỉ đạo)?(?: tổ chức)? (?:thực hiện|chấp hành|thi hành)(?: các)?$"
)
"""An act whose carrying out by others is looked into is named, not carried out."""
PARTS = (
    r"(?:ý kiến|chỉ đạo|nội dung|nhiệm vụ|quyền hạn|kết luận|yêu cầu|mục tiêu|chỉ tiêu|giải pháp|biện pháp|"
    r"công việc|quan điểm)"
)
CARRIES_OUT = re.compile(
    r"(?:thực hiện|cụ thể hóa|thể chế hóa|quán triệt)(?: nghiêm| tốt| đầy đủ| đúng| có hiệu quả|"
    r" nghiêm túc| đồng bộ| hiệu quả){0,3}"
    r"(?:,? (?:và )?(?:kịp thời|đầy đủ|đồng bộ|hiệu quả|quyết liệt|nghiêm túc)){0,3}"
    rf"(?: các| những)? {PARTS}(?:(?:, | và ){PARTS}){{0,5}}"
    r"(?:(?: chủ yếu| trọng tâm| cụ thể)?(?: của| trong)?|[^,;:]{0,120}tại|[^,;:]{0,40} nêu trong)(?: các)?$|"
    rf"(?:thể chế hóa|hiện thực hóa)\s[^;.:]{{0,160}}{PARTS}[^;.:]{{0,60}}?\s(?:của|tại|trong)(?: các)?$"
)
ATTACHED_TO = re.compile(r"(?:được )?(?:ban hành )?kèm theo")
AS_ASKED = re.compile(
    r"^(?:đúng )?theo(?: đúng)? (?:yêu cầu|ý kiến|chỉ đạo|đề nghị|hướng dẫn|quy định|nội dung)[^,;:]{0,120}"
    r"(?<!\w)(?:tại|của)(?: các)?$"
)
"""Right behind another act: "… theo yêu cầu của X tại Công văn số …"."""
STATED_IN = re.compile(
    r"(?<!\w)(?:theo(?: đúng)?|đúng(?: theo)?)\s(?:nội dung|tiến độ|yêu cầu|hướng dẫn|quy định|kế hoạch|"
    r"thời gian)[^;.:]{0,60}?"
    r"\s(?:nêu|quy định|đề ra|ghi|hướng dẫn)\s(?:trong|tại|ở)(?: các)?$"
)
AMENDS = re.compile(
    r"(?<!\w)(?:sửa đổi(?:,? bổ sung|,? bãi bỏ|,? thay thế)*|bổ sung(?! cho (?!khoản|điểm|điều|mục))|"
    r"điều chỉnh|đính chính)(?!\w)"
)
REPLACES = re.compile(r"(?<!\w)(?:thay thế(?! bằng)|thay cho|bãi bỏ|hủy bỏ)(?!\w)")
QUOTATION = re.compile(r"[“\"][^“”\"]{0,400}[”\"]")
REWORDS = re.compile(
    r"(?<!\w)(?:thay(?: thế)?|bỏ|bãi bỏ|sửa(?: lại| đổi)?|thêm(?: vào)?|đổi)(?: các| những)? "
    r"(?:cụm từ|từ|từ ngữ|chữ|câu|đoạn|nội dung|dấu)(?!\w)[^“”;.]{0,30}“”"
)
""" "Thay cụm từ “” bằng cụm từ “” tại khoản 1 Điều 9 |", what is quoted left out: the act stays in force."""
AMENDS_AND = re.compile(r"(?<!\w)(?:sửa đổi|bổ sung)(?:,? bổ sung)?(?:,| và| hoặc)\s?$")
""" "Sửa đổi, bổ sung, | bãi bỏ một số điều của Nghị định …" amends it."""
ADJUSTED_IN = re.compile(
    r"(?<!được )(?:kế hoạch|chỉ tiêu|dự toán|danh mục|nhiệm vụ)(?: \S+){0,3} điều chỉnh tại(?: các)?$"
)
""" "… theo kế hoạch điều chỉnh tại | Quyết định số …": the act adjusts something else."""
CHANGED_BY_IT = re.compile(
    r"(?<!\w)(?:sửa đổi|bổ sung|điều chỉnh|hợp nhất)(?:,? bổ sung)?(?: các điều chỉnh)? theo(?: các)?$"
)
""" "(Điều chỉnh theo | Thông báo số …)": that act changed what stands here."""
WITHDRAWS = re.compile(
    r"(?<!\w)thu hồi(?:,? (?:và )?(?:hủy bỏ|bãi bỏ))?(?: hiệu lực)?(?: của)?(?: các| những| toàn bộ)?$"
)
"""An act withdrawn; what else is taken back ("thu hồi đất theo Quyết định …") is content."""
REPLACED = re.compile(
    r"(?<!đã )hết hiệu lực|bị bãi bỏ|được thay thế|không còn (?:hiệu lực|giá trị|(?:được )?áp dụng)|"
    r"chấm dứt hiệu lực|"
    r"(?<!đã )hết giá trị (?:thi hành|thực hiện)"
)
TITLED_REPLACED = re.compile(
    rf"(?<!văn bản )(?<!quy định )(?<!giấy phép )(?<!pháp luật )(?:{REPLACED.pattern})"
    r"(?: thi hành| thực hiện)?(?:,? (?:kể )?từ (?:ngày|khi)\s[^.;:]{1,80})?\s*(?:[.;]|$)"
)
"""Behind an act's title, at the end of a sentence that begins with the act: it is the act that ends, not
"danh mục văn bản | hết hiệu lực"."""
CARRIED_ON = re.compile(r"(?<!\w)(?:tiếp tục |vẫn )?thực hiện theo(?!\w)")
PROPOSED = re.compile(
    r"(?<!\w)(?:trình|hoàn thành|xem xét|nghiên cứu|đề xuất|kiến nghị|tham mưu)(?!\w)[^;.:]{0,60}$"
)
"""Before "sửa đổi": what others are to amend is not amended here."""
PART = re.compile(r"một phần|khoản|điểm|(?<!\w)điều \d|cụm từ|nội dung|phụ lục|mục |chương ")
PLACED = r"(?:điều|khoản|điểm|mục|tiết|chương|phần|phụ lục) [^\s;:.,]{1,6}"
OBJECT = re.compile(
    r"(?:của|tại|trong|vào|cho|(?:kèm|ban hành) theo|điều|đối với|\d[a-zđ]?|các|và|nêu|"
    rf"{PLACED})$"
)
CHANGED_HERE = re.compile(rf"(?:^|\s)tại (?:[^;:.]{{0,60}}\s)?{PLACED}(?: của)?$")
CHANGES_WORDS = re.compile(r",?\s{0,2}(?:được\s)?(?:sửa(?: đổi)?|thay(?: thế)?|bổ sung|bỏ|bãi bỏ|thêm)(?!\w)")
"""Behind the act: "Tại khoản 3 Mục II Kế hoạch số 102 |, sửa đổi cụm từ …"."""
ELSEWHERE = re.compile(
    r" theo (?:đúng )?(?:đề nghị|quy định|hướng dẫn)|(?:tương ứng|như) (?:như )?(?:chỉ đạo|quy định|"
    r"hướng dẫn)|, (?:bảo đảm|đảm bảo)|(?:thống nhất|phù hợp) với"
)
"""Between a verb of change and an act that it does not change: "điều chỉnh danh mục theo quy định tại …"."""
NEGATED = re.compile(
    r"(?:chưa|không)\s+(?:được\s+)?(?:tổ chức\s+)?(?:thực hiện|chấp hành|tuân thủ|theo đúng|đúng)"
    r"(?:\s(?!phải|thì|bị|sẽ)[^\s;.]{1,12}){0,10}$"
)
LIKE = re.compile(
    r"(?:như|gồm|xem|ví dụ|chẳng hạn|kể cả|so với|tiến độ nêu tại|tổng kết|sơ kết|\(\s?(?:trước |sau )?ngày)"
    r"(?: các)?$|(?:sơ kết|tổng kết)\W(?!.*(?:thực hiện|thi hành)).{0,40}$"
)
DRAFTED = re.compile(
    r"(?:nghị định|thông tư|luật|nghị quyết|quyết định|quy định|kế hoạch)\s+(?:về\s+(?:việc\s+)?)?$"
)
TITLE = re.compile(
    r"^[\s“\"]{0,3}(?:“|về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|bổ sung|được sửa|được ban|đã "
    r"được|thực hiện|triển khai|do )"
)
BREAK = re.compile(
    r"[.:!?](?=\s)|\n\s*\n|\n\s*[-+•–]\s|\n\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s|;|"
    r"\n[^\S\n]*(?=căn cứ\s{1,3}(?!pháp|để|khoa|thực|lý|quan|cho))"
)
LIST_MARK = re.compile(r"\s*(?:[-+•–]|[a-zđ]\)|\d{1,2}[.)])?\s*")
SEGMENT = 1500
"""Letters looked back over for a sentence's start; recitals joined by semicolons reach about 900."""
SHORTENED = re.compile(r"(?<!\w)(?:tp|tx|tt|ths|ts|gs|đ/c)$")
PAGE = re.compile(r"\n\s*\d{1,3}\s*\n+")
JOINED = re.compile(
    r"(?:[,;)”\"]|(?<!\w)và|(?<!\w)cùng|(?<!\w)hoặc)\s*(?:(?:các|tại|của)\s+|"
    r"(?:điểm|khoản|điều|mục|chương|phần)\s+[\w.]{1,6}(?:(?:\s?,|\s+và)\s+[\da-zđ]{1,4}(?!\w)){0,8}\s+){0,8}$"
)
OPINION = re.compile(
    r"(?:^|[,;]|(?<!\w)và)\s*(?:ý kiến|chỉ đạo|đề nghị|kiến nghị|của|kết luận|báo "
    r"cáo)\s[^,;]{0,140}(?<!\w)tại(?: các)?\s*$"
)
OPENS_CLAUSE = re.compile(
    r"^[^,;]{0,3}[,;].*(?<!\w)(?:căn cứ|thực hiện(?: nghiêm| túc| tốt| đúng| đầy đủ| có| hiệu quả){0,4}|theo|"
    r"trên cơ sở|theo tinh thần)\s*$|"
    r"gắn với (?:việc )?(?:tiếp tục )?thực hiện\s*$|"
    r"^và (?:tiếp tục |tổ chức )?(?:thực hiện|triển khai|quán triệt|chấp hành)(?: nghiêm| tốt| đúng)?\s*$|"
    r"(?<!\w)thì\s[^,;:]{0,80}(?<!\w)(?:căn cứ(?: vào)?|theo|thực hiện)$|"
    r"(?<!\w)và (?:thực hiện|chấp hành)(?: tốt| đúng| nghiêm)? (?:quy chế|quy định)[^,;]{0,60}kèm theo$",
    re.S,
)
BY_ITS_FORM = re.compile(
    r"(?<!\w)theo (?:các )?(?:mẫu|biểu|phụ lục|danh mục|bảng)(?!\w)[^;.:]{0,160}(?<!\w)(?:kèm theo|của|tại)$"
)
ISSUED = re.compile(r"ban hành$")
ASKS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|giao|như sau)(?!\w)")
OPENING = 1200
"""Letters of a body in which it tells the act that it carries out."""
AMENDS_ATTACHED = re.compile(
    r"[\s\d.)–+•-]*(?:điều \d{1,2}\.? )?sửa đổi,? bổ sung (?:một số )?(?:điều|nội dung|điểm|khoản|mục)"
    r"[^;:]{4,500}(?<!\w)ban hành (?:kèm )?theo(?: các)?\s*$"
)
AS_FOLLOWS = re.compile(r"[\s,]{0,3}(?:của [^;:.]{2,80} )?như sau")
""" "Sửa đổi, bổ sung một số điều của Quy chế … ban hành kèm theo | Quyết định số 5 | như sau:"."""
REPLACES_LIST = re.compile(
    r"(?<!\w)(?:thay thế|bãi bỏ|hủy bỏ)(?: các| những| toàn bộ)?(?: [^\W\d]{1,8}){1,10}$"
)
REPLACES_ISSUED = re.compile(
    r"(?<!\w)(?:(?:này|và) thay thế|bãi bỏ) (?:(?:các|những|toàn bộ) )?"
    r"(?:văn bản|quy định|chế độ|danh mục|quy trình|phụ lục|biểu mẫu|mẫu)(?!\w)[^.;:]{0,420}"
    r"(?<!\w)(?:ban hành|công bố|phê duyệt) (?:(?:kèm )?theo|tại)(?: các)?"
    r"(?: (?:quyết định|thông tư|công văn|nghị quyết)(?: sau)?:?)?$"
)
""" "… và thay thế các văn bản về trực kho ban hành theo Quyết định số …", "bãi bỏ Phụ lục 2 ban hành kèm
theo …": the whole annex goes."""
ATTACHMENT = re.compile(
    r"[\s\d.)–+•-]{0,8}(?:phụ lục|danh mục|biểu mẫu|mẫu|quy trình|bảng)(?!\w)[^.;:]{0,600}"
    r"(?<!\w)(?:ban hành|công bố|phê duyệt) (?:(?:kèm )?theo|tại)$"
)
"""An annex, up to the act that it came with: an item of a list of what is repealed."""
AND_ATTACHMENT = re.compile(
    r"(?:[^.;:]{0,300}?\s)?(?:,|và) (?:phụ lục|biểu mẫu|danh mục)(?!\w)[^.;:]{0,300}"
    r"(?<!\w)ban hành (?:kèm )?theo$"
)
""" "bãi bỏ Phụ lục 5 ban hành kèm theo A | và Phụ lục 2 ban hành kèm theo | B": B loses what A does."""
ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[a-zđ]\)|[-+•–])")
LISTS_RULES = re.compile(
    r"(?:thực hiện|chấp hành|quán triệt|tuân thủ|học tập|nắm)(?:[\s,][^.;:]{0,60})?\s"
    r"(?:quy định|văn bản|pháp luật)[^.;:]{0,120},?\s"
    r"(?:trọng tâm là|cụ thể là|gồm|bao gồm|như|nhất là|trong đó có|sau đây|sau)$"
)
""" "… thực hiện tốt các quy định của pháp luật, trọng tâm là:", before a list of acts."""
POINTS = re.compile(r"^[\W\d]*(?:(?:tại|các|điểm|khoản|điều|mục|phần|chương|phụ lục)(?:\s+\S{1,5})?[\s,]*)*$")
"""Nothing but the points of the act that follows ("điểm a khoản 1 Điều 5 Thông tư …")."""
RESTS_ON = re.compile(r"[\s\d.)–+•-]*căn cứ(?!\w)")
AMENDED = re.compile(
    r"(?:được\s+)?(?:sửa đổi|bổ sung|thay thế)[^;]{0,60}(?:bởi|theo|tại|bằng)"
    r"(?: các)?(?:\s+luật)?(?: sửa đổi\W.{0,60})?[\s,]{0,6}(?:và\s*)?$"
)
""""Căn cứ Luật A được sửa đổi, bổ sung theo Luật B": B is only named."""
CHANGED_BY = re.compile(
    r"(?:,|và)?\s?(?:đã )?(?:được )?(?:điều chỉnh|sửa đổi)(?:,? bổ sung)?(?: một số điều)? (?:tại|bởi)"
    r"(?: các)?$"
)
"""Between an act and the one that had changed it: "A và điều chỉnh, bổ sung tại B"."""
AND_WHAT_IT_SAYS = re.compile(
    r"(?:và|,) (?:(?:các|những) )?(?:tinh thần|nội dung|chủ trương|quan điểm|yêu cầu|nhiệm vụ|chỉ đạo)"
    r"(?: (?:của|tại|trong|nêu tại))?"
)
"""Between acts that stand side by side: "quán triệt Nghị quyết số 5 và tinh thần | Chỉ thị số 6"."""
CHANGED_EARLIER = re.compile(
    rf"(?:{PLACED}|\(|\d)[^;:.]{{0,80}}?\s?(?:đã được|được|đã) (?:sửa đổi|bổ sung|điều chỉnh)(?:,? bổ sung)?"
    r"(?: một số (?:điều|nội dung|khoản))? "
    rf"(?:tại|bởi|theo)(?:(?: các)? {PLACED}[,;]?(?: và)?){{0,4}}(?: của)?$"
)
"""Before the act that had changed a place: "điểm c khoản 2 Điều 5 (đã được sửa đổi tại khoản 3 Điều 1 | Quyết
định số …)"."""
PLACE_WORDS = frozenset(["điểm", "khoản", "điều", "mục", "phần", "chương", "phụ", "tiết"])
BETWEEN_PLACES = frozenset(["", "và", "các", "lục", "của", "ban", "hành", "kèm", "theo", "hoặc"])
DETAILS = re.compile(
    r"(?:nghị\s+định|thông\s+tư|nghị\s+quyết)\s+(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn|sửa\s+đổi)(?!.*\snày\s)[^;:]{0,160}$"
)
"""Before a law in the title of another act without a number: "dự thảo Nghị định quy định chi tiết …"."""
PLACE_NUMBER = re.compile(r"[\d.]{1,6}[a-zđ]?|[ivx]{1,5}|[a-zđ]{1,3}")
DEFINES = re.compile(r"\(\s?(?:(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?\s+)?$")
