"""How large a page image may be before it is refused."""

from __future__ import annotations

from pipeline.errors import ReadError

MAX_PIXELS = 120_000_000
"""A3 at 600 dpi is 70 million pixels."""

MIN_SIDE = 16
"""Fewer pixels than this on a side hold no letter."""


def check_size(width: int, height: int, *, limit: int = MAX_PIXELS, page: int | None = None) -> None:
    """Refuses an image by the size its header states, before a pixel is decoded.

    Raises `ReadError` ("too-many-pixels") where ``width`` × ``height`` passes ``limit``.
    """
    if width * height > limit:
        raise ReadError(
            "too-many-pixels",
            f"the page has {width:,} × {height:,} pixels, more than the limit of {limit:,}. "
            "Scale it down to 300 dpi, or raise the limit pixels.",
            stage="image",
            page=page,
        )
