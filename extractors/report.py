"""Articles and pages that report an act: the act they report gives number, kind, issuer, date and subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors import names, numbers, tables, view
from extractors.body_phrases import body_end
from extractors.closing import ends_with_name
from extractors.head_values import act_type
from extractors.lead_in import asking
from extractors.model import ActType, Issued, Issuer, Number, Signatory, Span
from extractors.report_dates import day_before, day_behind, day_signed, day_within
from extractors.report_details import asked, located, sent_to
from extractors.report_signs import Mentioned, reported, sentence_start

_ABOUT = re.compile(
    r"[\s,]{0,3}(?:(?:chỉ đạo|yêu cầu|hướng dẫn|đề nghị|triển khai)\s{1,3}(?:về\s{1,3})?việc|v/v|"
    r"về(?:\s{1,3}việc)?(?=[\s:]))\s{0,3}:?\s{0,3}"
)
_QUOTED = re.compile(
    r"[\s,]{0,3}[“\"]\s?(?:(?:v/v|về(?:\s{1,3}việc)?)\s{1,3})(?P<subject>[^“”\"\n]{6,400})[”\"]"
)
"""A subject between quotation marks: "Công văn số 12-CV/HU “về việc lãnh đạo đại hội”"."""
_ENACTS = re.compile(
    r"[\s,]{0,3}(?=(?:ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|triển khai|tổ chức|kiểm tra|"
    r"công nhận|thành lập|kiện toàn|bổ sung|điều chỉnh|bãi bỏ|khen thưởng|công bố|giao|"
    r"kết luận (?:buổi|cuộc|hội nghị|phiên|tại)|thông báo (?:kết luận|ý kiến)|"
    r"tăng cường|phát động|thực hiện|kiểm điểm|công tác|việc)[\s,](?!như sau))"
)
_ENDS = re.compile(r"(?<!tp)(?<!tx)(?<!đ/c)\.(?:\s|$)|\n|;|$")
_LEADS_ON = re.compile(
    r",\s{1,3}(?:(?:căn cứ|trên cơ sở|nhằm)\s|"
    r"[^,;:]{2,40}\s(?:được\s(?:giao|phân|yêu)|yêu cầu|đề nghị)\s|"
    r"(?:trong đó|theo đó|cụ thể|nêu rõ|gồm|bao gồm|áp dụng|có hiệu lực|đồng thời)\b|"
    r"(?:yêu cầu|đề nghị|giao|chỉ đạo)\s{1,3}(?:các|thủ trưởng|ủy ban|ubnd|sở|ban|bộ|cơ quan|cấp|đảng|"
    r"chi|người|"
    r"chủ tịch|đơn vị|toàn|giám đốc|một số|những))"
)
_ACTS_ON = re.compile(
    r",\s{1,3}(?=(?:các\s|những\s|ban\s|ubnd\s|ủy ban\s|đảng\s|sở\s|bộ\s|cấp ủy|chi bộ|người đứng đầu|"
    r"thủ trưởng|"
    r"cơ quan|đơn vị)[^,;]{2,160}?(?:thực hiện|triển khai|yêu cầu|cần|phải|có trách nhiệm|chủ động|tập "
    r"trung|"
    r"tổ chức)[^:]{0,200}:\s*$)"
)
_SAYS = re.compile(
    r",?\s(?:xác định|nêu rõ|quy định rõ|nhấn mạnh|chỉ rõ|đề ra|yêu cầu|đặt ra)\s[^,;:]{0,80}:\s{0,2}$"
)
"""What an act says, behind its title, at the end of the line that leads in the items."""
_FOR = re.compile(r"(?:thay mặt|thừa lệnh|thừa ủy quyền|thay)\s{1,3}")
_OFFICE = re.compile(
    r"(?:nguyên\s|quyền\s)?(?:phó\s)?(?:bí thư|chủ tịch|giám đốc|bộ trưởng|thứ trưởng|chánh văn phòng|"
    r"trưởng ban|"
    r"trưởng phòng|chủ nhiệm|cục trưởng|tổng cục trưởng|hiệu trưởng|viện trưởng|thường trực|ủy viên|thủ "
    r"tướng|"
    r"thống đốc|tổng giám đốc)\b(?!\s(?:chính phủ|nước\s*$|ban bí thư\s*$))"
)
_OFFICE_WORDS = re.compile(
    r"^(?:(?:nguyên|quyền|q\.)\s)?(?:phó\s)?(?:bí thư|chủ tịch|giám đốc|chánh văn phòng|trưởng ban|"
    r"trưởng phòng|"
    r"chủ nhiệm|cục trưởng|tổng cục trưởng|hiệu trưởng|viện trưởng|bộ trưởng|thứ trưởng|thống đốc|tổng "
    r"giám đốc)"
    r"(?:\s(?:thường trực|thứ nhất))?\s"
)
_HONORIFIC = re.compile(r"^(?:ông|bà|đồng chí|đ/c)\s", re.IGNORECASE)


@dataclass(slots=True)
class Report:
    """The act that an article reports; ``span`` is the mention of its number that says most."""

    number: Number
    type: ActType | None
    issuer: Issuer | None
    issued: Issued | None
    subject: str | None
    span: Span
    signatory: Signatory | None = None
    issuing: bool = False
    """An issuing verb says it ("X vừa ban hành …"), not only wording that quotes the act."""
    addressees: list[str] = field(default_factory=list)
    """To whom the article says it was sent ("… gửi các huyện ủy; các ban đảng về …")."""


def read_report(text: str) -> Report | None:
    """The act that a text without a head of its own reports; None where it reports none.

    Each mention of the act is read for date, issuer and subject; what the one with the weightiest wording
    leaves open comes from the others.
    """
    plain, low = view.plain(text), view.folded(text)
    mentions = reported(text, plain, low)
    if not mentions:
        return _by_serial(plain, low) or _by_quote(text, low)
    whole: Report | None = None
    for mention in mentions:
        found = _read(plain, low, mention)
        if whole is None:
            whole = found
            continue
        day = whole.issued is not None and whole.issued.precision == "day"
        better = (
            found.issued
            if found.issued and not (day or (whole.issued and found.issued.precision != "day"))
            else whole.issued
        )
        whole = replace(
            whole,
            issuer=whole.issuer or found.issuer,
            issued=better,
            subject=whole.subject or found.subject,
            signatory=whole.signatory or found.signatory,
            addressees=whole.addressees or found.addressees,
        )
    assert whole is not None
    if not whole.addressees and whole.type:  # "Công điện gửi Bộ A; Bộ B, nêu rõ:"
        kind = re.escape(view.folded(whole.type.name))
        told = re.compile(
            rf"(?:^|[.\n])\s{{0,5}}{kind}(?:\s{{1,3}}này)?(?=\s{{1,3}}(?:được\s{{1,3}})?gửi\s)"
        ).search(low)
        whole.addressees = sent_to(plain, low, told.end())[0] if told else []
    whole.issued = whole.issued or day_signed(low)
    whole.issuer = whole.issuer or _coded(whole.number, low)
    if whole.issuer is not None:
        whole.issuer = located(whole.issuer, plain, low)
    whole.subject = whole.subject or _titled(text, plain, low, whole)
    return whole


def with_asker(report: Report, text: str) -> Report:
    """A reported act without an issuer with the body that asks in the sentence that names the act: "Trong Chỉ
    thị số 6-CT/TW …, Ban Bí thư yêu cầu"."""
    if report.issuer is not None:
        return report
    low = view.folded(text)
    end = report.span[1]
    stop = _ENDS.search(low, end, end + 600)
    zone = sentence_start(low, report.span[0]), stop.start() if stop else end + 600
    return replace(report, issuer=asking(text, zone))


