"""The body that issues a directive: its name in full with its territory, its superior, its level."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace

from extractors import names, tables, view
from extractors.layout import Cell
from extractors.model import Issued, Issuer, Number, Span

BODY_HEAD = re.compile(
    r"^(?:ủy ban|ubnd|hđnd|ubmttq|hội đồng|bộ|sở|cục|tổng cục|chi cục|vụ|ban|phòng|viện|trường|trung "
    r"tâm|thanh tra|"
    r"học viện|đại học|hội|liên đoàn|tổng liên đoàn|liên hiệp|công ty|tổng công ty|tập đoàn|bệnh viện|"
    r"kho bạc|"
    r"ngân hàng|bảo hiểm|văn phòng|đoàn|báo|đài|tòa án|viện kiểm sát|công an|tỉnh ủy|thành ủy|huyện ủy|"
    r"quận ủy|"
    r"thị ủy|đảng ủy|đảng bộ|đảng đoàn|chi bộ|chi ủy|quân ủy|trung ương|chính phủ|thủ tướng|quốc hội|"
    r"chủ tịch|"
    r"tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|mặt trận|kiểm toán|thông tấn|quân khu|nhà xuất bản|tạp "
    r"chí|đại hội|"
    r"thường trực|công đoàn|hiệp hội|quỹ|bch|tổng bí thư|xí nghiệp|hạt kiểm lâm|đội|trạm|tiểu ban|tổ "
    r"(?:công tác|khảo sát|kiểm tra|giúp việc|thẩm định|biên tập|rà soát|liên ngành)|đảng cộng sản)\b"
)
_ORGAN = re.compile(
    r"^(?:văn phòng|ban tổ chức|ban tuyên giáo(?: và dân vận)?|ban dân vận|ban nội chính|ban kinh tế|ủy "
    r"ban kiểm tra|"
    r"ban thường vụ|ban chấp hành|ban chính sách,? chiến lược|ban thường trực|ban đối ngoại|thường trực|"
    r"ban bảo vệ,? chăm sóc sức khỏe cán bộ)$"
)
_OFFICE_OF_SEAT = re.compile(
    r"^cơ quan (?:tổ chức|kiểm tra|ủy ban kiểm tra|tuyên giáo|dân vận|nội vụ|tham mưu|văn phòng)(?!\w)"
)
"""A joint office of a district's Party committee and its administration ("Cơ quan Tổ chức - Nội vụ")."""
_SEAT = re.compile(r"^(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy)$")
_COUNCIL = re.compile(
    r"^(?:ủy ban nhân dân|hội đồng nhân dân|văn phòng ủy ban nhân dân)(?: (?:tỉnh|thành phố|huyện|quận|"
    r"thị xã|xã|phường))?$"
)
_PARTY = re.compile(r"trung ương|ủy\b(?! ban)|đảng|chi bộ")
_OPEN_END = re.compile(
    r"(?:[,&-]|\b(?:và|của|các|về|thuộc|trường|khối|học viện|trung tâm|công ty|tập đoàn|bệnh viện|tổng|"
    r"nhân|quốc gia))$"
)
_SEAT_CODES = {"HU": "Huyện ủy", "QU": "Quận ủy", "THU": "Thị ủy"}


def read_issuer(cells: list[Cell], number: Number | None, issued: Issued | None, text: str) -> Issuer | None:
    """The issuer from a head's left column, completed from its superior and the place; else from the number.

    ``cells`` are those of the head that hold neither motto, number, date, title nor subject.
    """
    place = issued.place if issued else None
    bodies = printed_bodies(cells)
    if bodies:
        printed = [names.normal(" ".join(cell.text for cell in body)) for body in bodies]
        parent = printed[-2] if len(printed) > 1 else None
        if _UNION.search(view.folded(text[: bodies[-1][-1].end + 400])) and re.match(
            r"Ban (?:Chấp hành|Thường vụ|Bí thư)(?: Trung ương)?$", printed[-1]
        ):
            printed[-1] = f"{printed[-1]} Đoàn TNCS Hồ Chí Minh"
        which = -1
        if len(bodies) > 1 and _coded(number, printed[-2]) and not _coded(number, printed[-1]):
            which, parent = (
                -2,
                (printed[-3] if len(printed) > 2 else None),
            )  # the last is a stamp, not the issuer
        name, sure = complete(printed[which], parent, place, text)
        name = _cased(name, text)
        span = _span(bodies[which], text)
        return Issuer(
            name=name, parent=parent, level=names.level(name), span=span, confidence=0.97 if sure else 0.85
        )
    return from_number(number, place, text)


