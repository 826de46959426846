"""Checks of review results, kept in memory while someone works with them: nothing of them is stored."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from checker.acts import Act, year_named
from checker.check import Report, Rulebook, check
from checker.corpus_acts import acts_called, acts_in
from checker.errors import CheckError, ResultsError, RulesError
from checker.jurisdiction import Jurisdiction
from checker.results import Results
from checker.settings import Settings
from checker.what_if import Difference, apply, differences, read_change
from checker.written import load_rules
from congvan.web.apart import Apart, Ended
from congvan.web.memory import Remembered
from corpus.corpus import Corpus
from pipeline.options import Limits

MOST_CHANGES = 20
_KEPT, _KEPT_PEOPLE = 20, 300_000
"""Checks kept at once, and people in all of them: 100,000 take about 150 MB."""
_SECONDS = 90.0
_LIMITS = Limits(memory_bytes=4 * 1024**3, written_bytes=1024**2)
_CLASSES = frozenset(
    {
        *(f"checker.results.{name}" for name in ("Results", "Unit", "Person", "HandedIn", "Issue", "Place")),
        "checker.units.Nature",
        "checker.periods.Days",
        "checker.ranks.Rank",
        "checker.subjects.Subject",
        "datetime.date",
    }
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asks to have checked. ``acts``: only these, by number or id; ``corpus`` False: only the
    rules written by hand; ``year_said`` False: the year is that of the acts named, else of the day."""

    settings: Settings
    where: Jurisdiction
    unit: str | None = None
    acts: tuple[str, ...] = ()
    corpus: bool = True
    year_said: bool = True


@dataclass(slots=True)
class Held:
    """One check: what was handed in, and what came of it."""

    key: str
    who: str
    files: tuple[str, ...]
    wanted: Wanted
    results: Results
    book: Rulebook
    report: Report
    started: float = field(default_factory=time.time)
    _turned: tuple[tuple[str, ...], Report, list[Difference]] | None = None

    def changed(self, changes: Sequence[str]) -> tuple[Report, list[Difference]]:
        """The report with ranks changed, and the verdicts that this turns. Raises `CheckError`."""
        asked = tuple(changes)
        if not asked:
            return self.report, []
        if self._turned is None or self._turned[0] != asked:
            results = apply(self.results, [read_change(text) for text in asked])
            report = check(results, self.book, self.wanted.settings, self.wanted.where)
            self._turned = (asked, report, differences(self.report.verdicts, report.verdicts))
        return self._turned[1], self._turned[2]


class Checks:
    """Reads sheets apart from the server, checks them, and keeps the newest checks."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._acts = Remembered(corpus, kept=4)
        self._apart = Apart(_LIMITS, prepare)
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._lock = threading.Lock()
        self._one = threading.Lock()

    def close(self) -> None:
        self._acts.close()
        self._apart.close()

    def start(self) -> None:
        """Has the child that reads sheets ready before they come."""
        self._apart.start()

    def run(
        self, who: str, sheets: Sequence[tuple[str, Path]], rules: Sequence[tuple[str, Path]], wanted: Wanted
    ) -> Held:
        """Reads the sheets and holds them against the rules; names as they were handed in, with where the
        files lie. Raises `CheckError`, `NotFound` or `Ambiguous`."""
        with self._one:  # one at a time: a large one takes seconds and half a gigabyte
            results = self._read(sheets, rules, wanted.unit)
            written = tuple(rule for _, path in rules for rule in load_rules(path))
            places = {wanted.where, *(wanted.where.of(unit) for unit in results.units.values())}
            wanted, book = self.rulebook(wanted, places)
            book = replace(book, written=written)
            report = check(results, book, wanted.settings, wanted.where)
        names = tuple(name for name, _ in (*sheets, *rules))
        held = Held(secrets.token_urlsafe(12), who, names, wanted, results, book, report)
        with self._lock:
            self._held[held.key] = held
            while len(self._held) > 1 and (
                len(self._held) > _KEPT
                or sum(len(item.results.people) for item in self._held.values()) > _KEPT_PEOPLE
            ):
                self._held.popitem(last=False)
        return held

    def rulebook(self, wanted: Wanted, places: Iterable[Jurisdiction]) -> tuple[Wanted, Rulebook]:
        """The acts that may bind in these places, and what is wanted with the year that these acts are about
        where none is said. Raises `NotFound` or `Ambiguous` for acts named."""
        if not wanted.corpus:
            return wanted, Rulebook()
        if wanted.acts:
            named = acts_called(self._corpus, list(wanted.acts))
            year = None if wanted.year_said else year_named(named)
            if year is not None:
                wanted = replace(wanted, settings=replace(wanted.settings, year=year))
            acts = tuple({act.id: act for act in named}.values())
            return wanted, Rulebook(acts, (), frozenset(act.id for act in named))
        where = frozenset(places)

        def find() -> tuple[Act, ...]:
            return tuple(acts_in(self._corpus, wanted.settings, where))

        key = ("acts", wanted.settings.on, wanted.settings.year, where)
        return wanted, Rulebook(self._acts.get(key, find))

    def get(self, key: str, who: str) -> Held | None:
        """A check of this person's; None where it is not, or no longer, in memory."""
        with self._lock:
            held = self._held.get(key)
            if held is None or held.who != who:
                return None
            self._held.move_to_end(key)
            return held

    def of(self, who: str) -> list[Held]:
        """This person's checks, newest first."""
        with self._lock:
            found = [held for held in self._held.values() if held.who == who]
        return sorted(found, key=lambda held: -held.started)

    def _read(
        self, sheets: Sequence[tuple[str, Path]], rules: Sequence[tuple[str, Path]], unit: str | None
    ) -> Results:
        try:
            found = self._apart.call(
                read_apart,
                [str(path) for _, path in sheets],
                [str(path) for _, path in rules],
                unit,
                seconds=_SECONDS,
                classes=_CLASSES,
            )
        except (Ended, MemoryError) as error:
            names = ", ".join(name for name, _ in sheets)
            why = "needs too much memory" if isinstance(error, MemoryError) else str(error)
            raise ResultsError(
                "not-read", f"{names} was not read: the process that reads it {why}. Split it by unit."
            ) from error
        if isinstance(found, tuple):
            kind = RulesError if found[0] == "rules" else ResultsError
            raise kind(str(found[1]), str(found[2]))
        if not isinstance(found, Results):
            raise ResultsError("not-read", "the sheets were not read. This is a fault of congvan; report it.")
        return found


def read_apart(sheets: list[str], rules: list[str], unit: str | None) -> Any:
    """The sheets as `Results`, or what is wrong: ``(of what, code, message)``; the work of the child. Rules
    written by hand are read here first, so that hostile YAML harms the child alone."""
    from checker.tables.load import load_results

    try:
        for path in rules:
            load_rules(Path(path))
        return load_results([Path(path) for path in sheets], unit=unit)
    except CheckError as error:
        folder = f"{Path((sheets or rules)[0]).parent}/"
        kind = "rules" if isinstance(error, RulesError) else "results"
        return kind, error.code, error.message.replace(folder, "")


def prepare() -> None:
    """What reading sheets needs, imported before there is something to read."""
    import python_calamine  # noqa: F401
    import yaml  # noqa: F401

    import checker.tables.load  # noqa: F401


def year_of(on: date) -> int:
    """The year whose review is usually meant on a day."""
    from checker.settings import year_under_review

    return year_under_review(on)
