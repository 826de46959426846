"""Storing, reading back, reading again."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from corpus.corpus import Corpus
from corpus.errors import Ambiguous, NotFound
from corpus.schema import acts, metadata, obligations, readings
from extractors.model import Error
from tests.corpus.build import Duty, make

DUTIES = [
    Duty("Các cấp ủy rà soát để chấn chỉnh", ["Các cấp ủy"], "trước ngày 30/10/2022", "2022-10-30"),
    Duty("Ban Tổ chức Thành ủy tổng hợp", ["Ban Tổ chức Thành ủy"]),
]


def count(corpus: Corpus, table: str) -> int:
    with corpus.reading() as connection:
        found = connection.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one()
        return int(found)


def test_what_is_stored_is_what_comes_back(corpus: Corpus) -> None:
    made = make(duties=DUTIES, references=[{"text": "Điều lệ Đảng"}])
    corpus.store(made, recipe="1.1", path="/in/a.txt")
    assert corpus.directive(made.id) == made


def test_the_same_reading_twice_is_one(corpus: Corpus) -> None:
    first = corpus.store(make(duties=DUTIES), recipe="1.1")
    second = corpus.store(make(duties=DUTIES), recipe="1.1")
    assert (first.outcome, second.outcome) == ("stored", "unchanged")
    assert first.document_id == second.document_id
    assert (count(corpus, "readings"), count(corpus, "obligations")) == (1, 2)


def test_another_recipe_adds_a_version_and_replaces_what_follows_from_it(corpus: Corpus) -> None:
    corpus.store(make(duties=DUTIES), recipe="1.1")
    corpus.store(make(duties=DUTIES[:1], subject="Khác"), recipe="1.2")
    assert (count(corpus, "documents"), count(corpus, "readings"), count(corpus, "obligations")) == (1, 2, 1)
    assert corpus.directive(make().id).subject == "Khác"
    assert [hit.subject for hit in corpus.search("khác").items] == ["Khác"]
    assert corpus.search("tổng hợp").total == 0  # the index holds nothing of the old reading
    assert corpus.obligations("tổng hợp").total == 0


def test_a_failed_reading_never_stands_in_for_a_good_one(corpus: Corpus) -> None:
    corpus.store(make(duties=DUTIES), recipe="1.1")
    broken = make(status="failed", errors=[Error(stage="ocr", code="timeout", message="too slow")])
    corpus.store(broken, recipe="2.1")
    assert corpus.directive(make().id).status == "complete"
    assert count(corpus, "readings") == 2


def test_nul_and_other_odd_characters_are_kept_out_of_harm(corpus: Corpus) -> None:
    made = make(body="trang\x00một\ftrang \U0001f600 hai", duties=[Duty("phải\x00báo cáo", ["A"])])
    corpus.store(made, recipe="1.1")
    assert corpus.directive(made.id).text == made.text.replace("\x00", "\ufffd")
    assert corpus.search("báo cáo").total == 1


def test_a_directive_is_called_by_id_prefix_or_number(corpus: Corpus) -> None:
    made = make("a", number="17-KH/ĐU")
    corpus.store(made, recipe="1.1")
    corpus.store(make("b", number="04-HD/TU", issuer="Tỉnh ủy Quảng Nam"), recipe="1.1")
    corpus.store(make("c", number="04-HD/TU", issuer="Tỉnh ủy Cà Mau"), recipe="1.1")
    for name in (made.id, made.id[:6], made.source.sha256, "17-KH/ĐU", "17 -KH/ĐU", "17-kh/du"):
        assert corpus.directive(name).id == made.id, name
    with pytest.raises(NotFound, match="congvan search"):
        corpus.directive("99-QĐ/TW")
    with pytest.raises(Ambiguous) as caught:
        corpus.directive("4-HD/TU")
    assert sorted(caught.value.candidates) == sorted([make("b").id, make("c").id])


def test_rereading_leaves_no_act_behind(corpus: Corpus) -> None:
    cited = [{"text": "Quy định số 132-QĐ/TW", "number": "132-QĐ/TW", "date": "2018-03-08"}]
    corpus.store(make(references=cited), recipe="1.1")
    assert count(corpus, "acts") == 2
    corpus.store(make(), recipe="1.2")
    with corpus.reading() as connection:
        assert connection.execute(select(acts.c.number)).scalars().all() == ["605-CV/TU"]


def test_ids_of_the_index_are_never_used_again(sqlite: Corpus) -> None:
    sqlite.store(make(duties=DUTIES), recipe="1.1")
    with sqlite.reading() as connection:
        before = set(connection.execute(select(obligations.c.id)).scalars())
    sqlite.store(make(duties=DUTIES), recipe="1.2")
    with sqlite.reading() as connection:
        after = set(connection.execute(select(obligations.c.id)).scalars())
        assert connection.execute(select(func.count()).select_from(readings)).scalar() == 2
    assert not before & after
