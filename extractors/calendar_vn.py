"""Working days in Vietnam: Monday to Friday, without public holidays.

Holidays are those of Bộ luật Lao động 2019, Điều 112 (before 2021, Bộ luật Lao động 2012, Điều 115), with the
days off that the government moves each year, as the `holidays` package keeps them.
"""

from __future__ import annotations

import datetime as dt
from functools import cache


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    import holidays  # takes 0.2 s to import; few directives count working days

    return frozenset(day for day in holidays.country_holidays("VN", years=year) if isinstance(day, dt.date))


def is_working_day(day: dt.date) -> bool:
    """Whether offices that keep the five-day week work on a day."""
    return day.weekday() < 5 and day not in _holidays(day.year)


def add_working_days(start: dt.date, days: int) -> dt.date:
    """The last day of a term of working days; the day that starts it does not count.

    Bộ luật Dân sự 2015, Điều 147: a term counted in days begins the day after the event.
    """
    if not 0 <= days <= 3660:
        raise ValueError(f"a term of {days} working days is outside 0 to 3660")
    day = start
    while days:
        day += dt.timedelta(days=1)
        days -= is_working_day(day)
    return day


def add_days(start: dt.date, days: int) -> dt.date:
    """The last day of a term of calendar days; one that ends on a day off ends on the next working day.

    Bộ luật Dân sự 2015, Điều 148 khoản 5.
    """
    day = start + dt.timedelta(days=days)
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    return day


def add_months(start: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last day (Bộ luật Dân sự 2015, Điều 148 khoản 3)."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    for day in range(start.day, 27, -1):
        try:
            return dt.date(year, month, day)
        except ValueError:
            continue
    return dt.date(year, month, min(start.day, 28))
