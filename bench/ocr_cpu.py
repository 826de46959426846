"""CPU seconds of reading a page beside the engine's own, without the second reader.

    python -m bench.ocr_cpu [--presets clean300,clean200,office200] [--pages 5] [--profile]

The engine runs in process (tesserocr) on one core; its share is what its calls take, those for list marks and
second looks included. Each page is read twice, and the less of the two counts. ``--profile`` tells what takes
the rest.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from typing import Any

import numpy as np

from bench.ocr import fixture_samples
from pipeline.ocr import read, read_image
from pipeline.ocr.engine import engine


class Timed:
    """An engine that notes the CPU seconds of its calls."""

    def __init__(self, inner: Any) -> None:
        self.inner, self.name, self.seconds = inner, inner.name, 0.0

    def read(self, *arguments: Any, **named: Any) -> Any:
        before = time.process_time()
        try:
            return self.inner.read(*arguments, **named)
        finally:
            self.seconds += time.process_time() - before


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--presets", default="clean300,clean200,office200")
    parser.add_argument("--pages", type=int, default=5)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    timed = Timed(engine("tesserocr"))
    read.engine = lambda: timed  # type: ignore[assignment,misc]
    read.line_reader = lambda: None  # type: ignore[attr-defined]
    profile = cProfile.Profile()
    print("| pages | engine s/page | own s/page | own / engine |\n|---|---|---|---|")
    for preset in options.presets.split(","):
        engines, owns = 0.0, 0.0
        for sample in fixture_samples([preset], options.pages, 0, False):
            image = np.ascontiguousarray(np.asarray(sample.image.convert("RGB"))[:, :, ::-1])
            dpi = sample.image.info.get("dpi", (None,))[0]
            took = []
            for _ in range(2):
                timed.seconds, before = 0.0, time.process_time()
                read_image(image, number=1, dpi=dpi)
                took.append((time.process_time() - before - timed.seconds, timed.seconds))
            if options.profile:
                profile.runcall(read_image, image, number=1, dpi=dpi)
            owns += min(own for own, _ in took)
            engines += min(seconds for _, seconds in took)
        print(
            f"| {preset} ({options.pages}) | {engines / options.pages:.3f} | {owns / options.pages:.3f} "
            f"| {owns / engines:.1%} |",
            flush=True,
        )
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)


if __name__ == "__main__":
    main()
