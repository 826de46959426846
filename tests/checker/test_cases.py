"""Every case beside the kinds of rules: the verdicts it lists are all that come of it."""

from __future__ import annotations

from typing import Any

import pytest

from checker.cases import kinds, load
from tests.checker.build import run

CASES = [(kind, case) for kind in kinds() for case in load(kind)]


def test_every_kind_has_cases() -> None:
    from checker.written import RULE_KINDS

    assert set(kinds()) == RULE_KINDS


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[f"{kind}: {case['name']}" for kind, case in CASES])
def test_case(kind: str, case: dict[str, Any]) -> None:
    report = run(case)
    got = [(v.unit, v.outcome.value) for v in report.verdicts]
    assert got == [(w["unit"], w["outcome"]) for w in case["verdicts"]]
    assert sorted({issue.code for issue in report.issues}) == sorted(case.get("issues", []))
    for verdict, wanted in zip(report.verdicts, case["verdicts"], strict=True):
        assert wanted.get("rule", verdict.rule) == verdict.rule
        assert wanted.get("subject") in (None, verdict.subject)
        assert wanted.get("counts", verdict.counts) == verdict.counts
        assert wanted.get("numbers", "") in verdict.numbers
        assert wanted.get("change", "") in (verdict.change or "")
        assert ("change" in wanted) <= (verdict.change is not None)
        assert wanted.get("missing", "") in " ".join(verdict.missing)
        assert bool(verdict.missing) == (verdict.outcome.value == "cannot tell")
    for conflict, wanted in zip(report.conflicts, case.get("conflicts", []), strict=True):
        assert conflict.prevails == wanted["prevails"]
        assert wanted["why"] in conflict.why
