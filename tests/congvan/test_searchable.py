"""`congvan searchable`: the text lies invisibly where the ink is, the original stays as it was."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from click.testing import CliRunner

import fixtures
from congvan.cli import cli
from fixtures.scan import as_pdf

NAME = "ubnd-phuong-tb-via-he"


@pytest.mark.tesseract
def test_a_scan_becomes_searchable_and_looks_the_same(tesseract: str, tmp_path: Path) -> None:
    original = tmp_path / "scan.pdf"
    original.write_bytes(as_pdf(fixtures.print_scan(NAME, "clean150")[:1]))
    before = original.read_bytes()
    out = tmp_path / "out.pdf"
    result = CliRunner().invoke(cli, ["searchable", str(original), "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert original.read_bytes() == before
    old, new = pypdfium2.PdfDocument(original), pypdfium2.PdfDocument(out)
    assert len(new) == len(old) == 1
    pictures = [page.render(scale=1).to_numpy().astype(int) for page in (old[0], new[0])]
    assert np.abs(pictures[0] - pictures[1]).max() <= 2
    text = new[0].get_textpage()
    wanted = "Nơi nhận"
    assert wanted in text.get_text_range()
    place = text.search(wanted).get_next()
    left, bottom, right, top = text.get_charbox(place[0])
    assert 70 < left < 130 and right - left < 12 and 5 < top - bottom < 25
    height = old[0].get_size()[1]
    row = slice(round(height - top), round(height - bottom))
    assert (pictures[0][row, round(left) : round(left) + 40] < 150).any()


def test_what_cannot_be_made_searchable_is_refused_with_a_reason(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Kính gửi", encoding="utf-8")
    result = CliRunner().invoke(cli, ["searchable", str(text), "-o", str(tmp_path / "b.pdf")])
    assert result.exit_code == 1
    assert "neither PDF nor image" in result.output
    result = CliRunner().invoke(cli, ["searchable", str(text), "-o", str(text)])
    assert result.exit_code == 2
