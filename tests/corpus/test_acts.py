"""The graph of acts: stubs, resolution, near misses, and never the nearest instead of the right one."""

from __future__ import annotations

import pytest

from corpus.acts import number_key, same_issuer
from corpus.corpus import Corpus
from corpus.graph import Edge
from tests.corpus.build import make

NUMBER, DAY = "4127-CV/VPTW", "2022-08-29"
FULL = {
    "text": f"Công văn số {NUMBER} ngày 29/8/2022 của Văn phòng Trung ương Đảng",
    "number": NUMBER,
    "date": DAY,
    "issuer": "Văn phòng Trung ương Đảng",
    "relation": "implements",
}
SHORT = {"text": f"Công văn số {NUMBER}", "number": NUMBER}


def cited(**changes: str) -> dict[str, str]:
    return {**FULL, **changes}


def edges(corpus: Corpus, name: str) -> list[tuple[str, str | None]]:
    return [(edge.resolution, edge.directive) for edge in corpus.neighbours(make(name).id).cites]


def hold(corpus: Corpus, name: str = "held", number: str = NUMBER, **said: object) -> str:
    made = make(name, number=number, **{"date": DAY, "issuer": "Văn phòng Trung ương Đảng", **said})
    corpus.store(made, recipe="1")
    return made.id


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("21 -HD/BTCTW", "21-HD/BTCTW", True),
        ("04-HD/TU", "4-hd/tu", True),
        ("1298/KH-UBND", "1298-KH/UBND", True),
        ("15-HĐ/TU", "15-HD/TU", False),
        ("115-HD/TU", "15-HD/TU", False),
    ],
)
def test_when_two_prints_are_one_number(one: str, other: str, same: bool) -> None:
    assert (number_key(one) == number_key(other)) is same


def test_an_act_not_held_is_a_stub_that_resolves_when_it_arrives(corpus: Corpus) -> None:
    corpus.store(make("a", references=[FULL]), recipe="1")
    assert edges(corpus, "a") == [("stub", None)]
    held = hold(corpus)
    assert edges(corpus, "a") == [("held", held)]
    assert corpus.directive(make("a").id).references[0].target == held
    back = corpus.neighbours(held).cited_by
    assert [(edge.relation, edge.directive) for edge in back] == [("implements", make("a").id)]


def test_arriving_first_is_the_same(corpus: Corpus) -> None:
    held = hold(corpus)
    corpus.store(make("a", references=[FULL]), recipe="1")
    assert edges(corpus, "a") == [("held", held)]


def test_another_date_is_a_near_miss_not_a_match(corpus: Corpus) -> None:
    hold(corpus)
    corpus.store(make("a", references=[cited(date="2021-08-29")]), recipe="1")
    assert edges(corpus, "a") == [("near-miss", None)]


def test_a_reduced_date_agrees_with_the_day(corpus: Corpus) -> None:
    held = hold(corpus)
    corpus.store(make("a", references=[cited(date="2022")]), recipe="1")
    assert edges(corpus, "a") == [("held", held)]


def test_a_short_mention_takes_its_date_from_the_full_one(corpus: Corpus) -> None:
    held = hold(corpus)
    hold(corpus, "old", date="2017-01-05")
    corpus.store(make("a", references=[SHORT, FULL]), recipe="1")
    assert edges(corpus, "a") == [("held", held), ("held", held)]


def test_a_number_alone_that_every_province_has_resolves_to_nothing(corpus: Corpus) -> None:
    hold(corpus, "p", number="04-HD/TU", issuer="Tỉnh ủy Cà Mau")
    hold(corpus, "q", number="04-HD/TU", issuer="Tỉnh ủy Quảng Nam")
    short = {"text": "Hướng dẫn số 04-HD/TU", "number": "04-HD/TU"}
    corpus.store(make("a", issuer="Ban Tổ chức Trung ương", references=[short]), recipe="1")
    assert edges(corpus, "a") == [("unresolved", None)]
    # the same mention by the province's own committee is its own guideline
    corpus.store(make("b", issuer="Tỉnh ủy Cà Mau", references=[short]), recipe="1")
    assert edges(corpus, "b") == [("held", make("p").id)]


def test_two_acts_that_fit_alike_are_ambiguous(corpus: Corpus) -> None:
    hold(corpus, "p", number="04-HD/TU", issuer="Tỉnh ủy Cà Mau")
    hold(corpus, "q", number="04-HD/TU", issuer="Tỉnh ủy Quảng Nam")
    said = {"text": "Hướng dẫn số 04-HD/TU ngày 29/8/2022", "number": "04-HD/TU", "date": DAY}
    corpus.store(make("a", issuer="Ban Tổ chức Trung ương", references=[said]), recipe="1")
    assert edges(corpus, "a") == [("ambiguous", None)]


