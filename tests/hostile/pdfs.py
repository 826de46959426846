"""Hostile PDFs, written byte by byte: libraries refuse to write most of them."""

from __future__ import annotations

import os
import tempfile
import zlib
from collections.abc import Callable, Mapping

Maker = Callable[[], bytes]
CANARY = f"{tempfile.gettempdir()}/congvan-hostile-canary-{os.getpid()}"


def pdf(objects: Mapping[int, bytes], *, root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def one_page(
    content: bytes = b"",
    *,
    page: bytes = b"/MediaBox [0 0 300 300]",
    resources: bytes = b"",
    more: Mapping[int, bytes] | None = None,
    catalog: bytes = b"",
    content_object: bytes | None = None,
) -> bytes:
    body = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << %s >> %s >>" % (resources, page)
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: body,
            4: content_object or stream(content),
            **(more or {}),
        }
    )


def flate_bomb(megabytes: int, rounds: int = 1) -> bytes:
    data = b" " * 1024**2
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(data) for _ in range(megabytes)) + packer.flush()
    for _ in range(rounds - 1):
        packed = zlib.compress(packed, 9)
    filters = b" ".join([b"/FlateDecode"] * rounds)
    return one_page(content_object=stream(packed, b"/Filter [%s]" % filters))


def nested_forms(width: int = 10, depth: int = 12) -> bytes:
    """Each form draws the next one ten times: 10^12 drawings."""
    more = {}
    for level in range(depth):
        inner = b"/X Do " * width if level < depth - 1 else b"0 0 1 1 re f"
        resources = b"/Resources << /XObject << /X %d 0 R >> >>" % (11 + level)
        more[10 + level] = stream(inner, b"/Type /XObject /Subtype /Form /BBox [0 0 300 300] " + resources)
    return one_page(b"/X Do", resources=b"/XObject << /X 10 0 R >>", more=more)


def recursive_form() -> bytes:
    form = stream(
        b"/X Do /X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>",
    )
    return one_page(b"/X Do", resources=b"/XObject << /X 10 0 R >>", more={10: form})


def page_tree(count: int, *, lies: bool = False) -> bytes:
    kids = b"3 0 R" if lies else b"3 0 R " * count
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        }
    )


def page_tree_loop() -> bytes:
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 1000 /Parent 2 0 R >>",
            3: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000 >>",
        }
    )


def deep_page_tree(depth: int = 20_000) -> bytes:
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for level in range(depth):
        objects[2 + level] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (3 + level)
    objects[2 + depth] = b"<< /Type /Page /MediaBox [0 0 100 100] >>"
    return pdf(objects)


def box(values: bytes) -> bytes:
    return one_page(b"0 0 9 9 re f", page=b"/MediaBox [%s]" % values)


def circular_references() -> bytes:
    return one_page(
        content_object=b"5 0 R",
        more={5: b"4 0 R", 6: b"<< /Length 6 0 R >>\nstream\nabc\nendstream"},
        page=b"/MediaBox 5 0 R /Rotate 4 0 R /Annots 6 0 R",
    )


def xref_loop() -> bytes:
    data = one_page(b"")
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def deep_arrays(depth: int = 200_000) -> bytes:
    return one_page(b"", page=b"/MediaBox [0 0 99 99] /X " + b"[" * depth + b"]" * depth)


def deep_content(depth: int = 300_000) -> bytes:
    return one_page(b"q " * depth + b"[" * depth + b"(" * depth)


def active() -> bytes:
    """Actions that a viewer may run: scripts, programs, forms sent away, pages fetched."""
    actions = (
        b"/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1/'\\);) >> "
        b"/AA << /WC << /S /Launch /F (%s) /Unix << /F (/bin/touch) /P (%s) >> >> >> "
        b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (while\\(true\\){}) >>] >> >>"
    ) % (CANARY.encode(), CANARY.encode())
    page = b"/MediaBox [0 0 99 99] /AA << /O << /S /SubmitForm /F (http://127.0.0.1/) >> >>"
    return one_page(b"", page=page, catalog=actions)


def image(side: int) -> bytes:
    entries = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB " % (side, side)
    picture = stream(zlib.compress(bytes(side)), entries + b"/BitsPerComponent 8 /Filter /FlateDecode")
    return one_page(b"300 0 0 300 0 0 cm /I Do", resources=b"/XObject << /I 10 0 R >>", more={10: picture})


