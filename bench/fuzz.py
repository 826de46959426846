"""Ten thousand broken files: `nice python -m bench.fuzz --inputs 10000`; and whether time grows with length.

Mutants of sound files of every format (`tests.hostile.mutate`; with --rtf RTF too, or only: each is a start
of LibreOffice) go through the pool. Prints how many ended with which code; a fault of ours ("internal"), a
death of the child ("crashed") or a hang ("timeout") is kept in --keep. `--linear 20000` instead measures
repair and reading on patterns that lengthen, those known to be awkward and --pieces made up at random (by
--seed): CPU seconds at n and at 4n characters; linear is four times. What looks worse is measured again, the
least counts.
"""

from __future__ import annotations

import argparse
import collections
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.options import Limits, Options
from pipeline.pool import extract_many
from tests.hostile.mutate import write

LIMITS = Limits(page_seconds=10, stall_seconds=30, cpu_seconds=30, convert_seconds=20, pages=5)


def mutants(inputs: int, seed: int, keep: Path, rtf: str) -> int:
    codes: collections.Counter[tuple[str, str]] = collections.Counter()
    faults, seen, begun = 0, 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        paths = [
            p
            for p in write(Path(name), inputs, seed)
            if rtf == "too" or (p.suffix == ".rtf") == (rtf == "only")
        ]
        for path, directive in extract_many(paths, Options(limits=LIMITS, dpi=72), jobs=2):
            seen += 1
            said = {error.code for error in directive.errors} or {"read"}
            codes.update((path.suffix, code) for code in said)
            if said & {"internal", "crashed", "timeout"}:
                faults += "internal" in said
                keep.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, keep)
                print(
                    f"{path.name}: {directive.errors[0].code}: {directive.errors[0].message}"[:300],
                    flush=True,
                )
        lost = len(paths) - seen
    for (suffix, code), count in sorted(codes.items()):
        print(f"{suffix:6} {code:20} {count:6}")
    print(
        f"{seen} files in {time.monotonic() - begun:.0f} s; {lost} without a record; {faults} faults of ours"
    )
    return int(bool(lost or faults))


def linear(length: int, pieces: int, seed: int) -> int:
    from extractors.reading import read
    from pipeline.repair import repair
    from tests.hostile.pictures import _REPEATED, LETTER
    from tests.hostile.test_fuzz import _PIECES

    chance = random.Random(seed)
    made = [" ".join(chance.choices(_PIECES, k=chance.randint(1, 4))) for _ in range(pieces)]
    worst = 0.0
    for name, piece in (*_REPEATED.items(), *((repr(piece)[:40], piece) for piece in made)):
        for what, work in (("read", read), ("repair", repair)):
            short, long = (LETTER + piece * (n // len(piece)) for n in (length, 4 * length))
            work(short + piece)  # what is loaded and remembered once does not count
            first, second = _seconds(work, short), _seconds(work, long)
            for _ in range(2):
                if second > 8 * max(first, 0.02):
                    work(LETTER)  # pushes out what is remembered of the last text
                    first, second = (min(first, _seconds(work, short)), min(second, _seconds(work, long)))
            ratio = second / max(first, 0.02)
            worst = max(worst, ratio)
            mark = "  <-- not linear" if ratio > 8 else ""
            print(f"{name:40} {what:7} {first:7.2f} s  {second:7.2f} s  x {ratio:5.1f}{mark}", flush=True)
    print(f"worst: four times the length takes {worst:.1f} times as long")
    return int(worst > 8)


def _seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "congvan-fuzz")
    parser.add_argument("--rtf", choices=["none", "too", "only"], default="none")
    parser.add_argument("--linear", type=int, metavar="CHARACTERS")
    parser.add_argument("--pieces", type=int, default=40, help="of --linear: made up at random")
    arguments = parser.parse_args()
    if arguments.linear:
        return linear(arguments.linear, arguments.pieces, arguments.seed)
    return mutants(arguments.inputs, arguments.seed, arguments.keep, arguments.rtf)


if __name__ == "__main__":
    sys.exit(main())
