"""The checked program as data: quantities with their sentences, notices, interpretations, parameters, views.

Read by evaluation, explanation and the command line; built by `load`. Does nothing by itself.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from justesse.program.bounds_plan import BoundsPlan
from justesse.program.core import Core
from justesse.program.declarations import Declarations, Subject
from justesse.program.letter_plan import LetterPlan
from justesse.program.picture_plan import PicturePlan
from justesse.program.record_template import RecordTemplate
from justesse.program.register import CitedText
from justesse.program.types import Type
from justesse.program.why_not_plan import WhyNotPlan
from justesse.text.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Validity:
    """« applicable selon <date> à compter du … jusqu'au … »; both ends inclusive, None when open; `words` as written."""

    date: Core
    start: int | None
    end: int | None
    words: str


class Prepared:
    """What is made once and kept: in `prepared`, by evaluation, the attempt of a sentence, how a quantity chooses; in `reads`, by
    `order`, what a sentence reads.

    Neither pickled nor copied; a sentence shared by two programs shares what was made of it.
    """

    __slots__ = ("prepared", "reads")
    prepared: Any
    reads: Any

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        return None, {name: getattr(self, name) for name in self.__dataclass_fields__}  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, eq=False)
class Clause(Prepared):
    """A sentence lowered: base rule, exception, or lifting of exceptions.

    `condition` None: always. `value` None: a yes/no rule whose value is its condition, or a lifting.
    `version` tells apart sentences of one identifier (dates or reading).
    """

    identifier: str
    kind: Literal["rule", "exception", "lift"]
    sources: tuple[str, ...]
    validities: tuple[Validity, ...]
    reading: tuple[str, str] | None
    condition: Core | None
    value: Core | None
    targets: tuple[str, ...]
    priorities: tuple[str, ...]
    priority_sources: tuple[str, ...]
    says: str | None
    says_else: str | None
    span: Span
    version: str = ""


@dataclass(slots=True, eq=False)
class Quantity(Prepared):
    """What rules define. `default` stands for a fact that a sentence supplies (« à défaut de … »).

    `loop` groups day quantities that read each other's past: they are computed together, day after day.
    `recurrent`: reads itself at an earlier element of the list it belongs to. `knotted`: may come back to itself, through
    the past or earlier elements; only then can a case make it need its own value.
    """

    key: str
    name: str
    article: str
    subjects: tuple[Subject, ...]
    type: Type
    rules: list[Clause] = field(default_factory=list)
    exceptions: list[Clause] = field(default_factory=list)
    fact: Core | None = None
    by_day: bool = False
    loop: str = ""
    recurrent: bool = False
    knotted: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class NoticeRule(Prepared):
    """A coded warning, or a reason to stay out of scope."""

    identifier: str
    kind: Literal["warning", "out-of-scope"]
    sources: tuple[str, ...]
    subjects: tuple[Subject, ...]
    text: str
    condition: Core | None
    judge: str | None
    validities: tuple[Validity, ...]
    reading: tuple[str, str] | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class InterpretationRule:
    """A choice the text leaves: the reading retained first, then the others."""

    identifier: str
    sources: tuple[str, ...]
    statement: str
    readings: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class DatedValue:
    """In force from `start`, until the next one."""

    start: int
    value: Fraction
    source: str


@dataclass(frozen=True, slots=True)
class ParameterSeries:
    """The values of a parameter in order of date; nothing is known after `known_until`."""

    name: str
    type: Type
    values: tuple[DatedValue, ...]
    known_until: int | None
    checked_on: int | None
    file: str


@dataclass(frozen=True, slots=True, eq=False)
class ViewItem:
    """One line of the decision: how to compute it for its subject."""

    name: str
    core: Core
    type: Type
    key: str


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What the decision shows of one kind of subject."""

    subjects: tuple[Subject, ...]
    items: tuple[ViewItem, ...]


@dataclass(slots=True, eq=False, repr=False)
class Program(Prepared):
    """Everything needed to decide and to explain."""

    declarations: Declarations
    quantities: dict[str, Quantity] = field(default_factory=dict)
    notices: list[NoticeRule] = field(default_factory=list)
    interpretations: dict[str, InterpretationRule] = field(default_factory=dict)
    parameters: dict[str, ParameterSeries] = field(default_factory=dict)
    views: list[View] = field(default_factory=list)
    loops: dict[str, tuple[str, ...]] = field(default_factory=dict)
    only_in: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    """Quantity of a loop → the readings whose sentences alone read it: a run that takes none of them leaves it out."""
    on_demand: frozenset[str] = frozenset()
    """Quantities of a loop that only sentences of that loop read, on the day being decided: left where none does."""
    papers: dict[tuple[str, str], str] = field(default_factory=dict)
    """(fact, record) → the paper that brings it."""
    spans: dict[str, tuple[Core, Core]] = field(default_factory=dict)
    """Record type → its first and last day, the record being in slot 1."""
    holidays: dict[int, str] = field(default_factory=dict)
    register: dict[str, CitedText] = field(default_factory=dict)
    record_template: RecordTemplate | None = None
    """The words of a decision record, None when the rules have none."""
    picture: PicturePlan | None = None
    """What the picture of a case shows; None when the rules do not say."""
    bounds: BoundsPlan | None = None
    """What is bounded when facts are missing; None when the rules do not say."""
    why_not: WhyNotPlan | None = None
    """Which days are refused, which facts are never proposed as different; None when the rules do not say."""
    letter: LetterPlan | None = None
    """What a letter says of a decision; None when the rules do not say."""
    letter_words: dict[str, str] = field(default_factory=dict)
    """Language → the text of its messages (« fr » binds, « falc » is its short version)."""
    fingerprint: str = ""
    """SHA-256 of every source text of the program."""
