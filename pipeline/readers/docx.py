"""DOCX: paragraphs with their automatic numbers, tables, text boxes and footnotes, fonts kept per run.

The XML is read directly: python-docx gives no automatic numbers ("1.", "a)"), which are the clause labels
of many directives, no text boxes and no footnotes.
"""

from __future__ import annotations

import lzma
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractors.model import Repair
from pipeline.document import Page
from pipeline.errors import ReadError
from pipeline.options import Limits, Options
from pipeline.readers.docx_numbering import Numbering
from pipeline.readers.docx_styles import Styles
from pipeline.readers.tables import columns_or_rows
from pipeline.source import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SOFT_HYPHEN = "\u00ad"
"""Byte AD: a break that is not seen, but in a TCVN3 font the letter ư, which converters store as such."""
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
)
_MAX_XML = 200 * 1024**2
_MAX_DEPTH = 60


def read(source: Source, options: Options) -> Iterator[Page]:
    yield read_docx(source.path, source.name, options)


def read_docx(path: Path, name: str, options: Options) -> Page:
    """The whole document as one page: a DOCX has no pages of its own. Raises `ReadError`."""
    parts = _parts(path, name, options.limits)
    reader = _Reader(parts)
    text = reader.document()
    if len(text) > options.limits.text_chars:
        raise ReadError(
            "too-large",
            f"{name} holds {len(text):,} characters, more than the limit of {options.limits.text_chars:,}. "
            "Split the file, or raise the limit text_chars.",
        )
    errors = [too_deep(name).item()] if reader.cut else []
    return Page(1, text, "native", repairs=reader.repairs(text), errors=errors)


def _parts(path: Path, name: str, limits: Limits) -> dict[str, Any]:
    with path.open("rb") as stream:
        if stream.read(4) == b"\xd0\xcf\x11\xe0":
            raise ReadError(
                "encrypted", f"{name} is protected by a password. Save it without one and read it again."
            )
    try:
        with zipfile.ZipFile(path) as archive:
            total = sum(info.file_size for info in archive.infolist())
            if total > limits.expanded_bytes:
                raise ReadError(
                    "too-large",
                    f"{name} expands to {total:,} bytes, more than the limit of {limits.expanded_bytes:,}. "
                    "It may be a bomb; if you trust it, raise the limit expanded_bytes.",
                )
            wanted = {
                short: f"word/{short}.xml" for short in ("document", "numbering", "styles", "footnotes")
            }
            return {short: _xml(archive, member, name) for short, member in wanted.items()}
    except _BROKEN_ZIP as error:
        raise _damaged(name, error) from error
    except RuntimeError as error:  # zipfile's word for an encrypted member
        raise ReadError(
            "encrypted", f"{name} is protected by a password. Save it without one and read it again."
        ) from error


def _xml(archive: zipfile.ZipFile, member: str, name: str) -> Any:
    from lxml import etree

    try:
        info = archive.getinfo(member)
    except KeyError:
        if member.endswith("document.xml"):
            raise _damaged(name, "it has no word/document.xml") from None
        return None
    if info.file_size > _MAX_XML:
        raise ReadError(
            "too-large", f"{name}: its text part has {info.file_size:,} bytes. Split the document."
        )
    # entities stay unresolved and nothing is fetched: a document is data
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    with archive.open(info) as stream:
        data = stream.read(_MAX_XML + 1)
    try:
        root = etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(name, error) from error
    if root is None:
        raise _damaged(name, "its XML is empty")
    if root.getroottree().docinfo.internalDTD is not None:
        # ECMA-376 part 2, 8.1.1: no part declares a document type; word processors refuse such files too
        raise ReadError(
            "unsafe",
            f"{name} declares entities of its own, as attacks do and word processors never do. "
            "Ask for the file again.",
        )
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise too_deep(name)
    return root


def too_deep(name: str) -> ReadError:
    """The error of a document whose parts lie within each other deeper than any page shows."""
    return ReadError(
        "too-deep",
        f"{name}: its tables or boxes lie within each other deeper than {_MAX_DEPTH} levels, which no "
        "text processor writes. Save it again as DOCX or PDF.",
    )


def _damaged(name: str, cause: object) -> ReadError:
    return ReadError(
        "damaged",
        f"{name}: the DOCX cannot be opened ({cause}). Open it in a word processor and save it again.",
    )


