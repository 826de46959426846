"""A day given on the command line: 2022-12-31, or as people write it in Vietnamese."""

from __future__ import annotations

import re
from datetime import date

import click

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day(value: str) -> str:
    """The type of an option that is a day: gives it as ISO text ("2022-12-31").

    Takes ISO, "today", and day, month, year in Vietnamese order or words: "31/12/2022", "ngày 31 tháng 12
    năm 2022". Raises `click.BadParameter` for anything else, and for what leaves the year or the order open.
    """
    typed = value.strip()
    if typed == "today":
        return date.today().isoformat()
    if _ISO.fullmatch(typed):
        try:
            return date.fromisoformat(typed).isoformat()
        except ValueError as error:
            raise click.BadParameter(f"{value} is no day of the calendar.") from error
    from extractors.typed_dates import read_day

    found = read_day(typed)
    if found is None:
        raise click.BadParameter(f"{value} is no day: write it as 2022-12-31 or 31/12/2022.")
    return found.isoformat()