def test_a_number_with_its_year_from_the_centre_is_enough(corpus: Corpus) -> None:
    held = hold(corpus, "law", number="90/2020/NĐ-CP", issuer="Chính phủ", date="2020-08-13")
    hold(corpus, "local", number="12/2020/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Cà Mau", date="2020-08-13")
    mentions = [
        {"text": "Nghị định số 90/2020/NĐ-CP", "number": "90/2020/NĐ-CP"},
        {"text": "Quyết định số 12/2020/QĐ-UBND", "number": "12/2020/QĐ-UBND"},
    ]
    corpus.store(make("a", references=mentions), recipe="1")
    assert edges(corpus, "a") == [("held", held), ("unresolved", None)]


def test_the_party_committee_and_its_standing_board_can_be_one_issuer(corpus: Corpus) -> None:
    held = hold(corpus, number="347-QĐ/TU", issuer="Tỉnh ủy Quảng Nam")
    said = cited(number="347-QĐ/TU", issuer="Ban Thường vụ Tỉnh ủy")
    corpus.store(make("a", references=[said]), recipe="1")
    assert edges(corpus, "a") == [("held", held)]
    wrong = cited(number="347-QĐ/TU", issuer="Tỉnh ủy Quảng Ngãi")
    corpus.store(make("b", references=[wrong]), recipe="1")
    assert edges(corpus, "b") == [("stub", None)]
    assert same_issuer("tỉnh ủy", "tỉnh ủy quảng nam") is True


def test_an_act_named_without_a_number_is_one_act_for_all(corpus: Corpus) -> None:
    for name in "ab":
        corpus.store(make(name, references=[{"text": "Điều lệ Đảng"}]), recipe="1")
    assert corpus.search(filters=_cites("điều lệ đảng")).total == 2


def _cites(name: str):  # type: ignore[no-untyped-def]
    from corpus.filters import Filters

    return Filters(cites=name)


def test_the_scan_and_the_word_file_of_one_act_are_one_act(corpus: Corpus) -> None:
    hold(corpus, "scan")
    hold(corpus, "word")
    corpus.store(make("a", references=[FULL]), recipe="1")
    assert edges(corpus, "a") == [("held", make("scan").id)]
    corpus.store(make("scan", number="1-CV/VPTW", date=DAY), recipe="2")  # the scan turns out to be another
    assert edges(corpus, "a") == [("held", make("word").id)]


def test_correcting_a_number_moves_the_edges(corpus: Corpus) -> None:
    corpus.store(make("a", references=[FULL]), recipe="1")
    held = hold(corpus, number="462-CV/VPTW")
    assert edges(corpus, "a") == [("stub", None)]
    corpus.correct(held, "number/text", NUMBER, who="A")
    assert edges(corpus, "a") == [("held", held)]
    corpus.correct(held, "number/text", "462-CV/VPTW", who="A")
    assert edges(corpus, "a") == [("stub", None)]


def test_replacing_and_amending(corpus: Corpus) -> None:
    target = hold(corpus)
    corpus.store(
        make(
            "new",
            number="9-CV/VPTW",
            date="2023-01-05",
            references=[cited(relation="amends")],
            amendments=[
                {
                    "target": NUMBER,
                    "place": "Mục IV, khoản 2",
                    "action": "replace",
                    "old": "cũ",
                    "new": "mới",
                },
                {"target": NUMBER, "place": "Mục V", "action": "delete"},
            ],
        ),
        recipe="1",
    )
    corpus.store(make("end", number="10-CV/VPTW", references=[cited(relation="replaces")]), recipe="1")
    changed = corpus.amended(target)
    assert [(item.place, item.action, item.old, item.new) for item in changed] == [
        ("Mục IV, khoản 2", "replace", "cũ", "mới"),
        ("Mục V", "delete", None, None),
    ]
    assert [item.new for item in corpus.amended(target, "khoản 2")] == ["mới"]
    found = corpus.neighbours(target)
    assert found.replaced_by == ["10-CV/VPTW"]
    assert {edge.relation for edge in found.cited_by} == {"amends", "replaces"}
    assert isinstance(found.cited_by[0], Edge)


def test_an_issuer_s_abbreviation_is_its_name(corpus: Corpus) -> None:
    held = hold(corpus, "p", number="12/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Cà Mau")
    hold(corpus, "q", number="12/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Quảng Nam")
    said = {"text": "Quyết định số 12/QĐ-UBND", "number": "12/QĐ-UBND", "issuer": "UBND tỉnh Cà Mau"}
    corpus.store(make("a", issuer="Sở Nội vụ", references=[said]), recipe="1")
    assert edges(corpus, "a") == [("held", held)]