def _cased(name: str, text: str) -> str:
    """A name that the head prints in capitals, in the case of the text where that has more capitals
    ("Trường Đại học Kỹ thuật Công nghiệp"); Party bodies too by the name of what they lead."""
    plain, low = view.plain(text), view.folded(text)
    for head in ("", "đảng ủy ", "đảng bộ ", "chi bộ ", "công đoàn "):
        wanted = view.folded(name)
        if not wanted.startswith(head):
            continue
        skip = len(head)
        pattern = r"\s{1,3}".join(map(re.escape, wanted[skip:].split()))
        best = name[skip:]
        for match in itertools.islice(re.finditer(rf"(?<!\w){pattern}(?!\w)", low), 40):
            seen = view.respell(view.squeeze(plain[match.start() : match.end()]))
            mixed = not seen.isupper() and seen[:1].isupper() and len(seen) == len(best)
            if mixed and sum(c.isupper() for c in seen) > sum(c.isupper() for c in best):
                best = seen
        if best != name[skip:] and _same_words(best, name[skip:]):
            return name[:skip] + best
    return name


def _same_words(seen: str, name: str) -> bool:
    """Whether each word of a writing is in small letters, has a first capital, or is so in the name."""
    pairs = zip(seen.split(), name.split(), strict=True)
    return all(a == b or a[1:] == a[1:].lower() or (a.isupper() and len(a) > 2) for a, b in pairs)


def printed_bodies(cells: list[Cell]) -> list[list[Cell]]:
    """The bodies that a head prints, superior first, each as its lines."""
    bodies: list[list[Cell]] = []
    for cell in (piece for whole in cells for piece in _pieces(whole)):
        low = cell.low.strip(_EDGES)
        joint = (
            bool(_OFFICE_OF_SEAT.match(low)) and bool(bodies) and bool(_PARTY_SEAT.match(bodies[-1][0].low))
        )
        opens = joint or bool(BODY_HEAD.match(low))
        before = " ".join(c.low.strip(" .:;*'\"") for c in bodies[-1]) if bodies else ""
        territorial = re.match(r"(?:tỉnh|thành|huyện|quận|xã|phường|thị|và)\b", low)
        if bodies and _goes_on(before, low, opens) and (cell.upper or territorial):
            bodies[-1].append(cell)
        elif opens and len(low.split()) <= 16 and (cell.upper or cell.text[:1].isupper()):
            bodies.append([cell])
    return [body for body in bodies if body[0].low.strip(_EDGES) != "đảng cộng sản việt nam"]


_PARTY_SEAT = re.compile(r"^\W*(?:tỉnh|thành|huyện|quận|thị) ủy(?!\w)")
_INNER = re.compile(
    r"(?<=\s)(?:sở|ban|ủy ban kiểm tra|văn phòng|cục|chi cục|tổng cục|vụ|huyện ủy|thành ủy|quận ủy|thị "
    r"ủy|đảng ủy|trung tâm|"
    r"trường|phòng|bệnh viện|thanh tra)\s"
)


def _pieces(cell: Cell) -> list[Cell]:
    """A cell that holds a superior and its unit, cut where the superior's name is whole."""
    for match in _INNER.finditer(cell.low) if cell.upper else ():
        before = names.normal(cell.text[: match.start()])
        known = {view.folded(body.name) for body in tables.bodies().values()}
        area = names.territory(before)
        if _PARTY_WORD.fullmatch(view.folded(before)):
            continue  # "ĐẢNG ỦY TRƯỜNG …" is one body's name
        if view.folded(before) in known or (area and len(area.split()) > 1):
            cut = match.start()
            end = len(cell.text[:cut].rstrip())
            first = replace(cell, end=cell.start + end, text=cell.text[:end], low=cell.low[:end])
            rest = replace(cell, start=cell.start + cut, text=cell.text[cut:], low=cell.low[cut:])
            return [first, *_pieces(rest)]
    return [cell]


_PARTY_WORD = re.compile(
    r"(?:đảng ủy|đảng bộ|chi bộ|chi ủy|đảng đoàn|ban cán sự đảng|ban chấp hành|ban thường vụ|công đoàn|"
    r"đoàn|hội)"
    r"(?: (?:bộ phận|cơ sở|cơ quan|khối|ban chấp hành|đảng bộ))*"
)


