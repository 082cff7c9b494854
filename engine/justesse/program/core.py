"""The typed core: the few nodes that every sentence is lowered to. First order, total, no callback, no legal word.

Variables are slots: slot 0 is the subject of the case, then the subjects of the quantity, then one slot for each
enclosing list or day. An expression keeps its meaning when more slots are added after those it uses.
What each node means is written once, in evaluation; what it keeps in a trace too.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from justesse.text.source import Span


class Node:
    """What every node is. `meaning` and `noted` are left to evaluation, which writes there what it compiles; never pickled."""

    __slots__ = ("meaning", "noted")
    meaning: Any
    noted: Any


@dataclass(frozen=True, slots=True, eq=False)
class Const(Node):
    """A literal: number, day number, yes/no, choice, state."""

    value: object
    label: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Slot(Node):
    """A subject or the current element of an enclosing list."""

    index: int


@dataclass(frozen=True, slots=True, eq=False)
class Field(Node):
    """A fact of a record, as the papers say it."""

    record: "Core"
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Value(Node):
    """A quantity of its subjects: the memoised node and the unit of explanation."""

    quantity: str
    args: tuple["Core", ...]


Op = Literal[
    "+", "-", "*", "/", "min", "max", "least", "greatest", "=", "≠", "<", "≤", ">", "≥", "not", "month_of", "first_day",
    "last_day", "next_day", "previous_day", "january_1", "january_1_before", "saturday", "sunday", "holiday", "next_month",
    "previous_month", "unknown?", "judge?", "nothing?", "span_first", "span_last", "span", "days_between", "member",
]  # fmt: skip
"""`least` and `greatest` skip what is without object; `min` and `max` (bounds) pass it on, like every other operation."""


@dataclass(frozen=True, slots=True, eq=False)
class Apply(Node):
    """A built-in, one of a closed list: `evaluation/operations.py` says what each is."""

    op: Op
    args: tuple["Core", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Logic(Node):
    """Kleene's and / or; stops at the first operand that decides."""

    kind: Literal["all", "any"]
    items: tuple["Core", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Case(Node):
    """The first branch whose condition holds; sans objet when none does (a table)."""

    branches: tuple[tuple["Core", "Core"], ...]
    otherwise: "Core | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class Shift(Node):
    """A date moved by an amount of days, weeks, months or years; `missing` says what a missing day of month becomes."""

    date: "Core"
    amount: "Core"
    unit: Literal["day", "month"]
    factor: int
    missing: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Series(Node):
    """A dated value at a date."""

    parameter: str
    date: "Core"


@dataclass(frozen=True, slots=True, eq=False)
class Round(Node):
    """The only loss of precision."""

    mode: Literal["nearest", "down"]
    step: Fraction
    value: "Core"


@dataclass(frozen=True, slots=True, eq=False)
class Fold(Node):
    """An observer of a list; `where` and `body` see the element in the next slot."""

    kind: Literal["sum", "count", "mean", "greatest", "least", "some", "first", "last", "second", "third"]
    source: "Core"
    where: "Core | None" = None
    body: "Core | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class Select(Node):
    """A sub-list: filtered, then its `last` (or `first`) n elements."""

    source: "Core"
    where: "Core | None" = None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Flatten(Node):
    """The lists of each element, one after the other."""

    source: "Core"
    body: "Core"


@dataclass(frozen=True, slots=True, eq=False)
class Months(Node):
    """The civil months from one to another, both included; or those of a span of days."""

    first: "Core"
    last: "Core"


@dataclass(frozen=True, slots=True, eq=False)
class Options(Node):
    """The values of a choice, as a list."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Single(Node):
    """A list of one element: lets the days of one owner be observed like those of many."""

    item: "Core"


@dataclass(frozen=True, slots=True, eq=False)
class Neighbour(Node):
    """The element before (−1) or after (+1) in the order of its list."""

    element: "Core"
    step: Literal[-1, 1]


@dataclass(frozen=True, slots=True, eq=False)
class Members(Node):
    """The records of a group."""

    group: "Core"


@dataclass(frozen=True, slots=True, eq=False)
class GroupOf(Node):
    """The group that a record belongs to."""

    group: str
    record: "Core"


@dataclass(frozen=True, slots=True, eq=False)
class Groups(Node):
    """All the groups of one kind, in order."""

    group: str


@dataclass(frozen=True, slots=True, eq=False)
class DayFold(Node):
    """An observer of days: those of each owner's span, inside the window, where `where` holds.

    `first`/`last` (the owner's span) see the owner in the next slot; `where` and `body` see the owner, then the day.
    `start`/`end` bound the window (None: open). A day that belongs to two owners counts once.
    """

    kind: Literal["count", "sum", "some", "first", "last"]
    owners: "Core"
    first: "Core"
    last: "Core"
    where: "Core | None"
    body: "Core | None"
    start: "Core | None"
    end: "Core | None"


Core = (
    Const | Slot | Field | Value | Apply | Logic | Case | Shift | Series | Round | Fold | Select | Flatten | Months
    | Options | Single | Neighbour | Members | GroupOf | Groups | DayFold
)  # fmt: skip
