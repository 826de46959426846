"""Names of bodies: normal case for names printed in capitals, their territory, their level."""

from __future__ import annotations

import re
from functools import cache

from extractors import tables, view
from extractors.model import Level

TERRITORY = re.compile(
    r"\b(?P<kind>thành phố|tp\.?|tỉnh(?! ủy)|huyện(?! ủy)|quận(?! ủy)|thị xã|thị trấn|phường|xã(?! hội)|"
    r"đặc khu)\s+"
    r"(?P<name>\S.{0,40})$"
)
"""A territory at the end of a body's folded name."""
_PARTY_SEAT = re.compile(
    r"\b(?P<kind>tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị "
    r"ủy)(?:\s+(?P<name>\S.{0,40}))?$"
)
_ABBREVIATIONS = (
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("ubmttq", "ủy ban mttq"),
    ("tp.", "thành phố "),
    ("tp", "thành phố"),
    ("tx.", "thị xã "),
    ("tt.", "thị trấn "),
    ("tw", "trung ương"),
    ("hcm", "hồ chí minh"),
    ("bch", "ban chấp hành"),
    ("btv", "ban thường vụ"),
    ("đbqh", "đại biểu quốc hội"),
    ("gd&đt", "giáo dục và đào tạo"),
    ("gdđt", "giáo dục và đào tạo"),
    ("gd-đt", "giáo dục và đào tạo"),
    ("ptnt", "phát triển nông thôn"),
    ("tn&mt", "tài nguyên và môi trường"),
    ("nn&mt", "nông nghiệp và môi trường"),
    ("kh&cn", "khoa học và công nghệ"),
    ("kh&đt", "kế hoạch và đầu tư"),
    ("tt&tt", "thông tin và truyền thông"),
    ("lđtb&xh", "lao động - thương binh và xã hội"),
    ("lđtbxh", "lao động - thương binh và xã hội"),
    ("vh,tt&dl", "văn hóa, thể thao và du lịch"),
    ("vhttdl", "văn hóa, thể thao và du lịch"),
    ("gtvt", "giao thông vận tải"),
    ("lhpn", "liên hiệp phụ nữ"),
    ("lđlđ", "liên đoàn lao động"),
    ("&", "và"),
)
_PROPER = (
    "Đảng Cộng sản Việt Nam",
    "Đảng",
    "Trung ương",
    "Nhà nước",
    "Nhân dân",
    "Việt Nam",
    "Hồ Chí Minh",
    "Mặt trận Tổ quốc Việt Nam",
    "Mặt trận Tổ quốc",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Ban Chấp hành",
    "Ban Thường vụ",
    "Ban Tổ chức",
    "Ban Tuyên giáo",
    "Ban Tuyên giáo và Dân vận",
    "Ban Dân vận",
    "Ban Nội chính",
    "Ban Kinh tế",
    "Cơ quan Tổ chức",
    "Cơ quan Ủy ban Kiểm tra",
    "Cơ quan Tuyên giáo",
    "Ủy ban Kiểm tra",
    "Văn phòng",
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Quận ủy",
    "Thị ủy",
    "Đảng ủy",
    "Đảng bộ",
    "Bộ trưởng",
    "Khối các cơ quan",
    "Khối doanh nghiệp",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Hội đồng trường",
    "Hội đồng thi đua",
    "Hội đồng Đội",
    "Đoàn TNCS Hồ Chí Minh",
    "Ban Thường trực",
    "Khối các cơ quan và doanh nghiệp",
)
_HEADS = (
    "bộ|sở|cục|tổng cục|chi cục|vụ|ban|phòng|viện|trường|trung tâm|thanh tra|học viện|đại học|hội|liên "
    "đoàn|"
    "công ty|tổng công ty|tập đoàn|bệnh viện|kho bạc|văn phòng|đoàn|báo|đài|ủy ban|hội đồng|tòa án|công an"
)
_HEAD_WORD = re.compile(rf"^(?:{_HEADS})\s+")


@cache
def _cased() -> list[tuple[re.Pattern[str], str]]:
    known = [*_PROPER, *(b.name for b in tables.bodies().values())]
    known.sort(key=len)
    return [(re.compile(rf"(?<!\w){re.escape(view.folded(name))}(?!\w)"), name) for name in known]


