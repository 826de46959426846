"""A required report: it was handed in, and in time.

"… báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Tổ chức Tỉnh ủy) trước ngày …": once the day has passed, a unit that
is bound and has no report in the sheet breaks the rule.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from checker.binding import Binding
from checker.duties import Duty
from checker.kinds.deadline import judge
from checker.results import Results
from checker.settings import Settings
from checker.verdict import Outcome, Verdict


class RequiredReport(Duty):
    """A report that ``bearers`` owe ``report_to``."""

    kind: Literal["required_report"] = "required_report"
    report_to: list[str] = Field(default_factory=list, description="To whom it is due.")

    def demands(self) -> str:
        to = f" to {', '.join(self.report_to)}" if self.report_to else ""
        return f"{', '.join(self.bearers) or 'those bound'}: report{to} {self.when()}"


def evaluate(rule: RequiredReport, results: Results, settings: Settings, binding: Binding) -> list[Verdict]:
    """One verdict for each unit that the duty binds."""
    return list(judge(rule, results, settings, binding, absent=Outcome.VIOLATED))
