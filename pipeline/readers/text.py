"""Plain text and Markdown, in whatever encoding it was saved."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from extractors.model import Warning
from pipeline.document import Page
from pipeline.errors import ReadError
from pipeline.options import Options
from pipeline.source import Source, shown_name, utf16_unmarked

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read(source: Source, options: Options) -> Iterator[Page]:
    text, warnings = decode(source.path.read_bytes(), source.path)
    if len(text) > options.limits.text_chars:
        raise ReadError(
            "too-large",
            f"{source.name} holds {len(text):,} characters, more than the limit of "
            f"{options.limits.text_chars:,}. Split the file, or raise the limit text_chars.",
        )
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    for number, part in enumerate(text.split("\f", options.limits.pages), 1):
        if number > options.limits.pages:
            error = ReadError(
                "too-many-pages",
                f"{source.name} has more than {options.limits.pages:,} pages (form feeds); the rest was "
                "not read. Split the file, or raise the limit pages.",
                page=number,
            )
            yield Page(number, "", "native", errors=[error.item()])
            return
        yield Page(number, part, "native", warnings=warnings if number == 1 else [])


def decode(data: bytes, path: Path) -> tuple[str, list[Warning]]:
    """Text of a file's bytes. UTF-8 and UTF-16/32 as marked or as they show; anything else as bytes of a
    single-byte encoding, one character a byte, for the repair stage to recognise (TCVN3, VNI, cp1258 …)."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding, path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\x00" not in text:
            return text, []
    if unmarked := utf16_unmarked(data[:65_536]):
        return _decoded(data, unmarked, path)
    damaged = _damaged_utf8(data, path)
    if damaged is not None:
        return damaged
    # cp1252 leaves five bytes undefined; TCVN3 and VNI use some of them, so those stay as Latin-1
    return data.decode("cp1252", errors="latin1-byte"), [
        Warning(
            code="legacy-encoding",
            message=f"{shown_name(path)} is not Unicode; it was read byte by byte and its encoding guessed.",
        )
    ]


def _damaged_utf8(data: bytes, path: Path) -> tuple[str, list[Warning]] | None:
    """UTF-8 with a few bytes broken (a file cut in a character, a stray byte) is still UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken, sound = text.count("�"), sum(ch > "\x7f" for ch in text)
    if not sound or broken > 0.02 * sound + 1:
        return None
    return text, [_broken(path, broken, "UTF-8")]


def _decoded(data: bytes, encoding: str, path: Path) -> tuple[str, list[Warning]]:
    text = data.decode(encoding, errors="replace")
    broken = text.count("�")
    return text, [_broken(path, broken, encoding.upper())] if broken else []


def _broken(path: Path, count: int, encoding: str) -> Warning:
    return Warning(
        code="broken-bytes",
        message=f"{shown_name(path)}: {count} characters are not valid {encoding} and were read as U+FFFD. "
        "The file may be damaged; ask for it again.",
    )


def _latin1_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("latin1-byte", _latin1_byte)
