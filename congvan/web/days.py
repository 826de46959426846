"""Days as people type them into a form: 31/12/2022, as in Viet Nam, or 2022-12-31."""

from __future__ import annotations

import re
from datetime import date

from corpus.errors import QueryError

_TYPED = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def iso(value: str) -> str:
    """A day or month as typed, in ISO's order ("30/10/2022": 2022-10-30, "10/2022": 2022-10); anything else
    comes back as it is. Whether the day exists is not asked."""
    typed = value.strip()
    if found := _TYPED.fullmatch(typed):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _MONTH.fullmatch(typed):
        return f"{found[2]}-{int(found[1]):02}"
    return typed


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
