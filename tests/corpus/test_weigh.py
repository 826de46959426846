"""Filters give the same rows whoever answers them, and those that the obligations themselves say."""

from __future__ import annotations

import itertools
import random

import pytest
from sqlalchemy import text

from corpus import ranking, weigh
from corpus.corpus import Corpus
from corpus.filters import Filters
from corpus.fold import folded_name
from tests.corpus.build import Duty, make

BODIES = ("Sở Nội vụ", "Sở Tài chính", "Sở Tài chính tỉnh", "Công an tỉnh", "Các cấp ủy")
ISSUERS = ("Tỉnh ủy Cà Mau", "Tỉnh ủy Bến Tre", "Sở Nội vụ tỉnh Cà Mau")
WORDS = ("báo cáo", "hồ sơ", "thanh tra", "kinh phí", "kết quả")
ASKED = [
    Filters(issuer="tỉnh ủy"),
    Filters(bearer="sở tài chính"),
    Filters(bearer="tỉnh", issuer="cà mau"),
    Filters(types=("CV", "qđ")),
    Filters(types=("qđ", "KH"), years=(2021, 2022)),
    Filters(years=(2020, 2021, 2030)),
    Filters(bearer="sở", due_before="2022-06-01"),
    Filters(due_after="2021-03-31", due_before="2021-09-01"),
    Filters(issuer="tỉnh ủy", types=("CV", "QĐ", "NQ"), modality="obligation"),
]


@pytest.fixture
def many(corpus: Corpus) -> tuple[Corpus, list[dict[str, object]]]:
    """Sixty directives of five obligations, and what each obligation is."""
    rng = random.Random(7)
    said: list[dict[str, object]] = []
    with corpus.writing() as connection:
        from corpus.store import store

        for number in range(60):
            issuer, kind = rng.choice(ISSUERS), rng.choice(("CV", "QĐ", "KH"))
            year = rng.choice((2020, 2021, 2022))
            duties = []
            for _ in range(5):
                bearers = rng.sample(BODIES, rng.choice((1, 1, 2)))
                due = f"{rng.choice((2021, 2022))}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
                words = " ".join(rng.sample(WORDS, 2))
                dated = rng.random() < 0.5
                modality = rng.choice(("obligation", "permission"))
                duties.append(
                    Duty(words, bearers, f"chậm nhất {due}" if dated else None, due, "by", modality)
                )
                said.append(
                    {"id": f"d{number}-{len(duties) - 1}", "issuer": issuer, "type": kind, "year": year}
                    | {"bearers": bearers, "due": due if dated else None, "text": words, "modality": modality}
                )
            made = make(
                f"d{number}", number=f"{number}-{kind}/TU", type=kind, issuer=issuer, duties=duties,
                date=f"{year}-05-05",
            )  # fmt: skip
            store(connection, corpus.index, made, recipe="1")
    return corpus, said


def fits(item: dict[str, object], words: str, asked: Filters) -> bool:
    """Whether an obligation answers to words and filters, by their meaning alone."""

    def named(name: str | None, *names: str) -> bool:
        return name is None or any(f" {folded_name(name)} " in f" {folded_name(one)} " for one in names)

    due = item["due"]
    return (
        all(word in str(item["text"]).split() for word in words.split())
        and named(asked.issuer, str(item["issuer"]))
        and named(asked.bearer, *item["bearers"])  # type: ignore[misc]
        and (not asked.types or str(item["type"]).casefold() in [kind.casefold() for kind in asked.types])
        and (not asked.years or item["year"] in asked.years)
        and (not asked.modality or item["modality"] == asked.modality)
        and (not asked.due_before or (due is not None and str(due) < asked.due_before))
        and (not asked.due_after or (due is not None and str(due) > asked.due_after))
    )


@pytest.mark.parametrize("commoner", [0, weigh._COMMONER, 1e9], ids=["rows", "weighed", "index"])
def test_what_is_found_is_what_fits(
    many: tuple[Corpus, list[dict[str, object]]], commoner: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, said = many
    monkeypatch.setattr(weigh, "_COMMONER", commoner)
    for words, asked in itertools.product(("", "báo cáo", "hồ sơ", "tra"), ASKED):
        wanted = {str(item["id"]) for item in said if fits(item, words, asked)}
        for sort in (None, "due", "-issued"):
            found = corpus.obligations(words, asked, sort=sort, limit=300)
            assert {hit.id for hit in found.items} == wanted, (words, asked, sort)
            assert (found.total, found.more) == (len(wanted), False)


def test_an_older_database_gets_the_rows_that_a_new_one_has(
    sqlite: Corpus, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Schema 0002 fills its narrow rows from what 0001 held."""
    sqlite.store(
        make(
            "a",
            type="QĐ",
            duties=[Duty("làm", ["Sở Y tế"], "trước 2022-01-02", "2022-01-02"), Duty("và", ["B", "C"])],
        ),
        recipe="1",
    )
    sqlite.store(make("b", issuer="Tỉnh ủy", date=None, duties=[Duty("không", [])]), recipe="1")
    everything = "SELECT * FROM obligation_keys ORDER BY id"
    with sqlite.writing() as connection:
        before = connection.execute(text(everything)).all()
        connection.execute(text("DROP TABLE obligation_keys"))
        for index in ("ix_directives_confidence", "ix_directives_needs_review"):
            connection.execute(text(f"DROP INDEX {index}"))
        connection.execute(text("CREATE INDEX ix_obligations_due_id ON obligations (due, id)"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert len(before) == 3
    with Corpus.open(sqlite_url) as opened, opened.reading() as connection:
        assert connection.execute(text(everything)).all() == before


def test_many_that_match_are_listed_once_each_and_in_their_tiers(
    many: tuple[Corpus, list[dict[str, object]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where hundreds match, which are not ranked one by one."""
    corpus, said = many
    monkeypatch.setattr(ranking, "FEW", {"directive": 0, "obligation": 0})
    for asked in (Filters(), *ASKED):
        wanted = {str(item["id"]) for item in said if fits(item, "báo cáo", asked)}
        pages = [corpus.obligations("báo cáo", asked, limit=7, offset=at) for at in range(0, 140, 7)]
        listed = [hit.id for page in pages for hit in page.items]
        assert len(listed) == len(set(listed)) and set(listed) == wanted and pages[0].total == len(wanted)
        scattered = [hit.id for hit in corpus.obligations("cáo báo", asked, limit=300).items]
        assert set(scattered) == wanted
    first = [hit.text for hit in corpus.obligations("cáo hồ", limit=300).items]
    together = [" cáo hồ" in f" {line}" for line in first]
    assert any(together) and not all(together) and together == sorted(together, reverse=True)
