"""Sound text written in the old encodings by program, and the real files in ``../shared/legacy``.

    python -m bench.repair_encodings [--files]

Each row: characters right (1 - edit distance / length) before and after. ``--files`` sends each text through
`congvan restore` and through a file that is read too (plain text; HTML for entities; RTF with the font that
names the encoding).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from bench.repair import SHARED, seeds
from pipeline.repair.charmaps import TABLES

_TONES = {"\u0300": "\xcc", "\u0309": "\xd2", "\u0303": "\xde", "\u0301": "\xec", "\u0323": "\xf2"}
_CP1258 = {
    "ă": "\xe3",
    "Ă": "\xc3",
    "đ": "\xf0",
    "Đ": "\xd0",
    "ơ": "\xf5",
    "Ơ": "\xd5",
    "ư": "\xfd",
    "Ư": "\xdd",
}
_FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times", "viscii": "VI Times", "vps": "VPS Times"}


def typed(text: str, encoding: str) -> str:
    """Text as its bytes in an old encoding look when they are taken for Latin-1.

    Capitals that a font of TCVN3 shows by its capital twin (".VnTimeH") and the few that VISCII and VPS lack
    are typed as small letters, so letters are compared without case there.
    """
    back: dict[str, str] = {}
    for seen, letter in TABLES[encoding].items():
        back.setdefault(letter, seen)
    return "".join(back.get(c, back.get(c.lower(), c)) for c in text)


def cp1258(text: str) -> str:
    """Windows-1258 bytes taken for Latin-1: letters with their quality, tones after them."""
    seen = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tones = [c for c in parts if c in _TONES]
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        seen.append(_CP1258.get(base, base) + "".join(_TONES[t] for t in tones))
    return "".join(seen)


def encodings(text: str) -> Iterator[tuple[str, str]]:
    """Names of encodings, and how the text looks in each."""
    for name in TABLES:
        yield name, typed(text, name)
    yield "cp1258", cp1258(text)
    yield "decomposed Unicode", unicodedata.normalize("NFD", text)
    halves = text.splitlines(keepends=True)
    mixed = (unicodedata.normalize("NFD", line) if k % 2 else line for k, line in enumerate(halves))
    yield "composed and decomposed mixed", "".join(mixed)
    yield "UTF-8 read as Latin-1", text.encode().decode("latin-1")
    yield "UTF-8 read as cp1252", "".join(_as_1252(b) for b in text.encode())
    yield "UTF-8 read as Latin-1 twice", text.encode().decode("latin-1").encode().decode("latin-1")
    yield "HTML entities", "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in text)


def _as_1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def right(true: str, got: str) -> float:
    """Share of characters right; white space and case folded."""
    from rapidfuzz.distance import Levenshtein

    a, b = (" ".join(unicodedata.normalize("NFC", t).split()).lower() for t in (true, got))
    return max(0.0, 1 - Levenshtein.distance(a, b) / len(a))


def restored(text: str) -> str:
    """What `congvan restore` makes of the text."""
    made = subprocess.run(
        [Path(sys.executable).parent / "congvan", "restore", "-"],
        input=text.encode(),
        check=True,
        capture_output=True,
    )
    return made.stdout.decode()


def read(text: str, name: str) -> str:
    """What is read of a file that holds the text."""
    from pipeline.extract import extract_file

    if name == "HTML entities":
        body = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
        suffix, data = ".html", f"<html><body>{body}</body></html>".encode()
    elif name in _FONTS:
        suffix, data = ".rtf", _rtf(text, _FONTS[name])
    else:
        suffix, data = ".txt", text.encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"text{suffix}"
        path.write_bytes(data)
        return extract_file(path).text


def _rtf(text: str, font: str) -> bytes:
    rows = []
    for line in text.splitlines():
        signs = (f"\\'{ord(c):02x}" if 127 < ord(c) < 256 else c if ord(c) < 128 else "?" for c in line)
        rows.append("".join("\\" + c if c in "{}" else c for c in signs) + "\\par")
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 " + font + ";}}\\f0 "
    return (head + "\n".join(rows) + "}").encode("ascii")


def legacy() -> None:
    """The real files: all together, and each."""
    from pipeline.extract import extract_file

    wrong = letters = 0.0
    for path in sorted((SHARED / "legacy").glob("*.txt")):
        source = next(p for p in path.parent.glob(path.stem + ".*") if p.suffix != ".txt")
        true = path.read_text(encoding="utf-8")
        share = right(true, extract_file(source).text)
        count = len(" ".join(true.split()))
        print(f"| {source.name} | | {100 * share:.2f} % | {count} characters |")
        wrong += (1 - share) * count
        letters += count
    if letters:
        share = 100 * (1 - wrong / letters)
        print(f"| all files of `../shared/legacy` | | {share:.2f} % | {letters:.0f} characters |")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", action="store_true")
    options = parser.parse_args()
    from pipeline.repair import repair

    print("| encoding | before | after | |\n|---|---|---|---|")
    text = "\n\n".join(seeds().values())
    for name, seen in encodings(text):
        shares = [right(text, seen), right(text, repair(seen).text)]
        note = ""
        if options.files:
            through = right(text, restored(seen)), right(text, read(seen, name))
            note = f"`congvan restore` {100 * through[0]:.2f} %, from a file {100 * through[1]:.2f} %"
        print(f"| {name} | {100 * shares[0]:.2f} % | {100 * shares[1]:.2f} % | {note} |")
    legacy()


if __name__ == "__main__":
    main()
