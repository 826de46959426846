"""What repair leaves wrong, sorted by class, with examples.

    python -m bench.repair_errors FILE… [--harm stripped|partly|dropped] [--show 5]

Each FILE is a sound directive; it is damaged by program, repaired, and compared word by word.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path

from bench import repair_damage as damage
from bench.repair import _read

_WORD = re.compile(r"[^\W\d_]+")
_RARE = -12.0
"""Log probability under which a syllable is called rare."""
_SENTENCE = '.:;!?\n"“(–-'


def kind_of(text: str, start: int, word: str, unigram: float | None) -> str:
    """The class of a word that was restored as another."""
    from pipeline.syllable import is_syllable

    if not is_syllable(word.lower()):
        return "no syllable (abbreviation, words run together)"
    before = text[:start].rstrip(" \t")[-1:] or "\n"
    if word.isupper() and len(word) > 1:
        return "capitals of a heading"
    if word[0].isupper() and before not in _SENTENCE:
        return "name or capital inside a sentence"
    return "common syllable" if unigram is not None and unigram > _RARE else "rare syllable"


def errors(text: str, harmed: str) -> list[tuple[str, str]]:
    """(class, "before [true > got] after") for every word that ``harmed``, repaired, has wrong."""
    from pipeline.repair import repair
    from pipeline.repair.ngram import shipped

    model = shipped()
    places = [(m.start(), m.group()) for m in _WORD.finditer(text)]
    gold, got = damage.syllables(text), damage.syllables(repair(harmed).text)
    found = []
    for tag, i, j, k, m in SequenceMatcher(None, gold, got, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        around = f"{' '.join(gold[max(0, i - 3) : i])} [{' '.join(gold[i:j])} > {' '.join(got[k:m])}]"
        around += f" {' '.join(gold[j : j + 3])}"
        if tag == "insert":
            found += [("syllable put in where none was", around)] * (m - k)
        elif tag == "delete":
            found += [("syllable that vanished, not put in", around)] * (j - i)
        elif j - i != m - k:
            found += [("several together", around)] * (j - i)
        else:
            for place in range(i, j):
                number = model.index.get(gold[place])
                unigram = None if number is None else float(model.unigrams[number])
                found.append((kind_of(text, *places[place], unigram), around))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--harm", choices=("stripped", "partly", "dropped"), default="stripped")
    parser.add_argument("--show", type=int, default=5)
    options = parser.parse_args()
    classes: dict[str, list[str]] = defaultdict(list)
    total = 0
    for path in options.files:
        text = _read(path)
        total += len(damage.syllables(text))
        for kind, example in errors(text, getattr(damage, options.harm)(text)):
            classes[kind].append(example)
    print(f"{total} syllables, {options.harm}")
    for kind, examples in sorted(classes.items(), key=lambda item: -len(item[1])):
        print(f"{len(examples)} {kind}")
        for example in examples[:: max(1, len(examples) // max(1, options.show))][: options.show]:
            print(f"    {example}")


if __name__ == "__main__":
    main()
