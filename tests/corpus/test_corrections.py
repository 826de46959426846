"""People's corrections: a layer of their own, which no reading overwrites."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, update

from corpus.corpus import Corpus
from corpus.errors import CorpusError, QueryError
from corpus.filters import Filters
from corpus.schema import corrections
from extractors.model import Directive
from tests.corpus.build import Duty, make

WHO = "Nguyễn Văn A"


@pytest.fixture
def stored(corpus: Corpus) -> Directive:
    made = make(
        number=None,
        duties=[
            Duty("Ban Tổ chức báo cáo", ["Ban Tổ chức"], "trước ngày 30/10/2022", "2022-10-30"),
            Duty("Văn phòng theo dõi", ["Văn phòng"]),
        ],
    )
    corpus.store(made, recipe="1.1")
    return made


def test_a_correction_holds_everywhere(corpus: Corpus, stored: Directive) -> None:
    corpus.correct(
        stored.id, "number", {"text": "609-CV/TU", "serial": 609}, who=WHO, why="read from the ink"
    )
    corpus.correct(stored.id, "issuer/name", "Tỉnh ủy Quảng Nam", who=WHO)
    corpus.correct(stored.id, f"obligations/{stored.obligations[1].id}/bearers", ["Sở Nội vụ"], who=WHO)
    now = corpus.directive("609-CV/TU")
    assert now.number and now.number.serial == 609
    assert now.issuer and now.issuer.name == "Tỉnh ủy Quảng Nam"
    assert corpus.search(filters=Filters(issuer="Quảng Nam")).total == 1
    assert corpus.search(filters=Filters(issuer="Cần Thơ")).total == 0
    assert [hit.bearers for hit in corpus.obligations(filters=Filters(bearer="nội vụ")).items] == [
        ["Sở Nội vụ"]
    ]
    assert corpus.obligations(filters=Filters(bearer="văn phòng")).total == 0
    assert next(corpus.each()).number == now.number  # exports carry it
    machine = corpus.directive(stored.id, machine=True)
    assert machine.number is None and machine.issuer == stored.issuer


def test_who_when_why_before_and_after_are_kept(corpus: Corpus, stored: Directive) -> None:
    corpus.correct(stored.id, "subject", "Về việc A", who=WHO, why="misread")
    corpus.correct(stored.id, "subject", "Về việc B", who="Trần Thị B")
    first, second = corpus.corrections(stored.id)
    assert (first.field, first.before, first.after) == ("subject", stored.subject, "Về việc A")
    assert (first.who, first.why) == (WHO, "misread") and first.at.startswith("20")
    assert (second.before, second.after, second.why) == (stored.subject, "Về việc B", None)
    assert corpus.directive(stored.id).subject == "Về việc B"


def test_reading_again_overwrites_no_correction_and_says_where_they_differ(
    corpus: Corpus, stored: Directive
) -> None:
    corpus.correct(stored.id, "subject", "Đúng", who=WHO)
    corpus.correct(stored.id, "issuer/name", "Tỉnh ủy Quảng Nam", who=WHO)
    assert corpus.differences(stored.id) == []
    again = stored.model_copy(update={"subject": "Lại khác"})
    corpus.store(again, recipe="1.2")
    assert corpus.directive(stored.id).subject == "Đúng"
    [difference] = corpus.differences(stored.id)
    assert (difference.field, difference.machine_before) == ("subject", stored.subject)
    assert (difference.machine_now, difference.corrected) == ("Lại khác", "Đúng")
    assert corpus.search(filters=Filters(needs_review=True)).total == 1
    corpus.store(stored.model_copy(update={"subject": "Đúng"}), recipe="1.3")  # the machine now agrees
    assert corpus.differences(stored.id) == []


def test_an_obligation_is_added_and_taken_out(corpus: Corpus, stored: Directive) -> None:
    mine = {"text": "Công an tỉnh kiểm tra", "bearers": ["Công an tỉnh"], "span": [0, 4]}
    corpus.correct(stored.id, "obligations/mine", mine, who=WHO)
    corpus.correct(stored.id, f"obligations/{stored.obligations[0].id}", None, who=WHO)
    assert [item.text for item in corpus.directive(stored.id).obligations] == [
        "Văn phòng theo dõi",
        "Công an tỉnh kiểm tra",
    ]
    assert corpus.obligations("kiểm tra").total == 1
    assert corpus.obligations("báo cáo").total == 0


def test_a_clause_that_a_new_reading_no_longer_has_is_reported(corpus: Corpus, stored: Directive) -> None:
    field = f"obligations/{stored.obligations[1].id}/bearers"
    corpus.correct(stored.id, field, ["Sở Nội vụ"], who=WHO)
    corpus.store(stored.model_copy(update={"obligations": stored.obligations[:1]}), recipe="1.2")
    assert [item.field for item in corpus.differences(stored.id)] == [field]
    assert len(corpus.directive(stored.id).obligations) == 1


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("issued/precision", "century"),
        ("number", 7),
        ("colour", "red"),
        ("text", "…"),
        ("obligations/none/bearers/0", ["x"]),
        ("subject/x", "y"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    corpus: Corpus, stored: Directive, field: str, after: object
) -> None:
    if field.startswith("obligations/none"):
        field = f"obligations/{stored.obligations[0].id}/clause/x"
    with pytest.raises(QueryError):
        corpus.correct(stored.id, field, after, who=WHO)
    assert corpus.corrections(stored.id) == []
    assert corpus.directive(stored.id) == stored


def test_a_correction_has_an_author(corpus: Corpus, stored: Directive) -> None:
    with pytest.raises(QueryError, match="who"):
        corpus.correct(stored.id, "subject", "x", who=" ")


@pytest.mark.parametrize("change", [update(corrections).values(who="someone else"), delete(corrections)])
def test_the_database_itself_refuses_to_change_the_record(
    corpus: Corpus, stored: Directive, change: object
) -> None:
    corpus.correct(stored.id, "subject", "x", who=WHO)
    with pytest.raises(CorpusError, match="append-only"), corpus.writing() as connection:
        connection.execute(change)  # type: ignore[call-overload]
    assert len(corpus.corrections(stored.id)) == 1
