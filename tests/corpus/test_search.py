"""Search: marks, ranking, filters, paging."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from sqlalchemy import text

from corpus.corpus import Corpus
from corpus.errors import QueryError
from corpus.filters import Filters
from corpus.index import Entry
from corpus.query import parse
from extractors.model import Warning
from tests.corpus.build import Duty, make


def numbers(
    corpus: Corpus, query: str = "", filters: Filters | None = None, **page: object
) -> list[str | None]:
    return [hit.number for hit in corpus.search(query, filters, **page).items]


def texts(corpus: Corpus, query: str = "", filters: Filters | None = None, **page: object) -> list[str]:
    return [hit.text for hit in corpus.obligations(query, filters, **page).items]


@pytest.fixture
def filled(corpus: Corpus) -> Corpus:
    """Three directives, five obligations."""
    corpus.store(
        make(
            "a",
            number="605-CV/TU",
            date="2022-10-14",
            duties=[
                Duty(
                    "Các cấp ủy khắc phục xong",
                    ["Các cấp ủy, tổ chức đảng"],
                    "trước ngày 30/10/2022",
                    "2022-10-30",
                ),
                Duty(
                    "Ban Tổ chức Thành ủy tổng hợp, báo cáo",
                    ["Ban Tổ chức Thành ủy"],
                    "trước 31/12",
                    "2022-12-31",
                ),
                Duty("Không được vượt quá 20%", ["Các cấp ủy, tổ chức đảng"], modality="prohibition"),
            ],
            references=[
                {
                    "text": "Quyết định số 18-QĐ/TU",
                    "number": "18-QĐ/TU",
                    "issuer": "Thành ủy Cần Thơ",
                    "relation": "replaces",
                }
            ],
        ),
        recipe="1.1",
    )
    corpus.store(
        make(
            "b",
            number="18-QĐ/TU",
            type="QĐ",
            date="2021-03-05",
            subject="Quy chế làm việc",
            duties=[Duty("Văn phòng báo cáo", ["Văn phòng Thành ủy"], "Quý I/2023", "2023-Q1", bound="by")],
        ),
        recipe="1.1",
    )
    corpus.store(
        make(
            "c",
            number="1298/KH-UBND",
            type="KH",
            issuer="Ủy ban nhân dân tỉnh Quảng Nam",
            date="2023-02-01",
            subject="Chuyển đổi số",
            duties=[
                Duty(
                    "Sở Nội vụ có thể đề xuất",
                    ["Sở Nội vụ"],
                    "sau 01/03/2023",
                    "2023-03-01",
                    "after",
                    "permission",
                )
            ],
            warnings=[Warning(code="number-mismatch", message="…")],
        ),
        recipe="1.1",
    )
    return corpus


def test_without_marks_finds_what_marks_find(filled: Corpus) -> None:
    for query in ("chuyển đổi số", "chuyen doi so", "CHUYEN ĐOI SỐ", "chuyển doi so"):
        assert numbers(filled, query) == ["1298/KH-UBND"], query


def test_marks_as_typed_come_first_and_side_by_side_before_scattered(corpus: Corpus) -> None:
    corpus.store(make("w", subject="chong chất hồ sơ", number="1-CV/TU"), recipe="1")
    corpus.store(make("x", subject="chồng chất", number="2-CV/TU"), recipe="1")
    corpus.store(make("y", subject="chất lượng, không chống", number="3-CV/TU"), recipe="1")
    corpus.store(make("z", subject="chống chất", number="4-CV/TU"), recipe="1")
    found = numbers(corpus, "chống chất")
    assert found[:2] == ["4-CV/TU", "3-CV/TU"]
    assert set(found[2:]) == {"1-CV/TU", "2-CV/TU"}
    assert set(numbers(corpus, "chống chất", exact=True)) == {"4-CV/TU", "3-CV/TU"}
    assert set(numbers(corpus, "chong chat")) == {"1-CV/TU", "2-CV/TU", "3-CV/TU", "4-CV/TU"}


def test_both_schools_of_tone_marks_are_one_syllable(corpus: Corpus) -> None:
    corpus.store(make("a", subject="Uỷ ban, hoà giải"), recipe="1")
    assert corpus.search("ủy hòa", exact=True).total == 1
    assert corpus.search("quỷ", exact=True).total == 0


def test_query_language(filled: Corpus) -> None:
    assert numbers(filled, '"quy chế"') == ["18-QĐ/TU"]
    assert numbers(filled, '"chế quy"') == []
    assert set(numbers(filled, "báo cáo")) == {"605-CV/TU", "18-QĐ/TU"}
    assert numbers(filled, "báo cáo -quy") == ["605-CV/TU"]
    assert set(numbers(filled, "chuyển OR chế")) == {"1298/KH-UBND", "18-QĐ/TU"}
    assert numbers(filled, "chuy*") == ["1298/KH-UBND"]
    assert numbers(filled, "605-CV/TU") == ["605-CV/TU"]
    assert numbers(filled, "1298/KH-UBND") == ["1298/KH-UBND"]
    assert numbers(filled, "khongcogi") == []


@pytest.mark.parametrize("query", ["-chỉ", "*", '"" -x', "a " * 60])
def test_a_query_that_asks_nothing_or_too_much_is_refused(sqlite: Corpus, query: str) -> None:
    with pytest.raises(QueryError):
        sqlite.search(query)


@pytest.mark.parametrize(
    "query", ['"', "'", "NEAR(a b)", "a AND", "exact : b", "(", "a' OR 1=1 --", "%", "a:*|!&<->"]
)
def test_no_query_breaks_the_database(corpus: Corpus, query: str) -> None:
    corpus.store(make("a", subject="near a and b"), recipe="1")
    try:
        corpus.search(query)
        corpus.obligations(query)
    except QueryError:
        pass


def test_filters(filled: Corpus) -> None:
    assert numbers(filled, filters=Filters(issuer="ubnd")) == []
    assert numbers(filled, filters=Filters(issuer="quang nam")) == ["1298/KH-UBND"]
    assert numbers(filled, filters=Filters(types=("KH", "QĐ"))) == ["1298/KH-UBND", "18-QĐ/TU"]
    assert numbers(filled, filters=Filters(years=(2021, 2022))) == ["605-CV/TU", "18-QĐ/TU"]
    assert numbers(filled, filters=Filters(modality="permission")) == ["1298/KH-UBND"]
    assert numbers(filled, "báo", Filters(bearer="văn phòng")) == ["18-QĐ/TU"]
    assert numbers(filled, filters=Filters(needs_review=True)) == ["1298/KH-UBND"]
    assert numbers(filled, filters=Filters(status="failed")) == []
    assert numbers(filled, filters=Filters(cites="18-QĐ/TU")) == ["605-CV/TU"]
    assert numbers(filled, filters=Filters(cites=make("b").id[:8])) == ["605-CV/TU"]
    assert numbers(filled, filters=Filters(cited_by="605-CV/TU")) == ["18-QĐ/TU"]
    assert numbers(filled, filters=Filters(in_force=False)) == ["18-QĐ/TU"]
    assert numbers(filled, filters=Filters(in_force=True)) == ["1298/KH-UBND", "605-CV/TU"]
    assert numbers(filled, filters=Filters(due_before="2022-11-01")) == ["605-CV/TU"]
    assert numbers(filled, filters=Filters(due_after="2022-12-31")) == ["18-QĐ/TU"]


def test_names_of_too_many_parties_for_the_index_are_joined(
    filled: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.parties import add_alias

    with filled.writing() as connection:
        add_alias(connection, "Văn phòng Thành ủy", "VPTU")
    asked = [
        Filters(issuer="quang nam"),
        Filters(bearer="thành ủy"),
        Filters(bearer="vptu"),
        Filters(bearer="thành ủy", issuer="cần thơ", due_before="2023-01-01"),
    ]
    before = [(numbers(filled, filters=f), texts(filled, "báo cáo", f)) for f in asked]
    assert all(found for found, _ in before)
    monkeypatch.setattr(type(filled.index), "most_options", 0)
    assert [(numbers(filled, filters=f), texts(filled, "báo cáo", f)) for f in asked] == before


def test_obligations_by_deadline(filled: Corpus) -> None:
    assert texts(filled)[:3] == [
        "Các cấp ủy khắc phục xong trước ngày 30/10/2022",
        "Ban Tổ chức Thành ủy tổng hợp, báo cáo trước 31/12",
        "Văn phòng báo cáo Quý I/2023",
    ]
    one = Filters(bearer="Ban Tổ chức Thành ủy", due_before="2023-01-01")
    assert texts(filled, filters=one) == ["Ban Tổ chức Thành ủy tổng hợp, báo cáo trước 31/12"]
    # the day itself is left out; "after 1 March" opens a period and is due on no day
    assert texts(filled, filters=Filters(due_before="2022-10-29")) == []
    assert len(texts(filled, filters=Filters(due_before="2022-10-30"))) == 1
    assert texts(filled, filters=Filters(due_after="2023-02-01")) == ["Văn phòng báo cáo Quý I/2023"]
    assert texts(filled, filters=Filters(modality="prohibition")) == ["Không được vượt quá 20%"]
    assert texts(filled, "báo cáo", Filters(issuer="Cần Thơ", years=(2021,))) == [
        "Văn phòng báo cáo Quý I/2023"
    ]
    assert texts(filled, filters=Filters(in_force=False)) == ["Văn phòng báo cáo Quý I/2023"]
    assert len(texts(filled, filters=Filters(cites="18-QĐ/TU"))) == 3


def test_a_name_does_not_match_across_two_bearers(corpus: Corpus) -> None:
    corpus.store(make("a", duties=[Duty("làm", ["Sở Tài chính", "Kế hoạch tỉnh"])]), recipe="1")
    assert corpus.obligations(filters=Filters(bearer="chính kế hoạch")).total == 0
    assert corpus.obligations(filters=Filters(bearer="sở tài chính")).total == 1


def test_an_alias_finds_both_names(corpus: Corpus) -> None:
    from corpus.parties import add_alias

    corpus.store(
        make("a", duties=[Duty("làm", ["Ban Tổ chức Thành ủy"]), Duty("khác", ["BTCTU"])]), recipe="1"
    )
    assert corpus.obligations(filters=Filters(bearer="BTCTU")).total == 1
    with corpus.writing() as connection:
        add_alias(connection, "Ban Tổ chức Thành ủy", "BTCTU")
    assert corpus.obligations(filters=Filters(bearer="btctu")).total == 2


def test_snippets_mark_what_matched(corpus: Corpus) -> None:
    body = "Mở đầu. " * 60 + "Đề nghị báo cáo kết quả đúng hạn. " + "Kết thúc. " * 60
    corpus.store(make("a", body=body), recipe="1")
    hit = corpus.search("bao cao dung").items[0]
    assert [hit.snippet[s:e] for s, e in hit.highlights] == ["báo", "cáo", "đúng"]
    assert len(hit.snippet) < 260
    assert hit.snippet.startswith("… ") and hit.snippet.endswith(" …")


def test_paging_gives_each_once(corpus: Corpus) -> None:
    for i in range(25):
        subject = (
            "chống tham nhũng" if i % 3 == 0 else "chong tham nhung" if i % 3 == 1 else "nhũng chống tham"
        )
        corpus.store(make(f"d{i}", number=f"{i + 1}-CV/TU", subject=subject), recipe="1")
    whole = numbers(corpus, "chống tham", limit=25)
    assert len(set(whole)) == 25
    assert (
        list(itertools.chain(*(numbers(corpus, "chống tham", limit=7, offset=o) for o in range(0, 28, 7))))
        == whole
    )
    found = corpus.search("chống tham", limit=7, offset=21)
    assert (found.total, found.more, len(found.items)) == (25, False, 4)
    with pytest.raises(QueryError):
        corpus.search("chống", limit=0)


def test_sorts(filled: Corpus) -> None:
    assert numbers(filled, sort="issued") == ["18-QĐ/TU", "605-CV/TU", "1298/KH-UBND"]
    assert numbers(filled, "cao OR số", sort="-issued")[0] == "1298/KH-UBND"
    assert texts(filled, sort="-due", limit=1) == ["Văn phòng báo cáo Quý I/2023"]
    with pytest.raises(QueryError, match="relevance"):
        filled.search(sort="due")


ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gh",
    "gi",
    "h",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "ngh",
    "nh",
    "p",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
    "",
]
NUCLEI = [
    "a",
    "ă",
    "â",
    "e",
    "ê",
    "i",
    "o",
    "ô",
    "ơ",
    "u",
    "ư",
    "y",
    "ia",
    "iê",
    "yê",
    "ua",
    "uô",
    "ưa",
    "ươ",
    "oa",
    "oă",
    "oe",
    "uâ",
    "uê",
    "uơ",
    "uy",
    "uya",
    "uyê",
    "ai",
    "ay",
    "ao",
    "au",
    "âu",
    "ây",
    "eo",
    "êu",
    "iu",
    "oi",
    "ôi",
    "ơi",
    "ui",
    "ưi",
    "ưu",
    "oai",
    "oay",
    "oao",
    "oeo",
    "iêu",
    "yêu",
    "uôi",
    "ươi",
    "ươu",
    "uây",
    "uyu",
]
CODAS = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
# no consonant follows these
GLIDES = [
    "ia",
    "ua",
    "ưa",
    "uya",
    "ai",
    "ay",
    "ao",
    "au",
    "âu",
    "ây",
    "eo",
    "êu",
    "iu",
    "oi",
    "ôi",
    "ơi",
    "ui",
    "ưi",
    "ưu",
    "oai",
    "oay",
    "oao",
    "oeo",
    "iêu",
    "yêu",
    "uôi",
    "ươi",
    "ươu",
    "uây",
    "uyu",
]
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
PLAIN = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d"}


def syllables() -> dict[str, list[str]]:
    """By what is left without marks: all that Vietnamese spelling can write (and more); where two schools
    place the tone mark differently, both ways."""
    found: dict[str, set[str]] = {}
    for onset, nucleus, coda in itertools.product(ONSETS, NUCLEI, CODAS):
        plain = "".join(PLAIN.get(char, char) for char in onset + nucleus + coda)
        if coda and nucleus in GLIDES:
            continue
        for tone in ("\u0301", "\u0323") if coda in ("c", "ch", "p", "t") else TONES:
            for place in (1, 2) if nucleus in ("oa", "oe", "uy") else (len(nucleus),):
                written = unicodedata.normalize(
                    "NFC", onset + nucleus[:place] + tone + nucleus[place:] + coda
                )
                found.setdefault(plain, set()).add(written)
    return {plain: sorted(written) for plain, written in found.items()}


def test_every_syllable_is_found_without_its_marks(sqlite: Corpus) -> None:
    """What a query with marks finds, the same query without them finds: for every syllable there can be."""
    by_plain = syllables()
    everything = [(plain, written) for plain, all_written in by_plain.items() for written in all_written]
    assert len(everything) > 20_000 and "đường" in by_plain["duong"]
    with sqlite.writing() as connection:
        rows = [Entry(id=i, text=f"12 {w.capitalize()}, 34") for i, (_, w) in enumerate(everything, start=1)]
        sqlite.index.put(connection, "obligation", rows)
        ids: dict[str, set[int]] = {}
        for number, (plain, _) in enumerate(everything, start=1):
            ids.setdefault(plain, set()).add(number)
        sql = text("SELECT rowid FROM obligation_fts WHERE obligation_fts MATCH :fts_match")
        for plain, wanted in ids.items():
            matched = sqlite.index.match("obligation", parse(plain), (), exact=False)
            assert set(connection.execute(sql, matched.params).scalars()) == wanted, plain
        for number, (_, written) in list(enumerate(everything, start=1))[::97]:
            matched = sqlite.index.match("obligation", parse(written), (), exact=True)
            assert number in set(connection.execute(sql, matched.params).scalars()), written
