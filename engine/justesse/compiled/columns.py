"""A dossier as the arrays that kernels read: counts of records, one array of whole numbers for each fact.

Amounts and hours are hundredths, dates day numbers, months month numbers, choices and names numbers, links places. What
does not fit is said by a code: 1 what a list is in order of is not known, 2 a number is finer or larger. Reads no file.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from justesse.compiled.lowering import Names, orders
from justesse.compiled.prelude import NA
from justesse.compiled.scales import FACT
from justesse.evaluation.facts import Record, records
from justesse.program.core import Field
from justesse.program.program import Program
from justesse.program.types import Date, ListOf, Number, Type
from justesse.values import calendar
from justesse.values.states import NotApplicable, Unknown

LARGEST = 10**15
FIRST_DAY, LAST_DAY = date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal()
"""The days of facts; the calendar of kernels goes further by more than any rule shifts a date."""


class Outside(Exception):
    """The dossier does not fit: `code` is that of `Leave`."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class Columns:
    """Arrays by name, as a kernel reads them; `labels` gives the numbers of the names written in the dossier."""

    arrays: dict[str, object] = field(default_factory=dict)
    labels: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the arrays of a program are, worked out once."""

    program: Program
    names: Names
    by_default: frozenset[tuple[str, str]]
    """The facts that a sentence supplies when they are not known."""
    orders: dict[str, str]
    """Kind of record → the fact by which kernels reach into its list; it must be known of all."""


def plan_of(program: Program, names: Names) -> Plan:
    """The plan of a program."""
    supplied = [(one.subjects[0].name, one.fact.name) for one in program.quantities.values() if isinstance(one.fact, Field)]
    return Plan(program, names, frozenset(supplied), orders(program))


def columns_of(plan: Plan, root: Record, unknown: object) -> Columns:
    """The arrays of a dossier, `unknown` where a fact is not known; raises `Outside`."""
    made = Columns()
    for kind, declared in plan.program.declarations.records.items():
        if declared.members:
            continue
        some = (root,) if kind == plan.program.declarations.root else records(root, kind)
        made.arrays[plan.names.count(kind)] = len(some)
        for name, fact in declared.facts.items():
            if not isinstance(fact.type, ListOf):
                supplied = (kind, name) in plan.by_default
                values = [_number(made, plan.names, one.fields.get(name), fact.type, supplied, unknown) for one in some]
                if plan.orders.get(kind) == name and any(one is unknown or one == NA for one in values):
                    raise Outside(1)
                made.arrays[plan.names.fact(kind, name)] = values
    for kind, group in plan.program.declarations.members.items():
        made.arrays[plan.names.count(group)] = made.arrays[plan.names.count(kind)]
    return made


def _number(made: Columns, names: Names, value: object, kind: Type, supplied: bool, unknown: object) -> object:
    """One fact as a whole number."""
    match value:
        case None | NotApplicable():
            return NA
        case bool():
            return int(value)
        case Record():
            return value.position
        case str():
            known = names.choices.get(value)
            return known if known is not None else made.labels.setdefault(value, 1_000_000 + len(made.labels))
        case int() | Fraction():
            return _scaled(value) if isinstance(kind, Number) else _placed(int(value), kind)
        case Unknown() if supplied:
            return NA
        case _:
            return unknown


def _placed(value: int, kind: Type) -> int:
    """A day or a month, inside the calendar."""
    days = (value, value) if isinstance(kind, Date) else (calendar.first_day(value), calendar.last_day(value))
    if not (days[0] >= FIRST_DAY and days[1] <= LAST_DAY):
        raise Outside(2)
    return value


def _scaled(value: int | Fraction) -> int:
    number, rest = divmod(value.numerator * FACT, value.denominator)
    if rest or abs(number) > LARGEST:
        raise Outside(2)
    return number
