"""Two decisions of a case compared: the lines that differ, and by how much; the same cases under two programs.

What is compared comes from the views of the vocabulary: the figures of the subject of the case, every line of its days.
Says nothing of which decision is right, nor why they differ (`causes.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from justesse.casebook.dossiers import Dossier
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision, Shown
from justesse.evaluation.facts import Record
from justesse.explanation.wording import record_text
from justesse.program.program import Program
from justesse.program.types import Number, Type
from justesse.values.ranges import alike

DayLine = tuple[str, int]


@dataclass(slots=True)
class Result:
    """What one program says of a case. `stopped` is why there is no figure: codes of mistakes, reasons out of scope."""

    stopped: tuple[str, ...] = ()
    totals: dict[str, object] = field(default_factory=dict)
    days: dict[DayLine, tuple[object, ...]] = field(default_factory=dict)
    types: dict[str, Type] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One line that differs; days when `first` is set, equal from the first to the last."""

    name: str
    before: object
    after: object
    type: Type | None = None
    first: int | None = None
    last: int | None = None

    @property
    def gap(self) -> Fraction | None:
        """After less before, when both are known numbers."""
        numbers = [one for one in (self.before, self.after) if isinstance(one, int | Fraction) and not isinstance(one, bool)]
        measured = isinstance(self.type, Number) and self.first is None and len(numbers) == 2
        return Fraction(numbers[1]) - Fraction(numbers[0]) if measured else None

    @property
    def days(self) -> int:
        """How many days it is about."""
        return self.last - self.first + 1 if self.first is not None and self.last is not None else 0


@dataclass(frozen=True, slots=True)
class Compared:
    """A case under both programs."""

    name: str
    title: str
    before: Result
    after: Result
    changes: tuple[Change, ...]

    @property
    def size(self) -> tuple[bool, Fraction, int]:
        """The order of importance: a decision that appears or goes, then the greatest gap, then the days."""
        gaps = [abs(one.gap) for one in self.changes if one.gap is not None]
        moved = bool(self.before.stopped) != bool(self.after.stopped)
        return moved, max(gaps, default=Fraction(0)), sum(one.days for one in self.changes)


def compared(before: Program, after: Program, dossiers: Iterable[Dossier]) -> Iterator[Compared]:
    """Each case decided twice, in the order given."""
    for one in dossiers:
        results = result_of(before, one), result_of(after, one)
        yield Compared(one.name, one.title, *results, tuple(changes(*results)))


def result_of(program: Program, dossier: Dossier) -> Result:
    """What a program says of a case; a case it cannot read is stopped too."""
    case, diagnostics = read_case(dossier.tree, program.declarations)
    if case is None:
        return Result(tuple(sorted({one.code for one in diagnostics})))
    known = {name: reading for name, reading in dossier.readings if name in program.interpretations}
    return figures(decide(program, case.root, known))


def figures(decision: Decision) -> Result:
    """What a decision says, as it is compared."""
    reasons = [*(one.code for one in decision.refusals), *(one.rule.identifier for one in decision.out_of_scope)]
    return Result(tuple(sorted(set(reasons)))) if reasons else _figures(decision)


def _figures(decision: Decision) -> Result:
    made = Result()
    for part in decision.parts:
        if part.record is decision.root:
            made.totals |= {line.item.name: _plain(line) for line in part.lines}
            made.types |= {line.item.name: line.item.type for line in part.lines}
    for run in decision.runs:
        for line in run.lines:
            made.types.setdefault(line.item.name, line.item.type)
            for day in range(run.first, run.last + 1):
                made.days[line.item.name, day] = (*made.days.get((line.item.name, day), ()), _plain(line))
    return made


def _plain(line: Shown) -> object:
    """A value that means the same in both programs: a record is its name."""
    return record_text(line.value) if isinstance(line.value, Record) else line.value


def changes(before: Result, after: Result) -> Iterator[Change]:
    """The lines that differ: the decision itself, or the figures of its subject, then those of its days."""
    if before.stopped or after.stopped:
        if before.stopped != after.stopped:
            yield Change("décision", ", ".join(before.stopped) or "calculée", ", ".join(after.stopped) or "calculée")
        return
    types = {**before.types, **after.types}
    for name in dict.fromkeys((*before.totals, *after.totals)):
        pair = before.totals.get(name), after.totals.get(name)
        if not alike(*pair):
            yield Change(name, *pair, types[name])
    yield from _day_changes(before.days, after.days, types)


def _day_changes(
    before: dict[DayLine, tuple[object, ...]], after: dict[DayLine, tuple[object, ...]], types: dict[str, Type]
) -> Iterator[Change]:
    """Days that differ, joined while they follow each other and differ alike."""
    open_one: Change | None = None
    for name, day in sorted({*before, *after}):
        pair = alone(before.get((name, day))), alone(after.get((name, day)))
        if alike(*pair):
            continue
        if open_one and (open_one.name, open_one.before, open_one.after, open_one.last) == (name, *pair, day - 1):
            open_one = Change(name, *pair, types[name], open_one.first, day)
            continue
        if open_one:
            yield open_one
        open_one = Change(name, *pair, types[name], day, day)
    if open_one:
        yield open_one


def days_that_change(found: Iterable[Change]) -> list[tuple[int, int]]:
    """First and last day of each run of days over which the same lines change alike."""
    edges: set[int] = set()
    touched: set[int] = set()
    for one in found:
        if one.first is not None and one.last is not None:
            edges |= {one.first, one.last + 1}
            touched.update(range(one.first, one.last + 1))
    runs: list[tuple[int, int]] = []
    for day in sorted(touched):
        if runs and runs[-1][1] == day - 1 and day not in edges:
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    return runs


def alone(values: tuple[object, ...] | None) -> object:
    """The value of a day; several only when two owners share it."""
    return values[0] if values is not None and len(values) == 1 else values
