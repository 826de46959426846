"""Warnings that a correction answers: for what a person entered, nobody need look at the page again."""

from __future__ import annotations

from collections.abc import Callable

from extractors.model import Directive, Warning

_NUMBER = ("number-blank", "number-unsure", "number-suggested", "number-mismatch", "handwritten-number")
_DATE = ("date-incomplete", "handwritten-date")
_SIGNATURE = "signature-nameless"
_YEAR = "year-mismatch"
_DEADLINE = ("deadline-before-issue",)
_REFERENCES = ("reference-date-differs", "number-near-miss")


def standing(machine: Directive, now: Directive) -> list[Warning]:
    """The warnings of a directive with corrections on top that its values do not answer.

    A value that says what the machine read answers nothing.
    """
    listed = now.warnings
    if not listed:
        return listed
    number, issued = now.number != machine.number, now.issued != machine.issued
    answered: set[str] = set()
    if number and now.number and now.number.text:
        answered.update(_NUMBER)
    if issued and now.issued and now.issued.precision == "day":
        answered.update(_DATE)
    if (number or issued) and _one_year(now):
        answered.add(_YEAR)
    listed = [warning for warning in listed if warning.code not in answered]
    if now.signatories != machine.signatories:
        listed = _signed(listed, _named(now) - _named(machine))
    if issued or now.deadlines != machine.deadlines:
        listed = _recounted(listed, _DEADLINE, _early, now)
    if number or now.references != machine.references:
        listed = _recounted(listed, _REFERENCES, _unlike, now)
    return listed


def _one_year(now: Directive) -> bool:
    year = now.number.year if now.number else None
    day = now.issued.date if now.issued else None
    return not day or not year or day.startswith(str(year))


def _named(directive: Directive) -> int:
    return sum(bool(signatory.name) for signatory in directive.signatories)


def _signed(listed: list[Warning], added: int) -> list[Warning]:
    """Each name that was added answers one signature without a name."""
    nameless = [warning for warning in listed if warning.code == _SIGNATURE][: max(added, 0)]
    return [warning for warning in listed if not any(warning is other for other in nameless)]


def _recounted(
    listed: list[Warning],
    codes: tuple[str, ...],
    count: Callable[[Directive], list[Warning]],
    now: Directive,
) -> list[Warning]:
    """Of the warnings of these codes, those that the values as they now stand still give."""
    if not any(warning.code in codes for warning in listed):
        return listed
    still = {(warning.code, warning.message) for warning in count(now)}
    return [w for w in listed if w.code not in codes or (w.code, w.message) in still]


def _early(now: Directive) -> list[Warning]:
    from extractors import deadlines, moments

    day = now.issued.date if now.issued else None
    return deadlines.warnings(now.deadlines, moments.first_day(day) if day else None)


def _unlike(now: Directive) -> list[Warning]:
    from extractors import references

    return references.inconsistencies(now.references, now.number)
