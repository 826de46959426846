"""Hostile DOCX, HTML and RTF."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

from tests.hostile.pdfs import CANARY, Maker

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(document: str | bytes, more: Mapping[str, str | bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def body(inner: str) -> str:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def zip_bomb(megabytes: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as member,
    ):
        for _ in range(megabytes):
            member.write(b" " * 1024**2)
    return out.getvalue()


def lying_sizes() -> bytes:
    """60 MB that the directory says are 100 bytes."""
    data = bytearray(zip_bomb(60))
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 100)
    struct.pack_into("<I", data, 22, 100)
    return bytes(data)


def many_members(count: int = 20_000) -> bytes:
    return docx(body(paragraph("Số: 12/CV")), {f"word/media/{n}": "" for n in range(count)})


def slip() -> bytes:
    names = [
        f"../../../../../..{CANARY}",
        CANARY,
        f"word/../../..{CANARY}",
        f"C:\\..\\{CANARY}",
        "word/document.xml/..",
    ]
    return docx(body(paragraph("Số: 12/CV")), dict.fromkeys(names, "slipped"))


def entities(kind: str) -> bytes:
    if kind == "laughs":
        rows = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))]
        declared, use = "".join(rows), "&a11;"
    elif kind == "quadratic":
        declared, use = f'<!ENTITY a "{"a" * 100_000}">', "&a;" * 50_000
    else:
        declared, use = (
            f'<!ENTITY a SYSTEM "file://{CANARY}"><!ENTITY % b SYSTEM "http://127.0.0.1/b">%b;',
            "&a;",
        )
    return docx(f"<?xml version='1.0'?><!DOCTYPE d [{declared}]>" + body(paragraph(use)))


def nested(tag: str, depth: int) -> bytes:
    inner = {"tbl": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")}.get(tag, (f"<w:{tag}>", f"</w:{tag}>"))
    return docx(body(inner[0] * depth + paragraph("x") + inner[1] * depth))


def numbered(levels: str, override: str = "") -> str:
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1">'
        f'<w:abstractNumId w:val="1"/>{override}</w:num></w:numbering>'
    )


def numbering(style: str, start: str) -> bytes:
    levels = (
        f'<w:lvl w:ilvl="x"/><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{"%1" * 500}"/></w:lvl>'
    )
    override = f'<w:lvlOverride w:ilvl="zero"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    numbers = numbered(levels, override)
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return docx(body(paragraph("điều", properties) * 20), {"word/numbering.xml": numbers})


def deep_level() -> bytes:
    properties = '<w:numPr><w:ilvl w:val="2000000000"/><w:numId w:val="1"/></w:numPr>'
    numbers = numbered('<w:lvl w:ilvl="2000000000"><w:lvlText w:val="%1"/></w:lvl>')
    return docx(body(paragraph("điều", properties)), {"word/numbering.xml": numbers})


def style_loop() -> bytes:
    styles = f"<w:styles {W}>" + "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 1000}"/></w:style>' for n in range(1000)
    )
    return docx(
        body(paragraph("x", '<w:pStyle w:val="s0"/>') * 1000), {"word/styles.xml": styles + "</w:styles>"}
    )


def html(inner: str) -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8></head><body>{inner}</body></html>".encode()


SCRIPTS = (
    f"<script>fetch('file://{CANARY}')</script><img src='file://{CANARY}' onerror='alert(1)'>"
    f"<iframe src='file://{CANARY}'></iframe><object data='file://{CANARY}'></object>"
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1/'><link rel=stylesheet href='http://127.0.0.1/a.css'>"
    "<base href='http://127.0.0.1/'><style>@import url(http://127.0.0.1/)</style><p>Số: 12/CV-UBND</p>"
)


def rtf(inner: str) -> bytes:
    return b"{\\rtf1\\ansi " + inner.encode("ascii", "replace") + b"}"


def fields() -> bytes:
    """Fields that ask the word processor to include a file, fetch a picture, or run a program."""
    wishes = [
        f'INCLUDETEXT "{CANARY}"',
        'INCLUDEPICTURE "http://127.0.0.1/a.png" \\d',
        f'DDEAUTO "/bin/touch" "{CANARY}"',
    ]
    wishes.append('HYPERLINK "http://127.0.0.1/"')
    return rtf(
        "".join(
            f"{{\\field{{\\*\\fldinst {wish.replace(chr(92), chr(92) * 2)}}}{{\\fldrslt x}}}}"
            for wish in wishes
        )
    )


def from_the_future() -> bytes:
    """A directory that asks for version 9.9 of the format to take its first member out."""
    data = bytearray(slip())
    at = data.index(b"PK\x01\x02")
    data[at + 6 : at + 8] = (99).to_bytes(2, "little")
    return bytes(data)


ARCHIVES: dict[str, Maker] = {
    "version-9.9.docx": from_the_future,
    "zip-bomb.docx": lambda: zip_bomb(120),
    "xml-bomb.docx": lambda: zip_bomb(40),
    "lying-sizes.docx": lying_sizes,
    "many-members.docx": many_members,
    "zip-slip.docx": slip,
    "laughs.docx": lambda: entities("laughs"),
    "quadratic.docx": lambda: entities("quadratic"),
    "outside-entity.docx": lambda: entities("outside"),
    "deep-tables.docx": lambda: nested("tbl", 30_000),
    "deep-tables-shallow-enough.docx": lambda: nested("tbl", 80),
    "deep-content.docx": lambda: nested("sdt", 100_000),
    "roman-numbers.docx": lambda: numbering("upperRoman", "999999999999999"),
    "letter-numbers.docx": lambda: numbering("lowerLetter", "999999999999999"),
    "wide-numbers.docx": lambda: numbering("decimal", "9" * 5000),
    "negative-numbers.docx": lambda: numbering("lowerRoman", "-5"),
    "deep-level.docx": deep_level,
    "style-loop.docx": style_loop,
    "not-xml.docx": lambda: docx(b"\x00\xff" * 1000),
    "scripts.html": lambda: html(SCRIPTS),
    "deep.html": lambda: html("<div>" * 500_000 + "x"),
    "deep-tables.html": lambda: html("<table><tr><td>" * 20_000 + "x"),
    "deep-inline.html": lambda: html("<b>" * 100_000 + "x" + "</b>" * 100_000),
    "many-attributes.html": lambda: html("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x"),
    "wide-table.html": lambda: html("<table><tr>" + "<td>x" * 200_000 + "</table>"),
    "entities.html": lambda: html("&#x110000;&#0;&#xD800;&lt;" * 100_000),
    "laughs.xhtml.html": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "'
        + b"&a;" * 1000
        + b'">]><html><body>'
        + b"&b;" * 1000
        + b"</body></html>"
    ),
    "groups.rtf": lambda: rtf("{" * 300_000 + "x"),
    "bin.rtf": lambda: rtf("\\bin2147483647 x" * 100),
    "fields.rtf": fields,
    "objects.rtf": lambda: rtf(
        "{\\object\\objautlink\\objupdate{\\*\\objdata 0105000002000000" + "41" * 2000 + "}}"
    ),
}
