"""A hundred rounds of killing: `nice python -m bench.faults --rounds 100`.

Each round ingests letters into a new corpus with two children, kills the run (every second round: one of the
children) at a random moment, checks the database, runs again to the end and checks that every file is held
once, read wholly. Prints a line a round, and the sum; exit code 1 where anything was lost or doubled.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.faulty import fill, round_of


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--files", type=int, default=12)
    parser.add_argument("--within", type=float, default=5.0, help="seconds in which the kill falls")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    bad = 0
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        folder = Path(name) / "in"
        fill(folder, arguments.files)
        for number in range(arguments.rounds):
            what = ("parent", "child")[number % 2]
            begun = time.monotonic()
            database = Path(name) / f"{number}.db"
            wrong = round_of(folder, database, arguments.files, what, chance, arguments.within)
            bad += bool(wrong)
            for path in Path(name).glob(f"{number}.db*"):
                path.unlink()
            print(
                f"{number + 1:4} {what:6} {time.monotonic() - begun:5.1f} s  {'; '.join(wrong) or 'well'}",
                flush=True,
            )
    print(f"{arguments.rounds} rounds, {bad} with something lost, doubled or left behind")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
