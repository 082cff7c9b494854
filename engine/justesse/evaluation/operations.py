"""The closed table of built-ins: what each operation means on known values, on states, and on values that move by day.

One row an operation; comparing or shifting a moving value also tells the run how long the answer holds.
"""

from __future__ import annotations

import operator
from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from justesse.evaluation.facts import Record
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.trace import Step
from justesse.program import core as c
from justesse.program.program import ParameterSeries
from justesse.values import calendar
from justesse.values.moving import Moving, added, days_before_crossing, scaled
from justesse.values.states import NotApplicable, State, ToJudge, Unknown, joined, negation

if TYPE_CHECKING:
    from justesse.evaluation.timelines import RunContext
    from justesse.program.program import Program

Env = tuple[object, ...]
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "≠": operator.ne, "<": operator.lt, "≤": operator.le, ">": operator.gt, "≥": operator.ge,
}  # fmt: skip
_KNOWN = frozenset({int, Fraction, bool, str, Record})
_PLAIN_ROWS: dict[str, Callable[[Any, Any], object]] = {
    **_COMPARE, "+": operator.add, "-": operator.sub, "*": operator.mul, "min": min, "max": max,
}  # fmt: skip
_PLAIN_ALONE: dict[str, Callable[[Any], object]] = {
    "not": operator.not_, "next_day": lambda a: a + 1, "previous_day": lambda a: a - 1, "month_of": calendar.month_of,
    "first_day": calendar.first_day, "last_day": calendar.last_day,
}  # fmt: skip
_TESTS: dict[str, type] = {"unknown?": Unknown, "judge?": ToJudge, "nothing?": NotApplicable}


