"""The stages of reading one page, in order."""

from __future__ import annotations

import time

import numpy as np

from pipeline.document import Page
from pipeline.imaging.clean import prepare
from pipeline.imaging.grid import find_grids
from pipeline.imaging.limits import check_size
from pipeline.ocr.compose import compose
from pipeline.ocr.engine import engine
from pipeline.ocr.layout import lay_out
from pipeline.options import Options


def read(image: np.ndarray, *, number: int, dpi: float | None, options: Options | None = None) -> Page:
    """See `pipeline.ocr.read_image`."""
    options = options or Options()
    height, width = image.shape[:2]
    check_size(width, height, limit=options.limits.pixels, page=number)
    started = time.monotonic()
    prepared = prepare(image, dpi)
    if prepared.blank:
        return Page(number, "", "ocr", width=prepared.width, height=prepared.height, confidence=1.0)
    left = max(1.0, options.limits.page_seconds - (time.monotonic() - started))
    tokens = engine().read(prepared.image, dpi=prepared.dpi, seconds=left)
    grids = find_grids(prepared.image, prepared.dpi)
    layout = lay_out(tokens, grids, prepared.image.shape[1], prepared.image.shape[0])
    return compose(layout, prepared, number)
