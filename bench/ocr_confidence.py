"""Is a confidence worth what it says? Words read, by confidence, against the share of them that are right.

    python -m bench.ocr_confidence [--presets office200,fax200] [--pages 2] [--skip 6] [--no-scans]

A word counts as right where it stands in the true text at its place (longest common subsequence of words, in
the legal reading order that fits best). Repair is left out: it works on the words' confidences.
"""

from __future__ import annotations

import argparse
import difflib
import itertools
from collections.abc import Iterator

import numpy as np

from bench.ocr import SCANS, Sample, fixture_samples, folded, scan_samples

EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 1.001)


def judged(sample: Sample) -> list[tuple[float, bool]]:
    from pipeline.ocr import read_image

    pixels = np.ascontiguousarray(np.asarray(sample.image.convert("RGB"))[:, :, ::-1])
    page = read_image(pixels, number=1, dpi=sample.image.info.get("dpi", (None,))[0])
    said = [page.text[word.start : word.end] for word in page.words]
    best: list[int] = []
    for order in sample.orders:
        matcher = difflib.SequenceMatcher(None, said, folded(order).split(), autojunk=False)
        right = [k for block in matcher.get_matching_blocks() for k in range(block.a, block.a + block.size)]
        best = max(best, right, key=len)
    held = set(best)
    return [(word.confidence or 0.0, k in held) for k, word in enumerate(page.words)]


def main() -> None:
    from fixtures.presets import PRESETS

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--presets", default=",".join(PRESETS))
    parser.add_argument("--pages", type=int, default=1)
    parser.add_argument("--skip", type=int, default=0, help="leave out the first pages of each preset")
    parser.add_argument("--no-scans", action="store_true")
    options = parser.parse_args()

    def samples() -> Iterator[Sample]:
        presets = options.presets.split(",")
        every = fixture_samples(presets, options.skip + options.pages, 0, False)
        for k, sample in enumerate(every):
            if k % (options.skip + options.pages) >= options.skip:
                yield sample
        if not options.no_scans and SCANS.is_dir():
            yield from scan_samples()

    pages = [found for sample in samples() if (found := judged(sample))]
    words = [word for page in pages for word in page]
    print("| confidence | words | mean confidence | right |\n|---|---|---|---|")
    gap = 0.0
    for low, high in itertools.pairwise(EDGES):
        held = [(c, ok) for c, ok in words if low <= c < high]
        if held:
            mean, right = sum(c for c, _ in held) / len(held), sum(ok for _, ok in held) / len(held)
            gap += abs(mean - right) * len(held) / len(words)
            print(f"| {low:.2f} to {min(high, 1):.2f} | {len(held)} | {mean:.3f} | {right:.3f} |")
    print(f"\n{len(words)} words; expected calibration error {gap:.4f}.")
    told = [sum(c for c, _ in page) / len(page) for page in pages]
    true = [sum(ok for _, ok in page) / len(page) for page in pages]
    off = [abs(a - b) for a, b in zip(told, true, strict=True)]
    print(
        f"{len(pages)} pages: mean confidence {sum(told) / len(pages):.3f}, "
        f"right {sum(true) / len(pages):.3f}; apart by {sum(off) / len(pages):.3f} in the mean, "
        f"{max(off):.3f} at most."
    )


if __name__ == "__main__":
    main()
