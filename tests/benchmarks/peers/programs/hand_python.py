"""The fifteen rules as Python written by hand, three times: integers of cents, decimals, fractions.

The fractions follow the statement word by word: they are what every other peer is compared with.
"""

import platform
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor
from typing import Any, NamedTuple

from tests.benchmarks.peers.exchange import SINGLE, Cases, Measure, serve

REFORM = date(2025, 4, 1).toordinal()
CENT = Decimal("0.01")


class Case(NamedTuple):
    """The facts of a case, in the unit of whoever decides: hundredths, decimals or fractions."""

    start: int
    days: Any
    hours: Any
    pay1: Any
    pay2: Any
    pay3: Any
    six_months: Any
    long_illness: int
    resumed: int
    served: Any


class Lines(NamedTuple):
    """What is decided of a case."""

    right: bool
    days: Any
    daily: Any
    gross: Any
    csg: Any
    crds: Any
    net: Any


def eve_of_month(start: int) -> int:
    """The last day of the month before."""
    return start - date.fromordinal(start).day


def by_integers(case: Case, starts: list[int], wages: list[int]) -> Lines:
    """Hundredths throughout; each division is the last operation of its line."""
    hourly = wages[bisect_right(starts, eve_of_month(case.start)) - 1]
    cap = (14 if case.start >= REFORM else 18) * hourly * 35 * 52  # over 120
    base = min(120 * case.pay1, cap) + min(120 * case.pay2, cap) + min(120 * case.pay3, cap)
    daily = (4 * base + 120 * 365) // (120 * 365 * 2)
    waiting = 0 if case.long_illness or case.resumed else 300
    right = case.hours >= 15_000 or case.six_months >= 1015 * hourly
    days = min(max(case.days - waiting, 0), 36_000 - case.served) if right else 0
    gross = daily * days // 100
    csg, crds = (gross * 62 + 500) // 1000, (gross * 5 + 500) // 1000
    return Lines(right, days, daily, gross, csg, crds, gross - csg - crds)


def by_decimals(case: Case, starts: list[int], wages: list[Decimal]) -> Lines:
    """Euros and days as decimals; twenty-eight digits, of which a half is never lost here."""
    hourly = wages[bisect_right(starts, eve_of_month(case.start)) - 1]
    cap = (Decimal("1.4") if case.start >= REFORM else Decimal("1.8")) * hourly * 35 * 52 / 12
    base = (min(case.pay1, cap) + min(case.pay2, cap) + min(case.pay3, cap)) / Decimal("91.25")
    daily = (base / 2).quantize(CENT, ROUND_HALF_UP)
    waiting = 0 if case.long_illness or case.resumed else 3
    right = case.hours >= 150 or case.six_months >= 1015 * hourly
    days = min(max(case.days - waiting, Decimal(0)), 360 - case.served) if right else Decimal(0)
    gross = daily * days
    csg = (gross * Decimal("0.062")).quantize(CENT, ROUND_HALF_UP)
    crds = (gross * Decimal("0.005")).quantize(CENT, ROUND_HALF_UP)
    return Lines(right, days, daily, gross, csg, crds, gross - csg - crds)


def by_fractions(case: Case, starts: list[int], wages: list[Fraction]) -> Lines:
    """The statement itself."""
    hourly = wages[bisect_right(starts, eve_of_month(case.start)) - 1]
    cap = (Fraction(14, 10) if case.start >= REFORM else Fraction(18, 10)) * hourly * 35 * 52 / 12
    base = (min(case.pay1, cap) + min(case.pay2, cap) + min(case.pay3, cap)) / Fraction(9125, 100)
    daily = to_the_cent(base / 2)
    waiting = 0 if case.long_illness or case.resumed else 3
    right = case.hours >= 150 or case.six_months >= 1015 * hourly
    days = min(max(case.days - waiting, Fraction(0)), 360 - case.served) if right else Fraction(0)
    gross = daily * days
    csg, crds = to_the_cent(gross * Fraction(62, 1000)), to_the_cent(gross * Fraction(5, 1000))
    return Lines(right, days, daily, gross, csg, crds, gross - csg - crds)


def to_the_cent(amount: Fraction) -> Fraction:
    """The nearest cent, a half going up."""
    return Fraction(floor(amount * 100 + Fraction(1, 2)), 100)


def hundredths(made: Iterable[Lines]) -> list[list[int]]:
    """The lines of cases decided in euros and days."""
    return [[int(value) for value in line] if place == 0 else [int(100 * value) for value in line]
            for place, line in enumerate(zip(*made, strict=True))]  # fmt: skip


def scaled(row: Sequence[int], number: Callable[[int], Any]) -> Case:
    """A case in euros, hours and days."""
    case = Case(*row)
    plain = {"start", "long_illness", "resumed"}
    return Case(**{name: value if name in plain else number(value) for name, value in case._asdict().items()})


def measures(cases: Cases) -> list[Measure]:
    """The three, one case at a time: there is no other way to write them."""
    return [
        _measure(cases, "entiers", by_integers, int),
        _measure(cases, "Decimal", by_decimals, lambda number: Decimal(number) / 100),
        _measure(cases, "Fraction", by_fractions, lambda number: Fraction(number, 100)),
    ]


def _measure(cases: Cases, name: str, decide: Callable[..., Lines], number: Callable[[int], Any]) -> Measure:
    starts, wages = cases.starts, [number(one) for one in cases.wages]
    return Measure(
        SINGLE,
        f"Python à la main, {name}",
        lambda first, last: [scaled(row, number) for row in cases.rows(first, last)],
        lambda some: [decide(one, starts, wages) for one in some],
        (lambda made: list(zip(*made, strict=True))) if number is int else hundredths,
    )


if __name__ == "__main__":
    serve(f"Python {platform.python_version()}", measures)
