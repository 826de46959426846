"""A scan of 100 pages in a corpus, for `bench.web`: drawn pages, the words on them with their boxes, and the
fields that the extractors read from the text. No engine runs: what it would have read is known."""

from __future__ import annotations

import hashlib
import random
import re
from pathlib import Path

import fixtures
from corpus.corpus import Corpus
from corpus.words import pack
from extractors.model import Directive, PageRecord, Source
from extractors.reading import read
from pipeline.document import Box, Word

PAGES = 100
_WIDTH, _HEIGHT, _SCALE = 595, 842, 200 / 72
_LINE, _STEP, _TOP, _LEFT = 78, 15.0, 60.0, 60.0


def make(folder: Path) -> tuple[Path, str]:
    """A corpus with the scan: its file, and the directive's id."""
    texts = _texts()
    path = folder / "scan-100.pdf"
    _draw(path, texts)
    text, records, words, start = "", [], {}, 0
    for number, page in enumerate(texts, start=1):
        found = []
        for row, line in enumerate(page.splitlines()):
            offset = start + page.index(line)
            for match in re.finditer(r"\S+", line):
                x, y = _LEFT + 6.1 * match.start(), _TOP + _STEP * row
                box = Box(x, y, x + 6.1 * len(match[0]), y + 11)
                at = offset + match.start()
                found.append(Word(at, at + len(match[0]), box, 0.6 if match.start() % 17 == 0 else 0.95))
        words[number] = pack(found)
        text += page
        records.append(
            PageRecord(
                number=number, start=start, end=len(text), width=_WIDTH, height=_HEIGHT, method="ocr",
                confidence=0.93,
            )
        )  # fmt: skip
        start = len(text)
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    directive = Directive(
        **read(text).model_dump(),
        id=sha256[:16],
        source=Source(
            name=path.name, media_type="application/pdf", sha256=sha256, bytes=len(data), pages=PAGES
        ),
        status="complete",
        text=text,
        pages=records,
    )
    database = folder / "scan.db"
    with Corpus.open(str(database), create=True) as corpus:
        corpus.store(directive, recipe="bench", path=str(path), words=words)
    return database, directive.id


def _texts() -> list[str]:
    """Pages of composed directives, one after the other, in lines of a page's width."""
    chosen = random.Random(7)
    names = fixtures.names()
    lines: list[str] = []
    while len(lines) < PAGES * 45:
        for paragraph in fixtures.text(chosen.choice(names)).splitlines():
            words = paragraph.split()
            line = ""
            for word in words:
                if len(line) + len(word) + 1 > _LINE:
                    lines.append(line)
                    line = ""
                line = f"{line} {word}".strip()
            lines.append(line)
    return ["\n".join(lines[at : at + 45]) + "\n" for at in range(0, PAGES * 45, 45)]


def _draw(path: Path, texts: list[str]) -> None:
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(20)
    sheets = []
    for text in texts:
        sheet = Image.new("L", (round(_WIDTH * _SCALE), round(_HEIGHT * _SCALE)), 248)
        pen = ImageDraw.Draw(sheet)
        for row, line in enumerate(text.splitlines()):
            pen.text((_LEFT * _SCALE, (_TOP + _STEP * row) * _SCALE), line, fill=40, font=font)
        sheets.append(sheet)
    sheets[0].save(path, save_all=True, append_images=sheets[1:], resolution=200)
