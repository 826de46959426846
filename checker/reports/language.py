"""A report in the language of those who read it: its sentences, not the wording of acts nor names."""

from __future__ import annotations

from typing import Literal

from checker.check import Report, RuleLine
from checker.phrases import vietnamese
from checker.verdict import Verdict
from checker.what_if import Difference

Language = Literal["vi", "en"]


def say(text: str, language: Language) -> str:
    """A word or sentence of the checker in the language."""
    return vietnamese(text) if language == "vi" else text


def in_language(report: Report, language: Language) -> Report:
    """The report with all that the checker says in the language. JSON, for machines, stays in English."""
    if language == "en":
        return report
    return report.model_copy(
        update={
            "rules": [rule_in(item, language) for item in report.rules],
            "conflicts": [
                item.model_copy(
                    update={"difference": vietnamese(item.difference), "why": vietnamese(item.why)}
                )
                for item in report.conflicts
            ],
            "set_aside": [
                item.model_copy(
                    update={
                        "what": vietnamese(item.what),
                        "why": vietnamese(item.why),
                        "rules": [vietnamese(rule) for rule in item.rules],
                    }
                )
                for item in report.set_aside
            ],
            "issues": [
                item.model_copy(
                    update={
                        "where": vietnamese(item.where) if item.where else None,
                        "message": vietnamese(item.message),
                    }
                )
                for item in report.issues
            ],
            "verdicts": [verdict_in(item, language) for item in report.verdicts],
        }
    )


def rule_in(rule: RuleLine, language: Language) -> RuleLine:
    """A rule of a report in the language."""
    if language == "en":
        return rule
    return rule.model_copy(
        update={
            "demands": vietnamese(rule.demands),
            "cited": vietnamese(rule.cited),
            "also": [vietnamese(item) for item in rule.also],
            "notes": [vietnamese(item) for item in rule.notes],
        }
    )


def verdict_in(verdict: Verdict, language: Language) -> Verdict:
    """A verdict in the language."""
    if language == "en":
        return verdict
    return verdict.model_copy(
        update={
            "unit": vietnamese(verdict.unit),
            "where": vietnamese(verdict.where) if verdict.where else None,
            "numbers": vietnamese(verdict.numbers),
            "missing": [vietnamese(item) for item in verdict.missing],
            "change": vietnamese(verdict.change) if verdict.change else None,
            "notes": [vietnamese(item) for item in verdict.notes],
            "findings": [
                item.model_copy(update={"where": vietnamese(item.where), "detail": vietnamese(item.detail)})
                for item in verdict.findings
            ],
        }
    )


def difference_in(difference: Difference, language: Language) -> Difference:
    """A verdict that a change turns, in the language."""
    if language == "en":
        return difference
    return difference.model_copy(
        update={
            "unit": vietnamese(difference.unit),
            "numbers_before": vietnamese(difference.numbers_before),
            "numbers_after": vietnamese(difference.numbers_after),
        }
    )
