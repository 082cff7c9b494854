"""Exact sums."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from justesse.values.numbers import total

EXACT = st.one_of(st.integers(-1000, 1000), st.fractions(-1000, 1000, max_denominator=400))


@given(st.lists(EXACT))
def test_a_total_is_the_sum_of_its_terms(terms: list[int | Fraction]) -> None:
    assert total(terms) == sum(terms)
    assert type(total(terms)) is type(sum(terms))