_KINDS = "|".join(sorted(map(re.escape, tables.kinds_by_name()), key=len, reverse=True))
_ISSUED_SERIAL = re.compile(
    r"\s{1,3}(?:(?:vừa|đã|mới|vừa mới)\s{1,3})(?:(?:ký\s{1,3})?(?:ban hành|ra|có)|ký)\s{1,3}"
    rf"(?P<kind>{_KINDS})\s{{1,3}}số\s{{1,3}}(?P<serial>\d{{1,5}})(?![\d/-])(?=[\s,])"
)


_QUOTED_SERIAL = re.compile(
    rf"(?:^|\n|[.!?]\s)\W{{0,4}}(?:theo|tại)\s{{1,3}}(?P<kind>{_KINDS})\s{{1,3}}(?:số\s{{1,3}})?(?P<serial>\d{{1,4}})(?![\d/-])"
    r"(?=\s{1,3}(?:ban hành\s|ký\s)?ngày\s|,\s)"
)


def _by_quote(text: str, low: str) -> Report | None:
    """An act that an article quotes by kind and serial ("Theo Kết luận 127 ban hành ngày 28/2, Bộ Chính trị
    giao …"): its issuer is the body that asks there."""
    match = _QUOTED_SERIAL.search(low, 0, 1500)
    if match is None:
        return None
    stop = re.compile(r"[.!?](?:\s|$)|\n|$").search(low, match.end())
    issuer = asking(text, (match.start(), stop.start() if stop else len(low)))
    if issuer is None:
        return None
    span = match.span("serial")
    number = Number(text=match["serial"], serial=int(match["serial"]), span=span, confidence=0.5)
    day = re.compile(r"\s{1,3}(?:(?:ban hành|ký)\s{1,3})?(?=ngày\s)").match(low, match.end())
    issued = day_before(low, day.end(), day.end() + 40) if day else None
    known = tables.kinds_by_name()[match["kind"]]
    return Report(number, ActType(code=known.code, name=known.name), issuer, issued, None, span, None, True)


