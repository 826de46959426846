"""How well confidences tell what is right: `python -m bench.confidence [--gold DIR ...] [--predicted DIR]`.

A mention (reference, deadline, obligation) is right where ../shared/score.py matches it to one of the gold.
For each kind the table gives, by stated confidence, how many there are and which share is right; then the
expected calibration error (ECE) as stated, and, cross-validated, what a monotone map fitted to the other
documents makes of it. Where the second is not much smaller, the stated values need no map.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.extraction import pairs, scorer

Seen = tuple[str, float, bool]
"""A mention: its document, its stated confidence, whether it is right."""
_FOLDS = 10


def judge(
    score: ModuleType, gold: dict[str, Any], found: dict[str, Any]
) -> dict[str, list[tuple[float, bool]]]:
    """``kind -> (confidence, right)`` of every mention found in one document."""
    alike = {
        "references": (score.same_reference, 0.6),
        "deadlines": (lambda a, b: score.overlap(a["quote"], b.get("text", "")), 0.6),
        "obligations": (lambda a, b: score.overlap(a["quote"], b.get("text", "")), 0.6),
    }
    out: dict[str, list[tuple[float, bool]]] = {}
    for kind, (similar, threshold) in alike.items():
        matched = {j for _, j in score.match(gold.get(kind) or [], found[kind], similar, threshold)}
        out[kind] = [(item["confidence"], j in matched) for j, item in enumerate(found[kind])]
    return out


def monotone(points: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Pooled adjacent violators: ``(confidence, share right)`` that never falls, each step smoothed by one
    mention of its own stated confidence."""
    groups: dict[float, list[bool]] = defaultdict(list)
    for confidence, right in points:
        groups[confidence].append(right)
    pools: list[list[float]] = []  # weight, mean, highest confidence
    for confidence in sorted(groups):
        rights = groups[confidence]
        pools.append([len(rights) + 1.0, (sum(rights) + confidence) / (len(rights) + 1), confidence])
        while len(pools) > 1 and pools[-2][1] > pools[-1][1]:
            weight, mean, top = pools.pop()
            before = pools[-1]
            pools[-1] = [
                before[0] + weight,
                (before[0] * before[1] + weight * mean) / (before[0] + weight),
                top,
            ]
    return [(top, mean) for _, mean, top in pools]


def mapped(steps: list[tuple[float, float]], confidence: float) -> float:
    """The value of the first step that reaches a confidence; the last step's beyond it."""
    return next((value for top, value in steps if confidence <= top), steps[-1][1] if steps else confidence)


def calibration_error(points: list[tuple[float, bool]]) -> float:
    """Expected calibration error over ten equal bins of stated confidence."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in points:
        bins[min(9, int(confidence * 10))].append((confidence, right))
    return sum(
        abs(sum(c for c, _ in bin_) - sum(right for _, right in bin_)) for bin_ in bins.values()
    ) / max(1, len(points))


def crossed(seen: list[Seen]) -> list[tuple[float, bool]]:
    """Every mention with the confidence that a map fitted to the other folds' documents gives it."""
    names = sorted({name for name, _, _ in seen})
    out: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        held = set(names[fold::_FOLDS])
        steps = monotone([(c, right) for name, c, right in seen if name not in held])
        out += [(mapped(steps, c), right) for name, c, right in seen if name in held]
    return out


def report(seen: dict[str, list[Seen]]) -> None:
    for kind, mentions in seen.items():
        points = [(c, right) for _, c, right in mentions]
        print(f"\n{kind}: {len(points)} found, {sum(r for _, r in points)} right")
        groups: dict[float, list[bool]] = defaultdict(list)
        for confidence, right in points:
            groups[confidence].append(right)
        for confidence in sorted(groups):
            rights = groups[confidence]
            print(f"  stated {confidence:.2f}  n {len(rights):5}  right {sum(rights) / len(rights):.3f}")
        stated, by_map = calibration_error(points), calibration_error(crossed(mentions))
        print(f"  ECE as stated {stated:.3f}, mapped {by_map:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, action="append", default=[], help="NAME.txt, NAME.gold.json")
    parser.add_argument("--predicted", type=Path, help="a folder of NAME.json kept from an earlier reading")
    parser.add_argument("--only", action="store_true", help="the given folders alone, without the fixtures")
    arguments = parser.parse_args()
    score = scorer()
    if score is None:
        parser.error("../shared/score.py is missing: it says which mentions match")
    from extractors.reading import read

    seen: dict[str, list[Seen]] = defaultdict(list)
    for name, text, gold in pairs(arguments.gold):
        if arguments.only and not any(folder in gold.parents for folder in arguments.gold):
            continue
        if arguments.predicted:
            kept = arguments.predicted / f"{name}.json"
            if not kept.exists():
                continue
            found = json.loads(kept.read_text(encoding="utf-8"))
        else:
            found = read(text.read_text(encoding="utf-8")).model_dump(mode="json")
        for kind, points in judge(score, json.loads(gold.read_text(encoding="utf-8")), found).items():
            seen[kind] += [(name, confidence, right) for confidence, right in points]
    report(seen)


if __name__ == "__main__":
    main()
