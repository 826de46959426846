"""A file on disk, recognised by its bytes: never by its name alone."""

from __future__ import annotations

import hashlib
import os
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.options import Limits

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
RTF = "application/rtf"
HTML = "text/html"
TEXT = "text/plain"
PNG, JPEG, TIFF, WEBP = "image/png", "image/jpeg", "image/tiff", "image/webp"
UNKNOWN = "application/octet-stream"

SUPPORTED = "TXT, MD, HTML, DOCX, DOC, RTF, PDF, PNG, JPEG, TIFF and WebP"

_HEAD_BYTES = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
    (b"{\\rtf", RTF),
)
_EXTENSIONS = {
    ".txt": TEXT,
    ".md": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".docx": DOCX,
    ".doc": DOC,
    ".rtf": RTF,
    ".pdf": PDF,
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".tif": TIFF,
    ".tiff": TIFF,
    ".webp": WEBP,
}


_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<div", b"<table", b"<p>", b"<p ")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: where it is, what its bytes say it is, and how it is told from any other."""

    path: Path
    media_type: str
    sha256: str
    bytes: int

    @property
    def name(self) -> str:
        return shown_name(self.path)

    @property
    def claims(self) -> str | None:
        """The media type that the file's name claims, None where the extension says nothing."""
        return _EXTENSIONS.get(self.path.suffix.lower())


def shown_name(path: Path) -> str:
    """The file's name ("." and "/" have none, and are themselves) as text: bytes that are not UTF-8 are shown
    (\\xNN), not passed on as lone surrogates, which no JSON can hold."""
    return os.fsencode(path.name or path).decode("utf-8", errors="backslashreplace")


def fingerprint(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file, read once, in pieces. Raises `ReadError` where it cannot be read, and for
    pipes and devices, which may never end."""
    digest, size = hashlib.sha256(), 0
    if path.exists() and not path.is_file():
        raise ReadError(
            "unreadable",
            f"{shown_name(path)} is no regular file. Give a file, or a folder to congvan ingest.",
        )
    try:
        with path.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
                size += len(piece)
    except OSError as error:
        raise ReadError(
            "unreadable",
            f"{shown_name(path)}: cannot be read ({error.strerror}). "
            "Check that the file exists and that you may read it.",
        ) from error
    return digest.hexdigest(), size


def open_source(path: Path, limits: Limits | None = None) -> Source:
    """Recognises a file. Raises `ReadError` with code unreadable, too-large or empty."""
    limits = limits or Limits()
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ReadError(
            "unreadable",
            f"{shown_name(path)}: cannot be read ({error.strerror}). "
            "Check that the file exists and that you may read it.",
        ) from error
    if not path.is_file():
        raise ReadError(
            "unreadable",
            f"{shown_name(path)} is no regular file. Give a file, or a folder to congvan ingest.",
        )
    if size > limits.file_bytes:
        raise ReadError(
            "too-large",
            f"{shown_name(path)} has {size:,} bytes, more than the limit of {limits.file_bytes:,}. "
            "Split the file, or raise the limit file_bytes.",
        )
    sha256, size = fingerprint(path)
    if size == 0:
        raise ReadError("empty", f"{shown_name(path)} is empty (0 bytes). Ask for the file again.")
    return Source(path, media_type(path), sha256, size)


def media_type(path: Path) -> str:
    """The media type that the file's bytes show; `UNKNOWN` where nothing is recognised."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _zip_type(path)
    if head.startswith(_OLE):
        return _ole_type(path)
    return _text_type(head)


def _zip_type(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        # a DOCX cut short has no directory left, one with a broken directory may claim features that zip
        # files do not have; its reader says so
        return DOCX if path.suffix.lower() == ".docx" else UNKNOWN
    return DOCX if "word/document.xml" in names else UNKNOWN


def _ole_type(path: Path) -> str:
    import olefile

    try:
        with olefile.OleFileIO(path) as ole:
            if ole.exists("EncryptedPackage"):
                return DOCX  # an encrypted DOCX is wrapped in OLE; its reader says so
            return DOC if ole.exists("WordDocument") else UNKNOWN
    except (OSError, ValueError, IndexError):
        return DOC if path.suffix.lower() == ".doc" else UNKNOWN


def _text_type(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return _markup_or_text(head)
    if encoding := utf16_unmarked(head):
        sample = head[: len(head) // 2 * 2].decode(encoding, errors="replace")
        return _markup_or_text(sample.encode()) if sample.isprintable() or _legible(sample) else UNKNOWN
    if 0 in head:
        return UNKNOWN
    control = sum(head.count(bytes([c])) for c in range(32) if c not in (0, 9, 10, 11, 12, 13, 27))
    if control > 0.02 * len(head):
        return UNKNOWN
    return _markup_or_text(head)


def utf16_unmarked(data: bytes) -> str | None:
    """The UTF-16 that bytes without a mark are in: Latin text has a zero in every other byte (Vietnamese in
    more than a fifth of them), and hardly one in the rest."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    half = len(data) / 2
    if max(even, odd) < 0.2 * half or min(even, odd) > 0.02 * half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _legible(text: str) -> bool:
    strange = sum(unicodedata.category(c) in ("Cc", "Cn", "Co", "Cs") and c not in "\t\r\n\f" for c in text)
    return strange <= 0.01 * len(text)


def _markup_or_text(head: bytes) -> str:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\t\r\n ")[:2048].lower()
    if start.startswith(
        (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<div", b"<table", b"<p")
    ):
        return HTML
    if start.startswith((b"<?xml", b"<!--")) and b"<html" in start:
        return HTML
    return TEXT