def spelled(low: str) -> str:
    """A folded name whose usual abbreviations are spelled out: "ubnd tỉnh" → "ủy ban nhân dân tỉnh"."""
    for pattern, full in _spellings():
        low = pattern.sub(full, low)
    return view.squeeze(low)


@cache
def _spellings() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rf"(?<!\w){re.escape(short)}" + ("" if short.endswith(".") else r"(?!\w)")), full)
        for short, full in _ABBREVIATIONS
    ]


def normal(printed: str) -> str:
    """A body's name in normal case and spelled out: "UBND TỈNH CÀ MAU" → "Ủy ban nhân dân tỉnh Cà Mau"."""
    name = view.squeeze(printed).strip(" .,;:*-|/\\")
    name = re.sub(r"^UBND(?=TP\b)", "UBND ", name)
    low = spelled(view.folded(name))
    if not name.isupper() and low == view.squeeze(view.folded(name)) and sum(c.isupper() for c in name) > 1:
        return view.respell(name)
    out = list(low)

    def put(start: int, text: str) -> None:
        out[start : start + len(text)] = text

    head = _HEAD_WORD.match(low)
    of_place = head and re.match(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?!\w)", low[head.end() :])
    council = low.startswith("hội đồng ")  # "Hội đồng khoa học", not "Hội Đồng …"
    capital = [0] + ([head.end()] if head and not (of_place or council) else [])  # "Công an | tỉnh Gia Lai"
    for point in capital:
        out[point : point + 1] = low[point : point + 1].upper()
    for match in re.finditer(r"(?:(?<= và )|(?<=, )|(?<= - ))\w", low):
        out[match.start()] = match[0].upper()
    for pattern, text in _cased():
        for match in pattern.finditer(low):
            put(match.start(), text)
    called = _CALLED.search(low)
    if called and not _GENERIC.match(called["name"]):
        put(called.start("name"), called["name"].title())
    university = _UNIVERSITY.search(low)
    if university and not university["name"].startswith("và "):
        field = _FIELD.match(university["name"])
        first = university["name"][0].upper()
        put(university.start("name"), first if field else university["name"].title())
    region = re.search(r"\bkhu vực (?P<name>\D{3,60})$", low)
    if region:
        put(region.start("name"), region["name"].title())
    tail = TERRITORY.search(low) or _PARTY_SEAT.search(low)
    if tail and tail["name"]:
        put(tail.start("name"), tail["name"].title() if not _has_body(tail["name"]) else tail["name"])
    for province in tables.provinces().values():
        at = low.rfind(view.folded(province.name))
        if at > 0 and not (low[at - 1].isalpha()):
            put(at, province.name)
    for match in _WORDS.finditer(low):
        roman = _ROMAN.fullmatch(match[0]) and _NUMBERED.search(low[: match.start()])
        if (len(match[0]) <= 6 and not _SYLLABLE.fullmatch(match[0])) or roman:
            place = tail is not None and bool(tail["name"]) and match.start() >= tail.start("name")
            foreign = place and not roman and any(c in _V for c in match[0])  # "huyện Krông Pắc"
            put(match.start(), match[0].title() if foreign else match[0].upper())
    for match in re.finditer(r"\d{1,6}/\S{2,20}", low):  # the number of an act that names the body
        put(match.start(), match[0].upper())
    for match in re.finditer(r"(?:quyết định|kế hoạch|nghị quyết|chỉ thị|công văn)(?= số \d)", low):
        put(match.start(), match[0].capitalize())
    joined = "".join(out)
    return joined[:1].upper() + joined[1:]


