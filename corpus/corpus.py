"""The corpus: one object that opens the database and answers for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, select

from corpus import corrections as correction_layer
from corpus import database, facets, graph, ranking, search, store
from corpus.corrections import Correction, Difference
from corpus.database import BUSY_SECONDS, default_url
from corpus.filters import DirectiveHit, Filters, ObligationHit, Results
from corpus.fold import FOLD_VERSION
from corpus.index import SearchIndex, Table, for_dialect
from corpus.lookup import document_called
from corpus.problems import Problem, problems
from corpus.reindex import reindex
from corpus.schema import settings
from corpus.store import Stored
from extractors.model import Directive, Span

if TYPE_CHECKING:
    from corpus.in_force import InForce

Revised = tuple[Directive, list[Correction]]
"""A directive as it stands after corrections, and these."""


class Corpus:
    """A database of directives. Close it, or use it in a ``with`` statement; safe for several threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.index: SearchIndex = for_dialect(engine.dialect.name)

    @classmethod
    def open(
        cls, url: str | None = None, *, create: bool = True, busy_seconds: float = BUSY_SECONDS
    ) -> Corpus:
        """Opens a database (a file, or a URL; default: `default_url`), migrating an older one.

        Raises a `CorpusError` that says what to do; with ``create`` a missing database is made.
        """
        corpus = cls(database.connect(url or default_url(), create=create, busy_seconds=busy_seconds))
        try:
            corpus._refold()
        except BaseException:
            corpus.close()
            raise
        return corpus

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def reading(self) -> Any:
        """A transaction to read in (a context manager of a connection)."""
        return database.reading(self.engine)

    def passing(self) -> Any:
        """A transaction for one pass over the whole corpus; see `corpus.database.passing`."""
        return database.passing(self.engine)

    def writing(self) -> Any:
        """A transaction that holds the write lock (a context manager of a connection)."""
        return database.writing(self.engine)

    def _refold(self) -> None:
        """Indexes anew where the tokens were cut by another version of `corpus.fold`."""
        wanted = str(FOLD_VERSION)
        key = select(settings.c.value).where(settings.c.key == "fold")
        with self.reading() as connection:
            if connection.execute(key).scalar() == wanted:
                return
        with self.writing() as connection:
            if connection.execute(key).scalar() == wanted:
                return
            reindex(connection, self.index)
            connection.execute(settings.delete().where(settings.c.key == "fold"))
            connection.execute(settings.insert().values(key="fold", value=wanted))

    def tidy(self) -> None:
        """After much was stored; see `corpus.database.tidy`."""
        database.tidy(self.engine)

    def store(self, directive: Directive, *, recipe: str, path: str | None = None, **more: Any) -> Stored:
        """Stores a reading in a transaction of its own; see `corpus.store.store`."""
        with self.writing() as connection:
            stored = store.store(connection, self.index, directive, recipe=recipe, **more)
            if path is not None:
                store.saw(connection, stored.document_id, path)
            return stored

    def store_all(self, directives: Iterable[Directive], *, recipe: str) -> list[Stored]:
        """Stores readings together, all of them or none; see `corpus.store.store_all`."""
        with self.writing() as connection:
            reads = [store.Read(directive) for directive in directives]
            return store.store_all(connection, self.index, reads, recipe=recipe)

    def search(self, query: str = "", filters: Filters | None = None, **page: Any) -> Results[DirectiveHit]:
        """Directives; see `corpus.search.search_directives`."""
        with self.reading() as connection:
            return search.search_directives(connection, self.index, query, filters, **page)

    def obligations(
        self, query: str = "", filters: Filters | None = None, **page: Any
    ) -> Results[ObligationHit]:
        """Obligations; see `corpus.search.search_obligations`."""
        with self.reading() as connection:
            return search.search_obligations(connection, self.index, query, filters, **page)

    def facets(
        self, table: Table, query: str = "", filters: Filters | None = None, **more: Any
    ) -> facets.Counted:
        """How what is found is spread over the filters; see `corpus.facets.facets`."""
        with self.reading() as connection:
            return facets.facets(connection, self.index, table, query, filters or Filters(), **more)

    def directive(self, name: str, *, machine: bool = False) -> Directive:
        """One directive by id, unique beginning of an id, or number, with people's corrections on top.

        ``machine`` gives the reading as it was made. Raises `NotFound` or `Ambiguous`.
        """
        with self.reading() as connection:
            return self.load(connection, document_called(connection, name), machine=machine)

    def load(self, connection: Connection, document_id: int, *, machine: bool = False) -> Directive:
        """The directive of a document, its references pointing to the acts that are held."""
        _, directive = store.current_reading(connection, document_id)
        if not machine:
            directive = correction_layer.apply(directive, correction_layer.history(connection, document_id))
        return store.set_target(connection, document_id, directive)

    def each(
        self,
        query: str = "",
        filters: Filters | None = None,
        *,
        machine: bool = False,
        limit: int | None = None,
    ) -> Iterator[Directive]:
        """Every directive that matches (or the first ``limit``), one at a time, in the order in which they
        came in."""
        with self.passing() as connection:
            plan = ranking.plan(connection, self.index, "directive", query, filters)
            for ids in ranking.batches(plan, limit):
                for document_id in ids:
                    yield self.load(connection, document_id, machine=machine)

    def each_obligation(
        self, query: str = "", filters: Filters | None = None, *, limit: int | None = None
    ) -> Iterator[ObligationHit]:
        """Every obligation that matches (or the first ``limit``), in the order in which they came in."""
        with self.passing() as connection:
            plan = ranking.plan(connection, self.index, "obligation", query, filters)
            for ids in ranking.batches(plan, limit):
                yield from search.load_obligations(connection, ids)

    def more_than(self, table: Table, rows: int, query: str = "", filters: Filters | None = None) -> bool:
        """Whether a search finds more rows than so many. Raises what the search raises."""
        with self.reading() as connection:
            return ranking.more_than(ranking.plan(connection, self.index, table, query, filters), rows)

    def correct(self, name: str, field: str, after: Any, *, who: str, why: str | None = None) -> Directive:
        """Records a person's correction and gives the directive as it then stands.

        See `corpus.entering` for fields. Raises `QueryError`, `NotFound` or `Ambiguous`.
        """
        return self.enter(name, field, after, who=who, why=why)[0]

    def enter(
        self,
        name: str,
        field: str,
        value: Any,
        *,
        who: str,
        why: str | None = None,
        at: Span | None = None,
    ) -> Revised:
        """`correct`, with the corrections that it recorded, the field's own first; none where the directive
        says so already. ``at``: where a passage that is added was picked."""
        return self._revise(
            name, partial(correction_layer.enter, field=field, value=value, who=who, why=why, at=at)
        )

    def take_back(self, name: str, field: str, *, who: str) -> Revised:
        """The field says again what the machine reads, and so does what followed from its correction."""
        return self._revise(name, partial(correction_layer.take_back, field=field, who=who, why="as read"))

    def accept_repairs(self, name: str, *, who: str) -> Revised:
        """Accepts every repair that nobody has decided on yet."""
        return self._revise(name, partial(correction_layer.accept_repairs, who=who))

    def mark_reviewed(self, name: str, *, who: str, why: str | None = None) -> str:
        """A person has answered what the reading is in doubt of: until it is read again, it needs no review.
        Gives the directive's id."""
        return self.enter(name, correction_layer.REVIEWED, [], who=who, why=why or "reviewed")[0].id

    def _revise(
        self, name: str, make: Callable[[Connection, int, int, Directive], list[Correction]]
    ) -> Revised:
        """Records corrections, all of them or none, and lays the document anew."""
        with self.writing() as connection:
            document_id = document_called(connection, name)
            reading_id, machine = store.current_reading(connection, document_id)
            made = make(connection, document_id, reading_id, machine)
            if made:
                store.rebuild(connection, self.index, document_id)
            return self.load(connection, document_id), made

    def corrections(self, name: str) -> list[Correction]:
        """All corrections of a directive, oldest first."""
        with self.reading() as connection:
            return correction_layer.history(connection, document_called(connection, name))

    def differences(self, name: str) -> list[Difference]:
        """Where a later reading disagrees both with the earlier one and with the person who corrected it."""
        with self.reading() as connection:
            document_id = document_called(connection, name)
            _, machine = store.current_reading(connection, document_id)
            return correction_layer.differences(machine, correction_layer.history(connection, document_id))

    def problems(self, **chosen: Any) -> Iterator[Problem]:
        """What a person should look at, over the whole corpus; see `corpus.problems.problems`."""
        with self.reading() as connection:
            yield from problems(connection, **chosen)

    def neighbours(self, name: str) -> graph.Neighbours:
        """The acts that a directive refers to, and those that refer to it."""
        with self.reading() as connection:
            return graph.neighbours(connection, document_called(connection, name))

    def amended(self, name: str, place: str | None = None) -> list[graph.AmendedPlace]:
        """What other acts changed in this one; see `corpus.graph.in_force`."""
        with self.reading() as connection:
            return graph.in_force(connection, document_called(connection, name), place)

    def in_force(self, name: str, place: str, on: date | None = None) -> InForce:
        """A clause after what other acts changed in it; see `corpus.in_force.clause_in_force`."""
        from corpus.in_force import clause_in_force  # reads the act's structure, which takes time to import

        with self.reading() as connection:
            return clause_in_force(connection, document_called(connection, name), place, on)


@contextmanager
def opened(url: str | None = None, *, create: bool = False) -> Iterator[Corpus]:
    """`Corpus.open`, closed at the end; for commands that read."""
    corpus = Corpus.open(url, create=create)
    try:
        yield corpus
    finally:
        corpus.close()
