"""What an article tells beside the head of the act it reports: whom it was sent to, where the issuer sits."""

from __future__ import annotations

import re

from extractors import names, phrases, tables, view
from extractors.addressees import tidy
from extractors.bearers import named
from extractors.closing import ends_with_name
from extractors.lexicon import classes
from extractors.model import Issuer, Span

_SENT = re.compile(
    r"[\s,]{0,3}(?:được\s{1,3})?gửi\s{0,3}:?\s{1,3}(?:tới\s{1,3}|đến\s{1,3}|cho\s{1,3})?(?P<list>[^.\n]{4,500}?)"
    r"(?=,?\s{1,3}(?:(?:để\s{1,3})?(?:về|yêu cầu|đề nghị|nêu rõ|chỉ đạo|hướng dẫn|thông báo|trong đó|nêu|"
    r"với nội dung)[\s:]|"
    r"nêu rõ\s?:)|\s?[.\n]|\s?$)"
)


def sent_to(plain: str, low: str, after: int) -> tuple[list[str], int]:
    """Whom an act was sent to, as an article tells it behind the act's name, and where that ends."""
    match = _SENT.match(low, after)
    if match is None:
        return [], after
    listed = plain[slice(*match.span("list"))]
    return tidy(listed.split(";")), match.end()


_KIND = re.compile(r"\s(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$")
_NAME = re.compile(r"(?:\s{1,3}[^\W\d_a-zđ][^\W\d_'-]{0,9}){1,4}")


def located(issuer: Issuer, plain: str, low: str) -> Issuer:
    """An issuer named by its kind alone ("UBND tỉnh"), with the territory that the article names elsewhere
    ("Ủy ban nhân dân tỉnh Cao Bằng"); as it is where none or several are named."""
    if _COMMITTEE.search(issuer.name):
        return _of_province(issuer, plain, low)
    kind = _KIND.search(issuer.name)
    if kind is None or names.territory(issuer.name):
        return issuer
    behind = re.finditer(rf"(?:ủy ban nhân dân|ubnd|hđnd|hội đồng nhân dân)\s{{1,3}}{kind[1]}(?=\s)", low)
    found = {view.squeeze(named[0]) for match in behind if (named := _NAME.match(plain, match.end()))}
    found = {name for name in found if not ends_with_name(name)}  # "Chủ tịch UBND tỉnh | Lê Văn An"
    if not found and kind[1] in ("tỉnh", "thành phố"):
        found = (
            _provinces_named(plain, low, kind[1])
            or _provinces_named(plain, low, "báo")
            or _titled(plain, kind[1])
        )
    return issuer.model_copy(update={"name": f"{issuer.name} {found.pop()}"}) if len(found) == 1 else issuer


_COMMITTEE = re.compile(r"(?:^|\s)(?P<seat>Tỉnh|Thành) ủy$")


def _of_province(issuer: Issuer, plain: str, low: str) -> Issuer:
    """A provincial committee without its province ("Ban Thường vụ Tỉnh ủy"), with the one that the article
    names as a committee's, as a province or by its own newspaper."""
    kind = "tỉnh" if issuer.name.endswith("Tỉnh ủy") else "thành phố"
    found: set[str] = set()
    for before in (rf"{kind.split()[0]} ủy", kind, "báo"):
        found = found or _provinces_named(plain, low, before)
    found = found or _titled(plain, kind)
    return issuer.model_copy(update={"name": f"{issuer.name} {found.pop()}"}) if len(found) == 1 else issuer


def _titled(plain: str, kind: str) -> set[str]:
    """The province of that kind whose name opens an article's title ("Cao Bằng: Hoãn đại hội", "Cao Bằng phê
    duyệt …"); none where the title names another too."""
    opens = re.match(r"[\W\d_]*", plain)
    start = opens.end() if opens else 0
    stop = plain.find("\n", start)
    title = plain[start : stop if stop > 0 else len(plain)]
    out: set[str] = set()
    if sum(province.name in title for province in tables.provinces().values()) > 1:
        return out
    for province in tables.provinces().values():
        if province.kind != kind:
            continue
        end = start + len(province.name)
        if plain.startswith(province.name, start) and re.match(r":|\s[a-zà-ỹđ]", plain[end : end + 2]):
            out.add(province.name)
    return out


def _provinces_named(plain: str, low: str, kind: str) -> set[str]:
    """The provinces that an article names with their kind ("trên địa bàn tỉnh Cao Bằng")."""
    out: set[str] = set()
    words = kind.replace(" ", r"\s{1,3}")
    for match in re.finditer(rf"(?<!\w){words}\s{{1,3}}", low):
        out |= {
            province.name
            for province in tables.provinces().values()
            if plain.startswith(province.name, match.end())
        }
    return out


_ASKS = re.compile(r"[\s,]{1,4}(?=(?:yêu cầu|đề nghị|chỉ đạo|đôn đốc|nhắc nhở)\s)")
_ENDS = re.compile(r"[.;](?:\s|$)|\n|,\s{1,3}(?:trong đó|theo đó|cụ thể|nêu rõ|đồng thời)|$")


def asked(plain: str, low: str, after: int) -> str | None:
    """What an act without a title asks of others: "rà soát …" of "yêu cầu các trường rà soát …"."""
    asks = _ASKS.match(low, after)
    end = _ENDS.search(low, asks.end(), asks.end() + 600) if asks else None
    if asks is None or end is None:
        return None
    start = _past_those_asked(plain, low, (asks.end(), end.start()))
    return view.squeeze(plain[start : end.start()]).strip(' ,:;“”"') or None


def _past_those_asked(plain: str, low: str, span: Span) -> int:
    """Where what is asked begins behind those who are: "yêu cầu các trường | rà soát …"; the whole where no
    verb of theirs is found."""
    tokens = phrases.read(plain, low, span)
    asks = classes("wording.tsv")["assign"].match(tokens.words, 0)
    body = named(tokens, asks) if asks and asks < len(tokens) else None
    told = body is not None and body.predicate is not None and body.predicate < len(tokens)
    return tokens.spans[body.predicate][0] if told and body and body.predicate else span[0]
