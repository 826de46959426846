"""A sheet whose header was found: each row as values by column, each slip with its row and column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from checker.errors import ResultsError
from checker.periods import Days
from checker.results import Issue, Place
from checker.tables.cells import CellError, Order, order_in_header, order_of, read_date, text_of
from checker.tables.files import Cell, Sheet
from checker.tables.headers import TableName, column_of, nearest, table_of

HEADER_ROWS = 15
"""A title, the body's name and a date may stand above the header; it lies within so many filled rows."""

DATES = frozenset({"founded", "reviewed_on", "appointed", "joined", "arrived", "handed_in", "event_on"})

T = TypeVar("T")


@dataclass(slots=True)
class Grid:
    """``index`` maps a column's key to its place in a row; ``headers`` to what the sheet calls it."""

    table: TableName
    file: str
    sheet: str | None
    index: dict[str, int]
    headers: dict[str, str]
    rows: list[tuple[int, list[Cell]]]
    header_row: int
    issues: list[Issue] = field(default_factory=list)
    orders: dict[str, Order | None] = field(default_factory=dict)
    _read: dict[str, dict[object, object]] = field(default_factory=dict)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self.index)

    def place(self, row: int) -> Place:
        return Place(self.file, self.sheet, row)

    def cell(self, cells: list[Cell], key: str) -> Cell:
        at = self.index.get(key)
        return None if at is None else cells[at]

    def value(
        self,
        row: tuple[int, list[Cell]],
        key: str,
        read: Callable[[Cell], T],
        doubts: dict[str, str],
    ) -> T | None:
        """A cell read; None where it is empty, or cannot be read (an issue and a doubt then say why)."""
        at = self.index.get(key)
        if at is None:
            return None
        cell = row[1][at]
        if cell is None:
            return None
        # sheets repeat few values many times: each is read once. 1 and True are equal, and not the same cell
        known = self._read.setdefault(key, {})
        cache_key = cell if type(cell) is str else (type(cell), cell)
        found = known.get(cache_key)
        if found is None:
            try:
                found = read(cell)
            except CellError as error:
                found = error
            known[cache_key] = found
        if isinstance(found, CellError):
            issue = Issue(found.code, found.message, self.place(row[0]), self.headers[key])
            self.issues.append(issue)
            doubts[key] = str(issue)
            return found.days  # type: ignore[return-value]  # only dates have bounds
        return found  # type: ignore[return-value]

    def date(self, row: tuple[int, list[Cell]], key: str, doubts: dict[str, str]) -> Days | None:
        """A date in the order that its column says or proves."""
        if key not in self.index:
            return None
        order = self.orders[key]
        return self.value(row, key, lambda cell: read_date(cell, order), doubts)

    def text(self, cells: list[Cell], key: str) -> str | None:
        at = self.index.get(key)
        if at is None:
            return None
        cell = cells[at]
        return None if cell is None else text_of(cell)

    def values(
        self, key: str, read: Callable[[Cell], T], doubts: dict[int, dict[str, str]]
    ) -> list[T | None]:
        """A whole column read, as `value` reads a cell; ``doubts`` by the row's place in `rows`."""
        at = self.index.get(key)
        if at is None:
            return [None] * len(self.rows)
        known: dict[object, T | CellError | None] = {None: None}
        out: list[T | None] = []
        for position, (number, cells) in enumerate(self.rows):
            cell = cells[at]
            cache_key = cell if cell is None or type(cell) is str else (type(cell), cell)
            try:
                found = known[cache_key]
            except KeyError:
                try:
                    found = read(cell)
                except CellError as error:
                    found = error
                known[cache_key] = found
            if isinstance(found, CellError):
                issue = Issue(found.code, found.message, self.place(number), self.headers[key])
                self.issues.append(issue)
                doubts.setdefault(position, {})[key] = str(issue)
                out.append(found.days)  # type: ignore[arg-type]  # only dates have bounds
            else:
                out.append(found)
        return out

    def dates(self, key: str, doubts: dict[int, dict[str, str]]) -> list[Days | None]:
        """A column of dates in the order that it says or proves."""
        order = self.orders.get(key)
        return self.values(key, lambda cell: read_date(cell, order), doubts)

    def texts(self, key: str) -> list[str | None]:
        """A whole column as text."""
        at = self.index.get(key)
        if at is None:
            return [None] * len(self.rows)
        return [None if cells[at] is None else text_of(cells[at]) for _, cells in self.rows]


def find_header(sheet: Sheet) -> Grid | None:
    """The row among the first that names most columns, at least two of them, and which table that makes it.

    None where the sheet is no table of ours. Raises `ResultsError` where two columns claim one meaning.
    """
    best: tuple[int, int] | None = None
    for at, (_, cells) in enumerate(sheet.rows[:HEADER_ROWS]):
        known = {column_of(text_of(cell)) for cell in cells if isinstance(cell, str)} - {None}
        # a single known word may be a title ("ĐƠN VỊ"), unless it is all that the first row holds
        alone = at == 0 and len(known) == 1 == sum(bool(text_of(cell)) for cell in cells)
        if (len(known) >= 2 or alone) and (best is None or len(known) > best[0]):
            best = (len(known), at)
    if best is None:
        return None
    number, cells = sheet.rows[best[1]]
    index: dict[str, int] = {}
    headers: dict[str, str] = {}
    issues: list[Issue] = []
    for at, cell in enumerate(cells):
        header = text_of(cell)
        if not header:
            continue
        key = column_of(header)
        if key is None:
            hint = nearest(header)
            if hint:
                place = Place(sheet.file, sheet.name, number)
                message = f"is not a column that is read; did you mean {hint!r}?"
                issues.append(Issue("header", message, place, header, severe=False))
            continue
        if key in index:
            raise ResultsError(
                "two-columns",
                f"{Place(sheet.file, sheet.name, number)}: the columns {headers[key]!r} and {header!r} both "
                f"mean {key}. Rename or remove one.",
            )
        index[key] = at
        headers[key] = header
    table = table_of(frozenset(index))
    if table is None:
        return None
    width = max(index.values()) + 1
    rows = sheet.rows[best[1] + 1 :]
    for _, cells in rows:
        if len(cells) < width:
            cells.extend([None] * (width - len(cells)))
    grid = Grid(table, sheet.file, sheet.name, index, headers, rows, number, issues)
    for key in DATES & frozenset(index):
        at = index[key]
        grid.orders[key] = order_in_header(headers[key]) or order_of(cells[at] for _, cells in rows)
    return grid
