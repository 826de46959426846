"""Ingest: files and folders into the corpus, each kept the moment it is read.

What is done is known from the database alone (content hash and recipe version), so a run that was killed
goes on where it stopped, and a second run reads nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection

from corpus import runs
from corpus.corpus import Corpus
from corpus.errors import DatabaseLocked
from corpus.inputs import Found, Where, find_files, shown
from corpus.reader import FileReader, carried
from corpus.runs import FileOutcome
from corpus.store import Known, known, saw, store
from extractors.model import Directive, Warning
from pipeline import recipe, windows
from pipeline.errors import ReadError
from pipeline.options import Options
from pipeline.pool import OnPage, file_options, run_many
from pipeline.source import fingerprint

Report = Callable[[FileOutcome, int], None]
"""Called with each outcome as it comes, and with the number of files in all."""

ReadMany = Callable[[Iterable[Path]], Iterator[tuple[Path, Directive]]]


@dataclass(slots=True)
class Ingested:
    """A finished run. What became of each file stands in the corpus; only what went wrong is in memory."""

    corpus: Corpus
    run_id: int
    counts: dict[str, int] = field(default_factory=dict)
    """How many files ended as what."""
    problems: list[FileOutcome] = field(default_factory=list)
    """Files that could not be read, or not wholly, now or in an earlier run."""

    def note(self, outcome: FileOutcome) -> None:
        """Counts what became of a file."""
        self.counts[outcome.outcome] = self.counts.get(outcome.outcome, 0) + 1
        if outcome.status in ("failed", "partial"):
            self.problems.append(outcome)

    @property
    def total(self) -> int:
        """How many files there were."""
        return sum(self.counts.values())

    @property
    def outcomes(self) -> list[FileOutcome]:
        """What became of each file, as they ended; looked up in the corpus, which must be open."""
        with self.corpus.reading() as connection:
            return runs.outcomes(connection, self.run_id)


def ingest(
    corpus: Corpus,
    paths: Sequence[Path],
    *,
    options: Options | None = None,
    jobs: int = 1,
    retry: bool = False,
    report: Report | None = None,
    read_many: ReadMany | None = None,
    on_page: OnPage | None = None,
) -> Ingested:
    """Reads files and folders into the corpus. ``retry`` reads again what failed or was read in part.

    ``read_many`` replaces the pool of child processes, which tells ``on_page`` what it reads. Bad files are
    outcomes; only the database raises (`CorpusError`), and then all files read so far are kept.
    """
    found = find_files(paths, skip=database_files(corpus))
    total = len(found)
    arguments = {"paths": [shown(path) for path in paths], "retry": retry}
    with corpus.writing() as connection:
        run_id = runs.start(connection, recipe.VERSION, arguments)
    done = Ingested(corpus, run_id)
    work = Run(corpus, run_id, len(found), retry, both(done.note, report))
    if read_many is None:
        folder = windows_folder(corpus)
        windows.tidy(folder)
        options = work.options = replace(options or Options(), windows=folder)
        chosen = file_options(options, len(found), jobs)
        url = corpus.engine.url.render_as_string(hide_password=False)

        def read_many(files: Iterable[Path]) -> Iterator[tuple[Path, Directive]]:
            most = max(1, min(jobs, total))
            return run_many(FileReader(url, retry), files, chosen, jobs=most, on_page=on_page)

    files = (Path(where) for where in work.to_read(emptied(found)))
    for path, directive in read_many(files):
        work.keep(path, directive)
    work.finish()
    return done


def both(note: Callable[[FileOutcome], None], report: Report | None) -> Report:
    def told(outcome: FileOutcome, total: int) -> None:
        note(outcome)
        if report is not None:
            report(outcome, total)

    return told


def emptied(found: list[Found]) -> Iterator[Found]:
    """The files of a list, each forgotten as it is given: paths that were looked at take twice the memory."""
    found.reverse()
    while found:
        yield found.pop()


def database_files(corpus: Corpus) -> set[Path]:
    """The database's own files, which may lie in a folder that is ingested."""
    url = corpus.engine.url
    if url.get_backend_name() != "sqlite" or not url.database:
        return set()
    path = Path(url.database).absolute()
    return {path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm", "-journal")}


def windows_folder(corpus: Corpus) -> Path:
    """Where what was read of long scans is kept until they are stored (`pipeline.windows`): beside a SQLite
    file, hidden, so that no folder's walk takes it for originals; else in the user's cache."""
    url = corpus.engine.url
    if url.get_backend_name() == "sqlite" and url.database:
        path = Path(url.database).absolute()
        return path.with_name(f".{path.name}.windows")
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "congvan" / "windows"


@dataclass(slots=True)
class Run:
    """A run under way: what to read, and what became of each file."""

    corpus: Corpus
    run_id: int
    total: int
    retry: bool
    report: Report
    options: Options = field(default_factory=Options)
    fingerprint: Callable[[Where], str] = field(default=lambda where: fingerprint(Path(where))[0])
    stored: bool = False
    """Whether anything new was stored."""
    twins: dict[str, list[Where]] = field(default_factory=dict)
    """By hash: files with the same bytes as one that is being read."""
    hashes: dict[Where, str] = field(default_factory=dict)
    """Of the files that are being read."""

    def to_read(self, found: Iterable[Found]) -> Iterator[Where]:
        """The files whose bytes must be read; of all others it notes at once what they are."""
        for item in found:
            if item.problem is not None:
                self.fail(item.path, *item.problem)
                continue
            try:
                sha256 = self.fingerprint(item.path)
            except ReadError as error:
                self.fail(item.path, error.code, error.message)
                continue
            if sha256 in self.twins:
                self.twins[sha256].append(item.path)
                continue
            if not self._held(item.path, sha256):
                self.twins[sha256] = []
                self.hashes[item.path] = sha256
                yield item.path

    def _held(self, path: Where, sha256: str) -> bool:
        """Whether the corpus holds these bytes as this recipe reads them; then it notes that they are."""
        with self.corpus.reading() as connection:
            held = known(connection, sha256)
        if held is None or self._worth_reading_again(held):
            return False
        with self.corpus.writing() as connection:
            self._note(connection, held_outcome(path, held), shown(path))
        return True

    def _worth_reading_again(self, held: Known) -> bool:
        if held.recipe != recipe.VERSION:
            return True
        if any(code.startswith("missing-") for code in held.codes):
            return True  # the program may be installed by now
        return self.retry and held.status != "complete"

    def keep(self, path: Where, directive: Directive) -> None:
        """Stores what was read of one file, and with it the files of the same bytes."""
        words, page_warnings = carried(directive)
        sha256 = self.hashes.pop(path, "")
        if not directive.source.bytes and directive.status == "failed" and _unreadable(directive):
            # gone or locked since it was hashed: nothing of it is known, so nothing is stored
            self.fail(path, directive.errors[0].code, directive.errors[0].message)
        else:
            self._store(path, directive, words=words, page_warnings=page_warnings)
            if directive.status == "complete":  # else the next run goes on from them
                windows.forget(self.options.windows, directive.source.sha256, self.options)
        for twin in self.twins.pop(sha256, []):
            self._keep_twin(twin, sha256)

    def _keep_twin(self, path: Where, sha256: str) -> None:
        with self.corpus.writing() as connection:
            held = known(connection, sha256)
            if held is not None:
                self._note(connection, held_outcome(path, held), shown(path))
                return
        # the file that was read in its stead had changed meanwhile
        self.fail(path, "not-read", f"{shown(path)} was not read. Run the command again.")

    def _store(
        self,
        path: Where,
        directive: Directive,
        *,
        words: dict[int, bytes] | None,
        page_warnings: Sequence[Warning],
    ) -> None:
        with self.corpus.writing() as connection:
            stored = store(
                connection,
                self.corpus.index,
                directive,
                recipe=recipe.VERSION,
                run_id=self.run_id,
                words=words,
                page_warnings=page_warnings,
                again=self.retry,
            )
            first = directive.errors[0] if directive.errors else None
            outcome = FileOutcome(
                path=shown(path),
                outcome=directive.status,
                status=directive.status,
                id=directive.id,
                code=first.code if first else None,
                message=_all_errors(directive) if first else None,
                document_id=stored.document_id,
            )
            self._note(connection, outcome, shown(path))

    def fail(self, path: Where, code: str, message: str) -> None:
        """Notes a file of which nothing is known, so that nothing is stored."""
        with self.corpus.writing() as connection:
            outcome = FileOutcome(shown(path), "failed", "failed", code=code, message=message)
            self._note(connection, outcome, None)

    def _note(self, connection: Connection, outcome: FileOutcome, path: str | None) -> None:
        if path is not None and outcome.document_id is not None:
            saw(connection, outcome.document_id, path)
        runs.note(connection, self.run_id, outcome)
        self.stored = self.stored or outcome.outcome in ("complete", "partial")
        self.report(outcome, self.total)

    def finish(self) -> None:
        """Ends the run, and tidies the database up after it."""
        with self.corpus.writing() as connection:
            runs.finish(connection, self.run_id)
        if self.stored:
            with suppress(DatabaseLocked):  # another run is writing, and tidies at its own end
                self.corpus.tidy()


def held_outcome(path: Where, held: Known) -> FileOutcome:
    """What to say of a file whose bytes are held: unchanged, or the duplicate of a file elsewhere."""
    here = shown(path)
    if held.path is None or held.path == here or here in held.paths:
        outcome, message = "unchanged", None
    else:
        outcome, message = "duplicate", f"The same bytes as {held.path}."
    if held.status != "complete":
        again = "congvan ingest --retry reads it again."
        message = f"{message or ''} {held.message or held.status} {again}".strip()
    return FileOutcome(
        path=here,
        outcome=outcome,  # type: ignore[arg-type]
        status=held.status,
        id=held.id,
        code=held.codes[0] if held.codes else None,
        message=message,
        document_id=held.document_id,
    )


def _unreadable(directive: Directive) -> bool:
    return any(error.code == "unreadable" for error in directive.errors)


def _all_errors(directive: Directive) -> str:
    """The messages of a reading, each once, the pages named: "page 2: …"."""
    lines = [f"page {e.page}: {e.message}" if e.page else e.message for e in directive.errors]
    shown_lines = list(dict.fromkeys(lines))
    rest = len(shown_lines) - 3
    return " ".join(shown_lines[:3]) + (f" And {rest} more." if rest > 0 else "")
