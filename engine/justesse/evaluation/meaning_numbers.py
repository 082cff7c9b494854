"""What built-ins, moved dates, dated values and roundings mean. Known values take a short way; the rest is `operations`."""

import operator
from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from justesse.evaluation.compiled import Compile, Env, Meaning
from justesse.evaluation.facts import Record
from justesse.evaluation.operations import COMPARE, fixed, operate, plus, shifted_by_months
from justesse.evaluation.refusal import Refusal
from justesse.program import core as c
from justesse.program.program import DatedValue, ParameterSeries
from justesse.values import calendar
from justesse.values.moving import Moving
from justesse.values.numbers import round_half_up, truncate
from justesse.values.states import State, joined

_KNOWN = frozenset({int, Fraction, bool, str, Record})
_ON_TWO: dict[str, Callable[[Any, Any], object]] = {
    **COMPARE, "+": operator.add, "-": operator.sub, "*": operator.mul, "min": min, "max": max,
}  # fmt: skip
_ON_ONE: dict[str, Callable[[Any], object]] = {
    "not": operator.not_, "next_day": lambda a: a + 1, "previous_day": lambda a: a - 1, "month_of": calendar.month_of,
    "first_day": calendar.first_day, "last_day": calendar.last_day,
}  # fmt: skip


def _apply(node: c.Apply, compiled: Compile) -> Meaning:
    """A built-in: its short way when it has one, else the closed table."""
    args = tuple(compiled(arg) for arg in node.args)
    if len(args) == 2 and node.op in _ON_TWO:
        return _on_two(node.op, *args)
    if len(args) == 1 and node.op in _ON_ONE:
        return _on_one(node.op, *args)
    op = node.op
    return lambda e, env: operate(e, op, [arg(e, env) for arg in args])


def _on_two(op: str, left: Meaning, right: Meaning) -> Meaning:
    row = _ON_TWO[op]

    def on_two(e: Any, env: Env) -> object:
        a, b = left(e, env), right(e, env)
        return row(a, b) if a.__class__ in _KNOWN and b.__class__ in _KNOWN else operate(e, op, [a, b])

    return on_two


def _on_one(op: str, only: Meaning) -> Meaning:
    row = _ON_ONE[op]

    def on_one(e: Any, env: Env) -> object:
        a = only(e, env)
        return row(a) if a.__class__ in _KNOWN else operate(e, op, [a])

    return on_one


def _round(node: c.Round, compiled: Compile) -> Meaning:
    inner, step = compiled(node.value), node.step
    rounded = round_half_up if node.mode == "nearest" else truncate

    def round_to_step(e: Any, env: Env) -> object:
        value = inner(e, env)
        return value if isinstance(value, State) else rounded(fixed(e, value), step)

    return round_to_step


def _shift(node: c.Shift, compiled: Compile) -> Meaning:
    """A date moved; a missing day of month follows the rule's convention or is refused."""
    base, amount, factor, span = compiled(node.date), compiled(node.amount), node.factor, node.span
    by_days, missing = node.unit == "day", node.missing

    def shift(e: Any, env: Env) -> object:
        date: Any = base(e, env)
        count: Any = amount(e, env)
        states = [value for value in (date, count) if isinstance(value, State)]
        if states:
            return joined(states)
        steps = fixed(e, count) * factor
        if steps.denominator != 1:
            raise Refusal("E0109", span)
        return plus(e, date, int(steps), 1) if by_days else shifted_by_months(e, date, int(steps), missing, span)

    return shift


def _series(node: c.Series, compiled: Compile) -> Meaning:
    """A dated value; outside its dates there is no applicable text."""
    name, at = node.parameter, compiled(node.date)

    def series(e: Any, env: Env) -> object:
        date: Any = at(e, env)
        if isinstance(date, State):
            return date
        parameter = e.program.parameters[name]
        day = int(date.value) if date.__class__ is Moving else int(date)
        place = bisect_right(parameter.values, day, key=_start) - 1
        if place < 0 or (parameter.known_until is not None and day > parameter.known_until):
            raise Refusal("E0101", None, nom=f"{parameter.name} ({parameter.file})", date=calendar.iso_day(day))
        if date.__class__ is Moving:
            _cut_series(e, parameter, place, date)
        return parameter.values[place].value

    return series


def _start(dated: DatedValue) -> int:
    return dated.start


def _cut_series(e: Any, parameter: ParameterSeries, place: int, date: Moving) -> None:
    """A moving date reads the same value until the next one."""
    following = parameter.values[place + 1].start - 1 if place + 1 < len(parameter.values) else parameter.known_until
    if e.context is not None and following is not None:
        exact = date.slope == 1 and not date.flags
        e.context.cut(e.context.start + following - int(date.value) if exact else e.context.start)


FAMILY: dict[type, Callable[[Any, Compile], Meaning]] = {
    c.Apply: _apply, c.Round: _round, c.Shift: _shift, c.Series: _series,
}  # fmt: skip
