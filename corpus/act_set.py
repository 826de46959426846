"""The acts that a write meets: looked up once for all its numbers, changed in memory, written at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection, bindparam, update

from corpus.bulk import Rows, json_text
from corpus.schema import acts

_LISTED = {
    "sqlite": "SELECT {columns} FROM acts WHERE {key} IN (SELECT value FROM json_each(?)) ORDER BY id",
    "postgresql": "SELECT {columns} FROM acts WHERE {key} = ANY(%s) ORDER BY id",
}
"""One statement for any number of keys: an IN list would be put together and parsed anew each time."""


@dataclass(slots=True)
class Act:
    """A row of ``acts``."""

    id: int
    number: str | None = None
    number_key: str | None = None
    type_code: str | None = None
    date: str | None = None
    issuer: str | None = None
    issuer_key: str | None = None
    title: str | None = None
    title_key: str | None = None
    document_id: int | None = None


_COLUMNS = tuple(field.name for field in fields(Act))


class Acts:
    """Acts by the key of their number, and those without a number by the key of their title."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._by_number: dict[str, list[Act]] = {}
        self._by_title: dict[str, list[Act]] = {}
        self._new: dict[int, Act] = {}
        self._changed: dict[int, Act] = {}

    def look_up(self, numbers: Iterable[str]) -> None:
        """Fetches the acts of these numbers that were not asked for yet, at once."""
        wanted = [key for key in dict.fromkeys(numbers) if key not in self._by_number]
        if not wanted:
            return
        self._by_number |= {key: [] for key in wanted}
        for act in _listed(self._rows.connection, "number_key", wanted):
            self._by_number[str(act.number_key)].append(act)

    def called(self, number: str) -> list[Act]:
        """The acts of a number, the oldest first."""
        self.look_up([number])
        return self._by_number[number]

    def titled(self, title: str) -> Act | None:
        """The act without a number that bears a title."""
        if title not in self._by_title:
            found = _listed(self._rows.connection, "title_key", [title])
            self._by_title[title] = [act for act in found if act.number_key is None]
        return next(iter(self._by_title[title]), None)

    def add(self, **values: Any) -> Act:
        """A new act."""
        act = Act(self._rows.ids(acts)[0], **values)
        self._new[act.id] = act
        if act.number_key is not None:
            self.called(act.number_key).append(act)
        elif act.title_key is not None:
            self.titled(act.title_key)
            self._by_title[act.title_key].append(act)
        return act

    def change(self, act: Act, **values: Any) -> None:
        """Gives an act other values; its keys stay."""
        for name, value in values.items():
            setattr(act, name, value)
        if act.id not in self._new:
            self._changed[act.id] = act

    def write(self) -> None:
        """Writes all that was gathered for this write, with what is new and changed of the acts."""
        self._rows.add(acts, [asdict(act) for act in self._new.values()])
        self._rows.write()
        if self._changed:
            self._rows.connection.execute(
                _UPDATE, [{f"new_{k}": v for k, v in asdict(act).items()} for act in self._changed.values()]
            )
        self._new.clear()
        self._changed.clear()


_UPDATE = (
    update(acts)
    .where(acts.c.id == bindparam("new_id"))
    .values({name: bindparam(f"new_{name}") for name in _COLUMNS if name != "id"})
)


def _listed(connection: Connection, key: str, wanted: list[str]) -> list[Act]:
    dialect = connection.dialect.name
    value: object = json_text(wanted) if dialect == "sqlite" else wanted
    sql = _LISTED[dialect].format(columns=", ".join(_COLUMNS), key=key)
    return [Act(*row) for row in connection.exec_driver_sql(sql, (value,))]
