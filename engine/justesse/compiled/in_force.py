"""A dated value: what a parameter is worth on a day, by a table of its months when it changes with them. Knows no other node.

Before its dates or after what is known the dossier is left to evaluation, which says so.
"""

from bisect import bisect_right
from contextlib import nullcontext

from justesse.compiled.lowering import Lowering
from justesse.compiled.operands import Operand
from justesse.program import core as c
from justesse.program.program import ParameterSeries
from justesse.values import calendar


def in_force(lo: Lowering, name: str, date: Operand) -> Operand:
    """Write the reading of a parameter on a date; without object when the date is."""
    series = lo.program.parameters[name]
    scale = lo.scales.of(c.Series(name, c.Const(0)))
    values = [int(one.value * scale) for one in series.values]
    found = lo.text.fresh()
    if date.nullable:
        lo.text.line(f"{found} = NA")
    with lo.text.block(f"if {date.text} != NA") if date.nullable else nullcontext():
        _within_what_is_known(lo, series, date)
        written = _written(lo, series, values, date)
        if not date.nullable:
            return Operand(lo.text.named(written), scale)
        lo.text.line(f"{found} = {written}")
    return Operand(found, scale, True)


def _within_what_is_known(lo: Lowering, series: ParameterSeries, date: Operand) -> None:
    with lo.text.block(f"if {date.text} < {series.values[0].start}"):
        lo.text.line("leave(5)")
    if series.known_until is not None:
        with lo.text.block(f"if {date.text} > {series.known_until}"):
            lo.text.line("leave(1)")


def _written(lo: Lowering, series: ParameterSeries, values: list[int], date: Operand) -> str:
    """The value on a date that is within what is known, as an expression."""
    starts, until = [one.start for one in series.values], series.known_until
    moves = bool(date.slope) and lo.moment is not None
    if moves:
        _as_far(lo, date, until)
    if len(values) == 1:
        return str(values[0])
    if not moves and until is not None and starts[0] <= until and all(map(_begins_a_month, starts)):
        first, last = calendar.month_of(starts[0]), calendar.month_of(until)
        months = [values[bisect_right(starts, calendar.first_day(month)) - 1] for month in range(first, last + 1)]
        month = lo.text.named(f"MONTH_OF[{date.text} - FIRST_OF_ALL]")
        return f"{lo.table('Y', months)}[{month} - {first}]"
    place = lo.text.fresh("p")
    table = lo.table("S", starts)
    lo.text.line(f"{place} = within({table}, 0, {len(starts) - 1}, {date.text})")
    if moves and date.slope == "1":
        assert lo.moment is not None
        with lo.text.block(f"if {place} < {len(starts) - 1}"):
            lo.cut(f"{table}[{place} + 1] - 1 + {lo.moment.day} - {date.text}")
    return f"{lo.table('Y', values)}[{place}]"


def _as_far(lo: Lowering, date: Operand, until: int | None) -> None:
    """The run that is being decided goes no further than what is known."""
    assert lo.moment is not None
    if date.slope != "1":
        lo.stop_here()
    elif until is not None:
        lo.cut(f"{until} + {lo.moment.day} - {date.text}")


def _begins_a_month(day: int) -> bool:
    return calendar.first_day(calendar.month_of(day)) == day
