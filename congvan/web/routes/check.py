"""The rules checker: review results in, verdicts out, and what they would be were a rank another."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, cast, get_args

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, RedirectResponse, Response
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from checker.check import Report, capacity_called, check
from checker.errors import CheckError
from checker.jurisdiction import Jurisdiction
from checker.results import Results
from checker.settings import Rounding, Settings
from checker.verdict import Outcome, Verdict
from congvan.web import days, language, pages
from congvan.web.checking import MOST_CHANGES, Checks, Held, Wanted, year_of
from congvan.web.inbox import safe_name
from congvan.web.people import Person, Refused, address, needs, own_form
from corpus.errors import Ambiguous, NotFound, QueryError
from extractors.model import System

router = APIRouter(prefix="/check")
Reader = Annotated[Person, Depends(needs("reader"))]
Language = Literal["vi", "en"]

ROWS = 100
"""Verdicts on one page."""
MOST_FILES = 20
_PIECE = 1 << 20
_NAMED = 400
"""Names offered for what-if."""
_ORDER = (Outcome.VIOLATED, Outcome.CANNOT_TELL, Outcome.KEPT, Outcome.NOT_APPLICABLE)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("")
def ask(request: Request, person: Reader) -> Response:
    request.app.state.checks.start()
    return _form(request, person)


def _form(
    request: Request,
    person: Person,
    values: dict[str, str] | None = None,
    problem: str | None = None,
) -> Response:
    checks: Checks = request.app.state.checks
    before = checks.of(person.name)
    return pages.page(
        request,
        "check.html",
        status=400 if problem else 200,
        values=defaultdict(str, values or _usual(request, before)),
        problem=problem,
        before=before,
        most=MOST_FILES,
    )


def _usual(request: Request, before: list[Held]) -> dict[str, str]:
    """What the form says at first: as the person's last check, else today. The year is left to follow the
    day, unless the person wrote one that does not."""
    on = date.fromisoformat(pages.today(request))
    values = {"on": on.isoformat(), "year": "", "rounding": "floor", "rules_of": "corpus"}
    if before:
        wanted = before[0].wanted
        values |= {
            "province": wanted.where.province or "",
            "district": wanted.where.district or "",
            "ward": wanted.where.ward or "",
            "system": wanted.where.system or "",
            "on": wanted.settings.on.isoformat(),
            "year": str(wanted.settings.year) if _own_year(wanted) else "",
            "rounding": wanted.settings.rounding.value,
        }
    return values


def _own_year(wanted: Wanted) -> bool:
    return wanted.year_said and wanted.settings.year != year_of(wanted.settings.on)


@router.post("", dependencies=[Depends(own_form)])
async def hand_in(request: Request, person: Reader) -> Response:
    """Takes sheets in, checks them, and goes to what came of it. Nothing of them is kept on disk."""
    form: FormData = await request.form(max_files=MOST_FILES, max_fields=40)
    values = {name: value for name, value in form.items() if isinstance(value, str)}
    try:
        wanted = wanted_of(values)
        held = await run_in_threadpool(_check, request, person, form, wanted)
    except (CheckError, QueryError, NotFound, Ambiguous) as error:
        return await run_in_threadpool(_form, request, person, values, _message(error, request))
    return RedirectResponse(f"/check/{held.key}", 303)


def _message(error: Exception, request: Request) -> str:
    message = error.message if isinstance(error, CheckError) else str(error)
    return pages.say(request, message)


def wanted_of(values: dict[str, str]) -> Wanted:
    """What a form or an address asks for. Raises `QueryError`."""
    on = date.fromisoformat(days.day(values.get("on")) or date.today().isoformat())
    typed = values.get("year", "").strip()
    if typed and not (typed.isascii() and typed.isdigit() and 1945 <= int(typed[:5]) <= 2100):
        raise QueryError(f"{typed[:40]} is no year. Write it as 2023.")
    rounding = values.get("rounding") or "floor"
    if rounding not in {item.value for item in Rounding}:
        raise QueryError("Parts of people are cut off, rounded to the nearest, or rounded up.")
    capacity = values.get("capacity", "").strip()
    found = capacity_called(capacity) if capacity else None
    if capacity and found is None:
        raise QueryError(f"{capacity[:40]} is no capacity: write đảng viên, cán bộ, công chức or viên chức.")
    system = values.get("system") or None
    if system is not None and system not in get_args(System):
        raise QueryError("Units belong to the Party or to the State.")
    rules_of = values.get("rules_of") or "corpus"
    acts = tuple(
        part.strip() for part in values.get("acts", "").replace("\n", ";").split(";") if part.strip()
    )
    if rules_of == "acts" and not acts:
        raise QueryError("Name at least one act, by its number.")
    province, district, ward = (
        (values.get(name) or "").strip()[:200] or None for name in ("province", "district", "ward")
    )
    where = Jurisdiction(province, district, ward, cast("System | None", system))
    return Wanted(
        settings=Settings(on, int(typed) if typed else year_of(on), Rounding(rounding), found),
        where=where,
        unit=values.get("unit", "").strip()[:200] or None,
        acts=acts[:50] if rules_of == "acts" else (),
        corpus=rules_of != "written",
        year_said=bool(typed),
    )


def _check(request: Request, person: Person, form: FormData, wanted: Wanted) -> Held:
    state = request.app.state
    with tempfile.TemporaryDirectory(prefix="check-", dir=state.settings.folder) as name:
        folder = Path(name)
        sheets = _keep(form, "results", folder, state.settings.upload_bytes)
        rules = _keep(form, "rules", folder, state.settings.upload_bytes)
        if not sheets:
            raise QueryError("Choose at least one file of results (CSV or XLSX).")
        if not wanted.corpus and not rules:
            raise QueryError("Choose a file of rules (YAML), or take the rules from the corpus.")
        checks: Checks = state.checks
        held = checks.run(person.name, sheets, rules, wanted)
    names = ", ".join(held.files)
    state.accounts.note(person.name, "check", names, address(request))
    return held


def _keep(form: FormData, field: str, folder: Path, limit: int) -> list[tuple[str, Path]]:
    kept: list[tuple[str, Path]] = []
    given = [item for item in form.getlist(field) if isinstance(item, UploadFile) and item.filename]
    for number, item in enumerate(given):
        name = safe_name(item.filename or "")
        path = folder / name
        if path.exists():
            path = folder / f"{number + 1}-{name}"
        written = 0
        with path.open("xb") as stream:
            while piece := item.file.read(_PIECE):
                written += len(piece)
                if written > limit:
                    raise Refused(413, "too-large", f"{name} is larger than {pages.size(limit)}. Split it.")
                stream.write(piece)
        kept.append((name, path))
    return kept


@router.get("/template.{form}")
def template(request: Request, person: Reader, form: str, table: str = "people") -> Response:
    """Blank sheets with examples, in the page's language: a workbook, or one CSV of a table."""
    from checker.tables.headers import NAMES
    from checker.template import write_template

    if form not in ("xlsx", "csv") or table not in NAMES:
        raise NotFound("There is nothing at this address.")
    folder = tempfile.TemporaryDirectory(prefix="template-", dir=request.app.state.settings.folder)
    name = "ket-qua" if _language(request) == "vi" else "results"
    paths = write_template(Path(folder.name) / f"{name}.{form}", _language(request))
    path = paths[0] if form == "xlsx" else next(item for item in paths if item.stem.endswith(table))
    media = _XLSX if form == "xlsx" else "text/csv; charset=utf-8"
    return FileResponse(path, media_type=media, filename=path.name, background=BackgroundTask(folder.cleanup))


