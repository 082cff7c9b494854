"""The closed table of built-ins on states, on values that move by day, and the rarer ones on known values.

Comparing or shifting a moving value also tells the run how long the answer holds. Knows no node.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from justesse.evaluation.bounding import operate_in_part
from justesse.evaluation.refusal import Refusal
from justesse.values import calendar
from justesse.values.moving import Moving, added, scaled
from justesse.values.states import NotApplicable, Partial, State, ToJudge, Unknown, joined, negation

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator
    from justesse.text.source import Span

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "≠": operator.ne, "<": operator.lt, "≤": operator.le, ">": operator.gt, "≥": operator.ge,
}  # fmt: skip
TESTS: dict[str, type] = {"unknown?": Unknown, "judge?": ToJudge, "nothing?": NotApplicable}


def operate(e: Evaluator, op: str, values: list[Any]) -> object:
    """Any built-in on any values; a state goes through, unless the operation asks about it."""
    if op in TESTS:
        return _tested(e, op, values[0])
    if op in ("least", "greatest"):
        values = [value for value in values if not isinstance(value, NotApplicable)] or values
    for value in values:
        if isinstance(value, State):
            return negation(value) if op == "not" else _on_states(e, op, values)
    if op in COMPARE:
        return compare(e, op, values[0], values[1])
    match op:
        case "+" | "-":
            return plus(e, values[0], values[1], 1 if op == "+" else -1)
        case "*":
            return _times(e, values[0], values[1])
        case "/":
            return _divided(e, values[0], values[1])
        case "min" | "max" | "least" | "greatest":
            return _extreme(e, op, values)
        case "not":
            return not values[0]
        case "member":
            return values[0] in values[1]
        case _:
            return _calendar(e, op, values)


def _tested(e: Evaluator, op: str, value: object) -> object:
    """Whether a value is a state; what may be without object leaves the question open, and no completion is unknown."""
    if e.bounded and isinstance(value, Unknown | Partial):
        perhaps = op == "nothing?" and not (isinstance(value, Partial) and not value.nothing)
        return Unknown(value.causes) if perhaps else False
    return isinstance(value, TESTS[op])


def _on_states(e: Evaluator, op: str, values: list[Any]) -> object:
    """What is known in part goes on so; what has no object leaves the result without."""
    states = [value for value in values if isinstance(value, State)]
    others = [value for value in states if not isinstance(value, Partial)]
    if not others:
        return operate_in_part(op, [fixed(e, value) for value in values])
    return joined(others if all(isinstance(one, NotApplicable) for one in others) else states)


# --- arithmetic ---------------------------------------------------------------------------------------


def plus(e: Evaluator, left: Any, right: Any, sign: int) -> object:
    """left + sign × right."""
    if left.__class__ is Moving or right.__class__ is Moving:
        return kept(e, added(left, right, sign))
    return left + right if sign > 0 else left - right


def _times(e: Evaluator, left: Any, right: Any) -> object:
    if isinstance(left, Moving) and isinstance(right, Moving):
        left = fixed(e, left)
    if isinstance(left, Moving):
        return kept(e, scaled(left, right))
    if isinstance(right, Moving):
        return kept(e, scaled(right, left))
    return left * right


def _divided(e: Evaluator, left: Any, right: Any) -> object:
    right = fixed(e, right)
    if isinstance(left, Moving):
        return kept(e, scaled(left, Fraction(over(1, right))))
    return over(left, right)


def over(left: Any, right: Any) -> Fraction:
    """left / right, exact."""
    if right == 0:
        raise Refusal("E0108")
    if right.__class__ is not int:
        return left / right  # type: ignore[no-any-return]
    return Fraction(left.numerator, left.denominator * right)


def _extreme(e: Evaluator, op: str, values: list[Any]) -> object:
    best = values[0]
    for value in values[1:]:
        keeps = compare(e, "≤" if op in ("min", "least") else "≥", best, value)
        best = best if keeps else value
    return best


def compare(e: Evaluator, op: str, left: Any, right: Any) -> bool:
    """A comparison; between moving values it also bounds the run."""
    if left.__class__ is not Moving and right.__class__ is not Moving:
        return COMPARE[op](left, right)
    gap = added(left, right, -1)
    if e.context is not None and (gap.slope or gap.flags):
        kept(e, gap)
        e.context.pending.append((op, gap))
    return COMPARE[op](gap.value, 0)


def kept(e: Evaluator, moving: Moving) -> object:
    """A moving value whose flags the run will settle; a plain value when nothing moves."""
    if not moving.slope and not moving.flags:
        return moving.value
    if moving.flags and e.context is not None:
        e.context.flagged.append(moving)
    return moving


def fixed(e: Evaluator, value: Any) -> Any:
    """The value today, for an operation that cannot follow a moving one: the run is cut to one day."""
    if value.__class__ is not Moving:
        return value
    if e.context is not None and (value.slope or value.flags):
        e.context.cut(e.context.start)
    return value.value


# --- calendar -----------------------------------------------------------------------------------------


def _calendar(e: Evaluator, op: str, values: list[Any]) -> object:
    first = values[0]
    match op:
        case "month_of":
            return _by_period(e, first, calendar.month_of, lambda day: calendar.last_day(calendar.month_of(day)))
        case "january_1":
            return _by_period(e, first, _january, lambda day: calendar.to_date(day).replace(month=12, day=31).toordinal())
        case "january_1_before":
            return _january(fixed(e, first) - 1)
        case "first_day":
            return calendar.first_day(fixed(e, first))
        case "last_day":
            return calendar.last_day(fixed(e, first))
        case "next_day" | "previous_day":
            return plus(e, first, 1, 1 if op == "next_day" else -1)
        case "next_month" | "previous_month":
            return fixed(e, first) + (1 if op == "next_month" else -1)
        case "saturday" | "sunday":
            asked = 5 if op == "saturday" else 6
            return _by_period(e, first, lambda day: calendar.weekday(day) == asked, lambda day: _until_weekday(day, asked))
        case "holiday":
            return fixed(e, first) in e.program.holidays
        case "span":
            return (fixed(e, first), fixed(e, values[1]))
        case "span_first" | "span_last":
            return first[0] if op == "span_first" else first[1]
        case _:
            raise AssertionError(op)


def _by_period(e: Evaluator, day: Any, of: Callable[[int], int], end: Callable[[int], int]) -> int:
    """A function of the day that is constant until `end`."""
    if isinstance(day, Moving) and day.slope == 1 and not day.flags and e.context is not None:
        e.context.cut(e.context.start + end(int(day.value)) - int(day.value))
        return of(int(day.value))
    return of(fixed(e, day))


def _until_weekday(day: int, asked: int) -> int:
    """The last day before the next one that is, or is no longer, that day of the week."""
    return day + (asked - calendar.weekday(day) - 1) % 7 if calendar.weekday(day) != asked else day


def _january(day: int) -> int:
    return calendar.to_date(day).replace(month=1, day=1).toordinal()


def shifted_by_months(e: Evaluator, date: Any, months: int, missing: str | None, span: Span | None) -> object:
    """A date some months later; a moving one goes on moving as far as the calendar does not bend."""
    day = int(date.value if isinstance(date, Moving) else date)
    moved = calendar.shift_months(day, months, missing)
    if moved is None:
        raise Refusal("E0104", span, date=calendar.iso_day(day))
    if not isinstance(date, Moving):
        return moved
    if e.context is None or date.slope != 1 or date.flags:
        fixed(e, date)
        return moved
    horizon = calendar.linear_until(day, months, lambda one: calendar.shift_months(one, months, missing))
    e.context.cut(e.context.start + horizon - day)
    return Moving(moved, 1)
