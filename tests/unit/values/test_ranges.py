"""Interval arithmetic holds every value that points inside its operands can give."""

from fractions import Fraction
from operator import add, ge, gt, le, lt, mul, sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justesse.values.ranges import OneOf, Range, alike, belongs, between, combined, compared, extreme, hull, summed
from justesse.values.states import NOTHING, State, Unknown

POINTS = st.integers(-50, 50)
OPERATIONS = {"+": add, "-": sub, "*": mul}
ORDERS = {"<": lt, "≤": le, ">": gt, "≥": ge}


@st.composite
def held(draw: st.DrawFn, least: int = -50) -> tuple[Range, int]:
    """A range, open at times, and a point inside."""
    low, high = sorted(draw(st.tuples(st.integers(least, 50), st.integers(least, 50))))
    point = draw(st.integers(low, high))
    return Range(draw(st.sampled_from((low, None))), draw(st.sampled_from((high, None))), ("a",)), point


def holds(value: object, point: object) -> bool:
    match value:
        case Range(low, high):
            return (low is None or low <= point) and (high is None or point <= high)  # type: ignore[operator]
        case State():
            return True
        case _:
            return value == point


@given(held(), held(), st.sampled_from(sorted(OPERATIONS)))
def test_an_operation_holds_what_its_points_give(left: tuple[Range, int], right: tuple[Range, int], op: str) -> None:
    assert holds(combined(op, left[0], right[0]), OPERATIONS[op](left[1], right[1]))


@given(held(0), held(1))
def test_a_quotient_holds_what_its_points_give(left: tuple[Range, int], right: tuple[Range, int]) -> None:
    assert holds(combined("/", left[0], right[0]), Fraction(left[1], right[1]))


@given(held(), held(), st.sampled_from(sorted(ORDERS)))
def test_an_order_is_settled_only_when_every_point_agrees(left: tuple[Range, int], right: tuple[Range, int], op: str) -> None:
    said = compared(op, left[0], right[0])
    assert isinstance(said, Unknown) or said is ORDERS[op](left[1], right[1])


@given(st.lists(held(), min_size=1, max_size=4), st.sampled_from(("min", "max")))
def test_an_extreme_holds_that_of_its_points(parts: list[tuple[Range, int]], op: str) -> None:
    chosen = min if op == "min" else max
    assert holds(extreme(op, [one for one, _ in parts]), chosen(point for _, point in parts))


@given(st.lists(st.tuples(held(), st.integers(0, 9)), min_size=1, max_size=4))
def test_a_sum_of_repeated_ranges_holds_that_of_its_points(parts: list[tuple[tuple[Range, int], int]]) -> None:
    assert holds(summed((one, times) for (one, _), times in parts), sum(point * times for (_, point), times in parts))


def test_the_cap_makes_a_pay_known_from_below_a_closed_range() -> None:
    assert extreme("min", [Range(0, None, ("salaire",)), 3000]) == Range(0, 3000, ("salaire",))
    assert extreme("min", [Range(4000, None, ("salaire",)), 3000]) == 3000


@pytest.mark.parametrize(
    ("values", "whole"),
    [
        ((1, 3), Range(1, 3)),
        ((2, 2), 2),
        ((2, NOTHING), Range(2, 2, (), nothing=True)),
        (("a", "b"), OneOf(frozenset("ab"))),
        (("a", "a"), "a"),
        ((NOTHING,), NOTHING),
        ((True, False), Unknown()),
    ],
)
def test_a_hull_is_the_least_that_holds_all(values: tuple[object, ...], whole: object) -> None:
    assert hull(values) == whole


def test_a_doubt_is_never_lost_from_a_hull() -> None:
    assert hull((1, Unknown(("pièce",)))) == Unknown(("pièce",))


def test_what_may_be_without_object_is_compared_to_nothing() -> None:
    assert compared(">", Range(5, 9, ("a",), nothing=True), 1) == Unknown(("a",))


def test_options_that_share_nothing_differ() -> None:
    assert compared("=", OneOf(frozenset("ab")), "c") is False
    assert compared("=", OneOf(frozenset("ab"), ("x",)), "a") == Unknown(("x",))
    assert belongs(OneOf(frozenset("ab"), ("x",)), ("c", "d")) is False
    assert belongs(OneOf(frozenset("ab"), ("x",)), ("a", "b", "c")) is True


def test_equal_ends_are_a_known_value() -> None:
    assert between(3, 3, ("a",)) == 3
    assert between(3, 3, ("a",), nothing=True) == Range(3, 3, ("a",), nothing=True)


def test_what_is_known_of_two_values_says_whether_they_are_alike() -> None:
    assert alike(Range(1, 2, ("a paper",)), Range(1, 2, ("another",)))
    assert not alike(Range(1, 2), Range(1, 3))
    assert not alike(Range(1, 2), Range(1, 2, nothing=True))
    assert alike(OneOf(frozenset("ab"), ("a paper",)), OneOf(frozenset("ab")))
    assert not alike(OneOf(frozenset("ab")), OneOf(frozenset("a")))
    assert alike(Unknown(("a paper",)), Unknown()) and not alike(Unknown(), NOTHING)
    assert alike(Fraction(1), 1) and not alike(1, Range(1, 2))
