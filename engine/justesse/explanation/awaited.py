"""What a case with facts missing waits for: each paper, who sends it, the days and the amounts that depend on it.

Taken from the bounds and from the register of papers; it computes sums of days and nothing else. Papers that leave the
most open come first. Knows no paper by its name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from justesse.evaluation.bounds import Bounds, DayBounds, most_of
from justesse.evaluation.decision import DayRun
from justesse.evaluation.facts import Record, named
from justesse.evaluation.missing import Missing
from justesse.program.declarations import Declarations
from justesse.program.program import Program
from justesse.program.types import Type
from justesse.values.ranges import Exact
from justesse.values.states import Judge, ToCome, causes_of

Sort = Literal["paper", "judgment", "value"]


@dataclass(slots=True)
class Awaited:
    """A paper, a person who must judge or a dated value to come; about whom, the doubts it settles, the days that wait for it."""

    sort: Sort
    paper: str
    sender: str
    about: str
    doubts: list[str] = field(default_factory=list)
    days: tuple[DayBounds, ...] = ()

    @property
    def low(self) -> Exact:
        """What these days give at least."""
        return sum((one.low * one.length for one in self.days), Fraction(0))

    @property
    def high(self) -> Exact | None:
        """What they can give at most; None when nothing bounds it."""
        return most_of(self.days)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the days of a case wait for, what other lines only wait for, the facts that change nothing that is shown.

    `nothing_to_send`: nothing of it is to be sent by the subject of the case.
    """

    papers: tuple[Awaited, ...]
    besides: tuple[Awaited, ...]
    without_effect: tuple[str, ...]
    nothing_to_send: bool


def waiting(program: Program, bounds: Bounds) -> Waiting:
    """What is awaited, the widest doubt first."""
    about = {one.cause: one for one in bounds.missing}
    shown = _shown_causes(bounds)
    found: dict[tuple[Sort, str, str, str], Awaited] = {}
    for cause in shown:
        settled_by = (_sort(cause), *_settled_by(program, bounds, cause, about.get(cause)))
        found.setdefault(settled_by, Awaited(*settled_by)).doubts.append(cause)
    for one in found.values():
        one.days = tuple(day for day in bounds.days if not day.known and not set(one.doubts).isdisjoint(day.causes))
    root = program.declarations.root
    papers = tuple(sorted((one for one in found.values() if one.days), key=_widest_first))
    besides = tuple(one for one in found.values() if not one.days)
    settled = tuple(one.cause for one in bounds.missing if one.cause not in shown)
    return Waiting(papers, besides, settled, not any(one.sender.endswith(root) for one in found.values()))


def _shown_causes(bounds: Bounds) -> dict[str, None]:
    """Everything that a value of the decision or a day still waits for, in the order met."""
    decision = bounds.decision
    shown = [one.lines for one in decision.parts] + [one.lines for one in decision.runs]
    lines = [line for lines in shown for line in lines]
    found = [cause for line in lines for cause in causes_of(line.value)]
    found += [cause for one in bounds.days for cause in one.causes]
    if bounds.refusals:
        found += [one.cause for one in bounds.missing]
    return dict.fromkeys(found)


def _sort(cause: str) -> Sort:
    return "value" if isinstance(cause, ToCome) else "judgment" if isinstance(cause, Judge) else "paper"


def _settled_by(program: Program, bounds: Bounds, cause: str, missing: Missing | None) -> tuple[str, str, str]:
    """The paper that settles a doubt, its sender, whom it is about."""
    declared = program.declarations
    if missing is not None:
        paper = program.papers.get((missing.fact.name, missing.record.type), "")
        return paper, sender_of(declared, paper), _about(missing.record, declared)
    gap = bounds.gaps.get(cause)
    about = next((_about(one, declared) for one in gap.subjects), "") if gap else ""
    if isinstance(cause, Judge):
        return "", cause.partition(" : ")[0], about
    pending = program.bounds.pending if program.bounds is not None else ()
    paper = program.bounds.settles.get(gap.rule, "") if gap and program.bounds else ""
    paper = paper or next((one.paper for one in pending if one.value == cause), "")
    return paper, sender_of(declared, paper), about


def papers_of_days(program: Program, runs: Sequence[DayRun]) -> list[tuple[str, str]]:
    """The papers, each with who sends it, without which some days of a decision that is settled stay unpaid."""
    if program.bounds is None:
        return []
    waiting = program.bounds.waiting((line.item.name, line.value) for run in runs for line in run.lines)
    return [(paper, sender_of(program.declarations, paper)) for paper in dict.fromkeys(one.paper for one in waiting)]


def sender_of(declared: Declarations, paper: str) -> str:
    """Who sends a paper; nothing when no declaration says."""
    return next((one.sender for one in declared.papers if one.name.name == paper), "")


def _about(record: Record, declared: Declarations) -> str:
    """The labelled record that a record belongs to, else itself."""
    others = [value for value in record.fields.values() if isinstance(value, Record)]
    return "" if record.type == declared.root else named(others[0] if others else record, declared)


def _widest_first(one: Awaited) -> tuple[int, Exact, str]:
    return (0, 0, one.paper) if one.high is None else (1, one.low - one.high, one.paper)


def total_type(program: Program) -> Type:
    """The type of the total, in which the sums of days are counted too."""
    items = (item for view in program.views for item in view.items)
    return next(item.type for item in items if program.bounds is not None and item.name == program.bounds.total)


def day_kinds(days: tuple[DayBounds, ...]) -> Iterator[tuple[str, int]]:
    """How many days are established, bounded, open; in words that agree."""
    for name, chosen in (
        ("établi", [one for one in days if one.known]),
        ("borné", [one for one in days if not one.known and one.high is not None]),
        ("ouvert", [one for one in days if one.high is None]),
    ):
        number = sum(one.length for one in chosen)
        yield name if number < 2 else f"{name}s", number
