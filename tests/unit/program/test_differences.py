"""Bounds on differences: accepted exactly when some numbers satisfy them all, and the numbers given do."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from justesse.program.differences import ZERO, AtMost, Differences

NAMES = ("a", "b", ZERO)
BOUNDS = st.builds(
    AtMost, st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(-3, 3).map(Fraction), st.booleans()
).filter(lambda one: one.left != one.right)  # fmt: skip


def held(bounds: list[AtMost]) -> Differences | None:
    made: Differences | None = Differences()
    for one in bounds:
        made = made.adding(one) if made is not None else None
    return made


def satisfied(one: AtMost, values: dict[str, Fraction]) -> bool:
    gap = values[one.left] - values[one.right]
    return gap < one.limit if one.strict else gap <= one.limit


@given(st.lists(BOUNDS, max_size=5))
def test_accepted_exactly_when_some_numbers_do(bounds: list[AtMost]) -> None:
    # limits are whole numbers and there are three names: thirds between −7 and 7 are enough to find a solution
    grid = [Fraction(third, 3) for third in range(-21, 22)]
    exists = any(all(satisfied(one, {"a": a, "b": b, ZERO: Fraction(0)}) for one in bounds) for a, b in product(grid, grid))
    assert (held(bounds) is not None) is exists


@given(st.lists(BOUNDS, max_size=5))
def test_the_solution_satisfies_every_bound(bounds: list[AtMost]) -> None:
    made = held(bounds)
    if made is not None:
        values = {name: Fraction(0) for name in NAMES} | made.solution({}, ())
        values[ZERO] = Fraction(0)
        assert all(satisfied(one, values) for one in bounds)


def test_the_same_thing_is_never_strictly_below_itself() -> None:
    assert Differences().adding(AtMost("a", "a", Fraction(0), strict=True)) is None
    assert Differences().adding(AtMost("a", "a", Fraction(0))) == Differences()
