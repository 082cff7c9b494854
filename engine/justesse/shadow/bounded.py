"""Dossiers that ours leave open beside what the other system decided: inside our bounds, or outside whatever completes them.

Bounds are those of `evaluation.narrowing` at their first pass: wider than they could be, never wrong.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from justesse.evaluation.bounds import Bounds
from justesse.evaluation.case import read_case
from justesse.evaluation.narrowing import narrow
from justesse.program.bounds_plan import BoundsPlan
from justesse.program.program import Program
from justesse.shadow.found import MILLION
from justesse.shadow.wanted import Wanted
from justesse.text.plain_tree import node_of
from justesse.text.yaml_writing import Plain


@dataclass(slots=True)
class Bounded:
    """The dossiers tried, by name: inside our bounds, outside; the others have none, or no line that is bounded."""

    inside: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)

    @property
    def tried(self) -> int:
        """How many."""
        return len(self.inside) + len(self.outside) + len(self.without)

    def add(self, name: str, inside: bool | None) -> None:
        """One more."""
        (self.without if inside is None else self.inside if inside else self.outside).append(name)


def within(program: Program, readings: dict[str, str], tree: Plain, wanted: Wanted) -> bool | None:
    """Whether their decision of a dossier is one that ours may become; None when nothing of it is bounded."""
    plan, (case, _) = program.bounds, read_case(node_of(tree), program.declarations)
    if plan is None or case is None or (plan.day not in wanted.lines and wanted.totals.get(plan.total) is None):
        return None
    bounds = narrow(program, case.root, plan, readings, lambda: True)
    if bounds.refusals or bounds.decision.out_of_scope:
        return None
    return _total_within(bounds, wanted.totals.get(plan.total)) and _days_within(bounds, plan, wanted)


def _total_within(bounds: Bounds, total: int | None) -> bool:
    if total is None:
        return True
    return bounds.low * MILLION <= total and (bounds.high is None or total <= bounds.high * MILLION)


def _days_within(bounds: Bounds, plan: BoundsPlan, wanted: Wanted) -> bool:
    if plan.day not in wanted.lines:
        return True
    open_days = {day: one for one in bounds.days for day in range(one.first, one.last + 1)}
    said = {day: Fraction(value, MILLION) for (name, day), value in wanted.numbers.items() if name == plan.day}
    return all(
        one.low <= said.get(day, 0) and (one.high is None or said.get(day, 0) <= one.high) for day, one in open_days.items()
    ) and all(day in open_days for day in said)
