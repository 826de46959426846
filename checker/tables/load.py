"""Files of review results into `Results`: units, people, reports, and every slip by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.errors import ResultsError
from checker.periods import Days
from checker.ranks import Rank, read_rank
from checker.results import HandedIn, Issue, Person, Results, Unit
from checker.subjects import PERSONS, Subject, subjects_in
from checker.tables.cells import CellError, read_date, text_of, whole_number, yes_or_no
from checker.tables.circles import find_circles
from checker.tables.files import Cell, Sheet, read_sheets
from checker.tables.grid import Grid, find_header
from checker.tables.names import Names
from checker.units import nature_of
from checker.words import plain

MAX_ISSUES = 1000
"""Beyond so many slips the file as a whole is wrong, and one more row number helps nobody."""

_RANK_COLUMNS: tuple[tuple[str, Subject], ...] = (
    ("rank_party", Subject.PARTY_MEMBER),
    ("rank_official", Subject.OFFICIAL),
    ("rank_civil", Subject.CIVIL_SERVANT),
    ("rank_employee", Subject.PUBLIC_EMPLOYEE),
)


def load_results(paths: Iterable[Path], *, unit: str | None = None) -> Results:
    """Reads CSV and XLSX files; which table a sheet is, its header says. ``unit``: whose people they are, where
    the sheet has no column of units. Raises `ResultsError` where a file is
    no table at all; single slips become `Results.issues`."""
    return assemble([sheet for path in paths for sheet in read_sheets(path)], unit=unit)


def assemble(sheets: Sequence[Sheet], *, unit: str | None = None) -> Results:
    """Sheets into results. Raises `ResultsError` where none of them holds units or people."""
    grids: list[Grid] = []
    ignored: list[str] = []
    for sheet in sheets:
        grid = find_header(sheet)
        if grid is not None:
            grids.append(grid)
        elif sheet.rows:
            ignored.append(f"{sheet.file}{f' [{sheet.name}]' if sheet.name else ''}")
    if not any(grid.table in ("units", "people") for grid in grids):
        what = ", ".join(ignored) or ", ".join(dict.fromkeys(sheet.file for sheet in sheets))
        raise ResultsError(
            "no-table",
            f"{what}: no sheet has a header that names units or people (for example “Họ và tên”, “Đơn vị”, "
            "“Xếp loại”). Print a template: congvan check --template results.xlsx",
        )
    results = Results()
    for name in ("units", "people", "reports"):
        keys = [grid.keys for grid in grids if grid.table == name]
        if keys:
            results.columns[name] = frozenset().union(*keys)
    results.issues += [
        Issue("not-read", f"{name}: no header that is known; the sheet was not read", severe=False)
        for name in ignored
    ]
    names = Names(results)
    for grid in grids:
        if grid.table == "units":
            _units(grid, results, names)
    names.settle()
    for grid in grids:
        if grid.table == "people":
            _people(grid, results, names, unit)
        elif grid.table == "reports":
            _reports(grid, results, names)
    for grid in grids:
        results.issues += grid.issues
    results.circular = find_circles(results)
    return results


def _rank(cell: Cell) -> Rank:
    rank = read_rank(text_of(cell))
    if rank is None:
        raise CellError(
            "rank",
            f"{text_of(cell)!r} is not a rank: write HTXSNV, HTTNV, HTNV, KHTNV or “không xếp loại”",
        )
    return rank


def _capacity(cell: Cell) -> Subject:
    found = subjects_in(text_of(cell)) & PERSONS
    if len(found) != 1:
        raise CellError(
            "capacity",
            f"{text_of(cell)!r} does not say in which one capacity: write đảng viên, cán bộ, công chức or viên chức",
        )
    return next(iter(found))


def _date(grid: Grid, row: tuple[int, list[Cell]], key: str, doubts: dict[str, str]) -> Days | None:
    order = grid.orders.get(key)
    return grid.value(row, key, lambda cell: read_date(cell, order), doubts)


def _units(grid: Grid, results: Results, names: Names) -> None:
    for row in grid.rows:
        number, cells = row
        name, code = grid.text(cells, "unit"), grid.text(cells, "unit_code")
        place = grid.place(number)
        if name is None and code is None:
            message = "a row without a unit's name; it was left out"
            results.issues.append(Issue("no-unit", message, place, grid.headers.get("unit")))
            continue
        doubts: dict[str, str] = {}
        unit = Unit(
            key=code or name or "",
            name=name or code or "",
            place=place,
            nature=nature_of(grid.text(cells, "unit_kind"), name or ""),
            rank=grid.value(row, "rank", _rank, doubts),
            members=grid.value(row, "members", whole_number, doubts),
            founded=_date(grid, row, "founded", doubts),
            reviewed_on=_date(grid, row, "reviewed_on", doubts),
            reviewed=grid.value(row, "reviewed", yes_or_no, doubts),
            province=grid.text(cells, "province"),
            district=grid.text(cells, "district"),
            ward=grid.text(cells, "ward"),
            doubts=doubts,
        )
        kind = grid.text(cells, "unit_kind")
        if kind and not unit.nature.known:
            message = (
                f"{kind!r} is no kind of unit that is known: write for example chi bộ, đảng bộ cơ sở, tập thể"
            )
            results.issues.append(Issue("unit-kind", message, place, grid.headers["unit_kind"]))
        names.add(unit, code, grid.text(cells, "parent"), grid.headers.get("parent"))


def _people(grid: Grid, results: Results, names: Names, everyone: str | None) -> None:
    ranks = [(key, capacity) for key, capacity in _RANK_COLUMNS if key in grid.keys]
    if not ranks and "rank" not in grid.keys:
        message = "the sheet of people has no column of ranks (Xếp loại); no rank of theirs can be checked"
        results.issues.append(Issue("no-ranks", message, grid.place(grid.header_row)))
    seen: dict[tuple[str, Subject | None], Person] = {}
    has_unit = "unit" in grid.keys or "unit_code" in grid.keys
    if not has_unit and everyone is None:
        message = "the sheet of people has no column of units (Đơn vị): add it, or say whose people they are: --unit"
        results.issues.append(Issue("no-units", message, grid.place(grid.header_row)))
    for row in grid.rows:
        number, cells = row
        place = grid.place(number)
        name, code = grid.text(cells, "person"), grid.text(cells, "person_code")
        if name is None and code is None:
            message = "a row without a person's name; it was left out"
            results.issues.append(Issue("no-person", message, place, grid.headers.get("person")))
            continue
        doubts: dict[str, str] = {}
        capacity = grid.value(row, "capacity", _capacity, doubts) if "capacity" in grid.keys else None
        reviews: list[tuple[Subject | None, Rank | None]] = []
        if "rank" in grid.keys:
            reviews.append((capacity, grid.value(row, "rank", _rank, doubts)))
        for key, subject in ranks:
            if grid.cell(cells, key) is not None:
                reviews.append((subject, grid.value(row, key, _rank, doubts)))
        wanted = (grid.text(cells, "unit_code") or grid.text(cells, "unit")) if has_unit else everyone
        unit = names.find(wanted, place, grid.headers.get("unit_code") or grid.headers.get("unit"))
        if wanted is None and has_unit:
            message = (
                f"{name or code} has no unit; a person of unknown unit leaves every unit's count in doubt"
            )
            results.issues.append(Issue("no-unit", message, place, grid.headers.get("unit")))
        person = Person(
            name=name or code or "",
            place=place,
            unit=unit,
            reviews=tuple(reviews),
            code=code,
            position=grid.text(cells, "position"),
            heads=_heads(grid, row, names),
            appointed=_date(grid, row, "appointed", doubts),
            joined=_date(grid, row, "joined", doubts),
            arrived=_date(grid, row, "arrived", doubts),
            months_worked=grid.value(row, "months_worked", whole_number, doubts),
            main_post=grid.value(row, "main_post", yes_or_no, doubts),
            exempt=grid.value(row, "exception", yes_or_no, doubts),
            managed_by=_folded(grid.text(cells, "managed_by")),
            group=_folded(grid.text(cells, "group")),
            doubts=doubts or None,
        )
        if not _repeated(person, seen, results, grid):
            results.people.append(person)


def _folded(text: str | None) -> str | None:
    """Names that people are grouped by: "BTV Tỉnh ủy" and "BTV  tỉnh uỷ" are one."""
    return plain(text) if text else None


def _heads(grid: Grid, row: tuple[int, list[Cell]], names: Names) -> tuple[str, ...]:
    number, cells = row
    text = grid.text(cells, "heads")
    if text is None:
        return ()
    header = grid.headers["heads"]
    whole = names.look(text)
    if whole is not None:
        return (whole,)
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found = [names.find(part, grid.place(number), header) for part in parts]
    return tuple(dict.fromkeys(key for key in found if key is not None))


def _repeated(
    person: Person, seen: dict[tuple[str, Subject | None], Person], results: Results, grid: Grid
) -> bool:
    """True where the sheet has the person already, in the same capacity: a person is counted once."""
    if person.code is None:
        return False
    for capacity, rank in person.reviews:
        first = seen.setdefault((person.code, capacity), person)
        if first is person:
            continue
        same = first.unit == person.unit and (capacity, rank) in first.reviews
        message = f"{person.name} ({person.code}) stands in row {first.place.row} already"
        if same:
            message += "; counted once"
        else:
            message += " with another unit or rank: the rank is in doubt until one row goes"
            doubt = f"which row of {person.name} holds ({first.place}, {person.place})"
            first.reviews = tuple((c, None if c is capacity else r) for c, r in first.reviews)
            first.doubts = {**(first.doubts or {}), "rank": doubt}
            if first.unit != person.unit:
                first.unit = None
        results.issues.append(Issue("twice", message, person.place, grid.headers.get("person_code")))
        if len(person.reviews) == 1:
            return True
        person.reviews = tuple(review for review in person.reviews if review[0] is not capacity)
    return False


def _reports(grid: Grid, results: Results, names: Names) -> None:
    for row in grid.rows:
        number, cells = row
        place = grid.place(number)
        what = grid.text(cells, "report")
        wanted = grid.text(cells, "unit_code") or grid.text(cells, "unit")
        if what is None or wanted is None:
            message = (
                "a report needs a unit and what it reports (an obligation's id, an act's number and clause)"
            )
            results.issues.append(Issue("no-report", message, place, grid.headers.get("report")))
            continue
        doubts: dict[str, str] = {}
        when = _date(grid, row, "handed_in", doubts)
        unit = names.find(wanted, place, grid.headers.get("unit_code") or grid.headers.get("unit"))
        results.reports.append(HandedIn(unit, what, when, place, doubts.get("handed_in")))
