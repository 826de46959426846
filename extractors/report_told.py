"""Articles that report an act without its number: "X vừa có văn bản gửi … về việc …", "… đã ký công văn"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors import dates, tables, view
from extractors.lead_in import asking
from extractors.model import ActType, Issued, Number, Signatory, Span
from extractors.report import SOURCE, Report, about, who_issued
from extractors.report_dates import day_before, day_behind, day_within
from extractors.report_details import asked, located, sent_to
from extractors.report_signs import sentence_start

_KINDS = {
    "công văn": "công văn",
    "công điện": "công điện",
    "điện": "công điện",
    "văn bản": None,
    "chỉ thị": "chỉ thị",
    "thông báo": "thông báo",
    "kế hoạch": "kế hoạch",
    "hướng dẫn": "hướng dẫn",
    "nghị quyết": "nghị quyết",
    "kết luận": "kết luận",
}
_NAMES = "|".join(sorted(_KINDS, key=len, reverse=True))
_ISSUED = re.compile(
    r"\s{1,3}(?:(?P<just>vừa|đã|mới|vừa mới)\s{1,3})?(?:ký\s{1,3})?"
    rf"(?:ban\s{{1,3}}hành|phát\s{{1,3}}hành|xây\s{{1,3}}dựng|ra|có|gửi(?:\s{{1,3}}[^.;:\n]{{4,80}}?)?|ký)\s{{1,3}}"
    rf"(?P<kind>{_NAMES})"
    r"(?:\s{1,3}(?:hỏa tốc|khẩn|thượng khẩn|mật|chỉ đạo|số\s{0,3}[.…]{2,20}))?"
    r"(?=\s{1,3}(?:gửi|yêu cầu|đề nghị|chỉ đạo|hướng dẫn|về|triển khai|đôn đốc|nhắc nhở)\s|,\s|"
    r"\s{1,3}(?:kiểm tra|thực hiện|tổ chức|tăng cường|phát động|kiểm điểm|công tác|việc)[\s,])"
)
_ISSUED_BY = re.compile(
    rf"(?<!\w)(?P<kind>{_NAMES})\s{{1,3}}(?:vừa|mới|đã)\s{{1,3}}được\s{{1,3}}(?P<who>[^,.;:\n]{{4,90}}?)\s{{1,3}}"
    r"(?:ký\s{1,3})?(?:gửi|ban\s{1,3}hành|phát\s{1,3}hành)(?!\w)(?:\s{1,3}(?:cho|tới|đến)\s[^.;:\n]{4,200}?)?"
    r"(?=\s{1,3}(?:hướng\s{1,3}dẫn|về|yêu\s{1,3}cầu|đề\s{1,3}nghị|chỉ\s{1,3}đạo)\s)"
)
"""An act told of in the passive: "… nội dung trong công văn vừa được Bộ X gửi cho các trường hướng dẫn …"."""
_SIGNED_BY = re.compile(
    r"\s{1,3}(?:này\s{1,3})?do\s{1,3}(?P<who>[^.;:\n]{6,120}?)\s{1,3}(?:vừa\s{1,3}|đã\s{1,3})?ký"
    r"(?:\s{1,3}ban\s{1,3}hành)?(?=[\s,.])"
)
_GOES_ON = re.compile(
    r"theo\s{1,3}đó|(?<!\w)(?:nội\s{1,3}dung|toàn\s{1,3}văn|yêu\s{1,3}cầu|đề\s{1,3}nghị|chỉ\s{1,3}đạo|"
    r"nêu\s{1,3}rõ)(?!\w)"
)
_PAST = re.compile(
    r"(?:thời\s{1,3}gian|những\s{1,3}năm|tháng|năm)\s{1,3}(?:vừa\s{1,3})?(?:qua|gần\s{1,3}đây)(?!\w)|"
    r"nhiều\s{1,3}lần|nhiều\s{1,3}văn"
)
_HOWEVER = re.compile(r"(?<!\w)(?:tuy\s{1,3}nhiên|song,)(?!\w)")
_PRIVATE = re.compile(
    r"(?:tổng\s)?công ty|tập đoàn|doanh nghiệp|hiệp hội|ngân hàng(?! nhà nước| chính sách)|câu lạc bộ"
)
"""Bodies whose letters are no directives."""
_TOP = 1500
_BLANK = Number(text=None, confidence=0.0)


def read_told(text: str) -> Report | None:
    """The act that an article's first sentences tell of, by kind and body; its number is blank.

    None where no body that can be named issues it, or the text does not go on to say what the act asks.
    """
    plain, low = view.plain(text), view.folded(text)
    headline = _headline(text)
    for match in sorted(_ISSUED.finditer(low, 0, _TOP), key=lambda found: found.start() < headline):
        start = sentence_start(low, match.start())
        source = SOURCE.match(plain, start)
        start = source.end() if source else start
        issuer, signatory = who_issued(plain, low, (start, match.start()), _BLANK)
        if (
            issuer is None
            or _PRIVATE.match(view.folded(issuer.name))
            or not (match["just"] or match["kind"] == "văn bản" or signatory)
        ):
            continue
        if not _GOES_ON.search(low, match.end(), match.end() + 3000):
            continue
        if _PAST.search(low, start, match.start()) or _HOWEVER.search(low, match.end(), match.end() + 800):
            continue  # what came before this text's own orders
        found = _told(plain, low, match, start)
        return replace(found, issuer=located(issuer, plain, low), signatory=signatory or found.signatory)
    return _told_passively(plain, low)


def _told_passively(plain: str, low: str) -> Report | None:
    """The act of "trong công văn vừa được Bộ X gửi cho các trường …"; None where none is told so."""
    match = _ISSUED_BY.search(low, 0, _TOP)
    if match is None or _PAST.search(low, sentence_start(low, match.start()), match.start()):
        return None
    issuer, signatory = who_issued(plain, low, match.span("who"), _BLANK)
    if issuer is None or _PRIVATE.match(view.folded(issuer.name)):
        return None
    name = _KINDS[match["kind"]]
    known = tables.kinds_by_name()[name] if name else None
    kind = ActType(code=known.code, name=known.name) if known else None
    subject = about(plain, low, match.end(), True) or asked(plain, low, match.end())
    issuer = located(issuer, plain, low)
    return Report(_BLANK, kind, issuer, None, subject, match.span("kind"), signatory, True)


def signed_later(report: Report, text: str) -> Report:
    """A reported act with signer and day from a later sentence ("Trong văn bản do Thứ trưởng … ký ngày")."""
    if report.signatory is not None and report.issued is not None:
        return report
    plain, low = view.plain(text), view.folded(text)
    kind = view.folded(report.type.name) if report.type else "văn bản"
    for again in re.compile(rf"(?<!\w)(?:{re.escape(kind)}|văn\s{{1,3}}bản)(?!\w)").finditer(
        low, report.span[1]
    ):
        by = _SIGNED_BY.match(low, again.end())
        if by is None:
            continue
        _, signer = who_issued(plain, low, by.span("who"), report.number)
        on = dates.DAY.search(low, by.end(), by.end() + 24)
        day = dates.day_of(on) if on else None
        issued = Issued(date=day, precision="day", span=on.span()) if on and day else None
        return replace(report, signatory=report.signatory or signer, issued=report.issued or issued)
    return report


def filled(report: Report, text: str) -> Report:
    """A reported act with what the article tells of it where it does not say the number ("X vừa ký văn bản về
    việc … Theo Công văn số …, Thường trực Y yêu cầu:")."""
    told = read_told(text)
    if told is None or (told.type and report.type and told.type.code != report.type.code):
        return report
    return replace(
        report,
        issuer=report.issuer or told.issuer,
        issued=report.issued or told.issued,
        subject=report.subject or told.subject,
        signatory=report.signatory or told.signatory,
        addressees=report.addressees or told.addressees,
    )


_SAID = re.compile(
    rf"(?:^|[.\n])\s{{0,5}}(?P<kind>{_NAMES})(?:\s{{1,3}}này)?\s{{1,3}}nêu(?:\s{{1,3}}rõ)?\s{{0,2}}[:,]"
)


def read_said(text: str) -> Report | None:
    """The act that an article quotes by its kind alone ("Công văn nêu rõ: …, X yêu cầu …"): its issuer is the
    body that asks there, its subject the article's headline. None where no body asks."""
    plain, low = view.plain(text), view.folded(text)
    said = _SAID.search(low, 0, _TOP)
    issuer = asking(text, (said.end(), len(text))) if said else None
    name = _KINDS[said["kind"]] if said else None
    if said is None or issuer is None or name is None:
        return None
    known = tables.kinds_by_name()[name]
    end = _headline(text)
    subject = view.squeeze(plain[:end]).strip(" #*") if end <= said.start() + 1 else ""
    kind = ActType(code=known.code, name=known.name)
    return Report(_BLANK, kind, issuer, None, subject or None, said.span("kind"), None, True)


def _told(plain: str, low: str, match: re.Match[str], start: int) -> Report:
    name = _KINDS[match["kind"]]
    known = tables.kinds_by_name()[name] if name else None
    issued, after = day_behind(low, match.end())
    sent, after = sent_to(plain, low, after)
    issued = issued or day_before(low, start, match.start()) or day_within(low, start, match.start())
    signer, day = _signer(plain, low, match)
    return Report(
        _BLANK,
        ActType(code=known.code, name=known.name) if known else None,
        None,
        issued or day,
        about(plain, low, after, True) or asked(plain, low, after),
        match.span("kind"),
        signer,
        True,
        sent,
    )


def _headline(text: str) -> int:
    """Where an article's headline ends, a first line that is no sentence; 0 where it has none."""
    first = re.search(r"[^\n]*\w[^\n]*", text)
    return first.end() if first and first[0].rstrip()[-1] not in ".:;," else 0


def _signer(plain: str, low: str, match: re.Match[str]) -> tuple[Signatory | None, Issued | None]:
    """Who signed, and when, as a later sentence tells: "Văn bản do Phó Giám đốc Sở … ký ngày …"."""
    later = re.compile(rf"(?<!\w){re.escape(match['kind'])}(?!\w)")
    for again in later.finditer(low, match.end(), match.end() + _TOP):
        by = _SIGNED_BY.match(low, again.end())
        if by is None:
            continue
        span: Span = by.span("who")
        _, signer = who_issued(plain, low, span, _BLANK)
        on = dates.DAY.search(low, by.end(), by.end() + 24)
        day = dates.day_of(on) if on else None
        return signer, Issued(date=day, precision="day", span=on.span()) if on and day else None
    return None, None
