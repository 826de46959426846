"""Text composed from templates, to teach the language model a register that no text at hand holds.

`data/register.txt` holds the slots and sentences; places and people's names come from lists.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

REGISTER = Path(__file__).parent / "data" / "register.txt"
NAMES = Path(__file__).parent / "data" / "names.txt"
TERMS = Path(__file__).parent / "data" / "terms.txt"
PROSE = Path(__file__).parent / "data" / "prose.txt"

_SLOT = re.compile(r"\{(\w+)\}")


def read_slots(path: Path) -> dict[str, list[str]]:
    """Slots of a template file: name → alternatives. Lines under ``@sentences`` are whole sentences."""
    slots: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("@"):
            name = line[1:].strip()
            slots.setdefault(name, [])
        else:
            slots[name].extend([line] if name == "sentences" else line.split(" | "))
    return slots


def prose(path: Path) -> Iterator[str]:
    """The paragraphs of a file of running text; lines that begin with # are comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _roman(rng: random.Random) -> str:
    return rng.choice("I II III IV V VI VII VIII IX X XI XII XIII XIV".split())  # noqa: SIM905


def _code(rng: random.Random) -> str:
    kind = rng.choice("CV CT NQ KL QĐ HD KH TB BC TTr QC".split())  # noqa: SIM905
    return f"{rng.randint(1, 999)}-{kind}/{rng.choice('TW TU HU QU ĐU BTCTW VPTW TTg UBND'.split())}"  # noqa: SIM905


def _date(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2000, 2030)
    form = rng.random()
    if form < 0.7:
        return f"{day:02}/{month:02}/{year}"
    return f"{day:02} tháng {month:02} năm {year}"


class Composer:
    """Fills templates at random; the same seed gives the same text."""

    def __init__(self, slots: Mapping[str, Sequence[str]], *, seed: int = 0) -> None:
        self._slots = slots
        self._rng = random.Random(seed)

    def fill(self, template: str, *, depth: int = 0) -> str:
        """The template with every slot filled. Raises KeyError for a slot that is not known."""
        if depth > 8:
            raise ValueError(f"slots nest without end in {template!r}")

        def one(match: re.Match[str]) -> str:
            name = match.group(1)
            rng = self._rng
            if name == "n":
                return str(rng.randint(1, 60))
            if name == "year":
                return str(rng.randint(2000, 2030))
            if name == "roman":
                return _roman(rng)
            if name == "letter":
                return rng.choice("abcdđegh")
            if name == "code":
                return _code(rng)
            if name == "date":
                return _date(rng)
            if name == "person":
                return self.person()
            return self.fill(rng.choice(self._slots[name]), depth=depth + 1)

        text = _SLOT.sub(one, template)
        return text[0].upper() + text[1:] if depth == 0 and text else text

    def person(self) -> str:
        """A person's name, family name first."""
        pick = self._rng.choice
        middle = pick(self._slots["middle"])
        given = pick(self._slots["given"])
        if self._rng.random() < 0.3:
            middle = f"{middle} {pick(self._slots['given'])}"
        name = f"{pick(self._slots['family'])} {middle} {given}"
        return name.upper() if self._rng.random() < 0.1 else name

    def sentences(self, count: int) -> Iterator[str]:
        """``count`` sentences, one in eight in capitals (as headings are)."""
        templates = self._slots["sentences"]
        for _ in range(count):
            text = self.fill(self._rng.choice(templates))
            yield text.upper() if self._rng.random() < 0.125 else text


def terms(path: Path, *, times: int = 150, seed: int = 0) -> Iterator[str]:
    """Every stock word of a file ``times`` times, each time between other neighbours, one in eight in
    capitals.

    Kneser-Ney smoothing asks after how many words another comes, not how often: variety is what counts.
    """
    slots = read_slots(path)
    rng = random.Random(seed)
    for term in slots["term"]:
        for _ in range(times):
            text = f"{rng.choice(slots['before'])} {term} {rng.choice(slots['after'])}"
            yield text.upper() if rng.random() < 0.125 else text
