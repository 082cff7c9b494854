"""Dates and dated figures of the second opinion, copied by hand from the research notes, not read from `rules/`.

Nothing here is shared with the engine: a mistake common to both would need to be made twice.
"""

from datetime import date, timedelta
from fractions import Fraction

Month = tuple[int, int]
DAY = timedelta(days=1)
ZERO = Fraction(0)
CENT = Fraction(1, 100)

_SMIC = {
    date(2014, 1, 1): "9.53", date(2015, 1, 1): "9.61", date(2016, 1, 1): "9.67", date(2017, 1, 1): "9.76",
    date(2018, 1, 1): "9.88", date(2019, 1, 1): "10.03", date(2020, 1, 1): "10.15", date(2021, 1, 1): "10.25",
    date(2021, 10, 1): "10.48", date(2022, 1, 1): "10.57", date(2022, 5, 1): "10.85", date(2022, 8, 1): "11.07",
    date(2023, 1, 1): "11.27", date(2023, 5, 1): "11.52", date(2024, 1, 1): "11.65", date(2024, 11, 1): "11.88",
    date(2026, 1, 1): "12.02", date(2026, 6, 1): "12.31",
}  # fmt: skip
_MONTHLY_CEILING = {2020: 3428, 2021: 3428, 2022: 3428, 2023: 3666, 2024: 3864, 2025: 3925, 2026: 4005}
_INVALIDITY_MINIMUM = {
    date(2023, 1, 1): "311.56",
    date(2024, 1, 1): "328.07",
    date(2025, 1, 1): "335.29",
    date(2026, 1, 1): "338.31",
}
MINIMUM_KNOWN_SINCE = date(2023, 1, 1)


def smic(day: date) -> Fraction:
    """The hourly minimum wage in force on a day."""
    return Fraction(_SMIC[max(start for start in _SMIC if start <= day)])


def monthly_ceiling(day: date) -> Fraction:
    """The monthly ceiling of social security (the twelfth of the yearly one)."""
    return Fraction(_MONTHLY_CEILING[day.year])


def daily_minimum(day: date, children: int) -> Fraction:
    """The minimum beyond the sixth month: 1/365 of the yearly minimum of invalidity pensions, 4/3 of it from three children."""
    known = [start for start in _INVALIDITY_MINIMUM if start <= day] or [MINIMUM_KNOWN_SINCE]
    return Fraction(_INVALIDITY_MINIMUM[max(known)]) * 12 / 365 * (Fraction(4, 3) if children >= 3 else 1)


def cents(value: Fraction) -> Fraction:
    """Half-up to the cent (amounts are never negative)."""
    return CENT * ((value / CENT + Fraction(1, 2)) // 1)


def truncated(value: Fraction) -> Fraction:
    """Down to the cent."""
    return CENT * (value / CENT // 1)


# --- days ---------------------------------------------------------------------------------------------


def days(first: date, last: date) -> list[date]:
    """Every day, both ends included; none when the end comes first."""
    return [first + i * DAY for i in range((last - first).days + 1)]


def common_days(first: date, last: date, other_first: date, other_last: date) -> int:
    """How many days two periods share."""
    return max(0, (min(last, other_last) - max(first, other_first)).days + 1)


def years_later(day: date, years: int) -> date:
    """Date to date; 29 February gives 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def months_later(day: date, count: int) -> date:
    """Date to date; a day that does not exist gives the first of the next month."""
    month = before(month_of(day), -count)
    try:
        return date(*month, day.day)
    except ValueError:
        return last_day(month) + DAY


def new_year_strictly_before(day: date) -> date:
    return date(day.year if day > date(day.year, 1, 1) else day.year - 1, 1, 1)


# --- months -------------------------------------------------------------------------------------------


def month_of(day: date) -> Month:
    return day.year, day.month


def before(month: Month, count: int) -> Month:
    """The month `count` months earlier."""
    year, number = divmod(12 * month[0] + month[1] - 1 - count, 12)
    return year, number + 1


def first_day(month: Month) -> date:
    return date(*month, 1)


def last_day(month: Month) -> date:
    return first_day(before(month, -1)) - DAY


def length(month: Month) -> int:
    return last_day(month).day


def preceding(day: date, count: int) -> list[Month]:
    """The civil months before the month of a day, oldest first."""
    return [before(month_of(day), back) for back in range(count, 0, -1)]


# --- public holidays ----------------------------------------------------------------------------------


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian computation)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def is_holiday(day: date) -> bool:
    """The eleven public holidays of Code du travail L. 3133-1."""
    moving = {easter(day.year) + days_after * DAY for days_after in (1, 39, 50)}
    fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    return day in moving or (day.month, day.day) in fixed
