"""What the reader gets wrong, mention by mention: `python -m bench.mistakes DIR... [--name PART]`.

DIR holds NAME.txt with NAME.gold.json. Matches are those of ../shared/score.py; beside what was missed and
what was read in excess it prints the attributes that differ in matched mentions, which the scorer only
counts. The totals come last, one line a kind, so that two runs can be compared with `diff`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.extraction import scorer

_ATTRIBUTES = {
    "references": ("date", "issuer", "relation"),
    "deadlines": ("date", "bound"),
    "obligations": ("modality", "bearers", "deadlines", "clause"),
}
KINDS = ("scalars", *_ATTRIBUTES)


def _same(score: ModuleType, key: str, gold: Any, found: Any) -> bool:
    """Whether the scorer counts an attribute as right."""
    if key == "bearers":
        want, got = " ".join(gold or []), " ".join(found or [])
        return not (want or got) or score.overlap(want, got) >= 0.8
    if key == "deadlines":
        wanted, got = {score.fold(d) for d in gold or []}, " ".join(score.fold(d) for d in found or [])
        return all(w in got for w in wanted) if wanted else not got
    if key in ("issuer", "clause"):
        return bool(score.fold(gold) == score.fold(found))
    return (gold or None) == (found or None)


def _short(text: str) -> str:
    return " ".join(text.split())[:240]


def mistakes(
    score: ModuleType, kind: str, gold: list[Any], found: list[Any], total: Counter[str]
) -> list[str]:
    """The lines that tell what is wrong with one kind of mention in one document; counts go to ``total``."""
    similar = (
        score.same_reference
        if kind == "references"
        else lambda a, b: score.overlap(a["quote"], b.get("text", ""))
    )
    pairs = score.match(gold, found, similar, 0.6)
    wanted, got = {i for i, _ in pairs}, {j for _, j in pairs}
    extra = [
        item
        for j, item in enumerate(found)
        if j not in got and not (kind == "obligations" and score.LEAD_IN.search(score.fold(item.get("text"))))
    ]
    total.update({"hit": len(pairs), "gold": len(gold), "found": len(pairs) + len(extra)})
    lines = [f"- {_short(g['quote'])}" for i, g in enumerate(gold) if i not in wanted]
    lines += [f"+ {_short(p['text'])}" for p in extra]
    for i, j in pairs:
        for key in _ATTRIBUTES[kind]:
            right = _same(score, key, gold[i].get(key), found[j].get(key))
            total[key] += right
            if not right:
                want, got_value = gold[i].get(key), found[j].get(key)
                lines.append(f"~ {key}: want {want!r} got {got_value!r} | {_short(gold[i]['quote'])}")
    return lines


def scalars(score: ModuleType, gold: dict[str, Any], found: dict[str, Any], total: Counter[str]) -> list[str]:
    """The head's fields that are wrong in one document."""
    issued = found.get("issued") or {}
    got = {
        "number": (found.get("number") or {}).get("text"),
        "type": (found.get("type") or {}).get("code"),
        "issuer": (found.get("issuer") or {}).get("name"),
        "issued": issued.get("date"),
        "place": issued.get("place"),
        "subject": found.get("subject"),
        "signatory": [s.get("name") for s in found.get("signatories") or []],
    }
    lines = []
    for key, value in got.items():
        want = (gold.get("signatory") or {}).get("name") if key == "signatory" else gold.get(key)
        norm = score.canonical if key == "number" else score.fold
        if not want:
            right = not value
        elif key == "signatory":
            right = any(score.fold(want) == score.fold(name) for name in value)
        else:
            right = norm(want) == norm(value) or (
                key == "subject" and bool(value) and score.overlap(want, value) >= 0.9
            )
        total[key] += right
        if not right:
            lines.append(f"~ {key}: want {want!r} got {value!r}")
    total["documents"] += 1
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="+", help="NAME.txt with NAME.gold.json")
    parser.add_argument("--name", default="", help="only documents whose name holds this")
    parser.add_argument("--kind", choices=KINDS, nargs="+", default=list(KINDS))
    parser.add_argument("--totals", action="store_true", help="the totals alone")
    arguments = parser.parse_args()
    score = scorer()
    if score is None:
        parser.error("../shared/score.py is missing: it says which mentions match")
    from extractors.reading import read

    totals: dict[str, Counter[str]] = {kind: Counter() for kind in arguments.kind}
    for path in sorted(p for folder in arguments.folder for p in folder.glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt"))
        if arguments.name not in path.name or not text.exists():
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = read(text.read_text(encoding="utf-8")).model_dump(mode="json")
        for kind in arguments.kind:
            lines = (
                scalars(score, gold, found, totals[kind])
                if kind == "scalars"
                else mistakes(score, kind, gold.get(kind) or [], found[kind], totals[kind])
            )
            if lines and not arguments.totals:
                print(f"\n{path.name.removesuffix('.gold.json')} {kind}", *lines, sep="\n")
    print()
    for kind, total in totals.items():
        if kind == "scalars":
            print(kind, dict(total))
            continue
        hit, f1 = total["hit"], 2 * total["hit"] / max(1, total["gold"] + total["found"])
        rights = ", ".join(f"{key} {total[key]}/{hit}" for key in _ATTRIBUTES[kind])
        print(f"{kind:12} f1 {f1:.3f} (gold {total['gold']}, found {total['found']}, hit {hit}) {rights}")


if __name__ == "__main__":
    main()
