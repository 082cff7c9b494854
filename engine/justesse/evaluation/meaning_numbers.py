"""What built-ins, moved dates, dated values and roundings mean. Known values take a short way; the rest is `operations`."""

import operator
from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from justesse.evaluation.compiled import Compile, Env, Meaning
from justesse.evaluation.facts import Record
from justesse.evaluation.operations import COMPARE, TESTS, fixed, operate, over, plus, shifted_by_months
from justesse.evaluation.refusal import Refusal
from justesse.program import core as c
from justesse.program.program import DatedValue, ParameterSeries
from justesse.text.source import Span
from justesse.values import calendar
from justesse.values.moving import Moving
from justesse.values.numbers import round_half_up, truncate
from justesse.values.states import State, joined

_KNOWN = frozenset({int, Fraction, bool, str, Record})
_ON_TWO: dict[str, Callable[[Any, Any], object]] = {
    **COMPARE, "+": operator.add, "-": operator.sub, "*": operator.mul, "min": min, "max": max,
    "/": over, "span": lambda a, b: (a, b),
}  # fmt: skip
_ON_ONE: dict[str, Callable[[Any], object]] = {
    "not": operator.not_, "month_of": calendar.month_of,
    "first_day": calendar.first_day, "last_day": calendar.last_day,
    "next_month": lambda a: a + 1, "previous_month": lambda a: a - 1,
}  # fmt: skip
_STEPS = {"next_day": 1, "previous_day": -1}
_ON_TUPLES: dict[str, Callable[..., object]] = {
    "member": lambda a, among: a in among, "span_first": operator.itemgetter(0), "span_last": operator.itemgetter(1),
}  # fmt: skip


def _apply(node: c.Apply, compiled: Compile) -> Meaning:
    """A built-in: its short way when it has one, else the closed table."""
    op, args = node.op, tuple(compiled(arg) for arg in node.args)
    if len(args) == 2 and op in _ON_TWO:
        constant = node.args[1].value if isinstance(node.args[1], c.Const) else None
        return _with_constant(op, args[0], constant) if constant.__class__ in _KNOWN else _on_two(op, *args)
    if op in _STEPS:
        return _on_day(_STEPS[op], *args)
    if len(args) == 1 and op in _ON_ONE:
        return _on_one(op, *args)
    if op in TESTS:
        return _test(TESTS[op], *args)
    if op in _ON_TUPLES:
        return _on_tuple(op, args)
    return lambda e, env: operate(e, op, [arg(e, env) for arg in args])


def _on_two(op: str, left: Meaning, right: Meaning) -> Meaning:
    row = _ON_TWO[op]

    def on_two(e: Any, env: Env) -> object:
        a, b = left(e, env), right(e, env)
        if b.__class__ in _KNOWN:
            return row(a, b) if a.__class__ in _KNOWN else a if isinstance(a, State) else operate(e, op, [a, b])
        return b if isinstance(b, State) and a.__class__ in _KNOWN else operate(e, op, [a, b])

    return on_two


def _with_constant(op: str, left: Meaning, b: object) -> Meaning:
    """Written apart: nearly half of all comparisons."""
    row = _ON_TWO[op]

    def with_constant(e: Any, env: Env) -> object:
        a = left(e, env)
        return row(a, b) if a.__class__ in _KNOWN else a if isinstance(a, State) else operate(e, op, [a, b])

    return with_constant


def _on_one(op: str, only: Meaning) -> Meaning:
    row = _ON_ONE[op]

    def on_one(e: Any, env: Env) -> object:
        a = only(e, env)
        return row(a) if a.__class__ in _KNOWN else a if isinstance(a, State) else operate(e, op, [a])

    return on_one


def _on_day(step: int, only: Meaning) -> Meaning:
    """The next day or the one before: most often of a day that moves."""

    def on_day(e: Any, env: Env) -> object:
        a: Any = only(e, env)
        return a if isinstance(a, State) else a + step if a.__class__ is int else plus(e, a, step, 1)

    return on_day


def _test(kind: type, only: Meaning) -> Meaning:
    """Whether a value is in one of the three states."""
    return lambda e, env: isinstance(only(e, env), kind)


def _on_tuple(op: str, args: tuple[Meaning, ...]) -> Meaning:
    """Written apart: the last operand is a list or a span."""
    row = _ON_TUPLES[op]

    def on_tuple(e: Any, env: Env) -> object:
        values = [arg(e, env) for arg in args]
        plain = values[-1].__class__ is tuple and (len(values) == 1 or values[0].__class__ in _KNOWN)
        return row(*values) if plain else operate(e, op, values)

    return on_tuple


def _round(node: c.Round, compiled: Compile) -> Meaning:
    inner, step = compiled(node.value), node.step
    rounded = round_half_up if node.mode == "nearest" else truncate

    def round_to_step(e: Any, env: Env) -> object:
        value = inner(e, env)
        return value if isinstance(value, State) else rounded(fixed(e, value), step)

    return round_to_step


def _shift(node: c.Shift, compiled: Compile) -> Meaning:
    """A date moved; a missing day of month follows the rule's convention or is refused."""
    base, factor, span, missing = compiled(node.date), node.factor, node.span, node.missing
    amount = _counted(node) or compiled(node.amount)

    def shift(e: Any, env: Env) -> object:
        date: Any = base(e, env)
        count: Any = amount(e, env)
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
