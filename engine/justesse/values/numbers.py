"""Exact numbers: reading French decimals and rounding. No binary floating point, ever.

Rounding is the only place where precision is lost; evaluation calls it only where a rule writes it.
"""

import re
from collections.abc import Iterable
from fractions import Fraction

MAX_DIGITS = 18
_DECIMAL = re.compile(r"[-−]?(\d{1,3}( \d{3})+|\d+)(,\d+)?")


def read_decimal(text: str) -> Fraction | None:
    """« 1 234,56 » as an exact fraction; None when it is not a French decimal or has more than 18 digits."""
    text = text.strip()
    if not _DECIMAL.fullmatch(text) or sum(char.isdigit() for char in text) > MAX_DIGITS:
        return None
    plain = text.replace(" ", "").replace(",", ".").replace("−", "-")
    return Fraction(plain)


def round_half_up(value: Fraction | int, step: Fraction) -> Fraction:
    """To the nearest multiple of `step`; a tie goes away from zero (« au plus proche »)."""
    quotient = Fraction(value) / step
    whole = (abs(quotient) + Fraction(1, 2)).__floor__()
    return step * (whole if quotient >= 0 else -whole)


def truncate(value: Fraction | int, step: Fraction) -> Fraction:
    """To the multiple of `step` next to zero (« tronqué »)."""
    quotient = Fraction(value) / step
    whole = abs(quotient).__floor__()
    return step * (whole if quotient >= 0 else -whole)


def total(values: Iterable[int | Fraction]) -> int | Fraction:
    """The exact sum: numerators are added by denominator first, for adding fractions one by one is what sums cost."""
    numerators: dict[int, int] = {}
    whole = True
    for value in values:
        whole = whole and isinstance(value, int)
        below = value.denominator
        numerators[below] = numerators.get(below, 0) + value.numerator
    if whole:
        return numerators.get(1, 0)
    first, *others = (Fraction(above, below) for below, above in numerators.items())
    return sum(others, first)
