"""What a person should look at: failures, doubts, near misses and disagreements, over the whole corpus."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from congvan.cli import cli
from corpus.corpus import Corpus
from corpus.filters import Filters
from extractors.model import Directive, Error, Warning
from tests.corpus.build import make

CITED = {
    "text": "Công văn số 46-CV/VPTW ngày 29/8/2022",
    "number": "46-CV/VPTW",
    "date": "2022-08-29",
    "issuer": "Văn phòng",
}


def codes(corpus: Corpus, **chosen: object) -> list[tuple[str, str]]:
    return [(item.code, item.id) for item in corpus.problems(**chosen)]


def held(corpus: Corpus, date: str, name: str = "held") -> Directive:
    made = make(name, number="46-CV/VPTW", issuer="Văn phòng", date=date)
    corpus.store(made, recipe="1")
    return made


def to_review(corpus: Corpus) -> list[str]:
    return [hit.id for hit in corpus.search(filters=Filters(needs_review=True)).items]


def test_a_near_miss_is_a_doubt_until_the_right_act_comes(corpus: Corpus) -> None:
    citing = make("citing", references=[CITED])
    corpus.store(citing, recipe="1")
    assert codes(corpus) == [] and to_review(corpus) == []
    held(corpus, "2021-08-29", "other")
    assert codes(corpus) == [("reference-near-miss", citing.id)]
    assert to_review(corpus) == [citing.id]
    [warning] = corpus.directive(citing.id).warnings
    start, end = warning.spans[0]
    assert corpus.directive(citing.id).text[start:end] == CITED["text"] and "another date" in warning.message
    assert corpus.directive(citing.id, machine=True).references[0].text == CITED["text"]
    held(corpus, "2022-08-29")
    assert codes(corpus) == [] and to_review(corpus) == []
    assert corpus.directive(citing.id).warnings == []


def test_several_acts_that_fit_are_a_doubt(corpus: Corpus) -> None:
    for name, issuer in (("p", "Tỉnh ủy Cà Mau"), ("q", "Tỉnh ủy Quảng Nam")):
        corpus.store(make(name, number="04-HD/TU", issuer=issuer, date="2022-08-29"), recipe="1")
    said = {"text": "Hướng dẫn số 04-HD/TU ngày 29/8/2022", "number": "04-HD/TU", "date": "2022-08-29"}
    citing = make("citing", issuer="Ban Tổ chức Trung ương", references=[said])
    corpus.store(citing, recipe="1")
    assert codes(corpus) == [("reference-ambiguous", citing.id)] and to_review(corpus) == [citing.id]


def test_a_near_miss_leaves_other_doubts_alone(corpus: Corpus) -> None:
    citing = make("citing", references=[CITED], warnings=[Warning(code="number-mismatch", message="…")])
    corpus.store(citing, recipe="1")
    held(corpus, "2021-08-29", "other")
    assert [code for code, _ in codes(corpus)] == ["number-mismatch", "reference-near-miss"]
    held(corpus, "2022-08-29")
    assert codes(corpus) == [("number-mismatch", citing.id)] and to_review(corpus) == [citing.id]


def test_a_disagreement_with_a_person_is_listed_until_it_ends(corpus: Corpus) -> None:
    made = make("a", subject="Cũ")
    corpus.store(made, recipe="1")
    corpus.correct(made.id, "subject", "Đúng", who="A")
    corpus.store(made.model_copy(update={"subject": "Mới"}), recipe="2")
    [problem] = list(corpus.problems(code="correction-differs"))
    assert problem.id == made.id
    assert all(f'"{said}"' in problem.message for said in ("Đúng", "Cũ", "Mới"))
    corpus.correct(made.id, "subject", "Mới", who="A")
    assert codes(corpus) == []


@pytest.fixture
def failed(corpus: Corpus) -> Corpus:
    errors = [Error(stage="open", code="truncated", message="It is cut short.", page=2)]
    corpus.store(make("bad", status="failed", errors=errors), recipe="1", path="/in/bad.pdf")
    corpus.store(make("good", warnings=[Warning(code="number-mismatch", message="…")]), recipe="1")
    return corpus


def test_failures_alone(failed: Corpus) -> None:
    [problem] = list(failed.problems(failures=True))
    assert (problem.code, problem.page, problem.stage, problem.path) == (
        "truncated",
        2,
        "open",
        "/in/bad.pdf",
    )
    assert len(codes(failed)) == 2 and len(codes(failed, limit=1, offset=1)) == 1


def test_the_report_as_csv_and_json(failed: Corpus) -> None:
    url = failed.engine.url.render_as_string(hide_password=False)
    run = CliRunner().invoke
    table = list(
        csv.DictReader(
            io.StringIO(run(cli, ["problems", "--db", url, "--format", "csv", "--failures"]).stdout)
        )
    )
    assert [(row["path"], row["page"], row["code"]) for row in table] == [("/in/bad.pdf", "2", "truncated")]
    listed = json.loads(run(cli, ["problems", "--db", url, "--format", "json"]).stdout)
    assert [item["severity"] for item in listed] == ["error", "warning"]
    shown = run(cli, ["problems", "--db", url])
    assert "It is cut short." in shown.stdout and "2 problems of 2 directives" in shown.stderr


def test_what_is_only_told_asks_nobody_to_look(corpus: Corpus) -> None:
    signed = Warning(code="digital-signature", message="page 1: signed digitally by An. Not verified.")
    doubt = Warning(code="number-blank", message="The number is blank.")
    citing = [CITED]
    corpus.store(make("signed", warnings=[signed], references=citing), recipe="1")
    corpus.store(make("both", number="2-CV/TU", warnings=[signed, doubt]), recipe="1")
    assert to_review(corpus) == [make("both").id]
    assert codes(corpus) == [("number-blank", make("both").id)]
    assert len(codes(corpus, code="digital-signature")) == 2
    held(corpus, "2020-01-01")  # a near miss comes, and goes again with the right act: the signature stays
    assert make("signed").id in to_review(corpus)
    held(corpus, "2022-08-29", "right")
    assert to_review(corpus) == [make("both").id]
