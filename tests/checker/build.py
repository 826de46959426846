"""Results and rules for tests: tables as rows with a sheet's headers, rules as a file of rules has them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from checker.check import Report, Rulebook, capacity_called, check
from checker.results import Results
from checker.rules import RULE, AnyRule
from checker.settings import Rounding, Settings, year_under_review
from checker.tables.files import Sheet
from checker.tables.load import assemble


def sheet(name: str, rows: list[dict[str, Any]]) -> Sheet:
    """Rows of dicts as a sheet: the headers are the keys in the order they come; ``times`` repeats a row."""
    headers: list[str] = []
    for row in rows:
        headers += [key for key in row if key not in headers and key != "times"]
    body: list[list[Any]] = []
    for row in rows:
        body += [[row.get(key) for key in headers]] * row.get("times", 1)
    filled = [[None if cell == "" else cell for cell in row] for row in [headers, *body]]
    return Sheet(f"{name}.csv", None, list(enumerate(filled, start=1)))


def results(**tables: list[dict[str, Any]] | None) -> Results:
    return assemble([sheet(name, rows) for name, rows in tables.items() if rows])


def rules(items: list[dict[str, Any]]) -> tuple[AnyRule, ...]:
    return tuple(RULE.validate_python(_plain(item)) for item in items)


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    """YAML reads an ISO day as a date; a source's day is text."""
    source = dict(item.get("source", {}))
    if isinstance(source.get("issued"), dt.date):
        source["issued"] = source["issued"].isoformat()
    return {**item, "source": source}


def settings(
    day: dt.date = dt.date(2023, 12, 31), year: int | None = None, rounding: str = "floor", **more: Any
) -> Settings:
    capacity = capacity_called(more["as"]) if "as" in more else None
    return Settings(day, year or year_under_review(day), Rounding(rounding), capacity)


def run(case: dict[str, Any]) -> Report:
    """A case as YAML has it, checked."""
    found = results(**{name: case.get(name) for name in ("units", "people", "reports")})
    book = Rulebook(written=rules(case.get("rules") or [case["rule"]]))
    return check(found, book, settings(**case.get("with", {})))