def _by_serial(plain: str, low: str) -> Report | None:
    """An act that an article's first sentences report by kind and serial alone ("X đã ban hành Chỉ thị số 17
    về …"); its number is that serial, of low confidence, for its sign is not said."""
    match = _ISSUED_SERIAL.search(low, 0, 1500)
    if match is None:
        return None
    span = match.span("serial")
    number = Number(text=match["serial"], serial=int(match["serial"]), span=span, confidence=0.55)
    issued, after = day_behind(low, match.end())
    issuer, signatory = who_issued(plain, low, (sentence_start(low, match.start()), match.start()), number)
    if issuer is None:
        return None
    known = tables.kinds_by_name()[match["kind"]]
    kind = ActType(code=known.code, name=known.name)
    return Report(number, kind, issuer, issued, about(plain, low, after, True), span, signatory, True)


_SIGNED_BY = re.compile(
    r",?\s{1,3}do\s{1,3}(?P<who>[^.;:\n]{6,120}?)\s{1,3}ký(?:\s{1,3}ban\s{1,3}hành)?(?=,?\s{1,3}(?:về|v/v|phê|công)\s)"
)
"""Who signed, between an act's day and what it is about: "…, do Phó Chủ tịch … ký, về việc …"."""


def _read(plain: str, low: str, mention: Mentioned) -> Report:
    written = mention.written
    issuing = mention.who is not None or "received" in mention.signs
    number = numbers.number_of(written, 0.78 if issuing else 0.7)
    after = written.span[1]
    kind = act_type(number, mention.kind, False)
    start = sentence_start(low, mention.start)
    issued, after = day_behind(low, after)
    sent, after = sent_to(plain, low, after)
    issuer: Issuer | None = None
    signatory: Signatory | None = None
    signed_for: Issuer | None = None
    by = _SIGNED_BY.match(low, after)
    if by:
        (signed_for, signatory), after = who_issued(plain, low, by.span("who"), number), by.end()
    of = re.compile(r"[\s,]{0,3}của\s{1,3}").match(low, after)
    if of:
        end = joint_end(plain, low, of.end(), len(plain))
        if end is not None:
            issuer, after = _issuer(plain, (of.end(), end), number), end
            later, after = day_behind(low, after)
            issued = issued or later
    if mention.who:
        named, signer = who_issued(plain, low, mention.who, number)
        issuer, signatory = issuer or named, signatory or signer
        if issued is None:
            issued = day_before(low, start, mention.who[0]) or day_before(low, *mention.who)
            issued = issued or day_within(low, *mention.who)
        if mention.who[0] > written.span[1]:  # "… vừa được X ban hành ngày …"
            tail = re.compile(r"\s{1,3}(?:ký\s{1,3})?(?:ban hành|ký|công bố|thông qua)").match(
                low, mention.who[1]
            )
            after = tail.end() if tail else mention.who[1]
            later, after = day_behind(low, after)
            issued = issued or later
            inner = about(plain, low, written.span[1])
            subject = _cut_passive(inner) if inner else None
            return Report(
                number, kind, issuer, issued, subject or about(plain, low, after),
                written.span, signatory, issuing,
            )  # fmt: skip
    return Report(
        number,
        kind,
        issuer or signed_for,
        issued,
        about(plain, low, after, issuing) or (asked(plain, low, after) if issuing else None),
        written.span,
        signatory,
        issuing,
        sent,
    )