@router.get("/rules")
def rules(request: Request, person: Reader) -> Response:
    """The rules in force for a territory on a day, what conflicts, and what was set aside and why."""
    checks: Checks = request.app.state.checks
    values = dict(request.query_params) or _usual(request, checks.of(person.name))
    report = problem = book = None
    try:
        wanted = wanted_of(values)
        if request.query_params:
            wanted, book = checks.rulebook(wanted, [wanted.where])
            report = check(Results(), book, wanted.settings, wanted.where)
    except (QueryError, NotFound, Ambiguous, CheckError) as error:
        problem = _message(error, request)
    chosen = _language(request)
    return pages.page(
        request,
        "check_rules.html",
        status=400 if problem else 200,
        values=defaultdict(str, values),
        problem=problem,
        report=_in(report, chosen) if report else None,
        rule_of={rule.id: rule for rule in _in(report, chosen).rules} if report else {},
        span_of=book.place if book else None,
    )


def _in(report: Report, chosen: Language) -> Report:
    from checker.reports.language import in_language

    return in_language(report, chosen)


def _language(request: Request) -> Language:
    return "vi" if language.chosen(request) == "vi" else "en"


@router.get("/{key}")
def checked(request: Request, person: Reader, key: str) -> Response:
    """What came of a check, or of it with ranks changed (``change``)."""
    from checker.reports.language import difference_in, rule_in, verdict_in

    held = _held(request, person, key)
    changes, report, turned, problem = _changed(request, held)
    chosen = _language(request)
    seen = _seen(request, report)
    page_number = _page_number(request, len(seen.verdicts))
    shown = seen.verdicts[(page_number - 1) * ROWS : page_number * ROWS]
    lines = {rule.id: rule_in(rule, chosen) for rule in report.rules}
    light = report.model_copy(update={"verdicts": []})
    return pages.page(
        request,
        "checked.html",
        status=400 if problem else 200,
        held=held,
        report=_in(light, chosen),
        groups=_grouped([verdict_in(verdict, chosen) for verdict in shown]),
        rule_of=lines,
        span_of=held.book.place,
        filters=seen.filters,
        found=len(seen.verdicts),
        page_number=page_number,
        rows=ROWS,
        changes=changes,
        turned=[difference_in(item, chosen) for item in turned],
        problem=problem,
        outcomes=_ORDER,
        units=_unit_names(held),
        names=_names(held, seen.filters["unit"]),
        most=MOST_CHANGES,
    )


