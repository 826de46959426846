"""What is due: by month on a calendar, by urgency on a board, and as a calendar to subscribe to."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from sqlalchemy import text

from congvan.web import days, pages
from congvan.web.asked import asked
from congvan.web.exports import export
from congvan.web.people import Person, Refused, needs, whoever
from corpus.corpus import Corpus
from corpus.errors import QueryError
from corpus.filters import Filters

router = APIRouter(prefix="/due")
Reader = Annotated[Person, Depends(needs("reader"))]
_COLUMN = 12


@router.get("")
def due(request: Request, person: Reader) -> Response:
    corpus: Corpus = request.app.state.corpus
    days.day(request.query_params.get("as_of"))  # what is no day is said, not taken for today
    today = date.fromisoformat(pages.today(request))
    bearer = request.query_params.get("bearer", "").strip() or None
    month = _month(request.query_params.get("month"), today)
    columns = _board(corpus, today, bearer)
    first, last = month, _next(month) - timedelta(days=1)
    bounds: dict[str, Any] = {"due_after": _iso(first - timedelta(days=1)), "due_before": _iso(_next(month))}
    hits = corpus.obligations("", Filters(bearer=bearer, **bounds), sort="due", limit=500)
    by_day: dict[str, list[Any]] = {}
    for hit in hits.items:
        by_day.setdefault(hit.due or "", []).append(hit)
    return pages.page(
        request,
        "due.html",
        columns=columns,
        weeks=calendar.Calendar().monthdatescalendar(month.year, month.month),
        month=month,
        before=_iso(_before(month))[:7],
        after=_iso(_next(month))[:7],
        by_day=by_day,
        more=hits.more or hits.total > len(hits.items),
        bearer=bearer,
        bearers=_bearers(request, today),
        busy=_busy(request),
        last=last,
    )


def _board(corpus: Corpus, today: date, bearer: str | None) -> list[dict[str, Any]]:
    """Four columns: overdue (latest first), within a week, within a month, later."""
    week, later = today + timedelta(days=7), today + timedelta(days=31)
    bounds: list[tuple[str, str, dict[str, Any], str]] = [
        ("overdue", "Quá hạn", {"due_before": _iso(today)}, "-due"),
        (
            "in-week",
            "Trong 7 ngày",
            {"due_after": _iso(today - timedelta(days=1)), "due_before": _iso(week)},
            "due",
        ),
        (
            "in-month",
            "Trong 31 ngày",
            {"due_after": _iso(week - timedelta(days=1)), "due_before": _iso(later)},
            "due",
        ),
        ("later", "Sau đó", {"due_after": _iso(later - timedelta(days=1))}, "due"),
    ]
    columns = []
    for name, title, limits, sort in bounds:
        found = corpus.obligations("", Filters(bearer=bearer, **limits), sort=sort, limit=_COLUMN)
        columns.append({"name": name, "title": title, "found": found, "limits": limits, "sort": sort})
    return columns


def _bearers(request: Request, today: date) -> list[str]:
    """Who has most to do about now, for the choice of names; not all of a large corpus is counted for it."""
    state = request.app.state
    since = _iso(today - timedelta(days=365))

    def find() -> list[str]:
        with state.corpus.reading() as connection:
            rows = connection.execute(
                text(
                    "SELECT p.name, count(*) AS many FROM "
                    "(SELECT id FROM obligation_keys WHERE due >= :since ORDER BY due, id LIMIT 1000) o "
                    "JOIN obligation_parties op ON op.obligation_id = o.id AND op.role = 'bearer' "
                    "JOIN parties p ON p.id = op.party_id GROUP BY p.name ORDER BY many DESC, p.name LIMIT 40"
                ),
                {"since": since},
            )
            return [row[0] for row in rows]

    names: list[str] = state.remembered.get(("bearers", since), find)
    return names


def _busy(request: Request) -> list[tuple[str, int]]:
    """Months with something due, with how much."""
    state = request.app.state

    def find() -> list[tuple[str, int]]:
        with state.corpus.reading() as connection:
            rows = connection.execute(
                text(
                    "SELECT substr(due, 1, 7) AS month, count(*) FROM obligation_keys "
                    "WHERE due IS NOT NULL GROUP BY month ORDER BY month"
                )
            )
            return [(row[0], row[1]) for row in rows]

    months: list[tuple[str, int]] = state.remembered.get(("months",), find)
    return months


@router.get("/feed.ics")
def feed(request: Request) -> Response:
    """The calendar to subscribe to; calendars log in with ``token``, for they keep no cookies."""
    accounts = request.app.state.accounts
    token = request.query_params.get("token")
    if whoever(request) is None and (token is None or accounts.token_user(token) is None):
        raise Refused(401, "token", "This calendar needs a token; make one on the page of your account.")
    wanted = asked(request.query_params, pages.today(request), "obligations")
    response = export(request, "ics", "obligations", wanted.query, wanted.filters)
    del response.headers["content-disposition"]  # to be read where it is, not to be saved
    return response


def _month(value: str | None, today: date) -> date:
    if not value:
        return today.replace(day=1)
    try:
        found = date.fromisoformat(f"{value}-01")
    except ValueError as error:
        raise QueryError(f"{value[:20]} is no month. Write it as 2022-10.") from error
    if not 1900 < found.year < 2200:
        raise QueryError(f"{value[:20]} is too far away.")
    return found


def _next(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def _before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def _iso(day: date) -> str:
    return day.isoformat()
