"""A page image in, a `Page` out: cleaned up, read, laid out, its words boxed and its doubts told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from pipeline.document import Page
    from pipeline.options import Options


def read_image(
    image: np.ndarray, *, number: int, dpi: float | None = None, options: Options | None = None
) -> Page:
    """Reads one page image (uint8, grey or BGR) as page ``number``; ``dpi`` None: as if it were A4.

    A blank page comes back with empty text. Boxes are in points, the origin at the image's top left.
    Raises `ReadError` ("timeout" past ``options.limits.page_seconds``, "too-many-pixels", "engine") and
    `MissingDependency`.
    """
    from pipeline.ocr.read import read

    return read(image, number=number, dpi=dpi, options=options)


__all__ = ["read_image"]
