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
from types import NoneType
from typing import Any

from justesse.compiled.facts import FACT, doubtful, orders, supplied
from justesse.compiled.written import NA, Names
from justesse.evaluation.facts import Record
from justesse.program.program import Program
from justesse.program.types import Date, ListOf, Month, Type
from justesse.values import calendar
from justesse.values.states import NotApplicable, Unknown

LARGEST = 10**15
FIRST_LABEL = 1_000_000
"""Names that are no choice are numbered from here."""
_TIMES = {below: FACT // below for below in range(1, FACT + 1) if FACT % below == 0}
"""How many hundredths the parts are of which a number is made."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal()
"""The days of facts; the calendar of kernels goes further by more than any rule shifts a date."""


Take = Callable[[tuple[Any, ...], dict[str, int]], list[Any]]
"""The numbers of values that are all of one sort; `dict`: the numbers of the names written in the dossier. Raises `Outside`."""


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
    """A fact: where its numbers go, what makes them of values of one sort.

    `takes`: every sort that kernels take. Those of the fact that orders its list have no « sans objet »; « unknown » is one
    where a sentence then supplies the fact. `doubtful`: any other sort may stand there, kernels ask whether it is known.
    """

    name: str
    array: str
    takes: dict[type, Take]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of record: its facts that are no lists, what reads them all of one record."""

    name: str
    count: str
    facts: tuple[_Fact, ...]
    read: Callable[[dict[str, object]], tuple[Any, ...]]


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
    none: dict[str, object]
    """The arrays of a dossier that would hold no record."""
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
                    name, names.fact(kind, name),
                    _takes(fact.type, names, ordered.get(kind) == name, (kind, name) in by_default),
                    doubtful=(kind, name) in asked and ordered.get(kind) != name,
                )
                for name, fact in record.facts.items()
                if not isinstance(fact.type, ListOf)
            )  # fmt: skip
            kinds.append(_Kind(kind, names.count(kind), facts, _reading([fact.name for fact in facts])))
    none: dict[str, object] = {one.count: 0 for one in kinds}
    none |= {fact.array: [] for one in kinds for fact in one.facts}
    groups = tuple((names.count(group), names.count(kind)) for kind, group in declared.members.items())
    return Plan(program, names, by_default, ordered, tuple(kinds), none, groups)


def _span(kind: Type) -> tuple[int, int] | None:
    match kind:
        case Date():
            return FIRST_DAY, LAST_DAY
        case Month():
            return calendar.month_of(FIRST_DAY), calendar.month_of(LAST_DAY)
        case _:
            return None


def _reading(names: list[str]) -> Callable[[dict[str, object]], tuple[Any, ...]]:
    """All the facts of a record at once."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda fields: tuple(fields[name] for name in names)


def columns_of(plan: Plan, root: Record, unknown: object, held: Callable[[list[object]], Sequence[object]] = list) -> Columns:
    """The arrays of a dossier, `unknown` where a fact is not known; `held` makes an array that has some. Raises `Outside`."""
    made, listed = Columns(plan.none.copy()), _lists(root)
    arrays, labels = made.arrays, made.labels
    for kind in plan.kinds:
        if some := listed.get(kind.name):
            arrays[kind.count] = len(some)
            rows = map(kind.read, [one.fields for one in some])
            for fact, column in zip(kind.facts, zip(*rows, strict=True), strict=True):
                sort = type(column[0])
                take = fact.takes.get(sort) if len(column) == 1 or set(map(type, column)) == {sort} else None
                arrays[fact.array] = take(column, labels) if take else _mixed(fact, column, labels, unknown, held)
    for group, members in plan.groups:
        arrays[group] = arrays[members]
    return made


def nothing_of(plan: Plan, root: Record, unknown: object) -> Columns:
    """The arrays of a dossier that does not fit, for its place among others: no list, nothing known of its subject."""
    alone = next(one for one in plan.kinds if one.name == root.type)
    own = {alone.count: 1} | {fact.array: [unknown] for fact in alone.facts}
    return Columns(plan.none | own | dict.fromkeys((group for group, _ in plan.groups), 0))


def _lists(root: Record) -> dict[str, tuple[Record, ...]]:
    """The records of each kind, in order."""
    found: dict[str, tuple[Record, ...]] = {root.type: (root,)}
    for value in root.fields.values():
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            found.setdefault(value[0].type, value)
    return found


def _mixed(
    fact: _Fact, values: tuple[Any, ...], labels: dict[str, int], unknown: object, held: Callable[[list[object]], Any]
) -> Sequence[object]:
    """The numbers of values of several sorts, or that kernels do not take."""
    found, lacking = [unknown] * len(values), False
    for sort in set(map(type, values)):
        if take := fact.takes.get(sort):
            places = [place for place, one in enumerate(values) if type(one) is sort]
            for place, number in zip(places, take(tuple(values[one] for one in places), labels), strict=True):
                found[place] = number
        else:
            lacking = True
    if lacking and not fact.doubtful:
        raise Outside(1)
    return held(found) if lacking else found


# --- values of one sort -------------------------------------------------------------------------------


def _takes(kind: Type, names: Names, orders: bool, by_default: bool) -> dict[type, Take]:
    """What a fact of this type takes."""
    span = _span(kind)
    takes: dict[type, Take] = {
        Fraction: _hundredths,
        int: _placing(*span) if span else _hundredths,
        str: _naming(names.choices),
        Record: lambda values, labels: [one.position for one in values],
        bool: lambda values, labels: list(map(int, values)),
    }
    if orders:
        return takes
    return takes | dict.fromkeys((NotApplicable, NoneType, *((Unknown,) if by_default else ())), _nothing)


def _nothing(values: tuple[Any, ...], labels: dict[str, int]) -> list[Any]:
    return [NA] * len(values)


def _naming(choices: dict[str, int]) -> Take:
    """Choices, or names written in the dossier."""

    def named(values: tuple[str, ...], labels: dict[str, int]) -> list[int]:
        known = [choices.get(one) for one in values]
        if None not in known:
            return known  # type: ignore[return-value]
        return [
            labels.setdefault(one, FIRST_LABEL + len(labels)) if number is None else number
            for one, number in zip(values, known, strict=True)
        ]

    return named


def _placing(least: int, greatest: int) -> Take:
    """Days or months, inside the calendar."""

    def placed(values: tuple[int, ...], labels: dict[str, int]) -> list[int]:
        if min(values) < least or max(values) > greatest:
            raise Outside(2)
        return list(values)

    return placed


def _hundredths(values: tuple[int | Fraction, ...], labels: dict[str, int]) -> list[int]:
    """Amounts or numbers, none finer than a hundredth."""
    try:
        numbers = [above * _TIMES[below] for above, below in [one.as_integer_ratio() for one in values]]
    except KeyError:
        raise Outside(2) from None
    if min(numbers) < -LARGEST or max(numbers) > LARGEST:
        raise Outside(2)
    return numbers
