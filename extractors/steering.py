"""Steering committees: bodies whose names hold what they steer, often behind "về", where titles may begin."""

from __future__ import annotations

import re

STEERING = (
    "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực",
    "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực",
    "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng",
    "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
)
"""Bodies with "về" in their names, where else the act's title begins; read whole, so that no other name goes
on over "về". After the decisions that set them up (162-QĐ/TW 2013, 32-QĐ/TW 2021, 57-NQ/TW 2024)."""

STEERED = re.compile(
    r"ban\s{1,3}chỉ\s{1,3}đạo(?:\s{1,3}(?:trung\s{1,3}ương|quốc\s{1,3}gia|nhà\s{1,3}nước|cấp\s{1,3}\w{2,6}|tỉnh|thành\s{1,3}phố|huyện|quận|"
    r"xã|phường|liên\s{1,3}ngành))?\s{1,3}(?:về\s{1,3})?(?:(?:công\s{1,3}tác\s{1,3})?phòng\s{0,3},?\s{0,3}chống\s{1,3}"
    r"(?:thiên\s{1,3}tai|lụt\s{1,3}bão|dịch(?:\s{1,3}bệnh)?(?:\s{1,3}covid\s?-?\s?19)?|tội\s{1,3}phạm|ma\s{1,3}túy|aids|"
    r"tham\s{1,3}nhũng(?:,\s{1,3}lãng\s{1,3}phí)?(?:,\s{1,3}tiêu\s{1,3}cực)?|hạn\s{1,3}hán|cháy\s{1,3}rừng)"
    r"(?:\s{1,3}và\s{1,3}tìm\s{1,3}kiếm\s{1,3}cứu\s{1,3}nạn)?|cải\s{1,3}cách\s{1,3}(?:hành\s{1,3}chính|tư\s{1,3}pháp)|"
    r"chuyển\s{1,3}đổi\s{1,3}số|hội\s{1,3}nhập\s{1,3}(?:kinh\s{1,3}tế\s{1,3})?quốc\s{1,3}tế|(?:vệ\s{1,3}sinh\s{1,3})?an\s{1,3}toàn\s{1,3}thực\s{1,3}phẩm|"
    r"sự\s{1,3}cố\s{1,3}y2k|tăng\s{1,3}trưởng\s{1,3}xanh|du\s{1,3}lịch|chính\s{1,3}phủ\s{1,3}điện\s{1,3}tử|công\s{1,3}nghệ\s{1,3}thông\s{1,3}tin|nhân\s{1,3}quyền|"
    r"thông\s{1,3}tin\s{1,3}đối\s{1,3}ngoại|giảm\s{1,3}nghèo(?:\s{1,3}bền\s{1,3}vững)?|xóa\s{1,3}đói,?\s{1,3}giảm\s{1,3}nghèo|xây\s{1,3}dựng\s{1,3}nông\s{1,3}thôn\s{1,3}mới|"
    r"thực\s{1,3}hiện\s{1,3}quy\s{1,3}chế\s{1,3}dân\s{1,3}chủ|phòng\s{1,3}thủ\s{1,3}dân\s{1,3}sự|thi\s{1,3}hành\s{1,3}án\s{1,3}dân\s{1,3}sự|\d{2,4}|"
    r"vận\s{1,3}động\s{1,3}hiến\s{1,3}máu(?:\s{1,3}tình\s{1,3}nguyện)?|bảo\s{1,3}vệ\s{1,3}(?:môi\s{1,3}trường|rừng)|phổ\s{1,3}cập\s{1,3}giáo\s{1,3}dục(?:,?\s{1,3}xóa\s{1,3}mù\s{1,3}chữ)?|"
    r"xây\s{1,3}dựng\s{1,3}xã\s{1,3}hội\s{1,3}học\s{1,3}tập|đổi\s{1,3}mới(?:\s{1,3}và\s{1,3}phát\s{1,3}triển)?\s{1,3}doanh\s{1,3}nghiệp|tổng\s{1,3}điều\s{1,3}tra(?:\s{1,3}dân\s{1,3}số(?:\s{1,3}và\s{1,3}nhà\s{1,3}ở)?)?|"
    r"(?:các\s{1,3})?chương\s{1,3}trình\s{1,3}mục\s{1,3}tiêu\s{1,3}quốc\s{1,3}gia|(?:thực\s{1,3}hiện\s{1,3})?đề\s{1,3}án\s{1,3}06|phát\s{1,3}triển\s{1,3}(?:bảo\s{1,3}hiểm\s{1,3}xã\s{1,3}hội|kinh\s{1,3}tế\s{1,3}tập\s{1,3}thể|du\s{1,3}lịch))(?!\w)"
)
"""Steering committees by what they steer, with or without "về"; the commonest since 1990."""
