"""Wordings that tell an order from a report, a clause on the act itself or a lead-in, over folded text."""

from __future__ import annotations

import re

from extractors import view

EFFECT = re.compile(
    r"(?:quyết\s+định|thông\s+tư|nghị\s+quyết|nghị\s+định|kế\s+hoạch|hướng\s+dẫn|quy\s+định|quy\s+chế|văn\s+bản|chỉ\s+thị|kết\s+luận|thông\s+báo|công\s+văn|"
    r"công\s+điện|điều\s+lệ|luật)\s+này\s+(?:này\s+)?(?:có\s+hiệu\s+lực|thay\s+thế|thay\s+cho|thay\s+(?:quy|quyết|kế|chỉ|thông|công)\s|gồm|bãi\s+bỏ|được\s+(?:áp\s+dụng|ban\s+hành|thông\s+qua|xây\s+dựng)|áp\s+dụng|quy\s+định|"
    r"hướng\s+dẫn|chấm\s+dứt)|có\s+hiệu\s+lực\s+(?:thi\s+hành\s+)?(?:kể\s+)?(?:từ|sau)|hết\s+hiệu\s+lực|trái\s+với\s+.{0,80}bãi\s+bỏ"
)
NOTES = re.compile(
    r"(?:thi\s+hành\s+kỷ\s+luật\s[^.;:]{0,80}bằng\s+hình\s+thức\s[^.;:]{2,120}đối\s+với\s+(?:đồng\s+chí|ông|bà)\s|(?:đồng\s+ý|quyết\s+định)\s+(?:để|cho)\s+(?:đồng\s+chí|ông|bà)\s[^.,;:]{2,60}\sthôi\s[^.,;:]*$|"
    r"ghi\s+nhận|biểu\s+dương|hoan\s+nghênh|nhất\s+trí(?!\s+(?:gia\s+hạn|cho|bổ\s+sung|điều\s+chỉnh))|thống\s+nhất\s+(?:về|chủ|với)(?!\s+trương\s+(?:cho\s+phép|giao)\s)|cơ\s+bản\s+(?:đồng|nhất|thống)|"
    r"(?:đồng\s+ý|chấp\s+thuận)\s+(?:về|với|chủ\s+trương|nội\s+dung|đề\s+xuất|đề\s+nghị)\s(?!.{0,40}cho\s+phép)|chia\s+sẻ\s+(?:với|cùng)\s)"
)
MEMBERS = re.compile(
    r"\W{0,4}thành\s+phần(?!\s+hồ\s+sơ)(?:\s[^:;.]{1,60})?\s{0,3}:(?!.{0,200}\sphối\s+hợp\s)", re.DOTALL
)
"""Who takes part: "Thành phần tham dự: Chi cục Kiểm lâm; …; mời đại diện các thôn"."""
BRINGS_ABOUT = re.compile(r"(?:bảo\s+đảm|đảm\s+bảo|hoàn\s+thành|khẩn\s+trương|trình)\s")
"""First words of an order about an act that is to have effect: "Bảo đảm hoàn thành trước 30/6, có hiệu lực từ
01/7"."""
COMES_TO_TERMS = re.compile(r"thống\s+nhất\s+(?:về|với)\s")
"""Under an order, what bodies named there are to do: "Sở Y tế, Sở Tài chính thống nhất về mức chi"."""
PERFORMS = re.compile(
    r"(?:nay\s+)?(?:phê\s+duyệt|ban\s+hành|thành\s+lập|phê\s+chuẩn|công\s+nhận|bổ\s+nhiệm|điều\s+động|miễn\s+nhiệm|kiện\s+toàn|"
    r"đồng\s+ý|thống\s+nhất|bãi\s+bỏ|sửa\s+đổi|bổ\s+sung|thay\s+thế|thu\s+hồi|đính\s+chính|tặng|cho\s+phép|quyết\s+định|thông\s+qua|giải\s+thể|"
    r"hủy\s+bỏ|cử\s|chuyển\s|giao\s+(?:dự\s+toán|chỉ\s+tiêu|biên\s+chế|đất)|điều\s+chỉnh|công\s+bố|quy\s+định|cấp\s|xếp\s|chuẩn\s+y|chỉ\s+định|khen\s+thưởng|kỷ\s+luật)"
)
NARRATES = re.compile(
    r"^(?:căn\s+cứ|thực\s+hiện(?=\s+(?:theo\s|các\s|những\s)?\s*(?:luật|bộ\s+luật|nghị|quyết|chỉ|công|kế|kết|chương|hướng|thông|văn|ý\s+kiến|chủ\s+trương|quy|đề\s+án|điều|nội\s+dung|nhiệm\s+vụ))|theo|xét(?!\s+(?:công\s+nhận|tuyển|nâng|tặng|khen|duyệt|chọn|thăng|cấp|tốt\s+nghiệp))|trên\s+cơ\s+sở|tiếp\s+theo|phúc\s+đáp|trả\s+lời)\b"
)
WHERE = re.compile(
    r"tại\s+(?:mục|khoản|điểm|điều|phần|chương|tiết)\s+(?!đầu|cuối|mở|kết|trên|dưới|thân)[\w.]+(?!.*(?:phải|giao|yêu\s+cầu|đề\s+nghị|thực\s+hiện))"
)
SPREAD = re.compile(r"này\s+(?:được\s+)?phổ\s+biến\s+(?:đến|tới)\s")
"""A Party act's last line ("Chỉ thị này phổ biến đến chi bộ"): an order to pass it on."""
UNCHANGED = re.compile(
    r"(?:các|những)\s+(?:nội\s+dung|điều\s+khoản|điều|quy\s+định|thành\s+phần)\s+(?:khác|còn\s+lại)"
    r"(?:(?!\b(?:đề\s+nghị|giao|yêu\s+cầu|phải)\b)[^.;]){0,200}?\b"
    r"(?:giữ\s+nguyên|không\s+(?:thay\s+|sửa\s+)?đổi|không\s+điều\s+chỉnh|không\s+thuộc\s+phạm\s+vi)"
    r"(?!.{0,200}\b(?:thực\s+hiện|áp\s+dụng)\s+(?:theo|đúng)\s)"
)
""" "Các nội dung khác giữ nguyên theo Quyết định số …": what stands goes on standing, nobody is to act."""
OWN_SERVICE = re.compile(
    r"(?:gửi|chuyển|cung\s+cấp|sao\s+gửi)\s[^;]{1,400}\bđể\s+(?:[^,;.]{0,60}\s)?(?:tham\s+khảo|biết)\b|"
    r"(?:gửi|chuyển|trả\s+lời|có)\s[^;]{1,300}\bquý\s+(?:bộ|ban|sở|ủy|cơ|đơn|công|tỉnh|cục|viện|trường|hội|tòa|tập)\b"
    r"[^;]{0,120}\bđể\s+(?:[^,;.]{0,60}\s)?(?:tổng\s+hợp|xem\s+xét|nghiên\s+cứu|hoàn\s+thiện)\b"
)
"""What the writer does for its readers ("Bộ Y tế gửi các mẫu biểu … để tham khảo"), from the verb on."""
PROVISION = re.compile(
    r"(?:tại\s+|theo\s+)?(?:điểm|khoản|điều)\s+\w+[^:]{0,200}quy\s+định(?:\s+như\s+sau)?\s*:"
)
COURTEOUS = re.compile(
    r"(?:trân\s+trọng|kính|xin)\s+(?:trân\s+trọng\s+)?(?:đề\s+nghị|kính\s+đề\s+nghị)\W*$|"
    r"(?:rất|kính)\s+mong\s[^.;:]{0,120}?\s(?:quan\s+tâm|xem\s+xét|chấp\s+thuận|phê\s+duyệt|giúp\s+đỡ|ủng\s+hộ)"
    r"(?:\s[^,.;:]{0,60})?\W*$"
)
"""A letter's last line that asks nobody for anything: "Trân trọng đề nghị"."""
GRADE = re.compile(
    r"\W*(?:không\s+)?hoàn\s+thành\s+(?:(?:xuất\s+sắc|tốt)\s+)?(?:nhiệm\s+vụ|chức\s+trách)\W*$"
)
"""A grade of a review, an item of the list of grades: "Hoàn thành tốt nhiệm vụ"."""
ROLE = re.compile(
    r"\W*(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)"
    r"(?:\s+(?:chủ\s+trì|phối\s+hợp|trình|thẩm\s+tra|thẩm\s+định|tham\s+gia|thực\s+hiện|soạn\s+thảo|theo\s+dõi)){1,3}\W*$"
)
"""The head of a table's column: "Cơ quan chủ trì thẩm tra"."""
_DEMANDS = r"phải|cần|đề\s+nghị|yêu\s+cầu|giao|khẩn\s+trương|chủ\s+động|tập\s+trung|tiếp\s+tục|nghiêm\s+túc"
"""Words that show an order behind what is told: "Đến nay mới có 12 xã nộp, các phòng | khẩn trương nhắc"."""
TOLD = re.compile(
    rf"nhiều\s(?!nhất\s)[^.;:,]{{2,160}}?\sphải\s(?!(?:[^.;]{{0,300}}\s)?(?:trước|thì|{_DEMANDS})\s)"
    r"(?![^.;]{0,300}\strong\s+(?:tháng|quý|năm)\s)|"
    rf"(?:tính\s+)?đến\s+nay,?\s+(?:đã|mới|chỉ)\s(?![^.;]{{0,300}}\s(?:{_DEMANDS})\s)|"
    r"do\s(?!đó|vậy|thế)[^.;:]{4,160}?\sphải\s[^.;:]{4,300}?\snên\s"
    rf"(?!(?:[^.;]{{0,300}}\s)?(?:trước|từ\s+ngày|{_DEMANDS})\s)|"
    r"(?:được\s+biết|theo\s+tìm\s+hiểu),\s|ví\s+dụ(?:\s+\d{1,2})?\s{0,3}[:,]\s|"
    r"(?:qua|sau\s+khi|trên\s+cơ\s+sở|căn\s+cứ)\s[^;:]{4,240}?,\s+(?:vào\s+)?ngày\s+\d{1,2}\s*[/.-][\d/.-]{3,8},?\s+"
    r"[^\s,;][^,;]{2,90}?\s(?:đã|có)\s+(?:có\s+|gửi\s+|ban\s+hành\s+)?(?:công\s+văn|văn\s+bản|thông\s+báo|công\s+điện)\s|"
    r"(?:\([^()]{2,30}\)\s*[-–]\s*)?(?:trước\s+đó,?\s+)?(?:vào\s+)?ngày\s+\d{1,2}\s*(?:[/.-]|tháng)[^,;]{0,24}?,?\s+[^\s,;][^,;]{2,90}?\s(?:đã|có\s+(?:công\s+văn|văn\s+bản|"
    r"tờ\s+trình|báo\s+cáo|thông\s+báo|ý\s+kiến|công\s+điện)|ban\s+hành|nhận\s+được)\s"
)
"""What was done and said a day ("Ngày 28/9/2009, Bộ Y tế có công văn … đồng ý …"), what many had to do, what
they had to do so that something came about ("Do các xã phải rà soát lại nên …")."""
REPORTS_RULE = re.compile(
    r"(?:tại\s+|theo\s+)?(?:điểm|khoản|điều)\s+\w{1,4}(?:\s(?!quy\s+định)[^\s:;]{1,40}){0,40}?\s"
    r"quy\s+định\s+(?:các|những|việc|về|đối\s+tượng|thời\s+hạn|thẩm\s+quyền)\s"
)
"""What a provision of another act says: "Khoản 2 Điều 21 Nghị định … quy định các trường hợp …"."""
BYGONE = re.compile(
    r"(?:ghi\s+nhận|trong\s+(?:\d+|một|hai|ba|bốn|năm|sáu|những)\s+(?:năm|tháng|quý)(?:\s+(?:qua|đầu))?,|(?:trong\s+)?thời\s+gian\s+qua|vừa\s+qua|hiện\s+nay,|"
    r"năm\s+\d{4}(?:,|\s+(?:vẫn|còn)\s)|qua\s+(?:theo\s+dõi|kiểm\s+tra|rà\s+soát|giám\s+sát|nắm)|hạn\s+chế(?!\s+(?:tối\s+đa|thấp|đến|việc|tình\s+trạng|phát|sử|tổ\s+chức|đi|thiệt|mở|in|họp))|tuy\s+nhiên|nguyên\s+nhân|trên\s+đây\s+(?:chỉ\s|mới\s)?(?:là|nêu)\s|"
    r".{0,80}trân\s+trọng\s+(?:c[ảá]m\s+ơn|báo\s+cáo))"
)
FINDS = re.compile(
    r"(?:đến\s+nay|hiện\s+nay|hiện\s+tại|hiện|vẫn)\b(?:[^;]{0,160}?\s)?chưa\s+được\s(?!.{0,400}\b(?:phải|cần|thì|đề\s+nghị|yêu\s+cầu|khẩn\s+trương)\s)",
    re.DOTALL,
)
""" "Đến nay, các đơn vị vẫn chưa được hướng dẫn": what is found, not a ban."""
FATED = re.compile(
    r"\bkhông\s+thuộc\s+(?:phạm\s+vi|đối\s+tượng|diện)\b(?!.*\b(?:thì|phải|cần|tự\s+(?:kiểm|theo|khắc|đánh|rà|tổ\s+chức|chịu|báo|lập|bố|giám|tiến))\b)|(?:^|[\s,])(?:chưa|không)\s+phát\s+hiện\s|\bcó\s+(?:lúc|nơi|thời\s+điểm)\s+(?:\S+\s+){0,2}phải\s|\bphải\s+(?:nhập\s+viện|cấp\s+cứu|đi\s+viện|đối\s+mặt|đối\s+diện|gánh\s+chịu|trải\s+qua|cạnh\s+tranh|hứng\s+chịu|chịu\s+(?:nhiều\s+)?(?:áp\s+lực|tác\s+động|ảnh\s+hưởng|thiệt\s+hại|sức\s+ép))"
)
"""What happens to people, in the words of duty: "tỉnh vẫn phải đối mặt với nhiều khó khăn"."""
PAST_TIMES = re.compile(
    r"(?:(?:ở|trong|tại)\s+(?:nhiệm\s+kỳ|vụ|kỳ|khóa|đợt|năm|niên\s+khóa)\s+trước(?=,)(?![^;.]{0,200}\s(?:thì|yêu\s+cầu|đề\s+nghị)\s)|"
    r"(?:trong\s+)?(?:(?:hai|ba|bốn|các|những)\s+)?năm\s+\d{4}(?:\s?(?:,|và|-|đến)\s?\d{4}){1,4}"
    r"(?=,?\s[^;.]{0,200}\sđã\s)(?![^;.]{0,300}\s(?:phải|cần)\s)|"
    r"(?:tính\s+)?từ\s+đầu\s+(?:năm|quý|tháng)\s+đến\s+nay|trước\s+(?:đó|đây)(?=,)|(?:đêm|hôm|tháng|dịp|năm)\s[^,;.]{0,40}?năm\s+ngoái|"
    r"theo\s+(?:tổng\s+cục|cục|chi\s+cục)\s+thống\s+kê(?=,)|sau\s+(?:gần|hơn)\s+\S{1,4}\s+(?:tháng|năm)|(?:trong\s+)?(?:thời\s+gian|những\s+năm|các\s+năm|nhiệm\s+kỳ|năm|nhiều\s+năm)\s+(?:vừa\s+)?qua|(?:trong\s+)?(?:những|các)\s+năm\s+gần\s+đây|vừa\s+qua|"
    r"hiện\s+nay,?\s[^;]{0,200}?\sdiễn\s+biến)\b"
    r"(?!.{0,600}\b(?:do\s+đó|vì\s+vậy|do\s+vậy|vì\s+thế|để|nhằm)\s)",
    re.DOTALL,
)
""" "Thời gian qua, nhiều địa phương phải ứng phó …": told, whatever the verb."""
SUMS_UP = re.compile(
    r"(?:trong\s+|đến\s+|từ\s+|tính\s+đến\s+)?(?:đầu\s+|hết\s+|cuối\s+)?(?:năm|quý|tháng|ngày|\d{1,2}\s+tháng)\s[^,;]{0,40},"
)
"""A time that opens a sentence under a heading that describes: "Trong năm 2023, toàn tỉnh tổ chức …"."""
HAS_COME = re.compile(r"(?<!\w)(?:đã|được|mới|còn|chiếm|giảm\s+còn|so\s+với)(?!\w)")
"""What had come about by then, under a heading that describes: "Đến hết quý I, các xã đã giải ngân …"."""
POINTS_AT = re.compile(r"đây\s+(?:cũng\s+|còn\s+|chính\s+|đồng\s+thời\s+)?là\s")
""" "Đây cũng là năm các cấp triển khai …"."""
TO_KNOW = re.compile(
    r"(?:nay,?\s+)?[^,;:]{0,160}?\b(?:thông\s+báo|trả\s+lời|thông\s+tin|có\s+ý\s+kiến|phúc\s+đáp|báo\s+tin|kính\s+báo)\s"
    r"[^;:]{0,160}?\b(?:được\s+biết|biết|nắm(?:\s+được)?|tham\s+khảo)(?:,?\s+(?:để\s+)?liên\s+hệ\s+công\s+tác)?\W*$"
)
"""An answer's last line ("Bộ Tài chính trả lời Công ty để biết"): nobody is to act."""
PASSED_ON = re.compile(
    r"(?:nay,?\s+|vậy,?\s+)?(?=(?:văn\s+phòng|bộ(?!\s+chỉ)|tổng\s+cục|cục|vụ|sở|ủy\s+ban\s+nhân\s+dân(?!\s+(?:cấp|xã|các))|"
    r"ubnd(?!\s+(?:cấp|xã|các))|thường\s+trực|ban\s(?:thường|chấp|tổ|chỉ\s+đạo)|hội\s+đồng)\s)"
    r"(?:(?!phải\s|cần\s|nhiệm\s+thông|giao\s|các\s|mọi\s)[^\s,;:]{1,14}\s+){2,14}?(?:xin\s+|trân\s+trọng\s+|kính\s+)?"
    r"(?:thông\s+báo|truyền\s+đạt|trả\s+lời|có\s+ý\s+kiến|phúc\s+đáp|thông\s+tin)\s[^;:]{0,200}?"
    r"(?:\bbiết\b(?:,|\s+và|\s+để)?\s+(?:tổ\s+chức\s+|triển\s+khai\s+)?thực\s+hiện|"
    r"\bđể\s[^;:,]{2,120}?\s(?:tổ\s+chức\s+|triển\s+khai\s+)?thực\s+hiện)"
    r"(?:\s+(?:theo|đúng)\s[^.;:]{2,60})?\W*$"
)
"""A letter's last line with which an office passes on what is ordered above: "Văn phòng … thông báo để các xã
biết, thực hiện" (seven of ten annotators do not count it as a duty)."""
INFORMS = re.compile(r"\s(?:thông\s+báo|thông\s+tin|báo\s+tin)\s(?:[^;:]{0,80}\s)?cho\s[^;:]{0,80}\sbiết\W*$")
"""A duty to inform somebody: "Sở Y tế thông báo kết quả cho các xã biết"."""
ATTACHED = re.compile(
    r"\W{0,4}(?:phụ\s+lục\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|đính\s+kèm)\s|"
    r"\W{0,4}(?:chi\s+tiết|có|xem)\s[^();]{0,160}?\skèm(?:\s+theo)?\W*$|"
    r"\W{0,4}(?:danh\s+sách|danh\s+mục|biểu\s+mẫu|mẫu|đề\s+cương|tài\s+liệu|dự\s+thảo)"
    r"(?:\s(?!phải|gửi\s+(?!kèm)|lập|trước|niêm|công\s+khai|thực|nộp)[^\s().,;:]{1,12}){0,12}?\s"
    r"(?:(?:được\s+)?(?:gửi\s+kèm|đính\s+kèm|kèm\s+theo)(?:\s(?:theo\s+)?\S+\s\S+\snày)?)\W*$|"
    r"\W{0,4}mẫu(?:\s(?!phải|lập|các|thực|niêm)[^\s().,;:]{1,12}){0,4}\stheo\s+phụ\s+lục(?:\s+\S{1,6}){0,2}\W*$"
)
"""The line below an annex's title: "(Kèm theo Quyết định số …)"; what goes along: "(Chi tiết … kèm theo)"."""
AMOUNT = re.compile(
    r"[^:.;]{2,260}:\s{0,3}(?:khoảng|gần|hơn|trên|dự\s+kiến)?\s{0,3}\d[\d.,]{0,20}\s{0,3}(?:tỷ|triệu|nghìn|ngàn|đồng|usd|eur|ha|m2|m²|m3|km|kw|mw|%|tấn|hộ|người|đồng\s+chí|đại\s+biểu|học\s+sinh|sinh\s+viên|đoàn\s+viên|hội\s+viên|suất)\b"
)
"""A fact in figures under its name: "Vốn ODA: 3.000.000 USD do …"."""
FOUND_FAULT = re.compile(
    r"nguyên\s+nhân(?:\s+chủ\s+yếu)?\s+(?:là|do)\b|"
    r"tính\s+đến\s+(?:hết\s+)?(?:ngày|tháng|quý|năm)\s[^,;]{1,30},[^;]{0,80}?\s(?:mới|đã|còn|có)\s|"
    r"[^:;]{2,60}:\s(?:từ|trên|dưới|đạt)\s\d[\d.,]{0,6}\s(?:điểm|%)"
)
"""Causes, what had come about by a day, and what a mark stands for: "Xuất sắc: từ 95 điểm trở lên"."""
TELLS_STATE = re.compile(
    r"(?:tính\s+)?đến\s+(?:\d{1,2}\s?(?:giờ|h)[^,;]{0,8}\s)?ngày\s[^,;]{1,30},[^;]{2,80}?\sđã\s+"
    r"(?:xảy\s+ra|ghi\s+nhận|phát\s+sinh|lan\s|làm\s+chết)|"
    r"(?:[^:;.]{2,24}:\s)?(?:qua\s+)?(?:kiểm\s+tra|giám\s+sát|rà\s+soát|thống\s+kê|khảo\s+sát|thanh\s+tra|theo\s+dõi)\s"
    r"(?:[^;:,]{0,60}?\s)?cho\s+thấy\s(?![^;]{0,400}\s(?:phải|cần|thì|đề\s+nghị|yêu\s+cầu|giao)\s)|"
    r"nhìn\s+chung,?\s(?![^;]{0,400}\s(?:phải|cần|đề\s+nghị|yêu\s+cầu|giao)\s)|"
    r"[^;:]{4,200},\s+trong\s+khi\s+(?:theo\s+)?(?:quy\s+định|pháp\s+luật|hợp\s+đồng)\s|"
    r"(?!.{0,400}\s(?:thì|cần|đề\s+nghị|yêu\s+cầu|giao)\s)[^;:]{4,160}?\svẫn\s+(?:còn\s+)?có\s+"
    r"(?:đơn\s+thư|tình\s+trạng|hiện\s+tượng|biểu\s+hiện|nơi|trường\s+hợp)[\s,]",
    re.DOTALL,
)
"""How things stand, in words of duty: what had happened by a day, what an inspection shows, what was against
a rule ("…, trong khi quy định …"), what is still found ("vẫn còn có tình trạng …")."""
FORECASTS = re.compile(
    r"(?!.{0,400}\s(?:phải|cần|thì|đề\s+nghị|yêu\s+cầu|để|nhằm)\s)[^;:]{2,120}?\s(?:rất\s+)?có\s+(?:thể|khả\s+năng)\s+(?:sẽ\s+)?"
    r"(?:lan|gây|dẫn\s+(?:đến|tới)|xảy\s+ra|xuất\s+hiện|ảnh\s+hưởng|bùng\s+phát|tái\s+phát|mạnh\s+lên|làm\s+(?:chết|hư|mất))\s",
    re.DOTALL,
)
"""What may come about: "Dịch bệnh có thể lan rộng ra các xã"."""
_BODY = (
    r"(?:(?:các|những)\s+)?(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|người|doanh\s+nghiệp|"
    r"hộ\s+gia\s+đình|hộ|cơ\s+sở)\b"
)
DEFINES = re.compile(
    rf"(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|người|chủ|doanh\s+nghiệp|hộ|cơ\s+sở|bên|nhà|ủy\s+ban)\s(?:(?!(?:thì|phải|cần|không|nếu|là)\s)[^\s,;:]{{1,30}}\s){{0,40}}?"
    rf"(?<!hết\s)(?<!nhất\s)(?<!biệt\s)(?<!tiếp\s)(?<!tức\s)là\s{_BODY}"
    r"(?!\s+(?:đứng\s+đầu|đầu\s+mối|chủ\s+trì|thường\s+trực|tham\s+mưu|phối\s+hợp|giúp\s+việc|chịu|phụ\s+trách))"
    r"(?:,[^,;:]{1,40})?\s+(?:có\s+(?!trách|nhiệm|nghĩa)|được|do|thuộc|cấp|quyết|ban|ra|ký|mà|trong|ngoài|sử|trực)"
)
"""Who is meant by a word: "Chủ rừng là tổ chức, cá nhân được giao rừng". A role given ("là cơ quan đầu mối")
is a duty."""
PRESENT = re.compile(
    r"[^:;]{3,120}:\s{1,3}(?:thành\s+phần|có\s+mặt|vắng)\b|"
    r"(?:đầu\s+mối|thông\s+tin)\s+(?:liên\s+hệ|liên\s+lạc)[^:;]{0,60}:|"
    r"(?:số\s+)?(?:điện\s+thoại|email|e-mail|fax|đường\s+dây\s+nóng|tài\s+liệu[^:;]{0,60})\s{0,2}:|"
    r"(?:tổ\s+chức|trách\s+nhiệm)\s+thực\s+hiện\W*$"
)
"""Who came, where to call, a title: "Thường trực HĐND: có mặt 5/5", "Lãnh đạo Phòng Nội vụ", "Email: …"."""
PURPOSE = re.compile(
    r"(?:nhằm|góp\s+phần|nâng\s+cao\s+(?:nhận\s+thức|ý\s+thức|trách\s+nhiệm|vai\s+trò)|làm\s+(?:cơ\s+sở|căn\s+cứ)|giúp|tạo\s|qua\s+đó)|"
    r"[^.;]{0,400}\sđể\s+(?:giúp\s+)?(?:các|từng|mỗi|cấp|cán\s+bộ|đảng\s+viên|tổ\s+chức|người|tập\s+thể)\s"
)
"""Under "Mục đích, yêu cầu": what is to be gained ("… để các cấp ủy tự soi, tự sửa", "Góp phần …")."""
HELPS = re.compile(r"(?:nhằm|để)\s+(?:giúp|tạo\s+điều\s+kiện\s+cho|làm\s+cho)\s")
"""Under "Mục đích": who is helped does not act ("Nhằm giúp các tổ tự soi, tự sửa")."""
MEANT = re.compile(r"(?:về|đối\s+với)\s[^:;.,]{2,40}:")
"""Under "Đối tượng kiểm tra": a sort of those meant, before who they are ("Về tập thể: ban quản lý …")."""
AIMS = re.compile(r"(?:nhằm|để|góp\s+phần)\s")
"""How a sentence under "Mục đích" begins that is a purpose to its end."""
AGREED = re.compile(r"thông\s+qua\s+(?:báo\s+cáo|dự\s+thảo|nghị\s+quyết|đề\s+án|tờ\s+trình)\s")
"""What a session has decided ("Thông qua Dự thảo Nghị quyết …"): nobody is asked."""
ITS_TIME = re.compile(
    r"(?:thời\s+(?:gian|hạn)\s+)?(?:hoàn\s+thành|thực\s+hiện|báo\s+cáo|gửi|nộp)(?:\s+xong)?\s*:?\s+"
    r"(?:trước|chậm\s+nhất|trong|đến|xong)\s(?:\S{1,12}\s?){1,10}$"
)
"""A sentence that only says when: "Thời gian nộp xong trước ngày 12/4"."""
SAYS_SO = re.compile(
    r"(?:theo\s+đó|cụ\s+thể|trong\s+đó)[,:]?\s|"
    r"theo\s+(?:công\s+văn|công\s+điện|chỉ\s+thị|hướng\s+dẫn|quy\s+định|kế\s+hoạch|văn\s+bản|kết\s+luận|nghị\s+quyết|"
    r"quyết\s+định|thông\s+tư|nghị\s+định)(?:\s+(?:này|trên|mới|nêu\s+trên))?,\s|"
    r"(?:công\s+văn|công\s+điện|chỉ\s+thị|hướng\s+dẫn|quy\s+định|kế\s+hoạch|thông\s+báo|văn\s+bản|kết\s+luận|nghị\s+quyết)"
    r"(?:\s+này)?(?:\s+(?:cũng|còn))?\s+(?:nêu|quy\s+định|yêu\s+cầu|chỉ\s+rõ|nhấn\s+mạnh|hướng\s+dẫn|xác\s+định)\b"
)
"""How an article goes on to what the act that it reports asks: "Theo đó, …", "Hướng dẫn nêu rõ, …"."""
CONCLUDES = re.compile(
    r"(?:kết\s+luận|chỉ\s+đạo|nhấn\s+mạnh|quyết\s+định|quyết\s+nghị|lưu\s+ý|có\s+ý\s+kiến(?:\s+chỉ\s+đạo)?)"
    r"(?:\s+(?:một\s+số|các)\s+nội\s+dung)?(?:\s+(?:như\s+sau|sau\s+đây|cụ\s+thể))?[\s:]{0,4}$"
)
"""How a lead-in ends whose body only says what others are to do: "Ban Thường vụ kết luận:"."""
PREAMBLE = re.compile(r"(?:để|nhằm|căn\s+cứ|thực\s+hiện|trên\s+cơ\s+sở|tiếp\s+tục\s+thực\s+hiện|theo)\s")
"""First words of a lead-in that says why before it says what."""
DONE_BY = re.compile(
    r"\((?:hoàn\s+thành|thực\s+hiện|thời\s+gian(?:\s+(?:hoàn|thực)\s+\w+)?)[\s:][^()]{4,60}\)?\W{0,3}$"
)
"""Brackets at a sentence's end that say by when: "… (hoàn thành trong quý I/2022)."."""
DRAFT = re.compile(
    r"(?:bản\s+)?dự\s+thảo\s+(?:thông\s+báo|kế\s+hoạch|nghị\s+quyết|quyết\s+định|báo\s+cáo|kết\s+luận|quy\s+chế|tờ\s+trình|đề\s+án)\s"
)
"""An item of a list of drafts sent along."""
OWN_PLAN = re.compile(
    r"\b(?P<made>xây\s+dựng|ban\s+hành|lập|đề\s+ra)\s+(?:và\s+[^\s,]{1,8}\s+[^\s,]{1,8}\s+)?(?:kế\s+hoạch|chương\s+trình|hướng\s+dẫn)\b"
    r"[^:]{0,400}?(?:như\s+sau|sau\s+đây|cụ\s+thể)[\s:]{0,3}$"
)
"""A plan's lead-in: who draws one up or issues it leaves it to those named below, if any are."""
WEB = re.compile(
    r"\W{0,6}(?:xem\s+(?:chi\s+tiết|thêm|toàn\s+văn)|toàn\s+văn\s|tải\s+(?:về|file|tại|toàn\s+văn|văn\s+bản)|nguồn\s*:|ảnh\s*:|"
    r"(?:các\s+)?tin\s+(?:bài\s+)?(?:liên\s+quan|cùng\s+chuyên\s+mục|mới\s+hơn|cũ\s+hơn|khác)\b)"
)
"""What a page prints around an act: ">> Xem chi tiết …", "Toàn văn Kết luận …"."""
CLOSES = re.compile(r"trên\s+đây\s+là\s(?!.*\b(?:đề\s+nghị|yêu\s+cầu|giao\s+(?!ban\b)|để\s)\b)", re.DOTALL)
""" "Trên đây là ý kiến kết luận … tại cuộc họp giao ban": nobody is asked."""
CAPPED = re.compile(r"không\s+(?:vượt\s+)?quá\s+\d{1,4}\s+(?!ngày|giờ|tháng|năm|phút|tuần|lần|tiếng|quý)")
BY_THEN = re.compile(r"(?<!\w)(?:trước|chậm\s+nhất|muộn\s+nhất|trong\s+(?:thời\s+hạn|vòng))\s(?!khi\s)")
"""What parts a time to act by from one that is told: "Trước ngày 25/12, các xã gửi báo cáo"."""
BASED_ON_THIS = re.compile(
    r"(?:căn\s+cứ|trên\s+cơ\s+sở|theo)\s+(?:các\s+)?(?:nội\s+dung\s+|nhiệm\s+vụ\s+)?(?:(?:của|trong|tại)\s+)?"
    r"(?:kế\s+hoạch|hướng\s+dẫn|chỉ\s+thị|nghị\s+quyết|quyết\s+định|công\s+văn|chương\s+trình|kết\s+luận|văn\s+bản|thông\s+báo|"
    r"quy\s+định|đề\s+án|phương\s+án)\s+này\b(?!.{0,200}\bđã\s)"
)
"""How an act's last paragraph opens: "Căn cứ Kế hoạch này, các xã xây dựng kế hoạch …"."""
JUDGED = re.compile(
    r"[^\s.;:]{1,30}\s+(?:[^\s.;:]{1,30}\s+){0,40}?(?:thì\s+(?:(?:cũng|đều)\s+)?(?:(?:không|chưa)\s+)?|"
    r"(?:cũng|đều)\s+(?:không|chưa)\s+|"
    r"(?:(?:vẫn|chỉ|mới|đều|cũng|thì|sẽ)\s+){0,2}(?<!đã\s)(?<!không\s)(?<!chưa\s)được\s+(?:xem\s+xét,?\s+)?)"
    r"(?:(?:tổ\s+chức|tiến\s+hành|thực\s+hiện)\s+(?:việc\s+)?)?(?:tự\s+)?(?:biểu\s+dương|kiểm\s+điểm|đánh\s+giá|xếp\s+loại|phân\s+loại|nhận\s+xét|bình\s+xét|"
    r"tặng\s+thưởng|khen\s+thưởng|cưỡng\s+chế)\b|"
    r"[^\s.;:]{1,30}\s+(?:(?!khi\s|nếu\s)[^\s.;:]{1,30}\s+){0,6}?phải\s+được\s+(?:kiểm\s+tra|xem\s+xét|xử\s+lý|kiểm\s+điểm|"
    r"thi\s+hành\s+kỷ\s+luật|kỷ\s+luật|đình\s+chỉ|xác\s+minh|giám\s+sát)\b|"
    r"[^\s.;:]{1,30}\s+(?:(?!khi\s|nếu\s)[^\s.;:]{1,30}\s+){0,24}?thì\s+(?:tùy\s|xử\s+lý|kiến\s+nghị\s+xử|thi\s+hành\s+kỷ|kỷ\s+luật|"
    r"không\s+(?:đưa|giới\s+thiệu|bố\s+trí|xem\s+xét|bổ\s+nhiệm|cấp|hỗ\s+trợ|nghiệm\s+thu|giải\s+quyết|xét)|"
    r"chuyển\s+hồ\s+sơ|đình\s+chỉ|thu\s+hồi|loại\s+khỏi)"
)
"""Whom a review is of, from its last word on: "Chi bộ dưới 03 đảng viên | thì không xếp loại"; the lead-in
says who reviews."""
AMENDS_BELOW = re.compile(
    r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|điều\s+chỉnh)(?:\s*(?:,|và)\s*(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ))*\s"
    r"[^:;]{0,300}(?:như\s+sau|sau\s+đây|sau)\W*$"
)
"""Over amendments: "Sửa đổi, bổ sung một số khoản của Điều 7 như sau:"."""
PROCEDURE = re.compile(
    r"trình\s+tự(?:,?\s+(?:và\s+)?thủ\s+tục)?\s(?![^.;]{0,300}\b(?:phải|theo|được|như\s+sau|gồm|cần)\b)"
)
"""A title that names a procedure, verbs and all: "Trình tự, thủ tục tiến hành kiểm tra"."""
REPEALS = re.compile(r"(?:đồng\s+thời,?\s+)?(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế)\s")
REPEALS_ACTS = re.compile(
    r"(?:nay\s+|đồng\s+thời,?\s+)?(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế)\s+(?:toàn\s+bộ\s+)?(?:các\s+|những\s+)?"
    r"(?:quyết\s+định|thông\s+tư|nghị\s+quyết|nghị\s+định|quy\s+định|quy\s+chế|chỉ\s+thị|công\s+văn|văn\s+bản|kế\s+hoạch|hướng\s+dẫn|"
    r"điều|khoản|điểm|mục|phụ\s+lục|cụm\s+từ)\s+(?:số\s|này|trước|sau|\d|[ivx]|[a-zđ]\s|“|liên)"
)
""" "2. Bãi bỏ Thông tư số …": done by the act itself, nobody is to act."""
MEMBER = re.compile(
    r"(?:[^:;\n]{2,60}:\s{0,3})?(?:\d{1,2}[.)]\s{0,3})?(?:(?:Các|các|Mời|mời)\s+)?"
    r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng\s+chí|[Đđ]/c)[\s:]+"
    rf"(?:[{view.CAPITALS}][^\s,;:–-]{{0,12}}\s+){{1,5}}[{view.CAPITALS}][^\s,;:–-]{{0,12}}\s{{0,3}}[,–-]\s"
)
"""Somebody by name with an office, as a council's list has it, over printed text."""
APPOINTED = re.compile(
    r".{3,160}\s?[-–:,]\s?(?:làm\s+)?(?:phó\s+)?(?:trưởng\s+(?:ban|đoàn|tiểu\s+ban)|tổ\s+trưởng|tổ\s+phó|chủ\s+tịch(?:\s+hội\s+đồng)?|"
    r"ủy\s+viên|thành\s+viên|thư\s+ký)(?:\s+(?:thường\s+trực|thứ\s+nhất|thư\s+ký))?\W*$|"
    r"(?!.{0,60}\b(?:thành\s+lập|cử|giao|phân\s+công|kiện\s+toàn)\s)[^,;.]{3,80}\sdo\s[^;.]{3,160}\slàm\s+(?:phó\s+)?(?:trưởng|tổ\s+trưởng|chủ\s+tịch|chủ\s+nhiệm)\b[^,;.]{0,40}$|"
    r"(?:các\s+)?thành\s+viên\s(?:của\s)?[^,;.:]{0,60}?\s?gồm\b|[^;]{3,200}\s(?:sẽ\s+)?chuyển\s+thành\s+(?:khoản|điểm|điều|mục)\s"
)
"""Who sits where, by office ("Vụ trưởng Vụ Pháp chế - Ủy viên", "Tiểu ban do A làm Trưởng Tiểu ban"), and
what an amended act's parts are counted as from now on: nobody is to act."""
NOT_THERE = re.compile(r"(?:tại|trong|ở)\s[^,;:]{3,60}?\skhông\s(?!có|còn|phải|chỉ|những)")
""" "Tại đại hội không lấy phiếu giới thiệu": what is not done at a place."""
QUESTION = re.compile(
    r"\s(?:thế\s+nào|ra\s+sao|làm\s+gì|khi\s+nào|ở\s+đâu|là\s+gì|vì\s+sao|có\s+sao\s+không)\W*$"
)
"""A title that asks what the lines below it answer: "Hồ sơ dở dang xử lý thế nào?"."""
ASKS_GUESTS = re.compile(
    r"(?<!\w)(?:đề\s+nghị|yêu\s+cầu|chuẩn\s+bị|phải|chịu\s+trách\s+nhiệm|phân\s+công|cử|"
    r"không\s+(?:được|cử|ủy\s+quyền|mang|vắng))(?!\w)"
)
"""What an invitation asks of those invited, beside to come."""
TELLING = {"BC", "BB", "GM", "GGT"}
"""Kinds of act that tell or invite: reports, minutes, invitations, introductions."""
SALUTES = re.compile(
    r"^\W*trân\s+trọng\s+(?:kính\s+)?(?:đề\s+nghị|yêu\s+cầu|thông\s+báo)\W*$|"
    r"(?:trân\s+trọng|kính)\s+(?:thông\s+báo|báo\s+cáo|c[ảá]m\s+ơn)\W*$"
)
INVITES = {"mời", "trân trọng kính mời", "kính mời"}
FOLLOWS = re.compile(
    r"(?:(?:như\s+sau|sau\s+đây|nội\s+dung\s+sau|nhiệm\s+vụ\s+sau)\W*|[^\W\d]\s+thông\s+báo\s*:\s*)$"
)
LEAD_TAIL = re.compile(
    r"(?:,|và|với|vào|theo|bảo\s+đảm|đảm\s+bảo|tốt|một\s+số|những|các|việc|nội\s+dung|nhiệm\s+vụ|yêu\s+cầu|công\s+việc|giải\s+pháp|biện\s+pháp|vấn\s+đề|điểm|"
    r"công\s+tác|chủ\s+yếu|trọng\s+tâm|cụ\s+thể|chính|cơ\s+bản|sau\s+đây|như\s+sau|sau|dưới\s+đây|là|gồm|bao\s+gồm|:|\s)+$"
)
TOPIC = re.compile(
    r"về\s+(?:việc|nội\s+dung|công\s+tác|vấn\s+đề)\s(?!.*\s(?:tiếp\s+tục|thực\s+hiện\s+theo))", re.DOTALL
)
""" "- Về việc …:" over a paragraph."""
SETS_TIME = re.compile(
    r"(?:thời\s+(?:gian|hạn)|hạn(?:\s+(?:cuối|chót))?)(?:\s+(?!của\s)[^\s,.;:]{1,8}){0,4}?\s+(?:bắt\s+đầu|kê\s+khai|nộp|gửi|bàn\s+giao|đăng\s+ký|tiếp\s+nhận|tổ\s+chức|nghỉ|tựu\s+trường)"
    r"(?=\s)[^:;]{0,160}?\s(?:là|từ|trước|chậm\s+nhất|muộn\s+nhất|đến|trong)\s[^;]{0,30}\d"
)
"""A sentence that sets when something is to be done, without a colon: "Thời gian kê khai lại là 7 ngày"."""
TELLS_TIME = re.compile(
    r"(?:thời\s+(?:gian|hạn|điểm|lượng)|địa\s+điểm|thành\s+phần|hình\s+thức)(?!\s+(?:tới|qua|trên|nêu|này|hoàn|báo|gửi|nộp|"
    r"giải|triển))\s"
)
"""A fact about an event, told without a colon: "Thời gian dự kiến trong tháng 5"."""
WHEN_IN_NEED = re.compile(
    r"(?:(?:trong\s+)?quá\s+trình|nếu|trường\s+hợp|khi)\s[^.;]{0,80}(?:khó\s+khăn|vướng\s+mắc|phát\s+sinh|bất\s+cập)"
    r"[^.;]{0,80}(?:báo\s+cáo|phản\s+ánh|kiến\s+nghị|trao\s+đổi|liên\s+hệ|thông\s+tin|gửi)|"
    r"(?:(?:mọi|các|những)\s+)?(?:có\s+)?(?:điều\s+gì|gì|khó\s+khăn|vướng\s+mắc|thắc\s+mắc)(?:,?\s[^\s.;,]{1,12}){0,8},?\s+"
    r"(?:báo\s+cáo|phản\s+ánh|liên\s+hệ|thông\s+tin|gửi)\s+(?:(?:ngay|kịp\s+thời)\s+)?(?:về|với|đến|cho)\s"
)
LEADS_ONLY = re.compile(
    r"(?:có\s+trách\s+nhiệm\s+|được\s+giao\s+)?(?:(?:chủ\s+trì|chủ\s+động|làm\s+đầu\s+mối)(?:\s{0,3},|\s{1,3}và)?\s{0,3}){0,3}"
    r"(?:phối\s+hợp(?:\s+chặt\s+chẽ)?\s+(?:với|cùng)\b)?"
)
"""A lead-in's predicate that names only partners: "Sở Y tế chủ trì, phối hợp với các sở liên quan:"."""
PURE = re.compile(
    r"\b(?:cần|phải|yêu\s+cầu|đề\s+nghị|thực\s+hiện|tập\s+trung|lưu\s+ý|chú\s+ý|quan\s+tâm|triển\s+khai|nghiêm\s+túc|tốt|chỉ\s+đạo|lãnh\s+đạo)\s*$"
)
IS_DONE = re.compile(
    r"(?!.{0,200}\b(?:đã|đang|vừa|chưa|gần\s+như|hầu\s+như)\s)[^,;:]{2,160}?\s(?:được|do\s[^,;:]{4,60})\s"
    r"(?:thực\s+hiện|tổ\s+chức|tiến\s+hành|triển\s+khai|gửi|lập|thông\s+báo|công\s+bố|công\s+khai|niêm\s+yết|tính|"
    r"giao|cấp|quyết\s+định|quy\s+định|bố\s+trí|lưu|sử\s+dụng|phê\s+duyệt|bảo\s+quản|đưa|xem\s+xét|xử\s+lý|ghi|"
    r"giải\s+quyết|cập\s+nhật|trả|đăng\s+tải|niêm\s+phong|mở|tổng\s+hợp|thẩm\s+định)\s"
    r"|(?!.{0,200}\b(?:đã|đang|vừa|chưa|gần\s+như|hầu\s+như)\s)(?:việc|kết\s+quả|hồ\s+sơ|kế\s+hoạch|kinh\s+phí|danh\s+sách|văn\s+bản|tài\s+liệu|"
    r"số\s+liệu|dự\s+toán|báo\s+cáo|biên\s+bản)\s(?:(?!là\s|gồm\s)[^\s;:]{1,20}\s){1,30}?được\s"
    r"(?:thực\s+hiện|tổ\s+chức|tiến\s+hành|triển\s+khai|gửi|lập|thông\s+báo|công\s+bố|công\s+khai|niêm\s+yết|bố\s+trí|lưu|"
    r"bảo\s+quản|cập\s+nhật|tổng\s+hợp)\s",
    re.DOTALL,
)
"""How something is to be done, in a numbered clause: "Hội nghị được tổ chức tại thôn"."""
REACHES = re.compile(r"\sđạt\s(?:[^\s;.]{1,10}\s){0,3}\d|\d\s{0,2}%\s*$")
"""A figure of what has come out: "hồ sơ được giải quyết đúng hạn đạt 98%"."""
