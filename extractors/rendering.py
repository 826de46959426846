"""A directive as a page to look at: its text with every reading marked in place, by spaCy's displaCy.

Importing spaCy takes about a second: import this module only where a page is wanted.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from spacy import displacy

from extractors import view
from extractors.model import Reading, Span

_TOKEN = re.compile(r"\S+")
_COLOURS = {
    "NUMBER": "#c9d7f8",
    "ISSUER": "#c9d7f8",
    "ISSUED": "#c9d7f8",
    "SIGNATORY": "#c9d7f8",
    "IMPLEMENTS": "#bfe3c8",
    "AMENDS": "#f6d7a7",
    "REPLACES": "#f6d7a7",
    "CITES": "#dfe6df",
    "DEADLINE": "#f7b7b2",
    "OBLIGATION": "#ffe58a",
    "PROHIBITION": "#f3a6c8",
    "PERMISSION": "#cfe8ff",
    "QUOTA": "#d9c8f3",
    "RANK CAP": "#d9c8f3",
    "MINIMUM MEMBERS": "#d9c8f3",
    "MINIMUM TENURE": "#d9c8f3",
    "AMENDMENT": "#f2c18d",
}
_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: "Be Vietnam Pro", "Noto Sans", Arial, sans-serif; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; color: #222; background: #fff; }}
h1 {{ font-size: 1.3rem; }}
.legend span {{ display: inline-block; margin: 0 .4rem .3rem 0; padding: .1rem .5rem; font-size: .8rem; }}
.spans {{ margin: .3rem 0; }}
.spans span span {{ white-space: nowrap; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="legend">{legend}</p>
{content}
</body>
</html>
"""


def marks(reading: Reading) -> list[tuple[Span, str]]:
    """Every span of a reading with the label that a page shows, in order."""
    head = [(x.span, label) for x, label in (
        (reading.number, "NUMBER"), (reading.issuer, "ISSUER"), (reading.issued, "ISSUED")
    ) if x is not None]  # fmt: skip
    found: list[tuple[Span | None, str]] = [
        *head,
        *((x.span, "SIGNATORY") for x in reading.signatories),
        *((x.span, x.relation.upper()) for x in reading.references),
        *((x.span, "DEADLINE") for x in reading.deadlines),
        *((x.span, x.modality.upper()) for x in reading.obligations),
        *((x.span, x.kind.upper().replace("_", " ")) for x in reading.rules),
        *((x.span, "AMENDMENT") for x in reading.amendments),
    ]
    return sorted((span, label) for span, label in found if span is not None and span[0] < span[1])


def page(text: str, reading: Reading, title: str = "") -> str:
    """An HTML page of the whole text, line by line as printed, with what was read marked under its words.

    ``reading``: what `reading.read(text)` gave, or a directive. Overlapping spans stand on lines of their
    own; one that runs over several lines is marked on each. Everything that comes from the text is escaped.
    """
    found = marks(reading)
    content = displacy.render(
        list(_paragraphs(text, found)),
        style="span",
        manual=True,
        page=False,
        jupyter=False,
        options={"colors": _COLOURS, "top_offset": 34},
    )
    shown = dict.fromkeys(label for _, label in found)
    swatch = '<span style="background:{}">{}</span>'
    legend = "".join(swatch.format(_COLOURS[label], label.lower()) for label in shown)
    return _PAGE.format(title=html.escape(title or "Directive"), legend=legend, content=content)


def _paragraphs(text: str, found: list[tuple[Span, str]]) -> Iterator[dict[str, Any]]:
    """Each printed line as displaCy takes it by hand: its tokens and the spans over them."""
    active: list[tuple[Span, str]] = []
    at = 0
    for start, end in view.lines(text, 0, len(text)):
        tokens = list(_TOKEN.finditer(text, start, end))
        while at < len(found) and found[at][0][0] < end:
            active.append(found[at])
            at += 1
        active = [mark for mark in active if mark[0][1] > start]
        if not tokens:
            continue
        spans = []
        for (first, last), label in active:
            over = [i for i, token in enumerate(tokens) if token.start() < last and first < token.end()]
            if over:
                spans.append({"start_token": over[0], "end_token": over[-1] + 1, "label": label})
        yield {"text": text[start:end], "tokens": [token[0] for token in tokens], "spans": spans}
