"""A searchable copy of a scan: the original pages with the text that was read laid invisibly over them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.model import Error
from pipeline.document import Box, Page, Word
from pipeline.errors import ReadError
from pipeline.options import Options

_FONT = "/CongvanInvisible"
_GLYPH_WIDTH = 0.5
"""Every glyph of the invisible font is half an em wide; a word is stretched to its box."""

_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "{ranges}endcmap CMapName currentdict /CMap defineresource pop end end\n"
)


@dataclass(slots=True)
class Made:
    """What became of the pages: ``added`` have text now, ``kept`` had a sound layer (or are blank)."""

    pages: int = 0
    added: int = 0
    kept: int = 0
    errors: list[Error] = field(default_factory=list)


def make_searchable(path: Path, out: Path, options: Options | None = None) -> Made:
    """Writes ``out``, a PDF with the pages of ``path`` (PDF or image) and an invisible text layer where the
    pages were read by OCR. The original is not touched; pages that cannot be read stay as they are.

    Raises `ReadError` for a file that is neither PDF nor image, or that cannot be opened, `OSError` where
    ``out`` cannot be written.
    """
    import pikepdf

    from pipeline.readers import read_pages
    from pipeline.source import open_source

    options = options or Options()
    if out.resolve() == path.resolve():
        raise ReadError("same-file", f"{out} is the original. Name another file to write.")
    source = open_source(path)
    is_pdf = source.media_type == "application/pdf"
    if not is_pdf and not source.media_type.startswith("image/"):
        raise ReadError(
            "not-a-scan",
            f"{path.name} is {source.media_type}, neither PDF nor image: nothing to lay text over.",
        )
    made = Made()
    with pikepdf.open(path) if is_pdf else _from_images(path) as document:
        font = _font(document)
        for page in read_pages(source, options):
            made.errors.extend(page.errors)
            if page.number > len(document.pages):
                continue
            made.pages += 1
            if page.method == "ocr" and page.words:
                _lay(document, document.pages[page.number - 1], page, font)
                made.added += 1
            else:
                made.kept += 1
        part = out.with_name(out.name + ".part")
        try:
            document.save(part)
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)
    return made


def _lay(document: Any, target: Any, page: Page, font: Any) -> None:
    """Adds the repaired words of ``page`` to ``target`` as text that is not drawn."""
    from pipeline.repair import repair

    repaired = repair(page.text, words=page.words, method=page.method)
    left, bottom, right, top = (float(v) for v in target.cropbox)
    width, height = right - left, top - bottom
    turn = int(target.obj.get("/Rotate", 0)) % 360
    # boxes are told on the page as it is shown: from its bottom left to user space
    matrix = {
        0: (1, 0, 0, 1, left, bottom),
        90: (0, 1, -1, 0, left + width, bottom),
        180: (-1, 0, 0, -1, left + width, bottom + height),
        270: (0, -1, 1, 0, left, bottom + height),
    }.get(turn, (1, 0, 0, 1, left, bottom))
    shown = (height, width) if turn in (90, 270) else (width, height)
    across = shown[0] / page.width if page.width else 1.0
    up = shown[1] / page.height if page.height else 1.0
    lines = ["q", " ".join(f"{v:g}" for v in matrix) + " cm", "BT", "3 Tr"]
    lines.extend(_words(repaired.text, repaired.words, shown[1], across, up))
    lines += ["ET", "Q"]
    # what the page's own content leaves set (many scanners never restore their matrix) stays inside it
    target.contents_add(document.make_stream(b"q"), prepend=True)
    target.contents_add(document.make_stream(("\n".join(["Q", *lines])).encode("ascii")))
    resources = target.obj.get("/Resources", None)
    if resources is None:
        target.obj["/Resources"] = resources = _dictionary()
    if "/Font" not in resources:
        resources["/Font"] = _dictionary()
    resources["/Font"][_FONT] = font


def _words(text: str, words: list[Word], height: float, across: float, up: float) -> Iterator[str]:
    for word in words:
        said = text[word.start : word.end]
        box = Box(word.box.x0 * across, word.box.y0 * up, word.box.x1 * across, word.box.y1 * up)
        size = box.y1 - box.y0
        if not said or size <= 0 or box.x1 <= box.x0:
            continue
        stretch = 100 * (box.x1 - box.x0) / (len(said) * _GLYPH_WIDTH * size)
        codes = "".join(f"{ord(c):04X}" for c in said + " " if ord(c) <= 0xFFFF)
        yield f"{_FONT} {size:.2f} Tf {stretch:.2f} Tz"
        yield f"1 0 0 1 {box.x0:.2f} {height - box.y1 + 0.2 * size:.2f} Tm <{codes}> Tj"


def _dictionary(**items: Any) -> Any:
    import pikepdf

    return pikepdf.Dictionary(**items)


def _font(document: Any) -> Any:
    """A font without glyphs: every code is its own Unicode code point."""
    from pikepdf import Array, Name, String

    blocks = [f"<{k:02X}00> <{k:02X}FF> <{k:02X}00>\n" for k in range(256)]
    ranges = "".join(
        f"{len(part)} beginbfrange\n{''.join(part)}endbfrange\n"
        for part in (blocks[k : k + 100] for k in range(0, 256, 100))
    )
    mapping = document.make_stream(_TO_UNICODE.replace("{ranges}", ranges).encode("ascii"))
    descriptor = _dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/CongvanInvisible"),
        Flags=5,
        FontBBox=Array([0, 0, 500, 1000]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=700,
        StemV=80,
    )
    descendant = _dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/CongvanInvisible"),
        CIDSystemInfo=_dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=document.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        DW=round(1000 * _GLYPH_WIDTH),
    )
    return document.make_indirect(
        _dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/CongvanInvisible"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([document.make_indirect(descendant)]),
            ToUnicode=mapping,
        )
    )


def _from_images(path: Path) -> Any:
    """A PDF of the image's frames, every pixel kept; the size is what its resolution gives, else A4."""
    import pikepdf
    from PIL import Image, ImageOps

    from pipeline.imaging.resolution import page_dpi

    document = pikepdf.new()
    with Image.open(path) as image:
        for frame in range(getattr(image, "n_frames", 1)):
            image.seek(frame)
            upright = ImageOps.exif_transpose(image)
            grey = upright.mode in ("1", "L", "I;16")
            pixels = upright.convert("L" if grey else "RGB")
            stated = image.info.get("dpi", (None,))[0]
            dpi = page_dpi(pixels.width, pixels.height, float(stated) if stated else None)
            size = (pixels.width * 72 / dpi, pixels.height * 72 / dpi)
            page = document.add_blank_page(page_size=size)
            picture = document.make_stream(
                zlib.compress(pixels.tobytes(), 6),
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=pixels.width,
                Height=pixels.height,
                ColorSpace=pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceRGB,
                BitsPerComponent=8,
                Filter=pikepdf.Name.FlateDecode,
            )
            page.obj.Resources = _dictionary(XObject=_dictionary(Scan=picture))
            page.obj.Contents = document.make_stream(
                f"q {size[0]:.3f} 0 0 {size[1]:.3f} 0 0 cm /Scan Do Q".encode()
            )
    return document