_UNION = re.compile(r"(?m)(?:^|\s{2})đoàn (?:tncs|thanh niên cộng sản) hồ chí minh\s*$")
_EDGES = " .,:;-*'\""


def _span(body: list[Cell], text: str) -> Span:
    """From the first line to the last where no right column stands between, else the first line."""
    whole = body[0].start, body[-1].end
    apart = any(re.search(r"\w", text[a.end : b.start]) for a, b in itertools.pairwise(body))
    return body[0].span if apart else whole


def _goes_on(before: str, low: str, opens: bool) -> bool:
    if not opens or _OPEN_END.search(before):
        return True
    if re.fullmatch(r"ban chấp hành|ban thường vụ|bch", before):
        return low.startswith(("đảng bộ", "trung ương"))
    return bool(re.fullmatch(r"(?:ủy ban|hội đồng|văn phòng|thường trực)", before)) and low.startswith(
        ("nhân", "hội đồng")
    )


def _coded(number: Number | None, name: str) -> bool:
    """Whether the number's code stands for the body."""
    code = re.split(r"[-/.&]", number.issuer_code)[0] if number and number.issuer_code else ""
    body = tables.bodies().get(tables.ascii_code(code))
    return body is not None and body.level == "central" and view.folded(body.name) == view.folded(name)


def complete(name: str, parent: str | None, place: str | None, text: str) -> tuple[str, bool]:
    """The name with its territory, where the document gives one; and whether that is beyond doubt."""
    low = view.folded(name)
    if names.territory(name) or re.search(r"trung ương|chính phủ|việt nam", low):
        return name, True
    if _ORGAN.match(low) and parent:
        up = view.folded(parent)
        if re.search(r"trung ương", up):
            return ("Văn phòng Trung ương Đảng" if low == "văn phòng" else f"{name} Trung ương"), True
        if up.startswith("mặt trận"):
            parent = f"Ủy ban {parent}"
        elif names.territory(parent) is None:
            parent = complete(parent, None, place, text)[0]
        return f"{name} {parent}", True
    if (low == "văn phòng" or _OFFICE_OF_SEAT.match(low)) and parent:
        return f"{name} {parent}", True
    if _SEAT.match(low) or _COUNCIL.match(low):
        return _with_place(name, parent, place, text)
    area = names.territory(parent) if parent else None
    bare = re.search(r"(?:^|\s)(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$", low)
    if bare and not _COUNCIL.match(low):
        if area and area.lower().startswith(bare[1]):
            return name + area[len(bare[1]) :], True
        return _with_place(name, parent, place, text)
    said = re.sub(r"^(?:thành phố|tỉnh|huyện|quận|thị xã|xã|phường) ", "", view.folded(area or ""))
    if (
        area
        and not low.endswith(" " + said)
        and names.level(parent or "") != "central"
        and not re.match(r"đảng ủy(?! khối)|đảng bộ|chi bộ", low)
    ):
        return f"{name} {area}", True
    return name, True


def _with_place(name: str, parent: str | None, place: str | None, text: str) -> tuple[str, bool]:
    low = view.folded(name)
    kind = re.search(r"(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$", low)
    named = _bare(place)
    province = tables.provinces().get(view.folded(named)) if named else None
    wants = "province" if re.match(r"tỉnh ủy", low) or (kind and kind[1] == "tỉnh") else None
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


_CENTRAL_TITLE = re.compile(r"(?:^|\s)của\s+(bộ chính trị|ban bí thư)\W*$")


def of_central_committee(issuer: Issuer, title: list[str]) -> Issuer:
    """The Politburo or the Secretariat, where a head prints the Central Committee, which all three share, and
    the title ("CHƯƠNG TRÌNH HÀNH ĐỘNG / CỦA BỘ CHÍNH TRỊ") names one of them."""
    if view.folded(issuer.name) != "ban chấp hành trung ương":
        return issuer
    lines = [view.folded(line) for line in title if line.isupper()]
    found = next((m for line in lines if (m := _CENTRAL_TITLE.search(line))), None)
    if found is None:
        return issuer
    name = names.normal(found[1].upper())
    return issuer.model_copy(update={"name": name, "parent": issuer.name, "confidence": 0.85})


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
