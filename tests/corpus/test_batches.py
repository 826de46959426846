"""Many directives in one write: what is kept is what one after another would leave, all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from corpus.corpus import Corpus
from corpus.errors import CorpusError
from corpus.index.postgresql import _fitted, _vector
from corpus.schema import acts, amendments, directives
from extractors.model import Directive
from tests.corpus.build import Duty, make

OFFICE = "Văn phòng Tỉnh ủy Hòa Bình"
FULL = {"number": "812-CV/VPTU", "date": "2021-03-04", "issuer": OFFICE}


def cites(text: str, **said: str) -> list[dict[str, str]]:
    return [{"text": text, **said}]


MIXED = [
    # cites an act that comes later in the batch, and one that never comes
    make("early", number="1-KH/TU", references=cites("Công văn 812-CV/VPTU", **FULL)),
    make("stub", number="2-KH/TU", references=cites("Quyết định 77-QĐ/TW", number="77-QĐ/TW", date="2020-01-02")),
    make("act", number="812-CV/VPTU", issuer=OFFICE, date="2021-03-04", duties=[Duty("Lập danh sách", ["A"])]),
    # the same act from another file, then the same bytes once more
    make("scan", number="812-CV/VPTU", issuer=OFFICE, date="2021-03-04"),
    make("early", number="1-KH/TU", references=cites("Công văn 812-CV/VPTU", **FULL)),
    # a day that no act of this number has: a near miss
    make("near", number="3-KH/TU", references=cites("Công văn 812", **{**FULL, "date": "2021-04-03"})),
    make("named", references=cites("Quy chế làm việc"), duties=[Duty("Thực hiện quy chế", ["A", "B"])]),
    make("named too", number="4-KH/TU", references=cites("Quy chế làm việc")),
    # replaces what stands in the same batch
    make("new", number="5-KH/TU", references=cites("Kế hoạch số 1", number="1-KH/TU", date="2022-10-14",
         issuer="Thành ủy Cần Thơ", relation="replaces")),
    make("broken", status="failed"),
]  # fmt: skip


def picture(corpus: Corpus) -> dict[str, Any]:
    """All that a person can see of a corpus."""
    with corpus.reading() as connection:
        kept = connection.execute(select(acts).order_by(acts.c.id)).all()
        review = connection.execute(
            select(directives.c.needs_review).order_by(directives.c.document_id)
        ).scalars()
        doubts = list(review)
    return {
        "directives": [directive.model_dump() for directive in corpus.each()],
        "edges": [corpus.neighbours(directive.id) for directive in corpus.each()],
        "acts": [(a.number, a.date, a.issuer, a.title, a.document_id) for a in kept],
        "review": doubts,
        "problems": list(corpus.problems()),
        "duties": [(hit.directive, hit.text, hit.bearers) for hit in corpus.each_obligation("quy chế")],
        "found": {hit.id for hit in corpus.search("cong van").items},
    }


def test_a_batch_leaves_what_one_after_another_leaves(corpus: Corpus, tmp_path: Path) -> None:
    with Corpus.open(str(tmp_path / "alone.db")) as alone:
        expected = [alone.store(directive, recipe="1").outcome for directive in MIXED]
        assert [stored.outcome for stored in corpus.store_all(MIXED, recipe="1")] == expected
        assert expected.count("unchanged") == 1
        assert picture(corpus) == picture(alone)


def test_bytes_that_are_read_anew_in_a_batch_take_the_place_of_the_old_reading(corpus: Corpus) -> None:
    corpus.store(make("a", duties=[Duty("Nộp báo cáo quý", ["A"])]), recipe="1")
    batch = [make("b"), make("a", duties=[Duty("Nộp báo cáo năm", ["A"])]), make("c")]
    assert {stored.outcome for stored in corpus.store_all(batch, recipe="2")} == {"stored"}
    assert [hit.text for hit in corpus.obligations("nộp báo cáo").items] == ["Nộp báo cáo năm"]
    assert corpus.search().total == 3


def test_a_batch_is_kept_whole_or_not_at_all(corpus: Corpus) -> None:
    """Two documents under one id cannot be; what stood before them in the batch goes with them."""
    clash = make("second").model_copy(update={"id": make("first").id})
    with pytest.raises(CorpusError):
        corpus.store_all([make("fine"), make("first"), clash], recipe="1")
    assert corpus.search().total == 0
    assert corpus.search("kiểm điểm").total == 0
    corpus.store_all([make("fine"), make("first")], recipe="1")
    assert corpus.search("kiểm điểm").total == 2


def test_ids_of_what_is_gone_are_not_given_again(corpus: Corpus) -> None:
    """Else a link to an obligation could show another one after a correction."""
    first = make("a", duties=[Duty("Một", ["A"]), Duty("Hai", ["A"])])
    corpus.store(first, recipe="1")
    ids = "SELECT id FROM obligations ORDER BY id"
    with corpus.reading() as connection:
        before = set(connection.execute(text(ids)).scalars())
    corpus.store(first, recipe="2")
    with corpus.reading() as connection:
        after = set(connection.execute(text(ids)).scalars())
    assert len(before) == len(after) == 2
    assert before.isdisjoint(after)


def test_an_act_that_arrives_takes_only_the_amendments_that_name_it(corpus: Corpus) -> None:
    """Both numbers say too little at first; the second still does when the first act has come."""
    numbers = ("15-KH/ĐU", "16-KH/ĐU")
    amending = make(
        "a",
        number="9-KH/TU",
        references=[{"text": f"Kế hoạch số {number}", "number": number} for number in numbers],
        amendments=[{"target": number, "action": "delete", "place": "mục 2"} for number in numbers],
    )
    corpus.store(amending, recipe="1")
    held = make("b", number=numbers[0])
    corpus.store(held, recipe="1")
    with corpus.reading() as connection:
        rows = connection.execute(
            select(amendments.c.target, acts.c.number).outerjoin(acts, acts.c.id == amendments.c.act_id)
        )
        assert {(row.target, row.number) for row in rows} == {(numbers[0], numbers[0]), (numbers[1], None)}


@pytest.mark.parametrize("head", [0, 7])
def test_the_server_puts_places_together_as_we_do_for_a_long_text(postgres_url: str, head: int) -> None:
    words = ["f/typecv", *(f"từ{number * number % 61}" for number in range(600))]
    with Corpus.open(postgres_url) as corpus, corpus.reading() as connection:
        same = text("SELECT CAST(:ours AS tsvector) = CAST(:servers AS tsvector)")
        vectors = {"ours": _fitted(words, head, 1), "servers": _vector(words, head, 1)}
        assert vectors["ours"] != vectors["servers"]
        assert connection.execute(same, vectors).scalar() is True


def test_a_text_of_many_words_is_found_by_its_last(corpus: Corpus) -> None:
    body = " ".join(f"khoản{number}" for number in range(4_000))
    corpus.store(_long(body), recipe="1")
    assert corpus.search("khoản3999").total == 1
    assert corpus.search('"khoản3998 khoản3999"').total == 1


def _long(body: str) -> Directive:
    return make("long", body=body, duties=[Duty(body, ["A"])])
