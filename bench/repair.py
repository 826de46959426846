"""Figures of repair: how much damage is undone, how little sound text is touched, how fast.

    python -m bench.repair [--work FOLDER] [--held FILE] [--more FOLDER] [--truth FOLDER] [--pyvi]

Reads the real documents in ``../shared``; ``--held`` is text held out of training (bench.repair_train writes
it).
``--more`` is a folder of other sound directives (*.txt, at any depth), damaged in the same ways; ``--truth``
one of corrections of seeds 000 and 002 (NNN.txt), which a reader must make: their true texts are not given.
``--pyvi`` also runs pyvi's ``add_accents`` (``pip install pyvi``). Scans are read with Tesseract once and
kept in FOLDER.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import resource
import subprocess
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from bench import repair_damage as damage
from pipeline.document import Box, Word
from pipeline.ocr.confidence import calibrated
from pipeline.repair.alphabet import canonical

SHARED = Path(__file__).parent.parent.parent / "shared"


def _read(path: Path) -> str:
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))


def seeds() -> dict[str, str]:
    return {n: _read(next((SHARED / "seeds").glob(f"{n}_*.txt"))) for n in ("001", "003", "004")}


def corrected(folder: Path) -> None:
    """Seeds that are damaged themselves, against a reader's corrections."""
    from pipeline.repair import repair

    for truth in sorted(folder.glob("[0-9][0-9][0-9].txt")):
        text = _read(next((SHARED / "seeds").glob(f"{truth.stem}_*.txt")))
        gold, mended = damage.syllables(_read(truth)), repair(text).text
        before = damage.right(gold, damage.syllables(text))
        after = damage.right(gold, damage.syllables(mended))
        row(f"directive {truth.stem} (judged by our own reading)", before, after, f"{len(gold)} syllables")


def held(path: Path, *, words: int = 30_000) -> str:
    paragraphs = _read(path).splitlines()
    step = max(1, sum(len(p.split()) for p in paragraphs) // words)
    return "\n".join(paragraphs[::step])


def row(name: str, before: float, after: float, note: str = "") -> None:
    print(f"| {name} | {100 * before:.2f} % | {100 * after:.2f} % | {note} |")


def damaged(
    texts: dict[str, str], harm: Callable[[str], str], restore: Callable[[str], str]
) -> tuple[float, float, int]:
    """Share of syllables right before and after, over all texts together."""
    before = after = total = 0.0
    for text in texts.values():
        gold = damage.syllables(text)
        hurt = harm(text)
        before += damage.right(gold, damage.syllables(hurt)) * len(gold)
        after += damage.right(gold, damage.syllables(restore(hurt))) * len(gold)
        total += len(gold)
    return before / total, after / total, int(total)


def scan(image: Path, language: str, work: Path) -> tuple[str, list[Word]]:
    """Plain Tesseract: the text, and its words with confidences."""
    base = work / f"{image.stem}.{language}"
    table = base.with_suffix(f".{language}.tsv")
    if not table.exists():
        subprocess.run(
            ["tesseract", str(image), str(table.with_suffix("")), "-l", language, "tsv"],
            check=True, capture_output=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    text, words, last = "", [], None
    with table.open(encoding="utf-8") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if line["level"] != "5" or not line["text"].strip():
                continue
            key = (line["block_num"], line["par_num"], line["line_num"])
            if last is not None:
                text += " " if key == last else "\n" if key[:2] == last[:2] else "\n\n"
            last, read = key, unicodedata.normalize("NFC", line["text"])
            confidence = calibrated(max(0.0, float(line["conf"])) / 100)
            words.append(Word(len(text), len(text) + len(read), Box(0, 0, 0, 0), confidence))
            text += read
    return text, words


def _folded(text: str) -> list[str]:
    """Words as written but for the place of tone marks."""
    return [re.sub(r"[^\W\d_]+", lambda m: canonical(m.group()), word) for word in text.split()]


def scans(work: Path) -> None:
    from rapidfuzz.distance import Levenshtein

    from pipeline.repair import repair

    for language in ("vie", "eng"):
        letters = wrong = still = words = bad = left = before = after = changed = good = 0
        for truth in sorted((SHARED / "scans").glob("*.txt")):
            gold_text = _read(truth)
            text, found = scan(truth.with_suffix(".png"), language, work)
            mended = repair(text, words=found, method="ocr").text
            gold, seen, got = (_folded(t) for t in (gold_text, text, mended))
            letters += len(" ".join(gold))
            wrong += Levenshtein.distance(" ".join(gold), " ".join(seen))
            still += Levenshtein.distance(" ".join(gold), " ".join(got))
            words += len(gold)
            bad += Levenshtein.distance(gold, seen)
            left += Levenshtein.distance(gold, got)
            before += damage.slips(gold, seen)
            after += damage.slips(gold, got)
            c, g = damage.broken(gold, seen, got)
            changed += c
            good += g
        note = (
            f"CER {100 * wrong / letters:.1f} → {100 * still / letters:.1f} %, slips {before} → {after}; "
            f"changed {changed} of {good} right words"
        )
        row(f"scans read by Tesseract `{language}` (words right)", 1 - bad / words, 1 - left / words, note)


def sound(text: str) -> None:
    from pipeline.repair import repair

    count = len(damage.syllables(text))
    for method in ("native", "ocr"):
        start = time.process_time()
        changes = [r for r in repair(text, method=method).repairs if r.kind != "unicode"]
        spent = time.process_time() - start
        speed = f"{count / spent:,.0f} syllables/s"
        print(f"| sound text taken as {method} | | {len(changes)} changes in {count} syllables | {speed} |")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, default=Path("/tmp/congvan-repair"))
    parser.add_argument("--held", type=Path)
    parser.add_argument("--more", type=Path)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--pyvi", action="store_true")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    from pipeline.repair import lexicon, repair

    lexicon.shipped()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024
    print(f"loads in {time.process_time() - start:.2f} s CPU, {grown:.0f} MB more")

    def restore(text: str) -> str:
        return repair(text).text

    print("| damage | before | after | |\n|---|---|---|---|")
    texts = seeds()
    sets: dict[str, dict[str, str]] = {"directives 001, 003, 004": texts}
    if options.held:
        sets["held-out law"] = {"held": held(options.held)}
    if options.more:
        sets["other directives"] = {str(p): _read(p) for p in sorted(options.more.rglob("*.txt"))}
    for name, chosen in sets.items():
        for kind, harm in (
            ("stripped", damage.stripped),
            ("partly stripped", damage.partly),
            ("letters dropped", damage.dropped),
        ):
            before, after, count = damaged(chosen, harm, restore)
            row(f"{kind}: {name}", before, after, f"{count} syllables")
    if options.pyvi:
        from pyvi import ViUtils

        before, after, count = damaged(texts, damage.stripped, lambda t: ViUtils.add_accents(t))
        row("stripped: the same, pyvi `add_accents`", before, after, f"{count} syllables")
    if options.truth:
        corrected(options.truth)
    scans(options.work)
    plain = "\n".join(texts.values()) if not options.held else held(options.held, words=150_000)
    sound(plain)
    hurt = damage.stripped(plain)
    start = time.process_time()
    restore(hurt)
    speed = len(damage.syllables(hurt)) / (time.process_time() - start)
    print(f"| speed, stripped | | | {speed:,.0f} syllables/s |")


if __name__ == "__main__":
    main()
