"""A body's name completed: its territory, from its superior, the place of issue or the text.

Where the head prints no body, or only the first line of its cell, the number's code names it.
"""

from __future__ import annotations

import re
from collections import Counter

from extractors import names, tables, view
from extractors.model import Issuer, Number

_ORGAN = re.compile(
    r"^(?:văn phòng|ban tổ chức|ban tuyên giáo(?: và dân vận)?|ban dân vận|ban nội chính|ban kinh tế|ủy "
    r"ban kiểm tra|"
    r"ban thường vụ|ban chấp hành|ban chính sách,? chiến lược|ban thường trực|đoàn chủ tịch|"
    r"ban đối ngoại|thường trực|"
    r"ban bảo vệ,? chăm sóc sức khỏe cán bộ)$"
)
_OF_UNION = re.compile(r"ban (?:chấp hành|thường vụ|bí thư) trung ương")
"""A union's central body, under the union's name ("HỘI NÔNG DÂN VIỆT NAM / BAN CHẤP HÀNH TRUNG ƯƠNG")."""
OFFICE_OF_SEAT = re.compile(
    r"^cơ quan (?:tổ chức|kiểm tra|ủy ban kiểm tra|tuyên giáo|dân vận|nội vụ|tham mưu|văn phòng)(?!\w)"
)
"""A joint office of a district's Party committee and its administration ("Cơ quan Tổ chức - Nội vụ")."""
_SEAT = re.compile(r"^(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy)$")
_COUNCIL = re.compile(
    r"^(?:ủy ban nhân dân|hội đồng nhân dân|văn phòng ủy ban nhân dân)(?: (?:tỉnh|thành phố|huyện|quận|"
    r"thị xã|xã|phường))?$"
)
_SEAT_CODES = {"HU": "Huyện ủy", "QU": "Quận ủy", "THU": "Thị ủy"}


_BOARD_OF_PLACE = re.compile(
    r"ban (?:chấp hành|thường vụ)(?= (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\s)"
)
"""A board under an association whose name its own line leaves out: "HỘI NÔNG DÂN VIỆT NAM / BAN CHẤP
HÀNH TỈNH …"."""


_BARE_BOARDS = frozenset(("hội đồng trường", "hội đồng quản trị", "hội đồng khoa học và đào tạo"))
_OF_SCHOOL = re.compile(
    r"(?:ban chấp hành|ban thường vụ|đoàn|công đoàn|hội sinh viên)\s(?:\S+\s){0,4}?"
    r"(?<!môi )(?<!thị )trường\s\S"
)
"""A union's or an association's body in a school that it names: no territory belongs to it."""


def is_organ(name: str) -> bool:
    """Whether a name is that of a body's organ ("Ban Tổ chức"), which the superior's name completes."""
    return bool(_ORGAN.match(view.folded(name)))


def complete(name: str, parent: str | None, place: str | None, text: str) -> tuple[str, bool]:
    """The name with its territory, where the document gives one; and whether that is beyond doubt."""
    low = view.folded(name)
    if (
        parent
        and _OF_UNION.fullmatch(low)
        and re.match(r"(?:hội|đoàn|liên hiệp|tổng hội)\s", view.folded(parent))
    ):
        return f"{name} {parent}", True
    board = _BOARD_OF_PLACE.match(low)
    if board and parent and re.match(r"(?:hội|liên đoàn|liên minh)\s", view.folded(parent)):
        body = re.sub(r"\s(?:việt nam|trung ương)$", "", view.folded(parent))
        return f"{name[: board.end()]} {parent[: len(body)]}{name[board.end() :]}", True
    if names.territory(name) or re.search(r"trung ương|chính phủ|việt nam", low) or names.is_university(low):
        return name, True
    if low in _BARE_BOARDS and parent and names.is_university(view.folded(parent)):
        return f"{name} {parent}", True
    if _OF_SCHOOL.match(low):
        return name, True
    if low.startswith("đại hội") and parent and re.match(r"đảng bộ", view.folded(parent)):
        return _congress(name, parent), True
    if _ORGAN.match(low) and parent:
        up = view.folded(parent)
        if re.match(r"(?:ban chấp hành )?trung ương(?! đoàn| hội)|đảng cộng sản", up):
            return ("Văn phòng Trung ương Đảng" if low == "văn phòng" else f"{name} Trung ương"), True
        if up.startswith("mặt trận"):
            parent = f"Ủy ban {parent}"
        elif names.territory(parent) is None:
            parent = complete(parent, None, place, text)[0]
        return f"{name} {parent}", True
    if (low == "văn phòng" or OFFICE_OF_SEAT.match(low)) and parent:
        return f"{name} {parent}", True
    if _SEAT.match(low) or _COUNCIL.match(low):
        return _with_place(name, parent, place, text)
    if parent and _COUNCIL.match(view.folded(parent)):
        parent = complete(parent, None, place, text)[0]
    area = names.territory(parent) if parent else None
    bare = re.search(r"(?:^|\s)(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$", low)
    if bare and not _COUNCIL.match(low):
        if area and area.lower().startswith(bare[1]):
            return name + area[len(bare[1]) :], True
        return _with_place(name, parent, place, text)
    if re.search(r"\bkhu vực\s\S", low):
        return name, True
    under = re.match(r"sở\s", view.folded(parent)) if parent else None
    if area is None and place and re.match(r"(?:chi cục|trung tâm)\s" if under else r"sở\s", low):
        seat = tables.provinces().get(view.folded(_bare(place) or ""))
        if seat and view.folded(seat.name) not in f"{low} {view.folded(parent or '')}":
            return f"{name} {seat.kind} {seat.name}", False
    said = re.sub(r"^(?:thành phố|tỉnh|huyện|quận|thị xã|xã|phường) ", "", view.folded(area or ""))
    if (
        area
        and not low.endswith(" " + said)
        and names.level(parent or "") != "central"
        and not re.match(r"(?:đảng ủy(?! khối)|đảng bộ|chi bộ)(?! sở\s)", low)
    ):
        return f"{name} {area}", True
    return name, True