def tiny_pattern() -> bytes:
    """A pattern whose tiles are 10^10 to the page."""
    tile = b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.003 /YStep 0.003"
    return one_page(
        b"/Pattern cs /P scn 0 0 300 300 re f",
        resources=b"/Pattern << /P 10 0 R >>",
        more={10: stream(b"0 0 1 1 re f", tile + b" /Resources << >>")},
    )


def many_paths(count: int = 400_000) -> bytes:
    return one_page(
        content_object=stream(zlib.compress(b"0 0 m 300 300 l S 9 9 c " * count), b"/Filter /FlateDecode")
    )


def much_text(words: int = 200_000) -> bytes:
    body = b"BT /F 1 Tf 1 0 0 1 9 9 Tm " + b"(cong van so mot) Tj 0 0.001 Td " * (words // 4) + b"ET"
    font = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return one_page(content_object=stream(zlib.compress(body), b"/Filter /FlateDecode"), resources=font)


def odd_font_name() -> bytes:
    name = b"#00#0A#1B#5B2J..#2F..#2Fetc#2Fpasswd#E2#80#AE"
    font = b"/Font << /F << /Type /Font /Subtype /TrueType /BaseFont /%s >> >>" % name
    return one_page(b"BT /F 20 Tf 50 50 Td (cong van so mot hai ba) Tj ET", resources=font)


def many_annotations(count: int = 50_000) -> bytes:
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (12) /Parent 5 0 R /Kids [5 0 R] >>"
    return one_page(b"", page=b"/MediaBox [0 0 99 99] /Annots [%s]" % (b"5 0 R " * count), more={5: note})


def form_loop() -> bytes:
    """A form field that is its own parent and child."""
    field = b"<< /FT /Tx /T (a) /V (b) /Parent 5 0 R /Kids [5 0 R] /Subtype /Widget /Rect [0 0 9 9] >>"
    return one_page(
        b"",
        catalog=b"/AcroForm << /Fields [5 0 R] >>",
        more={5: field},
        page=b"/MediaBox [0 0 9 9] /Annots [5 0 R]",
    )


def object_stream_bomb(megabytes: int = 100) -> bytes:
    """Objects packed in a stream that expands a thousandfold, and that says it extends itself."""
    packed = zlib.compress(b"7 0 " + b" " * (megabytes * 1024**2), 9)
    entries = b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R /Filter /FlateDecode"
    return one_page(b"", more={6: stream(packed, entries)}, page=b"/MediaBox [0 0 9 9] /X 7 0 R")


PDFS: dict[str, Maker] = {
    "flate-bomb.pdf": lambda: flate_bomb(80),
    "flate-bomb-twice.pdf": lambda: flate_bomb(200, rounds=2),
    "object-stream-bomb.pdf": object_stream_bomb,
    "nested-forms.pdf": nested_forms,
    "recursive-form.pdf": recursive_form,
    "million-pages.pdf": lambda: page_tree(1_000_000),
    "count-lies.pdf": lambda: page_tree(2**31 - 1, lies=True),
    "count-below-zero.pdf": lambda: page_tree(-1, lies=True),
    "page-tree-loop.pdf": page_tree_loop,
    "deep-page-tree.pdf": deep_page_tree,
    "huge-box.pdf": lambda: box(b"0 0 1e9 1e9"),
    "endless-box.pdf": lambda: box(b"0 0 1" + b"0" * 400 + b" 99"),
    "flat-box.pdf": lambda: box(b"0 0 0.001 14400"),
    "backward-box.pdf": lambda: box(b"300 300 -1e30 0"),
    "circular-references.pdf": circular_references,
    "xref-loop.pdf": xref_loop,
    "deep-arrays.pdf": deep_arrays,
    "deep-content.pdf": deep_content,
    "active.pdf": active,
    "image-65535.pdf": lambda: image(65_535),
    "tiny-pattern.pdf": tiny_pattern,
    "many-paths.pdf": many_paths,
    "much-text.pdf": much_text,
    "odd-font-name.pdf": odd_font_name,
    "many-annotations.pdf": many_annotations,
    "form-loop.pdf": form_loop,
}