def _held(request: Request, person: Person, key: str) -> Held:
    checks: Checks = request.app.state.checks
    held = checks.get(key, person.name)
    if held is None:
        raise NotFound("This check is no longer in memory. Hand the sheets in again.")
    return held


def _changed(request: Request, held: Held) -> tuple[list[str], Report, list[Any], str | None]:
    """The changes that hold, the report with them, what they turn, and what is wrong with the last one."""
    changes = [text for text in request.query_params.getlist("change") if text.strip()]
    added = request.query_params
    if added.get("who", "").strip() and added.get("rank"):
        capacity = f"#{added['capacity']}" if added.get("capacity") else ""
        changes.append(f"{added['who'].strip()}{capacity}={added['rank']}")
    changes = list(dict.fromkeys(changes))[:MOST_CHANGES]
    problem = None
    while changes:
        try:
            report, turned = held.changed(changes)
        except CheckError as error:
            problem = problem or _message(error, request)
            changes = changes[:-1]
        else:
            return changes, report, turned, problem
    return [], held.report, [], problem


@dataclass(frozen=True, slots=True)
class _Seen:
    """The verdicts that the filters leave, in the order shown, and the filters."""

    verdicts: list[Verdict]
    filters: dict[str, str]


def _seen(request: Request, report: Report) -> _Seen:
    asked = request.query_params
    filters = {name: asked.get(name, "").strip() for name in ("outcome", "rule", "unit")}
    outcome, rule, unit = filters["outcome"], filters["rule"], filters["unit"]
    if outcome and outcome not in {item.value for item in Outcome}:
        raise QueryError(f"{outcome[:40]} is no verdict.")
    if not outcome and "outcome" not in asked:
        # at first what asks for a person: the rest is one click away
        worst = [item for item in _ORDER[:2] if report.summary[item]]
        wanted = set(worst) or set(Outcome)
    else:
        wanted = {Outcome(outcome)} if outcome else set(Outcome)
    place = {rule.id: at for at, rule in enumerate(report.rules)}
    found = [
        verdict
        for verdict in report.verdicts
        if verdict.outcome in wanted
        and (not rule or verdict.rule == rule)
        and (not unit or unit.casefold() in verdict.unit.casefold())
        and (verdict.counts or rule or outcome)
    ]
    found.sort(key=lambda verdict: (_ORDER.index(verdict.outcome), place.get(verdict.rule, 0)))
    return _Seen(found, filters)


def _page_number(request: Request, found: int) -> int:
    typed = request.query_params.get("page") or "1"
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1
    return max(1, min(number, -(-found // ROWS) or 1))


def _grouped(verdicts: list[Verdict]) -> list[tuple[str, Outcome, list[Verdict]]]:
    """Verdicts side by side that are of one rule and one outcome."""
    groups: list[tuple[str, Outcome, list[Verdict]]] = []
    for verdict in verdicts:
        if groups and groups[-1][:2] == (verdict.rule, verdict.outcome):
            groups[-1][2].append(verdict)
        else:
            groups.append((verdict.rule, verdict.outcome, [verdict]))
    return groups


def _unit_names(held: Held) -> list[str]:
    return list(dict.fromkeys(unit.name for unit in held.results.units.values()))[:_NAMED]


def _names(held: Held, unit: str) -> list[tuple[str, str]]:
    """Whose rank may be changed: how to name them, and how they are ranked now; of one unit where one is
    chosen."""
    units = held.results.units
    wanted = unit.casefold()
    people = [
        person
        for person in held.results.people
        if person.unit is not None and (not wanted or wanted in units[person.unit].name.casefold())
    ]
    often = Counter((person.name, person.unit) for person in people)
    out: list[tuple[str, str]] = []
    for person in people[:_NAMED]:
        place = units[person.unit].name if person.unit else ""
        twice = often[person.name, person.unit] > 1
        name = f"people:{person.place.row}" if twice else f"{person.name}@{place}"
        ranks = ", ".join(rank.short for _, rank in person.reviews if rank is not None)
        out.append((name, f"{person.name}, {place}: {ranks or '?'}"))
    for item in units.values():
        if len(out) >= 2 * _NAMED:
            break
        if item.rank is not None and (not wanted or wanted in item.name.casefold()):
            out.append((item.name, item.rank.short))
    return list(dict.fromkeys(out))


@router.get("/{key}/report.json")
def as_json(request: Request, person: Reader, key: str) -> Response:
    held = _held(request, person, key)
    report = _changed(request, held)[1]
    headers = {"content-disposition": 'attachment; filename="congvan-check.json"'}
    return Response(report.model_dump_json(indent=2), media_type="application/json", headers=headers)


@router.get("/{key}/report.xlsx")
def as_workbook(request: Request, person: Reader, key: str) -> Response:
    from checker.reports.workbook import write_report

    held = _held(request, person, key)
    report = _changed(request, held)[1]
    folder = tempfile.TemporaryDirectory(prefix="report-", dir=request.app.state.settings.folder)
    path = Path(folder.name) / "congvan-check.xlsx"
    write_report(report, path, _language(request))
    return FileResponse(path, media_type=_XLSX, filename=path.name, background=BackgroundTask(folder.cleanup))
