"""Where `check` and `rules` take rules from, and the options that say for whom and for when."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from congvan.days import day
from congvan.options import db_option

if TYPE_CHECKING:
    from checker.check import Rulebook
    from checker.jurisdiction import Jurisdiction
    from checker.results import Unit
    from checker.settings import Settings

Function = TypeVar("Function", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--province", metavar="NAME", help="The province or city the units lie in, as in 'Cần Thơ'."
    ),
    click.option("--district", metavar="NAME", help="Their district, as in 'Gò Vấp'."),
    click.option("--ward", metavar="NAME", help="Their ward or commune, as in 'Phường 11'."),
    click.option("--system", type=click.Choice(["party", "state"]), help="What the units belong to."),
    click.option(
        "--on",
        type=day,
        metavar="DAY",
        help="Rules in force on this day (2023-12-31 or 31/12/2023).  [default: today]",
    ),
    click.option(
        "--year",
        type=click.IntRange(1945, 2100),
        help="The year under review.  [default: that of the acts named by --act or --directive; else of "
        "--on: until June the year before]",
    ),
    click.option(
        "--act", "acts", multiple=True, metavar="ACT", help="Only this act of the corpus, by number or id."
    ),
    click.option(
        "--directive",
        "directives",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Rules of this directive instead of the corpus: JSON of congvan extract, or a file to be read.",
    ),
    click.option(
        "--rules",
        "rule_files",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Rules written by hand (YAML); alone, or with --db, --act or --directive.",
    ),
)


def rule_options(function: Function) -> Function:
    """Adds the options; `settings`, `jurisdiction` and `rulebook` read them."""
    for option in reversed((db_option, *_OPTIONS)):
        function = option(function)
    return function


def settings(on: str | None, year: int | None, **more: Any) -> Settings:
    """The day (ISO, as `congvan.days.day` gives it) and year of a run."""
    from checker.settings import Settings, year_under_review

    when = date.fromisoformat(on) if on else date.today()
    return Settings(when, year or year_under_review(when), **more)


def jurisdiction(values: dict[str, Any]) -> Jurisdiction:
    """Takes the territory out of a command's values."""
    from checker.jurisdiction import Jurisdiction

    return Jurisdiction(
        values.pop("province"), values.pop("district"), values.pop("ward"), values.pop("system")
    )


def rulebook(
    db: str | None,
    acts: tuple[str, ...],
    directives: tuple[Path, ...],
    rule_files: tuple[Path, ...],
    where: Jurisdiction,
    chosen: Settings,
    year: int | None = None,
    units: Iterable[Unit] = (),
) -> tuple[Rulebook, Settings]:
    """Acts and rules as asked for, and the settings with the year that is meant.

    Acts that are named, or handed in where no territory is given, bind because the person says so; without
    ``year``, the year is the one that these are about. ``units``: those to be checked, which may stand
    elsewhere than ``where``.

    Raises `CheckError`, `CorpusError`, `NotFound`, `Ambiguous` or `click.ClickException`.
    """
    from checker.acts import act_of, year_named
    from checker.check import Rulebook
    from checker.written import load_rules

    written = tuple(rule for path in rule_files for rule in load_rules(path))
    found = [act_of(directive) for path in directives for directive in _read(path)]
    binding = set() if where.stated else {act.id for act in found}

    def meant() -> Settings:
        named = None if year else year_named(act for act in found if act.id in binding)
        return replace(chosen, year=named) if named else chosen

    if acts or db or not (directives or rule_files):
        from checker.corpus_acts import acts_called, acts_in
        from corpus.corpus import Corpus

        with Corpus.open(db, create=False) as corpus:
            if acts:
                named = acts_called(corpus, list(acts))
                binding |= {act.id for act in named}
                found += named
            else:
                found += acts_in(corpus, meant(), {where, *(where.of(unit) for unit in units)})
    unique = {act.id: act for act in found}
    return Rulebook(tuple(unique.values()), written, frozenset(binding)), meant()


def _read(path: Path) -> list[Any]:
    """The directives of a JSON or JSON Lines file, or of a file that is read now."""
    from pydantic import ValidationError

    from extractors.model import Directive

    if path.suffix.lower() in (".json", ".jsonl"):
        try:
            text = path.read_text(encoding="utf-8")
            items = (
                [json.loads(line) for line in text.splitlines()]
                if path.suffix == ".jsonl"
                else json.loads(text)
            )
            return [
                Directive.model_validate(item) for item in (items if isinstance(items, list) else [items])
            ]
        except (ValidationError, ValueError) as error:
            raise click.ClickException(
                f"{path} is not the JSON of a directive ({str(error).splitlines()[0]}). "
                f"Make it with: congvan extract FILE > {path.name}"
            ) from error
    from pipeline.options import Options
    from pipeline.pool import extract_many

    out = []
    for name, directive in extract_many([path], Options(), jobs=1):
        for item in directive.errors:
            click.echo(f"congvan: {name}: {item.code}: {item.message}", err=True)
        out.append(directive)
    return out
