"""The tree of a rule file: what is written, before anyone knows what the names mean.

Two trees are equal when they say the same thing: places are left out of comparisons. No node holds a type or a value
computed from elsewhere. This module holds sentences and statements, and hands on the names of `expressions`.
"""

from dataclasses import dataclass, field
from typing import Literal

from justesse.syntax.expressions import (
    Aggregate,
    Among,
    Atom,
    BetweenDates,
    Bounded,
    Compared,
    Condition,
    Criterion,
    DateLiteral,
    Exists,
    Expression,
    Extremum,
    HasVerb,
    Holds,
    InForce,
    IsA,
    IsState,
    Listing,
    Number,
    Operation,
    Path,
    PeriodWindow,
    Predicate,
    Relates,
    Rounded,
    Segment,
    Share,
    Shifted,
    SpanWindow,
    Test,
    UnitsWindow,
    Window,
    Within,
    place,
)
from justesse.text.source import Span


@dataclass(frozen=True, slots=True)
class Define:
    """« Q est égal à E » / « Q est de 3 jours » (short)."""

    target: Path
    value: Expression
    short: bool = False


@dataclass(frozen=True, slots=True)
class DefineChoice:
    """« Q est « a » »."""

    target: Path
    choice: str


@dataclass(frozen=True, slots=True)
class DefineState:
    """« Q est à apprécier »."""

    target: Path
    state: Literal["unknown", "judge", "nothing"]


@dataclass(frozen=True, slots=True)
class Designate:
    """« S est un N » (predicate) or « Q est le dernier X dont … » (record, list or days): the checker decides."""

    target: Path
    listing: Listing | UnitsWindow
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Affirm:
    """« S <verbe déclaré> »."""

    target: Path
    verb: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Supply:
    """« à défaut de X, on retient E »."""

    target: Path
    value: Expression


@dataclass(frozen=True, slots=True)
class Lift:
    """« l'exception visée ne s'applique pas »."""


Definition = Define | DefineChoice | DefineState | Designate | Affirm | Supply | Lift


@dataclass(frozen=True, slots=True)
class Sentence:
    """Subjects it speaks of, what it defines, when."""

    context: tuple[Path, ...]
    definition: Definition
    condition: Condition | None = None
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Clock:
    """One dated validity: by which date, from, to (both inclusive, None when open)."""

    date: Path
    start: int | None
    end: int | None
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Header:
    """What every statement of law says before its colon. `reading` is (reading, interpretation)."""

    identifier: str
    sources: tuple[str, ...]
    clocks: tuple[Clock, ...] = ()
    reading: tuple[str, str] | None = None
    priorities: tuple[str, ...] = ()
    priority_sources: tuple[str, ...] = ()
    missing_day: Literal["dernier", "suivant"] | None = None
    judge: str | None = None
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Message:
    """« se lit » (positive) or « sinon se lit »; text between the guillemets, `{…}` kept."""

    positive: bool
    text: str
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Title:
    """What the file is about."""

    text: str
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Rule:
    """A base rule."""

    header: Header
    sentence: Sentence
    messages: tuple[Message, ...] = ()
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class ExceptionRule:
    """An exception, with the identifiers it is an exception to."""

    header: Header
    targets: tuple[str, ...]
    sentence: Sentence
    messages: tuple[Message, ...] = ()
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: choices, a lowest number, or neither (any other case); what it defines."""

    choices: tuple[str, ...]
    lowest: Number | None
    cells: tuple[Define | DefineChoice, ...]
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Table:
    """A rule by cases of one key."""

    header: Header
    context: tuple[Path, ...]
    key: Path
    rows: tuple[Row, ...]
    messages: tuple[Message, ...] = ()
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A choice the text leaves: the statement, then its fields in order (« lecture retenue », « autre lecture », …)."""

    header: Header
    statement: str
    fields: tuple[tuple[str, str], ...]
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning, or what is out of scope; the text shown, when."""

    kind: Literal["warning", "out-of-scope"]
    header: Header
    context: tuple[Path, ...]
    text: str
    condition: Condition | None
    span: Span | None = place()


Statement = Title | Rule | ExceptionRule | Table | Interpretation | Notice


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A whole file, with its comments (offset of what they precede, text) for the formatter."""

    statements: tuple[Statement, ...]
    comments: tuple[tuple[int, str], ...] = field(default=(), compare=False)


__all__ = [
    "Affirm",
    "Aggregate",
    "Among",
    "Atom",
    "BetweenDates",
    "Bounded",
    "Clock",
    "Compared",
    "Condition",
    "Criterion",
    "DateLiteral",
    "Define",
    "DefineChoice",
    "DefineState",
    "Definition",
    "Designate",
    "ExceptionRule",
    "Exists",
    "Expression",
    "Extremum",
    "HasVerb",
    "Header",
    "Holds",
    "InForce",
    "Interpretation",
    "IsA",
    "IsState",
    "Lift",
    "Listing",
    "Message",
    "Notice",
    "Number",
    "Operation",
    "Path",
    "PeriodWindow",
    "Predicate",
    "Relates",
    "Rounded",
    "Row",
    "Rule",
    "RuleFile",
    "Segment",
    "Sentence",
    "Share",
    "Shifted",
    "SpanWindow",
    "Statement",
    "Supply",
    "Table",
    "Test",
    "Title",
    "UnitsWindow",
    "Window",
    "Within",
]
