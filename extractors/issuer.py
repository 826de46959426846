"""The body that issues a directive: its name in full with its territory, its superior, its level."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from extractors import joint, names, tables, view
from extractors.completion import OFFICE_OF_SEAT, complete, from_number, is_organ, of_cut_cell
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
_OPEN_END = re.compile(
    r"(?:[,&-]|\b(?:và|của|các|về|thuộc|trường|khối|học viện|trung tâm|công ty|tập đoàn|bệnh viện|tổng|"
    r"nhân|quốc gia))$"
)


def read_issuer(
    cells: list[Cell], number: Number | None, issued: Issued | None, text: str, titled: str = ""
) -> Issuer | None:
    """The issuer from a head's left column, completed from its superior and the place; else from the number.

    ``cells`` are those of the head that hold neither motto, number, date, title nor subject; ``titled`` is
    the title, folded.
    """
    place = issued.place if issued else None
    bodies = printed_bodies(cells)
    if bodies:
        printed = [names.normal(" ".join(cell.text for cell in body)) for body in bodies]
        parent = printed[-2] if len(printed) > 1 else None
        if _UNION.search(view.folded(text[: bodies[-1][-1].end + 400])):
            printed[-1] = _of_the_union(printed[-1], parent)
        which = -1
        if (
            len(bodies) > 1
            and _coded(number, printed[-2])
            and not _coded(number, printed[-1])
            and names.territory(printed[-1]) is None
            and not is_organ(printed[-1])
        ):
            which, parent = (
                -2,
                (printed[-3] if len(printed) > 2 else None),
            )  # the last is a stamp, not the issuer
        together = joint.issuers(printed, number, titled)
        if together:
            name = joint.named(together, place, text)
            first, last = bodies[-len(together)], bodies[-1]
            return Issuer(name=name, level=names.level(name), span=_span(first + last, text), confidence=0.9)
        below = of_cut_cell(printed[which], number, text) if len(bodies) == 1 else None
        if below:
            parent, printed[which] = below
        name, sure = complete(printed[which], parent, place, text)
        name = _cased(name, text)
        span = _span(bodies[which], text)
        return Issuer(
            name=name, parent=parent, level=names.level(name), span=span, confidence=0.97 if sure else 0.85
        )
    return from_number(number, place, text)


_BOARD = re.compile(
    r"Ban (?:Chấp hành|Thường vụ|Bí thư)(?: Trung ương)?(?=$| (?:tỉnh|thành phố|huyện|quận|xã|phường)\s)"
)


def _of_the_union(board: str, parent: str | None) -> str:
    """A board's name with the Youth Union's, which its head prints on a line of its own: "Ban Chấp hành tỉnh
    Sóc Trăng"; one with the name of its level ("Tỉnh Đoàn") has it already."""
    match = _BOARD.match(board)
    if match is None or (
        parent and re.search(r"(?:tỉnh|thành|huyện|quận|thị|xã) ?đoàn", view.folded(parent))
    ):
        return board
    return f"{match[0]} Đoàn TNCS Hồ Chí Minh{board[match.end() :]}"


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
    pieces = [piece for whole in cells for piece in _pieces(whole)]
    broken = False
    for i, cell in enumerate(pieces):
        low = cell.low.strip(_EDGES)
        inside, broken = broken, _broken(pieces[i : i + 2])
        joint = (
            bool(OFFICE_OF_SEAT.match(low)) and bool(bodies) and bool(_PARTY_SEAT.match(bodies[-1][0].low))
        )
        opens = joint or broken or bool(BODY_HEAD.match(low))
        before = " ".join(c.low.strip(" .:;*'\"") for c in bodies[-1]) if bodies else ""
        territorial = re.match(r"(?:tỉnh|thành|huyện|quận|xã|phường|thị|và)\b", low)
        if bodies and (inside or _goes_on(before, low, opens)) and (cell.upper or territorial):
            bodies[-1].append(cell)
        elif opens and len(low.split()) <= 16 and (cell.upper or cell.text[:1].isupper()):
            bodies.append([cell])
    return [body for body in bodies if body[0].low.strip(_EDGES) != "đảng cộng sản việt nam"]


def _broken(cells: list[Cell]) -> bool:
    """Whether the first of two lines is one word and the second goes on inside a body's first words
    ("VĂN / PHÒNG …", "ỦY / BAN NHÂN DÂN")."""
    if len(cells) < 2 or not (cells[0].upper and cells[1].upper):
        return False
    word, low = (cell.low.strip(_EDGES) for cell in cells)
    joined = f"{word} {low}"
    head = BODY_HEAD.match(joined)
    # "… TỈNH / ỦY BAN …" is the end of one name and the start of another
    return bool(head and " " not in word and head.end() > len(word) and not low.startswith("ủy ban"))


_PARTY_SEAT = re.compile(r"^\W*(?:tỉnh|thành|huyện|quận|thị) ủy(?!\w)")
_INNER = re.compile(
    r"(?<=\s)(?<!\bủy )(?<!\bchi )(?<!\btổng )(?<!\bvăn )(?<!\bquốc )(?:sở|ban|ủy ban|văn phòng|cục|chi cục|"
    r"tổng cục|vụ|huyện ủy|"
    r"thành ủy|quận ủy|thị ủy|đảng ủy|chi bộ|trung tâm|trường|phòng|bệnh viện|thanh tra|tòa án nhân dân|"
    r"viện kiểm sát nhân dân|công an|bảo hiểm xã hội|liên đoàn lao động|bộ chỉ huy|đoàn chủ tịch|"
    r"học viện|viện|công đoàn|huyện đoàn|thành đoàn|thị đoàn|"
    r"hội đồng nhân dân|chi nhánh)(?=\s|$)"
)
_WHOLE = re.compile(r"(?:trung ương|việt nam|tối cao|quân khu \d)$")


