"""Calendar arithmetic on day numbers and month numbers.

A day is its proleptic Gregorian ordinal (`date.toordinal`), a civil month is `12 × year + month − 1`: both plain ints,
told apart by the types of the program. No clock is read here and no zone exists: law counts calendar days.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
FIRST_DAY = date(1900, 1, 1).toordinal()
LAST_DAY = date(2200, 12, 31).toordinal()

Day = int
Month = int


def read_day(text: str) -> Day | None:
    """« 2025-03-31 » as a day number; None when no such day exists between 1900 and 2200."""
    match = _ISO_DAY.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = date(*(int(part) for part in match.groups())).toordinal()
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def read_month(text: str) -> Month | None:
    """« 2025-03 » as a month number; None when no such month exists between 1900 and 2200."""
    match = _ISO_MONTH.fullmatch(text.strip())
    if match is None:
        return None
    year, month = (int(part) for part in match.groups())
    return 12 * year + month - 1 if 1900 <= year <= 2200 and 1 <= month <= 12 else None


def day_of(year: int, month: int, day: int) -> Day | None:
    """The day number, or None when the day does not exist."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


@lru_cache(maxsize=65_536)
def to_date(day: Day) -> date:
    """The `datetime.date` of a day number."""
    return date.fromordinal(day)


def weekday(day: Day) -> int:
    """0 on a Monday, 6 on a Sunday."""
    return (day - 1) % 7


def iso_day(day: Day) -> str:
    """« 2025-03-31 »."""
    return to_date(day).isoformat()


def iso_month(month: Month) -> str:
    """« 2025-03 »."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


@lru_cache(maxsize=65_536)
def month_of(day: Day) -> Month:
    """The civil month that holds the day."""
    when = to_date(day)
    return 12 * when.year + when.month - 1


@lru_cache(maxsize=4_096)
def first_day(month: Month) -> Day:
    """The first day of a civil month."""
    return date(month // 12, month % 12 + 1, 1).toordinal()


@lru_cache(maxsize=4_096)
def days_in(month: Month) -> int:
    """28 to 31."""
    return monthrange(month // 12, month % 12 + 1)[1]


@lru_cache(maxsize=4_096)
def last_day(month: Month) -> Day:
    """The last day of a civil month."""
    return first_day(month) + days_in(month) - 1


def shift_months(day: Day, months: int, missing: str | None) -> Day | None:
    """The same day number `months` later (earlier when negative).

    When that day does not exist, `missing` decides: « dernier » takes the last day of the month, « suivant » the first
    of the next one, None returns None: the law has both conventions, so the rule must name its own.
    """
    target = month_of(day) + months
    number = to_date(day).day
    if number <= days_in(target):
        return first_day(target) + number - 1
    match missing:
        case "dernier":
            return last_day(target)
        case "suivant":
            return first_day(target + 1)
        case _:
            return None


def linear_until(day: Day, months: int, shift: Callable[[Day], Day | None]) -> Day:
    """The last day up to which `shift`, a move by `months`, advances one day a day. Any earlier answer is also right.

    Whole years: nothing bends between 1 March and 28 February. Other moves: looked at month by month.
    """
    when = to_date(day)
    if months % 12 == 0:
        year = when.year if (when.month, when.day) <= (2, 28) else when.year + 1
        horizon = date(year, 2, 28).toordinal()
    else:
        horizon = last_day(month_of(day))
    start, end = shift(day), shift(horizon)
    return horizon if start is not None and end is not None and end - start == horizon - day else day
