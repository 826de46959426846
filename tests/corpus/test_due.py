"""When a deadline is due: the last day on which it can be met, the same for filters, views and calendar."""

from __future__ import annotations

from datetime import timedelta

import pytest

from checker.periods import read_period
from corpus.corpus import Corpus
from corpus.due import due
from corpus.filters import Filters
from extractors.model import Bound, Deadline, Precision
from tests.corpus.build import Duty, make


def deadline(bound: Bound, date: str | None, precision: Precision | None = None) -> Deadline:
    return Deadline(text="hạn", date=date, bound=bound, precision=precision, span=(0, 3))


@pytest.mark.parametrize(
    ("bound", "date", "day"),
    [
        ("before", "2022-10-30", "2022-10-29"),
        ("before", "2024-03-01", "2024-02-29"),
        ("before", "2025-01-01", "2024-12-31"),
        ("before", "2022-10", "2022-09-30"),
        ("before", "2023-Q2", "2023-03-31"),
        ("before", "2025", "2024-12-31"),
        ("before", "2022-10-05/2022-10-10", "2022-10-04"),
        ("by", "2022-10-30", "2022-10-30"),
        ("on", "2023-Q2", "2023-06-30"),
        ("by", "2022-10-05/2022-10-10", "2022-10-10"),
        ("recurring", "2022-02", "2022-02-28"),
        ("after", "2022-10-30", None),
        ("before", "2022-02-30", None),
        ("before", "0001-01-01", None),
        ("before", None, None),
    ],
)
def test_what_is_due_before_a_day_or_a_period_is_due_before_it_begins(
    bound: Bound, date: str | None, day: str | None
) -> None:
    assert due(deadline(bound, date)) == day


def test_before_an_hour_of_a_day_is_still_on_that_day() -> None:
    assert due(deadline("before", "2019-01-28", "time")) == "2019-01-28"


def test_obligations_and_directives_are_found_by_that_day(corpus: Corpus) -> None:
    """Over the end of a month too, whose name the index holds."""
    duty = Duty("Sở Nội vụ báo cáo", ["Sở Nội vụ"], "trước ngày 01/11/2022", "2022-11-01")
    corpus.store(make("a", duties=[duty]), recipe="1")
    for asked, found in (
        (Filters(due_before="2022-10-31"), 0),
        (Filters(due_before="2022-11-01"), 1),
        (Filters(due_after="2022-10-30", due_before="2022-11-15"), 1),
        (Filters(due_after="2022-10-31", due_before="2022-11-15"), 0),
    ):
        assert corpus.obligations(filters=asked).total == found, asked
        assert corpus.search(filters=asked).total == found, asked
    assert [hit.due for hit in corpus.obligations("báo cáo").items] == ["2022-10-31"]


def test_a_corpus_of_an_earlier_release_is_found_by_that_day_too(sqlite: Corpus, sqlite_url: str) -> None:
    """What schema 0002 laid, with the day that is named for the last, is laid anew, the search index as well."""
    from sqlalchemy import text

    duty = Duty("Sở Nội vụ báo cáo", ["Sở Nội vụ"], "trước ngày 01/11/2022", "2022-11-01")
    sqlite.store(make("a", duties=[duty]), recipe="1")
    with sqlite.writing() as connection:
        for statement in (
            "UPDATE deadlines SET due = '2022-11-01'",
            "UPDATE obligations SET due = '2022-11-01', indexed = replace(indexed, 'due202210', 'due202211')",
            "UPDATE obligation_keys SET due = '2022-11-01'",
            "UPDATE directives SET indexed = replace(indexed, 'due202210', 'due202211')",
            "UPDATE alembic_version SET version_num = '0002'",
        ):
            connection.execute(text(statement))
        from corpus.reindex import reindex

        reindex(connection, sqlite.index)
    sqlite.close()
    with Corpus.open(sqlite_url, create=False) as opened:
        asked = Filters(due_after="2022-10-30", due_before="2022-11-01")
        assert opened.obligations("báo cáo", asked).total == 1
        assert opened.search("báo cáo", asked).total == 1
        opened.correct("605-CV/TU", "subject", "Việc khác", who="A")  # takes the old rows out of the index
        assert opened.obligations("báo cáo", asked).total == 1


@pytest.mark.parametrize("date", ["2022-10-30", "2022-10", "2023-Q2", "2025", "2022-10-05/2022-10-10"])
@pytest.mark.parametrize("bound", ["before", "by", "on"])
def test_the_checker_counts_to_the_same_day(bound: Bound, date: str) -> None:
    """Filters and the checker read periods apart; a day that is in time for one is so for the other."""
    period = read_period(date)
    assert period is not None
    last = period.earliest - timedelta(days=1) if bound == "before" else period.latest
    assert due(deadline(bound, date)) == last.isoformat()
