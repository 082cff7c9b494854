"""A case decided twice, as it is and with edits made: what changes in its decision, and why.

The comparison is that of `comparison.py`, the reasons those of `causes.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from justesse.casebook.causes import Cause, Pair, causes
from justesse.casebook.comparison import Change, Result, alone, changes, days_that_change, figures
from justesse.casebook.edited import edited
from justesse.casebook.edits import read_edits
from justesse.diagnostics.diagnostic import Diagnostic
from justesse.evaluation.case import CaseFile, read_case
from justesse.evaluation.decision import Decision, Raised
from justesse.evaluation.trace import Instance
from justesse.explanation.wording import record_text
from justesse.program.declarations import Declarations
from justesse.text.positioned_yaml import Mapping


@dataclass(frozen=True, slots=True)
class DaysChanged:
    """Days that change alike: the value of each line before and after (the same when it does not change), and why."""

    first: int
    last: int
    lines: tuple[Change, ...]
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WhatIf:
    """Two decisions and their differences; `totals` holds the figures of the subject of the case, changed or not."""

    before: Decision
    after: Decision
    results: tuple[Result, Result]
    totals: tuple[Change, ...]
    days: tuple[DaysChanged, ...]
    raised: tuple[Raised, ...]
    """Notices that only the second decision has."""
    dropped: tuple[Raised, ...]

    @property
    def nothing(self) -> bool:
        """Whether both decisions say the same."""
        figures_move = any(changes(*self.results))
        return not (figures_move or self.raised or self.dropped)


def changed_case(tree: Mapping, edits: Sequence[str], declared: Declarations) -> tuple[CaseFile | None, list[Diagnostic]]:
    """A case that can be read, with the edits asked for, or None with every mistake of an edit."""
    read, mistakes = read_edits(edits, declared)
    if mistakes:
        return None, mistakes
    made, mistakes = edited(tree, read, declared)
    return (None, mistakes) if mistakes else read_case(made, declared)


def what_if(before: Decision, after: Decision) -> WhatIf:
    """Two decisions, neither refused, compared."""
    results = figures(before), figures(after)
    # Out of scope, a decision has no figure: those of the other are told all the same.
    shown = replace(results[0], stopped=()), replace(results[1], stopped=())
    runs = days_that_change(changes(*shown))
    gone, come = (_only(one, other) for one, other in ((before, after), (after, before)))
    days = tuple(_days(first, last, results, before, after) for first, last in runs)
    return WhatIf(before, after, results, tuple(_totals(*results)), days, come, gone)


def _totals(before: Result, after: Result) -> Iterator[Change]:
    types = {**before.types, **after.types}
    for name in dict.fromkeys((*before.totals, *after.totals)):
        yield Change(name, before.totals.get(name), after.totals.get(name), types[name])


def _days(first: int, last: int, results: tuple[Result, Result], before: Decision, after: Decision) -> DaysChanged:
    names = dict.fromkeys(name for result in results for name, day in result.days if day == first)
    types = {**results[0].types, **results[1].types}
    values = {name: tuple(alone(result.days.get((name, first))) for result in results) for name in names}
    lines = [Change(name, pair[0], pair[1], types[name], first, last) for name, pair in values.items()]
    moved = {one.name for one in lines if one.before != one.after}
    pairs = _pairs(before, after, first, moved)
    why = causes(pairs, first, (before, after))
    return DaysChanged(first, last, tuple(lines), tuple(why))


def _pairs(before: Decision, after: Decision, day: int, names: set[str]) -> list[Pair]:
    """The instances of these lines on a day, those of one owner together."""
    sides = _instances(before, day, names), _instances(after, day, names)
    keys = list(dict.fromkeys((*sides[0], *sides[1])))
    alone = all(len({owner for owner, _ in side}) == 1 for side in sides)
    if alone:  # an owner may be named after a date that was changed
        sides = tuple({("", name): one for (_, name), one in side.items()} for side in sides)  # type: ignore[assignment]
        keys = list(dict.fromkeys((*sides[0], *sides[1])))
    return [(sides[0].get(key), sides[1].get(key)) for key in keys]


def _instances(decision: Decision, day: int, names: set[str]) -> dict[tuple[str, str], Instance]:
    return {
        (record_text(run.owner), line.item.name): line.instance
        for run in decision.runs
        if run.first <= day <= run.last
        for line in run.lines
        if line.item.name in names and line.instance is not None
    }


def _only(one: Decision, other: Decision) -> tuple[Raised, ...]:
    """The notices of one decision that the other does not raise, each once."""
    known = {raised.rule.identifier for raised in other.notices}
    return tuple({raised.rule.identifier: raised for raised in one.notices if raised.rule.identifier not in known}.values())
