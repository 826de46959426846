"""Days as people type them into a form: 31/12/2022, as in Viet Nam, or 2022-12-31."""

from __future__ import annotations

import re
from datetime import date

from corpus.days import iso
from corpus.errors import QueryError

__all__ = ["day", "iso"]

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day(value: str | None) -> str | None:
    """The day typed, as ISO text; None where none was. Raises `QueryError` for what is no day."""
    if not value or not value.strip():
        return None
    wanted = iso(value)
    try:
        if not _ISO.fullmatch(wanted):
            raise ValueError
        return date.fromisoformat(wanted).isoformat()
    except ValueError as error:
        raise QueryError(f"{value.strip()[:40]} is no day. Write it as 31/12/2022.") from error
