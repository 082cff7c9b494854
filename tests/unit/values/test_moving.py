"""How long a comparison keeps its truth, against counting the days one by one."""

from fractions import Fraction
from operator import le, lt

from hypothesis import given
from hypothesis import strategies as st

from justesse.values.moving import days_before_crossing

NUMBERS = st.one_of(st.integers(-30, 30), st.fractions(-30, 30, max_denominator=6))


@given(NUMBERS, NUMBERS.filter(lambda one: abs(one) > Fraction(1, 6)), st.booleans())
def test_a_comparison_keeps_its_truth_exactly_so_many_days(gap: Fraction, slope: Fraction, strict_at_zero: bool) -> None:
    holds = le if strict_at_zero else lt
    changed = next((day for day in range(1, 400) if holds(gap + slope * day, 0) != holds(gap, 0)), None)
    assert days_before_crossing(gap, slope, strict_at_zero) == (None if changed is None else changed - 1)