def _congress(name: str, parent: str) -> str:
    """A congress with the organisation that holds it: "Đại hội đại biểu" + "Đảng bộ X" + "lần thứ V"."""
    kind = re.match(r"đại hội(?: đại biểu| toàn thể đảng viên)?", view.folded(name))
    cut = kind.end() if kind else len(name)
    rest = re.sub(r"\s(?=nhiệm kỳ)", ", ", name[cut:], count=1) if ", nhiệm" not in name else name[cut:]
    return f"{name[:cut]} {parent}{rest}"


def _with_place(name: str, parent: str | None, place: str | None, text: str) -> tuple[str, bool]:
    low = view.folded(name)
    kind = re.search(r"(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$", low)
    named = _bare(place)
    province = tables.provinces().get(view.folded(named)) if named else None
    wants = "province" if re.match(r"tỉnh ủy", low) or (kind and kind[1] == "tỉnh") else None
    if wants and named and (province is None or province.kind != "tỉnh"):
        province = _of_seat(named) or province  # "Pleiku": Gia Lai; "Huế", before 2025: Thừa Thiên Huế
    if kind and kind[1] != "tỉnh" and named and province is None:
        return f"{name} {named}", False
    if province is None and (wants == "province" or low == "thành ủy"):
        province = _mentioned(text, "thành phố" if low == "thành ủy" else "tỉnh")
    if province and (wants or low == "thành ủy" or _COUNCIL.match(low)):
        if _COUNCIL.match(low) and kind is None:
            return f"{name} {province.kind} {province.name}", False
        return f"{name} {province.name}", wants == "province"
    district = tables.districts().get(view.folded(named), ()) if named and province is None else ()
    if _COUNCIL.match(low) and kind is None and district and len({d.kind for d in district}) == 1:
        return f"{name} {district[0].kind} {district[0].name}", False
    if named and wants is None and (kind or re.match(r"huyện ủy|quận ủy|thị ủy|thành ủy", low)):
        return f"{name} {named}", False
    return name, False


def _of_seat(town: str) -> tables.Province | None:
    """The province that a town was the seat of until July 2025."""
    low = view.folded(town)
    return next(
        (p for p in tables.provinces().values() if p.kind == "tỉnh" and view.folded(p.seat) == low), None
    )


def _bare(place: str | None) -> str | None:
    return re.sub(r"^(?:thành phố|tp\.?|tỉnh|t\.?p)\s*", "", place, flags=re.IGNORECASE) if place else None


def _mentioned(text: str, kind: str) -> tables.Province | None:
    """The one province that a text names most behind its kind ("tỉnh Quảng Nam"), if there is one."""
    low = view.folded(text)
    counts: Counter[str] = Counter()
    for match in re.finditer(
        r"\b(?:tỉnh|tỉnh ủy|thành phố|thành ủy|đảng bộ tỉnh)\s{1,3}(\w{1,8}(?:[ -]{1,3}\w{1,8}){0,3})", low
    ):
        words = match[1].split()
        for n in range(len(words), 0, -1):
            found = tables.provinces().get(" ".join(words[:n]))
            if found and found.kind == kind:
                counts[" ".join(words[:n])] += 1
                break
    ranked = counts.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]):
        return tables.provinces()[ranked[0][0]]
    return None


