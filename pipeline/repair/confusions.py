"""How often OCR takes one letter for another, as log probabilities.

``data/confusions.tsv`` holds the rates: reader, true letter, letter read, rate. They were counted with
Tesseract 5.3 on printed directives degraded in 13 ways (data ``vie``: 130 pages; data ``eng``: 30 pages).
"""

from __future__ import annotations

from functools import lru_cache
from math import log
from pathlib import Path

VIETNAMESE, ENGLISH = "vie", "eng"
_TABLE = Path(__file__).parent / "data" / "confusions.tsv"


@lru_cache(maxsize=2)
def letter_costs(reader: str) -> dict[tuple[str, str], float]:
    """``(true, read)`` → log P(read | true), lower case; letters read right are not listed."""
    costs: dict[tuple[str, str], float] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        name, true, read, rate = line.split("\t")
        if name == reader:
            costs[true, read] = log(float(rate))
    return costs
