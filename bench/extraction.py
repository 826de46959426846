"""Accuracy and speed of `extractors.reading.read` on annotated directives: `python -m bench.extraction`.

Reads fixtures/directives/*.txt, ../shared/gold (the texts lie in ../shared/seeds), and any --gold DIR of
NAME.txt with NAME.gold.json. The metrics are those of ../shared/score.py where that file is present; without
it only the speed is measured. --old FILE compares with an earlier --json, document by document.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pairs(extra: list[Path]) -> list[tuple[str, Path, Path]]:
    """``(name, text, gold)`` of every annotated document found."""
    found = [
        (gold.name.removesuffix(".gold.json"), gold.with_name(gold.name.replace(".gold.json", ".txt")), gold)
        for folder in (ROOT / "fixtures" / "directives", *extra)
        for gold in sorted(folder.glob("*.gold.json"))
    ]
    for gold in sorted((SHARED / "gold").glob("*.gold.json")):
        texts = sorted((SHARED / "seeds").glob(gold.name.removesuffix(".gold.json") + "*.txt"))
        found += [(f"shared-{gold.name.removesuffix('.gold.json')}", text, gold) for text in texts]
    return [(name, text, gold) for name, text, gold in found if text.exists()]


def scorer() -> ModuleType | None:
    path = SHARED / "score.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(documents: list[tuple[str, Path, Path]]) -> dict[str, Any]:
    """Scores the documents; ``speed`` counts pages of 2,000 characters per second of processor time."""
    from extractors.reading import read

    score = scorer()
    with tempfile.TemporaryDirectory() as folder:
        golds, predicted = Path(folder, "gold"), Path(folder, "predicted")
        golds.mkdir()
        predicted.mkdir()
        if documents:
            read(documents[0][1].read_text(encoding="utf-8"))  # the tables load once
        spent, characters = 0.0, 0
        for name, text_path, gold in documents:
            text = text_path.read_text(encoding="utf-8")
            start = time.process_time()
            reading = read(text)
            spent += time.process_time() - start
            characters += len(text)
            Path(predicted, f"{name}.json").write_text(reading.model_dump_json(), encoding="utf-8")
            shutil.copy(gold, golds / f"{name}.gold.json")
        result: dict[str, Any] = (
            score.score(golds, predicted, None) if score else {"total": {}, "documents": {}}
        )
    result["speed"] = {
        "documents": len(documents),
        "pages_per_second": round(characters / 2000 / max(spent, 1e-9), 1),
    }
    return result


def differences(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Gains and losses per document: what was wrong before and is not now, and the other way round."""
    out = []
    for name, doc in new["documents"].items():
        before = old["documents"].get(name, {})
        for key in sorted(doc.keys() | before.keys()):
            was, now = before.get(key) or [], doc.get(key) or []
            if was != now:
                out.append(
                    f"{name} {key}: {json.dumps(was, ensure_ascii=False)} -> "
                    f"{json.dumps(now, ensure_ascii=False)}"
                )
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument(
        "--gold", type=Path, action="append", default=[], help="a folder of NAME.txt and NAME.gold.json"
    )
    parser.add_argument("--json", action="store_true", help="everything, per document, as JSON")
    parser.add_argument("--old", type=Path, help="an earlier --json to compare with")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong in each document")
    args = parser.parse_args()
    result = run(pairs(args.gold))
    if args.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return
    for key, value in result["total"].items():
        print(f"{key:12} {value}")
    print(f"{'speed':12} {result['speed']}")
    if args.wrong:
        for name, doc in result["documents"].items():
            for key, value in doc.items():
                if value:
                    print(f"{name:28} {key:18} {json.dumps(value, ensure_ascii=False)}")
    if args.old:
        print("\n".join(differences(json.loads(args.old.read_text(encoding="utf-8")), result)))


if __name__ == "__main__":
    main()
