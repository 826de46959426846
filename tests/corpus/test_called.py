"""What people call acts and kinds of acts: numbers with words before them, titles, names."""

from __future__ import annotations

import pytest

import corpus.called
from corpus.corpus import Corpus
from corpus.errors import NotFound, QueryError
from corpus.filters import Filters
from extractors.model import ActType
from tests.corpus.build import make


def found(corpus: Corpus, **asked: object) -> set[str | None]:
    return {hit.number for hit in corpus.search(filters=Filters(**asked)).items}  # type: ignore[arg-type]


@pytest.fixture
def citing(corpus: Corpus) -> Corpus:
    """Letters that cite a law by its title, by title and number, by number alone, and a law that amends it."""
    for number, reference in (
        ("1-CV/TU", {"text": "Luật Nghề rừng ngày 03/4/2012", "date": "2012-04-03"}),
        ("2-CV/TU", {"text": "Luật Nghề rừng"}),
        ("3-CV/TU", {"text": "Luật sửa đổi một số điều của Luật Nghề rừng"}),
        (
            "4-CV/TU",
            {"text": "Luật Bến cảng số 91/2013/QH13", "number": "91/2013/QH13", "date": "2013-06-01"},
        ),
        ("5-CV/TU", {"text": "Luật số 91/2013/QH13", "number": "91/2013/QH13", "date": "2013-06-01"}),
        ("6-CV/TU", {"text": "Chỉ thị số 70-CT/TW", "number": "70-CT/TW", "date": "2021-01-01"}),
    ):
        corpus.store(make(number, number=number, references=[reference]), recipe="1")
    return corpus


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Luật Nghề rừng", {"1-CV/TU", "2-CV/TU", "3-CV/TU"}),
        ("luat nghe rung", {"1-CV/TU", "2-CV/TU", "3-CV/TU"}),
        ("Luật Nghề rừng ngày 03/4/2012", {"1-CV/TU"}),
        ("Luật Bến cảng", {"4-CV/TU", "5-CV/TU"}),  # one act, whichever way it is cited
        ("Luật Bến", {"4-CV/TU", "5-CV/TU"}),
        ("Luật Bế", set()),
        ("Luật số 91/2013/QH13", {"4-CV/TU", "5-CV/TU"}),
        ("91/2013/QH13", {"4-CV/TU", "5-CV/TU"}),
        ("Chỉ thị số 70-CT/TW", {"6-CV/TU"}),
        ("chỉ thị số 70-ct/tw ngày 01/01/2021", {"6-CV/TU"}),
        ("Chỉ thị số 71-CT/TW", set()),
        ("%", None),
    ],
)
def test_an_act_cited_is_named_by_number_or_title(
    citing: Corpus, name: str, numbers: set[str] | None
) -> None:
    if numbers is None:
        with pytest.raises(QueryError):
            found(citing, cites=name)
    else:
        assert found(citing, cites=name) == numbers
        assert citing.obligations(filters=Filters(cites=name)).total == 0


def test_an_act_that_is_held_is_named_by_its_subject(corpus: Corpus) -> None:
    corpus.store(make("held", number="8-QĐ/TU", subject="Về việc ban hành Quy chế bến đò"), recipe="1")
    said = {"text": "Quyết định số 8-QĐ/TU", "number": "8-QĐ/TU", "date": "2022-10-14"}
    corpus.store(make("a", number="9-CV/TU", references=[said]), recipe="1")
    assert found(corpus, cites="ban hành quy chế bến đò") == {"9-CV/TU"}
    assert found(corpus, cites="Về việc ban hành") == {"9-CV/TU"}


def test_a_directive_answers_to_its_number_with_words_before_it(corpus: Corpus) -> None:
    held = make("a", number="605-CV/TU")
    corpus.store(held, recipe="1")
    for name in ("Công văn số 605-CV/TU", "công văn số 605-cv/tu", "605-CV/TU ngày 14/10/2022"):
        assert corpus.directive(name).id == held.id, name
    assert found(corpus, cited_by="Công văn số 605-CV/TU") == set()
    with pytest.raises(NotFound):
        corpus.directive("Công văn số 605-CV/TU và 606-CV/TU")


@pytest.fixture
def kinds(corpus: Corpus) -> Corpus:
    for number, code, name in (
        ("1", "QĐ", "Quyết định"),
        ("2", "QĐ", "Quy định"),
        ("3", "QyĐ", "Quy định"),
        ("4", "CV", "Công văn"),
        ("5", "ABC", "Bản tin"),
    ):
        directive = make(number, number=f"{number}-XX/TU")
        corpus.store(directive.model_copy(update={"type": ActType(code=code, name=name)}), recipe="1")
    return corpus


@pytest.mark.parametrize(
    ("types", "numbers"),
    [
        (("QĐ",), "12"),
        (("qđ",), "12"),
        (("QD",), "12"),
        (("Quyết định",), "1"),
        (("quy dinh",), "23"),
        (("Quy định", "QĐ"), "123"),
        (("Quy định", "Công văn"), "234"),
        (("QyĐ",), "3"),
        (("Hướng dẫn",), ""),
        (("abc",), "5"),  # a code that no table knows, but the corpus
    ],
)
def test_kinds_of_acts_by_code_and_by_name(kinds: Corpus, types: tuple[str, ...], numbers: str) -> None:
    assert found(kinds, types=types) == {f"{number}-XX/TU" for number in numbers}


@pytest.mark.parametrize("kind", ["ZZ", "Công", "", "Công văn số 1"])
def test_what_is_no_kind_of_act_is_refused_with_those_that_are(kinds: Corpus, kind: str) -> None:
    with pytest.raises(QueryError, match="CV, CĐ"):
        found(kinds, types=(kind,))


def test_words_that_nearly_all_titles_hold_are_refused(
    citing: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else every reference of the corpus is read, in a search and in each page of its results."""
    monkeypatch.setattr(corpus.called, "MOST_REFERENCES", 3)
    assert found(citing, cites="Luật Nghề rừng") == {"1-CV/TU", "2-CV/TU", "3-CV/TU"}
    with pytest.raises(QueryError, match="more words of the title"):
        found(citing, cites="Luật")
