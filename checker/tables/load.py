"""Files of review results into `Results`: units, people, reports, and every slip by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.collector import collector_paused
from checker.errors import ResultsError
from checker.ranks import Rank, read_rank
from checker.results import HandedIn, Issue, Person, Place, Results, Unit
from checker.subjects import PERSONS, Subject, subjects_in
from checker.tables.cells import CellError, text_of, whole_number, yes_or_no
from checker.tables.circles import find_circles
from checker.tables.files import Cell, Sheet, read_sheets
from checker.tables.grid import Grid, find_header
from checker.tables.headings import under_headings
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
    """Reads CSV and XLSX files; which table a sheet is, its header says. ``unit``: whose people they are,
    where the sheet has no column of units. Raises `ResultsError` where a file is
    no table at all; single slips become `Results.issues`."""
    with collector_paused():
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
            f"{text_of(cell)!r} does not say in which one capacity: write đảng viên, cán bộ, công chức or "
            "viên chức",
        )
    return next(iter(found))


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
            founded=grid.date(row, "founded", doubts),
            reviewed_on=grid.date(row, "reviewed_on", doubts),
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
    has_unit = "unit" in grid.keys or "unit_code" in grid.keys
    headed = under_headings(grid) if not has_unit and everyone is None else None
    if not has_unit and everyone is None and headed is None:
        message = "the sheet of people has no column of units (Đơn vị): add it, or name their unit: --unit"
        results.issues.append(Issue("no-units", message, grid.place(grid.header_row)))
    seen: dict[tuple[str, Subject | None], Person] = {}
    doubts: dict[int, dict[str, str]] = {}
    codes, placed = grid.texts("person_code"), grid.texts("unit_code")
    # columns are read whole: a row at a time takes three times as long for 100,000 people
    units = [code or name for code, name in zip(placed, grid.texts("unit"), strict=True)]
    reviews = _reviews(grid, ranks, doubts)
    heading = grid.texts("heads")
    rows = zip(
        grid.rows,
        [name or code for name, code in zip(grid.texts("person"), codes, strict=True)],
        codes,
        units if has_unit else headed or [everyone] * len(units),
        reviews,
        grid.texts("position"),
        heading,
        grid.dates("appointed", doubts),
        grid.dates("joined", doubts),
        grid.dates("arrived", doubts),
        grid.values("months_worked", whole_number, doubts),
        grid.values("main_post", yes_or_no, doubts),
        grid.values("exception", yes_or_no, doubts),
        grid.texts("managed_by"),
        grid.texts("group"),
        strict=True,
    )
    unit_header = grid.headers.get("unit_code") or grid.headers.get("unit")
    left_out: set[int] = set()
    for position, columns in enumerate(rows):
        row, name, code, wanted, ranked, post, heads = columns[:7]
        appointed, joined, arrived, months, main, exempt, level, group = columns[7:]
        place = grid.place(row[0])
        if name is None:
            # a total or a remark below the table is no person; a row with a unit or a rank counts as one
            if wanted is None and all(rank is None for _, rank in ranked):
                message = "a row without a person's name, unit or rank; it was left out"
                results.issues.append(Issue("no-person", message, place, severe=False))
                left_out.add(row[0])
                continue
            name = "(no name)"
            message = "a row without a person's name; it was counted all the same"
            results.issues.append(Issue("no-person", message, place, grid.headers.get("person")))
        if wanted is None and (has_unit or headed):
            message = f"{name} has no unit; a person of unknown unit leaves every unit's count in doubt"
            results.issues.append(Issue("no-unit", message, place, grid.headers.get("unit")))
        unit = names.find(wanted, place, unit_header)
        person = Person(
            name,
            place,
            unit,
            ranked,
            code,
            post,
            _heads(heads, unit, place, grid, names) if heads else (),
            appointed,
            joined,
            arrived,
            months,
            main,
            exempt,
            level,
            plain(group) if group else None,
            doubts.get(position),
        )
        if code is None or not _repeated(person, seen, results, grid):
            results.people.append(person)
    grid.issues = [issue for issue in grid.issues if not issue.place or issue.place.row not in left_out]


Reviews = tuple[tuple[Subject | None, Rank | None], ...]


def _reviews(
    grid: Grid, ranks: list[tuple[str, Subject]], doubts: dict[int, dict[str, str]]
) -> list[Reviews]:
    """Each row's ranks with the capacities they are given in. An empty cell of a capacity's own column
    says that the person is not ranked in that capacity; an empty plain rank is a rank that is missing."""
    out: list[list[tuple[Subject | None, Rank | None]]] = [[] for _ in grid.rows]
    if "rank" in grid.keys:
        capacities = grid.values("capacity", _capacity, doubts)
        for found, capacity, rank in zip(out, capacities, grid.values("rank", _rank, doubts), strict=True):
            found.append((capacity, rank))
    for key, subject in ranks:
        at = grid.index[key]
        for found, (_, cells), rank in zip(out, grid.rows, grid.values(key, _rank, doubts), strict=True):
            if cells[at] is not None:
                found.append((subject, rank))
    return [tuple(found) for found in out]


def _heads(text: str, own: str | None, place: Place, grid: Grid, names: Names) -> tuple[str, ...]:
    """The units that a person heads, by name or code, with semicolons between; “x” or “có”: their own."""
    whole = names.look(text)
    if whole is not None:
        return (whole,)
    try:
        answer = yes_or_no(text)
    except CellError:
        answer = None
    if answer is not None:
        return (own,) if answer and own is not None else ()
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found = [names.find(part, place, grid.headers["heads"]) for part in parts]
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
        when = grid.date(row, "handed_in", doubts)
        unit = names.find(wanted, place, grid.headers.get("unit_code") or grid.headers.get("unit"))
        event_on = grid.date(row, "event_on", doubts)
        doubt = doubts.get("handed_in") or doubts.get("event_on")
        results.reports.append(HandedIn(unit, what, when, place, doubt, event_on))