def joint_end(plain: str, low: str, start: int, limit: int) -> int | None:
    """The end of the body, or of the bodies that a comma or "và" joins, that issue together."""
    end = body_end(plain, low, start, limit)
    while end is not None:
        link = re.compile(r",\s{1,3}|\s{1,3}và\s{1,3}").match(low, end)
        more = body_end(plain, low, link.end(), limit) if link else None
        if link is None or more is None or not plain[link.end()].isupper():
            break
        if not re.match(r"\s{1,3}(?:về|v/v|ban hành)\s|[.;)]|\s*$|,\s", low[more : more + 12]):
            break
        end = more
    return end


_UNIT_OF = re.compile(
    r"(?:^|(?<=[\s,]))(?P<unit>(?:tổng\s|chi\s)?(?:cục|vụ|viện|thanh tra|trung tâm)\s[^,;.:\n]{3,60}?)"
    r",\s{1,3}$"
)
_MINISTRY = re.compile(r"(?:bộ|sở|ủy ban nhân dân|ubnd)\s")
"""What a unit belongs to, behind its name: "Cục Thú y, Bộ Nông nghiệp … vừa có công văn"."""
_TELLS = re.compile(r"\scho\s{1,3}(?:biết|hay)(?!\w)[\s,]{0,3}(?:(?:đã|vừa|mới|cũng)(?!\w)\s{0,3}){0,2}")


_CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
SOURCE = re.compile(
    rf"\W{{0,6}}(?:\([^()\n]{{2,30}}\)|[{_CAPITALS}]{{2,12}}(?:\s[{_CAPITALS}]{{1,12}}){{0,3}}|"
    r"[A-Za-z]{2,20}\.(?:vn|com|net))\s{0,3}[-–]\s{0,3}"
)
"""The paper's mark or the place at an article's start, as printed: "(TTXVN) - …", "TTTĐ - …", "HÀ NAM -"."""
_WHERE = re.compile(r"\s{0,3}\([^()\n]{2,40}\)$")
"""Behind a body's name: where it sits, or its short name."""


