"""Web pages: the text that a person would read, block by block; nothing is run or fetched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from pipeline.document import Page
from pipeline.errors import ReadError
from pipeline.options import Options
from pipeline.readers import text as text_reader
from pipeline.readers.tables import columns_or_rows
from pipeline.source import Source

_SKIP = {"script", "style", "noscript", "template", "head", "nav", "form", "svg", "iframe", "object"}
_SKIP |= {"button", "select", "textarea", "audio", "video", "canvas"}
_BLOCKS = {"p", "div", "section", "article", "main", "header", "footer", "aside", "ul", "ol", "li", "dl"}
_BLOCKS |= {"dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption"}
_BLOCKS |= {"table", "address", "center", "hr", "body", "html", "tr", "td", "th", "caption", "fieldset"}
_MAX_DEPTH = 400


def read(source: Source, options: Options) -> Iterator[Page]:
    from lxml import etree, html

    data = source.path.read_bytes()
    # lxml trusts a declared charset; bytes that are valid Unicode are decoded by us, others are left to it
    text, warnings = text_reader.decode(data, source.path)
    legacy = any(w.code == "legacy-encoding" for w in warnings)
    # nothing is fetched; huge_tree lets tags that nobody closed lie 2048 deep instead of 256
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
        root = html.document_fromstring(data if legacy else cleaned, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(
            "damaged",
            f"{source.name}: the HTML cannot be parsed ({error}). Save the page again as HTML or text.",
        ) from error
    body = root.find("body")
    lines = _Lines(options.limits.text_chars)
    _walk(root if body is None else body, lines, 0)
    page = Page(1, unicodedata.normalize("NFC", lines.text()), "native", warnings=[] if legacy else warnings)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        lost = ReadError(
            "too-deep",
            f"{source.name}: its tags lie within each other deeper than the parser follows; what lies "
            "there, and after it, was not read. Save the page again as text or PDF.",
            page=1,
        )
        page.errors.append(lost.item())
    yield page


class _Lines:
    """Inline pieces gathered into lines; a block starts a new one."""

    def __init__(self, limit: int) -> None:
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.left = limit

    def add(self, piece: str | None, *, keep: bool = False) -> None:
        if piece and self.left > 0:
            self.left -= len(piece)
            self.pieces.append(piece if keep else re.sub(r"[ \t\r\n\x0b\x0c]+", " ", piece))

    def new_line(self) -> None:
        line = "".join(self.pieces)
        self.pieces.clear()
        for part in line.split("\n"):
            if stripped := part.strip(" "):
                self.lines.append(stripped)

    def text(self) -> str:
        self.new_line()
        return "\n".join(self.lines)


def _walk(node: Any, lines: _Lines, depth: int) -> None:
    tag = node.tag if isinstance(node.tag, str) else ""
    if tag in _SKIP:
        return
    if tag == "br":
        lines.add("\n", keep=True)
        return
    if tag == "table" and depth < _MAX_DEPTH:
        lines.new_line()
        lines.lines.extend(line for line in _table(node, depth).split("\n") if line)
        return
    block = tag in _BLOCKS
    if block:
        lines.new_line()
    lines.add(node.text, keep=tag == "pre")
    if depth < _MAX_DEPTH:
        for child in node:
            _walk(child, lines, depth + 1)
            lines.add(child.tail, keep=tag == "pre")
    else:
        lines.add(" ".join(node.itertext())[: lines.left])
    if block:
        lines.new_line()


def _table(table: Any, depth: int) -> str:
    rows: list[list[str]] = []
    for row in table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"):
        cells: list[str] = []
        for cell in row.xpath("./td | ./th"):
            inner = _Lines(1_000_000)
            inner.add(cell.text)
            for child in cell:
                _walk(child, inner, depth + 3)
                inner.add(child.tail)
            cells.append(inner.text())
        rows.append(cells)
    return columns_or_rows(rows)
