"""The overview: what the corpus holds, how well it was read, what lies ahead."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from sqlalchemy import Connection, text

from congvan.web import drawing, pages
from congvan.web.people import Person, needs
from corpus.problems import TOLD

router = APIRouter(prefix="/overview")
Reader = Annotated[Person, Depends(needs("reader"))]
_MONTHS = 12


@router.get("")
def overview(request: Request, person: Reader) -> Response:
    state = request.app.state
    today = pages.today(request)
    facts = state.remembered.get(("overview", today), lambda: _facts(state.corpus, today))
    return pages.page(request, "overview.html", **facts)


def _facts(corpus: Any, today: str) -> dict[str, Any]:
    with corpus.reading() as connection:
        counts = _counts(connection, today)
        ahead = _ahead(connection, today)
        years = _pairs(
            connection,
            "SELECT year, count(*) FROM directives WHERE year IS NOT NULL "
            "GROUP BY year ORDER BY year DESC LIMIT 12",
        )[::-1]
        types = _pairs(
            connection,
            "SELECT type_code, count(*) FROM directives WHERE type_code IS NOT NULL "
            "GROUP BY type_code ORDER BY count(*) DESC, type_code LIMIT 10",
        )
        months = _pairs(
            connection,
            "SELECT substr(o.added_at, 1, 7) AS month, avg(p.confidence) FROM pages p "
            "JOIN documents o ON o.id = p.document_id WHERE p.method = 'ocr' AND p.confidence IS NOT NULL "
            "GROUP BY month ORDER BY month DESC LIMIT 12",
        )[::-1]
        sure = _pairs(
            connection,
            "SELECT CASE WHEN confidence >= 0.98 THEN 5 WHEN confidence >= 0.95 THEN 4 "
            "WHEN confidence >= 0.9 THEN 3 WHEN confidence >= 0.8 THEN 2 ELSE 1 END AS class, count(*) "
            "FROM pages WHERE method = 'ocr' AND confidence IS NOT NULL GROUP BY class ORDER BY class",
        )
        warned = _pairs(
            connection,
            "SELECT code, count(DISTINCT document_id) FROM warnings "
            "GROUP BY code ORDER BY 2 DESC, code LIMIT 8",
        )
        warned = [(code, many) for code, many in warned if code not in TOLD]
    classes = {1: "< 80 %", 2: "80–90 %", 3: "90–95 %", 4: "95–98 %", 5: "≥ 98 %"}
    known = dict(sure)
    return {
        "counts": counts,
        "ahead": drawing.columns(ahead),
        "years": drawing.columns([(str(y), n, f"{n}", f"/?kind=directives&year={y}") for y, n in years]),
        "types": drawing.columns(
            [(t, n, f"{n}", "/" + pages.query({"kind": "directives", "type": t})) for t, n in types]
        ),
        "confidence": drawing.columns([(pages.day(m), v, f"{v:.0%}", None) for m, v in months], most=1.0),
        "classes": drawing.columns(
            [(label, known.get(c, 0), f"{known.get(c, 0)}", None) for c, label in classes.items()]
        )
        if known
        else drawing.columns([]),
        "warned": warned,
    }


def _counts(connection: Connection, today: str) -> dict[str, int]:
    queries = {
        "directives": "SELECT count(*) FROM directives",
        "obligations": "SELECT count(*) FROM obligations",
        "dated": "SELECT count(*) FROM obligation_keys WHERE due IS NOT NULL",
        "overdue": "SELECT count(*) FROM obligation_keys WHERE due < :today",
        "review": "SELECT count(*) FROM directives WHERE needs_review = :yes",
        "failed": "SELECT count(*) FROM directives WHERE status = 'failed'",
        "pages": "SELECT count(*) FROM pages",
        "stubs": "SELECT count(*) FROM acts WHERE document_id IS NULL",
        "references": "SELECT count(*) FROM citations",
        "rules": "SELECT count(*) FROM rules",
        "corrections": "SELECT count(*) FROM corrections",
    }
    every = {"today": today, "yes": True}
    return {
        name: int(
            connection.execute(text(sql), {k: v for k, v in every.items() if f":{k}" in sql}).scalar_one()
        )
        for name, sql in queries.items()
    }


def _ahead(connection: Connection, today: str) -> list[tuple[str, float, str, str | None]]:
    """What is due in this month and the eleven after it."""
    first = date.fromisoformat(today).replace(day=1)
    months = [
        date(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1, 1)
        for i in range(_MONTHS)
    ]
    rows = connection.execute(
        text(
            "SELECT substr(due, 1, 7), count(*) FROM obligations WHERE due >= :first AND due < :last "
            "GROUP BY substr(due, 1, 7)"
        ),
        {"first": first.isoformat(), "last": f"{first.year + 1}-{first.month:02}-01"},
    )
    known = {row[0]: int(row[1]) for row in rows}
    return [
        (f"{m:%m/%y}", known.get(f"{m:%Y-%m}", 0), str(known.get(f"{m:%Y-%m}", 0)), f"/due?month={m:%Y-%m}")
        for m in months
    ]


def _pairs(connection: Connection, sql: str) -> list[tuple[Any, Any]]:
    return [(row[0], row[1]) for row in connection.execute(text(sql))]