class _Reader:
    """Walks the body once; remembers which runs were written in a pre-Unicode font."""

    def __init__(self, parts: dict[str, Any]) -> None:
        self.parts = parts
        self.styles = Styles(parts["styles"])
        self.numbering = Numbering(parts["numbering"], self.styles)
        self.notes: list[str] = []
        self.decoded: dict[str, str] = {}
        self.cut = False
        """Whether something lay too deep to be read."""

    def document(self) -> str:
        body = self.parts["document"].find(f"{W}body")
        blocks = self._blocks(body if body is not None else self.parts["document"], 0)
        text = "\n".join(blocks)
        if notes := self._footnotes():
            text += "\n\n" + "\n".join(notes)
        return unicodedata.normalize("NFC", text)

    def repairs(self, text: str) -> list[Repair]:
        """One entry for each decoded passage that stands once in the text, in reading order."""
        found: list[Repair] = []
        at = 0
        for after, before in self.decoded.items():
            start = text.find(after, at)
            if start < 0:
                start = text.find(after)
            if start >= 0:
                span = (start, start + len(after))
                found.append(Repair(kind="encoding", span=span, before=before, after=after, confidence=0.99))
                at = span[1]
        return found

    def _blocks(self, parent: Any, depth: int) -> list[str]:
        blocks: list[str] = []
        if depth > _MAX_DEPTH:
            self.cut = self.cut or len(parent) > 0
            return blocks
        for node in parent:
            if node.tag == f"{W}p":
                blocks.extend(self._paragraph(node, depth))
            elif node.tag == f"{W}tbl":
                blocks.append(self._table(node, depth))
            elif node.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag", f"{W}customXml"):
                blocks.extend(self._blocks(node, depth + 1))
        return blocks

    def _table(self, table: Any, depth: int) -> str:
        rows: list[list[str]] = []
        for row in table.iterchildren(f"{W}tr"):
            cells = [
                "\n".join(block for block in self._blocks(cell, depth + 2) if block.strip())
                for cell in row.iter(f"{W}tc")
                if self._owner(cell) is table
            ]
            rows.append(cells)
        return columns_or_rows(rows)

    @staticmethod
    def _owner(cell: Any) -> Any:
        node = cell.getparent()
        while node is not None and node.tag != f"{W}tbl":
            node = node.getparent()
        return node

    def _paragraph(self, paragraph: Any, depth: int) -> list[str]:
        boxes: list[str] = []
        style = self.styles.of_paragraph(paragraph)
        text = self._runs(paragraph, style, boxes, depth)
        label = self.numbering.label(paragraph)
        if label and text.strip():
            text = f"{label} {text.lstrip()}"
        return [*boxes, text.rstrip()] if text.strip() or not boxes else boxes

    def _runs(self, parent: Any, style: str | None, boxes: list[str], depth: int) -> str:
        """Text of the runs below a node; neighbouring runs of one font are decoded together, because Word
        cuts runs inside syllables."""
        pieces: list[tuple[str | None, str]] = []
        self._gather(parent, style, pieces, boxes, depth)
        out: list[str] = []
        at = 0
        while at < len(pieces):
            font, text = pieces[at]
            at += 1
            while at < len(pieces) and pieces[at][0] == font:
                text += pieces[at][1]
                at += 1
            out.append(self._decode(text, font))
        return "".join(out)

    def _gather(
        self,
        parent: Any,
        style: str | None,
        pieces: list[tuple[str | None, str]],
        boxes: list[str],
        depth: int,
    ) -> None:
        if depth > _MAX_DEPTH:
            self.cut = self.cut or len(parent) > 0
            return
        for node in parent:
            tag = node.tag
            if tag == f"{W}r":
                font = self.styles.font_of_run(node, style)
                pieces.extend((font, piece) for piece in self._run(node, boxes, depth))
            elif tag in (f"{W}pPr", f"{W}del", f"{W}moveFrom", _MC_FALLBACK):
                continue
            elif isinstance(tag, str):
                self._gather(node, style, pieces, boxes, depth + 1)

    def _run(self, run: Any, boxes: list[str], depth: int) -> Iterator[str]:
        for node in run:
            tag = node.tag
            if tag == f"{W}t":
                yield node.text or ""
            elif tag in (f"{W}tab", f"{W}ptab"):
                yield "\t"
            elif tag in (f"{W}br", f"{W}cr"):
                yield "\n"
            elif tag == f"{W}noBreakHyphen":
                yield "-"
            elif tag == f"{W}softHyphen":
                yield _SOFT_HYPHEN
            elif tag == f"{W}sym":
                yield self._symbol(node)
            elif tag == f"{W}footnoteReference":
                self.notes.append(node.get(f"{W}id", ""))
                yield f"[{len(self.notes)}]"
            elif isinstance(tag, str) and tag not in (
                f"{W}rPr",
                f"{W}delText",
                f"{W}instrText",
                _MC_FALLBACK,
            ):
                for box in node.iter(f"{W}txbxContent"):
                    if not any(a.tag == _MC_FALLBACK for a in box.iterancestors()):
                        boxes.extend(b for b in self._blocks(box, depth + 2) if b.strip())

    @staticmethod
    def _symbol(node: Any) -> str:
        try:
            code = int(node.get(f"{W}char", ""), 16)
        except ValueError:
            return ""
        return "" if 0xE000 <= code <= 0xF8FF or code > 0x10FFFF else chr(code)

    def _decode(self, text: str, font: str | None) -> str:
        if not font or not text.strip():
            return text.replace(_SOFT_HYPHEN, "")
        from pipeline.repair.encodings import decode

        decoded = decode(text, font)
        if decoded is None or decoded.text == text:
            return text.replace(_SOFT_HYPHEN, "")
        self.decoded.setdefault(unicodedata.normalize("NFC", decoded.text), text)
        after: str = decoded.text
        return after

    def _footnotes(self) -> list[str]:
        root = self.parts["footnotes"]
        if root is None or not self.notes:
            return []
        bodies = {note.get(f"{W}id"): note for note in root.iter(f"{W}footnote")}
        lines: list[str] = []
        for number, key in enumerate(self.notes, 1):
            if key in bodies:
                text = " ".join(b.strip() for b in self._blocks(bodies[key], 1) if b.strip())
                lines.append(f"[{number}] {text}")
        return lines
