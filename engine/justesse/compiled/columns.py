"""A dossier as the arrays that kernels read: counts of records, one array of whole numbers for each fact.

Amounts and hours are hundredths, dates day numbers, months month numbers, choices and names numbers, links places. What
does not fit is said by a code: 1 what must be known is not (papers may differ on any fact), 2 a number is finer or larger.
Reads no file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import Any

from justesse.compiled.facts import FACT, doubtful, orders, supplied
from justesse.compiled.written import NA, Names
from justesse.evaluation.facts import Record
from justesse.program.program import Program
from justesse.program.types import Date, ListOf, Number, Type
from justesse.values import calendar
from justesse.values.states import NotApplicable, Unknown

LARGEST = 10**15
FIRST_LABEL = 1_000_000
"""Names that are no choice are numbered from here."""
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
class _Fact:
    """A fact: where its numbers go, whether a sentence supplies it when it is not known, whether its list is in order of it.

    `doubtful`: kernels ask whether it is known.
    """

    name: str
    array: str
    type: Type
    supplied: bool
    orders: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of record: its facts that are no lists, what reads them all of one record, the arrays of a dossier without any."""

    name: str
    count: str
    facts: tuple[_Fact, ...]
    read: Callable[[dict[str, object]], tuple[Any, ...]]
    none: dict[str, object]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the arrays of a program are, worked out once."""

    program: Program
    names: Names
    by_default: frozenset[tuple[str, str]]
    """The facts that a sentence supplies when they are not known."""
    orders: dict[str, str]
    """Kind of record → the fact by which kernels reach into its list; it must be known of all."""
    kinds: tuple[_Kind, ...]
    groups: tuple[tuple[str, str], ...]
    """The count of each kind of group, that of its members."""


def plan_of(program: Program, names: Names) -> Plan:
    """The plan of a program."""
    by_default, ordered, asked, declared = supplied(program), orders(program), doubtful(program), program.declarations
    kinds = []
    for kind, record in declared.records.items():
        if not record.members:
            facts = tuple(
                _Fact(
                    name, names.fact(kind, name), fact.type,
                    supplied=(kind, name) in by_default, orders=ordered.get(kind) == name, doubtful=(kind, name) in asked,
                )
                for name, fact in record.facts.items()
                if not isinstance(fact.type, ListOf)
            )  # fmt: skip
            none: dict[str, object] = {names.count(kind): 0} | {fact.array: [] for fact in facts}
            kinds.append(_Kind(kind, names.count(kind), facts, _reading([fact.name for fact in facts]), none))
    groups = tuple((names.count(group), names.count(kind)) for kind, group in declared.members.items())
    return Plan(program, names, by_default, ordered, tuple(kinds), groups)


def _reading(names: list[str]) -> Callable[[dict[str, object]], tuple[Any, ...]]:
    """All the facts of a record at once."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda fields: tuple(fields[name] for name in names)


def columns_of(plan: Plan, root: Record, unknown: object, held: Callable[[list[object]], Sequence[object]] = list) -> Columns:
    """The arrays of a dossier, `unknown` where a fact is not known; `held` makes an array that has some. Raises `Outside`."""
    made, listed = Columns(), _lists(root)
    arrays = made.arrays
    for kind in plan.kinds:
        some = listed.get(kind.name, ())
        if not some:
            arrays.update(kind.none)
            continue
        arrays[kind.count] = len(some)
        for fact, column in zip(kind.facts, zip(*[kind.read(one.fields) for one in some], strict=True), strict=True):
            values = _values(made, plan.names, fact, column, unknown)
            lacking = unknown in values
            if (lacking and not fact.doubtful) or (fact.orders and (lacking or NA in values)):
                raise Outside(1)
            arrays[fact.array] = held(values) if lacking else values
    for group, members in plan.groups:
        arrays[group] = arrays[members]
    return made


def nothing_of(plan: Plan, root: Record, unknown: object) -> Columns:
    """The arrays of a dossier that does not fit, for its place among others: no list, nothing known of its subject."""
    arrays: dict[str, object] = {}
    for kind in plan.kinds:
        arrays |= kind.none if kind.name != root.type else {kind.count: 1, **{fact.array: [unknown] for fact in kind.facts}}
    return Columns(arrays | dict.fromkeys((group for group, _ in plan.groups), 0))


def _lists(root: Record) -> dict[str, tuple[Record, ...]]:
    """The records of each kind, in order."""
    found: dict[str, tuple[Record, ...]] = {root.type: (root,)}
    for value in root.fields.values():
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            found.setdefault(value[0].type, value)
    return found


def _values(made: Columns, names: Names, fact: _Fact, values: tuple[Any, ...], unknown: object) -> list[object]:
    """The numbers of a fact: those of one sort, as they mostly are, all at once."""
    kinds = set(map(type, values))
    only = kinds.pop() if len(kinds) == 1 else None
    if only is NotApplicable:
        return [NA] * len(values)
    if only is Fraction:
        return [_scaled(one) for one in values]
    if only is Record:
        return [one.position for one in values]
    if only is int and not isinstance(fact.type, Number):
        for one in (min(values), max(values)):
            _placed(one, fact.type)
        return list(values)
    return [_number(made, names, one, fact, unknown) for one in values]


def _number(made: Columns, names: Names, value: object, fact: _Fact, unknown: object) -> object:
    """One fact as a whole number."""
    match value:
        case None | NotApplicable():
            return NA
        case Fraction():
            return _scaled(value)
        case Record():
            return value.position
        case bool():
            return int(value)
        case str():
            known = names.choices.get(value)
            return known if known is not None else made.labels.setdefault(value, FIRST_LABEL + len(made.labels))
        case int():
            return _scaled(value) if isinstance(fact.type, Number) else _placed(int(value), fact.type)
        case Unknown() if fact.supplied:
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
    above, below = value.as_integer_ratio()
    number, rest = divmod(above * FACT, below)
    if rest or abs(number) > LARGEST:
        raise Outside(2)
    return number