_CALLED = re.compile(
    r"(?:^|\s)(?:bệnh viện|trường (?:tiểu học|mầm non|mẫu giáo|thcs|thpt|trung học (?:cơ sở|phổ thông)))"
    r" (?P<name>[^\W\d]+(?: [^\W\d]+){0,3}?)(?= (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\b|$)"
)
"""Hospitals and schools that are called after somebody or some place: "BỆNH VIỆN BẠCH MAI"."""
_UNIVERSITY = re.compile(
    r"(?:^|\s)(?:đại học|học viện) (?P<name>[^\W\d]+(?: [^\W\d]+){0,4})"
    r"(?= (?:tỉnh|thành phố)\b|$)"
)
"""Universities called after somebody or some place: "TRƯỜNG ĐẠI HỌC HỒNG BÀNG", not "… KINH TẾ"."""
_FIELD = re.compile(
    r"(?:bách|sư|y|dược|kinh tế|tài|ngân|ngoại|khoa|công|nông|lâm|luật|kiến|xây|giao|thủy|mỏ|thương|văn hóa|"
    r"mỹ|nghệ|thể|quốc|mở|điện|hàng|hải|nội|lao|kỹ|phòng|an ninh|cảnh|sân|điều|răng|quản|thông|kiểm|nhân|"
    r"chính|tư|dân|dầu|hành|âm|phụ|cán|ngôn|khí|môi|báo|thanh|tòa|kế|bưu|biên|hậu|lục|không|quân|chiến|múa|thiết|"
    r"phật|cơ|tiền|toán|vật|sinh|hóa|dệt|may|du|và|của|khu)\b"
)
"""First words of what is taught or studied."""


def is_university(low: str) -> bool:
    """Whether a folded name is a university's or academy's, which is known without its province."""
    return bool(re.match(r"(?:trường )?đại học\s|học viện\s", low)) and "chính trị" not in low


_GENERIC = re.compile(
    r"(?:đa|khoa|nhi|phụ|y|tâm|mắt|răng|tai|lao|phổi|ung|da|nội|chỉnh|phục|quân|đại|trung|khu|thành|tỉnh|huyện|quận|"
    r"công|quốc|hữu|giao|bệnh|chuyên|dân|thực|bán|số|tư)\b"
)
_V = "aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_SYLLABLE = re.compile(
    rf"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvxwjfz])?[{_V}]{{1,3}}(?:ng|nh|ch|[cmnptk])?"
)
"""A syllable of Vietnamese, loosely; a word in capitals that is none is an abbreviation ("ĐHBK", "KHCN")."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ROMAN = re.compile(r"[ivx]{1,5}")
_NUMBERED = re.compile(r"(?:khu|vực|khóa|cục|đội|số|quân đoàn|trường)\s$")


def _has_body(name: str) -> bool:
    return bool(re.search(r"ủy ban|hội đồng|đảng", name))


def territory(name: str) -> str | None:
    """The territory that a normal name ends with, with its kind ("tỉnh Cà Mau"); None where it has none."""
    low = view.folded(name)
    match = TERRITORY.search(low)
    if match:
        return name[match.start() :]
    seat = _PARTY_SEAT.search(low)
    if seat and seat["name"]:
        kind = {
            "tỉnh ủy": "tỉnh",
            "thành ủy": "thành phố",
            "huyện ủy": "huyện",
            "quận ủy": "quận",
            "thị ủy": "thị xã",
        }
        return f"{kind[seat['kind']]} {name[seat.start('name') :]}"
    return None


def level(name: str) -> Level | None:
    """The level of a body, from its name."""
    low = view.folded(name)
    if re.search(r"\b(?:xã|phường|thị trấn|đặc khu)\s", low.replace("xã hội", "")) and "sở" not in low[:3]:
        return "ward"
    if re.search(r"\bchi bộ\b|\bchi ủy\b|đảng ủy|\bđảng bộ cơ sở\b", low):
        return "unit" if not re.search(r"khối|công an trung ương|quân ủy", low) else "province"
    if re.search(r"\bhuyện\b|\bquận\b(?! ủy trung)|thị xã|thị ủy", low):
        return "district"
    city = re.search(r"(?:thành phố|thành ủy|tp\.?)\s+(.+)$", low)
    if city:
        return "province" if city[1].strip() in tables.provinces() else "district"
    if re.search(r"\btỉnh\b", low) or re.match(r"sở\b", low):
        return "province"
    if re.search(
        r"trung ương|bộ chính trị|ban bí thư|chính phủ|quốc hội|chủ tịch nước|nhà nước|tối cao|việt nam|"
        r"^bộ\s|tổng cục",
        low,
    ):
        return "central"
    return None
