"""A person's word on a repair: accepted, or undone, with all that points into the text moved along."""

from __future__ import annotations

import pytest

from corpus import undo
from corpus.corpus import Corpus
from corpus.errors import QueryError
from corpus.schema import pages
from corpus.words import pack, unpack
from extractors.model import Directive, Repair
from pipeline.document import Box, Word
from tests.corpus.build import Duty, make

WHO = "Nguyễn Văn A"


@pytest.fixture
def repaired(sqlite: Corpus) -> Directive:
    """ "Ban Tổ chức báo cáo" stands where the source said "Bn To chuc bao cao"."""
    made = make(
        body="Đoạn mở đầu",
        duties=[
            Duty("Ban Tổ chức báo cáo", ["Ban Tổ chức"], "trước ngày 30/10/2022", "2022-10-30"),
            Duty("Văn phòng theo dõi", ["Văn phòng"]),
        ],
    )
    start = made.text.index("Ban Tổ chức")
    span = (start, start + len("Ban Tổ chức"))
    made.repairs = [Repair(kind="diacritics", span=span, before="Bn To", after="Ban Tổ chức", confidence=0.5)]
    at = made.text.index("Văn phòng")
    words = [Word(span[0], span[1], Box(1, 2, 3, 4), 0.5), Word(at, at + 3, Box(5, 6, 7, 8), None)]
    sqlite.store(made, recipe="1.1", words={1: pack(words)})
    return made


def field(made: Directive) -> str:
    start, end = made.repairs[0].span
    return f"repairs/{start}-{end}"


def test_an_undone_repair_puts_back_what_the_source_said(sqlite: Corpus, repaired: Directive) -> None:
    now = sqlite.correct(repaired.id, field(repaired), undo.UNDONE, who=WHO)
    assert "Bn To báo cáo trước ngày 30/10/2022" in now.text
    assert now.repairs == []
    first, second = now.obligations
    assert first.text == "Bn To báo cáo trước ngày 30/10/2022" == now.text[slice(*first.span)]
    assert second.text == "Văn phòng theo dõi" == now.text[slice(*second.span)]
    assert now.text[slice(*now.deadlines[0].span)] == "trước ngày 30/10/2022"
    assert now.pages[-1].end == len(now.text)
    assert sqlite.obligations('"bn to"').total == 1


def test_words_keep_their_ink_when_a_repair_is_undone(sqlite: Corpus, repaired: Directive) -> None:
    now = sqlite.correct(repaired.id, field(repaired), undo.UNDONE, who=WHO)
    with sqlite.reading() as connection:
        words = unpack(connection.execute(pages.select()).one().words)
    assert [now.text[word.start : word.end] for word in words] == ["Bn To", "Văn"]
    assert [word.box.x0 for word in words] == [1, 5]


def test_a_repair_undone_and_then_accepted_stands_as_it_was_read(sqlite: Corpus, repaired: Directive) -> None:
    sqlite.correct(repaired.id, field(repaired), undo.UNDONE, who=WHO)
    now = sqlite.correct(repaired.id, field(repaired), undo.ACCEPTED, who=WHO)
    assert now.text == repaired.text
    assert now.repairs[0].confidence == 1.0
    assert [c.after for c in sqlite.corrections(repaired.id)] == ["undone", "accepted"]
    assert sqlite.differences(repaired.id) == []


@pytest.mark.parametrize(("path", "value"), [("repairs/1-2", "undone"), (None, "maybe"), ("repairs", [])])
def test_only_repairs_that_are_there_are_decided(
    sqlite: Corpus, repaired: Directive, path: str | None, value: object
) -> None:
    with pytest.raises(QueryError):
        sqlite.correct(repaired.id, path or field(repaired), value, who=WHO)


def test_a_decision_on_a_repair_that_a_new_reading_does_not_make_changes_nothing(
    sqlite: Corpus, repaired: Directive
) -> None:
    sqlite.correct(repaired.id, field(repaired), undo.UNDONE, who=WHO)
    again = repaired.model_copy(update={"repairs": []})
    sqlite.store(again, recipe="2.1")
    assert sqlite.directive(repaired.id).text == repaired.text


@pytest.mark.parametrize(
    ("old", "new", "splice"),
    [
        ("abcd", "abXYcd", (2, 2, 2)),
        ("aaa", "aa", (2, 3, 0)),
        ("", "x", (0, 0, 1)),
        ("abc", "axc", (1, 2, 1)),
    ],
)
def test_the_stretch_between_two_texts(old: str, new: str, splice: tuple[int, int, int]) -> None:
    found = undo.between(old, new)
    assert (found.start, found.end, found.length) == splice
