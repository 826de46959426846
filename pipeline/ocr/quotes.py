"""Quotation marks of one kind on a page: engines read “ ” now curved, now straight."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.ocr.layout import Layout
from pipeline.ocr.lines import Run

_OPENING = re.compile(r"^(\(?)[\"']{1,2}(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.,;:!?)/*])(?:\"|'')(?=[.,;:!?)/*]*$)")


def settle(layout: Layout) -> None:
    """Curves the straight quotation marks of a page on which others were read curved; where none was, the
    page may be typed with straight ones, and they stay."""
    runs = [run for line in layout.lines for run in line.runs if run is not None]
    if not any(c in token.text for run in runs for token in run.tokens for c in "“”"):
        return
    for line in layout.lines:
        line.runs = [run and curved(run) for run in line.runs]


def curved(run: Run) -> Run:
    """``run`` with straight double quotation marks curved: opening before a word, closing after one."""
    tokens = []
    for token in run.tokens:
        text = _CLOSING.sub("”", _OPENING.sub(r"\1“", token.text))
        tokens.append(token if text == token.text else replace(token, text=text))
    return Run(tokens) if tokens != run.tokens else run
