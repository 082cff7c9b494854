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
_KNOWN = frozenset({Fraction, int, str, bool, Record, NotApplicable, NoneType})
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
    """A fact: where its numbers go, whether its list is in order of it.

    `span`: the least and the greatest number of a day or a month. `known`: the sorts of values that kernels take, « unknown »
    too where a sentence then supplies the fact. `doubtful`: kernels ask whether it is known.
    """

    name: str
    array: str
    span: tuple[int, int] | None
    known: frozenset[type]
    orders: bool
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
                    name, names.fact(kind, name), _span(fact.type),
                    _KNOWN | {Unknown} if (kind, name) in by_default else _KNOWN,
                    orders=ordered.get(kind) == name, doubtful=(kind, name) in asked,
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
    arrays = made.arrays
    for kind in plan.kinds:
        if some := listed.get(kind.name):
            arrays[kind.count] = len(some)
            rows = map(kind.read, [one.fields for one in some])
            for fact, column in zip(kind.facts, zip(*rows, strict=True), strict=True):
                arrays[fact.array] = _array(made, plan.names, fact, column, unknown, held)
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


def _array(
    made: Columns, names: Names, fact: _Fact, values: tuple[Any, ...], unknown: object, held: Callable[[list[object]], Any]
) -> Sequence[object]:
    """The numbers of a fact: those of one sort, as they mostly are, all at once."""
    sorts = set(map(type, values))
    lacking = not sorts <= fact.known
    if len(sorts) == 1:
        found = _alike(sorts.pop(), made, names, fact, values, unknown)
    else:
        found = [unknown] * len(values)
        for sort in sorts:
            places = [place for place, one in enumerate(values) if type(one) is sort]
            numbers = _alike(sort, made, names, fact, tuple(values[place] for place in places), unknown)
            for place, number in zip(places, numbers, strict=True):
                found[place] = number
    if (lacking and not fact.doubtful) or (fact.orders and (lacking or NA in found)):
        raise Outside(1)
    return held(found) if lacking else found


def _alike(sort: type, made: Columns, names: Names, fact: _Fact, values: tuple[Any, ...], unknown: object) -> list[Any]:
    """The numbers of values that are all of one sort."""
    if sort is Fraction or (sort is int and fact.span is None):
        return _hundredths(values)
    if sort is int:
        return _placed(values, fact)
    if sort is str:
        return [_named(made, names, one) for one in values]
    if sort is Record:
        return [one.position for one in values]
    if sort is bool:
        return list(map(int, values))
    return [NA if sort in fact.known else unknown] * len(values)


def _named(made: Columns, names: Names, value: str) -> int:
    """A choice, or a name written in the dossier."""
    known = names.choices.get(value)
    return known if known is not None else made.labels.setdefault(value, FIRST_LABEL + len(made.labels))


def _placed(values: tuple[int, ...], fact: _Fact) -> list[int]:
    """Days or months, inside the calendar."""
    assert fact.span is not None
    if min(values) < fact.span[0] or max(values) > fact.span[1]:
        raise Outside(2)
    return list(values)


def _hundredths(values: tuple[int | Fraction, ...]) -> list[int]:
    """Amounts or numbers, none finer than a hundredth."""
    numbers = []
    for one in values:
        above, below = one.as_integer_ratio()
        number = above * FACT if below == 1 else above * (FACT // below)
        if FACT % below or not -LARGEST <= number <= LARGEST:
            raise Outside(2)
        numbers.append(number)
    return numbers
