"""Exact numbers: reading French decimals and rounding. No binary floating point, ever.

Rounding is the only place where precision is lost; evaluation calls it only where a rule writes it.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from math import lcm

MAX_DIGITS = 18
_DECIMAL = re.compile(r"[-−]?(\d{1,3}( \d{3})+|\d+)(,\d+)?")


def read_decimal(text: str) -> Fraction | None:
    """« 1 234,56 » as an exact fraction; None when it is not a French decimal or has more than 18 digits."""
    text = text.strip()
    if not _DECIMAL.fullmatch(text) or sum(char.isdigit() for char in text) > MAX_DIGITS:
        return None
    plain = text.replace(" ", "").replace(",", ".").replace("−", "-")
    return Fraction(plain)


def without_unit(text: str) -> str | None:
    """The French decimal that a text begins with, « 2 450,50 » of « 2 450,50 € »; None when what is left is not one."""
    figure = text.strip().rstrip("".join({char for char in text if not char.isdigit()}))
    return figure if read_decimal(figure) is not None else None


def round_half_up(value: Fraction | int, step: Fraction) -> Fraction:
    """To the nearest multiple of `step`; a tie goes away from zero (« au plus proche »)."""
    above, below = value.numerator * step.denominator, value.denominator * step.numerator
    whole = (2 * abs(above) + below) // (2 * below)
    return step * (whole if above >= 0 else -whole)


def truncate(value: Fraction | int, step: Fraction) -> Fraction:
    """To the multiple of `step` next to zero (« tronqué »)."""
    above, below = value.numerator * step.denominator, value.denominator * step.numerator
    whole = abs(above) // below
    return step * (whole if above >= 0 else -whole)


def total(values: Iterable[int | Fraction]) -> int | Fraction:
    """The exact sum."""
    return weighted([(value, 1) for value in values])


def weighted(values: Iterable[tuple[int | Fraction, int]]) -> int | Fraction:
    """The exact sum of values, each so many times.

    Numerators are added by denominator first, for adding fractions one by one is what sums cost.
    """
    numerators: dict[int, int] = {}
    whole = True
    for value, times in values:
        whole = whole and value.__class__ is int
        above, below = value.as_integer_ratio()
        numerators[below] = numerators.get(below, 0) + above * times
    if whole:
        return numerators.get(1, 0)
    common = lcm(*numerators)
    return Fraction(sum(above * (common // below) for below, above in numerators.items()), common)
