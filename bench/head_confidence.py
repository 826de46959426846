"""How often a head's number and issuer are right at each confidence: `python -m bench.head_confidence DIR…`.

Each DIR holds NAME.txt and NAME.gold.json (shared/annotation.md). A value that the gold leaves out is wrong.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from extractors import view
from extractors.reading import read

_STEPS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95)


def same(said: str | None, gold: str | None) -> bool:
    """Equal but for case, blanks, the place of tone marks and the dash."""
    fold = [re.sub(r"\s+", " ", view.folded(value or "")).strip(" .,;:") for value in (said, gold)]
    return fold[0] == fold[1]


def rows(folder: Path) -> list[tuple[str, str, float, bool]]:
    """(document, field, confidence, right) for every number and issuer that is read."""
    out: list[tuple[str, str, float, bool]] = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        reading = read((folder / f"{name}.txt").read_text(encoding="utf-8"))
        if reading.number and reading.number.text:
            right = same(reading.number.text, gold.get("number"))
            out.append((name, "number", reading.number.confidence, right))
        if reading.issuer:
            out.append(
                (name, "issuer", reading.issuer.confidence, same(reading.issuer.name, gold.get("issuer")))
            )
    return out


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    options = parser.parse_args(argv)
    found = [row for folder in options.folders for row in rows(folder)]
    for field in ("number", "issuer"):
        bins: dict[float, list[bool]] = defaultdict(list)
        for _, kind, confidence, right in found:
            if kind == field:
                bins[max(step for step in _STEPS if confidence >= step)].append(right)
        for step in _STEPS:
            if bins[step]:
                print(f"{field:7} {step:.2f}+  {sum(bins[step]):4} of {len(bins[step]):4} right")
        for least in (0.8, 0.9):
            above = [right for _, kind, confidence, right in found if kind == field and confidence >= least]
            print(f"{field:7} ≥ {least}: {sum(above)} of {len(above)} right")
    for name, field, confidence, right in found:
        if not right and confidence >= 0.8:
            print(f"wrong at {confidence}: {field} of {name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
