"""Decisions as rows of the table that goes out: from the arrays of a kernel all at once, or from one decision.

Amounts stay whole cents. Where nothing is established the column is null, and the line is named.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from justesse.batch.schema import (
    FIRST,
    LAST,
    NUMBER,
    OPEN,
    OUT_OF_SCOPE,
    RESULT,
    WARNINGS,
    by_day,
    of_root,
    shown,
    view_name,
)  # fmt: skip
from justesse.compiled.single import Values
from justesse.evaluation.decision import DayRun, Decision
from justesse.evaluation.facts import Record
from justesse.program.program import Program, View
from justesse.program.types import Date, Month, Number
from justesse.values.calendar import first_day
from justesse.values.numbers import round_half_up
from justesse.values.states import NotApplicable

DECIDED, INCOMPLETE, LEFT = "décidé", "incomplet", "hors périmètre"
MACHINE, PYTHON, EVALUATION = "machine", "Python", "évaluation"
_MILLIONTH = Fraction(1, 1_000_000)

Row = dict[str, Any]
Cents = frozenset[tuple[int, int]]
"""(view, place) of the lines that are whole cents."""


def values_of_decision(program: Program, decision: Decision) -> tuple[Values, list[str]]:
    """A decision as a kernel would give it, and the names of the notices and lines that it leaves open."""
    views = {id(view): number for number, view in enumerate(program.views)}
    values = Values()
    values.notices = [(one.rule.identifier, ()) for one in decision.notices if not one.open]
    for part in decision.parts:
        values.lines[(views[id(part.view)], part.record.position)] = [_known(line.value) for line in part.lines]
    for run in decision.runs:
        lines = [_known(line.value) for line in run.lines]
        values.runs.append((_view_of(program, run), run.owner.position, run.first, run.last, lines))
    shown_lines = [line for some in (decision.parts, decision.runs) for one in some for line in one.lines]
    left = [line.item.name for line in shown_lines if _known(line.value) is None]
    return values, list(dict.fromkeys([*(one.rule.identifier for one in decision.notices if one.open), *left]))


def _view_of(program: Program, run: DayRun) -> int:
    """The view that a run of days belongs to, by its lines."""
    names = [line.item for line in run.lines]
    return next(number for number, view in enumerate(program.views) if list(view.items) == names)


def _known(value: object) -> object:
    """A value that is one; None for what is not known, bounded or left to a judge."""
    if isinstance(value, Record):
        return value.position
    return value if isinstance(value, NotApplicable | Fraction | int | str) else None


def row_of_values(program: Program, values: Values, left: Sequence[str], cents: Cents) -> Row:
    """What was decided, as a row."""
    scopes = [rule.identifier for rule in program.notices if rule.kind == "out-of-scope"]
    told = list(dict.fromkeys(name for name, _ in values.notices))
    outside = [name for name in told if name in scopes]
    row: Row = {
        RESULT: LEFT if outside else INCOMPLETE if left else DECIDED,
        WARNINGS: [name for name in told if name not in scopes],
        OUT_OF_SCOPE: outside,
        OPEN: list(left),
    }
    for number, view in enumerate(program.views):
        if of_root(program, view):
            row |= _lines(view, number, values.lines.get((number, 0)), cents)
        elif by_day(view):
            row[view_name(program, view)] = _runs(view, number, values, cents)
        else:
            row[view_name(program, view)] = _records(view, number, values, cents)
    return row


def _records(view: View, number: int, values: Values, cents: Cents) -> list[Row]:
    found = sorted((place, lines) for (one, place), lines in values.lines.items() if one == number)
    return [{NUMBER: place + 1, **_lines(view, number, lines, cents)} for place, lines in found]


def _runs(view: View, number: int, values: Values, cents: Cents) -> list[Row]:
    owner = view.subjects[0].name
    return [
        {owner: place + 1, FIRST: date.fromordinal(first), LAST: date.fromordinal(last), **_lines(view, number, lines, cents)}
        for one, place, first, last, lines in values.runs
        if one == number
    ]


def _lines(view: View, number: int, values: list[object] | None, cents: Cents) -> Row:
    if values is None:
        return {}
    return {item.name: _cell(values[place], item.type, (number, place) in cents) for place, item in shown(view)}


def _cell(value: object, kind: object, cents: bool) -> object:
    match value:
        case None | NotApplicable():
            return None
        case bool() | str():
            return value
        case Fraction() | int() if isinstance(kind, Number):
            step = Fraction(1, 100) if cents else _MILLIONTH
            return Decimal(f"{int(round_half_up(value, step) / step)}E{-2 if cents else -6}")
        case int() if isinstance(kind, Date | Month):
            return date.fromordinal(value if isinstance(kind, Date) else first_day(value))
        case int():
            return value + 1
        case _:
            raise AssertionError(value)