def _pieces(cell: Cell) -> list[Cell]:
    """A cell that holds a superior and its unit, cut where the superior's name is whole."""
    for match in _INNER.finditer(cell.low) if cell.upper else ():
        before = names.normal(cell.text[: match.start()])
        known = {view.folded(body.name) for body in tables.bodies().values()}
        area = names.territory(before)
        if _ends_place(cell.low[: match.end()]):
            continue  # "THÀNH PHỐ HẢI | PHÒNG" is no unit
        if _PARTY_WORD.fullmatch(view.folded(before)):
            continue  # "ĐẢNG ỦY TRƯỜNG …" is one body's name
        if match.group() in {"ban", "ủy ban"} and re.search(
            r"(?:thường trực|thường vụ)$", view.folded(before)
        ):
            continue
        below = _UNDER.match(f"{view.folded(before)} {match[0]}") is not None
        if view.folded(before) in known or (area and len(area.split()) > 1) or _ends_whole(before) or below:
            cut = match.start()
            end = len(cell.text[:cut].rstrip())
            first = replace(cell, end=cell.start + end, text=cell.text[:end], low=cell.low[:end])
            rest = replace(cell, start=cell.start + cut, text=cell.text[cut:], low=cell.low[cut:])
            return [first, *_pieces(rest)]
    return [cell]


def _ends_place(low: str) -> bool:
    """Whether the words end with the name of a province or district ("… hải phòng")."""
    words = low.split()
    tails = [" ".join(words[-n:]) for n in (2, 3) if len(words) >= n]
    return any(tail in tables.provinces() or tail in tables.districts() for tail in tails)


def _ends_whole(before: str) -> bool:
    """Whether a superior's name is whole where it ends: in a province's or district's name, or in words that
    end names of central bodies."""
    low = view.folded(before)
    words = low.split()
    if _WHOLE.search(low):
        return True
    tails = [" ".join(words[-n:]) for n in (2, 3) if len(words) > n]
    return any(tail in tables.provinces() or tail in tables.districts() for tail in tails)


_PARTY_WORD = re.compile(
    r"(?:đảng ủy|đảng bộ|chi bộ|chi ủy|đảng đoàn|ban cán sự đảng|ban chấp hành|ban thường vụ|công đoàn|"
    r"đoàn|hội)"
    r"(?: (?:bộ phận|cơ sở|cơ quan|khối|ban chấp hành|đảng bộ))*"
)


_UNDER = re.compile(
    r"(?:đảng bộ \S.* (?:đảng ủy|chi bộ)|đảng ủy \S.* chi bộ|"
    r"(?:liên đoàn lao động|công đoàn) \S.* công đoàn|"
    r"tỉnh đoàn \S.* (?:huyện|thành|thị) đoàn)$"
)
"""A superior that never holds the word its unit begins with: "ĐẢNG BỘ KHỐI … | ĐẢNG ỦY TRƯỜNG …"."""
_UNION = re.compile(r"(?m)(?:^|\s{2})đoàn (?:tncs|thanh niên cộng sản) hồ chí minh\s*$")
_EDGES = " .,:;-*'\"/\\"  # a scan's specks read as marks


def _span(body: list[Cell], text: str) -> Span:
    """From the first line to the last where no right column stands between, else the first line."""
    whole = body[0].start, body[-1].end
    apart = any(re.search(r"\w", text[a.end : b.start]) for a, b in itertools.pairwise(body))
    return body[0].span if apart else whole


def goes_on(before: str, low: str) -> bool:
    """Whether a line that opens no body of its own goes on with the line before ("… TRƯỜNG / ĐẠI HỌC …")."""
    return bool(_OPEN_END.search(before.strip(_EDGES))) or low.strip(_EDGES) in _TAILS


_TAILS = frozenset(["tối cao", "việt nam", "nhà nước", "quốc hội", "trung ương", "nhân dân"])


def _goes_on(before: str, low: str, opens: bool) -> bool:
    if not opens or _OPEN_END.search(before):
        return True
    if re.fullmatch(r"ban chấp hành|ban thường vụ|bch", before):
        return low.startswith(("đảng bộ", "trung ương"))
    if before == "ủy ban trung ương" and low.startswith("mặt trận"):
        return True
    if re.fullmatch(r"ủy ban thường vụ|văn phòng|chủ nhiệm", before) and low.startswith("quốc hội"):
        return True
    return bool(re.fullmatch(r"(?:ủy ban|hội đồng|văn phòng|thường trực)", before)) and low.startswith(
        ("nhân", "hội đồng", "hđnd")
    )


def _coded(number: Number | None, name: str) -> bool:
    """Whether the number's code stands for the body."""
    code = re.split(r"[-/.&]", number.issuer_code)[0] if number and number.issuer_code else ""
    body = tables.bodies().get(tables.ascii_code(code))
    return body is not None and body.level == "central" and view.folded(body.name) == view.folded(name)
