"""The page's two languages: Vietnamese, in which it is written, and English by a switch.

Sentences stand in the templates in Vietnamese and are looked up for English (``data/english.tsv``). What the
program names by code (``status:partial``) is looked up in ``data/codes.tsv``. Messages of the layers below,
which are English, are turned into Vietnamese by `Translator.message` (``data/messages.tsv``, and the table of
the checker). What is not found is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Request

if TYPE_CHECKING:
    from checker.phrases import Phrases

LANGUAGES = ("vi", "en")
COOKIE = "congvan_language"
_HERE = Path(__file__).parent / "data"
_NUMBERED = re.compile(r"^(\D+?)( \d+)?$")


def chosen(request: Request) -> str:
    """The language of a request: what was chosen, else Vietnamese."""
    asked = request.cookies.get(COOKIE)
    return asked if asked in LANGUAGES else "vi"


class Translator:
    """Called with a text or a code, gives it in the language; ``default``: for a code that is unknown."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = _table(language)

    def __call__(self, text: str, default: str | None = None) -> str:
        found = self._texts.get(text)
        if found is not None:
            return found
        return text if default is None else self._texts.get(default, default)

    def message(self, text: str) -> str:
        """A message of the program, which is English, in the language."""
        if self.language == "en" or not text:
            return text
        found = self._texts.get(text)
        if found is not None:
            return found
        said = _messages().inner(text)
        from checker.phrases import dated, vietnamese

        if said == text:
            return vietnamese(text)
        said = dated(said)
        return said[:1].upper() + said[1:] if text[:1].isupper() else said

    def parts(self, text: str) -> str:
        """A title of several parts ("Nghĩa vụ 2 · 3.a"), each looked up without its number."""
        return " · ".join(self._numbered(part) for part in text.split(" · "))

    def _numbered(self, part: str) -> str:
        match = _NUMBERED.match(part)
        if match is None:
            return part
        name = match[1]
        return self(f"rule:{name}" if name in _RULES else name) + (match[2] or "")


_RULES = frozenset({"quota", "rank_cap", "minimum_members", "minimum_tenure"})


@cache
def _messages() -> Phrases:
    from checker.phrases import Phrases

    return Phrases((row[0], row[1]) for row in _rows("messages.tsv"))


@cache
def translator(language: str) -> Translator:
    """The translator of a language."""
    return Translator(language)


@cache
def _table(language: str) -> dict[str, str]:
    if language == "vi":
        return {row[0]: row[1] for row in _rows("codes.tsv")}
    texts = {row[0]: row[2] for row in _rows("codes.tsv")}
    return texts | {row[0]: row[1] for row in _rows("english.tsv")}


def _rows(name: str) -> list[list[str]]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
