"""What moved dates, dated values and roundings mean."""

from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from justesse.evaluation.compiled import Compile, Env, Meaning
from justesse.evaluation.operations import fixed, plus, shifted_by_months
from justesse.evaluation.refusal import Refusal
from justesse.program import core as c
from justesse.program.program import DatedValue, ParameterSeries
from justesse.text.source import Span
from justesse.values import calendar
from justesse.values.moving import Moving
from justesse.values.numbers import round_half_up, truncate
from justesse.values.ranges import Range, mapped
from justesse.values.states import State, ToCome, Unknown, joined


def _round(node: c.Round, compiled: Compile) -> Meaning:
    inner, step = compiled(node.value), node.step
    rounded = round_half_up if node.mode == "nearest" else truncate

    def round_to_step(e: Any, env: Env) -> object:
        value = inner(e, env)
        if value.__class__ is Range:
            return mapped(lambda end: rounded(end, step), value)
        return value if isinstance(value, State) else rounded(fixed(e, value), step)

    return round_to_step


def _shift(node: c.Shift, compiled: Compile) -> Meaning:
    """A date moved; a missing day of month follows the rule's convention or is refused."""
    base, factor, span, missing = compiled(node.date), node.factor, node.span, node.missing
    amount = _counted(node) or compiled(node.amount)

    def shift(e: Any, env: Env) -> object:
        date: Any = base(e, env)
        count: Any = amount(e, env)
        if date.__class__ is Range and not isinstance(count, State):
            steps = int(fixed(e, count) * factor)
            return mapped(lambda end: moved(e, end, steps, missing, span), date)
        if isinstance(date, State) or isinstance(count, State):
            return joined([value for value in (date, count) if isinstance(value, State)])
        steps = fixed(e, count) * factor
        if steps.denominator != 1:
            raise Refusal("E0109", span)
        return moved(e, date, int(steps), missing, span)

    moved = _by_days if node.unit == "day" else shifted_by_months
    return shift


def _counted(node: c.Shift) -> Meaning | None:
    """A whole number of units written in the rule, as the whole number it is."""
    written = node.amount.value if isinstance(node.amount, c.Const) else None
    if not isinstance(written, Fraction) or written.denominator != 1:
        return None
    count = int(written)
    return lambda e, env: count


def _by_days(e: Any, date: Any, days: int, missing: str | None, span: Span | None) -> object:
    """Days all exist: no convention is needed."""
    return plus(e, date, days, 1)


def _series(node: c.Series, compiled: Compile) -> Meaning:
    """A dated value: before the first there is no applicable text; after the last known day it is unknown, not refused."""
    name, at = node.parameter, compiled(node.date)

    def series(e: Any, env: Env) -> object:
        date: Any = at(e, env)
        if isinstance(date, State):
            return joined([date])
        parameter = e.program.parameters[name]
        day = int(date.value) if date.__class__ is Moving else int(date)
        place = bisect_right(parameter.values, day, key=_start) - 1
        if place < 0:
            raise Refusal("E0101", None, nom=f"{parameter.name} ({parameter.file})", date=calendar.iso_day(day))
        if parameter.known_until is not None and day > parameter.known_until:
            return Unknown((ToCome(f"{parameter.name} au {calendar.iso_day(day)}"),))
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
    c.Round: _round, c.Shift: _shift, c.Series: _series,
}  # fmt: skip