def who_issued(plain: str, low: str, span: Span, number: Number) -> tuple[Issuer | None, Signatory | None]:
    """Issuer and signer before "vừa ban hành": the body (or bodies, joined) that ends there; a person's name
    there is the signer, whose body is the one that he signs for, or that his office names."""
    a, b = view.trim(plain, *span, " \t\r\n,")
    source = SOURCE.match(plain, a, b)
    a = source.end() if source else a
    where = _WHERE.search(plain[a:b])
    b = a + where.start() if where else b
    tells = [*_TELLS.finditer(low, a, b)][-1:]
    if tells:  # "thông tin từ X cho biết Y vừa …", "Y cho biết vừa …"
        a, b = (tells[0].end(), b) if low[tells[0].end() : b].strip() else (a, tells[0].start())
    for part in re.finditer(r"[^,–]{3,}?(?=\s-\s|,|–|$)", plain[a:b]):
        name = ends_with_name(part[0])
        if name:
            at = a + part.start() + part[0].rindex(name)
            return _signed(plain, low, (a, b), (at, at + len(name)), number)
    chosen: int | None = None
    for match in reversed(
        [*re.finditer(r"(?:^|,\s{1,3}|\s{1,3}và\s{1,3}|(?<=\d{4})\s{1,4})(?=\S)", low[a:b])]
    ):
        start = a + match.end()
        stop = chosen if chosen is not None else b
        end = body_end(plain, low, start, stop)
        rest = low[end:stop] if end is not None else "?"
        if end is not None and not re.sub(r"[\s,]|(?<!\w)(?:và|vừa|đã|mới|có|cũng|ký)(?!\w)", "", rest):
            if chosen is not None and not plain[start].isupper():
                break
            chosen = start
        elif chosen is not None:
            break
    if chosen is None:
        return None, None
    unit = _UNIT_OF.search(low, a, chosen) if _MINISTRY.match(low, chosen) else None
    if unit and plain[unit.start("unit")].isupper():
        return _issuer(plain, unit.span("unit"), number), None
    end = view.trim(plain, chosen, b, " \t\r\n,")[1]
    end = chosen + len(re.sub(r"(?:\s{1,3}(?:vừa|đã|mới|có|cũng|ký))+$", "", plain[chosen:end]))
    return _issuer(plain, (chosen, end), number), None


def _signed(plain: str, low: str, span: Span, name: Span, number: Number) -> tuple[Issuer | None, Signatory]:
    """Issuer and signer of "thay mặt X, <office> <name>", "<office> <name>", "<name>, <office>"."""
    a, at = span[0], name[0]
    title_end = re.compile(r"(?:đồng chí|đ/c|ông|bà)\s*$").search(low, a, at)
    office_end = title_end.start() if title_end else at
    represents = next((m for m in _FOR.finditer(low, a, at)), None)
    issuer: Issuer | None = None
    authority: str | None = None
    office = a
    if represents:
        end = body_end(plain, low, represents.end(), at)
        if end is not None:
            issuer = _issuer(plain, (represents.end(), end), number)
            authority = view.squeeze(plain[represents.start() : end])
            office = end
    begin = view.trim(plain, office, office_end, " \t\r\n,-")[0]
    commas = [m.end() for m in re.finditer(r"[,)]\s{1,3}(?:-\s)?", low[begin:office_end])]
    starts = [s for s in (begin, *(begin + c for c in commas)) if _OFFICE.match(low, s)]
    position: str | None = None
    if not starts and re.match(r"\s?[,–-]\s", low[name[1] : name[1] + 3]):
        begin = view.trim(plain, name[1], span[1], " ,–-\n")[0]
        starts, office_end = ([begin] if _OFFICE.match(low, begin) else []), span[1]
    if starts:
        position = view.squeeze(plain[starts[-1] : office_end]).strip(" ,-") or None
        words = _OFFICE_WORDS.match(low[starts[-1] : office_end])
        body = starts[-1] + words.end() if words else starts[-1]
        if issuer is None and (words or low.startswith("thủ tướng", body)):
            end = body_end(plain, low, body, office_end)
            if end is not None:
                issuer = _issuer(plain, (body, end), number)
    secretariat = re.search(r"thường trực (ban bí thư)(?!\w)", low[begin:office_end])
    if secretariat and issuer is None:
        at_body = begin + secretariat.start(1), begin + secretariat.end(1)
        position = view.squeeze(plain[begin:office_end]).strip(" ,-–")
        issuer = _issuer(plain, at_body, number)
    elif low.startswith("thủ tướng chính phủ", begin):
        position = "Thủ tướng Chính phủ"
        issuer = issuer or _issuer(plain, (begin, begin + len(position)), number)
    signer = Signatory(
        name=_HONORIFIC.sub("", view.squeeze(plain[slice(*name)])),
        position=position,
        authority=authority,
        span=name,
    )
    return issuer, signer