class Operations:
    """Mixed into the evaluator."""

    program: Program
    context: RunContext | None
    run: Callable[[c.Core, Env], Step]
    table: dict[type, Callable[[Any, Env], Step]]

    def apply(self, node: c.Apply, env: Env) -> Step:
        """Any built-in."""
        op, table, args = node.op, self.table, node.args
        if len(args) == 2:  # nearly every operation: written out, because this is the hottest line of the engine
            left, right = table[args[0].__class__](args[0], env), table[args[1].__class__](args[1], env)
            a, b = left.value, right.value
            row = _PLAIN_ROWS.get(op)
            if row is not None and a.__class__ in _KNOWN and b.__class__ in _KNOWN:
                return Step(node, row(a, b), (left, right))
            return Step(node, self._apply(op, [a, b]), (left, right))
        if len(args) == 1:
            only = table[args[0].__class__](args[0], env)
            alone = _PLAIN_ALONE.get(op)
            if alone is not None and only.value.__class__ in _KNOWN:
                return Step(node, alone(only.value), (only,))
            return Step(node, self._apply(op, [only.value]), (only,))
        steps = tuple([table[arg.__class__](arg, env) for arg in args])
        return Step(node, self._apply(op, [step.value for step in steps]), steps)

    def _apply(self, op: str, values: list[Any]) -> object:
        """Built-ins on states, on moving values, and the rarer ones."""
        if op in _TESTS:
            return isinstance(values[0], _TESTS[op])
        if any(isinstance(value, State) for value in values):
            return self._on_states(op, values)
        return self._known(op, values)

    def _on_states(self, op: str, values: list[object]) -> object:
        """A state goes through; the least and the greatest are those of the values that have an object."""
        present = [value for value in values if not isinstance(value, NotApplicable)]
        if op in ("least", "greatest") and 0 < len(present) < len(values):
            return self._apply(op, present)
        if op == "not":
            return negation(values[0])
        return joined([value for value in values if isinstance(value, State)])

    def _known(self, op: str, values: list[Any]) -> object:
        if op in _COMPARE:
            return self.compare(op, values[0], values[1])
        match op:
            case "+" | "-":
                return self._add(values[0], values[1], 1 if op == "+" else -1)
            case "*":
                return self._multiply(values[0], values[1])
            case "/":
                return self._divide(values[0], values[1])
            case "min" | "max" | "least" | "greatest":
                return self._extreme(op, values)
            case "not":
                return not values[0]
            case "member":
                return values[0] in values[1]
            case _:
                return self._calendar(op, values)

    # --- arithmetic ----------------------------------------------------------------------------------

    def _add(self, left: Any, right: Any, sign: int) -> object:
        if isinstance(left, Moving) or isinstance(right, Moving):
            return self.kept(added(left, right, sign))
        return left + right if sign > 0 else left - right

    def _multiply(self, left: Any, right: Any) -> object:
        if isinstance(left, Moving) and isinstance(right, Moving):
            left = fixed(self, left)
        if isinstance(left, Moving):
            return self.kept(scaled(left, right))
        if isinstance(right, Moving):
            return self.kept(scaled(right, left))
        return left * right

    def _divide(self, left: Any, right: Any) -> object:
        right = fixed(self, right)
        if right == 0:
            raise Refusal("E0108")
        if isinstance(left, Moving):
            return self.kept(scaled(left, 1 / Fraction(right)))
        return left / right if left.__class__ is Fraction else Fraction(left) / right

    def _extreme(self, op: str, values: list[Any]) -> object:
        best = values[0]
        for value in values[1:]:
            keeps = self.compare("≤" if op in ("min", "least") else "≥", best, value)
            best = best if keeps else value
        return best

    def compare(self, op: str, left: Any, right: Any) -> bool:
        """A comparison; between moving values it also bounds the run."""
        if not (isinstance(left, Moving) or isinstance(right, Moving)):
            return _COMPARE[op](left, right)
        gap = added(left, right, -1)
        truth = _COMPARE[op](gap.value, 0)
        if self.context is not None and (gap.slope or gap.flags):
            self.kept(gap)
            self.context.pending.append((op, gap))
        return truth

    def kept(self, moving: Moving) -> object:
        """A moving value whose flags the run will settle; a plain value when nothing moves."""
        if not moving.slope and not moving.flags:
            return moving.value
        if moving.flags and self.context is not None:
            self.context.flagged.append(moving)
        return moving

    # --- calendar ------------------------------------------------------------------------------------

    def _calendar(self, op: str, values: list[Any]) -> object:
        first = values[0]
        match op:
            case "next_day" | "previous_day":
                return self._add(first, 1, 1 if op == "next_day" else -1)
            case "month_of":
                return self._by_period(first, calendar.month_of, lambda day: calendar.last_day(calendar.month_of(day)))
            case "january_1":
                return self._by_period(first, _january, lambda day: calendar.to_date(day).replace(month=12, day=31).toordinal())
            case "january_1_before":
                return _january(fixed(self, first) - 1)
            case "first_day":
                return calendar.first_day(fixed(self, first))
            case "last_day":
                return calendar.last_day(fixed(self, first))
            case "next_month" | "previous_month":
                return fixed(self, first) + (1 if op == "next_month" else -1)
            case "saturday" | "sunday":
                return calendar.to_date(fixed(self, first)).weekday() == (5 if op == "saturday" else 6)
            case "holiday":
                return fixed(self, first) in self.program.holidays
            case "span":
                return (fixed(self, first), fixed(self, values[1]))
            case "span_first" | "span_last":
                return first[0] if op == "span_first" else first[1]
            case _:
                raise AssertionError(op)

    def _by_period(self, day: Any, of: Callable[[int], int], end: Callable[[int], int]) -> int:
        """A function of the day that is constant until `end`."""
        if isinstance(day, Moving) and day.slope == 1 and not day.flags and self.context is not None:
            self.context.cut(self.context.start + end(int(day.value)) - int(day.value))
            return of(int(day.value))
        return of(fixed(self, day))

    def shift(self, node: c.Shift, env: Env) -> Step:
        """A date moved; a missing day of month follows the rule's convention or is refused."""
        date, amount = self.run(node.date, env), self.run(node.amount, env)
        states = [step.value for step in (date, amount) if isinstance(step.value, State)]
        if states:
            return Step(node, joined(states), (date, amount))
        count = fixed(self, amount.value) * node.factor
        if Fraction(count).denominator != 1:
            raise Refusal("E0109", node.span)
        if node.unit == "day":
            return Step(node, self._add(date.value, int(count), 1), (date, amount))
        return Step(node, self._shift_months(date.value, int(count), node), (date, amount))

    def _shift_months(self, date: Any, months: int, node: c.Shift) -> object:
        moved = calendar.shift_months(int(date.value if isinstance(date, Moving) else date), months, node.missing)
        if moved is None:
            raise Refusal("E0104", node.span, date=calendar.iso_day(int(date.value if isinstance(date, Moving) else date)))
        if not isinstance(date, Moving):
            return moved
        if self.context is None or date.slope != 1 or date.flags:
            fixed(self, date)
            return moved
        horizon = calendar.linear_until(int(date.value), months, lambda day: calendar.shift_months(day, months, node.missing))
        self.context.cut(self.context.start + horizon - int(date.value))
        return Moving(moved, 1)

    def series(self, node: c.Series, env: Env) -> Step:
        """A dated value; outside its dates there is no applicable text."""
        date = self.run(node.date, env)
        if isinstance(date.value, State):
            return Step(node, date.value, (date,))
        parameter = self.program.parameters[node.parameter]
        day = int(date.value.value if isinstance(date.value, Moving) else date.value)  # type: ignore[call-overload]
        place = bisect_right([one.start for one in parameter.values], day) - 1
        if place < 0 or (parameter.known_until is not None and day > parameter.known_until):
            raise Refusal("E0101", None, nom=f"{parameter.name} ({parameter.file})", date=calendar.iso_day(day))
        if isinstance(date.value, Moving):
            self._cut_series(parameter, place, date.value)
        return Step(node, parameter.values[place].value, (date,))

    def _cut_series(self, parameter: ParameterSeries, place: int, date: Moving) -> None:
        following = parameter.values[place + 1].start - 1 if place + 1 < len(parameter.values) else parameter.known_until
        if self.context is None or following is None:
            return
        exact = date.slope == 1 and not date.flags
        self.context.cut(self.context.start + following - int(date.value) if exact else self.context.start)

    def day_text(self, value: object) -> str:
        """A day for a message."""
        known = value.value if isinstance(value, Moving) else value
        return calendar.iso_day(known) if isinstance(known, int) else "date inconnue"


def fixed(evaluator: Operations, value: Any) -> Any:
    """The value today, for an operation that cannot follow a moving one: the run is cut to one day."""
    if not isinstance(value, Moving):
        return value
    if evaluator.context is not None and (value.slope or value.flags):
        evaluator.context.cut(evaluator.context.start)
    return value.value


def _january(day: int) -> int:
    return calendar.to_date(day).replace(month=1, day=1).toordinal()


__all__ = ["Operations", "days_before_crossing", "fixed"]
