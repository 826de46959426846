"""`congvan train`: a repair model from any running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from congvan.logs import say
from congvan.outputs import check_file


@click.command(name="train")
@click.argument("text", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="Model to write."
)
@click.option(
    "--order", default=4, show_default=True, type=click.IntRange(2, 5), help="Longest n-gram, in syllables."
)
@click.option("--budget", default=2_800_000, show_default=True, help="N-grams to keep; about 4.9 bytes each.")
@click.option("--phrases", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Lists of phrases or composed text, counted with damping.")  # fmt: skip
def command(text: Sequence[Path], output: Path, order: int, budget: int, phrases: Sequence[Path]) -> None:
    """Train a repair model from TEXT files (UTF-8, or .xz or .gz of it; one paragraph a line)."""
    from pipeline.repair import training

    check_file(output, "-o")
    try:
        kept = training.train(_lines(text), output, phrases=_lines(phrases), order=order, budget=budget)
    except (ValueError, UnicodeDecodeError) as error:
        raise click.ClickException(f"cannot train: {error}; give UTF-8 text with words in it") from error
    except OSError as error:
        raise click.ClickException(f"cannot read or write: {error}") from error
    say(f"{output}: {kept} n-grams, {output.stat().st_size / 1e6:.1f} MB")


def _lines(paths: Sequence[Path]) -> Iterator[str]:
    import gzip
    import lzma

    for path in paths:
        opener: Any = {".xz": lzma.open, ".gz": gzip.open}.get(path.suffix, open)
        with opener(path, "rt", encoding="utf-8") as file:
            yield from file