def _issuer(plain: str, span: Span, number: Number) -> Issuer:
    name = ", ".join(names.normal(part) for part in plain[slice(*span)].split(", "))
    if (number.issuer_code or "").startswith("UBND"):
        name = re.sub(r"^(?:Phó )?Chủ tịch (?=Ủy ban|UBND)", "", name)
    name = re.sub(r"^(?:Phó )?Bí thư (?:Thường trực )?(?=\w+ ủy\s)", "", name)  # who signs for the committee
    return Issuer(name=name, level=names.level(name), span=span, confidence=0.78)


def _coded(number: Number, low: str) -> Issuer | None:
    body = tables.bodies().get(tables.ascii_code(number.issuer_code or ""))
    if body and body.level == "central" and view.folded(body.name) in low:
        return Issuer(name=body.name, level=body.level, confidence=0.7)
    return None


def about(plain: str, low: str, after: int, issuing: bool = False) -> str | None:
    quoted = _QUOTED.match(low, after)
    if quoted is not None:
        return view.squeeze(plain[slice(*quoted.span("subject"))])
    lead = _ABOUT.match(low, after) or (_ENACTS.match(low, after) if issuing else None)
    if lead is None:
        return None
    stop = _ENDS.search(low, lead.end(), lead.end() + 600)
    end = stop.start() if stop else lead.end() + 600
    said = _SAYS.search(low, lead.end() + 8, end)
    end = said.start() if said else end
    for pattern in (_LEADS_ON, _ACTS_ON):
        cut = pattern.search(low, lead.end(), end)
        end = cut.start() if cut else end
    sent = re.compile(
        r"\sgửi\s(?=(?:các|những|lãnh đạo|ban|ủy ban|ubnd|sở|bộ|thủ trưởng|giám đốc|hội|chủ tịch)\s)"
    )
    sent_to_whom = sent.search(low, lead.end(), end)
    end = sent_to_whom.start() if sent_to_whom else end
    line = view.squeeze(plain[lead.end() : end]).strip(' .,;:“”"')
    return line or None


def _cut_passive(subject: str) -> str:
    """A subject without the "vừa được X ban hành" behind it."""
    return re.split(r",?\s(?:vừa|đã|mới|được|do)\s", subject)[0].strip(" ,")


_TITLE_REST = re.compile(
    r"^(?:chi tiết|toàn văn|hướng dẫn|tải về|mới nhất:?|quy định (?:về\s)?|cách "
    r"thức)?\s{0,9}(?P<rest>.{12,200}?)\s{1,9}"
    r"(?:theo|tại)\s{1,9}$"
)


def _titled(text: str, plain: str, low: str, report: Report) -> str | None:
    """The subject in the title: "Quy định <subject>", "<subject> theo Quy định 12", "Nghị quyết 16/NQ-CP:
    <subject>"."""
    first = next(((a, b) for a, b in view.lines(text) if low[a:b].strip()), None)
    if first is None or report.type is None:
        return None
    a, b = view.trim(plain, *first, " \t#*")
    line = low[a:b]
    kind = view.folded(report.type.name)
    if line.startswith(kind + " ") and not re.match(r"\s*(?:số\b|\d|của\b)", line[len(kind) :]):
        return view.squeeze(plain[a + len(kind) : b]).strip(" .,:;") or None
    if colon := re.match(rf"{re.escape(kind)}\s+(?:số:?\s+)?[\w/-]{{3,24}}(?<=\w)\s?:\s+(?=\S)", line):
        return view.squeeze(plain[a + colon.end() : b]).strip(" .,:;") or None
    at = re.search(rf"(?<=\s){re.escape(kind)}\s+(?:số\s+)?0?{report.number.serial}(?!\d)", line)
    rest = _TITLE_REST.match(line[: at.start()]) if at else None
    if rest and not line.rstrip().endswith("?"):
        return view.squeeze(plain[a + rest.start("rest") : a + rest.end("rest")])
    return None
