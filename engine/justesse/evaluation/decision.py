"""What a decision is, as data: lines with the steps that ground them, parts, equal days, notices. Decides nothing.

A decision may come without its trace (`evaluator` None): its values are the same, nothing says why.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from justesse.evaluation.trace import Instance, Step

if TYPE_CHECKING:
    from justesse.diagnostics.diagnostic import Diagnostic
    from justesse.evaluation.evaluator import Evaluator
    from justesse.evaluation.facts import Record, Row
    from justesse.program.program import NoticeRule, Program, View, ViewItem


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One line of the decision: the item, its value, the step that gave it; the evaluator, for as long as a line is read."""

    item: ViewItem
    value: object
    step: Step
    evaluator: Evaluator | None

    @property
    def instance(self) -> Instance | None:
        """The quantity behind the line, when it is one."""
        return next((part for part in self.step.parts if isinstance(part, Instance)), None)


@dataclass(frozen=True, slots=True, eq=False)
class SubjectPart:
    """What the decision says of one subject; `first`/`last` its days when it has some."""

    view: View
    record: Record
    first: int | None
    last: int | None
    lines: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DayRun:
    """Equal days of one owner."""

    owner: Record
    first: int
    last: int
    lines: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Raised:
    """A notice that applies; `open` when its condition could not be settled."""

    rule: NoticeRule
    args: tuple[object, ...]
    condition: Step | None
    open: bool


@dataclass(slots=True, eq=False, repr=False)
class Decision:
    """Everything computed for a case. `parts` and `runs` are empty when the case is out of scope or refused."""

    program: Program
    root: Record
    readings: dict[str, str]
    parts: list[SubjectPart] = field(default_factory=list)
    runs: list[DayRun] = field(default_factory=list)
    notices: list[Raised] = field(default_factory=list)
    refusals: list[Diagnostic] = field(default_factory=list)
    evaluator: Evaluator | None = None
    held: tuple[Row, ...] = ()
    """The groups, held here when there is no evaluator that holds them."""

    @property
    def out_of_scope(self) -> list[Raised]:
        """The reasons to leave the case to a person."""
        return [one for one in self.notices if one.rule.kind == "out-of-scope" and not one.open]


def days_said(program: Program, record: Record) -> tuple[int | None, int | None]:
    """The first and last day that a record of the case says it has, None for what it does not."""
    declared, attributes = program.declarations.records[record.type], program.declarations.attributes
    known = [
        record.fields.get(attributes[key].name) if key and attributes[key].is_fact else None
        for key in (declared.first, declared.last)
    ]
    first, last = (one if isinstance(one, int) else None for one in known)
    return first, last
