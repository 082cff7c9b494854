"""Exact sums and roundings."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from justesse.values.numbers import round_half_up, total, truncate, weighted

EXACT = st.one_of(st.integers(-1000, 1000), st.fractions(-1000, 1000, max_denominator=400))


@given(st.lists(EXACT))
def test_a_total_is_the_sum_of_its_terms(terms: list[int | Fraction]) -> None:
    assert total(terms) == sum(terms)
    assert type(total(terms)) is type(sum(terms))


AMOUNTS = st.one_of(st.integers(-(10**6), 10**6), st.fractions(-1000, 1000, max_denominator=400))
STEPS = st.sampled_from([Fraction(1, 100), Fraction(1), Fraction(5), Fraction(1, 3)])


@given(AMOUNTS, STEPS)
def test_roundings_take_the_nearest_multiple_or_the_one_next_to_zero(value: Fraction, step: Fraction) -> None:
    near, down = round_half_up(value, step), truncate(value, step)
    assert (near / step).denominator == (down / step).denominator == 1
    assert abs(near - value) < step / 2 or (abs(near - value) == step / 2 and abs(near) > abs(value))
    assert abs(down) <= abs(value) < abs(down) + step and down * value >= 0


@given(st.lists(st.tuples(AMOUNTS, st.integers(0, 400))))
def test_weighted_sums_are_exact(values: list[tuple[Fraction, int]]) -> None:
    assert weighted(values) == sum(value * times for value, times in values)