_CENTRAL = r"(?P<body>bộ chính trị|ban bí thư)"
_CENTRAL_TITLE = re.compile(rf"(?:^|\s)của\s+{_CENTRAL}(?:\W*$|\s+về\s)")
_CENTRAL_SIGNS = re.compile(rf"(?m)^[\W]{{0,12}}t\s?/\s?m\s{{1,3}}{_CENTRAL}\W*$")
_CENTRAL_ORDERS = re.compile(
    rf"(?:^|[.;,:]\s+|\n\W{{0,6}}){_CENTRAL}\s(?:khóa \w+\s)?"
    r"(?:quyết định|ban hành|quy định|yêu cầu|kết luận)(?!\w)"
)


def of_central_committee(issuer: Issuer, title: list[str], text: str, number: Number | None) -> Issuer:
    """The Politburo or the Secretariat, where a head prints the Central Committee, which all three
    share: the one that the title names ("CHƯƠNG TRÌNH HÀNH ĐỘNG / CỦA BỘ CHÍNH TRỊ"), that signs, or
    that orders in the text."""
    if view.folded(issuer.name) != "ban chấp hành trung ương":
        return issuer
    lines = [view.folded(line) for line in title if line.isupper()]
    found = next((m for line in lines if (m := _CENTRAL_TITLE.search(line))), None)
    low = view.folded(text)
    if found is None and not any("ban chấp hành trung ương" in line for line in lines):
        found = _CENTRAL_SIGNS.search(low) or _CENTRAL_ORDERS.search(low[:6000])
        if found is None and number and number.text:
            own = re.escape(view.folded(number.text))
            found = re.search(rf"{own}[^.;\n]{{0,40}}?\scủa\s{_CENTRAL}(?!\w)", low[:6000])
    if found is None:
        return issuer
    name = names.normal(found["body"].upper())
    return issuer.model_copy(update={"name": name, "parent": issuer.name, "confidence": 0.85})


_SUPERIOR = re.compile(
    r"^(?:ủy ban nhân dân|bộ|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|ban chấp hành trung ương)(?!\w)"
)


def of_cut_cell(printed: str, number: Number | None, text: str) -> tuple[str | None, str] | None:
    """``(superior, body)`` where a head prints only the first line of its cell: the superior of the body that
    the number's code stands for ("ỦY BAN NHÂN DÂN" over "…/HD-SGDĐT"), or the first words of its name."""
    code = re.split(r"[-/.&]", number.issuer_code)[0] if number and number.issuer_code else ""
    body = tables.bodies().get(tables.ascii_code(code))
    if body is None:
        return None
    name, low = view.folded(body.name), view.folded(printed)
    if name == low or len(body.code) < 3:
        return None
    if name.startswith(low + " "):
        return None, body.name
    if not _SUPERIOR.match(low) or re.match(_SUPERIOR, name) or body.level == "unit":
        return None
    said = re.compile(
        rf"(?<!\w){re.escape(name)}\s(?:\S{{1,12}}\s){{0,6}}?(?:hướng dẫn|yêu cầu|đề nghị|thông báo|báo cáo|"
        r"ban hành|quyết định|triển khai|có ý kiến|trả lời|nhận được|xây dựng|"
        r"tổ chức|kính|trân trọng|xin)(?!\w)"
    )
    return (printed, body.name) if said.search(view.folded(text)) else None


def from_number(number: Number | None, place: str | None, text: str) -> Issuer | None:
    """The issuer that the number's code names, where the head prints none; of low confidence."""
    if number is None or not number.issuer_code:
        return None
    groups = re.split(r"[-/.&]", number.issuer_code)
    code = tables.ascii_code(re.sub(r"\d+$", "", groups[0]))
    low = view.folded(text)
    if code == "TU":
        city = low.count("thành ủy") > low.count("tỉnh ủy")
        name, _ = _with_place("Thành ủy" if city else "Tỉnh ủy", None, place, text)
    elif code in _SEAT_CODES:
        name, _ = _with_place(_SEAT_CODES[code], None, place, text)
    elif code in {"UBND", "HDND"}:
        name, _ = _with_place(tables.bodies()[code].name, None, place, text)
    else:
        body = tables.bodies().get(code)
        if body is None or body.level != "central" or view.folded(body.name) not in low:
            return None
        name = body.name
    return Issuer(name=name, level=names.level(name), span=None, confidence=0.7)
