"""Where the rules turn: the days and the figures written in them, read from the core.

A boundary says where to look, never what the right answer is. Knows no case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from justesse.program import core as c
from justesse.program.declarations import Subject
from justesse.program.order import children, clause_parts
from justesse.program.program import Clause, NoticeRule, Program
from justesse.program.types import Number
from justesse.values.calendar import FIRST_DAY
from justesse.values.units import DAY

_ORDERED = ("<", "≤", ">", "≥", "=", "≠")


@dataclass(frozen=True, slots=True)
class Threshold:
    """Two figures that a sentence compares, for given subjects."""

    identifier: str
    subjects: tuple[Subject, ...]
    left: c.Core
    right: c.Core


def turning_days(program: Program) -> dict[int, list[str]]:
    """The first day of each change → the sentences and the dated values it comes from; in the order of days."""
    found: dict[int, list[str]] = {}
    for day, name in _days(program):
        if name not in found.setdefault(day, []):
            found[day].append(name)
    return dict(sorted(found.items()))


def day_counts(program: Program) -> dict[int, list[str]]:
    """The numbers of days that sentences compare with, or give → those sentences."""
    found: dict[int, list[str]] = {}
    for one in _sentences(program):
        for count in sorted(_counts(program, one)):
            if one.identifier not in found.setdefault(count, []):
                found[count].append(one.identifier)
    return dict(sorted(found.items()))


def thresholds(program: Program) -> list[Threshold]:
    """The comparisons that sentences about a single subject make outside lists; dates and choices are among them."""
    return [
        Threshold(one.identifier, subjects, *node.args)
        for one in _sentences(program)
        if len(subjects := _subjects(program, one)) == 1
        for part in _parts(one)
        for node in _outside_lists(part)
        if isinstance(node, c.Apply) and node.op in _ORDERED and len(node.args) == 2
    ]


# --- sentences ------------------------------------------------------------------------------------


def _sentences(program: Program) -> Iterator[Clause | NoticeRule]:
    for quantity in program.quantities.values():
        yield from (one for one in (*quantity.rules, *quantity.exceptions) if one.identifier)
    yield from program.notices


def _subjects(program: Program, one: Clause | NoticeRule) -> tuple[Subject, ...]:
    if isinstance(one, NoticeRule):
        return one.subjects
    quantities = program.quantities.values()
    return next(quantity.subjects for quantity in quantities if one in quantity.rules or one in quantity.exceptions)


def _parts(one: Clause | NoticeRule) -> Iterator[c.Core]:
    if isinstance(one, Clause):
        yield from clause_parts(one)
    elif one.condition is not None:
        yield one.condition


def _nodes(one: Clause | NoticeRule) -> Iterator[c.Core]:
    todo = list(_parts(one))
    while todo:
        node = todo.pop()
        yield node
        todo.extend(children(node))


def _outside_lists(node: c.Core) -> Iterator[c.Core]:
    """The nodes that need no element of a list."""
    yield node
    if isinstance(node, c.Logic | c.Apply | c.Case):
        for part in children(node):
            yield from _outside_lists(part)


# --- days -----------------------------------------------------------------------------------------


def _days(program: Program) -> Iterator[tuple[int, str]]:
    for one in _sentences(program):
        for validity in one.validities:
            yield from ((day, one.identifier) for day in (validity.start,) if day is not None)
            yield from ((day + 1, one.identifier) for day in (validity.end,) if day is not None)
        yield from ((node.value, one.identifier) for node in _nodes(one) if isinstance(node, c.Const) and _is_day(node.value))  # type: ignore[misc]
    for series in program.parameters.values():
        yield from ((one.start, series.name) for one in series.values)


def _is_day(value: object) -> bool:
    """A literal day is a plain int; a literal number is a fraction."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= FIRST_DAY


# --- counts of days -------------------------------------------------------------------------------


def _counts(program: Program, one: Clause | NoticeRule) -> set[int]:
    given = [one.value] if isinstance(one, Clause) and _of_days(program, one) and isinstance(one.value, c.Const) else []
    compared = [
        other
        for node in _nodes(one)
        if isinstance(node, c.Apply) and node.op in _ORDERED and len(node.args) == 2
        for side, other in (node.args, node.args[::-1])
        if isinstance(other, c.Const) and _counts_days(program, side)
    ]
    values = [node.value for node in (*given, *compared) if isinstance(node, c.Const)]
    return {int(value) for value in values if isinstance(value, Fraction) and value.denominator == 1 and value > 0}


def _of_days(program: Program, clause: Clause) -> bool:
    quantities = program.quantities.values()
    kind = next(quantity.type for quantity in quantities if clause in quantity.rules or clause in quantity.exceptions)
    return kind == Number(DAY)


def _counts_days(program: Program, node: c.Core) -> bool:
    match node:
        case c.DayFold("count"):
            return True
        case c.Value(key, _):
            return program.quantities[key].type == Number(DAY)
        case _:
            return False
