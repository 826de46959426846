"""Copies of a text that are easier to read and keep every offset.

Each function returns a string of the same length as its input, so a span found in the copy is a span of
the text. Patterns are written against `folded`: lower case, tone marks in the older place ("ủy", "hòa"),
one kind of hyphen and of blank, Markdown marks blanked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors import misread
from extractors.model import Span

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\uf02d"
_BLANKS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_BLANKS += "\u202f\u205f\u3000\u200b\ufeff"
_CLEAN = dict.fromkeys(map(ord, _DASHES), "-") | dict.fromkeys(map(ord, _BLANKS + "*_"), " ")
# "*" and "_": emphasis, the star under a Party head, or the blank left for a hand to fill in
_UNCLEAN = re.compile(f"[{''.join(map(chr, _CLEAN))}]".replace("-", r"\-"))
"""What `_CLEAN` holds; letter by letter a table is slow over text of which few letters are in it."""
CAPITALS = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"
"""Capital letters, for a class in a pattern over printed text."""
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,500}\)")
_ESCAPE = re.compile(r"\\(?=[-*_.()#+>\[\]!|~])")
"""Markdown's mark before a sign that is to stand for itself: "55/KH\\-UBND"."""
_LINE_TAG = re.compile(r"<(?:br|/p|/td|/tr|/div|/li)\s{0,2}/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|p|div|span|td|tr|th|table|tbody|center|font|sup|sub|ul|ol|li|"
    r"h[1-6])(?:\s[^<>]{0,120})?>",
    re.IGNORECASE,
)
STAR = "\u204e"
"""What `plain` prints for a star that opens an item of a list; others are emphasis, or lines under heads."""
_STARRED = re.compile(
    r"(?m)^([ \t]{0,12})\*(?=[ \t]{1,4}(?!số\W|no\W|[^\n*]{0,30},[ \t]{0,3}ngày)[^\W\d][^\n*]*$)",
    re.IGNORECASE,
)
_FOOT = re.compile(r"(?im)(?<![^\W\d_])trang[ \t]{1,3}\d{1,3}[ \t]?/[ \t]?\d{1,3}[ \t]{0,40}$")
"""A running head or foot: "Hướng dẫn khóa sổ năm 2026      Trang 2/4"."""
_PAGE_INSIDE = re.compile(
    r"(?P<before>(?:ngày|tháng|trước|đến|hết|số)[ \t]{0,80}\n[ \t]{0,80})(?:trang )?\d{1,3}"
    r"(?=[ \t]{0,80}\n[ \t]{0,80}(?:ngày\s|\d{1,2}\s?/|\d{1,2} tháng))",
    re.IGNORECASE,
)
"""A page's number between two lines of a date: "… trước ngày | 2 | 15/01/2026"."""
_HEADING = re.compile(r"(?m)^[#>]{1,6}(?=[ \t])")

_NEW = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OLD = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_PAIRS = dict(zip(_NEW, _OLD, strict=True))
_PAIR = re.compile(rf"(?<!q)(?:{'|'.join(_PAIRS)})(?!\w)")


_LONG = 400
"""Texts this long are folded by every reader: the last few are kept."""


_SHORT = 120
"""Texts this short are names, numbers and cells, which come again and again: some thousands are kept."""


_PASSAGE = 400
"""Texts this long are looked through for misread phrases; shorter ones are names, cells and phrases."""


def plain(text: str) -> str:
    """The text with Markdown and HTML emphasis, links and headings blanked, one hyphen, one kind of blank."""
    return _kept_plain(text) if len(text) >= _LONG else _plain(text)


def _plain(text: str) -> str:
    text = _ESCAPE.sub(" ", text) if "\\" in text else text
    starred = _STARRED.sub(rf"\1{STAR}", text) if "*" in text else text
    out = _UNCLEAN.sub(lambda m: _CLEAN[ord(m[0])], starred)
    if "<" in out:
        out = _LINE_TAG.sub(lambda m: "\t" + " " * (len(m[0]) - 1), out)
        out = _TAG.sub(lambda m: " " * len(m[0]), out)
    if "](" in out:
        out = _LINK.sub(lambda m: " " + m[1] + " " * (len(m[0]) - len(m[1]) - 1), out)
    if "rang" in out or "RANG" in out:
        out = _without_feet(out)
    out = _PAGE_INSIDE.sub(_blanked, out)
    return _HEADING.sub(lambda m: " " * len(m[0]), out)


def _without_feet(out: str) -> str:
    """Running heads and feet blanked: "Trang 2/4", with what stands before it where a gap parts them."""
    kept, at = [], 0
    for match in _FOOT.finditer(out):
        start = out.rfind("\n", 0, match.start()) + 1
        if not out[start : match.start()].strip() or out.endswith("   ", start, match.start()):
            kept += [out[at:start], " " * (match.end() - start)]
            at = match.end()
    return "".join([*kept, out[at:]])


def _blanked(match: re.Match[str]) -> str:
    return match["before"] + " " * (len(match[0]) - len(match["before"]))


def lower(text: str) -> str:
    """Lower case, letter for letter ("İ", the one letter that would grow, stays)."""
    out = text.lower()
    return out if len(out) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def folded(text: str) -> str:
    """`plain`, in lower case, with tone marks in the older place (uỷ → ủy, hoà → hòa).

    In a text that an engine misread, the phrases that every directive prints are right (`misread`).
    """
    if len(text) <= _SHORT:
        return _kept_name(text)
    return _kept_folded(text) if len(text) >= _LONG else _folded(text)


def _folded(text: str) -> str:
    out = _PAIR.sub(lambda m: _PAIRS[m[0]], lower(plain(text)))
    return misread.respelled(out) if len(out) >= _PASSAGE else out


def spelled(printed: str, low: str) -> str:
    """A piece of the plain text, spelled as its folded copy is where an engine misread it (`misread`)."""
    own = _PAIR.sub(lambda m: _PAIRS[m[0]], lower(printed))
    if own == low:
        return printed
    return "".join(
        p if o == w else w.upper() if p.isupper() else w for p, o, w in zip(printed, own, low, strict=True)
    )


_kept_plain = lru_cache(maxsize=16)(_plain)
_kept_folded = lru_cache(maxsize=16)(_folded)
_kept_name = lru_cache(maxsize=4096)(_folded)


def respell(text: str) -> str:
    """Tone marks in the older place, case kept, for names that are shown ("UỶ BAN" → "ỦY BAN")."""

    def swap(match: re.Match[str]) -> str:
        old = _PAIRS[match[0].lower()]
        return "".join(o.upper() if c.isupper() else o for c, o in zip(match[0], old, strict=True))

    return re.sub(_PAIR.pattern.replace("(?<!q)", "(?<![qQ])"), swap, text, flags=re.IGNORECASE)


_BREAK = re.compile(r"\r\n|[\n\f\r\v\u2028\u2029]")


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the lines, blank ones included, without their ends; a form feed ends a line too."""
    stop = len(text) if end is None else end
    for match in _BREAK.finditer(text, start, stop):
        yield start, match.start()
        start = match.end()
    if start < stop:
        yield start, stop


def trim(text: str, start: int, end: int, chars: str = " \t\r\n\f\v") -> Span:
    """The span without the given characters at its ends."""
    while start < end and text[start] in chars:
        start += 1
    while end > start and text[end - 1] in chars:
        end -= 1
    return start, end


def squeeze(text: str) -> str:
    """On one line, single blanks."""
    return " ".join(text.split())
