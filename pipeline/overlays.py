"""What a PDF shows over its pages: form fields, text annotations, the appearances of digital signatures.

When a directive is signed electronically its number and day are often put on as the appearance of a
signature or a field: the page's own text then reads "Số:      /UBND-KT … ngày     tháng 11".
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from extractors.model import DigitalSignature, Warning
from pipeline.document import Box, Word

_SHORT = 16
"""Longest text that is put into a line: a number or a date, never a stamp's sentences."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """Text shown at ``box`` (points, origin top left)."""

    text: str
    box: Box


def told(signature: DigitalSignature) -> Warning:
    """The warning that a person reads: signed by whom and when, and that nobody has verified it."""
    who = signature.signer or "a signer whose certificate gives no name"
    when = f" at {signature.time}" if signature.time else ""
    return Warning(
        code="digital-signature",
        message=f"page {signature.page}: signed digitally by {who}{when}. Not verified.",
    )


@dataclass(slots=True)
class Overlays:
    """By page number, counted from 1."""

    texts: dict[int, list[Overlay]] = field(default_factory=dict)
    signatures: dict[int, list[DigitalSignature]] = field(default_factory=dict)


def read_overlays(path: Path | str, *, pages: int | None = None) -> Overlays:
    """The overlays of a PDF's first ``pages`` pages (None: all); none where it has none or its objects cannot
    be read."""
    import pikepdf

    found = Overlays()
    try:
        with pikepdf.open(path) as document:
            for number, page in enumerate(islice(document.pages, pages), start=1):
                for annotation in page.get("/Annots", []):
                    _take(annotation, page, number, found)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, KeyError, AttributeError):
        return found
    return found


def placed(words: Sequence[Word], overlays: Sequence[Overlay]) -> list[tuple[Overlay, int]]:
    """Short overlays with digits (a number, a day) that stand on a line of ``words``, each with the place of
    the word before it."""
    found: list[tuple[Overlay, int]] = []
    for overlay in overlays:
        if len(overlay.text) > _SHORT or not any(c.isdigit() for c in overlay.text):
            continue
        before = _word_before(words, overlay.box)
        if before is not None:
            found.append((overlay, words.index(before)))
    return found


def _word_before(words: Sequence[Word], box: Box) -> Word | None:
    """The word on the overlay's line that ends nearest left of it; None where it stands on no line."""
    height = box.y1 - box.y0
    best: Word | None = None
    for word in words:
        overlap = min(word.box.y1, box.y1) - max(word.box.y0, box.y0)
        if overlap < 0.4 * min(height, word.box.y1 - word.box.y0):
            continue
        gap = box.x0 - word.box.x1
        if -0.3 * height <= gap <= 6 * height and (best is None or word.box.x1 > best.box.x1):
            best = word
    return best


def _take(annotation: Any, page: Any, number: int, found: Overlays) -> None:
    kind = str(annotation.get("/FT", annotation.get("/Parent", {}).get("/FT", "")))
    subtype = str(annotation.get("/Subtype", ""))
    if kind == "/Sig" and "/V" in annotation:
        signature, known = _signature(annotation["/V"], number), found.signatures.setdefault(number, [])
        if signature not in known:
            known.append(signature)
    if subtype not in ("/Widget", "/FreeText", "/Stamp"):
        return
    found.texts.setdefault(number, []).extend(_appearance(annotation, page))


def _appearance(annotation: Any, page: Any) -> Iterator[Overlay]:
    """The lines of text that an annotation's appearance draws, where they stand on the page."""
    import pikepdf
    import pypdfium2

    stream = annotation.get("/AP", {}).get("/N")
    if not isinstance(stream, pikepdf.Stream):
        return
    x0, y0, x1, y1 = (float(v) for v in stream.get("/BBox", [0, 0, 0, 0]))
    left, bottom, right, top = (float(v) for v in annotation["/Rect"])
    if x1 - x0 <= 0 or y1 - y0 <= 0:
        return
    sheet = pikepdf.new()
    drawn = sheet.copy_foreign(stream)
    blank = sheet.add_blank_page(page_size=(x1 - x0, y1 - y0))
    blank.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=drawn))
    blank.obj.Contents = sheet.make_stream(f"q 1 0 0 1 {-x0} {-y0} cm /X Do Q".encode())
    buffer = io.BytesIO()
    sheet.save(buffer)
    across, up = (right - left) / (x1 - x0), (top - bottom) / (y1 - y0)
    page_top = float(page.mediabox[3])
    page_left = float(page.mediabox[0])
    document = pypdfium2.PdfDocument(buffer.getvalue())
    try:
        text = document[0].get_textpage()
        for k in range(text.count_rects()):
            a, b, c, d = text.get_rect(k)
            said = " ".join(unicodedata.normalize("NFC", text.get_text_bounded(a, b, c, d)).split())
            if said:
                yield Overlay(
                    said,
                    Box(
                        round(left + a * across - page_left, 2),
                        round(page_top - (bottom + d * up), 2),
                        round(left + c * across - page_left, 2),
                        round(page_top - (bottom + b * up), 2),
                    ),
                )
    finally:
        document.close()


def _signature(value: Any, number: int) -> DigitalSignature:
    name = str(value["/Name"]) if "/Name" in value else None
    reason = str(value["/Reason"]) if value.get("/Reason") else None
    signer = name or (_common_name(bytes(value["/Contents"])) if "/Contents" in value else None)
    return DigitalSignature(
        page=number, signer=signer, time=_time(str(value.get("/M", ""))), reason=reason or None
    )


def _time(text: str) -> str | None:
    """ISO 8601 from a PDF date ("D:20241106085421+07'00'")."""
    match = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|Z.*)?", text)
    if match is None:
        return None
    year, month, day, hour, minute, second, sign, zone, half = match.groups()
    offset = f"{sign}{zone}:{half or '00'}" if sign else ("Z" if "Z" in text else "")
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{offset}"


def _common_name(envelope: bytes) -> str | None:
    """The common name of the signing certificate in a PKCS #7 envelope (padded with zeros), None where it
    cannot be read."""
    try:
        from cryptography.hazmat.primitives.serialization.pkcs7 import load_der_pkcs7_certificates
        from cryptography.x509 import BasicConstraints, ExtensionNotFound
        from cryptography.x509.oid import NameOID
    except ImportError:
        return None
    try:
        certificates = load_der_pkcs7_certificates(_without_padding(envelope))
    except (ValueError, TypeError):
        return None
    for certificate in certificates:
        try:
            authority = certificate.extensions.get_extension_for_class(BasicConstraints).value.ca
        except ExtensionNotFound:
            authority = False
        names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        if not authority and names:
            return str(names[0].value)
    return None


def _without_padding(envelope: bytes) -> bytes:
    """DER has its length in its head: what follows is padding. Indefinite length (BER) is left as it is."""
    if len(envelope) > 4 and envelope[1] & 0x80 and envelope[1] != 0x80:
        size = envelope[1] & 0x7F
        return envelope[: 2 + size + int.from_bytes(envelope[2 : 2 + size], "big")]
    return envelope
