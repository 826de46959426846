"""Page images, drawn from the original when someone looks at them, kept on disk.

Originals come from anyone, so they are drawn in a child process with bounds on time and memory: a file that
breaks the library breaks the child.
"""

from __future__ import annotations

import hashlib
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, select

from congvan.web.apart import Apart, Ended
from corpus.schema import documents, files, pages
from pipeline.options import Limits
from pipeline.source import JPEG, PDF, PNG, TIFF, WEBP

WIDTHS = (400, 1000, 1600)
"""Pixels across; what is asked for is rounded up to one of them, so that few are kept of a page."""
DRAWABLE = frozenset({PDF, PNG, JPEG, TIFF, WEBP})
_SECONDS = 30.0
_LIMITS = Limits(memory_bytes=3 * 1024**3, written_bytes=64 * 1024**2)
_MAX_PIXELS = 120_000_000


class NoImage(LookupError):
    """There is no picture of this page: original-missing, original-changed, not-drawable or failed."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


@dataclass(frozen=True, slots=True)
class Original:
    """Where a document's bytes lie, and what they must be."""

    sha256: str
    media_type: str
    name: str
    paths: tuple[str, ...]
    width: float | None = None
    height: float | None = None


def original(connection: Connection, document_id: int, page: int | None = None) -> Original:
    """The original of a document, with the size (points) of one of its pages."""
    row = connection.execute(select(documents).where(documents.c.id == document_id)).one()
    found = connection.execute(
        select(files.c.path).where(files.c.document_id == document_id).order_by(files.c.id.desc())
    )
    paths = tuple(found.scalars())
    size = None
    if page is not None:
        size = connection.execute(
            select(pages.c.width, pages.c.height).where(
                pages.c.document_id == document_id, pages.c.number == page
            )
        ).first()
    return Original(
        row.sha256, row.media_type, row.name, paths, *((size.width, size.height) if size else (None, None))
    )


class PageImages:
    """Draws pages, one at a time, and keeps them until ``limit`` bytes are full."""

    def __init__(self, folder: Path, limit: int) -> None:
        self.folder, self.limit = folder, limit
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._apart = Apart(_LIMITS, prepare)
        self._checked: dict[tuple[str, int, int], str] = {}

    def close(self) -> None:
        self._apart.close()

    def start(self) -> None:
        """Has the child that draws ready before the first page is asked for."""
        self._apart.start()

    def path(self, item: Original) -> Path:
        """The original, if its bytes are still those that were read. Raises `NoImage`."""
        changed = False
        for name in item.paths:
            path = Path(name)
            try:
                state = path.stat()
            except OSError:
                continue
            key = (name, state.st_mtime_ns, state.st_size)
            if key not in self._checked:
                self._checked[key] = _sha256(path)
            if self._checked[key] == item.sha256:
                return path
            changed = True
        if changed:
            raise NoImage(
                "original-changed", f"{item.name}: the file on disk is no longer the one that was read."
            )
        raise NoImage("original-missing", f"{item.name}: the original is not where it was read from.")

    def get(self, item: Original, page: int, width: int) -> Path:
        """A PNG or JPEG file of a page, ``width`` pixels across (one of `WIDTHS`). Raises `NoImage`."""
        if item.media_type not in DRAWABLE:
            raise NoImage("not-drawable", f"{item.name}: this kind of file has no page images.")
        kept = self.folder / item.sha256[:2] / f"{item.sha256}-{page}-{width}.jpg"
        if kept.exists():
            os.utime(kept)
            return kept
        source = self.path(item)
        with self._lock:
            if not kept.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                self._draw(source, item, page, width, kept)
                self._make_room()
        return kept

    def _draw(self, source: Path, item: Original, page: int, width: int, kept: Path) -> None:
        part = kept.with_suffix(".part")
        problem: str | None
        try:
            problem = self._apart.call(
                draw,
                str(source),
                item.media_type,
                page,
                width,
                str(part),
                seconds=_SECONDS,
                classes=frozenset(),
            )
        except Ended as error:
            problem = f"the process that draws it {error}"
        except MemoryError:
            problem = "drawing it needs too much memory"
        if problem is not None:
            part.unlink(missing_ok=True)
            raise NoImage("failed", f"{item.name}, page {page}: {problem}.")
        part.replace(kept)

    def _make_room(self) -> None:
        found = [(path.stat().st_mtime, path.stat().st_size, path) for path in self.folder.glob("*/*.jpg")]
        total = sum(size for _, size, _ in found)
        for _, size, path in sorted(found, key=lambda item: item[0]):
            if total <= self.limit:
                return
            path.unlink(missing_ok=True)
            total -= size


def draw(source: str, media_type: str, page: int, width: int, target: str) -> str | None:
    """Draws one page into a JPEG file; the work of the child. Gives what went wrong, or None."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = _MAX_PIXELS
    try:
        image = _pdf_page(source, page, width) if media_type == PDF else _frame(source, page)
        if image is None:
            return "there is no such page"
        if image.width > width:
            image = image.resize(
                (width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS
            )
        grey = image.convert("L") if _is_grey(image) else image
        grey.save(target, "JPEG", quality=80)
    except (OSError, ValueError, SyntaxError, RuntimeError, Image.DecompressionBombError) as error:
        return f"it cannot be drawn ({error})"
    return None


def _pdf_page(source: str, page: int, width: int) -> Any:
    import pypdfium2

    document = pypdfium2.PdfDocument(source)
    try:
        if page > len(document):
            return None
        sheet = document[page - 1]
        across, down = sheet.get_size()
        if across <= 0 or down <= 0 or down / across * width * width > _MAX_PIXELS:
            return None
        return sheet.render(scale=width / across).to_pil().convert("RGB")
    finally:
        document.close()


def _frame(source: str, page: int) -> Any:
    from PIL import Image, ImageOps

    with Image.open(source) as image:
        try:
            image.seek(page - 1)
        except EOFError:
            return None
        upright = ImageOps.exif_transpose(image)
        if upright.mode in ("RGBA", "LA", "PA", "P"):
            upright = upright.convert("RGBA")
            paper = Image.new("RGB", upright.size, "white")
            paper.paste(upright, mask=upright.getchannel("A"))
            return paper
        if upright.mode in ("I;16", "I", "F"):
            low, high = cast("tuple[float, float]", upright.getextrema())
            scale = 255 / (high - low) if high > low else 1.0
            return upright.convert("F").point(lambda value: (value - low) * scale).convert("L")
        return upright.convert("L" if upright.mode in ("1", "L") else "RGB")


def _is_grey(image: Any) -> bool:
    if image.mode == "L":
        return True
    small = image.resize((64, 64)).convert("YCbCr")
    ranges: list[Any] = [small.getchannel(name).getextrema() for name in ("Cb", "Cr")]
    return all(abs(low - 128) < 12 and abs(high - 128) < 12 for low, high in ranges)


def prepare() -> None:
    """What drawing needs, imported before there is something to draw."""
    import pypdfium2  # noqa: F401
    from PIL import Image

    Image.init()


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
