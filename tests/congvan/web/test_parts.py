"""Parts of the page on their own: languages, cuts of the text, drawings."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from congvan.web import drawing, language, marks
from congvan.web.drawing import Node
from extractors.model import Repair
from pipeline.document import Box, Word

WEB = Path(__file__).parents[3] / "congvan" / "web"
CALLED = re.compile(r"""_\(\s*"([^"]+)"\s*[,)]""")


def test_every_sentence_of_the_templates_has_its_english() -> None:
    english = language.translator("en")
    missing = set()
    for path in (WEB / "templates").glob("*.html"):
        for text in CALLED.findall(path.read_text(encoding="utf-8")):
            if not text.endswith(":") or " " in text:
                missing |= {text} if english(text) == text and re.search(r"[^\x00-\x7f]", text) else set()
    assert missing == set()


def test_every_label_of_a_field_has_its_english() -> None:
    english = language.translator("en")
    source = (WEB / "fields.py").read_text(encoding="utf-8")
    labels = re.findall(r'_field\(\s*f?"[^"]+",\s*"([^"]+)"', source)
    assert len(labels) > 30
    assert {label for label in labels if english(label) == label} == set()


def test_both_languages_fill_in_the_same_places() -> None:
    for line in (WEB / "data" / "english.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            vietnamese, english = line.split("\t")
            assert re.findall(r"%[ds]", vietnamese) == re.findall(r"%[ds]", english), line


def test_titles_are_translated_without_their_numbers() -> None:
    english = language.translator("en")
    assert english.parts("Nghĩa vụ 12 · 3.a") == "Obligations 12 · 3.a"
    assert language.translator("vi").parts("Quy tắc 1 · quota") == "Quy tắc 1 · Tỷ lệ tối đa"


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_pieces_join_to_the_text_whatever_is_marked(
    text: str, places: list[tuple[int, int]], mended: list[tuple[int, int]]
) -> None:
    words = [Word(min(p), max(p), Box(0, 0, 1, 1), 0.1) for p in places]
    repairs = [Repair(kind="ocr", span=(min(p), max(p)), before="x", after="y") for p in mended]
    pieces = marks.cut(text, 0, len(text), words, repairs, places)
    assert "".join(piece.text for piece in pieces) == text
    assert all(first.end == second.start for first, second in pairwise(pieces))
    for piece in pieces:
        tinted = any(w.start < piece.end and w.end > piece.start for w in words)
        assert ("doubt" in piece.classes) == tinted


def test_a_side_without_acts_takes_no_room() -> None:
    def node(name: str) -> Node:
        return Node((name, ""), name, None, held=False, relation="cites")

    alone = drawing.neighbourhood(node("here"), [], [])
    assert (alone.centre.x, alone.width) == (1, drawing.NODE_WIDTH + 2)
    going = drawing.neighbourhood(node("here"), [], [node("a")])
    assert going.centre.x == 1
    assert going.nodes[0].x > drawing.NODE_WIDTH and going.nodes[0].x < going.width - drawing.NODE_WIDTH
    coming = drawing.neighbourhood(node("here"), [node("a")], [])
    assert coming.centre.x + drawing.NODE_WIDTH < coming.width < drawing.WIDTH


def test_a_bare_number_of_a_clause_gets_its_noun() -> None:
    from congvan.web.pages import clause

    vietnamese, english = language.translator("vi"), language.translator("en")
    said = {
        label: clause(label, vietnamese)
        for label in ("3", "2.a", "II", "II.1", "a)", "1(2)", "Điều 3", "Thứ hai")
    }
    assert said == {
        "3": "mục 3", "2.a": "mục 2.a", "II": "mục II", "II.1": "mục II.1", "a)": "mục a)", "1(2)": "mục 1(2)",
        "Điều 3": "Điều 3", "Thứ hai": "Thứ hai",
    }  # fmt: skip
    assert clause("3", english) == "item 3"
    assert clause(None, english) == ""


def test_a_neighbourhood_is_drawn_without_overlaps() -> None:
    def node(name: str) -> Node:
        return Node((name, ""), name, None, held=False, relation="cites")

    drawn = drawing.neighbourhood(node("here"), [node("a")], [node(str(i)) for i in range(5)])
    boxes = [drawn.centre, *drawn.nodes]
    assert len(drawn.lines) == 6
    for i, one in enumerate(boxes):
        assert 0 <= one.x <= drawn.width - drawing.NODE_WIDTH
        assert 0 <= one.y <= drawn.height - drawing.NODE_HEIGHT
        for other in boxes[i + 1 :]:
            apart = abs(one.x - other.x) >= drawing.NODE_WIDTH or abs(one.y - other.y) >= drawing.NODE_HEIGHT
            assert apart


def test_bars_are_as_tall_as_their_values() -> None:
    chart = drawing.columns([("a", 2, "2", None), ("b", 1, "1", None), ("c", 0, "0", None)])
    tall = [bar.height for bar in chart.bars]
    assert tall[0] == 2 * tall[1]
    assert tall[2] == 0
    assert drawing.columns([]).bars == []
