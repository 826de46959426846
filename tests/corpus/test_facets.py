"""Facets: each value counted is a filter that finds as many."""

from __future__ import annotations

from datetime import date

import pytest

from corpus import facets as module
from corpus.corpus import Corpus
from corpus.filters import Filters
from extractors.model import Warning
from tests.corpus.build import Duty, make

TODAY = date(2022, 11, 1)


@pytest.fixture
def filled(corpus: Corpus) -> Corpus:
    """Two directives, of which the second is replaced by the first; four obligations."""
    replaces = {"text": "Quyết định số 18-QĐ/TU", "number": "18-QĐ/TU", "issuer": "Thành ủy Cần Thơ"}
    duties = [
        Duty("Các cấp ủy báo cáo", ["Các cấp ủy"], "trước 30/10/2022", "2022-10-30"),
        Duty("Ban Tổ chức tổng hợp", ["Ban Tổ chức", "Văn phòng"], "trước 15/11/2022", "2022-11-15"),
        Duty("Không được vượt quá", ["Các cấp ủy"], modality="prohibition"),
    ]
    corpus.store(make("a", duties=duties, references=[{**replaces, "relation": "replaces"}]), recipe="1")
    old = make(
        "b",
        number="18-QĐ/TU",
        type="QĐ",
        date="2021-03-05",
        duties=[Duty("Văn phòng báo cáo", ["Văn phòng"], "trước 2023", "2023-06-30")],
        warnings=[Warning(code="number-mismatch", message="…")],
    )
    corpus.store(old, recipe="1")
    return corpus


def test_obligations_are_counted_by_each_filter(filled: Corpus) -> None:
    found = filled.facets("obligation", today=TODAY)
    assert (found.counted, found.partly) == (4, False)
    assert {name: dict(values) for name, values in found.counts.items()} == {
        "type": {"CV": 3, "QĐ": 1},
        "year": {"2022": 3, "2021": 1},
        "issuer": {"Thành ủy Cần Thơ": 4},
        "status": {"complete": 4},
        "modality": {"obligation": 3, "prohibition": 1},
        "bearer": {"Các cấp ủy": 2, "Văn phòng": 2, "Ban Tổ chức": 1},
        "due": {"overdue": 1, "soon": 1, "later": 1, "none": 1},
        "confidence": {"0.9": 4},
        "needs_review": {"true": 1, "false": 3},
        "in_force": {"true": 3, "false": 1},
        "cites": {"18-QĐ/TU": 3},
        "cited_by": {"605-CV/TU": 1},
    }


def test_a_value_finds_as_many_as_it_counts(filled: Corpus) -> None:
    def total(**asked: object) -> int:
        return filled.obligations(filters=Filters(**asked)).total  # type: ignore[arg-type]

    counts = filled.facets("obligation", today=TODAY).counts
    for value, many in counts["bearer"]:
        assert total(bearer=value) == many
    for value, many in counts["type"]:
        assert total(types=(value,)) == many
    for value, many in counts["cites"]:
        assert total(cites=value) == many
    for value, many in counts["cited_by"]:
        assert total(cited_by=value) == many
    for name in ("needs_review", "in_force"):
        for value, many in counts[name]:
            assert total(**{name: value == "true"}) == many
    assert total(due_before=TODAY.isoformat()) == dict(counts["due"])["overdue"]


def test_directives_and_narrowing(filled: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    found = filled.facets("directive", "báo cáo", Filters(years=(2021,)))
    assert found.counts["type"] == [("QĐ", 1)] and "due" not in found.counts
    monkeypatch.setattr(module, "COUNTED", 2)
    found = filled.facets("obligation")
    assert (found.counted, found.partly) == (2, True)
