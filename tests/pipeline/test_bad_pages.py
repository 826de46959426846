"""A page that is blank or broken among pages that are read, in one scanned file."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
import pikepdf

from pipeline.extract import extract_file


def picture(said: str) -> bytes:
    """A scanned page, 150 dpi: the words in a few lines, or nothing."""
    page = np.full((1754, 1240), 255, np.uint8)
    for row in range(6 if said else 0):
        cv2.putText(page, f"{said} {row + 1}", (150, 250 + 90 * row), cv2.FONT_HERSHEY_COMPLEX, 1.6, 0, 2)
    return bytes(cv2.imencode(".jpg", page)[1])


def scanned(*pages: bytes) -> bytes:
    """A PDF of A4 pages, each one a JPEG."""
    pdf = pikepdf.new()
    for data in pages:
        pdf.add_blank_page(page_size=(595, 842))
        stream = pdf.make_stream(
            data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1240, Height=1754,
            ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        pdf.pages[-1].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=stream))
        pdf.pages[-1].Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    stream_out = io.BytesIO()
    pdf.save(stream_out)
    return stream_out.getvalue()


def test_a_blank_page_of_a_scan_stays_a_blank_page(tmp_path: Path, tesseract: str) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(picture("Trang"), picture(""), picture("Trang")))
    directive = extract_file(path)
    assert [p.number for p in directive.pages] == [1, 2, 3]
    assert directive.errors == []
    first, blank, last = (directive.text[p.start : p.end] for p in directive.pages)
    assert first.count("Trang") == 6 and last.count("Trang") == 6
    assert blank == ""


def test_a_page_whose_picture_is_broken_costs_itself_only(tmp_path: Path, tesseract: str) -> None:
    broken = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(picture("Trang"), broken, picture("Trang")))
    directive = extract_file(path)
    assert [p.number for p in directive.pages] == [1, 2, 3]
    first, lost, last = (directive.text[p.start : p.end] for p in directive.pages)
    assert first.count("Trang") == 6 and last.count("Trang") == 6
    assert lost == ""
    assert directive.status == "partial"
    assert [(e.page, e.code) for e in directive.errors] == [(2, "damaged-page")]
