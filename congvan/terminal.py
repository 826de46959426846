"""Foreign text on a terminal: names and messages that hold control characters are shown, not obeyed."""

from __future__ import annotations

import unicodedata

_KEPT = "\n\t"


def plain(text: object, *, one_line: bool = False) -> str:
    """``text`` with control characters, marks of direction and lone surrogates written as escapes.

    Escape sequences of a file's name could repaint the screen, and a mark of direction shows "exe.pdf" for
    "fdp.exe". ``one_line``: line ends too.
    """
    kept = "" if one_line else _KEPT
    return "".join(
        c
        if c in kept or c == " " or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else c.encode("unicode_escape").decode("ascii")
        for c in str(text)
    )
