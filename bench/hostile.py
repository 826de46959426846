"""Every hostile file of tests/hostile under given limits: `python -m bench.hostile --limit stall_seconds=60`.

Prints what became of each, and its wall time; exit code 1 where one is no record, ends as a fault of ours, or
leaves something behind.
"""

from __future__ import annotations

import argparse
import collections
import sys
import tempfile
import time
from pathlib import Path

from pipeline.configuration import with_settings
from pipeline.options import Limits, Options
from pipeline.pool import extract_many
from tests.hostile.archives import ARCHIVES
from tests.hostile.pdfs import CANARY, PDFS
from tests.hostile.pictures import PICTURES, TEXTS


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only files whose names hold one of these")
    parser.add_argument("--limit", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    limits = with_settings(Limits(), arguments.limit)
    bad = 0
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        folder = Path(name)
        paths = []
        for file, make in {**PDFS, **ARCHIVES, **PICTURES, **TEXTS}.items():
            if not arguments.words or any(word in file for word in arguments.words):
                (folder / file).write_bytes(make())
                paths.append(folder / file)
        start = time.monotonic()
        seen = set()
        for path, directive in extract_many(paths, Options(limits=limits), jobs=arguments.jobs):
            seen.add(path)
            codes = dict(collections.Counter(error.code for error in directive.errors))
            wrong = "internal" in codes
            bad += wrong
            said = directive.errors[0].message[:90] if wrong else ""
            after = f"{time.monotonic() - start:6.1f} s"
            print(f"{after}  {path.name:34} {directive.status:9} {codes or ''} {said}", flush=True)
        bad += len(paths) - len(seen)
        left = {path.name for path in folder.iterdir()} - {path.name for path in paths}
        bad += len(left) + Path(CANARY).exists()
        print(
            f"{len(seen)} of {len(paths)} hostile files are records; {bad} wrong; left behind: {sorted(left)}"
        )
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
